// SPDX-License-Identifier: MIT
// Which service a request is for, when the server accepts any host: clients reach it by address, by name, or by a proxy.
#pragma once

#include <tc3/testing/emulator.hpp>
#include <tc3/testing/received_message.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tc3_cli {

/// Returns the service that a host names: "faceid" for `faceid.localhost`, `faceid.tencentcloudapi.com` and
/// `faceid.ap-singapore.tencentcloudapi.com`, with any port; nothing for other hosts.
[[nodiscard]] std::optional<std::string> service_named_by(std::string_view host);

/// Returns whether a host has no name of a service in it: `localhost`, addresses, and the names in `more`.
[[nodiscard]] bool is_plain_host(std::string_view host, const std::vector<std::string>& more = {});

/// Returns the service of the credential scope of a request; empty if it has none.
[[nodiscard]] std::string_view scope_service_of(const tc3::testing::received_message& message);

/// Returns whose actions a request asks for, and the service that its scope must name; nothing if the host is none of ours.
///
/// A plain host has no service in it. There the action decides, and the scope where several services have the action. Some SDKs derive the
/// service from the host, `127` from 127.0.0.1 or `localhost:8080`: such a scope is accepted.
[[nodiscard]] std::optional<tc3::testing::host_service> find_host(const tc3::testing::emulator& services,
                                                                  const tc3::testing::received_message& message,
                                                                  const std::vector<std::string>& more_hosts = {});

/// Returns whether an SDK derives this scope service from a host: its first label, with or without the port.
[[nodiscard]] bool is_derived_service(std::string_view scope_service, std::string_view host);

/// Returns a host without its port: "127.0.0.1" of "127.0.0.1:8080", "[::1]" of "[::1]:8080".
[[nodiscard]] std::string_view without_port(std::string_view host);

}  // namespace tc3_cli
