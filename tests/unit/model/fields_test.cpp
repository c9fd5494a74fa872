// SPDX-License-Identifier: MIT
// Field tables: the properties of a row, and which types have a table.
#include "../../support/every_kind.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace {

struct zone {
    std::optional<std::string> zone_id = {};
    std::optional<std::string> zone_name = {};
};

struct without_fields {};
struct without_table {
    int number = 0;
};

inline constexpr tc3::literal names[] = {tc3::literal("one"), tc3::literal("two")};

constexpr auto plain = tc3::field_of<&zone::zone_id>("ZoneId");

}  // namespace

template <>
inline constexpr auto tc3::fields_of<zone> =
    tc3::field_table(tc3::field_of<&zone::zone_id>("ZoneId"), tc3::field_of<&zone::zone_name>("ZoneName").required());

template <>
inline constexpr auto tc3::fields_of<without_fields> = tc3::field_table();

static_assert(tc3::described<zone>);
static_assert(tc3::described<without_fields>, "an input without parameters may have a table");
static_assert(!tc3::described<without_table> && !tc3::described<int> && !tc3::described<std::string>);
static_assert(tc3::fields_of<zone>.size() == 2 && tc3::fields_of<without_fields>.empty());
static_assert(plain.wire_name == "ZoneId" && plain.limits == nullptr);
static_assert(plain.presence == tc3::presence::optional && plain.sensitivity == tc3::sensitivity::unmarked);
static_assert(tc3::fields_of<support::every_kind>.size() == 15);

TEST_CASE("rows for writing and reading access their members") {
    zone value{.zone_id = "a", .zone_name = "b"};
    for (const std::size_t row : {0U, 1U}) {
        std::string text;
        tc3::sink_adapter to(text);
        tc3::encoder out(to);
        const tc3::writing_row& writing = tc3::writing_table_of<zone>()[row];
        writing.write(out, &value);
        CHECK(text == (row == 0 ? R"("a")" : R"("b")"));

        tc3::decoder in(R"("c")", tc3::strict_reading);
        const tc3::reading_row& reading = tc3::reading_table_of<zone>()[row];
        reading.read(in, &value);
        CHECK((row == 0 ? value.zone_id : value.zone_name) == "c");
    }
}

TEST_CASE("each refinement returns a copy with one property changed") {
    constexpr auto changed = plain.required().marked(tc3::sensitivity::secret).limited(tc3::one_of<names>);
    CHECK(changed.presence == tc3::presence::required);
    CHECK(changed.sensitivity == tc3::sensitivity::secret);
    CHECK(changed.limits->allowed.size() == 2);
    CHECK(changed.wire_name == plain.wire_name);

    CHECK(plain.required().sensitivity == tc3::sensitivity::unmarked);
    CHECK(plain.required().limits == nullptr);
    CHECK(plain.marked(tc3::sensitivity::open).presence == tc3::presence::optional);
    CHECK(plain.limited(tc3::one_of<names>).presence == tc3::presence::optional);
    CHECK(plain.presence == tc3::presence::optional);
}

TEST_CASE("a struct without fields is an empty object") {
    std::string text;
    tc3::sink_adapter to(text);
    tc3::encoder out(to);
    tc3::write_struct(out, without_fields{});
    CHECK(text == "{}");
    without_fields value;
    tc3::decoder in(R"({"New":[1]})", tc3::strict_reading);
    tc3::read_struct(in, value);
    CHECK(in.ok());
}

TEST_CASE("a field table works with any storage") {
    struct other_storage : tc3::owning {};
    using other = support::basic_item<other_storage>;
    CHECK(tc3::described<other>);
    CHECK(tc3::fields_of<other>[0].wire_name == "Name");
}
