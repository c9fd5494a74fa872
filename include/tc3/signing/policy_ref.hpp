// SPDX-License-Identifier: MIT
// An option for the policy of a request: yours, or a built-in one by default.
#pragma once

#include <tc3/config.hpp>
#include <tc3/crypto/policy.hpp>
#include <tc3/signing/any_policy.hpp>

#include <concepts>
#include <type_traits>

namespace tc3::inline TC3_NAMESPACE::signing {

/// Refers to a policy; without one, each use() makes a built-in one. It converts from any policy that is a variable: a temporary would be
/// destroyed too early. For a type that is not a policy, the error of the compiler names the missing member: the conversion is not
/// constrained.
///
/// A policy has a state, so objects that refer to the same policy belong to one thread at a time.
/// Lifetime: refers to the policy.
/// Cost: two pointers, and one indirect call for each call of the policy. The built-in SHA-256 is linked only if a policy_ref is made
/// without a policy.
class policy_ref {
public:
    policy_ref() noexcept : use_(use_builtin) {}
    /// Refers to a policy.
    template <class Policy>
        requires(!std::derived_from<Policy, policy_ref>)
    policy_ref(Policy& policy TC3_LIFETIMEBOUND) noexcept  // NOLINT: implicit, it is an option
        : policy_(const_cast<std::remove_const_t<Policy>*>(&policy)), use_(use_given<Policy>) {
        static_assert(crypto::sha_256_policy<std::remove_const_t<Policy>>, "not a policy: crypto/policy.hpp lists its member functions");
        static_assert(crypto::sha_256_policy<Policy>, "the policy is const, but its member functions are not");
    }
    /// Stops the compiler with a sentence. A deleted constructor would hide the reason where the option is in braces.
    template <class Policy>
        requires(!std::derived_from<Policy, policy_ref>)
    policy_ref(const Policy&&) noexcept : policy_ref() {  // NOLINT: implicit, as for a variable
        static_assert(std::is_void_v<Policy>, "keep the policy in a variable: a temporary would be destroyed too early");
    }

    /// Calls `work(any_policy&)`.
    template <class Work>
    void use(Work work) const {
        use_(policy_, do_work<Work>, &work);
    }

private:
    using callback = void (*)(void* work_object, any_policy& policy);

    template <class Work>
    static void do_work(void* work_object, any_policy& policy) {
        (*static_cast<Work*>(work_object))(policy);
    }
    static void use_builtin(void*, callback work, void* work_object);
    template <class Policy>
    static void use_given(void* policy, callback work, void* work_object) {
        if constexpr (std::derived_from<Policy, any_policy>) {
            work(work_object, *static_cast<Policy*>(policy));  // an adapter of an adapter would lose the HMAC
        } else {
            policy_adapter<Policy> adapter(*static_cast<Policy*>(policy));
            work(work_object, adapter);
        }
    }

    void* policy_ = nullptr;
    void (*use_)(void* policy, callback work, void* work_object);
};

}  // namespace tc3::inline TC3_NAMESPACE::signing

#if defined(TC3_BODIES)

#include <tc3/crypto/sha_256.hpp>

namespace tc3::inline TC3_NAMESPACE::signing {

TC3_FUNCTION void policy_ref::use_builtin(void*, callback work, void* work_object) {
    crypto::builtin_policy policy;
    use_given<crypto::builtin_policy>(&policy, work, work_object);
}

}  // namespace tc3::inline TC3_NAMESPACE::signing

#endif  // TC3_BODIES
