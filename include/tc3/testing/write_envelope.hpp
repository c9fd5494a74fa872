// SPDX-License-Identifier: MIT
// Writes outputs and errors in the envelope of the service, {"Response":{...,"RequestId":"..."}} (docs/tc3-signing.md 5.1).
#pragma once

#include <tc3/config.hpp>
#include <tc3/json/read.hpp>
#include <tc3/json/write.hpp>
#include <tc3/model/encoder.hpp>
#include <tc3/testing/decision.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::testing::detail {

/// Writes a described output as a JSON object.
///
/// Errors: rejection::output for text that is not UTF-8 and for a required field that is unset.
[[nodiscard]] written_output write_members(writing_table fields, const void* output);

/// Writes the body of a response with an output. `members` is the text of a JSON object.
///
/// Errors: rejection::output for text that is not exactly one JSON object.
[[nodiscard]] result<std::string, rejected_request> write_output_body(std::string_view members, std::string_view request_id);

/// Writes the body of a response with an error. Text that is not UTF-8 is replaced by "".
[[nodiscard]] std::string write_error_body(const service_error& error, std::string_view request_id);

/// Writes an envelope around what `write_content(writer)` writes.
template <class WriteContent>
[[nodiscard]] std::string write_envelope(std::string_view request_id, WriteContent write_content) {
    std::string body;
    json::writer out(body);
    out.begin_object();
    out.name("Response");
    out.begin_object();
    write_content(out);
    out.name("RequestId");
    out.string(request_id);
    out.end_object();
    out.end_object();
    return body;
}

}  // namespace tc3::inline TC3_NAMESPACE::testing::detail

#if defined(TC3_BODIES)

namespace tc3::inline TC3_NAMESPACE::testing::detail {

TC3_FUNCTION written_output write_members(writing_table fields, const void* output) {
    std::string members;
    sink_adapter to(members);
    encoder out(to);
    out.write_object(fields, output);
    if (out.ok()) return members;
    error error = out.error();
    error.name = out.path().view();
    std::string details = ": ";
    write_error(details, error);
    return reject(rejection::output, details);
}

/// Copies the members of a JSON object except RequestId, which the emulator sets. Returns false if `object` is not exactly one JSON object.
[[nodiscard]] inline bool copy_members(json::writer<std::string>& out, std::string_view object) {
    json::reader in(object, {.depth = json::limits::deepest});
    json::string_token token;
    in.begin_object();
    while (in.next_member(token)) {
        const std::size_t start = in.position();
        in.skip_value();
        if (token == "RequestId") continue;
        std::string name;
        token.write(name);
        out.name(name);
        out.raw(in.since(start));
    }
    return in.finish();
}

TC3_FUNCTION result<std::string, rejected_request> write_output_body(std::string_view members, std::string_view request_id) {
    bool copied = false;
    std::string body = write_envelope(request_id, [&](json::writer<std::string>& out) { copied = copy_members(out, members); });
    if (!copied) return reject(rejection::output, ": it is not one JSON object");
    return body;
}

TC3_FUNCTION std::string write_error_body(const service_error& error, std::string_view request_id) {
    return write_envelope(request_id, [&error](json::writer<std::string>& out) {
        out.name("Error");
        out.begin_object();
        out.name("Code");
        out.string(error.code);
        out.name("Message");
        out.string(error.message);
        out.end_object();
    });
}

}  // namespace tc3::inline TC3_NAMESPACE::testing::detail

#endif  // TC3_BODIES
