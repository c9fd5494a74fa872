// SPDX-License-Identifier: MIT
// Assembles a request: checks every part and writes them one behind the other into any sink. Used by make_request.hpp and
// make_request_into.hpp.
#pragma once

#include <tc3/api/action.hpp>
#include <tc3/api/client_profile.hpp>
#include <tc3/api/field_path.hpp>
#include <tc3/api/request_content.hpp>
#include <tc3/api/request_options.hpp>
#include <tc3/api/request_rules.hpp>
#include <tc3/core/fixed_text.hpp>
#include <tc3/http/layout.hpp>
#include <tc3/signing/authorization.hpp>
#include <tc3/signing/payload_hash.hpp>
#include <tc3/signing/signer.hpp>

#include <array>
#include <cstddef>
#include <iterator>
#include <string_view>
#include <utility>

namespace tc3::inline v0_1::detail {

/// A profile with the id of a signer, which need not be the profile's own.
[[nodiscard]] inline client_profile_view with_id(client_profile_view profile, std::string_view secret_id) noexcept {
    profile.credential.secret_id = secret_id;
    return profile;
}

/// Counts what passes on its way to a sink.
class part_sink {
public:
    explicit part_sink(any_sink& out) noexcept : out_(out) {}
    void append(std::string_view text) {
        out_.append(text);
        size_ += text.size();
    }
    /// The bytes since the last call: the size of a part.
    [[nodiscard]] std::size_t take_size() noexcept { return std::exchange(size_, 0); }

private:
    any_sink& out_;
    std::size_t size_ = 0;
};

/// Writes a request in the order of http::request_layout, body first. It keeps no text, so that the request may go into a string, into the
/// caller's memory, or, but for its head, nowhere at all.
class request_builder {
public:
    /// All arguments must outlive the builder. Of the profile's credential only id and token are looked at, unless it is to sign.
    request_builder(const action& what, const content_ref& content, const client_profile_view& profile, unix_time now,
                    const request_options& options) noexcept;
    request_builder(const request_builder&) = delete;
    request_builder& operator=(const request_builder&) = delete;

    /// The query of a GET, where it had to be made.
    void set_query(std::string_view query) noexcept { query_ = query; }

    /// The first rule that a part other than the body breaks.
    [[nodiscard]] error validate() const noexcept;

    /// Writes the body and hashes it on its way. Returns what is wrong, and leaves in `field` which field is.
    template <crypto::sha256_policy Policy>
    [[nodiscard]] error write_body(any_sink& out, const content_ref& content, Policy& policy, field_path& field);

    /// Writes all but the body and the Authorization header.
    void write_head(any_sink& out);

    /// Signs with the profile's secret key and writes the Authorization header, the last part. Nothing is kept of the key.
    template <crypto::sha256_policy Policy>
    [[nodiscard]] error write_authorization(any_sink& out, Policy& policy);
    /// Has the signature made by a signer, whose id the profile holds.
    template <signing::signer Signer, crypto::sha256_policy Policy>
    [[nodiscard]] error write_authorization(any_sink& out, Signer& signer, Policy& policy);

    /// All up to the string to sign, for a signature that is made later.
    template <crypto::sha256_policy Policy>
    [[nodiscard]] result<signing::prepared, error> prepare(Policy& policy) const;
    /// Writes the Authorization header up to its signature, which attach() adds.
    void write_unsigned_authorization(any_sink& out);

    [[nodiscard]] const http::request_layout& layout() const noexcept { return layout_; }

private:
    static constexpr std::size_t longest_request_client = 128;
    static constexpr std::size_t most_signed_headers = 29;  // beside our three: 32 are as many as verify_authorization() looks at
    static constexpr std::size_t longest_host = 253 + 6;    // a DNS name and ":65535"
    static constexpr std::string_view usual_domain = ".tencentcloudapi.com";

    [[nodiscard]] static std::string_view first_of(std::string_view preferred, std::string_view otherwise) noexcept {
        return preferred.empty() ? otherwise : preferred;
    }
    [[nodiscard]] std::array<std::string_view, std::size(own_headers)> header_values() const noexcept;
    [[nodiscard]] signing::header_set signed_headers() const noexcept;
    [[nodiscard]] signing::request_parts parts() const noexcept;

    void validate_address(first_fault& rules) const noexcept;
    void validate_extra_headers(first_fault& rules) const noexcept;
    [[nodiscard]] error write_body(any_sink& out, any_sink& hash, const content_ref& content, field_path& field);
    TC3_NOINLINE void write_signature(any_sink& out, const crypto::sha256_digest& made) {
        write_unsigned_authorization(out);
        part_sink header(out);
        write_hex(header, made);
        http::header_list::pack_end(header);
        layout_.headers += header.take_size();
    }
    void write_no_authorization(any_sink& out);

    const action& what_;
    const client_profile_view& profile_;
    const request_options& options_;
    unix_time now_;
    std::string_view content_type_;
    std::string_view query_;
    std::string_view service_;
    std::string_view host_;  // as given: letters become small where it is written
    fixed_text<signing::longest_service + usual_domain.size()> usual_host_;
    fixed_text<20> timestamp_;
    std::array<http::header, 3> signed_headers_;
    crypto::sha256_digest hashed_payload_{};
    http::request_layout layout_;
};

inline request_builder::request_builder(const action& what, const content_ref& content, const client_profile_view& profile, unix_time now,
                                        const request_options& options) noexcept
    : what_(what),
      profile_(profile),
      options_(options),
      now_(now),
      content_type_(content.type(options.method)),
      query_(content.query()),
      service_(first_of(profile.service, what.service)),
      host_(first_of(profile.host, what.host)) {
    if (service_.empty()) service_ = signing::service_of_host(host_).value_or(std::string_view{});
    if (host_.empty()) {
        usual_host_.append(service_);
        usual_host_.append(usual_domain);
        host_ = usual_host_.view();
    }
    write_decimal(timestamp_, now.seconds);
    signed_headers_[0] = {"Content-Type", content_type_};
    signed_headers_[1] = {"Host", host_};
    signed_headers_[2] = {"X-TC-Action", what_.name};
}

/// Those of own_headers, in its order; empty where one is not sent.
inline std::array<std::string_view, std::size(own_headers)> request_builder::header_values() const noexcept {
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

inline error request_builder::validate() const noexcept {
    first_fault rules;
    if (!options_.skip_authorization) rules.examine(signing::detail::secret_id_rule, profile_.credential.secret_id);
    signing::detail::examine_scope(rules, service_, now_);
    const auto values = header_values();
    for (std::size_t i = 0; i < values.size(); ++i) {
        rules.examine(own_headers[i].rule, values[i]);
        if (own_headers[i].rule.where == part::header_value) rules.set_name(part::header_value, own_headers[i].name);
    }
    if (what_.needs_region && profile_.region.empty()) rules.add(errc::missing, part::region);
    expect_at_most(rules, part::header_value, options_.request_client.size(), longest_request_client);
    rules.set_name(part::header_value, "X-TC-RequestClient");
    expect_at_most(rules, part::query, query_.size(), largest_query);
    signing::detail::examine_target(rules, options_.path, query_);
    validate_address(rules);
    validate_extra_headers(rules);
    return rules.fault();
}

inline void request_builder::validate_address(first_fault& rules) const noexcept {
    expect_at_most(rules, part::host, host_.size(), longest_host);
    expect_address(rules, part::host, host_);
    if (!profile_.connect_to.empty()) expect_address(rules, part::connect_to, profile_.connect_to);
    if (profile_.scheme.empty()) rules.add(errc::missing, part::scheme);
    if (profile_.scheme != "https" && profile_.scheme != "http") rules.add(errc::not_allowed, part::scheme);
}

inline void request_builder::validate_extra_headers(first_fault& rules) const noexcept {
    const std::size_t signed_count = options_.signed_headers.size();
    if (signed_count > most_signed_headers) {
        rules.add({.code = errc::too_many, .where = part::signed_headers, .at = signed_count, .limit = most_signed_headers});
    }
    const signing::header_set extra(options_.signed_headers, options_.headers);
    for (std::size_t i = 0; i < extra.size(); ++i) {
        const http::header& field = extra[i];
        http::detail::examine_header(rules, field);
        rules.examine(http::detail::header_name_rule, field.name);  // blanks around it are fine in a canonical form, not on the wire
        bool twice = is_own_header(field.name);
        for (std::size_t earlier = 0; earlier < i; ++earlier) twice = twice || ascii::equal_lower(field.name, extra[earlier].name);
        if (twice) rules.add({.code = errc::duplicate, .where = part::header_name, .name = field.name});
        if (i < signed_count && changes_on_the_way(field.name)) {
            rules.add({.code = errc::not_allowed, .where = part::header_name, .name = field.name});
        }
    }
}

/// Writes a body to where it goes and to the hash, and counts it. Of a body beyond the limit the rest is only counted.
class body_sink {
public:
    body_sink(any_sink* out, any_sink* hash) noexcept : out_(out), hash_(hash) {}

    void append(std::string_view text) {
        size_ += text.size();
        if (size_ > largest_body) return;
        if (out_ != nullptr) out_->append(text);
        if (hash_ != nullptr) hash_->append(text);
    }
    [[nodiscard]] std::size_t size() const noexcept { return size_; }

private:
    any_sink* out_;
    any_sink* hash_;
    std::size_t size_ = 0;
};

inline error request_builder::write_body(any_sink& out, any_sink& hash, const content_ref& content, field_path& field) {
    body_sink body(options_.stream_body ? nullptr : &out, options_.unsigned_payload ? nullptr : &hash);
    const bool is_get = options_.method == http::method::get;
    error fault;
    if (!is_get || !content.is_json()) content.write(sink_ref(body), fault, field);
    if (options_.unsigned_payload) hash.append(signing::unsigned_payload);
    if (fault.code != errc::none) return fault;

    (options_.stream_body ? layout_.streamed_body : layout_.body) = body.size();
    // GET signs the hash of nothing (SPEC 1.2): a body would go out unsigned.
    if (is_get && body.size() != 0) return {.code = errc::not_allowed, .where = part::body};
    if (body.size() > largest_body) return {.code = errc::too_large, .where = part::body, .at = body.size(), .limit = largest_body};
    return {};
}

template <crypto::sha256_policy Policy>
error request_builder::write_body(any_sink& out, const content_ref& content, Policy& policy, field_path& field) {
    if (options_.skip_authorization) {
        counting_sink nothing;
        sink_adapter unhashed(nothing);
        return write_body(out, unhashed, content, field);
    }
    crypto::hash_sink hash(policy);
    sink_adapter hashed(hash);
    error fault = write_body(out, hashed, content, field);
    if (fault.code == errc::none && !hash.finish_into(hashed_payload_)) fault = {.code = errc::crypto_failed, .where = part::body};
    return fault;
}

inline signing::header_set request_builder::signed_headers() const noexcept {
    const std::size_t own = options_.sign_action ? 3 : 2;
    return {{signed_headers_.data(), own}, options_.signed_headers};
}

inline signing::request_parts request_builder::parts() const noexcept {
    return {.method = options_.method,
            .canonical_uri = options_.path,
            .query = query_,
            .headers = signed_headers(),
            .hashed_payload = hashed_payload_};
}

template <crypto::sha256_policy Policy>
result<signing::prepared, error> request_builder::prepare(Policy& policy) const {
    return signing::prepare(parts(), service_, now_, policy);
}

inline void request_builder::write_head(any_sink& out) {
    part_sink parts(out);
    layout_.method = options_.method;
    parts.append(profile_.scheme);
    layout_.scheme = parts.take_size();
    signing::write_lower(parts, host_);
    layout_.host = parts.take_size();
    parts.append(profile_.connect_to);
    layout_.connect_to = parts.take_size();
    parts.append(options_.path);
    if (!query_.empty()) parts.append("?");
    parts.append(query_);
    layout_.target = parts.take_size();

    const auto values = header_values();
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!values[i].empty()) http::header_list::pack(parts, {own_headers[i].name, values[i], own_headers[i].is_sensitive});
    }
    const signing::header_set extra(options_.signed_headers, options_.headers);
    for (std::size_t i = 0; i < extra.size(); ++i) http::header_list::pack(parts, extra[i]);
    layout_.headers = parts.take_size();
}

inline void request_builder::write_unsigned_authorization(any_sink& out) {
    const utc_date date(now_);
    part_sink header(out);
    sink_adapter to(header);
    http::header_list::pack_begin(to, "Authorization", true);
    signing::detail::write_unsigned_authorization(to, profile_.credential.secret_id, {date.view(), service_}, signed_headers());
    layout_.headers += header.take_size();
}

inline void request_builder::write_no_authorization(any_sink& out) {
    part_sink header(out);
    http::header_list::pack(header, {"Authorization", signing::skip_authorization});
    layout_.headers += header.take_size();
}

template <crypto::sha256_policy Policy>
error request_builder::write_authorization(any_sink& out, Policy& policy) {
    if (options_.skip_authorization) {
        write_no_authorization(out);
        return {};
    }
    first_fault rules;
    crypto::sha256_digest made;
    if (signing::detail::sign_into(made, rules, parts(), service_, now_, profile_.credential, policy)) write_signature(out, made);
    return rules.fault();
}

template <signing::signer Signer, crypto::sha256_policy Policy>
error request_builder::write_authorization(any_sink& out, Signer& signer, Policy& policy) {
    if (options_.skip_authorization) {
        write_no_authorization(out);
        return {};
    }
    const auto prepared = prepare(policy);
    if (!prepared) return prepared.error();
    const result<signing::signature, error> made = signer.sign(*prepared);
    if (!made) return made.error();
    write_signature(out, made->bytes);
    return {};
}

}  // namespace tc3::inline v0_1::detail
