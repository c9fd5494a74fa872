// SPDX-License-Identifier: MIT
// An HTTP request as it was sent, and the reply to it: the two values that the servers of the program exchange with their handlers.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tc3_cli {

/// A request, valid while its handler runs.
struct http_exchange_request {
    /// The head and the body exactly as sent. Only a chunked body is changed: it is joined, and `Content-Length: N` takes the place of its
    /// Transfer-Encoding line.
    std::string_view bytes;
    std::string_view peer;  ///< the address of the client: "127.0.0.1:50112", "[::1]:50112"
    bool is_tls = false;
};

/// A reply, and how it is delivered.
struct http_reply {
    int status = 200;
    /// The server adds Content-Length and Connection where they are missing, and no other header.
    std::vector<std::pair<std::string, std::string>> headers = {};
    std::string body = {};
    std::chrono::milliseconds delay{};          ///< the wait before the first byte
    bool is_lost = false;                       ///< closes the connection instead of sending a byte
    std::optional<std::size_t> cut_after = {};  ///< closes the connection after this many bytes of the body
};

}  // namespace tc3_cli
