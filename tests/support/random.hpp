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

    /// Returns a number from `first` to `last`, both included.
    std::uint64_t number(std::uint64_t first, std::uint64_t last) {
        const std::uint64_t span = last - first;
        return span == ~std::uint64_t{0} ? generator_() : first + generator_() % (span + 1);
    }
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
