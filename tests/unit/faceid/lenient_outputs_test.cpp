// SPDX-License-Identifier: MIT
// Outputs that differ from the manual: whole numbers for fractions, numbers as text, and several forms of an absent value.
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace faceid = tc3::faceid;
using tc3::errc;

namespace {

std::string output_with(std::string_view member, std::string_view value) {
    return R"({"Response":{")" + std::string(member) + "\":" + std::string(value) + R"(,"RequestId":"1"}})";
}

/// Passes the result to `use`, once for each storage.
template <template <class> class Input, class Use>
void read_in_both(const std::string& body, Use use) {
    CAPTURE(body);
    use(tc3::parse_body<Input<tc3::owning>>(body));
    std::array<char, 1024> memory;
    tc3::workspace space(memory);
    use(tc3::parse_body<Input<tc3::borrowed>>(body, space));
}

/// Values that leave a number unset.
constexpr std::string_view unset_values[] = {"null", R"("")"};

}  // namespace

TEST_CASE("a score is read from a fraction, a whole number and text") {
    constexpr struct {
        std::string_view value;
        double score;
    } rows[] = {
        {"89.88", 89.88}, {R"("89.88")", 89.88}, {"100", 100.0}, {R"("100")", 100.0}, {"0", 0.0},
        {R"("0")", 0.0},  {"1.0E2", 100.0},      {"-0", 0.0},    {R"("0.0")", 0.0},
    };
    for (const auto& row : rows) {
        read_in_both<faceid::basic_liveness_compare>(output_with("Sim", row.value), [&](const auto& output) {
            REQUIRE(output);
            CHECK(output->sim == row.score);
        });
    }
}

TEST_CASE("an absent score is unset, not zero") {
    for (const std::string_view value : unset_values) {
        read_in_both<faceid::basic_liveness_compare>(output_with("Sim", value), [](const auto& output) {
            REQUIRE(output);
            CHECK_FALSE(output->sim.has_value());
            CHECK(output->request_id == "1");
        });
    }
    read_in_both<faceid::basic_liveness_compare>(output_with("Other", "0"), [](const auto& output) {
        REQUIRE(output);
        CHECK_FALSE(output->sim.has_value());
    });
}

TEST_CASE("a value that is not a number leaves a score unset") {
    for (const std::string_view value : {R"("x")", R"("89,88")", R"("89.88 ")", R"(" 1")", R"("NaN")", R"("Infinity")", R"("0x1")",
                                         R"("89.")", "true", "{}", "[]", "[1]", "1e999"}) {
        read_in_both<faceid::basic_liveness_compare>(output_with("Sim", value), [](const auto& output) {
            REQUIRE(output);
            CHECK_FALSE(output->sim.has_value());
            CHECK(output->request_id == "1");
        });
    }
}

TEST_CASE("a code is read from a number") {
    constexpr struct {
        std::string_view value;
        std::int64_t code;
    } rows[] = {
        {"17", 17},
        {"17.0", 17},
        {"0", 0},
        {"-999", -999},
        {"9223372036854775807", (std::numeric_limits<std::int64_t>::max)()},
        {"-9223372036854775808", (std::numeric_limits<std::int64_t>::min)()},
    };
    for (const auto& row : rows) {
        read_in_both<faceid::basic_get_web_verification_result_intl>(output_with("ErrorCode", row.value), [&](const auto& output) {
            REQUIRE(output);
            CHECK(output->error_code == row.code);
        });
    }
}

// The code 0 means passed: an absent code must not become 0.
TEST_CASE("an absent code is unset, not zero") {
    for (const std::string_view value : unset_values) {
        read_in_both<faceid::basic_get_web_verification_result_intl>(output_with("ErrorCode", value), [](const auto& output) {
            REQUIRE(output);
            CHECK_FALSE(output->error_code.has_value());
            CHECK(faceid::outcome(*output).state == faceid::outcome_state::unknown);
        });
    }
    read_in_both<faceid::basic_get_web_verification_result_intl>(output_with("ErrorCode", "0"),
                                                                 [](const auto& output) { CHECK(faceid::outcome(*output).passed()); });
}

TEST_CASE("a code of another type is unset, and states no outcome") {
    for (const std::string_view value :
         {R"("0")", R"("17")", R"("x")", R"("")", "true", "false", "[]", "[0]", "{}", "0.5", "9223372036854775808"}) {
        read_in_both<faceid::basic_get_web_verification_result_intl>(output_with("ErrorCode", value), [](const auto& output) {
            REQUIRE(output);
            CHECK_FALSE(output->error_code.has_value());
            CHECK(faceid::outcome(*output).state == faceid::outcome_state::unknown);
        });
    }
}

TEST_CASE("an absent or null list is unset, an empty one is set") {
    constexpr struct {
        std::string_view member;
        std::string_view value;
        bool is_set;
    } rows[] = {
        {"Other", "[]", false},
        {"LivenessInfoTag", "null", false},
        {"LivenessInfoTag", "[]", true},
        {"LivenessInfoTag", "[ ]", true},
    };
    for (const auto& row : rows) {
        read_in_both<faceid::basic_get_face_id_result_intl>(output_with(row.member, row.value), [&row](const auto& output) {
            CAPTURE(row.value);
            REQUIRE(output);
            CHECK(output->liveness_info_tag.has_value() == row.is_set);
            if (row.is_set) CHECK(output->liveness_info_tag->empty());
        });
    }
}

TEST_CASE("null and empty text differ, and neither states an outcome") {
    read_in_both<faceid::basic_get_face_id_result_intl>(output_with("Result", R"("")"), [](const auto& output) {
        REQUIRE(output);
        REQUIRE(output->result.has_value());
        CHECK(*output->result == "");
        CHECK(faceid::outcome(*output).state == faceid::outcome_state::unknown);
    });
    read_in_both<faceid::basic_get_face_id_result_intl>(output_with("Result", "null"), [](const auto& output) {
        REQUIRE(output);
        CHECK_FALSE(output->result.has_value());
        CHECK(faceid::outcome(*output).state == faceid::outcome_state::unknown);
    });
}

TEST_CASE("a null struct is unset, an empty one is set") {
    read_in_both<faceid::basic_check_id_card_information>(output_with("Encryption", "null"), [](const auto& output) {
        REQUIRE(output);
        CHECK_FALSE(output->encryption.has_value());
    });
    read_in_both<faceid::basic_check_id_card_information>(output_with("Encryption", "{}"), [](const auto& output) {
        REQUIRE(output);
        CHECK(output->encryption.has_value());
    });
}

TEST_CASE("names that differ only in case are different fields") {
    const std::string body = R"({"Response":{"VerificationURL":"new","VerificationUrl":"old","verificationURL":7}})";
    read_in_both<faceid::basic_apply_web_verification_biz_token_intl>(body, [](const auto& output) {
        REQUIRE(output);
        CHECK(output->verification_url == "new");
        CHECK(output->verification_url_legacy == "old");
    });
}

// The text is kept unchanged; decode() reports the error and its position.
TEST_CASE("invalid base64 is kept, and its decoding fails") {
    constexpr struct {
        std::string_view text;
        errc code;
        std::size_t position;
    } rows[] = {
        {"data:image/jpeg;base64,QUJD", errc::data_prefix, tc3::error::no_position},
        {"https://example.com/frame.jpg", errc::file_link, tc3::error::no_position},
        {"QUJDQ", errc::unexpected_end, 5},
        {"QQ==QUJD", errc::not_base64, 2},
        {"QUJD*", errc::not_base64, 4},
        {"\xE6\xBC\xA2?", errc::not_base64, 0},
    };
    for (const auto& row : rows) {
        const std::string body = output_with("BestFrame", "\"" + std::string(row.text) + "\"");
        read_in_both<faceid::basic_get_face_id_result_intl>(body, [&row](const auto& output) {
            REQUIRE(output);
            REQUIRE(output->best_frame.has_value());
            CHECK(output->best_frame->data() == row.text);
            std::array<char, 64> memory;
            const auto decoded = output->best_frame->decode(memory);
            REQUIRE_FALSE(decoded);
            CHECK(decoded.error().code == row.code);
            CHECK(decoded.error().position == row.position);
        });
    }
}
