// SPDX-License-Identifier: MIT
// Credentials: a secret id, a secret key and an optional token.
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <string_view>
#include <utility>

namespace {

template <class Credential>
concept viewable_as_temporary = requires { Credential().view(); };

}  // namespace

static_assert(!viewable_as_temporary<tc3::credential>, "the view of a temporary would dangle");

TEST_CASE("a credential holds two texts, a temporary credential three") {
    const tc3::credential permanent{"id", "key"};
    CHECK(permanent.view().secret_id == "id");
    CHECK(permanent.view().secret_key == "key");
    CHECK(permanent.view().token.empty());

    tc3::credential temporary{.secret_id = "id", .secret_key = std::string_view("key"), .token = "token"};
    CHECK(temporary.view().token == "token");
    const tc3::credential moved = std::move(temporary);
    CHECK(moved.view().secret_id == "id");
    CHECK(moved.view().secret_key == "key");
    CHECK(moved.view().token == "token");
    CHECK(temporary.view().secret_key.empty());  // NOLINT: the state after a move is tested
    CHECK(temporary.view().token.empty());
}
