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

/// A request on its way into a workspace.
class workspace_draft {
public:
    /// All arguments must outlive the draft.
    workspace_draft(workspace& space, const action& what, const content_ref& content, const client_profile_view& profile, unix_time now,
                    const request_options& options) noexcept
        : space_(space), content_(content), profile_(profile), options_(options), builder_(what, content, profile, now, options) {}

    /// Signs with the profile's key, or with a signer.
    template <class Policy, class... Signer>
    [[nodiscard]] result<http::request_view, borrowed_failure> sign(Policy& policy, Signer&... signer) {
        if (space_.is_lent()) return refuse({.code = errc::in_use, .where = part::workspace});
        const workspace::mark before = space_.position();
        const std::span<char> memory = space_.lend();
        buffer_sink text(memory);
        write(text, policy, signer...);
        space_.take_back(text.needed());
        if (fault_.code == errc::none && !space_.complete()) fault_ = space_.shortage();
        if (fault_.code == errc::none) return http::view_of(builder_.layout(), {memory.data(), text.needed()});
        space_.return_to(before);
        return refuse(fault_);
    }

private:
    template <class Policy, class... Signer>
    void write(buffer_sink& text, Policy& policy, Signer&... signer) {
        fault_ = validate();
        if (fault_.code != errc::none) return;
        builder_.write_body(sink_ref(text), content_, policy, fault_, field_);
        if (fault_.code != errc::none) return;
        builder_.write_head(sink_ref(text));
        if (options_.skip_authorization) return builder_.write_authorization(sink_ref(text), nullptr);
        const auto made = builder_.sign(signer..., policy);
        if (made) return builder_.write_authorization(sink_ref(text), &*made);
        fault_ = made.error();
    }
    [[nodiscard]] error validate() const noexcept {
        if (options_.method == http::method::get && content_.is_json()) return {.code = errc::not_allowed, .where = part::method};
        return builder_.validate();
    }

    /// The field's path, or the header's name, is kept at the front of the workspace, if there is room.
    [[nodiscard]] unexpected<borrowed_failure> refuse(const error& fault) const noexcept {
        borrowed_failure why{.stage = stage::request, .cause = fault};
        why.cause.name = {};
        const std::string_view field = field_.view().empty() ? fault.name : field_.view();
        if (field.size() <= space_.available()) why.field = space_.keep(field);
        return unexpected(why);
    }

    workspace& space_;
    content_ref content_;
    const client_profile_view& profile_;
    const request_options& options_;
    request_builder builder_;
    error fault_;
    field_path field_;
};

}  // namespace detail

template <described_action Question, class Policy>
    requires crypto::sha256_policy<Policy>
result<http::request_view, borrowed_failure> make_request_into(workspace& space, const Question& question,
                                                               const client_profile_view& profile, unix_time now,
                                                               const request_options& options, Policy&& policy) {
    const auto content = detail::content_ref::of(question);
    return detail::workspace_draft(space, action_of<Question>, content, profile, now, options).sign(policy);
}

template <content_of_request Content, class Policy>
    requires crypto::sha256_policy<Policy>
result<http::request_view, borrowed_failure> make_request_into(workspace& space, const action& what, const Content& content,
                                                               const client_profile_view& profile, unix_time now,
                                                               const request_options& options, Policy&& policy) {
    return detail::workspace_draft(space, what, detail::content_ref::of(content), profile, now, options).sign(policy);
}

template <described_action Question, signing::signer Signer, class Policy>
    requires crypto::sha256_policy<Policy>
result<http::request_view, borrowed_failure> make_request_into(workspace& space, const Question& question,
                                                               const client_profile_view& profile, unix_time now,
                                                               const request_options& options, Signer&& signer, Policy&& policy) {
    const auto& secret_id = signer.secret_id();  // may be a text of its own, which lives until the end
    const client_profile_view who = detail::with_id(profile, secret_id);
    const auto content = detail::content_ref::of(question);
    return detail::workspace_draft(space, action_of<Question>, content, who, now, options).sign(policy, signer);
}

template <content_of_request Content, signing::signer Signer, class Policy>
    requires crypto::sha256_policy<Policy>
result<http::request_view, borrowed_failure> make_request_into(workspace& space, const action& what, const Content& content,
                                                               const client_profile_view& profile, unix_time now,
                                                               const request_options& options, Signer&& signer, Policy&& policy) {
    const auto& secret_id = signer.secret_id();  // likewise
    const client_profile_view who = detail::with_id(profile, secret_id);
    return detail::workspace_draft(space, what, detail::content_ref::of(content), who, now, options).sign(policy, signer);
}

}  // namespace tc3::inline v0_1
