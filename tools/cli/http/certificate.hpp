// SPDX-License-Identifier: MIT
// The certificates of a server for tests: made at start, kept in memory, trusted only by clients that are given the PEM text.
#pragma once

#include <tc3/core/result.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct ssl_ctx_st;  // OpenSSL's SSL_CTX

namespace tc3_cli {

/// A certificate authority of its own with a certificate for the server, for a year.
///
/// The certificate is for 127.0.0.1, ::1, localhost, *.localhost, *.tencentcloudapi.com, *.intl.tencentcloudapi.com and the given names.
/// A client that asks for another name below one of the wildcards, such as `faceid.ap-singapore.tencentcloudapi.com`, gets a certificate
/// made for this name: a wildcard covers one label only, and OpenSSL accepts none for `*.localhost`.
///
/// No private key leaves the memory of the process. Copies share the keys.
class certificate {
public:
    /// Makes the keys and certificates. `names` are more host names, wildcards ("*.example.com") and IP addresses.
    ///
    /// Errors: a name that is not a host name, or a failure of OpenSSL.
    [[nodiscard]] static tc3::result<certificate, std::string> make(const std::vector<std::string>& names = {});

    /// Returns the certificate of the authority as PEM, for clients: curl --cacert, NODE_EXTRA_CA_CERTS, SSL_CERT_FILE. It holds no key.
    [[nodiscard]] const std::string& pem() const noexcept;

    /// Returns what a server makes its connections from. It is valid while a copy of this object exists.
    [[nodiscard]] ssl_ctx_st* context() const noexcept;

private:
    struct state;
    explicit certificate(std::shared_ptr<state> made) noexcept : state_(std::move(made)) {}

    std::shared_ptr<state> state_;
};

}  // namespace tc3_cli
