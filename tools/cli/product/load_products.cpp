// SPDX-License-Identifier: MIT
// Reads descriptions and examples from disk.
#include "product/load_products.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <utility>

namespace tc3_cli {

namespace {

[[nodiscard]] std::optional<std::string> read_file(const std::filesystem::path& path) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error)) return std::nullopt;
    std::ifstream file(path, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(file), {}};
    return file.bad() || !file.is_open() ? std::nullopt : std::optional(std::move(text));
}

}  // namespace

tc3::result<loaded_products, std::string> load_products(const std::vector<std::string>& files) {
    loaded_products loaded;
    for (const std::string& file : files) {
        const auto text = read_file(file);
        if (!text) return tc3::unexpected(file + ": cannot be read as a file");
        const auto examples = read_file(std::filesystem::path(file).replace_filename("examples.json"));
        auto product = read_api_json(*text, examples.value_or(""));
        if (!product) return tc3::unexpected(file + ": " + product.error());
        std::string message = add_product(loaded.products, *std::move(product));
        if (!message.empty()) loaded.messages.push_back(std::move(message));
    }
    return loaded;
}

}  // namespace tc3_cli
