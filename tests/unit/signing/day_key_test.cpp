// SPDX-License-Identifier: MIT
// day_key: the signatures of the secret key itself, one derivation for each day, service and secret key, locks, failures and wiped memory.
#include "../../support/exchange.hpp"
#include "../../support/memory.hpp"
#include "../../support/policies.hpp"
#include "../../support/random.hpp"
#include "../../support/request_text.hpp"
#include "../../support/threads.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <type_traits>
#include <vector>

using support::sample_profile;
using support::sample_time;
using tc3::errc;
namespace crypto = tc3::crypto;
namespace signing = tc3::signing;

namespace {

constexpr std::int64_t day = 86400;
constexpr tc3::action cvm{"cvm", "2017-03-12", "DescribeInstances"};
const std::array<tc3::http::header, 2> headers{{{"Content-Type", "application/json"}, {"Host", "cvm.tencentcloudapi.com"}}};
const signing::request_parts parts{.headers = headers};
const crypto::sha_256_digest hash = *signing::hash_canonical_request(parts);

std::string text_of(const tc3::http::request& request) { return support::all_parts(request.view()); }

// A day key whose policy counts the hashes.
class counted_day_key {
public:
    std::size_t hashes_to_sign(std::string_view service, std::int64_t seconds, std::string_view secret_key) {
        const std::size_t before = policy_.hashes();
        crypto::sha_256_digest signature{};
        REQUIRE(key_.sign_hash(signature, {parts, service, {seconds}, secret_key}, hash));
        const auto expected = signing::authorization(parts, service, {seconds}, {support::secret_id, secret_key});
        CHECK(signature == expected->signature.bytes);
        return policy_.hashes() - before;
    }

private:
    signing::no_lock lock_;
    support::single_state_policy policy_;
    signing::basic_day_key<signing::no_lock&, support::single_state_policy&> key_{lock_, policy_};
};

// Counts its calls, and aborts on two locks in a row, or on an unlock without a lock.
struct counting_lock {
    void lock() {
        if (is_locked) std::abort();
        is_locked = true;
        ++count;
    }
    void unlock() {
        if (!is_locked) std::abort();
        is_locked = false;
    }
    bool is_locked = false;
    int count = 0;
};

}  // namespace

static_assert(signing::kept_key<signing::day_key>);
#if TC3_TESTS_HAVE_THREADS
static_assert(signing::kept_key<signing::basic_day_key<std::mutex>>);
#endif
static_assert(!signing::signer<signing::day_key> && !std::is_copy_constructible_v<signing::day_key>);

TEST_CASE("make_request with a day key writes the request that the secret key signs, on any day and in any order") {
    support::random_input random(40);
    signing::day_key key;
    std::string other_key(support::secret_key);
    other_key.back() = 'F';
    for (int i = 0; i < 300; ++i) {
        const std::int64_t midnight = sample_time.seconds / day * day + day * static_cast<std::int64_t>(random.number(0, 2));
        const tc3::unix_time now{midnight + static_cast<std::int64_t>(random.number(0, 4)) - 2};
        tc3::client_profile_view profile = sample_profile();
        if (random.number(0, 3) == 0) profile.credential.secret_key = other_key;
        const tc3::action action{random.flip() ? "cvm" : random.flip() ? "cbs" : "CVM", "2017-03-12", "DescribeInstances"};
        const auto expected = tc3::make_request({action, "{}"}, profile, now);
        const auto request = tc3::make_request({action, "{}"}, profile, now, {.signer = key});
        REQUIRE(expected);
        REQUIRE(request);
        REQUIRE(text_of(*request) == text_of(*expected));
    }
}

TEST_CASE("a day key is derived again only for another day, service or secret key") {
    constexpr std::size_t signature_alone = 2;
    constexpr std::size_t with_derivation = 2 + 3 * 2;
    constexpr std::int64_t midnight = 17000 * day;
    counted_day_key key;
    CHECK(key.hashes_to_sign("cvm", midnight, "key") == with_derivation);
    CHECK(key.hashes_to_sign("cvm", midnight + day - 1, "key") == signature_alone);
    CHECK(key.hashes_to_sign("cvm", midnight, "key") == signature_alone);
    CHECK(key.hashes_to_sign("CVM", midnight, "key") == signature_alone);
    CHECK(key.hashes_to_sign("cvm", midnight + day, "key") == with_derivation);
    CHECK(key.hashes_to_sign("cvm", midnight + day - 1, "key") == with_derivation);
    CHECK(key.hashes_to_sign("cvm", midnight - 1, "key") == with_derivation);
    CHECK(key.hashes_to_sign("cbs", midnight - 1, "key") == with_derivation);
    CHECK(key.hashes_to_sign("cbs", midnight - 1, "Key") == with_derivation);
    CHECK(key.hashes_to_sign("cbs", midnight - 1, "Key2") == with_derivation);
    CHECK(key.hashes_to_sign("cbs", midnight - 1, "Key2") == signature_alone);
    // A key of more than a block is hashed, to be compared.
    CHECK(key.hashes_to_sign("cbs", midnight - 1, std::string(100, 'k')) == with_derivation + 2);
    CHECK(key.hashes_to_sign("cbs", midnight - 1, std::string(100, 'k')) == signature_alone + 1);
}

TEST_CASE("a day key signs at the first and the last time that can be signed") {
    counted_day_key key;
    for (const std::int64_t seconds : {std::int64_t{0}, tc3::unix_time::last_second, std::int64_t{1}}) {
        CHECK(key.hashes_to_sign("cvm", seconds, "key") > 2);
        CHECK(key.hashes_to_sign("cvm", seconds, "key") == 2);
    }
}

TEST_CASE("a day key notices that the text of the secret key changes in place") {
    signing::day_key key;
    std::string text(support::secret_key);
    tc3::client_profile_view profile = sample_profile();
    profile.credential.secret_key = text;
    REQUIRE(tc3::make_request({cvm, "{}"}, profile, sample_time, {.signer = key}));
    text[5] = 'x';
    CHECK(text_of(*tc3::make_request({cvm, "{}"}, profile, sample_time, {.signer = key})) ==
          text_of(*tc3::make_request({cvm, "{}"}, profile, sample_time)));
}

TEST_CASE("a day key with a policy that fails signs nothing, and the next request derives again") {
    signing::no_lock lock;
    const signing::request_to_sign request{parts, "cvm", sample_time, "key"};
    crypto::sha_256_digest signature{};
    support::failing_resumable_policy counting(0);
    signing::basic_day_key<signing::no_lock&, support::failing_resumable_policy&> counted(lock, counting);
    REQUIRE(counted.sign_hash(signature, request, hash));
    const crypto::sha_256_digest expected = signature;
    for (std::size_t call = 1; call <= counting.calls(); ++call) {
        support::failing_resumable_policy policy(call);
        signing::basic_day_key<signing::no_lock&, support::failing_resumable_policy&> key(lock, policy);
        CHECK_FALSE(key.sign_hash(signature, request, hash));
        REQUIRE(key.sign_hash(signature, request, hash));
        CHECK(signature == expected);
    }
}

TEST_CASE("with a day key the credential of the profile is validated") {
    signing::day_key key;
    const auto error_of = [&](std::string_view id, std::string_view secret_key) {
        tc3::client_profile_view profile = sample_profile();
        profile.credential.secret_id = id;
        profile.credential.secret_key = secret_key;
        const auto request = tc3::make_request({cvm, "{}"}, profile, sample_time, {.signer = key});
        return request ? tc3::error{} : request.error().reason;
    };
    CHECK(error_of(support::secret_id, support::secret_key).code == errc::none);
    CHECK(error_of("", support::secret_key).part == "secret id");
    CHECK(error_of(support::secret_id, "").part == "secret key");
    CHECK(error_of(support::secret_id, "key ").code == errc::untrimmed);
    CHECK(error_of(support::secret_id, "yoursecretkey").code == errc::placeholder);
    CHECK(error_of(support::secret_key, support::secret_id).code == errc::swapped);
}

TEST_CASE("a failing policy of the request or of the day key makes the request fail") {
    signing::no_lock lock;
    support::failing_policy fails(1);
    signing::basic_day_key<signing::no_lock&, support::failing_policy&> failing_key(lock, fails);
    const auto request = tc3::make_request({cvm, "{}"}, sample_profile(), sample_time, {.signer = failing_key});
    REQUIRE_FALSE(request);
    CHECK(request.error().reason.code == errc::crypto_failed);
    CHECK(request.error().reason.part == "signature");
    CHECK(tc3::make_request({cvm, "{}"}, sample_profile(), sample_time, {.signer = failing_key}));

    signing::day_key key;
    support::failing_policy counting(0);
    REQUIRE(tc3::make_request({cvm, "{}"}, sample_profile(), sample_time, {.hash = counting, .signer = key}));
    for (std::size_t call = 1; call <= counting.calls(); ++call) {
        support::failing_policy policy(call);
        CHECK_FALSE(tc3::make_request({cvm, "{}"}, sample_profile(), sample_time, {.hash = policy, .signer = key}));
    }
}

TEST_CASE("a day key uses the HMAC of its own policy, and the policy of the request hashes the rest") {
    support::own_hmac_policy own;
    signing::no_lock lock;
    signing::basic_day_key<signing::no_lock&, support::own_hmac_policy&> key(lock, own);
    const auto expected = tc3::make_request({cvm, "{}"}, sample_profile(), sample_time);
    CHECK(text_of(*tc3::make_request({cvm, "{}"}, sample_profile(), sample_time, {.signer = key})) == text_of(*expected));
    CHECK(own.hmacs() == 4);
    CHECK(text_of(*tc3::make_request({cvm, "{}"}, sample_profile(), sample_time, {.signer = key})) == text_of(*expected));
    CHECK(own.hmacs() == 5);
}

TEST_CASE("call and call_into sign with a day key") {
    signing::day_key key;
    support::fake_transport http;
    http.output.body = R"({"Response":{"RequestId":"r"}})";
    const tc3::faceid::apply_liveness_token input{.secure_level = "4"};
    static_cast<void>(tc3::call(http, input, sample_profile(), sample_time));
    const std::string expected = http.authorization;
    static_cast<void>(tc3::call(http, input, sample_profile(), sample_time, {.signer = key}));
    CHECK(http.authorization == expected);
}

TEST_CASE("a request is prepared with the id of the profile, and without the key") {
    signing::day_key key;
    const auto expected = tc3::prepare_request({cvm, "{}"}, sample_profile(), sample_time);
    const auto request = tc3::prepare_request({cvm, "{}"}, sample_profile(), sample_time, {.signer = key});
    REQUIRE(request);
    CHECK(request->string_to_sign() == expected->string_to_sign());
    CHECK(text_of(tc3::attach(*request, {})) == text_of(tc3::attach(*expected, {})));
}

TEST_CASE("a day key locks once for each signature, and unlocks after a failure") {
    counting_lock lock;
    crypto::builtin_policy policy;
    signing::basic_day_key<counting_lock&, crypto::builtin_policy> key(lock, policy);
    for (int i = 1; i <= 3; ++i) {
        REQUIRE(tc3::make_request({cvm, "{}"}, sample_profile(), sample_time, {.signer = key}));
        CHECK(lock.count == i);
        CHECK_FALSE(lock.is_locked);
    }
    support::failing_policy fails(1);
    signing::basic_day_key<counting_lock&, support::failing_policy&> failing_key(lock, fails);
    CHECK_FALSE(tc3::make_request({cvm, "{}"}, sample_profile(), sample_time, {.signer = failing_key}));
    CHECK_FALSE(lock.is_locked);
}

#if TC3_TESTS_HAVE_THREADS

TEST_CASE("a day_key can have a lock that cannot be moved, and a policy that is a variable") {
    support::single_state_policy policy;
    signing::basic_day_key<std::mutex, support::single_state_policy&> key(policy);
    const auto expected = tc3::make_request({cvm, "{}"}, sample_profile(), sample_time);
    const auto request = tc3::make_request({cvm, "{}"}, sample_profile(), sample_time, {.signer = key});
    REQUIRE(request);
    CHECK(text_of(*request) == text_of(*expected));
    CHECK(policy.hashes() > 0);
}

TEST_CASE("several threads sign with one day key that has a lock") {
    signing::basic_day_key<std::mutex> key;
    std::vector<std::thread> threads;
    std::array<int, 4> wrong{};
    for (std::size_t i = 0; i < wrong.size(); ++i) {
        threads.emplace_back([&key, &count = wrong[i], i] {
            for (std::int64_t n = 0; n < 50; ++n) {
                const tc3::unix_time now{sample_time.seconds + day * ((n + static_cast<std::int64_t>(i)) % 3)};
                const auto expected = tc3::make_request({cvm, "{}"}, sample_profile(), now);
                const auto request = tc3::make_request({cvm, "{}"}, sample_profile(), now, {.signer = key});
                if (!request || text_of(*request) != text_of(*expected)) ++count;
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
    CHECK(wrong == std::array<int, 4>{});
}

#endif

TEST_CASE("a day key wipes both keys in the destructor") {
    const std::string derived = [] {
        const auto scope = *signing::credential_scope::make("cvm", sample_time);
        const auto key = *signing::derive_signing_key({support::secret_id, support::secret_key}, scope);
        return std::string(key.bytes().begin(), key.bytes().end());
    }();
    support::watched_memory<signing::day_key> memory;
    signing::day_key& key = memory.make();
    REQUIRE(tc3::make_request({cvm, "{}"}, sample_profile(), sample_time, {.signer = key}));
    CHECK(memory.bytes().find(support::secret_key) != std::string::npos);
    CHECK(memory.bytes().find(derived) != std::string::npos);
    key.~basic_day_key();
    CHECK_FALSE(support::reveals_secret(memory.bytes(), support::secret_key));
    CHECK_FALSE(support::reveals_secret(memory.bytes(), derived));
}
