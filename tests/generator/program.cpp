// SPDX-License-Identifier: MIT
// Uses headers that were generated from the description beside it: a request and an answer with each kind of field, in both storages.
#include <tc3/tc3.hpp>

#include <shop/library/library.hpp>

#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

namespace library = shop::library;

namespace {

int failures = 0;

void expect(bool holds, const char* what) {
    if (holds) return;
    std::printf("not so: %s\n", what);
    ++failures;
}

// Each scalar once, each list once; the names of fields are those of make_description.py.
constexpr std::string_view everything =
    R"({"OneString":"a","OneDatetime":"2031-05-06 07:08:09","OneDatetimeIso":"2031-05-06T07:08:09Z",)"
    R"("OneDate":"2031-05-06","OneTimestampIso":"2031-05-06T07:08:09Z","OneInt":-1,"OneInteger":-2,)"
    R"("OneInt64":-9223372036854775808,"OneUint":3,"OneUint64":18446744073709551615,"OneFloat":0.5,)"
    R"("OneBool":true,"OneBoolean":false,"SomeString":["a","b"],"SomeDatetime":["c"],)"
    R"("SomeDatetimeIso":["d"],"SomeDate":["e"],"SomeTimestampIso":["f"],"SomeInt":[1],"SomeInteger":[2],)"
    R"("SomeInt64":[-3,4],"SomeUint":[5],"SomeUint64":[6],"SomeFloat":[0.25,2.5],"SomeBool":[true,false],)"
    R"("SomeBoolean":[false],"Shelf":{"Label":"x","Width":7,"Books":[{"Title":"y"}]}})";

std::string output_text() {
    return R"({"Response":{"Everything":)" + std::string(everything) +
           R"(,"Authors":[{"Name":"p","Works":[{"Name":"q","Authors":[{"Name":"r"}],"Origin":{"Name":"s","Authors":null}}]}],"Nothing":{"Odd":1},)"
           R"("Oddities":[{"Default":"t","InstanceIDs":"u","Self":"v","BasicOddity":"w","Own":[{"New":"deep"}]}],)"
           R"("Holder":{"BasicShelf":8,"Shelf":{"Label":null}},"Service":{"Host":"h"},"Std":[{"Count":1}],"Aux":[{"Count":2}],)"
           R"("Troubled":{"Trouble0":"z"},"RequestId":"id"}})";
}

template <class Output>
void expect_all(const Output& output) {
    const auto& each = *output.everything;
    expect(each.one_string == "a" && each.one_datetime_iso == "2031-05-06T07:08:09Z", "texts are read");
    expect(each.one_int64 == INT64_MIN && each.one_uint64 == UINT64_MAX, "whole numbers are read in full");
    expect(each.one_float == 0.5 && each.one_bool == true && each.one_boolean == false, "numbers and truths are read");
    expect(each.some_string.size() == 2 && each.some_int64[1] == 4 && each.some_float[1] == 2.5 && each.some_bool[0], "lists are read");
    expect(each.shelf->label == "x" && each.shelf->width == 7 && each.shelf->books[0].title == "y", "structs within structs are read");
    expect(output.authors[0].works[0].authors[0].name == "r", "structs that hold each other are read");
    expect(output.authors[0].works[0].origin->name == "s", "a struct that holds itself is read");
    expect(output.nothing.has_value(), "a struct without members is read");
    expect(output.oddities[0].default_ == "t" && output.oddities[0].instance_ids == "u", "odd names are read");
    expect(output.oddities[0].self == "v" && output.oddities[0].basic_oddity == "w", "names that the headers use themselves are read");
    expect(output.oddities[0].own[0].new_ == "deep", "a list of the own type is read");
    expect(output.holder->basic_shelf == 8 && output.holder->shelf->label.empty(), "a member may be named as the type beside it");
    expect(output.service->host == "h" && output.std[0].count == 1u && output.aux[0].count == 2u, "structs may be named as what is taken");
    expect(output.request_id == "id", "the request id is read");
}

template <class Input>
auto request_of(const Input& input) {
    return tc3::make_request(input, {.credential = {"an-id", "a-key"}, .region = "eu-frankfurt"}, tc3::unix_time{1800000000});
}

void a_request_has_each_kind_of_field() {
    library::lend_book input;
    expect(!request_of(input).has_value(), "what is required must be there");
    input.reader = "me";
    input.days = 14;
    input.note = "";
    input.cover = tc3::binary::raw("abc");
    input.shelf = library::shelf{.label = "x", .width = 7, .books = {{.title = "y"}}};
    library::everything each;
    each.one_float = 0.5;
    each.some_uint64 = {UINT64_MAX};
    input.everything = each;
    const auto made = request_of(input);
    expect(made.has_value(), "a request is made");
    if (!made.has_value()) return;
    expect(made->view().body ==
               R"({"Reader":"me","Days":14,"Note":"","Cover":"YWJj","Shelf":{"Label":"x","Width":7,"Books":[{"Title":"y"}]},)"
               R"("Everything":{"OneFloat":0.5,"SomeUint64":[18446744073709551615]}})",
           "its body is what was said");
    expect(made->view().host == "library.example.com", "it goes to the host of the product");
}

void a_question_without_parameters_is_empty() {
    const auto made = request_of(library::count_books{});
    expect(made.has_value() && made->view().body == "{}", "a question without parameters is an empty object");
}

void an_answer_has_each_kind_of_field() {
    const std::string body = output_text();
    const auto output = tc3::parse_body<library::lend_book>(body);
    expect(output.has_value(), "an answer is read");
    if (output.has_value()) expect_all(*output);

    std::vector<char> memory(1 << 16);
    tc3::workspace space(memory);
    const auto views = tc3::parse_body<library::basic_lend_book<tc3::borrowed>>(body, space);
    expect(views.has_value(), "an answer is read without a heap");
    if (views.has_value()) expect_all(*views);
}

void fields_are_marked_as_far_as_they_are_known() {
    const auto rows = tc3::fields_of<library::count_books_output>;
    expect(rows[0].sensitivity == tc3::sensitivity::unmarked, "nothing is known of a field of the product");
    expect(rows[1].sensitivity == tc3::sensitivity::open, "the request id may be shown");
    for (const tc3::field& row : tc3::fields_of<library::lend_book_output>) {
        expect(row.presence == tc3::presence::optional, "no field of an answer is required");
    }
}

void an_action_has_the_words_of_the_service() {
    constexpr tc3::action what = tc3::action_of<library::lend_book>;
    static_assert(what.service == "books" && what.version == "2031-05-06" && what.name == "LendBook");
    static_assert(what.host == "library.example.com" && what.needs_region);
}

}  // namespace

int main() {
    a_request_has_each_kind_of_field();
    a_question_without_parameters_is_empty();
    an_answer_has_each_kind_of_field();
    fields_are_marked_as_far_as_they_are_known();
    an_action_has_the_words_of_the_service();
    return failures == 0 ? 0 : 1;
}
