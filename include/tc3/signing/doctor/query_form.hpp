// SPDX-License-Identifier: MIT
// The ways in which clients encode and sort a query.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/sink.hpp>

#include <cstdint>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::signing::doctor {

/// How a query is signed, compared with the query that was sent.
enum class query_form : std::uint8_t {
    as_sent,
    percent_blanks,  ///< "%20" for "+"
    plus_blanks,     ///< "+" for "%20"
    rfc_3986,        ///< encoded again, all but letters, digits and "-._~"
    browser,         ///< as encodeURIComponent() of JavaScript: "!'()*" are left as well
    html_form,       ///< as HTML forms and Java: "+" for a blank, "*" is left, "~" is encoded
    python_form,     ///< as urlencode() of Python: "+" for a blank, "~" is left, "*" is encoded
    lower_case_hex,  ///< the digits of escapes in lower case
    decoded,         ///< without any escapes
    encoded_twice,
    empty,
    last,
};

/// An order of the pairs of a query: 0 as sent, 1 sorted by their bytes, from 2 the permutations of up to five pairs. A query of more than
/// 64 pairs is not sorted, and one of more than five is not permuted.
using pair_order = std::uint8_t;
inline constexpr pair_order pairs_as_sent = 0;
inline constexpr pair_order sorted_pairs = 1;
inline constexpr pair_order pair_orders = 2 + 120;

/// Writes a query in another form, its pairs in another order.
void write_query(any_sink& out, std::string_view query, query_form form, pair_order order);

}  // namespace tc3::inline TC3_NAMESPACE::signing::doctor

#if defined(TC3_BODIES)

#include <tc3/core/ascii.hpp>
#include <tc3/core/text_scanner.hpp>
#include <tc3/encoding/hex.hpp>

#include <array>
#include <cstddef>

namespace tc3::inline TC3_NAMESPACE::signing::doctor {

namespace doctor_detail {

/// Visits the pairs of a query in their order.
template <class Use>
void for_pairs(std::string_view query, Use use) {
    for (text_scanner rest(query); !rest.empty();) use(rest.take_part("&"));
}

/// Visits the pairs of a query in the order of their bytes; of equal ones, each.
template <class Use>
void for_sorted_pairs(std::string_view query, Use use) {
    std::string_view previous;
    for (bool is_first = true;; is_first = false) {
        std::string_view next;
        std::size_t copies = 0;
        for_pairs(query, [&](std::string_view pair) {
            if (!is_first && pair <= previous) return;
            if (copies > 0 && pair > next) return;
            copies = copies > 0 && pair == next ? copies + 1 : 1;
            next = pair;
        });
        if (copies == 0) return;
        for (; copies > 0; --copies) use(next);
        previous = next;
    }
}

inline constexpr std::size_t most_permuted_pairs = 5;

/// Visits the pairs of a query in the permutation with a number, whose digits to the bases n, n - 1, ... choose among those that are left.
template <class Use>
void for_permuted_pairs(std::string_view query, std::size_t pairs, std::size_t number, Use use) {
    std::array<std::string_view, most_permuted_pairs> left{};
    std::size_t count = 0;
    for_pairs(query, [&](std::string_view pair) { left[count++] = pair; });
    for (; pairs > 0; --pairs) {
        const std::size_t chosen = number % pairs;
        number /= pairs;
        use(left[chosen]);
        for (std::size_t i = chosen; i + 1 < pairs; ++i) left[i] = left[i + 1];
    }
}

/// Writes the name or the value of a pair in a form.
class query_text {
public:
    query_text(any_sink& out, query_form form) noexcept : out_(out), form_(form) {}

    void write(std::string_view text) {
        while (!text.empty()) {
            const bool is_escape = text.size() >= 3 && text[0] == '%' && value_of(text[1]) < 16 && value_of(text[2]) < 16;
            write_one(text, is_escape);
            text.remove_prefix(is_escape ? 3 : 1);
        }
    }

private:
    [[nodiscard]] static unsigned value_of(char digit) noexcept { return hex_value(ascii::to_lower(digit)); }

    void write_one(std::string_view text, bool is_escape) {
        const char c = is_escape ? static_cast<char>(value_of(text[1]) * 16 + value_of(text[2])) : text[0];
        const std::string_view sent = text.substr(0, is_escape ? 3 : 1);
        switch (form_) {
            case query_form::percent_blanks: return out_.append(sent == "+" ? "%20" : sent);
            case query_form::plus_blanks: return out_.append(sent == "%20" ? "+" : sent);
            case query_form::lower_case_hex: return is_escape ? write_escape(c, "0123456789abcdef") : out_.append(sent);
            case query_form::encoded_twice: return is_escape ? write_escaped_again(sent) : out_.append(sent);
            case query_form::decoded: return write_char(out_, sent == "+" ? ' ' : c);
            default: return write_encoded(sent == "+" ? ' ' : c);
        }
    }
    void write_encoded(char c) {
        if (c == ' ' && (form_ == query_form::html_form || form_ == query_form::python_form)) return out_.append("+");
        if (is_left(c)) return write_char(out_, c);
        write_escape(c, "0123456789ABCDEF");
    }
    [[nodiscard]] bool is_left(char c) const noexcept {
        if (ascii::is_alphanumeric(c) || c == '-' || c == '.' || c == '_') return true;
        if (c == '~') return form_ != query_form::html_form;
        if (c == '*') return form_ == query_form::html_form || form_ == query_form::browser;
        return form_ == query_form::browser && std::string_view("!'()").find(c) != std::string_view::npos;
    }
    void write_escape(char c, std::string_view digits) {
        const auto byte = static_cast<unsigned char>(c);
        const char escape[] = {'%', digits[byte >> 4U], digits[byte & 15U]};
        out_.append(std::string_view(escape, sizeof escape));
    }
    void write_escaped_again(std::string_view escape) {
        out_.append("%25");
        out_.append(escape.substr(1));
    }

    any_sink& out_;
    query_form form_;
};

}  // namespace doctor_detail

TC3_FUNCTION void write_query(any_sink& out, std::string_view query, query_form form, pair_order order) {
    if (form == query_form::empty) return;
    constexpr std::size_t most_sorted_pairs = 64;
    std::size_t pairs = 0;
    doctor_detail::for_pairs(query, [&pairs](std::string_view) { ++pairs; });

    doctor_detail::query_text text(out, form);
    bool is_first = true;
    const auto write_pair = [&](std::string_view pair) {
        if (!is_first) out.append("&");
        is_first = false;
        if (form == query_form::as_sent) return out.append(pair);
        const std::size_t equals = ascii::find(pair, '=');
        text.write(pair.substr(0, equals));
        if (equals == std::string_view::npos) return;
        out.append("=");
        text.write(pair.substr(equals + 1));
    };
    if (order == sorted_pairs && pairs <= most_sorted_pairs) {
        doctor_detail::for_sorted_pairs(query, write_pair);
    } else if (order > sorted_pairs && pairs <= doctor_detail::most_permuted_pairs) {
        doctor_detail::for_permuted_pairs(query, pairs, order - 2U, write_pair);
    } else {
        doctor_detail::for_pairs(query, write_pair);
    }
}

}  // namespace tc3::inline TC3_NAMESPACE::signing::doctor

#endif  // TC3_BODIES
