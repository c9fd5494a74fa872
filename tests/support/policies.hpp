// SPDX-License-Identifier: MIT
// SHA-256 engines that misbehave, or that tell whether tc3 behaves.
#pragma once

#include <tc3/tc3.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace support {

/// Fails at one call, counted from 1, and works before and after it. A digest that failed is filled with rubbish.
class failing_policy {
public:
    constexpr explicit failing_policy(std::size_t fails_at) : fails_at_(fails_at) {}

    constexpr bool sha256_begin() { return engine_.sha256_begin() && works(); }
    constexpr bool sha256_update(tc3::bytes_view bytes) { return engine_.sha256_update(bytes) && works(); }
    constexpr bool sha256_finish(tc3::crypto::sha256_digest& digest) {
        const bool done = engine_.sha256_finish(digest) && works();
        if (!done) digest.fill(0xee);
        return done;
    }
    [[nodiscard]] constexpr std::size_t calls() const { return calls_; }

private:
    constexpr bool works() { return ++calls_ != fails_at_; }

    tc3::crypto::builtin_policy engine_;
    std::size_t fails_at_;
    std::size_t calls_ = 0;
};

/// Has one state, as a hardware engine has, and aborts when a second hash is opened before the first is finished.
class single_state_policy {
public:
    bool sha256_begin() {
        require(!open_);
        open_ = true;
        ++hashes_;
        return engine_.sha256_begin();
    }
    bool sha256_update(tc3::bytes_view bytes) {
        require(open_);
        return engine_.sha256_update(bytes);
    }
    bool sha256_finish(tc3::crypto::sha256_digest& digest) {
        require(open_);
        open_ = false;
        return engine_.sha256_finish(digest);
    }
    [[nodiscard]] std::size_t hashes() const { return hashes_; }
    [[nodiscard]] bool open() const { return open_; }

private:
    static void require(bool condition) {
        if (!condition) std::abort();
    }

    tc3::crypto::builtin_policy engine_;
    bool open_ = false;
    std::size_t hashes_ = 0;
};

/// Has one state for the whole program, as the only engine of a chip has. Whoever begins a hash has the engine until he finishes it; all
/// others fail meanwhile, and so do calls without an open hash.
class one_engine_policy {
public:
    one_engine_policy() = default;
    one_engine_policy(const one_engine_policy&) = delete;
    one_engine_policy& operator=(const one_engine_policy&) = delete;
    ~one_engine_policy() { release(); }

    bool sha256_begin() {
        if (user() != nullptr && user() != this) return false;
        user() = this;
        return engine().sha256_begin();
    }
    bool sha256_update(tc3::bytes_view bytes) { return user() == this && engine().sha256_update(bytes); }
    bool sha256_finish(tc3::crypto::sha256_digest& digest) {
        const bool done = user() == this && engine().sha256_finish(digest);
        release();
        return done;
    }

private:
    static const one_engine_policy*& user() {
        static const one_engine_policy* who = nullptr;
        return who;
    }
    static tc3::crypto::builtin_policy& engine() {
        static tc3::crypto::builtin_policy only;
        return only;
    }
    void release() {
        if (user() == this) user() = nullptr;
    }
};

/// Computes HMAC itself: plainly, from RFC 2104's formula, on the built-in hash. Counts how often it was asked to.
class own_hmac_policy {
public:
    constexpr bool sha256_begin() { return engine_.sha256_begin(); }
    constexpr bool sha256_update(tc3::bytes_view bytes) { return engine_.sha256_update(bytes); }
    constexpr bool sha256_finish(tc3::crypto::sha256_digest& digest) { return engine_.sha256_finish(digest); }
    constexpr bool hmac_sha256(tc3::bytes_view key, tc3::bytes_view message, tc3::crypto::sha256_digest& digest) {
        ++hmacs_;
        const tc3::crypto::sha256_digest inner = keyed_hash(key, 0x36, message);
        digest = keyed_hash(key, 0x5c, inner);
        return works;
    }
    [[nodiscard]] constexpr std::size_t hmacs() const { return hmacs_; }

    bool works = true;

private:
    static constexpr tc3::crypto::sha256_digest keyed_hash(tc3::bytes_view key, std::uint8_t pad, tc3::bytes_view message) {
        std::array<std::uint8_t, tc3::crypto::sha256_block_size> block{};
        for (std::size_t i = 0; i < key.size(); ++i) block[i] = key[i];
        for (std::uint8_t& byte : block) byte = static_cast<std::uint8_t>(byte ^ pad);
        tc3::crypto::sha256 hash;
        hash.update(block);
        hash.update(message);
        return hash.finish();
    }

    tc3::crypto::builtin_policy engine_;
    std::size_t hmacs_ = 0;
};

}  // namespace support
