// SPDX-License-Identifier: MIT
// Finds code, message and request id in a body that is no output. It needs no table, and finds them whatever is wrong with the rest.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/text_literal.hpp>
#include <tc3/json/read.hpp>
#include <tc3/json/repair.hpp>

#include <cstddef>
#include <span>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::api_detail {

/// Returns the first text, or the second one if that is empty.
[[nodiscard]] inline const json::string_token& first_text(const json::string_token& first, const json::string_token& second) noexcept {
    return first.size() != 0 ? first : second;
}

/// A member of a body that tells about a failure.
struct found_member {
    json::string_token text = {};  ///< a number or boolean as it is spelled; empty if the name occurs more than once
    std::size_t count = 0;         ///< how often the name occurs
};

/// What a body tells about a failure, whatever is wrong with the rest of it: types, damaged text, depth.
struct failure_members {
    found_member response;
    found_member error;
    found_member code;
    found_member message;
    found_member request_id;
    found_member request_id_misspelt;  // "RequestID", which some old actions send
    found_member old_code;             // of {"code":4100,"message":"..."}, an error of API 2.0
    found_member old_message;

    [[nodiscard]] bool is_old_api() const noexcept { return response.count == 0 && old_code.text.size() != 0 && old_message.count != 0; }
};

/// Finds the members in a body, up to its first error of syntax. `repair` may be null: damaged text is then skipped.
[[nodiscard]] failure_members find_failure_members(std::string_view body, const json::text_repair* repair);

/// Where a member is, and the places in it.
struct member_place {
    std::string_view name;
    found_member failure_members::* found;
    std::span<const member_place> members = {};
};

inline constexpr member_place places_in_error[] = {{"Code"sv, &failure_members::code}, {"Message"sv, &failure_members::message}};
inline constexpr member_place places_in_response[] = {
    {"Error"sv, &failure_members::error, places_in_error},
    {"RequestId"sv, &failure_members::request_id},
    {"RequestID"sv, &failure_members::request_id_misspelt},
};
inline constexpr member_place places_in_body[] = {
    {"Response"sv, &failure_members::response, places_in_response},
    {"code"sv, &failure_members::old_code},
    {"message"sv, &failure_members::old_message},
};

}  // namespace tc3::inline TC3_NAMESPACE::api_detail

#if defined(TC3_BODIES)

namespace tc3::inline TC3_NAMESPACE::api_detail {

inline const member_place* find_place(std::span<const member_place> places, const json::string_token& name) noexcept {
    for (const member_place& each : places) {
        if (name == each.name) return &each;
    }
    return nullptr;
}

/// Reads the current value as the text of a member, if it is a text, number or boolean; else skips it.
inline void read_found(json::reader& in, found_member& found) noexcept {
    const json::kind type = in.peek();
    json::string_token text;
    if (json::is_scalar(type)) {
        in.read_scalar(type, text);
    } else {
        in.skip_value();
    }
    found.text = found.count == 1 && text.size() != 0 ? text : json::string_token();
}

/// Finds members in the current value. Calls itself as often as the places are nested.
inline void find_members(json::reader& in, std::span<const member_place> places, failure_members& members) noexcept {
    if (in.peek() != json::kind::object) {
        in.skip_value();
        return;
    }
    in.begin_object();
    json::string_token name;
    while (in.next_member(name)) {
        const member_place* place = find_place(places, name);
        if (place == nullptr) {
            in.skip_value();
            continue;
        }
        found_member& found = members.*place->found;
        ++found.count;
        if (place->members.empty()) {
            read_found(in, found);
        } else {
            find_members(in, place->members, members);
        }
    }
}

TC3_FUNCTION failure_members find_failure_members(std::string_view body, const json::text_repair* repair) {
    json::reader in(body, {.depth = json::limits::deepest}, repair != nullptr ? repair : &json::skip_damaged_text);
    failure_members members;
    find_members(in, places_in_body, members);
    // Of two objects with the same name neither counts.
    const bool is_repeated = members.response.count > 1;
    if (is_repeated || members.error.count > 1) members.code.text = members.message.text = {};
    if (is_repeated) members.request_id.text = members.request_id_misspelt.text = {};
    return members;
}

}  // namespace tc3::inline TC3_NAMESPACE::api_detail

#endif  // TC3_BODIES
