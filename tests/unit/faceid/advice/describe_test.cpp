// SPDX-License-Identifier: MIT
// describe(): all codes of the facts, codes with a misleading prefix, and unknown codes.
#include "../../../support/faceid_facts.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>

namespace faceid = tc3::faceid;
using faceid::describe;
using support::faceid_facts;
using tc3::error_category;
using tc3::retry;

namespace {

constexpr bool in_order() {
    for (std::size_t i = 1; i < std::size(faceid::error_codes); ++i) {
        if (!(faceid::error_codes[i - 1].code < faceid::error_codes[i].code)) return false;
    }
    return true;
}

void check_unknown(std::string_view code) {
    CAPTURE(code);
    const faceid::error_code_info known = describe(code);
    CHECK(known.code.empty());
    CHECK(known.meaning.empty());
    CHECK(known.category == error_category::unknown);
    CHECK(known.retry == retry::never);
}

}  // namespace

static_assert(in_order(), "sorted, so that each code occurs once");
static_assert(noexcept(describe(std::string_view())));
static_assert(describe("InternalError.CompareLowSimilarity").category == error_category::verification_outcome);

TEST_CASE("returns the meaning, category and advice of each code of the facts") {
    const auto& facts = faceid_facts().at("error_codes");
    CHECK(facts.size() == std::size(faceid::error_codes));
    CHECK(facts.size() >= 137);
    for (const auto& row : facts) {
        const auto code = row.at("code").get<std::string>();
        CAPTURE(code);
        const faceid::error_code_info known = describe(code);
        CHECK(known.code == code);
        CHECK(known.meaning == row.at("meaning").get<std::string>());
        CHECK_FALSE(known.meaning.empty());
        CHECK(known.category == support::category_named(row.at("category")));
        CHECK(known.category != error_category::unknown);
        CHECK(known.retry == support::retry_named(row.at("retry")));
        CHECK(int{known.repeats} == row.value("repeats", 3));
        CHECK(int{known.first_wait} == row.value("first_wait", 1));
        CHECK(code.size() <= faceid::longest_outcome_code);
    }
}

TEST_CASE("knows every error code that the manual lists for an action") {
    for (const auto& action : faceid_facts().at("actions")) {
        for (const auto& code : action.at("errors")) CHECK(describe(code.get<std::string>()).code == code.get<std::string>());
    }
}

TEST_CASE("does not take an outcome for an error of the service because of its prefix") {
    int traps = 0;
    for (const auto& row : faceid_facts().at("error_codes")) {
        if (!row.value("prefix_trap", false)) continue;
        ++traps;
        const auto code = row.at("code").get<std::string>();
        CAPTURE(code);
        CHECK(tc3::describe_error_code(code).category == error_category::service);  // misled by the prefix
        CHECK(describe(code).category != error_category::service);
        CHECK(describe(code).retry == retry::never);
    }
    CHECK(traps == 6);
}

TEST_CASE("advises no repeat for outcomes, billing and wrong requests") {
    for (const faceid::error_code_info& row : faceid::error_codes) {
        CAPTURE(row.code);
        const bool may_pass = row.category == error_category::service || row.category == error_category::throttling ||
                              row.category == error_category::authentication;
        if (!may_pass) CHECK(row.retry == retry::never);
        if (row.category == error_category::throttling) CHECK(row.retry == retry::with_back_off);
    }
}

TEST_CASE("has every common code, with the category and the advice of tc3::describe_error_code()") {
    for (const tc3::error_code_info& common : tc3::api_detail::common_error_codes) {
        CAPTURE(common.code);
        CHECK(describe(common.code).code == common.code);
        CHECK(describe(common.code).category == common.category);
        CHECK(describe(common.code).retry == common.retry);
    }
}

TEST_CASE("an unknown code gets the row of its family, unless the family is mixed") {
    struct {
        std::string_view code;
        std::string_view row;
        error_category category;
        tc3::retry advice;
    } const cases[] = {
        {"InvalidParameterValue.New", "InvalidParameterValue", error_category::request, retry::never},
        {"InvalidParameterValue.New.Twice", "InvalidParameterValue", error_category::request, retry::never},
        {"AuthFailure.", "AuthFailure", error_category::authentication, retry::never},
        {"AuthFailure.SignatureExpire.New", "AuthFailure", error_category::authentication, retry::never},
        {"UnauthorizedOperation.New", "UnauthorizedOperation", error_category::permission, retry::never},
        {"OperationDenied.New", "OperationDenied", error_category::request, retry::never},
        {"ServiceUnavailable.New", "ServiceUnavailable", error_category::service, retry::never},
        {"RequestLimitExceeded.New", "RequestLimitExceeded", error_category::throttling, retry::with_back_off},
    };
    for (const auto& each : cases) {
        CAPTURE(each.code);
        const faceid::error_code_info known = describe(each.code);
        CHECK(known.code == each.row);
        CHECK(known.meaning == describe(each.row).meaning);
        CHECK(known.category == each.category);
        CHECK(known.retry == each.advice);
    }
    for (const std::string_view code : {"InternalError.Foo", "InternalError.", "FailedOperation.Foo", "FailedOperation.CompareFail.Foo",
                                        "FailedOperation.comparefail", "ResourceUnavailable.Foo"}) {
        check_unknown(code);
    }
}

TEST_CASE("returns nothing for text that is not a code") {
    for (const std::string_view code : {"", ".", "..", ".InternalError", "internalerror", "InternalErrors", "InternalErro", "A", "zzz",
                                        "Success", "InternalError ", "FailedOperation.CompareFai", "\xff\xfe"}) {
        check_unknown(code);
    }
    check_unknown(std::string(1, '\0'));
    check_unknown(std::string("InternalError\0", 14));
    check_unknown(std::string(100000, 'x'));
}
