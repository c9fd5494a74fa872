// SPDX-License-Identifier: MIT
// How responses are read.
#pragma once

#include <tc3/config.hpp>
#include <tc3/model/decoder.hpp>
#include <tc3/model/deviation_report.hpp>
#include <tc3/model/lenient_reading.hpp>

namespace tc3::inline TC3_NAMESPACE {

/// A reference to rules for reading, which can be assigned. Made from the rules themselves.
class rules_ref {
public:
    constexpr rules_ref(const decoder_rules& rules TC3_LIFETIMEBOUND) noexcept : rules_(&rules) {}  // NOLINT: implicit
    rules_ref(decoder_rules&&) = delete;
    [[nodiscard]] constexpr operator const decoder_rules&() const noexcept { return *rules_; }  // NOLINT: implicit

private:
    const decoder_rules* rules_;
};

/// Options for reading a response:
///
///     tc3::deviation_report deviations;
///     auto result = tc3::parse_response<faceid::get_liveness_result>(response, {.deviations = &deviations});
///     for (const tc3::deviation& each : deviations) log(to_string(each));
///
/// Lifetime: refers to the rules and to the report, which must live until the response has been read.
struct response_options {
    rules_ref reading = lenient_reading;     ///< lenient_reading or strict_reading
    deviation_report* deviations = nullptr;  ///< where to add what is not as described; null: it is passed over
    bool check_payload = true;               ///< parse_envelope(): whether damaged text in the body is an error
};

}  // namespace tc3::inline TC3_NAMESPACE
