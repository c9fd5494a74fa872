// SPDX-License-Identifier: MIT
// Rejects requests to the admin port that a web page made a browser send.
#pragma once

#include <tc3/core/result.hpp>
#include <tc3/signing/sent_request.hpp>

#include <string_view>

namespace tc3_cli {

/// Returns whether a Host header is an IP address or localhost, with or without a port.
[[nodiscard]] bool is_local_host(std::string_view host) noexcept;

/// Checks that a request is not from a web page.
///
/// A browser adds Origin to what a page sends across sites, and keeps the host name of the page: an attacker can let a name of his resolve
/// to this machine, but he cannot make a browser send another Host.
/// Errors: one sentence.
[[nodiscard]] tc3::result<void, std::string_view> check_peer(const tc3::signing::sent_request& request) noexcept;

}  // namespace tc3_cli
