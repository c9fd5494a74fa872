// SPDX-License-Identifier: MIT
// A TC3 signature written by hand with another library's SHA-256 and HMAC, as in the manual's example programs.
#pragma once

#include "peers.hpp"

#include <string>
#include <string_view>

namespace bench {

[[nodiscard]] inline std::string hex_of(const digest& bytes) {
    std::string text;
    for (const unsigned char byte : bytes) {
        text += "0123456789abcdef"[byte >> 4U];
        text += "0123456789abcdef"[byte & 15U];
    }
    return text;
}

/// What is signed, in the words of tc3: a POST to "/" with the headers Content-Type and Host.
struct plain_request {
    std::string_view secret_id, secret_key, service, host, content_type, body;
    std::string_view timestamp, date;
};

template <class Library>
[[nodiscard]] std::string authorization_by_hand(const plain_request& request) {
    const auto hash = [](std::string_view text) {
        digest bytes;
        Library::sha_256(text, bytes);
        return hex_of(bytes);
    };
    const auto hmac = [](std::string_view key, std::string_view text) {
        digest bytes;
        Library::hmac(key, text, bytes);
        return bytes;
    };
    const std::string canonical = "POST\n/\n\ncontent-type:" + std::string(request.content_type) + "\nhost:" + std::string(request.host) +
                                  "\n\ncontent-type;host\n" + hash(request.body);
    const std::string scope = std::string(request.date) + "/" + std::string(request.service) + "/tc3_request";
    const std::string to_sign = "TC3-HMAC-SHA256\n" + std::string(request.timestamp) + "\n" + scope + "\n" + hash(canonical);
    const digest of_date = hmac("TC3" + std::string(request.secret_key), request.date);
    const digest of_service = hmac(text_of(of_date), request.service);
    const digest key = hmac(text_of(of_service), "tc3_request");
    return "TC3-HMAC-SHA256 Credential=" + std::string(request.secret_id) + "/" + scope +
           ", SignedHeaders=content-type;host, Signature=" + hex_of(hmac(text_of(key), to_sign));
}

}  // namespace bench
