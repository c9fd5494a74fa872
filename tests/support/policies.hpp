// SPDX-License-Identifier: MIT
// Policies that fail, that abort on misuse, or that count their calls.
#pragma once

#include <tc3/tc3.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace support {

/// A policy that fails at one call, counted from 1, and works before and after it. A failed call fills the digest with rubbish.
class failing_policy {
public:
    constexpr explicit failing_policy(std::size_t fails_at) : fails_at_(fails_at) {}

    constexpr bool sha_256_begin() { return hash_.sha_256_begin() && works(); }
    constexpr bool sha_256_update(tc3::bytes_view bytes) { return hash_.sha_256_update(bytes) && works(); }
    constexpr bool sha_256_finish(tc3::crypto::sha_256_digest& digest) {
        const bool done = hash_.sha_256_finish(digest) && works();
        if (!done) digest.fill(0xee);
        return done;
    }
    [[nodiscard]] constexpr std::size_t calls() const { return calls_; }

protected:
    constexpr bool works() { return ++calls_ != fails_at_; }

    tc3::crypto::builtin_policy hash_;
    std::size_t fails_at_;
    std::size_t calls_ = 0;
};

/// The same with saved states.
class failing_resumable_policy : public failing_policy {
public:
    using failing_policy::failing_policy;

    constexpr bool sha_256_save(tc3::crypto::sha_256_midstate& midstate) { return hash_.sha_256_save(midstate) && works(); }
    constexpr bool sha_256_resume(const tc3::crypto::sha_256_midstate& midstate) { return hash_.sha_256_resume(midstate) && works(); }
};

/// A policy that aborts if a second hash is begun before the first is finished, or if a call has no open hash.
class single_state_policy {
public:
    bool sha_256_begin() {
        require(!open_);
        open_ = true;
        ++hashes_;
        return hash_.sha_256_begin();
    }
    bool sha_256_update(tc3::bytes_view bytes) {
        require(open_);
        return hash_.sha_256_update(bytes);
    }
    bool sha_256_finish(tc3::crypto::sha_256_digest& digest) {
        require(open_);
        open_ = false;
        return hash_.sha_256_finish(digest);
    }
    [[nodiscard]] std::size_t hashes() const { return hashes_; }
    [[nodiscard]] bool open() const { return open_; }

private:
    static void require(bool condition) {
        if (!condition) std::abort();
    }

    tc3::crypto::builtin_policy hash_;
    bool open_ = false;
    std::size_t hashes_ = 0;
};

/// A policy with one hash for the whole program, such as the accelerator of a chip. An object that begins a hash owns it until it finishes.
/// Meanwhile the calls of all other objects fail, and so do calls without an open hash.
class single_hash_policy {
public:
    single_hash_policy() = default;
    single_hash_policy(const single_hash_policy&) = delete;
    single_hash_policy& operator=(const single_hash_policy&) = delete;
    ~single_hash_policy() { release(); }

    bool sha_256_begin() {
        if (owner() != nullptr && owner() != this) return false;
        owner() = this;
        return hash().sha_256_begin();
    }
    bool sha_256_update(tc3::bytes_view bytes) { return owner() == this && hash().sha_256_update(bytes); }
    bool sha_256_finish(tc3::crypto::sha_256_digest& digest) {
        const bool done = owner() == this && hash().sha_256_finish(digest);
        release();
        return done;
    }

private:
    static const single_hash_policy*& owner() {
        static const single_hash_policy* current = nullptr;
        return current;
    }
    static tc3::crypto::builtin_policy& hash() {
        static tc3::crypto::builtin_policy shared;
        return shared;
    }
    void release() {
        if (owner() == this) owner() = nullptr;
    }
};

/// A policy with an HMAC of its own, by the formula of RFC 2104 on the built-in hash. Counts the HMACs.
class own_hmac_policy {
public:
    constexpr bool sha_256_begin() { return hash_.sha_256_begin(); }
    constexpr bool sha_256_update(tc3::bytes_view bytes) { return hash_.sha_256_update(bytes); }
    constexpr bool sha_256_finish(tc3::crypto::sha_256_digest& digest) { return hash_.sha_256_finish(digest); }
    constexpr bool hmac_sha_256(tc3::bytes_view key, tc3::bytes_view message, tc3::crypto::sha_256_digest& digest) {
        ++hmacs_;
        const tc3::crypto::sha_256_digest inner = keyed_hash(key, 0x36, message);
        digest = keyed_hash(key, 0x5c, inner);
        return works;
    }
    [[nodiscard]] constexpr std::size_t hmacs() const { return hmacs_; }

    bool works = true;

private:
    static constexpr tc3::crypto::sha_256_digest keyed_hash(tc3::bytes_view key, std::uint8_t pad, tc3::bytes_view message) {
        std::array<std::uint8_t, tc3::crypto::sha_256_block_size> block{};
        for (std::size_t i = 0; i < key.size(); ++i) block[i] = key[i];
        for (std::uint8_t& byte : block) byte = static_cast<std::uint8_t>(byte ^ pad);
        tc3::crypto::sha_256 hash;
        hash.update(block);
        hash.update(message);
        return hash.finish();
    }

    tc3::crypto::builtin_policy hash_;
    std::size_t hmacs_ = 0;
};

}  // namespace support
