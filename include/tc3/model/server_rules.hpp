// SPDX-License-Identifier: MIT
// What a server checks of the parameters that it is sent, and a client leaves to it: for emulators, and for tests of a table.
#pragma once

#include <tc3/core/ascii.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/fixed_text.hpp>
#include <tc3/core/literal.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/model/decoder.hpp>

#include <cstddef>
#include <span>
#include <string_view>

namespace tc3::inline v0_1 {

namespace model_detail {

/// A name from outside is repeated only if it reads like one.
inline void reject_unknown_member(decoder& in, const json::string_token& name) {
    const std::string_view text = name.raw();
    const bool plain = !text.empty() && text.size() <= 64 && ascii::find_not(text, ascii::is_visible) == std::string_view::npos;
    static_cast<void>(in.path().enter(plain ? text : std::string_view("a member")));
    in.json().fail(errc::unknown_member, in.json().position());
}

/// Whether a closed set has a value, `same` telling which it is.
template <class Same>
[[nodiscard]] bool is_allowed(std::span<const literal> allowed, Same same) noexcept {
    for (const literal each : allowed) {
        if (same(each.view())) return true;
    }
    return allowed.empty();
}

[[nodiscard]] inline errc validate_text(const json::string_token& value, const value_limits& limits) noexcept {
    if (!is_allowed(limits.allowed, [&value](std::string_view each) { return value == each; })) return errc::not_allowed;
    return value.size() < limits.shortest || value.size() > limits.longest ? errc::out_of_range : errc::none;
}

[[nodiscard]] inline errc validate_number(const json::number_token& value, const value_limits& limits) noexcept {
    const auto number = value.to_int64();
    if (!number) return errc::out_of_range;
    fixed_text<20> digits;
    write_decimal(digits, *number);
    if (!is_allowed(limits.allowed, [&digits](std::string_view each) { return digits.view() == each; })) return errc::not_allowed;
    return *number < limits.least || *number > limits.most ? errc::out_of_range : errc::none;
}

/// One text or whole number; other types have no limits.
[[nodiscard]] inline errc validate_next(json::reader& in, const value_limits& limits) noexcept {
    json::string_token text;
    json::number_token number;
    switch (in.peek()) {
        case json::kind::string: return in.read_string(text) ? validate_text(text, limits) : errc::none;
        case json::kind::number: return in.read_number(number) ? validate_number(number, limits) : errc::none;
        default: in.skip_value(); return errc::none;
    }
}

/// A value, or each element of a list, by the limits of its field. It was read already, so it is of the field's type.
inline void check_limits(decoder& in, const reading_row& row, std::size_t start) {
    if (row.limits == nullptr) return;
    json::reader value(in.json().since(start), {.depth = json::limits::deepest});
    if (value.peek() != json::kind::array) {
        if (const errc error = validate_next(value, *row.limits); error != errc::none) in.json().fail(error, start);
        return;
    }
    value.begin_array();
    while (value.next_element()) {
        const std::size_t at = value.position();
        const errc error = validate_next(value, *row.limits);
        if (error == errc::none) continue;
        in.json().fail(error, start + at);
        return;
    }
}

inline void check_required(decoder& in, std::span<const object_part> parts, const field_set& filled) {
    std::size_t index = 0;
    for (const object_part& part : parts) {
        for (const reading_row& row : part.fields) {
            const bool absent = !filled.contains(index++);
            if (!absent || row.presence != presence::required) continue;
            static_cast<void>(in.path().enter(row.wire_name));
            in.json().fail(errc::missing, in.json().position());
            return;
        }
    }
}

}  // namespace model_detail

/// Unknown members, values beyond the limits of their field and absent required fields are faults.
inline constexpr decoder_rules server_rules{.on_unknown_member = model_detail::reject_unknown_member,
                                            .check_value = model_detail::check_limits,
                                            .check_object = model_detail::check_required};

}  // namespace tc3::inline v0_1
