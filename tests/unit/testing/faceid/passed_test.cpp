// SPDX-License-Identifier: MIT
// The outputs of persons who passed and who did not: the structs hold every field that the emulator sends, and writing them gives the same
// JSON.
#include <tc3/tc3.hpp>
#include <tc3/testing.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <string>

namespace faceid = tc3::faceid;
namespace testing = tc3::testing;
using nlohmann::json;

namespace {

/// Checks that an output written as JSON is what the emulator sends.
template <class Output>
void expect_equal(std::string_view name, const json& sent, const Output& output) {
    CAPTURE(name);
    std::string text;
    tc3::sink_adapter to(text);
    tc3::encoder out(to);
    tc3::write_struct(out, output);
    REQUIRE(out.ok());
    CHECK(!sent.empty());
    CHECK(json::parse(text) == sent);
    CHECK_FALSE(output.request_id.has_value());
}

template <class... Inputs>
void expect_nothing_lost() {
    (expect_equal(tc3::action_of<Inputs>.name, json::parse(testing::faceid_detail::passed_members(tc3::action_of<Inputs>.name)),
                  testing::passed<Inputs>()),
     ...);
}

template <class Input>
void expect_failed() {
    constexpr std::string_view name = tc3::action_of<Input>.name;
    const std::string sent =
        testing::faceid_detail::expanded(testing::faceid_detail::find_text(testing::faceid_detail::failed_texts, name));
    tc3::output_of_t<Input> output;
    tc3::decoder in(sent, tc3::strict_reading);
    tc3::read_struct(in, output);
    REQUIRE(in.ok());
    expect_equal(name, json::parse(sent), output);
    CHECK(faceid::outcome(output).state == faceid::outcome_state::not_passed);
    CHECK(faceid::outcome(output).decided());
}

}  // namespace

TEST_CASE("passed() returns every field that the emulator sends") {
    expect_nothing_lost<faceid::apply_liveness_token, faceid::get_liveness_result, faceid::get_face_id_result_intl,
                        faceid::get_sdk_verification_result, faceid::get_web_verification_result_intl, faceid::get_wx_nfc_result,
                        faceid::create_upload_url, faceid::check_id_card_information, faceid::detect_ai_fake_faces,
                        faceid::detect_reflect_liveness_and_compare, faceid::liveness_compare, faceid::mobile_status,
                        faceid::phone_verification, faceid::video_liveness_compare>();
}

TEST_CASE("the outputs of sessions that failed have only fields of their actions, and decide about the person") {
    expect_failed<faceid::get_liveness_result>();
    expect_failed<faceid::get_face_id_result_intl>();
    expect_failed<faceid::get_sdk_verification_result>();
    expect_failed<faceid::get_web_verification_result_intl>();
    expect_failed<faceid::get_wx_nfc_result>();
}

TEST_CASE("the outcome of passed() is passed, until a test changes it") {
    auto output = testing::passed<faceid::get_web_verification_result_intl>();
    CHECK(faceid::outcome(output).passed());
    CHECK(output.ocr_result->front().normal_card_info->hk_id_card->full_name == "CHAN MEI LING");
    output.error_code = 1001;
    CHECK_FALSE(faceid::outcome(output).passed());
}
