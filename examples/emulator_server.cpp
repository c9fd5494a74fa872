// SPDX-License-Identifier: MIT
// An HTTP server that acts as the eKYC service on this machine, for tests of whole programs without an account.
//
//     c++ -std=c++20 -Isingle_include examples/emulator_server.cpp $(pkg-config --cflags --libs cpp-httplib) -pthread -o emulator_server
//     ./emulator_server 8080 &          in the background, until `kill %1`; it prints its address: 127.0.0.1:8080
//     ./emulator_server                 on a free port, until Ctrl-C
//
// Set up your client with the credential below:
//
//     tc3::client_profile profile{.credential = {secret_id, secret_key}, .region = "ap-singapore",
//                                 .scheme = "http", .connect_to = "127.0.0.1:8080"};
//
// A client without `connect_to` takes the address as its host. The server checks signatures, parameters and calls per second as the
// service does, and prints the reason of each error that it sends, one line on standard error. Every verification passes: a session counts
// as passed from the moment its token is issued, and files count as uploaded, because there is no file store.
//
// A program that starts the server, such as tests/over_http.py, passes --until-stdin-closes and a pipe as standard input: the server ends
// when the pipe is closed, also if the program crashed.
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
#include <string_view>
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

// Prints why a response is an error: "emulator_server: ApplyLivenessToken: service: AuthFailure.SignatureFailure: ...".
void print_error(const tc3::testing::decision& last, const tc3::testing::emulator_response& reply) {
    const auto result = tc3::parse_response<tc3::untyped_input>(reply);
    if (result) return;
    std::string line = "emulator_server: ";
    tc3::write_printable(line, last.action.empty() ? "no action read" : last.action);
    std::cerr << line.append(": ").append(to_string(result.error())).append("\n");
}

struct arguments {
    bool until_stdin_closes = false;
    int port = 0;  // 0 for a free one, -1 if it is no number of a port
};

int read_port(std::string_view text) {
    std::uint16_t port = 0;
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, port);
    return error == std::errc() && stop == end ? port : -1;
}

arguments read_arguments(int count, char** words) {
    arguments read;
    for (int index = 1; index < count; ++index) {
        const std::string_view word = words[index];
        if (word == "--until-stdin-closes") {
            read.until_stdin_closes = true;
        } else {
            read.port = read_port(word);
        }
    }
    return read;
}

// Returns the port, or -1 if it is not free.
int bind(httplib::Server& server, int port) {
    // By default cpp-httplib shares the port with other servers that do so, and each gets some of the requests.
    server.set_socket_options([](socket_t socket) {
        const int yes = 1;
        setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, reinterpret_cast<const char*>(&yes), sizeof yes);
    });
    if (port == 0) return server.bind_to_any_port("127.0.0.1");
    return server.bind_to_port("127.0.0.1", port) ? port : -1;
}

void stop_when_stdin_closes(httplib::Server& server) {
    std::cin.ignore((std::numeric_limits<std::streamsize>::max)());
    while (!server.is_running()) std::this_thread::yield();  // stop() has no effect on a server that is not running yet
    server.stop();
}

}  // namespace

int main(int count, char** words) {
    const arguments given = read_arguments(count, words);
    if (given.port < 0) {
        std::cerr << "usage: emulator_server [--until-stdin-closes] [PORT]\n";
        return 2;
    }
    tc3::testing::emulator service(now, next_token);
    service.add_credential(secret_id, secret_key);
    service.add_host("127.0.0.1", "faceid");  // for clients that have no `connect_to`
    tc3::testing::serve_faceid(service);

    std::mutex one_at_a_time;  // the emulator is for one thread, the server has several
    const auto respond = [&](const httplib::Request& request, httplib::Response& response) {
        const std::lock_guard lock(one_at_a_time);
        const tc3::testing::emulator_response reply = service.receive(raw_bytes(request));
        print_error(service.last(), reply);
        response.status = reply.status;
        response.set_content(reply.body, reply.content_type);
    };
    httplib::Server server;
    server.set_payload_max_length(16'000'000);  // more than 10 MB, the limit that the emulator enforces itself
    server.Get(".*", respond).Post(".*", respond);

    const int port = bind(server, given.port);
    if (port < 0) {
        std::cerr << "emulator_server: port " << given.port << " is not free\n";
        return 1;
    }
    std::cout << "listening on 127.0.0.1:" << port << std::endl;  // flushed: a client may wait for this line

    std::thread waiting;
    if (given.until_stdin_closes) waiting = std::thread([&server] { stop_when_stdin_closes(server); });
    server.listen_after_bind();  // without the option until a signal ends the process
    if (waiting.joinable()) waiting.join();
    return 0;
}
