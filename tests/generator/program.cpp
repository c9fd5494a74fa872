// SPDX-License-Identifier: MIT
// Uses the headers generated from make_description.py: an input and an output with each kind of field, in both storages.
#include <tc3/tc3.hpp>

#include <shop/library/library.hpp>

#include <cstdint>
#include <cstdio>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace library = shop::library;

namespace {

int failures = 0;

void expect(bool holds, const char* expectation) {
    if (holds) return;
    std::printf("failed: %s\n", expectation);
    ++failures;
}

// Each scalar and each list once. make_description.py has the names of the fields.
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
           R"("Oddities":[{"Default":"t","InstanceIDs":"u","Self":"v","BasicOddity":"w","Own":[{"New":"deep"},{"Own":[]}]}],)"
           R"("Holder":{"BasicShelf":8,"Shelf":{"Label":null}},"Service":{"Host":"h"},"Std":[{"Count":1}],"Aux":[{"Count":2}],)"
           R"("Troubled":{"Trouble0":"z"},"RequestId":"id"}})";
}

template <class Output>
void expect_all(const Output& output) {
    const auto& each = *output.everything;
    expect(each.one_string == "a" && each.one_datetime_iso == "2031-05-06T07:08:09Z", "reads texts");
    expect(each.one_int64 == INT64_MIN && each.one_uint64 == UINT64_MAX, "reads whole numbers without loss");
    expect(each.one_float == 0.5 && each.one_bool == true && each.one_boolean == false, "reads numbers and booleans");
    expect(each.some_string->size() == 2 && (*each.some_int64)[1] == 4 && (*each.some_float)[1] == 2.5 && (*each.some_bool)[0],
           "reads lists");
    expect(each.shelf->label == "x" && each.shelf->width == 7 && each.shelf->books->front().title == "y", "reads structs within structs");
    const auto& work = output.authors->front().works->front();
    expect(work.authors->front().name == "r", "reads structs that hold each other");
    expect(work.origin->name == "s" && !work.origin->authors, "reads a struct that holds itself");
    expect(output.nothing.has_value(), "reads a struct without members");
    const auto& oddity = output.oddities->front();
    expect(oddity.default_ == "t" && oddity.instance_ids == "u", "reads odd names");
    expect(oddity.self == "v" && oddity.basic_oddity == "w", "reads names that the headers use, too");
    expect(oddity.own->front().new_ == "deep" && !oddity.own->front().own, "reads a list of the same type");
    expect(oddity.own->back().own && oddity.own->back().own->empty(), "reads an empty list of the same type");
    expect(output.holder->basic_shelf == 8 && output.holder->shelf->label.empty(), "a member may have the name of a type");
    expect(output.service->host == "h" && output.std->front().count == 1u && output.aux->front().count == 2u,
           "structs may have reserved names");
    expect(output.request_id == "id", "reads the request id");
}

template <class Input>
auto request_of(const Input& input) {
    return tc3::make_request(input, {.credential = {"an-id", "a-key"}, .region = "eu-frankfurt"}, tc3::unix_time{1800000000});
}

void test_request() {
    library::lend_book input;
    expect(!request_of(input).has_value(), "rejects an input without its required fields");
    input.reader = "me";
    input.days = 14;
    input.note = "";
    input.cover = tc3::binary::raw_view("abc");
    input.shelf = library::shelf{.label = "x", .width = 7, .books = {{{.title = "y"}}}};
    library::everything each;
    each.one_float = 0.5;
    each.some_uint64 = {UINT64_MAX};
    input.everything = each;
    const auto request = request_of(input);
    expect(request.has_value(), "makes a request");
    if (!request.has_value()) return;
    expect(request->view().body ==
               R"({"Reader":"me","Days":14,"Note":"","Cover":"YWJj","Shelf":{"Label":"x","Width":7,"Books":[{"Title":"y"}]},)"
               R"("Everything":{"OneFloat":0.5,"SomeUint64":[18446744073709551615]}})",
           "writes all fields");
    expect(request->view().host == "library.example.com", "uses the host of the product");
}

/// Returns the body of the request for an input, or the message of the failure.
template <class Input>
std::string body_of(const Input& input) {
    const auto request = request_of(input);
    return request ? std::string(request->view().body) : to_string(request.error());
}

// In the manuals of two products a list may be empty: FileList of CreateStructureTask is required, and empty where ImageList is used; with no
// SuperUsers in ModifyFileSystem nobody is one. Files and Keepers are these lists.
template <class Storage>
void test_empty_lists() {
    const tc3::text_of<Storage> images[] = {"aGVsbG8="};
    const library::basic_scan<Storage> unset[] = {{.kind = "cover"}};
    library::basic_scan<Storage> set[] = {{.kind = "cover"}};
    set[0].files.emplace();
    set[0].images.emplace(std::begin(images), std::end(images));

    library::basic_scan_books<Storage> scan;
    expect(body_of(scan) == "request: Scans is empty or missing", "rejects a required list that is unset");
    scan.scans.emplace();
    expect(body_of(scan) == R"({"Scans":[]})", "sends a required list that is empty");
    scan.scans.emplace(std::begin(unset), std::end(unset));
    expect(body_of(scan) == "request: Scans[0].Files is empty or missing", "rejects an unset list within a list");
    scan.scans.emplace(std::begin(set), std::end(set));
    expect(body_of(scan) == R"({"Scans":[{"Kind":"cover","Files":[],"Images":["aGVsbG8="]}]})", "sends an empty list within a list");

    library::basic_modify_library<Storage> modify{.library_id = "7"};
    expect(body_of(modify) == R"({"LibraryId":"7"})", "leaves out an unset list");
    modify.keepers.emplace();
    expect(body_of(modify) == R"({"LibraryId":"7","Keepers":[]})", "sends an empty list");
}

// What a server reads: the document as it is written again, or the error and its field.
template <class Storage>
std::string served(std::string_view json) {
    std::vector<char> memory(1 << 12);
    tc3::workspace space(memory);
    tc3::decoder in(json, tc3::server_rules, tc3::state_ref(space));
    library::basic_scan<Storage> value;
    tc3::read_struct(in, value);
    if (!in.ok()) return std::string(tc3::describe(in.json().error().code)).append(" ").append(in.path().view());
    std::string text;
    tc3::sink_adapter to(text);
    tc3::encoder out(to);
    tc3::write_struct(out, value);
    return text;
}

template <class Storage>
void test_served_lists() {
    constexpr std::string_view empty = R"({"Kind":"cover","Files":[],"Images":[]})", one = R"({"Kind":"cover","Files":[]})";
    expect(served<Storage>(empty) == empty, "a server reads empty lists as set");
    expect(served<Storage>(one) == one, "a server reads an absent list as unset");
    expect(served<Storage>(R"({"Kind":"cover","Files":null})") == "is empty or missing Files", "a server requires a list");
}

void test_input_without_parameters() {
    const auto request = request_of(library::count_books{});
    expect(request.has_value() && request->view().body == "{}", "writes an input without parameters as {}");
}

void test_output() {
    const std::string body = output_text();
    const auto output = tc3::parse_body<library::lend_book>(body);
    expect(output.has_value(), "reads an output");
    if (output.has_value()) expect_all(*output);

    std::vector<char> memory(1 << 16);
    tc3::workspace space(memory);
    const auto borrowed = tc3::parse_body<library::basic_lend_book<tc3::borrowed>>(body, space);
    expect(borrowed.has_value(), "reads an output without a heap");
    if (borrowed.has_value()) expect_all(*borrowed);
}

void test_field_tables() {
    const auto rows = tc3::fields_of<library::count_books_output>;
    expect(rows[0].sensitivity == tc3::sensitivity::unmarked, "a field of the product has no mark");
    expect(rows[1].sensitivity == tc3::sensitivity::open, "the request id is open");
    for (const tc3::field& row : tc3::fields_of<library::lend_book_output>) {
        expect(row.presence == tc3::presence::optional, "no field of an output is required");
    }
}

void test_action() {
    constexpr tc3::action action = tc3::action_of<library::lend_book>;
    static_assert(action.service == "books" && action.version == "2031-05-06" && action.name == "LendBook");
    static_assert(action.host == "library.example.com" && action.needs_region);
}

}  // namespace

int main() {
    test_request();
    test_empty_lists<tc3::owning>();
    test_empty_lists<tc3::borrowed>();
    test_served_lists<tc3::owning>();
    test_served_lists<tc3::borrowed>();
    test_input_without_parameters();
    test_output();
    test_field_tables();
    test_action();
    return failures == 0 ? 0 : 1;
}
