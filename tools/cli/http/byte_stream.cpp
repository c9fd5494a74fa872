// SPDX-License-Identifier: MIT
// The bytes of a connection, plain or through TLS, each step with a deadline.
#include "http/byte_stream.hpp"

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <new>

namespace tc3_cli {

namespace {

stream_result failed(stream_error error) { return {0, true, error}; }

bool would_block(int error) { return error == EAGAIN || error == EWOULDBLOCK; }

/// Returns the milliseconds until a deadline, rounded up, for poll().
int milliseconds_until(time_point deadline) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now()).count();
    return static_cast<int>(std::clamp<decltype(left)>(left, 0, 3'600'000));
}

}  // namespace

byte_stream::byte_stream(int socket, ssl_ctx_st* tls) : socket_(socket) {
    const int yes = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    ::fcntl(socket, F_SETFL, ::fcntl(socket, F_GETFL) | O_NONBLOCK);
    if (tls == nullptr) return;
    tls_ = SSL_new(tls);
    if (tls_ == nullptr || SSL_set_fd(tls_, socket) != 1) {
        SSL_free(tls_);
        throw std::bad_alloc();
    }
    SSL_set_accept_state(tls_);
}

byte_stream::~byte_stream() { SSL_free(tls_); }

stream_result byte_stream::wait(short events, time_point deadline) const {
    // A client that sends or reads a byte now and then must not extend the time.
    while (std::chrono::steady_clock::now() < deadline) {
        pollfd waiting{socket_, events, 0};
        const int count = ::poll(&waiting, 1, milliseconds_until(deadline));
        if (count > 0) return {};
        if (count < 0 && errno != EINTR) return failed(stream_error::closed);
    }
    return failed(stream_error::timeout);
}

template <class Step>
stream_result byte_stream::repeat_tls(Step step, time_point deadline) {
    if (has_tls_failed_) return failed(stream_error::closed);  // OpenSSL forbids steps after a failure
    for (;;) {
        ERR_clear_error();
        std::size_t size = 0;
        const int returned = step(size);
        if (returned > 0) return {size};
        const int reason = SSL_get_error(tls_, returned);
        if (reason == SSL_ERROR_WANT_READ || reason == SSL_ERROR_WANT_WRITE) {
            const auto ready = wait(reason == SSL_ERROR_WANT_READ ? POLLIN : POLLOUT, deadline);
            if (ready.has_failed) return ready;
            continue;
        }
        has_tls_failed_ = true;
        const unsigned long error = ERR_peek_error();
        const bool is_http = ERR_GET_LIB(error) == ERR_LIB_SSL && ERR_GET_REASON(error) == SSL_R_HTTP_REQUEST;
        ERR_clear_error();
        return failed(is_http ? stream_error::not_tls : stream_error::closed);
    }
}

stream_result byte_stream::shake_hands(time_point deadline) {
    if (tls_ == nullptr) return {};
    return repeat_tls([this](std::size_t&) { return SSL_do_handshake(tls_); }, deadline);
}

void byte_stream::leave_tls() noexcept {
    SSL_free(tls_);
    tls_ = nullptr;
}

stream_result byte_stream::read(std::span<char> to, time_point deadline) {
    if (tls_ == nullptr) return read_socket(to, deadline);
    return repeat_tls([&](std::size_t& size) { return SSL_read_ex(tls_, to.data(), to.size(), &size); }, deadline);
}

stream_result byte_stream::write(std::string_view bytes, time_point deadline) {
    while (!bytes.empty()) {
        const auto written = write_some(bytes, deadline);
        if (written.has_failed) return written;
        bytes.remove_prefix(written.size);
    }
    return {};
}

stream_result byte_stream::write_some(std::string_view bytes, time_point deadline) {
    if (tls_ == nullptr) return write_socket(bytes, deadline);
    return repeat_tls([&](std::size_t& size) { return SSL_write_ex(tls_, bytes.data(), bytes.size(), &size); }, deadline);
}

stream_result byte_stream::read_socket(std::span<char> to, time_point deadline) const {
    for (;;) {
        const ssize_t size = ::recv(socket_, to.data(), to.size(), 0);
        if (size > 0) return {static_cast<std::size_t>(size)};
        if (size == 0) return failed(stream_error::closed);
        if (errno == EINTR) continue;
        if (!would_block(errno)) return failed(stream_error::closed);
        const auto ready = wait(POLLIN, deadline);
        if (ready.has_failed) return ready;
    }
}

stream_result byte_stream::write_socket(std::string_view bytes, time_point deadline) const {
    for (;;) {
        const ssize_t size = ::send(socket_, bytes.data(), bytes.size(), 0);
        if (size >= 0) return {static_cast<std::size_t>(size)};
        if (errno == EINTR) continue;
        if (!would_block(errno)) return failed(stream_error::closed);
        const auto ready = wait(POLLOUT, deadline);
        if (ready.has_failed) return ready;
    }
}

void byte_stream::end(bool with_tls_alert, time_point deadline) {
    if (tls_ != nullptr && with_tls_alert && !has_tls_failed_ && SSL_is_init_finished(tls_) == 1) {
        ERR_clear_error();
        SSL_shutdown(tls_);  // once: the client's own alert is not awaited
        ERR_clear_error();
    }
    ::shutdown(socket_, SHUT_WR);
    std::array<char, 16384> discarded;  // NOLINT: filled by recv
    while (std::chrono::steady_clock::now() < deadline) {
        if (read_socket(discarded, deadline).has_failed) return;
    }
}

}  // namespace tc3_cli
