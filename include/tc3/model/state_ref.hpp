// SPDX-License-Identifier: MIT
// A reference to the state of any storage, for code that is not a template.
#pragma once

#include <tc3/config.hpp>

#include <cstdint>
#include <string_view>
#include <type_traits>

namespace tc3::inline TC3_NAMESPACE {

class state_ref;

namespace model_detail {

template <class T>
concept not_a_state_ref = !std::is_same_v<std::remove_cv_t<T>, state_ref>;

/// Returns a hash of the name of T (FNV-1a).
template <class T>
[[nodiscard]] constexpr std::uint32_t hash_of_name() noexcept {
    std::uint32_t hash = 2166136261;
    for (const char c : std::string_view(TC3_FUNCTION_NAME)) hash = (hash ^ static_cast<std::uint8_t>(c)) * 16777619;
    return hash;
}

/// A constant whose address identifies T. Its value differs from type to type too, because a linker may merge equal constants.
template <class T>
inline constexpr std::uint32_t type_mark = hash_of_name<T>();

}  // namespace model_detail

/// A typed reference to the state of a storage, such as an allocator or a workspace, or to none. A storage says how a struct keeps text,
/// lists and nested structs: see storage.hpp.
///
/// Lifetime: refers to the state.
class state_ref {
public:
    /// Makes a reference for a storage without state.
    state_ref() noexcept = default;
    template <model_detail::not_a_state_ref State>
    explicit state_ref(State& state TC3_LIFETIMEBOUND) noexcept : state_(&state), type_(&model_detail::type_mark<State>) {}

    /// Returns the state; null if there is none or it is of another type.
    template <class State>
    [[nodiscard]] State* get() const noexcept {
        if (type_ != &model_detail::type_mark<State>) return nullptr;
        return static_cast<State*>(state_);
    }

private:
    void* state_ = nullptr;
    const void* type_ = nullptr;
};

}  // namespace tc3::inline TC3_NAMESPACE
