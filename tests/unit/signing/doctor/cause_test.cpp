// SPDX-License-Identifier: MIT
// cause: each has a name, a description and an advice.
#include "../../../support/doctor.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <set>
#include <string_view>

using tc3::signing::cause;

TEST_CASE("each cause has a name and sentences of its own") {
    std::set<std::string_view> texts;
    constexpr auto last = static_cast<std::size_t>(cause::unknown);
    for (std::size_t number = 0; number <= last; ++number) {
        const auto each = static_cast<cause>(number);
        const std::string_view name = to_string(each);
        CHECK(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_1") == std::string_view::npos);
        for (const std::string_view sentence : {description(each), advice(each)}) {
            CAPTURE(sentence);
            CHECK(sentence.ends_with('.'));
            CHECK(sentence.find('\n') == std::string_view::npos);
            CHECK(sentence.front() >= 'A');
            CHECK(sentence.front() <= 'Z');
            CHECK(texts.insert(sentence).second);
        }
        CHECK(texts.insert(name).second);
    }
}

TEST_CASE("names and texts belong to their enumerators") {
    CHECK(to_string(cause::content_type) == "content_type");
    CHECK(to_string(cause::header_twice) == "header_twice");
    CHECK(to_string(cause::body_character_set) == "body_character_set");
    CHECK(to_string(cause::timestamp_missing) == "timestamp_missing");
    CHECK(to_string(cause::algorithm_name) == "algorithm_name");
    CHECK(to_string(cause::key_empty) == "key_empty");
    CHECK(to_string(cause::other_site) == "other_site");
    CHECK(to_string(cause::signature_version_1) == "signature_version_1");
    CHECK(to_string(cause::key_not_given) == "key_not_given");
    CHECK(to_string(cause::unknown) == "unknown");
    CHECK(description(cause::content_type) == "Another Content-Type was signed than sent.");
    CHECK(advice(cause::token_missing) == "Send the token of the keys as X-TC-Token.");
}
