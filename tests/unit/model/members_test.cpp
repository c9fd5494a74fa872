// SPDX-License-Identifier: MIT
// Members of described structs: plain, inherited, optional elements of lists, and a name that the envelope uses too.
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <cstring>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace members_test {

struct first_base {
    std::string a;
};
struct second_base {
    std::string b;
};
struct derived : first_base, second_base {};

struct plain {
    std::int64_t total;
    bool ready;
    std::string text;
};
struct ask_plain {};

struct lists {
    std::vector<std::optional<std::string>> texts;
    std::vector<tc3::box<second_base>> boxes;
    std::vector<bool> flags;
    std::vector<std::string> modes;
};

struct needy {
    std::string id;
    std::optional<std::string> note;
};

/// An output with a member that has the name of a member of the envelope.
struct own_error {
    std::optional<std::string> error;
};
struct ask_own_error {};

inline constexpr tc3::literal modes[] = {tc3::literal("fast"), tc3::literal("safe")};

}  // namespace members_test

using namespace members_test;

template <>
inline constexpr auto tc3::fields_of<second_base> = tc3::field_table(tc3::field_of<&second_base::b>("B"));
template <>
inline constexpr auto tc3::fields_of<derived> =
    tc3::field_table(tc3::field_of<&derived::a, derived>("A"), tc3::field_of<&derived::b, derived>("B"));
template <>
inline constexpr auto tc3::fields_of<plain> =
    tc3::field_table(tc3::field_of<&plain::total>("Total"), tc3::field_of<&plain::ready>("Ready"), tc3::field_of<&plain::text>("Text"));
template <>
inline constexpr auto tc3::fields_of<lists> =
    tc3::field_table(tc3::field_of<&lists::texts>("Texts"), tc3::field_of<&lists::boxes>("Boxes"), tc3::field_of<&lists::flags>("Flags"),
                     tc3::field_of<&lists::modes>("Modes").limited(tc3::one_of<modes>));
template <>
inline constexpr auto tc3::fields_of<needy> =
    tc3::field_table(tc3::field_of<&needy::id>("Id").required(), tc3::field_of<&needy::note>("Note"));
template <>
inline constexpr auto tc3::fields_of<own_error> = tc3::field_table(tc3::field_of<&own_error::error>("Error"));

template <>
inline constexpr tc3::action tc3::action_of<ask_plain>{"people", "2020-01-01", "AskPlain"};
template <>
struct tc3::output_of<ask_plain> {
    using type = plain;
};
template <>
inline constexpr tc3::action tc3::action_of<ask_own_error>{"people", "2020-01-01", "AskOwnError"};
template <>
struct tc3::output_of<ask_own_error> {
    using type = own_error;
};

namespace {

template <class Struct>
std::string written(const Struct& value) {
    std::string text;
    tc3::sink_adapter to(text);
    tc3::encoder out(to);
    tc3::write_struct(out, value);
    return out.ok() ? text : "error at " + std::string(out.path().view());
}

template <class Struct>
Struct read(std::string_view text) {
    Struct value{};
    tc3::decoder in(text, tc3::strict_reading);
    tc3::read_struct(in, value);
    CHECK(in.ok());
    return value;
}

}  // namespace

TEST_CASE("writes and reads inherited members") {
    derived value;
    value.a = "in the first";
    value.b = "in the second";
    CHECK(written(value) == R"({"A":"in the first","B":"in the second"})");
    const auto back = read<derived>(R"({"B":"2","A":"1"})");
    CHECK(back.a == "1");
    CHECK(back.b == "2");
}

TEST_CASE("elements without value are written as null and read back without value") {
    const lists value{.texts = {std::nullopt, "b", ""}, .boxes = {{}, second_base{"x"}}, .flags = {true, false}, .modes = {}};
    const std::string text = R"({"Texts":[null,"b",""],"Boxes":[null,{"B":"x"}],"Flags":[true,false]})";
    CHECK(written(value) == text);
    const auto back = read<lists>(text);
    CHECK(back.texts == value.texts);
    CHECK(back.flags == value.flags);
    REQUIRE(back.boxes.size() == 2);
    CHECK_FALSE(back.boxes[0].has_value());
    CHECK(back.boxes[1]->b == "x");
}

TEST_CASE("plain members of an output are initialized") {
    // Fills stack memory with a value that is not zero.
    unsigned char dirt[4096];
    std::memset(dirt, 0xa5, sizeof dirt);
    CHECK(dirt[sizeof dirt / 2] == 0xa5);
    const auto output = tc3::parse_body<ask_plain>(R"({"Response":{}})");
    REQUIRE(output);
    CHECK(output->total == 0);
    CHECK_FALSE(output->ready);
    CHECK(output->text.empty());
}

TEST_CASE("empty plain text is unset, empty optional text is a value") {
    CHECK(written(needy{}) == "error at Id");
    CHECK(written(needy{.id = "7", .note = {}}) == R"({"Id":"7"})");
    CHECK(written(needy{.id = "7", .note = ""}) == R"({"Id":"7","Note":""})");
}

TEST_CASE("a member named Error in an output does not hide an error of the service") {
    const auto output = tc3::parse_body<ask_own_error>(R"({"Response":{"Error":{"Code":"AuthFailure","Message":"m"}}})");
    REQUIRE_FALSE(output);
    CHECK(output.error().stage == tc3::stage::service);
    CHECK(output.error().code == "AuthFailure");
}

TEST_CASE("a server checks each text of a list against its closed set") {
    struct list_case {
        std::string_view text;
        tc3::errc code;
    };
    const list_case cases[] = {
        {R"({"Modes":["fast","safe"]})", tc3::errc::none},
        {R"({"Modes":["fast","loud"]})", tc3::errc::not_allowed},
        {R"({"Modes":[]})", tc3::errc::none},
        {R"({"Modes":[1]})", tc3::errc::wrong_type},
    };
    for (const list_case& row : cases) {
        CAPTURE(row.text);
        lists value;
        tc3::decoder in(row.text, tc3::server_rules);
        tc3::read_struct(in, value);
        CHECK(in.json().error().code == row.code);
    }
}
