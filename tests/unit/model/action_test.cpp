// SPDX-License-Identifier: MIT
// Actions: which types are inputs, and what a struct of the user's own needs to be one.
#include "../../support/every_kind.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <concepts>
#include <optional>
#include <string>
#include <string_view>

// In a namespace with a name: clang warns of tables of unnamed types that a source file does not use.
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

static_assert(tc3::described_action<ping>);
static_assert(tc3::described_action<support::every_kind>);
static_assert(tc3::described_action<tc3::faceid::apply_liveness_token>);
static_assert(!tc3::described_action<pong> && !tc3::described_action<fields_only> && !tc3::described_action<int>);
static_assert(!tc3::described_action<std::string> && !tc3::described_action<tc3::action>);
static_assert(std::same_as<tc3::output_of_t<ping>, pong>);

TEST_CASE("an action says what it must, and the rest has the usual values") {
    constexpr tc3::action what = tc3::action_of<ping>;
    CHECK(what.service == "echo");
    CHECK(what.version == "2020-01-01");
    CHECK(what.name == "Ping");
    CHECK(what.host.empty());
    CHECK(what.needs_region);
}

TEST_CASE("what can stand in for a typed question, beside an action known at run time") {
    CHECK(tc3::content_of_request<std::string>);
    CHECK(tc3::content_of_request<std::string_view>);
    CHECK(tc3::content_of_request<const char*>);
    CHECK(tc3::content_of_request<tc3::request_content>);
    CHECK_FALSE(tc3::content_of_request<int>);
    CHECK_FALSE(tc3::content_of_request<tc3::binary>);
    CHECK_FALSE(tc3::content_of_request<tc3::secret>);
}
