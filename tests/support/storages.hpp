// SPDX-License-Identifier: MIT
// Helpers for tests of storages: failures that can be compared, workspaces of exact size, inputs that refer to others.
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

/// A struct in another storage.
template <class Struct, class Storage>
struct in_storage;
template <template <class> class Struct, class From, class Storage>
struct in_storage<Struct<From>, Storage> {
    using type = Struct<Storage>;
};
template <class Struct, class Storage>
using in_storage_t = typename in_storage<Struct, Storage>::type;

/// A failure of any storage with texts of its own, to compare and to print.
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
plain_failure plain(const tc3::basic_failure<Storage>& failed) {
    return {failed.stage,          failed.reason,        text_of(failed.field),   failed.status,
            failed.transport_code, text_of(failed.code), text_of(failed.message), text_of(failed.request_id)};
}

inline std::ostream& operator<<(std::ostream& out, const plain_failure& failed) {
    tc3::basic_failure<tc3::borrowed> view{.stage = failed.stage,
                                           .reason = failed.reason,
                                           .field = failed.field,
                                           .status = failed.status,
                                           .transport_code = failed.transport_code,
                                           .code = failed.code,
                                           .message = failed.message,
                                           .request_id = failed.request_id};
    std::string line;
    tc3::write_failure(line, view);
    return out << line;
}

/// Returns whether `actual` equals `expected`, or would if its empty texts were filled.
inline bool equals_but_for_texts(const plain_failure& actual, plain_failure expected) {
    const auto forget_if_empty = [](const std::string& text, std::string& expected_text) {
        if (text.empty()) expected_text.clear();
    };
    forget_if_empty(actual.field, expected.field);
    forget_if_empty(actual.code, expected.code);
    forget_if_empty(actual.message, expected.message);
    forget_if_empty(actual.request_id, expected.request_id);
    return actual == expected;
}

/// A workspace in an allocation that ends where it ends, so that a sanitizer notices each byte beyond.
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

/// An input in `borrowed` whose views refer to `from`, which must outlive it.
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

/// Calls use(text) for the memory of every view in a borrowed value: text, lists and nested structs.
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
