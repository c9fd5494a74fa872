// SPDX-License-Identifier: MIT
// Calls an emulator in another process with cpp-httplib. tc3 reads httplib::Response directly: any type with `status` and `body` will do.
//
//     c++ -std=c++20 -Isingle_include examples/05_cpp_httplib.cpp $(pkg-config --cflags --libs cpp-httplib) -pthread -o example
//     ./example http://127.0.0.1:PORT      with the port that `sh examples/emulator.sh` prints
#include <tc3/tc3.hpp>

#include <httplib.h>

#include <cstddef>
#include <ctime>
#include <iostream>
#include <string>
#include <string_view>
#include <utility>

namespace faceid = tc3::faceid;

struct http_error {
    int code;
    std::string message;
    bool never_sent;
};

/// Returns whether an error ended the call before its request: at the name, the connection or the TLS handshake.
bool is_before_request(httplib::Error error) {
    switch (error) {
        case httplib::Error::Connection:
        case httplib::Error::ConnectionTimeout:
        case httplib::Error::BindIPAddress:
        case httplib::Error::SSLConnection:
        case httplib::Error::SSLLoadingCerts:
        case httplib::Error::SSLServerVerification: return true;
        default: return false;
    }
}

struct address {
    std::string host;  // an IPv6 address without its brackets
    std::string port;  // empty if there is none
};

/// Splits "host", "host:port", "[::1]" or "[::1]:port".
address split(std::string_view text) {
    const std::size_t bracket = text.rfind(']');
    const std::size_t colon = text.find(':', bracket == std::string_view::npos ? 0 : bracket);
    const std::string_view host = text.substr(0, colon);
    const std::string_view port = colon == std::string_view::npos ? "" : text.substr(colon + 1);
    return {std::string(bracket == std::string_view::npos ? host : host.substr(1, bracket - 1)), std::string(port)};
}

std::string join(const address& parts) {
    const bool is_ipv6 = parts.host.find(':') != std::string::npos;
    return (is_ipv6 ? "[" + parts.host + "]" : parts.host) + (parts.port.empty() ? "" : ":" + parts.port);
}

/// Returns a client that connects to `connect_to`, a numeric address, if it is set. Host header and certificate stay those of the host.
httplib::Client client_for(const tc3::http::request_view& request) {
    const std::string scheme = std::string(request.scheme) + "://";
    if (request.connect_to.empty()) return httplib::Client(scheme + std::string(request.host));

    address host = split(request.host);
    const address numeric = split(request.connect_to);
    if (!numeric.port.empty()) host.port = numeric.port;
    httplib::Client client(scheme + join(host));
    client.set_hostname_addr_map({{host.host, numeric.host}});
    return client;
}

tc3::result<httplib::Response, http_error> over_httplib(const tc3::http::request_view& request) {
    httplib::Client client = client_for(request);
    client.set_url_encode(false);       // the target is signed as it is
    client.set_follow_location(false);  // the signature is valid for one host and target
    client.set_read_timeout(60);

    httplib::Request message;
    message.method = name_of(request.method);
    message.path = request.target;
    message.body = request.body;
    message.set_header("Host", std::string(request.host));
    for (const tc3::http::header header : request.headers) message.set_header(std::string(header.name).c_str(), std::string(header.value));

    httplib::Result response = client.send(message);
    if (!response) {
        const httplib::Error error = response.error();
        return tc3::unexpected(http_error{static_cast<int>(error), httplib::to_string(error), is_before_request(error)});
    }
    return std::move(*response);
}

int main(int count, char** arguments) {
    constexpr std::string_view scheme = "http://";
    const std::string_view address = count == 2 ? arguments[1] : "";
    if (!address.starts_with(scheme)) {
        std::cerr << "usage: 05_cpp_httplib http://ADDRESS:PORT\n";
        return 2;
    }
    // With `connect_to` the connection goes to another address. The Host header, which is signed, stays that of the service.
    const tc3::client_profile profile{
        .credential = {"AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE", "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE"},
        .region = "ap-singapore",
        .scheme = "http",
        .connect_to = std::string(address.substr(scheme.size())),
    };
    const auto result = tc3::call(over_httplib, faceid::apply_liveness_token{}, profile, {std::time(nullptr)});
    if (!result) {
        std::cerr << to_string(result.error()) << '\n';
        return 1;
    }
    std::cout << "accepted, request id " << result->request_id.value_or("none") << '\n';
    return result->sdk_token ? 0 : 1;
}
