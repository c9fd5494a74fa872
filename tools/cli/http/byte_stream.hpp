// SPDX-License-Identifier: MIT
// The bytes of a connection, plain or through TLS, each step with a deadline.
#pragma once

#include <chrono>
#include <cstddef>
#include <span>
#include <string_view>

struct ssl_ctx_st;  // OpenSSL's SSL_CTX
struct ssl_st;      // and SSL

namespace tc3_cli {

using time_point = std::chrono::steady_clock::time_point;

enum class stream_error {
    timeout,  ///< the deadline has passed
    closed,   ///< the client ended its side, or the connection broke
    not_tls,  ///< the client speaks plain HTTP to a server of TLS
};

/// What a step returned: a number of bytes, or an error.
struct stream_result {
    std::size_t size = 0;
    bool has_failed = false;
    stream_error error = stream_error::closed;
};

/// A connected socket, which it does not own. The process has to ignore SIGPIPE.
class byte_stream {
public:
    /// `tls` is what TLS connections are made from; null for a plain connection.
    byte_stream(int socket, ssl_ctx_st* tls);
    byte_stream(const byte_stream&) = delete;
    byte_stream& operator=(const byte_stream&) = delete;
    ~byte_stream();

    /// Does the handshake of TLS. Plain connections have none.
    [[nodiscard]] stream_result shake_hands(time_point deadline);

    /// Goes on without TLS, for a client that has begun without it.
    void leave_tls() noexcept;

    /// Reads at least one byte.
    [[nodiscard]] stream_result read(std::span<char> to, time_point deadline);

    /// Writes all bytes.
    [[nodiscard]] stream_result write(std::string_view bytes, time_point deadline);

    /// Ends the server's side. What the client still sends is discarded until it ends its own side or the deadline has passed: if a socket
    /// is closed with unread bytes, the client may lose the reply.
    void end(bool with_tls_alert, time_point deadline);

private:
    template <class Step>
    [[nodiscard]] stream_result repeat_tls(Step step, time_point deadline);
    [[nodiscard]] stream_result write_some(std::string_view bytes, time_point deadline);
    [[nodiscard]] stream_result wait(short events, time_point deadline) const;
    [[nodiscard]] stream_result read_socket(std::span<char> to, time_point deadline) const;
    [[nodiscard]] stream_result write_socket(std::string_view bytes, time_point deadline) const;

    int socket_;
    ssl_st* tls_ = nullptr;
    bool has_tls_failed_ = false;
};

}  // namespace tc3_cli
