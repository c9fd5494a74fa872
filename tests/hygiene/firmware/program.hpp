// SPDX-License-Identifier: MIT
// The interface of the programs: one function that gets everything as an argument, so that its cost can be measured.
#pragma once

#include <tc3/tc3.hpp>

#include <cstddef>
#include <span>
#include <string_view>

/// The inputs and the memory of a device. Made in another translation unit, so that the compiler cannot compute results in advance.
struct environment {
    std::span<char> memory;  ///< the workspace
    std::span<char> text;    ///< the output of the program
    tc3::unix_time now;
    tc3::client_profile_view profile;
    std::string_view body;
};

/// Does the work. Returns how many bytes of `text` it wrote, or 0 if it failed.
std::size_t program(const environment& device);
