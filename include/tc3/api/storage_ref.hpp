// SPDX-License-Identifier: MIT
// What the values of a storage live in, on its way through code that knows no types.
#pragma once

#include <type_traits>

namespace tc3::inline v0_1 {

namespace detail {

/// Its address stands for a type.
template <class T>
inline constexpr char type_mark = 0;

}  // namespace detail

/// The state of a storage, such as an allocator or a workspace, on its way through code that knows no types.
class storage_ref {
public:
    /// For storages without state.
    storage_ref() noexcept = default;
    template <class State>
        requires(!std::is_same_v<std::remove_cv_t<State>, storage_ref>)
    explicit storage_ref(State& state) noexcept : state_(&state), type_(&detail::type_mark<State>) {}

    /// The state, or null where it is of another type or there is none.
    template <class State>
    [[nodiscard]] State* get() const noexcept {
        return type_ == &detail::type_mark<State> ? static_cast<State*>(state_) : nullptr;
    }

private:
    void* state_ = nullptr;
    const void* type_ = nullptr;
};

}  // namespace tc3::inline v0_1
