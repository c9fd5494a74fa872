// SPDX-License-Identifier: MIT
// From a question to a signed HTTP request: the first of the two pure functions that tc3 is made of.
#pragma once

#include <tc3/api/codec.hpp>
#include <tc3/api/query.hpp>
#include <tc3/api/request_builder.hpp>
#include <tc3/crypto/sha256.hpp>
#include <tc3/signing/signer.hpp>

#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace tc3::inline v0_1 {

/// What a request can be made from: a typed question; or, beside an action known at run time, its parameters as ready JSON (checked to be
/// JSON, sent as they stand) or content of any other type (not looked into).
template <class T>
concept question_or_content = described_action<T> || std::convertible_to<const T&, std::string_view> || std::same_as<T, request_content>;

/// A request that lacks its signature alone: for signers that take time. Send string_to_sign() to where the key is, then attach() what
/// comes back. Holds all it needs; may be moved and kept.
class prepared_request {
public:
    prepared_request(const http::request_layout& layout, std::string text, const signing::prepared& to_sign) noexcept
        : layout_(layout), text_(std::move(text)), to_sign_(to_sign) {}

    /// What a signer takes: the string to sign and its scope.
    [[nodiscard]] const signing::prepared& to_sign() const& noexcept TC3_LIFETIMEBOUND { return to_sign_; }
    [[nodiscard]] std::string_view string_to_sign() const& noexcept TC3_LIFETIMEBOUND { return to_sign_.string_to_sign.view(); }

private:
    friend http::request attach(prepared_request, const signing::signature&);

    http::request_layout layout_;
    std::string text_;  // ends in an Authorization header without its signature
    signing::prepared to_sign_;
};

/// Builds and signs a request for a typed question. Nothing is kept of question or profile. The request is one string.
/// Fails at stage request, naming the part or field, without having signed anything, when a credential, host, service, action, version,
/// region, header or time is unusable, text is not UTF-8, a required field is unset, a size limit is passed or the policy fails.
template <described_action Question, class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] result<http::request, failure> make_request(const Question& question, const client_profile_view& profile, unix_time now,
                                                          const request_options& options = {}, Policy&& policy = Policy{});

/// The same for an action known only at run time.
template <question_or_content Content, class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] result<http::request, failure> make_request(const action& what, const Content& content, const client_profile_view& profile,
                                                          unix_time now, const request_options& options = {}, Policy&& policy = Policy{});

/// The same with a signer that holds the key elsewhere but answers at once. Of the profile's credential only the token is used.
template <described_action Question, signing::signer Signer, class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] result<http::request, failure> make_request(const Question& question, const client_profile_view& profile, unix_time now,
                                                          const request_options& options, Signer&& signer, Policy&& policy = Policy{});

/// The first half of make_request: all but the signature. Of the profile's credential only id and token are used.
template <described_action Question, class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] result<prepared_request, failure> prepare_request(const Question& question, const client_profile_view& profile, unix_time now,
                                                                const request_options& options = {}, Policy&& policy = Policy{});

/// The second half: puts the signature to a prepared request.
[[nodiscard]] inline http::request attach(prepared_request request, const signing::signature& made) {
    const auto hex = made.hex();
    const std::size_t before = request.text_.size();
    request.text_.append(hex.data(), hex.size());
    http::header_list::pack_end(request.text_);
    request.layout_.headers += request.text_.size() - before;
    return {request.layout_, std::move(request.text_)};
}

namespace detail {

/// The question as the text that will be sent. GET moves it from the body to the query.
[[nodiscard]] inline result<request_draft, failure> finish_draft(request_draft draft, const request_options& options) {
    if (options.method != http::method::get) return draft;
    auto query = make_query(draft.text);
    if (!query) return unexpected(request_failure(query.error()));
    draft.query = std::move(*query);
    draft.text.clear();
    draft.content_type = query_content_type;
    return draft;
}

template <described_action Question>
[[nodiscard]] result<request_draft, failure> make_draft(const action& what, const Question& question, const request_options& options) {
    request_draft draft{.what = what, .text = {}, .query = {}, .content_type = json_content_type};
    encoder out(draft.text);
    write_struct(out, question);
    if (!out.ok()) return unexpected(request_failure(out.fault(), out.path().view()));
    return finish_draft(std::move(draft), options);
}

[[nodiscard]] inline result<request_draft, failure> make_draft(const action& what, std::string_view json, const request_options& options) {
    if (const auto valid = json::validate(json); !valid) return unexpected(request_failure(valid.error()));
    return finish_draft({.what = what, .text = std::string(json), .query = {}, .content_type = json_content_type}, options);
}

[[nodiscard]] inline result<request_draft, failure> make_draft(const action& what, const request_content& content,
                                                               const request_options&) {
    return request_draft{.what = what,
                         .text = std::string(content.body),
                         .query = std::string(content.query),
                         .content_type = content.content_type};
}

template <question_or_content Content, class Policy>
[[nodiscard]] result<prepared_request, failure> prepare_request(const action& what, const Content& content,
                                                                const client_profile_view& profile, unix_time now,
                                                                const request_options& options, Policy& policy) {
    if (const auto valid = signing::validate_secret_id(profile.credential.secret_id); !valid) {
        return unexpected(request_failure(valid.error()));
    }
    auto draft = make_draft(what, content, options);
    if (!draft) return unexpected(std::move(draft).error());
    request_builder builder(*draft, profile, now, options);
    if (const auto valid = builder.validate(); !valid) return unexpected(request_failure(valid.error()));
    const auto to_sign = builder.prepare(policy);
    if (!to_sign) return unexpected(request_failure(to_sign.error()));
    return prepared_request(builder.layout(), std::move(draft->text), *to_sign);
}

template <question_or_content Content>
[[nodiscard]] result<http::request, failure> make_unsigned_request(const action& what, const Content& content,
                                                                   const client_profile_view& profile, unix_time now,
                                                                   const request_options& options) {
    auto draft = make_draft(what, content, options);
    if (!draft) return unexpected(std::move(draft).error());
    request_builder builder(*draft, profile, now, options);
    if (const auto valid = builder.validate(); !valid) return unexpected(request_failure(valid.error()));
    builder.write_skipping_authorization();
    return http::request(builder.layout(), std::move(draft->text));
}

template <question_or_content Content, class Signer, class Policy>
[[nodiscard]] result<http::request, failure> make_signed_request(const action& what, const Content& content,
                                                                 const client_profile_view& profile, unix_time now,
                                                                 const request_options& options, Signer& signer, Policy& policy) {
    if (options.skip_authorization) return make_unsigned_request(what, content, profile, now, options);
    auto prepared = prepare_request(what, content, profile, now, options, policy);
    if (!prepared) return unexpected(std::move(prepared).error());
    const result<signing::signature, error> made = signer.sign(prepared->to_sign());
    if (!made) return unexpected(request_failure(made.error()));
    return attach(std::move(*prepared), *made);
}

/// Refuses the secret key before anything is built, so that a bad one never costs a 10 MB body.
template <question_or_content Content, class Policy>
[[nodiscard]] result<http::request, failure> make_signed_request(const action& what, const Content& content,
                                                                 const client_profile_view& profile, unix_time now,
                                                                 const request_options& options, Policy& policy) {
    if (const auto valid = signing::validate_secret_key(profile.credential.secret_key); !valid && !options.skip_authorization) {
        return unexpected(request_failure(valid.error()));
    }
    signing::credential_signer signer(profile.credential, policy);
    return make_signed_request(what, content, profile, now, options, signer, policy);
}

}  // namespace detail

template <described_action Question, class Policy>
    requires crypto::sha256_policy<Policy>
result<http::request, failure> make_request(const Question& question, const client_profile_view& profile, unix_time now,
                                            const request_options& options, Policy&& policy) {
    return detail::make_signed_request(action_of<Question>, question, profile, now, options, policy);
}

template <question_or_content Content, class Policy>
    requires crypto::sha256_policy<Policy>
result<http::request, failure> make_request(const action& what, const Content& content, const client_profile_view& profile, unix_time now,
                                            const request_options& options, Policy&& policy) {
    return detail::make_signed_request(what, content, profile, now, options, policy);
}

template <described_action Question, signing::signer Signer, class Policy>
    requires crypto::sha256_policy<Policy>
result<http::request, failure> make_request(const Question& question, const client_profile_view& profile, unix_time now,
                                            const request_options& options, Signer&& signer, Policy&& policy) {
    client_profile_view signing_profile = profile;
    signing_profile.credential.secret_id = signer.secret_id();
    return detail::make_signed_request(action_of<Question>, question, signing_profile, now, options, signer, policy);
}

template <described_action Question, class Policy>
    requires crypto::sha256_policy<Policy>
result<prepared_request, failure> prepare_request(const Question& question, const client_profile_view& profile, unix_time now,
                                                  const request_options& options, Policy&& policy) {
    return detail::prepare_request(action_of<Question>, question, profile, now, options, policy);
}

}  // namespace tc3::inline v0_1
