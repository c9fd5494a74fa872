// SPDX-License-Identifier: MIT
// A call that is signed by a signer that keeps the key, such as a secure element.
#include "exchange.hpp"
#include "toy_hash.hpp"

namespace {

class secure_element {
public:
    explicit secure_element(std::string_view secret_id) noexcept : secret_id_(secret_id) {}

    [[nodiscard]] std::string_view secret_id() const noexcept { return secret_id_; }
    tc3::result<tc3::signing::signature, tc3::error> sign(const tc3::signing::signer_input& input) noexcept {
        toy_hash hash;
        hash.add(tc3::as_bytes(input.string_to_sign.view()));
        return tc3::signing::signature{hash.digest()};
    }

private:
    std::string_view secret_id_;
};

}  // namespace

std::size_t program(const environment& device) {
    secure_element signer(device.profile.credential.secret_id);
    return run_exchange(device, {.signer = signer});
}
