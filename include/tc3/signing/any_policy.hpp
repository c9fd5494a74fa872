// SPDX-License-Identifier: MIT
// One type for policies of all types, so that the code which makes a request exists once in a program.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/bytes.hpp>
#include <tc3/crypto/policy.hpp>
#include <tc3/signing/signer_input.hpp>

namespace tc3::inline TC3_NAMESPACE::signing {

/// Calls a policy of any type through a table of functions. It is a sha_256_policy itself.
///
/// Cost: one indirect call for each call of the policy.
class any_policy {
public:
    any_policy(const any_policy&) = delete;
    any_policy& operator=(const any_policy&) = delete;

    [[nodiscard]] bool sha_256_begin() { return functions_.begin(*this); }
    [[nodiscard]] bool sha_256_update(const bytes_view& bytes) { return functions_.update(*this, bytes); }
    [[nodiscard]] bool sha_256_finish(crypto::sha_256_digest& digest) { return functions_.finish(*this, digest); }

    /// Signs a valid request with its valid secret key, with the HMAC of the policy if it has one. Returns false if the policy fails.
    [[nodiscard]] bool sign_valid(crypto::sha_256_digest& signature, const request_to_sign& request);

protected:
    struct function_table {
        bool (*begin)(any_policy& self);
        bool (*update)(any_policy& self, const bytes_view& bytes);
        bool (*finish)(any_policy& self, crypto::sha_256_digest& digest);
        // Both are null for a policy without an HMAC. The second is a member, so that a program links it only for a policy with one.
        bool (*hmac)(any_policy& self, const bytes_view& key, const bytes_view& message, crypto::sha_256_digest& digest);
        bool (*sign_with_own_hmac)(any_policy& self, crypto::sha_256_digest& signature, const request_to_sign& request);
    };

    explicit any_policy(const function_table& functions) noexcept : functions_(functions) {}
    ~any_policy() = default;

    [[nodiscard]] static bool sign_with_own_hmac(any_policy& self, crypto::sha_256_digest& signature, const request_to_sign& request);

private:
    class with_hmac;

    const function_table& functions_;
};

/// The any_policy of a policy.
///
/// Lifetime: refers to the policy.
template <crypto::sha_256_policy Policy>
class policy_adapter final : public any_policy {
public:
    explicit policy_adapter(Policy& policy TC3_LIFETIMEBOUND) noexcept : any_policy(table), policy_(policy) {}

private:
    static bool begin(any_policy& self) { return static_cast<policy_adapter&>(self).policy_.sha_256_begin(); }
    static bool update(any_policy& self, const bytes_view& bytes) {
        return static_cast<policy_adapter&>(self).policy_.sha_256_update(bytes);
    }
    static bool finish(any_policy& self, crypto::sha_256_digest& digest) {
        return static_cast<policy_adapter&>(self).policy_.sha_256_finish(digest);
    }
    static bool hmac(any_policy& self, const bytes_view& key, const bytes_view& message, crypto::sha_256_digest& digest) {
        return static_cast<policy_adapter&>(self).policy_.hmac_sha_256(key, message, digest);
    }

    [[nodiscard]] static constexpr function_table make_table() noexcept {
        if constexpr (crypto::hmac_policy<Policy>) {
            return {begin, update, finish, hmac, sign_with_own_hmac};
        } else {
            return {begin, update, finish, nullptr, nullptr};
        }
    }
    static constexpr function_table table = make_table();

    Policy& policy_;
};

}  // namespace tc3::inline TC3_NAMESPACE::signing

#if defined(TC3_BODIES)

#include <tc3/signing/authorization.hpp>

namespace tc3::inline TC3_NAMESPACE::signing {

/// A policy whose HMAC is used, too.
class any_policy::with_hmac {
public:
    explicit with_hmac(any_policy& policy) noexcept : policy_(policy) {}

    [[nodiscard]] bool sha_256_begin() { return policy_.sha_256_begin(); }
    [[nodiscard]] bool sha_256_update(const bytes_view& bytes) { return policy_.sha_256_update(bytes); }
    [[nodiscard]] bool sha_256_finish(crypto::sha_256_digest& digest) { return policy_.sha_256_finish(digest); }
    [[nodiscard]] bool hmac_sha_256(const bytes_view& key, const bytes_view& message, crypto::sha_256_digest& digest) {
        return policy_.functions_.hmac(policy_, key, message, digest);
    }

private:
    any_policy& policy_;
};

TC3_FUNCTION bool any_policy::sign_with_own_hmac(any_policy& self, crypto::sha_256_digest& signature, const request_to_sign& request) {
    with_hmac policy(self);
    return signing::sign_valid(signature, request, policy);
}

TC3_FUNCTION bool any_policy::sign_valid(crypto::sha_256_digest& signature, const request_to_sign& request) {
    if (functions_.sign_with_own_hmac != nullptr) return functions_.sign_with_own_hmac(*this, signature, request);
    return signing::sign_valid(signature, request, *this);
}

}  // namespace tc3::inline TC3_NAMESPACE::signing

#endif  // TC3_BODIES
