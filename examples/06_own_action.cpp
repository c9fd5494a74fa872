// SPDX-License-Identifier: MIT
// Describes an action that tc3 has no types for, DescribeZones of CVM, and calls it. Reading, writing, GET, limits and the emulator then
// work as for the actions of eKYC. For a call without types, with JSON text, see docs/other-products.md.
//
//     c++ -std=c++20 -Isingle_include examples/06_own_action.cpp -o example && ./example
#include <tc3/tc3.hpp>
#include <tc3/testing.hpp>

#include <cstdint>
#include <ctime>
#include <iostream>
#include <optional>
#include <string>
#include <vector>

// ---- the structs ---------------------------------------------------------------------------------------------------------------

struct describe_zones {};  // DescribeZones has no parameters; an input without members needs no field table

struct zone {
    std::optional<std::string> name;
    std::optional<std::string> state;
};

struct describe_zones_output {
    std::optional<std::int64_t> total;
    std::vector<zone> zones;
};

// ---- their description, outside the structs ------------------------------------------------------------------------------------

// Service, version and name. The host follows from the service: cvm.tencentcloudapi.com.
template <>
inline constexpr tc3::action tc3::action_of<describe_zones>{"cvm", "2017-03-12", "DescribeZones"};
template <>
struct tc3::output_of<describe_zones> {
    using type = describe_zones_output;
};

// Each field with its name in the JSON.
template <>
inline constexpr auto tc3::fields_of<zone> = tc3::field_table(tc3::field_of<&zone::name>("Zone"), tc3::field_of<&zone::state>("ZoneState"));
template <>
inline constexpr auto tc3::fields_of<describe_zones_output> =
    tc3::field_table(tc3::field_of<&describe_zones_output::total>("TotalCount"), tc3::field_of<&describe_zones_output::zones>("ZoneSet"));

// ---- the call ------------------------------------------------------------------------------------------------------------------

tc3::unix_time now() { return {std::time(nullptr)}; }

int main() {
    tc3::testing::emulator service(now, [] { return ""; });  // this action hands out no tokens
    service.add_credential("example-id", "example-key");
    service.serve<describe_zones>([](const describe_zones&) {
        return describe_zones_output{.total = 2, .zones = {{"ap-singapore-1", "AVAILABLE"}, {"ap-singapore-2", "UNAVAILABLE"}}};
    });

    const tc3::client_profile profile{.credential = {"example-id", "example-key"}, .region = "ap-singapore"};
    const auto result = tc3::call(service, describe_zones{}, profile, now());
    if (!result) {
        std::cerr << to_string(result.error()) << '\n';
        return 1;
    }
    for (const auto& [name, state] : result->zones) std::cout << name.value_or("?") << "  " << state.value_or("?") << '\n';
    return result->zones.size() == 2 ? 0 : 1;
}
