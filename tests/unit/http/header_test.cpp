// SPDX-License-Identifier: MIT
// Headers: what may not stand in one, and lists packed into one text.
#include "../../support/random.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <iterator>
#include <string>
#include <string_view>
#include <vector>

using tc3::errc;
using tc3::http::header;
using tc3::http::header_list;

namespace {

bool same(const header& a, const header& b) { return a.name == b.name && a.value == b.value && a.sensitive == b.sensitive; }

std::string packed(const std::vector<header>& fields) {
    std::string text;
    for (const header& field : fields) header_list::pack(text, field);
    return text;
}

std::string text_of(const tc3::error& error) {
    std::string text;
    tc3::write_error(text, error);
    return text;
}

}  // namespace

static_assert(std::input_iterator<header_list::iterator>);

TEST_CASE("a well-formed header passes") {
    const header fields[] = {
        {"Host", "cvm.tencentcloudapi.com"},
        {"X-Custom", ""},
        {"!#$%&'*+-.^_`|~09azAZ", "any \t!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"},
        {" Host\t", "\t blanks around and  within \t"},
        {"X-Name", "\xe8\x85\xbe\xe8\xae\xaf"},
    };
    for (const header& field : fields) CHECK(tc3::validate_header(field));
}

TEST_CASE("a header without a name is refused") {
    for (const std::string_view name : {"", " ", "\t \t"}) {
        const auto valid = tc3::validate_header({name, "value"});
        REQUIRE_FALSE(valid);
        CHECK(valid.error() == tc3::error{.code = errc::missing, .part = "header name"});
    }
}

TEST_CASE("only characters of a token stand in a name, at any position") {
    const std::string name = "X-Name";
    for (int i = 0; i < 256; ++i) {
        const char c = static_cast<char>(i);
        for (std::size_t at = 0; at <= name.size(); ++at) {
            std::string changed = name;
            changed.insert(at, 1, c);
            const bool trimmed = tc3::ascii::is_blank(c) && (at == 0 || at == name.size());
            const auto valid = tc3::validate_header({changed, "value"});
            REQUIRE(valid.has_value() == (trimmed || tc3::ascii::is_token(c)));
            if (valid) continue;
            CHECK(valid.error() == tc3::error{.code = errc::forbidden_character, .part = "header name", .position = at});
        }
    }
}

TEST_CASE("neither a control character nor half a character stands in a value, at any position") {
    const std::string value = "some-secret-value";
    for (int i = 0; i < 256; ++i) {
        const char c = static_cast<char>(i);
        for (std::size_t at = 0; at <= value.size(); ++at) {
            std::string changed = value;
            changed.insert(at, 1, c);
            const bool control = (i < 32 && c != '\t') || i == 127;
            const auto valid = tc3::validate_header({"X-Name", changed});
            REQUIRE(valid.has_value() == (!control && i < 128));
            if (valid) continue;
            const errc code = control ? errc::forbidden_character : errc::invalid_utf8;
            CHECK(valid.error() == tc3::error{.code = code, .part = "header value", .position = at, .name = "X-Name"});
            CHECK(text_of(valid.error()).find("secret") == std::string::npos);
        }
    }
}

TEST_CASE("a list yields what was packed") {
    support::random_input random(8);
    for (int i = 0; i < 300; ++i) {
        std::vector<std::string> texts;
        const std::size_t count = random.number(0, 6);
        for (std::size_t n = 0; n < count; ++n) {
            texts.push_back(random.text(random.number(1, 12), "Xabc-_!"));
            texts.push_back(random.text(random.number(0, 12), "a b\tc:;\x80\xff"));
        }
        std::vector<header> fields;
        for (std::size_t n = 0; n < count; ++n) fields.push_back({texts[2 * n], texts[2 * n + 1], random.flip()});

        const std::string text = packed(fields);
        const header_list list(text);
        CHECK(list.empty() == fields.empty());
        std::size_t seen = 0;
        for (const header field : list) {
            REQUIRE(seen < fields.size());
            CHECK(same(field, fields[seen++]));
        }
        CHECK(seen == fields.size());
    }
}

TEST_CASE("an empty list has nothing to iterate") {
    const header_list none;
    CHECK(none.empty());
    CHECK(none.begin() == none.end());
    CHECK(none.value_of("Host").empty());
}

TEST_CASE("both forms of ++ go to the next header") {
    const std::string text = packed({{"a", "1"}, {"b", "2"}});
    const header_list list(text);
    auto at = list.begin();
    CHECK((*at++).name == "a");
    CHECK((*at).name == "b");
    CHECK(++at == list.end());
}

TEST_CASE("a value is found by a name in any case") {
    const std::string text = packed({{"X-First", "1"}, {"X-TC-Token", "secret", true}, {"x-first", "2"}});
    const header_list list(text);
    CHECK(list.value_of("x-tc-token") == "secret");
    CHECK(list.value_of("X-FIRST") == "1");
    CHECK(list.value_of("X-Fir").empty());
    CHECK(list.value_of("").empty());
}

TEST_CASE("text that pack() did not write is read without harm") {
    support::random_input random(9);
    for (int i = 0; i < 20000; ++i) {
        const std::string text = random.text(random.number(0, 12), std::string_view("\0\1\nab", 5));
        std::size_t seen = 0;
        for (const header field : header_list(text)) {
            CHECK(field.name.size() + field.value.size() <= text.size());
            ++seen;
        }
        REQUIRE(seen <= text.size());
    }
}

TEST_CASE("headers work at compile time") {
    constexpr bool found = [] {
        tc3::fixed_text<64> text;
        header_list::pack(text, {"Host", "a.b"});
        header_list::pack(text, {"X-TC-Token", "t", true});
        const header_list list(text.view());
        return list.value_of("host") == "a.b" && (*++list.begin()).sensitive;
    }();
    static_assert(found);
    static_assert(tc3::validate_header({"Host", "a.b"}).has_value());
    static_assert(!tc3::validate_header({"Host", "a\r\nb"}).has_value());
}
