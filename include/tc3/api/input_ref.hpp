// SPDX-License-Identifier: MIT
// The input of a request in one type: a described struct, ready JSON, or content of another type.
#pragma once

#include <tc3/api/own_headers.hpp>
#include <tc3/api/request_options.hpp>
#include <tc3/core/ascii.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/core/text_literal.hpp>
#include <tc3/model/action.hpp>
#include <tc3/model/codec.hpp>

#include <concepts>
#include <cstddef>
#include <string_view>

namespace tc3::inline v0_1 {

/// What goes with an action known at run time: its parameters as ready JSON (checked to be JSON, sent as they stand), or content of any
/// other type (not looked into).
template <class T>
concept content_of_request = std::convertible_to<const T&, std::string_view> || std::same_as<T, request_content>;

/// Refers to the input of a request: a described struct, ready JSON, or content of another type. It carries its writer, so that a program
/// links only the writers that it uses.
///
/// Lifetime: refers to the input.
class input_ref {
public:
    /// A typed input and its table.
    template <described_action Input>
    [[nodiscard]] static input_ref of(const Input& input) noexcept {
        input_ref made(write_input, {});
        made.fields_ = writing_table_of<Input>();
        made.input_ = &input;
        return made;
    }
    [[nodiscard]] static input_ref of(std::string_view json) noexcept { return {write_json, {.body = json}}; }
    [[nodiscard]] static input_ref of(const request_content& content) noexcept { return {write_ready, content}; }

    /// The content type to send, given by the caller or usual for the method.
    [[nodiscard]] const std::string_view& type(http::method verb) const noexcept {
        if (!ready_.content_type.empty()) return ready_.content_type;
        return verb == http::method::get ? query_content_type : json_content_type;
    }
    /// The query of content that brings one. Content that is JSON has none yet.
    [[nodiscard]] const std::string_view& query() const noexcept { return ready_.query; }
    [[nodiscard]] bool is_json() const noexcept { return write_ != write_ready; }

    /// Writes the body. A fault is added to `errors` and the path of the field concerned, if there is one, written to `field`; what was
    /// written is of no use then.
    void write(any_sink& out, first_error& errors, any_sink& field) const { write_(*this, out, errors, field); }

private:
    using writer = void (*)(const input_ref& content, any_sink& out, first_error& errors, any_sink& field);

    input_ref(writer how, const request_content& content) noexcept : write_(how), ready_(content) {}

    static void write_input(const input_ref& content, any_sink& out, first_error& errors, any_sink& field) {
        encoder json(out);
        json.write_object(content.fields_, content.input_);
        if (json.ok()) return;
        errors.add(json.error());
        field.append(json.path().view());
    }
    static void write_ready(const input_ref& content, any_sink& out, first_error&, any_sink&) { out.append(content.ready_.body); }
    static void write_json(const input_ref& content, any_sink& out, first_error& errors, any_sink&) {
        check_json(errors, content.ready_.body);
        if (errors.ok()) out.append(content.ready_.body);
    }
    static void check_json(first_error& errors, std::string_view json) noexcept {
        errors.check_size("body", json.size(), largest_body);
        if (!errors.ok()) return;
        if (const auto valid = json::validate(json); !valid) {
            errors.add(valid.error());
            return;
        }
        const std::size_t first = ascii::find_not(json, ascii::is_space);
        if (json[first] != '{') errors.add(errc::wrong_type, "body", first);
    }

    writer write_;
    writing_table fields_ = {};
    const void* input_ = nullptr;
    request_content ready_ = {};
};

/// Writes the body that a request for an input has, as JSON into any sink: for bodies that are streamed behind a head. Fails as
/// make_request does, with the error's `name` empty.
template <described_action Input, sink S>
[[nodiscard]] result<void, error> write_body(S& out, const Input& input) {
    first_error errors;
    counting_sink nowhere;
    sink_adapter field(nowhere);
    any_sink_of<S> to(out);
    input_ref::of(input).write(to, errors, field);
    return errors.to_result();
}

}  // namespace tc3::inline v0_1
