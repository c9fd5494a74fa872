// SPDX-License-Identifier: MIT
// borrowed: reads and writes as `owning` does, in exactly the memory that it reports.
#include "../../support/every_kind.hpp"
#include "../../support/exchange.hpp"
#include "../../support/json_of.hpp"
#include "../../support/random.hpp"
#include "../../support/random_document.hpp"
#include "../../support/storages.hpp"
#include "../../support/wrong_outputs.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

using support::basic_deep;
using support::basic_every_kind;
using support::basic_item;
using support::in_storage_t;
using support::plain;
using support::plain_failure;
using support::tight_workspace;
using tc3::borrowed;
using tc3::errc;
using tc3::stage;
using tc3::workspace;
using tc3::faceid::apply_liveness_token;
using borrowed_token = tc3::faceid::basic_apply_liveness_token<borrowed>;

namespace {

using std::string_view_literals::operator""sv;

struct response {
    int status = 200;
    std::string_view body;
};

/// Returns the size of the workspace that an output needs, as reported by an empty one.
template <class Input>
std::size_t needed_for(std::string_view body, const tc3::response_options& options = {}) {
    workspace no_memory;
    const auto output = tc3::parse_body<Input>(body, options, no_memory);
    if (output) return 0;
    CHECK(output.error().reason.code == errc::buffer_too_small);
    return output.error().reason.needed;
}

bool lies_in(std::string_view text, std::string_view body) {
    return text.data() >= body.data() && text.data() + text.size() <= body.data() + body.size();
}

/// Compares one body in owning and borrowed, in workspaces of all sizes.
template <class Owning>
void compare(std::string_view body, support::random_input& random, const tc3::response_options& options = {}) {
    using input = in_storage_t<Owning, borrowed>;
    const auto expected = tc3::parse_body<Owning>(body, options);
    REQUIRE(expected);
    const std::size_t needed = needed_for<input>(body, options);
    for (std::size_t size = 0; size < needed; ++size) {
        tight_workspace space(size, random.number(0, 15));
        const auto output = tc3::parse_body<input>(body, options, *space);
        REQUIRE_FALSE(output);
        const tc3::error shortage{.code = errc::buffer_too_small, .part = "workspace", .needed = needed, .limit = size};
        const std::string id(output.error().request_id);
        REQUIRE(plain(output.error()) == plain_failure{.stage = stage::response, .reason = shortage, .status = 200, .request_id = id});
        REQUIRE(space->available() == size - (space.holds(output.error().request_id) ? id.size() : 0));  // nothing else stays allocated
    }
    for (const std::size_t misalignment : {std::size_t{0}, std::size_t{1}, random.number(2, 15)}) {
        tight_workspace space(needed, misalignment);
        const auto output = tc3::parse_body<input>(body, options, *space);
        REQUIRE(output);
        REQUIRE(support::same(*expected, *output));
        REQUIRE(space->needed() == needed);
        bool all_inside = true;
        support::for_each_view(*output, [&](std::string_view view) {
            all_inside = all_inside && (view.data() == nullptr || lies_in(view, body) || space.holds(view));
        });
        REQUIRE(all_inside);
    }
}

}  // namespace

TEST_CASE("reads random outputs as owning does, in a workspace of exactly the size that every smaller one reports") {
    support::random_document documents(81);
    support::random_input random(82);
    std::size_t with_workspace = 0;
    for (int i = 0; i < 80; ++i) {
        const std::string kinds = documents.every_kind(), deep = documents.deep();
        CAPTURE(kinds);
        CAPTURE(deep);
        compare<support::every_kind>(kinds, random);
        compare<support::deep>(deep, random);
        if (needed_for<basic_deep<borrowed>>(deep) > 100) ++with_workspace;
    }
    CHECK(with_workspace > 30);
}

TEST_CASE("text without escapes refers to the body and needs no workspace") {
    workspace no_memory;
    const std::string_view body = R"({"Response":{"SdkToken":"plain \u00e9"},"More":1})";
    const std::string_view plain_body = R"({"Response":{"SdkToken":"plain","RequestId":""}})";
    const auto output = tc3::parse_body<borrowed_token>(plain_body, no_memory);
    REQUIRE(output);
    CHECK(output->sdk_token == "plain");
    CHECK(output->sdk_token->data() == plain_body.data() + plain_body.find("plain"));
    CHECK(output->request_id == "");  // set to an empty text
    CHECK(needed_for<borrowed_token>(body) == 8);
}

TEST_CASE("null, empty lists and empty structs need little or no workspace") {
    struct little_case {
        std::string_view body;
        std::size_t needed;
    };
    constexpr std::size_t padding = workspace::alignment - 1;
    const little_case cases[] = {
        {R"({"Response":{}})", 0},
        {R"({"Response":{"Child":null,"Children":null,"Grid":null,"MaybeNumbers":null,"Plain":null}})", 0},
        {R"({"Response":{"Children":[],"Grid":[],"Maybe":[],"Flags":[],"MaybeNumbers":[],"Images":[],"Plain":""}})", 0},
        {R"({"Response":{"Flags":[null,true]}})", 2},
        {R"({"Response":{"Plain":"\u0000"}})", 1},
        {R"({"Response":{"MaybeNumbers":[null]}})", padding + 8},
        {R"({"Response":{"Grid":[[],null]}})", padding + 2 * sizeof(std::span<const std::string_view>)},
        {R"({"Response":{"Child":{}}})", padding + sizeof(basic_deep<borrowed>)},
    };
    support::random_input random(83);
    for (const little_case& row : cases) {
        CAPTURE(row.body);
        CHECK(needed_for<basic_deep<borrowed>>(row.body) == row.needed);
        compare<support::deep>(row.body, random);
    }
    workspace no_memory;
    const auto empty = tc3::parse_body<basic_deep<borrowed>>(cases[2].body, no_memory);
    REQUIRE(empty);
    CHECK(empty->maybe_numbers.has_value());
    CHECK(empty->maybe_numbers->empty());
    char memory[400];
    workspace space(memory);
    const auto read = tc3::parse_body<basic_deep<borrowed>>(R"({"Response":{"Children":[null,{"Plain":"x"}],"Maybe":[null,""]}})", space);
    REQUIRE(read);
    CHECK_FALSE(read->children[0]);
    CHECK(read->children[1]->plain == "x");
    CHECK_FALSE(read->maybe[0]);
    CHECK(read->maybe[1] == "");
}

TEST_CASE("reads a recursive type up to the depth limit of JSON") {
    for (const std::size_t depth : {std::size_t{63}, std::size_t{64}, std::size_t{1000}}) {
        std::string body = R"({"Response":)";
        for (std::size_t i = 1; i < depth; ++i) body += R"({"Child":)";
        body += "{}" + std::string(depth, '}');
        std::vector<char> memory(100'000);
        workspace space(std::span<char>{memory});
        const auto output = tc3::parse_body<basic_deep<borrowed>>(body, space);
        CHECK(output.has_value() == (depth == 63));
        if (!output) CHECK(output.error().reason.code == errc::too_deep);
        if (!output) CHECK(plain(output.error()) == plain(tc3::parse_body<support::deep>(body).error()));
    }
}

TEST_CASE("a second output in a workspace leaves the first one unchanged") {
    support::random_document documents(84);
    for (int i = 0; i < 100; ++i) {
        const std::string first = documents.deep(), second = documents.every_kind(), no_document = second + "x";
        std::vector<char> memory(100'000);
        workspace space{std::span<char>(memory)};
        const auto one = tc3::parse_body<basic_deep<borrowed>>(first, space);
        const std::size_t used = space.needed();
        CHECK_FALSE(tc3::parse_body<basic_every_kind<borrowed>>(no_document, space).has_value());
        const auto two = tc3::parse_body<basic_every_kind<borrowed>>(second, space);
        REQUIRE(one);
        REQUIRE(two);
        CHECK(space.needed() >= used);
        CHECK(support::same(*one, *tc3::parse_body<support::deep>(first)));
        CHECK(support::same(*two, *tc3::parse_body<support::every_kind>(second)));
    }
}

TEST_CASE("decodes base64 from the body without a copy of the text") {
    char memory[8], bytes[8];
    workspace space(memory);
    const auto output = tc3::parse_body<basic_every_kind<borrowed>>(R"({"Response":{"Image":"YWJj\u002fw\u003D="}})", space);
    REQUIRE(output);
    CHECK(output->image.is_base64());
    CHECK(output->image.size() == 4);
    const auto size = output->image.decode(bytes);
    REQUIRE(size);
    CHECK(std::string_view(bytes, *size) == "abc\xff");
    CHECK(output->image.decode(std::span(bytes).first(3)).error().code == errc::buffer_too_small);
    const auto bad = tc3::parse_body<basic_every_kind<borrowed>>(R"({"Response":{"Image":"not base64."}})", space);
    REQUIRE(bad);
    CHECK_FALSE(bad->image.decode(bytes).has_value());
}

TEST_CASE("a server reads base64 into a view only in the standard form") {
    struct {
        std::string_view text;  // as it is in JSON
        errc code;
    } const cases[] = {
        {"AP8=", errc::none},
        {R"(A\u0050\/\/)", errc::none},
        {"data:image/jpeg;base64,/9j/", errc::data_prefix},
        {R"(https:\/\/example.com)", errc::file_link},
        {R"(/9j/\n4AAQ)", errc::line_end},
        {"_9j_", errc::url_safe},
        {"AP8", errc::unpadded},
        {"AP8=AP8=", errc::not_base64},
    };
    for (const auto& row : cases) {
        CAPTURE(row.text);
        char memory[64];
        workspace space(memory);
        const std::string text = R"({"Needed":"n","Image":")" + std::string(row.text) + "\"}";
        tc3::decoder in(text, tc3::server_rules, tc3::state_ref(space));
        basic_every_kind<borrowed> input;
        tc3::read_struct(in, input);
        CHECK(in.json().error().code == row.code);
        CHECK(in.path().view() == (row.code == errc::none ? "" : "Image"));
        CHECK(in.json().error().position == (row.code == errc::none ? tc3::error::no_position : 22));
    }
}

// ---- inputs --------------------------------------------------------------------------------------------------------------------

TEST_CASE("writes a borrowed input as owning does") {
    support::random_document documents(85);
    for (int i = 0; i < 200; ++i) {
        support::every_kind owned = *tc3::parse_body<support::every_kind>(documents.every_kind());
        if (i % 2 == 0) owned.image = tc3::binary::raw(std::string("\0\xff raw", 6));
        const support::borrowing_every_kind borrowing(owned);
        CHECK(support::json_of(borrowing.value) == support::json_of(owned));
        CHECK(support::same(owned, borrowing.value));
        const std::string body = documents.deep();
        std::vector<char> memory(100'000);
        workspace space{std::span<char>(memory)};
        CHECK(support::json_of(*tc3::parse_body<basic_deep<borrowed>>(body, space)) ==
              support::json_of(*tc3::parse_body<support::deep>(body)));
    }
    support::every_kind bad{.needed = "n", .items = {support::item{}, support::item{.name = "\xff"}}};
    CHECK(support::json_of(support::borrowing_every_kind(bad).value) == support::json_of(bad));
    CHECK(support::json_of(basic_every_kind<borrowed>{}) == "is empty or missing Needed");
}

TEST_CASE("an input refers to literals, arrays and structs of the caller") {
    const borrowed_token input{.secure_level = tc3::faceid::secure_level::motion_and_light};
    CHECK(support::json_of(input) == R"({"SecureLevel":"4"})");
    CHECK(support::json_of(borrowed_token{.secure_level = "1"}) == R"({"SecureLevel":"1"})");
    CHECK(support::json_of(borrowed_token{}) == "{}");
    const std::string_view texts[] = {"a", "b"};
    const basic_item<borrowed> nested{.name = "inner"};
    const basic_every_kind<borrowed> value{.needed = "n", .nested = nested, .texts = texts, .image = tc3::binary_view::raw("abc")};
    CHECK(support::json_of(value) == R"({"Needed":"n","Nested":{"Name":"inner"},"Texts":["a","b"],"Image":"YWJj"})");
}

static_assert(!std::is_constructible_v<tc3::nested_view<basic_item<borrowed>>, basic_item<borrowed>>, "a temporary would dangle");
static_assert(std::is_trivially_copyable_v<basic_every_kind<borrowed>> && std::is_trivially_destructible_v<basic_deep<borrowed>>);
static_assert(std::same_as<tc3::output_storage_t<borrowed_token>, borrowed> && tc3::stateful_storage<borrowed>);
static_assert(!tc3::stateful_storage<tc3::owning>);

// ---- failures --------------------------------------------------------------------------------------------------------------------------

namespace {

/// Checks that the failure equals that of owning in workspaces of all sizes, except for texts that do not fit.
template <class Owning>
void compare_failures(const response& received, const tc3::response_options& options = {}) {
    using input = in_storage_t<Owning, borrowed>;
    const auto owned = tc3::parse_response<Owning>(received, options);
    REQUIRE_FALSE(owned);
    const plain_failure expected = plain(owned.error());
    tight_workspace ample(4096);
    {
        const auto failed = tc3::parse_response<input>(received, options, *ample);
        REQUIRE_FALSE(failed);
        REQUIRE(plain(failed.error()) == expected);
        for (const std::string_view text : {failed.error().field, failed.error().code, failed.error().message, failed.error().request_id}) {
            REQUIRE((text.empty() || lies_in(text, received.body) || ample.holds(text)));
        }
    }
    const std::size_t needed = ample->needed();
    for (std::size_t size = 0; size <= needed; ++size) {
        tight_workspace space(size);
        const auto failed = tc3::parse_response<input>(received, options, *space);
        REQUIRE_FALSE(failed);
        const plain_failure actual = plain(failed.error());
        REQUIRE(support::equals_but_for_texts(actual, expected));
        REQUIRE(space->complete());
        if (size == needed) REQUIRE(actual == expected);
        std::size_t kept = 0;
        for (const std::string_view text : {failed.error().field, failed.error().code, failed.error().message, failed.error().request_id}) {
            if (!text.empty() && !lies_in(text, received.body)) kept += text.size();
        }
        REQUIRE(space->available() == size - kept);  // nothing else stays allocated
    }
}

}  // namespace

const tc3::response_options strict{.reading = tc3::strict_reading};

TEST_CASE("a response without an output is the same failure in a workspace of any size") {
    for (const auto& row : support::service_error_cases) compare_failures<apply_liveness_token>({200, row.body});
    for (const auto& row : support::no_output_cases) compare_failures<apply_liveness_token>({200, row.body});
    for (const auto& row : support::refused_cases) compare_failures<apply_liveness_token>({200, row.body}, strict);
    for (const int status : support::other_statuses) {
        compare_failures<apply_liveness_token>({status, support::error_envelope});
        for (const std::string_view body : support::gateway_bodies) compare_failures<apply_liveness_token>({status, body});
        compare_failures<apply_liveness_token>({status, R"({"Response":{"SdkToken":"\u0041","RequestId":"\u0042\u0043"}})"});
    }
}

TEST_CASE("a small workspace keeps the code of a failure first, then the request id, then the message") {
    for (const std::string_view body : {
             R"({"Response":{"Error":{"Code":"Internal\u0045rror","Message":"The \"parameter\" is bad."},"RequestId":"7\u002dd"}})"sv,
             R"({"Response":{"Grid":[["\u0041"]],"Error":{"Code":"A\u0042","Message":"\n"},"RequestId":"\u0043"}})"sv,
             R"({"Response":{"Grid":[["\u0041",5]],"Error":{"Code":"A\u0042","Message":"\n"},"RequestId":"\u0043"}})"sv,
             R"({"Response":{"Grid":[["\u0041"],[],[1]],"RequestId":"\u0043"}})"sv,
             R"({"Response":{"Grid":[["\u0041",5]],"Error":{"Code":"","Message":"\u0041"},"RequestId":"\u0043"}})"sv,
             R"({"Response":{"Children":[{"Child":{"Grid":[["\u0041"],["\u0041","\u0041",{}]]}}]}})"sv,
         }) {
        compare_failures<support::deep>({200, body}, strict);
        compare_failures<support::deep>({503, body}, strict);
    }
    char memory[13];
    workspace space(memory);
    const auto failed = tc3::parse_body<borrowed_token>(
        R"({"Response":{"Error":{"Code":"Internal\u0045rror","Message":"The \"parameter\" is bad."},"RequestId":"7-d"}})", space);
    REQUIRE_FALSE(failed);
    CHECK(failed.error().code == "InternalError");
    CHECK(failed.error().message.empty());
    CHECK(failed.error().request_id == "7-d");
    CHECK(tc3::retry_advice(failed.error()) == tc3::retry::with_back_off_if_harmless);
    workspace no_memory;
    CHECK(tc3::parse_body<borrowed_token>(R"({"Response":{"SdkToken":1,"Error":{"Code":"\u0041"}}})", no_memory).error().stage ==
          stage::service);
}

namespace {

/// Returns an output that is cut, or has one or two wrong bytes.
std::string spoil(std::string body, support::random_input& random) {
    if (random.number(0, 2) == 0) {
        body.resize(random.number(0, body.size() - 1));
        return body;
    }
    for (std::size_t count = random.number(1, 2); count > 0; --count) {
        constexpr std::string_view bytes("\"\\{}[],:0-en \0\x80\xff\n", 17);
        body[random.number(0, body.size() - 1)] = random.character(bytes);
    }
    return body;
}

/// Compares a body in both storages: as outputs, or as failures. Returns whether it is an output.
template <class Owning>
bool compare_either(std::string_view body, support::random_input& random) {
    const bool is_output = tc3::parse_body<Owning>(body, strict).has_value();
    is_output ? compare<Owning>(body, random, strict) : compare_failures<Owning>({200, body}, strict);
    return is_output;
}

/// Compares lenient reading in both storages. In a workspace that is too small for repaired text, only this text may be missing.
template <class Owning>
void compare_leniently(std::string_view body) {
    using input = in_storage_t<Owning, borrowed>;
    const auto expected = tc3::parse_body<Owning>(body);
    const std::size_t enough = 16384;
    tight_workspace ample(enough);
    const auto output = tc3::parse_body<input>(body, *ample);
    REQUIRE(output.has_value() == expected.has_value());
    if (!expected) return;
    REQUIRE(support::same(*expected, *output));
    const std::size_t needed = ample->needed();
    for (std::size_t size = 0; size < needed; ++size) {
        tight_workspace space(size);
        const auto smaller = tc3::parse_body<input>(body, *space);  // an output, if repaired text is all that does not fit
        if (smaller) continue;
        REQUIRE(smaller.error().reason.code == errc::buffer_too_small);
        REQUIRE(smaller.error().reason.needed > size);
        REQUIRE(smaller.error().reason.needed <= needed);
    }
    tight_workspace exact(needed);
    REQUIRE(support::same(*expected, *tc3::parse_body<input>(body, *exact)));
}

}  // namespace

TEST_CASE("truncated and corrupted outputs give the result that owning gives") {
    support::random_document documents(86);
    support::random_input random(87);
    std::size_t failures = 0;
    for (int i = 0; i < 500; ++i) {
        const std::string body = spoil(i % 2 == 0 ? documents.every_kind() : documents.deep(), random);
        CAPTURE(body);
        const bool is_output = i % 2 == 0 ? compare_either<support::every_kind>(body, random) : compare_either<support::deep>(body, random);
        failures += is_output ? 0 : 1;
        i % 2 == 0 ? compare_leniently<support::every_kind>(body) : compare_leniently<support::deep>(body);
    }
    CHECK(failures > 150);
}

TEST_CASE("a workspace that is lent to another call is rejected and left unchanged") {
    char memory[64];
    workspace space(memory);
    const std::span<char> rest = space.lend();
    for (char& c : rest) c = 'x';
    const std::string_view body = R"({"Response":{"SdkToken":"\u0041"}})";
    const plain_failure expected{.stage = stage::response, .reason = {.code = errc::in_use, .part = "workspace"}, .status = 200};
    CHECK(plain(tc3::parse_body<borrowed_token>(body, space).error()) == expected);
    CHECK(plain(tc3::parse_envelope<borrowed>(response{200, body}, space).error()) == expected);
    CHECK(std::string_view(memory, sizeof memory) == std::string(64, 'x'));
    space.end_loan(0);
    CHECK(tc3::parse_body<borrowed_token>(body, space).has_value());
}

// ---- the envelope -----------------------------------------------------------------------------------------------------------------------

TEST_CASE("an envelope, or its failure, is the same in both storages") {
    const auto compare_envelopes = [](const response& received) {
        const auto owned = tc3::parse_envelope(received);
        workspace no_memory;
        const auto counted = tc3::parse_envelope<borrowed>(received, no_memory);
        const bool short_of_memory = !counted && counted.error().reason.code == errc::buffer_too_small;
        const std::size_t needed = short_of_memory ? counted.error().reason.needed : owned ? 0 : 256;
        for (std::size_t size = 0; size <= needed; ++size) {
            tight_workspace space(size);
            const auto borrowing = tc3::parse_envelope<borrowed>(received, *space);
            if (!owned) {
                REQUIRE_FALSE(borrowing);
                CHECK(support::equals_but_for_texts(plain(borrowing.error()), plain(owned.error())));
                if (size == needed) CHECK(plain(borrowing.error()) == plain(owned.error()));
            } else if (size < needed) {
                REQUIRE_FALSE(borrowing);
                CHECK(borrowing.error().reason ==
                      tc3::error{.code = errc::buffer_too_small, .part = "workspace", .needed = needed, .limit = size});
                CHECK(space->available() == size);
            } else {
                REQUIRE(borrowing);
                CHECK(borrowing->payload == owned->payload);
                CHECK(borrowing->payload.data() == owned->payload.data());
                CHECK(borrowing->request_id == owned->request_id);
            }
            CHECK(space->complete());
        }
    };
    for (const std::string_view body :
         {R"({"Response":{}})"sv, R"( { "Response" : { "A": [1 ,2],"RequestId":"7-d" } , "B":1 } )"sv,
          R"({"Response":{"RequestID":"7-d","SdkToken":5}})"sv, R"({"Response":{"RequestId":"\u0037\u0038\ud83d\ude00"}})"sv}) {
        compare_envelopes({200, body});
        compare_envelopes({404, body});
    }
    for (const auto& row : support::service_error_cases) compare_envelopes({200, row.body});
    for (const auto& row : support::no_output_cases) compare_envelopes({200, row.body});
}
