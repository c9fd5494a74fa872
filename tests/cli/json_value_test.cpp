// SPDX-License-Identifier: MIT
// JSON values in memory: what is read, what is refused, and the exact text that is written.
#include "json_value.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>

namespace {

using tc3_cli::json_kind;
using tc3_cli::json_value;
using tc3_cli::write_json;

[[nodiscard]] json_value parsed(std::string_view text) {
    auto value = json_value::parse(text);
    REQUIRE(value.has_value());
    return *std::move(value);
}

[[nodiscard]] std::string error_of(std::string_view text) {
    const auto value = json_value::parse(text);
    REQUIRE_FALSE(value.has_value());
    return value.error();
}

[[nodiscard]] std::string nested(std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); }

TEST_CASE("JSON values are read with their types") {
    const json_value value = parsed(R"( {"A": null, "B": true, "C": -1.50e3, "D": "a\u00e9\n", "E": [1, "2", []], "F": {}} )");
    REQUIRE(value.is(json_kind::object));
    CHECK(value.find("A")->is(json_kind::null));
    CHECK(value.find("B")->boolean());
    CHECK(value.find("C")->kind() == json_kind::number);
    CHECK(value.find("C")->text() == "-1.50e3");
    CHECK(value.find("D")->text() == "a\xC3\xA9\n");
    CHECK(value.find("E")->elements().size() == 3);
    CHECK(value.find("F")->is(json_kind::object));
    CHECK(value.find("G") == nullptr);
    CHECK(value.find("D")->find("A") == nullptr);
}

TEST_CASE("members keep their order and duplicates, and the last one is found") {
    const json_value value = parsed(R"({"B":1,"A":2,"B":3})");
    CHECK(write_json(value) == R"({"B":1,"A":2,"B":3})");
    CHECK(value.find("B")->text() == "3");
}

TEST_CASE("a number keeps digits that no double has") {
    CHECK(write_json(parsed("[123456789012345678901234567890,0.10]")) == "[123456789012345678901234567890,0.10]");
}

TEST_CASE("invalid JSON is an error that names the byte") {
    CHECK(error_of(R"({"A":1)") == "ends too early, at byte 6");
    CHECK(error_of("[1,]").ends_with(", at byte 3"));
    CHECK(error_of("{} {}").ends_with(", at byte 3"));
    CHECK(error_of("").ends_with(", at byte 0"));
    CHECK(error_of("[\"\xFF\"]").ends_with(", at byte 2"));
    CHECK(error_of("[01]").ends_with(", at byte 1"));
}

TEST_CASE("nesting up to the limit is read, and one level more is an error") {
    CHECK(parsed(nested(json_value::deepest)).is(json_kind::array));
    CHECK(error_of(nested(json_value::deepest + 1)).find("the limit is 64, at byte 64") != std::string::npos);
}

TEST_CASE("values are built and changed") {
    json_value value = json_value::object({{"A", json_value::number(12)}, {"B", "text"}, {"C", true}, {"A", json_value()}});
    value.set("A", json_value::array({"x", json_value::number("1.5")}));
    value.set("D", false);
    CHECK(value.find("A")->elements().size() == 2);
    value.find("A")->elements().pop_back();
    value.remove("C");
    CHECK(value ==
          json_value::object({{"A", json_value::number(12)}, {"B", parsed("\"text\"")}, {"A", json_value::array({"x"})}, {"D", false}}));
}

TEST_CASE("text that is no number makes null") {
    CHECK(json_value::number("0x1").is(json_kind::null));
    CHECK(json_value::number("").is(json_kind::null));
    CHECK(json_value::number(-7).text() == "-7");
}

TEST_CASE("text is written as valid JSON, with bytes replaced that are not UTF-8") {
    CHECK(write_json(json_value("a\"\\\n\x01/")) == R"("a\"\\\n\u0001/")");
    CHECK(write_json(json_value("a\xFF\xC3z")) == "\"a\xEF\xBF\xBD\xEF\xBF\xBDz\"");
    CHECK(write_json(json_value::object({{"\xFF", true}})) == "{\"\xEF\xBF\xBD\":true}");
}

}  // namespace
