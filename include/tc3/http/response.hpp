// SPDX-License-Identifier: MIT
// An HTTP response with the members that tc3 needs, for transports without a type of their own.
#pragma once

#include <tc3/config.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::http {

/// A response that owns its texts.
struct response {
    std::int32_t status = 0;  ///< the HTTP status; the service sends 200 for outputs and for its errors
    std::string body;         ///< the whole body, after any Content-Encoding is decoded
    std::string date = {};    ///< the value of the Date header; empty if it is not known
};

/// A response with a view of its body.
///
/// Lifetime: refers to the memory of the body.
struct response_view {
    std::int32_t status = 0;
    std::string_view body = {};
    std::size_t body_size = 0;  ///< the size of a body that did not fit into the memory for it, if known
};

}  // namespace tc3::inline TC3_NAMESPACE::http
