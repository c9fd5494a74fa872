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

/// What goes with an action known at run time: its parameters as ready JSON (checked to be JSON, sent as they stand), or content of any
/// other type (not looked into).
template <class T>
concept content_of_request = std::convertible_to<const T&, std::string_view> || std::same_as<T, request_content>;

/// A request that lacks its signature alone: for signers that take time. Send string_to_sign() to where the key is, then attach() what
/// comes back. Holds all it needs; may be moved and kept.
class prepared_request {
public:
    prepared_request(const http::request_layout& layout, std::string text, const signing::prepared& to_sign) noexcept
        : layout_(layout), text_(std::move(text)), to_sign_(to_sign) {}

    /// What a signer takes: the string to sign and its scope.
    [[nodiscard]] const signing::prepared& to_sign() const& noexcept TC3_LIFETIMEBOUND { return to_sign_; }
    const signing::prepared& to_sign() const&& = delete;
    [[nodiscard]] std::string_view string_to_sign() const& noexcept TC3_LIFETIMEBOUND { return to_sign_.string_to_sign.view(); }
    std::string_view string_to_sign() const&& = delete;

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
template <content_of_request Content, class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] result<http::request, failure> make_request(const action& what, const Content& content, const client_profile_view& profile,
                                                          unix_time now, const request_options& options = {}, Policy&& policy = Policy{});

/// The same with a signer that holds the key elsewhere but answers at once. Of the profile's credential only the token is used.
template <described_action Question, signing::signer Signer, class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] result<http::request, failure> make_request(const Question& question, const client_profile_view& profile, unix_time now,
                                                          const request_options& options, Signer&& signer, Policy&& policy = Policy{});

/// The same for an action known only at run time.
template <content_of_request Content, signing::signer Signer, class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] result<http::request, failure> make_request(const action& what, const Content& content, const client_profile_view& profile,
                                                          unix_time now, const request_options& options, Signer&& signer,
                                                          Policy&& policy = Policy{});

/// The first half of make_request: all but the signature. Of the profile's credential only id and token are used.
template <described_action Question, class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] result<prepared_request, failure> prepare_request(const Question& question, const client_profile_view& profile, unix_time now,
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
    const std::size_t before = request.text_.size();
    request.text_.append(hex.data(), hex.size());
    http::header_list::pack_end(request.text_);
    request.layout_.headers += request.text_.size() - before;
    return {request.layout_, std::move(request.text_)};
}

namespace detail {

[[nodiscard]] constexpr std::string_view usual_content_type(http::method verb) noexcept {
    return verb == http::method::get ? query_content_type : json_content_type;
}

/// GET moves the question from the body to the query.
[[nodiscard]] inline result<void, request_fault> place_content(request_draft& draft, const request_options& options) {
    draft.content_type = usual_content_type(options.method);
    if (options.method != http::method::get) return {};
    auto query = make_query(draft.text);
    if (!query) return unexpected(request_fault{query.error(), {}});
    draft.query = std::move(*query);
    draft.text.clear();
    return {};
}

/// A typed question, by its table: this and all that follows exists once, however many question types a program has.
[[nodiscard]] inline result<void, request_fault> fill(request_draft& draft, field_table fields, const void* question,
                                                      const request_options& options) {
    encoder out(draft.text);
    out.write_object(fields, question);
    if (!out.ok()) return unexpected(request_fault{out.fault(), out.path()});
    return place_content(draft, options);
}

/// Content of the caller's is looked at before it is copied.
[[nodiscard]] inline result<void, error> validate_json(std::string_view json) noexcept {
    first_fault rules;
    rules.at_most(part::body, json.size(), largest_body);
    rules.add(json::validate(json));
    const std::size_t first = ascii::find_not(json, ascii::is_space);
    if (first != std::string_view::npos && json[first] != '{') rules.add(error{.code = errc::wrong_type, .where = part::body, .at = first});
    return rules.outcome();
}

[[nodiscard]] inline result<void, request_fault> fill(request_draft& draft, std::string_view json, const request_options& options) {
    if (const auto valid = validate_json(json); !valid) return unexpected(request_fault{valid.error(), {}});
    draft.text = json;
    return place_content(draft, options);
}

[[nodiscard]] inline result<void, request_fault> fill(request_draft& draft, const request_content& content,
                                                      const request_options& options) {
    first_fault rules;
    rules.at_most(part::body, content.body.size(), largest_body);
    rules.at_most(part::query, content.query.size(), largest_query);
    if (const auto valid = rules.outcome(); !valid) return unexpected(request_fault{valid.error(), {}});
    draft.text = content.body;
    draft.query = content.query;
    draft.content_type = content.content_type.empty() ? usual_content_type(options.method) : content.content_type;
    return {};
}

[[nodiscard]] inline client_profile_view with_id(client_profile_view profile, std::string_view secret_id) noexcept {
    profile.credential.secret_id = secret_id;
    return profile;
}

template <class Policy>
[[nodiscard]] result<prepared_request, failure> prepare_draft(request_draft& draft, const result<void, request_fault>& filled,
                                                              const client_profile_view& profile, unix_time now,
                                                              const request_options& options, Policy& policy) {
    if (!filled) return unexpected(request_failure(filled.error()));
    if (options.skip_authorization) {  // there is nothing to prepare
        return unexpected(request_failure({{.code = errc::not_allowed, .where = part::signature}, {}}));
    }
    request_builder builder(draft, profile, now, options);
    const auto to_sign = builder.prepare(policy);
    if (!to_sign) return unexpected(request_failure({to_sign.error(), {}}));
    return prepared_request(builder.layout(), std::move(draft.text), *to_sign);
}

[[nodiscard]] inline result<http::request, failure> finish_unsigned(request_draft& draft, const result<void, request_fault>& filled,
                                                                    const client_profile_view& profile, unix_time now,
                                                                    const request_options& options) {
    if (!filled) return unexpected(request_failure(filled.error()));
    request_builder builder(draft, profile, now, options);
    if (const auto written = builder.write_unsigned(); !written) return unexpected(request_failure({written.error(), {}}));
    return http::request(builder.layout(), std::move(draft.text));
}

template <class Signer, class Policy>
[[nodiscard]] result<http::request, failure> sign_draft(request_draft& draft, const result<void, request_fault>& filled,
                                                        const client_profile_view& profile, unix_time now, const request_options& options,
                                                        Signer& signer, Policy& policy) {
    if (options.skip_authorization) return finish_unsigned(draft, filled, profile, now, options);
    auto prepared = prepare_draft(draft, filled, profile, now, options, policy);
    if (!prepared) return unexpected(std::move(prepared).error());
    const result<signing::signature, error> made = signer.sign(prepared->to_sign());
    if (!made) return unexpected(request_failure({made.error(), {}}));
    return attach(std::move(*prepared), *made);
}

template <class Policy>
[[nodiscard]] result<http::request, failure> sign_draft(request_draft& draft, const result<void, request_fault>& filled,
                                                        const client_profile_view& profile, unix_time now, const request_options& options,
                                                        Policy& policy) {
    signing::credential_signer signer(profile.credential, policy);
    return sign_draft(draft, filled, profile, now, options, signer, policy);
}

}  // namespace detail

template <described_action Question, class Policy>
    requires crypto::sha256_policy<Policy>
result<http::request, failure> make_request(const Question& question, const client_profile_view& profile, unix_time now,
                                            const request_options& options, Policy&& policy) {
    detail::request_draft draft{.what = action_of<Question>};
    const auto filled = detail::fill(draft, question_fields<Question>(), &question, options);
    return detail::sign_draft(draft, filled, profile, now, options, policy);
}

template <content_of_request Content, class Policy>
    requires crypto::sha256_policy<Policy>
result<http::request, failure> make_request(const action& what, const Content& content, const client_profile_view& profile, unix_time now,
                                            const request_options& options, Policy&& policy) {
    detail::request_draft draft{.what = what};
    const auto filled = detail::fill(draft, content, options);
    return detail::sign_draft(draft, filled, profile, now, options, policy);
}

template <described_action Question, signing::signer Signer, class Policy>
    requires crypto::sha256_policy<Policy>
result<http::request, failure> make_request(const Question& question, const client_profile_view& profile, unix_time now,
                                            const request_options& options, Signer&& signer, Policy&& policy) {
    detail::request_draft draft{.what = action_of<Question>};
    const auto filled = detail::fill(draft, question_fields<Question>(), &question, options);
    const auto& secret_id = signer.secret_id();  // may be a text of its own, which lives until the end
    return detail::sign_draft(draft, filled, detail::with_id(profile, secret_id), now, options, signer, policy);
}

template <content_of_request Content, signing::signer Signer, class Policy>
    requires crypto::sha256_policy<Policy>
result<http::request, failure> make_request(const action& what, const Content& content, const client_profile_view& profile, unix_time now,
                                            const request_options& options, Signer&& signer, Policy&& policy) {
    detail::request_draft draft{.what = what};
    const auto filled = detail::fill(draft, content, options);
    const auto& secret_id = signer.secret_id();  // likewise
    return detail::sign_draft(draft, filled, detail::with_id(profile, secret_id), now, options, signer, policy);
}

template <described_action Question, class Policy>
    requires crypto::sha256_policy<Policy>
result<prepared_request, failure> prepare_request(const Question& question, const client_profile_view& profile, unix_time now,
                                                  const request_options& options, Policy&& policy) {
    detail::request_draft draft{.what = action_of<Question>};
    const auto filled = detail::fill(draft, question_fields<Question>(), &question, options);
    return detail::prepare_draft(draft, filled, profile, now, options, policy);
}

template <content_of_request Content, class Policy>
    requires crypto::sha256_policy<Policy>
result<prepared_request, failure> prepare_request(const action& what, const Content& content, const client_profile_view& profile,
                                                  unix_time now, const request_options& options, Policy&& policy) {
    detail::request_draft draft{.what = what};
    const auto filled = detail::fill(draft, content, options);
    return detail::prepare_draft(draft, filled, profile, now, options, policy);
}

}  // namespace tc3::inline v0_1
