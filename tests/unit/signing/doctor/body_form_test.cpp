// SPDX-License-Identifier: MIT
// write_body: the bodies that can have been signed in place of the one that was sent.
#include "../../../support/doctor.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <set>
#include <string>
#include <string_view>

namespace doctor = tc3::signing::doctor;
using doctor::body_change;

namespace {

// Returns the body in a form, or "none" if it has no such form.
std::string written(std::string_view body, body_change change, std::string_view query = {}) {
    std::string text;
    tc3::sink_adapter out(text);
    const bool has_form = doctor::write_body(out, body, query, {.change = change, .style = {}});
    if (!has_form) CHECK(text.empty());
    return has_form ? text : "none";
}

}  // namespace

TEST_CASE("line ends are added, removed and converted") {
    CHECK(written("{}", body_change::none) == "{}");
    CHECK(written("{}", body_change::with_line_feed) == "{}\n");
    CHECK(written("{}", body_change::with_carriage_return) == "{}\r\n");
    CHECK(written("{}\r\n", body_change::without_line_end) == "{}");
    CHECK(written("{}\n", body_change::without_line_end) == "{}");
    CHECK(written("{}", body_change::without_line_end) == "none");
    CHECK(written("a\nb\n", body_change::to_carriage_returns) == "a\r\nb\r\n");
    CHECK(written("a\r\nb", body_change::to_carriage_returns) == "none");
    CHECK(written("a\r\nb\r\n", body_change::to_line_feeds) == "a\nb\n");
    CHECK(written("a\nb", body_change::to_line_feeds) == "none");
}

TEST_CASE("byte order marks are added and removed") {
    CHECK(written("{}", body_change::with_mark) == "\xEF\xBB\xBF{}");
    CHECK(written("\xEF\xBB\xBF{}", body_change::without_mark) == "{}");
    CHECK(written("{}", body_change::without_mark) == "none");
}

TEST_CASE("bodies become empty, {} and the query") {
    CHECK(written("{}", body_change::empty).empty());
    CHECK(written("", body_change::empty) == "none");
    CHECK(written("", body_change::empty_object) == "{}");
    CHECK(written("{}", body_change::empty_object) == "none");
    CHECK(written("", body_change::query, "a=b") == "a=b");
    CHECK(written("", body_change::query) == "none");
    CHECK(written("{}", body_change::unsigned_payload) == "UNSIGNED-PAYLOAD");
}

TEST_CASE("bodies become JSON strings, and are taken out of them") {
    CHECK(written("{\"a\":\"b\\n\"}", body_change::as_json_string) == R"("{\"a\":\"b\\n\"}")");
    CHECK(written("\xff", body_change::as_json_string) == "none");
    CHECK(written(R"("{\"a\":1}")", body_change::of_json_string) == R"({"a":1})");
    CHECK(written("{}", body_change::of_json_string) == "none");
    CHECK(written("\"a\" b", body_change::of_json_string) == "none");
    CHECK(written("", body_change::of_json_string) == "none");
}

TEST_CASE("bodies are written in other character sets") {
    using namespace std::string_literals;
    CHECK(written("a\xc3\xa9\xf0\x9f\x98\x80", body_change::utf_16) == "a\0\xe9\0\x3d\xd8\x00\xde"s);
    CHECK(written("a\xc3\xa9", body_change::latin_1) == "a\xe9");
    CHECK(written("a", body_change::latin_1) == "none");
    CHECK(written("\xe4\xbd\xa0", body_change::latin_1) == "none");
    CHECK(written("\xff", body_change::utf_16) == "none");
}

TEST_CASE("chunks are joined, and what is no list of chunks is not") {
    CHECK(written("3\r\nabc\r\nA;x=y\r\n0123456789\r\n0\r\n\r\n", body_change::joined_chunks) == "abc0123456789");
    CHECK(written("0\r\n\r\n", body_change::joined_chunks).empty());
    for (const std::string_view body : {"", "{}", "3\r\nabc", "3\r\nabc\r\n", "3\nabc\n0\n\n", "4\r\nabc\r\n0\r\n\r\n", "\r\n",
                                        "ffffffffffffffffff\r\nabc", "ffffffff\r\nabc", "3\r\nabcd\r\n0\r\n\r\n"}) {
        CAPTURE(body);
        CHECK(written(body, body_change::joined_chunks) == "none");
    }
}

TEST_CASE("each form has a text of its own and a cause") {
    std::set<std::string> texts;
    for (std::size_t number = 0; number < doctor::body_forms; ++number) {
        const doctor::body_form form = doctor::body_form_of(number);
        std::string text;
        tc3::sink_adapter out(text);
        doctor::describe(out, form);
        texts.insert(text);
        const bool has_cause = doctor::cause_of(form.change) != tc3::signing::cause::unknown;
        CHECK(has_cause == (form.change != body_change::joined_chunks));
    }
    CHECK(texts.size() == doctor::body_forms);
}
