// SPDX-License-Identifier: MIT
// Signing alone: no JSON, no model, no HTTP. The request and the credential are the example of Tencent Cloud's signature manual, and
// the program fails unless it gets the signature that is printed there.
//
//     g++ -std=c++20 -Isingle_include examples/02_sign_by_hand.cpp -o sign && ./sign
#include <tc3/tc3.hpp>

#include <array>
#include <iostream>
#include <string>
#include <string_view>

namespace signing = tc3::signing;

constexpr tc3::credential_view who{.secret_id = "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE", .secret_key = "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE"};
constexpr tc3::unix_time now{1551113065};  // X-TC-Timestamp must say the same
constexpr std::string_view body = R"({"Limit": 1, "Filters": [{"Values": ["\u672a\u547d\u540d"], "Name": "instance-name"}]})";
constexpr std::array headers{
    tc3::http::header{"Content-Type", "application/json; charset=utf-8"},
    tc3::http::header{"Host", "cvm.tencentcloudapi.com"},
};

tc3::result<std::string, tc3::error> authorization_header() {
    // What is signed: method, path, query, headers, and the hash of the body.
    const auto hashed = signing::payload_hash(body);
    if (!hashed) return tc3::unexpected(hashed.error());
    const signing::request_parts parts{.method = tc3::http::method::post, .headers = headers, .hashed_payload = *hashed};

    // What it is signed with: a key that is good for one service on one day (UTC), and may be kept for as long.
    const auto scope = signing::credential_scope::make("cvm", now);
    if (!scope) return tc3::unexpected(scope.error());
    const auto key = signing::derive_signing_key(who, *scope);
    if (!key) return tc3::unexpected(key.error());

    const auto value = signing::authorization(parts, now, *key, who.secret_id);
    if (!value) return tc3::unexpected(value.error());
    std::string text;
    value->write(text);
    return text;
}

int main() {
    const auto authorization = authorization_header();
    if (!authorization) {
        std::string why;
        write_error(why, authorization.error());
        std::cerr << why << '\n';
        return 1;
    }
    std::cout << "Authorization: " << *authorization << '\n';

    constexpr std::string_view in_the_manual = "72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168";
    return authorization->ends_with(in_the_manual) ? 0 : 1;
}
