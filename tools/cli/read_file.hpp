// SPDX-License-Identifier: MIT
// Reads files that the command line names.
#pragma once

#include <tc3/core/result.hpp>

#include <cstddef>
#include <string>

namespace tc3_cli {

/// The largest file that read_file() reads, unless a caller has another limit: an api.json has up to 10 MB.
inline constexpr std::size_t largest_file = 256 * 1024 * std::size_t{1024};

/// Returns the bytes of a file, or of standard input for "-".
///
/// Errors: a sentence with the path.
[[nodiscard]] tc3::result<std::string, std::string> read_file(const std::string& path, std::size_t limit = largest_file);

}  // namespace tc3_cli
