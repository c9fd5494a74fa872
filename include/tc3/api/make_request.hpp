// SPDX-License-Identifier: MIT
// From an input to a signed HTTP request: the first of the two pure functions that tc3 is made of.
#pragma once

#include <tc3/api/client_profile.hpp>
#include <tc3/api/failure.hpp>
#include <tc3/api/input_ref.hpp>
#include <tc3/api/query.hpp>
#include <tc3/api/request_builder.hpp>
#include <tc3/api/request_options.hpp>
#include <tc3/config.hpp>
#include <tc3/core/result.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/core/unix_time.hpp>
#include <tc3/crypto/sha256.hpp>
#include <tc3/http/header.hpp>
#include <tc3/http/layout.hpp>
#include <tc3/http/request.hpp>
#include <tc3/model/action.hpp>
#include <tc3/signing/authorization.hpp>
#include <tc3/signing/signature.hpp>
#include <tc3/signing/signer.hpp>
#include <tc3/validation/first_error.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace tc3::inline v0_1 {

/// Builds and signs the HTTP request for one action.
///
/// `input` is a described struct, such as `faceid::apply_liveness_token`. `now` is the time that is signed, in UTC seconds; the service
/// accepts a deviation of five minutes. `policy` computes SHA-256 and HMAC. Nothing of the arguments is kept.
///
/// Errors: stage `request`, with the part or field that is wrong: an unusable credential, host, service, action, version, region, header or
/// time; a required field that is unset; text that is not UTF-8; more than largest_body or largest_query; a policy that failed. Nothing has
/// been signed then.
/// Cost: one string, which becomes the request; for a GET also its JSON, its query and a list of pairs; 22 SHA-256 compressions for a usual
/// request.
/// Source: docs/tc3-signing.md 1.2-1.5; manual, "Signature v3".
template <has_action Input, crypto::sha256_policy Policy = crypto::builtin_policy>
[[nodiscard]] result<http::request, failure> make_request(const Input& input, const client_profile_view& profile, unix_time now,
                                                          const request_options& options = {}, Policy&& policy = Policy{});

/// Builds and signs the request for an action that is known only at run time: `content` is JSON text or a request_content.
template <json_or_content Content, crypto::sha256_policy Policy = crypto::builtin_policy>
[[nodiscard]] result<http::request, failure> make_request(const action& action, const Content& content, const client_profile_view& profile,
                                                          unix_time now, const request_options& options = {}, Policy&& policy = Policy{});

/// Builds the request for a described struct and lets `signer` sign it: a signer keeps the key to itself and returns at once. Of the
/// credential of the profile only the token is used.
///
/// Errors: those of the overload without a signer; the error of the signer, or signer_failed if it gives none.
template <has_action Input, signing::signer Signer, crypto::sha256_policy Policy = crypto::builtin_policy>
[[nodiscard]] result<http::request, failure> make_request(const Input& input, const client_profile_view& profile, unix_time now,
                                                          const request_options& options, Signer&& signer, Policy&& policy = Policy{});

/// Builds the request for an action that is known only at run time and lets `signer` sign it.
template <json_or_content Content, signing::signer Signer, crypto::sha256_policy Policy = crypto::builtin_policy>
[[nodiscard]] result<http::request, failure> make_request(const action& action, const Content& content, const client_profile_view& profile,
                                                          unix_time now, const request_options& options, Signer&& signer,
                                                          Policy&& policy = Policy{});

/// A request that lacks only its signature, for signers that take time. It owns all its text; it may be moved and kept.
class prepared_request {
public:
    prepared_request(const http::request_layout& layout, std::string text, const signing::signer_input& signer_input) noexcept
        : layout_(layout), text_(std::move(text)), signer_input_(signer_input) {}

    /// Returns what a signer signs: the string to sign and its scope. `signed_headers` is empty: the headers are in the request.
    [[nodiscard]] const signing::signer_input& to_sign() const& noexcept TC3_LIFETIMEBOUND { return signer_input_; }
    const signing::signer_input& to_sign() const&& = delete;
    [[nodiscard]] std::string_view string_to_sign() const& noexcept TC3_LIFETIMEBOUND { return signer_input_.string_to_sign.view(); }
    std::string_view string_to_sign() const&& = delete;

private:
    friend http::request attach(prepared_request, const signing::signature&);

    http::request_layout layout_;
    std::string text_;  // ends in an Authorization header without its signature
    signing::signer_input signer_input_;
};

/// Builds the request for a described struct without its signature: the first of two steps. Of the credential of the profile only id and
/// token are used.
///
/// Errors: those of make_request(); not_allowed for an option that skips the authorization.
template <has_action Input, crypto::sha256_policy Policy = crypto::builtin_policy>
[[nodiscard]] result<prepared_request, failure> prepare_request(const Input& input, const client_profile_view& profile, unix_time now,
                                                                const request_options& options = {}, Policy&& policy = Policy{});

/// Builds the request for an action that is known only at run time, without its signature.
template <json_or_content Content, crypto::sha256_policy Policy = crypto::builtin_policy>
[[nodiscard]] result<prepared_request, failure> prepare_request(const action& action, const Content& content,
                                                                const client_profile_view& profile, unix_time now,
                                                                const request_options& options = {}, Policy&& policy = Policy{});

/// Completes a prepared request with its signature: the second of two steps. The signature is not verified.
[[nodiscard]] inline http::request attach(prepared_request request, const signing::signature& signature) {
    const auto hex = signature.hex();
    request.text_.append(hex.data(), hex.size());
    http::header_list::pack_end(request.text_);
    return {request.layout_, std::move(request.text_)};
}

namespace api_detail {

/// Writes a request into one string.
///
/// Lifetime: refers to all arguments of the constructor except `input`, and to the object of `input`.
class request_writer {
public:
    request_writer(const action& action, const input_ref& input, const client_profile_view& profile, unix_time now,
                   const request_options& options)
        : input_(input), options_(options), builder_(action, input_, profile, now, options) {}
    request_writer(const request_writer&) = delete;
    request_writer& operator=(const request_writer&) = delete;

    /// Signs with the secret key of the profile, or with `signer`.
    template <class Policy, class... Signer>
    [[nodiscard]] result<http::request, failure> sign(Policy& policy, Signer&... signer) {
        if (write_unsigned(policy)) {
            sink_adapter text(text_);
            builder_.write_authorization(errors_, text, policy, signer...);
        }
        if (!errors_.ok()) return fail<http::request>();
        return {made_in_place, [this] { return http::request(builder_.layout(), std::move(text_)); }};
    }
    template <class Policy>
    [[nodiscard]] result<prepared_request, failure> prepare(Policy& policy) {
        if (options_.skip_authorization) errors_.add(errc::not_allowed, "signature");
        if (!write_unsigned(policy)) return fail<prepared_request>();
        crypto::sha256_digest hash{};
        builder_.hash_canonical_request(errors_, hash, policy);
        if (!errors_.ok()) return fail<prepared_request>();
        sink_adapter text(text_);
        builder_.write_unsigned_authorization(text);
        signing::signer_input input = builder_.signer_input_of(hash);
        input.signed_headers = {};  // they refer to the builder
        return prepared_request(builder_.layout(), std::move(text_), input);
    }

private:
    /// Writes everything except the Authorization header.
    template <class Policy>
    [[nodiscard]] bool write_unsigned(Policy& policy) {
        if (errors_.ok()) builder_.check_parts(errors_);  // prepare() may have added an error
        if (!errors_.ok()) return false;
        if (options_.method == http::method::get && input_.is_json() && !write_query()) return false;
        sink_adapter text(text_);
        sink_adapter field(field_);
        builder_.write_body(errors_, text, policy, field);
        if (!errors_.ok()) return false;
        builder_.write_head(text);
        return true;
    }
    /// Writes the query of a GET from the JSON of the input.
    [[nodiscard]] bool write_query() {
        std::string json;
        sink_adapter text(json);
        sink_adapter field(field_);
        input_.write(text, errors_, field);
        if (!errors_.ok()) return false;
        sink_adapter query(query_);
        write_json_as_query(errors_, query, json);
        if (!errors_.ok()) return false;
        builder_.set_query(query_);
        return true;
    }

    template <class Value>
    [[nodiscard]] result<Value, failure> fail() {
        return {error_made_in_place, [this] { return to_failure(); }};
    }
    /// Copies the name of the header or field, which may refer to the caller's memory.
    [[nodiscard]] TC3_NOINLINE failure to_failure() {
        failure failed{.stage = stage::request, .reason = errors_.error(), .field = std::move(field_)};
        if (failed.field.empty()) failed.field = failed.reason.name;
        failed.reason.name = {};
        return failed;
    }

    const input_ref input_;  // a copy: the callers pass a temporary
    const request_options& options_;
    request_builder builder_;
    std::string text_;
    std::string query_;
    first_error errors_;
    std::string field_;
};

/// Exists once in a program for each policy, whatever the number of input types.
template <class Policy, class... Signer>
[[nodiscard]] TC3_NOINLINE result<http::request, failure> make_signed_request(const action& action, const input_ref& input,
                                                                              const client_profile_view& profile, unix_time now,
                                                                              const request_options& options, Policy& policy,
                                                                              Signer&... signer) {
    return request_writer(action, input, profile, now, options).sign(policy, signer...);
}

/// Makes a request that a signer signs.
template <class Policy, class Signer>
[[nodiscard]] result<http::request, failure> make_request_of_signer(const action& action, const input_ref& input,
                                                                    const client_profile_view& profile, unix_time now,
                                                                    const request_options& options, Signer& signer, Policy& policy) {
    const auto& secret_id = signer.secret_id();  // a reference: see signing::has_secret_id
    return make_signed_request(action, input, with_id(profile, secret_id), now, options, policy, signer);
}

}  // namespace api_detail

template <has_action Input, crypto::sha256_policy Policy>
result<http::request, failure> make_request(const Input& input, const client_profile_view& profile, unix_time now,
                                            const request_options& options, Policy&& policy) {
    return api_detail::make_signed_request(action_of<Input>, input_ref::of(input), profile, now, options, policy);
}

template <json_or_content Content, crypto::sha256_policy Policy>
result<http::request, failure> make_request(const action& action, const Content& content, const client_profile_view& profile, unix_time now,
                                            const request_options& options, Policy&& policy) {
    return api_detail::make_signed_request(action, input_ref::of(content), profile, now, options, policy);
}

template <has_action Input, signing::signer Signer, crypto::sha256_policy Policy>
result<http::request, failure> make_request(const Input& input, const client_profile_view& profile, unix_time now,
                                            const request_options& options, Signer&& signer, Policy&& policy) {
    return api_detail::make_request_of_signer(action_of<Input>, input_ref::of(input), profile, now, options, signer, policy);
}

template <json_or_content Content, signing::signer Signer, crypto::sha256_policy Policy>
result<http::request, failure> make_request(const action& action, const Content& content, const client_profile_view& profile, unix_time now,
                                            const request_options& options, Signer&& signer, Policy&& policy) {
    return api_detail::make_request_of_signer(action, input_ref::of(content), profile, now, options, signer, policy);
}

template <has_action Input, crypto::sha256_policy Policy>
result<prepared_request, failure> prepare_request(const Input& input, const client_profile_view& profile, unix_time now,
                                                  const request_options& options, Policy&& policy) {
    return api_detail::request_writer(action_of<Input>, input_ref::of(input), profile, now, options).prepare(policy);
}

template <json_or_content Content, crypto::sha256_policy Policy>
result<prepared_request, failure> prepare_request(const action& action, const Content& content, const client_profile_view& profile,
                                                  unix_time now, const request_options& options, Policy&& policy) {
    return api_detail::request_writer(action, input_ref::of(content), profile, now, options).prepare(policy);
}

}  // namespace tc3::inline v0_1
