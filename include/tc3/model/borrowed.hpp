// SPDX-License-Identifier: MIT
// The storage without a heap: values are views into the response body and into a workspace of the caller.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/workspace.hpp>
#include <tc3/model/codec.hpp>

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>

namespace tc3::inline TC3_NAMESPACE {

/// An optional nested struct that is kept elsewhere. Lifetime: refers to the struct.
template <class T>
class nested_view {
public:
    using value_type = T;

    constexpr nested_view() noexcept = default;
    constexpr nested_view(const T& value TC3_LIFETIMEBOUND) noexcept
        : value_(&value) {}  // NOLINT: implicit, so that a struct can be assigned to a member
    nested_view(const T&&) = delete;
    constexpr explicit nested_view(const T* value) noexcept : value_(value) {}

    [[nodiscard]] constexpr bool has_value() const noexcept { return value_ != nullptr; }
    [[nodiscard]] constexpr explicit operator bool() const noexcept { return has_value(); }
    [[nodiscard]] constexpr const T& operator*() const noexcept { return *value_; }
    [[nodiscard]] constexpr const T* operator->() const noexcept { return value_; }

private:
    const T* value_ = nullptr;
};

/// Values are views.
///
/// Lifetime: an input refers to what the caller assigned. An output refers to the response body and to the workspace: text without escapes
/// to the body; text with escapes, lists and nested structs to the workspace.
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

// The traits below return false only if there is no workspace. In a full workspace they store nothing and return true, so that reading
// continues and workspace::needed() becomes the size of the whole output. parse_response() checks workspace::complete() at the end.

template <>
struct text_traits<std::string_view> {
    [[nodiscard]] static constexpr std::string_view view(std::string_view text) noexcept { return text; }
    static bool assign(state_ref state, std::string_view& text, const json::string_token& token) noexcept {
        workspace* space = state.get<workspace>();
        if (space == nullptr) return false;
        if (!token.is_encoded()) {
            text = token.raw();
        } else if (char* memory = space->take_text(token.size())) {
            buffer_sink decoded({memory, token.size()});
            token.write(decoded);
            text = decoded.view();
        }
        return true;
    }
    static void keep(state_ref state, std::string_view& target, std::string_view text) noexcept {
        if (workspace* space = state.get<workspace>()) target = space->keep(text);
    }
};

template <class T>
struct list_traits<std::span<const T>> {
    using value_type = T;
    [[nodiscard]] static std::size_t size(std::span<const T> list) noexcept { return list.size(); }
    [[nodiscard]] static const T& at(std::span<const T> list, std::size_t position) noexcept { return list[position]; }

    class builder {
    public:
        builder(state_ref state, std::span<const T>& list) noexcept : space_(state.get<workspace>()), list_(list) {}
        builder(const builder&) = delete;
        builder& operator=(const builder&) = delete;
        /// Takes the elements off the stack if the list could not be read to its end: what was read before continues to be used.
        ~builder() {
            if (space_ != nullptr) space_->template drop<T>(count_);
        }
        void add(const T& value) noexcept {
            if (space_ != nullptr) space_->push(value);
            ++count_;
        }
        bool finish() noexcept {
            if (space_ != nullptr) list_ = space_->template settle<T>(count_);
            count_ = 0;
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
    static constexpr bool can_be_unset = true;
    static bool is_set(const binary_view& value) noexcept { return !value.empty(); }
    static void write(encoder& out, const binary_view& value) { out.write_binary(value); }
    static void read(decoder& in, binary_view& value) noexcept {
        const std::size_t start = in.json().position();
        std::string_view text;
        value_codec<std::string_view>::read(in, text);
        in.check_base64(text, start);
        value = binary_view::base64(text);
    }
};

template <class T>
struct value_codec<nested_view<T>> {
    static constexpr bool can_be_unset = true;
    static bool is_set(const nested_view<T>& value) noexcept { return value.has_value(); }
    static void write(encoder& out, const nested_view<T>& value) {
        if (value.has_value()) {
            value_codec<T>::write(out, *value);
        } else {
            out.json().null();  // an element of a list, which keeps its place
        }
    }
    static void read(decoder& in, nested_view<T>& value) {
        const std::size_t start = in.json().position();
        T object{};
        value = nested_view<T>();
        value_codec<T>::read(in, object);
        if (!in.ok()) return;
        if (workspace* space = in.state().get<workspace>()) {
            value = nested_view<T>(space->put(object));
        } else {
            in.json().fail(errc::not_stored, start);
        }
    }
};

}  // namespace tc3::inline TC3_NAMESPACE
