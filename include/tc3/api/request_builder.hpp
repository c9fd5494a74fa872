// SPDX-License-Identifier: MIT
// Assembles a request: checks every part and writes them one behind the other into any sink, short of the signature. Used by
// make_request.hpp and make_request_into.hpp.
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
#include <string_view>

namespace tc3::inline v0_1::detail {

/// A profile with the id of a signer, which need not be the profile's own.
[[nodiscard]] inline client_profile_view with_id(client_profile_view profile, std::string_view secret_id) noexcept {
    profile.credential.secret_id = secret_id;
    return profile;
}

/// Writes a request in the order of http::request_layout and counts its parts. It keeps no text, so that the request may go into a string,
/// into the caller's memory, or, but for its head, nowhere at all.
class request_builder {
public:
    /// All arguments must outlive the builder. Of the profile's credential only id and token are looked at.
    request_builder(const action& what, const content_ref& content, const client_profile_view& profile, unix_time now,
                    const request_options& options) noexcept
        : what_(what),
          profile_(profile),
          now_(now),
          options_(options),
          content_type_(content.type(options.method)),
          query_(content.query()) {
        write_decimal(timestamp_, now.seconds);
        set_host();
    }
    request_builder(const request_builder&) = delete;
    request_builder& operator=(const request_builder&) = delete;

    /// The query of a GET, where it had to be made.
    void set_query(std::string_view query) noexcept { query_ = query; }

    /// The first rule that a part other than the body breaks.
    [[nodiscard]] error validate() const noexcept;

    /// Writes the body to `out` and hashes it on its way.
    template <crypto::sha256_policy Policy>
    void write_body(sink_ref out, const content_ref& content, Policy& policy, error& fault, field_path& field);

    /// Makes the signature with the profile's secret key. Nothing is kept of the key.
    template <crypto::sha256_policy Policy>
    [[nodiscard]] result<signing::authorization_value, error> sign(Policy& policy) const;
    /// Has the signature made by a signer, whose id the profile holds.
    template <signing::signer Signer, crypto::sha256_policy Policy>
    [[nodiscard]] result<signing::authorization_value, error> sign(Signer& signer, Policy& policy) const;
    /// All up to the string to sign, for a signature that is made later.
    template <crypto::sha256_policy Policy>
    [[nodiscard]] result<signing::prepared, error> prepare(Policy& policy) const;

    /// Writes all but the body and the Authorization header.
    void write_head(sink_ref out);
    /// Writes the Authorization header, the last part. `made` is null for a request that goes out unsigned.
    void write_authorization(sink_ref out, const signing::authorization_value* made);
    /// Writes it up to its signature, which attach() adds.
    void write_unsigned_authorization(sink_ref out, const signing::prepared& to_sign);

    [[nodiscard]] const http::request_layout& layout() const noexcept { return layout_; }

private:
    static constexpr std::size_t longest_request_client = 128;
    static constexpr std::size_t longest_host = 253 + 6;  // a DNS name and ":65535"
    static constexpr std::string_view usual_domain = ".tencentcloudapi.com";

    [[nodiscard]] signing::request_parts parts() const noexcept;
    [[nodiscard]] std::string_view service() const noexcept;
    [[nodiscard]] std::string_view version() const noexcept { return profile_.version.empty() ? what_.version : profile_.version; }

    void write_body(sink_ref out, sink_ref hash, const content_ref& content, error& fault, field_path& field);
    void set_host() noexcept;
    void validate_address(first_fault& rules) const noexcept;
    void validate_extra_headers(first_fault& rules) const noexcept;
    [[nodiscard]] static bool is_own_header(std::string_view name) noexcept;
    [[nodiscard]] static bool changes_on_the_way(std::string_view name) noexcept;

    /// Calls visit(header) for every header but Host and Authorization, in the order of sending.
    template <class Visit>
    void for_headers(Visit visit) const;
    void collect_signed_headers() noexcept;

    const action& what_;
    const client_profile_view& profile_;
    unix_time now_;
    const request_options& options_;
    std::string_view content_type_;
    std::string_view query_;
    std::string_view host_;
    fixed_text<signing::longest_service + usual_domain.size()> usual_host_;
    fixed_text<20> timestamp_;
    std::array<http::header, 32> signed_headers_{};
    std::size_t signed_count_ = 0;
    crypto::sha256_digest hashed_payload_{};
    http::request_layout layout_;
};

/// Given by the profile, else by the action, else named by the host.
inline std::string_view request_builder::service() const noexcept {
    if (!profile_.service.empty()) return profile_.service;
    if (!what_.service.empty()) return what_.service;
    return signing::service_of_host(host_).value_or(std::string_view{});
}

/// As given: letters become small where it is written.
inline void request_builder::set_host() noexcept {
    host_ = profile_.host.empty() ? what_.host : profile_.host;
    if (!host_.empty()) return;
    usual_host_.append(service());
    usual_host_.append(usual_domain);
    host_ = usual_host_.view();
}

inline error request_builder::validate() const noexcept {
    first_fault rules;
    if (!options_.skip_authorization) rules.add(signing::validate_secret_id(profile_.credential.secret_id));
    rules.add(signing::credential_scope::make(service(), now_));
    rules.present(part::action, what_.name);
    rules.only(part::action, what_.name, is_name_character);
    rules.present(part::version, version());
    rules.only(part::version, version(), is_name_character);
    if (what_.needs_region) rules.present(part::region, profile_.region);
    rules.only(part::region, profile_.region, is_name_character);
    rules.only(part::language, profile_.language, is_name_character);
    rules.header_value(part::token, profile_.credential.token);
    rules.header_value(part::content_type, content_type_);
    rules.header_value(part::header_value, options_.trace_id, "X-TC-TraceId");
    rules.header_value(part::header_value, options_.request_client, "X-TC-RequestClient");
    rules.only(part::header_value, options_.request_client, is_client_character, "X-TC-RequestClient");
    rules.at_most(part::header_value, options_.request_client.size(), longest_request_client, "X-TC-RequestClient");
    rules.at_most(part::query, query_.size(), largest_query);
    rules.add(signing::validate_target(options_.path, query_));
    validate_address(rules);
    validate_extra_headers(rules);
    return rules.fault();
}

inline void request_builder::validate_address(first_fault& rules) const noexcept {
    rules.at_most(part::host, host_.size(), longest_host);
    rules.address(part::host, host_);
    if (!profile_.connect_to.empty()) rules.address(part::connect_to, profile_.connect_to);
    rules.present(part::scheme, profile_.scheme);
    if (profile_.scheme != "https" && profile_.scheme != "http") rules.add(error{.code = errc::not_allowed, .where = part::scheme});
}

inline void request_builder::validate_extra_headers(first_fault& rules) const noexcept {
    const std::size_t signed_count = options_.signed_headers.size();
    const std::size_t count = signed_count + options_.headers.size();
    const auto extra = [this, signed_count](std::size_t i) -> const http::header& {
        return i < signed_count ? options_.signed_headers[i] : options_.headers[i - signed_count];
    };
    const std::size_t room = signed_headers_.size() - 3;  // for Content-Type, Host and X-TC-Action
    if (signed_count > room) rules.add(error{.code = errc::too_many, .where = part::signed_headers, .at = signed_count, .limit = room});
    for (std::size_t i = 0; i < count; ++i) {
        const http::header& field = extra(i);
        rules.add(http::validate(field));
        rules.only(part::header_name, field.name, ascii::is_token);  // blanks around it are fine in a canonical form, not on the wire
        bool twice = is_own_header(field.name);
        for (std::size_t earlier = 0; earlier < i; ++earlier) twice = twice || ascii::equal_lower(field.name, extra(earlier).name);
        if (twice) rules.add(error{.code = errc::duplicate, .where = part::header_name, .name = field.name});
        if (i < signed_count && changes_on_the_way(field.name)) {
            rules.add(error{.code = errc::not_allowed, .where = part::header_name, .name = field.name});
        }
    }
}

/// Headers that HTTP stacks and proxies set or change as they please (SPEC 1.2): they may be sent, but not signed.
inline bool request_builder::changes_on_the_way(std::string_view name) noexcept {
    for (const std::string_view unstable :
         {"connection", "keep-alive", "accept-encoding", "user-agent", "expect", "te", "trailer", "upgrade"}) {
        if (ascii::equal_lower(name, unstable)) return true;
    }
    return false;
}

inline bool request_builder::is_own_header(std::string_view name) noexcept {
    for (const std::string_view own :
         {"host", "content-length", "content-type", "authorization", "x-tc-action", "x-tc-version", "x-tc-timestamp", "x-tc-region",
          "x-tc-token", "x-tc-language", "x-tc-requestclient", "x-tc-traceid", "x-tc-content-sha256", "transfer-encoding"}) {
        if (ascii::equal_lower(name, own)) return true;
    }
    return false;
}

template <class Visit>
void request_builder::for_headers(Visit visit) const {
    const auto visit_set = [&visit](std::string_view name, std::string_view value, bool sensitive = false) {
        if (!value.empty()) visit(http::header{name, value, sensitive});
    };
    visit_set("Content-Type", content_type_);
    visit_set("X-TC-Action", what_.name);
    visit_set("X-TC-Version", version());
    visit_set("X-TC-Timestamp", timestamp_.view());
    visit_set("X-TC-Region", profile_.region);
    visit_set("X-TC-Language", profile_.language);
    visit_set("X-TC-Token", profile_.credential.token, true);
    visit_set("X-TC-RequestClient", options_.request_client);
    visit_set("X-TC-TraceId", options_.trace_id);
    if (options_.unsigned_payload) visit_set("X-TC-Content-SHA256", signing::unsigned_payload);
    for (const http::header& field : options_.signed_headers) visit(field);
    for (const http::header& field : options_.headers) visit(field);
}

inline void request_builder::collect_signed_headers() noexcept {
    const auto add = [this](const http::header& field) {
        if (signed_count_ < signed_headers_.size()) signed_headers_[signed_count_++] = field;
    };
    signed_count_ = 0;
    add({"Content-Type", content_type_});
    add({"Host", host_});
    if (options_.sign_action) add({"X-TC-Action", what_.name});
    for (const http::header& field : options_.signed_headers) add(field);
}

/// Writes a body to where it goes and to the hash, and counts it. Of a body beyond the limit the rest is only counted.
class body_sink {
public:
    body_sink(sink_ref out, sink_ref hash) noexcept : out_(out), hash_(hash) {}

    void append(std::string_view text) {
        size_ += text.size();
        if (size_ > largest_body) return;
        out_.append(text);
        hash_.append(text);
    }
    [[nodiscard]] std::size_t size() const noexcept { return size_; }

private:
    sink_ref out_;
    sink_ref hash_;
    std::size_t size_ = 0;
};

inline void request_builder::write_body(sink_ref out, sink_ref hash, const content_ref& content, error& fault, field_path& field) {
    counting_sink nowhere;
    body_sink body(options_.stream_body ? sink_ref(nowhere) : out, options_.unsigned_payload ? sink_ref(nowhere) : hash);
    const bool is_get = options_.method == http::method::get;
    if (!is_get || !content.is_json()) content.write(sink_ref(body), fault, field);
    if (options_.unsigned_payload) hash.append(signing::unsigned_payload);
    if (fault.code != errc::none) return;
    (options_.stream_body ? layout_.streamed_body : layout_.body) = body.size();
    // GET signs the hash of nothing (SPEC 1.2): a body would go out unsigned.
    if (is_get && body.size() != 0) fault = {.code = errc::not_allowed, .where = part::body};
    if (body.size() > largest_body) fault = {.code = errc::too_large, .where = part::body, .at = body.size(), .limit = largest_body};
}

template <crypto::sha256_policy Policy>
TC3_NOINLINE void request_builder::write_body(sink_ref out, const content_ref& content, Policy& policy, error& fault, field_path& field) {
    if (options_.skip_authorization) {
        counting_sink unhashed;
        return write_body(out, sink_ref(unhashed), content, fault, field);
    }
    crypto::hash_sink hash(policy);
    write_body(out, sink_ref(hash), content, fault, field);
    if (fault.code != errc::none) return;
    const auto digest = hash.finish();
    if (digest) hashed_payload_ = *digest;
    if (!digest) fault = {.code = digest.error().code, .where = part::body};
    collect_signed_headers();
}

inline signing::request_parts request_builder::parts() const noexcept {
    return {.method = options_.method,
            .canonical_uri = options_.path,
            .query = query_,
            .headers = {signed_headers_.data(), signed_count_},
            .hashed_payload = hashed_payload_};
}

template <crypto::sha256_policy Policy>
result<signing::authorization_value, error> request_builder::sign(Policy& policy) const {
    return signing::authorization(parts(), service(), now_, profile_.credential, policy);
}

template <signing::signer Signer, crypto::sha256_policy Policy>
result<signing::authorization_value, error> request_builder::sign(Signer& signer, Policy& policy) const {
    const auto prepared = prepare(policy);
    if (!prepared) return unexpected(prepared.error());
    const result<signing::signature, error> made = signer.sign(*prepared);
    if (!made) return unexpected(made.error());
    return signing::attach(*prepared, profile_.credential.secret_id, *made);
}

template <crypto::sha256_policy Policy>
result<signing::prepared, error> request_builder::prepare(Policy& policy) const {
    return signing::prepare(parts(), service(), now_, policy);
}

inline void request_builder::write_head(sink_ref out) {
    const auto append = [&out](std::string_view piece) {
        out.append(piece);
        return piece.size();
    };
    layout_.method = options_.method;
    layout_.scheme = append(profile_.scheme);
    signing::detail::write_lower(out, host_);
    layout_.host = host_.size();
    layout_.connect_to = append(profile_.connect_to);
    layout_.target = append(options_.path);
    if (!query_.empty()) layout_.target += append("?") + append(query_);

    counting_sink size;
    tee_sink headers(out, size);
    for_headers([&headers](const http::header& field) { http::header_list::pack(headers, field); });
    layout_.headers = size.size();
}

inline void request_builder::write_authorization(sink_ref out, const signing::authorization_value* made) {
    counting_sink size;
    tee_sink header(out, size);
    http::header_list::pack_begin(header, "Authorization", true);
    if (made != nullptr) {
        made->write(header);
    } else {
        header.append(signing::skip_authorization);
    }
    http::header_list::pack_end(header);
    layout_.headers += size.size();
}

inline void request_builder::write_unsigned_authorization(sink_ref out, const signing::prepared& to_sign) {
    counting_sink size;
    tee_sink header(out, size);
    http::header_list::pack_begin(header, "Authorization", true);
    signing::write_unsigned_authorization(header, profile_.credential.secret_id, to_sign.scope, to_sign.signed_headers);
    layout_.headers += size.size();
}

}  // namespace tc3::inline v0_1::detail
