// SPDX-License-Identifier: MIT
// The sizes of requests that the service accepts.
#pragma once

#include <tc3/config.hpp>

#include <cstddef>

namespace tc3::inline TC3_NAMESPACE {

/// The limits of the service for one request, in bytes. make_request() refuses a larger one. Source: docs/tc3-signing.md 2.1.
inline constexpr std::size_t largest_body = std::size_t{10} * 1024 * 1024;
inline constexpr std::size_t largest_query = std::size_t{32} * 1024;

}  // namespace tc3::inline TC3_NAMESPACE
