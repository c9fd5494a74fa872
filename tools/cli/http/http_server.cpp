// SPDX-License-Identifier: MIT
// An HTTP/1.1 server that hands each request to a handler exactly as it was sent, and can lose, cut and delay its replies.
//
// One thread does all input and output, in coroutines of Boost.Asio; a few others run the handler. Boost.Beast finds where a request begins
// and ends. Its parsed request goes no further: a signature covers every byte as sent.
#include "http/http_server.hpp"

#include <tc3/core/ascii.hpp>

// Boost 1.74 does not find the standard coroutines of Clang.
#if defined(__clang__)
#define BOOST_ASIO_HAS_CO_AWAIT 1
#define BOOST_ASIO_HAS_STD_COROUTINE 1
#endif
#include <boost/asio.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/beast/http.hpp>

#include <algorithm>
#include <array>
#include <atomic>
#include <exception>
#include <list>
#include <sstream>
#include <utility>

namespace tc3_cli {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using namespace std::chrono_literals;
using asio::ip::tcp;
using boost::system::error_code;
using steady_clock = std::chrono::steady_clock;
using tls_stream = asio::ssl::stream<tcp::socket&>;

constexpr std::size_t handler_threads = 8;
constexpr std::size_t accepted_at_once = 64;
constexpr auto patrol_interval = 20ms;                // between two looks for deadlines that have passed, and for stop()
constexpr auto patience = 1s;                         // with a client that keeps the server waiting, when connections are short
constexpr auto grace = 1s;                            // of replies when the server stops
constexpr auto farewell = 2s;                         // for a client to end its side
constexpr std::size_t smallest_read = 4 * 1024;       // what a connection without a request has room for
constexpr std::size_t largest_read = 64 * 1024;       // the room grows with the request
constexpr std::size_t kept_buffer_size = 128 * 1024;  // between requests
constexpr std::string_view shortest_end_of_chunks = "0\r\n\r\n";
constexpr std::size_t uncounted_size = 16 * 1024;  // of a connection: large requests must not keep small ones out
constexpr char tls_handshake = '\x16';             // the first byte of a TLS connection

/// Why a request cannot be read: the status for the client and one sentence.
struct request_error {
    int status;
    std::string reason;
};

const request_error nobody_listens{0, ""};
const request_error too_late{408, "The request did not arrive in time."};
const request_error head_too_large{431, "The head of the request is larger than the server accepts."};
const request_error no_memory{503, "The server is receiving too many bytes at the moment: send the request again later."};

class connection;

/// What the connections of a server share. All of it belongs to the thread of serve(), except for `is_stopping` and `handler_pool`.
struct server_state {
    http_server_options options;
    http_server::handler respond;
    std::optional<asio::ssl::context> tls = {};
    std::atomic<bool> is_stopping = false;
    std::list<connection*> connections = {};
    std::size_t bytes_in_memory = 0;
    asio::thread_pool handler_pool{handler_threads};
};

// ---- messages -------------------------------------------------------------------------------------------------------------------

/// A request that has arrived.
struct request {
    std::size_t size = 0;     ///< in the buffer
    std::string joined = {};  ///< the bytes of a chunked request; the others are in the buffer
    bool is_head = false;
    bool keeps_alive = false;
};

using request_parser = http::request_parser<http::string_body>;
using maybe_error = std::optional<request_error>;

http_reply text_reply(int status, std::string_view sentence) {
    return {.status = status, .headers = {{"Content-Type", "text/plain"}}, .body = std::string(sentence) + "\n"};
}

/// Returns text for a header: a line end would begin another one.
std::string without_line_ends(std::string text) {
    std::replace_if(text.begin(), text.end(), [](char c) { return c == '\r' || c == '\n' || c == '\0'; }, ' ');
    return text;
}

/// Returns whether responses with a status have no body (RFC 9110, 6.4.1).
bool has_no_body(int status) { return status < 200 || status == 204 || status == 304; }

bool asks_for_close(const http_reply& reply) {
    return std::any_of(reply.headers.begin(), reply.headers.end(), [](const auto& header) {
        return beast::iequals(header.first, "Connection") && beast::iequals(header.second, "close");
    });
}

std::string head_of(const http_reply& reply, bool keeps_alive) {
    http::response_header<> head;
    head.version(11);
    head.result(static_cast<unsigned>(reply.status));
    for (const auto& [name, value] : reply.headers) head.insert(without_line_ends(name), without_line_ends(value));
    if (!has_no_body(reply.status) && head.count(http::field::content_length) == 0) {
        head.set(http::field::content_length, std::to_string(reply.body.size()));
    }
    if (head.count(http::field::connection) == 0) head.set(http::field::connection, keeps_alive ? "keep-alive" : "close");
    std::ostringstream text;
    text << head;
    return text.str();
}

/// Returns why Beast does not read on.
request_error explain(const error_code& error) {
    if (error == http::error::header_limit) return head_too_large;
    if (error == http::error::body_limit) return {413, "The body is larger than the server accepts."};
    return {400, "The request is not valid HTTP/1.1: " + error.message() + "."};
}

/// Returns the head of a chunked request with `Content-Length: N` in the place of its Transfer-Encoding line.
std::string head_of_joined(std::string_view head, std::size_t body_size) {
    constexpr std::string_view name = "Transfer-Encoding:";
    std::size_t line = 0;
    while (!tc3::ascii::equal_lower(head.substr(line, name.size()), name)) line = head.find("\r\n", line) + 2;
    std::string joined(head.substr(0, line));
    joined.append("Content-Length: ").append(std::to_string(body_size));
    return joined.append(head.substr(head.find("\r\n", line)));
}

// ---- one connection -------------------------------------------------------------------------------------------------------------

std::string address_of(const tcp::socket& socket) {
    error_code error;
    std::ostringstream text;
    text << socket.remote_endpoint(error);
    return error ? "unknown" : text.str();
}

/// Runs the handler in the thread of the coroutine.
asio::awaitable<http_reply> call(const http_server::handler& respond, http_exchange_request exchange) {
    try {
        co_return respond(exchange);
    } catch (const std::exception&) {
        co_return text_reply(500, "The server failed to make a reply.");
    }
}

class connection {
public:
    connection(server_state& server, tcp::socket socket)
        : server_(server), socket_(std::move(socket)), peer_(address_of(socket_)), delay_(socket_.get_executor()) {
        error_code ignored;
        socket_.set_option(tcp::no_delay(true), ignored);
        place_ = server_.connections.insert(server_.connections.end(), this);
    }
    connection(const connection&) = delete;
    connection& operator=(const connection&) = delete;

    ~connection() {
        server_.bytes_in_memory -= held_;
        server_.connections.erase(place_);
    }

    /// Serves until the client or the server ends the connection.
    asio::awaitable<void> serve() {
        bool goes_on = true;
        while (goes_on && !server_.is_stopping) {
            set_waiting(true);
            goes_on = co_await wait_for_request();
            if (goes_on) goes_on = co_await serve_request();
        }
    }

    /// Returns how long the connection has waited for its client; zero if the client waits for the server.
    steady_clock::duration waiting_time() const {
        return is_waiting_ ? steady_clock::now() - waiting_since_ : steady_clock::duration::zero();
    }

    void end_if_late() {
        error_code ignored;
        if (steady_clock::now() >= deadline_) socket_.cancel(ignored);
    }

    void end_delay() { delay_.cancel(); }

    void close() {
        error_code ignored;
        socket_.close(ignored);
    }

private:
    asio::awaitable<bool> wait_for_request() {
        set_deadline(server_.options.idle_timeout);
        for (;;) {
            // Some clients end the body of a POST with an extra line end (RFC 9112, 2.2).
            received_.erase(0, (std::min)(received_.find_first_not_of("\r\n"), received_.size()));
            if (!received_.empty()) co_return true;
            const maybe_error error = co_await receive();
            if (error) co_return false;
        }
    }

    /// Returns whether the connection can go on, as the functions below do.
    asio::awaitable<bool> serve_request() {
        set_deadline(server_.options.request_timeout);
        if (received_.front() == tls_handshake && server_.tls && !tls_) co_return co_await shake_hands();

        request_parser parser;
        request read;
        maybe_error error = co_await read_head(parser, read.size);
        if (!error && parser.get().method() == http::verb::connect) co_return co_await open_tunnel(read.size);
        if (!error) error = co_await read_body(parser, read);
        if (error) {
            co_await reject(*error);
            co_return false;
        }
        read.is_head = parser.get().method() == http::verb::head;
        read.keeps_alive = parser.keep_alive();

        set_waiting(false);
        const http_reply reply = co_await reply_to(read);
        const bool goes_on = co_await deliver(reply, read);
        forget(read.size);
        co_return goes_on;
    }

    asio::awaitable<bool> shake_hands() {
        tls_.emplace(socket_, *server_.tls);
        error_code error;
        auto token = asio::redirect_error(asio::use_awaitable, error);
        const auto given = asio::buffer(std::as_const(received_));  // the beginning of the handshake
        const std::size_t size = co_await tls_->async_handshake(tls_stream::server, given, token);
        received_.erase(0, size);
        co_return !error;
    }

    asio::awaitable<bool> open_tunnel(std::size_t head_size) {
        forget(head_size);
        is_tunnel_ = true;
        co_return co_await send("HTTP/1.1 200 Connection established\r\n\r\n");
    }

    // ---- reading ----------------------------------------------------------------------------------------------------------------

    asio::awaitable<maybe_error> read_head(request_parser& parser, std::size_t& size) {
        const http_server_options& options = server_.options;
        if (received_.front() == tls_handshake) {
            co_return request_error{400, "The server speaks plain HTTP: the address of a request must begin with http, not https."};
        }
        parser.header_limit(static_cast<std::uint32_t>(options.max_head_size));  // of a line: all lines are limited below
        parser.body_limit(options.max_body_size);
        for (;;) {
            error_code error;
            size += parser.put(asio::buffer(received_) + size, error);
            if (error && error != http::error::need_more) co_return explain(error);
            const bool is_done = parser.is_header_done();
            if ((is_done ? size : received_.size()) > options.max_head_size) co_return head_too_large;
            if (is_done) co_return check_head(parser, std::string_view(received_).substr(0, size));
            const maybe_error failed = co_await receive();
            if (failed) co_return failed;
        }
    }

    /// Checks what Beast accepts and the server does not.
    maybe_error check_head(const request_parser& parser, std::string_view head) const {
        const auto& fields = parser.get();
        if (fields.method() == http::verb::connect) return std::nullopt;
        if (server_.tls && !tls_ && !is_tunnel_) {
            return request_error{400, "The server speaks TLS: the address of a request must begin with https."};
        }
        if (head.find("\r\n ") != head.npos || head.find("\r\n\t") != head.npos) {
            return request_error{400, "A header is continued on a second line: send each header on one line."};
        }
        if (fields.count(http::field::transfer_encoding) != 0 && !beast::iequals(fields[http::field::transfer_encoding], "chunked")) {
            return request_error{501, "The only transfer coding that the server reads is chunked."};
        }
        return std::nullopt;
    }

    asio::awaitable<maybe_error> read_body(request_parser& parser, request& read) {
        const std::size_t head_size = read.size;
        const bool waits_for_continue = beast::iequals(parser.get()[http::field::expect], "100-continue");
        if (waits_for_continue && !parser.is_done() && received_.size() == head_size) {
            const bool is_sent = co_await send("HTTP/1.1 100 Continue\r\n\r\n");
            if (!is_sent) co_return nobody_listens;
        }
        if (parser.chunked()) co_return co_await read_chunks(parser, read);

        read.size += static_cast<std::size_t>(parser.content_length().value_or(0));
        while (received_.size() < read.size) {
            const maybe_error error = co_await receive();
            if (error) co_return error;
        }
        co_return std::nullopt;
    }

    asio::awaitable<maybe_error> read_chunks(request_parser& parser, request& read) {
        std::string& body = parser.get().body();
        parser.eager(true);
        for (;;) {
            // Beast asserts that it gets no fewer bytes than the shortest end of a body has.
            if (received_.size() >= read.size + shortest_end_of_chunks.size()) {
                error_code error;
                const std::size_t used = parser.put(asio::buffer(received_) + read.size, error);
                received_.erase(read.size, used);
                if (error && error != http::error::need_more) co_return explain(error);
                if (parser.is_done()) break;
            }
            if (received_.size() > read.size + server_.options.max_head_size) {
                co_return request_error{400, "The size line of a chunk or the trailer is larger than the server accepts."};
            }
            const maybe_error error = co_await receive(2 * body.size());  // twice, because it is copied after its head
            if (error) co_return error;
        }
        read.joined = head_of_joined(std::string_view(received_).substr(0, read.size), body.size());
        read.joined.append(body);
        body = {};
        co_return std::nullopt;
    }

    /// Appends at least one byte to what was received.
    asio::awaitable<maybe_error> receive(std::size_t bytes_elsewhere = 0) {
        if (steady_clock::now() >= deadline_) co_return too_late;
        const std::size_t old_size = received_.size();
        received_.resize(old_size + std::clamp(old_size, smallest_read, largest_read));
        const auto room = asio::buffer(received_) + old_size;
        error_code error;
        auto token = asio::redirect_error(asio::use_awaitable, error);
        std::size_t size = 0;
        if (tls_) {
            size = co_await tls_->async_read_some(room, token);
        } else {
            size = co_await socket_.async_read_some(room, token);
        }
        received_.resize(old_size + size);
        if (error == asio::error::operation_aborted) co_return too_late;
        if (error && old_size == 0) co_return nobody_listens;
        if (error) co_return request_error{400, "The connection ends before the request does."};
        if (!hold(received_.size() + bytes_elsewhere)) co_return no_memory;
        co_return std::nullopt;
    }

    // ---- replying ---------------------------------------------------------------------------------------------------------------

    asio::awaitable<http_reply> reply_to(const request& read) {
        deadline_ = steady_clock::time_point::max();
        const std::string_view bytes =
            read.joined.empty() ? std::string_view(received_).substr(0, read.size) : std::string_view(read.joined);
        const http_exchange_request exchange{.bytes = bytes, .peer = peer_, .is_tls = tls_.has_value()};
        auto called = call(server_.respond, exchange);
        http_reply reply = co_await asio::co_spawn(server_.handler_pool, std::move(called), asio::use_awaitable);
        if (!hold(received_.size() + read.joined.size() + reply.body.size())) co_return text_reply(no_memory.status, no_memory.reason);
        co_return reply;
    }

    asio::awaitable<bool> deliver(const http_reply& reply, const request& read) {
        error_code delay_error;
        if (reply.delay > reply.delay.zero()) {
            delay_.expires_after(reply.delay);
            auto token = asio::redirect_error(asio::use_awaitable, delay_error);
            co_await delay_.async_wait(token);
        }
        if (reply.is_lost || delay_error) {
            co_await end(false);
            co_return false;
        }
        const bool keeps_alive = read.keeps_alive && !reply.cut_after && !asks_for_close(reply) && !server_.is_stopping;
        std::string_view body = reply.body;
        if (read.is_head || has_no_body(reply.status)) body = {};
        if (reply.cut_after) body = body.substr(0, *reply.cut_after);

        // A cut reply is made to look as if the connection broke.
        const std::string head = head_of(reply, keeps_alive || reply.cut_after.has_value());
        set_deadline(server_.options.write_timeout);
        const bool is_sent = co_await send(head, body);
        if (!is_sent) co_return false;
        if (!keeps_alive) co_await end(!reply.cut_after.has_value());
        co_return keeps_alive;
    }

    asio::awaitable<bool> send(std::string_view head, std::string_view body = {}) {
        const std::array<asio::const_buffer, 2> buffers{asio::buffer(head), asio::buffer(body)};
        error_code error;
        auto token = asio::redirect_error(asio::use_awaitable, error);
        if (tls_) {
            co_await asio::async_write(*tls_, buffers, token);
        } else {
            co_await asio::async_write(socket_, buffers, token);
        }
        co_return !error;
    }

    /// Sends why a request cannot be read. What follows in the connection cannot be read either, so it ends.
    asio::awaitable<void> reject(const request_error& error) {
        if (error.status == nobody_listens.status) co_return;
        if (server_.options.on_unreadable) server_.options.on_unreadable(peer_, error.status, error.reason);
        const http_reply reply = text_reply(error.status, error.reason);
        const request unread;
        co_await deliver(reply, unread);
    }

    /// Ends the server's side. What the client still sends is discarded until it ends its own side or some time has passed: if a socket is
    /// closed with unread bytes, the client may lose the reply.
    asio::awaitable<void> end(bool with_tls_alert) {
        set_waiting(true);
        set_deadline(farewell);
        forget(received_.size());
        error_code error;
        auto token = asio::redirect_error(asio::use_awaitable, error);
        if (tls_ && with_tls_alert) co_await tls_->async_shutdown(token);
        socket_.shutdown(tcp::socket::shutdown_send, error);
        received_.resize(smallest_read);
        const auto room = asio::buffer(received_);
        while (!error && steady_clock::now() < deadline_) co_await socket_.async_read_some(room, token);
    }

    // ---- bookkeeping ------------------------------------------------------------------------------------------------------------

    void set_waiting(bool is_waiting) {
        is_waiting_ = is_waiting;
        waiting_since_ = steady_clock::now();
    }

    void set_deadline(std::chrono::milliseconds time) { deadline_ = steady_clock::now() + time; }

    /// Counts the bytes that the connection holds. Returns false, without a change, if the server has no room for them.
    bool hold(std::size_t size) {
        if (size <= uncounted_size) size = 0;
        const std::size_t sum = server_.bytes_in_memory - held_ + size;
        if (size > held_ && sum > server_.options.max_bytes_in_memory) return false;
        server_.bytes_in_memory = sum;
        held_ = size;
        return true;
    }

    /// Removes a request from the buffer.
    void forget(std::size_t size) {
        received_.erase(0, size);
        if (received_.empty() && received_.capacity() > kept_buffer_size) received_.shrink_to_fit();
        static_cast<void>(hold(received_.size()));
    }

    server_state& server_;
    tcp::socket socket_;
    std::optional<tls_stream> tls_;
    std::list<connection*>::iterator place_;
    std::string peer_;
    std::string received_;     ///< and not yet handled
    std::size_t held_ = 0;     ///< of the bytes in memory
    bool is_tunnel_ = false;   ///< after CONNECT
    bool is_waiting_ = false;  ///< for the client
    steady_clock::time_point waiting_since_;
    steady_clock::time_point deadline_;  ///< of what is being received or sent
    asio::steady_timer delay_;
};

asio::awaitable<void> serve_connection(server_state& server, tcp::socket socket) {
    connection served(server, std::move(socket));
    co_await served.serve();
}

}  // namespace

// ---- all connections ------------------------------------------------------------------------------------------------------------

class server_engine {
public:
    server_engine(http_server_options options, http_server::handler respond) : state_{std::move(options), std::move(respond)} {
        if (!state_.options.tls) return;
        SSL_CTX* context = state_.options.tls->context();
        ::SSL_CTX_up_ref(context);  // Asio's object frees it
        state_.tls.emplace(context);
    }

    [[nodiscard]] const http_server_options& options() const noexcept { return state_.options; }

    /// Throws boost::system::system_error.
    int bind() {
        const auto found = tcp::resolver(io_).resolve(options().address, std::to_string(options().port), tcp::resolver::passive);
        acceptor_ = tcp::acceptor(io_, *found.begin());
        acceptor_.non_blocking(true);  // for accept_more()
        return acceptor_.local_endpoint().port();
    }

    void run() {
        const auto rethrow = [](const std::exception_ptr& failed) {
            if (failed) std::rethrow_exception(failed);
        };
        asio::co_spawn(io_, accept_connections(), rethrow);
        asio::co_spawn(io_, patrol(), rethrow);
        io_.run();
    }

    void stop() noexcept { state_.is_stopping = true; }  // patrol() sees it

private:
    asio::awaitable<void> accept_connections() {
        while (!state_.is_stopping) {
            error_code error = asio::error::no_descriptors;
            if (state_.connections.size() < options().max_connections) {
                auto token = asio::redirect_error(asio::use_awaitable, error);
                tcp::socket socket = co_await acceptor_.async_accept(token);
                if (!error) start(std::move(socket));
                if (!error) accept_more();
            }
            if (error) {  // no room, or the system has none
                end_longest_waiting();
                co_await pause();
            }
        }
    }

    /// Accepts what waits already. One connection at a time would be one for each round of the steps of all others.
    void accept_more() {
        const std::size_t room = options().max_connections - state_.connections.size();  // the one that start() has begun is not in it
        for (std::size_t count = 1; count < (std::min)(room, accepted_at_once); ++count) {
            tcp::socket socket(io_);
            error_code error;
            acceptor_.accept(socket, error);
            if (error) return;  // none waits
            start(std::move(socket));
        }
    }

    void start(tcp::socket socket) { asio::co_spawn(io_, serve_connection(state_, std::move(socket)), asio::detached); }

    /// Ends what has passed its deadline, and everything after stop().
    asio::awaitable<void> patrol() {
        while (!state_.is_stopping) {
            for (connection* each : state_.connections) each->end_if_late();
            co_await pause();
        }
        acceptor_.close();
        const auto deadline = steady_clock::now() + grace;
        while (!state_.connections.empty()) {
            const bool is_late = steady_clock::now() >= deadline;
            for (connection* each : state_.connections) {
                each->end_delay();
                if (is_late || each->waiting_time() > 0ms) each->close();
            }
            co_await pause();
        }
    }

    asio::awaitable<void> pause() {
        asio::steady_timer timer(io_, patrol_interval);
        co_await timer.async_wait(asio::use_awaitable);
    }

    void end_longest_waiting() {
        const auto longest = std::max_element(state_.connections.begin(), state_.connections.end(),
                                              [](const auto* a, const auto* b) { return a->waiting_time() < b->waiting_time(); });
        if (longest != state_.connections.end() && (*longest)->waiting_time() >= patience) (*longest)->close();
    }

    server_state state_;
    asio::io_context io_{1};
    tcp::acceptor acceptor_{io_};
};

// ---- the public face ------------------------------------------------------------------------------------------------------------

http_server::http_server(http_server_options options, handler respond)
    : engine_(std::make_unique<server_engine>(std::move(options), std::move(respond))) {}
http_server::~http_server() = default;

tc3::result<int, std::string> http_server::bind() {
    try {
        return engine_->bind();
    } catch (const boost::system::system_error& error) {
        const http_server_options& options = engine_->options();
        return tc3::unexpected("cannot listen on " + options.address + ", port " + std::to_string(options.port) + ": " +
                               error.code().message() + "; choose another port, or 0 for a free one");
    }
}

void http_server::serve() { engine_->run(); }
void http_server::stop() noexcept { engine_->stop(); }

}  // namespace tc3_cli
