// SPDX-License-Identifier: MIT
// The libcurl transport of the examples keeps the contract of transports, except for one habit of libcurl.
//
//     libcurl_transport_test http://ADDRESS      the address of loopback_server.py
#include "../../examples/support/libcurl_transport.hpp"

#include "report.hpp"
#include "transport_contract.hpp"

#include <curl/curl.h>

#include <iostream>
#include <string_view>

namespace {

// If a reused connection closes before the first byte of the response, libcurl sends the request again on a new connection. Only
// CURLOPT_FORBID_REUSE prevents that, at the price of a TLS handshake for each call.
constexpr std::string_view known_to_break = "a request without a response is not sent again: the service may have handled it\n";

/// Returns whether the second of two requests over one connection fails, counts as sent, and cannot have been sent for a second time. The
/// server reads it and leaves; libcurl then finds that nobody listens, and reports a refused connection.
bool counts_a_lost_request_as_sent(examples::libcurl_transport& send, std::string_view server) {
    tc3::http::request_view request;
    request.scheme = "http";
    request.host = server;
    request.target = "/leaving";
    request.method = tc3::http::method::get;
    const auto leaving = send(request);
    if (!leaving) return false;

    request.host = leaving->body;
    request.target = "/";
    if (!send(request)) return false;
    const auto lost = send(request);
    return !lost && lost.error().code == CURLE_COULDNT_CONNECT && !lost.error().never_sent;
}

}  // namespace

int main(int count, char** arguments) {
    constexpr std::string_view scheme = "http://";
    if (count != 2 || !std::string_view(arguments[1]).starts_with(scheme)) {
        std::cerr << "usage: libcurl_transport_test http://ADDRESS\n";
        return 2;
    }
    curl_global_init(CURL_GLOBAL_DEFAULT);
    contract::report report;
    bool counts_as_sent = false;
    {
        const std::string_view address = std::string_view(arguments[1]).substr(scheme.size());
        examples::libcurl_transport send;
        contract::transport_contract(send, {.address = address}, report);
        counts_as_sent = counts_a_lost_request_as_sent(send, address);
    }
    curl_global_cleanup();
    std::cout << report.tried() << " rules tried, broken:\n" << report.broken();
    if (!counts_as_sent) std::cout << "a request that was sent, and not answered, counts as never sent\n";
    return counts_as_sent && (report.passed() || report.broken() == known_to_break) ? 0 : 1;
}
