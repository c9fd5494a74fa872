// SPDX-License-Identifier: MIT
// Assembles a request: checks every part, lays them out in one text, and stops short of the signature. Used by make_request.hpp.
#pragma once

#include <tc3/api/action.hpp>
#include <tc3/api/client_profile.hpp>
#include <tc3/api/failure.hpp>
#include <tc3/api/field_path.hpp>
#include <tc3/api/request_options.hpp>
#include <tc3/api/request_rules.hpp>
#include <tc3/core/fixed_text.hpp>
#include <tc3/http/request.hpp>
#include <tc3/signing/authorization.hpp>
#include <tc3/signing/payload_hash.hpp>

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace tc3::inline v0_1::detail {

/// What is wrong with a request, and in which field of the question.
struct request_fault {
    error cause;
    field_path field;
};

/// A fault as a failure. The header it concerns is copied, as its name may die before the failure.
[[nodiscard]] inline failure request_failure(const request_fault& fault) {
    const std::string_view field = fault.field.view();
    failure why{.stage = stage::request, .cause = fault.cause, .field = std::string(field.empty() ? fault.cause.name : field)};
    why.cause.name = {};
    return why;
}

/// What is to be sent, before anything around it is known.
struct request_draft {
    action what;
    std::string text = {};  ///< the body; the builder appends the other parts to it
    std::string query = {};
    std::string_view content_type = {};
};

class request_builder {
public:
    /// All arguments must outlive the builder.
    request_builder(request_draft& draft, const client_profile_view& profile, unix_time now, const request_options& options)
        : draft_(draft), profile_(profile), now_(now), options_(options) {
        write_decimal(timestamp_, now.seconds);
        set_host();
    }

    /// Checks everything and writes all up to the signature. The profile's credential is not looked at but for its id and token.
    /// When it fails, nothing has been hashed or written, unless it is the policy that failed.
    template <crypto::sha256_policy Policy>
    [[nodiscard]] result<signing::prepared, error> prepare(Policy& policy);

    /// Checks everything and writes an unsigned request (`Authorization: SKIP`).
    [[nodiscard]] result<void, error> write_unsigned();

    [[nodiscard]] const http::request_layout& layout() const noexcept { return layout_; }

private:
    static constexpr std::size_t longest_request_client = 128;
    static constexpr std::size_t longest_host = 253 + 6;  // a DNS name and ":65535"

    [[nodiscard]] std::string_view version() const noexcept { return profile_.version.empty() ? draft_.what.version : profile_.version; }
    [[nodiscard]] std::string_view service() const noexcept;

    void set_host();
    [[nodiscard]] result<void, error> validate() const;
    void validate_address(first_fault& rules) const;
    void validate_sizes(first_fault& rules) const;
    [[nodiscard]] result<void, error> validate_extra_headers() const;
    [[nodiscard]] bool is_own_header(std::string_view name) const;
    [[nodiscard]] static bool changes_on_the_way(std::string_view name);

    /// Calls visit(header) for every header but Host and Authorization, in the order of sending.
    template <class Visit>
    void for_headers(Visit visit) const;
    [[nodiscard]] result<void, error> collect_signed_headers();
    std::size_t append(std::string_view piece);
    void write_parts();

    request_draft& draft_;
    const client_profile_view& profile_;
    unix_time now_;
    const request_options& options_;
    fixed_text<longest_host> host_;
    fixed_text<20> timestamp_;
    std::array<http::header, 32> signed_headers_{};
    std::size_t signed_count_ = 0;
    http::request_layout layout_;
    std::size_t headers_start_ = 0;
};

/// Given by the profile, else by the action, else named by the host.
inline std::string_view request_builder::service() const noexcept {
    if (!profile_.service.empty()) return profile_.service;
    if (!draft_.what.service.empty()) return draft_.what.service;
    return signing::service_of_host(host_.view()).value_or(std::string_view{});
}

inline void request_builder::set_host() {
    const auto append_lower = [this](std::string_view text) {
        for (const char c : text) write_char(host_, ascii::to_lower(c));
    };
    if (!profile_.host.empty()) return append_lower(profile_.host);
    if (!draft_.what.host.empty()) return append_lower(draft_.what.host);
    append_lower(service());
    append_lower(".tencentcloudapi.com");
}

inline result<void, error> request_builder::validate() const {
    first_fault rules;
    rules.add(signing::credential_scope::make(service(), now_));
    rules.present(part::action, draft_.what.name);
    rules.only(part::action, draft_.what.name, is_name_character);
    rules.present(part::version, version());
    rules.only(part::version, version(), is_name_character);
    if (draft_.what.needs_region) rules.present(part::region, profile_.region);
    rules.only(part::region, profile_.region, is_name_character);
    rules.only(part::language, profile_.language, is_name_character);
    rules.header_value(part::token, profile_.credential.token);
    rules.present(part::content_type, draft_.content_type);
    rules.header_value(part::content_type, draft_.content_type);
    rules.header_value(part::header_value, options_.trace_id, "X-TC-TraceId");
    rules.header_value(part::header_value, options_.request_client, "X-TC-RequestClient");
    rules.only(part::header_value, options_.request_client, is_client_character, "X-TC-RequestClient");
    rules.at_most(part::header_value, options_.request_client.size(), longest_request_client, "X-TC-RequestClient");
    rules.add(signing::validate_target(options_.path, draft_.query));
    validate_address(rules);
    validate_sizes(rules);
    rules.add(validate_extra_headers());
    return rules.outcome();
}

inline void request_builder::validate_address(first_fault& rules) const {
    const std::size_t size = profile_.host.empty() ? draft_.what.host.size() : profile_.host.size();
    rules.at_most(part::host, size, longest_host);
    rules.address(part::host, host_.view());
    if (!profile_.connect_to.empty()) rules.address(part::connect_to, profile_.connect_to);
    rules.present(part::scheme, profile_.scheme);
    if (profile_.scheme != "https" && profile_.scheme != "http") rules.add(error{.code = errc::not_allowed, .where = part::scheme});
}

inline void request_builder::validate_sizes(first_fault& rules) const {
    // GET signs the hash of nothing (SPEC 1.2): a body would go out unsigned.
    const bool unsigned_body = options_.method == http::method::get && !draft_.text.empty();
    if (unsigned_body) rules.add(error{.code = errc::not_allowed, .where = part::body});
    rules.at_most(part::body, draft_.text.size(), largest_body);
    rules.at_most(part::query, draft_.query.size(), largest_query);
}

inline result<void, error> request_builder::validate_extra_headers() const {
    const std::size_t count = options_.signed_headers.size() + options_.headers.size();
    const auto extra = [this](std::size_t i) -> const http::header& {
        return i < options_.signed_headers.size() ? options_.signed_headers[i] : options_.headers[i - options_.signed_headers.size()];
    };
    first_fault rules;
    for (std::size_t i = 0; i < count; ++i) {
        const http::header& field = extra(i);
        rules.add(http::validate(field));
        rules.only(part::header_name, field.name, ascii::is_token);  // blanks around it are fine in a canonical form, not on the wire
        bool twice = is_own_header(field.name);
        for (std::size_t earlier = 0; earlier < i; ++earlier) twice = twice || ascii::equal_lower(field.name, extra(earlier).name);
        if (twice) rules.add(error{.code = errc::duplicate, .where = part::header_name, .name = field.name});
        const bool is_signed = i < options_.signed_headers.size();
        if (is_signed && changes_on_the_way(field.name)) {
            rules.add(error{.code = errc::not_allowed, .where = part::header_name, .name = field.name});
        }
    }
    return rules.outcome();
}

/// Headers that HTTP stacks and proxies set or change as they please (SPEC 1.2): they may be sent, but not signed.
inline bool request_builder::changes_on_the_way(std::string_view name) {
    for (const std::string_view unstable :
         {"connection", "keep-alive", "accept-encoding", "user-agent", "expect", "te", "trailer", "upgrade"}) {
        if (ascii::equal_lower(name, unstable)) return true;
    }
    return false;
}

inline bool request_builder::is_own_header(std::string_view name) const {
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
    visit_set("Content-Type", draft_.content_type);
    visit_set("X-TC-Action", draft_.what.name);
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

inline result<void, error> request_builder::collect_signed_headers() {
    const std::size_t most = signed_headers_.size();
    const std::size_t count = 2U + (options_.sign_action ? 1U : 0U) + options_.signed_headers.size();
    if (count > most) return unexpected(error{.code = errc::too_many, .where = part::signed_headers, .at = count, .limit = most});
    signed_count_ = 0;
    signed_headers_[signed_count_++] = {"Content-Type", draft_.content_type};
    signed_headers_[signed_count_++] = {"Host", host_.view()};
    if (options_.sign_action) signed_headers_[signed_count_++] = {"X-TC-Action", draft_.what.name};
    for (const http::header& field : options_.signed_headers) signed_headers_[signed_count_++] = field;
    return {};
}

inline std::size_t request_builder::append(std::string_view piece) {
    draft_.text.append(piece);
    return piece.size();
}

/// The layout of http::request_view: the body stands first already.
inline void request_builder::write_parts() {
    layout_.method = options_.method;
    layout_.body = draft_.text.size();
    layout_.scheme = append(profile_.scheme);
    layout_.host = append(host_.view());
    layout_.connect_to = append(profile_.connect_to);
    layout_.target = append(options_.path);
    if (!draft_.query.empty()) layout_.target += append("?") + append(draft_.query);
    headers_start_ = draft_.text.size();
    sink_ref text(draft_.text);
    for_headers([&text](const http::header& field) { http::header_list::pack(text, field); });
}

inline result<void, error> request_builder::write_unsigned() {
    if (const auto valid = validate(); !valid) return valid;
    write_parts();
    sink_ref text(draft_.text);
    http::header_list::pack(text, {"Authorization", signing::skip_authorization});
    layout_.headers = draft_.text.size() - headers_start_;
    return {};
}

template <crypto::sha256_policy Policy>
result<signing::prepared, error> request_builder::prepare(Policy& policy) {
    if (const auto valid = signing::validate_secret_id(profile_.credential.secret_id); !valid) return unexpected(valid.error());
    if (const auto valid = validate(); !valid) return unexpected(valid.error());
    if (const auto collected = collect_signed_headers(); !collected) return unexpected(collected.error());
    const std::string_view payload = options_.unsigned_payload ? signing::unsigned_payload : std::string_view(draft_.text);
    const auto hashed = signing::payload_hash(payload, policy);
    if (!hashed) return unexpected(hashed.error());
    const signing::request_parts parts{.method = options_.method,
                                       .canonical_uri = options_.path,
                                       .query = draft_.query,
                                       .headers = {signed_headers_.data(), signed_count_},
                                       .hashed_payload = *hashed};
    auto made = signing::prepare(parts, service(), now_, policy);
    if (!made) return made;

    write_parts();
    sink_ref text(draft_.text);
    http::header_list::pack_begin(text, "Authorization", true);
    signing::write_unsigned_authorization(text, profile_.credential.secret_id, made->scope, made->signed_headers);
    layout_.headers = draft_.text.size() - headers_start_;
    made->signed_headers = {};  // they die with this builder, and are written already
    return made;
}

}  // namespace tc3::inline v0_1::detail
