// SPDX-License-Identifier: MIT
// How header names compare, which headers are sensitive, and lists of headers that are packed into one text.
#include "../../support/random.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <iterator>
#include <string>
#include <string_view>
#include <vector>

using tc3::http::header;
using tc3::http::header_list;

namespace {

bool same(const header& a, const header& b) { return a.name == b.name && a.value == b.value && a.sensitive == b.sensitive; }

std::string packed(const std::vector<header>& headers) {
    std::string text;
    for (const header& header : headers) header_list::pack(text, header);
    return text;
}

}  // namespace

static_assert(std::input_iterator<header_list::iterator>);

TEST_CASE("a list returns the headers that were packed") {
    support::random_input random(8);
    for (int i = 0; i < 300; ++i) {
        std::vector<std::string> texts;
        const std::size_t count = random.number(0, 6);
        for (std::size_t n = 0; n < count; ++n) {
            texts.push_back(random.text(random.number(1, 12), "Xabc-_!"));
            texts.push_back(random.text(random.number(0, 12), "a b\tc:;\x80\xff"));
        }
        std::vector<header> headers;
        for (std::size_t n = 0; n < count; ++n) headers.push_back({texts[2 * n], texts[2 * n + 1], random.flip()});

        const std::string text = packed(headers);
        const header_list list(text);
        CHECK(list.empty() == headers.empty());
        std::size_t seen = 0;
        for (const header header : list) {
            REQUIRE(seen < headers.size());
            CHECK(same(header, headers[seen++]));
        }
        CHECK(seen == headers.size());
    }
}

TEST_CASE("an empty list has no headers") {
    const header_list empty;
    CHECK(empty.empty());
    CHECK(empty.begin() == empty.end());
    CHECK(empty.value_of("Host").empty());
}

TEST_CASE("both forms of ++ advance to the next header") {
    const std::string text = packed({{"a", "1"}, {"b", "2"}});
    const header_list list(text);
    auto iterator = list.begin();
    CHECK((*iterator++).name == "a");
    CHECK((*iterator).name == "b");
    CHECK(++iterator == list.end());
}

TEST_CASE("finds a value by a name in any case") {
    const std::string text = packed({{"X-First", "1"}, {"X-TC-Token", "secret", true}, {"x-first", "2"}});
    const header_list list(text);
    CHECK(list.value_of("x-tc-token") == "secret");
    CHECK(list.value_of("X-FIRST") == "1");
    CHECK(list.value_of("X-Fir").empty());
    CHECK(list.value_of("").empty());
}

TEST_CASE("reads text that pack() did not write without undefined behaviour") {
    support::random_input random(9);
    for (int i = 0; i < 20000; ++i) {
        const std::string text = random.text(random.number(0, 12), std::string_view("\0\1\nab", 5));
        std::size_t seen = 0;
        for (const header header : header_list(text)) {
            CHECK(header.name.size() + header.value.size() <= text.size());
            ++seen;
        }
        REQUIRE(seen <= text.size());
    }
}

TEST_CASE("a line that pack() did not write is a name without a value, masked to be safe") {
    const header_list list("no mark\nnor here");
    const header first = *list.begin();
    CHECK(first.name == "no mark");
    CHECK(first.value == "");
    CHECK(first.sensitive);
    CHECK((*++list.begin()).name == "nor here");
}

TEST_CASE("compares names in lower case and without blanks around them") {
    const struct {
        std::string_view a;
        std::string_view b;
        int order;  // -1, 0 or 1
    } cases[] = {
        {"", "", 0},
        {"Host", "host", 0},
        {"X-TC-Action", "x-tc-ACTION", 0},
        {" Host\t", "host", 0},
        {"\t \t", "", 0},
        {"content-type", "host", -1},
        {"HOST", "content-type", 1},
        {"X-TC", "x-tc-action", -1},  // a beginning is less than the whole
        {" z", "a", 1},               // a blank before the name does not count
        {"x-a", "x a", 1},            // a blank within the name counts
        {"x_a", "xa", -1},            // by the bytes of the lower-case names: '_' is 0x5F, 'a' is 0x61
        {"X_A", "XA", -1},
        {"x-\xff", "x-z", 1},  // bytes are unsigned
    };
    const auto sign = [](int order) { return (order > 0) - (order < 0); };
    for (const auto& row : cases) {
        CAPTURE(row.a);
        CAPTURE(row.b);
        CHECK(sign(tc3::http::compare_names(row.a, row.b)) == row.order);
        CHECK(sign(tc3::http::compare_names(row.b, row.a)) == -row.order);
    }
    static_assert(tc3::http::compare_names("Host ", " hOST") == 0);
}

TEST_CASE("masks the headers that carry a credential and those that are marked") {
    for (const std::string_view name : {"Authorization", "x-tc-token", "Proxy-Authorization", "COOKIE", " Set-Cookie\t"}) {
        CAPTURE(name);
        CHECK(tc3::http::is_sensitive({name, "value"}));
    }
    for (const std::string_view name : {"Host", "X-TC-Action", "X-TC-Tokens", "Cookie2", ""}) {
        CAPTURE(name);
        CHECK_FALSE(tc3::http::is_sensitive({name, "value"}));
        CHECK(tc3::http::is_sensitive({name, "value", true}));
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
}
