// SPDX-License-Identifier: MIT
// The contract of sinks: tc3's sinks keep it, and each faulty sink breaks the rule that describes its fault.
#include "sink_contract.hpp"

#include "../support/tee_sink.hpp"
#include "report.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

template <class Make, class Holds>
std::string broken_rules(Make make, Holds holds, std::size_t largest = 200'000) {
    contract::report report;
    contract::sink_contract(make, holds, report, largest);
    return report.tried() < 6 ? "too few rules were tried" : report.broken();
}

struct of_text {
    std::string text;
    void append(std::string_view piece) { text.append(piece); }
};
struct that_stops_at_zero : of_text {
    void append(std::string_view piece) { of_text::append(piece.substr(0, piece.find('\0'))); }
};
struct that_adds_a_zero : of_text {
    void append(std::string_view piece) { text.append(piece).push_back('\0'); }
};
struct that_ends_at_an_empty_piece : of_text {
    bool ended = false;
    void append(std::string_view piece) {
        ended = ended || piece.empty();
        if (!ended) of_text::append(piece);
    }
};
struct that_writes_lines : of_text {
    void append(std::string_view piece) { text.append(piece).append("\n"); }
};
struct that_writes_in_front : of_text {
    void append(std::string_view piece) { text.insert(0, piece); }
};
struct that_changes_line_ends : of_text {
    void append(std::string_view piece) {
        for (const char c : piece) text += c == '\n' ? "\r\n" : std::string(1, c);
    }
};
struct of_seven_bits : of_text {
    void append(std::string_view piece) {
        for (const char c : piece) text += static_cast<char>(c & 0x7f);
    }
};
struct with_little_room : of_text {
    void append(std::string_view piece) { of_text::append(piece.substr(0, 65536 - (text.size() < 65536 ? text.size() : 65536))); }
};
struct that_keeps_the_last : of_text {
    void append(std::string_view piece) { text = piece; }
};
// Reuses what it last read at an address.
struct with_a_stale_cache : of_text {
    const char* address = nullptr;
    std::string cached;
    void append(std::string_view piece) {
        const bool is_cached = piece.data() == address && piece.size() == cached.size();
        if (!is_cached) cached = piece;
        address = piece.data();
        of_text::append(cached);
    }
};
struct that_is_shared {
    static std::string& text() {
        static std::string all;
        return all;
    }
    that_is_shared() { text().clear(); }
    void append(std::string_view piece) { text().append(piece); }
};

template <class Sink>
std::string broken_by() {
    return broken_rules([] { return Sink(); }, [](const Sink& out, std::string_view expected) { return out.text == expected; });
}
std::string broken_by_sharing() {
    return broken_rules([] { return that_is_shared(); },
                        [](const that_is_shared& out, std::string_view expected) { return out.text() == expected; });
}

}  // namespace

TEST_CASE("a string, a counter and a fixed text keep the contract") {
    CHECK(broken_by<of_text>() == "");
    CHECK(broken_rules([] { return std::string(); }, [](const std::string& out, std::string_view text) { return out == text; }) == "");
    CHECK(broken_rules([] { return tc3::counting_sink(); },
                       [](const tc3::counting_sink& out, std::string_view text) { return out.size() == text.size(); }) == "");
    CHECK(broken_rules([] { return tc3::fixed_text<1000>(); },
                       [](const tc3::fixed_text<1000>& out, std::string_view text) { return out.view() == text && !out.truncated(); },
                       1000) == "");
}

TEST_CASE("the contract writes no text that is longer than the capacity of a sink") {
    for (std::size_t size = 0; size <= 700; ++size) {
        std::vector<std::vector<char>> memory;
        memory.reserve(100);
        const auto make = [&] { return tc3::buffer_sink(memory.emplace_back(size)); };
        contract::report report;
        contract::sink_contract(
            make, [](const tc3::buffer_sink& out, std::string_view text) { return out.view() == text && out.complete(); }, report, size);
        REQUIRE(report.broken() == "");
        REQUIRE(report.tried() >= 3);
    }
}

TEST_CASE("a hash keeps the contract") {
    tc3::crypto::builtin_policy policies[2];
    std::size_t next = 0;
    const auto make = [&] { return tc3::crypto::hash_sink(policies[next++ % 2]); };
    const auto holds = [](tc3::crypto::hash_sink<tc3::crypto::builtin_policy>& out, std::string_view text) {
        const auto digest = out.finish();
        return digest && *digest == *tc3::signing::payload_hash(text);
    };
    CHECK(broken_rules(make, holds) == "");
}

TEST_CASE("a buffer, an adapter and a pair of sinks keep the contract") {
    std::vector<std::vector<char>> memory;
    memory.reserve(100);
    const auto buffer = [&] { return tc3::buffer_sink(memory.emplace_back(std::vector<char>(200'000))); };
    CHECK(broken_rules(buffer, [](const tc3::buffer_sink& out, std::string_view text) { return out.view() == text && out.complete(); }) ==
          "");

    std::vector<std::pair<std::string, std::string>> texts;
    texts.reserve(100);
    const auto newest = [&]() -> std::pair<std::string, std::string>& { return texts.emplace_back(); };
    struct adapted {
        std::string& text;
        tc3::sink_adapter<std::string> out{text};
        void append(std::string_view piece) { out.append(piece); }
    };
    const auto adapt = [&] { return adapted{newest().first}; };
    CHECK(broken_rules(adapt, [](const adapted& out, std::string_view text) { return out.text == text; }) == "");

    struct pair {
        std::pair<std::string, std::string>& texts;
        support::tee_sink<std::string, std::string> out;
        void append(std::string_view piece) { out.append(piece); }
    };
    const auto tee = [&] {
        auto& both = newest();
        return pair{both, {both.first, both.second}};
    };
    CHECK(broken_rules(tee, [](const pair& out, std::string_view text) { return out.texts.first == text && out.texts.second == text; }) ==
          "");
}

TEST_CASE("a faulty sink breaks the rule that describes its fault") {
    const struct {
        std::string (*run)();
        std::string_view rule;
    } cases[] = {
        {broken_by<that_stops_at_zero>, "all 256 byte values arrive unchanged, in one piece"},
        {broken_by<that_adds_a_zero>, "a piece ends at its size"},
        {broken_by<that_ends_at_an_empty_piece>, "an empty piece, even one at a null pointer"},
        {broken_by<that_writes_lines>, "pieces are joined in order"},
        {broken_by<that_writes_in_front>, "pieces are joined in order"},
        {broken_by<that_changes_line_ends>, "line ends, byte order marks and percent signs"},
        {broken_by<of_seven_bits>, "all 256 byte values arrive unchanged, one by one"},
        {broken_by<with_little_room>, "a large text arrives whole in one piece"},
        {broken_by<that_keeps_the_last>, "tc3 writes the same text as into a std::string"},
        {broken_by<with_a_stale_cache>, "append copies its piece"},
        {broken_by_sharing, "two sinks are independent"},
    };
    for (const auto& each : cases) {
        const std::string broken = each.run();
        CAPTURE(each.rule);
        CAPTURE(broken);
        CHECK(broken.find(each.rule) != std::string::npos);
    }
}
