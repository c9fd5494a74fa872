// SPDX-License-Identifier: MIT
// Bodies that should be JSON and are something else: what find_foreign_form() names them, and the line of the failure.
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using std::string_view_literals::operator""sv;
using tc3::errc;
using tc3::find_foreign_form;

TEST_CASE("a body of another form is named in the failure") {
    struct row {
        std::string_view body;
        errc form;
        std::string_view line;
    };
    const row rows[] = {
        {"", errc::missing, "body is empty or missing"},
        {" \r\n\t", errc::missing, "body is empty or missing"},
        {"<!DOCTYPE html><html><title>Sign in</title></html>", errc::html_page,
         "body is an HTML page, not JSON (from a proxy or a portal?)"},
        {"\n<HTML>", errc::html_page, "body is an HTML page, not JSON (from a proxy or a portal?)"},
        {"<?xml version=\"1.0\"?><Error/>", errc::xml, "body is XML, not JSON"},
        {"\x1f\x8b\x08\0\0\0\0\0\0\x03\xab"sv, errc::gzip, "body is compressed with gzip: decompress it first"},
        {"\x78\x9c\xab"sv, errc::compressed, "body is compressed: decompress it first"},
        {"\x78\x01\xab"sv, errc::compressed, "body is compressed: decompress it first"},
        {"\x78\x5e\xab"sv, errc::compressed, "body is compressed: decompress it first"},
        {"\x78\xda\xab"sv, errc::compressed, "body is compressed: decompress it first"},
        {"\x28\xb5\x2f\xfd\x04"sv, errc::compressed, "body is compressed: decompress it first"},
        {"data: {\"Id\":\"x\"}\n\n", errc::event_stream, "body is an event stream, not one JSON document"},
        {"data:{}", errc::event_stream, "body is an event stream, not one JSON document"},
        {"event: message\ndata: {}\n\n", errc::event_stream, "body is an event stream, not one JSON document"},
        {"retry: 3000\n\n", errc::event_stream, "body is an event stream, not one JSON document"},
        {"id: 1\n", errc::event_stream, "body is an event stream, not one JSON document"},
        {": keep-alive\n\n", errc::event_stream, "body is an event stream, not one JSON document"},
        {"1f\r\n{\"Response\":{}}\r\n0\r\n\r\n", errc::chunk_framing, "body has the sizes of HTTP chunks in it: remove them first"},
        {"10\r\n{\"Response\":{}}\r\n", errc::chunk_framing, "body has the sizes of HTTP chunks in it: remove them first"},
        {"5\r\n[1,2]\r\n", errc::chunk_framing, "body has the sizes of HTTP chunks in it: remove them first"},
        {"A;name=value\r\n{", errc::chunk_framing, "body has the sizes of HTTP chunks in it: remove them first"},
        {"upstream connect error", errc::plain_text, "body is plain text, not JSON"},
        {"bad; gateway", errc::plain_text, "body is plain text, not JSON"},
        {"dead\r\n", errc::plain_text, "body is plain text, not JSON"},
        {"x times", errc::plain_text, "body is plain text, not JSON"},
        {"502 Bad Gateway", errc::plain_text, "body is plain text, not JSON"},
        {"false alarm", errc::plain_text, "body is plain text, not JSON"},
        {"Response={}", errc::plain_text, "body is plain text, not JSON"},
        {"\x01\x02", errc::binary_data, "body is binary data, not JSON"},
        {"\xff\xfe{\0"sv, errc::binary_data, "body is binary data, not JSON"},
    };
    for (const row& each : rows) {
        CAPTURE(each.body);
        CHECK(find_foreign_form(each.body) == each.form);
        const auto failed = tc3::parse_envelope_body(each.body);
        REQUIRE_FALSE(failed);
        CHECK(to_string(failed.error()) == "response: " + std::string(each.line));
    }
}

TEST_CASE("what begins like JSON is JSON, even if it is broken") {
    for (const std::string_view body : {"{}"sv, " {"sv, "[1,"sv, "\"text"sv, "12"sv, "-1.5e3 "sv, "true"sv, "null"sv, "{<html>"sv}) {
        CAPTURE(body);
        CHECK(find_foreign_form(body) == errc::none);
    }
    static_assert(find_foreign_form("<html>") == errc::html_page);
}
