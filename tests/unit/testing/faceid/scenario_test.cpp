// SPDX-License-Identifier: MIT
// eKYC in the emulator as a test of a program meets it: sessions from their token to their end, uploads, scripts, rules between parameters.
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

struct served {
    tc3::unix_time clock{1700000000};
    int tokens = 0;
    testing::emulator service{[this] { return clock; }, [this] { return "token-" + std::to_string(++tokens); }};
    testing::faceid_scenario scenario = (service.add_credential("id", "key"), testing::serve_faceid(service));

    template <class Input>
    tc3::call_result<Input> ask(const Input& input) {
        return tc3::call(service, input, {.credential = {"id", "key"}, .region = "ap-singapore"}, clock);
    }
    /// The answer, where there must be one.
    template <class Input>
    tc3::output_of_t<Input> expect(const Input& input) {
        const auto output = ask(input);
        REQUIRE(output.has_value());
        return *output;
    }
    /// The code of an error; empty for an answer.
    template <class Input>
    std::string code(const Input& input) {
        const auto output = ask(input);
        return output ? std::string() : output.error().code;
    }
};

constexpr std::string_view illegal = "InvalidParameterValue.BizTokenIllegal";
constexpr std::string_view expired = "InvalidParameterValue.BizTokenExpired";
constexpr std::string_view no_chip_token = "FailedOperation.InvalidTokenParameter";

/// A flow as a test sees it: begin one, ask for it. What is asked is told in one line: an outcome, or the code of an error.
struct flow {
    const char* name;
    std::function<std::string(served&)> begin;
    std::function<std::string(served&, const std::string& token)> ask;
    std::int64_t readable_seconds;
    std::string unfinished;
    std::string lost;
    std::string_view unknown = illegal;
    std::string_view too_old = expired;
};

template <class Output>
std::string line_of(const tc3::result<Output, tc3::failure>& output) {
    if (!output) return output.error().code;
    const auto said = faceid::outcome(*output);
    return std::string(name_of(said.state)) + " " + std::string(said.code.view());
}

template <class Apply, class Ask>
flow flow_between(const char* name, Apply apply, std::int64_t readable_seconds, std::string unfinished, std::string lost) {
    return {name,
            [apply](served& it) {
                const auto output = it.expect(apply);
                if constexpr (requires { output.sdk_token; }) {
                    return output.sdk_token.value_or("");
                } else if constexpr (requires { output.biz_token; }) {
                    CHECK(output.verification_url->find(output.biz_token.value_or("?")) != std::string::npos);
                    return output.biz_token.value_or("");
                } else {
                    return output.token.value_or("");
                }
            },
            [](served& it, const std::string& token) { return line_of(it.ask(Ask{token})); },
            readable_seconds,
            std::move(unfinished),
            std::move(lost)};
}

std::vector<flow> all_flows() {
    const faceid::apply_web_verification_biz_token_intl web{.redirect_url = "https://shop.example/done",
                                                            .compare_image_base64 = tc3::binary::raw("image")};
    const std::string none = "unknown ";
    std::vector<flow> flows = {
        flow_between<faceid::apply_liveness_token, faceid::get_liveness_result>("liveness", {}, 7200, none, none),
        flow_between<faceid::get_face_id_token_intl, faceid::get_face_id_result_intl>("selfie", {}, 259200, "pending -999", "pending -999"),
        flow_between<faceid::apply_sdk_verification_token, faceid::get_sdk_verification_result>("document", {}, 259200, none, none),
        flow_between<faceid::apply_web_verification_biz_token_intl, faceid::get_web_verification_result_intl>(
            "browser", web, 259200, "pending 17", "not passed 15"),
        flow_between<faceid::get_nfc_token, faceid::get_wx_nfc_result>("chip", {}, 600, none, none),
    };
    flows.back().unknown = flows.back().too_old = no_chip_token;
    return flows;
}

}  // namespace

TEST_CASE("a session has passed at once, can be asked again and again, and expires") {
    for (const flow& each : all_flows()) {
        CAPTURE(each.name);
        served it;
        CHECK(each.ask(it, "token-1") == each.unknown);
        const std::string token = each.begin(it);
        CHECK(token == "token-1");
        CHECK(each.ask(it, "token-2") == each.unknown);
        CHECK(each.ask(it, "Token-1") == each.unknown);
        for (int round = 0; round < 3; ++round) CHECK(each.ask(it, token) == "passed 0");
        it.clock.seconds += each.readable_seconds - 1;
        CHECK(each.ask(it, token) == "passed 0");
        it.clock.seconds += 1;
        CHECK(each.ask(it, token) == each.too_old);
    }
}

TEST_CASE("a token of one flow does not open another") {
    for (const flow& each : all_flows()) {
        for (const flow& other : all_flows()) {
            CAPTURE(each.name);
            CAPTURE(other.name);
            served it;
            const std::string token = each.begin(it);
            CHECK(other.ask(it, token) == (std::string_view(each.name) == other.name ? "passed 0" : other.unknown));
        }
    }
}

TEST_CASE("a session that waits for its app is unfinished until the test says that the app finished") {
    for (const flow& each : all_flows()) {
        CAPTURE(each.name);
        served it;
        it.scenario.wait_for_apps();
        const std::string token = each.begin(it);
        CHECK_FALSE(it.scenario.finish(token));
        CHECK(each.ask(it, token) == each.unfinished);
        it.clock.seconds += 599;
        CHECK(it.scenario.start(token));
        CHECK(each.ask(it, token) == each.unfinished);
        CHECK(it.scenario.finish(token));
        CHECK(each.ask(it, token) == "passed 0");
        CHECK(it.scenario.start(token));  // once more does no harm
        CHECK(each.ask(it, token) == "passed 0");
        CHECK_FALSE(it.scenario.start("another"));
        CHECK_FALSE(it.scenario.finish("another"));

        it.scenario.wait_for_apps(false);
        CHECK(each.ask(it, each.begin(it)) == "passed 0");
    }
}

TEST_CASE("a session that is not started within 10 minutes never has an outcome") {
    for (const flow& each : all_flows()) {
        CAPTURE(each.name);
        served it;
        it.scenario.wait_for_apps();
        const std::string token = each.begin(it);
        it.clock.seconds += 600;
        CHECK_FALSE(it.scenario.start(token));
        CHECK_FALSE(it.scenario.finish(token));
        CHECK(each.ask(it, token) == (each.readable_seconds == 600 ? std::string(each.too_old) : each.lost));
    }
}

TEST_CASE("what was sent along comes back") {
    served it;
    const auto begun = it.expect(faceid::get_face_id_token_intl{.extra = "\"order\" 7"});
    CHECK(it.expect(faceid::get_face_id_result_intl{begun.sdk_token.value_or("")}).extra == "\"order\" 7");
    const auto checked =
        it.expect(faceid::image_recognition_v2{.id_card = "1", .name = "a", .image_base64 = tc3::binary::raw("image"), .extra = "order 8"});
    CHECK(checked.extra == "order 8");
    const auto identity = it.expect(faceid::apply_sdk_verification_token{.extra = "order 9"});
    CHECK(it.expect(faceid::get_sdk_verification_result{identity.sdk_token.value_or("")}).extra == "order 9");
    const auto browser = it.expect(faceid::apply_web_verification_biz_token_intl{
        .redirect_url = "https://shop.example/", .compare_image_base64 = tc3::binary::raw("image"), .extra = "order 10"});
    CHECK(it.expect(faceid::get_web_verification_result_intl{browser.biz_token.value_or("")}).extra == "order 10");
}

TEST_CASE("a session is forgotten when it has been expired for as long as it could be asked for, and another one begins") {
    for (const flow& each : all_flows()) {
        CAPTURE(each.name);
        served it;
        const std::string token = each.begin(it);
        it.clock.seconds += 2 * each.readable_seconds - 1;
        each.begin(it);
        CHECK(each.ask(it, token) == each.too_old);
        it.clock.seconds += 1;
        CHECK(each.ask(it, token) == each.too_old);
        const std::string fresh = each.begin(it);
        CHECK(each.ask(it, token) == each.unknown);
        CHECK_FALSE(it.scenario.start(token));
        CHECK(each.ask(it, fresh) == "passed 0");
    }
}

TEST_CASE("a scenario that was moved from is still one") {
    served it;
    testing::faceid_scenario first = it.scenario;
    testing::faceid_scenario second = std::move(first);
    testing::faceid_scenario third = it.scenario;
    third = std::move(second);
    for (testing::faceid_scenario* each : {&first, &second, &third}) {  // NOLINT(bugprone-use-after-move): that is what it is about
        each->wait_for_apps();
        const std::string token = it.expect(faceid::get_nfc_token{}).token.value_or("");
        CHECK(each->start(token));
        each->wait_for_apps(false);
    }
}

// ---- scripts ---------------------------------------------------------------------------------------------------------------------

TEST_CASE("any action says what the test wants: one reply for each call, the last one stays, and none is as usual") {
    served it;
    const faceid::detect_ai_fake_faces input{.face_input = tc3::binary::raw("image"), .face_input_type = 1};
    const auto line = [&] { return line_of(it.ask(input)); };
    using question_type = faceid::detect_ai_fake_faces;

    auto risky = testing::passed<question_type>();
    risky.attack_risk_level = "High";
    CHECK(line() == "passed Low");
    it.scenario.reply_with<question_type>({testing::service_error{"FailedOperation.CoveredFace"}, risky, testing::as_usual,
                                           std::string(R"({"AttackRiskLevel":"Mid","New":[1]})"),
                                           tc3::unexpected(testing::service_error{"InternalError"})});
    CHECK(line() == "FailedOperation.CoveredFace");
    CHECK(it.service.last().accepted());
    CHECK(it.code(faceid::detect_ai_fake_faces{}) == "MissingParameter");  // refused: uses up no reply
    CHECK(line() == "not passed High");
    CHECK(line() == "passed Low");
    CHECK(line() == "passed Mid");
    CHECK(line() == "InternalError");
    CHECK(line() == "InternalError");
    CHECK(it.code(faceid::mobile_status{.mobile = "1"}) == "");  // others are not meant
    it.scenario.reply_with<question_type>({});
    CHECK(line() == "passed Low");
}

TEST_CASE("an action that hands out tokens may be scripted too, and begins sessions as usual behind that") {
    served it;
    it.scenario.reply_with<faceid::get_nfc_token>(
        {testing::service_error{"InternalError"}, faceid::get_nfc_token_output{.token = "scripted"}, testing::as_usual});
    CHECK(it.code(faceid::get_nfc_token{}) == "InternalError");
    CHECK(it.expect(faceid::get_nfc_token{}).token == "scripted");
    CHECK(it.code(faceid::get_wx_nfc_result{"scripted"}) == no_chip_token);
    CHECK(it.expect(faceid::get_nfc_token{}).token == "token-1");
    CHECK(it.code(faceid::get_wx_nfc_result{"token-1"}) == "");
}

TEST_CASE("a call beyond the calls per second uses up no reply and begins no session") {
    served it;
    it.service.limit_calls(true);
    std::vector<testing::reply<faceid::get_nfc_token>> replies(tc3::action_of<faceid::get_nfc_token>.calls_per_second,
                                                               testing::service_error{"InternalError"});
    replies.emplace_back(testing::as_usual);
    it.scenario.reply_with<faceid::get_nfc_token>(replies);
    for (std::size_t call = 1; call < replies.size(); ++call) CHECK(it.code(faceid::get_nfc_token{}) == "InternalError");
    for (int call = 0; call < 3; ++call) CHECK(it.code(faceid::get_nfc_token{}) == "RequestLimitExceeded");
    CHECK(it.tokens == 0);
    it.clock.seconds += 1;
    for (std::size_t call = 1; call < replies.size(); ++call) CHECK(it.code(faceid::get_nfc_token{}) == "");
    CHECK(it.code(faceid::get_nfc_token{}) == "RequestLimitExceeded");
    CHECK(static_cast<std::size_t>(it.tokens) == replies.size() - 1);
    it.scenario.reply_with<faceid::get_nfc_token>({testing::service_error{"InternalError"}, testing::as_usual});
    CHECK(it.code(faceid::get_nfc_token{}) == "RequestLimitExceeded");
    it.clock.seconds += 1;
    CHECK(it.code(faceid::get_nfc_token{}) == "InternalError");
}

TEST_CASE("a script of one session starts its app, if it is not too late for that") {
    using result = faceid::get_face_id_result_intl;
    const auto poor = faceid::get_face_id_result_intl_output{.result = "1001"};
    served it;
    it.scenario.wait_for_apps();
    it.scenario.reply_with<result>({poor});
    const auto first = it.expect(faceid::get_face_id_token_intl{}).sdk_token.value_or("");
    const auto second = it.expect(faceid::get_face_id_token_intl{}).sdk_token.value_or("");
    CHECK(line_of(it.ask(result{first})) == "pending -999");  // scripts of sessions to come wait for the app
    CHECK(it.scenario.start(first));
    CHECK(line_of(it.ask(result{first})) == "not passed 1001");
    CHECK(it.scenario.reply_with<result>(first, {testing::as_usual}));
    CHECK(line_of(it.ask(result{first})) == "pending -999");
    CHECK(it.scenario.finish(first));
    CHECK(line_of(it.ask(result{first})) == "passed 0");

    CHECK_FALSE(it.scenario.reply_with<faceid::get_liveness_result>(second, {}));  // of another flow
    CHECK(it.scenario.reply_with<result>(second, {poor}));
    CHECK(line_of(it.ask(result{second})) == "not passed 1001");
    const auto third = it.expect(faceid::get_face_id_token_intl{}).sdk_token.value_or("");
    it.clock.seconds += 600;
    CHECK_FALSE(it.scenario.reply_with<result>(third, {poor}));
    CHECK(it.scenario.reply_with<result>(second, {}));  // started in time
}

TEST_CASE("a scripted answer that can't be written is the emulator's fault, and the test hears of it") {
    served it;
    it.scenario.reply_with<faceid::mobile_status>(
        {faceid::mobile_status_output{.description = "\xff"}, std::string("[]"), std::string("{")});
    for (int round = 0; round < 3; ++round) {
        CHECK(it.code(faceid::mobile_status{.mobile = "1"}) == "InternalError");
        CHECK(it.service.last().rejection == testing::rejection::output);
    }
    testing::emulator rude([&it] { return it.clock; }, [] { return std::string("\xff"); });
    rude.add_credential("id", "key");
    testing::serve_faceid(rude);
    const auto output = tc3::call(rude, faceid::get_nfc_token{}, {.credential = {"id", "key"}}, it.clock);
    CHECK_FALSE(output.has_value());
    CHECK(rude.last().rejection == testing::rejection::output);
}

// ---- files -----------------------------------------------------------------------------------------------------------------------

namespace {

std::string any_md5() { return testing::md5("anything"); }

/// The three actions that get files, asked for those at an address.
struct file_reader {
    const char* name;
    std::function<std::string(served&, const std::string& url, const std::string& md5)> ask;
};

std::vector<file_reader> file_readers() {
    return {{"GenerateReflectSequence",
             [](served& it, const std::string& url, const std::string& md5) {
                 return it.code(faceid::generate_reflect_sequence{.device_data_url = url, .device_data_md5 = md5});
             }},
            {"DetectReflectLivenessAndCompare",
             [](served& it, const std::string& url, const std::string& md5) {
                 return it.code(faceid::detect_reflect_liveness_and_compare{url, md5, url, md5});
             }},
            {"VideoLivenessCompare", [](served& it, const std::string& url, const std::string& md5) {
                 return it.code(faceid::video_liveness_compare{url, md5, url, md5, "SILENT"});
             }}};
}

}  // namespace

TEST_CASE("an uploaded file is taken by the action that it is for, with its MD5, for two hours") {
    constexpr std::string_view failed = "FailedOperation.DownLoadError";
    for (const file_reader& each : file_readers()) {
        CAPTURE(each.name);
        for (const bool waits : {false, true}) {
            CAPTURE(waits);
            served it;
            it.scenario.wait_for_apps(waits);
            const auto granted = it.expect(faceid::create_upload_url{each.name});
            CHECK(granted.expired_timestamp == it.clock.seconds + 7200);
            const std::string url = granted.resource_url.value_or("");
            CHECK(each.ask(it, url, any_md5()) == (waits ? failed : ""));
            CHECK_FALSE(it.scenario.upload(url, "a file"));  // the other address
            CHECK(it.scenario.upload(granted.upload_url.value_or(""), "a file"));
            CHECK(each.ask(it, url, testing::md5("a file")) == "");
            std::string in_capitals = testing::md5("a file");
            for (char& digit : in_capitals) digit = static_cast<char>(digit >= 'a' ? digit - 32 : digit);
            CHECK(each.ask(it, url, in_capitals) == "");
            CHECK(each.ask(it, url, any_md5()) == failed);
            CHECK(each.ask(it, "https://elsewhere.example/file", testing::md5("a file")) == failed);
            for (const file_reader& other : file_readers()) {
                CHECK(other.ask(it, url, testing::md5("a file")) == (std::string_view(other.name) == each.name ? "" : failed));
            }
            it.clock.seconds += 7199;
            CHECK(each.ask(it, url, testing::md5("a file")) == "");
            it.clock.seconds += 1;
            CHECK(each.ask(it, url, testing::md5("a file")) == failed);
        }
    }
}

TEST_CASE("of two files both must be right, and addresses differ") {
    served it;
    const auto one = it.expect(faceid::create_upload_url{"VideoLivenessCompare"});
    const auto two = it.expect(faceid::create_upload_url{"VideoLivenessCompare"});
    CHECK(one.resource_url != two.resource_url);
    CHECK(it.scenario.upload(one.upload_url.value_or(""), "image"));
    CHECK(it.scenario.upload(two.upload_url.value_or(""), "video"));
    const auto code = [&](std::string_view image, std::string_view video) {
        return it.code(faceid::video_liveness_compare{one.resource_url.value_or(""), testing::md5(image), two.resource_url.value_or(""),
                                                      testing::md5(video), "SILENT"});
    };
    CHECK(code("image", "video") == "");
    CHECK(code("video", "video") == "FailedOperation.DownLoadError");
    CHECK(code("image", "image") == "FailedOperation.DownLoadError");
    CHECK(it.code(faceid::create_upload_url{"GetLivenessResult"}) == "InvalidParameterValue");
}

TEST_CASE("of live data and a photo both must be right") {
    served it;
    const auto live = it.expect(faceid::create_upload_url{"DetectReflectLivenessAndCompare"});
    const auto photo = it.expect(faceid::create_upload_url{"DetectReflectLivenessAndCompare"});
    CHECK(it.scenario.upload(live.upload_url.value_or(""), "live"));
    CHECK(it.scenario.upload(photo.upload_url.value_or(""), "photo"));
    const std::string live_url = live.resource_url.value_or("");
    const std::string photo_url = photo.resource_url.value_or("");
    const std::string other_url = "https://shop.example/photo";
    const std::string live_md5 = testing::md5("live");
    const std::string photo_md5 = testing::md5("photo");
    const std::string_view failed = "FailedOperation.DownLoadError";
    using input = faceid::detect_reflect_liveness_and_compare;
    CHECK(it.code(input{live_url, live_md5, photo_url, photo_md5}) == "");
    CHECK(it.code(input{live_url, photo_md5, photo_url, photo_md5}) == failed);
    CHECK(it.code(input{other_url, live_md5, photo_url, photo_md5}) == failed);
    CHECK(it.code(input{live_url, live_md5, photo_url, live_md5}) == failed);
    CHECK(it.code(input{live_url, live_md5, other_url, photo_md5}) == failed);
}

TEST_CASE("an address is forgotten 4 hours after it was made, when another one is, and none is made twice") {
    served it;
    const auto first = it.expect(faceid::create_upload_url{"VideoLivenessCompare"});
    it.clock.seconds += 14399;
    const auto second = it.expect(faceid::create_upload_url{"VideoLivenessCompare"});
    CHECK(it.scenario.upload(first.upload_url.value_or(""), "late"));
    it.clock.seconds += 1;
    const auto third = it.expect(faceid::create_upload_url{"VideoLivenessCompare"});
    CHECK_FALSE(it.scenario.upload(first.upload_url.value_or(""), "later"));
    CHECK(it.scenario.upload(second.upload_url.value_or(""), "in time"));
    CHECK(third.upload_url != second.upload_url);
    CHECK(third.upload_url != first.upload_url);
}

// ---- rules between parameters ----------------------------------------------------------------------------------------------------

namespace {

constexpr std::string_view missing = "MissingParameter";
constexpr std::string_view invalid = "InvalidParameterValue";

/// An input, and the code that it is answered with.
struct rule {
    std::function<std::string(served&)> ask;
    std::string_view code;
};

template <class Input>
rule asked(Input input, std::string_view code) {
    return {[input](served& it) { return it.code(input); }, code};
}

}  // namespace

TEST_CASE("rules between parameters are checked") {
    const tc3::binary bytes = tc3::binary::raw("bytes");
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
    const faceid::encryption names_only{.encrypt_list = {"Name"}, .ciphertext_blob = bytes, .iv = "iv"};
    const faceid::encryption phones_too{.encrypt_list = {"Name", "Phone"}, .ciphertext_blob = bytes, .iv = "iv"};
    const std::vector<rule> rules = {
        asked(sdk{.check_mode = 2}, missing),
        asked(sdk{.check_mode = 2, .compare_image = tc3::binary::raw("")}, missing),
        asked(sdk{.check_mode = 2, .compare_image = bytes}, ""),
        asked(sdk{.check_mode = 1}, ""),
        asked(sdk{.action_list = "blink"}, ""),
        asked(sdk{.security_level = 2, .action_list = "blink,mouth"}, ""),
        asked(sdk{.security_level = 3, .action_list = "blink"}, invalid),
        asked(sdk{.action_list = "wink"}, invalid),
        asked(sdk{.action_list = "blink,mouth,nod"}, invalid),
        asked(sdk{.action_list = "blink,"}, invalid),
        asked(sdk{.enable_forgery_detection_images = true, .allow_upload_photo = true}, invalid),
        asked(sdk{.enable_forgery_detection_images = false, .allow_upload_photo = true}, ""),

        asked(web{.redirect_url = "https://shop.example/done?a=b"}, missing),
        asked(web{.redirect_url = "https://shop.example/", .rule_id = "1"}, ""),
        asked(web{.redirect_url = "https://shop.example/", .config = faceid::web_verification_config_intl{.check_mode = 1}}, ""),
        asked(web{.redirect_url = "https://shop.example", .compare_image_base64 = bytes}, invalid),
        asked(web{.redirect_url = "shop.example/done", .compare_image_base64 = bytes}, invalid),
        asked(web{.redirect_url = "https:///done", .compare_image_base64 = bytes}, invalid),
        asked(web{.redirect_url = "/done", .compare_image_base64 = bytes}, invalid),
        asked(web{.redirect_url = "://shop.example/", .compare_image_base64 = bytes}, invalid),
        asked(web{.redirect_url = "https://shop example/", .compare_image_base64 = bytes}, invalid),
        asked(web{.redirect_url = "https://shop.example\n/", .compare_image_base64 = bytes}, invalid),
        asked(web{.redirect_url = "https://shop.example/a b", .compare_image_base64 = bytes}, invalid),
        asked(web{.redirect_url = "https://shop.example/\x7f", .compare_image_base64 = bytes}, invalid),
        asked(web{.redirect_url = "https://shop.example/\xc3\xa9", .compare_image_base64 = bytes}, invalid),
        asked(browser({.action_list = "nod"}), invalid),  // level 3 unless it says otherwise
        asked(browser({.security_level = 2, .action_list = "nod"}), ""),
        asked(browser({.security_level = 4, .action_list = "nod,knot"}), invalid),

        asked(selfie{}, ""),
        asked(selfie{.check_mode = "compare"}, missing),
        asked(selfie{.check_mode = "compare", .image = bytes}, ""),
        asked(selfie{.action_list = "shake"}, ""),
        asked(selfie{.secure_level = "2", .action_list = "shake"}, ""),
        asked(selfie{.secure_level = "1", .action_list = "shake"}, invalid),
        asked(selfie{.action_list = "Shake"}, invalid),

        asked(compare{bytes, bytes, "SILENT"}, ""),
        asked(compare{bytes, bytes, "SILENT", ""}, ""),
        asked(compare{bytes, bytes, "SILENT", "1"}, invalid),
        asked(compare{bytes, bytes, "ACTION"}, missing),
        asked(compare{bytes, bytes, "ACTION", "4,2"}, ""),
        asked(compare{bytes, bytes, "ACTION", "5"}, invalid),
        asked(compare{bytes, bytes, "ACTION", "1,2,3"}, invalid),

        asked(liveness{.liveness_type = "SILENT", .image_base64 = bytes, .video_base64 = bytes}, ""),
        asked(liveness{.liveness_type = "SILENT", .image_url = "u", .video_url = "u"}, ""),
        asked(liveness{.liveness_type = "SILENT", .video_url = "u"}, missing),
        asked(liveness{.liveness_type = "SILENT", .image_url = "u"}, missing),
        asked(liveness{.liveness_type = "SILENT", .image_url = "u", .validate_data = "1234", .video_url = "u"}, invalid),
        asked(liveness{.liveness_type = "LIP", .image_url = "u", .video_url = "u"}, missing),
        asked(liveness{.liveness_type = "LIP", .image_url = "u", .validate_data = "1234", .video_url = "u"}, ""),
        asked(liveness{.liveness_type = "LIP", .image_url = "u", .validate_data = "123", .video_url = "u"}, invalid),
        asked(liveness{.liveness_type = "ACTION", .image_url = "u", .validate_data = "2,1", .video_url = "u"}, ""),
        asked(liveness{.liveness_type = "ACTION", .image_url = "u", .validate_data = "1,1", .video_url = "u"}, invalid),
        asked(faceid::video_liveness_compare{"u", any_md5(), "u", any_md5(), "LIP"}, missing),

        asked(fakes{.face_input = bytes}, missing),
        asked(fakes{.face_input_type = 1}, missing),
        asked(fakes{.face_input = bytes, .face_input_type = 2}, ""),
        asked(fakes{.face_input = bytes, .face_input_type = 3}, "InvalidParameter"),
        asked(fakes{.encryption = names_only}, missing),
        asked(fakes{.encrypted_body = bytes}, missing),
        asked(fakes{.encryption = names_only, .encrypted_body = bytes}, ""),

        asked(faceid::check_id_card_information{}, missing),
        asked(faceid::check_id_card_information{.image_base64 = bytes}, ""),
        asked(faceid::check_id_card_information{.image_url = "u"}, ""),
        asked(card{.name = "a"}, missing),
        asked(card{.id_card = "1"}, missing),
        asked(card{.id_card = "1", .name = "a"}, ""),
        asked(card{.image_url = "u"}, ""),

        asked(phone{"1", "a", "2"}, ""),
        asked(phone{"1", "a", "2", bytes, {"Name"}, "iv"}, ""),
        asked(phone{"1", "a", "2", bytes, {"Name"}}, missing),
        asked(phone{"1", "a", "2", bytes, {}, "iv"}, missing),
        asked(phone{"1", "a", "2", {}, {"Name"}, "iv"}, missing),

        asked(faceid::bank_card_2e_verification{"a", "1", names_only}, ""),
        asked(faceid::bank_card_2e_verification{"a", "1", phones_too}, "InvalidParameter.UnsupportEncryptField"),
        asked(faceid::bank_card_4e_verification{.name = "a", .bank_card = "1", .phone = "2", .id_card = "3", .encryption = phones_too}, ""),
    };
    served it;
    for (std::size_t i = 0; i < rules.size(); ++i) {
        CAPTURE(i);
        CHECK(rules[i].ask(it) == rules[i].code);
        CHECK(it.service.last().accepted() == rules[i].code.empty());
    }
}
