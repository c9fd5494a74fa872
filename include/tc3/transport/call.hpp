// SPDX-License-Identifier: MIT
// A call over a transport that waits: make_request(), the transport, parse_response().
#pragma once

#include <tc3/api/client_profile.hpp>
#include <tc3/api/failure.hpp>
#include <tc3/api/input_ref.hpp>
#include <tc3/api/make_request.hpp>
#include <tc3/api/parse_response.hpp>
#include <tc3/api/request_options.hpp>
#include <tc3/api/response_options.hpp>
#include <tc3/config.hpp>
#include <tc3/core/result.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/core/unix_time.hpp>
#include <tc3/http/request.hpp>
#include <tc3/transport/bounded_message.hpp>
#include <tc3/transport/call_mistake.hpp>
#include <tc3/transport/concept.hpp>
#include <tc3/transport/streamed_body.hpp>

#include <cstdint>
#include <string_view>
#include <utility>

namespace tc3::inline TC3_NAMESPACE {

/// Calls an action: sends one request and returns its output. The output of an untyped_input is an owned_envelope. `reading_options` says
/// how the response is read.
///
///     auto token = tc3::call(http, faceid::apply_liveness_token{.secure_level = "4"}, profile, now);
///     auto zones = tc3::call(http, {describe_zones, R"({"Limit":10})"}, profile, now);
///
/// Errors: those of make_request() and parse_response(); stage `transport`, with number, text and `never_sent` of the transport, if the
/// transport returns an error; not_allowed for a streamed body, which the transport would not have.
/// Cost: one request, which is never repeated; the memory of the request and the output.
template <transport Transport, has_owning_output Input = untyped_input>
[[nodiscard]] call_result<Input> call(Transport&& send, const Input& input, const client_profile_view& profile, unix_time now,
                                      const request_options& options = {}, const response_options& reading_options = {});
/// Not defined: stop the compiler with a sentence about the argument that does not fit.
template <class Transport, class Input = untyped_input, class Profile = client_profile_view, class Now = unix_time>
    requires(!(transport<Transport> && has_owning_output<Input> && profile_and_time<Profile, Now>))
call_mistake<Transport, Input, Profile, Now> call(Transport&& send, const Input& input, Profile&& profile, Now&& now,
                                                  const request_options& options = {}, const response_options& reading_options = {});
template <class Transport, class Input = untyped_input, class Profile = client_profile_view>
incomplete_call<Transport> call(Transport&& send, const Input& input, Profile&& profile);

namespace transport_detail {

/// Makes a request that has its whole body. Nothing is signed with the option `stream_body`.
[[nodiscard]] result<http::request, failure> make_whole_request(const input_ref& input, const client_profile_view& profile, unix_time now,
                                                                const request_options& options);
/// Replaces a request whose body would have to be streamed by a failure.
[[nodiscard]] result<http::request, failure> require_whole(result<http::request, failure> request);
[[nodiscard]] failure transport_failure(std::int64_t code, std::string_view message, bool never_sent);
/// Moves the failure out of a request. Compiled once, not for each action and each transport.
[[nodiscard]] failure take_failure(result<http::request, failure>& request);

}  // namespace transport_detail

template <transport Transport, has_owning_output Input>
call_result<Input> call(Transport&& send, const Input& input, const client_profile_view& profile, unix_time now,
                        const request_options& options, const response_options& reading_options) {
    auto request = transport_detail::make_whole_request(input, profile, now, options);
    if (!request) return {error_made_in_place, [&] { return transport_detail::take_failure(request); }};
    const auto response = send(request->view());
    if (response.has_value()) return parse_response<Input>(*response, reading_options);

    const auto& error = response.error();
    const auto code = static_cast<std::int64_t>(error.code);
    const bool never_sent = transport_detail::was_never_sent(error);
    return {error_made_in_place,
            [&] { return transport_detail::transport_failure(code, transport_detail::bounded_message(error.message), never_sent); }};
}

}  // namespace tc3::inline TC3_NAMESPACE

#if defined(TC3_BODIES)

namespace tc3::inline TC3_NAMESPACE::transport_detail {

TC3_NOINLINE TC3_FUNCTION result<http::request, failure> make_whole_request(const input_ref& input, const client_profile_view& profile,
                                                                            unix_time now, const request_options& options) {
    if (options.stream_body) return unexpected(failure{.stage = stage::request, .reason = streamed_body});
    return make_request(input, profile, now, options);
}

TC3_FUNCTION result<http::request, failure> require_whole(result<http::request, failure> request) {
    if (request.has_value() && request->view().streamed_body_size != 0) {
        request.emplace_error() = {.stage = stage::request, .reason = streamed_body};
    }
    return request;
}

TC3_NOINLINE TC3_FUNCTION failure take_failure(result<http::request, failure>& request) { return std::move(request).error(); }

TC3_NOINLINE TC3_FUNCTION failure transport_failure(std::int64_t code, std::string_view message, bool never_sent) {
    failure failed{.stage = stage::transport, .never_sent = never_sent, .transport_code = code};
    sink_adapter(failed.message).append(message);
    return failed;
}

}  // namespace tc3::inline TC3_NAMESPACE::transport_detail

#endif  // TC3_BODIES
