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

}  // namespace

int main(int count, char** arguments) {
    constexpr std::string_view scheme = "http://";
    if (count != 2 || !std::string_view(arguments[1]).starts_with(scheme)) {
        std::cerr << "usage: libcurl_transport_test http://ADDRESS\n";
        return 2;
    }
    curl_global_init(CURL_GLOBAL_DEFAULT);
    contract::report report;
    {
        examples::libcurl_transport send;
        contract::transport_contract(send, {.address = std::string_view(arguments[1]).substr(scheme.size())}, report);
    }
    curl_global_cleanup();
    std::cout << report.tried() << " rules tried, broken:\n" << report.broken();
    return report.passed() || report.broken() == known_to_break ? 0 : 1;
}
