// SPDX-License-Identifier: MIT
// The storage without a heap: values point into the body that they were read from, and into a workspace of the caller's.
#pragma once

#include <tc3/core/workspace.hpp>
#include <tc3/model/codec.hpp>

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>

namespace tc3::inline v0_1 {

/// A nested struct that lives elsewhere, or none.
template <class T>
class nested_view {
public:
    using value_type = T;

    constexpr nested_view() noexcept = default;
    constexpr nested_view(const T& value TC3_LIFETIMEBOUND) noexcept
        : value_(&value) {}  // NOLINT: implicit, so that a struct can be assigned
    nested_view(const T&&) = delete;
    constexpr explicit nested_view(const T* value) noexcept : value_(value) {}

    [[nodiscard]] constexpr bool has_value() const noexcept { return value_ != nullptr; }
    [[nodiscard]] constexpr explicit operator bool() const noexcept { return has_value(); }
    [[nodiscard]] constexpr const T& operator*() const noexcept { return *value_; }
    [[nodiscard]] constexpr const T* operator->() const noexcept { return value_; }

private:
    const T* value_ = nullptr;
};

/// Values are views. Those of an input point to what the caller has; those of an answer into the body and the workspace, and are valid
/// as long as both. Text without escapes stays where it stands in the body; text with escapes, lists and nested structs take workspace.
struct borrowed {
    using state = workspace;
    using text = std::string_view;
    using binary = binary_view;
    template <class T>
    using optional = std::optional<T>;
    template <class T>
    using list = std::span<const T>;
    template <class T>
    using nested = nested_view<T>;
};

// A shortage of workspace is no fault of the text: reading goes on, so that the workspace can say in the end how much is needed.

template <>
struct text_traits<std::string_view> {
    [[nodiscard]] static constexpr std::string_view view(std::string_view text) noexcept { return text; }
    static bool assign(storage_ref storage, std::string_view& text, const json::string_token& token) noexcept {
        workspace* space = storage.get<workspace>();
        if (space == nullptr) return false;
        if (!token.has_escapes()) {
            text = token.raw();
        } else if (char* memory = space->take_text(token.size())) {
            buffer_sink decoded({memory, token.size()});
            token.write(decoded);
            text = decoded.view();
        }
        return true;
    }
    static void keep(storage_ref storage, std::string_view& to, std::string_view text) noexcept {
        if (workspace* space = storage.get<workspace>()) to = space->keep(text);
    }
};

template <class T>
struct list_traits<std::span<const T>> {
    using value_type = T;
    [[nodiscard]] static std::size_t size(std::span<const T> list) noexcept { return list.size(); }
    [[nodiscard]] static const T& at(std::span<const T> list, std::size_t position) noexcept { return list[position]; }

    class builder {
    public:
        builder(storage_ref storage, std::span<const T>& list) noexcept : space_(storage.get<workspace>()), list_(list) {}
        void add(const T& value) noexcept {
            if (space_ != nullptr) space_->push(value);
            ++count_;
        }
        bool finish() noexcept {
            if (space_ != nullptr) list_ = space_->template settle<T>(count_);
            return space_ != nullptr;
        }

    private:
        workspace* space_;
        std::span<const T>& list_;
        std::size_t count_ = 0;
    };
};

template <>
struct value_codec<binary_view> {
    static bool is_set(const binary_view& value) noexcept { return !value.empty(); }
    static void write(encoder& out, const binary_view& value) { model_detail::write_binary(out, value); }
    static void read(decoder& in, binary_view& value) noexcept {
        std::string_view text;
        value_codec<std::string_view>::read(in, text);
        value = binary_view::base64(text);
    }
};

template <class T>
struct value_codec<nested_view<T>> {
    static bool is_set(const nested_view<T>& value) noexcept { return value.has_value(); }
    static void write(encoder& out, const nested_view<T>& value) {
        if (value.has_value()) {
            value_codec<T>::write(out, *value);
        } else {
            out.json().null();  // within a list, where a place can't be left out
        }
    }
    static void read(decoder& in, nested_view<T>& value) {
        const std::size_t at = in.json().position();
        T read{};
        value_codec<T>::read(in, read);
        if (!in.ok()) return;
        if (workspace* space = in.storage().get<workspace>()) {
            value = nested_view<T>(space->put(read));
        } else {
            in.json().fail(errc::not_stored, at);
        }
    }
};

}  // namespace tc3::inline v0_1
