// SPDX-License-Identifier: MIT
// The eKYC service on this machine, for tests of whole programs: all its actions, real HTTP, real signatures, no account.
//
//     c++ -std=c++20 -Isingle_include examples/emulator_server.cpp $(pkg-config --cflags --libs cpp-httplib) -o emulator_server
//     ./emulator_server [PORT]      0, the default, takes any free port; it is told on the first line of output
//
// Point a client at it with the documentation's example credential and `.scheme = "http", .connect_to = "127.0.0.1:PORT"`. Every check
// passes; the session of a token has passed at once, and can be asked for as long as the manual says. Parameters and calls per second are
// looked at as the service does; uploads count as done, for there is no file store here.
// Ends when its standard input is closed, or on SIGTERM.
#include <tc3/tc3.hpp>
#include <tc3/testing.hpp>

#include <httplib.h>

#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <limits>
#include <mutex>
#include <string>
#include <thread>

namespace {

// Published in the documentation: good for nothing but examples.
constexpr const char* secret_id = "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE";
constexpr const char* secret_key = "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE";

tc3::unix_time now() { return {static_cast<std::int64_t>(std::time(nullptr))}; }

std::string next_token() {
    static int count = 0;
    return "token-" + std::to_string(++count);
}

// cpp-httplib has parsed the request already, and the emulator wants bytes. All that was signed is in what it keeps: the target and the
// body as sent, and the headers, in another order and with a few of its own (REMOTE_ADDR and alike), which nobody signs. Not so for
// header values with '%', which it decodes, and for multipart bodies, which it takes apart: the service here has neither.
std::string raw_bytes(const httplib::Request& request) {
    std::string bytes = request.method + " " + request.target + " HTTP/1.1\r\n";
    for (const auto& [name, value] : request.headers) bytes.append(name).append(": ").append(value).append("\r\n");
    return bytes.append("\r\n").append(request.body);
}

}  // namespace

int main(int argument_count, char** arguments) {
    tc3::testing::emulator service(now, next_token);
    service.add_credential(secret_id, secret_key);
    service.add_host("127.0.0.1", "faceid");  // for clients that can't connect elsewhere than their Host header says
    tc3::testing::serve_faceid(service);

    std::mutex one_at_a_time;
    const auto output = [&](const httplib::Request& request, httplib::Response& response) {
        const std::lock_guard lock(one_at_a_time);
        const tc3::testing::http_response made = service.receive(raw_bytes(request));
        response.status = made.status;
        response.set_content(made.body, made.content_type);
    };
    httplib::Server server;
    server.set_payload_max_length(16'000'000);  // so that the emulator can say that 10 MB is the limit
    server.Get(".*", output).Post(".*", output);

    int port = argument_count > 1 ? std::atoi(arguments[1]) : 0;
    if (port == 0) {
        port = server.bind_to_any_port("127.0.0.1");
    } else if (!server.bind_to_port("127.0.0.1", port)) {
        port = -1;
    }
    if (port <= 0) {
        std::cerr << "emulator_server: can't listen on that port\n";
        return 1;
    }
    std::cout << "listening on 127.0.0.1:" << port << std::endl;  // flushed: somebody waits for this line

    std::thread serving([&server] { server.listen_after_bind(); });
    std::cin.ignore((std::numeric_limits<std::streamsize>::max)());  // whoever started this closes the pipe, or dies, and so ends it
    while (!server.is_running()) std::this_thread::yield();          // stop() is lost on a server that has yet to begin
    server.stop();
    serving.join();
    return 0;
}
