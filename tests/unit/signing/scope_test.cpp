// SPDX-License-Identifier: MIT
// The credential scope, its comparison with the scope of a key, and the service of a host.
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

TEST_CASE("a scope is written as date, service and terminator") {
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

TEST_CASE("scopes are equal if day and service are equal") {
    const auto scope = [](std::string_view service, std::int64_t seconds) { return *credential_scope::make(service, {seconds}); };
    CHECK(scope("cvm", 0) == scope("CVM", 86399));
    CHECK(scope("cvm", 0) != scope("cvm", 86400));
    CHECK(scope("cvm", 0) != scope("cvn", 0));
    CHECK(scope("cvm", 0) != scope("cvm2", 0));
}

TEST_CASE("a scope keeps a copy of the service") {
    std::string service = "cvm";
    const auto scope = credential_scope::make(service, {0});
    service = "xxx";
    CHECK(scope->service() == "cvm");
    CHECK(scope->date().view() == "1970-01-01");
}

TEST_CASE("validate_same_scope rejects a key of another day or service") {
    const auto scope = [](std::string_view service, std::int64_t seconds) { return *credential_scope::make(service, {seconds}); };
    const auto validate_same_scope = [](const credential_scope& of_key, const credential_scope& of_request) {
        return tc3::signing::validate_same_scope(of_key.view(), of_request.view());
    };
    const credential_scope of_key = scope("cvm", 86400);
    CHECK(validate_same_scope(of_key, scope("cvm", 86400)));
    CHECK(validate_same_scope(of_key, scope("CVM", 2 * 86400 - 1)));

    const tc3::error other_day{.code = errc::wrong_scope, .part = "timestamp"};
    CHECK(validate_same_scope(of_key, scope("cvm", 86399)).error() == other_day);
    CHECK(validate_same_scope(of_key, scope("cvm", 2 * 86400)).error() == other_day);
    CHECK(validate_same_scope(of_key, scope("cbs", 0)).error() == other_day);
    CHECK(validate_same_scope(of_key, scope("cbs", 86400)).error() == tc3::error{.code = errc::wrong_scope, .part = "service"});
    CHECK(validate_same_scope(of_key, credential_scope()).error().code == errc::wrong_scope);
}

TEST_CASE("make rejects an invalid time or service") {
    CHECK(credential_scope::make("cvm", {-1}).error() == tc3::error{.code = errc::out_of_range, .part = "timestamp"});
    CHECK(credential_scope::make("", {0}).error() == tc3::error{.code = errc::missing, .part = "service"});
}

TEST_CASE("the service of a host is the label before the first dot") {
    struct {
        std::string_view host;
        std::string_view service;
    } const hosts[] = {
        {"cvm.tencentcloudapi.com", "cvm"},
        {"faceid.intl.tencentcloudapi.com", "faceid"},
        {"cvm.ap-shanghai-fsi.tencentcloudapi.com", "cvm"},
        {"CVM.tencentcloudapi.com:443", "CVM"},
        {"a.", "a"},
    };
    for (const auto& [host, service] : hosts) CHECK(tc3::signing::service_label(host) == service);

    for (const std::string_view host : {"", "localhost", "localhost:8080", ".tencentcloudapi.com", ".", "127.0.0.1", "10.0.0.1:8080"}) {
        CHECK(tc3::signing::service_label(host) == "");
    }
}
