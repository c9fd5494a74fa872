// SPDX-License-Identifier: MIT
// Assembles a request: checks every part and writes them one behind the other into any sink. Used by make_request.hpp and
// make_request_into.hpp.
#pragma once

#include <tc3/api/client_profile.hpp>
#include <tc3/api/input_ref.hpp>
#include <tc3/api/own_headers.hpp>
#include <tc3/api/request_options.hpp>
#include <tc3/core/fixed_text.hpp>
#include <tc3/core/slice.hpp>
#include <tc3/core/text_literal.hpp>
#include <tc3/http/layout.hpp>
#include <tc3/model/action.hpp>
#include <tc3/signing/authorization.hpp>
#include <tc3/signing/payload_hash.hpp>
#include <tc3/signing/signer.hpp>

#include <array>
#include <cstddef>
#include <string_view>

namespace tc3::inline v0_1::api_detail {

/// Writes a request in the order of http::request_layout, body first. It keeps no text, so that the request may go into a string, into the
/// caller's memory, or, but for its head, nowhere at all.
class request_builder {
public:
    /// All arguments must outlive the builder. Of the profile's credential only id and token are looked at, unless it is to sign.
    request_builder(const action& what, const input_ref& content, const client_profile_view& profile, unix_time now,
                    const request_options& options) noexcept;
    request_builder(const request_builder&) = delete;
    request_builder& operator=(const request_builder&) = delete;

    /// The query of a GET, where it had to be made.
    void set_query(std::string_view query) noexcept { parts_.query = query; }

    // Each step adds what is wrong to `errors`, and is to be taken only while there is no fault.

    /// Looks at all but the body and the secret key.
    void validate(first_error& errors) const noexcept;

    /// Writes the body and hashes it on its way. Writes to `field` the path of one that is at fault.
    template <crypto::sha256_policy Policy>
    void write_body(first_error& errors, any_sink& out, const input_ref& content, Policy& policy, any_sink& field);

    /// Writes all but the body and the Authorization header.
    void write_head(any_sink& out);

    /// Signs with the profile's secret key and writes the Authorization header, the last part. Nothing is kept of the key.
    template <crypto::sha256_policy Policy>
    TC3_NOINLINE void write_authorization(first_error& errors, any_sink& out, Policy& policy) const;
    /// Has the signature made by a signer, whose id the profile holds.
    template <signing::signer Signer, crypto::sha256_policy Policy>
    TC3_NOINLINE void write_authorization(first_error& errors, any_sink& out, Signer& signer, Policy& policy) const;

    /// All up to the string to sign, for a signature that is made later.
    template <crypto::sha256_policy Policy>
    [[nodiscard]] result<signing::signing_request, error> prepare(Policy& policy) const;
    /// Writes the Authorization header up to its signature, which attach() adds.
    void write_unsigned_authorization(any_sink& out) const;

    [[nodiscard]] const http::request_layout& layout() const noexcept { return layout_; }

private:
    static constexpr std::size_t longest_request_client = 128;
    static constexpr std::size_t most_signed_headers = signing::most_signed_headers - 3;  // beside our own
    static constexpr std::size_t longest_host = 253 + 6;                                  // a DNS name and ":65535"
    static constexpr std::string_view usual_domain = ".tencentcloudapi.com";

    [[nodiscard]] static const std::string_view& first_of(const std::string_view& preferred, const std::string_view& otherwise) noexcept {
        return preferred.empty() ? otherwise : preferred;
    }
    [[nodiscard]] std::array<std::string_view, std::size(own_headers)> header_values() const noexcept;

    void validate_address(first_error& errors) const noexcept;
    void validate_extra_headers(first_error& errors) const noexcept;
    void write_body(first_error& errors, any_sink& out, any_sink& hash, const input_ref& content, any_sink& field);
    void write_signature(any_sink& out, const crypto::sha256_digest& made) const;

    const action& what_;
    const client_profile_view& profile_;
    const request_options& options_;
    unix_time now_;
    std::string_view content_type_;
    std::string_view service_;
    std::string_view host_;  // as given: letters become small where it is written
    fixed_text<longest_service + usual_domain.size()> usual_host_;
    fixed_text<20> timestamp_;
    http::header signed_headers_[3] = {{"Content-Type"sv, {}}, {"Host"sv, {}}, {"X-TC-Action"sv, {}}};
    signing::request_parts parts_;
    http::request_layout layout_;
};

TC3_NOINLINE inline request_builder::request_builder(const action& what, const input_ref& content, const client_profile_view& profile,
                                                     unix_time now, const request_options& options) noexcept
    : what_(what),
      profile_(profile),
      options_(options),
      now_(now),
      content_type_(content.type(options.method)),
      service_(first_of(profile.service, what.service)),
      host_(first_of(profile.host, what.host)),
      parts_{.method = options.method,
             .canonical_uri = options.path,
             .query = content.query(),
             .headers = {{signed_headers_, options.sign_action ? std::size_t{3} : std::size_t{2}}, options.signed_headers}} {
    if (service_.empty()) service_ = signing::service_label(host_);
    if (host_.empty()) {
        usual_host_.append(service_);
        usual_host_.append(usual_domain);
        host_ = usual_host_.view();
    }
    write_decimal(timestamp_, now.seconds);
    signed_headers_[0].value = content_type_;
    signed_headers_[1].value = host_;
    signed_headers_[2].value = what_.name;
}

/// Those of own_headers, in its order; empty where one is not sent.
TC3_NOINLINE inline std::array<std::string_view, std::size(own_headers)> request_builder::header_values() const noexcept {
    return {content_type_,
            what_.name,
            first_of(profile_.version, what_.version),
            timestamp_.view(),
            profile_.region,
            profile_.language,
            profile_.credential.token,
            options_.request_client,
            options_.trace_id,
            options_.unsigned_payload ? signing::unsigned_payload : std::string_view{}};
}

inline void request_builder::validate(first_error& errors) const noexcept {
    if (!options_.skip_authorization) errors.check_text(secret_id_rule, profile_.credential.secret_id);
    check_scope(errors, service_, now_);
    const auto values = header_values();
    for (std::size_t i = 0; i < values.size(); ++i) {
        errors.check_value(own_headers[i].rule, own_headers[i].name_in_error(), values[i]);
    }
    if (what_.needs_region && profile_.region.empty()) errors.add(errc::missing, "region");
    errors.check_size("header value", options_.request_client.size(), longest_request_client, "X-TC-RequestClient"sv);
    errors.check_size("query", parts_.query.size(), largest_query);
    // A POST signs no query (SPEC 1.2).
    if (options_.method == http::method::post && !parts_.query.empty()) errors.add(errc::not_allowed, "query");
    check_target(errors, parts_.canonical_uri, parts_.query);
    validate_address(errors);
    validate_extra_headers(errors);
    check_signed_headers(errors, parts_.headers);
}

inline void request_builder::validate_address(first_error& errors) const noexcept {
    errors.check_size("host", host_.size(), longest_host);
    check_address(errors, "host", host_);
    if (!profile_.connect_to.empty()) check_address(errors, "connect address", profile_.connect_to);
    if (profile_.scheme.empty()) errors.add(errc::missing, "scheme");
    if (!equal(profile_.scheme, "https"sv) && !equal(profile_.scheme, "http"sv)) errors.add(errc::not_allowed, "scheme");
}

inline void request_builder::validate_extra_headers(first_error& errors) const noexcept {
    const std::size_t signed_count = options_.signed_headers.size();
    if (signed_count > most_signed_headers) {
        errors.add({.code = errc::too_many, .part = "signed headers", .needed = signed_count, .limit = most_signed_headers});
    }
    const http::header_set extra(options_.signed_headers, options_.headers);
    for (std::size_t i = 0; i < extra.size(); ++i) {
        const http::header& field = extra[i];
        check_header(errors, field);
        errors.check_text(header_name_rule, field.name);  // blanks around it are fine in a canonical form, not on the wire
        bool twice = is_own_header(field.name);
        for (std::size_t earlier = 0; earlier < i; ++earlier) twice = twice || ascii::equal_lower(field.name, extra[earlier].name);
        if (twice) errors.add(errc::duplicate, "header name", field.name);
        if (i < signed_count && changes_on_the_way(field.name)) {
            errors.add(errc::not_allowed, "header name", field.name);
        }
    }
}

/// Writes a body to where it goes and to the hash, and counts it. Of a body beyond the limit the rest is only counted.
class body_sink final : public any_sink {
public:
    body_sink(any_sink* out, any_sink* hash) noexcept : any_sink(append_to), out_(out), hash_(hash) {}

    [[nodiscard]] std::size_t size() const noexcept { return size_; }

private:
    static void append_to(any_sink& self, const std::string_view& text) { static_cast<body_sink&>(self).take(text); }
    void take(const std::string_view& text) {
        size_ += text.size();
        if (size_ > largest_body) return;
        if (out_ != nullptr) out_->append(text);
        if (hash_ != nullptr) hash_->append(text);
    }

    any_sink* out_;
    any_sink* hash_;
    std::size_t size_ = 0;
};

inline void request_builder::write_body(first_error& errors, any_sink& out, any_sink& hash, const input_ref& content, any_sink& field) {
    body_sink body(options_.stream_body ? nullptr : &out, options_.unsigned_payload ? nullptr : &hash);
    const bool is_get = options_.method == http::method::get;
    if (!is_get || !content.is_json()) content.write(body, errors, field);
    if (options_.unsigned_payload) hash.append(signing::unsigned_payload);

    (options_.stream_body ? layout_.streamed_body : layout_.body) = body.size();
    // GET signs the hash of nothing (SPEC 1.2): a body would go out unsigned.
    if (is_get && body.size() != 0) errors.add(errc::not_allowed, "body");
    errors.check_size("body", body.size(), largest_body);
}

template <crypto::sha256_policy Policy>
void request_builder::write_body(first_error& errors, any_sink& out, const input_ref& content, Policy& policy, any_sink& field) {
    if (options_.skip_authorization) {
        counting_sink nothing;
        sink_adapter unhashed(nothing);
        write_body(errors, out, unhashed, content, field);
        return;
    }
    crypto::hash_sink hash(policy);
    sink_adapter hashed(hash);
    write_body(errors, out, hashed, content, field);
    if (errors.ok() && !hash.finish_into(parts_.hashed_payload)) errors.add(errc::crypto_failed, "body");
}

template <crypto::sha256_policy Policy>
result<signing::signing_request, error> request_builder::prepare(Policy& policy) const {
    return signing::make_signing_request(parts_, service_, now_, policy);
}

inline void request_builder::write_head(any_sink& out) {
    layout_.method = options_.method;
    out.append(profile_.scheme);
    layout_.scheme = profile_.scheme.size();
    write_lower(out, host_);
    layout_.host = host_.size();
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
        if (!values[i].empty()) http::header_list::pack(out, {own_headers[i].name, values[i], own_headers[i].is_sensitive});
    }
    const http::header_set extra(options_.signed_headers, options_.headers);
    for (std::size_t i = 0; i < extra.size(); ++i) http::header_list::pack(out, extra[i]);
}

inline void request_builder::write_unsigned_authorization(any_sink& out) const {
    const utc_date date(now_);
    http::header_list::pack_begin(out, "Authorization"sv, true);
    signing::write_unsigned_authorization(out, profile_.credential.secret_id, {date.view(), service_}, parts_.headers);
}

inline void request_builder::write_signature(any_sink& out, const crypto::sha256_digest& made) const {
    write_unsigned_authorization(out);
    signing::write_digest(out, made);
    http::header_list::pack_end(out);
}

template <crypto::sha256_policy Policy>
void request_builder::write_authorization(first_error& errors, any_sink& out, Policy& policy) const {
    if (options_.skip_authorization) {
        http::header_list::pack(out, {"Authorization"sv, signing::skip_authorization});
        return;
    }
    errors.check_text(secret_key_rule, profile_.credential.secret_key);
    if (!errors.ok()) return;
    crypto::sha256_digest made{};
    if (signing::sign_valid_parts(made, parts_, service_, now_, profile_.credential.secret_key, policy)) {
        write_signature(out, made);
    } else {
        errors.add(errc::crypto_failed, "signature");
    }
}

template <signing::signer Signer, crypto::sha256_policy Policy>
void request_builder::write_authorization(first_error& errors, any_sink& out, Signer& signer, Policy& policy) const {
    if (options_.skip_authorization) {
        http::header_list::pack(out, {"Authorization"sv, signing::skip_authorization});
        return;
    }
    const auto prepared = prepare(policy);
    if (!prepared) {
        errors.add(prepared.error());
        return;
    }
    const result<signing::signature, error> made = signer.sign(*prepared);
    if (made) return write_signature(out, made->bytes);
    error why = made.error();
    if (why.code == errc::none) why = {.code = errc::signer_failed, .part = "signature"};  // it did fail, whatever it says
    errors.add(why);
}

}  // namespace tc3::inline v0_1::api_detail
