// SPDX-License-Identifier: MIT
// An error as a value: what is wrong, in which part, and at which byte. It holds no secret and no copy of the input.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/ascii.hpp>
#include <tc3/core/character_name.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/core/text_literal.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE {

/// What is wrong. The comments name the folders in which a code arises. A folder that uses one of them returns its codes too.
enum class errc : std::uint8_t {
    none,
    // The input of a caller.
    missing,              ///< empty, or absent where the service requires it (validation, signing, model, api)
    forbidden_character,  ///< a character that is not allowed at `position` (encoding, validation)
    untrimmed,            ///< begins, at position 0, or ends with a blank or a line end that was pasted with it (validation)
    placeholder,          ///< a word from an example in place of a credential (validation)
    swapped,              ///< a secret key that begins as a secret id does, with a secret id that does not (validation)
    has_scheme,           ///< "https://" before a host (validation)
    invalid_utf8,         ///< text that is not UTF-8 from `position` on (json, validation)
    out_of_range,         ///< a time or a number outside its limits (json, validation, model)
    malformed,            ///< a signature or an Authorization header of another form (signing)
    duplicate,            ///< a header or a member of a JSON object that occurs twice (validation, model, api)
    not_allowed,          ///< a value that is outside a closed set, or that another option excludes (model, api, transport)
    too_large,            ///< `needed` bytes where the service takes at most `limit` (validation, api)
    too_many,             ///< `needed` headers or list elements where at most `limit` are read (signing, model, api)
    wrong_scope,          ///< a signing key of another day or service (signing)
    // Text in place of base64 with the standard alphabet and padding.
    not_base64,   ///< a character that is not allowed at `position` (encoding, model)
    data_prefix,  ///< a data: URL, which has base64 after its comma (encoding, model)
    file_link,    ///< the address of a file (encoding, model)
    line_end,     ///< a line end or blank, the first at `position` (encoding, model)
    url_safe,     ///< the digits - and _ of the URL-safe alphabet, the first at `position` (encoding, model)
    unpadded,     ///< too few = at the end (encoding, model)
    // The policies and signers of a program.
    crypto_failed,  ///< the SHA-256 or HMAC policy reported failure (crypto, signing, api)
    signer_failed,  ///< the signer reported failure without an error of its own (adapters, api)
    // A JSON document.
    unexpected_character,  ///< not JSON (json)
    unexpected_end,        ///< a document or an encoded text that stops too early (encoding, json)
    trailing_characters,   ///< something after the end of the document (json)
    too_deep,              ///< more than `limit` levels of nesting (json, model)
    bad_number,            ///< a number outside the JSON grammar (json)
    bad_escape,            ///< an escape outside the JSON grammar (json)
    lone_surrogate,        ///< half of a UTF-16 surrogate pair (json, model)
    wrong_type,            ///< well-formed JSON of another type than expected: `found` (json, model, api)
    unknown_member,        ///< a member that the table does not list, where a server reads (model)
    // Bodies that are no JSON document (api).
    html_page,
    xml,
    gzip,
    compressed,     ///< zlib or zstd
    event_stream,   ///< server-sent events
    chunk_framing,  ///< sizes of chunks between parts of the body
    byte_order_mark,
    plain_text,
    binary_data,
    old_api,  ///< a response of version 2.0 of the API
    // Memory of a program.
    buffer_too_small,  ///< a buffer or workspace of `limit` bytes where `needed` are required (core, encoding, model)
    not_stored,        ///< a storage did not take a value (model, api)
    in_use,            ///< a workspace that another call uses (api)
};

/// The type of a JSON value; `none` where there is no value.
enum class json_type : std::uint8_t { none, object, array, string, number, boolean, null };

namespace core_detail {

/// The names of all parts. A program that writes no error does not link them.
inline constexpr std::string_view part_words[] = {
    "",          "HMAC",    "action",      "address",      "body",       "buffer",  "canonical URI", "connect address", "content type",
    "digest",    "field",   "header name", "header value", "headers",    "host",    "label",         "language",        "method",
    "query",     "region",  "scheme",      "secret id",    "secret key", "service", "session token", "signature",       "signed headers",
    "timestamp", "version", "workspace",
};

/// Returns the index of a name in part_words, or their number.
[[nodiscard]] constexpr std::size_t find_part_word(std::string_view word) noexcept {
    std::size_t index = 0;
    while (index < std::size(part_words) && part_words[index] != word) ++index;
    return index;
}

/// Not constexpr, and not defined: stops the compiler at a name that is not in part_words.
void the_name_of_a_part_must_be_in_part_words();

}  // namespace core_detail

/// The name of a part of a request or response, as it appears in a message: "host", "header value". It is one of the words of tc3, of which
/// the name keeps the index: one byte.
class part_name {
public:
    constexpr part_name() noexcept = default;
    /// Implicit: a string literal is the name of a part. A word that tc3 does not use does not compile.
    consteval part_name(const char* word) noexcept  // NOLINT: implicit
        : index_(static_cast<std::uint8_t>(core_detail::find_part_word(word))) {
        if (index_ == std::size(core_detail::part_words)) core_detail::the_name_of_a_part_must_be_in_part_words();
    }

    [[nodiscard]] constexpr std::string_view view() const noexcept { return core_detail::part_words[index_]; }
    [[nodiscard]] constexpr bool empty() const noexcept { return index_ == 0; }
    friend constexpr bool operator==(part_name a, std::string_view b) noexcept { return a.view() == b; }
    friend constexpr bool operator==(part_name a, const char* b) noexcept { return a.view() == b; }
    friend constexpr bool operator==(part_name a, part_name b) noexcept { return a.index_ == b.index_; }

private:
    std::uint8_t index_ = 0;
};

/// What is wrong and where. Trivially copyable.
///
/// Lifetime: `name` points into the memory that was checked, or is a constant.
struct error {
    static constexpr std::size_t no_position = static_cast<std::size_t>(-1);

    errc code = errc::none;
    json_type found = json_type::none;   ///< the type of the value, where the code is wrong_type
    char16_t character = 0;              ///< the character at `position`, as character_at() returns it; 0 if it was not looked at
    part_name part = {};                 ///< the part concerned
    std::size_t position = no_position;  ///< the byte within the part
    std::size_t needed = 0;              ///< the size that was found or is required: see the code
    std::size_t limit = 0;               ///< the limit that `needed` or the depth exceeds
    std::string_view name = {};          ///< the header or field concerned, "Filters[2].Name"; else empty

    /// Compares all members but `found` and `character`, which follow from document and position.
    friend constexpr bool operator==(const error& a, const error& b) noexcept {
        return a.code == b.code && a.part == b.part && a.name == b.name && a.position == b.position && a.needed == b.needed &&
               a.limit == b.limit;
    }
};

/// Returns what a code means in a few words that follow the name of a part, without a full stop.
[[nodiscard]] constexpr std::string_view describe(errc code) noexcept {
    switch (code) {
        case errc::none: return "no error";
        case errc::missing: return "is empty or missing";
        case errc::forbidden_character: return "holds a character that is not allowed there";
        case errc::placeholder: return "is a placeholder: pass the value itself";
        case errc::swapped: return "begins as a secret id does: are id and key swapped?";
        case errc::has_scheme: return "has a scheme (pass the name without https://)";
        case errc::untrimmed: return "begins or ends with a blank or line end";
        case errc::invalid_utf8: return "is not UTF-8";
        case errc::out_of_range: return "is out of range";
        case errc::malformed: return "is malformed";
        case errc::duplicate: return "occurs twice";
        case errc::not_allowed: return "is not allowed here";
        case errc::too_large: return "is too large";
        case errc::too_many: return "are too many";
        case errc::wrong_scope: return "does not fit the day and service of the signing key";
        case errc::not_base64: return "is not base64";
        case errc::data_prefix: return "begins with a data: prefix (pass what follows its comma)";
        case errc::file_link: return "is a link (pass the file itself as base64)";
        case errc::line_end: return "has line ends or blanks (remove them)";
        case errc::url_safe: return "has the URL-safe alphabet (replace - by + and _ by /)";
        case errc::unpadded: return "lacks padding (append = up to a multiple of four characters)";
        case errc::crypto_failed: return "could not be computed: the crypto policy reported failure";
        case errc::signer_failed: return "could not be made: the signer reported failure";
        case errc::unexpected_character: return "is not JSON";
        case errc::unexpected_end: return "ends too early";
        case errc::trailing_characters: return "continues after the JSON document";
        case errc::too_deep: return "is nested too deep";
        case errc::bad_number: return "holds a malformed number";
        case errc::bad_escape: return "holds a malformed escape";
        case errc::lone_surrogate: return "holds half of a surrogate pair";
        case errc::wrong_type: return "has another type than expected";
        case errc::unknown_member: return "is not a known member";
        case errc::html_page: return "is an HTML page, not JSON (from a proxy or a portal?)";
        case errc::xml: return "is XML, not JSON";
        case errc::gzip: return "is compressed with gzip: decompress it first";
        case errc::compressed: return "is compressed: decompress it first";
        case errc::event_stream: return "is an event stream, not one JSON document";
        case errc::chunk_framing: return "has the sizes of HTTP chunks in it: remove them first";
        case errc::byte_order_mark: return "begins with a byte order mark";
        case errc::plain_text: return "is plain text, not JSON";
        case errc::binary_data: return "is binary data, not JSON";
        case errc::old_api: return "is a response of API 2.0: is the host right?";
        case errc::buffer_too_small: return "is too small";
        case errc::not_stored: return "was not taken by its storage";
        case errc::in_use: return "is in use by another call";
    }
    return "unknown error";
}

/// Returns the name of a JSON type with its article.
[[nodiscard]] constexpr std::string_view describe(json_type type) noexcept {
    switch (type) {
        case json_type::none: return "nothing";
        case json_type::object: return "an object";
        case json_type::array: return "a list";
        case json_type::string: return "a text";
        case json_type::number: return "a number";
        case json_type::boolean: return "a boolean";
        case json_type::null: return "null";
    }
    return "";
}

/// Writes an error as one line without a line end: "region is empty or missing", "Filters[2].Name is not UTF-8, at byte 3".
/// All messages of tc3 take the words of an error from here. The name is written unchanged: tc3 sets names of headers, which are tokens,
/// and wire names of tables, but no text from outside.
template <sink S>
constexpr void write_error(S& out, const error& error);

namespace core_detail {

/// Says what to do about a header that a program may not add.
[[nodiscard]] constexpr std::string_view advice_for_header(std::string_view name) noexcept {
    struct option_of {
        std::string_view header, advice;
    };
    constexpr option_of options[] = {
        {"content-type", " (set content_type of request_options or of request_content)"},
        {"host", " (set host of the profile)"},
        {"x-tc-language", " (set language of the profile)"},
        {"x-tc-region", " (set region of the profile)"},
        {"x-tc-requestclient", " (set request_client of request_options)"},
        {"x-tc-token", " (set token of the credential)"},
        {"x-tc-traceid", " (set trace_id of request_options)"},
        {"x-tc-version", " (set version of the profile or of the action)"},
    };
    for (const option_of& each : options) {
        if (ascii::equal_lower(each.header, name)) return each.advice;
    }
    return {};
}

/// Says what to do about a character that a part does not hold.
[[nodiscard]] constexpr std::string_view advice_for_character(part_name part, char16_t character) noexcept {
    const char c = character < 0x7F ? static_cast<char>(character) : '\0';
    if (part == "secret id" || part == "secret key" || part == "session token") {
        return ascii::contains("$%<>{}"sv, c) ? std::string_view(" (is it encoded, or a placeholder?)") : std::string_view();
    }
    if (part != "host" && part != "connect address" && part != "address") return {};
    if (c == '@') return " (pass the name without a user)";
    if (c == ':') return " (an IPv6 address needs brackets)";
    return ascii::contains("/\\?#"sv, c) ? std::string_view(" (pass the name without a path)") : std::string_view();
}

[[nodiscard]] constexpr std::string_view advice_for(const error& error) noexcept {
    if (error.code == errc::untrimmed) return " (copied along with the text?)";
    if (error.code == errc::forbidden_character) return advice_for_character(error.part, error.character);
    if (error.code == errc::out_of_range && error.part == "timestamp") return " (is the clock set, and in seconds?)";
    if (error.code != errc::not_allowed) return {};
    if (error.part == "header name") return advice_for_header(error.name);
    if (error.part == "content type") {
        return " (only for a POST of a struct or JSON: application/json, with or without ; charset=utf-8)";
    }
    return {};
}

/// Writes what is wrong, with the character that it concerns, if that is known.
constexpr void write_description(any_sink& out, const error& error) {
    const bool is_untrimmed = error.code == errc::untrimmed;
    const bool is_of_character = is_untrimmed || error.code == errc::forbidden_character;
    // A letter or digit is wrong only because of what is before it, and may be one of a password.
    const bool is_telling = error.character >= 0x80 || !ascii::is_alphanumeric(static_cast<char>(error.character));
    if (error.character == 0 || !is_of_character || !is_telling) return out.append(describe(error.code));
    out.append(!is_untrimmed ? "holds " : error.position == 0 ? "begins with " : "ends with ");
    write_character_name(out, error.character);
}

/// Writes how large a file may be whose base64 fills a body: three quarters of it.
constexpr void write_size_advice(any_sink& out, const error& error) {
    if (error.code != errc::too_large) return;
    if (error.part == "query") return out.append(" (send it as a POST)");
    if (error.part != "body") return;
    out.append(" (as base64, a file takes 4 bytes for 3: up to ");
    write_decimal(out, error.limit / 4 * 3);
    out.append(" bytes of files)");
}

constexpr void write_size_error(any_sink& out, const error& error) {
    const bool shortage = error.code == errc::buffer_too_small;
    out.append(shortage ? ": needs " : ": ");
    write_decimal(out, error.needed);
    out.append(shortage ? " bytes, has " : error.code == errc::too_large ? " bytes, the limit is " : ", the limit is ");
    write_decimal(out, error.limit);
    write_size_advice(out, error);
}

TC3_NOINLINE constexpr void write_error(any_sink& out, const error& error) {
    if (error.code == errc::none) {
        out.append(describe(error.code));
        return;
    }
    const bool in_body = error.part == "body"sv;
    const bool named_field = !error.name.empty() && (in_body || error.part == "field"sv);
    if (!named_field) out.append(error.part.empty() ? std::string_view("text") : error.part.view());
    if (!named_field && !error.name.empty()) out.append(" ");
    out.append(error.name);
    out.append(" ");
    if (named_field && error.code == errc::too_many) {
        out.append("has too many elements");
    } else {
        write_description(out, error);
    }
    if (error.code == errc::too_large || error.code == errc::too_many || error.code == errc::buffer_too_small) {
        write_size_error(out, error);
        return;
    }
    if (error.limit != 0) {
        out.append(", the limit is ");
        write_decimal(out, error.limit);
    }
    if (error.found != json_type::none) {
        out.append(": found ");
        out.append(describe(error.found));
    }
    if (error.position != error::no_position) {
        out.append(", at byte ");
        write_decimal(out, error.position);
        if (named_field && in_body) out.append(" of the body");
    }
    out.append(advice_for(error));
}

}  // namespace core_detail

template <sink S>
constexpr void write_error(S& out, const error& error) {
    any_sink_of<S> to(out);
    core_detail::write_error(to, error);
}

}  // namespace tc3::inline TC3_NAMESPACE
