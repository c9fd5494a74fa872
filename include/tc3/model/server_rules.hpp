// SPDX-License-Identifier: MIT
// The checks of a server on the input that it reads, for emulators and tests. A client does not make them.
#pragma once

#include <tc3/core/ascii.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/fixed_text.hpp>
#include <tc3/core/literal.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/encoding/base64_forms.hpp>
#include <tc3/model/decoder.hpp>
#include <tc3/model/strict_reading.hpp>

#include <cstddef>
#include <span>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE {

namespace model_detail {

/// Rejects a member that no table lists. Its name becomes part of the path only if it looks like a wire name: it comes from outside.
void reject_unknown_member(decoder& in, const json::string_token& name);
/// Reads a member, and checks it against the limits of its field.
bool read_member_within_limits(decoder& in, const reading_row& row, void* object, bool is_repeated);
/// Checks that all required fields of an object are set.
void check_required(decoder& in, std::span<const object_part> parts, const field_set& fields);
/// Checks that the text of bytes is base64 as it has to be sent. The position is that of the value, as in the other checks.
void check_base64(decoder& in, std::string_view text, std::size_t start);

}  // namespace model_detail

/// Rules for a decoder that reads as the service does: `decoder in(json, server_rules)`.
///
/// Errors, besides those of decoder: unknown_member; not_allowed or out_of_range for a value outside the limits of its field; those of
/// find_base64_error() for bytes; missing for a required field that is absent or null.
inline constexpr decoder_rules server_rules{
    .repair = nullptr,
    .read_scalar = model_detail::read_expected_scalar,
    .enter = model_detail::enter_expected,
    .read_member = model_detail::read_member_within_limits,
    .read_unknown_member = model_detail::reject_unknown_member,
    .check_object = model_detail::check_required,
    .check_base64 = model_detail::check_base64,
};

}  // namespace tc3::inline TC3_NAMESPACE

#if defined(TC3_BODIES)

namespace tc3::inline TC3_NAMESPACE::model_detail {

TC3_FUNCTION void reject_unknown_member(decoder& in, const json::string_token& name) {
    constexpr std::size_t longest_name = 64;
    const std::string_view text = name.raw();
    const bool is_visible = ascii::find_not(text, ascii::is_visible) == std::string_view::npos;
    const bool is_plain = is_visible && !text.empty() && text.size() <= longest_name;
    const field_path::step member(in.path(), is_plain ? text : std::string_view("a member"));
    in.json().fail(errc::unknown_member, in.json().position());
    in.path().keep();
}

/// Returns whether `equals(value)` is true for one of the allowed values, or all values are allowed.
template <class Equals>
[[nodiscard]] bool is_allowed(std::span<const literal> allowed, Equals equals) noexcept {
    for (const literal value : allowed) {
        if (equals(value.view())) return true;
    }
    return allowed.empty();
}

[[nodiscard]] inline errc validate_text(const json::string_token& text, const value_limits& limits) noexcept {
    if (!is_allowed(limits.allowed, [&text](std::string_view value) { return text == value; })) return errc::not_allowed;
    return text.size() < limits.shortest || text.size() > limits.longest ? errc::out_of_range : errc::none;
}

[[nodiscard]] inline errc validate_number(const json::number_token& token, const value_limits& limits) noexcept {
    const auto number = token.to_int64();
    if (!number) return errc::out_of_range;
    fixed_text<20> digits;
    write_decimal(digits, *number);
    if (!is_allowed(limits.allowed, [&digits](std::string_view value) { return digits.view() == value; })) return errc::not_allowed;
    return *number < limits.least || *number > limits.most ? errc::out_of_range : errc::none;
}

/// Validates the next text or integer. Values of other types have no limits and are skipped.
[[nodiscard]] inline errc validate_next(json::reader& in, const value_limits& limits) noexcept {
    json::string_token text;
    json::number_token number;
    switch (in.peek()) {
        case json::kind::string: return in.read_string(text) ? validate_text(text, limits) : errc::none;
        case json::kind::number: return in.read_number(number) ? validate_number(number, limits) : errc::none;
        default: in.skip_value(); return errc::none;
    }
}

/// Checks a value that was read, or each element of a list, against the limits of its field. `start` is its position in the document.
inline void check_limits(decoder& in, const reading_row& row, std::size_t start) {
    if (row.limits == nullptr) return;
    json::reader value(in.json().since(start), {.depth = json::limits::deepest});
    if (value.peek() != json::kind::array) {
        if (const errc code = validate_next(value, *row.limits); code != errc::none) in.json().fail(code, start);
        return;
    }
    value.begin_array();
    while (value.next_element()) {
        const std::size_t element = value.position();
        const errc code = validate_next(value, *row.limits);
        if (code == errc::none) continue;
        in.json().fail(code, start + element);
        return;
    }
}

TC3_FUNCTION bool read_member_within_limits(decoder& in, const reading_row& row, void* object, bool is_repeated) {
    const std::size_t start = in.json().position();
    if (!read_member_once(in, row, object, is_repeated)) return false;
    check_limits(in, row, start);
    return in.ok();
}

TC3_FUNCTION void check_required(decoder& in, std::span<const object_part> parts, const field_set& fields) {
    std::size_t index = 0;
    for (const object_part& part : parts) {
        for (const reading_row& row : part.fields) {
            const bool is_set = fields.is_set(index++);
            if (is_set || row.presence != presence::required) continue;
            const field_path::step field(in.path(), row.wire_name);
            in.json().fail(errc::missing, in.json().position());
            return in.path().keep();
        }
    }
}

TC3_FUNCTION void check_base64(decoder& in, std::string_view text, std::size_t start) {
    const error wrong = find_base64_error(text);
    if (wrong.code != errc::none) in.json().fail(wrong.code, start);
}

}  // namespace tc3::inline TC3_NAMESPACE::model_detail

#endif  // TC3_BODIES
