// SPDX-License-Identifier: MIT
// Lends the free memory of a workspace for a scope.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/workspace.hpp>

#include <cstddef>
#include <span>

namespace tc3::inline TC3_NAMESPACE {

/// The free memory of a workspace, lent from construction to end(). Without a call of end(), as when an exception passes, the destructor
/// ends the loan and returns the workspace to `before`, which may be an older mark: then what was taken before the loan is given back too.
///
/// Lifetime: refers to `space`.
class workspace_loan {
public:
    workspace_loan(workspace& space TC3_LIFETIMEBOUND, const workspace::mark& before) noexcept
        : space_(space), before_(before), memory_(space.lend()) {}
    workspace_loan(const workspace_loan&) = delete;
    workspace_loan& operator=(const workspace_loan&) = delete;
    ~workspace_loan() {
        if (ended_) return;
        space_.end_loan(0);
        space_.return_to(before_);
    }
    /// Ends the loan and takes the first `size` bytes of the memory: see workspace::end_loan().
    void end(std::size_t size) noexcept {
        ended_ = true;
        space_.end_loan(size);
    }
    /// Returns the memory that was lent.
    [[nodiscard]] std::span<char> memory() const noexcept { return memory_; }

private:
    workspace& space_;
    workspace::mark before_;
    std::span<char> memory_;
    bool ended_ = false;
};

}  // namespace tc3::inline TC3_NAMESPACE
