// SPDX-License-Identifier: MIT
// The part of a fault that takes place between the emulator and the client.
#include "scenario/apply_fault.hpp"

#include <utility>
#include <vector>

namespace tc3_cli {

http_reply apply(const fault& fault, http_reply response) {
    if (fault.response) {
        response.status = fault.response->status;
        // The other headers stay: a gateway sends a Date, too.
        std::erase_if(response.headers, [](const auto& header) { return header.first == "Content-Type"; });
        response.headers.emplace_back("Content-Type", fault.response->content_type);
        response.body = fault.response->body;
    }
    response.delay += fault.delay;
    response.is_lost = response.is_lost || fault.lost != lost_response::none;
    if (fault.cut_after) response.cut_after = fault.cut_after;
    return response;
}

}  // namespace tc3_cli
