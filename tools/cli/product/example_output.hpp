// SPDX-License-Identifier: MIT
// Takes an output from the examples of a product.
#pragma once

#include "product/api_json.hpp"

#include <string>
#include <string_view>

namespace tc3_cli {

/// Returns the output in the text of an example response as a JSON object, without RequestId and without members that the description does
/// not have. Returns an empty text if the example is not JSON, is an error, has values of other types, or has no members at all where the
/// output has some.
[[nodiscard]] std::string make_example_output(const product& product, const action_description& action, std::string_view response);

}  // namespace tc3_cli
