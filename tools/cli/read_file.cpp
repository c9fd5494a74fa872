// SPDX-License-Identifier: MIT
#include "read_file.hpp"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <system_error>
#include <utility>

namespace tc3_cli {

tc3::result<std::string, std::string> read_file(const std::string& path) {
    std::ifstream file;
    if (path != "-") {
        std::error_code error;
        if (std::filesystem::is_directory(path, error)) return tc3::unexpected(path + ": is a folder, not a file");
        errno = 0;
        file.open(path, std::ios::binary);
        if (!file) return tc3::unexpected(path + ": cannot be opened: " + std::strerror(errno));
    }
    std::istream& in = path == "-" ? std::cin : file;
    std::string bytes{std::istreambuf_iterator<char>(in), {}};
    if (in.bad()) return tc3::unexpected(path + ": cannot be read");
    return bytes;
}

}  // namespace tc3_cli
