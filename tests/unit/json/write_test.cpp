// SPDX-License-Identifier: MIT
// The JSON writer: its exact bytes, compared with nlohmann::json, and read back by both libraries.
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

namespace {

using namespace std::literals;
using tc3::errc;
using tc3::error;
namespace json = tc3::json;

// A small document is written at compile time.
constexpr auto write_at_compile_time() {
    tc3::fixed_text<128> text;
    json::writer out(text);
    out.begin_object();
    out.name("Level\n");
    out.string("4\x01\xc3\xa9");
    out.name("Card");
    out.base64("\xff\xfe\xfd");
    out.name("List");
    out.begin_array();
    out.number(-1);
    out.boolean(true);
    out.null();
    out.end_array();
    out.end_object();
    return text;
}
constexpr auto written_at_compile_time = write_at_compile_time();
static_assert(written_at_compile_time == "{\"Level\\n\":\"4\\u0001\xc3\xa9\",\"Card\":\"//79\",\"List\":[-1,true,null]}"sv);
static_assert(json::validate(written_at_compile_time.view()));

// The text that `write(writer)` writes.
template <class Write>
std::string written(Write write) {
    std::string text;
    json::writer out(text);
    write(out);
    CHECK(out.ok());
    return text;
}

std::string written_string(std::string_view text) {
    return written([text](auto& out) { out.string(text); });
}

std::string read_back(std::string_view document) {
    json::reader in(document);
    json::string_token token;
    CHECK(in.read_string(token));
    CHECK(in.finish());
    std::string text;
    token.write(text);
    return text;
}

// Checks that a text is written with the bytes of nlohmann::json and read back by both libraries.
void check_text(const std::string& text) {
    CAPTURE(text);
    const std::string document = written_string(text);
    CHECK_EQ(document, nlohmann::json(text).dump());
    CHECK_EQ(read_back(document), text);
    const auto parsed = nlohmann::json::parse(document, nullptr, false);
    REQUIRE(parsed.is_string());
    CHECK_EQ(parsed.get_ref<const std::string&>(), text);
}

class random_numbers {
public:
    explicit random_numbers(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {
        state_ ^= state_ << 13U;
        state_ ^= state_ >> 7U;
        state_ ^= state_ << 17U;
        return state_ * 0x2545f4914f6cdd1d;
    }
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(next() >> 32U) % count; }

private:
    std::uint64_t state_;
};

std::string random_text(random_numbers& random) {
    constexpr std::array parts{"a"sv,           "abcdefghijklmno"sv,
                               "\""sv,          "\\"sv,
                               "/"sv,           "\n"sv,
                               "\x1f"sv,        "\0"sv,
                               "\x7f"sv,        "\xc3\xa9"sv,
                               " "sv,           "\xe4\xbd\xa0"sv,
                               "\\u0041"sv,     "\xf0\x9f\x98\x80"sv,
                               "\xe2\x80\xa8"sv};
    std::string text;
    for (std::size_t count = random.below(7); count-- > 0;) text += parts[random.below(parts.size())];
    return text;
}

// Writes a random tree and builds the same tree with nlohmann::json.
template <class Writer>
nlohmann::ordered_json write_random(Writer& out, random_numbers& random, std::size_t depth) {
    switch (random.below(depth == 0 ? 6 : 10)) {
        case 0: out.null(); return nullptr;
        case 1: {
            const bool value = random.below(2) == 0;
            out.boolean(value);
            return value;
        }
        case 2: {
            const auto value = static_cast<std::int64_t>(random.next()) >> random.below(64);
            out.number(value);
            return value;
        }
        case 3: {
            const std::uint64_t value = random.next() >> random.below(64);
            out.number(value);
            return value;
        }
        case 4:
        case 5: {
            const std::string value = random_text(random);
            out.string(value);
            return value;
        }
        case 6:
        case 7: {
            auto array = nlohmann::ordered_json::array();
            out.begin_array();
            for (std::size_t count = random.below(5); count-- > 0;) array.push_back(write_random(out, random, depth - 1));
            out.end_array();
            return array;
        }
        default: {
            auto object = nlohmann::ordered_json::object();
            out.begin_object();
            for (std::size_t count = random.below(5); count-- > 0;) {
                const std::string name = random_text(random) + std::to_string(count);
                out.name(name);
                object[name] = write_random(out, random, depth - 1);
            }
            out.end_object();
            return object;
        }
    }
}

template <class Value>
concept has_number = requires(json::writer<std::string>& out, Value value) { out.number(value); };

}  // namespace

TEST_CASE("escapes only the characters that the grammar requires, in the shortest form") {
    struct string_case {
        std::string_view text;
        std::string_view written;
    };
    const string_case cases[] = {
        {"", R"("")"},
        {"abc", R"("abc")"},
        {"\"", R"("\"")"},
        {"\\", R"("\\")"},
        {"/", R"("/")"},
        {"\b\f\n\r\t", R"("\b\f\n\r\t")"},
        {"\0"sv, R"("\u0000")"},
        {"\v\x1b\x1f", R"("\u000b\u001b\u001f")"},
        {"\x7f", "\"\x7f\""},
        {"a\"b\\c\nd", R"("a\"b\\c\nd")"},
        {"01234567\"89abcdef\\", R"("01234567\"89abcdef\\")"},
        {"\xe4\xbd\xa0\xf0\x9f\x98\x80", "\"\xe4\xbd\xa0\xf0\x9f\x98\x80\""},
        {"\xe2\x80\xa8</script>", "\"\xe2\x80\xa8</script>\""},
    };
    for (const string_case& row : cases) {
        const std::string_view text = row.text;
        CAPTURE(text);
        CHECK_EQ(written_string(text), row.written);
        CHECK_EQ(written([text](auto& out) { out.name(text); }), std::string(row.written) + ':');
    }
}

TEST_CASE("writes every text as nlohmann::json does, and both libraries read it back") {
    for (int byte = 0; byte < 0x80; ++byte) {
        for (std::size_t before = 0; before < 18; ++before) {
            check_text(std::string(before, 'x') + static_cast<char>(byte) + std::string(before % 5, 'y'));
        }
    }
    random_numbers random(1);
    for (int i = 0; i < 5000; ++i) check_text(random_text(random));
}

TEST_CASE("writes commas between members and between elements only") {
    CHECK_EQ(written([](auto& out) {
                 out.begin_object();
                 out.end_object();
             }),
             "{}");
    CHECK_EQ(written([](auto& out) {
                 out.begin_array();
                 out.end_array();
             }),
             "[]");
    CHECK_EQ(written([](auto& out) {
                 out.begin_array();
                 out.begin_array();
                 out.end_array();
                 out.begin_object();
                 out.name("a");
                 out.begin_array();
                 out.string("x");
                 out.base64("");
                 out.raw("{ }");
                 out.boolean(false);
                 out.null();
                 out.number(1);
                 out.end_array();
                 out.name("b");
                 out.begin_object();
                 out.end_object();
                 out.name("c");
                 out.number(2U);
                 out.end_object();
                 out.string("z");
                 out.end_array();
             }),
             R"([[],{"a":["x","",{ },false,null,1],"b":{},"c":2},"z"])");
}

TEST_CASE("writes random trees as nlohmann::json does") {
    random_numbers random(2);
    for (int i = 0; i < 3000; ++i) {
        std::string text;
        json::writer out(text);
        const nlohmann::ordered_json tree = write_random(out, random, 4);
        CHECK(out.ok());
        CHECK_EQ(text, tree.dump());
        CHECK(json::validate(text));
    }
}

TEST_CASE("writes integers of every type exactly") {
    const auto number = [](auto value) { return written([value](auto& out) { out.number(value); }); };
    CHECK_EQ(number(0), "0");
    CHECK_EQ(number(std::int8_t{-128}), "-128");
    CHECK_EQ(number(std::uint8_t{255}), "255");
    CHECK_EQ(number(short{-7}), "-7");
    CHECK_EQ(number(INT64_MIN), "-9223372036854775808");
    CHECK_EQ(number(INT64_MAX), "9223372036854775807");
    CHECK_EQ(number(UINT64_MAX), "18446744073709551615");
    CHECK_EQ(number(std::size_t{42}), "42");
}

TEST_CASE("number() takes neither characters nor bool nor float") {
    CHECK(has_number<int>);
    CHECK(has_number<double>);
    CHECK_FALSE(has_number<bool>);
    CHECK_FALSE(has_number<char>);
    CHECK_FALSE(has_number<char32_t>);
    CHECK_FALSE(has_number<const char*>);
    CHECK_FALSE(has_number<float>);  // its shortest digits differ from those of the double
}

TEST_CASE("writes doubles that read back as the same value") {
    const double values[] = {0.0, -0.0, 1.0, -2.5, 0.1, 1e21, 1e-7, 5e-324, 1.7976931348623157e308, 123456789.125};
    for (const double value : values) {
        CAPTURE(value);
        const std::string text = written([value](auto& out) { out.number(value); });
        CHECK(json::validate(text));
        CHECK_EQ(nlohmann::json::parse(text, nullptr, false).get<double>(), value);
    }
}

TEST_CASE("writes null for an infinity or NaN, and reports an error") {
    for (const double value :
         {std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity(), std::numeric_limits<double>::quiet_NaN()}) {
        std::string text;
        json::writer out(text);
        out.begin_array();
        out.number(1.5);
        out.number(value);
        out.number(2);
        out.end_array();
        CHECK_EQ(text, "[1.5,null,2]");
        CHECK_EQ(out.error(), error{.code = errc::out_of_range, .part = "field"});
    }
}

TEST_CASE("leaves out text that is not UTF-8, and reports an error with its position") {
    struct invalid_case {
        std::string_view text;
        std::size_t position;
    };
    const invalid_case cases[] = {
        {"\xff", 0},       {"abc\x80", 3},           {"\xc0\x80", 0}, {"\xed\xa0\x80", 0}, {"\xe4\xbd\xa0\xe4\xbd", 3},
        {"a\nb\xf5zz", 3}, {"0123456789\xc3\"", 10},
    };
    for (const invalid_case& row : cases) {
        const std::string_view text = row.text;
        CAPTURE(text);
        const error expected{.code = errc::invalid_utf8, .part = "field", .position = row.position};
        std::string document;
        json::writer out(document);
        out.begin_object();
        out.name("good");
        out.string("x");
        CHECK(out.ok());
        out.name("bad");
        out.string(text);
        CHECK_FALSE(out.ok());
        CHECK_EQ(out.error(), expected);
        out.name("bytes may be anything");
        out.base64(text);
        out.name("0123456789012345\xff");
        out.number(1);
        out.end_object();
        CHECK_EQ(out.error(), expected);  // the first error is kept
        CHECK(document.starts_with(R"({"good":"x","bad":"","bytes may be anything":")"));
        CHECK(document.ends_with(R"(","":1})"));
        CHECK(json::validate(document));

        std::string named;
        json::writer names(named);
        names.name(text);
        CHECK_EQ(named, "\"\":");
        CHECK_EQ(names.error(), expected);
    }
}

TEST_CASE("writes bytes as a string of their base64") {
    const auto base64 = [](std::string_view bytes) { return written([bytes](auto& out) { out.base64(bytes); }); };
    CHECK_EQ(base64(""), R"("")");
    CHECK_EQ(base64("f"), R"("Zg==")");
    CHECK_EQ(base64("fo"), R"("Zm8=")");
    CHECK_EQ(base64("foo"), R"("Zm9v")");
    CHECK_EQ(base64("\0\xff\x80\""sv), R"("AP+AIg==")");

    tc3::counting_sink size;
    json::writer out(size);
    out.base64(std::string(3'000'000, '\xff'));
    CHECK_EQ(size.size(), 4'000'002);
}

TEST_CASE("gives the run between two escapes to the sink in one piece") {
    struct piece_counter {
        std::size_t pieces = 0, longest = 0;
        void append(std::string_view text) {
            ++pieces;
            longest = text.size() > longest ? text.size() : longest;
        }
    };
    const std::string run(1 << 20, 'A');
    piece_counter plain;
    json::writer(plain).string(run);
    CHECK_EQ(plain.pieces, 3);  // quote, run, quote
    CHECK_EQ(plain.longest, run.size());

    piece_counter escaped;
    json::writer(escaped).string(run + "\"\n" + run);
    CHECK_EQ(escaped.pieces, 6);

    piece_counter raw;
    json::writer(raw).raw(run);
    CHECK_EQ(raw.pieces, 1);
}
