// SPDX-License-Identifier: MIT
// The credential scope: day and service, and the service that a host names.
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <string_view>

using tc3::errc;
using tc3::signing::credential_scope;

namespace {

std::string text_of(const credential_scope& scope) {
    std::string text;
    scope.write(text);
    return text;
}

template <class Scope>
concept service_of_temporary = requires { Scope().service(); };

}  // namespace

static_assert(!service_of_temporary<credential_scope>, "the view of a temporary would dangle");

TEST_CASE("a scope is date, service and terminator") {
    const std::string longest(tc3::longest_service, 's');
    struct {
        std::string_view service;
        std::int64_t seconds;
        std::string text;
    } const cases[] = {
        {"cvm", 1551113065, "2019-02-25/cvm/tc3_request"},
        {"CVM", 0, "1970-01-01/cvm/tc3_request"},
        {"a-1", 253402300799, "9999-12-31/a-1/tc3_request"},
        {longest, 86399, "1970-01-01/" + longest + "/tc3_request"},
    };
    for (const auto& [service, seconds, text] : cases) {
        const auto scope = credential_scope::make(service, {seconds});
        REQUIRE(scope);
        CHECK(text_of(*scope) == text);
    }
}

TEST_CASE("a scope refuses what would break out of it") {
    const std::string too_long(tc3::longest_service + 1, 's');
    struct {
        std::string_view service;
        std::int64_t seconds;
        tc3::error error;
    } const cases[] = {
        {"cvm", -1, {.code = errc::out_of_range, .part = "timestamp"}},
        {"cvm", 253402300800, {.code = errc::out_of_range, .part = "timestamp"}},
        {"cvm", 1551113065000, {.code = errc::out_of_range, .part = "timestamp"}},
        {"", 0, {.code = errc::missing, .part = "service"}},
        {too_long, 0, {.code = errc::too_large, .part = "service", .needed = 64, .limit = 63}},
        {"cvm/x", 0, {.code = errc::forbidden_character, .part = "service", .position = 3}},
        {"c vm", 0, {.code = errc::forbidden_character, .part = "service", .position = 1}},
        {"cvm\n", 0, {.code = errc::forbidden_character, .part = "service", .position = 3}},
        {"c.vm", 0, {.code = errc::forbidden_character, .part = "service", .position = 1}},
        {std::string_view("\0", 1), 0, {.code = errc::forbidden_character, .part = "service", .position = 0}},
        {"\xc3\xa4", 0, {.code = errc::forbidden_character, .part = "service", .position = 0}},
    };
    for (const auto& [service, seconds, error] : cases) {
        const std::string service_text(service);
        CAPTURE(service_text);
        const auto scope = credential_scope::make(service, {seconds});
        REQUIRE_FALSE(scope);
        CHECK(scope.error() == error);
    }
}

TEST_CASE("scopes are equal when day and service are") {
    const auto scope = [](std::string_view service, std::int64_t seconds) { return *credential_scope::make(service, {seconds}); };
    CHECK(scope("cvm", 0) == scope("CVM", 86399));
    CHECK(scope("cvm", 0) != scope("cvm", 86400));
    CHECK(scope("cvm", 0) != scope("cvn", 0));
    CHECK(scope("cvm", 0) != scope("cvm2", 0));
}

TEST_CASE("a scope outlives what it was made from") {
    std::string service = "cvm";
    const auto scope = credential_scope::make(service, {0});
    service = "xxx";
    CHECK(scope->service() == "cvm");
    CHECK(scope->date().view() == "1970-01-01");
}

TEST_CASE("a host names its service before the first dot") {
    struct {
        std::string_view host;
        std::string_view service;
    } const good[] = {
        {"cvm.tencentcloudapi.com", "cvm"},
        {"faceid.intl.tencentcloudapi.com", "faceid"},
        {"cvm.ap-shanghai-fsi.tencentcloudapi.com", "cvm"},
        {"CVM.tencentcloudapi.com:443", "CVM"},
        {"a.", "a"},
    };
    for (const auto& [host, service] : good) CHECK(*tc3::signing::service_of_host(host) == service);

    for (const std::string_view host : {"", "localhost", "localhost:8080", ".tencentcloudapi.com", ".", "127.0.0.1", "10.0.0.1:8080"}) {
        const auto service = tc3::signing::service_of_host(host);
        REQUIRE_FALSE(service);
        CHECK(service.error() == tc3::error{.code = errc::missing, .part = "service"});
    }
}
