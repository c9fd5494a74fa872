// SPDX-License-Identifier: MIT
// A request that owns its text: one string and a few sizes.
#pragma once

#include <tc3/config.hpp>
#include <tc3/http/layout.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace tc3::inline v0_1::http {

/// A signed request, ready to send. Holds the session token and the body in plain text: keep it no longer than needed.
class request {
public:
    request() noexcept = default;
    request(const request_layout& layout, std::string text) noexcept : layout_(layout), text_(std::move(text)) {}

    /// Views into this object: valid while it lives unmoved.
    [[nodiscard]] request_view view() const& noexcept TC3_LIFETIMEBOUND { return view_of(layout_, text_); }
    request_view view() const&& = delete;

private:
    request_layout layout_;
    std::string text_;
};

}  // namespace tc3::inline v0_1::http
