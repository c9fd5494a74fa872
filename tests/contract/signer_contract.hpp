// SPDX-License-Identifier: MIT
// The rules that tc3 requires of a signer, as checks for your own: a secure element, an HSM, a signing server. Needs no test framework.
#pragma once

#include <tc3/tc3.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace contract {

/// The secret key of the signer and a request that it must sign. Make a secret key for the test: the contract computes signatures with it.
struct signer_facts {
    std::string_view secret_key;
    std::string_view service;
    tc3::unix_time time;  ///< a time on a day that the signer has the key of
};

/// Checks a signer and calls `report(bool held, std::string_view rule)` for each rule. Signs about 20 requests.
template <tc3::signing::signer Signer, class Report>
void signer_contract(Signer&& signer, const signer_facts& facts, Report&& report);

/// Checks a signer that cannot sign at the moment, because its slot is empty or its server does not respond.
template <tc3::signing::signer Signer, class Report>
void broken_signer_contract(Signer&& signer, Report&& report);

/// Makes a request with `body` for a signer.
///
/// Errors: those of signing::make_signer_input().
[[nodiscard]] inline tc3::result<tc3::signing::signer_input, tc3::error> make_request_to_sign(std::string_view body,
                                                                                              std::string_view service,
                                                                                              tc3::unix_time time);

/// Makes a request with `body` for a signer. Service and time must be valid.
[[nodiscard]] inline tc3::signing::signer_input request_to_sign(std::string_view body, std::string_view service, tc3::unix_time time);

namespace detail {

inline constexpr tc3::http::header headers_to_sign[] = {{"Content-Type", "application/json"}, {"Host", "faceid.tencentcloudapi.com"}};

template <class Signer, class Report>
class signer_checks {
public:
    signer_checks(Signer& signer, const signer_facts& facts, Report& report) : signer_(signer), facts_(facts), report_(report) {}

    void run() {
        if (!can_use_the_facts()) return;
        id();
        signatures();
        other_scopes();
        whole_request();
    }

private:
    void rule(bool held, std::string_view text) { report_(held, text); }

    bool can_use_the_facts() {
        const auto request = make_request_to_sign("{}", facts_.service, facts_.time);
        const bool usable = request && tc3::signing::derive_signing_key({"", facts_.secret_key}, request->scope);
        rule(usable, "the facts are usable: a secret key, a service and a time of the protocol");
        return usable;
    }

    void id() {
        const std::string first(std::string_view(signer_.secret_id()));
        rule(tc3::validate_secret_id(first).has_value(), "secret_id() is valid in an Authorization header");
        static_cast<void>(signer_.sign(request("{}")));
        rule(first == std::string_view(signer_.secret_id()), "secret_id() is the same before and after a signature");
    }

    void signatures() {
        const tc3::signing::signer_input one = request("{}");
        rule(is_correct(signer_.sign(one), one), "a request is signed with the key derived from the secret key for its day and service");
        rule(is_correct(signer_.sign(one), one), "the same request has the same signature again");

        bool held = true;
        for (int i = 0; i < 10; ++i) {
            const tc3::signing::signer_input other = request("{\"Number\":" + std::to_string(i) + "}");
            held = is_correct(signer_.sign(other), other) && held;
        }
        rule(held, "each request has the signature of its own string to sign");

        const std::int64_t day = facts_.time.seconds / 86400 * 86400;
        held = true;
        for (const std::int64_t seconds : {day, day + 86399}) {
            const auto other = make_request_to_sign("{}", facts_.service, {seconds});
            held = (!other || is_correct(signer_.sign(*other), *other)) && held;
        }
        rule(held, "the first and the last second of the UTC day are signed with the key of the day");
    }

    // A signer may reject a request that it has no key for.
    void other_scopes() {
        constexpr std::int64_t day = 86400;
        rule(is_correct_or_rejected(facts_.service, {facts_.time.seconds + day}),
             "a request of the next day is rejected, or signed with the key of that day");
        rule(is_correct_or_rejected(facts_.service, {facts_.time.seconds - day}),
             "a request of the day before is rejected, or signed with the key of that day");
        rule(is_correct_or_rejected(std::string(facts_.service) + "x", facts_.time),
             "a request to another service is rejected, or signed with the key of that service");
        const tc3::signing::signer_input again = request("{}");
        rule(is_correct(signer_.sign(again), again), "after a rejection, a request of the own day and service is signed again");
    }

    void whole_request() {
        const std::string_view body = "{}";
        const tc3::signing::signer_input signed_request = request(body);
        const std::string id(std::string_view(signer_.secret_id()));
        const auto signature = signer_.sign(signed_request);
        const auto value =
            signature ? tc3::signing::make_authorization(signed_request, id, *signature) : tc3::unexpected(signature.error());
        if (!value) return rule(false, accepted);

        std::string authorization, timestamp;
        value->write(authorization);
        tc3::write_decimal(timestamp, facts_.time.seconds);
        const tc3::http::header sent[] = {
            headers_to_sign[0], headers_to_sign[1], {"Authorization", authorization}, {"X-TC-Timestamp", timestamp}};
        const auto find_key = [&](std::string_view secret_id) { return secret_id == id ? facts_.secret_key : std::string_view(); };
        const auto verified = tc3::signing::verify_authorization({.headers = sent, .body = body}, {.now = facts_.time}, find_key);
        rule(verified.has_value(), accepted);
    }

    tc3::signing::signer_input request(std::string_view body) { return request_to_sign(body, facts_.service, facts_.time); }

    [[nodiscard]] bool is_correct(const tc3::result<tc3::signing::signature, tc3::error>& signature,
                                  const tc3::signing::signer_input& request) const {
        const auto key = tc3::signing::derive_signing_key({"", facts_.secret_key}, request.scope);
        if (!key || !signature) return false;
        return signature->bytes == (*tc3::signing::sign(*key, request)).bytes;
    }
    [[nodiscard]] bool is_correct_or_rejected(std::string_view service, tc3::unix_time time) {
        const auto other = make_request_to_sign("{}", service, time);
        if (!other) return true;  // no such request exists
        const auto signature = signer_.sign(*other);
        return signature ? is_correct(signature, *other) : signature.error().code != tc3::errc::none && signature.error().part != "";
    }

    static constexpr std::string_view accepted = "a whole request with this signature is accepted by a server with the secret key";

    Signer& signer_;
    signer_facts facts_;
    Report& report_;
};

}  // namespace detail

inline tc3::result<tc3::signing::signer_input, tc3::error> make_request_to_sign(std::string_view body, std::string_view service,
                                                                                tc3::unix_time time) {
    const tc3::signing::request_parts parts{.headers = detail::headers_to_sign, .hashed_payload = *tc3::signing::payload_hash(body)};
    return tc3::signing::make_signer_input(parts, service, time);
}

inline tc3::signing::signer_input request_to_sign(std::string_view body, std::string_view service, tc3::unix_time time) {
    return *make_request_to_sign(body, service, time);
}

template <tc3::signing::signer Signer, class Report>
void signer_contract(Signer&& signer, const signer_facts& facts, Report&& report) {
    detail::signer_checks(signer, facts, report).run();
}

template <tc3::signing::signer Signer, class Report>
void broken_signer_contract(Signer&& signer, Report&& report) {
    const tc3::signing::signer_input request = request_to_sign("{}", "faceid", {1551113065});
    const auto first = signer.sign(request);
    report(!first.has_value(), "a signer that cannot sign returns an error, not a signature");
    report(!first && first.error().code != tc3::errc::none, "the error has a code");
    report(!first && first.error().part != "", "the error names a part");
    report(!signer.sign(request).has_value(), "a second call fails too");
}

}  // namespace contract
