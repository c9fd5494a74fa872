// SPDX-License-Identifier: MIT
// ApplyLivenessToken: its address, its fields and the sample of the manual.
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>

namespace faceid = tc3::faceid;
using faceid::apply_liveness_token;
using faceid::apply_liveness_token_output;

namespace {

constexpr tc3::client_profile_view profile{.credential = {"id", "key"}, .region = "ap-singapore"};

std::string body_of(const apply_liveness_token& input) {
    const auto request = tc3::make_request(input, profile, {1551113065});
    return request ? std::string(request->view().body) : tc3::to_string(request.error());
}

}  // namespace

static_assert(std::same_as<tc3::output_of_t<apply_liveness_token>, apply_liveness_token_output>);
static_assert(tc3::action_of<apply_liveness_token>.name == "ApplyLivenessToken");
static_assert(tc3::action_of<apply_liveness_token>.service == "faceid");
static_assert(tc3::action_of<apply_liveness_token>.version == "2018-03-01");
static_assert(tc3::action_of<apply_liveness_token>.host == "faceid.intl.tencentcloudapi.com");
static_assert(tc3::action_of<apply_liveness_token>.needs_region);

TEST_CASE("SecureLevel is sent as a digit in a string, from a constant or from text") {
    CHECK(body_of({}) == "{}");
    CHECK(body_of({.secure_level = "1"}) == R"({"SecureLevel":"1"})");
    CHECK(body_of({.secure_level = faceid::secure_level::silent}) == R"({"SecureLevel":"1"})");
    CHECK(body_of({.secure_level = faceid::secure_level::motion}) == R"({"SecureLevel":"2"})");
    CHECK(body_of({.secure_level = faceid::secure_level::light}) == R"({"SecureLevel":"3"})");
    CHECK(body_of({.secure_level = faceid::secure_level::motion_and_light}) == R"({"SecureLevel":"4"})");
    CHECK(body_of({.secure_level = "5"}) == R"({"SecureLevel":"5"})");  // a level that this client does not know
}

TEST_CASE("reads the sample response of the manual") {
    const auto output = tc3::parse_body<apply_liveness_token>(
        R"({"Response": {"SdkToken": "A561B769-C347-4724-A69A-6C3B3483E107", "RequestId": "d73c0c05-f7ff-419c-84cb-0756303b1934"}})");
    REQUIRE(output);
    CHECK(output->sdk_token == "A561B769-C347-4724-A69A-6C3B3483E107");
    CHECK(output->request_id == "d73c0c05-f7ff-419c-84cb-0756303b1934");
}

TEST_CASE("the field tables have the sensitivity and the allowed values of each field") {
    const auto& input = tc3::fields_of<apply_liveness_token>;
    REQUIRE(input.size() == 1);
    CHECK(input[0].wire_name == "SecureLevel");
    CHECK(input[0].presence == tc3::presence::optional);
    CHECK(input[0].sensitivity == tc3::sensitivity::open);
    REQUIRE(input[0].limits != nullptr);
    REQUIRE(input[0].limits->allowed.size() == 4);
    for (std::size_t i = 0; i < 4; ++i) CHECK(input[0].limits->allowed[i] == std::to_string(i + 1));

    const auto& output = tc3::fields_of<apply_liveness_token_output>;
    REQUIRE(output.size() == 2);
    CHECK(output[0].wire_name == "SdkToken");
    CHECK(output[0].sensitivity == tc3::sensitivity::secret);
    CHECK(output[1].wire_name == "RequestId");
    CHECK(output[1].sensitivity == tc3::sensitivity::open);
}

TEST_CASE("a server that reads the input rejects other levels and unknown members") {
    const auto error_of = [](std::string_view body) {
        apply_liveness_token input;
        tc3::decoder in(body, tc3::server_rules);
        tc3::read_struct(in, input);
        return in.json().error().code;
    };
    CHECK(error_of("{}") == tc3::errc::none);
    for (const char* level : {"1", "2", "3", "4"}) CHECK(error_of(R"({"SecureLevel":")" + std::string(level) + "\"}") == tc3::errc::none);
    CHECK(error_of(R"({"SecureLevel":"5"})") == tc3::errc::not_allowed);
    CHECK(error_of(R"({"SecureLevel":""})") == tc3::errc::not_allowed);
    CHECK(error_of(R"({"SecureLevel":4})") == tc3::errc::wrong_type);
    CHECK(error_of(R"({"SecurityLevel":"4"})") == tc3::errc::unknown_member);
}
