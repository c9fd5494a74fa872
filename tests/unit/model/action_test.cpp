// SPDX-License-Identifier: MIT
// action_of: which types are inputs, and how a struct of a user becomes one.
#include "../../support/every_kind.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <concepts>
#include <optional>
#include <string>

// Not in an unnamed namespace: clang warns about unused field tables of its types.
namespace action_test {

struct ping {};
struct pong {
    std::optional<std::string> request_id = {};
};
struct fields_only {};

}  // namespace action_test

using action_test::fields_only;
using action_test::ping;
using action_test::pong;

template <>
inline constexpr tc3::action tc3::action_of<ping>{"echo", "2020-01-01", "Ping"};
template <>
struct tc3::output_of<ping> {
    using type = pong;
};
template <>
inline constexpr auto tc3::fields_of<ping> = tc3::field_table();
template <>
inline constexpr auto tc3::fields_of<fields_only> = tc3::field_table();

static_assert(tc3::has_action<ping>);
static_assert(tc3::action_of<ping>.calls_per_second == 0);  // not documented: no limit
static_assert(tc3::has_action<support::every_kind>);
static_assert(tc3::has_action<tc3::faceid::apply_liveness_token>);
static_assert(!tc3::has_action<pong> && !tc3::has_action<fields_only> && !tc3::has_action<int>);
static_assert(!tc3::has_action<std::string> && !tc3::has_action<tc3::action>);
static_assert(std::same_as<tc3::output_of_t<ping>, pong>);

TEST_CASE("an action has default values for all but service, version and name") {
    constexpr tc3::action action = tc3::action_of<ping>;
    CHECK(action.service == "echo");
    CHECK(action.version == "2020-01-01");
    CHECK(action.name == "Ping");
    CHECK(action.host.empty());
    CHECK(action.needs_region);
}
