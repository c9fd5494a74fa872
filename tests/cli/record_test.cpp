// SPDX-License-Identifier: MIT
// Recordings: no value of a marked field of any action is in a line, a replayed output can be read, and errors name the line of a file.
#include "../support/exchange.hpp"
#include "../support/faceid_actions.hpp"
#include "../support/read_file.hpp"
#include "json_value.hpp"
#include "record/action_tables.hpp"
#include "record/mask.hpp"
#include "record/recording.hpp"
#include <tc3/testing.hpp>

#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using namespace std::literals;
using tc3_cli::exchange;
using tc3_cli::json_kind;
using tc3_cli::json_value;
using tc3_cli::recorder;
using tc3_cli::replayer;
using tc3_cli::write_exchange;
using tc3_cli::write_json;

[[nodiscard]] json_value parsed(std::string_view text) {
    auto value = json_value::parse(text);
    REQUIRE_MESSAGE(value.has_value(), value.error());
    return *std::move(value);
}

// ---- documents with a value in every field, from the facts that the field tables are generated from --------------------------------------

[[nodiscard]] const json_value& facts() {
    static const json_value read = [] {
        const auto text = support::read_file(support::repository_path("tools/faceid.json"));
        REQUIRE(text.has_value());
        return parsed(*text);
    }();
    return read;
}

[[nodiscard]] std::string_view fact(const json_value& object, std::string_view name) {
    const json_value* value = object.find(name);
    return value != nullptr ? std::string_view(value->text()) : ""sv;
}

[[nodiscard]] const json_value& fields_of_type(std::string_view type) {
    for (const json_value& each : facts().find("types")->elements()) {
        if (fact(each, "name") == type) return *each.find("fields");
    }
    FAIL("no type is called ", type);
    return facts();
}

/// A document as a client or service sends it, and as it should be recorded.
struct document {
    json_value plain;
    json_value masked;
};

/// Makes documents. Each value differs from all others.
class document_maker {
public:
    [[nodiscard]] document object(const json_value& fields, bool is_open) {
        document made{json_value::object(), json_value::object()};
        for (const json_value& each : fields.elements()) {
            document value = of_field(each, is_open && fact(each, "mark") == "open");
            made.plain.set(fact(each, "name"), std::move(value.plain));
            made.masked.set(fact(each, "name"), std::move(value.masked));
        }
        return made;
    }

    /// The values that must not be recorded.
    [[nodiscard]] const std::vector<std::string>& hidden() const noexcept { return hidden_; }

private:
    [[nodiscard]] document of_field(const json_value& field, bool is_open) {
        const std::string_view type = fact(field, "type");
        if (type == "object") return object(fields_of_type(fact(field, "ref")), is_open);
        if (type != "array") return scalar(type, fact(field, "encoding"), is_open);
        const std::string_view element = fact(field, "element");
        const bool is_scalar = element == "string" || element == "int64";
        const auto next = [&] {
            return is_scalar ? scalar(element, fact(field, "encoding"), is_open) : object(fields_of_type(element), is_open);
        };
        document first = next();
        document second = next();
        return {json_value::array({std::move(first.plain), std::move(second.plain)}),
                json_value::array({std::move(first.masked), std::move(second.masked)})};
    }

    [[nodiscard]] document scalar(std::string_view type, std::string_view encoding, bool is_open) {
        if (type == "bool") return {json_value(true), json_value(is_open)};
        const std::string number = std::to_string(++last_);
        if (type != "string") return kept_or(json_value::number(number), json_value::number(0), is_open);
        if (encoding == "base64") return kept_or(json_value("AAAA" + number + "AAA"), json_value("KioqKg=="), false);
        return kept_or(json_value("value-" + number), json_value("****"), is_open);
    }
    [[nodiscard]] document kept_or(const json_value& plain, const json_value& mask, bool is_open) {
        if (!is_open) hidden_.push_back(plain.text());
        return {plain, is_open ? plain : mask};
    }

    int last_ = 700000000;  // nine digits
    std::vector<std::string> hidden_;
};

/// Returns the body of a response.
[[nodiscard]] json_value body_of(const json_value& output) { return json_value::object({{"Response", output}}); }

[[nodiscard]] exchange exchange_of(std::string_view action, std::string input, std::string output) {
    return {"faceid", "2018-03-01", std::string(action), "ap-singapore", std::move(input), 200, std::move(output)};
}

/// Returns the line of an exchange as a value.
[[nodiscard]] json_value recorded(const exchange& exchange) {
    const auto line = write_exchange(exchange);
    REQUIRE_MESSAGE(line.has_value(), line.error());
    CHECK(line->find('\n') == std::string::npos);
    return parsed(*line);
}

[[nodiscard]] std::string recorded_input(std::string_view action, std::string input) {
    return write_json(*recorded(exchange_of(action, std::move(input), "{}")).find("input"));
}

[[nodiscard]] std::string recorded_output(std::string_view action, std::string output, std::string_view service = "faceid") {
    exchange of_output = exchange_of(action, "{}", std::move(output));
    of_output.service = service;
    return write_json(*recorded(of_output).find("output"));
}

// ---- masking ---------------------------------------------------------------------------------------------------------------------

TEST_CASE("all actions of the facts have tables") {
    const auto& actions = facts().find("actions")->elements();
    CHECK(tc3_cli::all_action_tables().size() == actions.size());
    for (const json_value& each : actions) CHECK(tc3_cli::find_action_tables("faceid", fact(each, "name")) != nullptr);
    CHECK(tc3_cli::find_action_tables("cvm", "DescribeZones") == nullptr);
    CHECK(tc3_cli::find_action_tables("cvm", "GetLivenessResult") == nullptr);
}

TEST_CASE("a line has the open values of every action and no others") {
    for (const json_value& action : facts().find("actions")->elements()) {
        document_maker maker;
        document input = maker.object(*action.find("request"), true);
        document output = maker.object(*action.find("response"), true);
        const std::string name(fact(action, "name"));
        CAPTURE(name);

        const auto line = write_exchange(exchange_of(name, write_json(input.plain), write_json(body_of(output.plain))));
        REQUIRE(line.has_value());
        for (const std::string& value : maker.hidden()) CHECK_MESSAGE(line->find(value) == std::string::npos, value);
        const json_value read = parsed(*line);
        CHECK(write_json(*read.find("input")) == write_json(input.masked));
        CHECK(write_json(*read.find("output")) == write_json(body_of(output.masked)));
    }
}

TEST_CASE("masking a recorded line again changes nothing") {
    for (const json_value& action : facts().find("actions")->elements()) {
        document_maker maker;
        const document input = maker.object(*action.find("request"), true);
        const document output = maker.object(*action.find("response"), true);
        const auto first = write_exchange(exchange_of(fact(action, "name"), write_json(input.plain), write_json(body_of(output.plain))));
        REQUIRE(first.has_value());
        const auto read = tc3_cli::read_exchange(*first);
        REQUIRE(read.has_value());
        const auto second = write_exchange(*read);
        REQUIRE(second.has_value());
        CHECK(*second == *first);
    }
}

TEST_CASE("members that the table does not have are masked with their type") {
    CHECK(recorded_output(
              "GetLivenessResult",
              R"({"Response":{"Result":"0","New":{"Name":"Jane","Age":41,"Flag":true,"List":["a",7,null,""]},"RequestId":"7d"}})") ==
          R"({"Response":{"Result":"0","New":{"Name":"****","Age":0,"Flag":false,"List":["****",0,null,""]},"RequestId":"7d"}})");
    CHECK(recorded_input("GetLivenessResult", R"({"Name":"Jane","Nested":{"Result":"0"}})") ==
          R"({"Name":"****","Nested":{"Result":"****"}})");
    CHECK(recorded_output("GetLivenessResult", R"({"Response":{"Result":"0"},"Trace":"Jane"})") ==
          R"({"Response":{"Result":"0"},"Trace":"****"})");
}

TEST_CASE("an open field is masked if its value is of a type that the table does not describe") {
    CHECK(recorded_output("GetLivenessResult", R"({"Response":{"Result":{"Name":"Jane"}}})") ==
          R"({"Response":{"Result":{"Name":"****"}}})");
    // Sim is a number; the service may send it as text.
    CHECK(recorded_output("ImageRecognitionV2", R"({"Response":{"Sim":"98.5"}})") == R"({"Response":{"Sim":"98.5"}})");
    CHECK(recorded_output("ImageRecognitionV2", R"({"Response":{"Sim":"Jane"}})") == R"({"Response":{"Sim":0}})");
    // Encryption is an object.
    CHECK(recorded_input("ImageRecognitionV2", R"({"Encryption":"Jane"})") == R"({"Encryption":"****"})");
}

TEST_CASE("a name that is no identifier is masked, as it may be a value") {
    CHECK(recorded_input("GetLivenessResult", R"({"Jane Doe":1,"":2})") == R"({"****":0,"****":0})");
    CHECK(recorded_output("GetLivenessResult", R"({"Response":{"Error":{"Jane Doe":1}}})") == R"({"Response":{"Error":{"****":0}}})");
}

TEST_CASE("a long open text is masked") {
    const std::string longest(tc3_cli::longest_open_text, 'a');
    CHECK(recorded_output("GetLivenessResult", R"({"Response":{"Result":")" + longest + R"("}})").find(longest) != std::string::npos);
    CHECK(recorded_output("GetLivenessResult", R"({"Response":{"Result":")" + longest + R"(a"}})") == R"({"Response":{"Result":"****"}})");
}

TEST_CASE("megabytes of base64 make a short line") {
    const std::string image(8 * 1024 * std::size_t{1024}, 'A');
    const std::string input = recorded_input("CompareFaceLiveness", R"({"ImageBase64":")" + image + R"(","VideoBase64":")" + image + "\"}");
    CHECK(input == R"({"ImageBase64":"KioqKg==","VideoBase64":"KioqKg=="})");
}

TEST_CASE("an action without a table keeps booleans and small numbers only") {
    CHECK(recorded_output("DescribeZones",
                          R"({"Response":{"TotalCount":2,"Port":8080,"Phone":6591234567,"Latitude":1.29027,"IsOn":true,)"
                          R"("ZoneSet":[{"Zone":"a"},{"Zone":"b"}],"RequestId":"7d4f-1"}})",
                          "cvm") == R"({"Response":{"TotalCount":2,"Port":8080,"Phone":0,"Latitude":0,"IsOn":true,)"
                                    R"("ZoneSet":[{"Zone":"****"},{"Zone":"****"}],"RequestId":"7d4f-1"}})");
}

TEST_CASE("of an error its code and request id stay") {
    CHECK(recorded_output("GetLivenessResult",
                          R"({"Response":{"Error":{"Code":"InvalidParameter","Message":"Jane is no name"},"RequestId":"7d4f-1"}})") ==
          R"({"Response":{"Error":{"Code":"InvalidParameter","Message":"****"},"RequestId":"7d4f-1"}})");
    CHECK(recorded_output("GetLivenessResult", R"({"Response":{"Error":{"Code":"Jane Doe"},"RequestId":"Jane Doe"}})") ==
          R"({"Response":{"Error":{"Code":"****"},"RequestId":"****"}})");
    CHECK(recorded_output("GetLivenessResult", R"({"Response":{"Error":"Jane"}})") == R"({"Response":{"Error":"****"}})");
}

TEST_CASE("a message stays as far as it is a fixed text") {
    const auto message_after = [](std::string_view message) {
        const std::string body = write_json(json_value::object(
            {{"Response", json_value::object({{"Error", json_value::object({{"Code", "InvalidParameter"}, {"Message", message}})}})}}));
        const json_value output = *recorded(exchange_of("GetLivenessResult", "{}", body)).find("output");
        return output.find("Response")->find("Error")->find("Message")->text();
    };
    CHECK(message_after("the parameter is malformed") == "the parameter is malformed");
    CHECK(message_after("the parameter is malformed: Jane") == "the parameter is malformed: ****");
    CHECK(message_after("the parameter is malformed Jane") == "****");
    CHECK(message_after("the header X-TC-Region is missing") == "the header X-TC-Region is missing");
    CHECK(message_after("the output of the handler cannot be written: Jane") == "the output of the handler cannot be written: ****");
    CHECK(message_after("liveness not passed") == "liveness not passed");
    CHECK(message_after("") == "");
}

TEST_CASE("a body that is not a JSON object is masked as a whole") {
    for (const std::string_view body : {"", "Jane", "[\"Jane\"]", "\"Jane\"", "{\"Response\":", "7"}) {
        CAPTURE(body);
        CHECK(recorded_input("GetLivenessResult", std::string(body)) == R"("****")");
        CHECK(recorded_output("GetLivenessResult", std::string(body)) == R"("****")");
    }
    CHECK(recorded_output("GetLivenessResult", R"({"Response":["Jane"]})") == R"({"Response":["****"]})");
}

TEST_CASE("a body as deep as the reader accepts makes a line that can be read") {
    std::string body = R"({"Response":)";
    for (std::size_t depth = 1; depth < json_value::deepest; ++depth) body += R"({"New":)";
    body += "7" + std::string(json_value::deepest, '}');
    REQUIRE(json_value::parse(body).has_value());
    const auto line = write_exchange(exchange_of("GetLivenessResult", body, body));
    REQUIRE(line.has_value());
    CHECK(tc3_cli::read_exchange(*line).has_value());
}

TEST_CASE("an exchange whose names or size do not fit is not written") {
    exchange wrong = exchange_of("Get Liveness", "{}", "{}");
    CHECK(write_exchange(wrong).error() == "the service, version, action or region is no name; the exchange is not recorded");
    wrong = exchange_of("GetLivenessResult", "{}", "{}");
    wrong.region = "Jane Doe";
    CHECK_FALSE(write_exchange(wrong).has_value());
    wrong.region = std::string(65, 'a');
    CHECK_FALSE(write_exchange(wrong).has_value());
    wrong.region = "";
    CHECK(write_exchange(wrong).has_value());

    std::string elements = "\"a\"";
    for (int i = 0; i < 200'000; ++i) elements += ",\"a\"";
    const auto line = write_exchange(exchange_of("GetLivenessResult", "{\"List\":[" + elements + "]}", "{}"));
    REQUIRE_FALSE(line.has_value());
    CHECK(line.error().starts_with("the line of GetLivenessResult would have "));
}

// ---- replay ----------------------------------------------------------------------------------------------------------------------

[[nodiscard]] std::string lines_of(const std::vector<exchange>& exchanges) {
    std::string text;
    for (const exchange& each : exchanges) {
        const auto line = write_exchange(each);
        REQUIRE(line.has_value());
        text.append(*line).append("\n");
    }
    return text;
}

[[nodiscard]] replayer replay_of(const std::vector<exchange>& exchanges) {
    auto replay = replayer::parse(lines_of(exchanges));
    REQUIRE_MESSAGE(replay.has_value(), replay.error());
    return *std::move(replay);
}

/// Returns the Result of the exchange that is found for GetLivenessResult.
[[nodiscard]] std::string result_of(replayer& replay, std::string_view input, std::string_view action = "GetLivenessResult") {
    const auto found = replay.find("faceid", "2018-03-01", action, input);
    if (!found) return "none";
    return parsed(found->output).find("Response")->find("Result")->text();
}

[[nodiscard]] exchange liveness_result(std::string_view input, std::string_view result) {
    const std::string output = write_json(body_of(json_value::object({{"Result", result}, {"RequestId", "7d4f-1"}})));
    return exchange_of("GetLivenessResult", std::string(input), output);
}

TEST_CASE("an exchange is replayed as it was recorded") {
    exchange first = liveness_result(R"({"SdkToken":"token"})", "0");
    first.status = 503;
    replayer replay = replay_of({first});
    const auto found = replay.find("faceid", "2018-03-01", "GetLivenessResult", R"({"SdkToken":"****"})");
    REQUIRE(found.has_value());
    CHECK(found->service == "faceid");
    CHECK(found->version == "2018-03-01");
    CHECK(found->action == "GetLivenessResult");
    CHECK(found->region == "ap-singapore");
    CHECK(found->input == R"({"SdkToken":"****"})");
    CHECK(found->status == 503);
    CHECK(found->output == R"({"Response":{"Result":"0","RequestId":"7d4f-1"}})");
    CHECK(replay.size() == 1);
    CHECK(replay.used() == 1);
}

TEST_CASE("a call finds the exchanges of its action in their order, and the last one repeats") {
    replayer replay = replay_of({liveness_result(R"({"SdkToken":"a"})", "-999"), liveness_result(R"({"SdkToken":"b"})", "0")});
    CHECK(replay.used() == 0);
    CHECK(result_of(replay, R"({"SdkToken":"any"})") == "-999");
    CHECK(result_of(replay, R"({"SdkToken":"any"})") == "0");
    CHECK(result_of(replay, R"({"SdkToken":"any"})") == "0");
    CHECK(replay.used() == 2);
    CHECK(result_of(replay, "{}", "ApplyLivenessToken") == "none");
    CHECK_FALSE(replay.find("faceid", "2020-01-01", "GetLivenessResult", "{}").has_value());
    CHECK_FALSE(replay.find("cvm", "2018-03-01", "GetLivenessResult", "{}").has_value());
}

TEST_CASE("a call finds an exchange with its input before others") {
    const auto of_level = [](std::string_view level, std::string_view result) {
        exchange made = liveness_result(R"({"SecureLevel":")" + std::string(level) + "\"}", result);
        made.action = "ApplyLivenessToken";
        made.output = std::string(R"({"Response":{"Error":{"Code":")").append(result).append(R"("}}})");
        return made;
    };
    replayer replay = replay_of({of_level("1", "A"), of_level("4", "B"), of_level("1", "C"), of_level("4", "D")});
    const auto code_of = [&replay](std::string_view input) {
        const auto found = replay.find("faceid", "2018-03-01", "ApplyLivenessToken", input);
        return found ? parsed(found->output).find("Response")->find("Error")->find("Code")->text() : "none";
    };
    CHECK(code_of(R"({"SecureLevel":"2"})") == "A");  // unused, of another input
    CHECK(code_of(R"({"SecureLevel":"4"})") == "B");
    CHECK(code_of(R"({"SecureLevel":"4"})") == "D");
    CHECK(code_of(R"({"SecureLevel":"4"})") == "D");  // the last with this input repeats
    CHECK(code_of(R"({"SecureLevel":"1"})") == "C");
    CHECK(code_of(R"({"SecureLevel":"1"})") == "C");
    CHECK(code_of(R"({"SecureLevel":"2"})") == "D");  // the last of all repeats
}

TEST_CASE("inputs are the same in any order of members, with other personal data, and from a query") {
    const auto key = [](std::string_view input) {
        return tc3_cli::matching_key(input, tc3_cli::find_action_tables("faceid", "BankCard2EVerification"));
    };
    CHECK(key(R"({"Name":"Jane","BankCard":"6214"})") == key(R"({"BankCard":"9999","Name":"Joe"})"));
    CHECK(key(R"({"Name":"Jane","BankCard":"6214"})") == key(R"({"Name":"Jane","BankCard":6214})"));
    CHECK(key(R"({"Name":"Jane","BankCard":null})") == key(R"({"Name":"Jane"})"));
    CHECK(key(R"({"Name":"Jane"})") != key(R"({"BankCard":"6214"})"));
    CHECK(key(R"({"Name":""})") != key(R"({"Name":"Jane"})"));
    const auto level = [](std::string_view input) {
        return tc3_cli::matching_key(input, tc3_cli::find_action_tables("faceid", "ApplyLivenessToken"));
    };
    CHECK(level(R"({"SecureLevel":"4"})") == level(R"({"SecureLevel":4})"));
    CHECK(level(R"({"SecureLevel":"4"})") != level(R"({"SecureLevel":"1"})"));
    CHECK(level("not JSON") == level("[1]"));
}

/// Checks that a client can read an output of an action after record and replay.
template <class Input>
void check_replayed_output(std::string_view body) {
    constexpr std::string_view action = tc3::action_of<Input>.name;
    CAPTURE(action);
    CAPTURE(body);
    replayer replay = replay_of({exchange_of(action, "{}", std::string(body))});
    const auto found = replay.find("faceid", "2018-03-01", action, "{}");
    REQUIRE(found.has_value());
    tc3::deviation_report deviations;
    const auto output = tc3::parse_response<Input>(support::response{found->status, found->output},
                                                   {.reading = tc3::strict_reading, .deviations = &deviations});
    CHECK(output.has_value());
    CHECK(deviations.empty());
}

[[nodiscard]] std::string full_body_of(std::string_view action) {
    document_maker maker;
    for (const json_value& each : facts().find("actions")->elements()) {
        if (fact(each, "name") == action) return write_json(body_of(maker.object(*each.find("response"), true).plain));
    }
    FAIL("no action is called ", action);
    return {};
}

TEST_CASE("the replayed output of every action can be read") {
    support::for_each_action<tc3::owning>([]<class Input>() {
        constexpr std::string_view action = tc3::action_of<Input>.name;
        check_replayed_output<Input>("{\"Response\":" + tc3::testing::faceid_detail::passed_members(action) + "}");
        check_replayed_output<Input>(full_body_of(action));
    });
    support::for_each_retired_action<tc3::owning>(
        []<class Input>() { check_replayed_output<Input>(full_body_of(tc3::action_of<Input>.name)); });
}

TEST_CASE("a replayed result has the outcome of the recorded one") {
    using tc3::faceid::get_liveness_result;
    const std::string members = tc3::testing::faceid_detail::passed_members("GetLivenessResult");
    replayer replay = replay_of({exchange_of("GetLivenessResult", "{}", "{\"Response\":" + members + "}")});
    const auto found = replay.find("faceid", "2018-03-01", "GetLivenessResult", "{}");
    REQUIRE(found.has_value());
    const auto output = tc3::parse_response<get_liveness_result>(support::response{found->status, found->output});
    REQUIRE(output.has_value());
    CHECK(output->result == "0");
    CHECK(output->best_frame->url == "****");
}

TEST_CASE("an error of a damaged recording names the line") {
    const std::string good = lines_of({liveness_result("{}", "0")});
    const auto error_after = [&good](std::string_view line) {
        const auto replay = replayer::parse(good + "\n" + std::string(line));
        return replay ? std::string() : replay.error();
    };
    const auto without = [&good](std::string_view name) {
        json_value line = parsed(good);
        line.remove(name);
        return write_json(line);
    };
    const auto with = [&good](std::string_view name, json_value value) {
        json_value line = parsed(good);
        line.set(name, std::move(value));
        return write_json(line);
    };
    CHECK(error_after("").empty());
    CHECK(error_after(" \r\n").empty());
    CHECK(error_after(with("later", "member")).empty());
    CHECK(error_after(with("output", "no JSON")).empty());
    CHECK(error_after("{\"service\":").starts_with("line 3 is not JSON: "));
    CHECK(error_after("[]") == "line 3 is a list, not an object");
    for (const std::string_view name : {"service", "version", "action", "region", "input", "status", "output"}) {
        CHECK(error_after(without(name)) == "line 3 has no member \"" + std::string(name) + "\"");
    }
    CHECK(error_after(with("action", true)) == "line 3 \"action\" is a boolean, not a text");
    CHECK(error_after(with("input", json_value::array())) == "line 3 \"input\" is a list, not an object");
    for (const json_value& status : {json_value("200"), json_value::number(99), json_value::number(600), json_value::number("200.5")}) {
        CHECK(error_after(with("status", status)) == "line 3 \"status\" is not a number from 100 to 599");
    }
    CHECK(error_after("{\"a\":\"" + std::string(tc3_cli::longest_line, 'a') + "\"}") == "line 3 is longer than 1048576 bytes");
    CHECK(replayer::parse("").error() == "has no exchanges");
    CHECK(replayer::parse("\n\n").error() == "has no exchanges");
}

// ---- files -----------------------------------------------------------------------------------------------------------------------

/// A new folder, which is removed with the file in it.
class temporary_folder {
public:
    temporary_folder() {
        const char* parent = std::getenv("TMPDIR");
        path_ = std::string(parent != nullptr ? parent : "/tmp") + "/record-XXXXXX";
        REQUIRE(::mkdtemp(path_.data()) != nullptr);
    }
    temporary_folder(const temporary_folder&) = delete;
    temporary_folder& operator=(const temporary_folder&) = delete;
    ~temporary_folder() {
        std::remove(file().c_str());
        std::remove(path_.c_str());
    }

    [[nodiscard]] const std::string& path() const noexcept { return path_; }
    [[nodiscard]] std::string file() const { return path_ + "/recording.jsonl"; }

private:
    std::string path_;
};

void write_file(const std::string& path, std::string_view text) {
    std::FILE* file = std::fopen(path.c_str(), "wb");
    REQUIRE(file != nullptr);
    CHECK(std::fwrite(text.data(), 1, text.size(), file) == text.size());
    CHECK(std::fclose(file) == 0);
}

[[nodiscard]] mode_t permissions_of(const std::string& path) {
    struct stat properties{};
    REQUIRE(::stat(path.c_str(), &properties) == 0);
    return properties.st_mode & mode_t{0777};
}

[[nodiscard]] std::size_t size_of_recording(const std::string& path) {
    const auto replay = replayer::load(path);
    REQUIRE_MESSAGE(replay.has_value(), replay.error());
    return replay->size();
}

[[nodiscard]] recorder opened(const std::string& path) {
    auto file = recorder::open(path);
    REQUIRE_MESSAGE(file.has_value(), file.error());
    return *std::move(file);
}

TEST_CASE("a recording is appended to, line by line, and can be loaded") {
    const temporary_folder folder;
    {
        recorder file = opened(folder.file());
        CHECK(file.record(liveness_result(R"({"SdkToken":"secret"})", "-999")).has_value());
        CHECK(size_of_recording(folder.file()) == 1);  // while the file is open
        recorder moved = std::move(file);
        CHECK(moved.record(liveness_result(R"({"SdkToken":"secret"})", "1001")).has_value());
    }
    CHECK(opened(folder.file()).record(liveness_result(R"({"SdkToken":"secret"})", "0")).has_value());

    const auto text = support::read_file(folder.file());
    REQUIRE(text.has_value());
    CHECK(text->find("secret") == std::string::npos);
    CHECK(text->ends_with("}}\n"));
    auto replay = replayer::load(folder.file());
    REQUIRE(replay.has_value());
    CHECK(replay->size() == 3);
    CHECK(result_of(*replay, "{}") == "-999");
    CHECK(result_of(*replay, "{}") == "1001");
    CHECK(result_of(*replay, "{}") == "0");
}

TEST_CASE("only the owner can read a new recording") {
    const temporary_folder folder;
    const mode_t before = ::umask(0);
    static_cast<void>(opened(folder.file()));
    ::umask(before);
    CHECK(permissions_of(folder.file()) == mode_t{0600});
}

TEST_CASE("an existing recording keeps its permissions, and its last line gets a line end") {
    const temporary_folder folder;
    std::string line = lines_of({liveness_result("{}", "0")});
    line.pop_back();
    write_file(folder.file(), line);
    REQUIRE(::chmod(folder.file().c_str(), 0640) == 0);
    CHECK(opened(folder.file()).record(liveness_result("{}", "1001")).has_value());
    CHECK(permissions_of(folder.file()) == mode_t{0640});
    const auto replay = replayer::load(folder.file());
    REQUIRE(replay.has_value());
    CHECK(replay->size() == 2);
}

TEST_CASE("an exchange that cannot be recorded leaves the file as it was") {
    const temporary_folder folder;
    recorder file = opened(folder.file());
    CHECK(file.record(liveness_result("{}", "0")).has_value());
    CHECK_FALSE(file.record(exchange_of("no name", "{}", "{}")).has_value());
    CHECK(file.record(liveness_result("{}", "0")).has_value());
    CHECK(size_of_recording(folder.file()) == 2);
}

TEST_CASE("a line that was written in part is removed") {
    const temporary_folder folder;
    recorder file = opened(folder.file());
    CHECK(file.record(liveness_result("{}", "0")).has_value());
    const auto before = support::read_file(folder.file());

    struct rlimit limit{};
    REQUIRE(::getrlimit(RLIMIT_FSIZE, &limit) == 0);
    struct rlimit small = limit;
    small.rlim_cur = before->size() + 10;
    auto* const handler = std::signal(SIGXFSZ, SIG_IGN);
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &small) == 0);
    const auto recorded = file.record(liveness_result("{}", "0"));
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &limit) == 0);
    std::signal(SIGXFSZ, handler);

    REQUIRE_FALSE(recorded.has_value());
    CHECK(recorded.error() == "the recording " + folder.file() + " cannot be written: File too large");
    CHECK(support::read_file(folder.file()) == before);
    CHECK(file.record(liveness_result("{}", "0")).has_value());
    CHECK(size_of_recording(folder.file()) == 2);
}

TEST_CASE("a full recording is an error and stays as it is") {
    const temporary_folder folder;
    recorder file = opened(folder.file());
    const auto size = static_cast<off_t>(tc3_cli::largest_recording);
    REQUIRE(::truncate(folder.file().c_str(), size - 1) == 0);
    const std::string full = "the recording " + folder.file() + " is full: begin another one";
    const auto recorded = file.record(liveness_result("{}", "0"));
    REQUIRE_FALSE(recorded.has_value());
    CHECK(recorded.error() == full);
    REQUIRE(::truncate(folder.file().c_str(), size) == 0);
    CHECK(recorder::open(folder.file()).error() == full);
    REQUIRE(::truncate(folder.file().c_str(), size + 1) == 0);
    CHECK(replayer::load(folder.file()).error() == folder.file() + ": is larger than 67108864 bytes");
}

TEST_CASE("a path that is no regular file is an error") {
    const temporary_folder folder;
    CHECK_FALSE(recorder::open(folder.path()).has_value());
    CHECK(recorder::open("/dev/null").error() == "the recording /dev/null is no regular file");
    const std::string absent = folder.path() + "/none/recording.jsonl";
    CHECK(recorder::open(absent).error() == "the recording " + absent + " cannot be opened: No such file or directory");
    CHECK(replayer::load(folder.file()).error() == folder.file() + ": cannot be opened: No such file or directory");
    CHECK_FALSE(replayer::load(folder.path()).has_value());
}

TEST_CASE("an error of a loaded recording has its path and line") {
    const temporary_folder folder;
    write_file(folder.file(), lines_of({liveness_result("{}", "0")}) + "{}");
    CHECK(replayer::load(folder.file()).error() == folder.file() + ": line 2 has no member \"service\"");
}

}  // namespace
