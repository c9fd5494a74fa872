// SPDX-License-Identifier: MIT
// The headers that a browser adds to the requests of a web page.
#include "admin/peer_check.hpp"

#include <tc3/core/ascii.hpp>
#include <tc3/http/find_header.hpp>

#include <algorithm>

namespace tc3_cli {

namespace {

std::string_view without_port(std::string_view host) noexcept {
    const std::size_t colon = host.rfind(':');
    const bool has_port = colon != std::string_view::npos && std::ranges::all_of(host.substr(colon + 1), tc3::ascii::is_digit);
    return has_port ? host.substr(0, colon) : host;
}

/// Returns whether a name is four numbers with dots. Browsers never send an address in another form.
bool is_ipv4(std::string_view name) noexcept {
    const auto is_part = [](char c) { return tc3::ascii::is_digit(c) || c == '.'; };
    return std::ranges::count(name, '.') == 3 && std::ranges::all_of(name, is_part);
}

bool is_ipv6(std::string_view name) noexcept { return name.starts_with('[') && name.ends_with(']'); }

}  // namespace

bool is_local_host(std::string_view host) noexcept {
    const std::string_view name = without_port(host);
    return is_ipv4(name) || is_ipv6(name) || tc3::ascii::equal_lower(name, "localhost");
}

tc3::result<void, std::string_view> check_peer(const tc3::signing::sent_request& request) noexcept {
    if (tc3::http::find_header(request.headers, "Origin") != nullptr) {
        return tc3::unexpected(std::string_view("a request with an Origin header is from a web page, which must not control the service"));
    }
    if (!is_local_host(request.value_of("Host"))) {
        return tc3::unexpected(std::string_view("the Host must be an IP address or localhost: another name may be that of a web page"));
    }
    return {};
}

}  // namespace tc3_cli
