// SPDX-License-Identifier: MIT
// The parts of a request that is packed into one text.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/slice.hpp>
#include <tc3/http/message.hpp>

#include <cstddef>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::http {

/// The sizes of the parts of a request. The text consists of body, scheme, host, connect_to and target in this order, without separators,
/// and of the packed headers, which take the rest.
struct request_layout {
    http::method method = http::method::post;
    std::size_t body = 0;
    std::size_t scheme = 0;
    std::size_t host = 0;
    std::size_t connect_to = 0;
    std::size_t target = 0;
    std::size_t streamed_body_size = 0;  ///< the size of a body outside the text, which the program sends itself
};

/// Sets a view to the request in a text. A text that is shorter than its layout gives shorter parts.
///
/// Lifetime: the view refers to the text.
constexpr void set_view(request_view& view, const request_layout& layout, std::string_view text) noexcept {
    const auto take = [&text](std::size_t size) {
        const std::string_view part = slice(text, 0, size);
        text.remove_prefix(part.size());
        return part;
    };
    view.method = layout.method;
    view.body = take(layout.body);
    view.streamed_body_size = layout.streamed_body_size;
    view.scheme = take(layout.scheme);
    view.host = take(layout.host);
    view.connect_to = take(layout.connect_to);
    view.target = take(layout.target);
    view.headers = header_list(text);
}

/// Returns the request in a text: see set_view().
///
/// Lifetime: refers to the text.
[[nodiscard]] constexpr request_view view_of(const request_layout& layout, std::string_view text TC3_LIFETIMEBOUND) noexcept {
    request_view view;
    set_view(view, layout, text);
    return view;
}

}  // namespace tc3::inline TC3_NAMESPACE::http
