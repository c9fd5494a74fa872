// SPDX-License-Identifier: MIT
// Reads the parameters of a request into a question, as strictly as the service does, and names the parameter that is wrong.
#pragma once

#include <tc3/api/codec.hpp>
#include <tc3/api/server_rules.hpp>
#include <tc3/encoding/percent.hpp>
#include <tc3/testing/decision.hpp>
#include <tc3/testing/received_message.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace tc3::inline v0_1::testing::detail {

/// Reads the body of a POST or the query of a GET. Of a query, only text fields of the top level.
[[nodiscard]] inline result<void, refused> read_question(const received_message& message, reading_table fields, void* question);

/// Whether the content type fits the method. Parameters of the type, as a charset, are not looked at.
[[nodiscard]] inline bool has_parameter_type(const received_message& message) noexcept {
    const std::string_view value = message.value_of("Content-Type");
    const std::string_view type = ascii::trim(value.substr(0, value.find(';')));
    return ascii::equal_lower(type, message.method == http::method::post ? json_content_type : query_content_type);
}

[[nodiscard]] constexpr cause cause_of(errc fault) noexcept {
    switch (fault) {
        case errc::unknown_member: return cause::unknown_parameter;
        case errc::missing: return cause::missing_parameter;
        case errc::not_allowed:
        case errc::out_of_range: return cause::parameter_value;
        default: return cause::parameter;
    }
}

/// A fault of a parameter and its name, "Filters[2].Name"; empty where it concerns none.
struct parameter_fault {
    error fault = {};
    std::string name = {};
};

/// The fault in words: "Filters[2].Name has another type than expected, at byte 17 of the body".
[[nodiscard]] inline unexpected<refused> refuse(parameter_fault why) {
    why.fault.name = why.name;
    const cause where = cause_of(why.fault.code);
    refused made{where, {std::string(code_of(where)), {}}};
    write_error(made.error.message, why.fault);
    return unexpected(std::move(made));
}

[[nodiscard]] inline result<void, parameter_fault> read_json(std::string_view json, reading_table fields, void* question) {
    decoder in(json, server_rules);
    const object_part part{fields, question};
    in.read_object({&part, 1});
    in.json().finish();
    if (in.ok()) return {};

    parameter_fault why{in.json().fault(), std::string(in.path().view())};
    if (why.fault.code == errc::unknown_member && why.name.empty()) why.name = "a member";  // whose name is empty
    return unexpected(std::move(why));
}

/// Undoes the encoding of HTML forms, which most SDKs use: a plus is a blank.
[[nodiscard]] inline bool decode_form_text(std::string& out, std::string_view text) {
    while (!text.empty()) {
        const std::size_t plus = text.find('+');
        if (!decode_percent(out, text.substr(0, plus))) return false;
        if (plus == std::string_view::npos) return true;
        out.append(" ");
        text.remove_prefix(plus + 1);
    }
    return true;
}

/// A flat query as the JSON object that a POST would have sent if all its values were text.
[[nodiscard]] inline result<std::string, refused> json_of_query(std::string_view query) {
    std::string text;
    json::writer json(text);
    json.begin_object();
    while (!query.empty()) {
        std::string_view value = take_part(query, "&");
        std::string name;
        std::string decoded;
        const bool well_formed = decode_form_text(name, take_part(value, "=")) && decode_form_text(decoded, value);
        if (!well_formed) return refuse(cause::parameter, ": a '%' in the query is not followed by two hex digits");
        if (name.find('.') != std::string::npos) return refuse(cause::get_parameters, ": a name in it holds a '.'");
        json.name(name);
        json.string(decoded);
    }
    json.end_object();
    if (!json.ok()) return refuse(cause::parameter, ": the query is not UTF-8");
    return text;
}

[[nodiscard]] inline result<void, refused> read_query(std::string_view query, reading_table fields, void* question) {
    const auto json = json_of_query(query);
    if (!json) return unexpected(json.error());
    auto read = read_json(*json, fields, question);
    if (read) return {};
    // Every value came as text: a field that takes none says so.
    if (read.error().fault.code == errc::wrong_type) return refuse(cause::get_parameters, ": " + read.error().name + " takes no text");
    parameter_fault why = std::move(read).error();
    why.fault.at = error::no_position;  // it is one in a text that was never sent
    return refuse(std::move(why));
}

inline result<void, refused> read_question(const received_message& message, reading_table fields, void* question) {
    if (message.method == http::method::get) return read_query(message.query, fields, question);
    auto read = read_json(message.body, fields, question);
    if (!read) return refuse(std::move(read).error());
    return {};
}

}  // namespace tc3::inline v0_1::testing::detail
