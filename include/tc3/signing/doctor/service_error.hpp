// SPDX-License-Identifier: MIT
// The causes that the error of the service names: its code and its message.
#pragma once

#include <tc3/signing/doctor/accident.hpp>
#include <tc3/signing/doctor/finding.hpp>

namespace tc3::inline TC3_NAMESPACE::signing::doctor {

/// Adds the causes that the error in the facts names. None of them is certain.
void read_service_error(diagnosis& found, const examined_request& examined);

}  // namespace tc3::inline TC3_NAMESPACE::signing::doctor

#if defined(TC3_BODIES)

#include <tc3/core/ascii.hpp>
#include <tc3/core/slice.hpp>
#include <tc3/signing/doctor/evidence.hpp>
#include <tc3/signing/time_in_message.hpp>

#include <cstddef>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::signing::doctor {

namespace doctor_detail {

/// Returns whether the first 1024 bytes of a text contain some words, in any case.
[[nodiscard]] constexpr bool mentions(std::string_view text, std::string_view words) noexcept {
    text = slice(text, 0, 1024);
    for (std::size_t i = 0; i + words.size() <= text.size(); ++i) {
        if (ascii::equal_lower(slice(text, i, words.size()), words)) return true;
    }
    return false;
}

/// Returns whether a request went where only the keys of one site can be known: to an international host, or to one of China.
[[nodiscard]] inline bool is_of_one_site(const sent_request& request) noexcept {
    const std::string_view host = without_port(request.value_of("host"));
    // The regions that end with "-fsi" are those of China for the financial industry.
    return mentions(host, ".intl.") || mentions(host, "-fsi.") || host.ends_with(".cn") ||
           request.value_of("x-tc-region").ends_with("-fsi");
}

class error_reader {
public:
    error_reader(diagnosis& found, const examined_request& examined) noexcept : found_(found), examined_(examined) {}

    void read() {
        const std::string_view code = examined_.facts.error_code;
        if (code == "AuthFailure.SignatureExpire") return read_expired();
        if (code == "AuthFailure.TokenFailure") return add(cause::token_differs);
        if (code == "AuthFailure.SecretIdNotFound" || code == "AuthFailure.InvalidSecretId") return read_unknown_id();
        if (code == "AuthFailure.InvalidAuthorization") return add(cause::authorization_form);
        if (starts_with(code, "RequestSizeLimitExceeded")) return add(cause::request_too_large);
        if (code.empty() || code == "AuthFailure.SignatureFailure") read_message();
    }

private:
    void add(cause why) {
        add_finding(found_, why, false, [&](any_sink& out) {
            const std::string_view code = examined_.facts.error_code;
            if (code.empty()) return out.append("the message of the service");
            write_quoted(out, examined_.facts, {{code}});
        });
    }

    /// Adds the clock, unless the service says that the time of the request is right.
    void read_expired() {
        const bool is_in_time = examined_.has_time && examined_.service_time && examined_.service_time->in_range() &&
                                examined_.service_time->seconds - examined_.time.seconds <= 300 &&
                                examined_.time.seconds - examined_.service_time->seconds <= 300;
        add(is_in_time ? cause::timestamp_differs : cause::clock);
    }

    void read_unknown_id() {
        const bool is_of_one = is_of_one_site(examined_.request);
        add(is_of_one ? cause::other_site : cause::secret_id_unknown);
        add(is_of_one ? cause::secret_id_unknown : cause::other_site);
    }

    // Messages are in English or Chinese: only words that both have, or that are in one of them for each language, are read.
    void read_message() {
        const std::string_view message = examined_.facts.error_message;
        constexpr std::string_view size_exceeds_limit = "\xe5\xa4\xa7\xe5\xb0\x8f\xe8\xb6\x85\xe8\xbf\x87\xe9\x99\x90\xe5\x88\xb6";
        if (mentions(message, "size limit") || mentions(message, size_exceeds_limit)) {
            add(cause::request_too_large);
            if (mentions(message, "tc3-hmac-sha256")) add(cause::signature_version_1);
        }
        if (time_in_message(message)) read_expired();
        if (mentions(message, "secretid is not found") || mentions(message, "secret id is not found")) read_unknown_id();
        if (mentions(message, "token is invalid") || mentions(message, "token has expired")) add(cause::token_differs);
    }

    diagnosis& found_;
    const examined_request& examined_;
};

}  // namespace doctor_detail

TC3_FUNCTION void read_service_error(diagnosis& found, const examined_request& examined) {
    doctor_detail::error_reader(found, examined).read();
}

}  // namespace tc3::inline TC3_NAMESPACE::signing::doctor

#endif  // TC3_BODIES
