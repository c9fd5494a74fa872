// SPDX-License-Identifier: MIT
// The emulator's response: a value for a transport, and its bytes for a socket.
#pragma once

#include <tc3/core/sink.hpp>

#include <string>

namespace tc3::inline TC3_NAMESPACE::testing {

/// A response that owns its body. It satisfies the concept tc3::http_response, so a transport can return it.
struct emulator_response {
    int status = 200;                               ///< the HTTP status
    std::string content_type = "application/json";  ///< the value of Content-Type
    std::string body = {};                          ///< the body, complete
    std::string date =
        {};  ///< the value of Date, "Tue, 14 Nov 2023 22:13:20 GMT"; empty: none. tc3::server_time() reads it from a failure.
};

/// Writes a response as HTTP/1.1, body included. Only the statuses 200 and 400, which the emulator sends, have a reason phrase.
template <sink S>
void write_response(S& out, const emulator_response& response) {
    out.append("HTTP/1.1 ");
    write_decimal(out, response.status);
    out.append(response.status == 200 ? " OK" : response.status == 400 ? " Bad Request" : " ");
    out.append("\r\nContent-Type: ");
    out.append(response.content_type);
    out.append("\r\nContent-Length: ");
    write_decimal(out, response.body.size());
    if (!response.date.empty()) {
        out.append("\r\nDate: ");
        out.append(response.date);
    }
    out.append("\r\n\r\n");
    out.append(response.body);
}

}  // namespace tc3::inline TC3_NAMESPACE::testing
