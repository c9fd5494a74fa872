// SPDX-License-Identifier: MIT
// Signers for tests, which fail on demand.
#pragma once

#include "exchange.hpp"
#include <tc3/tc3.hpp>

#include <cstddef>
#include <string_view>

namespace support {

inline constexpr tc3::error signer_error{.code = tc3::errc::signer_failed, .part = "signature"};

/// A signer with the key of sample_profile(): the signature is that of make_request() without a signer. Counts its signatures.
struct sample_signer {
    bool fails = false;
    std::size_t calls = 0;

    [[nodiscard]] std::string_view secret_id() const { return support::secret_id; }
    tc3::result<tc3::signing::signature, tc3::error> sign(const tc3::signing::signer_input& request) {
        ++calls;
        if (fails) return tc3::unexpected(signer_error);
        const auto key = tc3::signing::derive_signing_key({support::secret_id, support::secret_key}, request.scope);
        return tc3::signing::sign(*key, request.string_to_sign.view());
    }
};

/// A signer with an id of its own, whose signature is always 64 zeros.
struct zero_signer {
    bool fails = false;

    [[nodiscard]] std::string_view secret_id() const { return "AKIDremote"; }
    tc3::result<tc3::signing::signature, tc3::error> sign(const tc3::signing::signer_input&) const {
        if (fails) return tc3::unexpected(signer_error);
        return tc3::signing::signature{};
    }
};

}  // namespace support
