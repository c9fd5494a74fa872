// SPDX-License-Identifier: MIT
// Calls an emulator in another process with libcurl. The transport is support/libcurl_transport.hpp.
//
//     c++ -std=c++20 -Isingle_include examples/04_libcurl.cpp -lcurl -o example
//     ./example http://127.0.0.1:PORT      with the port that `sh examples/emulator.sh` prints
//
// For the real service leave `scheme` and `connect_to` unset and use your credential: see 01_apply_liveness_token.cpp --live.
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
    // With `connect_to` the connection goes to another address. The Host header, which is signed, stays that of the service.
    const tc3::client_profile profile{
        .credential = {"AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE", "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE"},
        .region = "ap-singapore",
        .scheme = "http",
        .connect_to = std::string(address.substr(scheme.size())),
    };
    curl_global_init(CURL_GLOBAL_DEFAULT);
    examples::libcurl_transport http;
    const auto result = tc3::call(http, faceid::apply_liveness_token{}, profile, {std::time(nullptr)});
    if (!result) {
        std::cerr << to_string(result.error()) << '\n';
        return 1;
    }
    std::cout << "accepted, request id " << result->request_id.value_or("none") << '\n';
    return result->sdk_token ? 0 : 1;
}
