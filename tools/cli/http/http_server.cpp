// SPDX-License-Identifier: MIT
// An HTTP/1.1 server that hands each request to a handler exactly as it was sent, and can lose, cut and delay its replies.
//
// cpp-httplib listens and accepts. Its reader is not used: it decodes header values, unpacks and parses bodies, and limits targets to
// 8 KB, while a signature covers every byte as sent and a query may have 32 KB.
#include "http/http_server.hpp"

#include "http/connection.hpp"
#include "http/connection_table.hpp"

#include <httplib.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <exception>
#include <system_error>
#include <thread>
#include <utility>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace tc3_cli {

namespace {

constexpr int backlog = 1024;              // connections that the system keeps until they are accepted; cpp-httplib asks for 5
constexpr long look_for_stop_us = 20'000;  // how often a server without connections looks whether it is to stop

[[maybe_unused]] constexpr int large_buffer = 256 * 1024;

/// Makes large buffers return to the system when they are freed. By default glibc keeps them, once it has seen a few, in the heap of each
/// thread: several times as much memory as is in use.
void give_memory_back() {
#if defined(__GLIBC__)
    ::mallopt(M_MMAP_THRESHOLD, large_buffer);
#endif
}

void share_nothing(socket_t socket) {
    // By default cpp-httplib shares the port with other servers that do so, and each gets some of the connections.
    const int yes = 1;
    ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
}

}  // namespace

/// The part of cpp-httplib that is used: its socket, its loop that accepts connections, and its handling of SIGPIPE, which its constructor
/// lets the process ignore.
class http_server::listener : private httplib::Server {
public:
    listener(http_server_options options, http_server::handler respond) : setup_(std::move(options), std::move(respond)) {
        give_memory_back();
        set_socket_options(share_nothing);
        set_idle_interval(0, look_for_stop_us);
        new_task_queue = [this] { return new queue(*this); };  // the library deletes it
    }

    [[nodiscard]] tc3::result<int, std::string> bind() {
        const http_server_options& options = setup_.options;
        if (!has_bound(options.port)) {
            std::string error = "cannot listen on " + options.address + ", port " + std::to_string(options.port);
            if (errno != 0) error.append(": ").append(std::generic_category().message(errno));
            return tc3::unexpected(error.append("; choose another port, or 0 for a free one"));
        }
        return port_;
    }

    void serve() {
        while (!setup_.table.is_stopping()) {
            if (listen_after_bind()) break;
            // The library closes its socket if a connection cannot be accepted, for example because the system has no memory.
            while (!setup_.table.is_stopping() && !has_bound(port_)) std::this_thread::sleep_for(std::chrono::milliseconds(50));
        }
        setup_.table.end_all();
    }

    void stop() noexcept { setup_.table.stop(); }

private:
    class queue : public httplib::TaskQueue {
    public:
        explicit queue(listener& server) : server_(server) {}
        void enqueue(std::function<void()> serve_connection) override {
            server_.setup_.table.start(std::move(serve_connection));
            server_.stop_if_asked();
        }
        void on_idle() override { server_.stop_if_asked(); }
        void shutdown() override {}

    private:
        listener& server_;
    };

    /// Stops the loop of the library in its own thread: in another one, stop() could close the socket while the loop waits for it.
    void stop_if_asked() {
        if (setup_.table.is_stopping()) httplib::Server::stop();
    }

    [[nodiscard]] bool has_bound(int port) {
        errno = 0;
        const std::string& address = setup_.options.address;
        const bool is_bound = port == 0 ? (port_ = bind_to_any_port(address)) > 0 : bind_to_port(address, port);
        if (port != 0) port_ = port;
        return is_bound && ::listen(svr_sock_, backlog) == 0;
    }

    bool process_and_close_socket(socket_t socket) override {
        if (!setup_.table.is_stopping()) serve_connection(socket);
        ::close(socket);
        return true;
    }

    void serve_connection(socket_t socket) noexcept {
        try {
            connection(socket, setup_).serve();
        } catch (const std::exception&) {  // no memory: the connection is closed, the others go on
        }
    }

    connection_setup setup_;
    int port_ = 0;
};

http_server::http_server(http_server_options options, handler respond)
    : listener_(std::make_unique<listener>(std::move(options), std::move(respond))) {}
http_server::~http_server() = default;

tc3::result<int, std::string> http_server::bind() { return listener_->bind(); }
void http_server::serve() { listener_->serve(); }
void http_server::stop() noexcept { listener_->stop(); }

std::string_view reason_phrase(int status) noexcept {
    switch (status) {
        case 200: return "OK";
        case 201: return "Created";
        case 202: return "Accepted";
        case 204: return "No Content";
        case 301: return "Moved Permanently";
        case 302: return "Found";
        case 304: return "Not Modified";
        case 307: return "Temporary Redirect";
        case 308: return "Permanent Redirect";
        case 400: return "Bad Request";
        case 401: return "Unauthorized";
        case 403: return "Forbidden";
        case 404: return "Not Found";
        case 405: return "Method Not Allowed";
        case 408: return "Request Timeout";
        case 409: return "Conflict";
        case 411: return "Length Required";
        case 413: return "Content Too Large";
        case 417: return "Expectation Failed";
        case 429: return "Too Many Requests";
        case 431: return "Request Header Fields Too Large";
        case 500: return "Internal Server Error";
        case 501: return "Not Implemented";
        case 502: return "Bad Gateway";
        case 503: return "Service Unavailable";
        case 504: return "Gateway Timeout";
        case 505: return "HTTP Version Not Supported";
        default: return "";
    }
}

}  // namespace tc3_cli
