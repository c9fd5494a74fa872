// SPDX-License-Identifier: MIT
// signer_ref: a signature of a signer, or one with the secret key.
#include "../../support/exchange.hpp"
#include "../../support/policies.hpp"
#include "../../support/signers.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>
#include <type_traits>

using tc3::errc;
using tc3::signing::policy_ref;
using tc3::signing::signer_ref;
namespace signing = tc3::signing;

namespace {

const std::array<tc3::http::header, 2> headers{{{"Content-Type", "application/json"}, {"Host", "cvm.tencentcloudapi.com"}}};
const signing::request_parts parts{.headers = headers};

struct signing_output {
    tc3::crypto::sha_256_digest signature{};
    tc3::first_error errors;
};

signing_output sign(const signer_ref& signer, std::string_view secret_key, const policy_ref& hash = {}) {
    signing_output output;
    hash.use([&](signing::any_policy& policy) {
        signer.sign_valid(output.signature, output.errors, {parts, "cvm", support::sample_time, secret_key}, policy);
    });
    return output;
}

}  // namespace

static_assert(std::is_convertible_v<support::zero_signer&, signer_ref> && std::is_convertible_v<const support::zero_signer&, signer_ref>);
static_assert(std::is_copy_constructible_v<signer_ref> && std::is_constructible_v<signer_ref, signer_ref&>);

TEST_CASE("without a signer the secret key signs") {
    const auto expected = signing::authorization(parts, "cvm", support::sample_time, {support::secret_id, support::secret_key});
    REQUIRE(expected);
    const signing_output output = sign({}, support::secret_key);
    CHECK(output.errors.ok());
    CHECK(output.signature == expected->signature.bytes);
    CHECK(signer_ref().secret_id("AKIDofprofile") == "AKIDofprofile");
    CHECK(sign({}, "key ").errors.error() == tc3::error{.code = errc::untrimmed, .part = "secret key", .position = 3});
}

TEST_CASE("a signer signs, and gives its id") {
    support::sample_signer signer;
    const signing_output output = sign(signer, {});
    CHECK(output.errors.ok());
    CHECK(output.signature == sign({}, support::secret_key).signature);
    CHECK(signer.calls == 1);
    CHECK(signer_ref(signer).secret_id("AKIDofprofile") == support::secret_id);

    signer.fails = true;
    CHECK(sign(signer, {}).errors.error() == support::signer_error);
}

TEST_CASE("a signer is not asked if the canonical request cannot be hashed") {
    support::sample_signer signer;
    support::failing_policy failing(1);
    CHECK(sign(signer, {}, failing).errors.error() == tc3::error{.code = errc::crypto_failed, .part = "signature"});
    CHECK(signer.calls == 0);
}

TEST_CASE("a signer may be const, and the id is read when it is needed") {
    const support::zero_signer zeros;
    CHECK(sign(zeros, {}).signature == tc3::crypto::sha_256_digest{});

    struct changing_signer : support::zero_signer {
        std::string id = "AKIDfirst";
        [[nodiscard]] const std::string& secret_id() const { return id; }
    } changing;
    const signer_ref reference(changing);
    changing.id = "AKIDsecond";
    CHECK(reference.secret_id({}) == "AKIDsecond");
}
