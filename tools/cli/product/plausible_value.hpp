// SPDX-License-Identifier: MIT
// Makes inputs and outputs that look real, from the types, names and examples of members. Each run makes the same values.
#pragma once

#include "json_value.hpp"
#include "product/api_json.hpp"

namespace tc3_cli {

/// Makes an input with the required members of an action.
[[nodiscard]] json_value make_plausible_input(const product& product, const action_description& action);

/// Makes an output with all members but RequestId.
///
/// Values of the input are taken over where they belong: see input_values. Lists have one element, and totals are the number of elements.
/// An object that contains itself ends with null or an empty list.
[[nodiscard]] json_value make_plausible_output(const product& product, const action_description& action, const json_value& input);

/// Returns whether an input asks for a page after the first one, by an offset, the number of a page or a token.
[[nodiscard]] bool is_later_page(const json_value& input);

/// Empties the lists of an output, and the token of the next page: so loops over pages end.
void make_last_page(json_value& output);

}  // namespace tc3_cli
