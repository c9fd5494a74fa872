// SPDX-License-Identifier: MIT
// make_request in memory of the caller's: no heap, no string.
#pragma once

#include <tc3/model/borrowed.hpp>
#include <tc3/api/failure.hpp>
#include <tc3/api/request_builder.hpp>
#include <tc3/core/workspace.hpp>
#include <tc3/crypto/sha256.hpp>
#include <tc3/http/layout.hpp>
#include <tc3/signing/signer.hpp>

#include <span>
#include <string_view>

namespace tc3::inline v0_1 {

using borrowed_failure = basic_failure<borrowed>;

/// Builds and signs a request in a workspace, where it stays until that is cleared. With `stream_body` only the head takes room.
/// Fails as make_request does; with errc::buffer_too_small, whose `cause.at` is the size that would do; with errc::in_use while the
/// workspace is lent to another call; and with errc::not_allowed for GET of a question or of JSON, whose query has to be sorted: only
/// content that brings its query can be sent by GET from here. A failure leaves nothing in the workspace but its own text.
template <described_action Question, class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] result<http::request_view, borrowed_failure> make_request_into(workspace& space TC3_LIFETIMEBOUND, const Question& question,
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
template <described_action Question, signing::signer Signer, class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] result<http::request_view, borrowed_failure> make_request_into(workspace& space TC3_LIFETIMEBOUND, const Question& question,
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

namespace detail {

/// Writes the body, or the path of a field that is at fault, to the memory that the request does not need any more.
template <class Policy>
TC3_NOINLINE void write_body_into(first_fault& rules, request_builder& builder, any_sink& out, const content_ref& content, Policy& policy,
                                  std::span<char> memory) {
    buffer_sink path(memory);
    sink_adapter field(path);
    builder.write_body(rules, out, content, policy, field);
    if (path.complete()) rules.set_name(path.view());
}

/// Signs with the profile's key, or with a signer. What it needs on the stack is gone when the request is sent. The name in a fault is
/// kept at the front of the workspace, if there is room.
template <class Policy, class... Signer>
[[nodiscard]] TC3_NOINLINE error make_into(http::request_view& made, workspace& space, const action& what, const content_ref& content,
                                           const client_profile_view& profile, unix_time now, const request_options& options,
                                           Policy& policy, Signer&... signer) {
    if (space.is_lent()) return {.code = errc::in_use, .where = part::workspace};
    const workspace::mark before = space.position();
    workspace_loan loan(space, before);
    buffer_sink text(loan.memory());
    sink_adapter out(text);
    request_builder builder(what, content, profile, now, options);

    first_fault rules;
    if (options.method == http::method::get && content.is_json()) rules.add(errc::not_allowed, part::method);
    builder.validate(rules);
    if (rules.ok()) write_body_into(rules, builder, out, content, policy, loan.memory());
    if (rules.ok()) {
        builder.write_head(out);
        builder.write_authorization(rules, out, signer..., policy);
    }
    loan.end(text.needed());
    if (!space.complete()) rules.add(space.shortage());
    if (rules.ok()) {
        made = http::view_of(builder.layout(), text.view());
        return {};
    }
    space.return_to(before);
    error fault = rules.fault();
    fault.name = fault.name.size() <= space.available() ? space.keep(fault.name) : std::string_view{};
    return fault;
}

/// A fault of make_into() as a failure.
TC3_NOINLINE inline void tell_fault(borrowed_failure& why, const error& fault) noexcept {
    why.cause = fault;
    why.cause.name = {};
    why.field = fault.name;
}

template <class... Arguments>
[[nodiscard]] result<http::request_view, borrowed_failure> made_in(workspace& space, Arguments&&... arguments) {
    result<http::request_view, borrowed_failure> made(made_in_place, [] { return http::request_view{}; });
    const error fault = make_into(*made, space, arguments...);
    if (fault.code != errc::none) tell_fault(made.emplace_error(), fault);
    return made;
}

}  // namespace detail

template <described_action Question, class Policy>
    requires crypto::sha256_policy<Policy>
result<http::request_view, borrowed_failure> make_request_into(workspace& space, const Question& question,
                                                               const client_profile_view& profile, unix_time now,
                                                               const request_options& options, Policy&& policy) {
    const auto content = detail::content_ref::of(question);
    return detail::made_in(space, action_of<Question>, content, profile, now, options, policy);
}

template <content_of_request Content, class Policy>
    requires crypto::sha256_policy<Policy>
result<http::request_view, borrowed_failure> make_request_into(workspace& space, const action& what, const Content& content,
                                                               const client_profile_view& profile, unix_time now,
                                                               const request_options& options, Policy&& policy) {
    return detail::made_in(space, what, detail::content_ref::of(content), profile, now, options, policy);
}

template <described_action Question, signing::signer Signer, class Policy>
    requires crypto::sha256_policy<Policy>
result<http::request_view, borrowed_failure> make_request_into(workspace& space, const Question& question,
                                                               const client_profile_view& profile, unix_time now,
                                                               const request_options& options, Signer&& signer, Policy&& policy) {
    const auto& secret_id = signer.secret_id();  // may be a text of its own, which lives until the end
    const client_profile_view who = detail::with_id(profile, secret_id);
    const auto content = detail::content_ref::of(question);
    return detail::made_in(space, action_of<Question>, content, who, now, options, policy, signer);
}

template <content_of_request Content, signing::signer Signer, class Policy>
    requires crypto::sha256_policy<Policy>
result<http::request_view, borrowed_failure> make_request_into(workspace& space, const action& what, const Content& content,
                                                               const client_profile_view& profile, unix_time now,
                                                               const request_options& options, Signer&& signer, Policy&& policy) {
    const auto& secret_id = signer.secret_id();  // likewise
    const client_profile_view who = detail::with_id(profile, secret_id);
    return detail::made_in(space, what, detail::content_ref::of(content), who, now, options, policy, signer);
}

}  // namespace tc3::inline v0_1
