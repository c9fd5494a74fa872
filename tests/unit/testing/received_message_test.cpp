// SPDX-License-Identifier: MIT
// The parser of raw requests: what it reads, what it rejects, and that the emulator accepts no damaged byte that was signed.
#include "../../support/random.hpp"
#include <tc3/tc3.hpp>
#include <tc3/testing.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

using namespace std::string_view_literals;
namespace http = tc3::http;
namespace testing = tc3::testing;
using testing::message_error;
using testing::message_limits;
using testing::received_message;

namespace {

constexpr tc3::unix_time now{1700000000};
constexpr tc3::action upload_action{"people", "2020-01-01", "Upload"};

/// Returns a copy in memory of exactly its size, so that a sanitizer reports a read beyond the end.
std::vector<char> exact_copy(std::string_view bytes) { return {bytes.begin(), bytes.end()}; }
std::string_view view(const std::vector<char>& bytes) { return {bytes.data(), bytes.size()}; }

std::string signed_request() {
    const tc3::client_profile_view profile{.credential = {"AKIDexample", "key"}, .region = "ap-singapore"};
    const auto request = tc3::make_request({upload_action, std::string_view(R"({"Group":"a"})")}, profile, now, {.sign_action = true});
    REQUIRE(request.has_value());
    std::string bytes;
    http::write_head(bytes, request->view());
    return bytes.append(request->view().body);
}

testing::emulator& service() {
    static testing::emulator emulator([] { return now; }, [] { return std::string(); });
    static const bool is_set_up = [] {
        emulator.diagnose_rejections(false);  // thousands of wrong signatures
        emulator.add_credential("AKIDexample", "key");
        emulator.serve(upload_action, [](const received_message&) { return std::string("{}"); });
        return true;
    }();
    static_cast<void>(is_set_up);
    return emulator;
}

}  // namespace

TEST_CASE("parses a request without changes") {
    const std::string_view bytes =
        "POST /a/b?c=d?&e HTTP/1.1\r\nhOST:h:80 \r\nX-Empty:\r\nX-Any: \t a  b\xff:\t\r\nX-Any: 2\r\nContent-Length: 005\r\n\r\n"
        "\r\n\r\n\0"sv;
    const auto message = received_message::parse(bytes);
    REQUIRE(message.has_value());
    CHECK(message->method == http::method::post);
    CHECK(message->target == "/a/b?c=d?&e");
    CHECK(message->path == "/a/b");
    CHECK(message->query == "c=d?&e");
    CHECK(message->host == "h:80");
    CHECK(message->headers.size() == 5);
    CHECK(message->value_of("x-ANY") == "a  b\xff:");
    CHECK(message->value_of("X-Empty") == "");
    CHECK(message->value_of("X-None") == "");
    CHECK(message->body == "\r\n\r\n\0"sv);
}

TEST_CASE("rejects bytes that are not a request, with the reason") {
    const std::string get = "GET / HTTP/1.1\r\nHost: h\r\n";
    const std::string post = "POST / HTTP/1.1\r\nHost: h\r\n";
    struct row {
        std::string bytes;
        message_error error;
    };
    const row rows[] = {
        {"", message_error::head_incomplete},
        {get, message_error::head_incomplete},
        {"GET / HTTP/1.1\nHost: h\n\n", message_error::head_incomplete},
        {get + "A: " + std::string(64U * 1024, 'a') + "\r\n\r\n", message_error::head_too_large},
        {"\r\n\r\n" + get + "\r\n", message_error::request_line},
        {"\r\n" + get + "\r\n", message_error::request_line},
        {"GET /\r\nHost: h\r\n\r\n", message_error::request_line},
        {"GET / HTTP/1.0\r\nHost: h\r\n\r\n", message_error::request_line},
        {"GET / HTTP/1.1 \r\nHost: h\r\n\r\n", message_error::request_line},
        {"GET  / HTTP/1.1\r\nHost: h\r\n\r\n", message_error::request_line},
        {" GET / HTTP/1.1\r\nHost: h\r\n\r\n", message_error::request_line},
        {"GET /a b HTTP/1.1\r\nHost: h\r\n\r\n", message_error::request_line},
        {"PUT / HTTP/1.1\r\nHost: h\r\n\r\n", message_error::method},
        {"get / HTTP/1.1\r\nHost: h\r\n\r\n", message_error::method},
        {"GET http://h/ HTTP/1.1\r\nHost: h\r\n\r\n", message_error::target},
        {"GET * HTTP/1.1\r\nHost: h\r\n\r\n", message_error::target},
        {"GET /\xE6 HTTP/1.1\r\nHost: h\r\n\r\n", message_error::target},
        {"GET /\n HTTP/1.1\r\nHost: h\r\n\r\n", message_error::target},
        {get + "no colon\r\n\r\n", message_error::header},
        {get + ": no name\r\n\r\n", message_error::header},
        {get + "A : blank before the colon\r\n\r\n", message_error::header},
        {get + "A\xE6: b\r\n\r\n", message_error::header},
        {get + "A: lone CR\rB: b\r\n\r\n", message_error::header},
        {get + "A: lone LF\nB: b\r\n\r\n", message_error::header},
        {get + std::string("A: NUL\0\r\n\r\n", 11), message_error::header},
        {get + "A: b\r\n c\r\n\r\n", message_error::folded_header},
        {get + "A: b\r\n\tc\r\n\r\n", message_error::folded_header},
        {"GET / HTTP/1.1\r\n\r\n", message_error::host},
        {"GET / HTTP/1.1\r\nHost: \r\n\r\n", message_error::host},
        {get + "Host: h\r\n\r\n", message_error::repeated_header},
        {get + "X-TC-Timestamp: 1\r\nx-tc-timestamp: 1\r\n\r\n", message_error::repeated_header},
        {get + "Content-Type: a\r\ncontent-type: a\r\n\r\n", message_error::repeated_header},
        {get + "Authorization: a\r\nAuthorization: a\r\n\r\n", message_error::repeated_header},
        {post + "Content-Length: 0\r\nContent-Length: 0\r\n\r\n", message_error::repeated_header},
        {post + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", message_error::transfer_encoding},
        {post + "\r\n{}", message_error::content_length},
        {post + "Content-Length: 1\r\n\r\n{}", message_error::content_length},
        {post + "Content-Length: 3\r\n\r\n{}", message_error::content_length},
        {post + "Content-Length: 12\r\n\r\n{}", message_error::content_length},
        {post + "Content-Length: +2\r\n\r\n{}", message_error::content_length},
        {post + "Content-Length: 2, 2\r\n\r\n{}", message_error::content_length},
        {post + "Content-Length: 0x2\r\n\r\n{}", message_error::content_length},
        {post + "Content-Length:\r\n\r\n", message_error::content_length},
        {post + "Content-Length: 18446744073709551618\r\n\r\n{}", message_error::content_length},
        {get + "Content-Length: 2\r\n\r\n{}", message_error::body_of_get},
    };
    for (const row& each : rows) {
        CAPTURE(each.bytes);
        const std::vector<char> bytes = exact_copy(each.bytes);
        const auto message = received_message::parse(view(bytes));
        REQUIRE(!message.has_value());
        CHECK(message.error() == each.error);
        CHECK(testing::describe(each.error) != "");
    }
}

TEST_CASE("applies limits exactly") {
    const std::string head = "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\n";
    const std::string bytes = head + "{}";
    struct row {
        message_limits limits;
        bool fits;
        message_error error = {};
    };
    for (const row& each : {row{{.headers = 2, .head = head.size(), .body = 2}, true},
                            row{{.headers = 1, .head = head.size(), .body = 2}, false, message_error::too_many_headers},
                            row{{.headers = 2, .head = head.size() - 1, .body = 2}, false, message_error::head_too_large},
                            row{{.headers = 2, .head = head.size(), .body = 1}, false, message_error::body_too_large}}) {
        const auto message = received_message::parse(bytes, each.limits);
        CHECK(message.has_value() == each.fits);
        if (!message) CHECK(message.error() == each.error);
    }
}

TEST_CASE("rejects every prefix of a request") {
    const std::string whole = signed_request();
    for (std::size_t size = 0; size < whole.size(); ++size) {
        CAPTURE(size);
        const std::vector<char> bytes = exact_copy(std::string_view(whole).substr(0, size));
        const auto response = service().receive(view(bytes));
        CHECK(response.status == 400);
        CHECK(!service().last().accepted());
    }
    service().receive(whole);
    CHECK(service().last().accepted());
}

TEST_CASE("accepts a changed byte only if it was not signed") {
    const std::string whole = signed_request();
    const auto sent = received_message::parse(whole);
    REQUIRE(sent.has_value());

    support::random_input random(20231114);
    int accepted = 0;
    for (int round = 0; round < 20000; ++round) {
        std::vector<char> bytes = exact_copy(whole);
        const std::size_t position = random.number(0, bytes.size() - 1);
        bytes[position] = static_cast<char>(static_cast<unsigned char>(bytes[position]) ^ random.number(1, 255));
        service().receive(view(bytes));
        if (!service().last().accepted()) continue;

        ++accepted;
        CAPTURE(position);
        const auto message = received_message::parse(view(bytes));
        REQUIRE(message.has_value());
        CHECK(message->method == sent->method);
        CHECK(message->target == sent->target);
        CHECK(message->body == sent->body);
        CHECK(tc3::ascii::equal_lower(message->host, sent->host));
        for (const std::string_view name : {"Content-Type", "X-TC-Action", "X-TC-Timestamp", "Authorization"}) {
            CHECK(message->value_of(name) == sent->value_of(name));
        }
    }
    CHECK(accepted > 0);  // changes of the region and of the case of header names
}

TEST_CASE("does not crash for random bytes in the middle of a request") {
    const std::string whole = signed_request();
    support::random_input random(42);
    for (int round = 0; round < 2000; ++round) {
        std::string bytes = whole;
        const std::size_t position = random.number(0, bytes.size());
        const std::string noise =
            random.flip() ? random.bytes(random.number(1, 40)) : random.text(random.number(1, 40), "\r\n: \t;,=/?{}\"%+");
        bytes.replace(position, random.number(0, 40), noise);
        const std::vector<char> memory = exact_copy(bytes);
        const auto response = service().receive(view(memory));
        CHECK((response.status == 200 || response.status == 400));
    }
}
