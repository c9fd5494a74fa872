// SPDX-License-Identifier: MIT
// Who asks, where, and in which language: what stays the same from call to call.
#pragma once

#include <tc3/signing/credential.hpp>

#include <string>
#include <string_view>

namespace tc3::inline v0_1 {

/// A profile that lives elsewhere. Service, host, scheme and connect address are four things; each overrides what the action says and
/// leaves the others alone. Empty members override nothing.
struct client_profile_view {
    credential_view credential;
    std::string_view region = {};    ///< "ap-singapore"
    std::string_view language = {};  ///< of the service's messages: "en-US" or "zh-CN"; empty: the account's
    std::string_view service = {};   ///< the service in the signature, where a host of your own does not name it
    std::string_view version = {};   ///< another API version than the action's
    std::string_view host =
        {};  ///< the Host header, which is signed: a regional host, a gateway; with ":port" where it is not the scheme's own
    std::string_view scheme = "https";  ///< "https" or "http"
    std::string_view connect_to = {};   ///< "address:port" to connect to without changing what is signed: a proxy, a test
};

/// A profile that owns its text. The members are those of client_profile_view. Give it a name: a call does not take one that dies with it.
struct client_profile {
    tc3::credential credential;
    std::string region = {};
    std::string language = {};
    std::string service = {};
    std::string version = {};
    std::string host = {};
    std::string scheme = "https";
    std::string connect_to = {};

    [[nodiscard]] client_profile_view view() const& noexcept TC3_LIFETIMEBOUND {
        return {credential.view(), region, language, service, version, host, scheme, connect_to};
    }
    client_profile_view view() const&& = delete;
    operator client_profile_view() const& noexcept TC3_LIFETIMEBOUND { return view(); }  // NOLINT: implicit, a view of it
    operator client_profile_view() const&& = delete;
};

/// Returns the profile with the secret id of a signer in place of its own.
[[nodiscard]] inline client_profile_view with_id(client_profile_view profile, std::string_view secret_id) noexcept {
    profile.credential.secret_id = secret_id;
    return profile;
}

}  // namespace tc3::inline v0_1
