// SPDX-License-Identifier: MIT
// The rules that tc3 requires of a transport, as checks for your own, over HTTP on this machine. Needs no test framework, but
// loopback_server.py as the server: it returns the bytes that it receives.
#pragma once

#include <tc3/tc3.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace contract {

/// The address of loopback_server.py, and addresses without a server.
struct loopback {
    std::string_view address;                   ///< "127.0.0.1:PORT"
    std::string_view refusing = "127.0.0.1:1";  ///< an address that refuses connections
    std::string_view unknown = "name.invalid";  ///< a name that does not resolve
};

/// Checks a transport and calls `report(bool held, std::string_view rule)` for each rule. Sends about 80 requests.
template <tc3::transport Transport, class Report>
void transport_contract(Transport&& send, const loopback& server, Report&& report);

namespace detail {

/// A request as the server received it.
struct received {
    std::string method, target, body;
    std::vector<std::pair<std::string, std::string>> headers;

    explicit received(std::string_view bytes) {
        const std::size_t end = bytes.find("\r\n\r\n");
        if (end == std::string_view::npos) return;
        body = bytes.substr(end + 4);
        std::string_view lines = bytes.substr(0, end + 2);
        const std::string_view first = take_line(lines);
        const std::size_t blank = first.find(' ');
        const std::size_t last_blank = first.rfind(' ');
        if (blank == last_blank) return;
        method = first.substr(0, blank);
        target = first.substr(blank + 1, last_blank - blank - 1);
        while (!lines.empty()) {
            const std::string_view line = take_line(lines);
            const std::size_t colon = line.find(':');
            if (colon == std::string_view::npos) continue;
            headers.emplace_back(line.substr(0, colon), tc3::ascii::trim(line.substr(colon + 1)));
        }
    }

    [[nodiscard]] std::size_t count(std::string_view name) const {
        std::size_t found = 0;
        for (const auto& header : headers) found += tc3::ascii::equal_lower(header.first, name) ? 1U : 0U;
        return found;
    }
    [[nodiscard]] bool has(std::string_view name, std::string_view value) const {
        for (const auto& header : headers) {
            if (tc3::ascii::equal_lower(header.first, name) && header.second == value) return true;
        }
        return false;
    }
    [[nodiscard]] bool has_once(std::string_view name, std::string_view value) const { return count(name) == 1 && has(name, value); }

private:
    static std::string_view take_line(std::string_view& lines) {
        const std::string_view line = lines.substr(0, lines.find("\r\n"));
        lines.remove_prefix(line.size() + 2);
        return line;
    }
};

inline constexpr tc3::http::header usual_headers[] = {
    {"Authorization",
     "TC3-HMAC-SHA256 Credential=AKIDEXAMPLE/2019-02-25/faceid/tc3_request, SignedHeaders=content-type;host, "
     "Signature=0000000000000000000000000000000000000000000000000000000000000000"},
    {"Content-Type", "application/json; charset=utf-8"},
    {"X-TC-Action", "ApplyLivenessToken"},
    {"X-TC-Timestamp", "1551113065"},
    {"X-TC-Version", "2018-03-01"},
    {"X-TC-Region", "ap-singapore"},
};

// Valid headers that HTTP libraries tend to change.
inline constexpr tc3::http::header unusual_headers[] = {
    {"Content-Type", "multipart/form-data; boundary=\"a b\""},
    {"X-TC-TraceId", "100%25 %zz  two  blanks"},
    {"X-TC-Language", "a,b;c=\"d\\e\""},
    {"X-TC-Text", "\xe5\x8c\x97\xe4\xba\xac"},
    {"x-tc-lower", "lower"},
    {"X-TC-Empty", ""},
};

template <std::size_t N>
std::string packed(const tc3::http::header (&headers)[N]) {
    std::string text;
    for (const tc3::http::header& header : headers) tc3::http::header_list::pack(text, header);
    return text;
}

inline std::string every_byte(std::size_t size) {
    std::string text(size, '\0');
    for (std::size_t i = 0; i < size; ++i) text[i] = static_cast<char>(static_cast<unsigned char>(i % 256));
    return text;
}

/// The result of one call, without the types of the transport.
struct send_result {
    bool responded = false;
    std::int64_t status = 0;
    std::string body;
    bool has_reason = false;  ///< the error has a code or a message
    bool never_sent = false;  ///< so says the error, if it can
    std::optional<tc3::unix_time> date = {};
};

template <class Transport, class Report>
class transport_checks {
public:
    transport_checks(Transport& send, const loopback& server, Report& report) : send_(send), server_(server), report_(report) {}

    void run() {
        if (!can_reach_the_server()) return;
        posts();
        gets();
        headers();
        addresses();
        outputs();
        one_call_is_one_request();
        failures();
    }

private:
    void rule(bool held, std::string_view text) { report_(held, text); }

    bool can_reach_the_server() {
        const bool reached = send(get("/")).status == 200;
        rule(reached, "a request to the server gets a response");
        return reached;
    }

    void posts() {
        bool held = true;
        for (const std::size_t size : {std::size_t{2}, std::size_t{256}, std::size_t{1'000'000}}) {
            const std::string body = every_byte(size);
            const received sent = echo(post("/", body));
            held = sent.method == "POST" && sent.body == body && sent.has_once("Content-Length", std::to_string(size)) && held;
        }
        rule(held, "the body of a POST arrives byte for byte, of any size and with zero bytes in it");
        const received empty = echo(post("/", ""));
        rule(empty.method == "POST" && empty.body.empty() && empty.has_once("Content-Length", "0"), "a POST without a body stays a POST");
    }

    void gets() {
        const received sent = echo(get("/?Limit=10"));
        const bool announced = sent.count("Content-Length") != 0 && !sent.has_once("Content-Length", "0");
        rule(sent.method == "GET" && sent.body.empty() && !announced, "a GET stays a GET, without a body and without the size of one");

        bool held = true;
        for (const std::string_view target : {"/", "/?", "/?a=%2f%2F%7e~&b=+%20&c=", "/?Filters.0.Name=%E5%8C%97&x=1&x=2", "/?a=b=c&&d",
                                              "/a/../b/./c//d", "/%2e%2e/x;y=(1)*'!"}) {
            held = echo(get(target)).target == target && echo(post(target, "{}")).target == target && held;
        }
        rule(held, "the target arrives byte for byte: not encoded again, not decoded, not normalized");
    }

    void headers() {
        rule(all_arrive(usual_headers), "each header arrives once, with its signed value");
        rule(all_arrive(unusual_headers), "each header with an empty value, quotes, percent signs, UTF-8 or repeated blanks arrives once");

        tc3::http::request_view without_headers = get("/");
        without_headers.headers = {};
        const received bare = echo(without_headers);
        bool added = bare.count("Authorization") != 0;
        for (const auto& field : bare.headers)
            added = added || tc3::ascii::equal_lower(std::string_view(field.first).substr(0, 5), "x-tc-");
        rule(!added, "the transport adds no header that tc3 sends");
        rule(bare.has_once("Host", server_.address), "the Host header is that of the request");
    }

    template <std::size_t N>
    bool all_arrive(const tc3::http::header (&headers)[N]) {
        const std::string list = packed(headers);
        tc3::http::request_view request = post("/", "{}");
        request.headers = tc3::http::header_list(list);
        const received sent = echo(request);
        bool held = true;
        for (const tc3::http::header& field : headers) held = sent.has_once(field.name, field.value) && held;
        return held;
    }

    void addresses() {
        tc3::http::request_view request = post("/", "{}");
        request.host = "faceid.intl.tencentcloudapi.com";
        request.connect_to = server_.address;
        rule(echo(request).has_once("Host", request.host), "the connection goes to connect_to, and Host stays that of the service");
        request.host = "faceid.intl.tencentcloudapi.com:8443";
        rule(echo(request).has_once("Host", request.host), "Host keeps its port when the connection goes to connect_to");
    }

    void outputs() {
        bool held = true;
        for (const std::int64_t status : {400, 401, 403, 404, 413, 429, 500, 502, 503}) {
            const send_result result = send(post("/status/" + std::to_string(status), "{}"));
            held = result.responded && result.status == status && !result.body.empty() && held;
        }
        rule(held, "an HTTP status of 400 to 503 is a response with its body, not an error");
        if constexpr (has_date) {
            const bool dated = send(post("/", "{}")).date == sent_date && send(post("/status/502", "{}")).date == sent_date;
            rule(dated, "a response has its Date: server_time() reads it");
        }

        held = true;
        for (const std::size_t size : {std::size_t{0}, std::size_t{256}, std::size_t{1'000'000}}) {
            const send_result result = send(get("/binary/" + std::to_string(size)));
            held = result.status == 200 && result.body == every_byte(size) && held;
        }
        rule(held, "the body of a response arrives byte for byte, of any size, also empty");
    }

    void one_call_is_one_request() {
        bool held = true;
        for (const std::int64_t status : {301, 302, 303, 307, 308}) {
            for (const bool with_body : {false, true}) {
                const std::string target = "/status/" + std::to_string(status);
                const std::size_t before = requests_so_far();
                const send_result result = with_body ? send(post(target, "{}")) : send(get(target));
                held = result.responded && result.status == status && requests_so_far() == before + 2 && held;
            }
        }
        rule(held, "a redirect is returned, not followed");

        rule(is_sent_once("/status/503") && is_sent_once("/status/429"), "a request that the server rejects for now is not sent again");
        rule(is_sent_once("/close"), "a request without a response is not sent again: the service may have handled it");
    }

    bool is_sent_once(std::string_view target) {
        const std::size_t before = requests_so_far();
        static_cast<void>(send(post(target, "{}")));
        return requests_so_far() == before + 2;
    }

    void failures() {
        tc3::http::request_view request = post("/", "{}");
        request.host = server_.refusing;
        rule(fails(request), "a refused connection is an error with a code or a message");
        request.host = server_.address;
        request.connect_to = server_.refusing;
        rule(fails(request), "a refused connection to connect_to is an error: the host is not tried in its place");
        rule(fails(post("/close", "{}")), "a connection that is closed without a response is an error");
        rule(fails(post("/cut-short", "{}")), "a response that ends before its Content-Length is an error");
        rule(send(get("/")).status == 200, "after an error the next request gets a response");

        request = post("/", "{}");
        request.host = server_.unknown;
        rule(fails(request), "a name that does not resolve is an error");
        request = post("/", "{}");
        request.scheme = "https";
        rule(fails(request), "a failed TLS handshake is an error: the request is not sent without TLS");
        if constexpr (tells_never_sent) errors_tell_whether_the_request_was_sent();
    }

    void errors_tell_whether_the_request_was_sent() {
        tc3::http::request_view request = post("/", "{}");
        request.host = server_.refusing;
        rule(send(request).never_sent, "never_sent is true after a refused connection");
        request.host = server_.address;
        request.connect_to = server_.refusing;
        rule(send(request).never_sent, "never_sent is true after a refused connection to connect_to");
        request = post("/", "{}");
        request.host = server_.unknown;
        rule(send(request).never_sent, "never_sent is true for a name that does not resolve");
        request = post("/", "{}");
        request.scheme = "https";
        rule(send(request).never_sent, "never_sent is true after a failed TLS handshake");
        rule(!send(post("/close", "{}")).never_sent && !send(post("/cut-short", "{}")).never_sent,
             "never_sent is false after a connection that is closed early: the service may have handled the request");
    }

    bool fails(const tc3::http::request_view& request) {
        const send_result result = send(request);
        return !result.responded && result.has_reason;
    }

    send_result send(const tc3::http::request_view& request) {
        const auto returned = send_(request);
        send_result result;
        result.responded = returned.has_value();
        if (result.responded) {
            const auto& response = *returned;
            result.status = static_cast<std::int64_t>(response.status);
            result.date = tc3::date_of(response);
            result.body.assign(reinterpret_cast<const char*>(std::data(response.body)), std::size(response.body));
        } else {
            const auto& error = returned.error();
            if constexpr (tells_never_sent) result.never_sent = error.never_sent;
            result.has_reason =
                static_cast<std::int64_t>(error.code) != 0 || !tc3::transport_detail::bounded_message(error.message).empty();
        }
        return result;
    }
    received echo(const tc3::http::request_view& request) { return received(send(request).body); }

    // Returns the number of requests that the server received, with this one.
    std::size_t requests_so_far() {
        std::size_t count = 0;
        for (const char digit : send(get("/count")).body) count = 10 * count + static_cast<std::size_t>(digit - '0');
        return count;
    }

    // The request refers to `target` and `body`: a temporary string lives until the end of the statement that sends it.
    [[nodiscard]] tc3::http::request_view get(std::string_view target) const {
        tc3::http::request_view request;
        request.method = tc3::http::method::get;
        request.scheme = "http";
        request.host = server_.address;
        request.target = target;
        request.headers = tc3::http::header_list(usual_);
        return request;
    }
    [[nodiscard]] tc3::http::request_view post(std::string_view target, std::string_view body) const {
        tc3::http::request_view request = get(target);
        request.method = tc3::http::method::post;
        request.body = body;
        return request;
    }

    using returned_type = std::invoke_result_t<Transport&, const tc3::http::request_view&>;
    static constexpr bool tells_never_sent = tc3::has_never_sent<std::remove_cvref_t<decltype(std::declval<returned_type&>().error())>>;
    static constexpr bool has_date = tc3::has_date<std::remove_cvref_t<decltype(*std::declval<returned_type&>())>>;
    static constexpr tc3::unix_time sent_date{784111777};  // of loopback_server.py

    const std::string usual_ = packed(usual_headers);
    Transport& send_;
    loopback server_;
    Report& report_;
};

}  // namespace detail

template <tc3::transport Transport, class Report>
void transport_contract(Transport&& send, const loopback& server, Report&& report) {
    detail::transport_checks(send, server, report).run();
}

}  // namespace contract
