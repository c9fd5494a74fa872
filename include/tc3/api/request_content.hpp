// SPDX-License-Identifier: MIT
// What a request carries, before it is text: a typed question, ready JSON, or content in a form of the caller's own.
#pragma once

#include <tc3/api/action.hpp>
#include <tc3/api/codec.hpp>
#include <tc3/api/field_path.hpp>
#include <tc3/api/request_options.hpp>
#include <tc3/api/request_rules.hpp>
#include <tc3/core/ascii.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/sink.hpp>

#include <concepts>
#include <cstdint>
#include <string_view>

namespace tc3::inline v0_1 {

/// What goes with an action known at run time: its parameters as ready JSON (checked to be JSON, sent as they stand), or content of any
/// other type (not looked into).
template <class T>
concept content_of_request = std::convertible_to<const T&, std::string_view> || std::same_as<T, request_content>;

namespace detail {

/// Refers to the content of a request, whichever of the three it is.
class content_ref {
public:
    /// A typed question and its table.
    template <described_action Question>
    [[nodiscard]] static content_ref of(const Question& question) noexcept {
        return {question_fields<Question>(), &question};
    }
    [[nodiscard]] static content_ref of(std::string_view json) noexcept { return {form::json, {.body = json}}; }
    [[nodiscard]] static content_ref of(const request_content& content) noexcept { return {form::ready, content}; }

    /// The content type to send, given by the caller or usual for the method.
    [[nodiscard]] std::string_view type(http::method verb) const noexcept {
        if (!ready_.content_type.empty()) return ready_.content_type;
        return verb == http::method::get ? query_content_type : json_content_type;
    }
    /// The query of content that has one; that of JSON has to be made from it.
    [[nodiscard]] std::string_view query() const noexcept { return ready_.query; }
    [[nodiscard]] bool is_json() const noexcept { return form_ != form::ready; }

    /// Writes the body. A fault is left in `fault` and the field concerned, if there is one, in `field`; what was written is of no use
    /// then.
    void write(sink_ref out, error& fault, field_path& field) const {
        if (form_ == form::question) return write_question(out, fault, field);
        if (form_ == form::json) fault = validate_json();
        if (fault.code == errc::none) out.append(ready_.body);
    }

private:
    enum class form : std::uint8_t { question, json, ready };

    content_ref(field_table fields, const void* question) noexcept : form_(form::question), fields_(fields), question_(question) {}
    content_ref(form kind, const request_content& content) noexcept : form_(kind), ready_(content) {}

    void write_question(sink_ref out, error& fault, field_path& field) const {
        encoder json(out);
        json.write_object(fields_, question_);
        if (json.ok()) return;
        fault = json.fault();
        field = json.path();
    }
    [[nodiscard]] error validate_json() const noexcept {
        const std::string_view json = ready_.body;
        if (json.size() > largest_body) return {.code = errc::too_large, .where = part::body, .at = json.size(), .limit = largest_body};
        if (const auto valid = json::validate(json); !valid) return valid.error();
        const std::size_t first = ascii::find_not(json, ascii::is_space);
        if (json[first] != '{') return {.code = errc::wrong_type, .where = part::body, .at = first};
        return {};
    }

    form form_;
    field_table fields_ = {};
    const void* question_ = nullptr;
    request_content ready_ = {};
};

}  // namespace detail

/// Writes the body that a request for a question has, as JSON into any sink: for bodies that are streamed behind a head. Fails as
/// make_request does, with the error's `name` empty.
template <described_action Question, sink S>
[[nodiscard]] result<void, error> write_body(S& out, const Question& question) {
    error fault;
    field_path field;
    detail::content_ref::of(question).write(sink_ref(out), fault, field);
    if (fault.code != errc::none) return unexpected(fault);
    return {};
}

}  // namespace tc3::inline v0_1
