// SPDX-License-Identifier: MIT
// The JSON reader compared with nlohmann::json, and with tables of difficult documents: which it accepts, and where it finds errors.
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace std::literals;
using tc3::errc;
using tc3::error;
namespace json = tc3::json;

// A small document is read at compile time.
constexpr bool reads_at_compile_time() {
    json::reader in(R"( {"a\u00e9\ud83d\ude00":[-12,true,null,"x\ty"],"skipped":{"deep":[[]]}} )");
    json::string_token name, text;
    json::number_token number;
    bool flag = false;
    in.begin_object();
    in.next_member(name);
    if (name != "a\xc3\xa9\xf0\x9f\x98\x80" || name.size() != 7) return false;
    in.begin_array();
    in.next_element();
    in.read_number(number);
    in.next_element();
    in.read_boolean(flag);
    in.next_element();
    in.read_null();
    in.next_element();
    in.read_string(text);
    if (in.next_element() || !in.next_member(name) || name != "skipped") return false;
    in.skip_value();
    if (in.next_member(name)) return false;
    tc3::fixed_text<8> decoded;
    text.write(decoded);
    return in.finish() && number.text() == "-12" && flag && decoded == "x\ty";
}
static_assert(reads_at_compile_time());
static_assert(json::validate(R"([{"a":1.5e-3},"\\",[],{}])"));
static_assert(json::validate("[1,]").error() == error{.code = errc::unexpected_character, .part = "body", .position = 3});

std::string decoded(const json::string_token& token) {
    std::string text;
    token.write(text);
    return text;
}

// Both parsers log integers of 64 bits by value and other numbers by their text.
std::string logged_number(const json::number_token& number) {
    if (number.text().find_first_of(".eE") == std::string_view::npos) {
        if (const auto value = number.to_uint64()) return std::to_string(*value);
        if (const auto value = number.to_int64()) return std::to_string(*value);
    }
    return std::string(number.text());
}

std::string logged_text(char mark, const std::string& text) { return mark + std::to_string(text.size()) + ':' + text; }

void log_value(json::reader& in, std::string& log) {
    json::string_token text;
    json::number_token number;
    bool flag = false;
    switch (in.peek()) {
        case json::kind::none: break;
        case json::kind::object:
            log += '{';
            in.begin_object();
            while (in.next_member(text)) {
                log += logged_text('k', decoded(text));
                log_value(in, log);
            }
            log += '}';
            break;
        case json::kind::array:
            log += '[';
            in.begin_array();
            while (in.next_element()) log_value(in, log);
            log += ']';
            break;
        case json::kind::string:
            in.read_string(text);
            log += logged_text('s', decoded(text));
            break;
        case json::kind::number:
            in.read_number(number);
            log += '#' + logged_number(number);
            break;
        case json::kind::boolean:
            in.read_boolean(flag);
            log += flag ? 't' : 'f';
            break;
        case json::kind::null:
            in.read_null();
            log += 'n';
            break;
    }
}

// The result of a parser: all values of a document in order, or nothing.
struct reading {
    bool accepted = false;
    std::string log = {};
    bool overflow = false;  // rejected only because of a number out of the range of double

    bool operator==(const reading&) const = default;
};

reading read_by_tc3(std::string_view text) {
    json::reader in(text);
    reading result;
    log_value(in, result.log);
    result.accepted = in.finish();
    CHECK_EQ(result.accepted, in.ok());

    const auto skipped = json::validate(text);
    CHECK_EQ(skipped.has_value(), result.accepted);
    if (result.accepted) return result;
    CHECK_EQ(skipped.error(), in.error());
    CHECK_LE(in.error().position, text.size());
    return {};
}

class log_of_nlohmann {
public:
    reading result;

    bool null() { return add("n"); }
    bool boolean(bool value) { return add(value ? "t" : "f"); }
    bool number_integer(std::int64_t value) { return add('#' + std::to_string(value)); }
    bool number_unsigned(std::uint64_t value) { return add('#' + std::to_string(value)); }
    bool number_float(double, const std::string& text) { return add('#' + text); }
    bool string(std::string& text) { return add(logged_text('s', text)); }
    bool binary(std::vector<std::uint8_t>&) { return false; }
    bool start_object(std::size_t) { return add("{"); }
    bool key(std::string& text) { return add(logged_text('k', text)); }
    bool end_object() { return add("}"); }
    bool start_array(std::size_t) { return add("["); }
    bool end_array() { return add("]"); }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception& error) {
        result.overflow = error.id == 406;
        return false;
    }

private:
    bool add(const std::string& event) {
        result.log += event;
        return true;
    }
};

reading read_by_nlohmann(std::string_view text) {
    log_of_nlohmann log;
    log.result.accepted = nlohmann::json::sax_parse(text, &log);
    if (!log.result.accepted) log.result.log.clear();
    return log.result;
}

class random_numbers {
public:
    explicit random_numbers(std::uint64_t seed) : state_(seed) {}

    std::size_t below(std::size_t count) {
        state_ ^= state_ << 13U;
        state_ ^= state_ >> 7U;
        state_ ^= state_ << 17U;
        return static_cast<std::size_t>(state_ >> 11U) % count;
    }
    template <std::size_t N>
    std::string_view one_of(const std::array<std::string_view, N>& choices) {
        return choices[below(N)];
    }

private:
    std::uint64_t state_;
};

constexpr std::array blanks{""sv, ""sv, ""sv, " "sv, "\n\t"sv, "\r\n"sv};
constexpr std::array scalars{"0"sv,
                             "-0"sv,
                             "12"sv,
                             "-7.25"sv,
                             "1e5"sv,
                             "2E-3"sv,
                             "18446744073709551615"sv,
                             "-9223372036854775808"sv,
                             "18446744073709551616"sv,
                             "0.5"sv,
                             "true"sv,
                             "false"sv,
                             "null"sv};
constexpr std::array string_parts{"a"sv,
                                  "abcdefgh"sv,
                                  "0123456789"sv,
                                  "\\n"sv,
                                  "\\\""sv,
                                  "\\\\"sv,
                                  "\\/"sv,
                                  "\\u0041"sv,
                                  "\\u00e9"sv,
                                  "\\uD83D\\uDe00"sv,
                                  "\xc3\xa9"sv,
                                  "\xe4\xbd\xa0\xe5\xa5\xbd"sv,
                                  "\xf0\x9f\x98\x80"sv,
                                  "\x7f"sv};
constexpr std::array fragments{"{"sv,
                               "}"sv,
                               "["sv,
                               "]"sv,
                               ","sv,
                               ":"sv,
                               "\""sv,
                               "\\"sv,
                               "u"sv,
                               "-"sv,
                               "+"sv,
                               "."sv,
                               "e"sv,
                               "0"sv,
                               "9"sv,
                               " "sv,
                               "\n"sv,
                               "\t"sv,
                               "\x01"sv,
                               "\x1f"sv,
                               "\x80"sv,
                               "\xc3"sv,
                               "\xed\xa0\x80"sv,
                               "\xff"sv,
                               "t"sv,
                               "nul"sv,
                               "/"sv,
                               "\\u"sv,
                               "\\ud83d"sv,
                               "\\ude00"sv,
                               "true"sv,
                               "\"a\":"sv,
                               "\xef\xbb\xbf"sv,
                               "\0"sv,
                               "\x0b"sv,
                               "'"sv};

std::string random_string(random_numbers& random) {
    std::string text = "\"";
    for (std::size_t parts = random.below(5); parts-- > 0;) text += random.one_of(string_parts);
    return text + '"';
}

std::string random_document(random_numbers& random, std::size_t depth) {
    const auto blank = [&random] { return std::string(random.one_of(blanks)); };
    const std::size_t shape = depth == 0 ? random.below(2) : random.below(5);
    if (shape == 0) return blank() + std::string(random.one_of(scalars)) + blank();
    if (shape == 1) return blank() + random_string(random) + blank();
    const bool object = shape < 4;
    std::string text = blank() + (object ? '{' : '[') + blank();
    const std::size_t count = random.below(4);
    for (std::size_t i = 0; i < count; ++i) {
        if (i != 0) text += ',';
        if (object) text += blank() + random_string(random) + blank() + ':';
        text += random_document(random, depth - 1);
    }
    return text + (object ? '}' : ']') + blank();
}

void mutate(std::string& text, random_numbers& random) {
    const std::size_t position = random.below(text.size() + 1);
    const std::size_t size = random.below(4);
    switch (random.below(5)) {
        case 0: text.insert(position, random.one_of(fragments)); break;
        case 1: text.replace(position, size, random.one_of(fragments)); break;
        case 2: text.erase(position, size); break;
        case 3: text.insert(random.below(text.size() + 1), text.substr(position, size)); break;
        default: text.resize(position); break;
    }
}

struct document {
    std::string_view text;
    bool nlohmann_differs = false;
};

}  // namespace

TEST_CASE("accepts well-formed documents and reads the same values as nlohmann::json") {
    // clang-format off
    const document documents[] = {
        {"0"}, {"-0"}, {"7"}, {"-1"}, {"10"}, {"0.0"}, {"-0.5"}, {"1e1"}, {"1E+2"}, {"1e-2"}, {"0e0"}, {"1.25E007"},
        {"9223372036854775807"}, {"-9223372036854775808"}, {"18446744073709551615"}, {"18446744073709551616"}, {"-9223372036854775809"},
        {"123456789012345678901234567890"}, {"1e-999"},
#ifndef __FAST_MATH__  // with it, nlohmann::json takes an infinity for finite
        {"1e999", true},  // the reader checks the grammar; to_double() checks the range
#endif
        {"true"}, {"false"}, {"null"}, {" \t\r\n null \t\r\n "},
        {"\"\""}, {"\"a\""}, {"\"/\""}, {"\"\x7f\""}, {"\"'\""}, {R"("\"\\\/\b\f\n\r\t")"}, {R"("\u0000")"}, {R"("\u001f\u0020\u007F\u0080\u07ff\u0800\uffff")"},
        {R"("\uD800\uDC00")"}, {R"("\uDBFF\uDFFF")"}, {R"("\ud83d\ude00x")"}, {R"("\\u12")"}, {R"("\\\"")"}, {R"("\ufeff")"}, {R"("\ufdd0\uffff")"},
        {"\"\xc2\x80\xdf\xbf\xe0\xa0\x80\xed\x9f\xbf\xee\x80\x80\xef\xbf\xbf\xf0\x90\x80\x80\xf4\x8f\xbf\xbf\""},
        {"\"\xef\xbb\xbf\""}, {"\"\xe2\x80\xa8\xe2\x80\xa9\""},
        {"[]"}, {"{}"}, {"[ ]"}, {"{\n}"}, {"[[],{},[[]]]"}, {"[1,-2,3.5]"}, {"[null,true,false,\"\",0,[],{}]"}, {"[\"\",\"\"]"},
        {R"({"a":1})"}, {R"({ "a" : 1 , "b" : [ 2 ] })"}, {R"({"":0})"}, {R"({"a":{"a":{"a":{}}}})"}, {R"({"\u0061\n":"\u0062"})"},
        {R"({"a":1,"a":2,"a":3})"},  // members with the same name are all reported
        {R"({"Response":{"RequestId":"f8c1","Error":{"Code":"X","Message":"\u4f60"}}})"},
    };
    // clang-format on
    for (const document& row : documents) {
        const std::string_view text = row.text;
        CAPTURE(text);
        const reading result = read_by_tc3(text);
        CHECK(result.accepted);
        CHECK_EQ(result == read_by_nlohmann(text), !row.nlohmann_differs);
    }
}

TEST_CASE("read_scalar() reads texts, numbers and booleans, and nothing else") {
    for (const std::string_view text : {"\"a\"", "12", "true", "false"}) {
        json::reader in(text);
        json::string_token token;
        CHECK(in.read_scalar(token));
    }
    for (const std::string_view text : {"{}", "[1]", "null"}) {
        CAPTURE(text);
        json::reader in(text);
        json::string_token token = json::string_token::plain("before");
        CHECK_FALSE(in.read_scalar(token));
        CHECK(in.error().code == errc::wrong_type);
        CHECK(in.error().position == 0);
        CHECK(token == "before");
    }
}

TEST_CASE("rejects malformed documents with the code and the exact position of the first error") {
    struct error_case {
        std::string_view text;
        errc code;
        std::size_t position;
        bool nlohmann_differs = false;
    };
    using enum errc;
    // clang-format off
    const error_case cases[] = {
        // ends too early
        {"", unexpected_end, 0}, {"  \n", unexpected_end, 3}, {"[", unexpected_end, 1}, {"[ ", unexpected_end, 2}, {"[1", unexpected_end, 2}, {"[1,", unexpected_end, 3},
        {"[[]", unexpected_end, 3}, {"{", unexpected_end, 1}, {"{\"a\"", unexpected_end, 4}, {"{\"a\":", unexpected_end, 5}, {"{\"a\": ", unexpected_end, 6},
        {"{\"a\":1", unexpected_end, 6}, {"{\"a\":1,", unexpected_end, 7}, {"\"", unexpected_end, 1}, {"\"abc", unexpected_end, 4}, {"\"\\", unexpected_end, 2},
        {"\"\\u", unexpected_end, 3}, {"\"\\u00e", unexpected_end, 6}, {"\"\\ud83d", unexpected_end, 7}, {"\"\\ud83d\\", unexpected_end, 8},
        {"\"\\ud83d\\ude0", unexpected_end, 12}, {"\"\\\"", unexpected_end, 3}, {"t", unexpected_end, 1}, {"fals", unexpected_end, 4}, {"[nul", unexpected_end, 4},
        // a character out of place
        {"]", unexpected_character, 0}, {"}", unexpected_character, 0}, {",", unexpected_character, 0}, {":", unexpected_character, 0}, {"[,1]", unexpected_character, 1},
        {"[1,]", unexpected_character, 3}, {"[1,,2]", unexpected_character, 3}, {"[1 2]", unexpected_character, 3}, {"[1:2]", unexpected_character, 2},
        {"[1}", unexpected_character, 2}, {"{]", unexpected_character, 1}, {"{\"a\":1]", unexpected_character, 6}, {"{,}", unexpected_character, 1},
        {"{1:2}", unexpected_character, 1}, {"{a:1}", unexpected_character, 1}, {"{'a':1}", unexpected_character, 1}, {"{\"a\" 1}", unexpected_character, 5},
        {"{\"a\",1}", unexpected_character, 4}, {"{\"a\"::1}", unexpected_character, 5}, {"{\"a\":}", unexpected_character, 5}, {"{\"a\":1,}", unexpected_character, 7},
        {"{\"a\":1 \"b\":2}", unexpected_character, 7}, {"{\"a\":1;\"b\":2}", unexpected_character, 6}, {"tru]", unexpected_character, 3}, {"[nulL]", unexpected_character, 4},
        {"TRUE", unexpected_character, 0}, {"[truex]", unexpected_character, 5}, {"undefined", unexpected_character, 0}, {"NaN", unexpected_character, 0},
        {"nan", unexpected_character, 1}, {"Infinity", unexpected_character, 0}, {"'a'", unexpected_character, 0}, {"/**/1", unexpected_character, 0},
        {"[1/*x*/]", unexpected_character, 2}, {"[1//x\n]", unexpected_character, 2}, {"+1", unexpected_character, 0}, {".5", unexpected_character, 0},
        {"\v1", unexpected_character, 0}, {"\f1", unexpected_character, 0}, {"[\xc2\xa0]", unexpected_character, 1}, {"\xe3\x80\x80", unexpected_character, 0},
        // control characters in a string
        {"\"a\nb\"", unexpected_character, 2}, {"\"\t\"", unexpected_character, 1}, {"\"abcdefghijk\x1f\"", unexpected_character, 12}, {"\"\0\""sv, unexpected_character, 1},
        {"{\"a\r\":1}", unexpected_character, 3},
        // a byte order mark: nlohmann skips it; RFC 8259, section 8.1, allows both
        {"\xef\xbb\xbf{}", unexpected_character, 0, true}, {"\xef\xbb\xbf", unexpected_character, 0}, {"\xff\xfe", unexpected_character, 0},
        // NUL: nlohmann treats it as the end of the text
        {"\0"sv, unexpected_character, 0}, {"1\0"sv, trailing_characters, 1, true}, {"{}\0x"sv, trailing_characters, 2, true}, {"[1\0]"sv, unexpected_character, 2},
        // something after the end
        {"1 2", trailing_characters, 2}, {"{}{}", trailing_characters, 2}, {"[] ]", trailing_characters, 3}, {"nullx", trailing_characters, 4}, {"\"a\"\"b\"", trailing_characters, 3},
        {"1,", trailing_characters, 1}, {"0x10", trailing_characters, 1}, {"1/", trailing_characters, 1}, {"0 //", trailing_characters, 2},
        // numbers
        {"-", bad_number, 0}, {"[01]", bad_number, 1}, {"-01", bad_number, 0}, {"00", bad_number, 0}, {"1.", bad_number, 0}, {"[1.,2]", bad_number, 1}, {"-.5", bad_number, 0},
        {"1e", bad_number, 0}, {"1e+", bad_number, 0}, {"1.e5", bad_number, 0}, {"1.5.5", bad_number, 0}, {"1e5e5", bad_number, 0}, {"1e5.5", bad_number, 0},
        {"--1", bad_number, 0}, {"1-2", bad_number, 0}, {"[ -]", bad_number, 2}, {"-Infinity", bad_number, 0}, {"-x", bad_number, 0}, {"{\"a\":- 1}", bad_number, 5},
        // escapes
        {R"("\x41")", bad_escape, 1}, {R"("ab\a")", bad_escape, 3}, {R"("\0")", bad_escape, 1}, {R"("\'")", bad_escape, 1}, {R"("\U0041")", bad_escape, 1}, {"\"\\\n\"", bad_escape, 1},
        {R"("\u12")", bad_escape, 1}, {R"("\u12g4")", bad_escape, 1}, {R"("\u+123")", bad_escape, 1}, {R"("\u 123")", bad_escape, 1}, {R"("\u-001")", bad_escape, 1}, {R"("\\\")", unexpected_end, 5},
        {R"("\u00:0")", bad_escape, 1}, {R"("\u00@0")", bad_escape, 1}, {R"("\u00G0")", bad_escape, 1}, {R"("\u00`0")", bad_escape, 1}, {R"({"\q":1})", bad_escape, 2},
        {R"("\ud800")", lone_surrogate, 1}, {R"("ab\udc00")", lone_surrogate, 3}, {R"("\udfff\ud800")", lone_surrogate, 1}, {R"("\ud83d\ud83d\ude00")", lone_surrogate, 1},
        {R"("\ud83dx")", lone_surrogate, 1}, {R"("\ud83d\n")", lone_surrogate, 1}, {R"("\ud83d\u0041")", lone_surrogate, 1}, {R"("\ud83d\uzzzz")", lone_surrogate, 1},
        {R"("\ude00\ud83d")", lone_surrogate, 1}, {R"("\ud83d\ude00\ude00")", lone_surrogate, 13},
        // UTF-8
        {"\"\x80\"", invalid_utf8, 1}, {"\"a\xc3\"", invalid_utf8, 2}, {"\"\xc0\x80\"", invalid_utf8, 1}, {"\"\xc1\xbf\"", invalid_utf8, 1}, {"\"\xe0\x9f\xbf\"", invalid_utf8, 1},
        {"\"\xed\xa0\x80\"", invalid_utf8, 1}, {"\"\xed\xbf\xbf\"", invalid_utf8, 1}, {"\"\xf0\x8f\xbf\xbf\"", invalid_utf8, 1}, {"\"\xf4\x90\x80\x80\"", invalid_utf8, 1},
        {"\"\xf5\x80\x80\x80\"", invalid_utf8, 1}, {"\"\xfe\"", invalid_utf8, 1}, {"\"12345678\xe4\xbd\xa0\xe4\xbd\"", invalid_utf8, 12}, {"{\"\xff\":1}", invalid_utf8, 2},
        {"\"\xe4\xbd\\u0041\"", invalid_utf8, 1}, {"\"\\n\xc3\xa9\xff\"", invalid_utf8, 5},
        // of two errors the first is reported
        {"\"\xff\\q\"", invalid_utf8, 1}, {"\"\\q\xff\"", bad_escape, 1}, {"\"\xff\n\"", invalid_utf8, 1}, {"\"\xff", invalid_utf8, 1}, {"[\"\\q\",01]", bad_escape, 2},
    };
    // clang-format on
    for (const error_case& row : cases) {
        const std::string_view text = row.text;
        CAPTURE(text);
        const auto valid = json::validate(text);
        REQUIRE_FALSE(valid.has_value());
        CHECK_EQ(valid.error(), error{.code = row.code, .part = "body", .position = row.position});
        CHECK_FALSE(read_by_tc3(text).accepted);
        CHECK_EQ(read_by_nlohmann(text).accepted, row.nlohmann_differs);
    }
}

TEST_CASE("accepts the same mutated documents as nlohmann::json and reads the same values") {
    random_numbers random(20180301);
    std::size_t accepted = 0, rejected = 0;
    for (int i = 0; i < 24000; ++i) {
        std::string text = random_document(random, 4);
        const std::size_t mutations = random.below(4);
        for (std::size_t m = 0; m < mutations; ++m) mutate(text, random);
        CAPTURE(text);

        const reading result = read_by_tc3(text);
        ++(result.accepted ? accepted : rejected);
        if (mutations == 0) CHECK(result.accepted);
        // nlohmann accepts a byte order mark and NUL, and rejects a number out of the range of double.
        if (text.starts_with("\xef\xbb\xbf") || text.find('\0') != std::string::npos) {
            CHECK_FALSE(result.accepted);
            continue;
        }
        const reading other = read_by_nlohmann(text);
        if (!other.overflow) CHECK_EQ(result, other);
    }
    CHECK_GT(accepted, 6000);
    CHECK_GT(rejected, 6000);
}

TEST_CASE("rejects every document that is cut short") {
    random_numbers random(7);
    for (int i = 0; i < 200; ++i) {
        const std::string text = "[" + random_document(random, 4) + "]";
        for (std::size_t size = 0; size < text.size(); ++size) {
            const std::string_view beginning(text.data(), size);
            CAPTURE(beginning);
            const auto valid = json::validate(beginning);
            REQUIRE_FALSE(valid.has_value());
            // A cut within a number or a character leaves a malformed one; any other cut gives unexpected_end.
            const bool is_malformed = valid.error().code == errc::bad_number || valid.error().code == errc::invalid_utf8;
            if (!is_malformed) CHECK_EQ(valid.error(), error{.code = errc::unexpected_end, .part = "body", .position = size});
        }
        CHECK(json::validate(text));
    }
}

TEST_CASE("treats each byte in a string the same at every offset of a machine word") {
    for (unsigned byte = 0; byte < 256; ++byte) {
        for (std::size_t before = 0; before < 20; ++before) {
            for (const std::size_t after : {0U, 1U, 9U}) {
                const std::string text = '"' + std::string(before, 'x') + static_cast<char>(byte) + std::string(after, '~') + '"';
                CAPTURE(text);
                CHECK_EQ(read_by_tc3(text), read_by_nlohmann(text));
            }
        }
    }
}

TEST_CASE("decodes every \\u escape and a grid of surrogate pairs as nlohmann::json does") {
    const auto escape = [](unsigned unit) {
        constexpr std::string_view digits = "0123456789aBcDeF";
        return std::string{'\\', 'u', digits[unit >> 12U], digits[unit >> 8U & 15U], digits[unit >> 4U & 15U], digits[unit & 15U]};
    };
    for (unsigned unit = 0; unit < 0x10000; ++unit) {
        const std::string text = '"' + escape(unit) + '"';
        CAPTURE(text);
        CHECK_EQ(read_by_tc3(text), read_by_nlohmann(text));
    }
    for (unsigned high = 0xd7f0; high < 0xe010; high += 13) {
        for (unsigned low = 0xdbf0; low < 0xe010; low += 13) {
            const std::string text = '"' + escape(high) + escape(low) + '"';
            CAPTURE(text);
            CHECK_EQ(read_by_tc3(text), read_by_nlohmann(text));
        }
    }
}

TEST_CASE("a string token has its decoded size and compares as decoded text") {
    struct string_case {
        std::string_view raw;
        std::string_view text;
    };
    const string_case cases[] = {
        {"", ""},
        {"abc", "abc"},
        {"\xe4\xbd\xa0", "\xe4\xbd\xa0"},
        {R"(\n)", "\n"},
        {R"(a\"b\\c\/d)", "a\"b\\c/d"},
        {R"(\u0041\u00e9\u4f60\ud83d\ude00)", "A\xc3\xa9\xe4\xbd\xa0\xf0\x9f\x98\x80"},
        {R"(x\u0000y)", "x\0y"sv},
    };
    for (const string_case& row : cases) {
        const std::string_view raw = row.raw, text = row.text;
        CAPTURE(raw);
        const std::string whole = '"' + std::string(raw) + '"';
        json::reader in(whole);
        json::string_token token;
        REQUIRE(in.read_string(token));
        CHECK_EQ(token.raw(), raw);
        CHECK_EQ(decoded(token), text);
        CHECK_EQ(token.size(), text.size());
        CHECK_EQ(token.is_encoded(), raw != text);
        CHECK(token == text);
        CHECK(text == token);
        CHECK(token != std::string(text) + "x");
        CHECK_EQ(token == "abc", text == "abc");
        for (std::size_t i = 0; i < text.size(); ++i) {
            std::string other(text);
            other[i] = '\x01';
            CHECK(token != other);
        }
        CHECK_EQ(token == "", text.empty());
    }
    CHECK(json::string_token() == "");
}

TEST_CASE("writes a large string without escapes in one piece") {
    struct piece_counter {
        std::size_t pieces = 0, size = 0;
        void append(std::string_view text) {
            ++pieces;
            size += text.size();
        }
    };
    const std::string body(1 << 20, 'A');
    const std::string text = "{\"Image\":\"" + body + "\",\"Cut\":\"" + body + "\\n" + body + "\"}";
    json::reader in(text);
    json::string_token name, image, cut;
    REQUIRE(in.begin_object());
    REQUIRE(in.next_member(name));
    REQUIRE(in.read_string(image));
    REQUIRE(in.next_member(name));
    REQUIRE(in.read_string(cut));
    CHECK_FALSE(in.next_member(name));
    CHECK(in.finish());
    CHECK(image == body);
    CHECK_EQ(cut.size(), 2 * body.size() + 1);
    piece_counter whole, halves;
    image.write(whole);
    cut.write(halves);
    CHECK_EQ(whole.pieces, 1);
    CHECK_EQ(whole.size, body.size());
    CHECK_EQ(halves.pieces, 3);
    CHECK_EQ(halves.size, cut.size());

    const auto unclosed = json::validate(std::string_view(text).substr(0, body.size()));
    CHECK_EQ(unclosed.error(), error{.code = errc::unexpected_end, .part = "body", .position = body.size()});
}

TEST_CASE("limits the depth to 64 by default and to 256 at most") {
    struct depth_case {
        std::size_t limit;
        std::size_t depth;
        bool accepted;
    };
    const depth_case cases[] = {
        {64, 64, true},    {64, 65, false},   {64, 1000, false},   {0, 0, true},         {0, 1, false},         {1, 1, true},
        {1, 2, false},     {63, 63, true},    {65, 65, true},      {128, 128, true},     {129, 130, false},     {256, 256, true},
        {256, 257, false}, {257, 257, false}, {100000, 256, true}, {100000, 257, false}, {100000, 1000, false},
    };
    CHECK_EQ(json::limits{}.depth, 64);
    for (const depth_case& row : cases) {
        for (const bool objects : {false, true}) {
            const std::size_t limit = row.limit, depth = row.depth;
            CAPTURE(limit);
            CAPTURE(depth);
            std::string text;
            for (std::size_t i = 0; i < depth; ++i) text += objects ? "{\"a\":" : "[";
            const std::size_t opening = objects ? 5 : 1;
            text += '0';
            for (std::size_t i = 0; i < depth; ++i) text += objects ? '}' : ']';
            const auto valid = json::validate(text, {.depth = limit});
            CHECK_EQ(valid.has_value(), row.accepted);
            if (row.accepted) continue;
            const std::size_t effective = limit < 256 ? limit : 256;
            CHECK_EQ(valid.error(), error{.code = errc::too_deep, .part = "body", .position = effective * opening, .limit = effective});
        }
    }
}

TEST_CASE("counts only open objects and arrays as depth") {
    std::string text = "[";
    for (int i = 0; i < 1000; ++i) text += "[{\"a\":[]}],";
    text += "0]";
    CHECK(json::validate(text, {.depth = 4}));
    CHECK_EQ(json::validate(text, {.depth = 3}).error().position, 7);
}

TEST_CASE("requires the matching bracket at every depth") {
    random_numbers random(64);
    for (int i = 0; i < 300; ++i) {
        std::string opening, closing;
        for (std::size_t depth = 1 + random.below(200); depth-- > 0;) {
            const bool object = random.below(2) == 0;
            opening += object ? "{\"a\":" : "[";
            closing.insert(closing.begin(), object ? '}' : ']');
        }
        const std::size_t wrong = random.below(closing.size());
        std::string crossed = opening + '0' + closing;
        char& bracket = crossed[opening.size() + 1 + wrong];
        bracket = bracket == '}' ? ']' : '}';
        CHECK(json::validate(opening + '0' + closing, {.depth = 256}));
        CHECK_EQ(json::validate(crossed, {.depth = 256}).error(),
                 error{.code = errc::unexpected_character, .part = "body", .position = opening.size() + 1 + wrong});
    }
}

TEST_CASE("reports a value of the wrong type at its first byte") {
    struct typed_value {
        json::kind kind;
        std::string_view text;
    };
    const typed_value values[] = {
        {json::kind::object, "{}"}, {json::kind::array, "[]"},      {json::kind::string, "\"\""},
        {json::kind::number, "-1"}, {json::kind::boolean, "false"}, {json::kind::null, "null"},
    };
    const auto read_as = [](json::reader& in, json::kind wanted) {
        json::string_token text;
        json::number_token number;
        bool flag = false;
        switch (wanted) {
            case json::kind::object: return in.begin_object();
            case json::kind::array: return in.begin_array();
            case json::kind::string: return in.read_string(text);
            case json::kind::number: return in.read_number(number);
            case json::kind::boolean: return in.read_boolean(flag);
            default: return in.read_null();
        }
    };
    for (const typed_value& actual : values) {
        for (const typed_value& wanted : values) {
            CAPTURE(actual.text);
            CAPTURE(wanted.text);
            const std::string padded = "  [ " + std::string(actual.text) + " ]";
            json::reader in(padded);
            REQUIRE(in.begin_array());
            REQUIRE(in.next_element());
            CHECK(in.peek() == actual.kind);
            const bool same = actual.kind == wanted.kind;
            CHECK_EQ(read_as(in, wanted.kind), same);
            CHECK_EQ(in.error(), same ? error{} : error{.code = errc::wrong_type, .part = "body", .position = 4});
        }
    }
}

TEST_CASE("changes nothing after the first error") {
    json::reader in(R"(["kept",x,"next"])");
    json::string_token text;
    json::number_token number;
    bool flag = true;
    in.begin_array();
    in.next_element();
    in.read_string(text);
    CHECK_FALSE(in.next_element());
    const error first = in.error();
    const std::size_t position = in.position();
    CHECK_EQ(first, error{.code = errc::unexpected_character, .part = "body", .position = 8});

    CHECK(in.peek() == json::kind::none);
    CHECK_FALSE(in.begin_object());
    CHECK_FALSE(in.begin_array());
    CHECK_FALSE(in.next_element());
    CHECK_FALSE(in.next_member(text));
    CHECK_FALSE(in.read_string(text));
    CHECK_FALSE(in.read_number(number));
    CHECK_FALSE(in.read_boolean(flag));
    CHECK_FALSE(in.read_null());
    CHECK_FALSE(in.skip_value());
    CHECK_FALSE(in.finish());
    CHECK_FALSE(in.fail(errc::not_allowed, 1));
    CHECK_FALSE(in.ok());
    CHECK_EQ(in.error(), first);
    CHECK_EQ(in.position(), position);
    CHECK(text == "kept");
    CHECK_EQ(number.text(), "0");
    CHECK(flag);
}

TEST_CASE("a call at a wrong place is an error and never undefined behaviour") {
    json::string_token text;
    const error at_0{.code = errc::wrong_type, .part = "body", .position = 0};
    const error at_1{.code = errc::wrong_type, .part = "body", .position = 1};
    const error at_2{.code = errc::wrong_type, .part = "body", .position = 2};
    const error at_4{.code = errc::wrong_type, .part = "body", .position = 4};
    {
        json::reader in("{}");  // a member is expected where there is none
        in.begin_object();
        in.next_member(text);
        CHECK(in.ok());
        CHECK_FALSE(in.read_string(text));
        CHECK_EQ(in.error(), at_2);
    }
    {
        json::reader in("[1]");
        CHECK_FALSE(in.next_element());
        CHECK_EQ(in.error(), at_0);
    }
    {
        json::reader in("[1]");
        in.begin_array();
        CHECK(in.peek() == json::kind::none);
        CHECK_EQ(in.error(), at_1);
    }
    {
        json::reader in("[1]");
        in.begin_array();
        CHECK_FALSE(in.next_member(text));
        CHECK_EQ(in.error(), at_1);
    }
    {
        json::reader in("{\"a\":1}");
        in.begin_object();
        CHECK_FALSE(in.next_element());
        CHECK_EQ(in.error(), at_1);
    }
    {
        json::reader in("[1,2]");
        in.begin_array();
        in.next_element();
        CHECK_FALSE(in.next_element());  // the first element was neither read nor skipped
        CHECK_EQ(in.error(), at_1);
    }
    {
        json::reader in("null");
        in.read_null();
        CHECK_FALSE(in.next_element());
        CHECK_EQ(in.error(), at_4);
    }
    {
        json::reader in("null");
        CHECK_FALSE(in.finish());
        CHECK_EQ(in.error(), at_0);
    }
    {
        json::reader in("[1]");
        in.begin_array();
        CHECK_FALSE(in.finish());
        CHECK_EQ(in.error(), at_1);
    }
}

TEST_CASE("gives the text of a value that was skipped, and its position") {
    const std::string_view payload = R"({"b" : [1, "\u00e9", {"c":null}]})";
    const std::string text = "{ \"Response\" : \n" + std::string(payload) + " , \"n\":1 }";
    json::reader in(text);
    json::string_token name;
    in.begin_object();
    CHECK_EQ(in.position(), 1);
    in.next_member(name);
    const std::size_t start = in.position();
    CHECK_EQ(start, text.find("{\"b\""));
    CHECK(in.peek() == json::kind::object);
    CHECK_EQ(in.position(), start);
    CHECK(in.skip_value());
    CHECK_EQ(in.since(start), payload);
    CHECK_EQ(in.since(in.position()), "");
    CHECK_EQ(in.since(text.size() + 9), "");
    CHECK(in.next_member(name));
    CHECK(name == "n");
    CHECK(in.skip_value());
    CHECK_FALSE(in.next_member(name));
    CHECK(in.finish());
    CHECK(in.finish());
    CHECK_EQ(in.position(), text.size());
    CHECK_EQ(json::reader(" \t1").position(), 2);
}

TEST_CASE("skips a value as strictly as it reads one, and stops after it") {
    struct skip_case {
        std::string_view value;
        errc code;
    };
    const skip_case cases[] = {
        {"1", errc::none},
        {"\"\\n\"", errc::none},
        {"{}", errc::none},
        {"[[[]],{\"a\":{\"b\":[1,2]}},\"]\"]", errc::none},
        {"{\"}\":\"{\"}", errc::none},
        {"[1,]", errc::unexpected_character},
        {"{\"a\":\"\xff\"}", errc::invalid_utf8},
        {"[[\"\\x\"]]", errc::bad_escape},
        {"[[[00]]]", errc::bad_number},
        {"{\"a\"}", errc::unexpected_character},
    };
    for (const skip_case& row : cases) {
        const std::string_view value = row.value;
        CAPTURE(value);
        const std::string text = "[" + std::string(value) + ",true]";
        json::reader in(text);
        bool flag = false;
        in.begin_array();
        in.next_element();
        CHECK_EQ(in.skip_value(), row.code == errc::none);
        CHECK_EQ(in.error().code, row.code);
        if (row.code != errc::none) continue;
        CHECK_EQ(in.position(), 1 + value.size());
        in.next_element();
        CHECK(in.read_boolean(flag));
        CHECK(flag);
        CHECK_FALSE(in.next_element());
        CHECK(in.finish());
    }
}

TEST_CASE("keeps an error that the program sets") {
    json::reader in("[3]");
    json::number_token number;
    in.begin_array();
    in.next_element();
    const std::size_t start = in.position();
    in.read_number(number);
    CHECK_FALSE(in.fail(errc::not_allowed, start));
    CHECK_FALSE(in.next_element());
    CHECK_EQ(in.error(), error{.code = errc::not_allowed, .part = "body", .position = 1});
}

TEST_CASE("reads integers of 64 bits exactly") {
    const auto token = [](std::string_view text) {
        json::reader in(text);
        json::number_token number;
        CHECK(in.read_number(number));
        CHECK_EQ(number.text(), text);
        return number;
    };
    CHECK_EQ(*token("-9223372036854775808").to_int64(), INT64_MIN);
    CHECK_EQ(*token("9223372036854775807").to_int64(), INT64_MAX);
    CHECK_EQ(*token("18446744073709551615").to_uint64(), UINT64_MAX);
    CHECK_EQ(*token("-0").to_int64(), 0);
}

TEST_CASE("recognises the name of the next member without reading it") {
    struct {
        std::string_view text, name;
        bool is_next;
    } const rows[] = {
        {R"({"Name":1})", "Name", true},
        {R"({"Name":1})", "Nam", false},
        {R"({"Name":1})", "Names", false},
        {R"({"Name" :1})", "Name", false},
        {R"({"Name": 1})", "Name", false},
        {R"({ "Name":1})", "Name", false},
        {R"({"N\u0061me":1})", "Name", false},
        {R"({"Name":})", "Name", false},
        {R"({"Name":x})", "Name", false},
        {R"({"Name":)", "Name", false},
        {R"({"Name")", "Name", false},
        {R"({)", "Name", false},
        {R"({})", "Name", false},
        {R"({"":1})", "", true},
        {R"({"A_longer_name":[]})", "A_longer_name", true},
        {R"({"A_longer_nome":[]})", "A_longer_name", false},
        {R"({"a_longer_name":[]})", "A_longer_name", false},
        {R"({"Sixteen_letters_":0})", "Sixteen_letters_", true},
        {R"(["Name"])", "Name", false},
    };
    for (const auto& row : rows) {
        CAPTURE(row.text);
        json::reader in(row.text);
        row.text.front() == '[' ? in.begin_array() : in.begin_object();
        const std::size_t position = in.position();
        CHECK(in.next_member_named(row.name) == row.is_next);
        CHECK((in.position() == position) != row.is_next);
        CHECK((in.current_kind() != json::kind::none) == row.is_next);
        CHECK(in.ok());
    }
}

TEST_CASE("compares each byte of a name of any size") {
    for (std::size_t size = 0; size < 30; ++size) {
        const std::string name = std::string("abcdefghijklmnopqrstuvwxyzABCD").substr(0, size);
        const std::string document = "{\"" + name + "\":1}";
        json::reader in(document);
        in.begin_object();
        for (std::size_t position = 0; position < size; ++position) {
            std::string other = name;
            other[position] = '_';
            CAPTURE(other);
            CHECK_FALSE(in.next_member_named(other));
        }
        CAPTURE(name);
        CHECK(in.next_member_named(name));
    }
}

TEST_CASE("enters a container of one type, and leaves all other values and those that are too deep") {
    json::reader in(R"([{"A":[1]}, 2])", {.depth = 3});
    CHECK_FALSE(in.begin_if(json::kind::object));
    CHECK(in.begin_if(json::kind::array));
    CHECK_FALSE(in.begin_if(json::kind::object));  // next_element() was not called
    CHECK(in.next_element());
    CHECK_FALSE(in.begin_if(json::kind::array));
    CHECK(in.begin_if(json::kind::object));
    CHECK(in.next_member_named("A"));
    CHECK(in.begin_if(json::kind::array));
    CHECK(in.next_element());
    CHECK_FALSE(in.begin_if(json::kind::array));
    CHECK(in.ok());

    json::reader deep("[[]]", {.depth = 1});
    CHECK(deep.begin_if(json::kind::array));
    CHECK(deep.next_element());
    CHECK_FALSE(deep.begin_if(json::kind::array));
    CHECK(deep.ok());
    CHECK_FALSE(deep.begin_array());
    CHECK(deep.error().code == tc3::errc::too_deep);

    json::reader empty("");
    CHECK_FALSE(empty.begin_if(json::kind::object));
    CHECK(empty.ok());
}

TEST_CASE("recognises the names of all members in their order, and the end of the object") {
    json::reader in(R"({"A":1,"B":"b","C":{"D":null}, "E":2})");
    in.begin_object();
    CHECK(in.next_member_named("A"));
    CHECK_FALSE(in.next_member_named("B"));  // the value of A was not read
    in.skip_value();
    CHECK_FALSE(in.next_member_named("C"));
    CHECK(in.next_member_named("B"));
    std::string_view text;
    CHECK(in.read_plain_string(text));
    CHECK(text == "b");
    CHECK(in.next_member_named("C"));
    CHECK(in.begin_object());
    CHECK(in.next_member_named("D"));
    in.read_null();
    json::string_token name;
    CHECK_FALSE(in.next_member(name));
    CHECK_FALSE(in.next_member_named("E"));  // after a blank
    CHECK(in.next_member(name));
    in.skip_value();
    CHECK_FALSE(in.next_member_named("F"));
    CHECK_FALSE(in.next_member(name));
    CHECK(in.finish());
}

TEST_CASE("reads a string of ASCII without escapes, and leaves all others") {
    struct {
        std::string_view document;
        bool is_plain;
    } const rows[] = {
        {R"("")", true},     {R"("text of more than sixteen bytes")", true},
        {R"("a\n")", false}, {"\"\xc3\xa9\"", false},
        {R"("a)", false},    {"\"\x01\"", false},
        {"\"\x80\"", false}, {"1", false},
        {"", false},         {"x", false},
    };
    for (const auto& row : rows) {
        CAPTURE(row.document);
        json::reader in(row.document);
        std::string_view text = "before";
        CHECK(in.read_plain_string(text) == row.is_plain);
        CHECK(text == (row.is_plain ? row.document.substr(1, row.document.size() - 2) : "before"sv));
        CHECK(in.position() == (row.is_plain ? row.document.size() : 0));
        CHECK(in.ok());
    }
}

TEST_CASE("a string whose damaged text is skipped is an empty text") {
    json::reader in("\"a\xff\"", {}, &json::skip_damaged_text);
    json::string_token token;
    REQUIRE(in.read_string(token));
    CHECK(token.is_damaged());
    CHECK(token.size() == 0);
    CHECK(token == "");
    std::string text;
    token.write(text);
    CHECK(text == "");
}
