// SPDX-License-Identifier: MIT
// Where a request begins and ends in the bytes of a connection (RFC 9112), without a change to any byte.
#include "http/request_framing.hpp"

#include <tc3/core/ascii.hpp>

#include <algorithm>
#include <charconv>
#include <optional>
#include <system_error>

namespace tc3_cli {

namespace {

namespace ascii = tc3::ascii;

constexpr std::size_t longest_chunk_line = 4096;
constexpr std::size_t largest_trailer = 16384;

tc3::unexpected<framing_error> error_of(int status, std::string_view reason) { return tc3::unexpected(framing_error{status, reason}); }

/// Removes the first line from `text` and returns it with its line end.
std::string_view take_line(std::string_view& text) noexcept {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end == std::string_view::npos ? end : end + 1);
    text.remove_prefix(line.size());
    return line;
}

std::string_view without_line_end(std::string_view line) noexcept {
    if (line.ends_with('\n')) line.remove_suffix(1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

/// Returns whether a list of words, separated by commas, has a word in any case.
bool has_word(std::string_view list, std::string_view word) noexcept {
    while (!list.empty()) {
        const std::size_t comma = (std::min)(list.find(','), list.size());
        if (ascii::equal_lower(ascii::trim(list.substr(0, comma)), word)) return true;
        list.remove_prefix((std::min)(comma + 1, list.size()));
    }
    return false;
}

std::optional<std::uint64_t> number_of(std::string_view digits, int base) noexcept {
    std::uint64_t number = 0;
    const char* end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, number, base);
    if (error != std::errc() || stop != end || digits.empty()) return std::nullopt;
    return number;
}

/// Reads `METHOD target HTTP/1.x`.
tc3::result<void, framing_error> read_request_line(std::string_view line, request_frame& frame) noexcept {
    constexpr std::string_view reason = "The request does not begin with a line of the form METHOD target HTTP/1.1.";
    const std::size_t first = line.find(' ');
    const std::size_t last = line.rfind(' ');
    if (first == std::string_view::npos || first == last) return error_of(400, reason);

    const std::string_view method = line.substr(0, first);
    const std::string_view target = line.substr(first + 1, last - first - 1);
    const std::string_view version = line.substr(last + 1);
    if (method.empty() || ascii::find_not(method, ascii::is_token) != std::string_view::npos) return error_of(400, reason);
    if (target.empty() || ascii::find_not(target, [](char c) { return c != ' ' && !ascii::is_control(c); }) != std::string_view::npos) {
        return error_of(400, "The target of the request is empty or contains a blank or a control character: percent-encode it.");
    }
    const bool is_version = version.size() == 8 && version.starts_with("HTTP/") && ascii::is_digit(version[5]) && version[6] == '.' &&
                            ascii::is_digit(version[7]);
    if (!is_version) return error_of(400, reason);
    if (version[5] != '1') return error_of(505, "The server speaks HTTP/1.1 only.");
    frame.is_head_request = method == "HEAD";
    frame.keeps_alive = version[7] != '0';
    return {};
}

/// The headers that decide where a request ends, as they are read.
struct framing_headers {
    request_frame frame = {};
    bool has_length = false;
    bool has_coding = false;
    bool is_http_1_0 = false;
};

tc3::result<void, framing_error> read_length(std::string_view value, framing_headers& headers) noexcept {
    const auto length = number_of(value, 10);
    if (!length) return error_of(400, "Content-Length is not a number.");
    if (headers.has_length && *length != headers.frame.body_size) return error_of(400, "Two Content-Length headers contradict each other.");
    headers.has_length = true;
    headers.frame.body_size = *length;
    return {};
}

tc3::result<void, framing_error> read_coding(std::string_view line, std::string_view value, framing_headers& headers) noexcept {
    if (headers.has_coding) return error_of(400, "The request has two Transfer-Encoding headers.");
    if (!ascii::equal_lower(value, "chunked")) return error_of(501, "The only transfer coding that the server reads is chunked.");
    headers.has_coding = true;
    headers.frame.is_chunked = true;
    headers.frame.transfer_encoding_line = line;
    return {};
}

void read_connection(std::string_view value, framing_headers& headers) noexcept {
    if (has_word(value, "keep-alive")) headers.frame.keeps_alive = true;
    if (has_word(value, "close")) headers.frame.keeps_alive = false;
}

tc3::result<void, framing_error> read_expectation(std::string_view value, framing_headers& headers) noexcept {
    if (headers.is_http_1_0) return {};  // RFC 9110, 10.1.1: ignored
    if (!ascii::equal_lower(value, "100-continue")) return error_of(417, "The only expectation that the server knows is 100-continue.");
    headers.frame.waits_for_continue = true;
    return {};
}

tc3::result<void, framing_error> read_header(std::string_view whole_line, framing_headers& headers) noexcept {
    const std::string_view line = without_line_end(whole_line);
    // Folded lines and lines without a colon could hide a header that the server and its handler read differently.
    if (ascii::is_blank(line.front())) return error_of(400, "A header is continued on a second line: send each header on one line.");
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return error_of(400, "A header line has no colon.");
    const std::string_view name = line.substr(0, colon);
    if (name.empty() || ascii::find_not(name, ascii::is_token) != std::string_view::npos) {
        return error_of(400, "The name of a header is empty or contains a blank or another character that names cannot have.");
    }
    const std::string_view value = ascii::trim(line.substr(colon + 1));
    if (value.find('\0') != std::string_view::npos) return error_of(400, "A header contains a zero byte.");
    if (ascii::equal_lower(name, "content-length")) return read_length(value, headers);
    if (ascii::equal_lower(name, "transfer-encoding")) return read_coding(whole_line, value, headers);
    if (ascii::equal_lower(name, "expect")) return read_expectation(value, headers);
    if (ascii::equal_lower(name, "connection")) read_connection(value, headers);
    return {};
}

}  // namespace

std::size_t find_head_end(std::string_view bytes, std::size_t searched) noexcept {
    for (std::size_t at = bytes.find('\n', searched < 3 ? 0 : searched - 3); at != std::string_view::npos; at = bytes.find('\n', at + 1)) {
        const std::string_view rest = bytes.substr(at + 1, 2);
        if (rest.starts_with('\n')) return at + 2;
        if (rest == "\r\n") return at + 3;
    }
    return std::string_view::npos;
}

tc3::result<request_frame, framing_error> read_frame(std::string_view head) noexcept {
    framing_headers headers;
    std::string_view rest = head;
    if (const auto read = read_request_line(without_line_end(take_line(rest)), headers.frame); !read) return tc3::unexpected(read.error());
    headers.is_http_1_0 = !headers.frame.keeps_alive;
    while (!rest.empty()) {
        const std::string_view line = take_line(rest);
        if (without_line_end(line).empty()) break;
        if (const auto read = read_header(line, headers); !read) return tc3::unexpected(read.error());
    }
    if (headers.has_coding && headers.has_length) return error_of(400, "The request has both Content-Length and Transfer-Encoding.");
    if (headers.has_coding && headers.is_http_1_0) return error_of(400, "HTTP/1.0 has no Transfer-Encoding.");
    return headers.frame;
}

std::string head_of_joined(std::string_view head, const request_frame& frame, std::size_t body_size) {
    const std::string_view line = frame.transfer_encoding_line;
    const auto position = static_cast<std::size_t>(line.data() - head.data());
    std::string joined(head.substr(0, position));
    joined.append("Content-Length: ").append(std::to_string(body_size));
    joined.append(line.substr(without_line_end(line).size()));
    return joined.append(head.substr(position + line.size()));
}

tc3::result<std::size_t, framing_error> chunk_joiner::add(std::string_view bytes) {
    std::size_t used = 0;
    while (used < bytes.size() && !is_done()) {
        if (step_ == step::content) {
            const std::string_view content = bytes.substr(used, left_);
            body_.append(content);
            used += content.size();
            left_ -= content.size();
            if (left_ == 0) step_ = step::content_end;
            continue;
        }
        if (const auto added = add_line_byte(bytes[used]); !added) return tc3::unexpected(added.error());
        ++used;
    }
    return used;
}

tc3::result<void, framing_error> chunk_joiner::add_line_byte(char byte) {
    if (byte == '\n') return end_line();
    if (line_.size() == longest_chunk_line) return error_of(400, "A line of the chunked body is too long.");
    line_.push_back(byte);
    return {};
}

tc3::result<void, framing_error> chunk_joiner::end_line() {
    if (line_.ends_with('\r')) line_.pop_back();
    if (step_ == step::size_line) return begin_chunk();
    if (step_ == step::content_end) {
        if (!line_.empty()) return error_of(400, "A chunk of the body is longer than its size.");
        step_ = step::size_line;
        return {};
    }
    trailer_size_ += line_.size();
    if (trailer_size_ > largest_trailer) return error_of(431, "The trailer of the chunked body is too large.");
    if (line_.empty()) step_ = step::done;
    line_.clear();
    return {};
}

tc3::result<void, framing_error> chunk_joiner::begin_chunk() {
    const std::string_view digits = ascii::trim(std::string_view(line_).substr(0, line_.find(';')));  // extensions follow ';'
    const auto size = number_of(digits, 16);
    line_.clear();
    if (!size) return error_of(400, "The size of a chunk is not a hexadecimal number.");
    if (*size > max_body_size_ - body_.size()) return error_of(413, "The body is larger than the server accepts.");
    left_ = static_cast<std::size_t>(*size);
    step_ = left_ == 0 ? step::trailer : step::content;
    return {};
}

}  // namespace tc3_cli
