// SPDX-License-Identifier: MIT
// outcome(): did the person pass? A call can succeed and still say no; this reads the outcome from the output.
#pragma once

#include <tc3/api/failure.hpp>
#include <tc3/config.hpp>
#include <tc3/core/fixed_text.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/encoding/line_sink.hpp>
#include <tc3/faceid/types/error_code.hpp>
#include <tc3/faceid/types/result_code.hpp>
#include <tc3/model/fields.hpp>
#include <tc3/model/storage.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::faceid {

/// What an output says of the person.
enum class outcome_state : std::uint8_t {
    unknown,     ///< no outcome: the field is absent, null, empty or invalid text
    pending,     ///< no outcome yet: read the result again later
    passed,      ///< the person passed
    not_passed,  ///< any other code, also of a check that failed, or one that tc3 does not know: see decided()
};

/// Returns the name of a state: "not passed".
[[nodiscard]] constexpr std::string_view name_of(outcome_state state) noexcept {
    switch (state) {
        case outcome_state::unknown: return "unknown";
        case outcome_state::pending: return "pending";
        case outcome_state::passed: return "passed";
        case outcome_state::not_passed: return "not passed";
    }
    return "";
}

/// The number of characters of a code that outcome_info keeps. The codes of the service are shorter than 50.
inline constexpr std::size_t longest_outcome_code = 63;

/// The outcome in an output, with its code and the meaning of the code. It holds no personal data except the outcome.
///
/// Lifetime: independent of the output; `text` refers to a constant.
struct outcome_info {
    outcome_state state = outcome_state::unknown;
    fixed_text<longest_outcome_code> code = {};  ///< the code in the output, "1001"; a number as its decimal digits
    std::string_view text = {};                  ///< the meaning of the code; empty for a code that tc3 does not know
    /// verification_outcome if the service decided about the person; the kind of error that prevented this; else unknown.
    error_category category = error_category::unknown;

    [[nodiscard]] constexpr bool passed() const noexcept { return state == outcome_state::passed; }
    [[nodiscard]] constexpr bool pending() const noexcept { return state == outcome_state::pending; }
    /// Returns whether the service examined the person and decided; the same input will get the same outcome. Check it after `not_passed`:
    /// if false, the check itself failed or tc3 does not know the code, and nothing is said of the person.
    [[nodiscard]] constexpr bool decided() const noexcept { return category == error_category::verification_outcome; }
};

/// Where an output states its outcome, and by which codes. `Field` points to the member, an optional text or an optional integer.
///
/// Lifetime: refers to constants.
template <auto Field>
struct outcome_source {
    static constexpr auto field = Field;
    std::span<const std::string_view> passed;    ///< the codes that mean passed; numbers as their decimal digits
    std::string_view pending = {};               ///< the code that means pending; empty: the manual names none
    std::span<const result_code> meanings = {};  ///< the known codes
    /// Describes the codes that `meanings` lacks, if error codes occur as results.
    error_code_info (*others)(std::string_view) noexcept = nullptr;
};

namespace detail {
struct no_outcome {};
}  // namespace detail

/// Where outputs of a type state their outcome. Specialize it for a type of your own, whose field table reads the member exactly, so that
/// a value of another type is no code:
///
///     template <>
///     inline constexpr auto tc3::fields_of<my_output> = tc3::field_table(tc3::field_of<&my_output::result>("Result").exact());
///     template <>
///     inline constexpr auto tc3::faceid::outcome_source_of<my_output> =
///         tc3::faceid::outcome_source<&my_output::result>{.passed = my_codes};
template <class Output>
inline constexpr detail::no_outcome outcome_source_of{};

/// An output that states an outcome. The output of an action that only issues a token does not.
template <class Output>
concept has_outcome = requires { outcome_source_of<Output>.passed; };

/// Returns whether the person passed, as an output states it.
///
///     const auto outcome = tc3::faceid::outcome(*output);
///     if (outcome.passed()) ...
///
/// The service's own words are in the output, in a member such as `description`. Show them to people only: they depend on the language
/// and may change.
/// Cost: no allocation; a search in the table of codes.
template <has_outcome Output>
[[nodiscard]] constexpr outcome_info outcome(const Output& output) noexcept;

/// Writes an outcome as one line without a line end: "not passed: 1005: liveness check failed". The code is written by write_printable().
template <sink S>
void write_outcome(S& out, const outcome_info& outcome);

/// Returns an outcome as one line without a line end.
[[nodiscard]] std::string to_string(const outcome_info& outcome);

namespace detail {

using outcome_code = fixed_text<longest_outcome_code>;

template <std::integral Number>
[[nodiscard]] constexpr outcome_code code_of(Number value) noexcept {
    outcome_code code;
    write_decimal(code, value);
    return code;
}

template <text_type Text>
[[nodiscard]] constexpr outcome_code code_of(const Text& value) noexcept {
    outcome_code code;
    // The valid beginning of an invalid text could equal a code.
    return write_text(code, value) ? code : outcome_code();
}

[[nodiscard]] constexpr outcome_state state_of(std::string_view code, std::span<const std::string_view> passed,
                                               std::string_view pending) noexcept {
    if (code.empty()) return outcome_state::unknown;
    if (code == pending) return outcome_state::pending;
    for (const std::string_view each : passed) {
        if (code == each) return outcome_state::passed;
    }
    return outcome_state::not_passed;
}

/// Returns the meaning of a code, or an empty result_code for one that is not known.
[[nodiscard]] constexpr result_code meaning_of(std::string_view code, std::span<const result_code> meanings,
                                               error_code_info (*others)(std::string_view) noexcept) noexcept {
    for (const result_code& known : meanings) {
        if (known.code == code) return known;
    }
    const error_code_info known = others != nullptr ? others(code) : error_code_info();
    return {.code = known.code, .text = known.meaning, .category = known.category};
}

[[nodiscard]] constexpr error_category category_of(outcome_state state, const result_code& meaning) noexcept {
    switch (state) {
        case outcome_state::unknown:
        case outcome_state::pending: return error_category::unknown;
        case outcome_state::passed: return error_category::verification_outcome;
        case outcome_state::not_passed: return meaning.category;
    }
    return error_category::unknown;
}

}  // namespace detail

template <has_outcome Output>
constexpr outcome_info outcome(const Output& output) noexcept {
    constexpr const auto& source = outcome_source_of<Output>;
    static_assert(is_read_exactly<source.field, Output>(), "what decides must be read exactly: append .exact() to its row in fields_of");
    const auto& value = output.*(source.field);
    const detail::outcome_code code = value.has_value() ? detail::code_of(*value) : detail::outcome_code();
    const outcome_state state = detail::state_of(code.view(), source.passed, source.pending);
    const result_code meaning = detail::meaning_of(code.view(), source.meanings, source.others);
    return {.state = state, .code = code, .text = meaning.text, .category = detail::category_of(state, meaning)};
}

template <sink S>
void write_outcome(S& out, const outcome_info& outcome) {
    out.append(name_of(outcome.state));
    out.append(": ");
    write_printable(out, outcome.code.size() != 0 ? outcome.code.view() : "no code");
    if (!outcome.text.empty() && outcome.text != name_of(outcome.state)) {
        out.append(": ");
        out.append(outcome.text);
    }
}

}  // namespace tc3::inline TC3_NAMESPACE::faceid

#if defined(TC3_BODIES)

namespace tc3::inline TC3_NAMESPACE::faceid {

TC3_FUNCTION std::string to_string(const outcome_info& outcome) {
    std::string line;
    write_outcome(line, outcome);
    return line;
}

}  // namespace tc3::inline TC3_NAMESPACE::faceid

#endif  // TC3_BODIES
