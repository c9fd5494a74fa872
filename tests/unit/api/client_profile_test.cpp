// SPDX-License-Identifier: MIT
// client_profile and client_profile_view: the same members and defaults, and no view of a temporary.
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <concepts>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

static_assert(std::convertible_to<const tc3::client_profile&, tc3::client_profile_view>);
static_assert(!std::convertible_to<tc3::client_profile, tc3::client_profile_view>, "the view of a temporary would dangle");
static_assert(!std::is_copy_constructible_v<tc3::client_profile>, "it holds a secret");
static_assert(std::is_nothrow_move_constructible_v<tc3::client_profile>);

TEST_CASE("client_profile is made from literals, strings and views") {
    const std::string id = "id", key = "key";
    const char* const environment = "key";
    const tc3::client_profile profiles[] = {
        {.credential = {"id", "key"}, .region = "ap-singapore"},
        {.credential = {id, key}, .region = "ap-singapore"},
        {.credential = {std::string(std::string_view(id)), std::string_view(key)}, .region = "ap-singapore"},
        {.credential = {"id", environment, ""}, .region = "ap-singapore"},
    };
    for (const tc3::client_profile& profile : profiles) {
        CHECK(profile.view().credential.secret_id == "id");
        CHECK(profile.view().credential.secret_key == "key");
        CHECK(profile.view().credential.token.empty());
        CHECK(profile.view().scheme == "https");
    }
}

TEST_CASE("the view of a client_profile has all its members") {
    const tc3::client_profile profile{.credential = {"id", "key", "token"},
                                      .region = "region",
                                      .language = "language",
                                      .service = "service",
                                      .version = "version",
                                      .host = "host",
                                      .scheme = "http",
                                      .connect_to = "connect"};
    const tc3::client_profile_view view = profile;
    CHECK(view.credential.secret_id == "id");
    CHECK(view.credential.secret_key == "key");
    CHECK(view.credential.token == "token");
    CHECK(view.region == "region");
    CHECK(view.language == "language");
    CHECK(view.service == "service");
    CHECK(view.version == "version");
    CHECK(view.host == "host");
    CHECK(view.scheme == "http");
    CHECK(view.connect_to == "connect");
    CHECK(view.host.data() == profile.host.data());
}

TEST_CASE("client_profile and client_profile_view have the same defaults") {
    const tc3::client_profile owning{.credential = {"id", "key"}};
    const tc3::client_profile_view view{.credential = {"id", "key"}};
    const tc3::client_profile_view view_of_owning = owning;
    CHECK(view_of_owning.region == view.region);
    CHECK(view_of_owning.language == view.language);
    CHECK(view_of_owning.service == view.service);
    CHECK(view_of_owning.version == view.version);
    CHECK(view_of_owning.host == view.host);
    CHECK(view_of_owning.scheme == view.scheme);
    CHECK(view_of_owning.connect_to == view.connect_to);
}

TEST_CASE("a moved-from client_profile holds no secret key") {
    tc3::client_profile first{.credential = {"id", "key"}};
    const tc3::client_profile second = std::move(first);
    CHECK(first.credential.secret_key.empty());  // NOLINT: reads a moved-from object on purpose
    CHECK(second.credential.secret_key.view() == "key");
}
