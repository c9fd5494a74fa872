// SPDX-License-Identifier: MIT
// A request in one piece of text: where its parts lie in it.
#pragma once

#include <tc3/core/slice.hpp>
#include <tc3/http/message.hpp>

#include <cstddef>
#include <string_view>

namespace tc3::inline v0_1::http {

/// The sizes of the parts of a request, which lie in one text in this order; the headers are the rest. Written by make_request() and its
/// sisters.
struct request_layout {
    http::method method = http::method::post;
    std::size_t body = 0;
    std::size_t scheme = 0;
    std::size_t host = 0;
    std::size_t connect_to = 0;
    std::size_t target = 0;
    std::size_t streamed_body = 0;  ///< of one that lies elsewhere
};

[[nodiscard]] constexpr request_view view_of(const request_layout& layout, std::string_view text) noexcept {
    const auto take = [&text](std::size_t size) {
        const std::string_view taken = slice(text, 0, size);
        text.remove_prefix(taken.size());
        return taken;
    };
    request_view view;
    view.method = layout.method;
    view.body = take(layout.body);
    view.streamed_body = layout.streamed_body;
    view.scheme = take(layout.scheme);
    view.host = take(layout.host);
    view.connect_to = take(layout.connect_to);
    view.target = take(layout.target);
    view.headers = header_list(text);
    return view;
}

}  // namespace tc3::inline v0_1::http
