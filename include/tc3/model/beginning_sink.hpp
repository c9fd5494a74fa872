// SPDX-License-Identifier: MIT
// The first bytes of a long text, and notes on what was left out of a log line.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/fixed_text.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/core/slice.hpp>

#include <cstddef>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::model_detail {

/// A sink that keeps whole characters from the beginning of a text, at most `longest` bytes, and counts the rest.
class beginning_sink {
public:
    static constexpr std::size_t longest = 256;

    void append(std::string_view piece) noexcept {
        size_ += piece.size();
        if (is_cut()) return;
        const std::size_t size = size_of_beginning(piece, longest - kept_.size());
        kept_.append(slice(piece, 0, size));
        is_cut_ = size < piece.size();
    }
    [[nodiscard]] bool is_cut() const noexcept { return is_cut_; }
    /// Returns the number of bytes that were not kept.
    [[nodiscard]] std::size_t left_out() const noexcept { return size_ - kept_.size(); }
    [[nodiscard]] std::string_view view() const noexcept TC3_LIFETIMEBOUND { return kept_.view(); }

private:
    /// Returns the size of the longest beginning of at most `limit` bytes that ends between two characters. Text that is not UTF-8 is cut
    /// anywhere.
    [[nodiscard]] static std::size_t size_of_beginning(std::string_view piece, std::size_t limit) noexcept {
        if (limit >= piece.size()) return piece.size();
        constexpr int most_continuation_bytes = 3;
        for (int i = 0; i < most_continuation_bytes && limit != 0 && is_continuation_byte(piece[limit]); ++i) --limit;
        return limit;
    }
    [[nodiscard]] static constexpr bool is_continuation_byte(char c) noexcept { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

    fixed_text<longest> kept_;
    std::size_t size_ = 0;
    bool is_cut_ = false;
};

/// Returns a note with a number: "... (1234 more bytes)".
[[nodiscard]] inline fixed_text<48> count_note(std::string_view before, std::size_t count, std::string_view after) noexcept {
    fixed_text<48> note(before);
    write_decimal(note, count);
    note.append(after);
    return note;
}

}  // namespace tc3::inline TC3_NAMESPACE::model_detail
