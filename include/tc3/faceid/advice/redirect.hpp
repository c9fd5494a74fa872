// SPDX-License-Identifier: MIT
// The end of the browser flow: the address to which the service redirects the browser, and the token in its query.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/ascii.hpp>
#include <tc3/core/constant_time.hpp>
#include <tc3/core/fixed_text.hpp>
#include <tc3/core/result.hpp>
#include <tc3/core/slice.hpp>
#include <tc3/core/text_scanner.hpp>
#include <tc3/encoding/percent.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Why an address does not end a session.
enum class redirect_error : std::uint8_t {
    no_token,        ///< the query has no `token`, or an empty one
    repeated_token,  ///< the query has several, or other names that a reader could take for `token`: two readers could take different ones
    malformed,       ///< a '%' without two hex digits, a character outside visible ASCII, more than longest_biz_token characters, or a name
                     ///< that is not spelled `token`, but could be taken for it
    other_token,     ///< the token of another session
};

/// Returns what an error means in a few words, without a full stop and without the token.
[[nodiscard]] constexpr std::string_view describe(redirect_error error) noexcept {
    switch (error) {
        case redirect_error::no_token: return "the address has no token";
        case redirect_error::repeated_token: return "the address has more than one token";
        case redirect_error::malformed: return "the token in the address is malformed";
        case redirect_error::other_token: return "the token in the address is that of another session";
    }
    return "";
}

/// The limit of a token. At present the service's tokens have 36 characters.
inline constexpr std::size_t longest_biz_token = 256;

/// The token of a session. Treat it as a password until the session ends.
using redirect_token = fixed_text<longest_biz_token>;

/// Returns the token that the service adds to a RedirectURL, `?token={BizToken}`.
///
/// `url` is the address that the browser requested: a URL, a path with a query, or a query that begins with '?'. The manual does not say
/// how the service joins the token to a RedirectURL that has a query. So the token may follow any '?' or '&'. Names are case-sensitive. The
/// part after '#' is ignored.
///
/// Only the name `token` itself is read. Some frameworks also take `%74oken`, `+token`, `token[]`, `token%00` or `token%ZZ` for it, and a
/// ';' for the end of a value. An address with any of these is rejected: another part of the program could read another token there.
///
/// Errors: no_token, repeated_token, malformed.
/// Cost: linear in the size of the address.
[[nodiscard]] constexpr result<redirect_token, redirect_error> read_redirect_token(std::string_view url) noexcept;

/// Checks that an address ends the session of `biz_token`. That is the token that ApplyWebVerificationBizTokenIntl issued; keep it on the
/// server, with the login of the person.
///
/// Success means only that the browser came back. To learn whether the person passed, call GetWebVerificationResultIntl.
///
/// Errors: those of read_redirect_token(); other_token.
/// Cost: the comparison takes constant time for tokens of one size.
[[nodiscard]] constexpr result<void, redirect_error> validate_redirect(std::string_view url, std::string_view biz_token) noexcept;

namespace detail {

/// Takes a part of a query, and the '&' or '?' after it.
[[nodiscard]] constexpr std::string_view take_query_part(text_scanner& query) noexcept {
    const std::string_view part = query.take_while([](char c) { return c != '&' && c != '?'; });
    if (!query.skip("&")) static_cast<void>(query.skip("?"));
    return part;
}

inline constexpr std::string_view token_name = "token";

/// A sink for a decoded name that keeps what the most lenient reader sees: it ends the name at '[', or at a NUL after "token", and drops
/// blanks and everything else outside visible ASCII.
class lenient_name {
public:
    constexpr void append(std::string_view text) noexcept {
        for (const char c : text) {
            if (c == '[' || (c == '\0' && is_token())) ended_ = true;
            const bool is_blank = c == '+' || !ascii::is_visible(c);
            if (!ended_ && !is_blank) write_char(name_, c);
        }
    }
    [[nodiscard]] constexpr bool is_token() const noexcept { return !name_.truncated() && name_ == token_name; }

private:
    fixed_text<token_name.size()> name_;
    bool ended_ = false;
};

/// Returns whether a reader of the query could take a name for "token".
[[nodiscard]] constexpr bool may_be_token(std::string_view name) noexcept {
    lenient_name seen;
    // Only what is before a broken escape counts: other readers may ignore the rest.
    static_cast<void>(decode_percent(seen, name));
    return seen.is_token();
}

/// Returns the number of names in a part of a query that a reader could take for "token". Some readers end a value at ';'.
[[nodiscard]] constexpr int count_tokens(std::string_view query_part) noexcept {
    int count = 0;
    for (text_scanner rest(query_part); !rest.empty();) {
        text_scanner pair(rest.take_part(";"));
        if (may_be_token(pair.take_part("="))) ++count;
    }
    return count;
}

}  // namespace detail

constexpr result<redirect_token, redirect_error> read_redirect_token(std::string_view url) noexcept {
    text_scanner query(slice(url, 0, url.find('#')));
    if (!query.take_until("?")) return unexpected(redirect_error::no_token);

    int count = 0;
    std::string_view part_with_token;
    while (!query.empty()) {
        const std::string_view part = detail::take_query_part(query);
        const int tokens = detail::count_tokens(part);
        if (tokens != 0) part_with_token = part;
        count += tokens;
    }
    if (count == 0) return unexpected(redirect_error::no_token);
    if (count > 1) return unexpected(redirect_error::repeated_token);

    redirect_token token;
    text_scanner pair(part_with_token);
    if (pair.take_part("=") != detail::token_name) return unexpected(redirect_error::malformed);
    if (ascii::find(pair.rest(), ';') != std::string_view::npos) return unexpected(redirect_error::malformed);
    if (!decode_percent(token, pair.rest())) return unexpected(redirect_error::malformed);
    if (token.size() == 0) return unexpected(redirect_error::no_token);
    const bool is_visible = ascii::find_not(token.view(), ascii::is_visible) == std::string_view::npos;
    if (!is_visible || token.truncated()) return unexpected(redirect_error::malformed);
    return token;
}

constexpr result<void, redirect_error> validate_redirect(std::string_view url, std::string_view biz_token) noexcept {
    const auto token = read_redirect_token(url);
    if (!token) return unexpected(token.error());
    if (!equal_in_constant_time<char>((*token).view(), biz_token)) return unexpected(redirect_error::other_token);
    return {};
}

}  // namespace tc3::inline TC3_NAMESPACE::faceid
