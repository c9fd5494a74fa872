// SPDX-License-Identifier: MIT
// The way back of the browser flow: the page that the person's browser was sent to, and the token that it brought along.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/ascii.hpp>
#include <tc3/core/constant_time.hpp>
#include <tc3/core/fixed_text.hpp>
#include <tc3/core/result.hpp>
#include <tc3/core/slice.hpp>
#include <tc3/encoding/percent.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tc3::inline v0_1::faceid {

/// Why the address of a redirect is not the end of this session.
enum class redirect_error : std::uint8_t {
    no_token,        ///< no `token` in the query, or an empty one
    repeated_token,  ///< more than one: whoever made the address wants two readers to see two sessions
    malformed,       ///< a '%' without two hex digits, a character that no token has, or longer than any token
    other_token,     ///< the token of another session than the one that was begun for this person
};

/// What is wrong in a few words, without a full stop. The token is in none of them.
[[nodiscard]] constexpr std::string_view describe(redirect_error error) noexcept {
    switch (error) {
        case redirect_error::no_token: return "the address has no token";
        case redirect_error::repeated_token: return "the address has more than one token";
        case redirect_error::malformed: return "the token in the address is malformed";
        case redirect_error::other_token: return "the token in the address is that of another session";
    }
    return "";
}

/// The service's tokens are of 36 characters; this is room for longer ones to come.
inline constexpr std::size_t longest_biz_token = 256;

/// Holds the token of a redirect. It is a bearer secret until its session ends.
using redirect_token = fixed_text<longest_biz_token>;

/// Reads the token that the service added to a RedirectURL, `?token={BizToken}`, from the address that a browser came to: a whole URL, a
/// path with its query, or a query behind its '?'. How the service joins it to a RedirectURL with a query of its own is not documented, so
/// it is found behind '?' and '&' alike. Case counts; what stands behind '#' does not. Costs one pass over the address.
[[nodiscard]] constexpr result<redirect_token, redirect_error> read_redirect_token(std::string_view url) noexcept;

/// Whether the address is the end of the session that `biz_token` was given out for: that of ApplyWebVerificationBizTokenIntl, kept on the
/// server beside the person's login. Takes the same time whatever a token of the right size is like. A yes says only that the browser came
/// back: what became of the person is for GetWebVerificationResultIntl to say.
[[nodiscard]] constexpr result<void, redirect_error> validate_redirect(std::string_view url, std::string_view biz_token) noexcept;

namespace detail {

/// Takes a part up to the next of the characters that separate parts of a query. A second '?' is one: see above.
[[nodiscard]] constexpr std::string_view take_query_part(std::string_view& query) noexcept {
    const std::size_t size = ascii::find_not(query, [](char c) { return c != '&' && c != '?'; });
    const std::string_view taken = slice(query, 0, size);
    query = size == std::string_view::npos ? std::string_view() : slice(query, size + 1);
    return taken;
}

}  // namespace detail

constexpr result<redirect_token, redirect_error> read_redirect_token(std::string_view url) noexcept {
    constexpr std::string_view name = "token";
    url = slice(url, 0, url.find('#'));
    const std::size_t question_mark = url.find('?');
    if (question_mark == std::string_view::npos) return unexpected(redirect_error::no_token);

    redirect_token token;
    bool found = false;
    for (std::string_view query = slice(url, question_mark + 1); !query.empty();) {
        const std::string_view part = detail::take_query_part(query);
        const std::size_t equals = part.find('=');
        fixed_text<name.size()> decoded;  // whoever reads the query behind us may undo escapes in names
        static_cast<void>(decode_percent(decoded, slice(part, 0, equals)));
        if (decoded.truncated() || decoded.view() != name) continue;
        if (found) return unexpected(redirect_error::repeated_token);
        found = true;
        const bool has_value = equals != std::string_view::npos;
        if (has_value && !decode_percent(token, slice(part, equals + 1))) return unexpected(redirect_error::malformed);
    }
    if (token.size() == 0) return unexpected(redirect_error::no_token);
    const bool visible = ascii::find_not(token.view(), ascii::is_visible) == std::string_view::npos;
    if (!visible || token.truncated()) return unexpected(redirect_error::malformed);
    return token;
}

constexpr result<void, redirect_error> validate_redirect(std::string_view url, std::string_view biz_token) noexcept {
    const auto token = read_redirect_token(url);
    if (!token) return unexpected(token.error());
    if (!equal_in_constant_time<char>((*token).view(), biz_token)) return unexpected(redirect_error::other_token);
    return {};
}

}  // namespace tc3::inline v0_1::faceid
