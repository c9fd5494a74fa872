// SPDX-License-Identifier: MIT
// What the values of a storage live in, on its way through code that knows no types.
#pragma once

#include <tc3/config.hpp>

#include <cstdint>
#include <string_view>
#include <type_traits>

namespace tc3::inline v0_1 {

namespace model_detail {

/// A number made from the name of a type.
template <class T>
[[nodiscard]] constexpr std::uint32_t hash_of_name() noexcept {
    std::uint32_t hash = 2166136261;  // FNV-1a
    for (const char c : std::string_view(TC3_FUNCTION_NAME)) hash = (hash ^ static_cast<std::uint8_t>(c)) * 16777619;
    return hash;
}

/// Its address stands for a type. What it holds differs as well: a linker may take constants that are alike for one.
template <class T>
inline constexpr std::uint32_t type_mark = hash_of_name<T>();

}  // namespace model_detail

/// The state of a storage, such as an allocator or a workspace, on its way through code that knows no types.
class storage_ref {
public:
    /// For storages without state.
    storage_ref() noexcept = default;
    template <class State>
        requires(!std::is_same_v<std::remove_cv_t<State>, storage_ref>)
    explicit storage_ref(State& state) noexcept : state_(&state), type_(&model_detail::type_mark<State>) {}

    /// The state, or null where it is of another type or there is none.
    template <class State>
    [[nodiscard]] State* get() const noexcept {
        return type_ == &model_detail::type_mark<State> ? static_cast<State*>(state_) : nullptr;
    }

private:
    void* state_ = nullptr;
    const void* type_ = nullptr;
};

}  // namespace tc3::inline v0_1
