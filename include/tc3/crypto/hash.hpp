// SPDX-License-Identifier: MIT
// A policy as a sink: text is hashed as it is written, without a copy of all of it in memory.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/copy_text.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/processor.hpp>
#include <tc3/core/result.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/crypto/policy.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>
#include <utility>

namespace tc3::inline TC3_NAMESPACE::crypto {

/// A sink that hashes what is appended.
///
/// The constructor opens the hash of the policy. Call a finish function before another hash is opened on the policy. Text is gathered in
/// pieces of 256 bytes on machines with wide registers, and left there: append secrets as bytes, or with append_at_once(), which are hashed
/// at once.
/// Lifetime: refers to the policy.
template <sha_256_policy Policy>
class hash_sink final : public any_sink {
public:
    TC3_NOINLINE_IF_SMALL constexpr explicit hash_sink(Policy& policy TC3_LIFETIMEBOUND)
        : any_sink(append_to), policy_(policy), ok_(policy.sha_256_begin()) {
        empty_memory();
    }
    /// Opens the hash at a saved state.
    constexpr hash_sink(Policy& policy TC3_LIFETIMEBOUND, const sha_256_midstate& midstate)
        requires resumable_policy<Policy>
        : any_sink(append_to), policy_(policy), ok_(policy.sha_256_resume(midstate)) {
        empty_memory();
    }

    using any_sink::append;
    TC3_NOINLINE constexpr void append(const bytes_view& bytes) {
        flush();
        ok_ = ok_ && policy_.sha_256_update(bytes);
    }
    constexpr void append_at_once(const std::string_view& text) {
        if (!has_wide_registers || std::is_constant_evaluated()) return any_sink::append(text);  // nothing is gathered then
        append(as_bytes(text));
    }

    /// Returns the digest. Errors: crypto_failed if any call of the policy failed.
    [[nodiscard]] constexpr result<sha_256_digest, error> finish() {
        sha_256_digest digest{};
        if (!finish_into(digest)) return unexpected(error{.code = errc::crypto_failed, .part = "digest"});
        return digest;
    }
    /// Writes the digest without a temporary copy, for a digest that is a key. Returns false if any call of the policy failed.
    [[nodiscard]] TC3_NOINLINE constexpr bool finish_into(sha_256_digest& digest) {
        flush();
        return ok_ && policy_.sha_256_finish(digest);
    }
    /// Ends the hash after whole blocks and saves its state. Returns false if any call of the policy failed.
    [[nodiscard]] constexpr bool save(sha_256_midstate& midstate)
        requires resumable_policy<Policy>
    {
        flush();
        return ok_ && policy_.sha_256_save(midstate);
    }

private:
    static constexpr void append_to(any_sink& self, const std::string_view& text) {
        auto& hash = static_cast<hash_sink&>(self);
        if (std::is_constant_evaluated()) {
            for_copied_bytes_of(text, [&hash](bytes_view bytes) { hash.append(bytes); });
        } else {
            hash.append(as_bytes(text));
        }
    }
    /// Hashes the text that was gathered.
    constexpr void flush() {
        if constexpr (gathers) {
            if (std::is_constant_evaluated()) return;
            const std::size_t size = sizeof text_ - memory_.left();
            if (size == 0) return;
            ok_ = ok_ && policy_.sha_256_update(as_bytes({text_, size}));
            empty_memory();
        }
    }
    constexpr void empty_memory() {
        if constexpr (gathers) {
            if (!std::is_constant_evaluated()) memory_.set(text_, sizeof text_);
        }
    }

    static constexpr bool gathers = has_wide_registers;
    struct no_text {};

    Policy& policy_;
    bool ok_;
    [[no_unique_address]] std::conditional_t<gathers, char[256], no_text> text_;  // a usual canonical request or string to sign
};
template <sha_256_policy Policy>
hash_sink(Policy&) -> hash_sink<Policy>;
template <sha_256_policy Policy>
hash_sink(Policy&, const sha_256_midstate&) -> hash_sink<Policy>;

/// Returns the SHA-256 digest of a text. Errors: crypto_failed if the policy failed.
template <sha_256_policy Policy>
[[nodiscard]] constexpr result<sha_256_digest, error> sha_256_of(std::string_view text, Policy& policy) {
    hash_sink hash(policy);
    hash.append(text);
    return hash.finish();
}

}  // namespace tc3::inline TC3_NAMESPACE::crypto
