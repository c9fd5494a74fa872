// SPDX-License-Identifier: MIT
// Reads the parameters of a request into an input, as strictly as the service does, and names the parameter that is wrong.
#pragma once

#include <tc3/model/codec.hpp>
#include <tc3/model/server_rules.hpp>
#include <tc3/testing/decision.hpp>
#include <tc3/testing/query_form.hpp>
#include <tc3/testing/received_message.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace tc3::inline v0_1::testing::detail {

/// Where an input is read to.
struct input_slot {
    reading_table fields;
    void* input;
    void (*reset)(void* input);              ///< makes it a fresh one
    std::string_view typed_by_its_set = {};  ///< a parameter that counts as one of another type where its value is not in the closed set

    template <class Input>
    [[nodiscard]] static input_slot of(Input& asked) noexcept {
        return {reading_table_of<Input>(), &asked, [](void* stale) { *static_cast<Input*>(stale) = Input{}; }};
    }
};

/// Reads the body of a POST or the query of a GET.
[[nodiscard]] inline result<void, rejected> read_input(const received_message& message, const input_slot& to);

/// Whether the content type fits the method. Parameters of the type, as a charset, are not looked at.
[[nodiscard]] inline bool has_parameter_type(const received_message& message) noexcept {
    const std::string_view value = message.value_of("Content-Type");
    const std::string_view type = ascii::trim(value.substr(0, value.find(';')));
    return ascii::equal_lower(type, message.method == http::method::post ? json_content_type : query_content_type);
}

[[nodiscard]] constexpr rejection rejection_of(errc error) noexcept {
    switch (error) {
        case errc::unknown_member: return rejection::unknown_parameter;
        case errc::missing: return rejection::missing_parameter;
        case errc::not_allowed:
        case errc::too_large:
        case errc::out_of_range: return rejection::parameter_value;
        default: return rejection::parameter;
    }
}

/// A fault of a parameter and its name, "Filters[2].Name"; empty where it concerns none.
struct parameter_error {
    tc3::error error = {};
    std::string name = {};
};

/// The fault in words: "Filters[2].Name has another type than expected, at byte 17 of the body".
[[nodiscard]] inline unexpected<rejected> reject(parameter_error why, std::string_view typed_by_its_set) {
    why.error.name = why.name;
    const bool of_another_type = why.error.code == errc::not_allowed && why.name == typed_by_its_set;
    const rejection where = of_another_type ? rejection::parameter : rejection_of(why.error.code);
    rejected made{where, {std::string(code_of(where)), {}}};
    write_error(made.error.message, why.error);
    return unexpected(std::move(made));
}

[[nodiscard]] inline result<void, parameter_error> read_json(std::string_view json, reading_table fields, void* input) {
    decoder in(json, server_rules);
    const object_part part{fields, input};
    in.read_object({&part, 1});
    in.json().finish();
    if (in.ok()) return {};

    parameter_error why{in.json().error(), std::string(in.path().view())};
    if (why.error.code == errc::unknown_member && why.name.empty()) why.name = "a member";  // whose name is empty
    return unexpected(std::move(why));
}

/// Each turn that fails for its type makes one value of the query a text: there are no more turns than values.
[[nodiscard]] inline result<void, rejected> read_query(std::string_view query, const input_slot& to) {
    auto form = query_form::parse(query);
    if (!form) return unexpected(std::move(form).error());
    for (;;) {
        const auto json = form->json();
        if (!json) return unexpected(json.error());
        auto read = read_json(*json, to.fields, to.input);
        if (read) return {};
        parameter_error why = std::move(read).error();
        const bool text_wanted = why.error.code == errc::wrong_type && form->make_text(why.error.position);
        why.error.position = error::no_position;  // it is one in a text that was never sent
        if (!text_wanted) return reject(std::move(why), to.typed_by_its_set);
        to.reset(to.input);
    }
}

inline result<void, rejected> read_input(const received_message& message, const input_slot& to) {
    if (message.method == http::method::get) return read_query(message.query, to);
    auto read = read_json(message.body, to.fields, to.input);
    if (!read) return reject(std::move(read).error(), to.typed_by_its_set);
    return {};
}

}  // namespace tc3::inline v0_1::testing::detail
