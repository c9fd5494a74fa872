// SPDX-License-Identifier: MIT
// The least that tc3 needs of an HTTP response, for transports that have no type of their own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tc3::inline v0_1::http {

/// A response that owns its body.
struct response {
    std::int32_t status = 0;  ///< as received: 200 both for outputs and for errors of the service
    std::string body;         ///< the whole body, with any Content-Encoding undone
};

/// A response whose body is elsewhere.
struct response_view {
    std::int32_t status = 0;
    std::string_view body = {};
    std::size_t body_size = 0;  ///< the size of a body that did not fit into the memory for it, if known
};

}  // namespace tc3::inline v0_1::http
