// SPDX-License-Identifier: MIT
// Random input that is the same on every machine and in every run.
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>

namespace support {

class random_input {
public:
    explicit random_input(std::uint64_t seed) : engine_(seed) {}

    /// From `first` to `last`, both included.
    std::uint64_t number(std::uint64_t first, std::uint64_t last) {
        const std::uint64_t span = last - first;
        return span == ~std::uint64_t{0} ? engine_() : first + engine_() % (span + 1);
    }
    bool flip() { return number(0, 1) == 1; }
    char character(std::string_view from) { return from[number(0, from.size() - 1)]; }
    std::string text(std::size_t size, std::string_view from) {
        std::string made(size, '\0');
        for (char& c : made) c = character(from);
        return made;
    }
    std::string bytes(std::size_t size) {
        std::string made(size, '\0');
        for (char& c : made) c = static_cast<char>(number(0, 255));
        return made;
    }

private:
    std::mt19937_64 engine_;
};

}  // namespace support
