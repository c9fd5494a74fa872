// SPDX-License-Identifier: MIT
// Input in, answer out: make_request, your HTTP, parse_response.
#pragma once

#include <tc3/api/make_request.hpp>
#include <tc3/api/parse_response.hpp>
#include <tc3/core/text_literal.hpp>
#include <tc3/transport/bounded_message.hpp>
#include <tc3/transport/concept.hpp>

#include <concepts>
#include <cstdint>
#include <string_view>
#include <utility>

namespace tc3::inline v0_1 {

namespace transport_detail {

/// Whether a request was made, and with its body: one that has to come from elsewhere is nothing that a transport can know.
[[nodiscard]] inline bool can_be_sent(const result<http::request, failure>& request) noexcept {
    return request.has_value() && (*request).view().streamed_body == 0;
}

/// Why it can't.
[[nodiscard]] TC3_NOINLINE inline failure why_not_sent(result<http::request, failure>& request) {
    if (!request) return std::move(request).error();
    return {.stage = stage::request, .reason = {.code = errc::not_allowed, .part = "body"}};
}

[[nodiscard]] TC3_NOINLINE inline failure transport_failure(std::int64_t code, std::string_view message) {
    failure why{.stage = stage::transport, .transport_code = code};
    sink_adapter(why.message).append(message);
    return why;
}

template <class Input, class Transport>
[[nodiscard]] call_result<Input> exchange(Transport& send, result<http::request, failure> request) {
    if (!can_be_sent(request)) return {error_made_in_place, [&] { return why_not_sent(request); }};
    const auto response = send(request->view());
    if (response.has_value()) return parse_response<Input>(*response);

    const auto& error = response.error();
    return {error_made_in_place, [&] { return transport_failure(static_cast<std::int64_t>(error.code), bounded_message(error.message)); }};
}

}  // namespace transport_detail

/// Asks an input over a transport that waits. One request, never repeated, its body with it: not with `stream_body`. Fails as
/// make_request and parse_response do, and at stage transport, with the transport's own number and text, when the HTTP stack fails.
template <transport Transport, has_owning_output Input, class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] call_result<Input> call(Transport&& send, const Input& input, const client_profile_view& profile, unix_time now,
                                      const request_options& options = {}, Policy&& policy = Policy{}) {
    return transport_detail::exchange<Input>(send, make_request(input, profile, now, options, policy));
}

/// The same with a signer that holds the key elsewhere but answers at once.
template <transport Transport, has_owning_output Input, signing::signer Signer, class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] call_result<Input> call(Transport&& send, const Input& input, const client_profile_view& profile, unix_time now,
                                      const request_options& options, Signer&& signer, Policy&& policy = Policy{}) {
    return transport_detail::exchange<Input>(send, make_request(input, profile, now, options, signer, policy));
}

}  // namespace tc3::inline v0_1
