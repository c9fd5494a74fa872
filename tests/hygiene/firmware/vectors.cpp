// SPDX-License-Identifier: MIT
// Signs the vectors, of which the script makes a table of C++, on a machine of 32 bits.
#include "program.hpp"

#include <cstdint>

namespace {

struct vector {
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

bool signs_alike(const vector& one, std::span<char> memory) {
    namespace signing = tc3::signing;
    const auto hashed = signing::payload_hash(one.hashed_text);
    if (!hashed) return false;
    const signing::request_parts parts{
        .method = one.method, .canonical_uri = one.path, .query = one.query, .headers = one.headers, .hashed_payload = *hashed};
    const auto value = signing::authorization(parts, one.service, one.time, one.credential);
    if (!value) return false;
    tc3::buffer_sink out(memory);
    value->write(out);
    return out.complete() && out.view() == one.authorization;
}

}  // namespace

std::size_t program(const surroundings& at) {
    tc3::buffer_sink out(at.text);
    std::uint32_t alike = 0;
    for (const vector& one : vector_table) {
        if (signs_alike(one, at.memory)) {
            ++alike;
        } else {
            out.append(one.id);
            out.append(" differs, ");
        }
    }
    tc3::write_decimal(out, alike);
    out.append(" alike");
    return out.view().size();
}
