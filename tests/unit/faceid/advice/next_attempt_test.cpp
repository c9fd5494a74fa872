// SPDX-License-Identifier: MIT
// retry_advice() and next_attempt(): whether and when a failed call is repeated.
#include "../../../support/text_in_pieces.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <initializer_list>
#include <limits>
#include <string>
#include <string_view>

namespace faceid = tc3::faceid;
using faceid::next_attempt;
using tc3::failure;
using tc3::repeat_safety;
using tc3::retry;
using tc3::stage;

static_assert(tc3::faceid::longest_back_off_milliseconds == 60 * 1000);

namespace {

constexpr tc3::action reads = tc3::action_of<faceid::get_liveness_result>;
constexpr tc3::action bills = tc3::action_of<faceid::compare_face_liveness>;
constexpr tc3::action undocumented = tc3::action_of<faceid::generate_reflect_sequence>;

constexpr std::uint32_t highest = (std::numeric_limits<std::uint32_t>::max)();

failure service_error(std::string_view code) { return {.stage = stage::service, .status = 200, .code = std::string(code)}; }

constexpr tc3::action with_rate(std::uint16_t calls_per_second) {
    tc3::action action = bills;
    action.calls_per_second = calls_per_second;
    return action;
}

}  // namespace

static_assert(reads.repeat == repeat_safety::harmless && bills.repeat == repeat_safety::may_bill_again);
static_assert(undocumented.repeat == repeat_safety::not_documented);
static_assert(noexcept(next_attempt(failure(), bills, 1U, 0U)));
static_assert(next_attempt<faceid::basic_compare_face_liveness<tc3::borrowed>>(
                  tc3::basic_failure<tc3::borrowed>{.stage = stage::service, .code = "RequestLimitExceeded"}, 1, 0)
                  .wait_milliseconds == 1050);

TEST_CASE("repeats a call that may have taken effect only if that is harmless") {
    struct {
        failure failed;
        retry harmless;  ///< the advice for an action that only reads
        retry harmful;   ///< the advice for an action that may bill again, or is not documented
    } const cases[] = {
        // The response was lost.
        {{.stage = stage::transport, .transport_code = 28}, retry::with_back_off, retry::never},
        {{.stage = stage::http, .status = 502}, retry::with_back_off, retry::never},
        // An error of the service.
        {service_error("InternalError"), retry::with_back_off, retry::never},
        {service_error("InternalError.UnKnown"), retry::with_back_off, retry::never},
        {service_error("FailedOperation.LivessSystemError"), retry::with_back_off, retry::never},
        {service_error("ServiceUnavailable"), retry::with_back_off, retry::never},
        {service_error("ResourceUnavailable"), retry::with_back_off, retry::never},
        // The request was not sent.
        {{.stage = stage::transport, .never_sent = true, .transport_code = 6}, retry::with_back_off, retry::with_back_off},
        // The request was not processed.
        {service_error("RequestLimitExceeded"), retry::with_back_off, retry::with_back_off},
        {service_error("RequestLimitExceeded.IPLimitExceeded"), retry::with_back_off, retry::with_back_off},
        {service_error("RequestLimitExceeded.New"), retry::with_back_off, retry::with_back_off},
        {service_error("FailedOperation.RequestLimitExceeded"), retry::with_back_off, retry::with_back_off},
        {service_error("FailedOperation.DownLoadTimeoutError"), retry::with_back_off, retry::never},
        {{.stage = stage::http, .status = 429}, retry::with_back_off, retry::with_back_off},
        {service_error("AuthFailure.SignatureExpire"), retry::once_with_corrected_clock, retry::once_with_corrected_clock},
        {service_error("AuthFailure.TokenFailure"), retry::once_with_new_credential, retry::once_with_new_credential},
        // A repeat would give the same result.
        {service_error("InternalError.CompareLowSimilarity"), retry::never, retry::never},
        {service_error("InternalError.LifePhotoSizeError"), retry::never, retry::never},
        {service_error("InternalError.Foo"), retry::never, retry::never},
        {{.stage = stage::http, .status = 500, .code = "InternalError.Foo"}, retry::never, retry::never},
        {service_error("FailedOperation.LivessDetectFail"), retry::never, retry::never},
        {service_error("FailedOperation.IdentityAuthLimitExceeded"), retry::never, retry::never},
        {service_error("FailedOperation.Foo"), retry::never, retry::never},
        {service_error("UnauthorizedOperation.Arrears"), retry::never, retry::never},
        {service_error("ResourceUnavailable.InArrears"), retry::never, retry::never},
        {service_error("InvalidParameterValue.BizTokenExpired"), retry::never, retry::never},
        {service_error("LimitExceeded"), retry::never, retry::never},
        {service_error("Unheard.Of"), retry::never, retry::never},
        {service_error(""), retry::never, retry::never},
        {{.stage = stage::http, .status = 503, .code = "SomethingNew"}, retry::with_back_off, retry::never},
        {{.stage = stage::http, .status = 404}, retry::never, retry::never},
        {{.stage = stage::request}, retry::never, retry::never},
        {{.stage = stage::response, .status = 200}, retry::never, retry::never},
        {{.stage = stage::transport, .interruption = tc3::interruption::cancelled}, retry::never, retry::never},
    };
    for (const auto& each : cases) {
        CAPTURE(tc3::to_string(each.failed));
        CHECK(faceid::retry_advice(each.failed, reads) == each.harmless);
        CHECK(faceid::retry_advice(each.failed, bills) == each.harmful);
        CHECK(faceid::retry_advice(each.failed, undocumented) == each.harmful);
        // next_attempt() agrees with retry_advice().
        CHECK(next_attempt(each.failed, reads, 1, 0).retry == each.harmless);
        CHECK(next_attempt(each.failed, bills, 1, 0).retry == each.harmful);
        CHECK(next_attempt<faceid::compare_face_liveness>(each.failed, 1, 0).again() == (each.harmful != retry::never));
        if (each.harmful == retry::never) CHECK(next_attempt(each.failed, bills, 1, highest).wait_milliseconds == 0);
    }
}

TEST_CASE("never returns with_back_off_if_harmless") {
    for (const faceid::error_code_info& row : faceid::error_codes) {
        CAPTURE(row.code);
        for (const tc3::action& action : {reads, bills, undocumented}) {
            CHECK(faceid::retry_advice(service_error(row.code), action) != retry::with_back_off_if_harmless);
        }
        const bool depends_on_harm = row.retry == retry::with_back_off_if_harmless;
        CHECK((faceid::retry_advice(service_error(row.code), reads) != faceid::retry_advice(service_error(row.code), bills)) ==
              depends_on_harm);
    }
}

TEST_CASE("the wait doubles, with up to one step of jitter") {
    struct {
        failure failed;
        tc3::action action;
        std::uint32_t attempts;
        std::uint32_t step;
    } const cases[] = {
        {service_error("InternalError"), reads, 1, 1000},
        {service_error("InternalError"), reads, 2, 2000},
        {service_error("InternalError"), reads, 3, 4000},
        {service_error("InternalError"), reads, 0, 1000},  // counts as the first attempt
        {{.stage = stage::transport}, reads, 2, 2000},
        {{.stage = stage::transport, .never_sent = true}, bills, 2, 2000},
        // Throttled: reaches the next second, and leaves time for one more call.
        {service_error("RequestLimitExceeded"), bills, 1, 1050},
        {service_error("RequestLimitExceeded"), bills, 2, 2100},
        {service_error("RequestLimitExceeded"), bills, 5, 16800},
        {service_error("RequestLimitExceeded"), with_rate(5), 1, 1200},
        {service_error("RequestLimitExceeded"), with_rate(100), 1, 1010},
        {service_error("RequestLimitExceeded"), with_rate(65535), 1, 1000},
        {service_error("RequestLimitExceeded"), with_rate(0), 1, 2000},  // no documented limit
        {{.stage = stage::http, .status = 429}, bills, 1, 1050},
        // The service is under maintenance.
        {service_error("FailedOperation.CompareLibServiceUnavailable"), reads, 1, 60000},
        {service_error("FailedOperation.CompareLibServiceUnavailable"), reads, 2, 60000},
        // The clock can be corrected at once.
        {service_error("AuthFailure.SignatureExpire"), bills, 1, 0},
    };
    for (const auto& each : cases) {
        CAPTURE(tc3::to_string(each.failed));
        CAPTURE(each.attempts);
        const auto wait = [&](std::uint32_t random) {
            const faceid::retry_plan plan = next_attempt(each.failed, each.action, each.attempts, random);
            CHECK(plan.again());
            return plan.wait_milliseconds;
        };
        CHECK(wait(0) == each.step);
        CHECK(wait(highest / 2 + 1) == each.step + each.step / 2);
        CHECK(wait(highest) == (each.step == 0 ? 0 : 2 * each.step - 1));
    }
}

TEST_CASE("stops after the number of repeats that the code allows") {
    struct {
        std::string_view code;
        std::uint32_t repeats;
    } const cases[] = {
        {"RequestLimitExceeded", 5},     {"FailedOperation.RequestLimitExceeded", 2}, {"InternalError", 3},
        {"FailedOperation.UnKnown", 2},  {"FailedOperation.CompressVideoError", 1},   {"AuthFailure.SignatureExpire", 1},
        {"AuthFailure.TokenFailure", 1},
    };
    for (const auto& each : cases) {
        CAPTURE(each.code);
        const failure failed = service_error(each.code);
        CHECK(next_attempt(failed, reads, each.repeats, 0).again());
        for (const std::uint32_t attempts : {each.repeats + 1, each.repeats + 2, highest}) {
            CHECK_FALSE(next_attempt(failed, reads, attempts, highest).again());
            CHECK(next_attempt(failed, reads, attempts, highest).wait_milliseconds == 0);
        }
    }
    CHECK(next_attempt(failure{.stage = stage::transport}, reads, 3, 0).again());
    CHECK_FALSE(next_attempt(failure{.stage = stage::transport}, reads, 4, 0).again());
    CHECK(next_attempt(failure{.stage = stage::transport, .never_sent = true}, bills, 3, 0).again());
    CHECK_FALSE(next_attempt(failure{.stage = stage::transport, .never_sent = true}, bills, 4, 0).again());
}

TEST_CASE("reads the error code in any storage") {
    const tc3::basic_failure<tc3::borrowed> view{.stage = stage::service, .code = "FailedOperation.RequestLimitExceeded"};
    CHECK(faceid::retry_advice(view, bills) == retry::with_back_off);
    tc3::basic_failure<support::piecewise> pieces;
    pieces.stage = stage::service;
    pieces.code = {.characters = "FailedOperation.RequestLimitExceeded"};
    CHECK(faceid::retry_advice(pieces, bills) == retry::with_back_off);
    pieces.code.valid = false;  // invalid text is not a code
    CHECK(faceid::retry_advice(pieces, bills) == retry::never);
}
