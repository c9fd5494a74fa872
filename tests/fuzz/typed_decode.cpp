// SPDX-License-Identifier: MIT
// A struct with every kind of field, read from any body: what was read is written, and reads back as the same.
#include "../support/every_kind.hpp"
#include "reference.hpp"
#include "target.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

using fuzz::require;

namespace {

/// An answer as JSON, which holds all that was read.
template <class Output>
std::string encoded(const Output& output) {
    std::string text;
    tc3::encoder out(text);
    tc3::write_struct(out, output);
    require(out.ok(), "what was read can be written");
    require(tc3::json::validate(text).has_value(), "as JSON");
    return text;
}

template <class Outcome>
std::string told(Outcome&& outcome) {
    if (outcome) {
        if (!outcome->needed) outcome->needed.emplace();  // an input can't be written without it
        return encoded(*outcome);
    }
    std::string line;
    tc3::write_failure(line, outcome.error());
    return line;
}

/// What a body comes to, when its answer owns its memory: the answer as JSON, or the failure as a line.
std::string outcome_owning(std::string_view body) { return told(tc3::parse_body<support::every_kind>(body)); }

using borrowed_kind = support::basic_every_kind<tc3::borrowed>;

auto parse_in(std::vector<char>& memory, std::string_view body, std::string& said) {
    tc3::workspace space{std::span<char>(memory)};
    auto outcome = tc3::parse_body<borrowed_kind>(body, space);
    const bool shortage = !outcome && outcome.error().reason.part == "workspace";
    const std::size_t needed = shortage ? outcome.error().reason.needed : 0;
    if (!shortage) said = told(outcome);
    return needed;
}

/// The same in memory of the caller's, which has just the size that the first try asked for.
std::string outcome_borrowed(std::string_view body) {
    std::string said;
    std::vector<char> memory;
    const std::size_t needed = parse_in(memory, body, said);
    if (needed == 0) {  // texts of a failure are kept where there is room for them
        memory.resize(body.size() + tc3::field_path::longest);
        require(parse_in(memory, body, said) == 0, "more is enough as well");
        return said;
    }
    memory.resize(needed);
    require(parse_in(memory, body, said) == 0, "the size that was asked for is enough");
    memory.resize(needed - 1);
    memory.shrink_to_fit();
    std::string unsaid;
    require(parse_in(memory, body, unsaid) == needed, "no less is, and the size that is asked for stays the same");
    return said;
}

void comes_back(const support::every_kind& output) {
    const std::string text = encoded(output);
    const auto again = tc3::parse_body<support::every_kind>("{\"Response\":" + text + "}");
    require(again.has_value(), "what was written can be read");
    require(*again == output, "and is equal");
    require(encoded(*again) == text, "and is written alike");
}

/// The texts of an answer are copies, and decoded.
void holds_good_text(const support::every_kind& output) {
    for (const auto& text : {output.needed, output.text, output.json, output.default_}) {
        require(reference::is_utf8(text.value_or("")), "text is UTF-8");
    }
    for (const std::string& text : output.texts) require(reference::is_utf8(text), "text in a list is UTF-8");
}

void is_read_owning(std::string_view body) {
    auto output = tc3::parse_body<support::every_kind>(fuzz::exact_copy(body).view());  // the body is gone by now
    if (!output) return;
    if (!output->needed) output->needed.emplace();
    holds_good_text(*output);
    comes_back(*output);
    require(encoded(*output) == outcome_owning(body), "the same body has the same outcome");
}

/// A server reads the object alone, and takes nothing that a client would refuse.
void is_read_by_a_server(std::string_view object) {
    tc3::decoder in(object, tc3::server_rules);
    support::every_kind input;
    tc3::read_struct(in, input);
    in.json().finish();
    if (!in.ok()) {
        require(in.json().error().position <= object.size(), "a fault lies in the text");
        require(in.path().view().size() <= tc3::field_path::longest, "the path is short");
        return;
    }
    require(input.needed.has_value(), "a required field is there");
    const auto output = tc3::parse_body<support::every_kind>("{\"Response\":" + std::string(object) + "}");
    require(output && *output == input, "a client reads the same");
}

/// The largest of eKYC's answers: lists of structs of structs. As a line for a log it is JSON, whatever stands in it.
void is_read_as_the_heaviest(std::string_view body) {
    using heaviest = tc3::faceid::get_sdk_verification_result;
    const auto owned = tc3::parse_body<heaviest>(body);
    std::vector<char> memory(1U << 16U);
    tc3::workspace space{std::span<char>(memory)};
    const auto viewed = tc3::parse_body<tc3::faceid::basic_get_sdk_verification_result<tc3::borrowed>>(body, space);
    if (!viewed && viewed.error().reason.part == "workspace") return;
    require(owned.has_value() == viewed.has_value(), "an answer is one wherever it lives");
    if (!owned) return;
    require(encoded(*owned) == encoded(*viewed), "and the same");
    const std::string line = tc3::to_redacted_string(*owned);
    require(tc3::json::validate(line).has_value(), "a line for a log is JSON");
    require(line == tc3::to_redacted_string(*viewed), "and the same");
}

}  // namespace

void fuzz::run(std::string_view input) {
    is_read_owning(input);
    require(outcome_borrowed(input) == outcome_owning(input), "an answer is the same wherever it lives");
    is_read_by_a_server(input);
    const std::string enveloped = "{\"Response\":" + std::string(input) + "}";
    is_read_owning(enveloped);
    is_read_as_the_heaviest(enveloped);
    require(outcome_borrowed(enveloped) == outcome_owning(enveloped), "an answer is the same wherever it lives");
}
