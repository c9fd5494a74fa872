// SPDX-License-Identifier: MIT
// The secret key stays in a secure element, an HSM, or a process of its own, that signs what it is given and answers at once. To tc3 that
// is a signer: an object with secret_id() and sign(). One that takes time: see 11_signing_server.cpp.
#include <tc3/tc3.hpp>
#include <tc3/testing.hpp>

#include <ctime>
#include <iostream>
#include <string_view>

namespace faceid = tc3::faceid;
namespace signing = tc3::signing;

constexpr std::string_view example_id = "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE";  // the manual's example, good for nothing else
constexpr std::string_view example_key = "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE";

tc3::unix_time now() { return {std::time(nullptr)}; }

// Stands for the driver of your element: what it holds can be used, not read.
class secure_element {
public:
    [[nodiscard]] std::string_view secret_id() const { return example_id; }

    tc3::result<signing::signature, tc3::error> sign(const signing::signing_request& request) {
        std::cout << "to the secure element:\n" << request.string_to_sign.view() << "\n\n";
        if (request.scope.service() != faceid::service) return refused();
        const auto key = signing::derive_signing_key({example_id, example_key}, request.scope);
        if (!key) return refused();
        return signing::sign(*key, request);
    }

private:
    static tc3::unexpected<tc3::error> refused() {
        return tc3::unexpected(tc3::error{.code = tc3::errc::signer_failed, .part = "signature"});
    }
};

int main() {
    tc3::testing::emulator service(now, [] { return "emulated-sdk-token-1"; });
    service.add_credential(example_id, example_key);
    serve_faceid(service);

    secure_element element;
    const tc3::client_profile_view profile{.credential = {}, .region = "ap-singapore"};  // no id, no key
    const auto output = tc3::call(service, faceid::apply_liveness_token{}, profile, now(), {}, element);
    if (!output) {
        std::cerr << to_string(output.error()) << '\n';
        return 1;
    }
    std::cout << "accepted, request id " << output->request_id.value_or("none") << '\n';
    return 0;
}
