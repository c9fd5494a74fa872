// SPDX-License-Identifier: MIT
// The second layer of failure: an answer that came well and says that the person did not pass. That is no error; outcome() reads it.
#pragma once

#include <tc3/api/failure.hpp>
#include <tc3/core/fixed_text.hpp>
#include <tc3/core/line_sink.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/faceid/types/error_code.hpp>
#include <tc3/faceid/types/result_code.hpp>
#include <tc3/model/storage.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

namespace tc3::inline v0_1::faceid {

/// What an answer says of its own matter. Only `passed` is a yes.
enum class outcome_state : std::uint8_t {
    unknown,     ///< nothing: its field is absent, null or empty
    pending,     ///< not decided yet: ask again later
    passed,      ///< yes
    not_passed,  ///< any other code: the person did not, or nothing could be found out, or it is new to this client; see decided()
};

[[nodiscard]] constexpr std::string_view name_of(outcome_state state) noexcept {
    switch (state) {
        case outcome_state::unknown: return "unknown";
        case outcome_state::pending: return "pending";
        case outcome_state::passed: return "passed";
        case outcome_state::not_passed: return "not passed";
    }
    return "";
}

/// The longest code that is kept whole: the service's are below 50 characters.
inline constexpr std::size_t longest_outcome_code = 63;

/// A value that refers to nothing of the answer. Nothing in it is personal but the outcome itself.
struct outcome_info {
    outcome_state state = outcome_state::unknown;
    fixed_text<longest_outcome_code> code = {};  ///< as the answer has it, "1001"; a number in decimal digits
    std::string_view text = {};                  ///< what the code means, in tc3's words; empty for one that tc3 does not know

    /// Whose matter it is: verification_outcome where the service looked and judged. Of a no without a judgement: a fault of the service,
    /// a limit, an input or token that it can't use; unknown for a code that tc3 does not know. Unknown too while nothing is said.
    error_category category = error_category::unknown;

    [[nodiscard]] constexpr bool passed() const noexcept { return state == outcome_state::passed; }
    [[nodiscard]] constexpr bool pending() const noexcept { return state == outcome_state::pending; }
    /// Whether this yes or no is the service's judgement of what it was shown, so that the same will be judged the same again. A no that
    /// is not says nothing of the person: do not hold it against them.
    [[nodiscard]] constexpr bool decided() const noexcept { return category == error_category::verification_outcome; }
};

/// How answers of a type state their outcome: by which codes. Every code that is neither passed nor pending is a no.
struct outcome_codes {
    std::span<const std::string_view> passed;                   ///< in most answers one; numbers as their decimal digits
    std::string_view pending = {};                              ///< empty: the manual names none
    std::span<const result_code> meanings = {};                 ///< those that are known
    error_code (*others)(std::string_view) noexcept = nullptr;  ///< where error codes stand for results too: what describes them
};

/// The same with the member that has the code: an optional text, or an optional integer.
template <auto Member>
struct outcome_rule {
    outcome_codes codes;
};

template <auto Member>
[[nodiscard]] constexpr outcome_rule<Member> outcome_in(const outcome_codes& codes) noexcept {
    return {codes};
}

namespace detail {
struct no_outcome {};
}  // namespace detail

/// The rule of an answer type, by a specialisation beside its table:
/// `inline constexpr auto outcome_rule_of<my_answer> = outcome_in<&my_answer::result>({.passed = my_codes});`
template <class Output>
inline constexpr detail::no_outcome outcome_rule_of{};

/// An answer that states an outcome. Those that only hand out a token do not.
template <class Output>
concept states_outcome = !std::same_as<std::remove_cvref_t<decltype(outcome_rule_of<Output>)>, detail::no_outcome>;

namespace detail {

using outcome_code = fixed_text<longest_outcome_code>;

template <std::integral Number>
[[nodiscard]] constexpr outcome_code code_of(Number value) noexcept {
    outcome_code code;
    write_decimal(code, value);
    return code;
}

/// Half a text is none: what was written before it turned out to be invalid must not pass for a code.
template <text_type Text>
[[nodiscard]] constexpr outcome_code code_of(const Text& value) noexcept {
    outcome_code code;
    return write_text(code, value) ? code : outcome_code();
}

[[nodiscard]] constexpr outcome_state state_of(const outcome_codes& codes, std::string_view code) noexcept {
    if (code.empty()) return outcome_state::unknown;
    if (code == codes.pending) return outcome_state::pending;
    for (const std::string_view passed : codes.passed) {
        if (code == passed) return outcome_state::passed;
    }
    return outcome_state::not_passed;
}

/// Text and category; none for a code that is not known.
[[nodiscard]] constexpr result_code meaning_of(const outcome_codes& codes, std::string_view code) noexcept {
    for (const result_code& known : codes.meanings) {
        if (known.code == code) return known;
    }
    const error_code known = codes.others != nullptr ? codes.others(code) : error_code();
    return {.code = known.code, .text = known.meaning, .category = known.category};
}

[[nodiscard]] constexpr error_category category_of(outcome_state state, error_category of_a_no) noexcept {
    switch (state) {
        case outcome_state::unknown:
        case outcome_state::pending: return error_category::unknown;
        case outcome_state::passed: return error_category::verification_outcome;
        case outcome_state::not_passed: return of_a_no;
    }
    return error_category::unknown;
}

[[nodiscard]] constexpr outcome_info judge(const outcome_codes& codes, const outcome_code& code) noexcept {
    const outcome_state state = state_of(codes, code.view());
    const result_code known = meaning_of(codes, code.view());
    return {.state = state, .code = code, .text = known.text, .category = category_of(state, known.category)};
}

template <auto Member, class Output>
[[nodiscard]] constexpr outcome_info judge(const outcome_rule<Member>& rule, const Output& output) noexcept {
    const auto& value = output.*Member;
    return judge(rule.codes, value.has_value() ? code_of(*value) : outcome_code());
}

}  // namespace detail

/// What an answer says of its own matter. Never fails, costs no heap.
///
///     const auto said = tc3::faceid::outcome(*answer);
///     if (said.passed()) ...
///
/// The service's own words for it stand in the answer, as in its `description`: for people only, their wording and language change.
template <states_outcome Output>
[[nodiscard]] constexpr outcome_info outcome(const Output& output) noexcept {
    return detail::judge(outcome_rule_of<Output>, output);
}

/// Writes an outcome as one line without its end, for a log: "not passed: 1005: liveness check failed".
template <sink S>
void write_outcome(S& out, const outcome_info& said) {
    line_sink line(out);
    out.append(name_of(said.state));
    out.append(": ");
    line.append(said.code.size() != 0 ? said.code.view() : "no code");
    if (!said.text.empty() && said.text != name_of(said.state)) {
        out.append(": ");
        out.append(said.text);
    }
}

/// The same line as a string.
[[nodiscard]] inline std::string to_string(const outcome_info& said) {
    std::string line;
    write_outcome(line, said);
    return line;
}

}  // namespace tc3::inline v0_1::faceid
