// SPDX-License-Identifier: MIT
// Images and videos, which the API takes as base64. Raw bytes and base64 text have different factories, so neither is taken for the other.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/bytes.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/result.hpp>
#include <tc3/encoding/base64_forms.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace tc3::inline TC3_NAMESPACE {

/// Bytes in memory of the caller: raw, or as base64 text. Owns nothing.
class binary_view {
public:
    binary_view() noexcept = default;

    /// Refers to raw bytes, which are encoded when they are sent. Lifetime: `bytes` must outlive the view.
    [[nodiscard]] static binary_view raw(std::string_view bytes TC3_LIFETIMEBOUND) noexcept { return {bytes, false}; }
    [[nodiscard]] static binary_view raw(bytes_view bytes TC3_LIFETIMEBOUND) noexcept { return raw(as_text(bytes)); }
    /// Refers to base64 text. It is sent only with the standard alphabet, padded, without data: prefix, line ends and blanks:
    /// make_request() checks this.
    ///
    /// Lifetime: `text` must outlive the view.
    [[nodiscard]] static binary_view base64(std::string_view text TC3_LIFETIMEBOUND) noexcept { return {text, true}; }

    [[nodiscard]] bool empty() const noexcept { return data_.empty(); }
    /// Returns the number of raw bytes, which is exact for all text that decode() accepts.
    ///
    /// Cost: linear in the size of base64 text, constant for raw bytes.
    [[nodiscard]] std::size_t size() const noexcept { return is_base64_ ? loose_base64_decoded_size(data_) : data_.size(); }
    /// Writes the raw bytes to `memory` and returns their number. Base64 text may have line ends, blanks, either alphabet and no padding.
    ///
    /// Errors: buffer_too_small with the size needed; those of decode_loose_base64().
    [[nodiscard]] result<std::size_t, error> decode(std::span<char> memory) const noexcept {
        if (is_base64_) return decode_loose_base64(data_, memory);
        if (memory.size() < data_.size()) {
            return unexpected(error{.code = errc::buffer_too_small, .part = "buffer", .needed = data_.size(), .limit = memory.size()});
        }
        for (std::size_t i = 0; i < data_.size(); ++i) memory[i] = data_[i];
        return data_.size();
    }
    /// Returns whether data() is base64 text. Otherwise it is raw bytes.
    [[nodiscard]] bool is_base64() const noexcept { return is_base64_; }
    /// Returns the bytes or the text that was given to raw() or base64().
    [[nodiscard]] std::string_view data() const noexcept { return data_; }

private:
    binary_view(std::string_view data, bool is_base64) noexcept : data_(data), is_base64_(is_base64) {}

    std::string_view data_;
    bool is_base64_ = false;
};

/// Bytes, raw or as base64 text. Only raw_view() refers to bytes, the other factories own them:
///
///     binary::raw(std::move(bytes))   // owns raw bytes
///     binary::raw_view(bytes)         // refers to raw bytes of the caller, nothing is copied
///     binary::base64(text)            // owns base64 text
class binary {
public:
    binary() noexcept = default;

    /// Takes over raw bytes, which are encoded when they are sent.
    [[nodiscard]] static binary raw(std::string bytes) noexcept { return {form::raw, {}, std::move(bytes)}; }
    /// Refers to raw bytes. Lifetime: `bytes` must outlive this object and its copies.
    [[nodiscard]] static binary raw_view(std::string_view bytes TC3_LIFETIMEBOUND) noexcept { return {form::raw_view, bytes, {}}; }
    [[nodiscard]] static binary raw_view(bytes_view bytes TC3_LIFETIMEBOUND) noexcept { return raw_view(as_text(bytes)); }
    /// Takes over base64 text. It is sent only in the form that binary_view::base64() describes.
    [[nodiscard]] static binary base64(std::string text) noexcept { return {form::base64, {}, std::move(text)}; }

    /// Returns a view.
    ///
    /// Lifetime: refers to this object, or to the bytes that were given to raw_view().
    [[nodiscard]] binary_view view() const noexcept TC3_LIFETIMEBOUND {
        if (form_ == form::base64) return binary_view::base64(text_);
        return binary_view::raw(form_ == form::raw_view ? view_ : std::string_view(text_));
    }
    // The members of binary_view.
    [[nodiscard]] bool empty() const noexcept { return view().empty(); }
    [[nodiscard]] std::size_t size() const noexcept { return view().size(); }
    [[nodiscard]] result<std::size_t, error> decode(std::span<char> memory) const noexcept { return view().decode(memory); }
    [[nodiscard]] bool is_base64() const noexcept { return form_ == form::base64; }
    [[nodiscard]] std::string_view data() const noexcept TC3_LIFETIMEBOUND { return view().data(); }

private:
    enum class form : std::uint8_t { raw, raw_view, base64 };

    binary(form kind, std::string_view view, std::string text) noexcept : text_(std::move(text)), view_(view), form_(kind) {}

    std::string text_;       // of form raw or base64
    std::string_view view_;  // of form raw_view; refers to the caller's memory, never to text_, so that the default copy is correct
    form form_ = form::raw;
};

}  // namespace tc3::inline TC3_NAMESPACE
