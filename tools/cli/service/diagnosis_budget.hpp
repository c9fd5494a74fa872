// SPDX-License-Identifier: MIT
// How much time the signature doctor may take: requests are handled one at a time, so a client that signs wrongly must not stop the others.
#pragma once

#include <algorithm>
#include <chrono>

namespace tc3_cli {

/// A fifth of the time, and up to two seconds at once after a pause.
///
/// Use it in one thread at a time.
class diagnosis_budget {
public:
    using time_point = std::chrono::steady_clock::time_point;
    using duration = std::chrono::steady_clock::duration;

    /// Returns whether there is time for a diagnosis.
    [[nodiscard]] bool has_time(time_point now) {
        left_ = (std::min)(most, left_ + (now - counted_at_) / share);
        counted_at_ = now;
        return left_ > duration::zero();
    }
    void spend(duration taken) { left_ -= taken; }

private:
    static constexpr int share = 5;
    static constexpr duration most = std::chrono::seconds(2);

    duration left_ = most;
    time_point counted_at_ = std::chrono::steady_clock::now();
};

}  // namespace tc3_cli
