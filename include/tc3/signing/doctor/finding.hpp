// SPDX-License-Identifier: MIT
// What diagnose() returns: causes, each with its evidence.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/fixed_text.hpp>
#include <tc3/signing/doctor/cause.hpp>

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::signing {

/// The largest number of signatures that diagnose() computes.
inline constexpr std::size_t most_diagnosed_signatures = 40000;

/// The largest number of findings about one request.
inline constexpr std::size_t most_findings = 8;

/// The largest size of an evidence. A longer one is cut and ends with "...".
inline constexpr std::size_t longest_evidence = 200;

/// A cause, and how it was found. It holds no secret and nothing of the body.
struct finding {
    signing::cause cause = cause::unknown;
    bool is_certain = false;  ///< whether the signature fits with this cause, or the request shows it
    /// "with Content-Type `application/json` the signature fits"; may be empty. Text of the request in it is printable.
    fixed_text<longest_evidence> evidence;
};

/// The findings about one request, the most likely first; none if nothing is wrong with it.
class diagnosis {
public:
    [[nodiscard]] constexpr std::span<const finding> findings() const& noexcept TC3_LIFETIMEBOUND { return {findings_.data(), size_}; }
    std::span<const finding> findings() const&& = delete;
    [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }
    /// Returns how many signatures were computed.
    [[nodiscard]] constexpr std::size_t signatures() const noexcept { return signatures_; }

    /// Adds a finding unless its cause is there already or most_findings are.
    constexpr void add(const finding& next) noexcept {
        for (const finding& known : findings()) {
            if (known.cause == next.cause) return;
        }
        if (size_ < findings_.size()) findings_[size_++] = next;
    }
    constexpr void set_signatures(std::size_t count) noexcept { signatures_ = count; }

private:
    std::array<finding, most_findings> findings_{};
    std::size_t size_ = 0;
    std::size_t signatures_ = 0;
};

}  // namespace tc3::inline TC3_NAMESPACE::signing
