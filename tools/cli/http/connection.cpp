// SPDX-License-Identifier: MIT
// One connection of the server: reads its requests, gives them to the handler, delivers the replies.
#include "http/connection.hpp"

#include <tc3/core/ascii.hpp>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <exception>
#include <span>

namespace tc3_cli {

namespace {

using std::chrono::steady_clock;

constexpr std::chrono::milliseconds farewell{2000};   // for the client to end its side
constexpr std::size_t free_size = 64 * 1024;          // of a connection's memory, not counted
constexpr std::size_t piece_size = 16 * 1024;         // of a read
constexpr std::size_t kept_buffer_size = 128 * 1024;  // between requests
constexpr framing_error no_memory{503, "The server is receiving too many bytes at the moment: send the request again later."};
constexpr framing_error silently_closed{0, ""};  // there is nobody to send a status to

std::string address_of(int socket) {
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    if (::getpeername(socket, reinterpret_cast<sockaddr*>(&address), &size) != 0) return "unknown";
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (address.ss_family == AF_INET6) {
        const auto& ipv6 = reinterpret_cast<const sockaddr_in6&>(address);
        ::inet_ntop(AF_INET6, &ipv6.sin6_addr, text.data(), text.size());
        return "[" + std::string(text.data()) + "]:" + std::to_string(ntohs(ipv6.sin6_port));
    }
    const auto& ipv4 = reinterpret_cast<const sockaddr_in&>(address);
    ::inet_ntop(AF_INET, &ipv4.sin_addr, text.data(), text.size());
    return std::string(text.data()) + ":" + std::to_string(ntohs(ipv4.sin_port));
}

http_reply text_reply(int status, std::string_view sentence) {
    return {.status = status, .headers = {{"Content-Type", "text/plain"}}, .body = std::string(sentence) + "\n"};
}

const std::string* find_header(const http_reply& reply, std::string_view name) {
    for (const auto& [known, value] : reply.headers) {
        if (tc3::ascii::equal_lower(known, name)) return &value;
    }
    return nullptr;
}

/// Appends text without line ends, which would begin another header.
void append_line_part(std::string& head, std::string_view text) {
    for (const char c : text) head.push_back(c == '\r' || c == '\n' || c == '\0' ? ' ' : c);
}

/// Returns whether responses with a status have no body (RFC 9110, 6.4.1).
bool has_no_body(int status) { return status < 200 || status == 204 || status == 304; }

std::string head_of(const http_reply& reply, bool keeps_alive) {
    std::string head = "HTTP/1.1 " + std::to_string(reply.status) + " ";
    head.append(reason_phrase(reply.status)).append("\r\n");
    for (const auto& [name, value] : reply.headers) {
        append_line_part(head, name);
        head.append(": ");
        append_line_part(head, value);
        head.append("\r\n");
    }
    const bool needs_size = !has_no_body(reply.status) && find_header(reply, "Content-Length") == nullptr;
    if (needs_size) head.append("Content-Length: ").append(std::to_string(reply.body.size())).append("\r\n");
    if (find_header(reply, "Connection") == nullptr) {
        head.append("Connection: ").append(keeps_alive ? "keep-alive" : "close").append("\r\n");
    }
    return head.append("\r\n");
}

framing_error error_of_end(std::string_view received) {
    if (received.empty()) return silently_closed;
    return {400, "The connection ends before the request does."};
}

}  // namespace

connection::connection(int socket, connection_setup& setup)
    : setup_(setup),
      stream_(socket, setup.options.tls ? setup.options.tls->context() : nullptr),
      entry_(setup.table, socket),
      memory_(setup.memory),
      peer_(address_of(socket)) {}

void connection::serve() {
    if (!shake_hands()) return;
    while (!setup_.table.is_stopping() && wait_for_request() && serve_request()) entry_.set_waiting(true);
}

bool connection::shake_hands() {
    const auto hands = stream_.shake_hands(steady_clock::now() + setup_.options.request_timeout);
    if (!hands.has_failed) return true;
    if (hands.error == stream_error::not_tls) {
        stream_.leave_tls();
        end(reject({400, "The server speaks TLS: the address of a request must begin with https."}));
    }
    return false;
}

bool connection::wait_for_request() {
    const time_point deadline = steady_clock::now() + setup_.options.idle_timeout;
    for (;;) {
        // Some clients end the body of a POST with an extra line end (RFC 9112, 2.2).
        buffer_.erase(0, (std::min)(buffer_.find_first_not_of("\r\n"), buffer_.size()));
        if (!buffer_.empty()) return true;
        if (!read_more(piece_size, deadline)) return false;
    }
}

/// Returns whether the connection can go on.
bool connection::serve_request() {
    const next_step next = exchange();
    if (next == next_step::read_request) return hold(buffer_.size());
    end(next);
    return false;
}

connection::next_step connection::exchange() {
    request read;
    const auto done = read_request(read, steady_clock::now() + setup_.options.request_timeout);
    if (!done) return reject(done.error());
    entry_.set_waiting(false);
    const next_step next = deliver(reply_to(read), read.frame);
    buffer_.erase(0, read.size);
    if (buffer_.empty() && buffer_.capacity() > kept_buffer_size) std::string().swap(buffer_);
    return next;
}

/// Takes a number of bytes from the memory that connections share. Small ones are free, so that large requests do not keep them out.
bool connection::hold(std::size_t size) { return memory_.resize(size <= free_size ? 0 : size); }

connection::read_result connection::read_more(std::size_t largest, time_point deadline) {
    std::array<char, piece_size> piece;  // NOLINT: filled by read
    const auto got = stream_.read(std::span(piece).first((std::min)(largest, piece.size())), deadline);
    if (got.has_failed && got.error == stream_error::timeout) {
        return tc3::unexpected(framing_error{408, "The request did not arrive in time."});
    }
    if (got.has_failed) return tc3::unexpected(error_of_end(buffer_));
    if (!hold(buffer_.size() + got.size + joined_size_)) return tc3::unexpected(no_memory);
    buffer_.append(piece.data(), got.size);
    return {};
}

connection::read_result connection::read_request(request& read, time_point deadline) {
    constexpr char tls_handshake = '\x16';
    if (buffer_.front() == tls_handshake) {
        return tc3::unexpected(
            framing_error{400, "The server speaks plain HTTP: the address of a request must begin with http, not https."});
    }
    if (!tc3::ascii::is_token(buffer_.front())) return tc3::unexpected(framing_error{400, "The bytes do not begin with an HTTP method."});
    if (const auto done = read_head(read, deadline); !done) return done;
    const auto frame = read_frame(std::string_view(buffer_).substr(0, read.head_size));
    if (!frame) return tc3::unexpected(frame.error());
    read.frame = *frame;
    return read.frame.is_chunked ? read_chunks(read, deadline) : read_body(read, deadline);
}

connection::read_result connection::read_head(request& read, time_point deadline) {
    std::size_t searched = 0;
    for (;;) {
        const std::size_t end = find_head_end(buffer_, searched);
        const std::size_t size = end == std::string_view::npos ? buffer_.size() : end;
        if (size > setup_.options.max_head_size) {
            return tc3::unexpected(framing_error{431, "The head of the request is larger than the server accepts."});
        }
        read.head_size = size;
        if (end != std::string_view::npos) return {};
        searched = buffer_.size();
        if (const auto more = read_more(piece_size, deadline); !more) return more;
    }
}

connection::read_result connection::send_continue(const request& read, time_point deadline) {
    const bool has_begun = buffer_.size() > read.head_size;  // the client did not wait
    if (!read.frame.waits_for_continue || has_begun) return {};
    if (stream_.write("HTTP/1.1 100 Continue\r\n\r\n", deadline).has_failed) return tc3::unexpected(silently_closed);
    return {};
}

connection::read_result connection::read_body(request& read, time_point deadline) {
    if (read.frame.body_size > setup_.options.max_body_size) {
        return tc3::unexpected(framing_error{413, "The body is larger than the server accepts."});
    }
    read.size = read.head_size + static_cast<std::size_t>(read.frame.body_size);
    if (const auto sent = send_continue(read, deadline); !sent) return sent;
    buffer_.reserve(read.size);  // pages that are not written to take no memory
    while (buffer_.size() < read.size) {
        if (const auto more = read_more(read.size - buffer_.size(), deadline); !more) return more;
    }
    return {};
}

connection::read_result connection::read_chunks(request& read, time_point deadline) {
    // The frame points into the buffer, which moves when it grows.
    const std::string head = buffer_.substr(0, read.head_size);
    read.frame.transfer_encoding_line = {};
    const auto frame = read_frame(head);
    if (const auto sent = send_continue(read, deadline); !sent) return sent;

    chunk_joiner chunks(setup_.options.max_body_size);
    for (;;) {
        const auto used = chunks.add(std::string_view(buffer_).substr(read.head_size));
        if (!used) return tc3::unexpected(used.error());
        buffer_.erase(read.head_size, *used);
        joined_size_ = 2 * chunks.body().size();  // twice, because it is copied behind its head
        if (chunks.is_done()) break;
        if (const auto more = read_more(piece_size, deadline); !more) return more;
    }
    read.joined = head_of_joined(head, *frame, chunks.body().size());
    read.joined.append(chunks.body());
    joined_size_ = 0;
    read.size = read.head_size;
    return {};
}

http_reply connection::reply_to(const request& read) {
    const std::string_view bytes = read.frame.is_chunked ? std::string_view(read.joined) : std::string_view(buffer_).substr(0, read.size);
    try {
        http_reply reply = setup_.respond({.bytes = bytes, .peer = peer_, .is_tls = setup_.options.tls.has_value()});
        if (hold(buffer_.size() + read.joined.size() + reply.body.size())) return reply;
    } catch (const std::exception&) {
        return text_reply(500, "The server failed to make a reply.");
    }
    return text_reply(no_memory.status, no_memory.reason);
}

connection::next_step connection::deliver(const http_reply& reply, const request_frame& frame) {
    if (reply.delay > reply.delay.zero() && !setup_.table.sleep(reply.delay)) return next_step::break_off;
    if (reply.is_lost) return next_step::break_off;
    const std::string* header = find_header(reply, "Connection");
    const bool is_to_close = header != nullptr && tc3::ascii::equal_lower(*header, "close");
    const bool keeps_alive = frame.keeps_alive && !is_to_close && !setup_.table.is_stopping();

    std::string_view body = reply.body;
    if (frame.is_head_request || has_no_body(reply.status)) body = {};
    if (reply.cut_after) body = body.substr(0, (std::min)(*reply.cut_after, body.size()));

    std::string head = head_of(reply, keeps_alive);
    const bool is_small = body.size() <= kept_buffer_size;
    if (is_small) head.append(body);  // one packet, one record of TLS
    const time_point deadline = steady_clock::now() + setup_.options.write_timeout;
    const bool is_broken = stream_.write(head, deadline).has_failed || (!is_small && stream_.write(body, deadline).has_failed);
    if (is_broken) return next_step::close;
    if (reply.cut_after) return next_step::break_off;
    return keeps_alive ? next_step::read_request : next_step::end;
}

/// Sends why a request cannot be read. What follows in the connection cannot be read either, so it ends.
connection::next_step connection::reject(const framing_error& error) {
    if (error.status == silently_closed.status) return next_step::close;
    if (setup_.options.on_unreadable) setup_.options.on_unreadable(peer_, error.status, error.reason);
    return deliver(text_reply(error.status, error.reason), {.keeps_alive = false});
}

void connection::end(next_step how) {
    // A client may take its time to end its side.
    std::string().swap(buffer_);
    static_cast<void>(hold(0));
    entry_.set_waiting(true);
    if (how != next_step::close) stream_.end(how == next_step::end, steady_clock::now() + farewell);
}

}  // namespace tc3_cli
