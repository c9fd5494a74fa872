// SPDX-License-Identifier: MIT
// Signing alone: the hash of a body, headers looked at, the UTC date, the key derived, and the Authorization header in the caller's memory.
#include "program.hpp"

std::size_t program(const surroundings& at) {
    namespace signing = tc3::signing;
    const tc3::http::header headers[] = {{"Content-Type", "application/json"}, {"Host", at.profile.host}};
    const auto hashed = signing::payload_hash(at.body);
    if (!hashed) return 0;
    const signing::request_parts parts{.headers = headers, .hashed_payload = *hashed};
    const auto value = signing::authorization(parts, "faceid", at.now, at.profile.credential);
    if (!value) return 0;
    tc3::buffer_sink out(at.text);
    value->write(out);
    return out.complete() ? out.needed() : 0;
}
