// SPDX-License-Identifier: MIT
// The contract of crypto policies: held by ours, broken by each engine that has something wrong with it.
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
using tc3::crypto::sha256_digest;

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

// Works; the engines below each change one thing.
class engine {
public:
    bool sha256_begin() { return hash_.sha256_begin(); }
    bool sha256_update(bytes_view bytes) { return hash_.sha256_update(bytes); }
    bool sha256_finish(sha256_digest& digest) { return hash_.sha256_finish(digest); }

private:
    tc3::crypto::builtin_policy hash_;
};

struct with_a_wrong_bit : engine {
    bool sha256_finish(sha256_digest& digest) {
        const bool done = engine::sha256_finish(digest);
        digest[31] ^= 1;
        return done;
    }
};
struct that_pads_wrongly : engine {
    std::size_t size = 0;
    bool sha256_begin() {
        size = 0;
        return engine::sha256_begin();
    }
    bool sha256_update(bytes_view bytes) {
        size += bytes.size();
        return engine::sha256_update(bytes);
    }
    bool sha256_finish(sha256_digest& digest) {
        const bool done = engine::sha256_finish(digest);
        if (size % 64 == 55) digest[0] ^= 1;
        return done;
    }
};
struct that_begins_only_once : engine {
    bool begun = false;
    bool sha256_begin() { return begun || (begun = engine::sha256_begin()); }
    bool sha256_finish(sha256_digest& digest) {
        begun = false;
        return engine::sha256_finish(digest);
    }
};
struct that_refuses_to_begin_again : engine {
    bool open = false;
    bool sha256_begin() { return !open && (open = engine::sha256_begin()); }
    bool sha256_finish(sha256_digest& digest) {
        open = false;
        return engine::sha256_finish(digest);
    }
};
struct that_never_resets {
    tc3::crypto::sha256 hash;
    bool sha256_begin() { return true; }
    bool sha256_update(bytes_view bytes) {
        hash.update(bytes);
        return true;
    }
    bool sha256_finish(sha256_digest& digest) {
        tc3::crypto::sha256 copy = hash;
        copy.finish_into(digest);
        return true;
    }
};
struct that_goes_on_after_the_end : engine {
    bool begun = engine::sha256_begin();
    bool sha256_begin() { return true; }
    bool sha256_finish(sha256_digest& digest) { return engine::sha256_finish(digest) && engine::sha256_begin(); }
};
struct that_ends_for_good_when_misused : engine {
    bool open = false;
    bool broken = false;
    bool sha256_begin() { return !broken && (open = engine::sha256_begin()); }
    bool sha256_update(bytes_view bytes) { return !broken && engine::sha256_update(bytes); }
    bool sha256_finish(sha256_digest& digest) {
        broken = broken || !open;
        open = false;
        return !broken && engine::sha256_finish(digest);
    }
};
struct that_refuses_empty_pieces : engine {
    bool sha256_update(bytes_view bytes) { return bytes.data() != nullptr && engine::sha256_update(bytes); }
};
struct that_takes_an_empty_piece_for_the_end : engine {
    bool ended = false;
    bool sha256_begin() {
        ended = false;
        return engine::sha256_begin();
    }
    bool sha256_update(bytes_view bytes) {
        ended = ended || bytes.empty();
        return ended || engine::sha256_update(bytes);
    }
};
struct that_wants_a_piece : engine {
    bool fed = false;
    bool sha256_begin() {
        fed = false;
        return engine::sha256_begin();
    }
    bool sha256_update(bytes_view bytes) {
        fed = true;
        return engine::sha256_update(bytes);
    }
    bool sha256_finish(sha256_digest& digest) { return engine::sha256_finish(digest) && fed; }
};
struct that_counts_in_sixteen_bits : engine {
    bool sha256_update(bytes_view bytes) { return engine::sha256_update(bytes.first(bytes.size() & 0xffff)); }
};
// Believes that memory still holds what it held when it was last read there, as an engine beside the processor's cache may.
struct with_a_stale_cache : engine {
    const void* at = nullptr;
    std::string held;
    bool sha256_update(bytes_view bytes) {
        const bool known = bytes.data() == at && bytes.size() == held.size();
        if (!known) held.assign(bytes.begin(), bytes.end());
        at = bytes.data();
        return engine::sha256_update(tc3::as_bytes(held));
    }
};
// Lets large pieces lie where they are until the end, as an engine with a queue may.
struct that_reads_large_pieces_later : engine {
    std::vector<bytes_view> waiting;
    bool sha256_begin() {
        waiting.clear();
        return engine::sha256_begin();
    }
    bool sha256_update(bytes_view bytes) {
        if (bytes.size() >= 128) {
            waiting.push_back(bytes);
            return true;
        }
        return take_in() && engine::sha256_update(bytes);
    }
    bool sha256_finish(sha256_digest& digest) { return take_in() && engine::sha256_finish(digest); }
    bool take_in() {
        bool ok = true;
        for (const bytes_view piece : waiting) ok = engine::sha256_update(piece) && ok;
        waiting.clear();
        return ok;
    }
};
struct that_takes_128_kib_at_once : engine {
    bool sha256_update(bytes_view bytes) { return engine::sha256_update(bytes.first(bytes.size() < 131072 ? bytes.size() : 131072)); }
};
struct that_reads_at_even_addresses : engine {
    bool sha256_update(bytes_view bytes) { return reinterpret_cast<std::uintptr_t>(bytes.data()) % 2 == 0 && engine::sha256_update(bytes); }
};
struct that_writes_at_even_addresses : engine {
    bool sha256_finish(sha256_digest& digest) {
        return reinterpret_cast<std::uintptr_t>(digest.data()) % 2 == 0 && engine::sha256_finish(digest);
    }
};
struct that_returns_zero_for_success : engine {
    bool sha256_begin() { return !engine::sha256_begin(); }
    bool sha256_update(bytes_view bytes) { return !engine::sha256_update(bytes); }
    bool sha256_finish(sha256_digest& digest) { return !engine::sha256_finish(digest); }
};
struct that_wears_out : engine {
    int left = 500;
    bool sha256_begin() { return left-- > 0 && engine::sha256_begin(); }
};

struct with_own_hmac : support::own_hmac_policy {};
struct with_swapped_hmac : engine {
    bool hmac_sha256(bytes_view key, bytes_view message, sha256_digest& digest) { return right.hmac_sha256(message.first(0), key, digest); }
    support::own_hmac_policy right;
};
struct whose_hmac_takes_short_messages : engine {
    bool hmac_sha256(bytes_view key, bytes_view message, sha256_digest& digest) {
        return right.hmac_sha256(key, message.first(message.size() < 4096 ? message.size() : 4096), digest);
    }
    support::own_hmac_policy right;
};
struct whose_hmac_takes_short_keys : engine {
    bool hmac_sha256(bytes_view key, bytes_view message, sha256_digest& digest) {
        const bool is_short = key.size() <= 48 || key.size() > 64;
        return right.hmac_sha256(is_short ? key : key.first(48), message, digest);
    }
    support::own_hmac_policy right;
};
struct whose_hmac_wears_out : engine {
    int left = 100;
    bool hmac_sha256(bytes_view key, bytes_view message, sha256_digest& digest) {
        return left-- > 0 && right.hmac_sha256(key, message, digest);
    }
    support::own_hmac_policy right;
};

struct out_of_order {
    bool sha256_begin() { return false; }
    bool sha256_update(bytes_view) { return false; }
    bool sha256_finish(sha256_digest&) { return false; }
};
struct that_says_nothing_of_it {
    bool sha256_begin() { return true; }
    bool sha256_update(bytes_view) { return true; }
    bool sha256_finish(sha256_digest&) { return true; }
};

}  // namespace

TEST_CASE("policies of our own keep the contract") {
    CHECK(broken_by<tc3::crypto::builtin_policy>() == "");
    CHECK(broken_by<support::own_hmac_policy>() == "");
    CHECK(broken_by<support::single_hash_policy>() == "");
    CHECK(broken_by<engine>() == "");
    CHECK(broken_rules(support::failing_policy(0)) == "");
}

TEST_CASE("a policy with something wrong breaks the rule that says so") {
    const struct {
        std::string (*run)();
        std::string_view rule;
    } cases[] = {
        {broken_by<with_a_wrong_bit>, "the published examples of SHA-256"},
        {broken_by<that_pads_wrongly>, "texts that end just before, at and after the end of a block"},
        {broken_by<that_begins_only_once>, "a hash begun while another is open drops the first"},
        {broken_by<that_refuses_to_begin_again>, "a hash may be begun twice in a row"},
        {broken_by<that_never_resets>, "a hash is not changed by the one before"},
        {broken_by<that_goes_on_after_the_end>, "an update without a begin does no harm"},
        {broken_by<that_ends_for_good_when_misused>, "a finish without a begin does no harm"},
        {broken_by<that_refuses_empty_pieces>, "an empty piece, even one at a null pointer"},
        {broken_by<that_takes_an_empty_piece_for_the_end>, "an empty piece, even one at a null pointer"},
        {broken_by<that_wants_a_piece>, "a hash without any piece"},
        {broken_by<that_counts_in_sixteen_bits>, "a long text has its digest in one piece"},
        {broken_by<with_a_stale_cache>, "a piece is taken in before update returns"},
        {broken_by<that_takes_128_kib_at_once>, "a long text has its digest in one piece"},
        {broken_by<that_reads_large_pieces_later>, "a piece is taken in before update returns"},
        {broken_by<that_reads_at_even_addresses>, "the bytes of a piece may begin at any address"},
        {broken_by<that_writes_at_even_addresses>, "the digest may lie at any address"},
        {broken_by<that_returns_zero_for_success>, "the published examples of SHA-256"},
        {broken_by<that_wears_out>, "a thousand hashes and HMACs use nothing up"},
        {broken_by<with_swapped_hmac>, "the published examples of HMAC-SHA256"},
        {broken_by<whose_hmac_takes_short_messages>, "HMACs of short and long messages"},
        {broken_by<whose_hmac_takes_short_keys>, "HMACs with keys up to a block"},
        {broken_by<whose_hmac_wears_out>, "a thousand hashes and HMACs use nothing up"},
    };
    for (const auto& each : cases) {
        const std::string broken = each.run();
        CAPTURE(each.rule);
        CAPTURE(broken);
        CHECK(broken.find(each.rule) != std::string::npos);
    }
}

TEST_CASE("an engine that fails at any call breaks a rule") {
    support::failing_policy counting(0);
    contract::report report;
    contract::policy_contract(counting, report);
    for (std::size_t call = 1; call <= 200; ++call) {
        if (broken_rules(support::failing_policy(call)).empty()) CHECK(call == 0);
    }
    CHECK(counting.calls() > 200);
}

TEST_CASE("an engine that is out of order has to say so") {
    contract::report honest;
    contract::broken_policy_contract(out_of_order(), honest);
    CHECK(honest.broken() == "");
    CHECK(honest.passed());

    contract::report dishonest;
    contract::broken_policy_contract(that_says_nothing_of_it(), dishonest);
    CHECK(dishonest.broken().find("signing fails with errc::crypto_failed") != std::string::npos);
    CHECK_FALSE(dishonest.passed());
}

TEST_CASE("one engine for the whole program is enough, and a second user is told") {
    support::single_hash_policy mine, others;
    REQUIRE(mine.sha256_begin());
    CHECK_FALSE(others.sha256_begin());
    CHECK_FALSE(tc3::crypto::sha256_of("abc", others));
    sha256_digest digest{};
    REQUIRE(mine.sha256_finish(digest));
    CHECK(digest == tc3::crypto::digest_of_nothing);
    CHECK(tc3::crypto::sha256_of("abc", others));
}
