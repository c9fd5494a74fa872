// SPDX-License-Identifier: MIT
// Reads files that the command line names.
#pragma once

#include <tc3/core/result.hpp>

#include <string>

namespace tc3_cli {

/// Returns the bytes of a file, or of standard input for "-".
///
/// Errors: a sentence with the path.
[[nodiscard]] tc3::result<std::string, std::string> read_file(const std::string& path);

}  // namespace tc3_cli
