// SPDX-License-Identifier: MIT
// Reads descriptions and examples from disk.
#include "product/load_products.hpp"

#include "read_file.hpp"

#include <filesystem>
#include <string_view>
#include <utility>

namespace tc3_cli {

tc3::result<loaded_products, std::string> load_products(const std::vector<std::string>& files) {
    loaded_products loaded;
    for (const std::string& file : files) {
        const auto text = read_file(file);
        if (!text) return tc3::unexpected(text.error());
        const std::string examples_file = std::filesystem::path(file).replace_filename("examples.json").string();
        const auto examples = read_file(examples_file);
        auto product = read_api_json(*text, examples ? std::string_view(*examples) : std::string_view());
        if (!product) return tc3::unexpected(file + ": " + product.error());
        std::string message = add_product(loaded.products, *std::move(product));
        if (!message.empty()) loaded.messages.push_back(std::move(message));
    }
    return loaded;
}

}  // namespace tc3_cli
