// SPDX-License-Identifier: MIT
// Outputs of eKYC for a person who passed, with a value in every field: the emulator's replies unless a test scripts others.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/result.hpp>
#include <tc3/core/text_scanner.hpp>
#include <tc3/faceid/faceid.hpp>
#include <tc3/json/read.hpp>
#include <tc3/json/write.hpp>
#include <tc3/model/codec.hpp>
#include <tc3/model/strict_reading.hpp>
#include <tc3/testing/decision.hpp>
#include <tc3/testing/faceid/outputs.hpp>

#include <cstddef>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::testing {

/// Returns the output of an eKYC action for a person who passed. A test changes the fields that it is about:
///
///     auto output = testing::passed<faceid::get_liveness_result>();
///     output.result = "1005";
///
/// Every field has a value except `request_id`. Texts and lists that report something against the person, such as warnings and traces of an
/// attack, are set and empty. Files are empty; their addresses lead nowhere (RFC 2606).
template <has_action Input>
[[nodiscard]] output_of_t<Input> passed();

namespace faceid_detail {

/// Returns the output of an action for a person who passed, as the text of a JSON object.
[[nodiscard]] std::string passed_members(std::string_view action);

/// Returns a text of outputs.hpp or failed.hpp as JSON: each "@Type" is replaced by the text of that type, line ends are removed.
[[nodiscard]] std::string expanded(std::string_view text);

/// Another value for a member of an output.
struct changed_member {
    std::string_view name;
    std::string_view value;
    bool is_text = true;  ///< false: the value is a number
};

/// Returns the text of a JSON object with other values of some members. Changes of members that it does not have are ignored.
///
/// Errors: rejection::output for a value that is not UTF-8.
[[nodiscard]] written_output changed_members(std::string_view members, std::initializer_list<changed_member> changes);

/// Returns passed_members(action) with other values of some members.
///
/// Errors: rejection::output for a value that is not UTF-8.
[[nodiscard]] written_output passed_members_with(std::string_view action, std::initializer_list<changed_member> changes);

/// Returns the text of a name; "null" for a name that the list does not have.
[[nodiscard]] constexpr std::string_view find_text(std::span<const named_text> texts, std::string_view name) noexcept {
    for (const named_text& each : texts) {
        if (each.name == name) return each.text;
    }
    return "null";
}

}  // namespace faceid_detail

template <has_action Input>
output_of_t<Input> passed() {
    const std::string text = faceid_detail::passed_members(action_of<Input>.name);
    output_of_t<Input> output;
    decoder in(text, strict_reading);
    read_struct(in, output);
    return output;
}

}  // namespace tc3::inline TC3_NAMESPACE::testing

#if defined(TC3_BODIES)

namespace tc3::inline TC3_NAMESPACE::testing::faceid_detail {

inline void write_without_line_ends(std::string& out, std::string_view text) {
    for (text_scanner rest(text); !rest.empty();) out.append(rest.take_part("\n"));
}

// No type contains itself, so the recursion ends.
inline void write_expanded(std::string& out, std::string_view text) {
    text_scanner rest(text);
    while (!rest.empty()) {
        write_without_line_ends(out, rest.take_part("\"@"));
        if (const auto type = rest.take_until("\"")) write_expanded(out, find_text(type_texts, *type));
    }
}

TC3_FUNCTION std::string expanded(std::string_view text) {
    std::string members;
    write_expanded(members, text);
    return members;
}

TC3_FUNCTION std::string passed_members(std::string_view action) { return expanded(find_text(output_texts, action)); }

[[nodiscard]] inline const changed_member* find_change(std::initializer_list<changed_member> changes, std::string_view name) noexcept {
    for (const changed_member& each : changes) {
        if (each.name == name) return &each;
    }
    return nullptr;
}

TC3_FUNCTION written_output passed_members_with(std::string_view action, std::initializer_list<changed_member> changes) {
    return changed_members(passed_members(action), changes);
}

TC3_FUNCTION written_output changed_members(std::string_view members, std::initializer_list<changed_member> changes) {
    std::string changed;
    json::writer out(changed);
    out.begin_object();
    json::reader in(members);
    json::string_token name;
    in.begin_object();
    while (in.next_member(name)) {
        const std::size_t start = in.position();
        in.skip_value();
        const std::string_view wire_name = name.raw();  // names of the API have no escapes
        const changed_member* change = find_change(changes, wire_name);
        out.name(wire_name);
        if (change == nullptr) {
            out.raw(in.since(start));
        } else if (change->is_text) {
            out.string(change->value);
        } else {
            out.raw(change->value);
        }
    }
    out.end_object();
    if (!out.ok()) return reject(rejection::output, ": it has text that is not UTF-8");
    return changed;
}

}  // namespace tc3::inline TC3_NAMESPACE::testing::faceid_detail

#endif  // TC3_BODIES
