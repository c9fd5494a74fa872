// SPDX-License-Identifier: MIT
// GetLivenessResult: its address and fields, and outputs with all, some and no fields, in owning and in borrowed storage.
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <concepts>
#include <cstddef>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace faceid = tc3::faceid;
using faceid::get_liveness_result;
using faceid::get_liveness_result_output;
using borrowed_input = faceid::basic_get_liveness_result<tc3::borrowed>;
using borrowed_output = faceid::basic_get_liveness_result_output<tc3::borrowed>;

namespace {

constexpr tc3::client_profile_view profile{.credential = {"id", "key"}, .region = "ap-singapore"};

constexpr std::string_view full =
    R"({"Response":{"Result":"0","Description":"Success",)"
    R"("BestFrame":{"Url":"https://files.example/a?sign=1\u00262","MD5":"00112233445566778899aabbccddeeff","Size":232267},)"
    R"("Video":{"Url":"https:\/\/files.example\/b","MD5":"ffeeddccbbaa99887766554433221100","Size":4294967296},)"
    R"("RequestId":"request-1"}})";

template <class Input>
std::string body_of(const Input& input) {
    const auto request = tc3::make_request(input, profile, {1551113065});
    return request ? std::string(request->view().body) : tc3::to_string(request.error());
}

template <class Output>
void check_full(const Output& output) {
    CHECK(output.result == "0");
    CHECK(output.description == "Success");
    REQUIRE(output.best_frame);
    CHECK(output.best_frame->url == "https://files.example/a?sign=1&2");
    CHECK(output.best_frame->md5_ == "00112233445566778899aabbccddeeff");
    CHECK(output.best_frame->size == 232267);
    REQUIRE(output.video);
    CHECK(output.video->url == "https://files.example/b");
    CHECK(output.video->md5_ == "ffeeddccbbaa99887766554433221100");
    CHECK(output.video->size == 4294967296);  // does not fit 32 bits
    CHECK(output.request_id == "request-1");
    CHECK(faceid::outcome(output).passed());
}

template <class Output>
void check_empty(const Output& output) {
    CHECK_FALSE(output.result.has_value());
    CHECK_FALSE(output.description.has_value());
    CHECK_FALSE(output.best_frame.has_value());
    CHECK_FALSE(output.video.has_value());
    CHECK_FALSE(output.request_id.has_value());
    CHECK(faceid::outcome(output).state == faceid::outcome_state::unknown);
}

// Calls `use` with the output of a body, once for each storage.
template <class Use>
void read_both(std::string_view body, Use use) {
    CAPTURE(body);
    const auto owned = tc3::parse_body<get_liveness_result>(body);
    REQUIRE(owned);
    use(*owned);
    char memory[1024];
    tc3::workspace space(memory);
    const auto borrowed = tc3::parse_body<borrowed_input>(body, space);
    REQUIRE(borrowed);
    use(*borrowed);
}

}  // namespace

static_assert(std::same_as<tc3::output_of_t<get_liveness_result>, get_liveness_result_output>);
static_assert(std::same_as<tc3::output_of_t<borrowed_input>, borrowed_output>);
static_assert(tc3::action_of<get_liveness_result>.name == "GetLivenessResult");
static_assert(tc3::action_of<get_liveness_result>.service == "faceid");
static_assert(tc3::action_of<get_liveness_result>.version == "2018-03-01");
static_assert(tc3::action_of<get_liveness_result>.host == "faceid.intl.tencentcloudapi.com");
static_assert(tc3::action_of<get_liveness_result>.needs_region);

TEST_CASE("the input is the token, and is rejected without one") {
    CHECK(body_of(get_liveness_result{.sdk_token = "token-1"}) == R"({"SdkToken":"token-1"})");
    CHECK(body_of(borrowed_input{.sdk_token = "token-1"}) == R"({"SdkToken":"token-1"})");

    const auto request = tc3::make_request(get_liveness_result{}, profile, {1551113065});
    REQUIRE_FALSE(request);
    CHECK(request.error().stage == tc3::stage::request);
    CHECK(request.error().reason.code == tc3::errc::missing);
    CHECK(request.error().field == "SdkToken");
}

TEST_CASE("reads an output with all fields") {
    read_both(full, [](const auto& output) { check_full(output); });
}

TEST_CASE("an absent or null member is unset; an empty one is set") {
    for (const std::string_view body :
         {R"({"Response":{}})", R"({"Response":{"Result":null,"Description":null,"BestFrame":null,"Video":null,"RequestId":null}})"}) {
        read_both(body, [](const auto& output) { check_empty(output); });
    }
    read_both(R"({"Response":{"Result":"","BestFrame":{},"Video":{"Url":null,"MD5":"","Size":null}}})", [](const auto& output) {
        CHECK(output.result == "");
        CHECK(faceid::outcome(output).state == faceid::outcome_state::unknown);
        REQUIRE(output.best_frame);
        CHECK_FALSE(output.best_frame->url.has_value());
        CHECK_FALSE(output.best_frame->size.has_value());  // an absent size is not zero
        REQUIRE(output.video);
        CHECK_FALSE(output.video->url.has_value());
        CHECK(output.video->md5_ == "");
        CHECK_FALSE(output.video->size.has_value());
    });
}

TEST_CASE("reads an output with one file and unknown members") {
    read_both(R"({"Response":{"Video":{"Size":0,"Sha256":"x"},"Result":"1001","Extra":{"Url":1}}})", [](const auto& output) {
        CHECK_FALSE(output.best_frame);
        REQUIRE(output.video);
        CHECK(output.video->size == 0);
        CHECK(to_string(faceid::outcome(output)) == "not passed: 1001: liveness engine call failed");
    });
}

TEST_CASE("strict reading reports the field of a value with a wrong type") {
    const tc3::response_options strict{.reading = tc3::strict_reading};
    struct {
        std::string_view body;
        std::string_view field;
        tc3::errc code;
    } const cases[] = {
        {R"({"Response":{"Result":0}})", "Result", tc3::errc::wrong_type},
        {R"({"Response":{"Video":"x"}})", "Video", tc3::errc::wrong_type},
        {R"({"Response":{"BestFrame":{"Size":"7 bytes"}}})", "BestFrame.Size", tc3::errc::wrong_type},
        {R"({"Response":{"BestFrame":{"Size":9223372036854775808}}})", "BestFrame.Size", tc3::errc::out_of_range},
        {R"({"Response":{"BestFrame":{"Url":"a","Url":"b"}}})", "BestFrame.Url", tc3::errc::duplicate},
    };
    for (const auto& each : cases) {
        CAPTURE(each.body);
        const auto owned = tc3::parse_body<get_liveness_result>(each.body, strict);
        REQUIRE_FALSE(owned);
        CHECK(owned.error().stage == tc3::stage::response);
        CHECK(owned.error().reason.code == each.code);
        CHECK(owned.error().field == each.field);
        char memory[1024];
        tc3::workspace space(memory);
        const auto borrowed = tc3::parse_body<borrowed_input>(each.body, strict, space);
        REQUIRE_FALSE(borrowed);
        CHECK(borrowed.error().reason.code == each.code);
        CHECK(borrowed.error().field == owned.error().field);
    }
}

TEST_CASE("stores files in the workspace, and reports the size that is needed") {
    char byte[1];
    tc3::workspace none(byte);
    const auto short_of = tc3::parse_body<borrowed_input>(full, none);
    REQUIRE_FALSE(short_of);
    CHECK(short_of.error().reason.code == tc3::errc::buffer_too_small);
    const std::size_t needed = short_of.error().reason.needed;
    CHECK(needed >= 2 * sizeof(faceid::basic_file_info<tc3::borrowed>));

    std::vector<char> memory(needed + 1);
    for (const std::size_t offset : {0U, 1U}) {  // aligned or not
        tc3::workspace enough(std::span<char>(memory).subspan(offset, needed));
        const auto output = tc3::parse_body<borrowed_input>(full, enough);
        REQUIRE(output);
        check_full(*output);
    }
    tc3::workspace too_small(std::span<char>(memory).first(needed - 1));
    CHECK_FALSE(tc3::parse_body<borrowed_input>(full, too_small));
}

TEST_CASE("a copy of an owning output has its own files") {
    get_liveness_result_output first{.result = "0", .video = faceid::file_info{.size = 1}};
    const get_liveness_result_output second = first;
    first.video->size = 2;
    CHECK(second.video->size == 1);
}

TEST_CASE("an error of the service is a failure, not an outcome") {
    const auto output = tc3::parse_body<get_liveness_result>(
        R"({"Response":{"Error":{"Code":"InvalidParameterValue.BizTokenExpired","Message":"expired"},"Result":"0","RequestId":"r"}})");
    REQUIRE_FALSE(output);
    CHECK(output.error().code == "InvalidParameterValue.BizTokenExpired");
    CHECK(tc3::retry_advice(output.error()) == tc3::retry::never);
}

TEST_CASE("the field tables have the sensitivity of each field") {
    struct {
        std::string_view name;
        tc3::sensitivity sensitivity;
        tc3::presence presence = tc3::presence::optional;
    } const input[] = {{"SdkToken", tc3::sensitivity::secret, tc3::presence::required}},
            output[] = {{"Result", tc3::sensitivity::open},
                        {"Description", tc3::sensitivity::open},
                        {"BestFrame", tc3::sensitivity::biometric},
                        {"Video", tc3::sensitivity::biometric},
                        {"RequestId", tc3::sensitivity::open}},
            file[] = {{"Url", tc3::sensitivity::secret}, {"MD5", tc3::sensitivity::open}, {"Size", tc3::sensitivity::open}};
    const auto check_table = [](const auto& table, const auto& rows) {
        REQUIRE(table.size() == std::size(rows));
        for (std::size_t i = 0; i < table.size(); ++i) {
            CHECK(table[i].wire_name == rows[i].name);
            CHECK(table[i].sensitivity == rows[i].sensitivity);
            CHECK(table[i].presence == rows[i].presence);
        }
    };
    check_table(tc3::fields_of<get_liveness_result>, input);
    check_table(tc3::fields_of<borrowed_input>, input);
    check_table(tc3::fields_of<get_liveness_result_output>, output);
    check_table(tc3::fields_of<borrowed_output>, output);
    check_table(tc3::fields_of<faceid::file_info>, file);
}
