// SPDX-License-Identifier: MIT
// Who signs: a secret id, its secret key and, with temporary keys, a session token, always taken as one snapshot.
#pragma once

#include <tc3/core/secret.hpp>

#include <string>
#include <string_view>

namespace tc3::inline v0_1 {

/// A credential that lives elsewhere.
struct credential_view {
    std::string_view secret_id;
    std::string_view secret_key = {};  ///< may be missing where another signer is used
    std::string_view token = {};       ///< with temporary keys only; sent, not signed
};

/// A credential that owns its text; key and token are wiped when it dies.
struct credential {
    std::string secret_id;
    secret secret_key = {};
    secret token = {};

    [[nodiscard]] credential_view view() const& noexcept TC3_LIFETIMEBOUND { return {secret_id, secret_key.view(), token.view()}; }
    credential_view view() const&& = delete;
};

}  // namespace tc3::inline v0_1
