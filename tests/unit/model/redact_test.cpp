// SPDX-License-Identifier: MIT
// Log lines: they show no byte of a masked field in any storage, and open fields cannot break, reorder or flood the log.
#include "../../support/custom_storage.hpp"
#include "../../support/every_kind.hpp"
#include "../../support/random.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace {

using namespace std::literals;
using nlohmann::json;
using support::random_input;
using tc3::sensitivity;
using tc3::to_redacted_string;

// ---- structs with every kind of field, all of one mark ---------------------------------------------------------------------------------

template <class Storage, sensitivity Mark>
struct leaf {
    typename Storage::template optional<typename Storage::text> name = {};
    typename Storage::template optional<std::int64_t> number = {};
    typename Storage::binary image = {};
};

template <class Storage, sensitivity Mark>
struct record {
    template <class T>
    using optional = typename Storage::template optional<T>;
    template <class T>
    using list = typename Storage::template list<T>;
    using text_type = typename Storage::text;

    text_type plain = {};
    optional<text_type> text = {};
    optional<std::int64_t> signed_number = {};
    optional<std::uint64_t> unsigned_number = {};
    optional<bool> flag = {};
    optional<double> score = {};
    typename Storage::binary image = {};
    list<text_type> texts = {};
    list<optional<text_type>> maybe = {};
    list<list<text_type>> grid = {};
    list<std::int64_t> numbers = {};
    list<bool> flags = {};
    list<typename Storage::binary> images = {};
    typename Storage::template nested<leaf<Storage, Mark>> child = {};
    list<leaf<Storage, Mark>> children = {};
};

/// Its own fields are open; the structs in them have marks of their own.
template <class Storage, sensitivity Mark>
struct folder {
    typename Storage::template nested<record<Storage, Mark>> one = {};
    typename Storage::template list<record<Storage, Mark>> more = {};
};

// ---- structs for single rules ----------------------------------------------------------------------------------------------------------

template <class Text>
struct open_text {
    Text text = {};
};

struct open_lists {
    std::vector<std::int64_t> numbers = {};
    std::vector<double> scores = {};
    std::vector<std::string> texts = {};
};

struct bytes {
    tc3::binary image;
    tc3::binary_view view;
};

struct chain {
    std::optional<std::string> text = {};
    tc3::box<chain> next = {};
    std::vector<chain> branches = {};
};

struct needs {
    std::optional<std::string> id = {};
    std::optional<std::string> note = {};
};

struct mixed {
    std::optional<std::string> shown = {};
    std::optional<std::string> hidden = {};
    std::vector<mixed> entered = {};
    std::vector<mixed> closed = {};
};

struct fails_before_writing {};
struct ready_json {
    std::string text;
};
struct own_object {
    std::vector<std::string> names;
};
struct odd_codecs {
    fails_before_writing failing;
    ready_json ready;
    std::vector<own_object> objects;
    own_object single;
    std::string after;
};

struct no_parameters {};

}  // namespace

template <>
struct tc3::value_codec<fails_before_writing> {
    static bool is_set(const fails_before_writing&) { return true; }
    static void write(encoder& out, const fails_before_writing&) { out.fail({.code = errc::out_of_range}); }
    static void read(decoder&, fails_before_writing&) {}
};
template <>
struct tc3::value_codec<ready_json> {
    static bool is_set(const ready_json&) { return true; }
    static void write(encoder& out, const ready_json& value) { out.json().raw(value.text); }
    static void read(decoder&, ready_json&) {}
};
template <>
struct tc3::value_codec<own_object> {
    static bool is_set(const own_object&) { return true; }
    static void write(encoder& out, const own_object& value) {
        out.json().begin_object();
        for (std::size_t i = 0; i < value.names.size() && out.ok(); ++i) {
            out.json().name(value.names[i]);
            out.json().boolean(true);
        }
        out.json().end_object();
    }
    static void read(decoder&, own_object&) {}
};

template <class Storage, sensitivity Mark>
inline constexpr auto tc3::fields_of<leaf<Storage, Mark>> = tc3::field_table(
    tc3::field_of<&leaf<Storage, Mark>::name>("Name").marked(Mark), tc3::field_of<&leaf<Storage, Mark>::number>("Number").marked(Mark),
    tc3::field_of<&leaf<Storage, Mark>::image>("Image").marked(Mark));

template <class Storage, sensitivity Mark>
inline constexpr auto tc3::fields_of<record<Storage, Mark>> = tc3::field_table(
    tc3::field_of<&record<Storage, Mark>::plain>("Plain").marked(Mark), tc3::field_of<&record<Storage, Mark>::text>("Text").marked(Mark),
    tc3::field_of<&record<Storage, Mark>::signed_number>("Signed").marked(Mark),
    tc3::field_of<&record<Storage, Mark>::unsigned_number>("Unsigned").marked(Mark),
    tc3::field_of<&record<Storage, Mark>::flag>("Flag").marked(Mark), tc3::field_of<&record<Storage, Mark>::score>("Score").marked(Mark),
    tc3::field_of<&record<Storage, Mark>::image>("Image").marked(Mark), tc3::field_of<&record<Storage, Mark>::texts>("Texts").marked(Mark),
    tc3::field_of<&record<Storage, Mark>::maybe>("Maybe").marked(Mark), tc3::field_of<&record<Storage, Mark>::grid>("Grid").marked(Mark),
    tc3::field_of<&record<Storage, Mark>::numbers>("Numbers").marked(Mark),
    tc3::field_of<&record<Storage, Mark>::flags>("Flags").marked(Mark),
    tc3::field_of<&record<Storage, Mark>::images>("Images").marked(Mark),
    tc3::field_of<&record<Storage, Mark>::child>("Child").marked(Mark),
    tc3::field_of<&record<Storage, Mark>::children>("Children").marked(Mark));

template <class Storage, sensitivity Mark>
inline constexpr auto tc3::fields_of<folder<Storage, Mark>> =
    tc3::field_table(tc3::field_of<&folder<Storage, Mark>::one>("One").marked(sensitivity::open),
                     tc3::field_of<&folder<Storage, Mark>::more>("More").marked(sensitivity::open));

template <class Text>
inline constexpr auto tc3::fields_of<open_text<Text>> =
    tc3::field_table(tc3::field_of<&open_text<Text>::text>("Text").marked(sensitivity::open));
template <>
inline constexpr auto tc3::fields_of<open_lists> =
    tc3::field_table(tc3::field_of<&open_lists::numbers>("Numbers").marked(sensitivity::open),
                     tc3::field_of<&open_lists::scores>("Scores").marked(sensitivity::open),
                     tc3::field_of<&open_lists::texts>("Texts").marked(sensitivity::open));
template <>
inline constexpr auto tc3::fields_of<bytes> = tc3::field_table(tc3::field_of<&bytes::image>("Image").marked(sensitivity::open),
                                                               tc3::field_of<&bytes::view>("View").marked(sensitivity::open));
template <>
inline constexpr auto tc3::fields_of<chain> = tc3::field_table(tc3::field_of<&chain::text>("Text").marked(sensitivity::open),
                                                               tc3::field_of<&chain::next>("Next").marked(sensitivity::open),
                                                               tc3::field_of<&chain::branches>("Branches").marked(sensitivity::open));
template <>
inline constexpr auto tc3::fields_of<needs> =
    tc3::field_table(tc3::field_of<&needs::id>("Id").required().marked(sensitivity::open), tc3::field_of<&needs::note>("Note").required());
template <>
inline constexpr auto tc3::fields_of<mixed> = tc3::field_table(
    tc3::field_of<&mixed::shown>("Shown").marked(sensitivity::open), tc3::field_of<&mixed::hidden>("Hidden").marked(sensitivity::personal),
    tc3::field_of<&mixed::entered>("Entered").marked(sensitivity::open), tc3::field_of<&mixed::closed>("Closed"));
template <>
inline constexpr auto tc3::fields_of<odd_codecs> =
    tc3::field_table(tc3::field_of<&odd_codecs::failing>("Failing").marked(sensitivity::open),
                     tc3::field_of<&odd_codecs::ready>("Ready").marked(sensitivity::open),
                     tc3::field_of<&odd_codecs::objects>("Objects").marked(sensitivity::open),
                     tc3::field_of<&odd_codecs::single>("Single").marked(sensitivity::open),
                     tc3::field_of<&odd_codecs::after>("After").marked(sensitivity::open));

namespace {

// ---- values -----------------------------------------------------------

/// Values to search for in a line: characters and digits that occur in no wire name and no note.
struct needle {
    std::string text = {};
    std::string image = {};
    std::int64_t number = 0;
    bool flag = false;
    std::size_t count = 1;  ///< of elements in each list
};

needle random_needle(random_input& random) {
    needle value{.text = random.text(random.number(8, 300), "QXZJKVWY%&#~"), .flag = random.flip(), .count = random.number(1, 20)};
    value.number = static_cast<std::int64_t>(100'000'000'000'000'000 + random.long_number(899'999'999'999'999'999));
    tc3::write_base64(value.image, value.text);
    return value;
}

json leaf_of(const needle& from) { return {{"Name", from.text}, {"Number", from.number}, {"Image", from.image}}; }

json record_of(const needle& from) {
    const auto list_of = [&from](const json& element) { return json(std::vector<json>(from.count, element)); };
    return {{"Plain", from.text},
            {"Text", from.text},
            {"Signed", -from.number},
            {"Unsigned", from.number},
            {"Flag", from.flag},
            {"Score", static_cast<double>(from.number) / 1e6},
            {"Image", from.image},
            {"Texts", list_of(from.text)},
            {"Maybe", list_of(from.text)},
            {"Grid", list_of(list_of(from.text))},
            {"Numbers", list_of(from.number)},
            {"Flags", list_of(from.flag)},
            {"Images", list_of(from.image)},
            {"Child", leaf_of(from)},
            {"Children", list_of(leaf_of(from))}};
}

json folder_of(const needle& from) { return {{"One", record_of(from)}, {"More", {record_of(from), record_of(from)}}}; }

/// Reads a document into a struct and returns its line.
template <class Struct>
std::string line_of(const json& document, tc3::state_ref state) {
    const std::string text = document.dump();
    Struct value{};
    tc3::decoder in(text, tc3::strict_reading, state);
    tc3::read_struct(in, value);
    REQUIRE(in.ok());
    return to_redacted_string(value);
}

template <template <class, sensitivity> class Struct, class Storage, sensitivity Mark>
std::string line_in(const json& document) {
    if constexpr (std::is_same_v<Storage, tc3::borrowed>) {
        std::vector<char> memory(4'000'000);
        tc3::workspace space(memory);
        std::string line = line_of<Struct<Storage, Mark>>(document, tc3::state_ref(space));
        REQUIRE(space.complete());
        return line;
    } else if constexpr (std::is_same_v<Storage, custom::storage>) {
        const auto memory = std::make_unique<custom::arena>(1'000'000);
        return line_of<Struct<Storage, Mark>>(document, tc3::state_ref(*memory));
    } else {
        return line_of<Struct<Storage, Mark>>(document, {});
    }
}

/// Calls a template for each storage and each mark that masks.
template <class Test>
void for_each_masked(Test test) {
    const auto with_marks = [&test]<class Storage>(std::type_identity<Storage>) {
        test.template operator()<Storage, sensitivity::unmarked>();
        test.template operator()<Storage, sensitivity::personal>();
        test.template operator()<Storage, sensitivity::biometric>();
        test.template operator()<Storage, sensitivity::secret>();
    };
    with_marks(std::type_identity<tc3::owning>());
    with_marks(std::type_identity<tc3::borrowed>());
    with_marks(std::type_identity<custom::storage>());
}

bool holds_piece_of(std::string_view line, std::string_view needle) {
    for (std::size_t i = 0; i + 4 <= needle.size(); ++i) {
        if (line.find(needle.substr(i, 4)) != std::string_view::npos) return true;
    }
    return false;
}

bool holds_any_of(std::string_view line, const needle& from) {
    return holds_piece_of(line, from.text) || holds_piece_of(line, from.image) || holds_piece_of(line, std::to_string(from.number)) ||
           holds_piece_of(line, std::to_string(static_cast<double>(from.number) / 1e6));
}

/// Checks that a line is JSON, is one line and is short.
void check_line(std::string_view line) {
    CAPTURE(line);
    CHECK(json::accept(line));
    CHECK(std::none_of(line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == '\x7f'; }));
    CHECK(line.size() < 12 * 1024);
}

template <class Text = std::string>
std::string shown(const Text& text) {
    const std::string line = to_redacted_string(open_text<Text>{text});
    check_line(line);
    return json::parse(line).at("Text").template get<std::string>();
}

/// Returns whether nlohmann::json, which drops invalid bytes, keeps all of a text.
bool is_utf8(const std::string& text) {
    return json::parse(json(text).dump(-1, ' ', false, json::error_handler_t::ignore)).get<std::string>() == text;
}

constexpr auto masked_leaf = R"({"Name":"****","Number":"****","Image":"****"})"sv;
constexpr auto masked_record =
    R"({"Plain":"****","Text":"****","Signed":"****","Unsigned":"****","Flag":"****","Score":"****","Image":"****","Texts":"****",)"
    R"("Maybe":"****","Grid":"****","Numbers":"****","Flags":"****","Images":"****","Child":"****","Children":"****"})"sv;

}  // namespace

// ---- masks -----------------------------------------------------------

TEST_CASE("masks a field of any type, value, length and storage with three stars") {
    random_input random(71);
    for (int i = 0; i < 20; ++i) {
        const needle from = random_needle(random);
        for_each_masked([&from]<class Storage, sensitivity Mark>() {
            const std::string line = line_in<record, Storage, Mark>(record_of(from));
            CHECK(line == masked_record);
            CHECK_FALSE(holds_any_of(line, from));
            CHECK(line_in<leaf, Storage, Mark>(leaf_of(from)) == masked_leaf);
        });
    }
}

TEST_CASE("masks fields of structs in open fields and open lists") {
    random_input random(72);
    for (int i = 0; i < 10; ++i) {
        const needle from = random_needle(random);
        for_each_masked([&from]<class Storage, sensitivity Mark>() {
            const std::string line = line_in<folder, Storage, Mark>(folder_of(from));
            std::string expected;
            for (const std::string_view piece :
                 {R"({"One":)"sv, masked_record, R"(,"More":[)"sv, masked_record, ","sv, masked_record, "]}"sv}) {
                expected += piece;
            }
            CHECK(line == expected);
            CHECK_FALSE(holds_any_of(line, from));
        });
    }
}

TEST_CASE("masks bytes that are neither text nor base64") {
    random_input random(73);
    for (int i = 0; i < 200; ++i) {
        record<tc3::owning, sensitivity::secret> value;
        value.plain = random.bytes(random.number(1, 40));
        value.text = random.bytes(random.number(0, 40));
        value.score = std::numeric_limits<double>::quiet_NaN();
        value.image = random.flip() ? tc3::binary::raw(random.bytes(40)) : tc3::binary::base64(random.bytes(40));
        value.texts = {random.bytes(20), ""};
        value.child = leaf<tc3::owning, sensitivity::secret>{.name = random.bytes(20)};
        CHECK(to_redacted_string(value) == R"({"Plain":"****","Text":"****","Score":"****","Image":"****","Texts":"****","Child":"****"})");
        record<tc3::borrowed, sensitivity::secret> view;
        view.plain = value.plain;
        view.text = *value.text;
        view.image = value.image.view();
        CHECK(to_redacted_string(view) == R"({"Plain":"****","Text":"****","Image":"****"})");
    }
}

TEST_CASE("shows values of open fields") {
    const needle from{.text = "QXZJ", .image = "UVhaSg==", .number = 12345678, .flag = true, .count = 2};
    const auto expected = [](std::string_view image) {
        const std::string leaf = R"({"Name":"QXZJ","Number":12345678,"Image":")" + std::string(image) + "\"}";
        return R"({"Plain":"QXZJ","Text":"QXZJ","Signed":-12345678,"Unsigned":12345678,"Flag":true,"Score":12.345678,"Image":")" +
               std::string(image) +
               R"(","Texts":["QXZJ","QXZJ"],"Maybe":["QXZJ","QXZJ"],"Grid":[["QXZJ","QXZJ"],["QXZJ","QXZJ"]],)"
               R"("Numbers":[12345678,12345678],"Flags":[true,true],"Images":[")" +
               std::string(image) + "\",\"" + std::string(image) + R"("],"Child":)" + leaf + ",\"Children\":[" + leaf + "," + leaf + "]}";
    };
    CHECK(line_in<record, tc3::owning, sensitivity::open>(record_of(from)) == expected("(4 bytes)"));
    CHECK(line_in<record, tc3::borrowed, sensitivity::open>(record_of(from)) == expected("(4 bytes)"));
    CHECK(line_in<record, custom::storage, sensitivity::open>(record_of(from)) == expected("UVhaSg=="));  // its binary is text
    CHECK(holds_any_of(line_in<record, tc3::owning, sensitivity::open>(record_of(from)), from));
}

TEST_CASE("each field follows its own mark, and a masked field hides all that is nested in it") {
    const mixed inner{.shown = "a", .hidden = "b"};
    struct {
        mixed value;
        std::string_view line;
    } const cases[] = {
        {{}, "{}"},
        {inner, R"({"Shown":"a","Hidden":"****"})"},
        {{.shown = "", .hidden = ""}, R"({"Shown":"","Hidden":"****"})"},
        {{.entered = {inner, {}}, .closed = {inner}}, R"({"Entered":[{"Shown":"a","Hidden":"****"},{}],"Closed":"****"})"},
        {{.entered = {{.entered = {inner}, .closed = {inner}}}},
         R"({"Entered":[{"Entered":[{"Shown":"a","Hidden":"****"}],"Closed":"****"}]})"},
        {{.closed = {{.entered = {inner}}}}, R"({"Closed":"****"})"},
    };
    for (const auto& row : cases) CHECK(to_redacted_string(row.value) == row.line);
}

TEST_CASE("masks fields without a mark") {
    support::every_kind value{.needed = "n", .signed_number = 7, .flag = false, .texts = {"t"}};
    value.nested = support::item{.name = "n", .number = 7};
    CHECK(to_redacted_string(value) == R"({"Needed":"****","Signed":"****","Flag":"****","Nested":"****","Texts":"****"})");
}

TEST_CASE("leaves out unset fields, required or not") {
    CHECK(to_redacted_string(needs{}) == "{}");
    CHECK(to_redacted_string(needs{.id = "7"}) == R"({"Id":"7"})");
    CHECK(to_redacted_string(needs{.note = "7"}) == R"({"Note":"****"})");
    CHECK(to_redacted_string(no_parameters{}) == "{}");
    CHECK(to_redacted_string(record<tc3::owning, sensitivity::secret>{}) == "{}");
    CHECK(to_redacted_string(record<custom::storage, sensitivity::secret>{}) == "{}");
}

TEST_CASE("inputs and outputs of eKYC show ids, options and outcomes only") {
    namespace faceid = tc3::faceid;
    CHECK(to_redacted_string(faceid::apply_liveness_token{.secure_level = "4"}) == R"({"SecureLevel":"4"})");
    CHECK(to_redacted_string(faceid::apply_liveness_token_output{.sdk_token = "t", .request_id = "7-d"}) ==
          R"({"SdkToken":"****","RequestId":"7-d"})");
    CHECK(to_redacted_string(faceid::get_liveness_result{.sdk_token = "t"}) == R"({"SdkToken":"****"})");
    faceid::get_liveness_result_output output{.result = "0", .description = "Success", .request_id = "7-d"};
    output.best_frame = faceid::file_info{.url = "https://example.com/face", .md5_ = "9", .size = 7};
    CHECK(to_redacted_string(output) == R"({"Result":"0","Description":"Success","BestFrame":"****","RequestId":"7-d"})");
    CHECK(to_redacted_string(*output.best_frame) == R"({"Url":"****","MD5":"9","Size":7})");
}

TEST_CASE("writes a line to any sink") {
    const mixed value{.shown = "a", .hidden = "b"};
    char memory[100];
    tc3::buffer_sink out(memory);
    tc3::write_redacted(out, value);
    CHECK(out.view() == R"({"Shown":"a","Hidden":"****"})");
    std::string line = "output: ";
    tc3::write_redacted(line, value);
    CHECK(line == R"(output: {"Shown":"a","Hidden":"****"})");
}

// ---- open text -----------------------------------------------------------

TEST_CASE("cuts a long text after a whole character and counts the rest") {
    for (const std::string_view character : {"x"sv, "\xc3\xa9"sv, "\xe4\xbd\xa0"sv, "\xf0\x9f\x98\x80"sv}) {
        for (std::size_t before = 0; before < 5; ++before) {
            for (std::size_t count = 240 / character.size(); count * character.size() < 280; ++count) {
                std::string text(before, 'a');
                for (std::size_t i = 0; i < count; ++i) text += character;
                const std::size_t kept = before + (256 - before) / character.size() * character.size();
                const std::string cut = text.substr(0, kept) + "... (" + std::to_string(text.size() - kept) + " more bytes)";
                const std::string& expected = text.size() <= 256 ? text : cut;
                CAPTURE(text.size());
                CHECK(shown(text) == expected);
                CHECK(shown(std::string_view(text)) == expected);
                std::u16string units;
                tc3::write_utf16(units, text);
                CHECK(shown(custom::string(units)) == expected);
            }
        }
    }
}

TEST_CASE("random bytes keep the line valid; short valid text is shown unchanged") {
    random_input random(74);
    const std::string_view alphabets[] = {"\"\\/\b\f\n\r\t\x01\x1f\x7f aZ"sv, "\xc2\x85\x80\xbf\xe2\xa8\xae\xef\xbb\xbf"sv,
                                          "\xf0\x9f\x98\x80\xed\xa0\xc0\xff"sv};
    int valid = 0;
    for (int i = 0; i < 6000; ++i) {
        const std::size_t size = random.number(1, i % 7 == 0 ? 400 : 12);
        const std::string text = i % 4 == 0 ? random.bytes(size) : random.text(size, alphabets[i % 4 - 1]);
        const std::string actual = shown(text);
        CHECK(shown(std::string_view(text)) == actual);
        if (text.size() > 256) continue;
        const bool is_valid = is_utf8(text);
        valid += is_valid ? 1 : 0;
        CHECK(actual == (is_valid ? text : "(not valid text)"));
    }
    CHECK(valid > 1000);
}

TEST_CASE("text that is invalid within the shown bytes is not shown") {
    const std::string fine(256, 'x');
    CHECK(shown("\xff" + fine) == "(not valid text)");
    CHECK(shown(fine + "\xff") == fine + "... (1 more bytes)");
    CHECK(shown(std::string(300, '\x80')) == "(not valid text)");
    CHECK(shown("a\xed\xa0\x80"s) == "(not valid text)");
    const char16_t halves[][4] = {{0xD800, 0}, {u'a', 0xDE00, 0}, {0xD83D, 0xD83D, 0xDE00, 0}};
    for (const auto& half : halves) CHECK(shown(custom::string(half)) == "(not valid text)");
    CHECK(shown(custom::string(std::u16string(1000, u'x') + u"\xd800")) == "(not valid text)");
}

TEST_CASE("escapes characters that end lines, change direction or are invisible") {
    struct {
        std::string_view text, json;
    } const cases[] = {
        {"\r\n{\"forged\":1}", R"(\r\n{\"forged\":1})"},
        {"\x1b[2J\x7f", R"(\u001b[2J\u007f)"},
        {"\xc2\x80\xc2\x85\xc2\x9f\xc2\xa0", "\\u0080\\u0085\\u009f\xc2\xa0"},
        {"\xe2\x80\xa8\xe2\x80\xa9", R"(\u2028\u2029)"},
        {"\xe2\x80\xaa\xe2\x80\xae\xe2\x80\xaf", "\\u202a\\u202e\xe2\x80\xaf"},
        {"\xe2\x81\xa6\xe2\x81\xa9\xe2\x81\xb0", "\\u2066\\u2069\xe2\x81\xb0"},
        {"\xd8\x9c\xe2\x80\x8e\xe2\x80\x8f\xef\xbb\xbf", R"(\u061c\u200e\u200f\ufeff)"},
        {"\xe2\x80\x8b\xe2\x80\x90", "\\u200b\xe2\x80\x90"},
        {"\xcd\x8f\xe1\x9e\xb4\xe1\xa0\x8b\xef\xbf\xb0\xf0\x9d\x85\xb3", R"(\u034f\u17b4\u180b\ufff0\ud834\udd73)"},
        {"\xe4\xbd\xa0 \xf0\x9f\x98\x80", "\xe4\xbd\xa0 \xf0\x9f\x98\x80"},
    };
    for (const auto& row : cases) {
        CHECK(to_redacted_string(open_text<std::string_view>{row.text}) == "{\"Text\":\"" + std::string(row.json) + "\"}");
        CHECK(shown(row.text) == row.text);
    }
}

// ---- other open values -----------------------------------------------------------

TEST_CASE("shows the size of bytes in any form") {
    const std::string raw(1234, '\xff');
    std::string base64;
    tc3::write_base64(base64, raw);
    const tc3::binary forms[] = {tc3::binary::raw_view(raw), tc3::binary::raw(std::string(raw)), tc3::binary::base64(base64)};
    for (const tc3::binary& form : forms) {
        CHECK(to_redacted_string(bytes{form, form.view()}) == R"_({"Image":"(1234 bytes)","View":"(1234 bytes)"})_");
    }
    const auto line_of_base64 = [](std::string_view text) {
        return to_redacted_string(bytes{tc3::binary::base64(std::string(text)), tc3::binary_view::base64(text)});
    };
    CHECK(line_of_base64("AP\r\n8") == R"_({"Image":"(2 bytes)","View":"(2 bytes)"})_");
    CHECK(line_of_base64("\n\xff=") == R"_({"Image":"(0 bytes)","View":"(0 bytes)"})_");
    CHECK(line_of_base64("https://a") == R"_({"Image":"(6 bytes)","View":"(6 bytes)"})_");
}

TEST_CASE("cuts a long list and counts the other elements") {
    open_lists value{.numbers = std::vector<std::int64_t>(16, 7), .texts = std::vector<std::string>(17, "t")};
    const json line = json::parse(to_redacted_string(value));
    CHECK(line.at("Numbers") == json(std::vector<int>(16, 7)));
    std::vector<std::string> expected(16, "t");
    expected.push_back("... (1 more elements)");
    CHECK(line.at("Texts") == json(expected));
    CHECK_FALSE(line.contains("Scores"));
}

TEST_CASE("shows a number that is not finite as null, and what follows it") {
    const double infinity = std::numeric_limits<double>::infinity();
    const double nan = std::numeric_limits<double>::quiet_NaN();
    CHECK(to_redacted_string(open_lists{{1}, {1.5, nan, -infinity, 2.5}, {"a", "\xff", "b"}}) ==
          R"_({"Numbers":[1],"Scores":[1.5,null,null,2.5],"Texts":["a","(not valid text)","b"]})_");
}

TEST_CASE("the line stays valid if a value_codec of the user fails or writes line ends") {
    const odd_codecs value{{}, {"{\n\t\"a\": [1,\r\n2]}"}, {{{"\xff", "b"}}, {{"c", "d"}}, {{"\xff"}}}, {{"e"}}, "after"};
    CHECK(to_redacted_string(value) == R"({"Failing":"****","Ready":{  "a": [1,  2]},"Objects":[{"":true},{"c":true,"d":true},{"":true}],)"
                                       R"("Single":{"e":true},"After":"after"})");
}

TEST_CASE("shows eight levels of nested structs") {
    chain value;
    for (int i = 0; i < 20; ++i) value = chain{.text = std::to_string(19 - i), .next = std::move(value)};
    std::string expected;
    for (int i = 0; i < 8; ++i) expected.append(R"({"Text":")").append(std::to_string(i)).append(R"(","Next":)");
    expected.append("\"(nested too deep)\"").append(8, '}');
    CHECK(to_redacted_string(value) == expected);
}

// ---- the bound of a line -----------------------------------------------------------

TEST_CASE("a megabyte of text and long lists give a short line") {
    const std::string megabyte(1'000'000, '\x01');
    CHECK(shown(megabyte).ends_with("... (999744 more bytes)"));
    const open_lists value{std::vector<std::int64_t>(100'000, 7), std::vector<double>(100'000, 0.1),
                           std::vector<std::string>(100'000, megabyte.substr(0, 100))};
    const std::string line = to_redacted_string(value);
    check_line(line);
    CHECK(json::parse(line).at("Numbers").back() == "... (99984 more elements)");
}

TEST_CASE("wide and deep values do not exceed the limit of a line") {
    chain value{.text = std::string(300, '\x01')};
    for (int i = 0; i < 9; ++i) {
        chain outer{.text = std::string(300, '\x01')};
        outer.branches.assign(3, value);
        if (i % 2 == 0) outer.next = value;
        value = std::move(outer);
    }
    std::size_t longest = 0;
    for (std::size_t size = 0; size < 300; ++size) {
        value.text = std::string(size, '\x01');
        const std::string line = to_redacted_string(value);
        check_line(line);
        CHECK(json::parse(line).contains("..."));
        longest = std::max(longest, line.size());
    }
    CHECK(longest > 8192);
}

TEST_CASE("a full line gets no further field, masked or not") {
    open_lists texts{{}, {}, std::vector<std::string>(16, std::string(256, '\x01'))};
    const std::string line = to_redacted_string(texts);
    check_line(line);
    const json read = json::parse(line);
    CHECK(read.at("Texts").size() == 7);
    CHECK(read.at("Texts").back() == "... (10 more elements)");

    mixed value;
    for (int i = 0; i < 6; ++i) value.entered.push_back({.shown = std::string(256, '\x01')});
    value.closed.emplace_back();
    const json cut = json::parse(to_redacted_string(value));
    CHECK(cut.at("...") == "(the line is too long)");
    CHECK_FALSE(cut.contains("Closed"));
}
