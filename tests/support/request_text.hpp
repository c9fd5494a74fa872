// SPDX-License-Identifier: MIT
// Requests as text, for comparison.
#pragma once

#include <tc3/tc3.hpp>

#include <string>
#include <string_view>

namespace support {

/// Returns the bytes that a transport sends: head and body.
inline std::string wire_text(const tc3::http::request_view& request) {
    std::string text;
    tc3::http::write_head(text, request);
    return text.append(request.body);
}

inline std::string wire_text(const tc3::result<tc3::http::request, tc3::failure>& request) {
    return request ? wire_text(request->view()) : tc3::to_string(request.error());
}

/// Returns all parts of a request, those too that are not sent: scheme, connect address, marks of sensitive headers, size of a streamed
/// body.
inline std::string all_parts(const tc3::http::request_view& request) {
    std::string text;
    for (const std::string_view part :
         {tc3::http::name_of(request.method), request.scheme, request.host, request.connect_to, request.target}) {
        text.append(part).append("\n");
    }
    for (const tc3::http::header header : request.headers) {
        text.append(header.name).append(": ").append(header.value).append(header.sensitive ? " *\n" : "\n");
    }
    return text.append("\n").append(request.body).append("\n").append(std::to_string(request.streamed_body_size));
}

}  // namespace support
