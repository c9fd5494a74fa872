// SPDX-License-Identifier: MIT
// Handlers that read the parameters of a request by the description of a product.
#include "product/product_actions.hpp"

#include "json_value.hpp"
#include "product/check_object.hpp"
#include "product/input_values.hpp"
#include "product/plausible_value.hpp"
#include <tc3/testing/query_form.hpp>
#include <tc3/testing/read_input.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace tc3_cli {

namespace testing = tc3::testing;

namespace {

using testing::rejected_request;
using testing::rejection;

/// Makes the rejection for wrong parameters: "Filters[2].Name has another type than expected, at byte 17 of the body".
[[nodiscard]] tc3::unexpected<rejected_request> reject_parameters(object_error wrong) {
    wrong.error.name = wrong.name;
    const rejection reason = testing::detail::rejection_of(wrong.error.code);
    rejected_request rejected{reason, {std::string(testing::code_of(reason)), {}}};
    tc3::write_error(rejected.error.message, wrong.error);
    return tc3::unexpected(std::move(rejected));
}

/// Returns the parameters of a query as JSON. A query has no types: whenever the object has a text where the form wrote a number or
/// boolean, that value becomes a text. The loop ends because each round changes one value.
[[nodiscard]] testing::written_output read_query(std::string_view query, const product& product, std::size_t input) {
    auto form = testing::query_form::parse(query);
    if (!form) return tc3::unexpected(std::move(form).error());
    for (;;) {
        auto json = form->json();
        if (!json) return json;
        object_error wrong = check_object(*json, product, input);
        if (wrong.ok()) return json;
        const bool became_text = wrong.error.code == tc3::errc::wrong_type && form->make_text(wrong.error.position);
        if (became_text) continue;
        wrong.error.position = tc3::error::no_position;  // a byte of the JSON here would mean nothing to the client
        return reject_parameters(std::move(wrong));
    }
}

/// Returns the parameters of a request as JSON.
[[nodiscard]] testing::written_output read_parameters(const testing::received_message& message, const product& product, std::size_t input) {
    if (message.method == tc3::http::method::get) return read_query(message.query, product, input);
    object_error wrong = check_object(message.body, product, input);
    if (!wrong.ok()) return reject_parameters(std::move(wrong));
    return std::string(message.body);
}

[[nodiscard]] json_value make_output(const product& product, const action_description& action, const json_value& input) {
    if (action.example.empty()) return make_plausible_output(product, action, input);
    json_value output = json_value::parse(action.example).value_or(json_value::object());
    put_input_values(output, product, action, input);
    return output;
}

[[nodiscard]] testing::any_reply handle(const testing::received_message& message, const product& product,
                                        const action_description& action) {
    if (!testing::has_parameter_content_type(message)) return testing::reject(rejection::content_type);
    const auto parameters = read_parameters(message, product, action.input);
    if (!parameters) return tc3::unexpected(parameters.error());
    const json_value input = json_value::parse(*parameters).value_or(json_value::object());
    json_value output = make_output(product, action, input);
    if (is_later_page(input)) make_last_page(output);
    return write_json(output);
}

}  // namespace

std::vector<testing::untyped_action> actions_of(const std::shared_ptr<const product>& product) {
    std::vector<testing::untyped_action> actions;
    actions.reserve(product->actions.size());
    for (const action_description& action : product->actions) {
        const tc3::action address{
            .service = product->service, .version = product->version, .name = action.name, .host = product->host, .needs_region = false};
        const auto handler = [product, &action](const testing::received_message& message) { return handle(message, *product, action); };
        actions.push_back({.action = address, .handler = handler});
    }
    return actions;
}

}  // namespace tc3_cli
