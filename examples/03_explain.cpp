// SPDX-License-Identifier: MIT
// Prints every step of a signature, to compare with the API Explorer or another signer when the service returns SignatureFailure. The
// request is that of 02_sign_by_hand.cpp. Secrets are masked, so you can pass the output on.
//
//     c++ -std=c++20 -Isingle_include examples/03_explain.cpp -o example && ./example
#include <tc3/tc3.hpp>

#include <array>
#include <iostream>
#include <string>
#include <string_view>

namespace signing = tc3::signing;

int main() {
    constexpr tc3::credential_view credential{.secret_id = "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE",
                                              .secret_key = "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE"};
    constexpr std::string_view body = R"({"Limit": 1, "Filters": [{"Values": ["\u672a\u547d\u540d"], "Name": "instance-name"}]})";
    constexpr std::array headers{
        tc3::http::header{"Content-Type", "application/json; charset=utf-8"},
        tc3::http::header{"Host", "cvm.tencentcloudapi.com"},
    };
    const auto hash = signing::payload_hash(body);
    if (!hash) return 1;

    tc3::crypto::builtin_policy policy;
    signing::credential_signer signer(credential, policy);
    std::string steps;
    const auto explained = signing::explain(steps, {.headers = headers, .hashed_payload = *hash}, "cvm", {1551113065}, signer);
    std::cout << steps;
    return explained ? 0 : 1;
}
