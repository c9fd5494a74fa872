// SPDX-License-Identifier: MIT
// The error of a call with the option `stream_body`: a transport takes requests with their whole body.
#pragma once

#include <tc3/core/error.hpp>

namespace tc3::inline TC3_NAMESPACE::transport_detail {

inline constexpr error streamed_body{.code = errc::not_allowed, .part = "body"};

}  // namespace tc3::inline TC3_NAMESPACE::transport_detail
