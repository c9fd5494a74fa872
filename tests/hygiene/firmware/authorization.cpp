// SPDX-License-Identifier: MIT
// Signing alone: the hash of a body, headers looked at, the UTC date, the key derived, and the Authorization header in the caller's memory.
#include "program.hpp"

std::size_t program(const surroundings& at) {
    namespace signing = tc3::signing;
    const tc3::http::header headers[] = {{"Content-Type", "application/json"}, {"Host", at.profile.host}};
    tc3::crypto::builtin_policy policy;
    const auto hashed = signing::payload_hash(at.body, policy);
    if (!hashed) return 0;
    const signing::request_parts parts{.headers = headers, .hashed_payload = *hashed};
    tc3::buffer_sink out(at.text);
    const auto written = signing::write_authorization(out, parts, "faceid", at.now, at.profile.credential, policy);
    return written && out.complete() ? out.needed() : 0;
}
