// SPDX-License-Identifier: MIT
#include "read_file.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <system_error>
#include <utility>

namespace tc3_cli {

tc3::result<std::string, std::string> read_file(const std::string& path, std::size_t limit) {
    std::ifstream file;
    if (path != "-") {
        std::error_code error;
        if (std::filesystem::is_directory(path, error)) return tc3::unexpected(path + ": is a folder, not a file");
        errno = 0;
        file.open(path, std::ios::binary);
        if (!file) return tc3::unexpected(path + ": cannot be opened: " + std::strerror(errno));
    }
    std::istream& in = path == "-" ? std::cin : file;
    std::string bytes;
    std::array<char, 65536> piece{};
    while (in.read(piece.data(), piece.size()), in.gcount() > 0) {
        bytes.append(piece.data(), static_cast<std::size_t>(in.gcount()));
        if (bytes.size() > limit) return tc3::unexpected(path + ": is larger than " + std::to_string(limit) + " bytes");
    }
    if (in.bad()) return tc3::unexpected(path + ": cannot be read");
    return bytes;
}

}  // namespace tc3_cli
