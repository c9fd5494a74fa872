// SPDX-License-Identifier: MIT
// Why a call gave no answer: whose fault it is, and all that is known. No secret and no byte of an input ever stands in it.
#pragma once

#include <tc3/api/error_code.hpp>
#include <tc3/config.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/line_sink.hpp>
#include <tc3/model/field_path.hpp>
#include <tc3/model/storage.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace tc3::inline v0_1 {

/// Where it ended.
enum class stage : std::uint8_t {
    request,    ///< the input, the profile or the caller's memory: nothing was sent
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

/// How a call ended that has neither a response nor an error of the transport.
enum class interruption : std::uint8_t {
    none,
    abandoned,  ///< the transport dropped the call without completing it
    cancelled,  ///< the program, or the transport on its behalf, cancelled the call
};

/// Returns what an interruption means in a few words, without a full stop.
[[nodiscard]] constexpr std::string_view describe(interruption how) noexcept {
    switch (how) {
        case interruption::none: return "the call was not interrupted";
        case interruption::abandoned: return "the transport dropped the call without completing it";
        case interruption::cancelled: return "the call was cancelled";
    }
    return "";
}

/// A failure in the storage of the answer that it stands in for. Members that do not concern its stage are empty.
template <class Storage>
struct basic_failure {
    tc3::stage stage = stage::request;
    tc3::interruption interruption = interruption::none;  ///< stage transport: whether the call was dropped or cancelled
    error reason = {};                                    ///< what is wrong and where, as far as tc3 itself found it
    std::string_view action = {};       ///< stage response: the action whose answer this should have been, where its type is known
    typename Storage::text field = {};  ///< stages request, response: the field concerned, as "Filters[2].Name"
    std::int32_t status = 0;            ///< the HTTP status; 0 before there is one
    std::int64_t transport_code = 0;    ///< stage transport: the transport's own number
    typename Storage::text code = {};   ///< the service's error code, "AuthFailure.SignatureFailure"; kept at stage http too
    typename Storage::text message =
        {};  ///< the service's message, or the transport's text, for people only: its language and wording change
    typename Storage::text request_id = {};  ///< the service's id of the call, wherever it is known: support asks for it
};

using failure = basic_failure<owning>;

namespace api_detail {

template <class Storage>
TC3_NOINLINE void write_failure(any_sink& out, const basic_failure<Storage>& why) {
    line_sink line(out);
    out.append(name_of(why.stage));
    if (!why.action.empty()) {
        out.append(": ");
        line.append(why.action);
    }
    if (why.stage == stage::http || (why.status != 0 && why.status != 200)) {
        out.append(": status ");
        write_decimal(out, why.status);
    }
    if (why.transport_code != 0) {
        out.append(": error ");
        write_decimal(out, why.transport_code);
    }
    if (why.stage == stage::service && is_empty_text(why.code)) out.append(": an error without a code");
    if (!is_empty_text(why.code)) {
        out.append(": ");
        static_cast<void>(write_text(line, why.code));
    }
    if (!is_empty_text(why.message)) {
        out.append(": ");
        static_cast<void>(write_text(line, why.message));
    }
    if (why.interruption != interruption::none) {
        out.append(": ");
        out.append(describe(why.interruption));
    }
    if (why.reason.code != errc::none) {
        out.append(": ");
        with_view(why.field, [&](std::string_view field) {
            error reason = why.reason;
            reason.name = field;
            write_error(out, reason);
        });
    }
    if (!is_empty_text(why.request_id)) {
        out.append(" (request id ");
        static_cast<void>(write_text(line, why.request_id));
        out.append(")");
    }
}

}  // namespace api_detail

/// Writes a failure as one line without its end, for a log:
/// "service: AuthFailure.SecretIdNotFound: The SecretId is not found (request id 7d4f...)". The only place that words a failure.
template <sink S, class Storage>
void write_failure(S& out, const basic_failure<Storage>& why) {
    any_sink_of<S> to(out);
    api_detail::write_failure(to, why);
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
    const error_code_info known = with_view(why.code, describe_error_code);
    if (known.category != error_category::unknown) return known.retry;
    if (why.interruption == interruption::cancelled) return retry::never;
    if (why.stage == stage::transport) return retry::with_back_off_if_harmless;
    if (why.stage == stage::http && why.status == 429) return retry::with_back_off;
    if (why.stage == stage::http && why.status >= 500) return retry::with_back_off_if_harmless;
    return retry::never;
}

}  // namespace tc3::inline v0_1
