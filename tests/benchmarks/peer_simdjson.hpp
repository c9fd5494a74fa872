// SPDX-License-Identifier: MIT
// simdjson on-demand, as a library of its own, since it is compiled for the processor of this machine: without that, only its search for
// structure would use more than the instructions that all x86-64 processors have.
#pragma once

#include "outputs.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#define BENCH_EXPORTED __attribute__((visibility("default")))

namespace bench {

/// Reads padded text. The parser and its memory are kept, as its documentation advises.
class BENCH_EXPORTED simdjson_reader {
public:
    simdjson_reader();
    simdjson_reader(const simdjson_reader&) = delete;
    simdjson_reader& operator=(const simdjson_reader&) = delete;
    ~simdjson_reader();

    /// Views refer to memory of this object until the next call. Returns false for text that is not as expected.
    bool read(const std::string& padded, std::size_t size, owned_token& to);
    bool read(const std::string& padded, std::size_t size, viewed_token& to);
    bool read(const std::string& padded, std::size_t size, owned_faces& to);
    bool read(const std::string& padded, std::size_t size, viewed_faces& to);
    /// Reads only the text BestFrame.
    bool read_frame(const std::string& padded, std::size_t size, std::string& to);
    bool read_frame(const std::string& padded, std::size_t size, std::string_view& to);

private:
    struct state;
    std::unique_ptr<state> state_;
};

/// Returns a copy of a text with the padding that simdjson wants.
[[nodiscard]] BENCH_EXPORTED std::string padded_for_simdjson(std::string_view text);
[[nodiscard]] BENCH_EXPORTED const char* simdjson_version() noexcept;

}  // namespace bench
