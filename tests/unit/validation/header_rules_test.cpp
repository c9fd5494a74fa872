// SPDX-License-Identifier: MIT
// The rules for one header, and for the headers of a signed request.
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

using tc3::errc;
using tc3::http::header;

namespace {

tc3::error error_of(const tc3::http::header_refs& headers) {
    tc3::first_error errors;
    tc3::check_signed_headers(errors, headers);
    return errors.error();
}

// The first `count` headers in one list, the others in a second list.
tc3::http::header_refs split_at(const std::vector<header>& headers, std::size_t count) {
    return {std::span(headers).first(count), std::span(headers).subspan(count)};
}

std::vector<header> with_required(std::vector<header> headers) {
    headers.push_back({"Content-Type", "application/json"});
    headers.push_back({"Host", "a.b"});
    return headers;
}

std::string text_of(const tc3::error& error) {
    std::string text;
    tc3::write_error(text, error);
    return text;
}

}  // namespace

TEST_CASE("validate_header accepts tokens as names and printable text as values") {
    const header headers[] = {
        {"Host", "cvm.tencentcloudapi.com"},
        {"X-Custom", ""},
        {"!#$%&'*+-.^_`|~09azAZ", "any \t!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"},
        {" Host\t", "\t blanks around and  within \t"},
        {"X-Name", "\xe8\x85\xbe\xe8\xae\xaf"},
    };
    for (const header& header : headers) CHECK(tc3::validate_header(header));
}

TEST_CASE("validate_header rejects a header without a name") {
    for (const std::string_view name : {"", " ", "\t \t"}) {
        const auto valid = tc3::validate_header({name, "value"});
        REQUIRE_FALSE(valid);
        CHECK(valid.error() == tc3::error{.code = errc::missing, .part = "header name"});
    }
}

TEST_CASE("validate_header rejects a name with a character that is not of a token, at any position") {
    const std::string name = "X-Name";
    for (int i = 0; i < 256; ++i) {
        const char c = static_cast<char>(i);
        for (std::size_t position = 0; position <= name.size(); ++position) {
            std::string changed = name;
            changed.insert(position, 1, c);
            const bool is_trimmed = tc3::ascii::is_blank(c) && (position == 0 || position == name.size());
            const auto valid = tc3::validate_header({changed, "value"});
            REQUIRE(valid.has_value() == (is_trimmed || tc3::ascii::is_token(c)));
            if (valid) continue;
            CHECK(valid.error() == tc3::error{.code = errc::forbidden_character, .part = "header name", .position = position});
        }
    }
}

TEST_CASE("validate_header rejects a value with a control character or invalid UTF-8, at any position") {
    const std::string value = "some-secret-value";
    for (int i = 0; i < 256; ++i) {
        const char c = static_cast<char>(i);
        for (std::size_t position = 0; position <= value.size(); ++position) {
            std::string changed = value;
            changed.insert(position, 1, c);
            const bool is_control = (i < 32 && c != '\t') || i == 127;
            const auto valid = tc3::validate_header({"X-Name", changed});
            REQUIRE(valid.has_value() == (!is_control && i < 128));
            if (valid) continue;
            const errc code = is_control ? errc::forbidden_character : errc::invalid_utf8;
            CHECK(valid.error() == tc3::error{.code = code, .part = "header value", .position = position, .name = "X-Name"});
            CHECK(text_of(valid.error()).find("secret") == std::string::npos);
        }
    }
}

TEST_CASE("validate_header works at compile time") {
    static_assert(tc3::validate_header({"Host", "a.b"}).has_value());
    static_assert(!tc3::validate_header({"Host", "a\r\nb"}).has_value());
}

TEST_CASE("check_signed_headers rejects CR, LF and NUL at every position of every name and value") {
    const std::string text = "secret";
    for (const char c : {'\r', '\n', '\0'}) {
        for (std::size_t position = 0; position <= text.size(); ++position) {
            std::string changed = text;
            changed.insert(position, 1, c);
            const struct {
                header given;
                std::string_view part;
            } cases[] = {{{changed, "value"}, "header name"}, {{"X-Name", changed}, "header value"}};
            for (const auto& [given, part] : cases) {
                const tc3::error error = error_of(with_required({given}));
                CHECK(error.code == errc::forbidden_character);
                CHECK(error.part == part);
                CHECK(error.position == position);
                CHECK(text_of(error).find(text.substr(0, 3)) == std::string::npos);
            }
        }
    }
}

TEST_CASE("check_signed_headers rejects a duplicate header in any case and with blanks around its name") {
    for (const std::string_view duplicate : {"x-name", "X-Name", "X-NAME", " x-name", "x-name\t"}) {
        const tc3::error error = error_of(with_required({{"X-Name", "1"}, {"Other", "2"}, {duplicate, "3"}}));
        CHECK(error.code == errc::duplicate);
        CHECK(error.part == "header name");
        CHECK(error.name == tc3::ascii::trim(duplicate));
    }
    CHECK(error_of(with_required({{"HOST", "other"}})).code == errc::duplicate);
    CHECK(error_of(with_required({{"content-type ", "other"}})).code == errc::duplicate);
}

TEST_CASE("check_signed_headers requires Content-Type and Host") {
    const std::vector<header> only_host{{"Host", "a.b"}, {"X-Content-Type", "x"}, {"Content-Typ", "x"}};
    const std::vector<header> only_type{{"content-type", "application/json"}, {"Hosts", "a.b"}};
    CHECK(error_of(only_host) == tc3::error{.code = errc::missing, .part = "content type"});
    CHECK(error_of(only_type) == tc3::error{.code = errc::missing, .part = "host"});
    CHECK(error_of({}) == tc3::error{.code = errc::missing, .part = "content type"});
}

TEST_CASE("check_signed_headers rejects an empty Content-Type or Host and a blank in Host") {
    struct {
        std::vector<header> headers;
        tc3::error error;
    } const cases[] = {
        {{{"Content-Type", " "}, {"Host", "a.b"}}, {.code = errc::missing, .part = "content type"}},
        {{{"Content-Type", "a/b"}, {"Host", ""}}, {.code = errc::missing, .part = "host"}},
        {{{"Content-Type", "a/b"}, {"Host", "a b"}}, {.code = errc::forbidden_character, .part = "host", .position = 1}},
        {{{"Content-Type", "a/b"}, {"Host", "a.b"}, {"X", "\xff"}},
         {.code = errc::invalid_utf8, .part = "header value", .position = 0, .name = "X"}},
    };
    for (const auto& [headers, error] : cases) CHECK(error_of(headers) == error);
}

TEST_CASE("check_signed_headers finds a duplicate in another list") {
    const std::vector<header> headers{{"X-Name", "1"}, {"Content-Type", "a/b"}, {"Host", "a.b"}, {" x-name", "2"}};
    for (std::size_t count = 0; count <= headers.size(); ++count) {
        CHECK(error_of(split_at(headers, count)) == tc3::error{.code = errc::duplicate, .part = "header name", .name = "x-name"});
    }
}

TEST_CASE("check_signed_headers finds a duplicate if both lists are the same memory") {
    const std::vector<header> headers{{"Content-Type", "a/b"}, {"Host", "a.b"}};
    tc3::first_error errors;
    tc3::check_signed_headers(errors, {headers, headers});
    CHECK(errors.error() == tc3::error{.code = errc::duplicate, .part = "header name", .name = "Content-Type"});
}

TEST_CASE("check_signed_headers checks both lists of a set") {
    const std::vector<header> headers{{"Content-Type", "a/b"}, {"Host", "a.b"}, {"X-Name", "a\r\nb"}};
    for (std::size_t count = 0; count <= headers.size(); ++count) {
        CHECK(error_of(split_at(headers, count)) ==
              tc3::error{.code = errc::forbidden_character, .part = "header value", .position = 1, .name = "X-Name"});
    }
}
