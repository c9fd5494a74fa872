// SPDX-License-Identifier: MIT
// make_request in memory of the caller's: no heap, no string.
#pragma once

#include <tc3/api/failure.hpp>
#include <tc3/api/request_builder.hpp>
#include <tc3/core/text_literal.hpp>
#include <tc3/core/workspace.hpp>
#include <tc3/core/workspace_loan.hpp>
#include <tc3/crypto/sha256.hpp>
#include <tc3/http/layout.hpp>
#include <tc3/model/borrowed.hpp>
#include <tc3/signing/signer.hpp>

#include <span>
#include <string_view>

namespace tc3::inline v0_1 {

using borrowed_failure = basic_failure<borrowed>;

/// Builds and signs a request in a workspace, where it stays until that is cleared. With `stream_body` only the head takes room.
/// Fails as make_request does; with errc::buffer_too_small, whose `reason.needed` is the size that would do; with errc::in_use while the
/// workspace is lent to another call; and with errc::not_allowed for GET of an input or of JSON, whose query has to be sorted: only
/// content that brings its query can be sent by GET from here. A failure leaves nothing in the workspace but its own text.
template <described_action Input, class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] result<http::request_view, borrowed_failure> make_request_into(workspace& space TC3_LIFETIMEBOUND, const Input& input,
                                                                             const client_profile_view& profile, unix_time now,
                                                                             const request_options& options = {},
                                                                             Policy&& policy = Policy{});

/// The same for an action known only at run time.
template <content_of_request Content, class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] result<http::request_view, borrowed_failure> make_request_into(workspace& space TC3_LIFETIMEBOUND, const action& what,
                                                                             const Content& content, const client_profile_view& profile,
                                                                             unix_time now, const request_options& options = {},
                                                                             Policy&& policy = Policy{});

/// The same with a signer that holds the key elsewhere but answers at once. Of the profile's credential only the token is used.
template <described_action Input, signing::signer Signer, class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] result<http::request_view, borrowed_failure> make_request_into(workspace& space TC3_LIFETIMEBOUND, const Input& input,
                                                                             const client_profile_view& profile, unix_time now,
                                                                             const request_options& options, Signer&& signer,
                                                                             Policy&& policy = Policy{});

/// The same for an action known only at run time.
template <content_of_request Content, signing::signer Signer, class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] result<http::request_view, borrowed_failure> make_request_into(workspace& space TC3_LIFETIMEBOUND, const action& what,
                                                                             const Content& content, const client_profile_view& profile,
                                                                             unix_time now, const request_options& options, Signer&& signer,
                                                                             Policy&& policy = Policy{});

namespace api_detail {

/// Writes the body, or the path of a field that is at fault, to the memory that the request does not need any more.
template <class Policy>
TC3_NOINLINE void write_body_into(first_error& errors, request_builder& builder, any_sink& out, const input_ref& content, Policy& policy,
                                  std::span<char> memory) {
    buffer_sink path(memory);
    sink_adapter field(path);
    builder.write_body(errors, out, content, policy, field);
    if (path.complete()) errors.set_field(path.view());
}

}  // namespace api_detail

/// Writes and signs a request in a workspace: what make_request_into() does, without a result that is copied. `signer` is one signer or
/// none. Returns errc::none, or the error with its name in the workspace if there is room.
template <class Policy, class... Signer>
[[nodiscard]] TC3_NOINLINE error write_request(http::request_view& request, workspace& space, const action& what, const input_ref& content,
                                               const client_profile_view& profile, unix_time now, const request_options& options,
                                               Policy& policy, Signer&... signer) {
    if (space.is_lent()) return {.code = errc::in_use, .part = "workspace"};
    const workspace::mark before = space.position();
    workspace_loan loan(space, before);
    buffer_sink text(loan.memory());
    sink_adapter out(text);
    api_detail::request_builder builder(what, content, profile, now, options);

    first_error errors;
    if (options.method == http::method::get && content.is_json()) errors.add(errc::not_allowed, "method");
    builder.validate(errors);
    if (errors.ok()) api_detail::write_body_into(errors, builder, out, content, policy, loan.memory());
    if (errors.ok()) {
        builder.write_head(out);
        builder.write_authorization(errors, out, signer..., policy);
    }
    loan.end(text.needed());
    if (!space.complete()) errors.add(space.shortage());
    if (errors.ok()) {
        request = http::view_of(builder.layout(), text.view());
        return {};
    }
    space.return_to(before);
    error error = errors.error();
    error.name = error.name.size() <= space.available() ? space.keep(error.name) : std::string_view{};
    return error;
}

/// Makes a failure at stage request of an error that write_request() returned.
TC3_NOINLINE inline void set_reason(borrowed_failure& failed, const error& error) noexcept {
    failed.reason = error;
    failed.reason.name = {};
    failed.field = error.name;
}

namespace api_detail {

template <class... Arguments>
[[nodiscard]] result<http::request_view, borrowed_failure> made_in(workspace& space, Arguments&&... arguments) {
    result<http::request_view, borrowed_failure> made(made_in_place, [] { return http::request_view{}; });
    const error error = write_request(*made, space, arguments...);
    if (error.code != errc::none) set_reason(made.emplace_error(), error);
    return made;
}

}  // namespace api_detail

template <described_action Input, class Policy>
    requires crypto::sha256_policy<Policy>
result<http::request_view, borrowed_failure> make_request_into(workspace& space, const Input& input, const client_profile_view& profile,
                                                               unix_time now, const request_options& options, Policy&& policy) {
    const auto content = input_ref::of(input);
    return api_detail::made_in(space, action_of<Input>, content, profile, now, options, policy);
}

template <content_of_request Content, class Policy>
    requires crypto::sha256_policy<Policy>
result<http::request_view, borrowed_failure> make_request_into(workspace& space, const action& what, const Content& content,
                                                               const client_profile_view& profile, unix_time now,
                                                               const request_options& options, Policy&& policy) {
    return api_detail::made_in(space, what, input_ref::of(content), profile, now, options, policy);
}

template <described_action Input, signing::signer Signer, class Policy>
    requires crypto::sha256_policy<Policy>
result<http::request_view, borrowed_failure> make_request_into(workspace& space, const Input& input, const client_profile_view& profile,
                                                               unix_time now, const request_options& options, Signer&& signer,
                                                               Policy&& policy) {
    const auto& secret_id = signer.secret_id();  // may be a text of its own, which lives until the end
    const client_profile_view who = with_id(profile, secret_id);
    const auto content = input_ref::of(input);
    return api_detail::made_in(space, action_of<Input>, content, who, now, options, policy, signer);
}

template <content_of_request Content, signing::signer Signer, class Policy>
    requires crypto::sha256_policy<Policy>
result<http::request_view, borrowed_failure> make_request_into(workspace& space, const action& what, const Content& content,
                                                               const client_profile_view& profile, unix_time now,
                                                               const request_options& options, Signer&& signer, Policy&& policy) {
    const auto& secret_id = signer.secret_id();  // likewise
    const client_profile_view who = with_id(profile, secret_id);
    return api_detail::made_in(space, what, input_ref::of(content), who, now, options, policy, signer);
}

}  // namespace tc3::inline v0_1
