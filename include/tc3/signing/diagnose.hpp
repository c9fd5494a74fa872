// SPDX-License-Identifier: MIT
// The signature doctor: finds out why a service rejected a signed request, and names the cause.
//
//     tc3::signing::raw_request request(bytes_as_sent);
//     const auto diagnosis = tc3::signing::diagnose(request.view(), {.credential = credential, .service = "faceid"});
//     std::string text;
//     tc3::signing::write_diagnosis(text, diagnosis);
//
// It computes the signature again under the mistakes that clients make: a charset that the HTTP client added, a date in local time, a line
// feed after the key. A signature that fits proves the mistake. Not in <tc3/tc3.hpp>: include this header where you need it.
#pragma once

#include <tc3/requirements.hpp>

#ifndef TC3_REFUSED

#include <tc3/config.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/signing/doctor/cause.hpp>
#include <tc3/signing/doctor/finding.hpp>
#include <tc3/signing/doctor/known_facts.hpp>
#include <tc3/signing/sent_request.hpp>

#include <cstddef>

namespace tc3::inline TC3_NAMESPACE::signing {

/// Finds out why a service rejects a request.
///
/// Lifetime: nothing of the arguments is kept.
/// Cost: no allocation. Up to most_diagnosed_signatures signatures if no cause fits, and up to 102 hashes of the body, 38 beyond 1 MB. Of
/// requests with more than 16 KB of target and headers only single causes are tried, of those with more than 256 KB none.
/// Source: docs/signature-doctor.md.
[[nodiscard]] diagnosis diagnose(const sent_request& request, const known_facts& facts);

/// Writes a finding: cause, evidence and advice, in sentences.
template <sink S>
constexpr void write_finding(S& out, const finding& found) {
    out.append(description(found.cause));
    if (found.evidence.size() != 0) {
        out.append(found.is_certain ? " Certain: " : " Likely: ");
        out.append(found.evidence.view());
        out.append(".");
    }
    out.append(" ");
    out.append(advice(found.cause));
}

/// Writes the findings, a line each.
template <sink S>
constexpr void write_diagnosis(S& out, const diagnosis& found) {
    if (found.empty()) {
        out.append("The signature fits, and nothing else is wrong with the request. If the service rejects it, the service has another ");
        out.append("key for the secret id, or the request is changed after this point.\n");
    }
    for (const finding& each : found.findings()) {
        out.append(to_string(each.cause));
        out.append(": ");
        write_finding(out, each);
        out.append("\n");
    }
}

}  // namespace tc3::inline TC3_NAMESPACE::signing

#if defined(TC3_BODIES)

#include <tc3/signing/doctor/inspection.hpp>
#include <tc3/signing/doctor/search.hpp>
#include <tc3/signing/doctor/service_error.hpp>

namespace tc3::inline TC3_NAMESPACE::signing {

TC3_FUNCTION diagnosis diagnose(const sent_request& request, const known_facts& facts) {
    const doctor::declared_authorization declared(request.value_of("authorization"));
    const doctor::examined_request examined(request, facts, declared);
    diagnosis found;
    if (declared.signature.empty() && declared.secret_id.empty()) {
        doctor::inspect_unsigned(found, examined);
        doctor::read_service_error(found, examined);
        return found;
    }
    doctor::inspect(found, examined);
    const bool has_key = !examined.credential.secret_key.empty();
    if (has_key && !declared.signature.empty()) doctor::search(found, examined);
    doctor::inspect_rest(found, examined);
    doctor::read_service_error(found, examined);
    if (!has_key) found.add({.cause = cause::key_not_given, .is_certain = false, .evidence = {}});
    return found;
}

}  // namespace tc3::inline TC3_NAMESPACE::signing

#endif  // TC3_BODIES

#endif  // TC3_REFUSED
