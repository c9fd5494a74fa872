// SPDX-License-Identifier: MIT
// What makers of signatures take: the string to sign, or the request itself. Types alone, so that they are quick to include.
#pragma once

#include <tc3/core/unix_time.hpp>
#include <tc3/crypto/policy.hpp>
#include <tc3/http/header_refs.hpp>
#include <tc3/signing/scope.hpp>
#include <tc3/signing/string_to_sign.hpp>

#include <string_view>

namespace tc3::inline TC3_NAMESPACE::signing {

struct request_parts;

/// What a signature depends on: a request, the service and the time of its credential scope, and a secret key unless a signer has it.
///
/// Lifetime: refers to the parts and the texts.
struct request_to_sign {
    const request_parts& parts;
    std::string_view service;
    unix_time time;
    std::string_view secret_key = {};
};

/// The input of a signer, and what make_authorization() needs besides the signature.
///
/// Lifetime: `signed_headers` refers to the caller's headers, which must live until the Authorization header is written.
struct signer_input {
    signing::string_to_sign string_to_sign;           ///< the text to sign
    credential_scope scope;                           ///< the scope within the text: the key must be of the same day and service
    http::header_refs signed_headers;                 ///< the headers that the signature covers
    crypto::sha_256_digest hashed_canonical_request;  ///< the hash within the text
};

}  // namespace tc3::inline TC3_NAMESPACE::signing
