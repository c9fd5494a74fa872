// SPDX-License-Identifier: MIT
// Reads the parameters of a request into an input, as strictly as the service does, and names the parameter that is wrong.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/ascii.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/result.hpp>
#include <tc3/model/codec.hpp>
#include <tc3/model/server_rules.hpp>
#include <tc3/testing/decision.hpp>
#include <tc3/testing/query_form.hpp>
#include <tc3/testing/received_message.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace tc3::inline TC3_NAMESPACE::testing {

/// The input that read_input() fills, without its type: one function reads all inputs.
///
/// Lifetime: refers to the input.
struct input_target {
    reading_table fields;
    void* input;
    std::string_view closed_set_as_type = {};  ///< a parameter whose value outside its closed set is rejected as a wrong type

    template <class Input>
    [[nodiscard]] static input_target of(Input& input TC3_LIFETIMEBOUND) noexcept {
        return {reading_table_of<Input>(), &input};
    }
};

/// Reads the body of a POST or the query of a GET.
///
/// Errors: unknown_parameter, missing_parameter, parameter_value or parameter; the message names the parameter, and for a POST the byte.
[[nodiscard]] result<void, rejected_request> read_input(const received_message& message, const input_target& target);

/// Returns whether the Content-Type is that of JSON for a POST, or of a query for a GET. Its parameters, as charset, are ignored.
[[nodiscard]] bool has_parameter_content_type(const received_message& message) noexcept;

namespace detail {

[[nodiscard]] constexpr rejection rejection_of(errc code) noexcept {
    switch (code) {
        case errc::unknown_member: return rejection::unknown_parameter;
        case errc::missing: return rejection::missing_parameter;
        case errc::not_allowed:
        case errc::too_large:
        case errc::out_of_range: return rejection::parameter_value;
        default: return rejection::parameter;
    }
}

/// An error with its own copy of the parameter's name, "Filters[2].Name", since the decoder's path does not outlive the reading.
struct parameter_error {
    tc3::error error = {};
    std::string name = {};  ///< empty for an error of the document as a whole
};

}  // namespace detail

}  // namespace tc3::inline TC3_NAMESPACE::testing

#if defined(TC3_BODIES)

namespace tc3::inline TC3_NAMESPACE::testing {

namespace detail {

/// Makes the rejection for an error. Its message is "Filters[2].Name has another type than expected, at byte 17 of the body".
[[nodiscard]] inline unexpected<rejected_request> reject_parameter(parameter_error wrong, std::string_view closed_set_as_type) {
    wrong.error.name = wrong.name;
    const bool counts_as_type = wrong.error.code == errc::not_allowed && wrong.name == closed_set_as_type;
    const rejection reason = counts_as_type ? rejection::parameter : rejection_of(wrong.error.code);
    rejected_request rejected{reason, {std::string(code_of(reason)), {}}};
    write_error(rejected.error.message, wrong.error);
    return unexpected(std::move(rejected));
}

[[nodiscard]] inline result<void, parameter_error> read_json(std::string_view json, const input_target& target) {
    decoder in(json, server_rules);
    in.read_object(target.fields, target.input);
    in.json().finish();
    if (in.ok()) return {};

    parameter_error wrong{in.json().error(), std::string(in.path().view())};
    const bool is_nameless = wrong.error.code == errc::unknown_member && wrong.name.empty();  // the member ""
    if (is_nameless) wrong.name = "a member";
    return unexpected(std::move(wrong));
}

/// Reads a query. Whenever the reader expects a text where json() wrote a number or boolean, that value becomes a text and reading starts
/// the same members again. The loop ends because each round changes one value.
[[nodiscard]] inline result<void, rejected_request> read_query(std::string_view query, const input_target& target) {
    auto form = query_form::parse(query);
    if (!form) return unexpected(std::move(form).error());
    for (;;) {
        const auto json = form->json();
        if (!json) return unexpected(json.error());
        auto read = read_json(*json, target);
        if (read) return {};
        parameter_error wrong = std::move(read).error();
        const bool became_text = wrong.error.code == errc::wrong_type && form->make_text(wrong.error.position);
        if (!became_text) {
            wrong.error.position = error::no_position;  // a byte of the JSON here would mean nothing to the client
            return reject_parameter(std::move(wrong), target.closed_set_as_type);
        }
    }
}

}  // namespace detail

TC3_FUNCTION result<void, rejected_request> read_input(const received_message& message, const input_target& target) {
    if (message.method == http::method::get) return detail::read_query(message.query, target);
    auto read = detail::read_json(message.body, target);
    if (!read) return detail::reject_parameter(std::move(read).error(), target.closed_set_as_type);
    return {};
}

TC3_FUNCTION bool has_parameter_content_type(const received_message& message) noexcept {
    const std::string_view value = message.value_of("content-type");
    const std::string_view type = ascii::trim(value.substr(0, value.find(';')));
    return ascii::equal_lower(type, message.method == http::method::post ? json_content_type : query_content_type);
}

}  // namespace tc3::inline TC3_NAMESPACE::testing

#endif  // TC3_BODIES
