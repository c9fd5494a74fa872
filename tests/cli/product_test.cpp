// SPDX-License-Identifier: MIT
// Products from an api.json: what is read and refused, how the actions check parameters, and which outputs they make.
#include "json_value.hpp"
#include "product/api_json.hpp"
#include "product/load_products.hpp"
#include "product/plausible_value.hpp"
#include "product/product_actions.hpp"
#include <tc3/tc3.hpp>
#include <tc3/testing.hpp>

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#if !defined(TC3_SOURCE_ROOT)
#define TC3_SOURCE_ROOT "."
#endif

namespace {

using tc3_cli::json_kind;
using tc3_cli::json_value;
using tc3_cli::product;
using tc3_cli::write_json;
namespace testing = tc3::testing;

[[nodiscard]] std::string file_of(const std::string& name) { return TC3_SOURCE_ROOT "/tests/cli/api_json/" + name + "/api.json"; }

[[nodiscard]] tc3_cli::loaded_products load(const std::vector<std::string>& names) {
    std::vector<std::string> files;
    for (const std::string& name : names) files.push_back(file_of(name));
    auto loaded = tc3_cli::load_products(files);
    const std::string error = loaded ? "" : loaded.error();
    REQUIRE(error == "");
    return *std::move(loaded);
}

[[nodiscard]] std::shared_ptr<const product> garden() {
    static const auto read = load({"garden"}).products.front();
    return read;
}

[[nodiscard]] const tc3_cli::action_description& action_of(const product& product, std::string_view name) {
    for (const auto& action : product.actions) {
        if (action.name == name) return action;
    }
    FAIL("no such action: " << name);
    return product.actions.front();
}

// ---- calls without a signature ---------------------------------------------------------------------------------------------------

/// Returns the output of an action of the garden, or "code: message".
[[nodiscard]] std::string run(std::string_view name, const testing::received_message& message) {
    for (const auto& action : tc3_cli::actions_of(garden())) {
        if (action.action.name != name) continue;
        const auto written = action.handler(message).written();
        return written ? *written : written.error().error.code + ": " + written.error().error.message;
    }
    return "no such action";
}

[[nodiscard]] std::string post(std::string_view name, std::string_view body, std::string_view content_type = "application/json") {
    testing::received_message message;
    message.headers = {{"Content-Type", content_type}};
    message.body = body;
    return run(name, message);
}

[[nodiscard]] std::string get(std::string_view name, std::string_view query) {
    testing::received_message message;
    message.method = tc3::http::method::get;
    message.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
    message.query = query;
    return run(name, message);
}

constexpr std::string_view tree = R"({"BedId":"bed-7","Tree":{"Name":"elm"})";

[[nodiscard]] std::string tree_with(std::string_view members) { return std::string(tree).append(members).append("}"); }

/// Returns the value of a path of names, "PlantSet.PlantId", through the first elements of lists; "absent" if there is none.
[[nodiscard]] std::string value_at(const std::string& json, std::string_view path) {
    auto root = json_value::parse(json);
    if (!root) return json;
    const json_value* value = &*root;
    while (!path.empty() && value != nullptr) {
        value = value->find(path.substr(0, path.find('.')));
        path.remove_prefix(std::min(path.size(), path.find('.') == std::string_view::npos ? path.size() : path.find('.') + 1));
        if (value != nullptr && !path.empty() && value->is(json_kind::array)) {
            value = value->elements().empty() ? nullptr : &value->elements().front();
        }
    }
    return value == nullptr ? "absent" : write_json(*value);
}

// ---- reading ---------------------------------------------------------------------------------------------------------------------

TEST_CASE("an api.json gives the product, its host and its actions") {
    CHECK(garden()->service == "garden");
    CHECK(garden()->version == "2024-05-06");
    CHECK(garden()->host == "garden.tencentcloudapi.com");
    CHECK(garden()->intl_host == "garden.intl.tencentcloudapi.com");
    CHECK(describe(*garden()) == "garden 2024-05-06: 6 actions");
    CHECK(describe(*load({"kitchen"}).products.front()) == "kitchen 2024-05-06: 1 action");
}

/// Replaces one text of a small valid api.json, and returns the error.
[[nodiscard]] std::string error_with(std::string_view before, std::string_view after) {
    std::string text =
        R"({"metadata":{"apiVersion":"2024-05-06","serviceShortName":"garden"},"actions":{"Dig":{"input":"In","output":"Out"}},)"
        R"("objects":{"In":{"members":[{"name":"A","type":"string","member":"string"},{"name":"B","type":"list","member":"Out"}]},)"
        R"("Out":{"members":[]}}})";
    REQUIRE(tc3_cli::read_api_json(text).has_value());
    const std::size_t position = text.find(before);
    REQUIRE(position != std::string::npos);
    text.replace(position, before.size(), after);
    const auto read = tc3_cli::read_api_json(text);
    return read ? "accepted" : read.error();
}

TEST_CASE("an api.json of another shape is an error that names the place") {
    CHECK(tc3_cli::read_api_json("[]").error() == "the file: is a list, not an object");
    CHECK(tc3_cli::read_api_json("{\"a\":").error() == "the file ends too early, at byte 5");
    CHECK(error_with(R"("metadata")", R"("meta")") == "metadata: missing");
    CHECK(error_with(R"("2024-05-06")", R"("v3")") == "metadata.apiVersion: is not a date as 2017-03-12");
    CHECK(error_with(R"("garden")", R"("gar.den")") == "metadata.serviceShortName: is not a part of a host name");
    CHECK(error_with(R"("garden")", R"("")") == "metadata.serviceShortName: is empty");
    CHECK(error_with(R"("input":"In")", R"("input":"Im")") == "actions.Dig.input: no object has the name \"Im\"");
    CHECK(error_with(R"({"input":"In","output":"Out"})", R"([])") == "actions.Dig: is a list, not an object");
    CHECK(error_with(R"("output":"Out")", R"("out":"Out")") == "actions.Dig.output: missing");
    CHECK(error_with(R"("members":[])", R"("member":[])") == "objects.Out.members: missing");
    CHECK(error_with(R"("type":"list")", R"("kind":"list")") == "objects.In.members[1].type: missing");
    CHECK(error_with(R"("type":"string")", R"("type":7)") == "objects.In.members[0].type: is a number, not a text");
    CHECK(error_with(R"("member":"Out")", R"("member":"out")") == "objects.In.members[1].member: no object has the name \"out\"");
    CHECK(error_with(R"("name":"B")", R"("name":"A")") == "objects.In.members[1].name: \"A\" is the name of an earlier member too");
    CHECK(error_with(R"("Out":{"members":[]})", R"("In":{"members":[]})") == "objects.In: occurs twice");
    CHECK(error_with(R"("name":"A")", R"("name":"A","required":"yes")") == "objects.In.members[0].required: is a text, not a boolean");
}

TEST_CASE("members of a description that are not known are ignored") {
    CHECK(error_with(R"("name":"A")", R"("name":"A","colour":[1],"required":null,"example":5)") == "accepted");
    CHECK(error_with(R"("type":"string","member":"string")", R"("type":"polygon","member":"polygon")") == "accepted");
}

TEST_CASE("a file that cannot be read is an error that names it") {
    const auto loaded = tc3_cli::load_products({file_of("garden"), file_of("desert")});
    REQUIRE_FALSE(loaded.has_value());
    CHECK(loaded.error() == file_of("desert") + ": cannot be opened: No such file or directory");
}

// ---- parameters ------------------------------------------------------------------------------------------------------------------

TEST_CASE("wrong parameters are rejected with the path of the member") {
    CHECK(post("PlantTree", R"({"BedId":"bed-7"})") == "MissingParameter: Tree is empty or missing, at byte 17 of the body");
    CHECK(post("PlantTree", R"({"BedId":null,"Tree":{"Name":"elm"}})") ==
          "MissingParameter: BedId is empty or missing, at byte 36 of the body");
    CHECK(post("PlantTree", R"({"BedId":"bed-7","Tree":{}})") == "MissingParameter: Tree.Name is empty or missing, at byte 26 of the body");
    CHECK(post("PlantTree", tree_with(R"(,"Leaf":1)")) == "UnknownParameter: Leaf is not a known member, at byte 46 of the body");
    CHECK(post("DescribePlants", R"({"Filters":[{"Name":"a","Values":[]},{"Name":"b","Values":["c",5]}]})") ==
          "InvalidParameter: Filters[1].Values[1] has another type than expected: found a number, at byte 63 of the body");
    CHECK(post("DescribePlants", R"({"Filters":[{"Name":"a","Values":[],"Value":1}]})") ==
          "UnknownParameter: Filters[0].Value is not a known member, at byte 44 of the body");
    CHECK(post("DescribePlants", R"({"Filters":[{"Name":"a"}]})") ==
          "MissingParameter: Filters[0].Values is empty or missing, at byte 24 of the body");
    CHECK(post("DescribePlants", R"({"Limit":1,"Limit":2})") == "InvalidParameter: Limit occurs twice, at byte 19 of the body");
    CHECK(post("DescribePlants", R"({"PlantIds":[null]})").starts_with("InvalidParameter: PlantIds[0] has another type"));
}

TEST_CASE("numbers have to fit their type") {
    CHECK(post("DescribePlants", R"({"Offset":-1,"Limit":18446744073709551615})").starts_with("{"));
    CHECK(post("DescribePlants", R"({"Offset":9223372036854775808})").starts_with("InvalidParameterValue: Offset is out of range"));
    CHECK(post("DescribePlants", R"({"Limit":-1})").starts_with("InvalidParameterValue: Limit is out of range"));
    CHECK(post("DescribePlants", R"({"Limit":1.5})").starts_with("InvalidParameter: Limit has another type"));
    CHECK(post("DescribePlants", R"({"Limit":"1"})").starts_with("InvalidParameter: Limit has another type"));
    CHECK(post("PlantTree", tree_with(R"(,"Depth":2)")).starts_with("{"));
    CHECK(post("PlantTree", tree_with(R"(,"Depth":"2")")).starts_with("InvalidParameter: Depth has another type"));
}

TEST_CASE("null, hidden members and members of an unknown type are accepted") {
    CHECK(post("PlantTree", tree_with(R"(,"IsWatered":null,"Note":"dry","Picture":"aGk=","Shape":[[0,1]])")).starts_with("{"));
    CHECK(post("PlantTree", tree_with(R"(,"IsWatered":"true")")).starts_with("InvalidParameter: IsWatered has another type"));
}

TEST_CASE("a body that is not one JSON object is rejected") {
    CHECK(post("DescribePlants", "") == "InvalidParameter: body ends too early, at byte 0");
    CHECK(post("DescribePlants", "[]") == "InvalidParameter: body has another type than expected: found a list, at byte 0");
    CHECK(post("DescribePlants", "{} ").starts_with("{"));
    CHECK(post("DescribePlants", "{}x").starts_with("InvalidParameter: body continues"));
    CHECK(post("DescribePlants", "{\"\xC3\xA9\":1}").starts_with("UnknownParameter: a member is not"));
}

TEST_CASE("a POST needs the Content-Type of JSON") {
    CHECK(post("DescribePlants", "{}", "application/json; charset=utf-8").starts_with("{"));
    CHECK(post("DescribePlants", "{}", "application/x-www-form-urlencoded").starts_with("InvalidRequest: "));
}

TEST_CASE("a query has lists, and texts that look like numbers") {
    CHECK(value_at(get("PlantTree", "BedId=12&Tree.Name=true&Tree.Beds.0=1&Depth=2.5"), "Tree") != "absent");
    CHECK(value_at(get("PlantTree", "BedId=12&Tree.Name=true"), "BedId") == "\"12\"");
    CHECK(get("DescribePlants", "Filters.0.Name=zone&Filters.0.Values.0=3&Limit=7").starts_with("{"));
    CHECK(get("DescribePlants", "Limit=seven") == "InvalidParameter: Limit has another type than expected: found a text");
    CHECK(get("DescribePlants", "Filters.0.Name=zone") == "MissingParameter: Filters[0].Values is empty or missing");
    CHECK(get("DescribePlants", "Leaf=1") == "UnknownParameter: Leaf is not a known member");
    CHECK(get("DescribePlants", "").starts_with("{"));
}

// ---- outputs ---------------------------------------------------------------------------------------------------------------------

TEST_CASE("the first valid example is the output, without members that are not described") {
    CHECK(post("GetWeather", "{}") == R"({"StationId":"station-1","Sky":"clear","Degrees":[20.5,21]})");
}

TEST_CASE("an example has the ids of the input") {
    CHECK(post("GetWeather", R"({"StationId":"station-9"})") == R"({"StationId":"station-9","Sky":"clear","Degrees":[20.5,21]})");
}

TEST_CASE("an output without an example has one element in lists, totals that fit, and values by name and example") {
    const std::string output = post("DescribePlants", "{}");
    CHECK(value_at(output, "TotalCount") == "1");
    CHECK(value_at(output, "PlantSet.Name") == "\"oak\"");
    CHECK(value_at(output, "PlantSet.PlantId").starts_with("\"plant-"));
    CHECK(value_at(output, "PlantSet.PlantedTime") == "\"2024-01-02T03:04:05+00:00\"");
    CHECK(value_at(output, "PlantSet.Beds") == "[4]");
    CHECK(value_at(output, "NextToken") == "\"\"");
    CHECK(value_at(output, "RequestId") == "absent");
    CHECK(output == post("DescribePlants", "{}"));
}

TEST_CASE("an output takes values of the input over") {
    CHECK(value_at(post("PlantTree", tree_with("")), "BedId") == "\"bed-7\"");
    const std::string output = post("PlantTree", R"({"BedId":"bed-7","Tree":{"Name":"elm","Beds":[]}})");
    CHECK(value_at(output, "Tree.Name") == "\"elm\"");
    CHECK(value_at(output, "Tree.Beds") == "[]");
    CHECK(value_at(output, "Tree.PlantId") != "absent");
    CHECK(value_at(output, "PlantId") == "\"plant-4x2\"");
    CHECK(value_at(post("PlantTree", tree_with(R"(,"Depth":2.5)")), "Depth") == "\"depth\"");  // a number there, a text here
    CHECK(value_at(post("DescribePlants", R"({"PlantIds":["plant-5","plant-6"]})"), "PlantSet.PlantId") == "\"plant-5\"");
    CHECK(post("SwapSeed", R"({"Weight":2.50})") == R"({"Weight":2.50})");
}

TEST_CASE("loops over pages end") {
    CHECK(value_at(post("DescribePlants", R"({"Offset":20})"), "PlantSet") == "[]");
    CHECK(value_at(post("DescribePlants", R"({"Offset":0})"), "PlantSet") != "[]");
    CHECK(tc3_cli::is_later_page(*json_value::parse(R"({"PageNumber":2})")));
    CHECK_FALSE(tc3_cli::is_later_page(*json_value::parse(R"({"PageNumber":1,"NextToken":""})")));
    CHECK(tc3_cli::is_later_page(*json_value::parse(R"({"NextToken":"a"})")));
    CHECK(tc3_cli::is_later_page(*json_value::parse(R"({"Offset":"20"})")));
}

TEST_CASE("an object that contains itself ends") {
    CHECK(post("GetBranch", "{}") == R"({"Branch":{"Length":1,"Branches":[],"Longest":null}})");
}

TEST_CASE("an output of very many objects is cut off") {
    // Each object has three of the next one: 3^15 objects.
    std::string objects;
    for (int level = 0; level < 16; ++level) {
        const std::string name = "Level" + std::to_string(level);
        const std::string next = "Level" + std::to_string(level + 1);
        objects += ",\"" + name + "\":{\"members\":[";
        for (const std::string member : {"A", "B", "C"}) {
            objects += (member == "A" ? "" : ",") + ("{\"name\":\"" + member + "\",\"type\":\"object\",\"member\":\"" + next + "\"}");
        }
        objects += "]}";
    }
    const auto read =
        tc3_cli::read_api_json(R"({"metadata":{"apiVersion":"2024-05-06","serviceShortName":"tall"},)"
                               R"("actions":{"Climb":{"input":"Level16","output":"Level0"}},"objects":{"Level16":{"members":[]})" +
                               objects + "}}");
    REQUIRE(read.has_value());
    const json_value output = tc3_cli::make_plausible_output(*read, read->actions.front(), json_value::object());
    CHECK(write_json(output).size() < 200'000);
}

TEST_CASE("a plausible input is accepted by its action") {
    for (const auto& action : garden()->actions) {
        const json_value input = tc3_cli::make_plausible_input(*garden(), action);
        const std::string output = post(action.name, write_json(input));
        CAPTURE(action.name);
        CAPTURE(output);
        CHECK(output.starts_with("{"));
    }
    CHECK(write_json(tc3_cli::make_plausible_input(*garden(), action_of(*garden(), "DescribePlants"))) == "{}");
}

// ---- names that collide ----------------------------------------------------------------------------------------------------------

/// Returns the output of an action that is called through the emulator, signed, without its RequestId; or the error's code.
[[nodiscard]] std::string call_signed(testing::emulator& service, const tc3::action& action, std::string_view json,
                                      std::string_view region = "ap-singapore") {
    const tc3::client_profile profile{.credential = {"AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE", "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE"},
                                      .region = std::string(region)};
    const auto request = tc3::make_request({action, json}, profile, {1700000000});
    REQUIRE(request.has_value());
    const auto body = json_value::parse((*service(request->view())).body);
    REQUIRE(body.has_value());
    json_value response = *body->find("Response");
    if (const json_value* error = response.find("Error")) return error->find("Code")->text();
    CHECK(response.find("RequestId") != nullptr);
    response.remove("RequestId");
    return write_json(response);
}

TEST_CASE("versions of a product and products with the same action name are served together") {
    testing::emulator service([] { return tc3::unix_time{1700000000}; }, [] { return std::string(); });
    service.add_credential("AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE", "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE");
    const auto loaded = load({"garden", "garden_later", "kitchen"});
    CHECK(loaded.messages.empty());
    for (const auto& each : loaded.products) service.serve(tc3_cli::actions_of(each));

    CHECK(call_signed(service, {"garden", "2024-05-06", "GetWeather"}, "{}").starts_with(R"({"StationId")"));
    CHECK(call_signed(service, {"garden", "2025-01-01", "GetWeather"}, R"({"Day":"2025-02-03"})") == R"({"Humidity":70})");
    CHECK(call_signed(service, {"kitchen", "2024-05-06", "GetWeather"}, "{}") == R"({"IsSteamy":true})");
    CHECK(call_signed(service, {"garden", "2025-01-01", "GetWeather"}, "{}") == "MissingParameter");
    CHECK(call_signed(service, {"garden", "2025-01-01", "PlantTree"}, "{}") == "NoSuchVersion");
    CHECK(call_signed(service, {"kitchen", "2024-05-06", "PlantTree"}, "{}") == "InvalidAction");
}

TEST_CASE("a request without a region is accepted") {
    testing::emulator service([] { return tc3::unix_time{1700000000}; }, [] { return std::string(); });
    service.add_credential("AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE", "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE");
    service.serve(tc3_cli::actions_of(load({"kitchen"}).products.front()));
    const tc3::action action{.service = "kitchen", .version = "2024-05-06", .name = "GetWeather", .needs_region = false};
    CHECK(call_signed(service, action, "{}", "") == R"({"IsSteamy":true})");
}

TEST_CASE("a later file of the same service and version replaces the earlier one") {
    const auto loaded = load({"garden", "kitchen", "garden"});
    CHECK(loaded.products.size() == 2);
    REQUIRE(loaded.messages.size() == 1);
    CHECK(loaded.messages[0] == "two files describe garden 2024-05-06: the later one, with 6 actions, replaces the earlier one, with 6");
}

TEST_CASE("names that differ only in case are different objects") {
    CHECK(post("CountSeeds", R"({"Number":3})").starts_with(R"({"Weight":)"));
    CHECK(post("CountSeeds", R"({"Weight":3})").starts_with("UnknownParameter: Weight"));
}

}  // namespace
