// SPDX-License-Identifier: MIT
// Writes the evidence of findings: printable, with nothing secret, and cut between two characters.
#pragma once

#include <tc3/core/sink.hpp>
#include <tc3/encoding/line_sink.hpp>
#include <tc3/encoding/utf8.hpp>
#include <tc3/http/message.hpp>
#include <tc3/signing/doctor/attempt.hpp>
#include <tc3/signing/doctor/finding.hpp>
#include <tc3/signing/doctor/known_facts.hpp>

#include <concepts>
#include <cstddef>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::signing::doctor {

/// Returns whether a text contains eight consecutive characters of a secret key or token that is known, or all of a shorter one.
[[nodiscard]] constexpr bool reveals_secret(std::string_view text, const known_facts& facts) noexcept;

/// Writes a text of the request in backquotes. Characters that are not printable are written as escapes, a text that reveals a secret as
/// the mask, and at most the beginning of a long text.
constexpr void write_quoted(any_sink& out, const known_facts& facts, const joined_text& text);

/// Adds a finding whose evidence `write(out)` writes.
template <std::invocable<any_sink&> Write>
constexpr void add_finding(diagnosis& found, cause why, bool is_certain, Write write) {
    finding next{.cause = why, .is_certain = is_certain, .evidence = {}};
    sink_adapter out(next.evidence);
    write(out);
    if (next.evidence.truncated()) {
        constexpr std::string_view more = "...";
        next.evidence.shorten(longest_evidence - more.size());
        next.evidence.shorten(find_invalid_utf8(next.evidence.view()));
        next.evidence.append(more);
    }
    found.add(next);
}

/// Adds a finding with a fixed text as its evidence.
constexpr void add_finding(diagnosis& found, cause why, bool is_certain, std::string_view evidence) {
    found.add({.cause = why, .is_certain = is_certain, .evidence = fixed_text<longest_evidence>(evidence)});
}

namespace doctor_detail {

// No longer text is shown whole.
inline constexpr std::size_t longest_quoted = longest_evidence;

[[nodiscard]] constexpr bool has_part_of(std::string_view text, std::string_view secret) noexcept {
    constexpr std::size_t shortest_part = 8;  // shorter ones are in words, such as "example"
    if (secret.size() < shortest_part) return !secret.empty() && text.find(secret) != std::string_view::npos;
    for (std::size_t i = 0; i + shortest_part <= secret.size(); ++i) {
        if (text.find(secret.substr(i, shortest_part)) != std::string_view::npos) return true;
    }
    return false;
}

[[nodiscard]] constexpr bool has_part_of(std::string_view text, const credential_view& credential) noexcept {
    return has_part_of(text, credential.secret_key) || has_part_of(text, credential.token);
}

}  // namespace doctor_detail

constexpr bool reveals_secret(std::string_view text, const known_facts& facts) noexcept {
    if (doctor_detail::has_part_of(text, facts.credential)) return true;
    for (const credential_view& other : facts.other_credentials) {
        if (doctor_detail::has_part_of(text, other)) return true;
    }
    return false;
}

constexpr void write_quoted(any_sink& out, const known_facts& facts, const joined_text& text) {
    out.append("`");
    for (const std::string_view piece : text.pieces) {
        const std::string_view shown = slice(piece, 0, doctor_detail::longest_quoted);
        if (reveals_secret(shown, facts)) {
            out.append(http::mask);
        } else {
            write_printable(out, shown);
        }
    }
    out.append("`");
}

}  // namespace tc3::inline TC3_NAMESPACE::signing::doctor
