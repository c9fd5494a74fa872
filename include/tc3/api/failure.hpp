// SPDX-License-Identifier: MIT
// A call that gave no output: at which stage it ended, and everything that is known about it. tc3 puts no secret and no value of the input
// into it; the message of the service is kept unchanged.
#pragma once

#include <tc3/api/error_code.hpp>
#include <tc3/config.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/core/unix_time.hpp>
#include <tc3/encoding/line_sink.hpp>
#include <tc3/model/owning.hpp>
#include <tc3/model/storage.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE {

/// How far a call got.
enum class stage : std::uint8_t {
    request,    ///< the input, the profile or the caller's memory is wrong; nothing was sent
    transport,  ///< the caller's HTTP failed; unless `never_sent`, the service may have handled the request
    http,       ///< the HTTP status is not 200; the service or a gateway set it
    service,    ///< the service returned an error: see `code`, `message`, `request_id`
    response,   ///< no output could be read: a body that is truncated, not JSON or of another form, or memory that ran out
};

/// Returns the name of a stage, as it begins the line of a failure.
[[nodiscard]] constexpr std::string_view name_of(stage stage) noexcept {
    switch (stage) {
        case stage::request: return "request";
        case stage::transport: return "transport";
        case stage::http: return "http";
        case stage::service: return "service";
        case stage::response: return "response";
    }
    return "";
}

/// Why a call ended without a response and without an error of the transport.
enum class interruption : std::uint8_t {
    none,
    abandoned,  ///< the transport dropped the call without completing it
    cancelled,  ///< the program, or the transport on its behalf, cancelled the call
    thrown,     ///< stage request: memory ran out, or the program's own signer, policy or codec threw
};

/// Returns what an interruption means in a few words, without a full stop.
[[nodiscard]] constexpr std::string_view describe(interruption interruption) noexcept {
    switch (interruption) {
        case interruption::none: return "the call was not interrupted";
        case interruption::abandoned: return "the transport dropped the call without completing it";
        case interruption::cancelled: return "the call was cancelled";
        case interruption::thrown: return "an exception was thrown before the request was made";
    }
    return "";
}

/// A failure. The storage of its texts is that of the output. Members that do not concern its stage are empty.
///
/// Lifetime: `action` refers to the name in action_of, a constant. The texts live as their storage says: `owning` ones for themselves,
/// `borrowed` ones in the response and the workspace.
template <class Storage>
struct basic_failure {
    tc3::stage stage = stage::request;
    tc3::interruption interruption = interruption::none;  ///< why there is no error of tc3 or of the transport
    bool never_sent = false;                              ///< stage transport: no byte of the request was sent, says the transport
    error reason = {};                                    ///< what tc3 found to be wrong; its `name` is empty, see `field`
    std::string_view action = {};                         ///< stage response: the action, if it is known at compile time
    typename Storage::text field = {};                    ///< stages request and response: the header or field, "Filters[2].Name"
    std::int32_t status = 0;                              ///< the HTTP status; 0 without a response
    std::int64_t transport_code = 0;                      ///< stage transport: the error number of the transport
    unix_time date = {};                                  ///< the Date of the response, for server_time(); 0 if it is not known
    typename Storage::text code = {};                     ///< the service's error code, "AuthFailure.SignatureFailure"
    typename Storage::text message = {};                  ///< the text of the service or the transport, for people: its wording changes
    typename Storage::text request_id = {};               ///< the service's id of the call, if known; support asks for it
};

using failure = basic_failure<owning>;

/// Writes a failure as one line without a line end, for a log:
/// "service: AuthFailure.SecretIdNotFound: The SecretId is not found (request id 7d4f...)". All messages about failures come from here.
/// Texts of the service and the transport, and the name of the field, are written by write_printable(): none of them ends the line, turns
/// its direction or hides a part of it.
template <sink S, class Storage>
void write_failure(S& out, const basic_failure<Storage>& failed);

/// Returns the line that write_failure() writes.
[[nodiscard]] std::string to_string(const failure& failed);

/// Returns what to do before the call is repeated: by the error code of the service if it is a common one, else by interruption, stage and
/// HTTP status. A request that was never sent may be repeated whatever its action. For eKYC use faceid::next_attempt(), which knows the
/// codes and actions of that service.
///
/// Source: docs/tc3-signing.md 5.3.
template <class Storage>
[[nodiscard]] constexpr retry retry_advice(const basic_failure<Storage>& failed) noexcept {
    const error_code_info info = with_view(failed.code, describe_error_code);
    if (info.category != error_category::unknown) return info.retry;
    if (failed.interruption == interruption::cancelled) return retry::never;
    if (failed.stage == stage::transport) return failed.never_sent ? retry::with_back_off : retry::with_back_off_if_harmless;
    if (failed.stage == stage::http && failed.status == 429) return retry::with_back_off;
    if (failed.stage == stage::http && failed.status >= 500) return retry::with_back_off_if_harmless;
    return retry::never;
}

namespace api_detail {

template <text_type Text>
void write_part(any_sink& out, const Text& text) {
    if (is_empty_text(text)) return;
    line_sink line(out);
    out.append(": ");
    static_cast<void>(write_text(line, text));
}

template <class Storage>
TC3_NOINLINE void write_failure(any_sink& out, const basic_failure<Storage>& failed) {
    out.append(name_of(failed.stage));
    if (!failed.action.empty()) {
        out.append(": ");
        out.append(failed.action);
    }
    if (failed.stage == stage::http || (failed.status != 0 && failed.status != 200)) {
        out.append(": status ");
        write_decimal(out, failed.status);
    }
    if (failed.transport_code != 0) {
        out.append(": error ");
        write_decimal(out, failed.transport_code);
    }
    if (failed.never_sent) out.append(": nothing was sent");
    if (failed.interruption != interruption::none) {
        out.append(": ");
        out.append(describe(failed.interruption));
    }
    if (failed.stage == stage::service && is_empty_text(failed.code)) out.append(": an error without a code");
    write_part(out, failed.code);
    write_part(out, failed.message);
    line_sink line(out);
    if (failed.reason.code != errc::none) {
        out.append(": ");
        with_view(failed.field, [&](std::string_view field) {
            error reason = failed.reason;
            reason.name = field;
            write_error(line, reason);
        });
    }
    if (!is_empty_text(failed.request_id)) {
        out.append(" (request id ");
        static_cast<void>(write_text(line, failed.request_id));
        out.append(")");
    }
}

}  // namespace api_detail

template <sink S, class Storage>
void write_failure(S& out, const basic_failure<Storage>& failed) {
    any_sink_of<S> to(out);
    api_detail::write_failure(to, failed);
}

}  // namespace tc3::inline TC3_NAMESPACE

#if defined(TC3_BODIES)

namespace tc3::inline TC3_NAMESPACE {

TC3_FUNCTION std::string to_string(const failure& failed) {
    std::string line;
    write_failure(line, failed);
    return line;
}

}  // namespace tc3::inline TC3_NAMESPACE

#endif  // TC3_BODIES
