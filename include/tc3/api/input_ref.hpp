// SPDX-License-Identifier: MIT
// The parameter for inputs: a described struct, or an action that is known only at run time with JSON or other content.
#pragma once

#include <tc3/api/request_options.hpp>
#include <tc3/config.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/result.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/http/message.hpp>
#include <tc3/model/action.hpp>
#include <tc3/model/codec.hpp>
#include <tc3/validation/first_error.hpp>

#include <concepts>
#include <cstddef>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE {

/// Content that is neither a struct nor JSON: multipart, octet-stream, or a query that is encoded already. It is signed and sent unchanged.
/// The body is not parsed; type and query must be valid text of a header and of a URL.
///
/// Lifetime: refers to the body, the type and the query.
struct request_content {
    std::string_view body = {};
    std::string_view content_type = {};  ///< signed as it is, with the boundary; empty: JSON for POST, a form for GET
    std::string_view query = {};         ///< the query of a GET, without '?'
};

/// Writes the body of a request as JSON into any sink, for bodies that are streamed after the head (request_options::stream_body).
///
/// Errors: those of make_request() that concern a field. The error has no `name`. The size is not limited: that is done when the head is
/// made.
/// Cost: linear; no allocation.
template <has_action Input, sink S>
[[nodiscard]] result<void, error> write_body(S& out, const Input& input);

/// Refers to an input: a described struct, `{action, json}` or `{action, content}`. It is for parameters only: do not keep one.
///
///     make_request(faceid::apply_liveness_token{.secure_level = "4"}, profile, now);
///     make_request({describe_zones, R"({"Limit":10})"}, profile, now);
///
/// Lifetime: refers to action and input.
class input_ref {
public:
    /// Refers to a struct such as faceid::apply_liveness_token.
    template <has_action Input>
    input_ref(const Input& input TC3_LIFETIMEBOUND) noexcept  // NOLINT: implicit, it is a parameter
        : action_(action_of<Input>), write_(write_struct), object_(&input), fields_(writing_table_of<Input>()) {}
    /// Refers to JSON text, which is validated and sent unchanged.
    template <std::convertible_to<std::string_view> Json>
    input_ref(const tc3::action& action TC3_LIFETIMEBOUND, const Json& json TC3_LIFETIMEBOUND) noexcept
        : action_(action), write_(write_json), content_{.body = json} {}
    /// Refers to the texts of a content of another kind.
    input_ref(const tc3::action& action TC3_LIFETIMEBOUND, const request_content& content) noexcept
        : action_(action), write_(write_content), is_json_(false), content_(content) {}
    /// Gives every other type a message of the compiler that helps.
    template <class NotInput>
        requires(!has_action<NotInput> && !std::derived_from<NotInput, input_ref>)
    input_ref(const NotInput&) noexcept  // NOLINT: implicit, as that of an input
        : input_ref(tc3::action(), request_content()) {
        static_assert(has_action<NotInput>, "not an input: pass {action, json}, or specialise tc3::action_of for the type");
    }

    [[nodiscard]] const tc3::action& action() const noexcept { return action_; }
    /// Returns the content type that was passed, or the usual one for the method.
    [[nodiscard]] const std::string_view& content_type(http::method method) const noexcept;
    /// Returns the query of a request_content. A struct and JSON have none: see query.hpp.
    [[nodiscard]] const std::string_view& query() const noexcept { return content_.query; }
    /// Returns whether the input is a struct or JSON.
    [[nodiscard]] bool is_json() const noexcept { return is_json_; }

    /// Writes the body. If that fails, adds the error to `errors` and writes the path of the field, if one is concerned, to `field`; the
    /// text in `out` is then incomplete.
    void write(any_sink& out, first_error& errors, any_sink& field) const { write_(*this, out, errors, field); }
    /// Writes the body of a struct without its images. Adds the size of what is left out, which is all for JSON and other content, to
    /// `left_out`. Returns false if the body has an error; it may have one that write() finds only.
    [[nodiscard]] bool write_draft(any_sink& out, std::size_t& left_out) const;

private:
    // The function that writes the input is a member, so that a program links only the writers that it uses.
    using writer = void (*)(const input_ref& input, any_sink& out, first_error& errors, any_sink& field);

    static void write_struct(const input_ref& input, any_sink& out, first_error& errors, any_sink& field);
    static void write_json(const input_ref& input, any_sink& out, first_error& errors, any_sink& field);
    static void write_content(const input_ref& input, any_sink& out, first_error& errors, any_sink& field);
    static void check_json(first_error& errors, std::string_view json) noexcept;

    const tc3::action& action_;
    writer write_;
    bool is_json_ = true;
    const void* object_ = nullptr;  // the struct
    writing_table fields_ = {};     // of the struct
    request_content content_ = {};  // its body is the JSON text, if there is no struct
};

/// Refers to the input of an action that is known only at run time: what call() and call_async() take in place of a struct.
///
/// Lifetime: refers to the action and to the text of JSON or content: keep these in variables if you keep it in one.
class untyped_input : public input_ref {
public:
    /// Refers to JSON text, which is validated and sent unchanged.
    template <std::convertible_to<std::string_view> Json>
    untyped_input(const tc3::action& action TC3_LIFETIMEBOUND, const Json& json TC3_LIFETIMEBOUND) noexcept : input_ref(action, json) {}
    /// Refers to the texts of a content of another kind.
    untyped_input(const tc3::action& action TC3_LIFETIMEBOUND, const request_content& content) noexcept : input_ref(action, content) {}
};

template <has_action Input, sink S>
result<void, error> write_body(S& out, const Input& input) {
    first_error errors;
    counting_sink unused;
    sink_adapter field(unused);
    any_sink_of<S> to(out);
    input_ref(input).write(to, errors, field);
    return errors.to_result();
}

}  // namespace tc3::inline TC3_NAMESPACE

#if defined(TC3_BODIES)

#include <tc3/core/ascii.hpp>
#include <tc3/json/read.hpp>
#include <tc3/model/draft_encoder.hpp>
#include <tc3/model/encoder.hpp>

namespace tc3::inline TC3_NAMESPACE {

TC3_FUNCTION const std::string_view& input_ref::content_type(http::method method) const noexcept {
    if (!content_.content_type.empty()) return content_.content_type;
    return method == http::method::get ? query_content_type : json_content_type;
}

TC3_FUNCTION void input_ref::write_struct(const input_ref& input, any_sink& out, first_error& errors, any_sink& field) {
    encoder json(out);
    json.write_object(input.fields_, input.object_);
    if (json.ok()) return;
    errors.add(json.error());
    field.append(json.path().view());
}

TC3_FUNCTION bool input_ref::write_draft(any_sink& out, std::size_t& left_out) const {
    left_out += content_.body.size();
    if (object_ == nullptr) return true;
    draft_encoder json(out);
    json.write_object(fields_, object_);
    left_out += json.left_out();
    return json.ok();
}

TC3_FUNCTION void input_ref::write_json(const input_ref& input, any_sink& out, first_error& errors, any_sink&) {
    check_json(errors, input.content_.body);
    if (errors.ok()) out.append(input.content_.body);
}

TC3_FUNCTION void input_ref::write_content(const input_ref& input, any_sink& out, first_error&, any_sink&) {
    out.append(input.content_.body);
}

TC3_FUNCTION void input_ref::check_json(first_error& errors, std::string_view json) noexcept {
    errors.check_size("body", json.size(), largest_body);
    if (!errors.ok()) return;
    if (const auto valid = json::validate(json); !valid) return errors.add(valid.error());
    const std::size_t first = ascii::find_not(json, ascii::is_space);
    if (json[first] != '{') errors.add(errc::wrong_type, "body", first);
}

}  // namespace tc3::inline TC3_NAMESPACE

#endif  // TC3_BODIES
