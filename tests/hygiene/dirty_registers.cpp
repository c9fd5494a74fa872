// SPDX-License-Identifier: MIT
// SHA-256 while the upper halves of the vector registers are in use, in a unit that is compiled for the processor it runs on: where a
// compiler may use AVX around the kernels, which do not. The digests must be those of the portable code.
#include <tc3/tc3.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <string>

namespace {

namespace crypto = tc3::crypto;

void use_upper_halves() {
#if defined(TC3_X86_KERNELS)
    if (tc3::processor::has(tc3::processor::avx)) {
        __asm__ __volatile__(
            "vcmpps $15, %%ymm0, %%ymm0, %%ymm0\n\t"
            "vmovaps %%ymm0, %%ymm5\n\t"
            "vmovaps %%ymm0, %%ymm15"
            :
            :
            : "xmm0", "xmm5", "xmm15");
    }
#endif
}

crypto::sha_256_digest digest_of(const std::string& text) {
    crypto::sha_256 hash;
    use_upper_halves();
    hash.update(tc3::as_bytes(text));
    use_upper_halves();
    return hash.finish();
}

// The padding is written here, not by the code under test.
crypto::sha_256_digest portable_digest_of(const std::string& text) {
    std::string padded = text + '\x80';
    while (padded.size() % 64 != 56) padded += '\0';
    for (int shift = 56; shift >= 0; shift -= 8) padded += static_cast<char>(std::uint64_t{text.size()} * 8 >> shift & 0xffU);
    crypto::detail::sha_256_state state = crypto::detail::initial_state;
    crypto::detail::compress_portable(state, tc3::as_bytes(padded).data(), padded.size() / 64);
    crypto::sha_256_digest digest{};
    for (std::size_t i = 0; i < digest.size(); ++i) digest[i] = static_cast<std::uint8_t>(state[i / 4] >> (24 - 8 * (i % 4)));
    return digest;
}

}  // namespace

int main() {
    std::string text;
    for (int size = 0; size < 500; ++size) {
        if (digest_of(text) != portable_digest_of(text)) {
            std::printf("wrong digest of %d bytes\n", size);
            return 1;
        }
        text += static_cast<char>(size * 7 % 251);
    }
    return 0;
}
