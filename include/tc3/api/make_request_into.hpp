// SPDX-License-Identifier: MIT
// make_request() in memory that you pass: no heap, no string.
#pragma once

#include <tc3/api/client_profile.hpp>
#include <tc3/api/failure.hpp>
#include <tc3/api/input_ref.hpp>
#include <tc3/api/request_options.hpp>
#include <tc3/config.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/result.hpp>
#include <tc3/core/unix_time.hpp>
#include <tc3/core/workspace.hpp>
#include <tc3/http/message.hpp>
#include <tc3/model/borrowed.hpp>

#include <span>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE {

using borrowed_failure = basic_failure<borrowed>;

/// Builds and signs a request in a workspace. With the option `stream_body` only the head takes memory.
///
/// Errors: those of make_request(); buffer_too_small, where `reason.needed` is the size of the workspace that suffices; in_use while
/// another call uses the workspace; not_allowed for a GET of a struct or of JSON, whose query would have to be sorted: pass a
/// request_content with its query. A failure leaves only its own text in the workspace. To keep programs small, placeholder and swapped are
/// left out, and an error has a position but no `character`: call validate_credential() for these.
/// Lifetime: the request is in the workspace until that is cleared.
/// Cost: no allocation.
[[nodiscard]] result<http::request_view, borrowed_failure> make_request_into(const input_ref& input, const client_profile_view& profile,
                                                                             unix_time now, const request_options& options,
                                                                             workspace& space TC3_LIFETIMEBOUND);

/// Writes and signs a request in a workspace and sets `request`: make_request_into() for callers within tc3.
/// The time is a reference because a compiler may move a value of 64 bits through a register of an FPU, which firmware may have switched
/// off.
///
/// An empty `host` is that of profile or action, or the default one.
///
/// Errors: added to `errors`, which must be ok(). The name in an error is in the workspace, if there is room for it.
void write_request(http::request_view& request, first_error& errors, const input_ref& input, const client_profile_view& profile,
                   const unix_time& now, const request_options& options, workspace& space, const std::string_view& host = {});

/// Sets a failure at stage `request` from an error of write_request().
void set_reason(borrowed_failure& failed, const error& error) noexcept;

}  // namespace tc3::inline TC3_NAMESPACE

#if defined(TC3_BODIES)

#include <tc3/api/request_builder.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/core/workspace_loan.hpp>
#include <tc3/http/layout.hpp>
#include <tc3/signing/any_policy.hpp>
#include <tc3/validation/first_error.hpp>

namespace tc3::inline TC3_NAMESPACE {

namespace api_detail {

/// Calls write_request() with the default host. Its stack is taken only where this host is needed.
void write_request_to_default_host(http::request_view& request, first_error& errors, const input_ref& input,
                                   const client_profile_view& profile, const unix_time& now, const request_options& options,
                                   workspace& space);

/// Writes the body. If a field is wrong, its path goes to the front of `memory`, where the request is no longer needed.
void write_body_into(first_error& errors, request_builder& builder, any_sink& out, signing::any_policy& policy, std::span<char> memory);

}  // namespace api_detail

TC3_FUNCTION result<http::request_view, borrowed_failure> make_request_into(const input_ref& input, const client_profile_view& profile,
                                                                            unix_time now, const request_options& options,
                                                                            workspace& space) {
    result<http::request_view, borrowed_failure> request(made_in_place, [] { return http::request_view{}; });
    first_error errors;
    write_request(*request, errors, input, profile, now, options, space);
    if (!errors.ok()) set_reason(request.emplace_error(), errors.error());
    return request;
}

TC3_NOINLINE TC3_FUNCTION void write_request(http::request_view& request, first_error& errors, const input_ref& input,
                                             const client_profile_view& profile, const unix_time& now, const request_options& options,
                                             workspace& space, const std::string_view& host) {
    const std::string_view& to_host = host.empty() ? api_detail::host_of(input, profile) : host;
    if (to_host.empty()) return api_detail::write_request_to_default_host(request, errors, input, profile, now, options, space);
    if (space.is_lent()) return errors.add(errc::in_use, "workspace");
    const workspace::mark before = space.current_mark();
    workspace_loan loan(space, before);
    buffer_sink text(loan.memory());
    api_detail::request_builder builder(input, profile, to_host, now, options);

    if (options.method == http::method::get && input.is_json()) errors.add(errc::not_allowed, "method");
    if (errors.ok()) builder.check_parts(errors);
    options.hash.use([&](signing::any_policy& policy) {
        sink_adapter out(text);
        if (errors.ok()) api_detail::write_body_into(errors, builder, out, policy, loan.memory());
        if (errors.ok()) {
            builder.write_head(out);
            builder.write_authorization(errors, out, policy);
        }
    });
    loan.end(text.needed());
    if (!space.complete()) errors.add(space.shortage());
    if (errors.ok()) return http::set_view(request, builder.layout(), text.view());
    space.return_to(before);
    // The name may be in the memory that has just been given back: keep() allows that.
    const std::string_view& name = errors.error().name;
    errors.rename(name.size() <= space.available() ? space.keep(name) : std::string_view{});
}

namespace api_detail {

TC3_NOINLINE TC3_FUNCTION void write_request_to_default_host(http::request_view& request, first_error& errors, const input_ref& input,
                                                             const client_profile_view& profile, const unix_time& now,
                                                             const request_options& options, workspace& space) {
    default_host host;
    write_default_host(host, input, profile);
    write_request(request, errors, input, profile, now, options, space, host.view());
}

TC3_FUNCTION void write_body_into(first_error& errors, request_builder& builder, any_sink& out, signing::any_policy& policy,
                                  std::span<char> memory) {
    buffer_sink path(memory);
    sink_adapter field(path);
    builder.write_body(errors, out, policy, field);
    if (path.complete()) errors.set_field(path.view());
}

}  // namespace api_detail

TC3_NOINLINE TC3_FUNCTION void set_reason(borrowed_failure& failed, const error& error) noexcept {
    failed.reason = error;
    failed.reason.name = {};
    failed.field = error.name;
}

}  // namespace tc3::inline TC3_NAMESPACE

#endif  // TC3_BODIES
