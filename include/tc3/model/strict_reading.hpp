// SPDX-License-Identifier: MIT
// Strict reading: an output that is not as described is refused.
#pragma once

#include <tc3/core/error.hpp>
#include <tc3/json/read.hpp>
#include <tc3/model/decoder.hpp>
#include <tc3/model/fields.hpp>

namespace tc3::inline TC3_NAMESPACE {

namespace model_detail {

/// Reads a value of the expected type.
bool read_expected_scalar(decoder& in, json::kind expected, json::string_token& text);
/// Enters a value of the expected type.
bool enter_expected(decoder& in, json::kind expected);
/// Reads a member that must not be repeated.
bool read_member_once(decoder& in, const reading_row& row, void* object, bool is_repeated);
void skip_unknown_member(decoder& in, const json::string_token& name);

}  // namespace model_detail

/// Rules for outputs that must be as described: types, names that occur once, and text that is not damaged. As with all rules of a client,
/// unknown members are skipped, no field is required, and null leaves a field unset.
inline constexpr decoder_rules strict_reading{
    .repair = nullptr,
    .read_scalar = model_detail::read_expected_scalar,
    .enter = model_detail::enter_expected,
    .read_member = model_detail::read_member_once,
    .read_unknown_member = model_detail::skip_unknown_member,
    .check_object = nullptr,
    .check_base64 = nullptr,
};

}  // namespace tc3::inline TC3_NAMESPACE

#if defined(TC3_BODIES)

namespace tc3::inline TC3_NAMESPACE::model_detail {

TC3_FUNCTION bool read_expected_scalar(decoder& in, json::kind expected, json::string_token& text) {
    json::reader& json = in.json();
    const json::kind found = json.peek();
    if (found == json::kind::none) return false;
    return found == expected ? json.read_scalar(found, text) : json.fail(errc::wrong_type, json.position());
}

TC3_FUNCTION bool enter_expected(decoder& in, json::kind expected) {
    return expected == json::kind::object ? in.json().begin_object() : in.json().begin_array();
}

/// Skips a null, which leaves a field unset. Returns false if the next value is another.
inline bool skip_null(json::reader& json) {
    if (json.peek() != json::kind::null) return false;
    json.read_null();
    return true;
}

TC3_FUNCTION bool read_member_once(decoder& in, const reading_row& row, void* object, bool is_repeated) {
    json::reader& json = in.json();
    if (is_repeated) return json.fail(errc::duplicate, json.position());
    if (skip_null(json)) return false;
    row.read(in, object);
    return in.ok();
}

TC3_FUNCTION void skip_unknown_member(decoder& in, const json::string_token&) { in.json().skip_value(); }

}  // namespace tc3::inline TC3_NAMESPACE::model_detail

#endif  // TC3_BODIES
