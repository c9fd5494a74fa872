// SPDX-License-Identifier: MIT
// Plain x86-64 has SSE2 and nothing later: what a compiler makes of the portable code is measured, not what the kernels do.
#define TC3_PORTABLE

#include "portable.hpp"

#include <tc3/core/bytes.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/crypto/sha_256.hpp>
#include <tc3/encoding/base64.hpp>

namespace bench::portable {

void sha_256(std::string_view text, digest& to) {
    tc3::crypto::sha_256 hash;
    hash.update(tc3::as_bytes(text));
    hash.finish_into(to);
}

std::size_t encode_base64(std::string_view bytes, std::span<char> to) {
    tc3::buffer_sink out(to);
    tc3::write_base64(out, bytes);
    return out.view().size();
}

std::size_t decode_base64(std::string_view text, std::span<char> to) { return tc3::decode_base64(text, to).value_or(0); }

}  // namespace bench::portable
