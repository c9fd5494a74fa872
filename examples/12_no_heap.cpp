// SPDX-License-Identifier: MIT
// A call without a heap, as in firmware: request, response and answer stand in one buffer, and what does not fit says how much would do.
#include <tc3/tc3.hpp>
#include <tc3/testing.hpp>

#include <cstddef>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <span>
#include <string_view>

namespace faceid = tc3::faceid;

using liveness_question = faceid::basic_apply_liveness_token<tc3::borrowed>;  // its values, and those of the answer, are views
using outcome = tc3::call_result<liveness_question>;

tc3::unix_time now() { return {std::time(nullptr)}; }

struct modem_error {
    int code;
    const char* message;
};

/// Stands for your modem, which puts the body of a response where it is told. The emulator behind it does use the heap: it is the cloud.
class modem {
public:
    explicit modem(tc3::testing::emulator& service) : service_(service) {}

    tc3::result<tc3::http::response_view, modem_error> operator()(const tc3::http::request_view& request, std::span<char> memory) {
        const auto received = service_(request);
        if (!received) return tc3::unexpected(modem_error{1, "no carrier"});
        const std::size_t size = received->body.size();
        if (size > memory.size()) return tc3::http::response_view{.status = received->status, .body_size = size};
        std::memcpy(memory.data(), received->body.data(), size);
        return tc3::http::response_view{.status = received->status, .body = {memory.data(), size}};
    }

private:
    tc3::testing::emulator& service_;
};

void print(std::string_view text) { std::printf("%.*s\n", static_cast<int>(text.size()), text.data()); }

void print(const outcome& what) {
    if (what) return print(what->sdk_token.value_or("no token"));
    char memory[256];
    tc3::buffer_sink line(memory);
    write_failure(line, what.error());
    print(line.view());
}

int main() {
    tc3::testing::emulator service(now, [] { return "emulated-sdk-token-1"; });
    service.add_credential("example-id", "example-key");
    serve_faceid(service);
    modem http(service);
    const tc3::client_profile_view profile{.credential = {"example-id", "example-key"}, .region = "ap-singapore"};
    const liveness_question input{.secure_level = faceid::secure_level::motion};

    // Begins with too little, to show it. A firmware asks once, sees what it takes, and makes its buffer a bit larger than that.
    static char memory[4096];
    for (std::size_t size = 256; size <= sizeof memory;) {
        tc3::workspace space(std::span(memory, size));
        std::printf("%4zu bytes: ", size);
        const outcome output = tc3::call_into(http, input, profile, now(), space);
        print(output);
        if (output) {
            std::printf("%zu of %zu bytes used\n", space.needed(), space.size());
            return 0;
        }
        const tc3::error& reason = output.error().reason;
        if (reason.code != tc3::errc::buffer_too_small || reason.needed <= size) return 1;
        size = reason.position;  // asking again is harmless: a token that nobody uses expires
    }
    return 1;
}
