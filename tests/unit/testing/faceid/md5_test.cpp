// SPDX-License-Identifier: MIT
// MD5 against the digests of RFC 1321 and, for every size up to five blocks, against OpenSSL.
#include "../../../support/openssl.hpp"
#include <tc3/tc3.hpp>
#include <tc3/testing.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <string>

namespace testing = tc3::testing;

TEST_CASE("computes the MD5 digests of RFC 1321") {
    CHECK(testing::md5_of("") == "d41d8cd98f00b204e9800998ecf8427e");
    CHECK(testing::md5_of("a") == "0cc175b9c0f1b6a831c399e269772661");
    CHECK(testing::md5_of("message digest") == "f96b697d7cb7938d525a2f31aaf161d0");
    CHECK(testing::md5_of("12345678901234567890123456789012345678901234567890123456789012345678901234567890") ==
          "57edf4a22be3c955ac49da2e2107b67a");
}

#if TC3_TESTS_HAVE_OPENSSL

TEST_CASE("computes the MD5 of OpenSSL for every size of up to five blocks") {
    std::string bytes;
    for (std::size_t size = 0; size <= 320; ++size) {
        CAPTURE(size);
        unsigned char digest[EVP_MAX_MD_SIZE] = {};
        unsigned written = 0;
        REQUIRE(EVP_Digest(bytes.data(), bytes.size(), digest, &written, EVP_md5(), nullptr) == 1);
        std::string expected;
        tc3::write_hex(expected, tc3::bytes_view(digest, written));
        CHECK(testing::md5_of(bytes) == expected);
        bytes.push_back(static_cast<char>(size * 151 + 200));
    }
}

#endif
