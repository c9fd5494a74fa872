// SPDX-License-Identifier: MIT
// Writes answers and errors in the service's envelope, {"Response":{...,"RequestId":"..."}} (SPEC 5.1).
#pragma once

#include <tc3/model/codec.hpp>
#include <tc3/testing/decision.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace tc3::inline v0_1::testing::detail {

/// The members of a described answer as a JSON object. Fails for text that is not UTF-8 and for a required field that is unset.
[[nodiscard]] inline result<std::string, rejected> write_members(writing_table fields, const void* output) {
    std::string members;
    encoder out(members);
    out.write_object(fields, output);
    if (out.ok()) return members;
    error error = out.error();
    error.name = out.path().view();
    std::string why = ": ";
    write_error(why, error);
    return reject(rejection::output, why);
}

/// Copies the members of a JSON object but RequestId, which is the emulator's to set. False for all that is not one JSON object.
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

/// The body of an answer.
[[nodiscard]] inline result<std::string, rejected> wrap_members(std::string_view members, std::string_view request_id) {
    std::string body;
    json::writer out(body);
    out.begin_object();
    out.name("Response");
    out.begin_object();
    if (!copy_members(out, members)) return reject(rejection::output, ": it is not one JSON object");
    out.name("RequestId");
    out.string(request_id);
    out.end_object();
    out.end_object();
    return body;
}

/// The body of an error. Text that is not UTF-8 is left out.
[[nodiscard]] inline std::string wrap_error(const service_error& error, std::string_view request_id) {
    std::string body;
    json::writer out(body);
    out.begin_object();
    out.name("Response");
    out.begin_object();
    out.name("Error");
    out.begin_object();
    out.name("Code");
    out.string(error.code);
    out.name("Message");
    out.string(error.message);
    out.end_object();
    out.name("RequestId");
    out.string(request_id);
    out.end_object();
    out.end_object();
    return body;
}

}  // namespace tc3::inline v0_1::testing::detail
