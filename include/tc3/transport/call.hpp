// SPDX-License-Identifier: MIT
// Question in, answer out: make_request, your HTTP, parse_response.
#pragma once

#include <tc3/api/make_request.hpp>
#include <tc3/api/parse_response.hpp>
#include <tc3/transport/bounded_message.hpp>
#include <tc3/transport/concept.hpp>

#include <concepts>
#include <cstdint>
#include <string>

namespace tc3::inline v0_1 {

namespace detail {

/// Why a request is not sent: it could not be made, or its body has to come from elsewhere, which a transport can't know.
template <class Outcome>
[[nodiscard]] Outcome not_sent(const result<http::request, failure>& request) {
    if (!request) return {unexpect, request.error()};
    return {unexpect, failure{.stage = stage::request, .cause = {.code = errc::not_allowed, .where = part::body}}};
}

template <class Question, class Transport>
[[nodiscard]] outcome_of<Question> exchange(Transport& send, const result<http::request, failure>& request) {
    if (!request || request->view().streamed_body != 0) return not_sent<outcome_of<Question>>(request);
    const auto response = send(request->view());
    if (response.has_value()) return parse_response<Question>(*response);

    const auto& fault = response.error();
    return unexpected(failure{.stage = stage::transport,
                              .transport_code = static_cast<std::int64_t>(fault.code),
                              .message = std::string(bounded_message(fault.message))});
}

}  // namespace detail

/// Asks a question over a transport that waits. One request, never repeated, its body with it: not with `stream_body`. Fails as
/// make_request and parse_response do, and at stage transport, with the transport's own number and text, when the HTTP stack fails.
template <transport Transport, has_owning_answer Question, class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] outcome_of<Question> call(Transport&& send, const Question& question, const client_profile_view& profile, unix_time now,
                                        const request_options& options = {}, Policy&& policy = Policy{}) {
    return detail::exchange<Question>(send, make_request(question, profile, now, options, policy));
}

/// The same with a signer that holds the key elsewhere but answers at once.
template <transport Transport, has_owning_answer Question, signing::signer Signer, class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] outcome_of<Question> call(Transport&& send, const Question& question, const client_profile_view& profile, unix_time now,
                                        const request_options& options, Signer&& signer, Policy&& policy = Policy{}) {
    return detail::exchange<Question>(send, make_request(question, profile, now, options, signer, policy));
}

}  // namespace tc3::inline v0_1
