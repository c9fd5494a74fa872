// SPDX-License-Identifier: MIT
// The account and the time of all signatures: those of the manual's example.
#pragma once

#include <tc3/api/client_profile.hpp>
#include <tc3/core/unix_time.hpp>
#include <tc3/signing/authorization.hpp>
#include <tc3/signing/credential.hpp>
#include <tc3/signing/scope.hpp>
#include <tc3/signing/signing_key.hpp>

#include <string_view>

namespace bench {

inline constexpr tc3::credential_view credential{.secret_id = "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE",
                                                 .secret_key = "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE"};
inline constexpr tc3::unix_time now{1551113065};
inline constexpr std::string_view service = "faceid";
inline constexpr std::string_view host = "faceid.intl.tencentcloudapi.com";

[[nodiscard]] inline tc3::client_profile_view profile() { return {.credential = credential, .region = "ap-singapore"}; }

/// A signing key that a program keeps for the day.
template <class Policy>
[[nodiscard]] tc3::signing::signing_key derive_key(Policy& policy) {
    return *tc3::signing::derive_signing_key(credential, *tc3::signing::credential_scope::make(service, now), policy);
}

}  // namespace bench
