// SPDX-License-Identifier: MIT
// Answers that say yes and have all fields: what the emulator says unless a test says otherwise.
#pragma once

#include <tc3/faceid/faceid.hpp>
#include <tc3/json/read.hpp>
#include <tc3/json/write.hpp>
#include <tc3/model/codec.hpp>
#include <tc3/testing/decision.hpp>
#include <tc3/testing/faceid/outputs.hpp>

#include <cstddef>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

namespace tc3::inline v0_1::testing {

/// The answer to an input of eKYC that passed, with a value in every field but `request_id` and those that would accuse somebody, as
/// warnings and traces of an attack; a test changes what it is about:
///
///     auto answer = testing::passed<faceid::get_liveness_result>();
///     answer.result = "1005";
///
/// Files are empty ones, at addresses that lead nowhere (RFC 2606).
template <described_action Input>
[[nodiscard]] output_of_t<Input> passed();

namespace detail {

[[nodiscard]] constexpr std::string_view find_text(std::span<const named_text> texts, std::string_view name) noexcept {
    for (const named_text& each : texts) {
        if (each.name == name) return each.text;
    }
    return "null";
}

/// Writes a text with those that it names, and without ends of line. They are the library's own: none names itself.
inline void write_full(std::string& out, std::string_view text) {
    for (std::size_t end = 0; !text.empty(); text.remove_prefix(end)) {
        if (text.starts_with("\"@")) {
            end = text.find('"', 1) + 1;
            write_full(out, find_text(faceid_types, text.substr(2, end - 3)));
        } else {
            end = 1;
            if (text.front() != '\n') out.push_back(text.front());
        }
    }
}

/// The members of an action's answer as the text of a JSON object.
[[nodiscard]] inline std::string full_output(std::string_view action) {
    std::string text;
    write_full(text, find_text(faceid_outputs, action));
    return text;
}

/// A member that has another value than the full answer.
struct changed_member {
    std::string_view name;
    std::string_view text;
    bool is_text = true;  ///< else a number
};

[[nodiscard]] inline const changed_member* find_change(std::initializer_list<changed_member> changes, std::string_view name) noexcept {
    for (const changed_member& each : changes) {
        if (each.name == name) return &each;
    }
    return nullptr;
}

/// The same with other values of some members.
[[nodiscard]] inline result<std::string, rejected> full_output(std::string_view action, std::initializer_list<changed_member> changes) {
    const std::string full = full_output(action);
    std::string changed;
    json::writer out(changed);
    out.begin_object();
    json::reader in(full);
    json::string_token name;
    in.begin_object();
    while (in.next_member(name)) {
        const std::size_t start = in.position();
        in.skip_value();
        const changed_member* change = find_change(changes, name.raw());  // the library's own names have no escapes
        out.name(name.raw());
        if (change == nullptr) {
            out.raw(in.since(start));
        } else if (change->is_text) {
            out.string(change->text);
        } else {
            out.raw(change->text);
        }
    }
    out.end_object();
    if (!out.ok()) return reject(rejection::output, ": it has text that is not UTF-8");
    return changed;
}

}  // namespace detail

template <described_action Input>
output_of_t<Input> passed() {
    const std::string text = detail::full_output(action_of<Input>.name);
    output_of_t<Input> output;
    decoder in(text);
    read_struct(in, output);
    return output;
}

}  // namespace tc3::inline v0_1::testing
