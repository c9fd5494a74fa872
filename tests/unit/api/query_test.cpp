// SPDX-License-Identifier: MIT
// The query of a GET request: flattened, encoded, sorted and bounded; compared with a second implementation over nlohmann::json.
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

std::string flattened(std::string_view json) {
    std::string text;
    const auto written = tc3::flatten_json(text, json);
    return written ? text : "invalid";
}

std::string query_of(std::string_view json) { return tc3::make_query(json).value_or("invalid"); }

}  // namespace

TEST_CASE("a member becomes a pair; objects and arrays extend the key") {
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
        {R"({"A":["x",null,"z"]})", "A.0=x&A.2=z"},  // null counts as an element
        {R"({"A":[null,{"B":null},[null],3]})", "A.3=3"},
        {R"({"A":null,"B":1})", "B=1"},
        {R"({"A":[],"B":{},"C":[[],{}],"D":[1]})", "D.0=1"},  // empty containers are left out
        {R"({"A":[[],"x",{},"y"]})", "A.1=x&A.3=y"},          // and count as elements
        {R"({"A":""})", "A="},                                // an empty string is written
        {R"({"A":["",""]})", "A.0=&A.1="},
        {R"({"A":true,"B":false})", "A=true&B=false"},
        {R"({"A":-1,"B":1.50,"C":1e2,"D":1E+2,"E":18446744073709551616})", "A=-1&B=1.50&C=1e2&D=1E%2B2&E=18446744073709551616"},
        {R"({"A":"a b&c=d/e?f#g+h%i"})", "A=a%20b%26c%3Dd%2Fe%3Ff%23g%2Bh%25i"},
        {R"x({"A":"-._~*!'()"})x", "A=-._~%2A%21%27%28%29"},
        {"{\"A\":\"\xe4\xbd\xa0\"}", "A=%E4%BD%A0"},
        {R"({"A":"\u4f60\ud83d\ude00\n\u0000"})", "A=%E4%BD%A0%F0%9F%98%80%0A%00"},
        {"{\"\xc3\xa4 b\":1}", "%C3%A4%20b=1"},  // names are encoded
        {R"({"a&b":1,"c=d":2,"e.f":{"g":3}})", "a%26b=1&c%3Dd=2&e.f.g=3"},
        {R"({"":"x","A":{"":"y"}})", "=x&A.=y"},
        {" {\r\n\t\"A\" : [ 1 , { \"B\" : \"x\" } ] } ", "A.0=1&A.1.B=x"},
    };
    for (const query_case& row : cases) {
        const std::string_view json = row.json;
        CAPTURE(json);
        CHECK(flattened(json) == row.query);
        CHECK(query_of(json) == row.query);  // all cases are in order already
    }
}

TEST_CASE("pairs are sorted by the bytes of their encoded keys, without '=' and value") {
    struct order_case {
        std::string_view json;
        std::string_view query;
    };
    const order_case cases[] = {
        {R"({"b":1,"a":2})", "a=2&b=1"},
        {R"({"a-b":1,"a":2})", "a=2&a-b=1"},  // although '=' is greater than '-'
        {R"({"a.b":1,"a":2,"a-":3,"a0":4})", "a=2&a-=3&a.b=1&a0=4"},
        {R"({"a":1,"B":2,"_":3,"~":4})", "B=2&_=3&a=1&~=4"},
        {"{\"z\":1,\"\xc3\xa4\":2,\"0\":3}", "%C3%A4=2&0=3&z=1"},  // '%' of the escape counts, not the character
        {R"({"A":[0,1,2,3,4,5,6,7,8,9,10,11]})", "A.0=0&A.1=1&A.10=10&A.11=11&A.2=2&A.3=3&A.4=4&A.5=5&A.6=6&A.7=7&A.8=8&A.9=9"},
        {R"({"a":2,"a":1,"a":2})", "a=2&a=1&a=2"},  // equal keys keep their order
        {R"({"c":0,"a.b":1,"a":{"b":0}})", "a.b=1&a.b=0&c=0"},
        {R"({"b":"&a=1","a":"="})", "a=%3D&b=%26a%3D1"},
    };
    for (const order_case& row : cases) {
        const std::string_view json = row.json;
        CAPTURE(json);
        CHECK(query_of(json) == row.query);
    }
}

TEST_CASE("write_sorted_query() sorts pairs without encoding or decoding them") {
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

TEST_CASE("make_query() fails for text that is not one JSON object, with the position of the error") {
    struct invalid_case {
        std::string_view json;
        errc code;
        std::size_t position;
    };
    const invalid_case cases[] = {
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
    for (const invalid_case& row : cases) {
        const std::string_view json = row.json;
        CAPTURE(json);
        const auto query = tc3::make_query(json);
        REQUIRE_FALSE(query);
        CHECK(query.error() == tc3::error{.code = row.code, .part = "body", .position = row.position});
    }
}

TEST_CASE("make_query() fails for more than 64 levels of nesting") {
    const auto nest = [](std::size_t depth) {
        std::string text = "{\"a\":";
        for (std::size_t i = 1; i < depth; ++i) text += '[';
        return text + "1" + std::string(depth - 1, ']') + "}";
    };
    CHECK(query_of(nest(64)).ends_with(".0.0=1"));
    for (const std::size_t depth : {std::size_t{65}, std::size_t{1000}, std::size_t{100000}}) {
        const auto query = tc3::make_query(nest(depth));
        REQUIRE_FALSE(query);
        CHECK(query.error() == tc3::error{.code = errc::too_deep, .part = "body", .position = 68, .limit = 64});
    }
}

TEST_CASE("a query has at most 32 KB; the error for a longer one gives its size") {
    for (const std::size_t size : {tc3::largest_query, tc3::largest_query + 1, tc3::largest_body}) {
        const auto query = tc3::make_query(R"({"A":")" + std::string(size - 2, 'x') + "\"}");
        CHECK(query.has_value() == (size == tc3::largest_query));
        if (!query) CHECK(query.error() == tc3::error{.code = errc::too_large, .part = "query", .needed = size, .limit = 32768});
    }
}

TEST_CASE("a query that would be huge is not written, nor counted to its end") {
    // 500,000 pairs, each with a key of 500,000 characters, are 250 GB.
    std::string json = "{\"" + std::string(500000, 'k') + "\":[1";
    for (int i = 0; i < 500000; ++i) json += ",1";
    const auto query = tc3::make_query(json + "]}");
    REQUIRE_FALSE(query);
    CHECK(query.error().code == errc::too_large);
    CHECK(query.error().needed > tc3::largest_body);
    CHECK(query.error().needed < 2 * tc3::largest_body);
}

// ---- a second implementation --------------------------------------------------------------------------------------------------

namespace {

using pairs = std::multimap<std::string, std::string>;  // keeps the order of equal keys

std::string percent(const std::string& text) {
    std::string encoded;
    for (const char c : text) {
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~') {
            encoded += c;
        } else {
            char escape[4] = {};
            std::snprintf(escape, sizeof escape, "%%%02X", static_cast<unsigned>(static_cast<unsigned char>(c)));
            encoded += escape;
        }
    }
    return encoded;
}

void flatten(const nlohmann::ordered_json& value, const std::string& key, pairs& out) {
    const std::string prefix = key.empty() ? "" : key + ".";
    if (value.is_object()) {
        for (const auto& [name, member] : value.items()) flatten(member, prefix + percent(name), out);
    } else if (value.is_array()) {
        for (std::size_t i = 0; i < value.size(); ++i) flatten(value[i], prefix + std::to_string(i), out);
    } else if (value.is_string()) {
        out.emplace(key, percent(value.get<std::string>()));
    } else if (!value.is_null()) {
        out.emplace(key, percent(value.dump()));
    }
}

std::string reference_query(const nlohmann::ordered_json& value) {
    pairs sorted;
    flatten(value, "", sorted);
    std::string query;
    for (const auto& [key, text] : sorted) query += (query.empty() ? "" : "&") + key + "=" + text;
    return query;
}

std::string random_name(support::random_input& random) {
    constexpr std::string_view pieces[] = {"a", "b", "A", "-", ".", "0", "~", " ", "=", "&", "\xc3\xa4", "\"", "\n"};
    std::string text = "k";  // flatten() takes an empty key for the outermost object
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
        case 5: return static_cast<std::int64_t>(random.bits());
        case 6: return static_cast<double>(random.number(0, 1000)) / 8;
        case 7: return "";
        default: return random_name(random);
    }
}

}  // namespace

TEST_CASE("a random object becomes the query of the second implementation") {
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
