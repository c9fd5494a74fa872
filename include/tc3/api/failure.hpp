// SPDX-License-Identifier: MIT
// Why a call gave no answer: whose fault it is, and all that is known. No secret and no byte of a question ever stands in it.
#pragma once

#include <tc3/api/error_code.hpp>
#include <tc3/api/storage.hpp>
#include <tc3/core/ascii.hpp>
#include <tc3/core/error.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace tc3::inline v0_1 {

/// Where it ended.
enum class stage : std::uint8_t {
    request,    ///< the question or the profile can't be sent as it is; nothing was sent
    transport,  ///< the caller's HTTP failed: whether the service saw the request is not known
    http,       ///< an HTTP status other than 200, from the service or a gateway before it
    service,    ///< the service answered with an error: see code, message, request_id
    response,   ///< status 200, but the body is not an answer: cut short, not JSON, of another shape
};

[[nodiscard]] constexpr std::string_view name_of(stage where) noexcept {
    switch (where) {
        case stage::request: return "request";
        case stage::transport: return "transport";
        case stage::http: return "http";
        case stage::service: return "service";
        case stage::response: return "response";
    }
    return "";
}

/// A failure in the storage of the answer that it stands in for. Members that do not concern its stage are empty.
template <class Storage>
struct basic_failure {
    tc3::stage stage = stage::request;
    error cause = {};                   ///< stages request, http, response: what is wrong, and where
    typename Storage::text field = {};  ///< stages request, response: the field concerned, as "Filters[2].Name"
    std::int32_t status = 0;            ///< the HTTP status; 0 before there is one
    std::int64_t transport_code = 0;    ///< stage transport: the transport's own number
    typename Storage::text code = {};   ///< the service's error code, "AuthFailure.SignatureFailure"; kept at stage http too
    typename Storage::text message =
        {};  ///< the service's message, or the transport's text, for people only: its language and wording change
    typename Storage::text request_id = {};  ///< the service's id of the call, wherever it is known: support asks for it
};

using failure = basic_failure<owning>;

namespace detail {

/// Text from outside stays on its line: a blank stands for each control character.
template <sink S>
void write_on_one_line(S& out, std::string_view text) {
    while (!text.empty()) {
        const std::size_t plain = ascii::find_not(text, [](char c) { return !ascii::is_control(c); });
        out.append(text.substr(0, plain));
        if (plain == std::string_view::npos) return;
        out.append(" ");
        text.remove_prefix(plain + 1);
    }
}

}  // namespace detail

/// Writes a failure as one line without its end, for a log:
/// "service: AuthFailure.SecretIdNotFound: The SecretId is not found (request id 7d4f...)". The only place that words a failure.
template <sink S, class Storage>
void write_failure(S& out, const basic_failure<Storage>& why) {
    out.append(name_of(why.stage));
    if (why.status != 0 && why.status != 200) {
        out.append(": status ");
        write_decimal(out, why.status);
    }
    if (why.transport_code != 0) {
        out.append(": error ");
        write_decimal(out, why.transport_code);
    }
    if (why.stage == stage::service && std::string_view(why.code).empty()) out.append(": an error without a code");
    if (!std::string_view(why.code).empty()) {
        out.append(": ");
        detail::write_on_one_line(out, why.code);
    }
    if (!std::string_view(why.message).empty()) {
        out.append(": ");
        detail::write_on_one_line(out, why.message);
    }
    if (why.cause.code != errc::none && why.cause.code != errc::unexpected_status) {
        error cause = why.cause;
        cause.name = why.field;
        out.append(": ");
        write_error(out, cause);
    }
    if (!std::string_view(why.request_id).empty()) {
        out.append(" (request id ");
        detail::write_on_one_line(out, why.request_id);
        out.append(")");
    }
}

/// The same line as a string.
[[nodiscard]] inline std::string to_string(const failure& why) {
    std::string line;
    write_failure(line, why);
    return line;
}

/// What to do before asking again: by the service's code where it is a known one, else by the HTTP status (SPEC 5.3).
template <class Storage>
[[nodiscard]] constexpr retry retry_advice(const basic_failure<Storage>& why) noexcept {
    const error_code_info known = describe_error_code(why.code);
    if (known.category != error_category::unknown) return known.retry;
    if (why.stage == stage::transport) return retry::with_back_off_if_harmless;
    if (why.stage == stage::http && why.status == 429) return retry::with_back_off;
    if (why.stage == stage::http && why.status >= 500) return retry::with_back_off_if_harmless;
    return retry::never;
}

}  // namespace tc3::inline v0_1
