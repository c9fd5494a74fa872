// SPDX-License-Identifier: MIT
// ApplyLivenessToken: address, fields and the manual's example.
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>

namespace faceid = tc3::faceid;
using faceid::apply_liveness_token;
using faceid::apply_liveness_token_answer;

namespace {

constexpr tc3::client_profile_view profile{.credential = {"id", "key"}, .region = "ap-singapore"};

std::string body_of(const apply_liveness_token& question) {
    const auto made = tc3::make_request(question, profile, {1551113065});
    return made ? std::string(made->view().body) : tc3::to_string(made.error());
}

}  // namespace

static_assert(std::same_as<tc3::answer_of_t<apply_liveness_token>, apply_liveness_token_answer>);
static_assert(tc3::action_of<apply_liveness_token>.name == "ApplyLivenessToken");
static_assert(tc3::action_of<apply_liveness_token>.service == "faceid");
static_assert(tc3::action_of<apply_liveness_token>.version == "2018-03-01");
static_assert(tc3::action_of<apply_liveness_token>.host == "faceid.intl.tencentcloudapi.com");
static_assert(tc3::action_of<apply_liveness_token>.needs_region);

TEST_CASE("the level is a digit as text, named or spelled out") {
    CHECK(body_of({}) == "{}");
    CHECK(body_of({.secure_level = "1"}) == R"({"SecureLevel":"1"})");
    CHECK(body_of({.secure_level = faceid::secure_level::silent}) == R"({"SecureLevel":"1"})");
    CHECK(body_of({.secure_level = faceid::secure_level::motion}) == R"({"SecureLevel":"2"})");
    CHECK(body_of({.secure_level = faceid::secure_level::light}) == R"({"SecureLevel":"3"})");
    CHECK(body_of({.secure_level = faceid::secure_level::motion_and_light}) == R"({"SecureLevel":"4"})");
    CHECK(body_of({.secure_level = "5"}) == R"({"SecureLevel":"5"})");  // a level that is new to this client
}

TEST_CASE("the manual's answer") {
    const auto answer = tc3::parse_body<apply_liveness_token>(
        R"({"Response": {"SdkToken": "A561B769-C347-4724-A69A-6C3B3483E107", "RequestId": "d73c0c05-f7ff-419c-84cb-0756303b1934"}})");
    REQUIRE(answer);
    CHECK(answer->sdk_token == "A561B769-C347-4724-A69A-6C3B3483E107");
    CHECK(answer->request_id == "d73c0c05-f7ff-419c-84cb-0756303b1934");
}

TEST_CASE("the tables say what must be masked and what a server would accept") {
    const auto& question = tc3::fields_of<apply_liveness_token>;
    REQUIRE(question.size() == 1);
    CHECK(question[0].wire_name == "SecureLevel");
    CHECK(question[0].presence == tc3::presence::optional);
    CHECK(question[0].sensitivity == tc3::sensitivity::open);
    REQUIRE(question[0].limits != nullptr);
    REQUIRE(question[0].limits->allowed.size() == 4);
    for (std::size_t i = 0; i < 4; ++i) CHECK(question[0].limits->allowed[i] == std::to_string(i + 1));

    const auto& answer = tc3::fields_of<apply_liveness_token_answer>;
    REQUIRE(answer.size() == 2);
    CHECK(answer[0].wire_name == "SdkToken");
    CHECK(answer[0].sensitivity == tc3::sensitivity::secret);
    CHECK(answer[1].wire_name == "RequestId");
    CHECK(answer[1].sensitivity == tc3::sensitivity::open);
}

TEST_CASE("a server that reads the question by its table refuses other levels and names") {
    const auto fault_of = [](std::string_view body) {
        apply_liveness_token question;
        tc3::decoder in(body, tc3::server_rules);
        tc3::read_struct(in, question);
        return in.json().fault().code;
    };
    CHECK(fault_of("{}") == tc3::errc::none);
    for (const char* level : {"1", "2", "3", "4"}) CHECK(fault_of(R"({"SecureLevel":")" + std::string(level) + "\"}") == tc3::errc::none);
    CHECK(fault_of(R"({"SecureLevel":"5"})") == tc3::errc::not_allowed);
    CHECK(fault_of(R"({"SecureLevel":""})") == tc3::errc::not_allowed);
    CHECK(fault_of(R"({"SecureLevel":4})") == tc3::errc::wrong_type);
    CHECK(fault_of(R"({"SecurityLevel":"4"})") == tc3::errc::unknown_member);
}
