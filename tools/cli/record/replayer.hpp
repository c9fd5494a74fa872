// SPDX-License-Identifier: MIT
// Responds to calls from a recording.
#pragma once

#include "record/exchange.hpp"
#include <tc3/core/result.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tc3_cli {

/// The exchanges of a recording, in the order of its lines.
///
/// Calls of find() must not overlap: hold a lock.
class replayer {
public:
    /// Reads a recording from a file.
    ///
    /// Errors: a file that cannot be read or is larger than `largest_recording`; those of parse(), after the path.
    [[nodiscard]] static tc3::result<replayer, std::string> load(const std::string& path);

    /// Reads a recording from its text. Empty lines are ignored.
    ///
    /// Errors: "line 3: ..." for a line that is too long or not an exchange; a text without exchanges.
    [[nodiscard]] static tc3::result<replayer, std::string> parse(std::string_view text);

    /// Returns the exchange for a call, or nothing if the recording has none of the action.
    ///
    /// `input` is the JSON object of the call. It is masked and compared with the recorded inputs, so that a client may send any personal
    /// data. The first of these that exists is returned:
    ///
    /// 1. the next unused exchange of the action with the same input;
    /// 2. the last exchange of the action with the same input, which repeats;
    /// 3. the next unused exchange of the action with any input;
    /// 4. the last exchange of the action, which repeats.
    ///
    /// Cost: linear in the number of exchanges.
    [[nodiscard]] std::optional<exchange> find(std::string_view service, std::string_view version, std::string_view action,
                                               std::string_view input);

    /// Returns how many exchanges the recording has.
    [[nodiscard]] std::size_t size() const noexcept { return entries_.size(); }
    /// Returns how many exchanges find() has returned at least once.
    [[nodiscard]] std::size_t used() const noexcept;

private:
    struct entry {
        tc3_cli::exchange exchange;
        std::string key;  // matching_key() of its input
        bool is_used = false;
    };

    [[nodiscard]] tc3::result<void, std::string> add(std::string_view line);

    std::vector<entry> entries_;
};

}  // namespace tc3_cli
