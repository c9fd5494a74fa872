// SPDX-License-Identifier: MIT
#include "service/host_rules.hpp"

#include <tc3/core/ascii.hpp>
#include <tc3/signing/parse_authorization.hpp>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace tc3_cli {

namespace {

std::string lower(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), [](char c) { return tc3::ascii::to_lower(c); });
    return result;
}

bool is_ipv4_address(std::string_view host) {
    return !host.empty() && std::all_of(host.begin(), host.end(), [](char c) { return tc3::ascii::is_digit(c) || c == '.'; });
}

/// The service of a request to a plain host.
std::string chosen_service(const tc3::testing::emulator& services, const tc3::testing::received_message& message) {
    const std::string_view scope = scope_service_of(message);
    const std::vector<std::string> candidates = services.services_of(message.value_of("X-TC-Action"), message.value_of("X-TC-Version"));
    const bool scope_decides = std::find(candidates.begin(), candidates.end(), scope) != candidates.end();
    if (candidates.empty() || scope_decides) return std::string(scope);
    return candidates.front();
}

}  // namespace

std::optional<std::string> service_named_by(std::string_view host) {
    const std::string name = lower(without_port(host));
    const std::size_t first_dot = name.find('.');
    if (first_dot == 0 || first_dot == std::string::npos) return std::nullopt;
    const std::string_view domain = std::string_view(name).substr(first_dot);
    if (domain == ".localhost" || domain.ends_with(".tencentcloudapi.com")) return name.substr(0, first_dot);
    return std::nullopt;
}

bool is_plain_host(std::string_view host, const std::vector<std::string>& more) {
    const std::string name = lower(without_port(host));
    const bool is_known = std::any_of(more.begin(), more.end(), [&name](const std::string& each) { return lower(each) == name; });
    return is_known || name == "localhost" || name.starts_with('[') || is_ipv4_address(name);
}

std::string_view scope_service_of(const tc3::testing::received_message& message) {
    const auto parsed = tc3::signing::parse_authorization(message.value_of("Authorization"));
    return parsed ? parsed->service : std::string_view{};
}

std::optional<tc3::testing::host_service> find_host(const tc3::testing::emulator& services, const tc3::testing::received_message& message,
                                                    const std::vector<std::string>& more_hosts) {
    if (const auto named = service_named_by(message.host)) return tc3::testing::host_service{*named, *named};
    if (!is_plain_host(message.host, more_hosts)) return std::nullopt;
    const std::string service = chosen_service(services, message);
    const std::string_view scope = scope_service_of(message);
    return tc3::testing::host_service{service, is_derived_service(scope, message.host) ? std::string(scope) : service};
}

bool is_derived_service(std::string_view scope_service, std::string_view host) {
    const std::string_view name = without_port(host);
    const std::string_view port = host.substr(name.size());
    const std::string_view label = name.substr(0, name.find('.'));
    return scope_service == label || (label == name && scope_service == host && !port.empty());
}

std::string_view without_port(std::string_view host) {
    const std::size_t end_of_address = host.starts_with('[') ? host.find(']') : 0;
    return host.substr(0, host.find(':', end_of_address == std::string_view::npos ? 0 : end_of_address));
}

}  // namespace tc3_cli
