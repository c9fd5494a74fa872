// SPDX-License-Identifier: MIT
// A call over a transport that waits: make_request(), the transport, parse_response().
#pragma once

#include <tc3/api/client_profile.hpp>
#include <tc3/api/failure.hpp>
#include <tc3/api/make_request.hpp>
#include <tc3/api/parse_response.hpp>
#include <tc3/api/request_options.hpp>
#include <tc3/config.hpp>
#include <tc3/core/result.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/core/unix_time.hpp>
#include <tc3/crypto/sha256.hpp>
#include <tc3/http/request.hpp>
#include <tc3/signing/signer.hpp>
#include <tc3/transport/bounded_message.hpp>
#include <tc3/transport/concept.hpp>

#include <cstdint>
#include <string_view>
#include <utility>

namespace tc3::inline v0_1 {

/// Calls an action: sends one request and returns its output.
///
///     auto result = tc3::call(http, faceid::apply_liveness_token{.secure_level = "4"}, profile, now);
///
/// For an action that is known only at run time, send what make_request(action, content, ...) returns and use parse_envelope().
///
/// Errors: those of make_request() and parse_response(); stage `transport`, with number and text of the transport, if the transport returns
/// an error; not_allowed for a streamed body, which the transport would not have.
/// Cost: one request, which is never repeated; the memory of the request and the output.
template <transport Transport, has_owning_output Input, crypto::sha256_policy Policy = crypto::builtin_policy>
[[nodiscard]] call_result<Input> call(Transport&& send, const Input& input, const client_profile_view& profile, unix_time now,
                                      const request_options& options = {}, Policy&& policy = Policy{});

/// Calls an action with a request that `signer` signs: see make_request().
template <transport Transport, has_owning_output Input, signing::signer Signer, crypto::sha256_policy Policy = crypto::builtin_policy>
[[nodiscard]] call_result<Input> call(Transport&& send, const Input& input, const client_profile_view& profile, unix_time now,
                                      const request_options& options, Signer&& signer, Policy&& policy = Policy{});

namespace transport_detail {

/// Returns whether there is a request that has its whole body.
[[nodiscard]] inline bool is_sendable(const result<http::request, failure>& request) noexcept {
    return request.has_value() && request->view().streamed_body_size == 0;
}

/// Returns the failure of a request that is not sendable.
[[nodiscard]] TC3_NOINLINE inline failure unsendable_failure(result<http::request, failure>& request) {
    if (!request) return std::move(request).error();
    return {.stage = stage::request, .reason = {.code = errc::not_allowed, .part = "body"}};
}

[[nodiscard]] TC3_NOINLINE inline failure transport_failure(std::int64_t code, std::string_view message) {
    failure failed{.stage = stage::transport, .transport_code = code};
    sink_adapter(failed.message).append(message);
    return failed;
}

template <class Input, class Transport>
[[nodiscard]] call_result<Input> exchange(Transport& send, result<http::request, failure> request) {
    if (!is_sendable(request)) return {error_made_in_place, [&] { return unsendable_failure(request); }};
    const auto response = send(request->view());
    if (response.has_value()) return parse_response<Input>(*response);

    const auto& error = response.error();
    return {error_made_in_place, [&] { return transport_failure(static_cast<std::int64_t>(error.code), bounded_message(error.message)); }};
}

}  // namespace transport_detail

template <transport Transport, has_owning_output Input, crypto::sha256_policy Policy>
call_result<Input> call(Transport&& send, const Input& input, const client_profile_view& profile, unix_time now,
                        const request_options& options, Policy&& policy) {
    return transport_detail::exchange<Input>(send, make_request(input, profile, now, options, policy));
}

template <transport Transport, has_owning_output Input, signing::signer Signer, crypto::sha256_policy Policy>
call_result<Input> call(Transport&& send, const Input& input, const client_profile_view& profile, unix_time now,
                        const request_options& options, Signer&& signer, Policy&& policy) {
    return transport_detail::exchange<Input>(send, make_request(input, profile, now, options, signer, policy));
}

}  // namespace tc3::inline v0_1
