// SPDX-License-Identifier: MIT
// From an input to a signed HTTP request: the first of the two pure functions that tc3 is made of.
#pragma once

#include <tc3/api/failure.hpp>
#include <tc3/api/query.hpp>
#include <tc3/api/request_builder.hpp>
#include <tc3/core/text_literal.hpp>
#include <tc3/crypto/sha256.hpp>
#include <tc3/http/request.hpp>
#include <tc3/signing/signer.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace tc3::inline v0_1 {

/// A request that lacks its signature alone: for signers that take time. Send string_to_sign() to where the key is, then attach() what
/// comes back. Holds all it needs; may be moved and kept.
class prepared_request {
public:
    prepared_request(const http::request_layout& layout, std::string text, const signing::signing_request& to_sign) noexcept
        : layout_(layout), text_(std::move(text)), to_sign_(to_sign) {}

    /// What a signer takes: the string to sign and its scope.
    [[nodiscard]] const signing::signing_request& to_sign() const& noexcept TC3_LIFETIMEBOUND { return to_sign_; }
    const signing::signing_request& to_sign() const&& = delete;
    [[nodiscard]] std::string_view string_to_sign() const& noexcept TC3_LIFETIMEBOUND { return to_sign_.string_to_sign.view(); }
    std::string_view string_to_sign() const&& = delete;

private:
    friend http::request attach(prepared_request, const signing::signature&);

    http::request_layout layout_;
    std::string text_;  // ends in an Authorization header without its signature
    signing::signing_request to_sign_;
};

/// Builds and signs a request for a typed input. Nothing is kept of input or profile. The request is one string.
/// Fails at stage request, naming the part or field, without having signed anything, when a credential, host, service, action, version,
/// region, header or time is unusable, text is not UTF-8, a required field is unset, a size limit is passed or the policy fails.
template <described_action Input, class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] result<http::request, failure> make_request(const Input& input, const client_profile_view& profile, unix_time now,
                                                          const request_options& options = {}, Policy&& policy = Policy{});

/// The same for an action known only at run time.
template <content_of_request Content, class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] result<http::request, failure> make_request(const action& what, const Content& content, const client_profile_view& profile,
                                                          unix_time now, const request_options& options = {}, Policy&& policy = Policy{});

/// The same with a signer that holds the key elsewhere but answers at once. Of the profile's credential only the token is used.
template <described_action Input, signing::signer Signer, class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] result<http::request, failure> make_request(const Input& input, const client_profile_view& profile, unix_time now,
                                                          const request_options& options, Signer&& signer, Policy&& policy = Policy{});

/// The same for an action known only at run time.
template <content_of_request Content, signing::signer Signer, class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] result<http::request, failure> make_request(const action& what, const Content& content, const client_profile_view& profile,
                                                          unix_time now, const request_options& options, Signer&& signer,
                                                          Policy&& policy = Policy{});

/// The first half of make_request: all but the signature. Of the profile's credential only id and token are used.
template <described_action Input, class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] result<prepared_request, failure> prepare_request(const Input& input, const client_profile_view& profile, unix_time now,
                                                                const request_options& options = {}, Policy&& policy = Policy{});

/// The same for an action known only at run time.
template <content_of_request Content, class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] result<prepared_request, failure> prepare_request(const action& what, const Content& content,
                                                                const client_profile_view& profile, unix_time now,
                                                                const request_options& options = {}, Policy&& policy = Policy{});

/// The second half: puts the signature to a prepared request.
[[nodiscard]] inline http::request attach(prepared_request request, const signing::signature& made) {
    const auto hex = made.hex();
    request.text_.append(hex.data(), hex.size());
    http::header_list::pack_end(request.text_);
    return {request.layout_, std::move(request.text_)};
}

namespace api_detail {

/// A request on its way into one string.
class request_draft {
public:
    /// All arguments must outlive the draft.
    request_draft(const action& what, const input_ref& content, const client_profile_view& profile, unix_time now,
                  const request_options& options)
        : content_(content), options_(options), builder_(what, content, profile, now, options) {}

    /// Signs with the profile's key, or with a signer.
    template <class Policy, class... Signer>
    [[nodiscard]] result<http::request, failure> sign(Policy& policy, Signer&... signer) {
        if (write(policy)) {
            sink_adapter text(text_);
            builder_.write_authorization(errors_, text, signer..., policy);
        }
        if (!errors_.ok()) return refuse<http::request>();
        return {made_in_place, [this] { return http::request(builder_.layout(), std::move(text_)); }};
    }
    template <class Policy>
    [[nodiscard]] result<prepared_request, failure> prepare(Policy& policy) {
        if (options_.skip_authorization) errors_.add(errc::not_allowed, "signature");  // nothing to prepare
        if (!write(policy)) return refuse<prepared_request>();
        auto to_sign = builder_.prepare(policy);
        if (!to_sign) errors_.add(to_sign.error());
        if (!errors_.ok()) return refuse<prepared_request>();
        sink_adapter text(text_);
        builder_.write_unsigned_authorization(text);
        to_sign->signed_headers = {};  // they die with the builder, and are written already
        return prepared_request(builder_.layout(), std::move(text_), *to_sign);
    }

private:
    /// All but the Authorization header.
    template <class Policy>
    [[nodiscard]] bool write(Policy& policy) {
        builder_.validate(errors_);
        if (!errors_.ok()) return false;
        if (options_.method == http::method::get && content_.is_json() && !make_query()) return false;
        sink_adapter text(text_);
        sink_adapter field(field_);
        builder_.write_body(errors_, text, content_, policy, field);
        if (!errors_.ok()) return false;
        builder_.write_head(text);
        return true;
    }
    /// GET moves the input from the body to the query.
    [[nodiscard]] bool make_query() {
        std::string json;
        sink_adapter text(json);
        sink_adapter field(field_);
        content_.write(text, errors_, field);
        if (!errors_.ok()) return false;
        sink_adapter query(query_);
        api_detail::make_query(errors_, query, json);
        if (!errors_.ok()) return false;
        builder_.set_query(query_);
        return true;
    }

    template <class Made>
    [[nodiscard]] result<Made, failure> refuse() {
        return {error_made_in_place, [this] { return refusal(); }};
    }
    /// The fault as a failure. The header it concerns is copied, as its name may die before the failure.
    [[nodiscard]] TC3_NOINLINE failure refusal() {
        failure why{.stage = stage::request, .reason = errors_.error(), .field = std::move(field_)};
        if (why.field.empty()) sink_adapter(why.field).append(why.reason.name);
        why.reason.name = {};
        return why;
    }

    input_ref content_;
    const request_options& options_;
    request_builder builder_;
    std::string text_;
    std::string query_;
    first_error errors_;
    std::string field_;
};

/// Stands once in a program for each policy, however many types of input there are.
template <class Policy, class... Signer>
[[nodiscard]] TC3_NOINLINE result<http::request, failure> signed_request(const action& what, const input_ref& content,
                                                                         const client_profile_view& profile, unix_time now,
                                                                         const request_options& options, Policy& policy,
                                                                         Signer&... signer) {
    return request_draft(what, content, profile, now, options).sign(policy, signer...);
}

}  // namespace api_detail

template <described_action Input, class Policy>
    requires crypto::sha256_policy<Policy>
result<http::request, failure> make_request(const Input& input, const client_profile_view& profile, unix_time now,
                                            const request_options& options, Policy&& policy) {
    return api_detail::signed_request(action_of<Input>, input_ref::of(input), profile, now, options, policy);
}

template <content_of_request Content, class Policy>
    requires crypto::sha256_policy<Policy>
result<http::request, failure> make_request(const action& what, const Content& content, const client_profile_view& profile, unix_time now,
                                            const request_options& options, Policy&& policy) {
    return api_detail::signed_request(what, input_ref::of(content), profile, now, options, policy);
}

template <described_action Input, signing::signer Signer, class Policy>
    requires crypto::sha256_policy<Policy>
result<http::request, failure> make_request(const Input& input, const client_profile_view& profile, unix_time now,
                                            const request_options& options, Signer&& signer, Policy&& policy) {
    const auto& secret_id = signer.secret_id();  // may be a text of its own, which lives until the end
    const client_profile_view who = with_id(profile, secret_id);
    return api_detail::signed_request(action_of<Input>, input_ref::of(input), who, now, options, policy, signer);
}

template <content_of_request Content, signing::signer Signer, class Policy>
    requires crypto::sha256_policy<Policy>
result<http::request, failure> make_request(const action& what, const Content& content, const client_profile_view& profile, unix_time now,
                                            const request_options& options, Signer&& signer, Policy&& policy) {
    const auto& secret_id = signer.secret_id();  // likewise
    const client_profile_view who = with_id(profile, secret_id);
    return api_detail::signed_request(what, input_ref::of(content), who, now, options, policy, signer);
}

template <described_action Input, class Policy>
    requires crypto::sha256_policy<Policy>
result<prepared_request, failure> prepare_request(const Input& input, const client_profile_view& profile, unix_time now,
                                                  const request_options& options, Policy&& policy) {
    return api_detail::request_draft(action_of<Input>, input_ref::of(input), profile, now, options).prepare(policy);
}

template <content_of_request Content, class Policy>
    requires crypto::sha256_policy<Policy>
result<prepared_request, failure> prepare_request(const action& what, const Content& content, const client_profile_view& profile,
                                                  unix_time now, const request_options& options, Policy&& policy) {
    return api_detail::request_draft(what, input_ref::of(content), profile, now, options).prepare(policy);
}

}  // namespace tc3::inline v0_1
