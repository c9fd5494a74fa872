// SPDX-License-Identifier: MIT
// Helpers for tests of whole calls: a profile, a transport with a fixed response, a search for secrets in text.
#pragma once

#include <tc3/tc3.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace support {

inline constexpr std::string_view secret_id = "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE";
inline constexpr std::string_view secret_key = "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE";
inline constexpr std::string_view session_token = "Zq8/xW+vN3~kR7pL0=mT5";
inline constexpr tc3::unix_time sample_time{1551113065};

inline tc3::client_profile_view sample_profile() {
    return {.credential = {secret_id, secret_key, session_token}, .region = "ap-singapore"};
}

/// A response type as an HTTP library may have it.
struct response {
    int status = 200;
    std::string body;
};

/// A transport that returns `output`, or `error` if its code is not 0, and keeps the parts of the last request.
class fake_transport {
public:
    tc3::result<response, tc3::transport_error> operator()(const tc3::http::request_view& request) {
        ++calls;
        host = request.host;
        target = request.target;
        body = request.body;
        authorization = request.headers.value_of("Authorization");
        if (error.code != 0) return tc3::unexpected(error);
        return output;
    }

    response output;
    tc3::transport_error error;
    std::size_t calls = 0;
    std::string host, target, body, authorization;
};

/// Returns the text that value.write() writes.
template <class Value>
std::string written(const Value& value) {
    std::string text;
    value.write(text);
    return text;
}

/// Returns whether a text contains a secret or six consecutive characters of it.
inline bool reveals_secret(std::string_view text, std::string_view secret) {
    constexpr std::size_t part = 6;
    for (std::size_t i = 0; i + part <= secret.size(); ++i) {
        if (text.find(secret.substr(i, part)) != std::string_view::npos) return true;
    }
    return secret.size() < part && !secret.empty() && text.find(secret) != std::string_view::npos;
}

inline bool reveals_secrets(std::string_view text) { return reveals_secret(text, secret_key) || reveals_secret(text, session_token); }

}  // namespace support
