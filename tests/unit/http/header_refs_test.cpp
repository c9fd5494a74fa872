// SPDX-License-Identifier: MIT
// Headers in two lists are signed and checked like the headers of one list.
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

using tc3::http::header;
namespace signing = tc3::signing;

namespace {

constexpr tc3::credential_view credential{"AKIDEXAMPLE", "secret"};
constexpr tc3::unix_time now{1551113065};

const std::vector<header> headers{{"X-B", "1"}, {"Host", "a.b"}, {"x-a", "2"}, {"Content-Type", "text/plain"}, {"X-c", "3"}};

tc3::http::header_refs split_at(const std::vector<header>& all, std::size_t first) {
    return {std::span(all).first(first), std::span(all).subspan(first)};
}

std::string canonical(const tc3::http::header_refs& set) {
    std::string text;
    signing::write_canonical_request(text, {.headers = set});
    return text;
}

std::string signed_value(const tc3::http::header_refs& set) {
    const auto authorization = signing::authorization({.headers = set}, "faceid", now, credential);
    if (!authorization) return "error";
    std::string text;
    authorization->write(text);
    return text;
}

}  // namespace

TEST_CASE("a set is made from an array, a vector, a span, or two of them") {
    const std::array<header, 2> array{{{"A", "1"}, {"B", "2"}}};
    const std::vector<header> vector{{"A", "1"}, {"B", "2"}};
    const header plain[] = {{"A", "1"}, {"B", "2"}};
    const tc3::http::header_refs sets[] = {array, vector, plain, std::span<const header>(vector), {vector, {}}, {{}, array}};
    for (const tc3::http::header_refs& set : sets) {
        REQUIRE(set.size() == 2);
        CHECK(set[0].name == "A");
        CHECK(set[1].name == "B");
    }
    CHECK(tc3::http::header_refs().size() == 0);
}

TEST_CASE("gives the same signature for one list and for any split of it into two") {
    const std::string whole = signed_value(headers);
    CHECK(whole.find("SignedHeaders=content-type;host;x-a;x-b;x-c,") != std::string::npos);
    for (std::size_t first = 0; first <= headers.size(); ++first) {
        CHECK(canonical(split_at(headers, first)) == canonical(headers));
        CHECK(signed_value(split_at(headers, first)) == whole);
        const auto request = signing::make_signer_input({.headers = split_at(headers, first)}, "faceid", now);
        REQUIRE(request);
        CHECK(request->signed_headers.size() == headers.size());
    }
}
