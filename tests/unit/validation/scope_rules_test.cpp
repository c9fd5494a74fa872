// SPDX-License-Identifier: MIT
// The rules for the time and the service of a credential scope.
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <string_view>

using tc3::errc;

namespace {

tc3::error error_of(std::string_view service, std::int64_t seconds) {
    tc3::first_error errors;
    tc3::check_scope(errors, service, {seconds});
    return errors.error();
}

}  // namespace

TEST_CASE("check_scope accepts services of letters, digits and '-' at every time of the protocol") {
    const std::string longest(tc3::longest_service, 's');
    for (const std::string_view service :
         {std::string_view("cvm"), std::string_view("CVM"), std::string_view("a-1"), std::string_view(longest)}) {
        for (const std::int64_t seconds : {std::int64_t{0}, std::int64_t{1551113065}, tc3::unix_time::last_second}) {
            CHECK(error_of(service, seconds).code == errc::none);
        }
    }
}

TEST_CASE("check_scope rejects times out of range and services that could break out of the scope") {
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
        CHECK(error_of(service, seconds) == error);
        const auto scope = tc3::signing::credential_scope::make(service, {seconds});
        REQUIRE_FALSE(scope);
        CHECK(scope.error() == error);
    }
}
