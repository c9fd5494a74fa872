// SPDX-License-Identifier: MIT
// describe_error_code(): codes in the table, codes below one of these, and unknown codes.
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>

using tc3::describe_error_code;
using tc3::error_category;
using tc3::retry;

namespace {

constexpr bool is_sorted() {
    const auto& table = tc3::api_detail::common_error_codes;
    for (std::size_t i = 1; i < std::size(table); ++i) {
        if (!(table[i - 1].code < table[i].code)) return false;
    }
    return true;
}

}  // namespace

static_assert(is_sorted(), "in strict order, so no code occurs twice");
static_assert(describe_error_code("RequestLimitExceeded").retry == retry::with_back_off);

TEST_CASE("a code below a common one never advises a repetition that may do harm") {
    CHECK(tc3::describe_error_code("RequestLimitExceeded.UinLimitExceeded").retry == retry::with_back_off);
    // Products put results of a verification below InternalError: this code says that the picture was too dark.
    CHECK(tc3::describe_error_code("InternalError.ActionLightDark").category == error_category::service);
    CHECK(tc3::describe_error_code("InternalError.ActionLightDark").retry == retry::never);
}

TEST_CASE("each common code has its category and its advice") {
    struct code_case {
        std::string_view code;
        error_category category;
        tc3::retry advice;
    };
    const code_case cases[] = {
        {"RequestLimitExceeded", error_category::throttling, retry::with_back_off},
        {"InternalError", error_category::service, retry::with_back_off_if_harmless},
        {"ServiceUnavailable", error_category::service, retry::with_back_off_if_harmless},
        {"ResourceUnavailable", error_category::service, retry::with_back_off_if_harmless},
        {"AuthFailure.SignatureExpire", error_category::authentication, retry::once_with_corrected_clock},
        {"AuthFailure.TokenFailure", error_category::authentication, retry::once_with_new_credential},
        {"AuthFailure.SignatureFailure", error_category::authentication, retry::never},
        {"AuthFailure.InvalidSecretId", error_category::authentication, retry::never},
        {"AuthFailure.SecretIdNotFound", error_category::authentication, retry::never},
        {"AuthFailure.InvalidAuthorization", error_category::authentication, retry::never},
        {"AuthFailure.MFAFailure", error_category::authentication, retry::never},
        {"AuthFailure.UnauthorizedOperation", error_category::permission, retry::never},
        {"UnauthorizedOperation", error_category::permission, retry::never},
        {"IpInBlacklist", error_category::permission, retry::never},
        {"IpNotInWhitelist", error_category::permission, retry::never},
        {"InvalidParameter", error_category::request, retry::never},
        {"InvalidParameterValue", error_category::request, retry::never},
        {"MissingParameter", error_category::request, retry::never},
        {"UnknownParameter", error_category::request, retry::never},
        {"InvalidRequest", error_category::request, retry::never},
        {"InvalidAction", error_category::request, retry::never},
        {"NoSuchVersion", error_category::request, retry::never},
        {"NoSuchProduct", error_category::request, retry::never},
        {"ActionOffline", error_category::request, retry::never},
        {"UnsupportedOperation", error_category::request, retry::never},
        {"UnsupportedProtocol", error_category::request, retry::never},
        {"UnsupportedRegion", error_category::request, retry::never},
        {"RequestSizeLimitExceeded", error_category::request, retry::never},
        {"ResponseSizeLimitExceeded", error_category::request, retry::never},
        {"LimitExceeded", error_category::quota, retry::never},
        {"ResourceInsufficient", error_category::quota, retry::never},
        {"ResourceInUse", error_category::request, retry::never},
        {"ResourceNotFound", error_category::request, retry::never},
        {"FailedOperation", error_category::request, retry::never},
        {"DryRunOperation", error_category::not_a_failure, retry::never},
    };
    for (const code_case& row : cases) {
        const std::string_view code = row.code;
        CAPTURE(code);
        CHECK(describe_error_code(code).code == code);
        CHECK(describe_error_code(code).category == row.category);
        CHECK(describe_error_code(code).retry == row.advice);
    }
    CHECK(std::size(cases) + 1 ==
          std::size(tc3::api_detail::common_error_codes));  // AuthFailure itself is the one that the manual does not list
}

TEST_CASE("a code below a common one gets the row of the common one") {
    struct sub_case {
        std::string_view code;
        std::string_view row;
    };
    const sub_case cases[] = {
        {"RequestLimitExceeded.UinLimitExceeded", "RequestLimitExceeded"},
        {"RequestLimitExceeded.GlobalRegionUinLimitExceeded", "RequestLimitExceeded"},
        {"RequestLimitExceeded.IPLimitExceeded", "RequestLimitExceeded"},
        {"InvalidParameterValue.Malformed.Twice", "InvalidParameterValue"},
        {"AuthFailure.New", "AuthFailure"},
        {"AuthFailure.", "AuthFailure"},
        {"FailedOperation.LifePhotoPoorQuality", "FailedOperation"},
    };
    for (const sub_case& row : cases) {
        CHECK(describe_error_code(row.code).code == row.row);
        CHECK(describe_error_code(row.code).category == describe_error_code(row.row).category);
        CHECK(describe_error_code(row.code).retry == describe_error_code(row.row).retry);
    }
}

TEST_CASE("an unknown code has no row, and advises no repetition") {
    for (const std::string& code :
         {std::string(), std::string("."), std::string("InternalErrors"), std::string("internalerror"), std::string(".InternalError"),
          std::string("Internal"), std::string(100000, 'x'), std::string(1, '\0')}) {
        const tc3::error_code_info info = describe_error_code(code);
        CHECK(info.code.empty());
        CHECK(info.category == error_category::unknown);
        CHECK(info.retry == retry::never);
    }
}
