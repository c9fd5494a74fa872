// SPDX-License-Identifier: MIT
// What went wrong, where, and at which byte: a small value that every floor uses. Nothing here holds a secret or a copy of input.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/sink.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tc3::inline v0_1 {

/// The kinds of fault. describe() says in words what each means and what to do.
enum class errc : std::uint8_t {
    none,
    // input of the caller
    missing,              ///< empty, or absent where the service requires it
    forbidden_character,  ///< a control character, a blank, or another character that may not stand there
    blank_at_end,         ///< blanks around a credential: a pasting error, never trimmed silently
    invalid_utf8,         ///< text that is not UTF-8
    out_of_range,         ///< a time or a number outside its limits
    malformed,            ///< not of the form that it must have
    duplicate,            ///< a header, or a member of a JSON object, that stands twice
    too_large,            ///< over a limit of the service; `at` is the size, `limit` the limit
    too_many,             ///< more than there is room for; `at` is the number, `limit` the limit
    wrong_scope,          ///< a signing key of another day or service
    // the caller's plug-ins
    crypto_failed,  ///< the SHA-256 or HMAC policy reported failure
    signer_failed,  ///< the signer reported failure, or returned no signature
    // the answer
    unexpected_character,  ///< not JSON
    unexpected_end,        ///< JSON that stops too early, or nothing at all
    trailing_characters,   ///< something after the end of the JSON document
    too_deep,              ///< nested deeper than the limit; `limit` is the limit
    bad_number,            ///< a number outside the JSON grammar
    bad_escape,            ///< an escape outside the JSON grammar
    lone_surrogate,        ///< half of a UTF-16 pair
    wrong_type,            ///< well-formed, but another JSON type than the field has
    unknown_member,        ///< a member that the table does not know, where these are refused
    not_allowed,           ///< a value outside a closed set
    unexpected_status,     ///< an HTTP status other than 200
    // the caller's memory, and waiting
    buffer_too_small,  ///< the caller's memory; `at` is the size needed, `limit` the size given
    no_room,           ///< a value that its storage did not take
    in_use,            ///< memory that another call uses at this moment
    abandoned,         ///< the transport dropped a call without an outcome
    cancelled,         ///< the caller, or the transport on its behalf, gave the call up
};

/// The part of a request or answer that a fault concerns.
enum class part : std::uint8_t {
    none,
    secret_id,
    secret_key,
    token,
    timestamp,
    service,
    host,
    connect_to,
    scheme,
    action,
    version,
    region,
    language,
    method,
    canonical_uri,
    query,
    content_type,
    header_name,
    header_value,
    signed_headers,
    signature,
    body,
    field,
    buffer,
    workspace,
    call,
};

/// The type of a JSON value. `none` stands for no value.
enum class json_type : std::uint8_t { none, object, array, string, number, boolean, null };

/// A fault with its place. Trivially copyable.
struct error {
    static constexpr std::size_t no_position = static_cast<std::size_t>(-1);

    errc code = errc::none;
    part where = part::none;
    json_type found = json_type::none;  ///< what stands there, where the code is wrong_type
    std::size_t at = no_position;       ///< a byte position within `where`, or a size: see the code
    std::size_t limit = 0;              ///< the limit that was passed, where the code has one
    /// The name of the header or field concerned, else empty. Points into the caller's memory: use it before that dies.
    std::string_view name = {};

    /// What was found follows from the place, so it is not compared.
    friend constexpr bool operator==(const error& a, const error& b) noexcept {
        return a.code == b.code && a.where == b.where && a.at == b.at && a.limit == b.limit && a.name == b.name;
    }
};

/// A few words on what a code means, without a full stop.
[[nodiscard]] constexpr std::string_view describe(errc code) noexcept {
    switch (code) {
        case errc::none: return "no error";
        case errc::missing: return "is empty or missing";
        case errc::forbidden_character: return "holds a character that is not allowed there";
        case errc::blank_at_end: return "begins or ends with a blank or line end (pasted with it?)";
        case errc::invalid_utf8: return "is not UTF-8";
        case errc::out_of_range: return "is out of range";
        case errc::malformed: return "is malformed";
        case errc::duplicate: return "stands twice";
        case errc::too_large: return "is too large";
        case errc::too_many: return "are too many";
        case errc::wrong_scope: return "does not fit the day and service of the signing key";
        case errc::crypto_failed: return "could not be computed: the crypto policy reported failure";
        case errc::signer_failed: return "could not be made: the signer reported failure";
        case errc::unexpected_character: return "is not JSON";
        case errc::unexpected_end: return "ends too early";
        case errc::trailing_characters: return "goes on after the JSON document";
        case errc::too_deep: return "is nested too deep";
        case errc::bad_number: return "holds a malformed number";
        case errc::bad_escape: return "holds a malformed escape";
        case errc::lone_surrogate: return "holds half of a surrogate pair";
        case errc::wrong_type: return "has another type than expected";
        case errc::unknown_member: return "is not a known member";
        case errc::not_allowed: return "is not one of the allowed values";
        case errc::unexpected_status: return "came with an HTTP status other than 200";
        case errc::buffer_too_small: return "is too small";
        case errc::no_room: return "finds no room in its storage";
        case errc::in_use: return "is in use by another call";
        case errc::abandoned: return "was dropped by the transport without an outcome";
        case errc::cancelled: return "was cancelled";
    }
    return "unknown error";
}

[[nodiscard]] constexpr std::string_view describe(json_type found) noexcept {
    switch (found) {
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

/// The words for a part, as they stand in messages.
[[nodiscard]] constexpr std::string_view describe(part where) noexcept {
    switch (where) {
        case part::none: return "text";
        case part::secret_id: return "secret id";
        case part::secret_key: return "secret key";
        case part::token: return "session token";
        case part::timestamp: return "timestamp";
        case part::service: return "service";
        case part::host: return "host";
        case part::connect_to: return "connect address";
        case part::scheme: return "scheme";
        case part::action: return "action";
        case part::version: return "version";
        case part::region: return "region";
        case part::language: return "language";
        case part::method: return "method";
        case part::canonical_uri: return "canonical URI";
        case part::query: return "query";
        case part::content_type: return "content type";
        case part::header_name: return "header name";
        case part::header_value: return "header value";
        case part::signed_headers: return "signed headers";
        case part::signature: return "signature";
        case part::body: return "body";
        case part::field: return "field";
        case part::buffer: return "buffer";
        case part::workspace: return "workspace";
        case part::call: return "call";
    }
    return "text";
}

namespace detail {

TC3_NOINLINE constexpr void write_error(any_sink& out, const error& fault) {
    if (fault.code == errc::none) {
        out.append(describe(fault.code));
        return;
    }
    const bool named_field = !fault.name.empty() && (fault.where == part::field || fault.where == part::body);
    if (!named_field) out.append(describe(fault.where));
    if (!named_field && !fault.name.empty()) out.append(" ");
    out.append(fault.name);
    out.append(" ");
    out.append(named_field && fault.code == errc::too_many ? std::string_view("has too many elements") : describe(fault.code));
    if (fault.code == errc::too_large || fault.code == errc::too_many || fault.code == errc::buffer_too_small) {
        const bool shortage = fault.code == errc::buffer_too_small;
        out.append(shortage ? ": needs " : ": ");
        write_decimal(out, fault.at);
        out.append(shortage ? " bytes, has " : fault.code == errc::too_large ? " bytes, the limit is " : ", the limit is ");
        write_decimal(out, fault.limit);
        return;
    }
    if (fault.limit != 0) {
        out.append(", the limit is ");
        write_decimal(out, fault.limit);
    }
    if (fault.found != json_type::none) {
        out.append(": found ");
        out.append(describe(fault.found));
    }
    if (fault.at != error::no_position) {
        out.append(", at byte ");
        write_decimal(out, fault.at);
        if (named_field && fault.where == part::body) out.append(" of the body");
    }
}

}  // namespace detail

/// Writes an error as one line without its end, "region is empty or missing". This is the only place that words an error.
template <sink S>
constexpr void write_error(S& out, const error& fault) {
    any_sink_of<S> to(out);
    detail::write_error(to, fault);
}

}  // namespace tc3::inline v0_1
