// SPDX-License-Identifier: MIT
// Reads products from files.
#pragma once

#include "product/api_json.hpp"
#include <tc3/core/result.hpp>

#include <string>
#include <vector>

namespace tc3_cli {

struct loaded_products {
    product_list products;
    std::vector<std::string> messages;  ///< files that replaced others, a sentence each
};

/// Reads api.json files, each with the examples.json beside it if there is one. Of two files of the same service and version, the later one
/// is kept.
///
/// Errors: the file that cannot be read, and the place in it.
[[nodiscard]] tc3::result<loaded_products, std::string> load_products(const std::vector<std::string>& files);

}  // namespace tc3_cli
