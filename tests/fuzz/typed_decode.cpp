// SPDX-License-Identifier: MIT
// A struct with every kind of field, read from any body: an output that was read can be written, and is read as the same output. The
// exception is base64 that is not standard, which is only read.
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

/// Returns whether a code is one of find_base64_error().
bool is_about_base64(tc3::errc code) {
    return (code >= tc3::errc::not_base64 && code <= tc3::errc::unpadded) || code == tc3::errc::unexpected_end;
}

/// Writes an output as JSON. If it has base64 that may not be sent, returns the path of the field.
template <class Output>
std::string encoded(const Output& output) {
    std::string text;
    tc3::sink_adapter to(text);
    tc3::encoder out(to);
    tc3::write_struct(out, output);
    if (is_about_base64(out.error().code)) return std::string(out.path().view());
    require(out.ok(), "an output that was read can be written");
    require(tc3::json::validate(text).has_value(), "a written output is JSON");
    return text;
}

/// Writes an output as JSON, or a failure as a line.
template <class Result>
std::string text_of(Result&& output) {
    if (output) {
        if (!output->needed) output->needed.emplace();  // required
        return encoded(*output);
    }
    std::string line;
    tc3::write_failure(line, output.error());
    return line;
}

/// Reads a body as an owning output.
std::string read_owning(std::string_view body) { return text_of(tc3::parse_body<support::every_kind>(body)); }

using borrowed_kind = support::basic_every_kind<tc3::borrowed>;

/// Reads a body in memory of a fixed size. Returns the size that is needed, or 0 if the memory suffices.
std::size_t parse_in(std::vector<char>& memory, std::string_view body, std::string& text) {
    tc3::workspace space{std::span<char>(memory)};
    auto output = tc3::parse_body<borrowed_kind>(body, space);
    const bool shortage = !output && output.error().reason.part == "workspace";
    const std::size_t needed = shortage ? output.error().reason.needed : 0;
    if (!shortage) text = text_of(output);
    return needed;
}

/// Returns whether the first error of a document is damaged text.
bool has_damaged_text(std::string_view body) {
    const auto valid = tc3::json::validate(body);
    return !valid && (valid.error().code == tc3::errc::invalid_utf8 || valid.error().code == tc3::errc::lone_surrogate);
}

/// Reads a body as a borrowed output, in memory of exactly the size that the error of a first attempt names. Repaired text is left out of
/// memory that is too small, so there is ample memory for damaged text.
std::string read_borrowed(std::string_view body) {
    std::string text;
    std::vector<char> memory;
    if (has_damaged_text(body)) {
        memory.resize(64 * body.size() + 1024);
        require(parse_in(memory, body, text) == 0, "ample memory suffices");
        return text;
    }
    const std::size_t needed = parse_in(memory, body, text);
    if (needed == 0) {  // with more memory a failure keeps its texts
        memory.resize(body.size() + tc3::field_path::longest);
        require(parse_in(memory, body, text) == 0, "more memory suffices");
        return text;
    }
    memory.resize(needed);
    require(parse_in(memory, body, text) == 0, "memory of the needed size suffices");
    memory.resize(needed - 1);
    memory.shrink_to_fit();
    std::string ignored;
    require(parse_in(memory, body, ignored) == needed, "one byte less does not suffice, and the needed size is the same");
    return text;
}

void check_round_trip(const support::every_kind& output) {
    const std::string text = encoded(output);
    const bool is_writable = tc3::find_base64_error(output.image.data()).code == tc3::errc::none;
    require(is_writable == (text != "Image"), "base64 is written if it is standard");
    if (!is_writable) return;
    const auto again = tc3::parse_body<support::every_kind>("{\"Response\":" + text + "}");
    require(again.has_value(), "a written output can be read");
    require(*again == output, "it is read as the same output");
    require(encoded(*again) == text, "it is written as the same text");
}

/// The texts of an output are UTF-8.
void check_texts(const support::every_kind& output) {
    for (const auto& text : {output.needed, output.text, output.json, output.default_}) {
        require(reference::is_utf8(text.value_or("")), "text is UTF-8");
    }
    for (const std::string& text : output.texts) require(reference::is_utf8(text), "text in a list is UTF-8");
}

void check_owning(std::string_view body) {
    auto output = tc3::parse_body<support::every_kind>(fuzz::exact_copy(body).view());  // the copy is destroyed: no view may remain
    if (!output) return;
    if (!output->needed) output->needed.emplace();
    check_texts(*output);
    check_round_trip(*output);
    require(encoded(*output) == read_owning(body), "a second reading gives the same output");
}

/// The strict rules of a server accept no object that a client rejects.
void check_server_rules(std::string_view object) {
    tc3::decoder in(object, tc3::server_rules);
    support::every_kind input;
    tc3::read_struct(in, input);
    in.json().finish();
    if (!in.ok()) {
        require(in.json().error().position <= object.size(), "an error is inside the text");
        require(in.path().view().size() <= tc3::field_path::longest, "the path of the field has a bounded size");
        return;
    }
    require(input.needed.has_value(), "a required field is set");
    const auto output = tc3::parse_body<support::every_kind>("{\"Response\":" + std::string(object) + "}");
    require(output && *output == input, "a client reads the same values");
}

/// What strict reading accepts, lenient reading reads to the same value without a deviation.
void check_leniency(std::string_view body) {
    const auto strict = tc3::parse_body<support::every_kind>(body, {.reading = tc3::strict_reading});
    tc3::deviation_report deviations;
    const auto lenient = tc3::parse_body<support::every_kind>(body, {.deviations = &deviations});
    for (const tc3::deviation& each : deviations) require(reference::is_utf8(to_string(each)), "a line of a deviation is UTF-8");
    if (!strict) return;
    require(lenient.has_value(), "lenient reading accepts what strict reading accepts");
    require(*lenient == *strict, "and reads the same value");
    require(deviations.empty(), "without a deviation");
}

/// The largest output of eKYC has lists of structs with structs. Its line for a log is JSON.
void check_largest_output(std::string_view body) {
    using largest = tc3::faceid::get_sdk_verification_result;
    const auto owning = tc3::parse_body<largest>(body);
    std::vector<char> memory(1U << 16U);
    tc3::workspace space{std::span<char>(memory)};
    const auto borrowed = tc3::parse_body<tc3::faceid::basic_get_sdk_verification_result<tc3::borrowed>>(body, space);
    if (!borrowed && borrowed.error().reason.part == "workspace") return;
    require(owning.has_value() == borrowed.has_value(), "owning and borrowed output succeed or fail together");
    if (!owning) return;
    require(encoded(*owning) == encoded(*borrowed), "owning and borrowed output are equal");
    const std::string line = tc3::to_redacted_string(*owning);
    require(tc3::json::validate(line).has_value(), "a line for a log is JSON");
    require(line == tc3::to_redacted_string(*borrowed), "owning and borrowed output have the same line for a log");
}

}  // namespace

void fuzz::run(std::string_view input) {
    check_owning(input);
    require(read_borrowed(input) == read_owning(input), "owning and borrowed output are equal");
    check_server_rules(input);
    const std::string enveloped = "{\"Response\":" + std::string(input) + "}";
    check_owning(enveloped);
    check_leniency(input);
    check_leniency(enveloped);
    check_largest_output(enveloped);
    require(read_borrowed(enveloped) == read_owning(enveloped), "owning and borrowed output are equal");
}
