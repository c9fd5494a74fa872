// SPDX-License-Identifier: MIT
// What diagnose() knows beside the request.
#pragma once

#include <tc3/core/unix_time.hpp>
#include <tc3/http/header.hpp>
#include <tc3/signing/credential.hpp>

#include <optional>
#include <span>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::signing {

/// What is known about a request that a service rejected. The more is known, the more causes can be named. Of each list the first 16
/// entries are read.
///
/// Lifetime: refers to the caller's memory.
struct known_facts {
    credential_view credential = {};                          ///< the credential that should have signed, its token included
    std::string_view service = {};                            ///< "faceid"; empty if it is not known
    std::optional<unix_time> service_time = {};               ///< the time of the service when the request arrived; see response_date.hpp
    std::string_view error_code = {};                         ///< of the response: "AuthFailure.SignatureFailure"
    std::string_view error_message = {};                      ///< of the response; without `service_time`, the time in it is used
    std::span<const credential_view> other_credentials = {};  ///< others that the program has
    std::span<const std::string_view> other_hosts = {};       ///< of gateways and proxies between program and service
    /// Values that headers may have had when the request was signed: X-TC-Action and each action that the program calls.
    std::span<const http::header> other_headers = {};
};

}  // namespace tc3::inline TC3_NAMESPACE::signing
