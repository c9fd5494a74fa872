// SPDX-License-Identifier: MIT
// Signs a request without JSON, model or HTTP. Request and credential are those of Tencent Cloud's signature manual; the program fails
// unless the signature is the one that the manual prints.
//
//     c++ -std=c++20 -Isingle_include examples/02_sign_by_hand.cpp -o example && ./example
#include <tc3/tc3.hpp>

#include <array>
#include <iostream>
#include <string>
#include <string_view>

namespace signing = tc3::signing;

constexpr tc3::credential_view credential{.secret_id = "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE",
                                          .secret_key = "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE"};
constexpr tc3::unix_time now{1551113065};  // also the value of the X-TC-Timestamp header
constexpr std::string_view body = R"({"Limit": 1, "Filters": [{"Values": ["\u672a\u547d\u540d"], "Name": "instance-name"}]})";
constexpr std::array headers{
    tc3::http::header{"Content-Type", "application/json; charset=utf-8"},
    tc3::http::header{"Host", "cvm.tencentcloudapi.com"},
};

tc3::result<std::string, tc3::error> authorization_header() {
    // The parts that are signed: method, path, query, headers, and the hash of the body.
    const auto hash = signing::payload_hash(body);
    if (!hash) return tc3::unexpected(hash.error());
    const signing::request_parts parts{.method = tc3::http::method::post, .headers = headers, .hashed_payload = *hash};

    // The signing key is valid for one service on one UTC day. Keep it to save half of the work of a signature.
    const auto scope = signing::credential_scope::make("cvm", now);
    if (!scope) return tc3::unexpected(scope.error());
    const auto key = signing::derive_signing_key(credential, *scope);
    if (!key) return tc3::unexpected(key.error());

    const auto value = signing::authorization(parts, now, *key, credential.secret_id);
    if (!value) return tc3::unexpected(value.error());
    std::string text;
    value->write(text);
    return text;
}

int main() {
    const auto header = authorization_header();
    if (!header) {
        std::string message;
        write_error(message, header.error());
        std::cerr << message << '\n';
        return 1;
    }
    std::cout << "Authorization: " << *header << '\n';

    constexpr std::string_view signature_of_the_manual = "72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168";
    return header->ends_with(signature_of_the_manual) ? 0 : 1;
}
