// SPDX-License-Identifier: MIT
// The rules that tc3 requires of a sink, as checks for your own: a socket, a file, a hash. Needs no test framework.
#pragma once

#include <tc3/tc3.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace contract {

/// Checks sinks and calls `report(bool held, std::string_view rule)` for each rule.
///
/// `make()` returns an empty sink. `holds(sink, text)` returns whether the sink received exactly `text`: it compares the text, its size or
/// its hash, as the sink permits. `largest` is the capacity of the sink; no text of the contract is longer.
template <class Make, class Holds, class Report>
void sink_contract(Make&& make, Holds&& holds, Report&& report, std::size_t largest = 1'000'000);

namespace detail {

template <class Make, class Holds, class Report>
class sink_checks {
public:
    sink_checks(Make& make, Holds& holds, Report& report, std::size_t largest)
        : make_(make), holds_(holds), report_(report), largest_(largest) {}

    void run() {
        pieces();
        bytes();
        sizes();
        writers();
    }

private:
    void rule(bool held, std::string_view text) { report_(held, text); }

    void pieces() {
        {
            auto out = make_();
            rule(holds_(out, std::string_view()), "an empty sink holds no text");
        }
        if (largest_ >= 13) {
            auto out = make_();
            for (const std::string_view piece : {"one", " two ", "three"}) out.append(piece);
            rule(holds_(out, "one two three"), "pieces are joined in order, with nothing between them");
        }
        if (largest_ >= 2) {
            auto out = make_();
            for (const std::string_view piece : {std::string_view(), std::string_view("a"), std::string_view("b", 0), std::string_view(),
                                                 std::string_view("b"), std::string_view()}) {
                out.append(piece);
            }
            rule(holds_(out, "ab"), "an empty piece, even one at a null pointer, changes nothing");
        }
        if (largest_ >= 6) {
            auto out = make_();
            char piece[] = "abc";
            out.append(std::string_view(piece, 3));
            for (char& c : piece) c = 'x';
            out.append(std::string_view(piece, 3));
            rule(holds_(out, "abcxxx"), "append copies its piece: the memory can change afterwards");
        }
        if (largest_ >= 6) {
            auto out = make_();
            const std::string_view text = "not to the end";
            out.append(text.substr(0, 6));
            rule(holds_(out, "not to"), "a piece ends at its size, not at a zero byte after it");
        }
        if (largest_ >= 2) {
            auto first = make_();
            auto second = make_();
            first.append("a");
            second.append("b");
            first.append("c");
            rule(holds_(first, "ac") && holds_(second, "b"), "two sinks are independent");
        }
    }

    void bytes() {
        std::string all;
        for (int byte = 0; byte < 256; ++byte) all += static_cast<char>(static_cast<unsigned char>(byte));
        if (all.size() > largest_) return;
        {
            auto out = make_();
            out.append(all);
            rule(holds_(out, all), "all 256 byte values arrive unchanged, in one piece");
        }
        {
            auto out = make_();
            for (const char c : all) tc3::write_char(out, c);
            rule(holds_(out, all), "all 256 byte values arrive unchanged, one by one");
        }
        if (2 * all.size() > largest_) return;
        auto out = make_();
        const std::string lines = "\r\n\n\r\xef\xbb\xbf\r\n%s%n\\";
        out.append(lines);
        out.append(lines);
        rule(holds_(out, lines + lines), "line ends, byte order marks and percent signs arrive unchanged");
    }

    void sizes() {
        std::string text;
        while (text.size() < largest_) text += static_cast<char>('a' + text.size() % 23);
        {
            auto out = make_();
            out.append(text);
            rule(holds_(out, text), "a large text arrives whole in one piece");
        }
        {
            auto out = make_();
            std::size_t size = 1;
            for (std::string_view rest = text; !rest.empty(); size = size % 5000 + 7) {
                out.append(rest.substr(0, size));
                rest.remove_prefix(size < rest.size() ? size : rest.size());
            }
            rule(holds_(out, text), "a large text arrives whole in pieces of many sizes");
        }
    }

    // Texts of tc3, in the pieces in which tc3 writes them.
    void writers() {
        const tc3::http::header headers[] = {{"Content-Type", "application/json"}, {"Host", "faceid.tencentcloudapi.com"}};
        const tc3::signing::request_parts parts{.headers = headers};
        std::string expected;
        tc3::signing::write_canonical_request(expected, parts);
        tc3::write_decimal(expected, -1551113065);
        if (expected.size() > largest_) return;
        auto out = make_();
        tc3::signing::write_canonical_request(out, parts);
        tc3::write_decimal(out, -1551113065);
        rule(holds_(out, expected), "tc3 writes the same text as into a std::string");
    }

    Make& make_;
    Holds& holds_;
    Report& report_;
    std::size_t largest_;
};

}  // namespace detail

template <class Make, class Holds, class Report>
void sink_contract(Make&& make, Holds&& holds, Report&& report, std::size_t largest) {
    static_assert(tc3::sink<decltype(make())>, "make() must return a sink: a type with append(std::string_view)");
    detail::sink_checks(make, holds, report, largest).run();
}

}  // namespace contract
