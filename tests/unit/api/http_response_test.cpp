// SPDX-License-Identifier: MIT
// body_of() and status_of(): the members of a response of any HTTP library.
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

using tc3::body_of;
using tc3::status_of;

namespace {

template <class Body>
struct response_of {
    int status = 200;
    Body body;
};

template <class Status>
struct with_status {
    Status status;
};

}  // namespace

TEST_CASE("body_of() returns a string as a view of it") {
    const response_of<std::string> response{.body = std::string("a\0b", 3)};
    CHECK(body_of(response) == std::string_view("a\0b", 3));
    CHECK(body_of(response).data() == response.body.data());
    CHECK(body_of(response_of<std::string_view>{.body = "view"}) == "view");
}

TEST_CASE("body_of() takes a pointer and a char array up to the first zero") {
    CHECK(body_of(response_of<const char*>{.body = "pointer"}) == "pointer");

    struct {
        int status;
        char body[16];
    } const response{200, "array"};
    CHECK(body_of(response) == "array");
    CHECK(body_of(response).data() == response.body);
}

TEST_CASE("body_of() returns all bytes of a contiguous range, zeros too") {
    const response_of<std::vector<unsigned char>> vector{.body = {'a', 0, 0xff}};
    CHECK(body_of(vector) == std::string_view("a\0\xff", 3));
    CHECK(static_cast<const void*>(body_of(vector).data()) == vector.body.data());

    std::byte bytes[] = {std::byte{'a'}, std::byte{0}, std::byte{0xff}};
    const response_of<std::span<std::byte>> span{.body = bytes};
    CHECK(body_of(span) == std::string_view("a\0\xff", 3));
    CHECK(static_cast<const void*>(body_of(span).data()) == bytes);

    struct {
        int status;
        unsigned char body[4];
    } const array{200, {'a', 'b', 0, 0}};
    CHECK(body_of(array) == std::string_view("ab\0\0", 4));
}

TEST_CASE("body_of() returns an empty text for an empty body") {
    CHECK(body_of(response_of<std::string>{}).empty());
    CHECK(body_of(response_of<std::string_view>{}).empty());
    CHECK(body_of(response_of<const char*>{.body = ""}).empty());
    CHECK(body_of(response_of<std::vector<unsigned char>>{}).empty());
    CHECK(body_of(response_of<std::span<std::byte>>{}).empty());
}

static_assert(body_of(response_of<std::string_view>{.body = "constant"}) == "constant");
static_assert(!tc3::has_body<response_of<std::vector<int>>> && !tc3::has_body<response_of<std::span<const char16_t>>>);
static_assert(!tc3::has_body<response_of<int>> && !tc3::has_body<with_status<int>>);

TEST_CASE("status_of() converts a status of any integer type") {
    CHECK(status_of(with_status<int>{404}) == 404);
    CHECK(status_of(with_status<std::uint16_t>{502}) == 502);
    CHECK(status_of(with_status<long>{200}) == 200);
    CHECK(status_of(with_status<short>{-1}) == -1);
    enum http_status { ok = 200 };  // some HTTP libraries use an enumeration without a scope
    CHECK(status_of(with_status<http_status>{ok}) == 200);
}

TEST_CASE("status_of() returns the nearest number for a status beyond 32 bits") {
    using limits = std::numeric_limits<std::int32_t>;
    constexpr std::int32_t most = (limits::max)(), least = (limits::min)();
    CHECK(status_of(with_status<std::int64_t>{std::int64_t{most}}) == most);
    CHECK(status_of(with_status<std::int64_t>{std::int64_t{most} + 1}) == most);
    CHECK(status_of(with_status<std::int64_t>{(std::int64_t{1} << 32) + 200}) == most);  // not 200, its low 32 bits
    CHECK(status_of(with_status<std::int64_t>{(std::numeric_limits<std::int64_t>::max)()}) == most);
    CHECK(status_of(with_status<std::int64_t>{std::int64_t{least}}) == least);
    CHECK(status_of(with_status<std::int64_t>{std::int64_t{least} - 1}) == least);
    CHECK(status_of(with_status<std::int64_t>{(std::numeric_limits<std::int64_t>::min)()}) == least);
    CHECK(status_of(with_status<std::uint32_t>{0xffffffff}) == most);
}

static_assert(!tc3::has_status<with_status<std::string>> && !tc3::has_status<std::string>);

TEST_CASE("a status beyond 32 bits is not taken for 200") {
    struct {
        std::int64_t status;
        std::string_view body;
    } const response{(std::int64_t{1} << 32) + 200, R"({"Response":{"SdkToken":"t"}})"};
    const auto output = tc3::parse_response<tc3::faceid::apply_liveness_token>(response);
    REQUIRE_FALSE(output);
    CHECK(output.error().stage == tc3::stage::http);
    CHECK(output.error().status == (std::numeric_limits<std::int32_t>::max)());
}
