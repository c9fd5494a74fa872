// SPDX-License-Identifier: MIT
// Bytes as hex digits, by another implementation than that of the library.
#pragma once

#include <cstdio>
#include <string>

namespace support {

template <class Bytes>
std::string hex(const Bytes& bytes) {
    std::string text;
    for (const auto byte : bytes) {
        char digits[3] = {};
        std::snprintf(digits, sizeof digits, "%02x", static_cast<unsigned>(static_cast<unsigned char>(byte)));
        text += digits;
    }
    return text;
}

}  // namespace support
