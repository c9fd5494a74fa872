// SPDX-License-Identifier: MIT
// A server for http_server_test.py, abuse_test.py and load.py: it replies with the bytes of each request, or as its path says.
//
//     http_server_program [NAME=VALUE...]     prints "listening on ADDRESS:PORT", and ends when its standard input is closed
//
// Names: address, port, tls (the file to write the certificate to), host (one more name for it), max_head, max_body, max_memory,
// max_connections, idle, request, write (times in milliseconds). Paths: see reply_to().
#include "files/file_store.hpp"
#include "http/http_server.hpp"

#include <poll.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <ctime>
#include <fstream>
#include <iostream>
#include <map>
#include <mutex>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace {

using tc3_cli::http_exchange_request;
using tc3_cli::http_reply;

/// The path of a target, and the number that follows '?', 0 without one.
struct mode {
    std::string path;
    std::size_t number = 0;
};

std::string_view target_of(std::string_view bytes) {
    const std::size_t begin = bytes.find(' ') + 1;
    return bytes.substr(begin, bytes.find(' ', begin) - begin);
}

mode mode_of(std::string_view target) {
    const std::size_t mark = target.find('?');
    if (mark == std::string_view::npos) return {std::string(target)};
    return {std::string(target.substr(0, mark)), std::strtoul(std::string(target.substr(mark + 1)).c_str(), nullptr, 10)};
}

http_reply reply_to(const http_exchange_request& request, tc3_cli::http_server& server) {
    const auto [path, number] = mode_of(target_of(request.bytes));
    http_reply echo{.headers = {{"Content-Type", "application/octet-stream"}, {"X-Peer", std::string(request.peer)}},
                    .body = std::string(request.bytes)};
    if (request.is_tls) echo.headers.emplace_back("X-TLS", "yes");
    if (path == "/lost") echo.is_lost = true;
    if (path == "/cut") echo.cut_after = number;
    if (path == "/delay") echo.delay = std::chrono::milliseconds(number);
    if (path == "/status") echo.status = static_cast<int>(number);
    if (path == "/big") echo.body.assign(number, 'x');
    if (path == "/close") echo.headers.emplace_back("Connection", "close");
    if (path == "/line-end") echo.headers.emplace_back("X-Text", "a\r\nX-Injected: b");
    if (path == "/throw") throw std::runtime_error("a handler that fails");
    if (path == "/stop") server.stop();
    return echo;
}

std::map<std::string, std::string> read_arguments(int count, char** words) {
    std::map<std::string, std::string> read;
    for (int index = 1; index < count; ++index) {
        const std::string word = words[index];
        const std::size_t sign = word.find('=');
        if (sign == std::string::npos) throw std::invalid_argument(word);
        read[word.substr(0, sign)] = word.substr(sign + 1);
    }
    return read;
}

tc3_cli::http_server_options options_of(std::map<std::string, std::string>& given) {
    tc3_cli::http_server_options options;
    const auto set = [&given](const char* name, auto& option) {
        if (given.contains(name)) option = std::decay_t<decltype(option)>(std::stol(given[name]));
    };
    if (given.contains("address")) options.address = given["address"];
    set("port", options.port);
    set("max_head", options.max_head_size);
    set("max_body", options.max_body_size);
    set("max_memory", options.max_bytes_in_memory);
    set("max_connections", options.max_connections);
    set("idle", options.idle_timeout);
    set("request", options.request_timeout);
    set("write", options.write_timeout);
    options.on_unreadable = [](std::string_view, int status, std::string_view reason) {
        static std::mutex one_line_at_a_time;
        const std::lock_guard lock(one_line_at_a_time);
        std::cerr << status << " " << reason << std::endl;
    };
    return options;
}

/// Waits a little for the end of standard input, and returns whether it has come.
bool is_input_closed() {
    constexpr int wait_ms = 50;
    pollfd waiting{0, POLLIN, 0};
    if (::poll(&waiting, 1, wait_ms) <= 0) return false;
    char byte = 0;
    return ::read(0, &byte, 1) <= 0;
}

}  // namespace

int main(int count, char** words) try {
    auto given = read_arguments(count, words);
    tc3_cli::http_server_options options = options_of(given);
    if (given.contains("tls")) {
        const std::vector<std::string> names = given.contains("host") ? std::vector{given["host"]} : std::vector<std::string>{};
        const auto made = tc3_cli::certificate::make(names);
        if (!made) throw std::runtime_error(made.error());
        std::ofstream(given["tls"]) << made->pem();
        options.tls = *made;
    }
    const std::string address = options.address;
    tc3_cli::file_store files(
        {}, [] { return static_cast<std::int64_t>(std::time(nullptr)); },
        [](std::string_view target, std::string_view) { return target != "/upload/unknown"; });
    tc3_cli::http_server* self = nullptr;
    tc3_cli::http_server server(std::move(options), [&](const http_exchange_request& request) {
        return files.has_target(target_of(request.bytes)) ? files.handle(request) : reply_to(request, *self);
    });
    self = &server;
    const auto port = server.bind();
    if (!port) throw std::runtime_error(port.error());
    std::cout << "listening on " << (address == "::1" ? "[::1]" : address) << ":" << *port << std::endl;

    std::atomic<bool> has_ended = false;
    std::thread input([&] {
        while (!has_ended && !is_input_closed()) {
        }
        server.stop();
    });
    server.serve();
    has_ended = true;
    input.join();
    std::cout << "stopped" << std::endl;
    return 0;
} catch (const std::exception& error) {
    std::cerr << "http_server_program: " << error.what() << "\n";
    return 2;
}
