// SPDX-License-Identifier: MIT
// A request as it was really sent, for diagnose() and explain(): its parts, or its bytes.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/ascii.hpp>
#include <tc3/core/text_scanner.hpp>
#include <tc3/http/find_header.hpp>
#include <tc3/http/header.hpp>
#include <tc3/http/message.hpp>

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::signing {

/// A request as it was sent. Nothing in it has to be valid.
///
/// Lifetime: refers to the caller's memory.
struct sent_request {
    std::string_view method = "POST";
    std::string_view target = "/";               ///< as sent: the path, and the query after '?'
    std::span<const http::header> headers = {};  ///< all headers as sent, with Host
    std::string_view body = {};

    /// Returns the value of the first header with a name, in any case, without blanks at its ends; empty if there is none.
    [[nodiscard]] constexpr std::string_view value_of(std::string_view name) const noexcept {
        const http::header* header = http::find_header(headers, name);
        return header == nullptr ? std::string_view{} : ascii::trim(header->value);
    }
};

/// The bytes of an HTTP request, split into its parts.
///
/// Reads what can be read: line ends may be CR LF or LF alone, headers beyond the first 128 are left out, and lines without a colon are
/// skipped. The body is all that follows the empty line; diagnose() joins the
/// chunks of a chunked one.
/// Lifetime: refers to the bytes.
class raw_request {
public:
    static constexpr std::size_t most_headers = 128;

    explicit constexpr raw_request(std::string_view bytes TC3_LIFETIMEBOUND) noexcept {
        text_scanner rest(bytes);
        text_scanner first(take_line(rest));
        method_ = first.take_part(" ");
        target_ = first.take_part(" ");
        while (!rest.empty()) {
            text_scanner line(take_line(rest));
            if (line.empty()) break;
            const auto name = line.take_until(":");
            if (name && count_ < headers_.size()) headers_[count_++] = {*name, ascii::trim(line.rest())};
        }
        body_ = rest.rest();
    }

    /// Returns the request. Lifetime: refers to this object, too.
    [[nodiscard]] constexpr sent_request view() const& noexcept TC3_LIFETIMEBOUND {
        return {.method = method_, .target = target_, .headers = {headers_.data(), count_}, .body = body_};
    }
    sent_request view() const&& = delete;

private:
    [[nodiscard]] static constexpr std::string_view take_line(text_scanner& rest) noexcept {
        std::string_view line = rest.take_part("\n");
        if (line.ends_with('\r')) line.remove_suffix(1);
        return line;
    }

    std::string_view method_, target_, body_;
    std::array<http::header, most_headers> headers_{};
    std::size_t count_ = 0;
};

}  // namespace tc3::inline TC3_NAMESPACE::signing
