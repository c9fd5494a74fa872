// SPDX-License-Identifier: MIT
// The interface of fuzz targets. A target is one file that defines fuzz::run; it is linked with entry.cpp and libFuzzer or replay.cpp.
#pragma once

#include <tc3/tc3.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace fuzz {

/// Checks the properties of the target for one input, which may be any bytes. Ends the program if one is violated. Deterministic.
void run(std::string_view input);

/// Ends the program if a property does not hold, after printing it.
inline void require(bool holds, const char* property) {
    if (holds) return;
    std::fprintf(stderr, "violated: %s\n", property);
    std::abort();
}

/// Splits an input into several texts, in a form that people can read: "POST|/|Host|example.com".
class parts {
public:
    explicit parts(std::string_view input) noexcept : rest_(input) {}

    [[nodiscard]] bool empty() const noexcept { return rest_.empty(); }
    /// Takes the text before the next bar, or the rest if there is none.
    std::string_view next() noexcept {
        const std::string_view part = rest_.substr(0, rest_.find('|'));
        rest_.remove_prefix(part.size() < rest_.size() ? part.size() + 1 : part.size());
        return part;
    }
    [[nodiscard]] std::string_view rest() const noexcept { return rest_; }

private:
    std::string_view rest_;
};

/// A copy in memory of exactly its size, so that AddressSanitizer sees an access to the first byte after it.
class exact_copy {
public:
    explicit exact_copy(std::string_view text) : bytes_(text.begin(), text.end()) { bytes_.shrink_to_fit(); }
    [[nodiscard]] std::string_view view() const noexcept { return {bytes_.data(), bytes_.size()}; }

private:
    std::vector<char> bytes_;
};

/// Returns whether a view points into a text. An empty view may point anywhere.
[[nodiscard]] inline bool is_inside(std::string_view part, std::string_view whole) noexcept {
    return part.empty() || (part.data() >= whole.data() && part.data() + part.size() <= whole.data() + whole.size());
}

template <class Value>
[[nodiscard]] std::string text_of(const Value& value) {
    std::string text;
    value.write(text);
    return text;
}

/// Returns a hash of the text (FNV-1a), which is the same on every machine.
[[nodiscard]] constexpr std::uint64_t hash_of(std::string_view text) noexcept {
    std::uint64_t bits = 0xcbf29ce484222325;
    for (const char c : text) bits = (bits ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    return bits;
}

}  // namespace fuzz
