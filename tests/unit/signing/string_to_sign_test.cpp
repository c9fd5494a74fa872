// SPDX-License-Identifier: MIT
// The string to sign: its four lines and its greatest length.
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace signing = tc3::signing;

namespace {

signing::string_to_sign make(std::string_view service, std::int64_t seconds, std::uint8_t hash_byte) {
    const tc3::unix_time time{seconds};
    tc3::crypto::sha_256_digest hash{};
    hash.fill(hash_byte);
    signing::string_to_sign text;
    signing::write_string_to_sign(text, time, *signing::credential_scope::make(service, time), hash);
    return text;
}

}  // namespace

TEST_CASE("the string to sign has four lines and no line end after the last") {
    CHECK(make("cvm", 1551113065, 0x0a) ==
          "TC3-HMAC-SHA256\n"
          "1551113065\n"
          "2019-02-25/cvm/tc3_request\n"
          "0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a");
    const auto first_second = make("cvm", 0, 0);
    CHECK(first_second.view().starts_with("TC3-HMAC-SHA256\n0\n1970-01-01/"));
}

TEST_CASE("the longest string to sign fits exactly") {
    const auto longest = make(std::string(tc3::longest_service, 's'), tc3::unix_time::last_second, 0xff);
    CHECK_FALSE(longest.truncated());
    CHECK(longest.size() == signing::longest_string_to_sign);
}
