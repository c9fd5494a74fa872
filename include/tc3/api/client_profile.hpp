// SPDX-License-Identifier: MIT
// What stays the same from call to call: the credential, the region, and where requests go.
#pragma once

#include <tc3/config.hpp>
#include <tc3/signing/credential.hpp>

#include <string>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE {

/// A profile whose text is elsewhere.
///
/// `service`, `version` and `host` replace those of the action unless they are empty. If neither profile nor action has a host, it is
/// `<service>.tencentcloudapi.com`; if neither has a service, it is the first label of the host. `scheme` must not be empty.
///
/// Lifetime: refers to the text of its members.
struct client_profile_view {
    credential_view credential;
    std::string_view region = {};       ///< X-TC-Region, "ap-singapore"
    std::string_view language = {};     ///< X-TC-Language, of the service's messages: "en-US" or "zh-CN"; empty: the setting of the account
    std::string_view service = {};      ///< the service in the credential scope, instead of the service of the action
    std::string_view version = {};      ///< X-TC-Version, instead of the version of the action
    std::string_view host = {};         ///< the Host header, which is signed; with ":port" unless it is the port of the scheme
    std::string_view scheme = "https";  ///< "https" or "http"
    std::string_view connect_to = {};   ///< "address:port" to connect to; changes nothing that is signed
};

/// A profile that owns its text. The members are those of client_profile_view.
///
/// It holds the secret key, so it can be moved but not copied. It may be shared by threads that only read it. Functions take a
/// client_profile_view and refuse a temporary client_profile.
struct client_profile {          // moves only: pass it by reference, or use std::move
    tc3::credential credential;  // its key is not copied: pass the profile by reference, or use std::move
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
    client_profile_view view() const&& = delete;  // keep the client_profile in a variable: a view must not outlive it
    operator client_profile_view() const& noexcept TC3_LIFETIMEBOUND { return view(); }  // NOLINT: implicit, a view of it
    operator client_profile_view() const&& = delete;  // keep the client_profile in a variable: a view must not outlive it
};

}  // namespace tc3::inline TC3_NAMESPACE
