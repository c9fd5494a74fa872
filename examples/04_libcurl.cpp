// SPDX-License-Identifier: MIT
// A call over libcurl, which stands in support/libcurl_transport.hpp, to an emulator that runs elsewhere:
//
//     04_libcurl http://127.0.0.1:PORT
//
// For the real service, leave scheme and connect_to as they are and put your own credential in; see 01_apply_liveness_token.cpp --live.
#include "support/libcurl_transport.hpp"
#include <tc3/tc3.hpp>

#include <ctime>
#include <iostream>
#include <string>
#include <string_view>

namespace faceid = tc3::faceid;

int main(int count, char** arguments) {
    constexpr std::string_view scheme = "http://";
    const std::string_view address = count == 2 ? arguments[1] : "";
    if (!address.starts_with(scheme)) {
        std::cerr << "usage: 04_libcurl http://ADDRESS:PORT\n";
        return 2;
    }
    // The Host header and so the signature stay those of the service; only the connection goes elsewhere.
    const tc3::client_profile profile{
        .credential = {"AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE", "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE"},
        .region = "ap-singapore",
        .scheme = "http",
        .connect_to = std::string(address.substr(scheme.size())),
    };
    curl_global_init(CURL_GLOBAL_DEFAULT);
    examples::libcurl_transport http;
    const auto output = tc3::call(http, faceid::apply_liveness_token{}, profile, {std::time(nullptr)});
    if (!output) {
        std::cerr << to_string(output.error()) << '\n';
        return 1;
    }
    std::cout << "request id " << output->request_id.value_or("missing") << '\n';
    return output->sdk_token ? 0 : 1;
}
