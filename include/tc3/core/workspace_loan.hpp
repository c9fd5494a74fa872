// SPDX-License-Identifier: MIT
// Lends the free part of a workspace for a scope.
#pragma once

#include <tc3/core/workspace.hpp>

#include <cstddef>
#include <span>

namespace tc3::inline v0_1 {

/// Lends the free memory of a workspace. Unless end() is called, as when an exception passes, the destructor gives the memory back, and all
/// that was taken since `before`.
class workspace_loan {
public:
    workspace_loan(workspace& space, const workspace::mark& before) noexcept : space_(space), before_(before), memory_(space.lend()) {}
    workspace_loan(const workspace_loan&) = delete;
    workspace_loan& operator=(const workspace_loan&) = delete;
    ~workspace_loan() {
        if (ended_) return;
        space_.take_back(0);
        space_.return_to(before_);
    }
    /// Keeps what was used of it.
    void end(std::size_t used) noexcept {
        ended_ = true;
        space_.take_back(used);
    }
    [[nodiscard]] std::span<char> memory() const noexcept { return memory_; }

private:
    workspace& space_;
    workspace::mark before_;
    std::span<char> memory_;
    bool ended_ = false;
};

}  // namespace tc3::inline v0_1
