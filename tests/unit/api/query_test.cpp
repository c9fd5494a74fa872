// SPDX-License-Identifier: MIT
// The query of a GET request: flattened, encoded, sorted, bounded; and a second flattener over nlohmann's JSON.
#include "../../support/random.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <map>
#include <string>
#include <string_view>

using tc3::errc;

namespace {

std::string flat(std::string_view json) {
    std::string text;
    const auto made = tc3::flatten_json(text, json);
    return made ? text : "refused";
}

std::string query_of(std::string_view json) { return tc3::make_query(json).value_or("refused"); }

}  // namespace

TEST_CASE("objects, arrays and scalars become pairs") {
    struct query_case {
        std::string_view json;
        std::string_view query;
    };
    const query_case cases[] = {
        {"{}", ""},
        {R"({"A":"x"})", "A=x"},
        {R"({"Limit":10,"Offset":0})", "Limit=10&Offset=0"},
        {R"({"A":{"B":{"C":1}}})", "A.B.C=1"},
        {R"({"A":[[1,2],[3]]})", "A.0.0=1&A.0.1=2&A.1.0=3"},
        {R"({"Filters":[{"Name":"zone","Values":["ap-guangzhou-1"]}]})", "Filters.0.Name=zone&Filters.0.Values.0=ap-guangzhou-1"},
        {R"({"A":["x",null,"z"]})", "A.0=x&A.2=z"},  // null keeps its index
        {R"({"A":[null,{"B":null},[null],3]})", "A.3=3"},
        {R"({"A":null,"B":1})", "B=1"},
        {R"({"A":[],"B":{},"C":[[],{}],"D":[1]})", "D.0=1"},  // empty containers vanish
        {R"({"A":[[],"x",{},"y"]})", "A.1=x&A.3=y"},          // and keep their index too
        {R"({"A":""})", "A="},                                // an empty text stays
        {R"({"A":["",""]})", "A.0=&A.1="},
        {R"({"A":true,"B":false})", "A=true&B=false"},
        {R"({"A":-1,"B":1.50,"C":1e2,"D":1E+2,"E":18446744073709551616})", "A=-1&B=1.50&C=1e2&D=1E%2B2&E=18446744073709551616"},
        {R"({"A":"a b&c=d/e?f#g+h%i"})", "A=a%20b%26c%3Dd%2Fe%3Ff%23g%2Bh%25i"},
        {R"x({"A":"-._~*!'()"})x", "A=-._~%2A%21%27%28%29"},
        {"{\"A\":\"\xe4\xbd\xa0\"}", "A=%E4%BD%A0"},
        {R"({"A":"\u4f60\ud83d\ude00\n\u0000"})", "A=%E4%BD%A0%F0%9F%98%80%0A%00"},
        {"{\"\xc3\xa4 b\":1}", "%C3%A4%20b=1"},  // names are encoded too
        {R"({"a&b":1,"c=d":2,"e.f":{"g":3}})", "a%26b=1&c%3Dd=2&e.f.g=3"},
        {R"({"":"x","A":{"":"y"}})", "=x&A.=y"},
        {" {\r\n\t\"A\" : [ 1 , { \"B\" : \"x\" } ] } ", "A.0=1&A.1.B=x"},
    };
    for (const query_case& row : cases) {
        const std::string_view json = row.json;
        CAPTURE(json);
        CHECK(flat(json) == row.query);
        CHECK(query_of(json) == row.query);  // all of these stand in order
    }
}

TEST_CASE("pairs are sorted by the bytes of their encoded keys, the sign between key and value apart") {
    struct order_case {
        std::string_view json;
        std::string_view query;
    };
    const order_case cases[] = {
        {R"({"b":1,"a":2})", "a=2&b=1"},
        {R"({"a-b":1,"a":2})", "a=2&a-b=1"},  // though '=' is beyond '-'
        {R"({"a.b":1,"a":2,"a-":3,"a0":4})", "a=2&a-=3&a.b=1&a0=4"},
        {R"({"a":1,"B":2,"_":3,"~":4})", "B=2&_=3&a=1&~=4"},
        {"{\"z\":1,\"\xc3\xa4\":2,\"0\":3}", "%C3%A4=2&0=3&z=1"},  // by the escape, not by the character
        {R"({"A":[0,1,2,3,4,5,6,7,8,9,10,11]})", "A.0=0&A.1=1&A.10=10&A.11=11&A.2=2&A.3=3&A.4=4&A.5=5&A.6=6&A.7=7&A.8=8&A.9=9"},
        {R"({"a":2,"a":1,"a":2})", "a=2&a=1&a=2"},  // equal keys stay in the order of the text
        {R"({"c":0,"a.b":1,"a":{"b":0}})", "a.b=1&a.b=0&c=0"},
        {R"({"b":"&a=1","a":"="})", "a=%3D&b=%26a%3D1"},
    };
    for (const order_case& row : cases) {
        const std::string_view json = row.json;
        CAPTURE(json);
        CHECK(query_of(json) == row.query);
    }
}

TEST_CASE("sorting takes any list of pairs as it is") {
    const auto sorted = [](std::string_view query) {
        std::string text;
        tc3::write_sorted_query(text, query);
        return text;
    };
    CHECK(sorted("").empty());
    CHECK(sorted("b") == "b");
    CHECK(sorted("b&a=1&a") == "a=1&a&b");
    CHECK(sorted("b=%3D&a=x=y") == "a=x=y&b=%3D");
    CHECK(sorted("\xff=1&\x01=2") == "\x01=2&\xff=1");
}

TEST_CASE("what is no JSON object makes no query, and the place of the fault is told") {
    struct refused_case {
        std::string_view json;
        errc code;
        std::size_t at;
    };
    const refused_case cases[] = {
        {"", errc::unexpected_end, 0},
        {"[1]", errc::wrong_type, 0},
        {"\"x\"", errc::wrong_type, 0},
        {"null", errc::wrong_type, 0},
        {"{", errc::unexpected_end, 1},
        {R"({"a":})", errc::unexpected_character, 5},
        {R"({"a":1}x)", errc::trailing_characters, 7},
        {R"({"a":[1,]})", errc::unexpected_character, 8},
        {R"({"a":01})", errc::bad_number, 5},
        {"{\"a\":\"\xff\"}", errc::invalid_utf8, 6},
        {"{\"\xff\":1}", errc::invalid_utf8, 2},
        {R"({"a":"\ud800"})", errc::lone_surrogate, 6},
    };
    for (const refused_case& row : cases) {
        const std::string_view json = row.json;
        CAPTURE(json);
        const auto made = tc3::make_query(json);
        REQUIRE_FALSE(made);
        CHECK(made.error() == tc3::error{.code = row.code, .part = "body", .position = row.at});
    }
}

TEST_CASE("nesting is bounded") {
    const auto nest = [](std::size_t depth) {
        std::string text = "{\"a\":";
        for (std::size_t i = 1; i < depth; ++i) text += '[';
        return text + "1" + std::string(depth - 1, ']') + "}";
    };
    CHECK(query_of(nest(64)).ends_with(".0.0=1"));
    for (const std::size_t depth : {std::size_t{65}, std::size_t{1000}, std::size_t{100000}}) {
        const auto made = tc3::make_query(nest(depth));
        REQUIRE_FALSE(made);
        CHECK(made.error() == tc3::error{.code = errc::too_deep, .part = "body", .position = 68, .limit = 64});
    }
}

TEST_CASE("a query of 32 KB is made, a longer one is refused with its size") {
    for (const std::size_t size : {tc3::largest_query, tc3::largest_query + 1, tc3::largest_body}) {
        const auto made = tc3::make_query(R"({"A":")" + std::string(size - 2, 'x') + "\"}");
        CHECK(made.has_value() == (size == tc3::largest_query));
        if (!made) CHECK(made.error() == tc3::error{.code = errc::too_large, .part = "query", .needed = size, .limit = 32768});
    }
}

TEST_CASE("a small question that makes a huge query costs little") {
    // 500,000 pairs of a key of 500,000 characters each: 250 GB if they were written.
    std::string json = "{\"" + std::string(500000, 'k') + "\":[1";
    for (int i = 0; i < 500000; ++i) json += ",1";
    const auto made = tc3::make_query(json + "]}");
    REQUIRE_FALSE(made);
    CHECK(made.error().code == errc::too_large);
    CHECK(made.error().needed > tc3::largest_body);
    CHECK(made.error().needed < 2 * tc3::largest_body);
}

// ---- a second flattener ------------------------------------------------------------------------------------------------------------

namespace {

using pairs = std::multimap<std::string, std::string>;  // equal keys stay in the order in which they came

std::string percent(const std::string& text) {
    std::string made;
    for (const char c : text) {
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~') {
            made += c;
        } else {
            char escape[4] = {};
            std::snprintf(escape, sizeof escape, "%%%02X", static_cast<unsigned>(static_cast<unsigned char>(c)));
            made += escape;
        }
    }
    return made;
}

void flatten(const nlohmann::ordered_json& value, const std::string& key, pairs& out) {
    const std::string before = key.empty() ? "" : key + ".";
    if (value.is_object()) {
        for (const auto& [name, member] : value.items()) flatten(member, before + percent(name), out);
    } else if (value.is_array()) {
        for (std::size_t i = 0; i < value.size(); ++i) flatten(value[i], before + std::to_string(i), out);
    } else if (value.is_string()) {
        out.emplace(key, percent(value.get<std::string>()));
    } else if (!value.is_null()) {
        out.emplace(key, percent(value.dump()));
    }
}

std::string reference_query(const nlohmann::ordered_json& value) {
    pairs found;
    flatten(value, "", found);
    std::string text;
    for (const auto& [key, encoded] : found) text += (text.empty() ? "" : "&") + key + "=" + encoded;
    return text;
}

std::string random_name(support::random_input& random) {
    constexpr std::string_view pieces[] = {"a", "b", "A", "-", ".", "0", "~", " ", "=", "&", "\xc3\xa4", "\"", "\n"};
    std::string text = "k";  // the reference takes an empty key for the outermost object
    for (std::size_t count = random.number(0, 3); count > 0; --count) text += pieces[random.number(0, std::size(pieces) - 1)];
    return text;
}

nlohmann::ordered_json random_json(support::random_input& random, std::size_t depth) {
    switch (random.number(depth == 0 ? 3 : 0, 9)) {
        case 0:
        case 1: {
            auto object = nlohmann::ordered_json::object();
            for (std::size_t count = random.number(0, 5); count > 0; --count) object[random_name(random)] = random_json(random, depth - 1);
            return object;
        }
        case 2: {
            auto array = nlohmann::ordered_json::array();
            for (std::size_t count = random.number(0, 13); count > 0; --count) array.push_back(random_json(random, depth - 1));
            return array;
        }
        case 3: return nullptr;
        case 4: return random.flip();
        case 5: return static_cast<std::int64_t>(random.number(0, ~std::uint64_t{0}));
        case 6: return static_cast<double>(random.number(0, 1000)) / 8;
        case 7: return "";
        default: return random_name(random);
    }
}

}  // namespace

TEST_CASE("any object becomes the query that another flattener makes of it") {
    support::random_input random(41);
    std::size_t compared = 0;
    for (int i = 0; i < 3000; ++i) {
        nlohmann::ordered_json json = nlohmann::ordered_json::object();
        for (std::size_t count = random.number(0, 8); count > 0; --count) json[random_name(random)] = random_json(random, 4);
        const std::string expected = reference_query(json);
        if (expected.size() > tc3::largest_query) continue;
        ++compared;
        REQUIRE(query_of(json.dump(random.flip() ? -1 : 1, ' ', random.flip())) == expected);
    }
    CHECK(compared > 2000);
}
