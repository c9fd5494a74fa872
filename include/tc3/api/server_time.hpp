// SPDX-License-Identifier: MIT
// The time of the service, from a failure or a Date header, for a device whose own clock is wrong (docs/tc3-signing.md 1.7).
#pragma once

#include <tc3/api/failure.hpp>
#include <tc3/api/response_date.hpp>
#include <tc3/core/fixed_text.hpp>
#include <tc3/core/unix_time.hpp>
#include <tc3/http/date.hpp>
#include <tc3/model/storage.hpp>
#include <tc3/signing/time_in_message.hpp>

#include <optional>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE {

/// Returns the time at which the service sent a response, or nothing if the response does not tell it.
///
/// Reads, in this order: the server time in the message of AuthFailure.SignatureExpire, in English or Chinese; `date`, the value of the
/// Date header, "Sun, 06 Nov 1994 08:49:37 GMT"; the date that the failure has. Not every message has a time, so let your transport hand on
/// the Date header: response_date.hpp says how. Then `date` is not needed.
///
/// To correct a clock, keep the difference and add it to each reading. Repeat the call once: if the corrected time is refused too, the
/// clock is not the reason.
///
///     auto result = tc3::call(http, input, profile, {my_clock() + difference});
///     if (!result && retry_advice(result.error()) == tc3::retry::once_with_corrected_clock) {
///         if (const auto time = tc3::server_time(result.error())) {
///             difference = time->seconds - my_clock();
///             result = tc3::call(http, input, profile, *time);
///         }
///     }
///
/// A device whose clock starts at 0 needs nothing else: time 0 is signed, the service rejects the call before it does anything, and the
/// failure tells the time. Over TLS this requires a handshake that does not compare the clock with the dates of the certificate; with a
/// library that does, get the time by another way first, such as NTP.
///
/// Source: docs/tc3-signing.md 1.7. The wording in Chinese is that of the manual, which shows no number; if the service sends one after
/// these words, it is read.
template <class Storage>
[[nodiscard]] constexpr std::optional<unix_time> server_time(const basic_failure<Storage>& failed, std::string_view date = {}) noexcept;

/// Returns the time at which the service sent a response with these headers. The first Date header counts. With cpp-httplib:
/// `server_time(result.error(), response->headers)`.
template <class Storage, header_range Headers>
[[nodiscard]] constexpr std::optional<unix_time> server_time(const basic_failure<Storage>& failed, const Headers& headers);

namespace api_detail {

/// Reads a message of any storage. A message in pieces is joined first; one that is too long is not read, as the cut could be in the
/// number.
template <text_type Text>
[[nodiscard]] constexpr std::optional<unix_time> time_in_message(const Text& message) noexcept {
    if constexpr (text_in_one_piece<Text>) {
        return signing::time_in_message(text_traits<Text>::view(message));
    } else {
        fixed_text<512> joined;
        if (!write_text(joined, message) || joined.truncated()) return {};
        return signing::time_in_message(joined.view());
    }
}

template <class Storage>
[[nodiscard]] constexpr bool is_expired_signature(const basic_failure<Storage>& failed) noexcept {
    return with_view(failed.code, [](std::string_view code) { return code == "AuthFailure.SignatureExpire"; });
}

template <class Storage>
[[nodiscard]] constexpr std::optional<unix_time> server_time(const basic_failure<Storage>& failed,
                                                             const std::optional<unix_time>& date) noexcept {
    if (is_expired_signature(failed)) {
        if (const auto time = time_in_message(failed.message)) return time;
    }
    if (date) return date;
    return failed.date == unix_time() ? std::nullopt : std::optional(failed.date);
}

}  // namespace api_detail

template <class Storage>
constexpr std::optional<unix_time> server_time(const basic_failure<Storage>& failed, std::string_view date) noexcept {
    return api_detail::server_time(failed, http::parse_date(date));
}

template <class Storage, header_range Headers>
constexpr std::optional<unix_time> server_time(const basic_failure<Storage>& failed, const Headers& headers) {
    return api_detail::server_time(failed, date_in(headers));
}

}  // namespace tc3::inline TC3_NAMESPACE
