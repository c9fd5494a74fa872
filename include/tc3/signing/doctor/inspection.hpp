// SPDX-License-Identifier: MIT
// The causes that a request shows without its signature: a date of another day, a header that was not sent, a token that is missing.
#pragma once

#include <tc3/signing/doctor/accident.hpp>
#include <tc3/signing/doctor/finding.hpp>

namespace tc3::inline TC3_NAMESPACE::signing::doctor {

/// Adds the cause of a request without an Authorization header of TC3.
void inspect_unsigned(diagnosis& found, const examined_request& examined);

/// Adds what a request shows.
void inspect(diagnosis& found, const examined_request& examined);

/// Adds what remains after the search: the form of the Authorization header, the token, and what the error code of a response means.
void inspect_rest(diagnosis& found, const examined_request& examined);

}  // namespace tc3::inline TC3_NAMESPACE::signing::doctor

#if defined(TC3_BODIES)

#include <tc3/core/ascii.hpp>
#include <tc3/core/text_scanner.hpp>
#include <tc3/encoding/printable.hpp>
#include <tc3/signing/parse_authorization.hpp>
#include <tc3/signing/scope.hpp>

#include <concepts>

namespace tc3::inline TC3_NAMESPACE::signing::doctor {

namespace doctor_detail {

/// Adds a finding whose evidence `write(out)` writes.
template <std::invocable<any_sink&> Write>
void add_finding(diagnosis& found, cause why, bool is_certain, Write write) {
    finding next{.cause = why, .is_certain = is_certain, .evidence = {}};
    sink_adapter out(next.evidence);
    write(out);
    found.add(next);
}

inline void add_finding(diagnosis& found, cause why, bool is_certain, std::string_view evidence) {
    found.add({.cause = why, .is_certain = is_certain, .evidence = fixed_text<200>(evidence)});
}

/// Adds a finding with the evidence "`found` in place of `expected`".
inline void add_difference(diagnosis& found, cause why, bool is_certain, std::string_view sent, std::string_view expected) {
    add_finding(found, why, is_certain, [&](any_sink& out) {
        write_quoted(out, {{sent}});
        if (expected.empty()) return;
        out.append(" in place of ");
        write_quoted(out, {{expected}});
    });
}

[[nodiscard]] inline bool has_capitals(std::string_view text) noexcept {
    return ascii::find_not(text, [](char c) { return !ascii::is_upper(c); }) != std::string_view::npos;
}

/// Returns whether a text has the form of a date, YYYY-MM-DD.
[[nodiscard]] inline bool is_date(std::string_view text) noexcept {
    if (text.size() != 10) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i == 4 || i == 7 ? text[i] != '-' : !ascii::is_digit(text[i])) return false;
    }
    return true;
}

inline void inspect_timestamp(diagnosis& found, const examined_request& examined) {
    const std::string_view sent = examined.request.value_of("x-tc-timestamp");
    constexpr std::size_t most_digits = 11;
    const bool is_number = !sent.empty() && ascii::find_not(sent, ascii::is_digit) == std::string_view::npos;
    if (!is_number || sent.size() > most_digits) {
        return add_difference(found, cause::timestamp_unit, true, sent.empty() ? "no X-TC-Timestamp" : sent, {});
    }
    if (!examined.facts.service_time) return;
    constexpr std::int64_t longest_skew = 300;
    const std::int64_t late = examined.facts.service_time->seconds - examined.time.seconds;
    if (late >= -longest_skew && late <= longest_skew) return;
    add_finding(found, cause::clock, true, [late](any_sink& out) {
        out.append("the clock is ");
        write_decimal(out, late < 0 ? -late : late);
        out.append(late < 0 ? " seconds fast" : " seconds slow");
    });
}

inline void inspect_date(diagnosis& found, const examined_request& examined) {
    const std::string_view date = examined.declared.date;
    if (date == examined.today.view()) return;
    if (!is_date(date)) return add_difference(found, cause::date_form, true, date, examined.today.view());
    const bool is_yesterday = date == examined.yesterday.view();
    const bool is_local = is_yesterday || date == examined.tomorrow.view();
    constexpr std::int64_t day = 86400;
    constexpr std::int64_t soon = 60;  // seconds between two readings of a clock around midnight
    const bool is_after_midnight = is_yesterday && examined.time.seconds % day < soon;
    if (is_local && is_after_midnight) {
        add_difference(found, cause::date_of_other_reading, false, date, examined.today.view());
        return add_difference(found, cause::date_of_local_time, false, date, examined.today.view());
    }
    add_difference(found, is_local ? cause::date_of_local_time : cause::date_of_other_reading, true, date, examined.today.view());
}

inline void inspect_scope(diagnosis& found, const examined_request& examined) {
    const declared_authorization& declared = examined.declared;
    if (declared.algorithm != algorithm) add_difference(found, cause::algorithm_name, true, declared.algorithm, algorithm);
    if (declared.terminator.find('/') != std::string_view::npos || declared.terminator.empty()) {
        return add_difference(found, cause::scope_form, true, declared.scope, {});
    }
    inspect_date(found, examined);
    const std::string_view service = examined.facts.service;
    if (has_capitals(declared.service)) {
        add_difference(found, cause::service, true, declared.service, {});
    } else if (!service.empty() && declared.service != service) {
        add_difference(found, cause::service, true, declared.service, service);
    }
    if (declared.terminator != scope_terminator) add_difference(found, cause::terminator, true, declared.terminator, scope_terminator);
}

inline void inspect_signed_headers(diagnosis& found, const examined_request& examined) {
    const std::string_view list = examined.declared.signed_headers;
    if (has_capitals(list)) add_difference(found, cause::signed_headers_case, true, list, {});
    std::string_view previous;
    bool has_host = false;
    bool has_type = false;
    for (text_scanner names(list); !names.empty();) {
        const std::string_view name = names.take_part(";");
        has_host = has_host || http::are_same_name(name, "host");
        has_type = has_type || http::are_same_name(name, "content-type");
        if (!has_capitals(list) && name < previous) add_difference(found, cause::header_order, true, list, {});
        previous = name;
        if (http::find_header(examined.request.headers, name) != nullptr) continue;
        const cause why = http::are_same_name(name, "content-type") ? cause::content_type : cause::header_removed;
        add_difference(found, why, true, name, {});
    }
    if (!has_host || !has_type) add_difference(found, cause::header_not_signed, true, list, "content-type;host");
}

inline void inspect_credential(diagnosis& found, const examined_request& examined) {
    const credential_view& expected = examined.facts.credential;
    const std::string_view declared_id = examined.declared.secret_id;
    if (declared_id == expected.secret_key && !declared_id.empty()) {
        add_finding(found, cause::key_swapped, true, "the Authorization header has the secret key as the secret id");
    } else if (declared_id != expected.secret_id) {
        add_finding(found, cause::credential_differs, true, "the Authorization header has another secret id than the credential");
    }
    const std::string_view key = expected.secret_key;
    const auto is_unusual = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    if (ascii::find_not(key, [&](char c) { return !is_unusual(c); }) != std::string_view::npos) {
        add_finding(found, cause::key_blanks, true, "the credential has them");
    }
    if (key.find_first_of("\"'") != std::string_view::npos) add_finding(found, cause::key_quotes, true, "the credential has them");
}

inline void inspect_token(diagnosis& found, const examined_request& examined) {
    const std::string_view sent = examined.request.value_of("x-tc-token");
    const std::string_view token = examined.credential.token;
    if (token == sent) return;
    if (sent.empty())
        return add_finding(found, cause::token_missing, true, "the credential has a token, and the request has no X-TC-Token");
    if (token.empty())
        return add_finding(found, cause::token_unexpected, true, "the credential has no token, and the request has X-TC-Token");
    add_finding(found, cause::token_differs, true, "X-TC-Token is not the token of the credential");
}

inline void inspect_size(diagnosis& found, const examined_request& examined) {
    constexpr std::size_t largest_body = 10U << 20U;
    constexpr std::size_t largest_query = 32768;
    if (examined.request.body.size() > largest_body || examined.request.target.size() > largest_query) {
        add_finding(found, cause::request_too_large, true, "");
    }
    if (examined.request.body.starts_with("\x1F\x8B")) {
        add_finding(found, cause::body_compressed, false, "the body begins with the two bytes of gzip");
    }
}

}  // namespace doctor_detail

TC3_FUNCTION void inspect_unsigned(diagnosis& found, const examined_request& examined) {
    const sent_request& request = examined.request;
    const auto has_both = [](std::string_view text) {
        return text.find("Signature=") != std::string_view::npos && text.find("SecretId=") != std::string_view::npos;
    };
    if (has_both(request.target) || has_both(request.body)) {
        return doctor_detail::add_finding(found, cause::signature_version_1, true, "the parameters contain SecretId and Signature");
    }
    doctor_detail::add_finding(
        found, cause::authorization_form, true,
        http::find_header(request.headers, "authorization") == nullptr ? "the request has no Authorization header" : "");
}

TC3_FUNCTION void inspect(diagnosis& found, const examined_request& examined) {
    doctor_detail::inspect_timestamp(found, examined);
    doctor_detail::inspect_scope(found, examined);
    doctor_detail::inspect_signed_headers(found, examined);
    doctor_detail::inspect_credential(found, examined);
    doctor_detail::inspect_size(found, examined);
}

TC3_FUNCTION void inspect_rest(diagnosis& found, const examined_request& examined) {
    if (found.empty() && !parse_authorization(examined.request.value_of("authorization"))) {
        doctor_detail::add_finding(found, cause::authorization_form, true,
                                   "the signature fits, but the header has another form than the manual's");
    }
    doctor_detail::inspect_token(found, examined);
    const std::string_view code = examined.facts.error_code;
    const auto add = [&](cause why) { doctor_detail::add_finding(found, why, false, code); };
    if (code == "AuthFailure.SignatureExpire") add(cause::clock);
    if (code == "AuthFailure.TokenFailure") add(cause::token_differs);
    if (code.starts_with("RequestSizeLimitExceeded")) add(cause::request_too_large);
    if (code == "AuthFailure.SecretIdNotFound" || code == "AuthFailure.InvalidSecretId") {
        // Accounts of both sites have the same host, but for this one.
        const bool is_international = examined.request.value_of("host").find(".intl.") != std::string_view::npos;
        add(is_international ? cause::other_site : cause::secret_id_unknown);
        add(is_international ? cause::secret_id_unknown : cause::other_site);
    }
}

}  // namespace tc3::inline TC3_NAMESPACE::signing::doctor

#endif  // TC3_BODIES
