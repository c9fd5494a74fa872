// SPDX-License-Identifier: MIT
// make_request() in memory of the caller: no heap, no string.
#pragma once

#include <tc3/api/client_profile.hpp>
#include <tc3/api/failure.hpp>
#include <tc3/api/input_ref.hpp>
#include <tc3/api/request_builder.hpp>
#include <tc3/api/request_options.hpp>
#include <tc3/config.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/result.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/core/unix_time.hpp>
#include <tc3/core/workspace.hpp>
#include <tc3/core/workspace_loan.hpp>
#include <tc3/crypto/sha256.hpp>
#include <tc3/http/layout.hpp>
#include <tc3/http/message.hpp>
#include <tc3/model/action.hpp>
#include <tc3/model/borrowed.hpp>
#include <tc3/signing/signer.hpp>
#include <tc3/validation/first_error.hpp>

#include <span>
#include <string_view>

namespace tc3::inline v0_1 {

using borrowed_failure = basic_failure<borrowed>;

/// Builds and signs a request in a workspace. With the option `stream_body` only the head takes memory.
///
/// Errors: those of make_request(); buffer_too_small, where `reason.needed` is the size of the workspace that suffices; in_use while
/// another call uses the workspace; not_allowed for a GET of a struct or of JSON, whose query would have to be sorted: pass a
/// request_content with its query. A failure leaves only its own text in the workspace.
/// Lifetime: the request is in the workspace until that is cleared.
/// Cost: no allocation.
template <has_action Input, crypto::sha256_policy Policy = crypto::builtin_policy>
[[nodiscard]] result<http::request_view, borrowed_failure> make_request_into(workspace& space TC3_LIFETIMEBOUND, const Input& input,
                                                                             const client_profile_view& profile, unix_time now,
                                                                             const request_options& options = {},
                                                                             Policy&& policy = Policy{});

/// Builds and signs the request for an action that is known only at run time.
template <json_or_content Content, crypto::sha256_policy Policy = crypto::builtin_policy>
[[nodiscard]] result<http::request_view, borrowed_failure> make_request_into(workspace& space TC3_LIFETIMEBOUND, const action& action,
                                                                             const Content& content, const client_profile_view& profile,
                                                                             unix_time now, const request_options& options = {},
                                                                             Policy&& policy = Policy{});

/// Builds the request for a described struct and lets `signer` sign it. Of the credential of the profile only the token is used.
template <has_action Input, signing::signer Signer, crypto::sha256_policy Policy = crypto::builtin_policy>
[[nodiscard]] result<http::request_view, borrowed_failure> make_request_into(workspace& space TC3_LIFETIMEBOUND, const Input& input,
                                                                             const client_profile_view& profile, unix_time now,
                                                                             const request_options& options, Signer&& signer,
                                                                             Policy&& policy = Policy{});

/// Builds the request for an action that is known only at run time and lets `signer` sign it.
template <json_or_content Content, signing::signer Signer, crypto::sha256_policy Policy = crypto::builtin_policy>
[[nodiscard]] result<http::request_view, borrowed_failure> make_request_into(workspace& space TC3_LIFETIMEBOUND, const action& action,
                                                                             const Content& content, const client_profile_view& profile,
                                                                             unix_time now, const request_options& options, Signer&& signer,
                                                                             Policy&& policy = Policy{});

/// Writes and signs a request in a workspace and sets `request`: make_request_into() for callers within tc3. `signer` is one signer, whose
/// id the profile must have, or nothing.
///
/// Errors: returns the error, or errc::none after `request` was set. The name in an error is in the workspace, if there is room for it.
template <class Policy, class... Signer>
[[nodiscard]] TC3_NOINLINE error write_request(http::request_view& request, workspace& space, const action& action, const input_ref& input,
                                               const client_profile_view& profile, unix_time now, const request_options& options,
                                               Policy& policy, Signer&... signer);

/// Sets a failure at stage `request` from an error that write_request() returned.
TC3_NOINLINE inline void set_reason(borrowed_failure& failed, const error& error) noexcept {
    failed.reason = error;
    failed.reason.name = {};
    failed.field = error.name;
}

namespace api_detail {

/// Writes the body. If a field is wrong, its path goes to the front of `memory`, where the request is no longer needed.
template <class Policy>
TC3_NOINLINE void write_body_into(first_error& errors, request_builder& builder, any_sink& out, Policy& policy, std::span<char> memory) {
    buffer_sink path(memory);
    sink_adapter field(path);
    builder.write_body(errors, out, policy, field);
    if (path.complete()) errors.set_field(path.view());
}

template <class... Arguments>
[[nodiscard]] result<http::request_view, borrowed_failure> make_in_workspace(workspace& space, Arguments&&... arguments) {
    result<http::request_view, borrowed_failure> request(made_in_place, [] { return http::request_view{}; });
    const error reason = write_request(*request, space, arguments...);
    if (reason.code != errc::none) set_reason(request.emplace_error(), reason);
    return request;
}

}  // namespace api_detail

template <class Policy, class... Signer>
error write_request(http::request_view& request, workspace& space, const action& action, const input_ref& input,
                    const client_profile_view& profile, unix_time now, const request_options& options, Policy& policy, Signer&... signer) {
    error reason;  // the only object that is returned, so that it is made in place
    if (space.is_lent()) {
        reason = {.code = errc::in_use, .part = "workspace"};
        return reason;
    }
    const workspace::mark before = space.current_mark();
    workspace_loan loan(space, before);
    buffer_sink text(loan.memory());
    sink_adapter out(text);
    api_detail::request_builder builder(action, input, profile, now, options);

    first_error errors;
    if (options.method == http::method::get && input.is_json()) errors.add(errc::not_allowed, "method");
    if (errors.ok()) builder.check_parts(errors);
    if (errors.ok()) api_detail::write_body_into(errors, builder, out, policy, loan.memory());
    if (errors.ok()) {
        builder.write_head(out);
        builder.write_authorization(errors, out, policy, signer...);
    }
    loan.end(text.needed());
    if (!space.complete()) errors.add(space.shortage());
    if (errors.ok()) {
        request = http::view_of(builder.layout(), text.view());
        return reason;
    }
    space.return_to(before);
    reason = errors.error();
    // The name may be in the memory that has just been given back: keep() allows that.
    reason.name = reason.name.size() <= space.available() ? space.keep(reason.name) : std::string_view{};
    return reason;
}

template <has_action Input, crypto::sha256_policy Policy>
result<http::request_view, borrowed_failure> make_request_into(workspace& space, const Input& input, const client_profile_view& profile,
                                                               unix_time now, const request_options& options, Policy&& policy) {
    return api_detail::make_in_workspace(space, action_of<Input>, input_ref::of(input), profile, now, options, policy);
}

template <json_or_content Content, crypto::sha256_policy Policy>
result<http::request_view, borrowed_failure> make_request_into(workspace& space, const action& action, const Content& content,
                                                               const client_profile_view& profile, unix_time now,
                                                               const request_options& options, Policy&& policy) {
    return api_detail::make_in_workspace(space, action, input_ref::of(content), profile, now, options, policy);
}

template <has_action Input, signing::signer Signer, crypto::sha256_policy Policy>
result<http::request_view, borrowed_failure> make_request_into(workspace& space, const Input& input, const client_profile_view& profile,
                                                               unix_time now, const request_options& options, Signer&& signer,
                                                               Policy&& policy) {
    const auto& secret_id = signer.secret_id();  // a reference: see signing::has_secret_id
    return api_detail::make_in_workspace(space, action_of<Input>, input_ref::of(input), with_id(profile, secret_id), now, options, policy,
                                         signer);
}

template <json_or_content Content, signing::signer Signer, crypto::sha256_policy Policy>
result<http::request_view, borrowed_failure> make_request_into(workspace& space, const action& action, const Content& content,
                                                               const client_profile_view& profile, unix_time now,
                                                               const request_options& options, Signer&& signer, Policy&& policy) {
    const auto& secret_id = signer.secret_id();  // a reference: see signing::has_secret_id
    return api_detail::make_in_workspace(space, action, input_ref::of(content), with_id(profile, secret_id), now, options, policy, signer);
}

}  // namespace tc3::inline v0_1
