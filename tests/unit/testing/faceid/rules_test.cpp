// SPDX-License-Identifier: MIT
// Each action of eKYC in the emulator, from the table of facts: what a request must hold, what it may not, and what the answer holds.
#include <tc3/tc3.hpp>
#include <tc3/testing.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace faceid = tc3::faceid;
namespace testing = tc3::testing;
using nlohmann::json;
using testing::rejection;

namespace {

const json& facts() {
    static const json read = [] {
        std::ifstream file(std::string(TC3_SOURCE_ROOT) + "/tools/faceid.json");
        REQUIRE(file.good());
        return json::parse(file);
    }();
    return read;
}

const json& type_of(const std::string& name) {
    for (const json& each : facts()["types"]) {
        if (each["name"] == name) return each;
    }
    FAIL("no such type: " << name);
    return facts();
}

/// The emulated service, asked with JSON.
struct served {
    tc3::unix_time clock{1700000000};
    int tokens = 0;
    testing::emulator service{[this] { return clock; }, [this] { return "token-" + std::to_string(++tokens); }};

    served() {
        service.add_credential("id", "key");
        testing::serve_faceid(service);
    }

    json ask(const std::string& action, const json& parameters) {
        const tc3::action what{faceid::service, faceid::version, action, faceid::host};
        const std::string text = parameters.dump();
        const tc3::client_profile_view who{.credential = {"id", "key"}, .region = "ap-singapore"};
        const auto request = tc3::make_request(what, std::string_view(text), who, clock, {.unsigned_payload = true});  // some are large
        REQUIRE(request.has_value());
        std::string bytes;
        tc3::http::write_head(bytes, request->view());
        return json::parse(service.receive(bytes.append(request->view().body)).body)["Response"];
    }
    /// The code of an error; empty for an answer.
    std::string code(const std::string& action, const json& parameters) {
        const json response = ask(action, parameters);
        return response.contains("Error") ? response["Error"]["Code"].get<std::string>() : std::string();
    }
    /// It is an error with that code, and its message names the parameter.
    void expect_refusal(const std::string& action, const json& parameters, std::string_view code, const std::string& name) {
        const json response = ask(action, parameters);
        REQUIRE(response.contains("Error"));
        CHECK(response["Error"]["Code"] == code);
        CHECK(response["Error"]["Message"].get<std::string>().find(name) != std::string::npos);
    }
};

/// A value that is right by all that the facts say of a field.
json right_value(const json& field) {
    const auto set = field.find("values");
    if (set != field.end()) return facts()["value_sets"][set->get<std::string>()]["values"][0]["value"];
    if (field.contains("range")) return field["range"][0];
    const std::string type = field["type"];
    if (type == "bool") return true;
    if (type == "int64" || type == "uint64") return 1;
    if (type == "float64") return 1.5;
    if (field.value("encoding", "") == "base64") return "AAAA";
    return std::string(field.value("length", json{0, 1})[0].get<std::size_t>() + 1, 'a').substr(0, field.value("length", json{0, 1})[1]);
}

/// A request that the service takes: what is required, and what the rules between fields ask for.
json right_request(served& it, const json& action) {
    const std::string name = action["name"];
    json parameters = json::object();
    for (const json& field : action["request"]) {
        if (field.value("required", false)) parameters[field["name"]] = right_value(field);
    }
    const std::map<std::string, json> more = {
        {"ApplyWebVerificationBizTokenIntl", {{"RedirectURL", "https://shop.example/done"}, {"CompareImageBase64", "AAAA"}}},
        {"CheckIdCardInformation", {{"ImageUrl", "https://shop.example/card"}}},
        {"CompareFaceLiveness", {{"LivenessType", "SILENT"}}},
        {"CreateUploadUrl", {{"TargetAction", "VideoLivenessCompare"}}},
        {"DetectAIFakeFaces", {{"FaceInput", "AAAA"}, {"FaceInputType", 1}}},
        {"IdCardOCRVerification", {{"Name", "a"}, {"IdCard", "b"}}},
        {"LivenessCompare", {{"LivenessType", "SILENT"}, {"ImageBase64", "AAAA"}, {"VideoBase64", "AAAA"}}},
        {"VideoLivenessCompare", {{"LivenessType", "SILENT"}}},
    };
    if (const auto found = more.find(name); found != more.end()) parameters.update(found->second);
    for (auto& [field, value] : parameters.items()) {
        if (name == "GenerateReflectSequence" || name == "DetectReflectLivenessAndCompare" || name == "VideoLivenessCompare") {
            if (field.ends_with("Url")) value = it.ask("CreateUploadUrl", {{"TargetAction", name}})["ResourceUrl"];
        }
    }
    for (const json& other : facts()["actions"]) {
        if (other.value("result_action", "") != name) continue;
        const json token = it.ask(other["name"], right_request(it, other));
        for (const char* field : {"SdkToken", "BizToken", "Token"}) {
            if (token.contains(field)) parameters[action["request"][0]["name"]] = token[field];
        }
    }
    return parameters;
}

void for_each_action(const std::function<void(const json& action)>& check) {
    int count = 0;
    for (const json& action : facts()["actions"]) {
        if (action.contains("retired")) continue;
        const std::string name = action["name"];
        CAPTURE(name);
        check(action);
        ++count;
    }
    CHECK(count == 30);
}

/// What would accuse somebody, or says what was edited: there, and empty.
const std::set<std::string> empty_fields = {"AttackRiskDetailList",       "EditDetails",   "LivenessInfoTag",
                                            "RetrievalLivenessExtraInfo", "WarnCardInfos", "Warnings"};

/// Every field of a struct, and of all that it holds, is there with a value of its type. Returns how many there are.
std::size_t expect_full(const json& fields, const json& object) {
    REQUIRE(object.is_object());
    std::size_t count = 0;
    for (const json& field : fields) {
        const std::string name = field["name"];
        CAPTURE(name);
        REQUIRE(object.contains(name));
        const bool is_list = field["type"] == "array";
        if (empty_fields.contains(name)) {
            CHECK(object[name] == (is_list ? json::array() : json("")));
            ++count;
            continue;
        }
        if (is_list) REQUIRE(object[name].size() == 1);
        const json& value = is_list ? object[name][0] : object[name];
        const std::string type = is_list && field.contains("element") ? field["element"]
                                 : field.contains("ref")              ? json("object")
                                                                      : field["type"];
        ++count;
        if (type == "string") {
            CHECK(value.is_string());
            CHECK(value != "");
        } else if (type == "bool") {
            CHECK(value.is_boolean());
        } else if (type == "float64") {
            CHECK(value.is_number());
        } else if (type == "int64" || type == "uint64") {
            CHECK(value.is_number_integer());
        } else {
            count += expect_full(type_of(field.contains("ref") ? field["ref"] : field["element"])["fields"], value);
        }
    }
    CHECK(object.size() == fields.size());
    return count;
}

}  // namespace

TEST_CASE("each action answers a right request with every field that it has") {
    std::size_t count = 0;
    for_each_action([&count](const json& action) {
        served it;
        const json parameters = right_request(it, action);
        CAPTURE(parameters.dump());
        const json response = it.ask(action["name"], parameters);
        REQUIRE_FALSE(response.contains("Error"));
        CHECK(it.service.last().accepted());
        count += expect_full(action["response"], response);
    });
    CHECK(count > 1000);
}

namespace {

/// All texts of a value, with their names.
void for_each_text(const json& value, const std::function<void(const std::string& name, const std::string& text)>& check) {
    for (const auto& [name, member] : value.items()) {
        if (member.is_string()) check(name, member.get<std::string>());
        if (member.is_structured()) for_each_text(member, check);
    }
}

}  // namespace

TEST_CASE("each answer is of a person whose documents are valid, and of nobody that there is") {
    std::size_t dates = 0;
    for_each_action([&dates](const json& action) {
        served it;
        for_each_text(it.ask(action["name"], right_request(it, action)), [&dates](const std::string& name, const std::string& text) {
            CAPTURE(name);
            const bool ends = name.find("Expir") != std::string::npos || name == "DueDate" || name == "BerlakuHingga" || name == "EndTime";
            if (ends) CHECK(text.substr(0, 4) == "2040");
            dates += ends ? 1 : 0;
            CHECK(text != "A123456(3)");  // a number that may be somebody's
            if (text == "CHAN MEI LING") CHECK((name.find("Name") != std::string::npos || name == "Nama"));
        });
    });
    CHECK(dates >= 20);
}

TEST_CASE("each answer that states an outcome passed") {
    for_each_action([](const json& action) {
        if (!action.contains("outcome")) return;
        served it;
        const json response = it.ask(action["name"], right_request(it, action));
        for (const json& field : action["response"]) {
            if (field["name"] != action["outcome"]["field"]) continue;
            const json& passed = facts()["value_sets"][field["values"].get<std::string>()]["passed"];
            CHECK(std::find(passed.begin(), passed.end(), response[field["name"].get<std::string>()]) != passed.end());
        }
    });
}

TEST_CASE("each action refuses a parameter that it does not know, and one of another case") {
    for_each_action([](const json& action) {
        served it;
        json parameters = right_request(it, action);
        parameters["Wrong"] = 1;
        it.expect_refusal(action["name"], parameters, "UnknownParameter", "Wrong");
        parameters.erase("Wrong");
        if (parameters.empty()) return;
        const std::string name = parameters.begin().key();
        parameters[std::string(1, static_cast<char>(name[0] | 0x20)) + name.substr(1)] = parameters[name];
        CHECK(it.code(action["name"], parameters) == "UnknownParameter");
    });
}

TEST_CASE("each action refuses to go without a parameter that it requires, be it absent or null") {
    for_each_action([](const json& action) {
        served it;
        const json right = right_request(it, action);
        for (const json& field : action["request"]) {
            if (!field.value("required", false)) continue;
            const std::string name = field["name"];
            CAPTURE(name);
            json parameters = right;
            parameters.erase(name);
            it.expect_refusal(action["name"], parameters, "MissingParameter", name);
            parameters[name] = nullptr;
            CHECK(it.code(action["name"], parameters) == "MissingParameter");
        }
    });
}

TEST_CASE("each action refuses a value of another type") {
    for_each_action([](const json& action) {
        served it;
        const json right = right_request(it, action);
        for (const json& field : action["request"]) {
            const std::string name = field["name"];
            CAPTURE(name);
            json parameters = right;
            parameters[name] = field["type"] == "object" ? json::array() : json::object();
            it.expect_refusal(action["name"], parameters, "InvalidParameter", name);
            CHECK(it.service.last().rejection == rejection::parameter);
        }
    });
}

TEST_CASE("each action refuses a value outside a closed set, a range or a size") {
    std::size_t refused = 0;
    for_each_action([&refused](const json& action) {
        served it;
        const json right = right_request(it, action);
        for (const json& field : action["request"]) {
            const std::string name = field["name"];
            CAPTURE(name);
            const auto expect_refused = [&](json value) {
                json parameters = right;
                parameters[name] = field["type"] == "array" ? json::array({value}) : value;
                // The manual promises this one code for this one field.
                const bool by_type = action["name"] == "DetectAIFakeFaces" && name == "FaceInputType";
                it.expect_refusal(action["name"], parameters, by_type ? "InvalidParameter" : "InvalidParameterValue", name);
                ++refused;
            };
            if (field.contains("values")) {
                const json& set = facts()["value_sets"][field["values"].get<std::string>()];
                if (!set["open"]) expect_refused(set["type"] == "string" ? json("wrong") : json(4711));
            }
            if (field.contains("range")) {
                expect_refused(field["range"][0].get<std::int64_t>() - 1);
                expect_refused(field["range"][1].get<std::int64_t>() + 1);
            }
            if (field.contains("length") && field["length"][1] < 10'000'000) {  // else the request as a whole is too large before
                expect_refused(std::string(field["length"][1].get<std::size_t>() + 1, 'A'));
                if (field["length"][0] > 1) expect_refused(std::string(field["length"][0].get<std::size_t>() - 1, 'A'));
            }
        }
    });
    CHECK(refused >= 40);
}

namespace {

/// The fields that an envelope may cover, as the facts tell them.
std::vector<std::string> encryptable_of(const json& envelope) {
    const std::string note = envelope.value("note", "");
    const std::string start = "Fields that it may cover: ";
    if (!note.starts_with(start)) return {"EncryptionBody"};
    std::vector<std::string> names;
    for (std::size_t at = start.size(), end = 0; end != std::string::npos; at = end + 2) {
        end = note.find(", ", at);
        names.push_back(note.substr(at, end - at));
    }
    return names;
}

/// Calls back with each action that takes an envelope, and a right request that has one around all that it may cover.
void for_each_envelope(const std::function<void(served& it, const json& action, const json& parameters, const json& envelope)>& check) {
    int count = 0;
    for_each_action([&](const json& action) {
        for (const json& field : action["request"]) {
            if (field["name"] != "Encryption") continue;
            served it;
            json parameters = right_request(it, action);
            parameters["Encryption"] = {{"EncryptList", encryptable_of(field)}, {"CiphertextBlob", "AAAA"}, {"Iv", "0123456789abcdef"}};
            if (action["name"] == "DetectAIFakeFaces") parameters["EncryptedBody"] = "AAAA";
            check(it, action, parameters, field);
            ++count;
        }
    });
    CHECK(count == 13);
}

}  // namespace

TEST_CASE("each envelope needs a key, an initial vector and what it covers") {
    for_each_envelope([](served& it, const json& action, const json& right, const json&) {
        CHECK(it.code(action["name"], right) == "");
        for (const auto& member : {std::pair<std::string, json>{"EncryptList", json::array()}, {"CiphertextBlob", ""}, {"Iv", ""}}) {
            CAPTURE(member.first);
            json parameters = right;
            parameters["Encryption"].erase(member.first);
            it.expect_refusal(action["name"], parameters, "MissingParameter", "Encryption." + member.first);
            parameters["Encryption"][member.first] = member.second;
            it.expect_refusal(action["name"], parameters, "MissingParameter", "Encryption." + member.first);
        }
    });
}

TEST_CASE("each envelope covers the fields that the facts name, and no other ones") {
    int refused = 0;
    for_each_envelope([&refused](served& it, const json& action, const json& right, const json& envelope) {
        if (!envelope.contains("note") || action["name"] == "DetectAIFakeFaces") return;  // covers bodies
        const std::vector<std::string> encryptable = encryptable_of(envelope);
        for (const std::string name : {"Name", "IdCard", "Phone", "BankCard", "Mobile", "name", ""}) {
            CAPTURE(name);
            const bool may = std::find(encryptable.begin(), encryptable.end(), name) != encryptable.end();
            json parameters = right;
            parameters["Encryption"]["EncryptList"] = {name};
            CHECK(it.code(action["name"], parameters) == (may ? "" : "InvalidParameter.UnsupportEncryptField"));
            refused += may ? 0 : 1;
        }
    });
    CHECK(refused == 11 * 7 - (2 + 4 + 3 + 1 + 5 * 2 + 2 * 1));
}

TEST_CASE("each action lets as many calls pass as it states, and the next one in the next second") {
    for_each_action([](const json& action) {
        served it;
        it.service.limit_calls(true);
        const json parameters = {{"Wrong", 1}};  // one that is signed and refused for what it holds does count
        const int limit = action["calls_per_second"];
        CHECK(limit > 0);
        for (int call = 0; call < limit; ++call) REQUIRE(it.code(action["name"], parameters) == "UnknownParameter");
        CHECK(it.code(action["name"], parameters) == "RequestLimitExceeded");
        it.clock.seconds += 1;
        CHECK(it.code(action["name"], parameters) == "UnknownParameter");
    });
}

TEST_CASE("actions that were taken offline say so, whatever they are asked") {
    int count = 0;
    for (const json& action : facts()["actions"]) {
        if (!action.contains("retired")) continue;
        served it;
        CHECK(it.code(action["name"], json::object()) == "ActionOffline");
        ++count;
    }
    CHECK(count == 4);
}
