// SPDX-License-Identifier: MIT
// Each action of eKYC in the emulator, compared with tools/faceid.json: the inputs it accepts and rejects, and the fields of its output.
#include "../../../support/faceid_facts.hpp"
#include <tc3/tc3.hpp>
#include <tc3/testing.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
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
using support::faceid_facts;
using testing::rejection;

namespace {

const json& type_of(const std::string& name) {
    for (const json& each : faceid_facts()["types"]) {
        if (each["name"] == name) return each;
    }
    FAIL("no such type: " << name);
    return faceid_facts();
}

/// The emulated service, called with JSON.
struct emulated_service {
    tc3::unix_time clock{1700000000};
    int tokens = 0;
    testing::emulator service{[this] { return clock; }, [this] { return "token-" + std::to_string(++tokens); }};

    emulated_service() {
        service.add_credential("id", "key");
        testing::serve_faceid(service);
    }

    json ask(const std::string& action, const json& parameters) {
        const tc3::action described{faceid::service, faceid::version, action, faceid::host};
        const std::string text = parameters.dump();
        const tc3::client_profile_view profile{.credential = {"id", "key"}, .region = "ap-singapore"};
        const auto request = tc3::make_request({described, std::string_view(text)}, profile, clock,
                                               {.unsigned_payload = true});  // large bodies are not hashed
        REQUIRE(request.has_value());
        std::string bytes;
        tc3::http::write_head(bytes, request->view());
        return json::parse(service.receive(bytes.append(request->view().body)).body)["Response"];
    }
    /// Returns the code of an error; empty for an output.
    std::string code(const std::string& action, const json& parameters) {
        const json response = ask(action, parameters);
        return response.contains("Error") ? response["Error"]["Code"].get<std::string>() : std::string();
    }
    /// Checks that the response is an error with a code, and that its message names the parameter.
    void expect_rejection(const std::string& action, const json& parameters, std::string_view code, const std::string& name) {
        const json response = ask(action, parameters);
        REQUIRE(response.contains("Error"));
        CHECK(response["Error"]["Code"].get<std::string>() == code);
        CHECK(response["Error"]["Message"].get<std::string>().find(name) != std::string::npos);
    }
};

/// Returns a valid value of a field.
json valid_value(const json& field) {
    const auto set = field.find("values");
    if (set != field.end()) return faceid_facts()["value_sets"][set->get<std::string>()]["values"][0]["value"];
    if (field.contains("range")) return field["range"][0];
    const std::string type = field["type"];
    if (type == "bool") return true;
    if (type == "int64" || type == "uint64") return 1;
    if (type == "float64") return 1.5;
    if (field.value("encoding", "") == "base64") return "AAAA";
    return std::string(field.value("length", json{0, 1})[0].get<std::size_t>() + 1, 'a').substr(0, field.value("length", json{0, 1})[1]);
}

/// Returns valid parameters of an action: the required ones, and those that the rules between parameters require.
json valid_request(emulated_service& emulated, const json& action) {
    const std::string name = action["name"];
    json parameters = json::object();
    for (const json& field : action["request"]) {
        if (field.value("required", false)) parameters[field["name"]] = valid_value(field);
    }
    const std::map<std::string, json> additional = {
        {"ApplyWebVerificationBizTokenIntl", {{"RedirectURL", "https://shop.example/done"}, {"CompareImageBase64", "AAAA"}}},
        {"CheckIdCardInformation", {{"ImageUrl", "https://shop.example/card"}}},
        {"CompareFaceLiveness", {{"LivenessType", "SILENT"}}},
        {"CreateUploadUrl", {{"TargetAction", "VideoLivenessCompare"}}},
        {"DetectAIFakeFaces", {{"FaceInput", "AAAA"}, {"FaceInputType", 1}}},
        {"IdCardOCRVerification", {{"Name", "a"}, {"IdCard", "b"}}},
        {"LivenessCompare", {{"LivenessType", "SILENT"}, {"ImageBase64", "AAAA"}, {"VideoBase64", "AAAA"}}},
        {"VideoLivenessCompare", {{"LivenessType", "SILENT"}}},
    };
    if (const auto found = additional.find(name); found != additional.end()) parameters.update(found->second);
    for (auto& [field, value] : parameters.items()) {
        if (name == "GenerateReflectSequence" || name == "DetectReflectLivenessAndCompare" || name == "VideoLivenessCompare") {
            if (field.ends_with("Url")) value = emulated.ask("CreateUploadUrl", {{"TargetAction", name}})["ResourceUrl"];
        }
    }
    for (const json& other : faceid_facts()["actions"]) {
        if (other.value("result_action", "") != name) continue;
        const json token = emulated.ask(other["name"], valid_request(emulated, other));
        for (const char* field : {"SdkToken", "BizToken", "Token"}) {
            if (token.contains(field)) parameters[action["request"][0]["name"]] = token[field];
        }
    }
    return parameters;
}

void for_each_action(const std::function<void(const json& action)>& check) {
    int count = 0;
    for (const json& action : faceid_facts()["actions"]) {
        if (action.contains("retired")) continue;
        const std::string name = action["name"];
        CAPTURE(name);
        check(action);
        ++count;
    }
    CHECK(count == 30);
}

/// The fields that report something against the person, or an edit: present and empty.
const std::set<std::string> empty_fields = {"AttackRiskDetailList",       "EditDetails",   "LivenessInfoTag",
                                            "RetrievalLivenessExtraInfo", "WarnCardInfos", "Warnings"};

/// Checks that every field of a struct, and of the structs in it, is present with a value of its type. Returns the number of fields.
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

TEST_CASE("each action responds to a valid request with all its fields") {
    std::size_t count = 0;
    for_each_action([&count](const json& action) {
        emulated_service emulated;
        const json parameters = valid_request(emulated, action);
        CAPTURE(parameters.dump());
        const json response = emulated.ask(action["name"], parameters);
        REQUIRE_FALSE(response.contains("Error"));
        CHECK(emulated.service.last().accepted());
        count += expect_full(action["response"], response);
    });
    CHECK(count > 1000);
}

namespace {

/// Calls `check` with the name and the value of each text in a JSON value.
void for_each_text(const json& value, const std::function<void(const std::string& name, const std::string& text)>& check) {
    for (const auto& [name, member] : value.items()) {
        if (member.is_string()) check(name, member.get<std::string>());
        if (member.is_structured()) for_each_text(member, check);
    }
}

}  // namespace

TEST_CASE("each output has valid documents and belongs to no real person") {
    std::size_t dates = 0;
    for_each_action([&dates](const json& action) {
        emulated_service emulated;
        for_each_text(emulated.ask(action["name"], valid_request(emulated, action)), [&dates](const std::string& name,
                                                                                              const std::string& text) {
            CAPTURE(name);
            const bool ends = name.find("Expir") != std::string::npos || name == "DueDate" || name == "BerlakuHingga" || name == "EndTime";
            if (ends) CHECK(text.substr(0, 4) == "2040");
            dates += ends ? 1 : 0;
            CHECK(text != "A123456(3)");  // the check digit is right: the number may belong to a person
            if (text == "CHAN MEI LING") CHECK((name.find("Name") != std::string::npos || name == "Nama"));
        });
    });
    CHECK(dates >= 20);
}

TEST_CASE("each output with an outcome has passed") {
    for_each_action([](const json& action) {
        if (!action.contains("outcome")) return;
        emulated_service emulated;
        const json response = emulated.ask(action["name"], valid_request(emulated, action));
        for (const json& field : action["response"]) {
            if (field["name"] != action["outcome"]["field"]) continue;
            const json& passed = faceid_facts()["value_sets"][field["values"].get<std::string>()]["passed"];
            CHECK(std::find(passed.begin(), passed.end(), response[field["name"].get<std::string>()]) != passed.end());
        }
    });
}

TEST_CASE("each action rejects an unknown parameter, and a known one in another case") {
    for_each_action([](const json& action) {
        emulated_service emulated;
        json parameters = valid_request(emulated, action);
        parameters["Wrong"] = 1;
        emulated.expect_rejection(action["name"], parameters, "UnknownParameter", "Wrong");
        parameters.erase("Wrong");
        if (parameters.empty()) return;
        const std::string name = parameters.begin().key();
        parameters[std::string(1, static_cast<char>(name[0] | 0x20)) + name.substr(1)] = parameters[name];
        CHECK(emulated.code(action["name"], parameters) == "UnknownParameter");
    });
}

TEST_CASE("each action rejects a required parameter that is absent or null") {
    for_each_action([](const json& action) {
        emulated_service emulated;
        const json valid = valid_request(emulated, action);
        for (const json& field : action["request"]) {
            if (!field.value("required", false)) continue;
            const std::string name = field["name"];
            CAPTURE(name);
            json parameters = valid;
            parameters.erase(name);
            emulated.expect_rejection(action["name"], parameters, "MissingParameter", name);
            parameters[name] = nullptr;
            CHECK(emulated.code(action["name"], parameters) == "MissingParameter");
        }
    });
}

TEST_CASE("each action rejects a value of another type") {
    for_each_action([](const json& action) {
        emulated_service emulated;
        const json valid = valid_request(emulated, action);
        for (const json& field : action["request"]) {
            const std::string name = field["name"];
            CAPTURE(name);
            json parameters = valid;
            parameters[name] = field["type"] == "object" ? json::array() : json::object();
            emulated.expect_rejection(action["name"], parameters, "InvalidParameter", name);
            CHECK(emulated.service.last().rejection == rejection::parameter);
        }
    });
}

TEST_CASE("each action rejects a value outside a closed set, a range or a size") {
    std::size_t rejected = 0;
    for_each_action([&rejected](const json& action) {
        emulated_service emulated;
        const json valid = valid_request(emulated, action);
        for (const json& field : action["request"]) {
            const std::string name = field["name"];
            CAPTURE(name);
            const auto expect_rejected = [&](json value) {
                json parameters = valid;
                parameters[name] = field["type"] == "array" ? json::array({value}) : value;
                // The manual gives another code for this field than for all other closed sets.
                const bool by_type = action["name"] == "DetectAIFakeFaces" && name == "FaceInputType";
                emulated.expect_rejection(action["name"], parameters, by_type ? "InvalidParameter" : "InvalidParameterValue", name);
                ++rejected;
            };
            if (field.contains("values")) {
                const json& set = faceid_facts()["value_sets"][field["values"].get<std::string>()];
                if (!set["open"]) expect_rejected(set["type"] == "string" ? json("wrong") : json(4711));
            }
            if (field.contains("range")) {
                expect_rejected(field["range"][0].get<std::int64_t>() - 1);
                expect_rejected(field["range"][1].get<std::int64_t>() + 1);
            }
            if (field.contains("length") && field["length"][1] < 10'000'000) {  // a longer value makes the whole request too large
                const std::size_t step = field.value("encoding", "") == "base64" ? 4 : 1;  // base64 has groups of four characters
                expect_rejected(std::string(field["length"][1].get<std::size_t>() + step, 'A'));
                if (field["length"][0] > 1) expect_rejected(std::string(field["length"][0].get<std::size_t>() - step, 'A'));
            }
        }
    });
    CHECK(rejected >= 40);
}

namespace {

/// Returns the names of the fields that may be encrypted.
std::vector<std::string> encryptable_of(const json& encryption) {
    const std::string note = encryption.value("note", "");
    const std::string start = "May cover ";
    if (!note.starts_with(start)) return {"EncryptionBody"};
    std::vector<std::string> names;
    for (std::size_t begin = start.size(), end = 0; end != std::string::npos; begin = end + 2) {
        end = note.find(", ", begin);
        names.push_back(note.substr(begin, end - begin));
    }
    return names;
}

/// Calls `check` for each action with an Encryption, with valid parameters that encrypt all possible fields.
void for_each_encryption(
    const std::function<void(emulated_service& emulated, const json& action, const json& parameters, const json& encryption)>& check) {
    int count = 0;
    for_each_action([&](const json& action) {
        for (const json& field : action["request"]) {
            if (field["name"] != "Encryption") continue;
            emulated_service emulated;
            json parameters = valid_request(emulated, action);
            parameters["Encryption"] = {{"EncryptList", encryptable_of(field)}, {"CiphertextBlob", "AAAA"}, {"Iv", "0123456789abcdef"}};
            if (action["name"] == "DetectAIFakeFaces") parameters["EncryptedBody"] = "AAAA";
            check(emulated, action, parameters, field);
            ++count;
        }
    });
    CHECK(count == 13);
}

}  // namespace

TEST_CASE("each Encryption requires a key, an initial vector and the names of fields") {
    for_each_encryption([](emulated_service& emulated, const json& action, const json& valid, const json&) {
        CHECK(emulated.code(action["name"], valid) == "");
        for (const auto& member : {std::pair<std::string, json>{"EncryptList", json::array()}, {"CiphertextBlob", ""}, {"Iv", ""}}) {
            CAPTURE(member.first);
            json parameters = valid;
            parameters["Encryption"].erase(member.first);
            emulated.expect_rejection(action["name"], parameters, "MissingParameter", "Encryption." + member.first);
            parameters["Encryption"][member.first] = member.second;
            emulated.expect_rejection(action["name"], parameters, "MissingParameter", "Encryption." + member.first);
        }
    });
}

TEST_CASE("each Encryption accepts the fields of tools/faceid.json and no others") {
    int rejected = 0;
    for_each_encryption([&rejected](emulated_service& emulated, const json& action, const json& valid, const json& encryption) {
        if (!encryption.contains("note") || action["name"] == "DetectAIFakeFaces") return;  // encrypts the body
        const std::vector<std::string> encryptable = encryptable_of(encryption);
        for (const std::string name : {"Name", "IdCard", "Phone", "BankCard", "Mobile", "name", ""}) {
            CAPTURE(name);
            const bool is_encryptable = std::find(encryptable.begin(), encryptable.end(), name) != encryptable.end();
            json parameters = valid;
            parameters["Encryption"]["EncryptList"] = {name};
            CHECK(emulated.code(action["name"], parameters) == (is_encryptable ? "" : "InvalidParameter.UnsupportEncryptField"));
            rejected += is_encryptable ? 0 : 1;
        }
    });
    CHECK(rejected == 11 * 7 - (2 + 4 + 3 + 1 + 5 * 2 + 2 * 1));
}

namespace {

/// A change of valid parameters, where null removes one, and the response.
struct dependent_case {
    std::string_view action;
    std::string_view change;
    std::string_view code;   // empty: accepted
    std::string_view named;  // what the message names
};

constexpr dependent_case dependent_cases[] = {
    {"ApplySdkVerificationToken", R"({"CheckMode":2,"CompareImage":null})", "MissingParameter", "CompareImage"},
    {"ApplySdkVerificationToken", R"({"CheckMode":2,"CompareImage":"AAAA"})", "", ""},
    {"ApplySdkVerificationToken", R"({"ActionList":"blink","SecurityLevel":1})", "InvalidParameterValue", "neither 2 nor 4"},
    {"ApplySdkVerificationToken", R"({"ActionList":"blink","SecurityLevel":3})", "InvalidParameterValue", "neither 2 nor 4"},
    {"ApplySdkVerificationToken", R"({"ActionList":"","SecurityLevel":3})", "", ""},
    {"ApplySdkVerificationToken", R"({"ActionList":"blink","SecurityLevel":2})", "", ""},
    {"ApplySdkVerificationToken", R"({"ActionList":"blink,nod","SecurityLevel":4})", "", ""},
    {"ApplySdkVerificationToken", R"({"ActionList":"mouth,shake"})", "", ""},
    {"ApplySdkVerificationToken", R"({"ActionList":"wink"})", "InvalidParameterValue", "ActionList"},
    {"ApplySdkVerificationToken", R"({"ActionList":"blink,"})", "InvalidParameterValue", "ActionList"},
    {"ApplySdkVerificationToken", R"({"ActionList":",blink"})", "InvalidParameterValue", "ActionList"},
    {"ApplySdkVerificationToken", R"({"ActionList":"blink,nod,shake"})", "InvalidParameterValue", "ActionList"},
    {"ApplySdkVerificationToken", R"({"AllowUploadPhoto":true,"EnableForgeryDetectionImages":true})", "InvalidParameterValue",
     "AllowUploadPhoto"},
    {"ApplySdkVerificationToken", R"({"AllowUploadPhoto":true,"EnableForgeryDetectionImages":false})", "", ""},
    {"ApplySdkVerificationToken", R"({"AllowUploadPhoto":false,"EnableForgeryDetectionImages":true})", "", ""},
    {"ApplyWebVerificationBizTokenIntl", R"({"RedirectURL":"https://shop.example/"})", "", ""},
    {"ApplyWebVerificationBizTokenIntl", R"({"RedirectURL":"my-app+x.1://done/"})", "", ""},
    {"ApplyWebVerificationBizTokenIntl", R"({"RedirectURL":"https://shop.example"})", "InvalidParameterValue", "RedirectURL"},
    {"ApplyWebVerificationBizTokenIntl", R"({"RedirectURL":"https:///done"})", "InvalidParameterValue", "RedirectURL"},
    {"ApplyWebVerificationBizTokenIntl", R"({"RedirectURL":"://shop.example/"})", "InvalidParameterValue", "RedirectURL"},
    {"ApplyWebVerificationBizTokenIntl", R"({"RedirectURL":"ht(tp://shop.example/"})", "InvalidParameterValue", "RedirectURL"},
    {"ApplyWebVerificationBizTokenIntl", R"({"RedirectURL":"https://shop.example/a b"})", "InvalidParameterValue", "RedirectURL"},
    {"ApplyWebVerificationBizTokenIntl", R"({"RedirectURL":"/done"})", "InvalidParameterValue", "RedirectURL"},
    {"ApplyWebVerificationBizTokenIntl", R"({"CompareImageBase64":null})", "MissingParameter", "CompareImageBase64"},
    {"ApplyWebVerificationBizTokenIntl", R"({"CompareImageBase64":null,"RuleId":"1"})", "", ""},
    {"ApplyWebVerificationBizTokenIntl", R"({"CompareImageBase64":null,"Config":{"CheckMode":1}})", "", ""},
    {"ApplyWebVerificationBizTokenIntl", R"({"Config":{"ActionList":"nod"}})", "InvalidParameterValue", "Config.ActionList"},
    {"ApplyWebVerificationBizTokenIntl", R"({"Config":{"ActionList":"nod","SecurityLevel":1}})", "InvalidParameterValue",
     "Config.ActionList"},
    {"ApplyWebVerificationBizTokenIntl", R"({"Config":{"ActionList":"nod","SecurityLevel":2}})", "", ""},
    {"ApplyWebVerificationBizTokenIntl", R"({"Config":{"ActionList":"nod","SecurityLevel":4}})", "", ""},
    {"ApplyWebVerificationBizTokenIntl", R"({"Config":{"ActionList":"nods","SecurityLevel":4}})", "InvalidParameterValue",
     "Config.ActionList"},
    {"GetFaceIdTokenIntl", R"({"CheckMode":"compare","Image":null})", "MissingParameter", "Image"},
    {"GetFaceIdTokenIntl", R"({"CheckMode":"compare","Image":"AAAA"})", "", ""},
    {"GetFaceIdTokenIntl", R"({"ActionList":"blink"})", "", ""},
    {"GetFaceIdTokenIntl", R"({"ActionList":"blink","SecureLevel":"2"})", "", ""},
    {"GetFaceIdTokenIntl", R"({"ActionList":"blink","SecureLevel":"4"})", "", ""},
    {"GetFaceIdTokenIntl", R"({"ActionList":"blink","SecureLevel":"1"})", "InvalidParameterValue", "ActionList"},
    {"GetFaceIdTokenIntl", R"({"ActionList":"x","SecureLevel":"2"})", "InvalidParameterValue", "ActionList"},
    {"CreateUploadUrl", R"({"TargetAction":"GetLivenessResult"})", "InvalidParameterValue", "TargetAction"},
    {"CompareFaceLiveness", R"({"LivenessType":"ACTION"})", "MissingParameter", "ValidateData"},
    {"CompareFaceLiveness", R"({"LivenessType":"ACTION","ValidateData":"1"})", "", ""},
    {"CompareFaceLiveness", R"({"LivenessType":"ACTION","ValidateData":"2,4"})", "", ""},
    {"CompareFaceLiveness", R"({"LivenessType":"ACTION","ValidateData":"5"})", "InvalidParameterValue", "ValidateData"},
    {"CompareFaceLiveness", R"({"LivenessType":"ACTION","ValidateData":"1,5"})", "InvalidParameterValue", "ValidateData"},
    {"CompareFaceLiveness", R"({"ValidateData":"1"})", "InvalidParameterValue", "ValidateData"},
    {"LivenessCompare", R"({"LivenessType":"LIP"})", "MissingParameter", "ValidateData"},
    {"LivenessCompare", R"({"LivenessType":"LIP","ValidateData":"1234"})", "", ""},
    {"LivenessCompare", R"({"LivenessType":"LIP","ValidateData":"12345"})", "InvalidParameterValue", "four digits"},
    {"LivenessCompare", R"({"LivenessType":"LIP","ValidateData":"123a"})", "InvalidParameterValue", "four digits"},
    {"LivenessCompare", R"({"LivenessType":"ACTION","ValidateData":"1,2"})", "", ""},
    {"LivenessCompare", R"({"LivenessType":"ACTION","ValidateData":"2,1"})", "", ""},
    {"LivenessCompare", R"({"LivenessType":"ACTION","ValidateData":"1,1"})", "InvalidParameterValue", "ValidateData"},
    {"LivenessCompare", R"({"ValidateData":"1234"})", "InvalidParameterValue", "ValidateData"},
    {"LivenessCompare", R"({"ImageBase64":null})", "MissingParameter", "ImageBase64"},
    {"LivenessCompare", R"({"VideoBase64":null})", "MissingParameter", "VideoBase64"},
    {"VideoLivenessCompare", R"({"LivenessType":"LIP","ValidateData":"1"})", "InvalidParameterValue", "four digits"},
    {"DetectAIFakeFaces", R"({"FaceInput":null})", "MissingParameter", "FaceInput"},
    {"DetectAIFakeFaces", R"({"FaceInputType":null})", "MissingParameter", "FaceInputType"},
    {"DetectAIFakeFaces", R"({"EncryptedBody":"AAAA"})", "MissingParameter", "Encryption"},
    {"DetectAIFakeFaces",
     R"({"Encryption":{"EncryptList":["EncryptionBody"],"CiphertextBlob":"AAAA","Iv":"AAAA","Algorithm":"AES-256-CBC"}})",
     "MissingParameter", "EncryptedBody"},
    {"CheckIdCardInformation", R"({"ImageUrl":null})", "MissingParameter", "ImageBase64"},
    {"CheckIdCardInformation", R"({"ImageUrl":null,"ImageBase64":"AAAA"})", "", ""},
    {"IdCardOCRVerification", R"({"Name":null})", "MissingParameter", "Name"},
    {"IdCardOCRVerification", R"({"IdCard":null})", "MissingParameter", "IdCard"},
    {"IdCardOCRVerification", R"({"Name":null,"IdCard":null,"ImageBase64":"AAAA"})", "", ""},
    {"IdCardOCRVerification", R"({"Name":null,"IdCard":null,"ImageUrl":"https://shop.example/a"})", "", ""},
    {"PhoneVerification", R"({"CiphertextBlob":"AAAA","EncryptList":["Name"],"Iv":"AAAA"})", "", ""},
    {"PhoneVerification", R"({"EncryptList":["Name"],"Iv":"AAAA"})", "MissingParameter", "CiphertextBlob"},
    {"PhoneVerification", R"({"CiphertextBlob":"AAAA","Iv":"AAAA"})", "MissingParameter", "EncryptList"},
    {"PhoneVerification", R"({"CiphertextBlob":"AAAA","EncryptList":["Name"]})", "MissingParameter", "Iv"},
};

}  // namespace

TEST_CASE("parameters that depend on others are accepted and rejected as the manual says") {
    std::map<std::string_view, const json*> actions;
    for (const json& action : faceid_facts()["actions"]) actions[action["name"].get_ref<const std::string&>()] = &action;
    for (const dependent_case& row : dependent_cases) {
        CAPTURE(row.action);
        CAPTURE(row.change);
        REQUIRE(actions.contains(row.action));
        emulated_service emulated;
        json parameters = valid_request(emulated, *actions[row.action]);
        parameters.merge_patch(json::parse(row.change));
        if (row.code.empty()) {
            CHECK(emulated.code(std::string(row.action), parameters) == "");
        } else {
            emulated.expect_rejection(std::string(row.action), parameters, row.code, std::string(row.named));
        }
    }
}

TEST_CASE("each action accepts its stated number of calls per second") {
    for_each_action([](const json& action) {
        emulated_service emulated;
        emulated.service.limit_calls(true);
        const json parameters = {{"Wrong", 1}};  // a signed request counts even if its parameters are rejected
        const int limit = action["calls_per_second"];
        CHECK(limit > 0);
        for (int call = 0; call < limit; ++call) REQUIRE(emulated.code(action["name"], parameters) == "UnknownParameter");
        CHECK(emulated.code(action["name"], parameters) == "RequestLimitExceeded");
        emulated.clock.seconds += 1;
        CHECK(emulated.code(action["name"], parameters) == "UnknownParameter");
    });
}

TEST_CASE("actions that were taken offline return ActionOffline for any input") {
    int count = 0;
    for (const json& action : faceid_facts()["actions"]) {
        if (!action.contains("retired")) continue;
        emulated_service emulated;
        CHECK(emulated.code(action["name"], json::object()) == "ActionOffline");
        ++count;
    }
    CHECK(count == 4);
}
