// SPDX-License-Identifier: MIT
// An HTTP/1.1 server that hands each request to a handler exactly as it was sent, and can lose, cut and delay its replies.
#pragma once

#include "http/certificate.hpp"
#include "http/http_exchange.hpp"
#include <tc3/core/result.hpp>

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace tc3_cli {

struct http_server_options {
    std::string address = "127.0.0.1";  ///< the address to listen on; "::1" for IPv6, "0.0.0.0" for every interface
    int port = 0;                       ///< the port; 0 for a free one
    std::optional<certificate> tls;     ///< serves TLS with this certificate; absent: plain HTTP

    std::size_t max_head_size = 64 * 1024;   ///< of a request, its empty line included; larger ones get status 431
    std::size_t max_body_size = 16'000'000;  ///< of a request, a chunked one when joined; larger ones get status 413
    /// Of all connections together that hold more than 16 KB of requests and replies; what would exceed it gets status 503.
    std::size_t max_bytes_in_memory = 512'000'000;
    /// More connections wait; one that has kept the server waiting for a second makes room. Without a request, each takes about 7 KB of
    /// memory, 80 KB with TLS.
    std::size_t max_connections = 4096;

    std::chrono::milliseconds idle_timeout{60'000};     ///< until the first byte of a request; the connection is then closed
    std::chrono::milliseconds request_timeout{30'000};  ///< from the first to the last byte of a request; then status 408
    std::chrono::milliseconds write_timeout{30'000};    ///< for a whole reply, without its delay; the connection is then closed

    /// Called with each request that cannot be read, which the handler never sees: the client, the status sent, the reason.
    std::function<void(std::string_view peer, int status, std::string_view reason)> on_unreadable = {};
};

class server_engine;

/// A server with one thread for all connections and a few threads for the handler.
///
/// Every method and every target goes to the one handler. Keep-alive, pipelining, chunked bodies and `Expect: 100-continue` work as
/// RFC 9112 says. `CONNECT host:port` gets status 200, whatever the host, and the connection goes on with the next request or,
/// if the server has a certificate, a TLS handshake: clients reach the server by their proxy setting. Bytes that are not HTTP get status
/// 400 with one sentence, and the connection is closed.
class http_server {
public:
    /// Called from several threads at once. It may block: while all of them do, other requests wait. An exception becomes status 500.
    using handler = std::function<http_reply(const http_exchange_request&)>;

    http_server(http_server_options options, handler respond);
    http_server(const http_server&) = delete;
    http_server& operator=(const http_server&) = delete;
    ~http_server();  ///< after serve() has returned

    /// Listens, and returns the port. The port is not shared with another process.
    [[nodiscard]] tc3::result<int, std::string> bind();

    /// Serves until stop(), after bind(). Returns when every connection is closed.
    void serve();

    /// Makes serve() return, at once if it is called later. Replies that are being sent get a second to end.
    ///
    /// Safe from every thread and from a signal handler, also before serve() and more than once.
    void stop() noexcept;

private:
    std::unique_ptr<server_engine> engine_;
};

}  // namespace tc3_cli
