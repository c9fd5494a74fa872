// SPDX-License-Identifier: MIT
// Signing alone: hashes a body, checks headers, derives the key and writes the Authorization header.
#include "program.hpp"

std::size_t program(const environment& device) {
    namespace signing = tc3::signing;
    const tc3::http::header headers[] = {{"Content-Type", "application/json"}, {"Host", device.profile.host}};
    tc3::crypto::builtin_policy policy;
    const auto hash = signing::payload_hash(device.body, policy);
    if (!hash) return 0;
    const signing::request_parts parts{.headers = headers, .hashed_payload = *hash};
    tc3::buffer_sink out(device.text);
    const auto written = signing::write_authorization(out, parts, "faceid", device.now, device.profile.credential, policy);
    return written && out.complete() ? out.needed() : 0;
}
