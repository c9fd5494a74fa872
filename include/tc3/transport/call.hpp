// SPDX-License-Identifier: MIT
// Question in, answer out: make_request, your HTTP, parse_response.
#pragma once

#include <tc3/api/make_request.hpp>
#include <tc3/api/parse_response.hpp>
#include <tc3/transport/concept.hpp>

#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace tc3::inline v0_1 {

/// The longest text of a transport that a failure keeps.
inline constexpr std::size_t longest_transport_message = 256;

namespace detail {

/// A transport's text within its bound, cut between characters. Null, which C libraries have for "none", is empty.
template <class Text>
[[nodiscard]] std::string_view bounded_message(const Text& message) noexcept {
    if constexpr (std::is_convertible_v<const Text&, const char*>) {
        if (static_cast<const char*>(message) == nullptr) return {};
    }
    const std::string_view text = std::string_view(message).substr(0, longest_transport_message);
    return text.substr(0, find_invalid_utf8(text));
}

template <class Question, class Transport>
[[nodiscard]] result<answer_of_t<Question>, failure> exchange(Transport& send, const result<http::request, failure>& request) {
    if (!request) return unexpected(request.error());
    const auto response = send(request->view());
    if (response.has_value()) return parse_response<Question>(*response);

    const auto& fault = response.error();
    return unexpected(failure{.stage = stage::transport,
                              .transport_code = static_cast<std::int64_t>(fault.code),
                              .message = std::string(bounded_message(fault.message))});
}

}  // namespace detail

/// Asks a question over a transport that waits. One request, never repeated. Fails as make_request and parse_response do, and at stage
/// transport, with the transport's own number and text, when the HTTP stack fails.
template <transport Transport, has_answer Question, class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] result<answer_of_t<Question>, failure> call(Transport&& send, const Question& question, const client_profile_view& profile,
                                                          unix_time now, const request_options& options = {}, Policy&& policy = Policy{}) {
    return detail::exchange<Question>(send, make_request(question, profile, now, options, policy));
}

/// The same with a signer that holds the key elsewhere but answers at once.
template <transport Transport, has_answer Question, signing::signer Signer, class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] result<answer_of_t<Question>, failure> call(Transport&& send, const Question& question, const client_profile_view& profile,
                                                          unix_time now, const request_options& options, Signer&& signer,
                                                          Policy&& policy = Policy{}) {
    return detail::exchange<Question>(send, make_request(question, profile, now, options, signer, policy));
}

}  // namespace tc3::inline v0_1
