// SPDX-License-Identifier: MIT
// describe: every code of the facts, the traps below known prefixes, and codes that nobody knows.
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

void check_nothing_known(std::string_view code) {
    CAPTURE(code);
    const faceid::error_code known = describe(code);
    CHECK(known.code.empty());
    CHECK(known.meaning.empty());
    CHECK(known.category == error_category::unknown);
    CHECK(known.retry == retry::never);
}

}  // namespace

static_assert(in_order(), "sorted, and so without repetition");
static_assert(noexcept(describe(std::string_view())));
static_assert(describe("InternalError.CompareLowSimilarity").category == error_category::verification_outcome);

TEST_CASE("every code of the facts has its meaning, its category and its advice") {
    const auto& facts = faceid_facts().at("error_codes");
    CHECK(facts.size() == std::size(faceid::error_codes));
    CHECK(facts.size() >= 137);
    for (const auto& row : facts) {
        const auto code = row.at("code").get<std::string>();
        CAPTURE(code);
        const faceid::error_code known = describe(code);
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

TEST_CASE("every error that an action is documented with has a row") {
    for (const auto& action : faceid_facts().at("actions")) {
        for (const auto& code : action.at("errors")) CHECK(describe(code.get<std::string>()).code == code.get<std::string>());
    }
}

TEST_CASE("what a code starts with makes no outcome a fault of the service") {
    int traps = 0;
    for (const auto& row : faceid_facts().at("error_codes")) {
        if (!row.value("prefix_trap", false)) continue;
        ++traps;
        const auto code = row.at("code").get<std::string>();
        CAPTURE(code);
        CHECK(tc3::describe_error_code(code).category == error_category::service);  // the trap
        CHECK(describe(code).category != error_category::service);
        CHECK(describe(code).retry == retry::never);
    }
    CHECK(traps == 6);
}

TEST_CASE("no outcome, no bill and no fault of the request is worth the same question again") {
    for (const faceid::error_code& row : faceid::error_codes) {
        CAPTURE(row.code);
        const bool may_pass = row.category == error_category::service || row.category == error_category::throttling ||
                              row.category == error_category::authentication;
        if (!may_pass) CHECK(row.retry == retry::never);
        if (row.category == error_category::throttling) CHECK(row.retry == retry::with_back_off);
    }
}

TEST_CASE("the codes that all products share are all there, and mean the same") {
    for (const tc3::error_code_info& common : tc3::api_detail::common_error_codes) {
        CAPTURE(common.code);
        CHECK(describe(common.code).code == common.code);
        CHECK(describe(common.code).retry == common.retry);
        // "Operation failed" without a cause: this service also puts its own faults there.
        const bool differs = common.code == "FailedOperation";
        CHECK((describe(common.code).category != common.category) == differs);
    }
}

TEST_CASE("a new code goes by its family only where the family is of one kind") {
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
        const faceid::error_code known = describe(each.code);
        CHECK(known.code == each.row);
        CHECK(known.meaning == describe(each.row).meaning);
        CHECK(known.category == each.category);
        CHECK(known.retry == each.advice);
    }
    for (const std::string_view code : {"InternalError.Foo", "InternalError.", "FailedOperation.Foo", "FailedOperation.CompareFail.Foo",
                                        "FailedOperation.comparefail", "ResourceUnavailable.Foo"}) {
        check_nothing_known(code);
    }
}

TEST_CASE("what is no code is unknown") {
    for (const std::string_view code : {"", ".", "..", ".InternalError", "internalerror", "InternalErrors", "InternalErro", "A", "zzz",
                                        "Success", "InternalError ", "FailedOperation.CompareFai", "\xff\xfe"}) {
        check_nothing_known(code);
    }
    check_nothing_known(std::string(1, '\0'));
    check_nothing_known(std::string("InternalError\0", 14));
    check_nothing_known(std::string(100000, 'x'));
}
