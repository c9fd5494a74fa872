// SPDX-License-Identifier: MIT
// Validates the parts of a request and writes them one after the other into any sink. Used by make_request.hpp and make_request_into.hpp.
#pragma once

#include <tc3/config.hpp>

#if defined(TC3_BODIES)

#include <tc3/api/client_profile.hpp>
#include <tc3/api/input_ref.hpp>
#include <tc3/api/request_options.hpp>
#include <tc3/api/tc3_headers.hpp>
#include <tc3/core/ascii.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/fixed_text.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/core/slice.hpp>
#include <tc3/core/text_literal.hpp>
#include <tc3/core/unix_time.hpp>
#include <tc3/core/write_lower.hpp>
#include <tc3/crypto/hash.hpp>
#include <tc3/crypto/policy.hpp>
#include <tc3/http/header.hpp>
#include <tc3/http/header_refs.hpp>
#include <tc3/http/layout.hpp>
#include <tc3/http/message.hpp>
#include <tc3/model/action.hpp>
#include <tc3/signing/any_policy.hpp>
#include <tc3/signing/authorization.hpp>
#include <tc3/signing/canonical_request.hpp>
#include <tc3/signing/parse_authorization.hpp>
#include <tc3/signing/payload_hash.hpp>
#include <tc3/validation/address_rules.hpp>
#include <tc3/validation/credential_rules.hpp>
#include <tc3/validation/first_error.hpp>
#include <tc3/validation/header_rules.hpp>
#include <tc3/validation/scope_rules.hpp>
#include <tc3/validation/target_rules.hpp>

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::api_detail {

/// Writes a body to `out` and to `hash`, if they are not null, and counts its size. A body beyond the limit is only counted.
class body_sink final : public any_sink {
public:
    body_sink(any_sink* out, any_sink* hash) noexcept : any_sink(append_to), out_(out), hash_(hash) {}

    [[nodiscard]] std::size_t size() const noexcept { return size_; }

private:
    static void append_to(any_sink& self, const std::string_view& text) { static_cast<body_sink&>(self).take(text); }
    void take(const std::string_view& text);

    any_sink* out_;
    any_sink* hash_;
    std::size_t size_ = 0;
};

/// Returns the host of a request: that of the profile, else that of the action; empty if neither has one.
[[nodiscard]] inline const std::string_view& host_of(const input_ref& input, const client_profile_view& profile) noexcept {
    return profile.host.empty() ? input.action().host : profile.host;
}

using default_host = fixed_text<longest_service + default_domain.size()>;

/// Writes the host of a request for which host_of() is empty: `<service>.tencentcloudapi.com`.
void write_default_host(default_host& out, const input_ref& input, const client_profile_view& profile) noexcept;

/// The number of headers of tc3 that can be signed: Content-Type, Host and X-TC-Action.
inline constexpr std::size_t most_tc3_signed_headers = 3;

/// Writes a request in the order of http::request_layout: the body first, the Authorization header last. It keeps no part of the request:
/// body and head go to the sinks of the caller, and a streamed body is only counted and hashed.
///
/// Call check_parts(), set_query() if the input becomes the query, write_body() or write_short_body(), write_head() and
/// write_authorization() in this order, each only while `errors` is ok.
///
/// Lifetime: refers to all arguments of the constructor.
class request_builder {
public:
    request_builder(const input_ref& input, const client_profile_view& profile, const std::string_view& host, unix_time now,
                    const request_options& options) noexcept;
    request_builder(const request_builder&) = delete;
    request_builder& operator=(const request_builder&) = delete;

    /// Sets the query of a GET whose input is a struct or JSON.
    void set_query(std::string_view query) noexcept { parts_.query = query; }

    /// Returns the size of everything except the body, or slightly more.
    [[nodiscard]] std::size_t head_size() const noexcept;

    /// Adds the first error in everything except the body and the secret key.
    void check_parts(first_error& errors) const;

    /// Writes the body, and hashes it at the same time. If a field is wrong, writes its path to `field`.
    void write_body(first_error& errors, any_sink& out, signing::any_policy& policy, any_sink& field);

    /// Writes the body of a POST that has been made already, and hashes it. It is not streamed, and far below the limit.
    void write_short_body(first_error& errors, any_sink& out, signing::any_policy& policy, std::string_view body);

    /// Writes everything except the body and the Authorization header.
    void write_head(any_sink& out);

    /// Signs the request and writes the Authorization header.
    void write_authorization(first_error& errors, any_sink& out, signing::any_policy& policy) const;

    /// Hashes the canonical request, for signer_input_of().
    void hash_canonical_request(first_error& errors, crypto::sha_256_digest& hash, signing::any_policy& policy) const;
    /// Makes what a signer signs.
    [[nodiscard]] signing::signer_input signer_input_of(const crypto::sha_256_digest& hashed_canonical_request) const noexcept;
    /// Writes the Authorization header up to its signature, which attach() appends. Checks the secret id of a signer again: it may have
    /// changed while it signed.
    void write_unsigned_authorization(first_error& errors, any_sink& out) const;

    /// Returns the text of the part that an error names, for its message; empty for parts without one text. A key or a token is only for
    /// first_error::name_character().
    [[nodiscard]] std::string_view text_of(const error& error) const;

    [[nodiscard]] const http::request_layout& layout() const noexcept { return layout_; }

private:
    static constexpr std::size_t longest_request_client = 128;
    static constexpr std::size_t longest_host = 253 + 6;  // a DNS name and ":65535"

    [[nodiscard]] static const std::string_view& first_of(const std::string_view& preferred, const std::string_view& otherwise) noexcept {
        return preferred.empty() ? otherwise : preferred;
    }
    /// Returns the values of tc3_headers, in the same order; "" for a header that is not sent.
    [[nodiscard]] std::array<std::string_view, std::size(tc3_headers)> header_values() const noexcept;
    [[nodiscard]] std::string_view secret_id() const { return options_.signer.secret_id(profile_.credential.secret_id); }
    [[nodiscard]] const std::string_view& content_type() const noexcept { return signed_headers_[0].value; }
    // As it was given: write_head() writes it in lower case.
    [[nodiscard]] const std::string_view& host() const noexcept { return signed_headers_[1].value; }
    [[nodiscard]] http::header_refs program_headers() const noexcept { return {options_.signed_headers.view(), options_.headers.view()}; }
    [[nodiscard]] const extra_header_functions* program_header_functions() const noexcept {
        const extra_header_functions* functions = options_.headers.functions();
        return functions != nullptr ? functions : options_.signed_headers.functions();
    }

    void check_content_type(first_error& errors) const noexcept;
    void check_connection(first_error& errors) const noexcept;
    /// A null `hash` is for a request without authorization.
    void write_body_and_hash(first_error& errors, any_sink& out, any_sink* hash, any_sink& field);
    [[nodiscard]] signing::request_to_sign to_sign() const noexcept { return {parts_, service_, now_, profile_.credential.secret_key}; }

    const input_ref& input_;
    const client_profile_view& profile_;
    const request_options& options_;
    unix_time now_;
    std::string_view service_;
    fixed_text<20> timestamp_;
    http::header signed_headers_[most_tc3_signed_headers] = {
        {"content-type"sv, {}}, {"host"sv, {}}, {"x-tc-action"sv, {}}};  // as they are signed
    signing::request_parts parts_;
    http::request_layout layout_;
};

TC3_FUNCTION void body_sink::take(const std::string_view& text) {
    size_ += text.size();
    if (size_ > largest_body) return;
    if (out_ != nullptr) out_->append(text);
    if (hash_ != nullptr) hash_->append(text);
}

TC3_FUNCTION void write_default_host(default_host& out, const input_ref& input, const client_profile_view& profile) noexcept {
    out.append(profile.service.empty() ? input.action().service : profile.service);
    out.append(default_domain);
}

TC3_NOINLINE TC3_FUNCTION request_builder::request_builder(const input_ref& input, const client_profile_view& profile,
                                                           const std::string_view& host, unix_time now,
                                                           const request_options& options) noexcept
    : input_(input),
      profile_(profile),
      options_(options),
      now_(now),
      service_(first_of(profile.service, input.action().service)),
      parts_{.method = options.method, .canonical_uri = options.path, .query = input.query(), .headers = {}, .hashed_payload = {}} {
    if (service_.empty()) service_ = signing::service_label(host);
    write_decimal(timestamp_, now.seconds);
    signed_headers_[0].value = first_of(options.content_type, input.content_type(options.method));
    signed_headers_[1].value = host;
    signed_headers_[2].value = input.action().name;
    const std::size_t own_count = options.sign_action ? most_tc3_signed_headers : most_tc3_signed_headers - 1;  // X-TC-Action is the last
    parts_.headers = http::header_refs(std::span<const http::header>(signed_headers_, own_count), options.signed_headers.view());
}

TC3_NOINLINE TC3_FUNCTION std::array<std::string_view, std::size(tc3_headers)> request_builder::header_values() const noexcept {
    return {content_type(),
            input_.action().name,
            first_of(profile_.version, input_.action().version),
            timestamp_.view(),
            profile_.region,
            profile_.language,
            profile_.credential.token,
            options_.request_client,
            options_.trace_id,
            options_.unsigned_payload ? signing::unsigned_payload : std::string_view{}};
}

TC3_FUNCTION void request_builder::check_parts(first_error& errors) const {
    if (!options_.skip_authorization) errors.check_text(issued_secret_id_rule, secret_id());
    check_scope(errors, service_, now_);
    const auto values = header_values();
    for (std::size_t i = 0; i < values.size(); ++i) {
        errors.check_value(tc3_headers[i].rule, tc3_headers[i].name_in_error(), values[i]);
    }
    if (input_.action().needs_region && profile_.region.empty()) errors.add(errc::missing, "region");
    if (errors.ok()) {
        errors.check_size("header value", options_.request_client.size(), longest_request_client);
        if (!errors.ok()) errors.set_field("X-TC-RequestClient");
    }
    // A POST signs no query (docs/tc3-signing.md 1.2).
    if (options_.method == http::method::post && !parts_.query.empty()) errors.add(errc::not_allowed, "query");
    errors.check_size("query", parts_.query.size(), largest_query);
    check_target(errors, parts_.canonical_uri, parts_.query);
    check_content_type(errors);
    check_connection(errors);
    // The signed headers of tc3 need no more checks.
    const extra_header_functions* functions = program_header_functions();
    if (functions != nullptr) functions->check_all(errors, program_headers(), options_.signed_headers.view().size());
}

TC3_FUNCTION void request_builder::check_content_type(first_error& errors) const noexcept {
    const std::string_view& type = options_.content_type;
    if (type.empty()) return;
    // No other case of letters: the manual signs the type in lower case, the SDKs as it is (docs/tc3-signing.md 1.2).
    const bool has_type_of_json = type.size() == json_content_type.size() || type.size() == json_utf8_content_type.size();
    const bool is_json = input_.is_json() && options_.method == http::method::post;
    if (!is_json || !has_type_of_json || !starts_with(json_utf8_content_type, type)) errors.add(errc::not_allowed, "content type");
}

TC3_FUNCTION void request_builder::check_connection(first_error& errors) const noexcept {
    errors.check_size("host", host().size(), longest_host);
    check_address(errors, "host", host());
    if (!profile_.connect_to.empty()) check_address(errors, "connect address", profile_.connect_to);
    const bool is_known = profile_.scheme.size() >= 4 && starts_with("https"sv, profile_.scheme);  // "http" or "https"
    if (!is_known) errors.add(profile_.scheme.empty() ? errc::missing : errc::not_allowed, "scheme");
}

TC3_FUNCTION void check_extra_headers(first_error& errors, const http::header_refs& extra, std::size_t signed_count) noexcept {
    constexpr std::size_t most_extra_signed_headers = signing::most_signed_headers - most_tc3_signed_headers;
    if (signed_count > most_extra_signed_headers) {
        errors.add({.code = errc::too_many, .part = "signed headers", .needed = signed_count, .limit = most_extra_signed_headers});
    }
    for (std::size_t i = 0; i < extra.size(); ++i) {
        const http::header& header = extra[i];
        const permission allowed = permission_of(header.name);
        if (extra.find(header.name) != &header) errors.add(errc::duplicate, "header name", header.name);
        check_header(errors, header);
        errors.check_text(header_name_rule, header.name);  // the canonical request trims blanks around a name, but HTTP does not allow them
        const bool is_signed = i < signed_count;
        const bool is_refused = allowed == permission::none || (is_signed && allowed == permission::unsigned_only);
        if (is_refused) errors.add(errc::not_allowed, "header name", header.name);
    }
}

TC3_FUNCTION void request_builder::write_body_and_hash(first_error& errors, any_sink& out, any_sink* hash, any_sink& field) {
    body_sink body(options_.stream_body ? nullptr : &out, options_.unsigned_payload ? nullptr : hash);
    const bool is_get = options_.method == http::method::get;
    // The struct or JSON of a GET is in the query already.
    if (!is_get || !input_.is_json()) input_.write(body, errors, field);
    if (options_.unsigned_payload && hash != nullptr) hash->append(signing::unsigned_payload);

    std::size_t& size = options_.stream_body ? layout_.streamed_body_size : layout_.body;
    size = body.size();
    // A GET signs the hash of an empty body (docs/tc3-signing.md 1.2), so a body would be sent unsigned.
    if (is_get && body.size() != 0) errors.add(errc::not_allowed, "body");
    errors.check_size("body", body.size(), largest_body);
}

TC3_FUNCTION void request_builder::write_body(first_error& errors, any_sink& out, signing::any_policy& policy, any_sink& field) {
    if (options_.skip_authorization) return write_body_and_hash(errors, out, nullptr, field);
    crypto::hash_sink hash(policy);
    write_body_and_hash(errors, out, &hash, field);
    if (errors.ok() && !hash.finish_into(parts_.hashed_payload)) errors.add(errc::crypto_failed, "body");
}

TC3_FUNCTION void request_builder::write_short_body(first_error& errors, any_sink& out, signing::any_policy& policy,
                                                    std::string_view body) {
    out.append(body);
    layout_.body = body.size();
    if (options_.skip_authorization) return;
    crypto::hash_sink hash(policy);
    hash.append_at_once(options_.unsigned_payload ? signing::unsigned_payload : body);
    if (!hash.finish_into(parts_.hashed_payload)) errors.add(errc::crypto_failed, "body");
}

TC3_FUNCTION void request_builder::write_head(any_sink& out) {
    layout_.method = options_.method;
    out.append(profile_.scheme);
    layout_.scheme = profile_.scheme.size();
    write_lower(out, host());
    layout_.host = host().size();
    out.append(profile_.connect_to);
    layout_.connect_to = profile_.connect_to.size();
    out.append(options_.path);
    layout_.target = options_.path.size();
    if (!parts_.query.empty()) {
        out.append("?"sv);
        out.append(parts_.query);
        layout_.target += 1 + parts_.query.size();
    }

    const auto values = header_values();
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (values[i].empty()) continue;
        http::header_list::pack_begin(out, tc3_headers[i].name, tc3_headers[i].is_sensitive());
        out.append(values[i]);
        http::header_list::pack_end(out);
    }
    const extra_header_functions* functions = program_header_functions();
    if (functions != nullptr) functions->pack_all(out, program_headers());
}

TC3_FUNCTION void pack_extra_headers(any_sink& out, const http::header_refs& headers) {
    for (std::size_t i = 0; i < headers.size(); ++i) http::header_list::pack(out, headers[i]);
}

TC3_FUNCTION std::size_t request_builder::head_size() const noexcept {
    constexpr std::size_t marks = 2;  // of a packed header: after its name and after its value
    std::size_t size = profile_.scheme.size() + host().size() + profile_.connect_to.size();
    size += options_.path.size() + 1 + parts_.query.size();
    const auto values = header_values();
    for (std::size_t i = 0; i < values.size(); ++i) size += tc3_headers[i].name.size() + values[i].size() + marks;
    const http::header_refs extra = program_headers();
    for (std::size_t i = 0; i < extra.size(); ++i) size += extra[i].name.size() + extra[i].value.size() + marks;
    return size + "Authorization"sv.size() + marks + signing::authorization_size(secret_id(), service_, parts_.headers);
}

TC3_FUNCTION void request_builder::write_unsigned_authorization(first_error& errors, any_sink& out) const {
    const std::string_view id = secret_id();
    if (!options_.signer.uses_secret_key()) errors.check_text(issued_secret_id_rule, id);
    if (!errors.ok()) return;
    const utc_date date(now_);
    http::header_list::pack_begin(out, "Authorization"sv, true);
    signing::write_unsigned_authorization(out, id, {date.view(), service_}, parts_.headers);
}

TC3_NOINLINE TC3_FUNCTION void request_builder::write_authorization(first_error& errors, any_sink& out, signing::any_policy& policy) const {
    if (options_.skip_authorization) {
        http::header_list::pack_begin(out, "Authorization"sv, true);
        out.append(signing::skip_authorization);
        http::header_list::pack_end(out);
        return;
    }
    crypto::sha_256_digest signature{};
    options_.signer.sign_valid(signature, errors, to_sign(), policy);
    if (errors.ok()) write_unsigned_authorization(errors, out);
    if (!errors.ok()) return;
    signing::write_digest(out, signature);
    http::header_list::pack_end(out);
}

TC3_FUNCTION void request_builder::hash_canonical_request(first_error& errors, crypto::sha_256_digest& hash,
                                                          signing::any_policy& policy) const {
    if (!signing::hash_valid_parts(hash, parts_, policy)) errors.add(errc::crypto_failed, "signature");
}

TC3_FUNCTION std::string_view request_builder::text_of(const error& error) const {
    const struct {
        part_name part;
        std::string_view text;
    } texts[] = {
        {"secret id", secret_id()},
        {"secret key", options_.signer.uses_secret_key() ? profile_.credential.secret_key : std::string_view()},
        {"service", service_},
        {"host", host()},
        {"connect address", profile_.connect_to},
    };
    for (const auto& each : texts) {
        if (error.part != each.part) continue;
        // What is before an '@' in an address may be a password.
        const std::size_t to_at = ascii::find(slice(each.text, error.position), '@');
        return to_at == 0 || to_at == std::string_view::npos ? each.text : std::string_view();
    }
    const auto values = header_values();
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (error.part == tc3_headers[i].rule.part && equal(error.name, tc3_headers[i].name_in_error())) return values[i];
    }
    const http::header_refs extra = program_headers();
    for (std::size_t i = 0; i < extra.size(); ++i) {
        if (error.part == header_value_rule.part && equal(error.name, extra[i].name)) return extra[i].value;
    }
    return {};
}

TC3_FUNCTION signing::signer_input request_builder::signer_input_of(const crypto::sha_256_digest& hashed_canonical_request) const noexcept {
    return signing::signer_input_of_valid(to_sign(), hashed_canonical_request);
}

}  // namespace tc3::inline TC3_NAMESPACE::api_detail

#endif  // TC3_BODIES
