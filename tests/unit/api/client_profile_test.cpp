// SPDX-License-Identifier: MIT
// Profiles: one that owns, one that refers, and no way from a temporary to a dangling one.
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

TEST_CASE("an owning profile can be made from texts of any kind") {
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

TEST_CASE("a view has every member of the profile") {
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

TEST_CASE("the two forms have the same defaults") {
    const tc3::client_profile owning{.credential = {"id", "key"}};
    const tc3::client_profile_view view{.credential = {"id", "key"}};
    const tc3::client_profile_view of_owning = owning;
    CHECK(of_owning.region == view.region);
    CHECK(of_owning.language == view.language);
    CHECK(of_owning.service == view.service);
    CHECK(of_owning.version == view.version);
    CHECK(of_owning.host == view.host);
    CHECK(of_owning.scheme == view.scheme);
    CHECK(of_owning.connect_to == view.connect_to);
}

TEST_CASE("a profile that moves takes its secrets along") {
    tc3::client_profile first{.credential = {"id", "key"}};
    const tc3::client_profile second = std::move(first);
    CHECK(first.credential.secret_key.empty());  // NOLINT: what a moved-from profile is, is what this tests
    CHECK(second.credential.secret_key.view() == "key");
}
