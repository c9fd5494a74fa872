// SPDX-License-Identifier: MIT
// From an input to a signed HTTP request: the first of the two functions that tc3 is made of. It is pure, unless you pass a signer or a
// policy with effects of its own.
#pragma once

#include <tc3/api/client_profile.hpp>
#include <tc3/api/failure.hpp>
#include <tc3/api/input_ref.hpp>
#include <tc3/api/request_options.hpp>
#include <tc3/config.hpp>
#include <tc3/core/result.hpp>
#include <tc3/core/unix_time.hpp>
#include <tc3/http/layout.hpp>
#include <tc3/http/request.hpp>
#include <tc3/signing/signature.hpp>
#include <tc3/signing/signer_input.hpp>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace tc3::inline TC3_NAMESPACE {

/// Builds and signs the HTTP request for one action.
///
/// `input` is a described struct such as `faceid::apply_liveness_token`, `{action, json}` or `{action, content}`. `now` is the time that is
/// signed, in UTC seconds; the service accepts a deviation of five minutes. By default the secret key of the profile signs, with the
/// built-in SHA-256: the options `hash` and `signer` replace these. With a signer, only the token of the credential is used. Nothing of the
/// arguments is kept.
///
/// Errors: stage `request`, with the part or field that is wrong: a credential that was copied with other characters, that is a placeholder
/// or whose id and key are swapped; an unusable host, service, action, version, region, header or
/// time; a required field that is unset; text that is not UTF-8; base64 in another form than binary_view::base64() requires; more than
/// largest_body or largest_query; a policy that failed; the error of a signer, or signer_failed if it gives none.
/// Cost: one allocation, of the string that becomes the request; for a GET also its JSON, its query and a list of pairs; 22 SHA-256
/// compressions for a usual request, 8 with a signing::day_key in `options`. A struct whose JSON is longer than 512 bytes is written twice,
/// without its images the first time.
/// Source: docs/tc3-signing.md 1.2-1.5; manual, "Signature v3".
[[nodiscard]] result<http::request, failure> make_request(const input_ref& input, const client_profile_view& profile, unix_time now,
                                                          const request_options& options = {});

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

/// Builds a request without its signature: the first of two steps. Of the credential of the profile only id and token are used. With
/// `options.signer` the id is that of the signer, whose sign() is not called.
///
/// Errors: those of make_request(); not_allowed for an option that skips the authorization.
[[nodiscard]] result<prepared_request, failure> prepare_request(const input_ref& input, const client_profile_view& profile, unix_time now,
                                                                const request_options& options = {});

/// Completes a prepared request with its signature: the second of two steps. The signature is not verified.
[[nodiscard]] http::request attach(prepared_request request, const signing::signature& signature);

}  // namespace tc3::inline TC3_NAMESPACE

#if defined(TC3_BODIES)

#include <tc3/api/query.hpp>
#include <tc3/api/request_builder.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/crypto/policy.hpp>
#include <tc3/http/header.hpp>
#include <tc3/signing/any_policy.hpp>
#include <tc3/signing/authorization.hpp>
#include <tc3/validation/credential_rules.hpp>
#include <tc3/validation/first_error.hpp>

namespace tc3::inline TC3_NAMESPACE {

namespace api_detail {

/// Writes a request into one string.
///
/// Lifetime: refers to all arguments of the constructor.
class request_writer {
public:
    request_writer(const input_ref& input, const client_profile_view& profile, unix_time now, const request_options& options)
        : input_(input), credential_(profile.credential), options_(options), builder_(input, profile, choose_host(profile), now, options) {}
    request_writer(const request_writer&) = delete;
    request_writer& operator=(const request_writer&) = delete;

    [[nodiscard]] result<http::request, failure> sign();
    [[nodiscard]] result<prepared_request, failure> prepare();

private:
    /// Returns the host of the request, which may be in `default_host_`.
    [[nodiscard]] std::string_view choose_host(const client_profile_view& profile) noexcept;
    /// Checks what is no part of the request, too: whether the credential is a placeholder, or its id and this key are swapped.
    void check_credential(std::string_view secret_key);
    /// Writes everything except the Authorization header.
    void write_unsigned(signing::any_policy& policy);
    /// Writes the body and its hash, after room for the whole request was allocated.
    void write_body(signing::any_policy& policy);
    /// Writes the query of a GET from the JSON of the input.
    void write_query();

    template <class Value>
    [[nodiscard]] result<Value, failure> fail() {
        return {error_made_in_place, [this] { return to_failure(); }};
    }
    /// Copies the name of the header or field, which may refer to the caller's memory.
    [[nodiscard]] failure to_failure();

    const input_ref& input_;
    const credential_view& credential_;
    const request_options& options_;
    default_host default_host_;
    request_builder builder_;
    std::string text_;
    std::string query_;
    first_error errors_;
    std::string field_;
};

TC3_FUNCTION std::string_view request_writer::choose_host(const client_profile_view& profile) noexcept {
    const std::string_view& host = host_of(input_, profile);
    if (!host.empty()) return host;
    write_default_host(default_host_, input_, profile);
    return default_host_.view();
}

TC3_FUNCTION result<http::request, failure> request_writer::sign() {
    const bool uses_key = options_.signer.uses_secret_key() && !options_.skip_authorization;
    check_credential(uses_key ? credential_.secret_key : std::string_view());
    options_.hash.use([this](signing::any_policy& policy) {
        write_unsigned(policy);
        sink_adapter text(text_);
        if (errors_.ok()) builder_.write_authorization(errors_, text, policy);
    });
    if (!errors_.ok()) return fail<http::request>();
    return {made_in_place, [this] { return http::request(builder_.layout(), std::move(text_)); }};
}

TC3_FUNCTION result<prepared_request, failure> request_writer::prepare() {
    if (options_.skip_authorization) errors_.add(errc::not_allowed, "signature");
    check_credential({});
    crypto::sha_256_digest hash{};
    options_.hash.use([&](signing::any_policy& policy) {
        write_unsigned(policy);
        if (errors_.ok()) builder_.hash_canonical_request(errors_, hash, policy);
    });
    if (!errors_.ok()) return fail<prepared_request>();
    sink_adapter text(text_);
    builder_.write_unsigned_authorization(errors_, text);
    if (!errors_.ok()) return fail<prepared_request>();
    signing::signer_input input = builder_.signer_input_of(hash);
    input.signed_headers = {};  // they refer to the builder
    return prepared_request(builder_.layout(), std::move(text_), input);
}

TC3_FUNCTION void request_writer::check_credential(std::string_view secret_key) {
    const std::string_view secret_id = options_.skip_authorization ? std::string_view() : options_.signer.secret_id(credential_.secret_id);
    check_placeholders_and_swap(errors_, secret_id, secret_key, credential_.token);
}

TC3_FUNCTION void request_writer::write_unsigned(signing::any_policy& policy) {
    if (errors_.ok()) builder_.check_parts(errors_);
    if (errors_.ok() && options_.method == http::method::get && input_.is_json()) write_query();
    if (!errors_.ok()) return;
    write_body(policy);
    sink_adapter text(text_);
    if (errors_.ok()) builder_.write_head(text);
}

TC3_FUNCTION void request_writer::write_body(signing::any_policy& policy) {
    // A short body is written once, into the draft; another one again, when its size is known. So is a body with an error, since a draft
    // does not find all.
    std::array<char, 512> memory;
    buffer_sink draft(memory);
    sink_adapter draft_out(draft);
    std::size_t left_out = 0;
    const bool has_body = options_.method == http::method::post && !options_.stream_body;
    const bool is_valid = !has_body || input_.write_draft(draft_out, left_out);
    const std::size_t size = draft.needed() + left_out;
    if (is_valid && size <= largest_body) text_.reserve(size + builder_.head_size());

    sink_adapter text(text_);
    const bool is_whole = is_valid && draft.needed() != 0 && draft.complete() && left_out == 0;
    if (is_whole) return builder_.write_short_body(errors_, text, policy, draft.view());
    sink_adapter field(field_);
    builder_.write_body(errors_, text, policy, field);
}

TC3_FUNCTION void request_writer::write_query() {
    std::string json;
    sink_adapter text(json);
    sink_adapter field(field_);
    input_.write(text, errors_, field);
    if (!errors_.ok()) return;
    sink_adapter query(query_);
    write_json_as_query(errors_, query, json);
    if (errors_.ok()) builder_.set_query(query_);
}

TC3_FUNCTION failure request_writer::to_failure() {
    errors_.name_character(builder_.text_of(errors_.error()));
    failure failed{.stage = stage::request, .reason = errors_.error(), .field = std::move(field_)};
    if (failed.field.empty()) failed.field = failed.reason.name;
    failed.reason.name = {};
    return failed;
}

}  // namespace api_detail

TC3_FUNCTION result<http::request, failure> make_request(const input_ref& input, const client_profile_view& profile, unix_time now,
                                                         const request_options& options) {
    return api_detail::request_writer(input, profile, now, options).sign();
}

TC3_FUNCTION result<prepared_request, failure> prepare_request(const input_ref& input, const client_profile_view& profile, unix_time now,
                                                               const request_options& options) {
    return api_detail::request_writer(input, profile, now, options).prepare();
}

TC3_FUNCTION http::request attach(prepared_request request, const signing::signature& signature) {
    const auto hex = signature.hex();
    request.text_.append(hex.data(), hex.size());
    http::header_list::pack_end(request.text_);
    return {request.layout_, std::move(request.text_)};
}

}  // namespace tc3::inline TC3_NAMESPACE

#endif  // TC3_BODIES
