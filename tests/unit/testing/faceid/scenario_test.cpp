// SPDX-License-Identifier: MIT
// eKYC in the emulator: sessions from their token to their end, uploads, scripts, and rules between parameters.
#include <tc3/tc3.hpp>
#include <tc3/testing.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace faceid = tc3::faceid;
namespace testing = tc3::testing;

namespace {

struct emulated_service {
    tc3::unix_time clock{1700000000};
    int tokens = 0;
    testing::emulator service{[this] { return clock; }, [this] { return "token-" + std::to_string(++tokens); }};
    testing::faceid_scenario scenario = (service.add_credential("id", "key"), testing::serve_faceid(service));

    template <class Input>
    tc3::call_result<Input> ask(const Input& input) {
        return tc3::call(service, input, {.credential = {"id", "key"}, .region = "ap-singapore"}, clock);
    }
    /// Returns the output, which is required.
    template <class Input>
    tc3::output_of_t<Input> expect(const Input& input) {
        const auto output = ask(input);
        REQUIRE(output.has_value());
        return *output;
    }
    /// Returns the code of an error; empty for an output.
    template <class Input>
    std::string code(const Input& input) {
        const auto output = ask(input);
        return output ? std::string() : output.error().code;
    }
};

constexpr std::string_view illegal = "InvalidParameterValue.BizTokenIllegal";
constexpr std::string_view expired = "InvalidParameterValue.BizTokenExpired";
constexpr std::string_view no_chip_token = "FailedOperation.InvalidTokenParameter";

/// A flow: begin() returns the token of a new session, ask() the outcome of a session in one line, or the code of an error.
struct flow {
    const char* name;
    std::function<std::string(emulated_service&)> begin;
    std::function<std::string(emulated_service&, const std::string& token)> ask;
    std::int64_t readable_seconds;
    std::string unfinished;
    std::string lost;
    std::string_view unknown_token = illegal;
    std::string_view expired_token = expired;
};

template <class Output>
std::string line_of(const tc3::result<Output, tc3::failure>& output) {
    if (!output) return output.error().code;
    const auto outcome = faceid::outcome(*output);
    return std::string(name_of(outcome.state)) + " " + std::string(outcome.code.view());
}

template <class Apply, class Ask>
flow flow_between(const char* name, Apply apply, std::int64_t readable_seconds, std::string unfinished, std::string lost) {
    return {name,
            [apply](emulated_service& emulated) {
                const auto output = emulated.expect(apply);
                if constexpr (requires { output.sdk_token; }) {
                    return output.sdk_token.value_or("");
                } else if constexpr (requires { output.biz_token; }) {
                    CHECK(output.verification_url->find(output.biz_token.value_or("?")) != std::string::npos);
                    return output.biz_token.value_or("");
                } else {
                    return output.token.value_or("");
                }
            },
            [](emulated_service& emulated, const std::string& token) { return line_of(emulated.ask(Ask{token})); },
            readable_seconds,
            std::move(unfinished),
            std::move(lost)};
}

std::vector<flow> all_flows() {
    const faceid::apply_web_verification_biz_token_intl web{.redirect_url = "https://shop.example/done",
                                                            .compare_image_base64 = tc3::binary::raw_view("image")};
    const std::string none = "unknown ";
    std::vector<flow> flows = {
        flow_between<faceid::apply_liveness_token, faceid::get_liveness_result>("liveness", {}, 7200, none, none),
        flow_between<faceid::get_face_id_token_intl, faceid::get_face_id_result_intl>("selfie", {}, 259200, "pending -999", "pending -999"),
        flow_between<faceid::apply_sdk_verification_token, faceid::get_sdk_verification_result>("document", {}, 259200, none, none),
        flow_between<faceid::apply_web_verification_biz_token_intl, faceid::get_web_verification_result_intl>(
            "browser", web, 259200, "pending 17", "not passed 15"),
        flow_between<faceid::get_nfc_token, faceid::get_wx_nfc_result>("chip", {}, 600, none, none),
    };
    flows.back().unknown_token = flows.back().expired_token = no_chip_token;
    return flows;
}

}  // namespace

TEST_CASE("a session has passed at once, returns its result repeatedly, and expires") {
    for (const flow& each : all_flows()) {
        CAPTURE(each.name);
        emulated_service emulated;
        CHECK(each.ask(emulated, "token-1") == each.unknown_token);
        const std::string token = each.begin(emulated);
        CHECK(token == "token-1");
        CHECK(each.ask(emulated, "token-2") == each.unknown_token);
        CHECK(each.ask(emulated, "Token-1") == each.unknown_token);
        for (int round = 0; round < 3; ++round) CHECK(each.ask(emulated, token) == "passed 0");
        emulated.clock.seconds += each.readable_seconds - 1;
        CHECK(each.ask(emulated, token) == "passed 0");
        emulated.clock.seconds += 1;
        CHECK(each.ask(emulated, token) == each.expired_token);
    }
}

TEST_CASE("rejects the token of another flow") {
    for (const flow& each : all_flows()) {
        for (const flow& other : all_flows()) {
            CAPTURE(each.name);
            CAPTURE(other.name);
            emulated_service emulated;
            const std::string token = each.begin(emulated);
            CHECK(other.ask(emulated, token) == (std::string_view(each.name) == other.name ? "passed 0" : other.unknown_token));
        }
    }
}

TEST_CASE("a session that waits for its app is unfinished until finish()") {
    for (const flow& each : all_flows()) {
        CAPTURE(each.name);
        emulated_service emulated;
        emulated.scenario.wait_for_apps();
        const std::string token = each.begin(emulated);
        CHECK_FALSE(emulated.scenario.finish(token));
        CHECK(each.ask(emulated, token) == each.unfinished);
        emulated.clock.seconds += 599;
        CHECK(emulated.scenario.start(token));
        CHECK(each.ask(emulated, token) == each.unfinished);
        CHECK(emulated.scenario.finish(token));
        CHECK(each.ask(emulated, token) == "passed 0");
        CHECK(emulated.scenario.start(token));  // safe to repeat
        CHECK(each.ask(emulated, token) == "passed 0");
        CHECK_FALSE(emulated.scenario.start("another"));
        CHECK_FALSE(emulated.scenario.finish("another"));

        emulated.scenario.wait_for_apps(false);
        CHECK(each.ask(emulated, each.begin(emulated)) == "passed 0");
    }
}

TEST_CASE("a session that is not started within 10 minutes never has a result") {
    for (const flow& each : all_flows()) {
        CAPTURE(each.name);
        emulated_service emulated;
        emulated.scenario.wait_for_apps();
        const std::string token = each.begin(emulated);
        emulated.clock.seconds += 600;
        CHECK_FALSE(emulated.scenario.start(token));
        CHECK_FALSE(emulated.scenario.finish(token));
        CHECK(each.ask(emulated, token) == (each.readable_seconds == 600 ? std::string(each.expired_token) : each.lost));
    }
}

TEST_CASE("a session that fails has the result of a person who did not pass") {
    for (const flow& each : all_flows()) {
        CAPTURE(each.name);
        const std::string failed = std::string("not passed ") + (std::string_view(each.name) == "chip" ? "-1" : "1005");
        emulated_service emulated;
        const std::string at_once = each.begin(emulated);
        CHECK(emulated.scenario.fail(at_once));
        CHECK(each.ask(emulated, at_once) == failed);
        CHECK(emulated.scenario.finish(at_once));
        CHECK(each.ask(emulated, at_once) == "passed 0");

        emulated.scenario.wait_for_apps();
        const std::string token = each.begin(emulated);
        CHECK_FALSE(emulated.scenario.fail(token));
        CHECK(emulated.scenario.start(token));
        CHECK(emulated.scenario.fail(token));
        for (int round = 0; round < 2; ++round) CHECK(each.ask(emulated, token) == failed);
        CHECK(emulated.scenario.start(token));
        CHECK(each.ask(emulated, token) == failed);
        CHECK_FALSE(emulated.scenario.fail("another"));
    }
}

TEST_CASE("the output of a session that failed decides about the person, and has the Extra of the input") {
    emulated_service emulated;
    const auto check = [](const auto& output) {
        using type = std::remove_cvref_t<decltype(output)>;
        const auto outcome = faceid::outcome(output);
        CHECK(outcome.state == faceid::outcome_state::not_passed);
        CHECK(outcome.decided());
        return type(output);
    };
    const auto fail = [&](const auto& token) { REQUIRE(emulated.scenario.fail(token.value_or(""))); };
    const auto selfie = emulated.expect(faceid::get_face_id_token_intl{.extra = "order 7"}).sdk_token;
    fail(selfie);
    const auto selfie_output = check(emulated.expect(faceid::get_face_id_result_intl{*selfie}));
    CHECK(selfie_output.extra == "order 7");
    CHECK(selfie_output.similarity == 0);
    const auto document = emulated.expect(faceid::apply_sdk_verification_token{.extra = "order 8"}).sdk_token;
    fail(document);
    const auto document_output = check(emulated.expect(faceid::get_sdk_verification_result{*document}));
    CHECK(document_output.extra == "order 8");
    REQUIRE(document_output.compare_results->size() == 1);
    CHECK(document_output.compare_results->front().error_code == document_output.result);
    CHECK(document_output.card_verify_results->front().normal_card_info.has_value());
}

TEST_CASE("a session can be made to expire") {
    for (const flow& each : all_flows()) {
        CAPTURE(each.name);
        for (const bool waits : {false, true}) {
            CAPTURE(waits);
            emulated_service emulated;
            emulated.scenario.wait_for_apps(waits);
            const std::string token = each.begin(emulated);
            emulated.clock.seconds += 5;
            CHECK(emulated.scenario.expire(token));
            CHECK(emulated.scenario.expire(token));
            CHECK(each.ask(emulated, token) == each.expired_token);
            CHECK(emulated.scenario.start(token) != waits);
            emulated.clock.seconds += each.readable_seconds - 1;
            each.begin(emulated);
            CHECK(each.ask(emulated, token) == each.expired_token);  // known for as long as one that expired by itself
            emulated.clock.seconds += 1;
            each.begin(emulated);
            CHECK(each.ask(emulated, token) == each.unknown_token);
            CHECK_FALSE(emulated.scenario.expire(token));
        }
    }
}

TEST_CASE("returns the Extra of the input in the output") {
    emulated_service emulated;
    const auto begun = emulated.expect(faceid::get_face_id_token_intl{.extra = "\"order\" 7"});
    CHECK(emulated.expect(faceid::get_face_id_result_intl{begun.sdk_token.value_or("")}).extra == "\"order\" 7");
    const auto checked = emulated.expect(
        faceid::image_recognition_v2{.id_card = "1", .name = "a", .image_base64 = tc3::binary::raw_view("image"), .extra = "order 8"});
    CHECK(checked.extra == "order 8");
    const auto identity = emulated.expect(faceid::apply_sdk_verification_token{.extra = "order 9"});
    CHECK(emulated.expect(faceid::get_sdk_verification_result{identity.sdk_token.value_or("")}).extra == "order 9");
    const auto browser = emulated.expect(faceid::apply_web_verification_biz_token_intl{
        .redirect_url = "https://shop.example/", .compare_image_base64 = tc3::binary::raw_view("image"), .extra = "order 10"});
    CHECK(emulated.expect(faceid::get_web_verification_result_intl{browser.biz_token.value_or("")}).extra == "order 10");
}

TEST_CASE("removes a session that has been expired for as long as it was readable, when another one begins") {
    for (const flow& each : all_flows()) {
        CAPTURE(each.name);
        emulated_service emulated;
        const std::string token = each.begin(emulated);
        emulated.clock.seconds += 2 * each.readable_seconds - 1;
        each.begin(emulated);
        CHECK(each.ask(emulated, token) == each.expired_token);
        emulated.clock.seconds += 1;
        CHECK(each.ask(emulated, token) == each.expired_token);
        const std::string fresh = each.begin(emulated);
        CHECK(each.ask(emulated, token) == each.unknown_token);
        CHECK_FALSE(emulated.scenario.start(token));
        CHECK(each.ask(emulated, fresh) == "passed 0");
    }
}

TEST_CASE("a scenario that was moved from stays usable") {
    emulated_service emulated;
    testing::faceid_scenario first = emulated.scenario;
    testing::faceid_scenario second = std::move(first);
    testing::faceid_scenario third = emulated.scenario;
    third = std::move(second);
    for (testing::faceid_scenario* each : {&first, &second, &third}) {  // NOLINT(bugprone-use-after-move): the subject of this test
        each->wait_for_apps();
        const std::string token = emulated.expect(faceid::get_nfc_token{}).token.value_or("");
        CHECK(each->start(token));
        each->wait_for_apps(false);
    }
}

// ---- scripts ---------------------------------------------------------------------------------------------------------------------

TEST_CASE("a script has one reply for each call, the last one repeats, and an empty script is as usual") {
    emulated_service emulated;
    const faceid::detect_ai_fake_faces input{.face_input = tc3::binary::raw_view("image"), .face_input_type = 1};
    const auto line = [&] { return line_of(emulated.ask(input)); };
    using input_type = faceid::detect_ai_fake_faces;

    auto risky = testing::passed<input_type>();
    risky.attack_risk_level = "High";
    CHECK(line() == "passed Low");
    emulated.scenario.reply_with<input_type>({testing::service_error{"FailedOperation.CoveredFace"}, risky, testing::as_usual,
                                              std::string(R"({"AttackRiskLevel":"Mid","New":[1]})"),
                                              tc3::unexpected(testing::service_error{"InternalError"})});
    CHECK(line() == "FailedOperation.CoveredFace");
    CHECK(emulated.service.last().accepted());
    CHECK(emulated.code(faceid::detect_ai_fake_faces{}) == "MissingParameter");  // rejected: uses up no reply
    CHECK(line() == "not passed High");
    CHECK(line() == "passed Low");
    CHECK(line() == "passed Mid");
    CHECK(line() == "InternalError");
    CHECK(line() == "InternalError");
    CHECK(emulated.code(faceid::mobile_status{.mobile = "1"}) == "");  // other actions have no script
    emulated.scenario.reply_with<input_type>({});
    CHECK(line() == "passed Low");
}

TEST_CASE("a scripted output with a token begins no session; as_usual begins one") {
    emulated_service emulated;
    emulated.scenario.reply_with<faceid::get_nfc_token>(
        {testing::service_error{"InternalError"}, faceid::get_nfc_token_output{.token = "scripted"}, testing::as_usual});
    CHECK(emulated.code(faceid::get_nfc_token{}) == "InternalError");
    CHECK(emulated.expect(faceid::get_nfc_token{}).token == "scripted");
    CHECK(emulated.code(faceid::get_wx_nfc_result{"scripted"}) == no_chip_token);
    CHECK(emulated.expect(faceid::get_nfc_token{}).token == "token-1");
    CHECK(emulated.code(faceid::get_wx_nfc_result{"token-1"}) == "");
}

TEST_CASE("a call over the limit uses up no reply and begins no session") {
    emulated_service emulated;
    emulated.service.limit_calls(true);
    std::vector<testing::reply<faceid::get_nfc_token>> replies(tc3::action_of<faceid::get_nfc_token>.calls_per_second,
                                                               testing::service_error{"InternalError"});
    replies.emplace_back(testing::as_usual);
    emulated.scenario.reply_with<faceid::get_nfc_token>(replies);
    for (std::size_t call = 1; call < replies.size(); ++call) CHECK(emulated.code(faceid::get_nfc_token{}) == "InternalError");
    for (int call = 0; call < 3; ++call) CHECK(emulated.code(faceid::get_nfc_token{}) == "RequestLimitExceeded");
    CHECK(emulated.tokens == 0);
    emulated.clock.seconds += 1;
    for (std::size_t call = 1; call < replies.size(); ++call) CHECK(emulated.code(faceid::get_nfc_token{}) == "");
    CHECK(emulated.code(faceid::get_nfc_token{}) == "RequestLimitExceeded");
    CHECK(static_cast<std::size_t>(emulated.tokens) == replies.size() - 1);
    emulated.scenario.reply_with<faceid::get_nfc_token>({testing::service_error{"InternalError"}, testing::as_usual});
    CHECK(emulated.code(faceid::get_nfc_token{}) == "RequestLimitExceeded");
    emulated.clock.seconds += 1;
    CHECK(emulated.code(faceid::get_nfc_token{}) == "InternalError");
}

TEST_CASE("a script for one session starts its app, unless it is too late") {
    using result_input = faceid::get_face_id_result_intl;
    const auto poor = faceid::get_face_id_result_intl_output{.result = "1001"};
    emulated_service emulated;
    emulated.scenario.wait_for_apps();
    emulated.scenario.reply_with<result_input>({poor});
    const auto first = emulated.expect(faceid::get_face_id_token_intl{}).sdk_token.value_or("");
    const auto second = emulated.expect(faceid::get_face_id_token_intl{}).sdk_token.value_or("");
    CHECK(line_of(emulated.ask(result_input{first})) == "pending -999");  // a script for later sessions does not start their app
    CHECK(emulated.scenario.start(first));
    CHECK(line_of(emulated.ask(result_input{first})) == "not passed 1001");
    CHECK(emulated.scenario.start_with<result_input>(first, {testing::as_usual}));
    CHECK(line_of(emulated.ask(result_input{first})) == "pending -999");
    CHECK(emulated.scenario.finish(first));
    CHECK(line_of(emulated.ask(result_input{first})) == "passed 0");

    CHECK_FALSE(emulated.scenario.start_with<faceid::get_liveness_result>(second, {}));  // a token of another flow
    CHECK(emulated.scenario.start_with<result_input>(second, {poor}));
    CHECK(line_of(emulated.ask(result_input{second})) == "not passed 1001");
    const auto third = emulated.expect(faceid::get_face_id_token_intl{}).sdk_token.value_or("");
    emulated.clock.seconds += 600;
    CHECK_FALSE(emulated.scenario.start_with<result_input>(third, {poor}));
    CHECK(emulated.scenario.start_with<result_input>(second, {}));  // started in time
}

TEST_CASE("a scripted output that cannot be written gives InternalError and rejection::output") {
    emulated_service emulated;
    emulated.scenario.reply_with<faceid::mobile_status>(
        {faceid::mobile_status_output{.description = "\xff"}, std::string("[]"), std::string("{")});
    for (int round = 0; round < 3; ++round) {
        CHECK(emulated.code(faceid::mobile_status{.mobile = "1"}) == "InternalError");
        CHECK(emulated.service.last().rejection == testing::rejection::output);
    }
    testing::emulator invalid_tokens([&emulated] { return emulated.clock; }, [] { return std::string("\xff"); });
    invalid_tokens.add_credential("id", "key");
    testing::serve_faceid(invalid_tokens);
    const auto output = tc3::call(invalid_tokens, faceid::get_nfc_token{}, {.credential = {"id", "key"}}, emulated.clock);
    CHECK_FALSE(output.has_value());
    CHECK(invalid_tokens.last().rejection == testing::rejection::output);
}

// ---- files -----------------------------------------------------------------------------------------------------------------------

namespace {

std::string any_md5() { return testing::md5_of("anything"); }

/// An action that reads files. ask() calls it with an address and a checksum, and returns the error code.
struct file_reader {
    const char* name;
    std::function<std::string(emulated_service&, const std::string& url, const std::string& md5)> ask;
};

std::vector<file_reader> file_readers() {
    return {{"GenerateReflectSequence",
             [](emulated_service& emulated, const std::string& url, const std::string& md5) {
                 return emulated.code(faceid::generate_reflect_sequence{.device_data_url = url, .device_data_md5 = md5});
             }},
            {"DetectReflectLivenessAndCompare",
             [](emulated_service& emulated, const std::string& url, const std::string& md5) {
                 return emulated.code(faceid::detect_reflect_liveness_and_compare{url, md5, url, md5});
             }},
            {"VideoLivenessCompare", [](emulated_service& emulated, const std::string& url, const std::string& md5) {
                 return emulated.code(faceid::video_liveness_compare{url, md5, url, md5, "SILENT"});
             }}};
}

}  // namespace

TEST_CASE("accepts an uploaded file for its action, with its MD5, for two hours") {
    constexpr std::string_view failed = "FailedOperation.DownLoadError";
    for (const file_reader& each : file_readers()) {
        CAPTURE(each.name);
        for (const bool waits : {false, true}) {
            CAPTURE(waits);
            emulated_service emulated;
            emulated.scenario.wait_for_apps(waits);
            const auto granted = emulated.expect(faceid::create_upload_url{each.name});
            CHECK(granted.expired_timestamp == emulated.clock.seconds + 7200);
            const std::string url = granted.resource_url.value_or("");
            CHECK(each.ask(emulated, url, any_md5()) == (waits ? failed : ""));
            CHECK_FALSE(emulated.scenario.upload(url, "a file"));  // a resource_url is not an upload_url
            CHECK(emulated.scenario.upload(granted.upload_url.value_or(""), "a file"));
            CHECK(each.ask(emulated, url, testing::md5_of("a file")) == "");
            std::string in_capitals = testing::md5_of("a file");
            for (char& digit : in_capitals) digit = static_cast<char>(digit >= 'a' ? digit - 32 : digit);
            CHECK(each.ask(emulated, url, in_capitals) == "");
            CHECK(each.ask(emulated, url, any_md5()) == failed);
            CHECK(each.ask(emulated, "https://elsewhere.example/file", testing::md5_of("a file")) == failed);
            for (const file_reader& other : file_readers()) {
                CHECK(other.ask(emulated, url, testing::md5_of("a file")) == (std::string_view(other.name) == each.name ? "" : failed));
            }
            emulated.clock.seconds += 7199;
            CHECK(each.ask(emulated, url, testing::md5_of("a file")) == "");
            emulated.clock.seconds += 1;
            CHECK(each.ask(emulated, url, testing::md5_of("a file")) == failed);
        }
    }
}

TEST_CASE("the addresses of uploads begin with that of the file store, once one is named") {
    emulated_service emulated;
    const auto create = [&] { return emulated.expect(faceid::create_upload_url{"VideoLivenessCompare"}); };
    CHECK(create().upload_url == "https://emulator.invalid/upload/1");
    emulated.scenario.upload_to("http://127.0.0.1:8080");
    const auto granted = create();
    CHECK(granted.upload_url == "http://127.0.0.1:8080/upload/2");
    CHECK(granted.resource_url == "http://127.0.0.1:8080/file/2");
    CHECK(emulated.scenario.upload(*granted.upload_url, "a file"));
    const auto read = [&](std::string_view content) {
        const std::string md5 = testing::md5_of(content);
        return emulated.code(faceid::video_liveness_compare{*granted.resource_url, md5, *granted.resource_url, md5, "SILENT"});
    };
    CHECK(read("a file") == "");
    CHECK(read("another") == "FailedOperation.DownLoadError");
    emulated.scenario.upload_to("");
    CHECK(create().resource_url == "https://emulator.invalid/file/3");
}

TEST_CASE("checks both files of VideoLivenessCompare, whose addresses differ") {
    emulated_service emulated;
    const auto one = emulated.expect(faceid::create_upload_url{"VideoLivenessCompare"});
    const auto two = emulated.expect(faceid::create_upload_url{"VideoLivenessCompare"});
    CHECK(one.resource_url != two.resource_url);
    CHECK(emulated.scenario.upload(one.upload_url.value_or(""), "image"));
    CHECK(emulated.scenario.upload(two.upload_url.value_or(""), "video"));
    const auto code = [&](std::string_view image, std::string_view video) {
        return emulated.code(faceid::video_liveness_compare{one.resource_url.value_or(""), testing::md5_of(image),
                                                            two.resource_url.value_or(""), testing::md5_of(video), "SILENT"});
    };
    CHECK(code("image", "video") == "");
    CHECK(code("video", "video") == "FailedOperation.DownLoadError");
    CHECK(code("image", "image") == "FailedOperation.DownLoadError");
    CHECK(emulated.code(faceid::create_upload_url{"GetLivenessResult"}) == "InvalidParameterValue");
}

TEST_CASE("checks both files of DetectReflectLivenessAndCompare") {
    emulated_service emulated;
    const auto live = emulated.expect(faceid::create_upload_url{"DetectReflectLivenessAndCompare"});
    const auto photo = emulated.expect(faceid::create_upload_url{"DetectReflectLivenessAndCompare"});
    CHECK(emulated.scenario.upload(live.upload_url.value_or(""), "live"));
    CHECK(emulated.scenario.upload(photo.upload_url.value_or(""), "photo"));
    const std::string live_url = live.resource_url.value_or("");
    const std::string photo_url = photo.resource_url.value_or("");
    const std::string other_url = "https://shop.example/photo";
    const std::string live_md5 = testing::md5_of("live");
    const std::string photo_md5 = testing::md5_of("photo");
    const std::string_view failed = "FailedOperation.DownLoadError";
    using input = faceid::detect_reflect_liveness_and_compare;
    CHECK(emulated.code(input{live_url, live_md5, photo_url, photo_md5}) == "");
    CHECK(emulated.code(input{live_url, photo_md5, photo_url, photo_md5}) == failed);
    CHECK(emulated.code(input{other_url, live_md5, photo_url, photo_md5}) == failed);
    CHECK(emulated.code(input{live_url, live_md5, photo_url, live_md5}) == failed);
    CHECK(emulated.code(input{live_url, live_md5, other_url, photo_md5}) == failed);
}

TEST_CASE("removes an address after 4 hours, when another one is made, and makes no address twice") {
    emulated_service emulated;
    const auto first = emulated.expect(faceid::create_upload_url{"VideoLivenessCompare"});
    emulated.clock.seconds += 14399;
    const auto second = emulated.expect(faceid::create_upload_url{"VideoLivenessCompare"});
    CHECK(emulated.scenario.upload(first.upload_url.value_or(""), "late"));
    emulated.clock.seconds += 1;
    const auto third = emulated.expect(faceid::create_upload_url{"VideoLivenessCompare"});
    CHECK_FALSE(emulated.scenario.upload(first.upload_url.value_or(""), "later"));
    CHECK(emulated.scenario.upload(second.upload_url.value_or(""), "in time"));
    CHECK(third.upload_url != second.upload_url);
    CHECK(third.upload_url != first.upload_url);
}

// ---- rules between parameters ----------------------------------------------------------------------------------------------------

namespace {

constexpr std::string_view missing = "MissingParameter";
constexpr std::string_view invalid = "InvalidParameterValue";

/// A call with one input, and the error code that it gets; empty for an output.
struct rule {
    std::function<std::string(emulated_service&)> ask;
    std::string_view code;
};

template <class Input>
rule expect_code(Input input, std::string_view code) {
    return {[input](emulated_service& emulated) { return emulated.code(input); }, code};
}

}  // namespace

TEST_CASE("checks the rules between parameters") {
    const tc3::binary bytes = tc3::binary::raw_view("bytes");
    using sdk = faceid::apply_sdk_verification_token;
    using web = faceid::apply_web_verification_biz_token_intl;
    using selfie = faceid::get_face_id_token_intl;
    using compare = faceid::compare_face_liveness;
    using liveness = faceid::liveness_compare;
    using fakes = faceid::detect_ai_fake_faces;
    using card = faceid::id_card_ocr_verification;
    using phone = faceid::phone_verification;
    const auto browser = [&bytes](faceid::web_verification_config_intl config) {
        return web{.redirect_url = "https://shop.example/", .compare_image_base64 = bytes, .config = config};
    };
    const faceid::encryption names_only{.encrypt_list = {{"Name"}}, .ciphertext_blob = bytes, .iv = "iv"};
    const faceid::encryption phones_too{.encrypt_list = {{"Name", "Phone"}}, .ciphertext_blob = bytes, .iv = "iv"};
    const std::vector<rule> rules = {
        expect_code(sdk{.check_mode = 2}, missing),
        expect_code(sdk{.check_mode = 2, .compare_image = tc3::binary::raw_view("")}, missing),
        expect_code(sdk{.check_mode = 2, .compare_image = bytes}, ""),
        expect_code(sdk{.check_mode = 1}, ""),
        expect_code(sdk{.action_list = "blink"}, ""),
        expect_code(sdk{.security_level = 2, .action_list = "blink,mouth"}, ""),
        expect_code(sdk{.security_level = 3, .action_list = "blink"}, invalid),
        expect_code(sdk{.action_list = "wink"}, invalid),
        expect_code(sdk{.action_list = "blink,mouth,nod"}, invalid),
        expect_code(sdk{.action_list = "blink,"}, invalid),
        expect_code(sdk{.enable_forgery_detection_images = true, .allow_upload_photo = true}, invalid),
        expect_code(sdk{.enable_forgery_detection_images = false, .allow_upload_photo = true}, ""),

        expect_code(web{.redirect_url = "https://shop.example/done?a=b"}, missing),
        expect_code(web{.redirect_url = "https://shop.example/", .rule_id = "1"}, ""),
        expect_code(web{.redirect_url = "https://shop.example/", .config = faceid::web_verification_config_intl{.check_mode = 1}}, ""),
        expect_code(web{.redirect_url = "https://shop.example", .compare_image_base64 = bytes}, invalid),
        expect_code(web{.redirect_url = "shop.example/done", .compare_image_base64 = bytes}, invalid),
        expect_code(web{.redirect_url = "https:///done", .compare_image_base64 = bytes}, invalid),
        expect_code(web{.redirect_url = "/done", .compare_image_base64 = bytes}, invalid),
        expect_code(web{.redirect_url = "://shop.example/", .compare_image_base64 = bytes}, invalid),
        expect_code(web{.redirect_url = "https://shop example/", .compare_image_base64 = bytes}, invalid),
        expect_code(web{.redirect_url = "https://shop.example\n/", .compare_image_base64 = bytes}, invalid),
        expect_code(web{.redirect_url = "https://shop.example/a b", .compare_image_base64 = bytes}, invalid),
        expect_code(web{.redirect_url = "https://shop.example/\x7f", .compare_image_base64 = bytes}, invalid),
        expect_code(web{.redirect_url = "https://shop.example/\xc3\xa9", .compare_image_base64 = bytes}, invalid),
        expect_code(browser({.action_list = "nod"}), invalid),  // level 3 by default
        expect_code(browser({.security_level = 2, .action_list = "nod"}), ""),
        expect_code(browser({.security_level = 4, .action_list = "nod,knot"}), invalid),

        expect_code(selfie{}, ""),
        expect_code(selfie{.check_mode = "compare"}, missing),
        expect_code(selfie{.check_mode = "compare", .image = bytes}, ""),
        expect_code(selfie{.action_list = "shake"}, ""),
        expect_code(selfie{.secure_level = "2", .action_list = "shake"}, ""),
        expect_code(selfie{.secure_level = "1", .action_list = "shake"}, invalid),
        expect_code(selfie{.action_list = "Shake"}, invalid),

        expect_code(compare{bytes, bytes, "SILENT"}, ""),
        expect_code(compare{bytes, bytes, "SILENT", ""}, ""),
        expect_code(compare{bytes, bytes, "SILENT", "1"}, invalid),
        expect_code(compare{bytes, bytes, "ACTION"}, missing),
        expect_code(compare{bytes, bytes, "ACTION", "4,2"}, ""),
        expect_code(compare{bytes, bytes, "ACTION", "5"}, invalid),
        expect_code(compare{bytes, bytes, "ACTION", "1,2,3"}, invalid),

        expect_code(liveness{.liveness_type = "SILENT", .image_base64 = bytes, .video_base64 = bytes}, ""),
        expect_code(liveness{.liveness_type = "SILENT", .image_url = "u", .video_url = "u"}, ""),
        expect_code(liveness{.liveness_type = "SILENT", .video_url = "u"}, missing),
        expect_code(liveness{.liveness_type = "SILENT", .image_url = "u"}, missing),
        expect_code(liveness{.liveness_type = "SILENT", .image_url = "u", .validate_data = "1234", .video_url = "u"}, invalid),
        expect_code(liveness{.liveness_type = "LIP", .image_url = "u", .video_url = "u"}, missing),
        expect_code(liveness{.liveness_type = "LIP", .image_url = "u", .validate_data = "1234", .video_url = "u"}, ""),
        expect_code(liveness{.liveness_type = "LIP", .image_url = "u", .validate_data = "123", .video_url = "u"}, invalid),
        expect_code(liveness{.liveness_type = "ACTION", .image_url = "u", .validate_data = "2,1", .video_url = "u"}, ""),
        expect_code(liveness{.liveness_type = "ACTION", .image_url = "u", .validate_data = "1,1", .video_url = "u"}, invalid),
        expect_code(faceid::video_liveness_compare{"u", any_md5(), "u", any_md5(), "LIP"}, missing),

        expect_code(fakes{.face_input = bytes}, missing),
        expect_code(fakes{.face_input_type = 1}, missing),
        expect_code(fakes{.face_input = bytes, .face_input_type = 2}, ""),
        expect_code(fakes{.face_input = bytes, .face_input_type = 3}, "InvalidParameter"),
        expect_code(fakes{.encryption = names_only}, missing),
        expect_code(fakes{.encrypted_body = bytes}, missing),
        expect_code(fakes{.encryption = names_only, .encrypted_body = bytes}, ""),

        expect_code(faceid::check_id_card_information{}, missing),
        expect_code(faceid::check_id_card_information{.image_base64 = bytes}, ""),
        expect_code(faceid::check_id_card_information{.image_url = "u"}, ""),
        expect_code(card{.name = "a"}, missing),
        expect_code(card{.id_card = "1"}, missing),
        expect_code(card{.id_card = "1", .name = "a"}, ""),
        expect_code(card{.image_url = "u"}, ""),

        expect_code(phone{"1", "a", "2"}, ""),
        expect_code(phone{"1", "a", "2", bytes, {{"Name"}}, "iv"}, ""),
        expect_code(phone{"1", "a", "2", bytes, {{"Name"}}}, missing),
        expect_code(phone{"1", "a", "2", bytes, {}, "iv"}, missing),
        expect_code(phone{"1", "a", "2", bytes, {{}}, "iv"}, missing),
        expect_code(phone{"1", "a", "2", {}, {{"Name"}}, "iv"}, missing),

        expect_code(faceid::bank_card_2e_verification{"a", "1", names_only}, ""),
        expect_code(faceid::bank_card_2e_verification{"a", "1", phones_too}, "InvalidParameter.UnsupportEncryptField"),
        expect_code(
            faceid::bank_card_4e_verification{.name = "a", .bank_card = "1", .phone = "2", .id_card = "3", .encryption = phones_too}, ""),
    };
    emulated_service emulated;
    for (std::size_t i = 0; i < rules.size(); ++i) {
        CAPTURE(i);
        CHECK(rules[i].ask(emulated) == rules[i].code);
        CHECK(emulated.service.last().accepted() == rules[i].code.empty());
    }
}
