// SPDX-License-Identifier: MIT
// write_query: a query as other clients encode and sort it.
#include "../../../support/doctor.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <string_view>

namespace doctor = tc3::signing::doctor;
using doctor::query_form;

namespace {

std::string written(std::string_view query, query_form form, doctor::pair_order order = doctor::pairs_as_sent) {
    std::string text;
    tc3::sink_adapter out(text);
    doctor::write_query(out, query, form, order);
    return text;
}

}  // namespace

TEST_CASE("a query is written in each form") {
    constexpr std::string_view query = "N=a%20b+c&E=&F&U=%7E~%2A*%2F'()!";
    CHECK(written(query, query_form::as_sent) == query);
    CHECK(written(query, query_form::percent_blanks) == "N=a%20b%20c&E=&F&U=%7E~%2A*%2F'()!");
    CHECK(written(query, query_form::plus_blanks) == "N=a+b+c&E=&F&U=%7E~%2A*%2F'()!");
    CHECK(written(query, query_form::rfc_3986) == "N=a%20b%20c&E=&F&U=~~%2A%2A%2F%27%28%29%21");
    CHECK(written(query, query_form::browser) == "N=a%20b%20c&E=&F&U=~~**%2F'()!");
    CHECK(written(query, query_form::html_form) == "N=a+b+c&E=&F&U=%7E%7E**%2F%27%28%29%21");
    CHECK(written(query, query_form::python_form) == "N=a+b+c&E=&F&U=~~%2A%2A%2F%27%28%29%21");
    CHECK(written(query, query_form::lower_case_hex) == "N=a%20b+c&E=&F&U=%7e~%2a*%2f'()!");
    CHECK(written(query, query_form::decoded) == "N=a b c&E=&F&U=~~**/'()!");
    CHECK(written(query, query_form::encoded_twice) == "N=a%2520b+c&E=&F&U=%257E~%252A*%252F'()!");
    CHECK(written(query, query_form::empty).empty());
}

TEST_CASE("what is no escape is not decoded") {
    CHECK(written("a=%&b=%2&c=%zz", query_form::decoded) == "a=%&b=%2&c=%zz");
    CHECK(written("%", query_form::rfc_3986) == "%25");
    CHECK(written("", query_form::rfc_3986).empty());
}

TEST_CASE("pairs are sorted by their bytes, and equal ones are kept") {
    CHECK(written("b=2&a=1&a=1&a=0&", query_form::as_sent, doctor::sorted_pairs) == "a=0&a=1&a=1&b=2");
    std::string many;
    for (int i = 0; i < 65; ++i) many += "&x=" + std::to_string(65 - i);
    CHECK(written(many.substr(1), query_form::as_sent, doctor::sorted_pairs) == many.substr(1));
}

TEST_CASE("each permutation of up to five pairs is written once") {
    std::set<std::string> orders;
    for (doctor::pair_order order = 2; order < 2 + 120; ++order) orders.insert(written("a&b&c&d&e", query_form::as_sent, order));
    CHECK(orders.size() == 120);
    CHECK(written("a&b&c&d&e&f", query_form::as_sent, 7) == "a&b&c&d&e&f");
}
