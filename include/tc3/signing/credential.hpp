// SPDX-License-Identifier: MIT
// Who signs: a secret id, its secret key and, with temporary keys, a session token, always taken as one snapshot.
#pragma once

#include <tc3/core/ascii.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/result.hpp>
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

namespace signing {

namespace detail {

/// What pasting leaves at the ends of a text: ASCII's blanks and line ends, the no-break space, the byte order mark.
[[nodiscard]] constexpr bool has_blank_at_end(std::string_view text) noexcept {
    constexpr std::string_view blanks = " \t\r\n\v\f";
    constexpr std::string_view no_break_space = "\xc2\xa0";
    constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
    return blanks.find(text.front()) != std::string_view::npos || blanks.find(text.back()) != std::string_view::npos ||
           text.starts_with(no_break_space) || text.ends_with(no_break_space) || text.starts_with(byte_order_mark);
}

}  // namespace detail

/// Refuses an id that is empty or would break the Authorization header: only visible ASCII without '/' and ',' stands there.
[[nodiscard]] constexpr result<void, error> validate_secret_id(std::string_view secret_id) noexcept {
    if (secret_id.empty()) return unexpected(error{.code = errc::missing, .where = part::secret_id});
    if (detail::has_blank_at_end(secret_id)) {
        return unexpected(error{.code = errc::blank_at_end, .where = part::secret_id});
    }
    const std::size_t at = ascii::find_not(secret_id, [](char c) { return ascii::is_visible(c) && c != '/' && c != ','; });
    if (at != std::string_view::npos) {
        return unexpected(error{.code = errc::forbidden_character, .where = part::secret_id, .at = at});
    }
    return {};
}

/// Refuses a key that is empty or was pasted with blanks or a line end around it. Any other byte is allowed: the key is never sent.
[[nodiscard]] constexpr result<void, error> validate_secret_key(std::string_view secret_key) noexcept {
    if (secret_key.empty()) return unexpected(error{.code = errc::missing, .where = part::secret_key});
    if (detail::has_blank_at_end(secret_key)) {
        return unexpected(error{.code = errc::blank_at_end, .where = part::secret_key});
    }
    return {};
}

}  // namespace signing

}  // namespace tc3::inline v0_1
