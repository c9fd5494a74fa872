// SPDX-License-Identifier: MIT
// declared_authorization: the parts of an Authorization header, right or wrong.
#include "../../../support/doctor.hpp"

#include <doctest/doctest.h>

#include <string_view>

using tc3::signing::doctor::declared_authorization;

TEST_CASE("a header as in the manual is split into its parts") {
    const declared_authorization declared(
        "TC3-HMAC-SHA256 Credential=AKIDid/2019-02-25/cvm/tc3_request, SignedHeaders=content-type;host, Signature=0a1b");
    CHECK(declared.algorithm == "TC3-HMAC-SHA256");
    CHECK(declared.secret_id == "AKIDid");
    CHECK(declared.scope == "2019-02-25/cvm/tc3_request");
    CHECK(declared.date == "2019-02-25");
    CHECK(declared.service == "cvm");
    CHECK(declared.terminator == "tc3_request");
    CHECK(declared.signed_headers == "content-type;host");
    CHECK(declared.signature == "0a1b");
}

TEST_CASE("parts are found without commas, without blanks and in another order") {
    for (const std::string_view header : {"TC3-HMAC-SHA256 Credential=id/d/s/t SignedHeaders=a; b Signature=0",
                                          "TC3-HMAC-SHA256 Credential=id/d/s/t,SignedHeaders=a; b,Signature=0",
                                          "TC3-HMAC-SHA256 Signature=0,  SignedHeaders=a; b , Credential=id/d/s/t"}) {
        const declared_authorization declared(header);
        CHECK(declared.secret_id == "id");
        CHECK(declared.scope == "d/s/t");
        CHECK(declared.signed_headers == "a; b");
        CHECK(declared.signature == "0");
    }
}

TEST_CASE("a scope with a region keeps the rest as its last part") {
    const declared_authorization declared("TC3-HMAC-SHA256 Credential=id/2019-02-25/ap-x/cvm/tc3_request, Signature=");
    CHECK(declared.service == "ap-x");
    CHECK(declared.terminator == "cvm/tc3_request");
}

TEST_CASE("parts that are not there are empty") {
    for (const std::string_view header : {"", "SKIP", "Bearer abc", "credential=id/d/s/t"}) {
        const declared_authorization declared(header);
        CHECK(declared.secret_id.empty());
        CHECK(declared.scope.empty());
        CHECK(declared.signed_headers.empty());
        CHECK(declared.signature.empty());
    }
    const declared_authorization without_scope("TC3-HMAC-SHA256 Credential=id");
    CHECK(without_scope.secret_id == "id");
    CHECK(without_scope.scope.empty());
}
