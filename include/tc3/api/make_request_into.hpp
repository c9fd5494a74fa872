// SPDX-License-Identifier: MIT
// make_request in memory of the caller's: no heap, no string.
#pragma once

#include <tc3/api/borrowed.hpp>
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
/// workspace is lent to another call; and with errc::not_allowed for GET with parameters, whose query has to be sorted: only content that
/// brings its query can be sent by GET from here. A failure leaves nothing in the workspace but its own text.
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

using made_request = result<http::request_view, borrowed_failure>;

/// A fault as a failure. The text of its field or header is kept at the front of the workspace, if there is room.
[[nodiscard]] TC3_NOINLINE inline made_request refuse_into(workspace& space, const error& fault, std::string_view field) noexcept {
    borrowed_failure why{.stage = stage::request, .cause = fault};
    why.cause.name = {};
    if (field.size() <= space.available()) why.field = space.keep(field);
    return {unexpect, why};
}

/// Writes the body, and leaves the path of a field that is at fault in the memory that the request does not need any more.
template <class Policy>
[[nodiscard]] TC3_NOINLINE error write_body_into(request_builder& builder, any_sink& out, const content_ref& content, Policy& policy,
                                                 std::span<char> memory, std::string_view& field) {
    field_path path;
    const error fault = builder.write_body(out, content, policy, path);
    if (fault.code == errc::none) return fault;
    buffer_sink kept(memory);
    kept.append(path.view());
    if (kept.complete()) field = kept.view();
    return fault;
}

/// Signs with the profile's key, or with a signer. What it needs on the stack is gone when the request is sent.
template <class Policy, class... Signer>
[[nodiscard]] TC3_NOINLINE made_request make_into(workspace& space, const action& what, const content_ref& content,
                                                  const client_profile_view& profile, unix_time now, const request_options& options,
                                                  Policy& policy, Signer&... signer) {
    if (space.is_lent()) return refuse_into(space, {.code = errc::in_use, .where = part::workspace}, {});
    const workspace::mark before = space.position();
    workspace_loan loan(space);
    buffer_sink text(loan.memory());
    sink_adapter out(text);
    request_builder builder(what, content, profile, now, options);

    error fault = builder.validate();
    if (options.method == http::method::get && content.is_json()) fault = {.code = errc::not_allowed, .where = part::method};
    std::string_view field = fault.name;
    if (fault.code == errc::none) fault = write_body_into(builder, out, content, policy, loan.memory(), field);
    if (fault.code == errc::none) {
        builder.write_head(out);
        fault = builder.write_authorization(out, signer..., policy);
    }
    loan.end(text.needed());
    if (fault.code == errc::none && !space.complete()) fault = space.shortage();
    if (fault.code == errc::none) {
        return {made_in_place, [&] { return http::view_of(builder.layout(), text.view()); }};
    }
    space.return_to(before);
    return refuse_into(space, fault, field);
}

}  // namespace detail

template <described_action Question, class Policy>
    requires crypto::sha256_policy<Policy>
result<http::request_view, borrowed_failure> make_request_into(workspace& space, const Question& question,
                                                               const client_profile_view& profile, unix_time now,
                                                               const request_options& options, Policy&& policy) {
    const auto content = detail::content_ref::of(question);
    return detail::make_into(space, action_of<Question>, content, profile, now, options, policy);
}

template <content_of_request Content, class Policy>
    requires crypto::sha256_policy<Policy>
result<http::request_view, borrowed_failure> make_request_into(workspace& space, const action& what, const Content& content,
                                                               const client_profile_view& profile, unix_time now,
                                                               const request_options& options, Policy&& policy) {
    return detail::make_into(space, what, detail::content_ref::of(content), profile, now, options, policy);
}

template <described_action Question, signing::signer Signer, class Policy>
    requires crypto::sha256_policy<Policy>
result<http::request_view, borrowed_failure> make_request_into(workspace& space, const Question& question,
                                                               const client_profile_view& profile, unix_time now,
                                                               const request_options& options, Signer&& signer, Policy&& policy) {
    const auto& secret_id = signer.secret_id();  // may be a text of its own, which lives until the end
    const client_profile_view who = detail::with_id(profile, secret_id);
    const auto content = detail::content_ref::of(question);
    return detail::make_into(space, action_of<Question>, content, who, now, options, policy, signer);
}

template <content_of_request Content, signing::signer Signer, class Policy>
    requires crypto::sha256_policy<Policy>
result<http::request_view, borrowed_failure> make_request_into(workspace& space, const action& what, const Content& content,
                                                               const client_profile_view& profile, unix_time now,
                                                               const request_options& options, Signer&& signer, Policy&& policy) {
    const auto& secret_id = signer.secret_id();  // likewise
    const client_profile_view who = detail::with_id(profile, secret_id);
    return detail::make_into(space, what, detail::content_ref::of(content), who, now, options, policy, signer);
}

}  // namespace tc3::inline v0_1
