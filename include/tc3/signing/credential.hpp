// SPDX-License-Identifier: MIT
// Who signs: a secret id, its secret key and, with temporary keys, a session token, always taken as one snapshot.
#pragma once

#include <tc3/core/ascii.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/result.hpp>
#include <tc3/core/secret.hpp>
#include <tc3/validation/text_rule.hpp>

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

namespace signing {

namespace detail {

[[nodiscard]] constexpr bool is_id_character(char c) noexcept { return ascii::is_visible(c) && c != '/' && c != ','; }

inline constexpr text_rule secret_id_rule{.where = part::secret_id, .required = true, .unpasted = true, .allowed = is_id_character};
inline constexpr text_rule secret_key_rule{.where = part::secret_key, .required = true, .unpasted = true};

}  // namespace detail

/// Refuses an id that is empty or would break the Authorization header: only visible ASCII without '/' and ',' stands there.
[[nodiscard]] constexpr result<void, error> validate_secret_id(std::string_view secret_id) noexcept {
    first_fault rules;
    rules.examine(detail::secret_id_rule, secret_id);
    return rules.outcome();
}

/// Refuses a key that is empty or was pasted with blanks or a line end around it. Any other byte is allowed: the key is never sent.
[[nodiscard]] constexpr result<void, error> validate_secret_key(std::string_view secret_key) noexcept {
    first_fault rules;
    rules.examine(detail::secret_key_rule, secret_key);
    return rules.outcome();
}

}  // namespace signing

}  // namespace tc3::inline v0_1
