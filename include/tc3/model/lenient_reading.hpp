// SPDX-License-Identifier: MIT
// Lenient reading, the default for outputs: a member that is not as described costs at most this member.
//
//     expected   is also read from
//     text       a number or boolean, as it is spelled
//     number     text that is a number
//     boolean    0, 1, "0", "1", "true", "false"
//     list       {} and "", as an empty list
//     object     [], as an empty object
//
// - A value that cannot be read leaves its member unset. An element that cannot be read leaves the whole list unset.
// - Damaged text is repaired: see json/repair.hpp.
// - Of a repeated name the first value counts.
// - Fatal are broken syntax, too much depth, too many elements, and a value for a field that has no unset state, such as a plain bool.
//
// Leniency never decides. A field that is marked so in its table is read exactly (fields.hpp): what deviates leaves it unset.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/ascii.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/processor.hpp>
#include <tc3/core/text_literal.hpp>
#include <tc3/json/read.hpp>
#include <tc3/json/repair.hpp>
#include <tc3/model/decoder.hpp>
#include <tc3/model/deviation_report.hpp>
#include <tc3/model/fields.hpp>
#include <tc3/model/strict_reading.hpp>

#include <cstddef>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE {

namespace model_detail {

/// Reads a string, number or boolean.
bool read_any_scalar(decoder& in, json::kind expected, json::string_token& text);
/// Enters a value of the expected type, or skips an empty value of another one.
bool enter_or_skip_empty(decoder& in, json::kind expected);
/// Reads a member. If it cannot be read, leaves it unset and goes on.
bool read_member_leniently(decoder& in, const reading_row& row, void* object, bool is_repeated);

}  // namespace model_detail

/// Rules for outputs of a service that breaks its own description.
inline constexpr decoder_rules lenient_reading{
    .repair = &json::repair_damaged_text,
    .read_scalar = model_detail::read_any_scalar,
    .enter = model_detail::enter_or_skip_empty,
    .read_member = model_detail::read_member_leniently,
    .read_unknown_member = model_detail::skip_unknown_member,
    .check_object = nullptr,
    .check_base64 = nullptr,
};

}  // namespace tc3::inline TC3_NAMESPACE

#if defined(TC3_BODIES)

namespace tc3::inline TC3_NAMESPACE::model_detail {

/// Adds a deviation of the member at the path of a decoder to its report.
TC3_NOINLINE inline void report_deviation(decoder& in, errc code, json::kind found, bool is_unset) {
    if (in.report() == nullptr) return;
    in.path().keep();
    in.report()->add(in.path().view(), code, in.lenient().expected, found, is_unset);
    in.path().forget();
}

TC3_FUNCTION bool read_any_scalar(decoder& in, json::kind expected, json::string_token& text) {
    in.lenient().expected = expected;
    const std::size_t start = in.json().position();
    const json::kind found = in.json().peek();
    if (!in.json().read_scalar(found, text)) return false;
    if (found == expected && !text.is_damaged()) return true;
    const bool is_exact = in.lenient().is_exact;
    // Damaged text of another type is read, repaired, and reported as damaged; where it must be exact, its type is the first error.
    const bool has_wrong_type = found != expected && (is_exact || !text.is_damaged());
    const errc code = has_wrong_type ? errc::wrong_type : errc::invalid_utf8;
    if (is_exact) return in.json().fail(code, start);
    report_deviation(in, code, found, false);
    return true;
}

/// Returns whether a value, as it is spelled, is "", [] or {}.
[[nodiscard]] inline bool is_empty_value(const std::string_view& value) noexcept {
    if (!ascii::contains("\"[{"sv, value.front())) return false;
    std::size_t content = 1;
    while (value.front() != '"' && ascii::is_space(value[content])) ++content;
    return content + 1 == value.size();
}

TC3_FUNCTION bool enter_or_skip_empty(decoder& in, json::kind expected) {
    in.lenient().expected = expected;
    const std::size_t start = in.json().position();
    const json::kind found = in.json().peek();
    const bool is_text_for_object = expected == json::kind::object && found == json::kind::string;
    const bool must_fit = found == expected || in.lenient().is_exact || is_text_for_object;
    if (must_fit) return enter_expected(in, expected);
    if (!in.json().skip_value()) return false;
    if (!is_empty_value(in.json().since(start))) return in.json().fail(errc::wrong_type, start);
    report_deviation(in, errc::wrong_type, found, false);
    return false;
}

/// Skips the value of a name that occurred before. A field that could decide something becomes unset.
inline void skip_repeated(decoder& in, const reading_row& row, void* object) {
    const json::reader::mark value = in.json().current_mark();
    const json::kind found = in.json().peek();
    const bool becomes_unset = in.lenient().is_exact || row.leniency != leniency::full;
    if (becomes_unset) {
        in.json().fail(errc::duplicate, value.position);
        row.read(in, object);  // after an error it leaves the field unset
        in.json().return_to(value);
    }
    if (in.json().skip_value()) report_deviation(in, errc::duplicate, found, becomes_unset);
}

/// Skips a value that could not be read, unless the error is fatal. `reported` is the size of the report before the value: what was
/// reported of its parts is dropped with them.
inline void skip_unreadable(decoder& in, const json::reader::mark& value, std::size_t reported) {
    const errc code = in.json().error().code;
    const json::kind found = in.json().error().found;
    if (in.lenient().is_fatal || code == errc::too_many || code == errc::not_stored) return;
    in.json().return_to(value);
    if (!in.json().skip_value()) return;  // broken syntax is found again
    if (in.report() != nullptr) in.report()->shorten(reported);
    report_deviation(in, code, found, true);  // with the path of the error, which is still kept
    in.path().forget();
}

TC3_FUNCTION bool read_member_leniently(decoder& in, const reading_row& row, void* object, bool is_repeated) {
    in.lenient().expected = json::kind::none;
    if (is_repeated) {
        skip_repeated(in, row, object);
        return false;
    }
    if (skip_null(in.json())) return false;
    const json::reader::mark value = in.json().current_mark();
    const std::size_t reported = in.report() != nullptr ? in.report()->size() : 0;
    const bool was_exact = in.lenient().is_exact;
    in.lenient().is_exact = was_exact || row.leniency == leniency::exact;
    row.read(in, object);
    in.lenient().is_exact = was_exact;
    if (in.ok()) return true;
    if (!row.can_be_unset) in.lenient().is_fatal = true;
    skip_unreadable(in, value, reported);
    return false;
}

}  // namespace tc3::inline TC3_NAMESPACE::model_detail

#endif  // TC3_BODIES
