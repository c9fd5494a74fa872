// SPDX-License-Identifier: MIT
// tc3 with TC3_PORTABLE, from a unit of its own.
#pragma once

#include "peers.hpp"

#include <cstddef>
#include <span>
#include <string_view>

namespace bench::portable {

void sha_256(std::string_view text, digest& to);
std::size_t encode_base64(std::string_view bytes, std::span<char> to);
std::size_t decode_base64(std::string_view text, std::span<char> to);

}  // namespace bench::portable
