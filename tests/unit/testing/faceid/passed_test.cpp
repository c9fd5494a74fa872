// SPDX-License-Identifier: MIT
// passed(): the structs hold every field that the emulator sends, and writing them gives the same JSON.
#include <tc3/tc3.hpp>
#include <tc3/testing.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <string>

namespace faceid = tc3::faceid;
namespace testing = tc3::testing;
using nlohmann::json;

namespace {

/// Returns the output that the emulator sends.
template <class Input>
json sent_output() {
    return json::parse(testing::faceid_detail::passed_members(tc3::action_of<Input>.name));
}

template <class... Inputs>
void expect_nothing_lost() {
    const auto expect_equal = [](std::string_view name, const json& sent, const auto& output) {
        CAPTURE(name);
        std::string text;
        tc3::sink_adapter to(text);
        tc3::encoder out(to);
        tc3::write_struct(out, output);
        REQUIRE(out.ok());
        CHECK(!sent.empty());
        CHECK(json::parse(text) == sent);
        CHECK_FALSE(output.request_id.has_value());
    };
    (expect_equal(tc3::action_of<Inputs>.name, sent_output<Inputs>(), testing::passed<Inputs>()), ...);
}

}  // namespace

TEST_CASE("passed() returns every field that the emulator sends") {
    expect_nothing_lost<faceid::apply_liveness_token, faceid::get_liveness_result, faceid::get_face_id_result_intl,
                        faceid::get_sdk_verification_result, faceid::get_web_verification_result_intl, faceid::get_wx_nfc_result,
                        faceid::create_upload_url, faceid::check_id_card_information, faceid::detect_ai_fake_faces,
                        faceid::detect_reflect_liveness_and_compare, faceid::liveness_compare, faceid::mobile_status,
                        faceid::phone_verification, faceid::video_liveness_compare>();
}

TEST_CASE("the outcome of passed() is passed, until a test changes it") {
    auto output = testing::passed<faceid::get_web_verification_result_intl>();
    CHECK(faceid::outcome(output).passed());
    CHECK(output.ocr_result->front().normal_card_info->hk_id_card->full_name == "CHAN MEI LING");
    output.error_code = 1001;
    CHECK_FALSE(faceid::outcome(output).passed());
}
