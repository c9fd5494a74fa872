// SPDX-License-Identifier: MIT
// The ways in which a body differs between signing and sending.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/signing/doctor/cause.hpp>
#include <tc3/signing/doctor/rewrite_json.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::signing::doctor {

/// What was signed in place of the body that was sent.
enum class body_change : std::uint8_t {
    none,
    with_line_feed,
    with_carriage_return,  ///< and a line feed, at the end
    without_line_end,
    to_carriage_returns,  ///< each line feed as CR LF
    to_line_feeds,        ///< each CR LF as a line feed
    with_mark,            ///< a byte order mark
    without_mark,
    empty,
    empty_object,    ///< {}
    as_json_string,  ///< the body as a string of JSON
    of_json_string,  ///< the text of the string of JSON that the body is
    query,           ///< the query of a GET request
    unsigned_payload,
    utf_16,  ///< little endian
    latin_1,
    object_of_java_script,  ///< "[object Object]"
    joined_chunks,          ///< of a request whose bytes were kept with its chunks
    rewritten,              ///< in the style of another serializer
};

/// The body that was signed: the body that was sent, after a change.
struct body_form {
    body_change change = body_change::none;
    json_style style = {};  ///< of body_change::rewritten
};

/// The number of styles: five spacings with each choice of escapes and order, and two of Gson and of System.Text.Json each.
inline constexpr std::size_t json_spacings = 5;
inline constexpr std::size_t json_styles = json_spacings * 16 + 4;
/// The number of forms. The first one is the body as sent.
inline constexpr std::size_t body_forms = static_cast<std::size_t>(body_change::rewritten) + json_styles;

/// Returns the form with a number below `body_forms`.
[[nodiscard]] body_form body_form_of(std::size_t number) noexcept;

/// Returns the cause of a form: body_line_end for `with_line_feed`; unknown for `joined_chunks`.
[[nodiscard]] cause cause_of(body_change change) noexcept;

/// Writes a body in a form, for hashing: the text is written in pieces. Returns false, after nothing was written, if the body has no such
/// form.
[[nodiscard]] bool write_body(any_sink& out, std::string_view body, std::string_view query, const body_form& form);

/// Writes what the form is: "with a line feed at the end".
void describe(any_sink& out, const body_form& form);

}  // namespace tc3::inline TC3_NAMESPACE::signing::doctor

#if defined(TC3_BODIES)

#include <tc3/core/ascii.hpp>
#include <tc3/core/slice.hpp>
#include <tc3/core/text_scanner.hpp>
#include <tc3/encoding/hex.hpp>
#include <tc3/encoding/utf16.hpp>
#include <tc3/encoding/utf8.hpp>
#include <tc3/json/read.hpp>
#include <tc3/json/write.hpp>
#include <tc3/signing/payload_hash.hpp>

namespace tc3::inline TC3_NAMESPACE::signing::doctor {

namespace doctor_detail {

inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

[[nodiscard]] inline std::string_view without_line_end(std::string_view text) noexcept {
    if (text.ends_with('\n')) text.remove_suffix(1);
    if (text.ends_with('\r')) text.remove_suffix(1);
    return text;
}

/// Writes a text with `line_end` in place of each `found`. Returns whether there was one.
[[nodiscard]] inline bool write_replaced(any_sink& out, std::string_view text, std::string_view found, std::string_view line_end) {
    const bool has_one = text.find(found) != std::string_view::npos;
    text_scanner rest(text);
    while (has_one) {
        const auto line = rest.take_until(found);
        if (!line) break;
        out.append(*line);
        out.append(line_end);
    }
    if (has_one) out.append(rest.rest());
    return has_one;
}

inline bool write_as_string(any_sink& out, std::string_view body) {
    if (find_invalid_utf8(body) != std::string_view::npos) return false;
    json::writer writer(out);
    writer.string(body);
    return true;
}

inline bool write_of_string(any_sink& out, std::string_view body) {
    json::reader in(body);
    json::string_token token;
    if (!in.read_string(token) || !in.finish()) return false;
    token.write(out);
    return true;
}

/// Writes UTF-8 as units of `bytes` bytes. Returns false if it is not UTF-8, all ASCII for one byte, or has a character without a unit.
[[nodiscard]] inline bool write_units(any_sink& out, std::string_view text, std::size_t bytes) {
    if (find_invalid_utf8(text) != std::string_view::npos) return false;
    if (bytes == 1) {
        bool is_ascii = true;
        for (std::string_view rest = text; !rest.empty();) {
            const char32_t character = take_utf8(rest);
            if (character > 0xFF) return false;
            is_ascii = is_ascii && character < 0x80;
        }
        if (is_ascii) return false;
    }
    while (!text.empty()) {
        const utf16_units pair = encode_utf16(take_utf8(text));
        for (std::size_t i = 0; i < pair.size; ++i) {
            const char unit[] = {static_cast<char>(pair.units[i] & 0xFFU), static_cast<char>(pair.units[i] >> 8U)};
            out.append(std::string_view(unit, bytes));
        }
    }
    return true;
}

// The characters that libraries write as escapes by number.
inline constexpr std::string_view escaped_by_go = "<>&";
inline constexpr std::string_view escaped_by_gson = "<>&='";
inline constexpr std::string_view escaped_by_system_text_json = "\"&'+<>`\x7f";

inline void set_spacing(json_style& style, std::size_t number) noexcept {
    if (number == 1) style.after_comma = " ";
    if (number != 0) style.after_colon = " ";
    if (number >= 3) style.indent = number == 3 ? 2 : 4;
}

/// Sets the style of Gson for 0 and 1, of System.Text.Json for 2 and 3; the odd ones are indented.
inline void set_style_of_library(json_style& style, std::size_t number) noexcept {
    const bool is_gson = number < 2;
    style = {.only_ascii = !is_gson,
             .escaped_by_number = is_gson ? escaped_by_gson : escaped_by_system_text_json,
             .has_capital_digits = !is_gson};
    set_spacing(style, number % 2 == 0 ? 0 : 3);
}

/// Writes the chunks of a body without their sizes. Returns false if it does not consist of chunks.
[[nodiscard]] inline bool join_chunks(any_sink& out, std::string_view body) {
    constexpr std::string_view line_end = "\r\n";
    constexpr std::size_t most_digits = 8;
    for (text_scanner rest(body); !rest.empty();) {
        std::size_t size = 0;
        const std::string_view digits = rest.take_while([](char c) { return hex_value(ascii::to_lower(c)) < 16; });
        for (const char digit : digits) size = size * 16 + hex_value(ascii::to_lower(digit));
        const bool is_size = !digits.empty() && digits.size() <= most_digits && rest.take_until(line_end).has_value();
        if (!is_size) return false;
        if (size == 0) return true;
        if (rest.rest().size() < size) return false;
        out.append(slice(rest.rest(), 0, size));
        rest = text_scanner(slice(rest.rest(), size));
        if (!rest.skip(line_end)) return false;
    }
    return false;
}

[[nodiscard]] inline bool write_joined_chunks(any_sink& out, std::string_view body) {
    counting_sink counted;
    sink_adapter counting(counted);
    return join_chunks(counting, body) && join_chunks(out, body);
}

inline constexpr std::string_view text_of_object = "[object Object]";

inline bool append(any_sink& out, std::string_view text) {
    out.append(text);
    return true;
}

}  // namespace doctor_detail

TC3_FUNCTION body_form body_form_of(std::size_t number) noexcept {
    constexpr auto first_style = static_cast<std::size_t>(body_change::rewritten);
    if (number < first_style) return {static_cast<body_change>(number)};
    body_form form{.change = body_change::rewritten, .style = {}};
    const std::size_t flags = (number - first_style) % 16;
    doctor_detail::set_spacing(form.style, (number - first_style) / 16);
    form.style.only_ascii = (flags & 1U) != 0;
    form.style.escapes_slashes = (flags & 2U) != 0;
    if ((flags & 4U) != 0) form.style.escaped_by_number = doctor_detail::escaped_by_go;
    form.style.sorts_members = (flags & 8U) != 0;
    if (number >= first_style + json_spacings * 16) doctor_detail::set_style_of_library(form.style, flags);
    return form;
}

TC3_FUNCTION cause cause_of(body_change change) noexcept {
    switch (change) {
        case body_change::with_line_feed:
        case body_change::with_carriage_return:
        case body_change::without_line_end:
        case body_change::to_carriage_returns:
        case body_change::to_line_feeds: return cause::body_line_end;
        case body_change::with_mark:
        case body_change::without_mark: return cause::body_byte_order_mark;
        case body_change::empty:
        case body_change::empty_object: return cause::body_empty;
        case body_change::as_json_string:
        case body_change::of_json_string: return cause::body_encoded_twice;
        case body_change::query: return cause::query_place;
        case body_change::unsigned_payload: return cause::body_unsigned;
        case body_change::utf_16:
        case body_change::latin_1: return cause::body_character_set;
        case body_change::joined_chunks: return cause::unknown;  // signed as it is sent
        case body_change::none:
        case body_change::object_of_java_script:
        case body_change::rewritten: break;
    }
    return cause::body_serialized_again;
}

TC3_FUNCTION bool write_body(any_sink& out, std::string_view body, std::string_view query, const body_form& form) {
    switch (form.change) {
        case body_change::none: return doctor_detail::append(out, body);
        case body_change::with_line_feed: return doctor_detail::append(out, body) && doctor_detail::append(out, "\n");
        case body_change::with_carriage_return: return doctor_detail::append(out, body) && doctor_detail::append(out, "\r\n");
        case body_change::without_line_end: {
            const std::string_view line = doctor_detail::without_line_end(body);
            return line.size() != body.size() && doctor_detail::append(out, line);
        }
        case body_change::to_carriage_returns: {
            return body.find("\r\n") == std::string_view::npos && doctor_detail::write_replaced(out, body, "\n", "\r\n");
        }
        case body_change::to_line_feeds: return doctor_detail::write_replaced(out, body, "\r\n", "\n");
        case body_change::with_mark: return doctor_detail::append(out, doctor_detail::byte_order_mark) && doctor_detail::append(out, body);
        case body_change::without_mark: {
            return body.starts_with(doctor_detail::byte_order_mark) &&
                   doctor_detail::append(out, body.substr(doctor_detail::byte_order_mark.size()));
        }
        case body_change::empty: return !body.empty();
        case body_change::empty_object: return body.empty() && doctor_detail::append(out, "{}");
        case body_change::as_json_string: return doctor_detail::write_as_string(out, body);
        case body_change::of_json_string: return doctor_detail::write_of_string(out, body);
        case body_change::query: return !query.empty() && doctor_detail::append(out, query);
        case body_change::unsigned_payload: return doctor_detail::append(out, unsigned_payload);
        case body_change::utf_16: return doctor_detail::write_units(out, body, 2);
        case body_change::latin_1: return doctor_detail::write_units(out, body, 1);
        case body_change::joined_chunks: return doctor_detail::write_joined_chunks(out, body);
        case body_change::object_of_java_script: return doctor_detail::append(out, doctor_detail::text_of_object);
        case body_change::rewritten: break;
    }
    return rewrite_json(out, body, form.style);
}

TC3_FUNCTION void describe(any_sink& out, const body_form& form) {
    switch (form.change) {
        case body_change::none: return out.append("the body as sent");
        case body_change::with_line_feed: return out.append("a line feed at the end of the body");
        case body_change::with_carriage_return: return out.append("CR LF at the end of the body");
        case body_change::without_line_end: return out.append("no line end at the end of the body");
        case body_change::to_carriage_returns: return out.append("CR LF for each line feed of the body");
        case body_change::to_line_feeds: return out.append("a line feed for each CR LF of the body");
        case body_change::with_mark: return out.append("a byte order mark before the body");
        case body_change::without_mark: return out.append("no byte order mark before the body");
        case body_change::empty: return out.append("an empty body");
        case body_change::empty_object: return out.append("the body {}");
        case body_change::as_json_string: return out.append("the body as a JSON string");
        case body_change::of_json_string: return out.append("the text of the JSON string that the body is");
        case body_change::query: return out.append("the query as the body");
        case body_change::unsigned_payload: return out.append("UNSIGNED-PAYLOAD as the body");
        case body_change::utf_16: return out.append("the body in UTF-16");
        case body_change::latin_1: return out.append("the body in Latin-1");
        case body_change::joined_chunks: return out.append("the body without the sizes of its chunks");
        case body_change::object_of_java_script: return out.append("`[object Object]` as the body");
        case body_change::rewritten: break;
    }
    const json_style& style = form.style;
    if (style.indent != 0) {
        out.append(style.indent == 2 ? "JSON indented by 2" : "JSON indented by 4");
    } else if (style.after_colon.empty()) {
        out.append("compact JSON");
    } else {
        out.append(style.after_comma.empty() ? "JSON with a blank after colons" : "JSON with blanks after commas and colons");
    }
    if (style.escaped_by_number == doctor_detail::escaped_by_gson) return out.append(", written by Gson");
    if (style.has_capital_digits) return out.append(", written by System.Text.Json");
    if (style.only_ascii) out.append(", all but ASCII as \\u escapes");
    if (style.escapes_slashes) out.append(", slashes as \\/");
    if (!style.escaped_by_number.empty()) out.append(", <, > and & as \\u escapes");
    if (style.sorts_members) out.append(", members sorted by name");
}

}  // namespace tc3::inline TC3_NAMESPACE::signing::doctor

#endif  // TC3_BODIES
