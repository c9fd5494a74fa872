// SPDX-License-Identifier: MIT
// Signs the test vectors on a 32-bit machine. The script writes them as a C++ table.
#include "program.hpp"

#include <cstdint>

namespace {

struct signing_vector {
    std::string_view id;
    tc3::http::method method;
    std::string_view path;
    std::string_view query;
    std::span<const tc3::http::header> headers;
    std::string_view hashed_text;
    tc3::credential_view credential;
    std::string_view service;
    tc3::unix_time time;
    std::string_view authorization;
};

#include "vector_table.inc"

bool has_expected_signature(const signing_vector& vector, std::span<char> memory) {
    namespace signing = tc3::signing;
    const auto hash = signing::payload_hash(vector.hashed_text);
    if (!hash) return false;
    const signing::request_parts parts{
        .method = vector.method, .canonical_uri = vector.path, .query = vector.query, .headers = vector.headers, .hashed_payload = *hash};
    const auto value = signing::authorization(parts, vector.service, vector.time, vector.credential);
    if (!value) return false;
    tc3::buffer_sink out(memory);
    value->write(out);
    return out.complete() && out.view() == vector.authorization;
}

}  // namespace

std::size_t program(const environment& device) {
    tc3::buffer_sink out(device.text);
    std::uint32_t count = 0;
    for (const signing_vector& vector : vector_table) {
        if (has_expected_signature(vector, device.memory)) {
            ++count;
        } else {
            out.append(vector.id);
            out.append(" differs, ");
        }
    }
    tc3::write_decimal(out, count);
    out.append(" signatures as expected");
    return out.view().size();
}
