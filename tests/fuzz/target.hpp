// SPDX-License-Identifier: MIT
// What all fuzz targets share. A target is one file that defines fuzz::run; it is linked with entry.cpp and either libFuzzer or replay.cpp.
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

/// Holds one input against the properties of the target; returns only if they hold. Takes any bytes, and does the same for the same bytes.
void run(std::string_view input);

/// A property. `what` is printed when it does not hold.
inline void require(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "violated: %s\n", what);
    std::abort();
}

/// The parts of an input that stands for several texts, so that seeds can be read: "POST|/|Host|example.com".
class parts {
public:
    explicit parts(std::string_view input) noexcept : rest_(input) {}

    [[nodiscard]] bool empty() const noexcept { return rest_.empty(); }
    /// What comes before the next bar; the rest if there is none.
    std::string_view next() noexcept {
        const std::string_view part = rest_.substr(0, rest_.find('|'));
        rest_.remove_prefix(part.size() < rest_.size() ? part.size() + 1 : part.size());
        return part;
    }
    [[nodiscard]] std::string_view rest() const noexcept { return rest_; }

private:
    std::string_view rest_;
};

/// A text in memory of exactly its size, where AddressSanitizer sees the first byte too many that is read or written.
class exact_copy {
public:
    explicit exact_copy(std::string_view text) : bytes_(text.begin(), text.end()) { bytes_.shrink_to_fit(); }
    [[nodiscard]] std::string_view view() const noexcept { return {bytes_.data(), bytes_.size()}; }

private:
    std::vector<char> bytes_;
};

/// Whether a view points into a text. An empty one may point anywhere.
[[nodiscard]] inline bool lies_in(std::string_view part, std::string_view whole) noexcept {
    return part.empty() || (part.data() >= whole.data() && part.data() + part.size() <= whole.data() + whole.size());
}

template <class Value>
[[nodiscard]] std::string written(const Value& value) {
    std::string text;
    value.write(text);
    return text;
}

/// A number that depends on every byte, the same on every machine (FNV-1a).
[[nodiscard]] constexpr std::uint64_t mixed_bits(std::string_view text) noexcept {
    std::uint64_t bits = 0xcbf29ce484222325;
    for (const char c : text) bits = (bits ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    return bits;
}

}  // namespace fuzz
