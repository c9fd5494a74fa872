// SPDX-License-Identifier: MIT
// Strings and numbers as views of a JSON document. The reader checks their form; they are decoded or converted on request.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/result.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/core/slice.hpp>
#include <tc3/encoding/utf8.hpp>
#include <tc3/json/escape.hpp>
#include <tc3/json/number.hpp>
#include <tc3/json/plain_run.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::json {

class reader;

/// A string of a JSON document: valid UTF-8, with escapes. A reader that repairs damaged text returns it repaired.
///
/// Lifetime: refers to the document that was read.
class string_token {
public:
    constexpr string_token() noexcept = default;
    /// Makes a token of text outside a document, for functions that take tokens. The text must be UTF-8 and is not decoded.
    [[nodiscard]] static constexpr string_token plain(std::string_view text TC3_LIFETIMEBOUND) noexcept { return {text, text.size()}; }

    /// Returns the characters between the quotes, which are the text itself unless is_encoded().
    [[nodiscard]] constexpr std::string_view raw() const noexcept { return raw_; }
    /// Returns whether the text has escapes or damaged parts, so that it differs from raw().
    [[nodiscard]] constexpr bool is_encoded() const noexcept {
        return is_damaged_ || size_ != raw_.size();  // an escape is longer than its character
    }
    /// Returns whether the text is damaged. Only a reader that repairs text returns such a token.
    [[nodiscard]] constexpr bool is_damaged() const noexcept { return is_damaged_; }
    /// Returns the size of the decoded text in bytes.
    [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }

    /// Writes the decoded text as UTF-8: one piece for each escape and for each run between escapes.
    template <sink S>
    constexpr void write(S& out) const;

    /// Compares the decoded text, without a copy.
    friend constexpr bool operator==(const string_token& token, std::string_view text) noexcept { return token.equals(text); }

private:
    friend class reader;
    using decoder = void (*)(any_sink& out, std::string_view raw);
    constexpr string_token(std::string_view raw, std::size_t size, decoder decode = nullptr, bool is_damaged = false) noexcept
        : raw_(raw), size_(size), decode_(decode), is_damaged_(is_damaged) {}

    [[nodiscard]] constexpr bool equals(std::string_view text) const noexcept;

    std::string_view raw_;
    std::size_t size_ = 0;
    decoder decode_ = nullptr;  // a pointer, so that only programs that repair text contain the code for it
    bool is_damaged_ = false;
};

/// A number of a JSON document, with its spelling.
///
/// For a double call json::to_double(token.text()). It is not a member, so that only programs with doubles contain its code.
/// Lifetime: refers to the document that was read.
class number_token {
public:
    constexpr number_token() noexcept = default;

    /// Returns the number as it is spelled.
    [[nodiscard]] constexpr std::string_view text() const noexcept { return text_; }
    /// Returns the value. Errors: those of json::to_int64().
    [[nodiscard]] constexpr result<std::int64_t, error> to_int64() const noexcept { return json::to_int64(text_); }
    /// Returns the value. Errors: those of json::to_uint64().
    [[nodiscard]] constexpr result<std::uint64_t, error> to_uint64() const noexcept { return json::to_uint64(text_); }

private:
    friend class reader;
    constexpr explicit number_token(std::string_view text) noexcept : text_(text) {}

    std::string_view text_ = "0";
};

namespace detail {

/// Takes the next piece off the raw text of a string: a plain run, or one escape, whose UTF-8 is put into `escaped`.
TC3_NOINLINE constexpr std::string_view take_piece(std::string_view& raw, utf8_bytes& escaped) noexcept {
    const std::string_view plain(raw.data(), find_plain_run(raw).size);
    if (!plain.empty()) {
        raw.remove_prefix(plain.size());
        return plain;
    }
    const escape next = parse_escape(raw);
    raw.remove_prefix(next.size);
    escaped = encode_utf8(next.code_point);
    return {escaped.text.data(), escaped.size};
}

TC3_NOINLINE constexpr void write_decoded(any_sink& out, std::string_view raw) {
    utf8_bytes escaped;
    while (!raw.empty()) out.append(take_piece(raw, escaped));
}

/// A sink that compares what is written with a text.
class comparing_sink : public any_sink {
public:
    constexpr explicit comparing_sink(std::string_view text) noexcept
        : any_sink([](any_sink& self, const std::string_view& piece) { static_cast<comparing_sink&>(self).compare(piece); }), rest_(text) {}

    /// Returns whether all that was written and nothing else is the text.
    [[nodiscard]] constexpr bool is_equal() const noexcept { return is_equal_ && rest_.empty(); }

private:
    constexpr void compare(const std::string_view& piece) noexcept {
        is_equal_ = is_equal_ && starts_with(rest_, piece);
        if (is_equal_) rest_.remove_prefix(piece.size());
    }

    std::string_view rest_;
    bool is_equal_ = true;
};

}  // namespace detail

template <sink S>
constexpr void string_token::write(S& out) const {
    any_sink_of<S> to(out);
    if (is_encoded()) {
        decode_(to, raw_);
    } else if (!raw_.empty()) {
        to.append(raw_);
    }
}

constexpr bool string_token::equals(std::string_view text) const noexcept {
    if (size_ != text.size()) return false;
    if (!is_encoded()) return starts_with(text, raw_);
    detail::comparing_sink expected(text);
    decode_(expected, raw_);
    return expected.is_equal();
}

}  // namespace tc3::inline TC3_NAMESPACE::json
