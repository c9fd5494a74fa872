// SPDX-License-Identifier: MIT
// The admin port: what each call does and responds, and which requests it rejects.
#include "admin/admin.hpp"

#include "admin/peer_check.hpp"
#include "json_value.hpp"
#include "scenario/scenario.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

using tc3_cli::http_reply;
using tc3_cli::session_step;

namespace {

constexpr std::string_view local_headers = "Host: 127.0.0.1:9001\r\n";

/// A service for the admin port to act on, and the port.
struct fixture {
    tc3_cli::scenario scenario;
    std::string moved;  // "finish token-1"
    bool knows_token = true;
    std::string certificate = "-----BEGIN CERTIFICATE-----\n";
    std::string token;
    tc3_cli::admin admin{actions()};

    tc3_cli::admin_actions actions() {
        return {
            .scenario = [this] { return scenario.to_json(); },
            .replace_scenario = [this](std::string_view json) -> tc3::result<void, std::string> {
                auto read = tc3_cli::scenario::parse(json);
                if (!read) return tc3::unexpected(read.error());
                scenario = *read;
                return {};
            },
            .add_rule = [this](std::string_view json) { return scenario.add_rule(json); },
            .machine_time = [] { return tc3::unix_time{1700000000}; },
            .set_clock_offset = [this](std::int64_t seconds) { return scenario.set_clock_offset(seconds); },
            .move_session =
                [this](std::string_view token_of_session, session_step step) {
                    constexpr std::string_view names[] = {"start", "finish", "fail", "expire"};
                    moved = std::string(names[static_cast<std::size_t>(step)]).append(" ").append(token_of_session);
                    return knows_token;
                },
            .requests = [] { return std::vector<std::string>{R"({"status":200})", "{}"}; },
            .credential = [this] { return tc3_cli::test_credential{"the-id", "the-key", token}; },
            .certificate = [this] { return certificate; },
        };
    }

    http_reply send(std::string_view request_line, std::string_view body = {}, std::string_view headers = local_headers) const {
        const std::string bytes = std::string(request_line)
                                      .append(" HTTP/1.1\r\n")
                                      .append(headers)
                                      .append("Content-Length: ")
                                      .append(std::to_string(body.size()))
                                      .append("\r\n\r\n")
                                      .append(body);
        return admin.handle({.bytes = bytes, .peer = "127.0.0.1:50112"});
    }
};

std::string header_of(const http_reply& reply, std::string_view name) {
    for (const auto& [known, value] : reply.headers) {
        if (known == name) return value;
    }
    return "";
}

/// Checks a response of JSON: its status and its text.
void check_json(const http_reply& reply, int status, std::string_view json) {
    CHECK(reply.status == status);
    CHECK(header_of(reply, "Content-Type") == "application/json");
    CHECK(reply.body == std::string(json).append("\n"));
    CHECK(tc3_cli::json_value::parse(reply.body).has_value());
}

/// Checks a response with an error: its status and its sentence.
void check_error(const http_reply& reply, int status, std::string_view sentence) {
    CHECK(reply.status == status);
    const auto body = tc3_cli::json_value::parse(reply.body);
    REQUIRE(body.has_value());
    REQUIRE(body->find("error") != nullptr);
    CHECK(body->find("error")->text() == sentence);
}

}  // namespace

// ---- the service ---------------------------------------------------------------------------------------------------------------------

TEST_CASE("GET / lists the calls") {
    const http_reply reply = fixture().send("GET /");
    CHECK(reply.status == 200);
    CHECK(header_of(reply, "Content-Type") == "text/plain; charset=utf-8");
    for (const std::string_view call : {"GET /health\n", "PUT /scenario\n", "POST /rules\n", "POST /sessions/<token>/expire\n"}) {
        CHECK(reply.body.find(call) != std::string::npos);
    }
}

TEST_CASE("the examples in the list of calls are accepted") {
    fixture service;
    CHECK(service.send("PUT /scenario", R"({"rules":[{"action":"GetLivenessResult","times":1,"error":"InternalError"}]})").status == 200);
    CHECK(service.send("POST /rules", R"({"times":1,"lose_response":"after_effect"})").status == 200);
    CHECK(service.send("PUT /clock", R"({"offset_seconds":400})").status == 200);
    const std::string list = service.send("GET /").body;
    for (const std::string_view example :
         {R"({"rules":[{"action":"GetLivenessResult","times":1,"error":"InternalError"}]})",
          R"({"times":1,"lose_response":"after_effect"})", R"({"offset_seconds":400} or {"time":1700000000})"}) {
        CHECK(list.find(example) != std::string::npos);
    }
}

TEST_CASE("GET /health responds ok") { check_json(fixture().send("GET /health"), 200, R"({"status":"ok"})"); }

TEST_CASE("a query does not change the call") { check_json(fixture().send("GET /health?a=/b"), 200, R"({"status":"ok"})"); }

TEST_CASE("GET /credential responds with the credential to use") {
    fixture service;
    check_json(service.send("GET /credential"), 200, R"({"secret_id":"the-id","secret_key":"the-key"})");
    service.token = "the-token";
    check_json(service.send("GET /credential"), 200, R"({"secret_id":"the-id","secret_key":"the-key","token":"the-token"})");
}

TEST_CASE("GET /certificate responds with PEM if there is TLS") {
    fixture service;
    const http_reply reply = service.send("GET /certificate");
    CHECK(reply.status == 200);
    CHECK(header_of(reply, "Content-Type") == "application/x-pem-file");
    CHECK(reply.body == service.certificate);
    service.certificate.clear();
    check_error(service.send("GET /certificate"), 404, "the service has no certificate: start it with --tls");
}

TEST_CASE("GET /requests responds with the entries of the log") {
    check_json(fixture().send("GET /requests"), 200, "[{\"status\":200},\n{}]");
}

// ---- scenario and clock --------------------------------------------------------------------------------------------------------------

TEST_CASE("PUT /scenario replaces the scenario, and DELETE ends it") {
    fixture service;
    const std::string_view text = R"({"rules":[{"error":"A"}],"clock_offset_seconds":5})";
    check_json(service.send("PUT /scenario", text), 200, text);
    check_json(service.send("GET /scenario"), 200, text);
    CHECK(service.scenario.settings().clock_offset_seconds == 5);
    check_json(service.send("DELETE /scenario"), 200, R"({"rules":[]})");
    CHECK(service.scenario.settings().clock_offset_seconds == 0);
}

TEST_CASE("a mistake in a scenario changes nothing") {
    fixture service;
    CHECK(service.send("PUT /scenario", R"({"sessions":"wait"})").status == 200);
    check_error(service.send("PUT /scenario", R"({"rules":[{"error":"A"},{"cut_body_after":"20"}]})"), 400,
                "rules[1].cut_body_after must be a number of bytes");
    check_error(service.send("PUT /scenario"), 400, "the scenario is not JSON: ends too early, at byte 0");
    check_json(service.send("GET /scenario"), 200, R"({"rules":[],"sessions":"wait"})");
}

TEST_CASE("POST /rules adds a rule") {
    fixture service;
    check_json(service.send("POST /rules", R"({"error":"A"})"), 200, R"({"rules":[{"error":"A"}]})");
    check_json(service.send("POST /rules", R"({"error":"B"})"), 200, R"({"rules":[{"error":"A"},{"error":"B"}]})");
    check_error(service.send("POST /rules", R"({"delay_ms":"1"})"), 400, "delay_ms must be a number of milliseconds, at most 600000");
    CHECK(service.scenario.rules().size() == 2);
}

TEST_CASE("PUT /clock sets the clock by an offset or a time") {
    fixture service;
    check_json(service.send("PUT /clock", R"({"offset_seconds":-400})"), 200, R"({"offset_seconds":-400,"time":1699999600})");
    CHECK(service.scenario.settings().clock_offset_seconds == -400);
    check_json(service.send("PUT /clock", R"({"time":1700000007})"), 200, R"({"offset_seconds":7,"time":1700000007})");
    CHECK(service.scenario.settings().clock_offset_seconds == 7);
}

TEST_CASE("a mistake in a clock becomes one sentence") {
    const fixture service;
    const auto check_clock = [&service](std::string_view json, std::string_view sentence) {
        check_error(service.send("PUT /clock", json), 400, sentence);
    };
    check_clock("", "the clock is not JSON: ends too early, at byte 0");
    check_clock("7", "the clock must be a JSON object");
    check_clock("{}", "the clock needs either offset_seconds or time");
    check_clock(R"({"offset_seconds":1,"time":1700000000})", "the clock needs either offset_seconds or time");
    check_clock(R"({"offset":1})", "offset is unknown: the members of the clock are offset_seconds and time");
    check_clock(R"({"offset_seconds":"1"})", "offset_seconds must be a number of seconds");
    check_clock(R"({"time":-1})", "time must be a time in seconds since 1970");
    check_clock(R"({"time":1700000000000})", "time must be a time in seconds since 1970");
    check_clock(R"({"offset_seconds":1576800001})", "the clock offset must be a number of seconds, at most fifty years");
    check_clock(R"({"time":253402300799})", "the clock offset must be a number of seconds, at most fifty years");
    CHECK(service.scenario.settings().clock_offset_seconds == 0);
}

// ---- sessions ------------------------------------------------------------------------------------------------------------------------

TEST_CASE("POST /sessions moves a session") {
    fixture service;
    check_json(service.send("POST /sessions/token-1/start"), 200, R"({"token":"token-1","state":"started"})");
    CHECK(service.moved == "start token-1");
    check_json(service.send("POST /sessions/token-1/finish"), 200, R"({"token":"token-1","state":"finished"})");
    CHECK(service.moved == "finish token-1");
    check_json(service.send("POST /sessions/token-1/fail"), 200, R"({"token":"token-1","state":"failed"})");
    CHECK(service.moved == "fail token-1");
    check_json(service.send("POST /sessions/token-1/expire"), 200, R"({"token":"token-1","state":"expired"})");
    CHECK(service.moved == "expire token-1");
}

TEST_CASE("a token in a path may be percent-encoded") {
    fixture service;
    CHECK(service.send("POST /sessions/a%2Fb%20c/start").status == 200);
    CHECK(service.moved == "start a/b c");
    CHECK(service.send("POST /sessions/a%2/start").status == 404);
}

TEST_CASE("a session that cannot be moved is an error") {
    fixture service;
    service.knows_token = false;
    check_error(service.send("POST /sessions/token-1/finish"), 404,
                "no session has this token, or its app has not started, or it is too late for this step");
}

// ---- what is rejected ----------------------------------------------------------------------------------------------------------------

TEST_CASE("an unknown path gets status 404") {
    fixture service;
    for (const std::string_view path : {"GET /helth", "GET /health/", "GET //", "POST /sessions", "POST /sessions//start",
                                        "POST /sessions/a/b/start", "POST /sessions/start", "POST /sessions/a/stop", "GET *"}) {
        CAPTURE(path);
        check_error(service.send(path), 404, "the admin port has no such path: GET / lists its calls");
    }
    CHECK(service.moved.empty());
}

TEST_CASE("an unknown method of a path gets status 405 and the methods it has") {
    fixture service;
    const http_reply reply = service.send("POST /scenario");
    check_error(reply, 405, "this path has no such method, but GET, PUT, DELETE");
    CHECK(header_of(reply, "Allow") == "GET, PUT, DELETE");
    CHECK(service.send("GET /rules").status == 405);
    CHECK(service.send("get /health").status == 405);
    CHECK(service.send("GET /sessions/token-1/start").status == 405);
}

TEST_CASE("bytes that are no request are rejected") {
    fixture service;
    for (const std::string_view bytes : {"", "\r\n\r\n", "GET", "GET / HTTP/1.1", "\xff"}) {
        CHECK(service.admin.handle({.bytes = bytes, .peer = {}}).status == 403);
    }
}

TEST_CASE("a request of a web page is rejected") {
    fixture service;
    const auto rejects_origin = [&service](std::string_view headers) {
        check_error(service.send("DELETE /scenario", {}, headers), 403,
                    "a request with an Origin header is from a web page, which must not control the service");
    };
    rejects_origin("Host: localhost\r\nOrigin: https://a.example\r\n");
    rejects_origin("Host: localhost\r\norigin: null\r\n");
    rejects_origin("Origin: http://localhost\r\nHost: localhost\r\n");
    const auto rejects_host = [&service](std::string_view headers) {
        check_error(service.send("GET /credential", {}, headers), 403,
                    "the Host must be an IP address or localhost: another name may be that of a web page");
    };
    rejects_host("Host: a.example:9001\r\n");
    rejects_host("");
    rejects_host("Host:\r\n");
}

TEST_CASE("a Host is an address or localhost, with or without a port") {
    using tc3_cli::is_local_host;
    for (const std::string_view host : {"localhost", "LocalHost:9001", "127.0.0.1", "127.0.0.1:9001", "192.168.1.7:80", "[::1]",
                                        "[::1]:9001", "[fe80::1%25a]:1", "localhost:"}) {
        CAPTURE(host);
        CHECK(is_local_host(host));
    }
    for (const std::string_view host : {"", ":80", "a.example", "localhost.a.example", "127.0.0.1.a.example", "1.2.3", "1.2.3.4.5",
                                        "1.2.3.a", "a.example:[::1]", "[::1].a.example", "localhost:80a", "localhost:80:80"}) {
        CAPTURE(host);
        CHECK_FALSE(is_local_host(host));
    }
}
