// SPDX-License-Identifier: MIT
// Finds the end of a JSON string and checks its UTF-8 and its escapes on the way.
#pragma once

#include <tc3/core/error.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/encoding/utf8.hpp>
#include <tc3/json/escape.hpp>
#include <tc3/json/plain_run.hpp>

#include <cstddef>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::json::detail {

/// A string up to its closing quote, or up to its first error.
struct string_scan {
    std::size_t size = 0;        ///< the bytes before the closing quote or the error
    counting_sink decoded = {};  ///< counts the bytes of the decoded text
    bool ascii = true;           ///< whether the bytes outside escapes are ASCII
    bool damaged = false;        ///< whether the text was damaged and is repaired: see repair.hpp
    errc error = errc::none;
};

/// Scans a string, but does not validate its UTF-8. The text begins after the opening quote and continues to the end of the document.
/// `allowed` is the error of an escape that does not end the scan.
[[nodiscard]] constexpr string_scan scan_escapes(std::string_view text, errc allowed = errc::none) noexcept {
    string_scan scan;
    for (;;) {
        const plain_run run = find_plain_run(text);
        scan.decoded.append({text.data(), run.size});
        scan.ascii = scan.ascii && run.ascii;
        scan.size += run.size;
        text.remove_prefix(run.size);
        if (text.empty()) {
            scan.error = errc::unexpected_end;
            return scan;
        }
        if (text.front() == '"') return scan;
        const escape next = text.front() == '\\' ? parse_escape(text) : escape{.error = errc::unexpected_character};
        if (next.error != errc::none && next.error != allowed) {
            scan.error = next.error;
            return scan;
        }
        write_utf8(scan.decoded, next.code_point);
        scan.size += next.size;
        text.remove_prefix(next.size);
    }
}

/// Scans a string. The text begins after the opening quote and continues to the end of the document.
///
/// Errors: invalid_utf8; unexpected_character for a control character; those of parse_escape(); unexpected_end without a closing quote.
[[nodiscard]] constexpr string_scan scan_string(const std::string_view& text) noexcept {
    string_scan scan = scan_escapes(text);
    if (scan.ascii) return scan;
    // The bytes up to a quote, or up to another error, are checked separately: no UTF-8 sequence contains an ASCII byte.
    const std::size_t invalid = find_invalid_utf8({text.data(), scan.size});
    if (invalid == std::string_view::npos) return scan;
    return {.size = invalid, .error = errc::invalid_utf8};
}

}  // namespace tc3::inline TC3_NAMESPACE::json::detail
