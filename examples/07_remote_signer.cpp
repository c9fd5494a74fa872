// SPDX-License-Identifier: MIT
// A client that ships must not hold the secret key. Here it prepares the request, a back end of yours makes the signature, and the
// client puts it in and sends. Whatever it takes to reach the back end happens between two calls of tc3, in your own code.
#include <tc3/tc3.hpp>
#include <tc3/testing.hpp>

#include <ctime>
#include <iostream>
#include <string>
#include <string_view>
#include <utility>

namespace faceid = tc3::faceid;
namespace signing = tc3::signing;

constexpr std::string_view secret_id = "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE";
constexpr std::string_view secret_key = "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE";  // known to the back end alone

tc3::unix_time now() { return {std::time(nullptr)}; }

// On your server, behind TLS and a login. The key that signs is good for faceid and today only, whatever the client sends. But nobody can
// see the action behind the hash in a string to sign: a back end that must limit the action makes the whole request itself.
std::string back_end_sign(std::string_view string_to_sign) {
    const auto today = signing::credential_scope::make(faceid::service, now());
    if (!today) return {};
    const auto key = signing::derive_signing_key({secret_id, secret_key}, *today);
    if (!key) return {};
    const auto made = signing::sign(*key, string_to_sign);
    if (!made) return {};
    const auto hex = made->hex();
    return {hex.data(), hex.size()};
}

int fail(const tc3::failure& why) {
    std::cerr << to_string(why) << '\n';
    return 1;
}

int main() {
    tc3::testing::emulator service(now, [] { return "emulated-sdk-token-1"; });
    service.add_credential(secret_id, secret_key);
    serve_faceid(service);

    // In the app: an id, no key.
    const tc3::client_profile profile{.credential = {.secret_id = std::string(secret_id), .secret_key = {}}, .region = "ap-singapore"};
    auto prepared = tc3::prepare_request(faceid::apply_liveness_token{}, profile, now());
    if (!prepared) return fail(prepared.error());
    std::cout << "to the back end:\n" << prepared->string_to_sign() << "\n\n";

    const std::string hex = back_end_sign(prepared->string_to_sign());
    const auto signature = signing::signature::from_hex(hex);
    if (!signature) return 1;
    const tc3::http::request request = attach(std::move(*prepared), *signature);

    const auto response = service(request.view());  // your HTTP
    if (!response) return 1;
    const auto answer = tc3::parse_response<faceid::apply_liveness_token>(*response);
    if (!answer) return fail(answer.error());
    std::cout << "accepted, request id " << answer->request_id.value_or("none") << '\n';
    return 0;
}
