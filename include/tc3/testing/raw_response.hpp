// SPDX-License-Identifier: MIT
// What the emulator answers: enough of an HTTP response for a transport to return, and the bytes of it for a socket.
#pragma once

#include <tc3/core/sink.hpp>

#include <string>

namespace tc3::inline v0_1::testing {

/// A response in one piece. Its members are those that tc3 asks of a transport's response.
struct http_response {
    int status = 200;
    std::string content_type = "application/json";
    std::string body = {};
};

/// Writes the response as HTTP/1.1, body included. Statuses that the emulator itself does not send have no reason phrase.
template <sink S>
void write_response(S& out, const http_response& response) {
    out.append("HTTP/1.1 ");
    write_decimal(out, response.status);
    out.append(response.status == 200 ? " OK" : response.status == 400 ? " Bad Request" : " ");
    out.append("\r\nContent-Type: ");
    out.append(response.content_type);
    out.append("\r\nContent-Length: ");
    write_decimal(out, response.body.size());
    out.append("\r\n\r\n");
    out.append(response.body);
}

}  // namespace tc3::inline v0_1::testing
