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

/// Adds what is wrong although the signature fits: the form of the Authorization header and the token.
void inspect_rest(diagnosis& found, const examined_request& examined);

}  // namespace tc3::inline TC3_NAMESPACE::signing::doctor

#if defined(TC3_BODIES)

#include <tc3/core/ascii.hpp>
#include <tc3/core/text_scanner.hpp>
#include <tc3/encoding/hex.hpp>
#include <tc3/signing/doctor/evidence.hpp>
#include <tc3/signing/doctor/wrong_date.hpp>
#include <tc3/signing/parse_authorization.hpp>
#include <tc3/signing/payload_hash.hpp>
#include <tc3/signing/scope.hpp>
#include <tc3/validation/size_limits.hpp>

namespace tc3::inline TC3_NAMESPACE::signing::doctor {

namespace doctor_detail {

/// Adds findings about one request.
class inspector {
public:
    inspector(diagnosis& found, const examined_request& examined) noexcept : found_(found), examined_(examined) {}

    void inspect_unsigned() {
        const sent_request& request = examined_.request;
        const auto has_both = [](std::string_view text) { return has_parameter(text, "Signature=") && has_parameter(text, "SecretId="); };
        if (has_both(http::split_target(request.target).query) || has_both(request.body)) {
            return add(cause::signature_version_1, "the parameters contain SecretId and Signature");
        }
        const bool has_header = http::find_header(request.headers, "authorization") != nullptr;
        add(cause::authorization_form,
            has_header ? "the Authorization header has no Credential= and no Signature=" : "the request has no Authorization header");
    }

    void inspect() {
        inspect_form();
        inspect_timestamp();
        if (!examined_.declared.scope.empty()) inspect_scope();
        if (!examined_.declared.signed_headers.empty()) inspect_signed_headers();
        inspect_copies();
        if (!examined_.declared.secret_id.empty()) inspect_id();
        inspect_key();
        inspect_size();
        inspect_declared_hash();
    }

    void inspect_rest() {
        if (found_.empty() && !parse_authorization(examined_.request.value_of("authorization"))) {
            add(cause::authorization_form, "the header has another form than the manual's");
        }
        inspect_token();
    }

private:
    void add(cause why, std::string_view evidence) { add_finding(found_, why, true, evidence); }

    /// Adds a finding with the evidence "`sent` in place of `expected`".
    void add_difference(cause why, bool is_certain, std::string_view sent, std::string_view expected) {
        add_finding(found_, why, is_certain, [&](any_sink& out) {
            write_quoted(out, examined_.facts, {{sent}});
            if (expected.empty()) return;
            out.append(" in place of ");
            write_quoted(out, examined_.facts, {{expected}});
        });
    }

    [[nodiscard]] static bool has_capitals(std::string_view text) noexcept {
        return ascii::find_not(text, [](char c) { return !ascii::is_upper(c); }) != std::string_view::npos;
    }

    /// Returns whether a list of parameters has one that begins with `name`.
    [[nodiscard]] static bool has_parameter(std::string_view text, std::string_view name) noexcept {
        for (text_scanner rest(text); !rest.empty();) {
            if (starts_with(rest.take_part("&"), name)) return true;
        }
        return false;
    }

    void inspect_form() {
        const declared_authorization& declared = examined_.declared;
        const struct {
            std::string_view part, evidence;
        } parts[] = {{declared.secret_id, "the Authorization header has no Credential="},
                     {declared.signed_headers, "the Authorization header has no SignedHeaders="},
                     {declared.signature, "the Authorization header has no Signature="}};
        for (const auto& each : parts) {
            if (each.part.empty()) add(cause::authorization_form, each.evidence);
        }
        const std::string_view list = declared.signed_headers;
        if (ascii::find_not(list, [](char c) { return ascii::is_token(c) || c == ';'; }) != std::string_view::npos) {
            add(cause::authorization_form, "SignedHeaders has characters that no name has");
        }
        if (declared.algorithm == algorithm) return;
        const bool is_part = declared.algorithm.find('=') != std::string_view::npos;
        if (is_part) return add(cause::authorization_form, "the Authorization header does not begin with TC3-HMAC-SHA256");
        add_difference(cause::algorithm_name, true, declared.algorithm, algorithm);
    }

    void inspect_timestamp() {
        const std::string_view sent = examined_.request.value_of("x-tc-timestamp");
        unix_time time;
        if (sent.empty()) return add(cause::timestamp_missing, "the request has no X-TC-Timestamp");
        if (!read_timestamp(sent, time)) return add_difference(cause::timestamp_unit, true, sent, {});
        if (!examined_.service_time || !examined_.service_time->in_range()) return;
        constexpr std::int64_t longest_skew = 300;
        const std::int64_t late = examined_.service_time->seconds - time.seconds;
        if (late >= -longest_skew && late <= longest_skew) return;
        add_finding(found_, cause::clock, true, [late](any_sink& out) {
            out.append("the clock is ");
            write_decimal(out, late < 0 ? -late : late);
            out.append(late < 0 ? " seconds fast" : " seconds slow");
        });
    }

    void inspect_scope() {
        const declared_authorization& declared = examined_.declared;
        if (declared.terminator.find('/') != std::string_view::npos || declared.terminator.empty()) {
            return add_difference(cause::scope_form, true, declared.scope, {});
        }
        inspect_date();
        const std::string_view service = examined_.facts.service;
        if (has_capitals(declared.service)) {
            add_difference(cause::service, true, declared.service, {});
        } else if (!service.empty() && declared.service != service) {
            add_difference(cause::service, true, declared.service, service);
        }
        if (declared.terminator != scope_terminator) add_difference(cause::terminator, true, declared.terminator, scope_terminator);
    }

    void inspect_date() {
        const std::string_view date = examined_.declared.date;
        if (!is_date(date)) return add_difference(cause::date_form, true, date, {});
        if (!examined_.has_time || date == examined_.today.view()) return;
        const date_causes causes = causes_of_date(date, examined_.time);
        add_difference(causes.likelier, false, date, examined_.today.view());
        add_difference(causes.other, false, date, examined_.today.view());
    }

    void inspect_signed_headers() {
        const std::string_view list = examined_.declared.signed_headers;
        const bool are_lower_case = !has_capitals(list);
        if (!are_lower_case) add_difference(cause::signed_headers_case, true, list, {});
        std::string_view previous;
        for (text_scanner names(list); !names.empty();) {
            const std::string_view name = ascii::trim(names.take_part(";"));
            if (are_lower_case && name < previous) add_difference(cause::header_order, true, list, {});
            previous = name;
            if (http::find_header(examined_.request.headers, name) != nullptr) continue;
            const bool is_type = http::are_same_name(name, "content-type");
            add_difference(is_type ? cause::content_type : cause::header_removed, true, name, {});
        }
        if (!is_listed(examined_, "host") || !is_listed(examined_, "content-type")) {
            add_difference(cause::header_not_signed, true, list, "content-type;host");
        }
    }

    /// Adds headers that count and were sent more than once.
    void inspect_copies() {
        for (const http::header& header : examined_.request.headers) {
            const bool counts =
                ascii::is_word_of("authorization x-tc-timestamp x-tc-token", ascii::trim(header.name)) || is_listed(examined_, header.name);
            if (!counts || http::find_single_header(examined_.request.headers, ascii::trim(header.name)) != nullptr) continue;
            add_difference(cause::header_twice, true, ascii::trim(header.name), {});
        }
    }

    void inspect_id() {
        const credential_view& expected = examined_.facts.credential;
        const std::string_view declared_id = examined_.declared.secret_id;
        if (declared_id == expected.secret_key) {
            add(cause::key_swapped, "the Authorization header has the secret key as the secret id");
        } else if (!expected.secret_id.empty() && declared_id != expected.secret_id) {
            add(cause::credential_differs, "the Authorization header has another secret id than the credential");
        }
    }

    void inspect_key() {
        const std::string_view key = examined_.facts.credential.secret_key;
        if (key.empty()) return;
        const auto is_quote = [](char c) { return c == '"' || c == '\''; };
        if (ascii::is_space(key.front()) || ascii::is_space(key.back())) add(cause::key_blanks, "the credential has them");
        // A key can begin and end with quotation marks of its own.
        if (is_quote(key.front()) && key.front() == key.back()) add_finding(found_, cause::key_quotes, false, "the credential has them");
    }

    void inspect_token() {
        const bool is_known = examined_.credential.secret_id == examined_.declared.secret_id || !examined_.credential.token.empty();
        if (!is_known || examined_.declared.secret_id.empty()) return;
        const std::string_view sent = examined_.request.value_of("x-tc-token");
        const std::string_view token = examined_.credential.token;
        if (token == sent) return;
        if (sent.empty()) return add(cause::token_missing, "the credential has a token, and the request has no X-TC-Token");
        if (token.empty()) return add(cause::token_unexpected, "the credential has no token, and the request has X-TC-Token");
        add(cause::token_differs, "X-TC-Token is not the token of the credential");
    }

    void inspect_size() {
        const bool has_large_query = http::split_target(examined_.request.target).query.size() > largest_query;
        if (has_large_query) return add(cause::request_too_large, "the query has more than 32 KB");
        if (examined_.request.body.size() > largest_body) add(cause::request_too_large, "the body has more than 10 MB");
    }

    void inspect_declared_hash() {
        const std::string_view declared = examined_.request.value_of("x-tc-content-sha256");
        if (declared.empty() || declared == unsigned_payload) return;
        const auto digest = payload_hash(examined_.request.body);
        if (!digest) return;
        const auto digits = to_hex(*digest);
        if (declared == std::string_view(digits.data(), digits.size())) return;
        add(cause::payload_hash, "X-TC-Content-SHA256 is not the hash of the body");
    }

    diagnosis& found_;
    const examined_request& examined_;
};

}  // namespace doctor_detail

TC3_FUNCTION void inspect_unsigned(diagnosis& found, const examined_request& examined) {
    doctor_detail::inspector(found, examined).inspect_unsigned();
}

TC3_FUNCTION void inspect(diagnosis& found, const examined_request& examined) { doctor_detail::inspector(found, examined).inspect(); }

TC3_FUNCTION void inspect_rest(diagnosis& found, const examined_request& examined) {
    doctor_detail::inspector(found, examined).inspect_rest();
}

}  // namespace tc3::inline TC3_NAMESPACE::signing::doctor

#endif  // TC3_BODIES
