// SPDX-License-Identifier: MIT
// An HTTP server that acts as the eKYC service on this machine, for tests of whole programs without an account.
//
//     c++ -std=c++20 -Isingle_include examples/emulator_server.cpp $(pkg-config --cflags --libs cpp-httplib) -pthread -o emulator_server
//     ./emulator_server [PORT]      without PORT, or with 0, it takes a free one; the first line of output has the address
//
// Set up your client with the credential below and `.scheme = "http", .connect_to = "127.0.0.1:PORT"`. The server checks signatures,
// parameters and calls per second as the service does. Every verification passes: a session counts as passed from the moment its token
// is issued, and files count as uploaded, because there is no file store.
// The server ends when its standard input is closed, or on SIGTERM.
#include <tc3/tc3.hpp>
#include <tc3/testing.hpp>

#include <httplib.h>

#include <charconv>
#include <cstdint>
#include <ctime>
#include <iostream>
#include <limits>
#include <mutex>
#include <string>
#include <system_error>
#include <thread>

namespace {

// The manual's example: no account has it.
constexpr const char* secret_id = "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE";
constexpr const char* secret_key = "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE";

tc3::unix_time now() { return {static_cast<std::int64_t>(std::time(nullptr))}; }

std::string next_token() {
    static int count = 0;
    return "token-" + std::to_string(++count);
}

// Turns a request that cpp-httplib has parsed back into bytes, which the emulator reads. cpp-httplib keeps everything that a
// signature covers: target, body and headers. It changes the order of the headers and adds its own, such as REMOTE_ADDR, which are not
// signed. Two things it does not keep, and eKYC uses neither: '%' in a header value, which it decodes, and multipart bodies, which it
// parses.
std::string raw_bytes(const httplib::Request& request) {
    std::string bytes = request.method + " " + request.target + " HTTP/1.1\r\n";
    for (const auto& [name, value] : request.headers) bytes.append(name).append(": ").append(value).append("\r\n");
    return bytes.append("\r\n").append(request.body);
}

// Returns -1 for a text that is not a number of a port.
int read_port(const std::string& text) {
    std::uint16_t port = 0;
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, port);
    return error == std::errc() && stop == end ? port : -1;
}

}  // namespace

int main(int argument_count, char** arguments) {
    tc3::testing::emulator service(now, next_token);
    service.add_credential(secret_id, secret_key);
    service.add_host("127.0.0.1", "faceid");  // for clients that have no `connect_to`
    tc3::testing::serve_faceid(service);

    std::mutex one_at_a_time;  // the emulator is for one thread, the server has several
    const auto respond = [&](const httplib::Request& request, httplib::Response& response) {
        const std::lock_guard lock(one_at_a_time);
        const tc3::testing::emulator_response reply = service.receive(raw_bytes(request));
        response.status = reply.status;
        response.set_content(reply.body, reply.content_type);
    };
    httplib::Server server;
    server.set_payload_max_length(16'000'000);  // more than 10 MB, the limit that the emulator enforces itself
    server.Get(".*", respond).Post(".*", respond);

    const std::string argument = argument_count > 1 ? arguments[1] : "0";
    int port = read_port(argument);
    if (port == 0) {
        port = server.bind_to_any_port("127.0.0.1");
    } else if (port > 0 && !server.bind_to_port("127.0.0.1", port)) {
        port = -1;
    }
    if (port <= 0) {
        std::cerr << "emulator_server: cannot listen on port " << argument << '\n';
        return 1;
    }
    std::cout << "listening on 127.0.0.1:" << port << std::endl;  // flushed: a client may wait for this line

    std::thread serving([&server] { server.listen_after_bind(); });
    std::cin.ignore((std::numeric_limits<std::streamsize>::max)());  // until the pipe is closed
    while (!server.is_running()) std::this_thread::yield();          // stop() has no effect on a server that is not running yet
    server.stop();
    serving.join();
    return 0;
}
