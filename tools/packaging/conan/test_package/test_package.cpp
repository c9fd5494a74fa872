// SPDX-License-Identifier: MIT
#include <tc3/encoding/hex.hpp>
#include <tc3/version.hpp>

#include <array>
#include <cstdint>
#include <cstdio>

int main() {
    constexpr std::array<std::uint8_t, 1> byte{0xC3};
    constexpr auto digits = tc3::to_hex(byte);
    static_assert(digits[0] == 'c' && digits[1] == '3');
    std::puts("tc3 " TC3_VERSION_STRING);
}
