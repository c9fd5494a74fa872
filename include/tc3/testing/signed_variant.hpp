// SPDX-License-Identifier: MIT
// Finds the header that was changed between signing and sending, if the change is one that HTTP libraries make: a charset in Content-Type,
// or a port in Host.
#pragma once

#include <tc3/api/request_options.hpp>
#include <tc3/config.hpp>
#include <tc3/core/ascii.hpp>
#include <tc3/http/header.hpp>
#include <tc3/signing/verify_authorization.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tc3::inline TC3_NAMESPACE::testing {

/// Returns "the signature fits with Content-Type `application/json`" for a request whose signature is wrong, if it is right with another
/// usual value of Content-Type or Host; else an empty text.
///
/// `fits(request)` returns whether the signature of a signing::received_request is right.
/// Cost: up to eight calls of `fits`, each of which hashes the body.
template <class Fits>
[[nodiscard]] std::string describe_signed_variant(const signing::received_request& request, Fits fits);

namespace detail {

/// Returns the values that a program may have signed where `header` was sent.
[[nodiscard]] std::vector<std::string> usual_values_of(const http::header& header);

/// Returns a valid address without its port. If the last colon is not followed by digits alone, it is one of an IPv6 address.
[[nodiscard]] constexpr std::string_view without_port(std::string_view host) noexcept {
    const std::size_t colon = host.rfind(':');
    if (colon == std::string_view::npos) return host;
    const std::string_view port = host.substr(colon + 1);
    const bool is_number = !port.empty() && ascii::find_not(port, ascii::is_digit) == std::string_view::npos;
    return is_number ? host.substr(0, colon) : host;
}

}  // namespace detail

template <class Fits>
std::string describe_signed_variant(const signing::received_request& request, Fits fits) {
    std::vector<http::header> headers(request.headers.begin(), request.headers.end());
    signing::received_request variant = request;
    variant.headers = headers;
    for (http::header& header : headers) {
        const std::string_view sent = header.value;
        for (const std::string& value : detail::usual_values_of(header)) {
            if (value == sent) continue;
            header.value = value;
            if (fits(std::as_const(variant))) return "the signature fits with " + std::string(header.name) + " `" + value + "`";
        }
        header.value = sent;
    }
    return {};
}

}  // namespace tc3::inline TC3_NAMESPACE::testing

#if defined(TC3_BODIES)

namespace tc3::inline TC3_NAMESPACE::testing::detail {

[[nodiscard]] TC3_FUNCTION std::vector<std::string> usual_values_of(const http::header& header) {
    if (ascii::equal_lower(header.name, "host")) {
        const std::string name(without_port(header.value));
        return {name, name + ":443", name + ":80"};
    }
    if (!ascii::equal_lower(header.name, "content-type")) return {};
    const std::string type(ascii::trim(header.value.substr(0, header.value.find(';'))));
    return {type, type + "; charset=utf-8", std::string(json_content_type), std::string(json_utf8_content_type),
            std::string(query_content_type)};
}

}  // namespace tc3::inline TC3_NAMESPACE::testing::detail

#endif  // TC3_BODIES
