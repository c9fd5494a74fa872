// SPDX-License-Identifier: MIT
// A call over cpp-httplib, to an emulator that runs elsewhere:
//
//     05_cpp_httplib http://127.0.0.1:PORT
//
// The library's own response is used as it is: tc3 asks for a `status` and a `body`, whatever type they stand in.
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
};

struct address {
    std::string host;  // that of IPv6 without its brackets
    std::string port;  // empty where there is none
};

/// Takes "host", "host:port", "[::1]" and "[::1]:port" apart.
address split(std::string_view text) {
    const std::size_t bracket = text.rfind(']');
    const std::size_t colon = text.find(':', bracket == std::string_view::npos ? 0 : bracket);
    const std::string_view host = text.substr(0, colon);
    const std::string_view port = colon == std::string_view::npos ? "" : text.substr(colon + 1);
    return {std::string(bracket == std::string_view::npos ? host : host.substr(1, bracket - 1)), std::string(port)};
}

std::string join(const address& to) {
    const bool is_ipv6 = to.host.find(':') != std::string::npos;
    return (is_ipv6 ? "[" + to.host + "]" : to.host) + (to.port.empty() ? "" : ":" + to.port);
}

/// The connection goes to the numeric `connect_to` where there is one; Host header and certificate stay those of the host.
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
    client.set_url_encode(false);       // the target is signed as it stands
    client.set_follow_location(false);  // what goes elsewhere no longer fits its signature
    client.set_read_timeout(60);

    httplib::Request message;
    message.method = name_of(request.method);
    message.path = request.target;
    message.body = request.body;
    message.set_header("Host", std::string(request.host));
    for (const tc3::http::header field : request.headers) message.set_header(std::string(field.name).c_str(), std::string(field.value));

    httplib::Result response = client.send(message);
    if (!response) return tc3::unexpected(http_error{static_cast<int>(response.error()), httplib::to_string(response.error())});
    return std::move(*response);
}

int main(int count, char** arguments) {
    constexpr std::string_view scheme = "http://";
    const std::string_view address = count == 2 ? arguments[1] : "";
    if (!address.starts_with(scheme)) {
        std::cerr << "usage: 05_cpp_httplib http://ADDRESS:PORT\n";
        return 2;
    }
    // The Host header and so the signature stay those of the service; only the connection goes elsewhere.
    const tc3::client_profile profile{
        .credential = {"AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE", "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE"},
        .region = "ap-singapore",
        .scheme = "http",
        .connect_to = std::string(address.substr(scheme.size())),
    };
    const auto output = tc3::call(over_httplib, faceid::apply_liveness_token{}, profile, {std::time(nullptr)});
    if (!output) {
        std::cerr << to_string(output.error()) << '\n';
        return 1;
    }
    std::cout << "request id " << output->request_id.value_or("missing") << '\n';
    return output->sdk_token ? 0 : 1;
}
