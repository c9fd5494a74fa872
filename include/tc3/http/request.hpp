// SPDX-License-Identifier: MIT
// A request that owns its text.
#pragma once

#include <tc3/config.hpp>
#include <tc3/http/layout.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace tc3::inline TC3_NAMESPACE::http {

/// A signed request in one string. It holds the session token and the body in plain text: keep it no longer than necessary.
class request {
public:
    request() noexcept = default;
    /// Takes the text of a request and the sizes of its parts.
    request(const request_layout& layout, std::string text) noexcept : layout_(layout), text_(std::move(text)) {}

    /// Returns the parts of the request.
    ///
    /// Lifetime: refers to this object, and is invalid after it is moved, assigned or destroyed.
    [[nodiscard]] request_view view() const& noexcept TC3_LIFETIMEBOUND { return view_of(layout_, text_); }
    request_view view() const&& = delete;

private:
    request_layout layout_;
    std::string text_;
};

}  // namespace tc3::inline TC3_NAMESPACE::http
