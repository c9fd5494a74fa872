// SPDX-License-Identifier: MIT
// What a secret id, a secret key and a session token may hold: what can be signed, and what can be real.
#pragma once

#include <tc3/core/ascii.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/result.hpp>
#include <tc3/core/slice.hpp>
#include <tc3/core/text_literal.hpp>
#include <tc3/validation/character_class.hpp>
#include <tc3/validation/first_error.hpp>
#include <tc3/validation/text_rule.hpp>

#include <cstddef>
#include <initializer_list>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE {

/// Returns whether `c` may occur in a credential that the service issued: visible ASCII without quotes and without the signs of a
/// placeholder, an escape or a list. Issued ids, keys and tokens consist of letters, digits and "+/=-_".
[[nodiscard]] constexpr bool is_credential_character(char c) noexcept {
    return ascii::is_visible(c) && !ascii::contains("\"'`$%<>{}\\,;"sv, c);
}
/// Returns whether `c` may occur in a secret id that the service issued: a character of a credential that can be sent.
[[nodiscard]] constexpr bool is_issued_id_character(char c) noexcept { return c != '/' && is_credential_character(c); }
/// Returns whether `c` may occur in a secret id: visible ASCII but '/' and ',', which end the id in the Authorization header.
[[nodiscard]] constexpr bool is_secret_id_character(char c) noexcept { return ascii::is_visible(c) && c != '/' && c != ','; }

/// The rules for an id that can be sent, and for a key that can sign: any byte is allowed inside a key, since it is never sent.
inline constexpr text_rule secret_id_rule{
    .part = "secret id", .required = true, .trimmed = true, .allowed = class_of<is_secret_id_character>};
inline constexpr text_rule secret_key_rule{.part = "secret key", .required = true, .trimmed = true};
/// The rules for an id, a key and a token that the service issued.
inline constexpr text_rule issued_secret_id_rule{
    .part = "secret id", .required = true, .trimmed = true, .allowed = class_of<is_issued_id_character>};
inline constexpr text_rule issued_secret_key_rule{
    .part = "secret key", .required = true, .trimmed = true, .allowed = class_of<is_credential_character>};
inline constexpr text_rule issued_token_rule{.part = "session token", .trimmed = true, .allowed = class_of<is_credential_character>};

/// Adds an error if a secret id, key or token, as `rule` says which, is a placeholder from an example or has its name before it: a text
/// that begins with a word such as "your". With a short word it must also be shorter than all that the service issues.
constexpr void check_placeholder(first_error& errors, const text_rule& rule, std::string_view text) noexcept {
    if (text.empty()) return;
    constexpr std::size_t shortest_issued = 32;  // of a secret key; ids have 36 characters, and temporary credentials more
    constexpr std::size_t shortest_certain = 8;  // of a word: no random text begins with it
    for (const std::string_view word : {"secretid"sv, "secretkey"sv, "secret_id"sv, "secret_key"sv, "tencentcloud_"sv, "undefined"sv,
                                        "your"sv, "xxx"sv, "replace"sv, "change"sv, "none"sv, "null"sv}) {
        if (ascii::to_lower(text.front()) != word.front()) continue;
        if (word.size() < shortest_certain && text.size() >= shortest_issued) continue;
        if (ascii::equal_lower(slice(text, 0, word.size()), word)) errors.add(errc::placeholder, rule.part);
    }
}

/// Adds an error if a part of a credential is a placeholder, or if id and key are swapped: the key begins as an id does, and the id does
/// not or is the same. An empty part has no error.
constexpr void check_placeholders_and_swap(first_error& errors, std::string_view secret_id, std::string_view secret_key,
                                           std::string_view token) noexcept {
    const auto begins_as_id = [](std::string_view text) { return starts_with(text, "AKID"sv) || starts_with(text, "IKID"sv); };
    check_placeholder(errors, issued_secret_id_rule, secret_id);
    check_placeholder(errors, issued_secret_key_rule, secret_key);
    check_placeholder(errors, issued_token_rule, token);
    if (begins_as_id(secret_key) && (!begins_as_id(secret_id) || equal(secret_id, secret_key)))
        errors.add(errc::swapped, issued_secret_key_rule.part);
}

/// Validates the parts of a credential as make_request() does, for programs that sign without it. An empty token is valid.
///
/// Errors: missing, untrimmed, forbidden_character, placeholder or swapped, of "secret id", "secret key" or "session token". The error
/// holds the character that is wrong and nothing else of the credential.
/// Source: docs/tc3-signing.md 4.
[[nodiscard]] constexpr result<void, error> validate_credential(std::string_view secret_id, std::string_view secret_key,
                                                                std::string_view token = {}) noexcept {
    first_error errors;
    check_placeholders_and_swap(errors, secret_id, secret_key, token);
    errors.check_text(issued_secret_id_rule, secret_id);
    errors.check_text(issued_secret_key_rule, secret_key);
    errors.check_text(issued_token_rule, token);
    const part_name part = errors.error().part;
    errors.name_character(part == secret_id_rule.part ? secret_id : part == issued_secret_key_rule.part ? secret_key : token);
    return errors.to_result();
}

/// Returns whether a secret id can be sent. validate_credential() finds more: what no issued id holds.
///
/// Errors: missing, untrimmed or forbidden_character, of "secret id".
/// Source: docs/tc3-signing.md 1.5, for the form of the header; 4, for pasted blanks.
[[nodiscard]] constexpr result<void, error> validate_secret_id(std::string_view secret_id) noexcept {
    first_error errors;
    errors.check_text(secret_id_rule, secret_id);
    return errors.to_result();
}

/// Returns whether a secret key can sign: any byte is allowed inside it, since it is never sent. validate_credential() finds more: what no
/// issued key holds.
///
/// Errors: missing, or untrimmed for a key that was pasted with blanks or a line end, of "secret key".
/// Source: docs/tc3-signing.md 4.
[[nodiscard]] constexpr result<void, error> validate_secret_key(std::string_view secret_key) noexcept {
    first_error errors;
    errors.check_text(secret_key_rule, secret_key);
    return errors.to_result();
}

}  // namespace tc3::inline TC3_NAMESPACE
