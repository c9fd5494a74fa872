// SPDX-License-Identifier: MIT
// Files of the repository, read with the C library: not every C++ library has streams of files (WASI).
#pragma once

#include <array>
#include <cstddef>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace support {

/// Returns the bytes of a file, or nothing if it can't be read.
inline std::optional<std::string> read_file(const std::string& path) {
    const auto close = [](std::FILE* file) { std::fclose(file); };
    const std::unique_ptr<std::FILE, decltype(close)> file(std::fopen(path.c_str(), "rb"), close);
    if (!file) return std::nullopt;
    std::string text;
    std::array<char, 16384> piece;
    while (const std::size_t size = std::fread(piece.data(), 1, piece.size(), file.get())) text.append(piece.data(), size);
    if (std::ferror(file.get()) != 0) return std::nullopt;
    return text;
}

/// Returns the path of a file, given as in "tests/vectors/public.json". A build may define TC3_SOURCE_ROOT, the path of the repository.
inline std::string repository_path(std::string_view file) {
#ifdef TC3_SOURCE_ROOT
    return std::string(TC3_SOURCE_ROOT).append("/").append(file);
#else
    const std::string_view here = __FILE__;
    return std::string(here.substr(0, here.rfind("tests"))).append(file);
#endif
}

}  // namespace support
