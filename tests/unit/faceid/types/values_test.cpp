// SPDX-License-Identifier: MIT
// Values of eKYC that the service spells in two ways.
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>
#include <string_view>

namespace card_warning = tc3::faceid::card_warning;

// The manual describes WarnCardInfos of OCRResult as 9101 to 9109, and shows [-9101] as its sample; CardVerifyResult has negative codes only.
TEST_CASE("a document warning means the same with and without its minus sign") {
    constexpr struct {
        std::int64_t code;
        std::string_view meaning;
    } rows[] = {
        {9101, "document border incomplete or covered"},
        {9102, "photocopy"},
        {9103, "re-photographed / captured from a screen"},
        {9104, "digitally edited"},
        {9107, "glare or reflection"},
        {9108, "blurred"},
        {9109, "warning capability not enabled"},
    };
    for (const auto& row : rows) {
        CHECK(card_warning::describe(row.code) == row.meaning);
        CHECK(card_warning::describe(-row.code) == row.meaning);
        CHECK(card_warning::with_minus_sign(row.code) == -row.code);
        CHECK(card_warning::with_minus_sign(-row.code) == -row.code);
    }
    static_assert(card_warning::with_minus_sign(9107) == card_warning::glare);
}

TEST_CASE("a document warning that is not known has no meaning") {
    using limits = std::numeric_limits<std::int64_t>;
    for (const std::int64_t code : {std::int64_t{0}, std::int64_t{9105}, std::int64_t{-9105}, (limits::min)(), (limits::max)()}) {
        CHECK(card_warning::describe(code).empty());
    }
}

TEST_CASE("both spellings of a document warning are read from an output") {
    const auto output =
        tc3::parse_body<tc3::faceid::get_web_verification_result_intl>(R"({"Response":{"OCRResult":[{"WarnCardInfos":[9101,-9101]}]}})");
    REQUIRE(output);
    const auto& warnings = *output->ocr_result->front().warn_card_infos;
    REQUIRE(warnings.size() == 2);
    CHECK(card_warning::describe(warnings[0]) == card_warning::describe(warnings[1]));
    CHECK(card_warning::with_minus_sign(warnings[0]) == card_warning::document_border_incomplete_or_covered);
}
