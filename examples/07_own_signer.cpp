// SPDX-License-Identifier: MIT
// Signs with a key that this process cannot read: in a secure element, an HSM or another process. For tc3 that is a signer, an object
// with secret_id() and sign(), which is an option of a request. For a signature that arrives later see 11_signing_server.cpp.
//
//     c++ -std=c++20 -Isingle_include examples/07_own_signer.cpp -o example && ./example
#include <tc3/tc3.hpp>
#include <tc3/testing.hpp>

#include <ctime>
#include <iostream>
#include <string_view>

namespace faceid = tc3::faceid;
namespace signing = tc3::signing;

constexpr std::string_view example_id = "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE";  // the manual's example: no account has it
constexpr std::string_view example_key = "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE";

tc3::unix_time now() { return {std::time(nullptr)}; }

// Replace the bodies of these functions by calls of the driver of your element.
class secure_element {
public:
    [[nodiscard]] std::string_view secret_id() const { return example_id; }

    tc3::result<signing::signature, tc3::error> sign(const signing::signer_input& request) {
        std::cout << "the secure element signs:\n" << request.string_to_sign.view() << "\n\n";
        if (request.scope.service() != faceid::service) return failed();  // this key signs for eKYC only
        const auto key = signing::derive_signing_key({example_id, example_key}, request.scope);
        if (!key) return failed();
        return signing::sign(*key, request);
    }

private:
    static tc3::unexpected<tc3::error> failed() {
        return tc3::unexpected(tc3::error{.code = tc3::errc::signer_failed, .part = "signature"});
    }
};

int main() {
    tc3::testing::emulator service(now, [] { return "emulated-sdk-token-1"; });
    service.add_credential(example_id, example_key);
    tc3::testing::serve_faceid(service);

    secure_element element;
    const tc3::client_profile_view profile{.credential = {}, .region = "ap-singapore"};  // the id comes from the signer
    const auto result = tc3::call(service, faceid::apply_liveness_token{}, profile, now(), {.signer = element});
    if (!result) {
        std::cerr << to_string(result.error()) << '\n';
        return 1;
    }
    std::cout << "accepted, request id " << result->request_id.value_or("none") << '\n';
    return 0;
}
