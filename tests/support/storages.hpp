// SPDX-License-Identifier: MIT
// What the tests of storages share: failures that can be compared, memory without a byte to spare, and inputs that borrow from others.
#pragma once

#include "every_kind.hpp"
#include <tc3/tc3.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace support {

/// The same input, or answer, in another storage.
template <class Struct, class Storage>
struct in_storage;
template <template <class> class Struct, class From, class Storage>
struct in_storage<Struct<From>, Storage> {
    using type = Struct<Storage>;
};
template <class Struct, class Storage>
using in_storage_t = typename in_storage<Struct, Storage>::type;

/// A failure of any storage, to compare and to print.
struct plain_failure {
    tc3::stage stage = tc3::stage::request;
    tc3::error reason = {};
    std::string field = {};
    std::int32_t status = 0;
    std::int64_t transport_code = 0;
    std::string code = {};
    std::string message = {};
    std::string request_id = {};

    bool operator==(const plain_failure&) const = default;
};

template <class Storage>
plain_failure plain(const tc3::basic_failure<Storage>& why) {
    return {why.stage,          why.reason,        text_of(why.field),   why.status,
            why.transport_code, text_of(why.code), text_of(why.message), text_of(why.request_id)};
}

inline std::ostream& operator<<(std::ostream& out, const plain_failure& why) {
    tc3::basic_failure<tc3::borrowed> view{.stage = why.stage,
                                           .reason = why.reason,
                                           .field = why.field,
                                           .status = why.status,
                                           .transport_code = why.transport_code,
                                           .code = why.code,
                                           .message = why.message,
                                           .request_id = why.request_id};
    std::string line;
    tc3::write_failure(line, view);
    return out << line;
}

/// Whether a failure is that one but for texts that are left out.
inline bool is_but_for_texts(const plain_failure& why, plain_failure expected) {
    const auto same_or_none = [](const std::string& text, std::string& expected_text) {
        if (text.empty()) expected_text.clear();
    };
    same_or_none(why.field, expected.field);
    same_or_none(why.code, expected.code);
    same_or_none(why.message, expected.message);
    same_or_none(why.request_id, expected.request_id);
    return why == expected;
}

/// A workspace whose memory has not a byte more than that, so that a sanitizer sees each step beyond.
class tight_workspace {
public:
    explicit tight_workspace(std::size_t size, std::size_t misalignment = 0)
        : memory_(new char[size + misalignment]), space_(std::span<char>(memory_.get() + misalignment, size)) {}

    [[nodiscard]] tc3::workspace& operator*() { return space_; }
    [[nodiscard]] tc3::workspace* operator->() { return &space_; }
    [[nodiscard]] bool holds(std::string_view text) const {
        return text.data() >= memory_.get() && text.data() + text.size() <= memory_.get() + space_.size() + 15;
    }

private:
    std::unique_ptr<char[]> memory_;
    tc3::workspace space_;
};

/// An input whose views point into one that owns its text.
class borrowing_every_kind {
public:
    explicit borrowing_every_kind(const every_kind& from) {
        value.needed = from.needed;
        value.text = from.text;
        value.signed_number = from.signed_number;
        value.unsigned_number = from.unsigned_number;
        value.flag = from.flag;
        value.score = from.score;
        if (from.nested) value.nested = nested_ = borrowing(*from.nested);
        texts_.assign(from.texts.begin(), from.texts.end());
        for (const item& each : from.items) items_.push_back(borrowing(each));
        value.texts = texts_;
        value.numbers = from.numbers;
        value.items = items_;
        value.image = from.image.view();
        value.json = from.json;
        value.default_ = from.default_;
        value.verification_url = from.verification_url;
        value.verification_url_old = from.verification_url_old;
    }
    explicit borrowing_every_kind(const every_kind&&) = delete;
    borrowing_every_kind(const borrowing_every_kind&) = delete;
    borrowing_every_kind& operator=(const borrowing_every_kind&) = delete;

    basic_every_kind<tc3::borrowed> value;

private:
    static basic_item<tc3::borrowed> borrowing(const item& from) { return {from.name, from.number}; }

    basic_item<tc3::borrowed> nested_;
    std::vector<std::string_view> texts_;
    std::vector<basic_item<tc3::borrowed>> items_;
};

/// Calls use(text) for every view of a borrowed value.
template <class Use>
void for_each_view(std::string_view text, Use use) {
    use(text);
}
template <class Use>
void for_each_view(tc3::binary_view value, Use use) {
    use(value.data());
}
template <class Number, class Use>
    requires std::is_arithmetic_v<Number>
void for_each_view(Number, Use) {}
template <class T, class Use>
void for_each_view(const std::optional<T>& value, Use use);
template <class T, class Use>
void for_each_view(const tc3::nested_view<T>& value, Use use);
template <class T, class Use>
void for_each_view(std::span<const T> values, Use use);

template <class Use>
void for_each_view(const basic_item<tc3::borrowed>& value, Use use) {
    for_each_view(value.name, use);
}
template <class Use>
void for_each_view(const basic_every_kind<tc3::borrowed>& value, Use use) {
    for (const auto& text : {value.needed, value.text, value.json, value.default_, value.verification_url, value.verification_url_old}) {
        for_each_view(text, use);
    }
    for_each_view(value.nested, use);
    for_each_view(value.texts, use);
    for_each_view(value.numbers, use);
    for_each_view(value.items, use);
    for_each_view(value.image, use);
}
template <class Use>
void for_each_view(const basic_deep<tc3::borrowed>& value, Use use) {
    for_each_view(value.child, use);
    for_each_view(value.children, use);
    for_each_view(value.grid, use);
    for_each_view(value.maybe, use);
    for_each_view(value.flags, use);
    for_each_view(value.maybe_numbers, use);
    for_each_view(value.images, use);
    for_each_view(value.plain, use);
}
template <class T, class Use>
void for_each_view(const std::optional<T>& value, Use use) {
    if (value) for_each_view(*value, use);
}
template <class T, class Use>
void for_each_view(const tc3::nested_view<T>& value, Use use) {
    if (!value) return;
    use(std::string_view(reinterpret_cast<const char*>(&*value), sizeof(T)));
    for_each_view(*value, use);
}
template <class T, class Use>
void for_each_view(std::span<const T> values, Use use) {
    use(std::string_view(reinterpret_cast<const char*>(values.data()), values.size_bytes()));
    for (const T& each : values) for_each_view(each, use);
}

}  // namespace support
