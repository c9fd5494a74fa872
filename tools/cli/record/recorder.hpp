// SPDX-License-Identifier: MIT
// Appends exchanges to a recording, a file with one line of JSON for each.
#pragma once

#include "record/exchange.hpp"
#include <tc3/core/result.hpp>

#include <string>

namespace tc3_cli {

/// An open recording. Each line is written with one call of the system, so that a program that ends at any time leaves whole lines.
///
/// Calls of record() must not overlap: hold a lock.
class recorder {
public:
    /// Opens a recording to append to it. A new file can be read and written by its owner only; an existing one keeps its permissions.
    ///
    /// Errors: a path that cannot be opened or is no regular file; a file of `largest_recording` bytes.
    [[nodiscard]] static tc3::result<recorder, std::string> open(const std::string& path);

    recorder(recorder&& other) noexcept;
    recorder& operator=(recorder&& other) noexcept;
    recorder(const recorder&) = delete;
    recorder& operator=(const recorder&) = delete;
    ~recorder();

    /// Appends an exchange, masked.
    ///
    /// Errors: those of write_exchange(); a full disk; a recording that would be larger than `largest_recording`. The file is then as it
    /// was before, and recording may go on.
    [[nodiscard]] tc3::result<void, std::string> record(const exchange& exchange);

private:
    recorder(std::string path, int file) noexcept;

    std::string path_;
    int file_ = -1;
};

}  // namespace tc3_cli
