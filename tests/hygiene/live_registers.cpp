// SPDX-License-Identifier: MIT
// A caller of the x86 kernel of SHA-256 that has ten vectors in registers during the call, compiled with all functions at once: GCC then
// keeps them in registers that the kernel does not use (-fipa-ra).
#include <tc3/tc3.hpp>

#include <cstdint>
#include <cstdio>

#if defined(TC3_X86_KERNELS)

namespace {

using vector = float __attribute__((vector_size(32)));
using state = tc3::crypto::detail::sha_256_state;

// Variables, not an array, which would be in memory.
[[gnu::noinline]] void square_around_hash(const vector* from, state& hash, const std::uint8_t* block, vector* to) {
    const vector a = from[0] * from[0];
    const vector b = from[1] * from[1];
    const vector c = from[2] * from[2];
    const vector d = from[3] * from[3];
    const vector e = from[4] * from[4];
    const vector f = from[5] * from[5];
    const vector g = from[6] * from[6];
    const vector h = from[7] * from[7];
    const vector i = from[8] * from[8];
    const vector j = from[9] * from[9];
    tc3::crypto::detail::compress_x86(hash, block, 1);
    to[0] = a + 1.0F;
    to[1] = b + 1.0F;
    to[2] = c + 1.0F;
    to[3] = d + 1.0F;
    to[4] = e + 1.0F;
    to[5] = f + 1.0F;
    to[6] = g + 1.0F;
    to[7] = h + 1.0F;
    to[8] = i + 1.0F;
    to[9] = j + 1.0F;
}

}  // namespace

int main(int count, char**) {
    if (!tc3::processor::has(tc3::processor::sha_256 | tc3::processor::avx)) return 0;
    static vector from[10];
    static vector to[10];
    static std::uint8_t block[64] = {};
    state hash = tc3::crypto::detail::initial_state;
    for (int i = 0; i < 10; ++i) from[i] = vector{} + static_cast<float>(i + count);
    square_around_hash(from, hash, block, to);
    for (int i = 0; i < 10; ++i) {
        for (int k = 0; k < 8; ++k) {
            if (to[i][k] == from[i][k] * from[i][k] + 1.0F) continue;
            std::printf("the kernel changed a vector of its caller\n");
            return 1;
        }
    }
    return 0;
}

#else

int main() { return 0; }

#endif
