// SPDX-License-Identifier: MIT
// Storages of a user: inputs and outputs with UTF-16 strings and arrays in an arena, or with the types of the standard library.
#include "../../support/custom_storage.hpp"

#include "../../support/every_kind.hpp"
#include "../../support/exchange.hpp"
#include "../../support/json_of.hpp"
#include "../../support/random_document.hpp"
#include "../../support/request_text.hpp"
#include "../../support/storages.hpp"
#include "../../support/wrong_outputs.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

using support::basic_deep;
using support::basic_every_kind;
using support::in_storage_t;
using support::plain;
using support::plain_failure;
using support::sample_profile;
using support::sample_time;
using support::text_of;
using tc3::errc;
using tc3::stage;
using tc3::workspace;
using custom_token = tc3::faceid::basic_apply_liveness_token<custom::storage>;
using custom_kind = basic_every_kind<custom::storage>;

namespace {

using std::string_view_literals::operator""sv;

struct response {
    int status = 200;
    std::string_view body;
};

struct standard_storage {
    using text = std::string;
    using binary = std::string;
    template <class T>
    using optional = std::optional<T>;
    template <class T>
    using list = std::vector<T>;
    template <class T>
    using nested = tc3::box<T>;
};
using standard_token = tc3::faceid::basic_apply_liveness_token<standard_storage>;

std::unique_ptr<custom::arena> ample() { return std::make_unique<custom::arena>(100'000); }

}  // namespace

static_assert(tc3::text_type<custom::string> && !tc3::text_in_one_piece<custom::string>);
static_assert(tc3::list_type<custom::array<int>> && tc3::optional_like<custom::maybe<int>> && tc3::stateful_storage<custom::storage>);
static_assert(tc3::has_codec<custom::pointer<support::basic_item<custom::storage>>>);

TEST_CASE("an input with UTF-16 text makes the same request as owning") {
    const custom_token input{.secure_level = custom::string(u"4")};
    char memory[1000];
    workspace space(memory);
    const auto request = tc3::make_request_into(input, sample_profile(), sample_time, {}, space);
    const auto owned = tc3::make_request(tc3::faceid::apply_liveness_token{.secure_level = "4"}, sample_profile(), sample_time);
    REQUIRE(request);
    std::string head, expected;
    tc3::http::write_head(head, *request);
    tc3::http::write_head(expected, owned->view());
    CHECK(head == expected);
    CHECK(request->body == R"({"SecureLevel":"4"})");
}

TEST_CASE("a storage of standard types makes the same request and reads the same output and failure as owning") {
    const auto request = tc3::make_request(standard_token{.secure_level = "4"}, sample_profile(), sample_time);
    const auto owned = tc3::make_request(tc3::faceid::apply_liveness_token{.secure_level = "4"}, sample_profile(), sample_time);
    REQUIRE(request);
    CHECK(support::wire_text(request->view()) == support::wire_text(owned->view()));

    const auto output = tc3::parse_response<standard_token>(response{200, R"({"Response":{"SdkToken":"a-1","RequestId":"7-d"}})"});
    REQUIRE(output);
    CHECK(output->sdk_token == "a-1");
    CHECK(output->request_id == "7-d");
    const auto kinds = tc3::parse_body<basic_every_kind<standard_storage>>(
        R"({"Response":{"Needed":"n","Texts":["a","b"],"Numbers":[1,2],"Nested":{"Name":"c"}}})");
    REQUIRE(kinds);
    CHECK(support::json_of(*kinds) == R"({"Needed":"n","Nested":{"Name":"c"},"Texts":["a","b"],"Numbers":[1,2]})");

    const auto failed = tc3::parse_response<standard_token>(
        response{200, R"({"Response":{"Error":{"Code":"AuthFailure","Message":"no"},"RequestId":"7-d"}})"});
    REQUIRE_FALSE(failed);
    CHECK(failed.error().code == "AuthFailure");
    std::string line;
    tc3::write_failure(line, failed.error());
    CHECK(line == "service: AuthFailure: no (request id 7-d)");
}

TEST_CASE("an output is read into UTF-16 text in the arena") {
    const auto memory = ample();
    const response received{200, R"({"Response":{"SdkToken":"a\u00e9\ud83d\ude00 \u4f60 plain é","RequestId":""}})"};
    const auto output = tc3::parse_response<custom_token>(received, *memory);
    REQUIRE(output);
    CHECK(std::u16string_view(output->sdk_token->Data(), output->sdk_token->Len()) == u"a\u00e9\xd83d\xde00 \u4f60 plain \u00e9");
    CHECK(output->request_id.has_value());
    CHECK(output->request_id->IsEmpty());
    CHECK(memory->holds(output->sdk_token->Data()));
    CHECK(memory->allocations() == 1);
}

TEST_CASE("reads and writes random outputs as owning does") {
    support::random_document documents(95);
    for (int i = 0; i < 300; ++i) {
        const std::string kinds = documents.every_kind(), deep = documents.deep();
        CAPTURE(kinds);
        CAPTURE(deep);
        const auto memory = ample();
        const auto one = tc3::parse_body<custom_kind>(kinds, *memory);
        const auto two = tc3::parse_body<basic_deep<custom::storage>>(deep, *memory);
        REQUIRE(one);
        REQUIRE(two);
        const auto owned_one = tc3::parse_body<support::every_kind>(kinds);
        const auto owned_two = tc3::parse_body<support::deep>(deep);
        REQUIRE(support::same(*owned_one, *one));
        REQUIRE(support::same(*owned_two, *two));
        REQUIRE(support::json_of(*one) == support::json_of(*owned_one));
        REQUIRE(support::json_of(*two) == support::json_of(*owned_two));
    }
}

TEST_CASE("rejects half of a surrogate pair and names its field") {
    const char16_t halves[][4] = {{0xD800, 0}, {u'a', 0xDE00, 0}, {0xDE00, 0xD83D, 0}, {0xD83D, u'z', 0}, {0xD83D, 0xD83D, 0xDE00, 0}};
    for (const auto& half : halves) {
        const auto memory = ample();
        custom_kind in_list{.needed = custom::string(u"n")};
        REQUIRE(in_list.texts.Add(*memory, custom::string(u"fine")));
        REQUIRE(in_list.texts.Add(*memory, custom::string(half)));
        CHECK(support::json_of(custom_kind{.needed = custom::string(half)}) == "holds half of a surrogate pair Needed");
        CHECK(support::json_of(in_list) == "holds half of a surrogate pair Texts[1]");

        char space_memory[2000];
        workspace space(space_memory);
        const auto request = tc3::make_request_into(in_list, sample_profile(), sample_time, {}, space);
        REQUIRE_FALSE(request);
        CHECK(plain(request.error()) == plain_failure{.reason = {.code = errc::lone_surrogate, .part = "field"}, .field = "Texts[1]"});
        const auto owned = tc3::make_request(in_list, sample_profile(), sample_time);
        REQUIRE_FALSE(owned);
        CHECK(tc3::to_string(owned.error()) == "request: Texts[1] holds half of a surrogate pair");
        std::string body;
        CHECK(tc3::write_body(body, in_list).error().code == errc::lone_surrogate);
    }
    CHECK(support::json_of(custom_kind{.needed = custom::string(u"\xd83d\xde00\"\n")}) == "{\"Needed\":\"\xf0\x9f\x98\x80\\\"\\n\"}");
    CHECK(support::json_of(custom_kind{}) == "is empty or missing Needed");
}

TEST_CASE("a response without an output is the failure that owning gives, with the same message") {
    const auto compare = [](const response& received) {
        const auto memory = ample();
        const auto failed = tc3::parse_response<custom_token>(received, *memory);
        const auto owned = tc3::parse_response<tc3::faceid::apply_liveness_token>(received);
        REQUIRE_FALSE(failed);
        REQUIRE_FALSE(owned);
        CHECK(plain(failed.error()) == plain(owned.error()));
        std::string line;
        tc3::write_failure(line, failed.error());
        CHECK(line == tc3::to_string(owned.error()));
        CHECK(tc3::retry_advice(failed.error()) == tc3::retry_advice(owned.error()));

        const auto envelope = tc3::parse_envelope<custom::storage>(received, *memory);
        const auto owned_envelope = tc3::parse_envelope(received);
        REQUIRE(envelope.has_value() == owned_envelope.has_value());
        if (envelope) CHECK(text_of(envelope->request_id) == owned_envelope->request_id);
        if (!envelope) CHECK(plain(envelope.error()) == plain(owned_envelope.error()));
    };
    for (const auto& row : support::service_error_cases) compare({200, row.body});
    for (const auto& row : support::no_output_cases) compare({200, row.body});
    for (const int status : support::other_statuses) {
        compare({status, support::error_envelope});
        for (const std::string_view body : support::gateway_bodies) compare({status, body});
    }
    for (const std::string_view code : {"RequestLimitExceeded"sv, "InternalError"sv, "InternalError.ActionLightDark"sv,
                                        "AuthFailure.SignatureExpire"sv, "Unknown.Unknown"sv}) {
        const std::string body = R"({"Response":{"Error":{"Code":")" + std::string(code) + R"(","Message":"\ud83d\ude00\n"}}})";
        compare({200, body});
        compare({500, body});
    }
    const std::string long_code(1000, 'x');
    const std::string body = R"({"Response":{"Error":{"Code":")" + long_code + R"("}}})";
    compare({200, body});
}

TEST_CASE("an arena that runs out is a failure that names the field, if the name fits") {
    struct short_case {
        std::string_view body;
        std::size_t room;
        std::string_view field;
        std::size_t position;
    };
    const short_case cases[] = {
        {R"({"Response":{"Text":"0123456789012345678901234567890123456789"}})", 79, "Text", 20},
        {R"({"Response":{"Texts":["a","0123456789012345678901234567890123456789"]}})", 70, "Texts[1]", 26},
        {R"({"Response":{"Nested":{"Name":"0123456789012345678901234567890123456789"}}})", 60, "Nested.Name", 30},
        {R"({"Response":{"Nested":{}}})", sizeof(support::basic_item<custom::storage>) - 1, "Nested", 22},
        {R"({"Response":{"Numbers":[1,2,3,4,5]}})", 16 + 32 + 20, "Numbers", 23},
        {R"({"Response":{"Text":"a"}})", 1, "", 20},
    };
    for (const short_case& row : cases) {
        CAPTURE(row.body);
        const auto space = std::make_unique<custom::arena>(row.room);
        custom::arena& memory = *space;
        const auto failed = tc3::parse_body<custom_kind>(row.body, memory);
        REQUIRE_FALSE(failed);
        const tc3::error reason{.code = errc::not_stored, .part = "body", .position = row.position};
        CHECK(plain(failed.error()) ==
              plain_failure{.stage = stage::response, .reason = reason, .field = std::string(row.field), .status = 200});
    }
    const auto empty = std::make_unique<custom::arena>(0);
    custom::arena& no_memory = *empty;
    const auto envelope = tc3::parse_envelope<custom::storage>(response{200, R"({"Response":{"RequestId":"7-d"}})"}, no_memory);
    REQUIRE_FALSE(envelope);
    CHECK(envelope.error().reason.code == errc::not_stored);
    const auto failed = tc3::parse_body<custom_token>(R"({"Response":{"Error":{"Code":"InternalError","Message":"no"}}})", no_memory);
    REQUIRE_FALSE(failed);
    CHECK(failed.error().stage == stage::service);
}

TEST_CASE("an arena of any size gives an output or a failure") {
    support::random_document documents(96);
    for (int i = 0; i < 20; ++i) {
        const std::string body = documents.deep();
        for (std::size_t room = 0; room < 1500; room += 1 + room / 20) {
            const auto memory = std::make_unique<custom::arena>(room);
            const auto output = tc3::parse_body<basic_deep<custom::storage>>(body, *memory);
            REQUIRE(output.has_value() == (memory->failures() == 0));
            if (!output) REQUIRE(output.error().reason.code == errc::not_stored);
        }
    }
}

TEST_CASE("a decoder without the state of the storage rejects text") {
    custom_kind value;
    tc3::decoder in(R"({"Text":"a"})", tc3::lenient_reading);
    tc3::read_struct(in, value);
    CHECK(in.json().error().code == errc::not_stored);
    const auto space = ample();
    custom::arena& memory = *space;
    basic_every_kind<tc3::borrowed> other;
    tc3::decoder wrong(R"({"Text":"a"})", tc3::lenient_reading, tc3::state_ref(memory));
    tc3::read_struct(wrong, other);
    CHECK(wrong.json().error().code == errc::not_stored);
}
