// SPDX-License-Identifier: MIT
// The contract of transports, over plain sockets: a correct transport keeps it, and each faulty transport breaks the rule that describes
// its fault.
//
//     transport_contract_test http://ADDRESS      the address of loopback_server.py
#include "transport_contract.hpp"

#include "report.hpp"
#include <tc3/tc3.hpp>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <iostream>
#include <string>
#include <string_view>

namespace {

namespace http = tc3::http;
using send_result = tc3::result<http::response, tc3::transport_error>;
using transport = std::function<send_result(const http::request_view&)>;

// --- a correct transport: one connection for each request, numeric addresses only -------------------------------------

tc3::unexpected<tc3::transport_error> failed(int code, bool never_sent = false) {
    return tc3::unexpected(tc3::transport_error{code, std::strerror(code), never_sent});
}

class connection {
public:
    explicit connection(std::string_view address) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        const std::size_t colon = address.rfind(':');
        const std::string host(address.substr(0, colon));
        const std::string port(colon == std::string_view::npos ? "" : address.substr(colon + 1));
        sockaddr_in to = {};
        to.sin_family = AF_INET;
        to.sin_port = htons(static_cast<std::uint16_t>(std::atoi(port.c_str())));
        if (::inet_pton(AF_INET, host.c_str(), &to.sin_addr) != 1) {
            error_ = EHOSTUNREACH;
        } else if (::connect(socket_, reinterpret_cast<const sockaddr*>(&to), sizeof to) != 0) {
            error_ = errno;
        }
    }
    connection(const connection&) = delete;
    connection& operator=(const connection&) = delete;
    ~connection() { ::close(socket_); }

    [[nodiscard]] int error() const { return error_; }
    void write(std::string_view text) {
        while (!text.empty() && error_ == 0) {
            const ssize_t sent = ::send(socket_, text.data(), text.size(), MSG_NOSIGNAL);
            if (sent < 0) error_ = errno;
            if (sent > 0) text.remove_prefix(static_cast<std::size_t>(sent));
        }
    }
    /// Appends the bytes that have arrived. Returns false at the end and after an error.
    bool read(std::string& text) {
        char buffer[4096];
        const ssize_t size = ::recv(socket_, buffer, sizeof buffer, 0);
        if (size > 0) text.append(buffer, static_cast<std::size_t>(size));
        return size > 0;
    }

private:
    int socket_;
    int error_ = 0;
};

send_result over_sockets(const http::request_view& request) {
    if (request.scheme != "http") return failed(EPROTONOSUPPORT, true);
    connection server(request.connect_to.empty() ? request.host : request.connect_to);
    if (server.error() != 0) return failed(server.error(), true);
    std::string head;
    http::write_head(head, request);
    server.write(head);
    server.write(request.body);
    if (server.error() != 0) return failed(server.error());

    std::string output;
    while (output.find("\r\n\r\n") == std::string::npos) {
        if (!server.read(output)) return failed(ECONNRESET);
    }
    constexpr std::string_view length = "Content-Length: ";
    const std::size_t body = output.find("\r\n\r\n") + 4;
    const auto size = static_cast<std::size_t>(std::atoi(output.c_str() + output.find(length) + length.size()));
    while (output.size() < body + size) {
        if (!server.read(output)) return failed(ECONNRESET);
    }
    constexpr std::string_view date = "Date: ";
    const std::size_t date_begin = output.find(date) + date.size();
    const std::string date_text = output.substr(date_begin, output.find("\r\n", date_begin) - date_begin);
    return http::response{std::atoi(output.c_str() + output.find(' ')), output.substr(body), date_text};
}

// --- faulty transports -----------------------------------------------------------------------------------------------

send_result with_header(const http::request_view& request, const http::header& more) {
    std::string list;
    for (const http::header header : request.headers) http::header_list::pack(list, header);
    http::header_list::pack(list, more);
    http::request_view changed = request;
    changed.headers = http::header_list(list);
    return over_sockets(changed);
}

// Applies `change` to each header. A header whose name becomes empty is left out.
template <class Change>
send_result with_headers(const http::request_view& request, Change change) {
    std::string list;
    for (const http::header header : request.headers) {
        std::string name(header.name), value(header.value);
        change(name, value);
        if (!name.empty()) http::header_list::pack(list, {name, value});
    }
    http::request_view changed = request;
    changed.headers = http::header_list(list);
    return over_sockets(changed);
}

send_result with_target(http::request_view request, const std::string& target) {
    request.target = target;
    return over_sockets(request);
}

send_result that_follows_redirects(const http::request_view& request) {
    send_result result = over_sockets(request);
    return result && result->status / 100 == 3 ? with_target(request, "/redirected") : result;
}

send_result that_repeats_after(const http::request_view& request, std::int32_t status) {
    send_result result = over_sockets(request);
    return result && result->status == status ? over_sockets(request) : result;
}

send_result that_repeats_after_an_error(const http::request_view& request) {
    send_result result = over_sockets(request);
    return result ? result : over_sockets(request);
}

send_result that_reports_statuses_as_errors(const http::request_view& request) {
    send_result result = over_sockets(request);
    return result && result->status >= 500 ? tc3::unexpected(tc3::transport_error{result->status, "status"}) : result;
}

send_result that_invents_responses(const http::request_view& request) {
    send_result result = over_sockets(request);
    return result ? result : send_result(http::response{0, ""});
}

send_result that_fails_without_a_reason(const http::request_view& request) {
    send_result result = over_sockets(request);
    return result ? result : tc3::unexpected(tc3::transport_error{});
}

send_result that_sets_never_sent(const http::request_view& request, bool never_sent) {
    send_result result = over_sockets(request);
    return result ? result : failed(static_cast<int>(result.error().code), never_sent);
}

send_result without_tls(http::request_view request) {
    request.scheme = "http";
    return over_sockets(request);
}

send_result without_the_date(const http::request_view& request) {
    send_result result = over_sockets(request);
    if (result) result->date.clear();
    return result;
}

send_result that_drops_empty_bodies(http::request_view request) {
    if (request.body.empty()) request.method = http::method::get;
    return over_sockets(request);
}

send_result that_stops_at_zero(http::request_view request) {
    request.body = request.body.substr(0, request.body.find('\0'));
    return over_sockets(request);
}

send_result that_ends_bodies_at_zero(const http::request_view& request) {
    send_result result = over_sockets(request);
    if (result) (*result).body = (*result).body.c_str();
    return result;
}

send_result that_always_posts(http::request_view request) {
    request.method = http::method::post;
    return over_sockets(request);
}

send_result that_ignores_connect_to(http::request_view request, std::string_view server) {
    request.connect_to = server;
    return over_sockets(request);
}

send_result with_the_address_for_host(http::request_view request) {
    if (!request.connect_to.empty()) request.host = request.connect_to;
    return over_sockets(request);
}

send_result without_a_port_in_host(http::request_view request) {
    if (!request.connect_to.empty()) request.host = request.host.substr(0, request.host.find(':'));
    return over_sockets(request);
}

send_result that_normalizes(const http::request_view& request) {
    std::string target(request.target);
    const std::size_t dots = target.find("/./");
    if (dots != std::string::npos) target.erase(dots, 2);
    return with_target(request, target);
}

send_result that_encodes_again(const http::request_view& request) {
    std::string target;
    for (const char c : request.target) target += c == '%' ? "%25" : std::string(1, c);
    return with_target(request, target);
}

send_result that_decodes(const http::request_view& request) {
    std::string target(request.target);
    for (std::size_t position = target.find("%7e"); position != std::string::npos; position = target.find("%7e")) {
        target.replace(position, 3, "~");
    }
    return with_target(request, target);
}

struct broken_transport {
    std::string_view name;
    std::string_view rule;
    transport send;
};

// --- the tests -------------------------------------------------------------------------------------------------------

int failures = 0;

void expect(bool held, std::string_view message, std::string_view details) {
    if (held) return;
    ++failures;
    std::cout << message << "\n" << details << "\n";
}

std::string broken_rules(const transport& send, std::string_view address) {
    contract::report report;
    contract::transport_contract(send, {.address = address}, report);
    return report.tried() > 20 || !report.passed() ? report.broken() : "too few rules were tried";
}

}  // namespace

int main(int count, char** arguments) {
    constexpr std::string_view scheme = "http://";
    if (count != 2 || !std::string_view(arguments[1]).starts_with(scheme)) {
        std::cerr << "usage: transport_contract_test http://ADDRESS\n";
        return 2;
    }
    const std::string_view address = std::string_view(arguments[1]).substr(scheme.size());
    const std::string broken = broken_rules(over_sockets, address);
    expect(broken.empty(), "a correct transport breaks rules:", broken);

    const auto always_sent = [](const auto& request) { return that_sets_never_sent(request, false); };
    const auto always_unsent = [](const auto& request) { return that_sets_never_sent(request, true); };
    constexpr http::header form{"Content-Type", "application/x-www-form-urlencoded"};
    const broken_transport transports[] = {
        {"always fails", "a request to the server gets a response", [](const auto&) -> send_result { return failed(ECONNREFUSED); }},
        {"stops at zero", "the body of a POST arrives byte for byte", that_stops_at_zero},
        {"drops empty bodies", "a POST without a body stays a POST", that_drops_empty_bodies},
        {"always posts", "a GET stays a GET", that_always_posts},
        {"normalizes", "the target arrives byte for byte", that_normalizes},
        {"encodes again", "the target arrives byte for byte", that_encodes_again},
        {"decodes", "the target arrives byte for byte", that_decodes},
        {"adds a type", "each header arrives once", [&](const auto& request) { return with_header(request, form); }},
        {"drops a header", "each header arrives once",
         [](const auto& request) {
             return with_headers(request, [](std::string& name, std::string&) { name = name == "X-TC-Region" ? "" : name; });
         }},
        {"drops empty headers", "each header with an empty value",
         [](const auto& request) {
             return with_headers(request, [](std::string& name, const std::string& value) { name = value.empty() ? "" : name; });
         }},
        {"joins blanks", "each header with an empty value",
         [](const auto& request) {
             return with_headers(request, [](std::string&, std::string& value) {
                 if (const std::size_t position = value.find("  "); position != std::string::npos) value.erase(position, 1);
             });
         }},
        {"adds X-TC", "the transport adds no header",
         [](const auto& request) { return with_header(request, {"X-TC-RequestClient", "faulty"}); }},
        {"host is the address", "the connection goes to connect_to, and Host stays", with_the_address_for_host},
        {"host without port", "Host keeps its port", without_a_port_in_host},
        {"statuses are errors", "an HTTP status of 400 to 503", that_reports_statuses_as_errors},
        {"a response ends at zero", "the body of a response arrives byte for byte", that_ends_bodies_at_zero},
        {"follows redirects", "a redirect is returned, not followed", that_follows_redirects},
        {"repeats after 503", "a request that the server rejects for now",
         [](const auto& request) { return that_repeats_after(request, 503); }},
        {"repeats after an error", "a request without a response", that_repeats_after_an_error},
        {"invents responses", "a refused connection is an error", that_invents_responses},
        {"invents responses", "a connection that is closed without a response", that_invents_responses},
        {"invents responses", "a response that ends before its Content-Length", that_invents_responses},
        {"fails without a reason", "a refused connection is an error with a code", that_fails_without_a_reason},
        {"ignores connect_to", "a refused connection to connect_to is an error",
         [&](const auto& request) { return that_ignores_connect_to(request, address); }},
        {"drops the Date", "a response has its Date", without_the_date},
        {"sends without TLS", "a failed TLS handshake is an error", without_tls},
        {"does not set never_sent", "never_sent is true after a refused connection\n", always_sent},
        {"does not set never_sent", "never_sent is true after a refused connection to connect_to", always_sent},
        {"does not set never_sent", "never_sent is true for a name that does not resolve", always_sent},
        {"does not set never_sent", "never_sent is true after a failed TLS handshake", always_sent},
        {"always sets never_sent", "never_sent is false after a connection that is closed early", always_unsent},
        {"invents responses", "a name that does not resolve is an error", that_invents_responses},
    };
    for (const auto& [name, rule, send] : transports) {
        const std::string rules = broken_rules(send, address);
        expect(rules.find(rule) != std::string::npos, "\"" + std::string(name) + "\" does not break: " + std::string(rule), rules);
    }
    std::cout << std::size(transports) + 1 << " transports tested, " << failures << " failures\n";
    return failures == 0 ? 0 : 1;
}
