// SPDX-License-Identifier: MIT
// A field that the API wants as base64: images, videos. Never made from text by accident; raw bytes are encoded on their way out.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/bytes.hpp>
#include <tc3/encoding/base64.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace tc3::inline v0_1 {

/// Bytes, raw or as base64 text. Made only by the three functions below.
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

    [[nodiscard]] bool empty() const noexcept { return data().empty(); }

    /// The number of bytes once decoded.
    [[nodiscard]] std::size_t size() const noexcept { return form_ == form::base64 ? base64_decoded_size(text_) : data().size(); }
    /// The bytes, decoded if need be, into memory of the caller. Returns their number; fails for text that is not base64 and for too small
    /// a buffer, naming the size needed.
    [[nodiscard]] result<std::size_t, error> decode(std::span<char> to) const noexcept {
        if (form_ == form::base64) return decode_base64(text_, to);
        if (to.size() < data().size()) {
            return unexpected(error{.code = errc::buffer_too_small, .at = data().size(), .limit = to.size()});
        }
        for (std::size_t i = 0; i < data().size(); ++i) to[i] = data()[i];
        return data().size();
    }
    /// Whether data() is base64 text rather than the bytes themselves.
    [[nodiscard]] bool is_base64() const noexcept { return form_ == form::base64; }
    /// What this was made from. Valid while this object lives unchanged; for a view, while its bytes do.
    [[nodiscard]] std::string_view data() const noexcept TC3_LIFETIMEBOUND {
        return form_ == form::raw_view ? view_ : std::string_view(text_);
    }

private:
    enum class form : std::uint8_t { raw, raw_view, base64 };

    binary(form kind, std::string_view view, std::string text) noexcept : text_(std::move(text)), view_(view), form_(kind) {}

    std::string text_;
    std::string_view view_;  // of the caller's memory, never of text_
    form form_ = form::raw;
};

}  // namespace tc3::inline v0_1
