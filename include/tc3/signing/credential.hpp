// SPDX-License-Identifier: MIT
// The credential that a request is signed with: a secret id, its secret key and, for a temporary credential, a session token.
#pragma once

#include <tc3/core/secret.hpp>

#include <string>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE {

/// A view of a credential. Id, key and token must belong together: when a temporary credential is renewed, all three change.
///
/// Lifetime: refers to memory of the program.
struct credential_view {
    std::string_view secret_id;
    std::string_view secret_key = {};  ///< empty where a signer of your own signs
    std::string_view token = {};       ///< for temporary credentials only; sent, not signed
};

/// A credential that owns its text. Key and token are wiped by the destructor.
struct credential {          // moves only: use std::move, or copy() of its secrets
    std::string secret_id;   ///< never assign a null pointer, which std::getenv() may return
    secret secret_key = {};  // moves only: use std::move on the credential, or copy() of its secrets
    secret token = {};

    /// Returns a view of this credential.
    [[nodiscard]] credential_view view() const& noexcept TC3_LIFETIMEBOUND { return {secret_id, secret_key.view(), token.view()}; }
    credential_view view() const&& = delete;
    // Clang takes the copy in {.credential = credential} for a conversion to the first member, and prints this line.
    operator std::string() const& = delete;  // a credential moves only: use std::move, or copy() of its secrets
};

}  // namespace tc3::inline TC3_NAMESPACE
