// SPDX-License-Identifier: MIT
// An action that tc3 does not know: DescribeZones of CVM, described by a few lines beside structs of your own. Reading, writing, GET,
// limits and the emulator then work as for the actions that come with tc3.
#include <tc3/tc3.hpp>
#include <tc3/testing.hpp>

#include <cstdint>
#include <ctime>
#include <iostream>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

struct describe_zones {};  // this input has no parameters, so it needs no table

struct zone {
    std::optional<std::string> name;
    std::optional<std::string> state;
};

struct zones {
    std::optional<std::int64_t> total;
    std::vector<zone> list;
};

// The names on the wire, beside the structs and not in them.
using tc3::field_of;
template <>
inline constexpr tc3::action tc3::action_of<describe_zones>{"cvm", "2017-03-12", "DescribeZones"};
template <>
struct tc3::output_of<describe_zones> : std::type_identity<zones> {};
template <>
inline constexpr auto tc3::fields_of<zone> = tc3::field_table(field_of<&zone::name>("Zone"), field_of<&zone::state>("ZoneState"));
template <>
inline constexpr auto tc3::fields_of<zones> = tc3::field_table(field_of<&zones::total>("TotalCount"), field_of<&zones::list>("ZoneSet"));

tc3::unix_time now() { return {std::time(nullptr)}; }

int main() {
    tc3::testing::emulator service(now, [] { return ""; });
    service.add_credential("example-id", "example-key");
    service.serve<describe_zones>([](const describe_zones&) {
        return zones{.total = 2, .list = {{"ap-singapore-1", "AVAILABLE"}, {"ap-singapore-2", "UNAVAILABLE"}}};
    });

    const tc3::client_profile profile{.credential = {"example-id", "example-key"}, .region = "ap-singapore"};
    const auto output = tc3::call(service, describe_zones{}, profile, now());
    if (!output) {
        std::cerr << to_string(output.error()) << '\n';
        return 1;
    }
    for (const zone& each : output->list) std::cout << each.name.value_or("?") << "  " << each.state.value_or("?") << '\n';
    return output->list.size() == 2 ? 0 : 1;
}
