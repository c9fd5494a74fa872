// SPDX-License-Identifier: MIT
// What a server checks of the parameters that it is sent, and a client leaves to it: for emulators, and for tests of a table.
#pragma once

#include <tc3/api/decoder.hpp>
#include <tc3/core/ascii.hpp>
#include <tc3/core/literal.hpp>

#include <cstddef>
#include <span>
#include <string_view>

namespace tc3::inline v0_1 {

namespace detail {

/// A name from outside is repeated only if it reads like one.
inline void refuse_unknown(decoder& in, const json::string_token& name) {
    const std::string_view text = name.raw();
    const bool plain = !text.empty() && text.size() <= 64 && ascii::find_not(text, ascii::is_visible) == std::string_view::npos;
    static_cast<void>(in.path().enter(plain ? text : std::string_view("a member")));
    in.json().fail(errc::unknown_member, in.json().position());
}

[[nodiscard]] inline bool is_one_of(const json::string_token& value, std::span<const literal> allowed) noexcept {
    for (const literal each : allowed) {
        if (value == each.view()) return true;
    }
    return false;
}

/// Looks ahead at a text, or at each text of a list. Of other types the read itself will say that they are wrong.
inline void expect_allowed(decoder& in, const field& row) {
    if (row.allowed.empty()) return;
    json::reader ahead = in.json();
    json::string_token value;
    if (ahead.peek() == json::kind::string) {
        if (ahead.read_string(value) && !is_one_of(value, row.allowed)) in.json().fail(errc::not_allowed, in.json().position());
        return;
    }
    if (ahead.peek() != json::kind::array || !ahead.begin_array()) return;
    while (ahead.next_element()) {
        const std::size_t at = ahead.position();
        if (!ahead.read_string(value)) return;
        if (!is_one_of(value, row.allowed)) in.json().fail(errc::not_allowed, at);
    }
}

inline void expect_required(decoder& in, std::span<const object_part> parts, const field_set& filled) {
    std::size_t index = 0;
    for (const object_part& part : parts) {
        for (const field& row : part.fields) {
            const bool absent = !filled.contains(index++);
            if (!absent || row.presence != presence::required) continue;
            static_cast<void>(in.path().enter(row.wire_name));
            in.json().fail(errc::missing, in.json().position());
            return;
        }
    }
}

}  // namespace detail

/// Unknown members, values outside a closed set and absent required fields are faults.
inline constexpr decoder_rules server_rules{
    .meet_unknown = detail::refuse_unknown, .meet_value = detail::expect_allowed, .leave_object = detail::expect_required};

}  // namespace tc3::inline v0_1
