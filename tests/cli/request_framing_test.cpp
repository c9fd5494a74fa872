// SPDX-License-Identifier: MIT
#include "http/request_framing.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace {

using tc3_cli::find_head_end;
using tc3_cli::read_frame;

constexpr std::size_t npos = std::string_view::npos;

tc3_cli::request_frame frame_of(std::string_view head) {
    const auto frame = read_frame(head);
    REQUIRE(frame);
    return *frame;
}

TEST_CASE("a head ends after its empty line, with either line end") {
    CHECK(find_head_end("GET / HTTP/1.1\r\nA: b\r\n\r\nbody") == 24);
    CHECK(find_head_end("GET / HTTP/1.1\nA: b\n\nbody") == 21);
    CHECK(find_head_end("GET / HTTP/1.1\r\nA: b\n\r\nbody") == 23);
    CHECK(find_head_end("GET / HTTP/1.1\r\n\r\n") == 18);
    CHECK(find_head_end("GET / HTTP/1.1\r\nA: b\r\n\r") == npos);
    CHECK(find_head_end("GET / HTTP/1.1\r\nA: b\r\n") == npos);
    CHECK(find_head_end("GET / HTTP/1.1\r\r\n\r") == npos);
    CHECK(find_head_end("") == npos);
}

TEST_CASE("a head that arrives in two pieces is found wherever it is split") {
    constexpr std::string_view head = "GET / HTTP/1.1\r\nA: b\r\n\r\n";
    for (std::size_t first = 0; first <= head.size(); ++first) {
        CAPTURE(first);
        CHECK(find_head_end(head.substr(0, first)) == (first == head.size() ? first : npos));
        CHECK(find_head_end(head, first) == head.size());
    }
}

TEST_CASE("the frame of a request follows from its head") {
    const auto frame = frame_of("HEAD / HTTP/1.1\r\ncontent-LENGTH: \t012 \r\nExpect: 100-Continue\r\nConnection: a , Close\r\n\r\n");
    CHECK(frame.is_head_request);
    CHECK(frame.body_size == 12);
    CHECK(frame.waits_for_continue);
    CHECK_FALSE(frame.keeps_alive);
    CHECK_FALSE(frame.is_chunked);
    CHECK(frame_of("GET / HTTP/1.1\r\n\r\n").keeps_alive);
    CHECK_FALSE(frame_of("GET / HTTP/1.0\r\n\r\n").keeps_alive);
    CHECK_FALSE(frame_of("GET / HTTP/1.0\r\nExpect: 100-continue\r\n\r\n").waits_for_continue);
    CHECK(frame_of("GET / HTTP/1.1\r\nContent-Length: 5\r\nContent-Length: 05\r\n\r\n").body_size == 5);
}

TEST_CASE("the head of a joined request has Content-Length in the place of Transfer-Encoding") {
    const auto joined = [](std::string_view head) { return tc3_cli::head_of_joined(head, frame_of(head), 70); };
    CHECK(joined("POST / HTTP/1.1\r\nA: b\r\ntransfer-encoding:CHUNKED\r\nC: d\r\n\r\n") ==
          "POST / HTTP/1.1\r\nA: b\r\nContent-Length: 70\r\nC: d\r\n\r\n");
    CHECK(joined("POST / HTTP/1.1\nTransfer-Encoding: chunked\n\n") == "POST / HTTP/1.1\nContent-Length: 70\n\n");
}

/// Adds a text to a joiner in pieces of a size, and returns the size of what it used; npos after an error.
std::size_t add_in_pieces(tc3_cli::chunk_joiner& chunks, std::string_view text, std::size_t piece) {
    std::size_t used = 0;
    while (used < text.size() && !chunks.is_done()) {
        const auto added = chunks.add(text.substr(used, piece));
        if (!added) return npos;
        used += *added;
    }
    return used;
}

TEST_CASE("chunks are joined wherever they are split") {
    constexpr std::string_view text = "3\r\nabc\r\n00A;x=\"y\"\r\n0123\r\n6789\r\n0\r\nX: y\r\n\r\n";
    for (std::size_t piece = 1; piece <= text.size(); ++piece) {
        CAPTURE(piece);
        tc3_cli::chunk_joiner chunks(13);
        CHECK(add_in_pieces(chunks, std::string(text) + "GET /", piece) == text.size());
        CHECK(chunks.is_done());
        CHECK(chunks.body() == "abc0123\r\n6789");
    }
}

TEST_CASE("a chunked body over the limit is an error as soon as the size of a chunk says so") {
    tc3_cli::chunk_joiner chunks(12);
    REQUIRE(chunks.add("3\r\nabc\r\n"));
    const auto added = chunks.add("a\r\n");
    REQUIRE_FALSE(added);
    CHECK(added.error().status == 413);
}

TEST_CASE("lines and trailers of a chunked body have a limit") {
    tc3_cli::chunk_joiner line(10);
    CHECK_FALSE(line.add("1;" + std::string(5000, 'x')));
    tc3_cli::chunk_joiner trailer(10);
    REQUIRE(trailer.add("0\r\n"));
    const std::string header = "A: " + std::string(1000, 'x') + "\r\n";
    std::size_t accepted = 0;
    while (accepted < 100 && trailer.add(header)) ++accepted;
    CHECK(accepted == 16);
}

}  // namespace
