// SPDX-License-Identifier: MIT
// A signing key that a program keeps, derived again when the day, the service or the secret key changes.
#pragma once

#include <tc3/core/ascii.hpp>
#include <tc3/core/bytes.hpp>
#include <tc3/core/constant_time.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/result.hpp>
#include <tc3/core/unix_time.hpp>
#include <tc3/crypto/hmac.hpp>
#include <tc3/crypto/policy.hpp>
#include <tc3/crypto/sha_256.hpp>
#include <tc3/signing/authorization.hpp>
#include <tc3/signing/scope.hpp>
#include <tc3/signing/signing_key.hpp>

#include <concepts>
#include <cstdint>
#include <optional>
#include <string_view>
#include <type_traits>

namespace tc3::inline TC3_NAMESPACE::signing {

/// A lock of the standard library, of a real-time system or of your own.
template <class Lockable>
concept basic_lockable = requires(Lockable& lockable) {
    lockable.lock();
    lockable.unlock();
};

/// A lock that does nothing.
struct no_lock {
    void lock() noexcept {}
    void unlock() noexcept {}
};

/// Signs with the secret key of each request's credential, and keeps the signing key, which is valid for the rest of the UTC day.
///
///     signing::day_key key;  // keep it, one for each thread
///     call(http, input, profile, now, {.signer = key});
///
/// Id, secret key and token are those of the profile: when you renew a credential, renew it there. A request whose day, service or secret
/// key is another than that of the request before derives the key again; times may go back and forth.
///
/// `Lockable` makes it usable by several threads at a time: a lock such as std::mutex, or a reference to one. It is locked while a key is
/// derived or signs. `Policy` computes all HMACs, not the policy in the option `hash`: it is a policy, or a reference to one.
///
/// It holds the secret key and the signing key. The destructor wipes both.
///
/// Errors: a request that it cannot sign fails with crypto_failed, of "signature".
/// Lifetime: a lock or policy that it refers to must outlive it; it must outlive the calls whose option it is.
/// Cost: 8 SHA-256 compressions for a usual request with the built-in policy, and 14 more if the key is derived. A secret key of 62 bytes
/// or more is hashed for each request: one compression more for each block of it.
template <basic_lockable Lockable = no_lock, crypto::sha_256_policy Policy = crypto::builtin_policy>
class basic_day_key {
public:
    basic_day_key() = default;
    /// Takes a policy, or a reference to one, and makes the lock: one such as std::mutex cannot be moved.
    explicit basic_day_key(Policy policy)
        requires std::default_initializable<Lockable>
        : policy_(static_cast<Policy&&>(policy)) {}
    /// Takes a lock and a policy, or references to them.
    basic_day_key(Lockable lock, Policy policy) : lock_(static_cast<Lockable&&>(lock)), policy_(static_cast<Policy&&>(policy)) {}
    basic_day_key(const basic_day_key&) = delete;  // a lock cannot be moved
    basic_day_key& operator=(const basic_day_key&) = delete;

    /// Signs a valid request with its valid secret key, given the hash of its canonical request. `signature` and
    /// `hashed_canonical_request` may be one object. Returns false if the policy fails.
    [[nodiscard]] bool sign_hash(crypto::sha_256_digest& signature, const request_to_sign& request,
                                 const crypto::sha_256_digest& hashed_canonical_request);

private:
    static constexpr std::int64_t seconds_of_a_day = 86400;

    [[nodiscard]] bool is_of(const request_to_sign& request, const crypto::hmac_key& secret) const noexcept;
    [[nodiscard]] bool derive(const request_to_sign& request, const crypto::hmac_key& secret);

    Lockable lock_;
    Policy policy_;
    crypto::hmac_key secret_;        // the secret key that `key_` was derived from, as HMAC uses it
    std::int64_t first_second_ = 0;  // of the day of `key_`
    std::optional<signing_key> key_;
};

/// A day_key for one thread at a time.
using day_key = basic_day_key<>;

namespace detail {

/// Locks while it lives.
template <class Lockable>
class locked {
public:
    explicit locked(Lockable& lockable) : lockable_(lockable) { lockable_.lock(); }
    locked(const locked&) = delete;
    locked& operator=(const locked&) = delete;
    ~locked() { lockable_.unlock(); }

private:
    Lockable& lockable_;
};

/// Returns the seconds of a time since midnight UTC. A day has 675 * 2^7 seconds: no division of 64 bits is needed.
[[nodiscard]] constexpr std::int64_t second_of_day(unix_time time) noexcept {
    return std::int64_t{static_cast<std::uint32_t>(time.seconds >> 7U) % 675} * 128 + time.seconds % 128;
}

}  // namespace detail

template <basic_lockable Lockable, crypto::sha_256_policy Policy>
bool basic_day_key<Lockable, Policy>::sign_hash(crypto::sha_256_digest& signature, const request_to_sign& request,
                                                const crypto::sha_256_digest& hashed_canonical_request) {
    const detail::locked<std::remove_reference_t<Lockable>> lock(lock_);
    crypto::hmac_key secret;
    if (!secret.assign(secret_key_prefix, request.secret_key, policy_)) return false;
    if (!is_of(request, secret) && !derive(request, secret)) return false;
    return key_->use_with(policy_, [&](const auto& key) {
        return detail::sign_hash(signature, key, request.time, key_->scope().view(), hashed_canonical_request, policy_);
    });
}

template <basic_lockable Lockable, crypto::sha_256_policy Policy>
bool basic_day_key<Lockable, Policy>::is_of(const request_to_sign& request, const crypto::hmac_key& secret) const noexcept {
    if (!key_ || request.time.seconds < first_second_ || request.time.seconds - first_second_ >= seconds_of_a_day) return false;
    return ascii::equal_lower(request.service, key_->scope().service()) &&
           tc3::equal_in_constant_time(bytes_view(secret.block()), bytes_view(secret_.block()));
}

template <basic_lockable Lockable, crypto::sha_256_policy Policy>
bool basic_day_key<Lockable, Policy>::derive(const request_to_sign& request, const crypto::hmac_key& secret) {
    key_.reset();
    const credential_scope scope = credential_scope::of_valid(request.service, request.time);
    const result<signing_key, error> key = derive_signing_key({{}, request.secret_key}, scope, policy_);
    if (!key) return false;
    key_.emplace(*key);
    secret_.assign(secret);
    first_second_ = request.time.seconds - detail::second_of_day(request.time);
    return true;
}

}  // namespace tc3::inline TC3_NAMESPACE::signing
