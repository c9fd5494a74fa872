// SPDX-License-Identifier: MIT
// The canonical request: its order, trimming and lower case, and the validation before it is hashed.
#include "../../support/policies.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

using tc3::errc;
using tc3::http::header;
namespace signing = tc3::signing;

namespace {

constexpr std::string_view hash_of_nothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

signing::request_parts parts_of(const std::vector<header>& headers) {
    signing::request_parts parts;
    parts.headers = headers;
    return parts;
}

std::string canonical(const signing::request_parts& parts) {
    std::string text;
    signing::write_canonical_request(text, parts);
    return text;
}

std::string signed_headers(const std::vector<header>& headers) {
    std::string text;
    signing::write_signed_headers(text, headers);
    return text;
}

// Adds the headers that every request must sign.
std::vector<header> with_required(std::vector<header> headers) {
    headers.push_back({"Content-Type", "application/json"});
    headers.push_back({"Host", "a.b"});
    return headers;
}

}  // namespace

TEST_CASE("the canonical request has six parts") {
    const std::vector<header> headers{{"Host", "cvm.tencentcloudapi.com"}, {"Content-Type", "application/x-www-form-urlencoded"}};
    signing::request_parts parts = parts_of(headers);
    parts.method = tc3::http::method::get;
    parts.query = "Limit=10&Offset=0";
    REQUIRE(signing::validate(parts));
    CHECK(canonical(parts) ==
          "GET\n"
          "/\n"
          "Limit=10&Offset=0\n"
          "content-type:application/x-www-form-urlencoded\n"
          "host:cvm.tencentcloudapi.com\n"
          "\n"
          "content-type;host\n" +
              std::string(hash_of_nothing));
}

TEST_CASE("validate reports an invalid target and invalid headers") {
    const std::vector<header> headers = with_required({});
    signing::request_parts parts = parts_of(headers);
    CHECK(signing::validate(parts));
    parts.query = "A=1\r\n";
    CHECK(signing::validate(parts).error() == tc3::error{.code = errc::forbidden_character, .part = "query", .position = 3});
    const std::vector<header> without_host{{"Content-Type", "a/b"}};
    CHECK(signing::validate(parts_of(without_host)).error() == tc3::error{.code = errc::missing, .part = "host"});
}

TEST_CASE("an invalid request is not hashed, and writing it terminates") {
    const std::vector<header> nameless{{"", "x"}, {"Host", "a.b"}, {" ", "y"}};
    tc3::crypto::builtin_policy policy;
    const auto hashed = signing::hash_canonical_request(parts_of(nameless), policy);
    REQUIRE_FALSE(hashed);
    CHECK(hashed.error().part == "header name");
    tc3::counting_sink count;
    signing::write_canonical_request(count, parts_of(nameless));
    CHECK(count.size() < 200);
}

TEST_CASE("URI and query are written unchanged") {
    const std::vector<header> headers = with_required({});
    signing::request_parts parts = parts_of(headers);
    parts.canonical_uri = "/v1//a%2Fb/%E4%BD%A0/../~x";
    parts.query = "B=2&A=1&A=%2a+%2A&=&&C=?/!'()*";
    REQUIRE(signing::validate(parts));
    CHECK(canonical(parts).starts_with("POST\n/v1//a%2Fb/%E4%BD%A0/../~x\nB=2&A=1&A=%2a+%2A&=&&C=?/!'()*\n"));
}

TEST_CASE("headers are sorted by the bytes of their lower-case names, in whatever order they are given") {
    std::vector<header> headers =
        with_required({{"X_A", "1"}, {"x-a", "2"}, {"X-B", "3"}, {"x-ab", "4"}, {"X-A-", "5"}, {"~x", "6"}, {"0", "7"}});
    const std::string names = "0;content-type;host;x-a;x-a-;x-ab;x-b;x_a;~x";
    std::sort(headers.begin(), headers.end(), [](const header& a, const header& b) { return a.value < b.value; });
    do {
        REQUIRE(signed_headers(headers) == names);
    } while (std::next_permutation(headers.begin(), headers.end(), [](const header& a, const header& b) { return a.value < b.value; }) &&
             headers[0].value != "2");  // all orders that begin with X_A: 8! of 9!
    CHECK(canonical(parts_of(headers)).find("x-a:2\nx-a-:5\nx-ab:4\nx-b:3\nx_a:1\n~x:6\n") != std::string::npos);
}

TEST_CASE("header values are trimmed and written in lower case, except Content-Type") {
    struct {
        header given;
        std::string_view line;
    } const cases[] = {
        {{"X-TC-Action", "DescribeInstances"}, "x-tc-action:describeinstances\n"},
        {{"  X-Name\t", "\t Two  Words "}, "x-name:two  words\n"},
        {{"X-Empty", ""}, "x-empty:\n"},
        {{"X-Blank", " \t "}, "x-blank:\n"},
        {{"X-Long-Name-That-Is-Longer-Than-One-Piece", "VALUE THAT IS LONGER THAN ONE PIECE OF 32 AND OF 64 CHARACTERS, TOO: YES"},
         "x-long-name-that-is-longer-than-one-piece:value that is longer than one piece of 32 and of 64 characters, too: yes\n"},
        {{"X-Utf8", "\xc3\x84\xc3\xa4Z"}, "x-utf8:\xc3\x84\xc3\xa4z\n"},
        {{"X-Colon", "a:b;c"}, "x-colon:a:b;c\n"},
    };
    for (const auto& [given, line] : cases) {
        const std::vector<header> headers = with_required({given});
        const signing::request_parts parts = parts_of(headers);
        REQUIRE(signing::validate(parts));
        CHECK(canonical(parts).find("\n" + std::string(line)) != std::string::npos);
    }

    const std::vector<header> multipart{{" CONTENT-TYPE ", " multipart/form-data; boundary=AbC\t"},
                                        {"HOST", "CVM.TencentCloudAPI.com:8080"}};
    CHECK(canonical(parts_of(multipart)).find("\ncontent-type:multipart/form-data; boundary=AbC\nhost:cvm.tencentcloudapi.com:8080\n\n") !=
          std::string::npos);
}

TEST_CASE("hash_canonical_request hashes the text that write_canonical_request writes") {
    const std::vector<header> headers = with_required({{"X-Name", "Value"}});
    signing::request_parts parts = parts_of(headers);
    parts.hashed_payload.fill(0x5a);
    support::single_state_policy policy;
    const auto streamed = signing::hash_canonical_request(parts, policy);
    REQUIRE(streamed);
    CHECK(*streamed == *tc3::crypto::sha_256_of(canonical(parts), policy));
}

TEST_CASE("the masked canonical request escapes what a viewer does not show; the one that is hashed does not") {
    const std::string dashes(31, '-');  // so that write_lower() splits the next character
    const std::string value = dashes + "\xe2\x80\xae\xc3\x89\xc2\x85\tZ";
    const std::vector<header> headers = {{"Content-Type", "A/\xe2\x80\xae"}, {"Host", "h"}, {"X-Name", value}};
    signing::request_parts parts = parts_of(headers);
    parts.method = tc3::http::method::get;
    parts.canonical_uri = "/\xe2\x80\xa8";
    parts.query = "\xe2\x80\xae=7";
    std::string text;
    signing::write_masked_canonical_request(text, parts);
    CHECK(text.starts_with("GET\n/\\u{2028}\n\\u{202e}=****\ncontent-type:A/\\u{202e}\nhost:h\nx-name:" + dashes +
                           "\\u{202e}\xc3\x89\\u{85}\\u{9}z\n\n"));
    CHECK(canonical(parts).starts_with("GET\n/\xe2\x80\xa8\n\xe2\x80\xae=7\ncontent-type:A/\xe2\x80\xae\nhost:h\nx-name:" + dashes +
                                       "\xe2\x80\xae\xc3\x89\xc2\x85\tz\n\n"));
}

TEST_CASE("the masked canonical request hides the values of the query and of sensitive headers") {
    const std::vector<header> headers = with_required({{"X-Name", "Shown"}, {"X-Card", "Hidden", true}, {"X-TC-Token", "Hidden"}});
    signing::request_parts parts = parts_of(headers);
    parts.method = tc3::http::method::get;
    parts.query = "Name=Hidden&Card=Hidden&Empty=&Bare";
    std::string text;
    signing::write_masked_canonical_request(text, parts);
    CHECK(text.find("idden") == std::string::npos);  // Hidden or hidden
    for (const std::string_view shown :
         {"GET\n/\n", "Name=", "Card=", "x-name:shown\n", "x-card:", "x-tc-token:", "content-type;host;x-card;x-name;x-tc-token\n"}) {
        const std::string shown_text(shown);
        CAPTURE(shown_text);
        CHECK(text.find(shown) != std::string::npos);
    }
}
