// SPDX-License-Identifier: MIT
// The contract of crypto policies: tc3's policies keep it, and each faulty policy breaks the rule that describes its fault.
#include "policy_contract.hpp"

#include "../support/policies.hpp"
#include "report.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

using tc3::bytes_view;
using tc3::crypto::sha_256_digest;

namespace {

template <class Policy>
std::string broken_rules(Policy&& policy) {
    contract::report report;
    contract::policy_contract(policy, report);
    return report.tried() < 15 ? "too few rules were tried" : report.broken();
}
template <class Policy>
std::string broken_by() {
    return broken_rules(Policy());
}

// Keeps the contract. Each policy below changes one thing.
class good_policy {
public:
    bool sha_256_begin() { return hash_.sha_256_begin(); }
    bool sha_256_update(bytes_view bytes) { return hash_.sha_256_update(bytes); }
    bool sha_256_finish(sha_256_digest& digest) { return hash_.sha_256_finish(digest); }

private:
    tc3::crypto::builtin_policy hash_;
};

struct with_a_wrong_bit : good_policy {
    bool sha_256_finish(sha_256_digest& digest) {
        const bool done = good_policy::sha_256_finish(digest);
        digest[31] ^= 1;
        return done;
    }
};
struct that_pads_wrongly : good_policy {
    std::size_t size = 0;
    bool sha_256_begin() {
        size = 0;
        return good_policy::sha_256_begin();
    }
    bool sha_256_update(bytes_view bytes) {
        size += bytes.size();
        return good_policy::sha_256_update(bytes);
    }
    bool sha_256_finish(sha_256_digest& digest) {
        const bool done = good_policy::sha_256_finish(digest);
        if (size % 64 == 55) digest[0] ^= 1;
        return done;
    }
};
struct that_begins_only_once : good_policy {
    bool begun = false;
    bool sha_256_begin() { return begun || (begun = good_policy::sha_256_begin()); }
    bool sha_256_finish(sha_256_digest& digest) {
        begun = false;
        return good_policy::sha_256_finish(digest);
    }
};
struct that_rejects_a_second_begin : good_policy {
    bool open = false;
    bool sha_256_begin() { return !open && (open = good_policy::sha_256_begin()); }
    bool sha_256_finish(sha_256_digest& digest) {
        open = false;
        return good_policy::sha_256_finish(digest);
    }
};
struct that_never_resets {
    tc3::crypto::sha_256 hash;
    bool sha_256_begin() { return true; }
    bool sha_256_update(bytes_view bytes) {
        hash.update(bytes);
        return true;
    }
    bool sha_256_finish(sha_256_digest& digest) {
        tc3::crypto::sha_256 copy = hash;
        copy.finish_into(digest);
        return true;
    }
};
struct that_continues_after_the_end : good_policy {
    bool begun = good_policy::sha_256_begin();
    bool sha_256_begin() { return true; }
    bool sha_256_finish(sha_256_digest& digest) { return good_policy::sha_256_finish(digest) && good_policy::sha_256_begin(); }
};
struct that_stays_broken_after_misuse : good_policy {
    bool open = false;
    bool broken = false;
    bool sha_256_begin() { return !broken && (open = good_policy::sha_256_begin()); }
    bool sha_256_update(bytes_view bytes) { return !broken && good_policy::sha_256_update(bytes); }
    bool sha_256_finish(sha_256_digest& digest) {
        broken = broken || !open;
        open = false;
        return !broken && good_policy::sha_256_finish(digest);
    }
};
struct that_rejects_empty_pieces : good_policy {
    bool sha_256_update(bytes_view bytes) { return bytes.data() != nullptr && good_policy::sha_256_update(bytes); }
};
struct that_takes_an_empty_piece_for_the_end : good_policy {
    bool ended = false;
    bool sha_256_begin() {
        ended = false;
        return good_policy::sha_256_begin();
    }
    bool sha_256_update(bytes_view bytes) {
        ended = ended || bytes.empty();
        return ended || good_policy::sha_256_update(bytes);
    }
};
struct that_requires_a_piece : good_policy {
    bool fed = false;
    bool sha_256_begin() {
        fed = false;
        return good_policy::sha_256_begin();
    }
    bool sha_256_update(bytes_view bytes) {
        fed = true;
        return good_policy::sha_256_update(bytes);
    }
    bool sha_256_finish(sha_256_digest& digest) { return good_policy::sha_256_finish(digest) && fed; }
};
struct that_counts_in_sixteen_bits : good_policy {
    bool sha_256_update(bytes_view bytes) { return good_policy::sha_256_update(bytes.first(bytes.size() & 0xffff)); }
};
// Reuses what it last read at an address, like an accelerator that does not see the processor's cache.
struct with_a_stale_cache : good_policy {
    const void* address = nullptr;
    std::string cached;
    bool sha_256_update(bytes_view bytes) {
        const bool is_cached = bytes.data() == address && bytes.size() == cached.size();
        if (!is_cached) cached.assign(bytes.begin(), bytes.end());
        address = bytes.data();
        return good_policy::sha_256_update(tc3::as_bytes(cached));
    }
};
// Reads large pieces at the end only, like an accelerator with a queue.
struct that_reads_large_pieces_later : good_policy {
    std::vector<bytes_view> waiting;
    bool sha_256_begin() {
        waiting.clear();
        return good_policy::sha_256_begin();
    }
    bool sha_256_update(bytes_view bytes) {
        if (bytes.size() >= 128) {
            waiting.push_back(bytes);
            return true;
        }
        return read_waiting() && good_policy::sha_256_update(bytes);
    }
    bool sha_256_finish(sha_256_digest& digest) { return read_waiting() && good_policy::sha_256_finish(digest); }
    bool read_waiting() {
        bool ok = true;
        for (const bytes_view piece : waiting) ok = good_policy::sha_256_update(piece) && ok;
        waiting.clear();
        return ok;
    }
};
struct that_takes_128_kib_at_once : good_policy {
    bool sha_256_update(bytes_view bytes) {
        return good_policy::sha_256_update(bytes.first(bytes.size() < 131072 ? bytes.size() : 131072));
    }
};
struct that_reads_at_even_addresses : good_policy {
    bool sha_256_update(bytes_view bytes) {
        return reinterpret_cast<std::uintptr_t>(bytes.data()) % 2 == 0 && good_policy::sha_256_update(bytes);
    }
};
struct that_writes_at_even_addresses : good_policy {
    bool sha_256_finish(sha_256_digest& digest) {
        return reinterpret_cast<std::uintptr_t>(digest.data()) % 2 == 0 && good_policy::sha_256_finish(digest);
    }
};
struct that_returns_zero_for_success : good_policy {
    bool sha_256_begin() { return !good_policy::sha_256_begin(); }
    bool sha_256_update(bytes_view bytes) { return !good_policy::sha_256_update(bytes); }
    bool sha_256_finish(sha_256_digest& digest) { return !good_policy::sha_256_finish(digest); }
};
struct that_wears_out : good_policy {
    int left = 500;
    bool sha_256_begin() { return left-- > 0 && good_policy::sha_256_begin(); }
};

struct with_swapped_hmac : good_policy {
    bool hmac_sha_256(bytes_view key, bytes_view message, sha_256_digest& digest) {
        return right.hmac_sha_256(message.first(0), key, digest);
    }
    support::own_hmac_policy right;
};
struct whose_hmac_takes_short_messages : good_policy {
    bool hmac_sha_256(bytes_view key, bytes_view message, sha_256_digest& digest) {
        return right.hmac_sha_256(key, message.first(message.size() < 4096 ? message.size() : 4096), digest);
    }
    support::own_hmac_policy right;
};
struct whose_hmac_takes_short_keys : good_policy {
    bool hmac_sha_256(bytes_view key, bytes_view message, sha_256_digest& digest) {
        const bool is_short = key.size() <= 48 || key.size() > 64;
        return right.hmac_sha_256(is_short ? key : key.first(48), message, digest);
    }
    support::own_hmac_policy right;
};
struct whose_hmac_wears_out : good_policy {
    int left = 100;
    bool hmac_sha_256(bytes_view key, bytes_view message, sha_256_digest& digest) {
        return left-- > 0 && right.hmac_sha_256(key, message, digest);
    }
    support::own_hmac_policy right;
};

struct that_always_fails {
    bool sha_256_begin() { return false; }
    bool sha_256_update(bytes_view) { return false; }
    bool sha_256_finish(sha_256_digest&) { return false; }
};
struct that_hides_its_failure {
    bool sha_256_begin() { return true; }
    bool sha_256_update(bytes_view) { return true; }
    bool sha_256_finish(sha_256_digest&) { return true; }
};

}  // namespace

TEST_CASE("the policies of tc3 and of its tests keep the contract") {
    CHECK(broken_by<tc3::crypto::builtin_policy>() == "");
    CHECK(broken_by<support::own_hmac_policy>() == "");
    CHECK(broken_by<support::single_hash_policy>() == "");
    CHECK(broken_by<good_policy>() == "");
    CHECK(broken_rules(support::failing_policy(0)) == "");
}

TEST_CASE("a faulty policy breaks the rule that describes its fault") {
    const struct {
        std::string (*run)();
        std::string_view rule;
    } cases[] = {
        {broken_by<with_a_wrong_bit>, "the published examples of SHA-256"},
        {broken_by<that_pads_wrongly>, "texts that end before, at and after the end of a block"},
        {broken_by<that_begins_only_once>, "a hash begun while another is open drops the first"},
        {broken_by<that_rejects_a_second_begin>, "a hash can be begun twice in a row"},
        {broken_by<that_never_resets>, "a hash does not change the next hash"},
        {broken_by<that_continues_after_the_end>, "an update without a begin does not change the next hash"},
        {broken_by<that_stays_broken_after_misuse>, "a finish without a begin does not change the next hash"},
        {broken_by<that_rejects_empty_pieces>, "an empty piece, even one at a null pointer"},
        {broken_by<that_takes_an_empty_piece_for_the_end>, "an empty piece, even one at a null pointer"},
        {broken_by<that_requires_a_piece>, "a hash without any piece"},
        {broken_by<that_counts_in_sixteen_bits>, "a long text has its digest in one piece"},
        {broken_by<with_a_stale_cache>, "update copies its piece"},
        {broken_by<that_takes_128_kib_at_once>, "a long text has its digest in one piece"},
        {broken_by<that_reads_large_pieces_later>, "update copies its piece"},
        {broken_by<that_reads_at_even_addresses>, "the bytes of a piece can begin at any address"},
        {broken_by<that_writes_at_even_addresses>, "the digest can have any address"},
        {broken_by<that_returns_zero_for_success>, "the published examples of SHA-256"},
        {broken_by<that_wears_out>, "a thousand hashes and HMACs do not exhaust a resource"},
        {broken_by<with_swapped_hmac>, "the published examples of HMAC-SHA256"},
        {broken_by<whose_hmac_takes_short_messages>, "HMACs of short and long messages"},
        {broken_by<whose_hmac_takes_short_keys>, "HMACs with keys up to a block"},
        {broken_by<whose_hmac_wears_out>, "a thousand hashes and HMACs do not exhaust a resource"},
    };
    for (const auto& each : cases) {
        const std::string broken = each.run();
        CAPTURE(each.rule);
        CAPTURE(broken);
        CHECK(broken.find(each.rule) != std::string::npos);
    }
}

TEST_CASE("a policy that fails at any call breaks a rule") {
    support::failing_policy counting(0);
    contract::report report;
    contract::policy_contract(counting, report);
    for (std::size_t call = 1; call <= 200; ++call) {
        if (broken_rules(support::failing_policy(call)).empty()) CHECK(call == 0);
    }
    CHECK(counting.calls() > 200);
}

TEST_CASE("a policy that cannot work must report failure") {
    contract::report reported;
    contract::broken_policy_contract(that_always_fails(), reported);
    CHECK(reported.broken() == "");
    CHECK(reported.passed());

    contract::report hidden;
    contract::broken_policy_contract(that_hides_its_failure(), hidden);
    CHECK(hidden.broken().find("signing fails with errc::crypto_failed") != std::string::npos);
    CHECK_FALSE(hidden.passed());
}

TEST_CASE("a policy with one hash for the whole program reports failure to a second object") {
    support::single_hash_policy first, second;
    REQUIRE(first.sha_256_begin());
    CHECK_FALSE(second.sha_256_begin());
    CHECK_FALSE(tc3::crypto::sha_256_of("abc", second));
    sha_256_digest digest{};
    REQUIRE(first.sha_256_finish(digest));
    CHECK(digest == tc3::crypto::digest_of_nothing);
    CHECK(tc3::crypto::sha_256_of("abc", second));
}
