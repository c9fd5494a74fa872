// SPDX-License-Identifier: MIT
// A field that the API wants as base64: images, videos. Never made from text by accident; raw bytes are encoded on their way out.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/bytes.hpp>
#include <tc3/core/text_literal.hpp>
#include <tc3/encoding/base64.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace tc3::inline v0_1 {

/// Bytes that live elsewhere, raw or as base64 text. Made only by the two functions below.
class binary_view {
public:
    binary_view() noexcept = default;

    /// Refers to bytes of the caller, which must outlive this object.
    [[nodiscard]] static binary_view raw(std::string_view bytes TC3_LIFETIMEBOUND) noexcept { return {bytes, false}; }
    [[nodiscard]] static binary_view raw(bytes_view bytes) noexcept { return raw(as_text(bytes)); }
    /// Refers to text that is base64 already (standard alphabet, padded, no "data:" prefix).
    [[nodiscard]] static binary_view base64(std::string_view text TC3_LIFETIMEBOUND) noexcept { return {text, true}; }

    [[nodiscard]] bool empty() const noexcept { return data_.empty(); }
    /// The number of bytes once decoded.
    [[nodiscard]] std::size_t size() const noexcept { return is_base64_ ? base64_decoded_size(data_) : data_.size(); }
    /// The bytes, decoded if need be, into memory of the caller. Returns their number; fails for text that is not base64 and for too small
    /// a buffer, naming the size needed.
    [[nodiscard]] result<std::size_t, error> decode(std::span<char> to) const noexcept {
        if (is_base64_) return decode_base64(data_, to);
        if (to.size() < data_.size()) {
            return unexpected(error{.code = errc::buffer_too_small, .part = "buffer", .needed = data_.size(), .limit = to.size()});
        }
        for (std::size_t i = 0; i < data_.size(); ++i) to[i] = data_[i];
        return data_.size();
    }
    /// Whether data() is base64 text rather than the bytes themselves.
    [[nodiscard]] bool is_base64() const noexcept { return is_base64_; }
    /// What this was made from.
    [[nodiscard]] std::string_view data() const noexcept { return data_; }

private:
    binary_view(std::string_view data, bool is_base64) noexcept : data_(data), is_base64_(is_base64) {}

    std::string_view data_;
    bool is_base64_ = false;
};

/// Bytes, raw or as base64 text, with memory of its own unless it was made from a view. Made only by the functions below.
class binary {
public:
    binary() noexcept = default;

    /// Refers to bytes of the caller, which must outlive this object. Nothing is copied.
    [[nodiscard]] static binary raw(std::string_view bytes TC3_LIFETIMEBOUND) noexcept { return {form::raw_view, bytes, {}}; }
    [[nodiscard]] static binary raw(bytes_view bytes) noexcept { return raw(as_text(bytes)); }
    /// Takes over a buffer of bytes.
    template <std::same_as<std::string> Buffer>
    [[nodiscard]] static binary raw(Buffer&& bytes) noexcept {
        return {form::raw, {}, std::forward<Buffer>(bytes)};
    }
    /// Takes text that is base64 already (standard alphabet, padded, no "data:" prefix).
    [[nodiscard]] static binary base64(std::string text) noexcept { return {form::base64, {}, std::move(text)}; }

    /// Valid while this object lives unchanged; where it was made from a view, while those bytes do.
    [[nodiscard]] binary_view view() const noexcept TC3_LIFETIMEBOUND {
        if (form_ == form::base64) return binary_view::base64(text_);
        return binary_view::raw(form_ == form::raw_view ? view_ : std::string_view(text_));
    }
    [[nodiscard]] bool empty() const noexcept { return view().empty(); }
    /// As those of binary_view.
    [[nodiscard]] std::size_t size() const noexcept { return view().size(); }
    [[nodiscard]] result<std::size_t, error> decode(std::span<char> to) const noexcept { return view().decode(to); }
    [[nodiscard]] bool is_base64() const noexcept { return form_ == form::base64; }
    [[nodiscard]] std::string_view data() const noexcept TC3_LIFETIMEBOUND { return view().data(); }

private:
    enum class form : std::uint8_t { raw, raw_view, base64 };

    binary(form kind, std::string_view view, std::string text) noexcept : text_(std::move(text)), view_(view), form_(kind) {}

    std::string text_;
    std::string_view view_;  // of the caller's memory, never of text_
    form form_ = form::raw;
};

}  // namespace tc3::inline v0_1
