// SPDX-License-Identifier: MIT
// Where a request begins and ends in the bytes of a connection (RFC 9112), without a change to any byte.
#pragma once

#include <tc3/core/result.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tc3_cli {

/// Why a request cannot be read: the status for the client and one sentence.
struct framing_error {
    int status = 400;
    std::string_view reason;
};

/// What the head of a request says about its body and its connection.
struct request_frame {
    bool is_head_request = false;  ///< the method is HEAD
    bool is_chunked = false;
    bool keeps_alive = true;  ///< the client may send another request after this one
    bool waits_for_continue = false;
    std::uint64_t body_size = 0;                   ///< of a body that is not chunked
    std::string_view transfer_encoding_line = {};  ///< with its line end; empty if there is none
};

/// Returns the size of a head, its empty line included; npos if it has not ended. Line ends may be LF alone.
///
/// `searched` bytes are known to hold no end.
[[nodiscard]] std::size_t find_head_end(std::string_view bytes, std::size_t searched = 0) noexcept;

/// Reads a head that find_head_end() delimited.
///
/// Errors: status 400 for a request line or a header that makes the end of the request uncertain, 501 for a transfer coding other than
/// `chunked`, 505 for another major version than HTTP/1, 417 for an unknown expectation.
/// Lifetime: the views point into `head`.
[[nodiscard]] tc3::result<request_frame, framing_error> read_frame(std::string_view head) noexcept;

/// Returns the head of a chunked request as that of a joined one: with `Content-Length: N` in the place of its Transfer-Encoding line.
[[nodiscard]] std::string head_of_joined(std::string_view head, const request_frame& frame, std::size_t body_size);

/// Joins a chunked body that arrives in pieces.
class chunk_joiner {
public:
    explicit chunk_joiner(std::size_t max_body_size) noexcept : max_body_size_(max_body_size) {}

    /// Appends the content in `bytes` to the body, and returns how many bytes belong to the request: all of them until is_done().
    ///
    /// Errors: status 400 for a malformed chunk, 413 for a body over the limit.
    [[nodiscard]] tc3::result<std::size_t, framing_error> add(std::string_view bytes);

    [[nodiscard]] bool is_done() const noexcept { return step_ == step::done; }
    [[nodiscard]] const std::string& body() const noexcept { return body_; }

private:
    enum class step { size_line, content, content_end, trailer, done };

    [[nodiscard]] tc3::result<void, framing_error> add_line_byte(char byte);
    [[nodiscard]] tc3::result<void, framing_error> end_line();
    [[nodiscard]] tc3::result<void, framing_error> begin_chunk();

    std::size_t max_body_size_;
    step step_ = step::size_line;
    std::size_t left_ = 0;          ///< of the chunk
    std::size_t trailer_size_ = 0;  ///< of all trailer lines
    std::string line_ = {};
    std::string body_ = {};
};

}  // namespace tc3_cli
