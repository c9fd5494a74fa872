// SPDX-License-Identifier: MIT
// What tc3 relies on in a signer, as rules that can be tried on any: a secure element, an HSM, a signing server. Needs no test framework.
#pragma once

#include <tc3/tc3.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace contract {

/// What the signer ought to sign with, and for. A secret key made for the test: with it the contract computes what is right.
struct signer_facts {
    std::string_view secret_key;
    std::string_view service;
    tc3::unix_time time;  ///< a time of a day for which the signer signs
};

/// Tries a signer and calls `report(bool held, std::string_view rule)` for each rule. Some 25 requests are signed.
template <tc3::signing::signer Signer, class Report>
void signer_contract(Signer&& signer, const signer_facts& facts, Report&& report);

/// The same for a signer that can't sign now: no key in the slot, no answer from the server.
template <tc3::signing::signer Signer, class Report>
void broken_signer_contract(Signer&& signer, Report&& report);

namespace detail {

inline constexpr tc3::http::header headers_to_sign[] = {{"Content-Type", "application/json"}, {"Host", "faceid.tencentcloudapi.com"}};

inline tc3::result<tc3::signing::signing_request, tc3::error> prepare_to_sign(std::string_view body, std::string_view service,
                                                                              tc3::unix_time time) {
    const tc3::signing::request_parts parts{.headers = headers_to_sign, .hashed_payload = *tc3::signing::payload_hash(body)};
    return tc3::signing::make_signing_request(parts, service, time);
}

/// Of a service and a time that can be signed for.
inline tc3::signing::signing_request request_to_sign(std::string_view body, std::string_view service, tc3::unix_time time) {
    return *prepare_to_sign(body, service, time);
}

template <class Signer, class Report>
class signer_trial {
public:
    signer_trial(Signer& signer, const signer_facts& facts, Report& report) : signer_(signer), facts_(facts), report_(report) {}

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
        const auto request = prepare_to_sign("{}", facts_.service, facts_.time);
        const bool usable = request && tc3::signing::derive_signing_key({"", facts_.secret_key}, request->scope);
        rule(usable, "the facts are usable: a secret key, and a service and a time that can be signed for");
        return usable;
    }

    void id() {
        const std::string first(std::string_view(signer_.secret_id()));
        rule(tc3::validate_secret_id(first).has_value(), "secret_id() can stand in an Authorization header");
        static_cast<void>(signer_.sign(request("{}")));
        rule(first == std::string_view(signer_.secret_id()), "secret_id() is the same before and after a signature");
    }

    void signatures() {
        const tc3::signing::signing_request one = request("{}");
        rule(is_right(signer_.sign(one), one), "a request is signed with the key derived from the secret key for its day and service");
        rule(is_right(signer_.sign(one), one), "the same request has the same signature again");

        bool held = true;
        for (int i = 0; i < 10; ++i) {
            const tc3::signing::signing_request other = request("{\"Number\":" + std::to_string(i) + "}");
            held = is_right(signer_.sign(other), other) && held;
        }
        rule(held, "each request has the signature of its own string to sign");

        const std::int64_t day = facts_.time.seconds / 86400 * 86400;
        held = true;
        for (const std::int64_t seconds : {day, day + 86399}) {
            const auto other = prepare_to_sign("{}", facts_.service, {seconds});
            held = (!other || is_right(signer_.sign(*other), *other)) && held;
        }
        rule(held, "the first and the last second of the UTC day have the day's key");
    }

    // A signer may refuse what it has no key for; what it signs must fit.
    void other_scopes() {
        constexpr std::int64_t day = 86400;
        rule(is_right_or_refused(facts_.service, {facts_.time.seconds + day}),
             "a request of the next day is refused, or has that day's key");
        rule(is_right_or_refused(facts_.service, {facts_.time.seconds - day}),
             "a request of the day before is refused, or has that day's key");
        rule(is_right_or_refused(std::string(facts_.service) + "x", facts_.time),
             "a request to another service is refused, or has its key");
        const tc3::signing::signing_request again = request("{}");
        rule(is_right(signer_.sign(again), again), "the next request of its own day and service is signed as before");
    }

    void whole_request() {
        const std::string_view body = "{}";
        const tc3::signing::signing_request signed_request = request(body);
        const std::string id(std::string_view(signer_.secret_id()));
        const auto made = signer_.sign(signed_request);
        const auto value = made ? tc3::signing::make_authorization(signed_request, id, *made) : tc3::unexpected(made.error());
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

    tc3::signing::signing_request request(std::string_view body) { return request_to_sign(body, facts_.service, facts_.time); }

    [[nodiscard]] bool is_right(const tc3::result<tc3::signing::signature, tc3::error>& made,
                                const tc3::signing::signing_request& request) const {
        const auto key = tc3::signing::derive_signing_key({"", facts_.secret_key}, request.scope);
        if (!key || !made) return false;
        return made->bytes == (*tc3::signing::sign(*key, request)).bytes;
    }
    [[nodiscard]] bool is_right_or_refused(std::string_view service, tc3::unix_time time) {
        const auto other = prepare_to_sign("{}", service, time);
        if (!other) return true;  // nobody can ask for it
        const auto made = signer_.sign(*other);
        return made ? is_right(made, *other) : made.error().code != tc3::errc::none && made.error().part != "";
    }

    static constexpr std::string_view accepted = "a whole request with this signature is accepted by a server that knows the secret key";

    Signer& signer_;
    signer_facts facts_;
    Report& report_;
};

}  // namespace detail

template <tc3::signing::signer Signer, class Report>
void signer_contract(Signer&& signer, const signer_facts& facts, Report&& report) {
    detail::signer_trial(signer, facts, report).run();
}

template <tc3::signing::signer Signer, class Report>
void broken_signer_contract(Signer&& signer, Report&& report) {
    const tc3::signing::signing_request request = detail::request_to_sign("{}", "faceid", {1551113065});
    const auto first = signer.sign(request);
    report(!first.has_value(), "a signer that can't sign returns an error, not a signature");
    report(!first && first.error().code != tc3::errc::none, "the error says what is wrong");
    report(!first && first.error().part != "", "the error names the part that it concerns");
    report(!signer.sign(request).has_value(), "it fails again when it is asked again");
}

}  // namespace contract
