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

namespace detail {

/// Text that was appended to a hash_sink and not hashed yet, so that many short pieces are one call of the policy.
class gathered_text {
public:
    /// Copies a text. Returns false if it does not fit.
    [[nodiscard]] bool add(const std::string_view& text) noexcept {
        if (text.size() > sizeof bytes_ - size_) return false;
        copy_short(bytes_ + size_, text.data(), text.size());
        size_ += text.size();
        return true;
    }
    /// Returns what was added since the last call.
    [[nodiscard]] constexpr bytes_view take() noexcept { return {bytes_, std::exchange(size_, 0)}; }

private:
    std::uint8_t bytes_[256];  // a usual canonical request or string to sign
    std::size_t size_ = 0;
};

/// On small machines nothing is gathered.
struct no_gathered_text {
    [[nodiscard]] static constexpr bool add(const std::string_view&) noexcept { return false; }
    [[nodiscard]] static constexpr bytes_view take() noexcept { return {}; }
};

}  // namespace detail

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
        : any_sink(append_to), policy_(policy), ok_(policy.sha_256_begin()) {}
    /// Opens the hash at a saved state.
    constexpr hash_sink(Policy& policy TC3_LIFETIMEBOUND, const sha_256_midstate& midstate)
        requires resumable_policy<Policy>
        : any_sink(append_to), policy_(policy), ok_(policy.sha_256_resume(midstate)) {}

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
        } else if (!hash.gathered_.add(text)) {
            hash.append(as_bytes(text));
        }
    }
    constexpr void flush() {
        if (const bytes_view bytes = gathered_.take(); !bytes.empty()) ok_ = ok_ && policy_.sha_256_update(bytes);
    }

    Policy& policy_;
    bool ok_;
    [[no_unique_address]] std::conditional_t<has_wide_registers, detail::gathered_text, detail::no_gathered_text> gathered_;
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
