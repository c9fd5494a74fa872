// SPDX-License-Identifier: MIT
// A call that is signed with the secret key of the profile and a hash of the device.
#include "exchange.hpp"
#include "toy_hash.hpp"

namespace {

class device_hash {
public:
    bool sha_256_begin() noexcept {
        hash_ = {};
        return true;
    }
    bool sha_256_update(tc3::bytes_view bytes) noexcept {
        hash_.add(bytes);
        return true;
    }
    bool sha_256_finish(tc3::crypto::sha_256_digest& digest) noexcept {
        digest = hash_.digest();
        return true;
    }

private:
    toy_hash hash_;
};

}  // namespace

std::size_t program(const environment& device) {
    device_hash hash;
    return run_exchange(device, {.hash = hash});
}
