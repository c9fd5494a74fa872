// SPDX-License-Identifier: MIT
// The hash of a payload: of the exact bytes, of the empty text, of UNSIGNED-PAYLOAD.
#include "../../support/hex.hpp"
#include "../../support/policies.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace signing = tc3::signing;

TEST_CASE("a payload is hashed byte for byte") {
    struct {
        std::string_view payload;
        std::string_view hash;
    } const cases[] = {
        {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
        {"{}", "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"},
        {"{}\n", "ca3d163bab055381827226140568f3bef7eaac187cebd76878e0b63e9e442356"},
        {std::string_view("\0", 1), "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"},
        {signing::unsigned_payload, "438d4109ef0d676b8c2c7ed13cdfcb418e494d53b843d4634ce3b1085f07bb96"},
    };
    for (const auto& [payload, hash] : cases) CHECK(support::hex(*signing::payload_hash(payload)) == hash);
    CHECK(signing::unsigned_payload == "UNSIGNED-PAYLOAD");
}

TEST_CASE("a payload is hashed with the given policy") {
    support::single_state_policy policy;
    CHECK(*signing::payload_hash("{}", policy) == *signing::payload_hash("{}"));
    CHECK(policy.hashes() == 1);
}

TEST_CASE("payload_hash returns crypto_failed if the policy fails at any call") {
    for (std::size_t call = 1; call <= 3; ++call) {
        const auto hash = signing::payload_hash("{}", support::failing_policy(call));
        REQUIRE_FALSE(hash);
        CHECK(hash.error() == tc3::error{.code = tc3::errc::crypto_failed, .part = "body"});
    }
}
