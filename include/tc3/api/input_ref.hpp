// SPDX-License-Identifier: MIT
// The input of a request in one type: a described struct, ready JSON, or content of another kind.
#pragma once

#include <tc3/api/request_options.hpp>
#include <tc3/core/ascii.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/result.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/json/read.hpp>
#include <tc3/model/action.hpp>
#include <tc3/model/codec.hpp>
#include <tc3/model/encoder.hpp>
#include <tc3/validation/first_error.hpp>

#include <concepts>
#include <cstddef>
#include <string_view>

namespace tc3::inline v0_1 {

/// The input of an action that is known only at run time: JSON text, which is validated and sent unchanged, or a request_content, whose
/// bytes are sent without a check.
template <class T>
concept json_or_content = std::convertible_to<const T&, std::string_view> || std::same_as<T, request_content>;

/// Writes the body of a request as JSON into any sink, for bodies that are streamed after the head (request_options::stream_body).
///
/// Errors: those of make_request() that concern a field. The error has no `name`. The size is not limited: that is done when the head is
/// made.
/// Cost: linear; no allocation.
template <has_action Input, sink S>
[[nodiscard]] result<void, error> write_body(S& out, const Input& input);

/// Refers to the input of a request. It carries the function that writes the input, so that a program links only the writers that it uses.
///
/// Lifetime: refers to the input.
class input_ref {
public:
    template <has_action Input>
    [[nodiscard]] static input_ref of(const Input& input) noexcept {
        return input_ref(write_struct, &input, writing_table_of<Input>());
    }
    [[nodiscard]] static input_ref of(std::string_view json) noexcept { return {write_json, {.body = json}}; }
    [[nodiscard]] static input_ref of(const request_content& content) noexcept { return {write_content, content}; }

    /// Returns the content type of the caller, or the usual one for the method.
    [[nodiscard]] const std::string_view& content_type(http::method method) const noexcept {
        if (!content_.content_type.empty()) return content_.content_type;
        return method == http::method::get ? query_content_type : json_content_type;
    }
    /// Returns the query of a request_content. A struct and JSON have none: see query.hpp.
    [[nodiscard]] const std::string_view& query() const noexcept { return content_.query; }
    /// Returns whether the input is a struct or JSON.
    [[nodiscard]] bool is_json() const noexcept { return write_ != write_content; }

    /// Writes the body. If that fails, adds the error to `errors` and writes the path of the field, if one is concerned, to `field`; the
    /// text in `out` is then incomplete.
    void write(any_sink& out, first_error& errors, any_sink& field) const { write_(*this, out, errors, field); }

private:
    using writer = void (*)(const input_ref& input, any_sink& out, first_error& errors, any_sink& field);

    input_ref(writer function, const request_content& content) noexcept : write_(function), content_(content) {}
    input_ref(writer function, const void* object, writing_table fields) noexcept : write_(function), fields_(fields), object_(object) {}

    static void write_struct(const input_ref& input, any_sink& out, first_error& errors, any_sink& field) {
        encoder json(out);
        json.write_object(input.fields_, input.object_);
        if (json.ok()) return;
        errors.add(json.error());
        field.append(json.path().view());
    }
    static void write_json(const input_ref& input, any_sink& out, first_error& errors, any_sink&) {
        check_json(errors, input.content_.body);
        if (errors.ok()) out.append(input.content_.body);
    }
    static void write_content(const input_ref& input, any_sink& out, first_error&, any_sink&) { out.append(input.content_.body); }

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
    const void* object_ = nullptr;
    request_content content_ = {};
};

template <has_action Input, sink S>
result<void, error> write_body(S& out, const Input& input) {
    first_error errors;
    counting_sink unused;
    sink_adapter field(unused);
    any_sink_of<S> to(out);
    input_ref::of(input).write(to, errors, field);
    return errors.to_result();
}

}  // namespace tc3::inline v0_1
