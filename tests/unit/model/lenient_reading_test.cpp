// SPDX-License-Identifier: MIT
// Outputs that are not as described: what lenient reading makes of them, what it reports, and that strict reading refuses them.
#include "../../support/every_kind.hpp"
#include "../../support/json_of.hpp"
#include "../../support/random_document.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

using support::every_kind;
using tc3::errc;

namespace {

using borrowed_kind = support::basic_every_kind<tc3::borrowed>;

std::string lines_of(const tc3::deviation_report& report) {
    std::string lines;
    for (const tc3::deviation& each : report) lines += to_string(each) + (each.is_unset ? " (unset)\n" : "\n");
    return lines;
}

/// What is read from the members of an output, as JSON, and the deviations.
struct reading {
    std::string json;
    std::string deviations;
    friend bool operator==(const reading&, const reading&) = default;
};
std::ostream& operator<<(std::ostream& out, const reading& value) { return out << value.json << '\n' << value.deviations; }

/// Reads members in both storages. `Needed`, which every_kind requires when it is written, is added and removed again.
reading read(std::string_view members) {
    const std::string body = R"({"Response":{"Needed":"n",)" + std::string(members) + "}}";
    tc3::deviation_report report;
    const auto owned = tc3::parse_body<every_kind>(body, {.deviations = &report});
    const reading result{owned ? support::json_of(*owned) : to_string(owned.error()), lines_of(report)};

    std::array<char, 4096> memory;
    tc3::workspace space(memory);
    tc3::deviation_report borrowed_report;
    const auto borrowed = tc3::parse_body<borrowed_kind>(body, {.deviations = &borrowed_report}, space);
    CHECK(result == reading{borrowed ? support::json_of(*borrowed) : [&] {
              std::string line;
              write_failure(line, borrowed.error());
              return line;
          }(), lines_of(borrowed_report)});

    const bool is_as_described = report.empty() && owned;
    CHECK(tc3::parse_body<every_kind>(body, {.reading = tc3::strict_reading}).has_value() == is_as_described);
    return result;
}

}  // namespace

TEST_CASE("reads a value of another type where its meaning is clear") {
    struct row {
        std::string_view members;
        std::string_view json;
        std::string_view deviation;
    };
    const row rows[] = {
        {R"("Text":17)", R"("Text":"17")", "Text has another type than expected: a number, not a text\n"},
        {R"("Text":-1.50e2)", R"("Text":"-1.50e2")", "Text has another type than expected: a number, not a text\n"},
        {R"("Text":true)", R"("Text":"true")", "Text has another type than expected: a boolean, not a text\n"},
        {R"("Signed":"23")", R"("Signed":23)", "Signed has another type than expected: a text, not a number\n"},
        {R"("Signed":"1e3")", R"("Signed":1000)", "Signed has another type than expected: a text, not a number\n"},
        {R"("Signed":1e3)", R"("Signed":1000)", ""},
        {R"("Signed":23.0)", R"("Signed":23)", ""},
        {R"("Score":"89.88")", R"("Score":89.88)", "Score has another type than expected: a text, not a number\n"},
        {R"("Flag":1)", R"("Flag":true)", "Flag has another type than expected: a number, not a boolean\n"},
        {R"("Flag":0)", R"("Flag":false)", "Flag has another type than expected: a number, not a boolean\n"},
        {R"("Flag":"true")", R"("Flag":true)", "Flag has another type than expected: a text, not a boolean\n"},
        {R"("Flag":"false")", R"("Flag":false)", "Flag has another type than expected: a text, not a boolean\n"},
        {R"("Flag":"1")", R"("Flag":true)", "Flag has another type than expected: a text, not a boolean\n"},
        {R"("Nested":[])", R"("Nested":{})", "Nested has another type than expected: a list, not an object\n"},
        {R"("Nested":[ ])", R"("Nested":{})", "Nested has another type than expected: a list, not an object\n"},
        {R"("Nested":{"Number":"7"})", R"("Nested":{"Number":7})", "Nested.Number has another type than expected: a text, not a number\n"},
        {R"("Texts":["a",7,"b"])", R"("Texts":["a","7","b"])", "Texts[1] has another type than expected: a number, not a text\n"},
        {R"("Numbers":[1,"2",3])", R"("Numbers":[1,2,3])", "Numbers[1] has another type than expected: a text, not a number\n"},
        {R"("Items":[{"Name":"a"},[],{"Number":"3"}])", R"("Items":[{"Name":"a"},{},{"Number":3}])",
         "Items[1] has another type than expected: a list, not an object\n"
         "Items[2].Number has another type than expected: a text, not a number\n"},
        {R"("Image":1234)", R"("Image":"1234")", "Image has another type than expected: a number, not a text\n"},
    };
    for (const row& each : rows) {
        CHECK(read(each.members) == reading{R"({"Needed":"n",)" + std::string(each.json) + "}", std::string(each.deviation)});
    }
}

TEST_CASE("an empty value of another type is an empty list, and null leaves any member unset") {
    struct row {
        std::string_view members;
        std::string_view deviation;
    };
    const row rows[] = {
        {R"("Items":{})", "Items has another type than expected: an object, not a list\n"},
        {R"("Items":"")", "Items has another type than expected: a text, not a list\n"},
        {R"("Items":null,"Texts":null,"Nested":null,"Text":null,"Score":null,"Flag":null,"Image":null)", ""},
    };
    for (const row& each : rows) CHECK(read(each.members) == reading{R"({"Needed":"n"})", std::string(each.deviation)});
}

TEST_CASE("a value that cannot be read leaves its member unset, and the rest is read") {
    struct row {
        std::string_view member;
        std::string_view deviation;
    };
    const row rows[] = {
        {R"("Text":{"a":1})", "Text has another type than expected: an object, not a text (unset)\n"},
        {R"("Text":["a"])", "Text has another type than expected: a list, not a text (unset)\n"},
        {R"("Signed":"12a")", "Signed has another type than expected: a text, not a number (unset)\n"},
        {R"("Signed":"")", "Signed has another type than expected: a text, not a number (unset)\n"},
        {R"("Signed":true)", "Signed has another type than expected: a boolean, not a number (unset)\n"},
        {R"("Signed":1.5)", "Signed has another type than expected (unset)\n"},
        {R"("Signed":9223372036854775808)", "Signed is out of range (unset)\n"},
        {R"("Unsigned":-1)", "Unsigned is out of range (unset)\n"},
        {R"("Score":1e999)", "Score is out of range (unset)\n"},
        {R"("Flag":"yes")", "Flag has another type than expected: a text, not a boolean (unset)\n"},
        {R"("Flag":2)", "Flag has another type than expected: a number, not a boolean (unset)\n"},
        {R"("Nested":"x")", "Nested has another type than expected: a text, not an object (unset)\n"},
        {R"("Nested":"")", "Nested has another type than expected: a text, not an object (unset)\n"},
        {R"("Nested":[1])", "Nested has another type than expected: a list, not an object (unset)\n"},
        {R"("Texts":"x")", "Texts has another type than expected: a text, not a list (unset)\n"},
        {R"("Texts":55)", "Texts has another type than expected: a number, not a list (unset)\n"},
        {R"("Texts":{"a":"b"})", "Texts has another type than expected: an object, not a list (unset)\n"},
        // One element that cannot be read: the list is not shorter, it is unset.
        {R"("Texts":["a",{},"b"])", "Texts[1] has another type than expected: an object, not a text (unset)\n"},
        {R"("Numbers":[1,"",3])", "Numbers[1] has another type than expected: a text, not a number (unset)\n"},
        {R"("Items":[{"Name":"a"},"x"])", "Items[1] has another type than expected: a text, not an object (unset)\n"},
    };
    for (const row& each : rows) {
        const std::string members = std::string(each.member) + R"(,"Json":"after")";
        CHECK(read(members) == reading{R"({"Needed":"n","Json":"after"})", std::string(each.deviation)});
    }
    CHECK(read(R"("Items":[{"Name":"a","Number":"x"},{"Number":2}])") ==
          reading{R"({"Needed":"n","Items":[{"Name":"a"},{"Number":2}]})",
                  "Items[0].Number has another type than expected: a text, not a number (unset)\n"});
}

TEST_CASE("a report has the deviations of a member in their order, and of an unset one the reason alone") {
    CHECK(read(R"("Text":{},"Text":"x")").deviations ==
          "Text has another type than expected: an object, not a text (unset)\n"
          "Text occurs twice\n");
    CHECK(read(R"("Signed":"1","Signed":2)").deviations ==
          "Signed has another type than expected: a text, not a number\n"
          "Signed occurs twice\n");
    CHECK(read(R"("Items":[{"Number":"1"},"x"])").deviations == "Items[1] has another type than expected: a text, not an object (unset)\n");
}

TEST_CASE("a text of blanks is no empty list") {
    CHECK(read(R"("Texts":"  ")") == reading{R"({"Needed":"n"})", "Texts has another type than expected: a text, not a list (unset)\n"});
}

TEST_CASE("of a repeated name the first value counts") {
    CHECK(read(R"("Text":"a","Text":"b")") == reading{R"({"Needed":"n","Text":"a"})", "Text occurs twice\n"});
    CHECK(read(R"("Text":null,"Text":"b")") == reading{R"({"Needed":"n"})", "Text occurs twice\n"});
    CHECK(read(R"("Nested":{"Name":"a","N\u0061me":{}})") ==
          reading{R"({"Needed":"n","Nested":{"Name":"a"}})", "Nested.Name occurs twice\n"});
    CHECK(read(R"("New":1,"New":2)") == reading{R"({"Needed":"n"})", ""});  // a member that nobody reads
}

TEST_CASE("damaged text is repaired where it is read, and does not matter elsewhere") {
    struct row {
        std::string_view members;
        std::string_view json;
        std::string_view deviation;
    };
    const row rows[] = {
        {R"("Text":"a\ud83d")", R"("Text":"a�")", "Text is not UTF-8\n"},
        {R"("Text":"\ud83dx\ude00")", R"("Text":"�x�")", "Text is not UTF-8\n"},
        {R"("Text":"\ud83d\ud83d\ude00")", R"("Text":"�😀")", "Text is not UTF-8\n"},
        {"\"Text\":\"a\xffz\"", R"("Text":"a�z")", "Text is not UTF-8\n"},
        {"\"Text\":\"\xe4\xbd\\n\"", R"("Text":"��\n")", "Text is not UTF-8\n"},
        {"\"Texts\":[\"a\",\"\xc0\xaf\"]", R"("Texts":["a","��"])", "Texts[1] is not UTF-8\n"},
    };
    for (const row& each : rows) {
        CHECK(read(each.members) == reading{R"({"Needed":"n",)" + std::string(each.json) + "}", std::string(each.deviation)});
    }
    // Strict reading refuses these too, although they have no deviation: read() is not used.
    for (const std::string_view members : {R"("New":"\ud83d")", "\"New\":\"\xff\"", R"("New":{"\udc00":["\ud800"]})", "\"\xff\":1"}) {
        const std::string body = R"({"Response":{)" + std::string(members) + R"(,"Text":"a"}})";
        tc3::deviation_report report;
        const auto output = tc3::parse_body<every_kind>(body, {.deviations = &report});
        REQUIRE(output);
        CHECK(output->text == "a");
        CHECK(report.empty());
        CHECK_FALSE(tc3::parse_body<every_kind>(body, {.reading = tc3::strict_reading}));
    }
}

TEST_CASE("repaired text that does not fit into a workspace is left out, and the call goes on") {
    const std::string body = "{\"Response\":{\"Text\":\"0123456789\xff\",\"Json\":\"after\"}}";
    for (std::size_t size = 0; size < 20; ++size) {
        std::vector<char> memory(size);
        tc3::workspace space(memory);
        tc3::deviation_report report;
        const auto output = tc3::parse_body<borrowed_kind>(body, {.deviations = &report}, space);
        REQUIRE(output);
        CHECK(output->text.has_value() == (size >= 13));
        CHECK(output->json == "after");
        CHECK(lines_of(report) == (size >= 13 ? "Text is not UTF-8\n" : "Text does not fit into the workspace (unset)\n"));
    }
}

// ---- members that decide, and members without an unset state ------------------------------------------------------------------------

namespace lenient_reading_test {

template <class Storage>
struct basic_verdict {
    tc3::optional_text<Storage> result = {};
    tc3::optional_of<Storage, std::int64_t> code = {};
    tc3::nested_of<Storage, support::basic_item<Storage>> detail = {};
    bool flag = false;
    std::int64_t count = 0;
    tc3::optional_text<Storage> request_id = {};
};
using verdict = basic_verdict<tc3::owning>;

}  // namespace lenient_reading_test

using lenient_reading_test::basic_verdict;
using lenient_reading_test::verdict;

template <class Storage>
inline constexpr auto tc3::fields_of<basic_verdict<Storage>> = tc3::field_table(
    tc3::field_of<&basic_verdict<Storage>::result>("Result").exact(), tc3::field_of<&basic_verdict<Storage>::code>("Code").exact(),
    tc3::field_of<&basic_verdict<Storage>::detail>("Detail").exact(), tc3::field_of<&basic_verdict<Storage>::flag>("Flag"),
    tc3::field_of<&basic_verdict<Storage>::count>("Count"), tc3::field_of<&basic_verdict<Storage>::request_id>("RequestId").once());

template <class Storage>
inline constexpr tc3::action tc3::action_of<basic_verdict<Storage>>{"test", "2020-02-20", "Verdict"};
template <class Storage>
struct tc3::output_of<basic_verdict<Storage>> {
    using type = basic_verdict<Storage>;
};

TEST_CASE("a member that decides is read exactly: whatever deviates leaves it unset") {
    const std::string_view bodies[] = {
        R"("Result":0)",
        R"("Result":true)",
        R"("Result":["0"])",
        R"("Result":{"0":"0"})",
        R"("Result":"0\ud83d")",
        "\"Result\":\"0\xff\"",
        R"("Result":"0","Result":"0")",
        R"("Result":"0","Result":"1")",
        R"("Result":null,"Result":"0")",
        R"("Result":"0","Result":null)",
        R"("Result":"0","Result":[{}])",
        R"("Result":"0","R\u0065sult":"0")",
        R"("Code":"0")",
        R"("Code":false)",
        R"("Code":"")",
        R"("Code":[])",
        R"("Code":0.5)",
        R"("Code":0,"Code":0)",
        R"("Detail":[])",
        R"("Detail":{"Name":0},"Detail":{"Name":"0"})",
        R"("Detail":{"Name":"0"},"Detail":{})",
    };
    for (const std::string_view members : bodies) {
        CAPTURE(members);
        const std::string body = R"({"Response":{)" + std::string(members) + R"(,"Count":3}})";
        tc3::deviation_report report;
        const auto output = tc3::parse_body<verdict>(body, {.deviations = &report});
        REQUIRE(output);
        CHECK_FALSE(output->result.has_value());
        CHECK_FALSE(output->code.has_value());
        CHECK_FALSE(output->detail.has_value());
        CHECK(output->count == 3);
        REQUIRE_FALSE(report.empty());
        CHECK(report[report.size() - 1].is_unset);

        std::array<char, 256> memory;
        tc3::workspace space(memory);
        const auto borrowed = tc3::parse_body<basic_verdict<tc3::borrowed>>(body, space);
        REQUIRE(borrowed);
        CHECK_FALSE((borrowed->result || borrowed->code || borrowed->detail));
    }
    const auto exact = tc3::parse_body<verdict>(R"({"Response":{"Result":"\u0030","Code":1.0,"Detail":{}}})");
    CHECK(exact->result == "0");
    CHECK(exact->code == 1);
    CHECK(exact->detail.has_value());
}

TEST_CASE("within a member that decides nothing is converted") {
    const auto output = tc3::parse_body<verdict>(R"({"Response":{"Detail":{"Name":5,"Number":"6"}}})");
    REQUIRE(output);
    REQUIRE(output->detail.has_value());
    CHECK_FALSE(output->detail->name.has_value());
    CHECK_FALSE(output->detail->number.has_value());
}

TEST_CASE("a request id is kept from a number, and lost if it is repeated") {
    const auto id_in = [](std::string_view members) {
        return (*tc3::parse_body<verdict>(R"({"Response":{)" + std::string(members) + "}}")).request_id;
    };
    CHECK(id_in(R"("RequestId":"7-d")") == "7-d");
    CHECK(id_in(R"("RequestId":7)") == "7");
    CHECK(id_in("\"RequestId\":\"7\xff\"") == "7\xEF\xBF\xBD");
    CHECK_FALSE(id_in(R"("RequestId":["7"])").has_value());
    CHECK_FALSE(id_in(R"("RequestId":"7","RequestId":"7")").has_value());
}

TEST_CASE("a value that cannot be read for a member without an unset state is a failure") {
    for (const std::string_view member :
         {R"("Flag":"yes")", R"("Flag":2)", R"("Flag":{})", R"("Count":"x")", R"("Count":1.5)", R"("Count":[])"}) {
        CAPTURE(member);
        const auto output = tc3::parse_body<verdict>(R"({"Response":{"RequestId":"7-d",)" + std::string(member) + "}}");
        REQUIRE_FALSE(output);
        CHECK(output.error().stage == tc3::stage::response);
        CHECK(output.error().reason.code == errc::wrong_type);
        CHECK(output.error().field == (member.starts_with("\"Flag\"") ? "Flag" : "Count"));
        CHECK(output.error().request_id == "7-d");
    }
    CHECK((*tc3::parse_body<verdict>(R"({"Response":{"Flag":"1","Count":"12"}})")).count == 12);
}

// ---- what leniency does not change --------------------------------------------------------------------------------------------------

TEST_CASE("broken syntax, depth and the number of elements are fatal, also within a value that cannot be read") {
    struct row {
        std::string_view member;
        errc code;
    };
    const std::string deep(100, '[');
    const std::string many = R"("Numbers":[)" + [] {
        std::string zeros;
        for (int i = 0; i < 100'001; ++i) zeros += "0,";
        return zeros;
    }() + "0]";
    const row rows[] = {
        {R"("Text":[1,)", errc::unexpected_character},
        {R"("Text":[1 2])", errc::unexpected_character},
        {R"("Text":["\x"])", errc::bad_escape},
        {R"("Text":[01])", errc::bad_number},
        {R"("Signed":tru)", errc::unexpected_character},
        {R"("Nested":{"Name":{"a" 1}})", errc::unexpected_character},
        {many, errc::too_many},
    };
    for (const row& each : rows) {
        const auto output = tc3::parse_body<every_kind>(R"({"Response":{"RequestId":"7",)" + std::string(each.member) + "}}");
        REQUIRE_FALSE(output);
        CHECK(output.error().reason.code == each.code);
        CHECK(output.error().request_id == "7");
    }
    CHECK(tc3::parse_body<every_kind>(R"({"Response":{"Text":)" + deep).error().reason.code == errc::too_deep);
}

TEST_CASE("what strict reading accepts, lenient reading reads to the same value without a deviation") {
    support::random_document documents(211);
    for (int i = 0; i < 400; ++i) {
        const std::string body = documents.every_kind();
        CAPTURE(body);
        const auto strict = tc3::parse_body<every_kind>(body, {.reading = tc3::strict_reading});
        if (!strict) continue;
        tc3::deviation_report report;
        const auto lenient = tc3::parse_body<every_kind>(body, {.deviations = &report});
        REQUIRE(lenient);
        CHECK(*lenient == *strict);
        CHECK(report.empty());
    }
}
