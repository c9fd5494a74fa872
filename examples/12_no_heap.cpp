// SPDX-License-Identifier: MIT
// A call without a heap, for firmware: request, response and output share one buffer. A buffer that is too small fails with the size that
// is needed.
//
//     c++ -std=c++20 -Isingle_include examples/12_no_heap.cpp -o example && ./example
#include <tc3/tc3.hpp>
#include <tc3/testing.hpp>

#include <cstddef>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <span>
#include <string_view>

namespace faceid = tc3::faceid;

using liveness_input = faceid::basic_apply_liveness_token<tc3::borrowed>;  // the members of input and output are views
using liveness_result = tc3::call_result<liveness_input>;

tc3::unix_time now() { return {std::time(nullptr)}; }

struct modem_error {
    int code;
    const char* message;
};

/// A modem that writes the body of a response into the memory that it is given. The emulator, which is the service, does use the heap.
class modem {
public:
    explicit modem(tc3::testing::emulator& service) : service_(service) {}

    tc3::result<tc3::http::response_view, modem_error> operator()(const tc3::http::request_view& request, std::span<char> memory) {
        const auto response = service_(request);
        if (!response) return tc3::unexpected(modem_error{1, "no carrier"});
        const std::size_t size = response->body.size();
        // A body that does not fit is left out. Its size is returned instead, so that call_into can name the memory that is needed.
        if (size > memory.size()) return tc3::http::response_view{.status = response->status, .body_size = size};
        std::memcpy(memory.data(), response->body.data(), size);
        return tc3::http::response_view{.status = response->status, .body = {memory.data(), size}};
    }

private:
    tc3::testing::emulator& service_;
};

void print(std::string_view text) { std::printf("%.*s\n", static_cast<int>(text.size()), text.data()); }

void print(const liveness_result& result) {
    if (result) return print(result->sdk_token.value_or("no token"));
    char memory[256];
    tc3::buffer_sink line(memory);
    write_failure(line, result.error());
    print(line.view());
}

int main() {
    tc3::testing::emulator service(now, [] { return "emulated-sdk-token-1"; });
    service.add_credential("example-id", "example-key");
    tc3::testing::serve_faceid(service);
    modem http(service);
    const tc3::client_profile_view profile{.credential = {"example-id", "example-key"}, .region = "ap-singapore"};
    const liveness_input input{.secure_level = faceid::secure_level::motion};

    // To show the errors, the loop begins with too little memory. In firmware, measure once and make the buffer a bit larger.
    static char memory[4096];
    for (std::size_t size = 256; size <= sizeof memory;) {
        tc3::workspace space(std::span(memory, size));
        std::printf("%4zu bytes: ", size);
        const liveness_result result = tc3::call_into(http, input, profile, now(), {}, space);
        print(result);
        if (result) {
            std::printf("%zu of %zu bytes used\n", space.needed(), space.size());
            return 0;
        }
        const tc3::error& reason = result.error().reason;
        if (reason.code != tc3::errc::buffer_too_small || reason.needed <= size) return 1;
        size = reason.needed;  // ApplyLivenessToken is safe to repeat: a token that is not used expires
    }
    return 1;
}
