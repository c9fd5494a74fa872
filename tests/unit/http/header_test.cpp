// SPDX-License-Identifier: MIT
// Lists of headers packed into one text.
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

std::string packed(const std::vector<header>& fields) {
    std::string text;
    for (const header& header : headers) header_list::pack(text, header);
    return text;
}

}  // namespace

static_assert(std::input_iterator<header_list::iterator>);

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
}
