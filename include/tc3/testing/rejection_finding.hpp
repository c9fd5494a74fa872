// SPDX-License-Identifier: MIT
// Asks the signature doctor why the emulator rejects the signature, time, token or secret id of a request.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/unix_time.hpp>
#include <tc3/signing/credential.hpp>
#include <tc3/signing/doctor/finding.hpp>
#include <tc3/testing/received_message.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::testing::detail {

/// What the emulator knows beside a request.
///
/// Lifetime: refers to the emulator.
struct emulator_facts {
    std::span<const credential_view> credentials;
    std::span<const std::string_view> hosts;  ///< those of the service
    std::string_view scope_service;           ///< the service that the credential scope must name
    unix_time now;
};

/// Returns the doctor's first finding about a request that is rejected; nothing if the doctor has none, or if the request names a secret id
/// that is not known, unless that is a secret key that is known.
///
/// Cost: that of signing::diagnose(), which is largest if no cause fits: up to 100 ms.
[[nodiscard]] std::optional<signing::finding> find_cause(const received_message& message, const emulator_facts& facts);

/// Returns a finding as a sentence without a full stop: "Another Content-Type was signed than sent: with Content-Type `application/json`
/// the signature fits".
[[nodiscard]] std::string describe(const signing::finding& found);

}  // namespace tc3::inline TC3_NAMESPACE::testing::detail

#if defined(TC3_BODIES)

#include <tc3/signing/diagnose.hpp>

#include <vector>

namespace tc3::inline TC3_NAMESPACE::testing::detail {

/// Returns the credential that has the declared text as its id, or by mistake as its key; null if there is none.
[[nodiscard]] inline const credential_view* find_declared(std::span<const credential_view> credentials,
                                                          std::string_view declared_id) noexcept {
    for (const credential_view& each : credentials) {
        if (each.secret_id == declared_id) return &each;
    }
    for (const credential_view& each : credentials) {
        if (each.secret_key == declared_id) return &each;
    }
    return nullptr;
}

TC3_FUNCTION std::optional<signing::finding> find_cause(const received_message& message, const emulator_facts& facts) {
    const signing::doctor::declared_authorization declared(message.value_of("Authorization"));
    const bool is_unsigned = declared.secret_id.empty() && declared.signature.empty();
    const credential_view* credential = find_declared(facts.credentials, declared.secret_id);
    if (credential == nullptr && !is_unsigned) return {};

    std::vector<credential_view> others;
    for (const credential_view& each : facts.credentials) {
        if (&each != credential) others.push_back(each);
    }
    const signing::sent_request request{
        .method = http::name_of(message.method), .target = message.target, .headers = message.headers, .body = message.body};
    const signing::diagnosis found = signing::diagnose(request, {.credential = credential != nullptr ? *credential : credential_view{},
                                                                 .service = facts.scope_service,
                                                                 .service_time = facts.now,
                                                                 .other_credentials = others,
                                                                 .other_hosts = facts.hosts});
    return found.empty() ? std::nullopt : std::optional(found.findings().front());
}

TC3_FUNCTION std::string describe(const signing::finding& found) {
    std::string_view cause = signing::description(found.cause);
    if (cause.ends_with('.')) cause.remove_suffix(1);
    std::string text(cause);
    if (found.evidence.size() == 0) return text;
    return text.append(found.is_certain ? ": " : " (likely): ").append(found.evidence.view());
}

}  // namespace tc3::inline TC3_NAMESPACE::testing::detail

#endif  // TC3_BODIES
