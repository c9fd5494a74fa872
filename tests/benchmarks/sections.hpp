// SPDX-License-Identifier: MIT
// The timed sections. Each measures its cases and compares them with its goals; `seconds` is the time for one suite.
#pragma once

#include "report.hpp"

#include <string>
#include <string_view>

namespace bench {

section_report measure_sha_256(double seconds);
section_report measure_base64(double seconds);
section_report measure_sign(double seconds);
section_report measure_call(double seconds);
section_report measure_parse(double seconds);
section_report measure_body(double seconds);
section_report measure_scale(double seconds);

/// Adds the least that a signature with a kept key can cost as the reference of a suite: seven SHA-256 compressions, one after the other,
/// by SHA instructions, or by OpenSSL on a processor without them.
void add_chain_of_seven(suite& to);
inline constexpr const char* chain_of_seven = "7 compressions";

/// Hashes a text as fast as one stream can be hashed: with the SHA instructions alone, or with OpenSSL on a processor without them.
void hash_at_the_limit(std::string_view text, unsigned char* digest);

/// Returns bytes that look random; the same in each run.
[[nodiscard]] std::string random_bytes(std::size_t count);

}  // namespace bench
