// SPDX-License-Identifier: MIT
// Structs to JSON and back: every kind of field, absent and wrong values, and a comparison with nlohmann::json.
#include "../../support/every_kind.hpp"
#include "../../support/random.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using support::every_kind;
using support::item;
using tc3::errc;

namespace {

struct written_text {
    std::string text;
    tc3::error error;
    std::string path;
};

template <class Struct>
written_text write(const Struct& value) {
    written_text result;
    tc3::sink_adapter to(result.text);
    tc3::encoder out(to);
    tc3::write_struct(out, value);
    if (!out.ok()) result.error = out.error();
    if (!out.ok()) result.path = out.path().view();
    return result;
}

template <class Struct>
struct read_value {
    Struct value;
    tc3::error error;
    std::string path;
};

template <class Struct = every_kind>
read_value<Struct> read(std::string_view text, const tc3::decoder_rules& rules = tc3::strict_reading) {
    read_value<Struct> result;
    tc3::decoder in(text, rules);
    tc3::read_struct(in, result.value);
    in.json().finish();
    result.error = in.json().error();
    if (!in.ok()) result.path = in.path().view();
    return result;
}

every_kind full_value() {
    every_kind value;
    value.needed = "n";
    value.text = "line\nend \"quoted\" \xe4\xbd\xa0";
    value.signed_number = std::numeric_limits<std::int64_t>::min();
    value.unsigned_number = std::numeric_limits<std::uint64_t>::max();
    value.flag = false;
    value.score = 0.1;
    value.nested = item{.name = "inner", .number = 0};
    value.texts = {"", "b"};
    value.numbers = {-1, 0, 9007199254740993};
    value.items = {item{.name = "first"}, item{}, item{.number = 3}};
    value.image = tc3::binary::base64("AP8=");
    value.json = R"({"a":[1,"\n"]})";
    value.default_ = "d";
    value.verification_url = "new";
    value.verification_url_old = "old";
    return value;
}

constexpr std::string_view full_text = R"({"Needed":"n",)"
                                       R"("Text":"line\nend \"quoted\" )"
                                       "\xe4\xbd\xa0"
                                       R"(",)"
                                       R"("Signed":-9223372036854775808,)"
                                       R"("Unsigned":18446744073709551615,)"
                                       R"("Flag":false,)"
                                       R"("Score":0.1,)"
                                       R"("Nested":{"Name":"inner","Number":0},)"
                                       R"("Texts":["","b"],)"
                                       R"("Numbers":[-1,0,9007199254740993],)"
                                       R"("Items":[{"Name":"first"},{},{"Number":3}],)"
                                       R"("Image":"AP8=",)"
                                       R"("Json":"{\"a\":[1,\"\\n\"]}",)"
                                       R"("default":"d",)"
                                       R"("VerificationURL":"new",)"
                                       R"("VerificationUrl":"old"})";

// A recursive type, and integers narrower than 64 bits.
struct node {
    tc3::box<node> child = {};
    std::vector<node> children = {};
    std::optional<std::int32_t> narrow = {};
    std::optional<std::uint8_t> byte = {};
    std::int64_t plain = 0;
    std::optional<std::vector<std::optional<std::string>>> maybe_texts = {};
};

inline constexpr tc3::literal colours[] = {tc3::literal("red"), tc3::literal("blue")};

struct switches {
    bool plain = false;
    std::optional<bool> maybe = {};
};

struct closed {
    std::optional<std::string> colour = {};
    std::optional<std::string> needed = {};
};

// A struct with a table, and with a codec of its own that takes precedence.
struct amount {
    std::int64_t cents = 0;
};

struct bill {
    std::optional<amount> total = {};
    tc3::box<amount> tip = {};
    std::vector<amount> parts = {};
};

}  // namespace

template <>
inline constexpr auto tc3::fields_of<node> = tc3::field_table(
    tc3::field_of<&node::child>("Child"), tc3::field_of<&node::children>("Children"), tc3::field_of<&node::narrow>("Narrow"),
    tc3::field_of<&node::byte>("Byte"), tc3::field_of<&node::plain>("Plain"), tc3::field_of<&node::maybe_texts>("MaybeTexts"));

template <>
inline constexpr auto tc3::fields_of<switches> =
    tc3::field_table(tc3::field_of<&switches::plain>("Plain"), tc3::field_of<&switches::maybe>("Maybe"));

template <>
inline constexpr auto tc3::fields_of<closed> = tc3::field_table(tc3::field_of<&closed::colour>("Colour").limited(tc3::one_of<colours>),
                                                                tc3::field_of<&closed::needed>("Needed").required());

// Never used: a struct's own codec goes before its table.
template <>
[[maybe_unused]] inline constexpr auto tc3::fields_of<amount> = tc3::field_table(tc3::field_of<&amount::cents>("Cents"));

template <>
struct tc3::value_codec<amount> {
    static bool is_set(const amount&) { return true; }
    static void write(encoder& out, const amount& value) { out.json().number(value.cents); }
    static void read(decoder& in, amount& value) { value_codec<std::int64_t>::read(in, value.cents); }
};

template <>
inline constexpr auto tc3::fields_of<bill> =
    tc3::field_table(tc3::field_of<&bill::total>("Total"), tc3::field_of<&bill::tip>("Tip"), tc3::field_of<&bill::parts>("Parts"));

TEST_CASE("writes every kind of field, in the order of the table") {
    const written_text result = write(full_value());
    CHECK(result.error.code == errc::none);
    CHECK(result.text == full_text);
}

TEST_CASE("reads the written document back as an equal value") {
    const auto result = read(full_text);
    CHECK(result.error.code == errc::none);
    CHECK(result.value == full_value());
}

TEST_CASE("reads members in any order and with any blanks") {
    const auto result = read(
        "\r\n{ \"VerificationUrl\" :\t\"old\", \"Items\": [ { \"Number\" : 3e0 } , { } ] ,\"Score\" : 100, \"Flag\":true , "
        "\"\\u004eeeded\":\"\\u006e\"}\n");
    every_kind expected;
    expected.verification_url_old = "old";
    expected.items = {item{.number = 3}, item{}};
    expected.score = 100.0;
    expected.flag = true;
    expected.needed = "n";
    CHECK(result.error.code == errc::none);
    CHECK(result.value == expected);
}

TEST_CASE("leaves out unset fields, but writes an empty optional text and zero") {
    CHECK(write(every_kind{.needed = "n"}).text == R"({"Needed":"n"})");
    CHECK(write(every_kind{.needed = "", .text = "", .signed_number = 0, .flag = false, .score = 0.0}).text ==
          R"({"Needed":"","Text":"","Signed":0,"Flag":false,"Score":0})");
    CHECK(write(every_kind{.needed = "n", .nested = item{}}).text == R"({"Needed":"n","Nested":{}})");
    CHECK(write(every_kind{.needed = "n", .texts = {""}}).text == R"({"Needed":"n","Texts":[""]})");
    CHECK(write(every_kind{.needed = "n", .image = tc3::binary::raw_view("")}).text == R"({"Needed":"n"})");
    CHECK(write(item{}).text == "{}");
}

TEST_CASE("writes raw bytes as base64 and reads them as base64") {
    every_kind value{.needed = "n", .image = tc3::binary::raw_view(std::string_view("\0\xff\"", 3))};
    CHECK(write(value).text == R"({"Needed":"n","Image":"AP8i"})");
    const auto result = read(R"({"Image":"AP8i"})");
    REQUIRE(result.value.image.is_base64());
    char bytes[3] = {};
    REQUIRE(result.value.image.decode(bytes));
    CHECK(std::string_view(bytes, 3) == value.image.data());
}

TEST_CASE("rejects an unset required field and names it") {
    const written_text result = write(every_kind{.text = "t"});
    CHECK(result.error == tc3::error{.code = errc::missing, .part = "field"});
    CHECK(result.path == "Needed");
}

TEST_CASE("an object without members leaves all fields unset") {
    CHECK(read("{}").value == every_kind{});
    CHECK(read("{}").error.code == errc::none);
    CHECK_FALSE(read("{}").value.needed.has_value());
}

TEST_CASE("null leaves a field of any kind unset") {
    std::string text = "{";
    for (const tc3::field& row : tc3::fields_of<every_kind>) {
        const std::string member = '"' + std::string(row.wire_name) + "\":null";
        CAPTURE(member);
        const auto alone = read("{" + member + "}");
        CHECK(alone.error.code == errc::none);
        CHECK(alone.value == every_kind{});
        text += (text.size() == 1 ? "" : ",") + member;
    }
    const auto all = read(text + "}");
    CHECK(all.error.code == errc::none);
    CHECK(all.value == every_kind{});
}

TEST_CASE("null in a list becomes an empty element, so that the others keep their positions") {
    const auto result = read(R"({"Texts":["a",null,"c"],"Numbers":[null,2],"Items":[null,{"Number":1},{"Name":null}]})");
    CHECK(result.error.code == errc::none);
    CHECK(result.value.texts == std::vector<std::string>{"a", "", "c"});
    CHECK(result.value.numbers == std::vector<std::int64_t>{0, 2});
    CHECK(result.value.items == std::vector<item>{item{}, item{.number = 1}, item{}});
    const auto kept = read<node>(R"({"MaybeTexts":[null,"b"]})");
    CHECK(kept.value.maybe_texts == std::vector<std::optional<std::string>>{std::nullopt, "b"});
}

TEST_CASE("reads an empty list and an empty text as empty") {
    const auto result = read(R"({"Texts":[],"Items":[],"Image":"","Text":"","Nested":{}})");
    CHECK(result.error.code == errc::none);
    CHECK(result.value.texts.empty());
    CHECK(result.value.image.empty());
    CHECK(result.value.text == "");
    CHECK(result.value.nested.has_value());
}

TEST_CASE("skips unknown members of any type, even if they occur twice") {
    for (const char* unknown : {"null", "true", "-1.5e-400", "\"\\ud83d\\ude00\"", "[[],{}]", R"({"Needed":1,"Needed":2})"}) {
        const std::string text = R"({"New":)" + std::string(unknown) + R"(,"Needed":"n","needed":)" + unknown + R"(,"New":)" + unknown +
                                 R"(,"Nested":{"Text":)" + unknown + R"(,"Number":7},"":)" + unknown + "}";
        CAPTURE(text);
        const auto result = read(text);
        CHECK(result.error.code == errc::none);
        CHECK(result.value == every_kind{.needed = "n", .nested = item{.number = 7}});
    }
}

TEST_CASE("matches names case-sensitively") {
    const auto result = read(R"({"VerificationUrl":"old","VERIFICATIONURL":"no","verificationurl":"no","VerificationURL":"new"})");
    CHECK(result.value == every_kind{.verification_url = "new", .verification_url_old = "old"});
}

TEST_CASE("rejects a value of a wrong type and reports field and position") {
    struct wrong_case {
        std::string_view text;
        errc code;
        std::string_view path;
        std::size_t position;
    };
    const wrong_case cases[] = {
        {R"({"Text":1})", errc::wrong_type, "Text", 8},
        {R"({"Text":true})", errc::wrong_type, "Text", 8},
        {R"({"Text":{"Needed":"x"}})", errc::wrong_type, "Text", 8},
        {R"({"Text":["x"]})", errc::wrong_type, "Text", 8},
        {R"({"Signed":"1x"})", errc::wrong_type, "Signed", 10},
        {R"({"Signed":1.5})", errc::wrong_type, "Signed", 10},
        {R"({"Signed":true})", errc::wrong_type, "Signed", 10},
        {R"({"Signed":9223372036854775808})", errc::out_of_range, "Signed", 10},
        {R"({"Signed":-9223372036854775809})", errc::out_of_range, "Signed", 10},
        {R"({"Signed":12345678901234567890})", errc::out_of_range, "Signed", 10},
        {R"({"Signed":1e999999999999999999999})", errc::out_of_range, "Signed", 10},
        {R"({"Signed":01})", errc::bad_number, "Signed", 10},
        {R"({"Signed":-})", errc::bad_number, "Signed", 10},
        {R"({"Unsigned":-1})", errc::out_of_range, "Unsigned", 12},
        {R"({"Unsigned":18446744073709551616})", errc::out_of_range, "Unsigned", 12},
        {R"({"Flag":0})", errc::wrong_type, "Flag", 8},
        {R"({"Flag":"true"})", errc::wrong_type, "Flag", 8},
        {R"({"Flag":tru })", errc::unexpected_character, "Flag", 11},
        {R"({"Score":"high"})", errc::wrong_type, "Score", 9},
        {R"({"Score":"."})", errc::wrong_type, "Score", 9},
        {R"({"Score":" 1"})", errc::wrong_type, "Score", 9},
        {R"({"Score":"\u0031"})", errc::wrong_type, "Score", 9},
        {R"({"Score":1e999})", errc::out_of_range, "Score", 9},
        {R"({"Score":-1e999})", errc::out_of_range, "Score", 9},
        {R"({"Score":"1"})", errc::wrong_type, "Score", 9},
        {R"({"Score":""})", errc::wrong_type, "Score", 9},
        {R"({"Score":[1]})", errc::wrong_type, "Score", 9},
        {R"({"Score":NaN})", errc::unexpected_character, "", 9},
        {R"({"Nested":"x"})", errc::wrong_type, "Nested", 10},
        {R"({"Nested":[]})", errc::wrong_type, "Nested", 10},
        {R"({"Nested":{"Number":"x"}})", errc::wrong_type, "Nested.Number", 20},
        {R"({"Texts":"x"})", errc::wrong_type, "Texts", 9},
        {R"({"Texts":{}})", errc::wrong_type, "Texts", 9},
        {R"({"Texts":["x",2]})", errc::wrong_type, "Texts[1]", 14},
        {R"({"Numbers":[1,2.5]})", errc::wrong_type, "Numbers[1]", 14},
        {R"({"Items":[{},null,{"Name":0}]})", errc::wrong_type, "Items[2].Name", 26},
        {R"({"Items":[{},[]]})", errc::wrong_type, "Items[1]", 13},
        {R"({"Image":[1,2]})", errc::wrong_type, "Image", 9},
        {R"({"Json":{"a":1}})", errc::wrong_type, "Json", 8},
        {R"({"Text":"a","Text":"b"})", errc::duplicate, "Text", 19},
        {R"({"Text":null,"Text":"b"})", errc::duplicate, "Text", 20},
        {R"({"Text":"a","T\u0065xt":"b"})", errc::duplicate, "Text", 24},
        {R"({"VerificationUrl":"a","VerificationUrl":null})", errc::duplicate, "VerificationUrl", 41},
        {R"({"Nested":{"Name":"a","Name":"a"}})", errc::duplicate, "Nested.Name", 29},
        {R"({"Items":[{"Name":"a"},{"Name":"a","Name":"b"}]})", errc::duplicate, "Items[1].Name", 42},
        {"{\"Text\":\"\xff\"}", errc::invalid_utf8, "Text", 9},
        {"{\"Texts\":[\"\xed\xa0\x80\"]}", errc::invalid_utf8, "Texts[0]", 11},
        {R"({"Nested":{"Name":"\ud800"}})", errc::lone_surrogate, "Nested.Name", 19},
        {R"({"Nested":{"New":"\x"}})", errc::bad_escape, "Nested", 18},
        {"{\"Text\":\"a\nb\"}", errc::unexpected_character, "Text", 10},
        {R"({"Items":[{"Name":"a"}{}]})", errc::unexpected_character, "Items", 22},
        {R"({"Text":"a"}})", errc::trailing_characters, "", 12},
        {R"({"Text":"a",})", errc::unexpected_character, "", 12},
        {"[]", errc::wrong_type, "", 0},
        {"null", errc::wrong_type, "", 0},
        {"", errc::unexpected_end, "", 0},
    };
    for (const wrong_case& row : cases) {
        const std::string_view text = row.text;
        CAPTURE(text);
        const auto result = read(text);
        CHECK(result.error.code == row.code);
        CHECK(result.error.part == "body");
        CHECK(result.path == row.path);
        CHECK(result.error.position == row.position);
    }
}

TEST_CASE("rejects a document that is truncated anywhere") {
    for (std::size_t size = 0; size < full_text.size(); ++size) {
        const auto result = read(full_text.substr(0, size));
        CAPTURE(size);
        CHECK(result.error.code != errc::none);
        CHECK(result.error.position <= size);
    }
}

TEST_CASE("reads or rejects a document with any byte changed") {
    std::string text(full_text);
    for (char& c : text) {
        const char before = c;
        for (const char other : {'"', '\\', '{', '}', '[', ']', ',', ':', '0', '-', 'e', 'n', ' ', '\0', '\x80', '\xff'}) {
            c = other;
            const auto result = read(text);
            CHECK((result.error.code == errc::none || result.error.position <= text.size()));
        }
        c = before;
    }
}

TEST_CASE("rejects more elements than a document may have and reports their number") {
    std::string text = R"({"Numbers":[0)";
    for (std::size_t i = 1; i < tc3::decoder::most_elements; ++i) text += ",0";
    CHECK(read(text + "]}").error.code == errc::none);
    const auto result = read(text + ",0]}");
    CHECK(result.error.code == errc::too_many);
    CHECK(result.error.needed == tc3::decoder::most_elements + 1);
    CHECK(result.error.limit == tc3::decoder::most_elements);
    CHECK(result.path == "Numbers");
}

TEST_CASE("checks narrow integers against the limits of their types") {
    CHECK(read<node>(R"({"Narrow":-2147483648,"Byte":255,"Plain":-5})").value.narrow == std::numeric_limits<std::int32_t>::min());
    CHECK(read<node>(R"({"Narrow":2147483648})").error == tc3::error{.code = errc::out_of_range, .part = "body", .position = 10});
    CHECK(read<node>(R"({"Narrow":-2147483649})").error.code == errc::out_of_range);
    CHECK(read<node>(R"({"Byte":256})").error.code == errc::out_of_range);
    CHECK(read<node>(R"({"Byte":-1})").error.code == errc::out_of_range);
    CHECK(write(node{.narrow = -7, .byte = std::uint8_t{200}, .plain = 1}).text == R"({"Narrow":-7,"Byte":200,"Plain":1})");
}

TEST_CASE("a plain number is always written, and null leaves it unchanged") {
    CHECK(write(node{}).text == R"({"Plain":0})");
    CHECK(read<node>(R"({"Plain":null})").value.plain == 0);
}

TEST_CASE("a plain bool is always written, also if it is false") {
    CHECK(write(switches{}).text == R"({"Plain":false})");
    CHECK(write(switches{.plain = true, .maybe = false}).text == R"({"Plain":true,"Maybe":false})");
}

TEST_CASE("reads a double from a number") {
    for (const char* text : {R"({"Score":89.88})", R"({"Score":8988e-2})"}) CHECK(read(text).value.score == 89.88);
    CHECK(read(R"({"Score":-0})").value.score == 0.0);
}

TEST_CASE("rejects a double that is not finite and names its field") {
    for (const double score : {std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity(), std::nan("")}) {
        const written_text result = write(every_kind{.needed = "n", .score = score});
        CHECK(result.error.code == errc::out_of_range);
        CHECK(result.path == "Score");
    }
}

TEST_CASE("rejects text that is not UTF-8 in any field and names the field") {
    struct invalid_case {
        every_kind value;
        std::string_view path;
        std::size_t position;
    };
    const std::string bad = "ab\xff";
    const invalid_case cases[] = {
        {{.needed = bad}, "Needed", 2},
        {{.needed = "n", .text = "\xed\xa0\x80"}, "Text", 0},
        {{.needed = "n", .nested = item{.name = bad}}, "Nested.Name", 2},
        {{.needed = "n", .texts = {"a", bad}}, "Texts[1]", 2},
        {{.needed = "n", .items = {item{}, item{}, item{.name = "\xc0\x80"}}}, "Items[2].Name", 0},
        {{.needed = "n", .json = "{\"\xe4\xbd\"}"}, "Json", 2},
        {{.needed = "n", .default_ = bad}, "default", 2},
        {{.needed = "n", .verification_url = bad, .verification_url_old = bad}, "VerificationURL", 2},  // the first of two
    };
    for (const invalid_case& row : cases) {
        const written_text result = write(row.value);
        CHECK(result.error == tc3::error{.code = errc::invalid_utf8, .part = "field", .position = row.position});
        CHECK(result.path == row.path);
    }
}

TEST_CASE("writes base64 text only in the standard form and names the field") {
    const written_text one = write(every_kind{.needed = "n", .image = tc3::binary::base64("/9j/\n4AAQ")});
    CHECK(one.error == tc3::error{.code = errc::line_end, .part = "field", .position = 4});
    CHECK(one.path == "Image");
    const written_text second = write(support::deep{.images = {tc3::binary::base64("AP8="), tc3::binary::base64("AP8")}});
    CHECK(second.error == tc3::error{.code = errc::unpadded, .part = "field", .position = 3});
    CHECK(second.path == "Images[1]");
    CHECK(write(support::deep{.images = {tc3::binary::base64("AP8="), tc3::binary::raw("/9j/\n4AAQ")}}).error.code == errc::none);
}

TEST_CASE("a server reads base64 only in the standard form; a client reads any text") {
    struct {
        std::string_view text;  // as it is in JSON
        errc code;
    } const cases[] = {
        {"AP8=", errc::none},
        {R"(A\u0050\/\/)", errc::none},
        {"", errc::none},
        {"data:image/jpeg;base64,/9j/", errc::data_prefix},
        {R"(https:\/\/example.com)", errc::file_link},
        {R"(/9j/\n4AAQ)", errc::line_end},
        {"_9j_", errc::url_safe},
        {"AP8", errc::unpadded},
        {"AP8=AP8=", errc::not_base64},
        {"AP8=\xe4\xbd\xa0", errc::not_base64},
    };
    for (const auto& row : cases) {
        CAPTURE(row.text);
        const std::string one = R"({"Needed":"n","Image":")" + std::string(row.text) + "\"}";
        const tc3::error expected{.code = row.code, .part = "body", .position = 22};
        CHECK(read(one).error.code == errc::none);
        CHECK(read(one, tc3::server_rules).error == (row.code == errc::none ? tc3::error{} : expected));
        CHECK(read(one, tc3::server_rules).path == (row.code == errc::none ? "" : "Image"));
        const std::string list = R"({"Images":["",")" + std::string(row.text) + "\"]}";
        CHECK(read<support::deep>(list, tc3::server_rules).error.code == row.code);
        CHECK(read<support::deep>(list, tc3::server_rules).path == (row.code == errc::none ? "" : "Images[1]"));
    }
}

TEST_CASE("a server rejects unknown members, values outside a closed set and missing fields; a client does not") {
    const auto strict = [](std::string_view text) { return read<closed>(text, tc3::server_rules); };
    CHECK(strict(R"({"Needed":"x","Colour":"blue"})").error.code == errc::none);
    CHECK(strict(R"({"Needed":"x","Colour":null})").error.code == errc::none);
    CHECK(strict(R"({"Needed":"x","Colour":"r\u0065d"})").value.colour == "red");

    const auto unknown = strict(R"({"Needed":"x","New":1})");
    CHECK(unknown.error.code == errc::unknown_member);
    CHECK(unknown.path == "New");
    CHECK(strict("{\"a\nlog line\":1}").error.code == errc::unexpected_character);
    CHECK(strict(R"({"a log line":1})").path == "a member");  // a name that looks like no wire name is not repeated
    CHECK(strict('{' + ('"' + std::string(1000, 'x')) + "\":1}").path == "a member");
    CHECK(strict(R"({"Needed":null})").error.code == errc::missing);
    const auto absent = strict(R"({"Colour":"red"})");
    CHECK(absent.error.code == errc::missing);
    CHECK(absent.path == "Needed");
    const auto other = strict(R"({"Needed":"x","Colour":"Red"})");
    CHECK(other.error == tc3::error{.code = errc::not_allowed, .part = "body", .position = 23});
    CHECK(other.path == "Colour");
    CHECK(strict(R"({"Needed":"x","Colour":1})").error.code == errc::wrong_type);

    CHECK(read<closed>(R"({"Colour":"green","New":1})").value.colour == "green");  // without rules
    CHECK(write(closed{.colour = "green", .needed = "x"}).text == R"({"Colour":"green","Needed":"x"})");
}

TEST_CASE("writes and reads a described struct with its own value_codec, also in optionals and lists") {
    constexpr std::string_view text = R"({"Total":300,"Tip":-1,"Parts":[100,200]})";
    CHECK(write(bill{.total = amount{300}, .tip = amount{-1}, .parts = {{100}, {200}}}).text == text);
    const auto result = read<bill>(text);
    REQUIRE(result.error.code == errc::none);
    CHECK(result.value.total->cents == 300);
    CHECK(result.value.tip->cents == -1);
    REQUIRE(result.value.parts.size() == 2);
    CHECK(result.value.parts[1].cents == 200);
}

TEST_CASE("reads a recursive type up to the depth limit") {
    const auto nest = [](std::size_t depth) {
        std::string text;
        for (std::size_t i = 0; i + 1 < depth; ++i) text += R"({"Child":)";
        return text + "{}" + std::string(depth - 1, '}');
    };
    CHECK(read<node>(nest(1)).error.code == errc::none);
    const auto deepest = read<node>(nest(64));
    REQUIRE(deepest.error.code == errc::none);
    std::size_t depth = 1;
    for (const node* each = &deepest.value; each->child.has_value(); each = &*each->child) ++depth;
    CHECK(depth == 64);

    for (const std::size_t too_deep : {std::size_t{65}, std::size_t{1000}, std::size_t{100000}}) {
        const auto result = read<node>(nest(too_deep));
        CHECK(result.error.code == errc::too_deep);
        CHECK(result.error.limit == 64);
        CHECK(result.path.size() <= tc3::field_path::longest);
        CHECK(read<node>(std::string(too_deep, '[')).error.code == errc::wrong_type);
        CHECK(read<node>(R"({"New":)" + std::string(too_deep, '[')).error.code == errc::too_deep);
    }
}

TEST_CASE("writes a recursive type up to the depth that can be read") {
    const auto nest = [](std::size_t depth) {
        node outermost;
        for (std::size_t i = 1; i < depth; ++i) {
            node around;
            around.child = std::move(outermost);
            outermost = std::move(around);
        }
        return outermost;
    };
    const auto deepest = write(nest(64));
    CHECK(deepest.error.code == errc::none);
    CHECK(read<node>(deepest.text).error.code == errc::none);
    for (const std::size_t too_deep : {std::size_t{65}, std::size_t{1000}}) {
        CHECK(write(nest(too_deep)).error == tc3::error{.code = errc::too_deep, .part = "field", .limit = 64});
    }
    node wide;
    wide.children.resize(100);  // side by side
    for (node& child : wide.children) child.maybe_texts.emplace();
    CHECK(write(wide).error.code == errc::none);
}

TEST_CASE("a list is a level of nesting: 32 structs in lists can be written and read, 33 cannot") {
    const auto nest = [](std::size_t structs) {
        node outermost;
        for (std::size_t i = 1; i < structs; ++i) {
            node around;
            around.children.push_back(std::move(outermost));
            outermost = std::move(around);
        }
        return outermost;
    };
    const auto deepest = write(nest(32));
    CHECK(deepest.error.code == errc::none);
    CHECK(read<node>(deepest.text).error.code == errc::none);
    CHECK(write(nest(33)).error == tc3::error{.code = errc::too_deep, .part = "field", .limit = 64});
}

TEST_CASE("an error in nested lists and structs has the whole path") {
    node value{.children = {node{}, node{}}};
    // Not in one expression: g++ 11 takes node{.child = node{...}} for a copy of the inner one.
    value.children[1].child = node{.maybe_texts = {{{"ok"}, {"\xff"}}}};
    const written_text result = write(value);
    CHECK(result.error.code == errc::invalid_utf8);
    CHECK(result.path == "Children[1].Child.MaybeTexts[1]");
}

// ---- comparison with nlohmann::json ---------------------------------------------------------------------------------------------------

namespace {

std::string random_text(support::random_input& random) {
    constexpr std::string_view pieces[] = {"a", "\"", "\\", "\n", "/", "\xe4\xbd\xa0", "\xf0\x9f\x98\x80", "\x7f", "{}", "\t", "\x01"};
    std::string text;
    for (std::size_t count = random.number(0, 12); count > 0; --count) text += pieces[random.number(0, std::size(pieces) - 1)];
    if (random.number(0, 9) == 0) text += '\0';
    return text;
}

double random_double(support::random_input& random) {
    switch (random.number(0, 3)) {
        case 0: return static_cast<double>(random.number(0, 10000)) / 100;
        case 1: return -static_cast<double>(random.bits());
        case 2: return std::ldexp(static_cast<double>(random.number(0, 1U << 30)), static_cast<int>(random.number(0, 2000)) - 1060);
        default: return 0;
    }
}

item random_item(support::random_input& random, nlohmann::json& json) {
    item value;
    json = nlohmann::json::object();
    if (random.flip()) json["Name"] = *(value.name = random_text(random));
    if (random.flip()) json["Number"] = *(value.number = static_cast<std::int64_t>(random.bits()));
    return value;
}

// Without `raw_bytes` binary fields hold base64, so that a value that was written and read again is equal.
every_kind random_value(support::random_input& random, nlohmann::json& json, bool raw_bytes) {
    every_kind value;
    json = nlohmann::json::object();
    json["Needed"] = *(value.needed = random_text(random));
    if (random.flip()) json["Text"] = *(value.text = random_text(random));
    if (random.flip()) json["Signed"] = *(value.signed_number = static_cast<std::int64_t>(random.bits()));
    if (random.flip()) json["Unsigned"] = *(value.unsigned_number = random.bits());
    if (random.flip()) json["Flag"] = *(value.flag = random.flip());
    if (random.flip()) json["Score"] = *(value.score = random_double(random));
    if (random.flip()) value.nested = random_item(random, json["Nested"]);
    for (std::size_t count = random.number(0, 4); count > 0; --count)
        json["Texts"].push_back(value.texts.emplace_back(random_text(random)));
    for (std::size_t count = random.number(0, 4); count > 0; --count) {
        json["Numbers"].push_back(value.numbers.emplace_back(static_cast<std::int64_t>(random.bits())));
    }
    for (std::size_t count = random.number(0, 4); count > 0; --count) {
        nlohmann::json inner;
        value.items.push_back(random_item(random, inner));
        json["Items"].push_back(inner);
    }
    if (random.flip()) {
        const std::string bytes = random.bytes(random.number(1, 40));
        std::string text;
        tc3::write_base64(text, std::string_view(bytes));  // tested in base64_test.cpp
        json["Image"] = text;
        value.image = raw_bytes ? tc3::binary::raw(std::string(bytes)) : tc3::binary::base64(text);
    }
    if (random.flip()) json["Json"] = *(value.json = R"({"a":)" + std::to_string(random.number(0, 99)) + "}");
    if (random.flip()) json["default"] = *(value.default_ = random_text(random));
    if (random.flip()) json["VerificationURL"] = *(value.verification_url = random_text(random));
    if (random.flip()) json["VerificationUrl"] = *(value.verification_url_old = random_text(random));
    return value;
}

}  // namespace

TEST_CASE("nlohmann::json reads written documents as the same values") {
    support::random_input random(21);
    for (int i = 0; i < 3000; ++i) {
        nlohmann::json expected;
        const every_kind value = random_value(random, expected, true);
        const written_text result = write(value);
        REQUIRE(result.error.code == errc::none);
        auto actual = nlohmann::json::parse(result.text, nullptr, false);
        // An integer in place of a double: x87 would compare it with the double before it is rounded.
        if (actual.contains("Score")) actual["Score"] = actual["Score"].get<double>();
        REQUIRE(actual == expected);
    }
}

TEST_CASE("reads documents of nlohmann::json as the same values") {
    support::random_input random(22);
    for (int i = 0; i < 3000; ++i) {
        nlohmann::json json;
        const every_kind value = random_value(random, json, false);
        const auto result = read(json.dump(random.flip() ? -1 : 2, ' ', random.flip()));
        REQUIRE(result.error.code == errc::none);
        REQUIRE(result.value == value);
    }
}

namespace {

struct odd_names {
    int quoted = 0;
    int spaced = 0;
    int plain = 0;
};

}  // namespace

template <>
inline constexpr auto tc3::fields_of<odd_names> = tc3::field_table(
    tc3::field_of<&odd_names::quoted>("a\"b"), tc3::field_of<&odd_names::spaced>("\xc3\xa9\n"), tc3::field_of<&odd_names::plain>("c"));

TEST_CASE("compares a name that needs escapes with the decoded name of a member") {
    const auto decoded = read<odd_names>(R"({"a\"b":1,"\u00e9\n":2,"c":3})");
    CHECK(decoded.error.code == errc::none);
    CHECK(decoded.value.quoted == 1);
    CHECK(decoded.value.spaced == 2);
    CHECK(decoded.value.plain == 3);
    CHECK(read<odd_names>(R"({"a"b":1})").error.code == errc::unexpected_character);
    CHECK(read<odd_names>("{\"\xc3\xa9\n\":2}").error.code == errc::unexpected_character);
}

TEST_CASE("finds members in any order, and repeated ones") {
    const auto value = read<odd_names>(R"({"c":3, "a\"b":1,"Unknown":[0],"\u00e9\n":2})");
    CHECK(value.value.quoted + 10 * value.value.spaced + 100 * value.value.plain == 321);
    const auto repeated = read<odd_names>(R"({"c":3,"c":4})");
    CHECK(repeated.error.code == errc::duplicate);
    CHECK(repeated.path == "c");
}
