// SPDX-License-Identifier: MIT
// Random input, the same on every machine and in every run.
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>

namespace support {

/// A source of random values for a seed.
class random_input {
public:
    explicit random_input(std::uint64_t seed) : generator_(seed) {}

    /// Returns 64 random bits.
    std::uint64_t bits() { return generator_(); }
    /// Returns a number from `first` to `last`, both included.
    std::size_t number(std::size_t first, std::size_t last) {
        const std::uint64_t count = std::uint64_t{last - first} + 1;
        return first + static_cast<std::size_t>(generator_() % count);
    }
    /// Returns a number from 0 to `last`, which may be larger than any size, such as a time.
    std::uint64_t long_number(std::uint64_t last) { return generator_() % (last + 1); }
    bool flip() { return number(0, 1) == 1; }
    /// Returns one of the characters of `alphabet`.
    char character(std::string_view alphabet) { return alphabet[number(0, alphabet.size() - 1)]; }
    std::string text(std::size_t size, std::string_view alphabet) {
        std::string text(size, '\0');
        for (char& c : text) c = character(alphabet);
        return text;
    }
    std::string bytes(std::size_t size) {
        std::string bytes(size, '\0');
        for (char& c : bytes) c = static_cast<char>(number(0, 255));
        return bytes;
    }

private:
    std::mt19937_64 generator_;
};

}  // namespace support
