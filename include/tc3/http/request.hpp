// SPDX-License-Identifier: MIT
// A request that owns its text: one string and a few sizes.
#pragma once

#include <tc3/config.hpp>
#include <tc3/http/message.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace tc3::inline v0_1::http {

/// Where the parts of a request lie in one text, in this order. Written by make_request().
struct request_layout {
    http::method method = http::method::post;
    std::size_t body = 0;
    std::size_t scheme = 0;
    std::size_t host = 0;
    std::size_t connect_to = 0;
    std::size_t target = 0;
    std::size_t headers = 0;
};

[[nodiscard]] constexpr request_view view_of(const request_layout& layout, std::string_view text) noexcept {
    const auto take = [&text](std::size_t size) {
        const std::string_view taken = text.substr(0, size);
        text.remove_prefix(taken.size());
        return taken;
    };
    request_view view;
    view.method = layout.method;
    view.body = take(layout.body);
    view.scheme = take(layout.scheme);
    view.host = take(layout.host);
    view.connect_to = take(layout.connect_to);
    view.target = take(layout.target);
    view.headers = header_list(take(layout.headers));
    return view;
}

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
