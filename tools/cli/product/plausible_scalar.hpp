// SPDX-License-Identifier: MIT
// Makes one value that is not an object.
#pragma once

#include "json_value.hpp"
#include "product/api_json.hpp"

#include <string_view>

namespace tc3_cli {

/// Makes a text, number or boolean for a member, or for an element if it is a list: the example in its description, if that has the type,
/// else one by its name. `service` makes ids of different products different.
[[nodiscard]] json_value make_plausible_scalar(std::string_view service, const object_member& member);

}  // namespace tc3_cli
