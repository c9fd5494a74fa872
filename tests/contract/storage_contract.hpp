// SPDX-License-Identifier: MIT
// The rules that tc3 requires of a storage, as checks for your own strings and lists. Needs no test framework.
#pragma once

#include <tc3/tc3.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

namespace contract {

/// Checks a storage and calls `report(bool held, std::string_view rule)` for each rule. The state must have room for 300 KB of text.
template <class Storage, class Report>
void storage_contract(typename Storage::state& state, Report&& report);

/// Checks a storage without state and calls `report(bool held, std::string_view rule)` for each rule.
template <class Storage, class Report>
    requires(!tc3::stateful_storage<Storage>)
void storage_contract(Report&& report);

namespace detail {

template <class Storage>
struct part {
    typename Storage::template optional<typename Storage::text> name = {};
    typename Storage::template optional<std::int64_t> number = {};
};

template <class Storage>
struct whole {
    typename Storage::text text = {};
    typename Storage::template optional<typename Storage::text> maybe = {};
    typename Storage::template list<typename Storage::text> texts = {};
    typename Storage::template optional<typename Storage::template list<typename Storage::text>> maybe_texts = {};
    typename Storage::template list<std::int64_t> numbers = {};
    typename Storage::template list<typename Storage::template list<typename Storage::text>> grid = {};
    typename Storage::template list<part<Storage>> parts = {};
    typename Storage::template nested<part<Storage>> nested = {};
};

}  // namespace detail

}  // namespace contract

template <class Storage>
inline constexpr auto tc3::fields_of<contract::detail::part<Storage>> = tc3::field_table(
    tc3::field_of<&contract::detail::part<Storage>::name>("Name"), tc3::field_of<&contract::detail::part<Storage>::number>("Number"));

template <class Storage>
inline constexpr auto tc3::fields_of<contract::detail::whole<Storage>> = tc3::field_table(
    tc3::field_of<&contract::detail::whole<Storage>::text>("Text"), tc3::field_of<&contract::detail::whole<Storage>::maybe>("Maybe"),
    tc3::field_of<&contract::detail::whole<Storage>::texts>("Texts"),
    tc3::field_of<&contract::detail::whole<Storage>::maybe_texts>("MaybeTexts"),
    tc3::field_of<&contract::detail::whole<Storage>::numbers>("Numbers"), tc3::field_of<&contract::detail::whole<Storage>::grid>("Grid"),
    tc3::field_of<&contract::detail::whole<Storage>::parts>("Parts"), tc3::field_of<&contract::detail::whole<Storage>::nested>("Nested"));

namespace contract {

namespace detail {

/// A sink that keeps a text and checks that each piece consists of whole characters.
struct whole_characters {
    std::string text = {};
    bool held = true;
    void append(std::string_view piece) {
        held = held && tc3::find_invalid_utf8(piece) == std::string_view::npos;
        text.append(piece);
    }
};

template <class Storage, class Report>
class storage_checks {
public:
    storage_checks(tc3::state_ref state, Report& report) : state_(state), report_(report) {}

    void run() {
        initial_values();
        texts();
        kept();
        lists();
        structs();
        second_values();
    }

private:
    using text_type = typename Storage::text;
    using value = whole<Storage>;

    void rule(bool held, std::string_view text) { report_(held, text); }

    void initial_values() {
        rule(tc3::is_empty_text(text_type{}) && utf8(text_type{}).empty(), "a text is empty at first");
        rule(write(value{}) == "{}", "a text, list, optional and nested struct are unset at first");
        using name = decltype(part<Storage>::name);
        rule(!name{}.has_value(), "an optional has no value at first");
    }

    // Each text as it is in a document, and its value in UTF-8.
    void texts() {
        const struct {
            std::string_view json, expected, rule;
        } cases[] = {
            {"", "", "an empty text is read"},
            {"plain text", "plain text", "ASCII is read"},
            {"\xc3\xa9\xdf\xbf", "\xc3\xa9\xdf\xbf", "characters of two bytes are read"},
            {"\xe0\xa0\x80\xe4\xbd\xa0\xef\xbf\xbd", "\xe0\xa0\x80\xe4\xbd\xa0\xef\xbf\xbd", "characters of three bytes are read"},
            {"\xf0\x90\x80\x80\xf0\x9f\x98\x80\xf4\x8f\xbf\xbf", "\xf0\x90\x80\x80\xf0\x9f\x98\x80\xf4\x8f\xbf\xbf",
             "characters of four bytes are read"},
            {R"(\"\\\/\b\f\n\r\t\u0041\u00e9\u4f60)", "\"\\/\b\f\n\r\tA\xc3\xa9\xe4\xbd\xa0", "escapes are decoded"},
            {R"(a\ud83d\ude00z)", "a\xf0\x9f\x98\x80z", "an escaped surrogate pair is one character"},
            {R"(a\u0000z)", std::string_view("a\0z", 3), "U+0000 is read like any character"},
            {R"( blanks )", " blanks ", "blanks at the ends are kept"},
        };
        for (const auto& each : cases) rule(there_and_back(each.json, each.expected), each.rule);

        std::string json, expected;
        for (int i = 0; i < 5000; ++i) {
            json += i % 3 == 0 ? "\\n\xf0\x9f\x98\x80" : "long \xe4\xbd\xa0";
            expected += i % 3 == 0 ? "\n\xf0\x9f\x98\x80" : "long \xe4\xbd\xa0";
        }
        rule(there_and_back(json, expected), "a long text is read completely");
        rule(pieces_are_whole_, "each written piece consists of whole characters");

        value read;
        rule(fill(read, R"({"Maybe":""})") && read.maybe.has_value() && utf8(*read.maybe).empty() && write(read) == R"({"Maybe":""})",
             "an optional text that is empty is a value");
    }
    bool there_and_back(std::string_view json, std::string_view expected) {
        value read, again;
        const std::string document = std::string(R"({"Text":")").append(json).append("\"}");
        if (!fill(read, document) || utf8(read.text) != expected || tc3::is_empty_text(read.text) != expected.empty()) return false;
        const std::string written = write(read);
        return fill(again, written) && utf8(again.text) == expected && write(again) == written;
    }

    void kept() {
        text_type text{};
        {
            std::string path = "Filters[2].Name";
            tc3::keep_text(state_, text, path);
            path.assign(path.size(), 'x');
        }
        rule(utf8(text) == "Filters[2].Name", "a text that is kept does not depend on its source");
        if constexpr (!requires { tc3::text_traits<text_type>::keep(state_, text, std::string_view()); }) {
            value read;
            {
                std::string document = R"({"Text":"long enough to be no small string \u0041","Texts":["a","\u0062"]})";
                rule(fill(read, document), "a document is read");
                document.assign(document.size(), 'x');
            }
            rule(utf8(read.text) == "long enough to be no small string A" && write(read).ends_with(R"("Texts":["a","b"]})"),
                 "texts do not depend on the document that they were read from");
        }
    }

    void lists() {
        rule(keeps(R"({"Texts":["one"],"Numbers":[-1]})"), "a list of one element");
        rule(keeps(R"({"Texts":["c","a","","b","\n"],"Numbers":[3,1,2]})"), "elements keep their order");
        value read;
        rule(fill(read, R"({"Texts":[],"Numbers":[]})") && write(read) == "{}", "an empty list stays empty");
        rule(keeps(R"({"MaybeTexts":[]})") && keeps(R"({"MaybeTexts":["a","\n"]})"), "an optional list that is empty is a value");

        std::string document = R"({"Texts":[)", numbers = R"(],"Numbers":[)";
        for (int i = 0; i < 1000; ++i) {
            document.append(i == 0 ? "\"" : ",\"").append(std::to_string(i)).append("\"");
            numbers.append(i == 0 ? "" : ",").append(std::to_string(i));
        }
        rule(keeps(document + numbers + "]}"), "a list of a thousand elements");
        rule(keeps(R"({"Grid":[["a","b"],[],["\"c\""],[],["d","e","f"]]})"), "lists of lists, some of them empty");
        rule(fill(read, R"({"Texts":[null,"a",null]})") && write(read) == R"({"Texts":["","a",""]})", "null in a list is an unset value");
    }

    void structs() {
        rule(keeps(R"({"Nested":{"Name":"a","Number":0}})"), "a nested struct");
        rule(keeps(R"({"Nested":{}})"), "a nested struct without members is present");
        value read;
        rule(fill(read, R"({"Nested":null})") && !read.nested.has_value(), "a nested struct that is null is absent");
        rule(keeps(R"({"Parts":[{"Name":"a"},{},{"Name":"","Number":-9223372036854775808},{"Number":1}]})"), "a list of structs");
    }

    void second_values() {
        value read;
        const bool filled =
            fill(read, R"({"Text":"first and long","Maybe":"x","Texts":["a","b","c"],"Grid":[["a"]],"Nested":{"Name":"a"}})");
        rule(filled && fill(read, R"({"Text":"2","Maybe":"","Texts":["d"],"Grid":[],"Nested":{"Number":2}})") &&
                 write(read) == R"({"Text":"2","Maybe":"","Texts":["d"],"Nested":{"Number":2}})",
             "a second document replaces the values of the first");
        value one, two;
        rule(fill(one, R"({"Text":"\u0031","Texts":["one"]})") && fill(two, R"({"Text":"\u0032","Texts":["two"]})") &&
                 write(one) == R"({"Text":"1","Texts":["one"]})" && write(two) == R"({"Text":"2","Texts":["two"]})",
             "two values are independent");
        const value copy = one;
        rule(write(copy) == write(one), "a copy is the same value");
        copies();
    }

    void copies() {
        const std::string first = R"({"Text":"1","Maybe":"2","Texts":["3"],"Grid":[["4"]],"Parts":[{"Name":"5"}],"Nested":{"Name":"6"}})";
        const std::string second = R"({"Text":"a","Maybe":"b","Texts":["c"],"Grid":[["d"]],"Parts":[{"Name":"e"}],"Nested":{"Name":"f"}})";
        value original;
        bool filled = fill(original, first);
        value copy = original;
        filled = fill(copy, second) && filled;
        rule(filled && write(copy) == second && write(original) == first, "reading into a copy leaves the original unchanged");
    }

    // `document` outlives `read`, since a borrowed storage refers to it.
    bool keeps(const std::string& document) {
        value read;
        return fill(read, document) && write(read) == document;
    }
    bool fill(value& to, std::string_view document) {
        tc3::decoder in(document, tc3::strict_reading, state_);
        tc3::read_struct(in, to);
        return in.json().finish();
    }
    std::string write(const value& from) {
        whole_characters text;
        tc3::sink_adapter to(text);
        tc3::encoder out(to);
        tc3::write_struct(out, from);
        pieces_are_whole_ = pieces_are_whole_ && text.held;
        return out.ok() ? text.text : "an error";
    }
    std::string utf8(const text_type& text) {
        whole_characters out;
        const bool written = tc3::write_text(out, text);
        pieces_are_whole_ = pieces_are_whole_ && out.held;
        return written ? out.text : "an error";
    }

    tc3::state_ref state_;
    Report& report_;
    bool pieces_are_whole_ = true;
};

}  // namespace detail

template <class Storage, class Report>
void storage_contract(typename Storage::state& state, Report&& report) {
    detail::storage_checks<Storage, std::remove_reference_t<Report>>(tc3::state_ref(state), report).run();
}

template <class Storage, class Report>
    requires(!tc3::stateful_storage<Storage>)
void storage_contract(Report&& report) {
    detail::storage_checks<Storage, std::remove_reference_t<Report>>({}, report).run();
}

}  // namespace contract
