// SPDX-License-Identifier: MIT
// What each program is: one function, called with everything that it needs, so that what it costs is its own and nobody else's.
#pragma once

#include <tc3/tc3.hpp>

#include <cstddef>
#include <span>
#include <string_view>

/// What a device has at hand. It is made in another translation unit: nothing can be computed when the program is compiled.
struct surroundings {
    std::span<char> memory;  ///< to work in
    std::span<char> text;    ///< for what the program has to say
    tc3::unix_time now;
    tc3::client_profile_view profile;
    std::string_view body;
};

/// Does its work and returns how much of `text` it wrote; 0 says that it failed.
std::size_t program(const surroundings& at);
