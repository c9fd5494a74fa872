// SPDX-License-Identifier: MIT
// The accidents that diagnose() tries: for each cause the changes of an attempt that it can consist of.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/core/unix_time.hpp>
#include <tc3/signing/doctor/attempt.hpp>
#include <tc3/signing/doctor/cause.hpp>
#include <tc3/signing/doctor/declared_authorization.hpp>
#include <tc3/signing/doctor/known_facts.hpp>
#include <tc3/signing/sent_request.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::signing::doctor {

/// The part of an attempt that an accident changes. Two accidents that change the same part are not tried together.
enum class changed_part : std::uint8_t {
    content_type,
    host,
    header,
    values,
    names,
    layout,
    line_ends,
    method,
    path,
    query,
    query_order,
    body,
    payload_hash,
    canonical_hash,
    timestamp,
    date,
    service,
    terminator,
    algorithm,
    end,
    prefix,
    secret_key,
    derivation
};

/// A request and all that is known about it.
///
/// Lifetime: refers to the request and to the facts.
struct examined_request {
    const sent_request& request;
    const known_facts& facts;
    const declared_authorization& declared;
    credential_view credential;             ///< the one that signed, as far as it is known
    std::optional<unix_time> service_time;  ///< from the facts or from the message of the service
    unix_time time;                         ///< that of the header, in seconds; 0 if it has none
    bool has_time = false;
    utc_date today, yesterday, tomorrow;
    body_change body;  ///< what is signed for the body by the headers of the request

    examined_request(const sent_request& sent, const known_facts& known, const declared_authorization& authorization) noexcept;

    /// Returns the attempt without an accident: what the service computes for the scope and the headers that the request declares.
    [[nodiscard]] attempt as_declared() const noexcept;
};

/// One way in which a signature goes wrong.
struct accident {
    doctor::changed_part part;
    std::size_t variants;  ///< the largest number of variants
    std::size_t in_pairs;  ///< how many of them are tried together with other accidents
    /// Changes an attempt. Returns the cause, or `unknown` if the variant does not exist for this request.
    cause (*apply)(attempt& tried, const examined_request& examined, std::size_t variant);
    /// Writes the variant: "Content-Type `application/json`".
    void (*describe)(any_sink& out, const examined_request& examined, std::size_t variant);
};

/// Returns the accidents, the most frequent first.
[[nodiscard]] std::span<const accident> accidents() noexcept;

}  // namespace tc3::inline TC3_NAMESPACE::signing::doctor

#if defined(TC3_BODIES)

#include <tc3/core/ascii.hpp>
#include <tc3/signing/doctor/evidence.hpp>
#include <tc3/signing/doctor/wrong_date.hpp>
#include <tc3/signing/parse_authorization.hpp>
#include <tc3/signing/payload_hash.hpp>
#include <tc3/signing/scope.hpp>
#include <tc3/signing/time_in_message.hpp>

namespace tc3::inline TC3_NAMESPACE::signing::doctor {

namespace doctor_detail {

inline constexpr std::size_t most_others = 16;  // of each list of the facts

template <class Element, std::size_t Count>
[[nodiscard]] constexpr std::size_t count_of(const Element (&)[Count]) noexcept {
    return Count;
}

// ---- Content-Type -----------------------------------------------------------------------------------------------------------------

inline constexpr std::string_view charsets[] = {"", "; charset=utf-8", ";charset=utf-8", "; charset=UTF-8", ";charset=UTF-8"};
inline constexpr std::string_view content_types[] = {
    "application/json",
    "application/json; charset=utf-8",
    "application/json;charset=utf-8",
    "application/x-www-form-urlencoded",
    "application/x-www-form-urlencoded; charset=utf-8",
    "application/octet-stream",
    "multipart/form-data",
    "text/plain",
    "text/plain; charset=utf-8",
    "",
};

inline joined_text content_type_of(const examined_request& examined, std::size_t variant) {
    if (variant >= count_of(charsets)) return {{content_types[variant - count_of(charsets)]}};
    const std::string_view sent = examined.request.value_of("content-type");
    return {{ascii::trim(sent.substr(0, sent.find(';'))), charsets[variant]}};
}

inline cause change_content_type(attempt& tried, const examined_request& examined, std::size_t variant) {
    tried.content_type = content_type_of(examined, variant);
    return cause::content_type;
}

inline void describe_content_type(any_sink& out, const examined_request& examined, std::size_t variant) {
    out.append("Content-Type ");
    write_quoted(out, examined.facts, content_type_of(examined, variant));
}

inline cause drop_content_type(attempt& tried, const examined_request&, std::size_t) {
    tried.has_content_type = false;
    return cause::content_type;
}

inline void describe_dropped(any_sink& out, const examined_request&, std::size_t) { out.append("no line for Content-Type"); }

// ---- Host -------------------------------------------------------------------------------------------------------------------------

inline constexpr std::string_view ports[] = {"", ":443", ":80", ":8443", ":8080"};
// What follows the service in the hosts of API 3.0.
inline constexpr std::string_view domains[] = {".tencentcloudapi.com",    ".intl.tencentcloudapi.com", ".internal.tencentcloudapi.com",
                                               ".ai.tencentcloudapi.com", ".tencentcloudapi.cn",       ".tencentcloudapi.com.cn"};
inline constexpr std::string_view regions[] = {
    "ap-bangkok", "ap-beijing",   "ap-beijing-fsi", "ap-chengdu",  "ap-chongqing",     "ap-guangzhou",    "ap-hongkong",  "ap-jakarta",
    "ap-mumbai",  "ap-nanjing",   "ap-seoul",       "ap-shanghai", "ap-shanghai-fsi",  "ap-shenzhen-fsi", "ap-singapore", "ap-taipei",
    "ap-tokyo",   "eu-frankfurt", "eu-moscow",      "na-ashburn",  "na-siliconvalley", "na-toronto",      "sa-saopaulo",
};
// Around the host of an address that is signed in place of it.
struct host_edit {
    std::string_view before, after;
};
inline constexpr host_edit host_edits[] = {{"https://", ""}, {"http://", ""}, {"", "/"}, {"https://", "/"}};
inline constexpr std::string_view local_hosts[] = {"localhost", "127.0.0.1"};

[[nodiscard]] inline std::string_view without_port(std::string_view host) noexcept {
    const std::size_t colon = host.rfind(':');
    return colon == std::string_view::npos || host.ends_with(']') ? host : host.substr(0, colon);
}

/// Returns a host that can have been signed; an empty one if there is none for the variant.
inline joined_text host_of(const examined_request& examined, std::size_t variant) {
    const std::string_view service = examined.facts.service.empty() ? examined.declared.service : examined.facts.service;
    const std::string_view name = without_port(examined.request.value_of("host"));
    if (variant < count_of(ports)) return {{name, ports[variant]}};
    variant -= count_of(ports);
    if (variant < count_of(host_edits)) return {{host_edits[variant].before, name, host_edits[variant].after}};
    variant -= count_of(host_edits);
    if (variant < most_others) {
        return variant < examined.facts.other_hosts.size() ? joined_text{{examined.facts.other_hosts[variant]}} : joined_text{};
    }
    variant -= most_others;
    if (service.empty()) return {};
    if (variant < count_of(domains)) return {{service, domains[variant]}};
    variant -= count_of(domains);
    if (variant < count_of(regions)) return {{service, ".", regions[variant], domains[0]}};
    variant -= count_of(regions);
    if (variant < count_of(local_hosts)) return {{local_hosts[variant]}};
    return {};
}

inline constexpr std::size_t host_variants_in_pairs = count_of(ports) + count_of(host_edits) + most_others;
inline constexpr std::size_t host_variants = host_variants_in_pairs + count_of(domains) + count_of(regions) + count_of(local_hosts);

inline cause change_host(attempt& tried, const examined_request& examined, std::size_t variant) {
    tried.host = host_of(examined, variant);
    return tried.host.empty() ? cause::unknown : cause::host;
}

inline void describe_host(any_sink& out, const examined_request& examined, std::size_t variant) {
    out.append("Host ");
    write_quoted(out, examined.facts, host_of(examined, variant));
}

// ---- other headers ----------------------------------------------------------------------------------------------------------------

/// Returns the tokens that are known, first that of the credential; after them the headers that the facts name.
inline http::header header_of(const examined_request& examined, std::size_t variant) {
    constexpr std::string_view token_name = "x-tc-token";
    if (variant == 0) return {token_name, examined.credential.token};
    variant -= 1;
    if (variant < most_others) {
        const bool exists = variant < examined.facts.other_credentials.size();
        return {token_name, exists ? examined.facts.other_credentials[variant].token : std::string_view{}};
    }
    variant -= most_others;
    return variant < examined.facts.other_headers.size() ? examined.facts.other_headers[variant] : http::header{};
}
inline constexpr std::size_t header_variants = 1 + 2 * most_others;

/// Returns whether the signed headers that a request declares have a name.
inline bool is_listed(const examined_request& examined, std::string_view name) {
    for (text_scanner names(examined.declared.signed_headers); !names.empty();) {
        if (http::are_same_name(names.take_part(";"), name)) return true;
    }
    return false;
}

inline cause change_header(attempt& tried, const examined_request& examined, std::size_t variant) {
    tried.other_header = header_of(examined, variant);
    if (tried.other_header.value.empty() || !is_listed(examined, tried.other_header.name)) return cause::unknown;
    const bool is_sent = http::find_header(examined.request.headers, ascii::trim(tried.other_header.name)) != nullptr;
    return is_sent ? cause::header_changed : cause::header_removed;
}
inline void describe_header(any_sink& out, const examined_request& examined, std::size_t variant) {
    const http::header header = header_of(examined, variant);
    if (variant == 0) return out.append("the token of the credential in X-TC-Token");
    if (variant <= most_others) return out.append("the token of another credential in X-TC-Token");
    write_printable(out, slice(ascii::trim(header.name), 0, longest_quoted));
    out.append(" ");
    write_quoted(out, examined.facts, {{http::is_sensitive(header) ? http::mask : ascii::trim(header.value)}});
}

/// Returns the value of the last header with a name.
inline std::string_view last_value_of(const sent_request& request, std::string_view name) {
    std::string_view value;
    for (const http::header& header : request.headers) {
        if (http::are_same_name(header.name, name)) value = ascii::trim(header.value);
    }
    return value;
}

inline cause read_last_type(attempt& tried, const examined_request& examined, std::size_t) {
    tried.content_type = {{last_value_of(examined.request, "content-type")}};
    return tried.content_type.pieces[0] == examined.request.value_of("content-type") ? cause::unknown : cause::header_twice;
}
inline void describe_last_type(any_sink& out, const examined_request&, std::size_t) { out.append("the last Content-Type"); }

inline cause read_last_host(attempt& tried, const examined_request& examined, std::size_t) {
    tried.host = {{last_value_of(examined.request, "host")}};
    return tried.host.pieces[0] == examined.request.value_of("host") ? cause::unknown : cause::header_twice;
}
inline void describe_last_host(any_sink& out, const examined_request&, std::size_t) { out.append("the last Host"); }

inline cause change_values(attempt& tried, const examined_request&, std::size_t variant) {
    tried.values = variant == 0 ? value_form::all_verbatim : value_form::all_lower;
    return cause::canonical_value_case;
}
inline void describe_values(any_sink& out, const examined_request&, std::size_t variant) {
    out.append(variant == 0 ? "values of headers as sent" : "all values of headers in lower case");
}

inline cause change_names(attempt& tried, const examined_request& examined, std::size_t variant) {
    tried.names = static_cast<name_form>(variant + 1);
    const bool has_capitals =
        ascii::find_not(examined.declared.signed_headers, [](char c) { return !ascii::is_upper(c); }) != std::string_view::npos;
    return has_capitals ? cause::signed_headers_case : cause::header_order;
}
inline void describe_names(any_sink& out, const examined_request&, std::size_t variant) {
    constexpr std::string_view forms[] = {"headers as SignedHeaders lists them", "headers in the order of SignedHeaders",
                                          "the names as SignedHeaders has them", "the lines of the headers in another order than the list"};
    out.append(forms[variant]);
}

inline cause change_lines(attempt& tried, const examined_request&, std::size_t variant) {
    tried.layout = static_cast<line_form>(variant + 1);
    return cause::canonical_lines;
}
inline void describe_lines(any_sink& out, const examined_request&, std::size_t variant) {
    constexpr std::string_view forms[] = {"no empty line after the headers", "a line feed at the end of the canonical request",
                                          "no line for the empty query", "a blank after the colon of each header"};
    out.append(forms[variant]);
}

inline cause change_line_ends(attempt& tried, const examined_request&, std::size_t variant) {
    tried.line_ends = variant % 2 == 0 ? line_end::cr_lf : line_end::backslash_and_n;
    tried.has_line_ends_in_both = variant >= 2;
    return cause::canonical_lines;
}
inline void describe_line_ends(any_sink& out, const examined_request&, std::size_t variant) {
    out.append(variant % 2 == 0 ? "CR LF" : "a backslash and n");
    out.append(" between the lines of the canonical request");
    if (variant >= 2) out.append(" and of the string to sign");
}

// ---- method, path, query, body ----------------------------------------------------------------------------------------------------

inline constexpr std::string_view methods[] = {"GET", "POST", "get", "post", "PUT"};

inline cause change_method(attempt& tried, const examined_request&, std::size_t variant) {
    tried.method = methods[variant];
    return cause::method;
}
inline void describe_method(any_sink& out, const examined_request&, std::size_t variant) {
    out.append("the method ");
    out.append(methods[variant]);
}

inline cause change_path(attempt& tried, const examined_request&, std::size_t variant) {
    tried.path = static_cast<path_form>(variant + 1);
    return cause::path;
}
inline void describe_path(any_sink& out, const examined_request&, std::size_t variant) {
    constexpr std::string_view forms[] = {"the path /",
                                          "an empty path",
                                          "the path without its last slash",
                                          "the path with a slash at its end",
                                          "the whole address as the path",
                                          "path and query as the path"};
    out.append(forms[variant]);
}

inline cause change_query(attempt& tried, const examined_request& examined, std::size_t variant) {
    if (http::split_target(examined.request.target).query.empty()) return cause::unknown;
    tried.query = static_cast<query_form>(variant + 1);
    return tried.query == query_form::empty ? cause::query_place : cause::query_encoding;
}
inline void describe_query(any_sink& out, const examined_request&, std::size_t variant) {
    constexpr std::string_view forms[] = {"%20 for each + of the query",
                                          "+ for each %20 of the query",
                                          "the query encoded by RFC 3986",
                                          "the query encoded as by encodeURIComponent()",
                                          "the query encoded as an HTML form",
                                          "the query encoded as by urlencode() of Python",
                                          "the escapes of the query in lower case",
                                          "the query without escapes",
                                          "the escapes of the query encoded again",
                                          "an empty query"};
    out.append(forms[variant]);
}

inline cause reorder_query(attempt& tried, const examined_request& examined, std::size_t variant) {
    constexpr std::size_t permutations[] = {1, 1, 2, 6, 24, 120};
    std::size_t pairs = 0;
    for_pairs(http::split_target(examined.request.target).query, [&pairs](std::string_view) { ++pairs; });
    const bool is_permuted = variant > 0;
    if (pairs < 2 || (is_permuted && (pairs > most_permuted_pairs || variant > permutations[pairs]))) return cause::unknown;
    tried.query_order = static_cast<pair_order>(variant + 1);
    return cause::query_order;
}
inline void describe_order(any_sink& out, const examined_request& examined, std::size_t variant) {
    if (variant == 0) return out.append("the parameters of the query sorted");
    out.append("the names of the query in the order");
    const auto write_name = [&](std::string_view pair) {
        out.append(" ");
        const std::size_t equals = ascii::find(pair, '=');
        // Without '=' the pair can be a value.
        write_quoted(out, examined.facts, {{equals == std::string_view::npos ? http::mask : pair.substr(0, equals)}});
    };
    const std::string_view query = http::split_target(examined.request.target).query;
    std::size_t pairs = 0;
    for_pairs(query, [&pairs](std::string_view) { ++pairs; });
    for_permuted_pairs(query, pairs, variant - 1, write_name);
}

inline cause move_query(attempt& tried, const examined_request& examined, std::size_t) {
    if (http::split_target(examined.request.target).query.empty()) return cause::unknown;
    tried.query = query_form::empty;
    tried.body = static_cast<std::uint8_t>(body_change::query);
    return cause::query_place;
}
inline void describe_moved(any_sink& out, const examined_request&, std::size_t) { out.append("the query as the body"); }

inline cause change_body(attempt& tried, const examined_request&, std::size_t variant) {
    tried.body = static_cast<std::uint8_t>(variant + 1);
    return cause_of(body_form_of(variant + 1).change);
}
inline void describe_body(any_sink& out, const examined_request&, std::size_t variant) { describe(out, body_form_of(variant + 1)); }

// ---- digests ----------------------------------------------------------------------------------------------------------------------

inline cause cause_of(digest_form form) noexcept {
    if (form == digest_form::upper_hex) return cause::digest_upper_case;
    return form == digest_form::bytes ? cause::digest_form : cause::digest_zeros;
}
inline void write_form(any_sink& out, digest_form form) {
    constexpr std::string_view forms[] = {"in capitals", "as bytes", "without the leading zeros of its bytes"};
    out.append(forms[static_cast<std::size_t>(form) - 1]);
}

inline cause change_payload_hash(attempt& tried, const examined_request&, std::size_t variant) {
    tried.payload_hash = static_cast<digest_form>(variant + 1);
    if (tried.payload_hash == digest_form::hashed_again) return cause::payload_hash;
    return cause_of(tried.payload_hash);
}
inline void describe_payload_hash(any_sink& out, const examined_request&, std::size_t variant) {
    const auto form = static_cast<digest_form>(variant + 1);
    if (form == digest_form::hashed_again) return out.append("the hash of the hash of the payload");
    out.append("the hash of the payload ");
    write_form(out, form);
}

inline cause change_canonical_hash(attempt& tried, const examined_request&, std::size_t variant) {
    tried.canonical_hash = static_cast<digest_form>(variant + 1);
    return cause_of(tried.canonical_hash);
}
inline void describe_canonical_hash(any_sink& out, const examined_request&, std::size_t variant) {
    out.append("the hash of the canonical request ");
    write_form(out, static_cast<digest_form>(variant + 1));
}

inline cause change_end(attempt& tried, const examined_request&, std::size_t variant) {
    tried.end = static_cast<end_form>(variant + 1);
    return cause::string_to_sign_form;
}
inline void describe_end(any_sink& out, const examined_request&, std::size_t variant) {
    out.append(variant == 0 ? "a line feed at the end of the string to sign" : "the canonical request in place of its hash");
}

// ---- time and scope ---------------------------------------------------------------------------------------------------------------

inline constexpr std::string_view fractions[] = {"000", ".0", ".000", ".000000"};

inline cause change_timestamp_unit(attempt& tried, const examined_request& examined, std::size_t variant) {
    const std::string_view sent = examined.request.value_of("x-tc-timestamp");
    if (!examined.has_time) return cause::unknown;
    if (variant < count_of(fractions)) {
        tried.timestamp = {{sent, fractions[variant]}};
    } else {
        // Of milliseconds or a fraction in the header only the seconds can have been signed.
        const std::size_t seconds = 10;
        if (sent.size() <= seconds) return cause::unknown;
        tried.timestamp = {{sent.substr(0, seconds)}};
    }
    return cause::timestamp_unit;
}
inline void describe_timestamp_unit(any_sink& out, const examined_request& examined, std::size_t variant) {
    attempt tried;
    static_cast<void>(change_timestamp_unit(tried, examined, variant));
    out.append("the timestamp ");
    write_quoted(out, examined.facts, tried.timestamp);
}

inline cause change_date(attempt& tried, const examined_request& examined, std::size_t variant) {
    const utc_date* const dates[] = {&examined.today, &examined.yesterday, &examined.tomorrow};
    tried.date = dates[variant]->view();
    if (!examined.has_time || tried.date == examined.declared.date) return cause::unknown;
    return variant == 0 ? cause::key_derivation : causes_of_date(tried.date, examined.time).likelier;
}
inline void describe_date(any_sink& out, const examined_request& examined, std::size_t variant) {
    const utc_date* const dates[] = {&examined.today, &examined.yesterday, &examined.tomorrow};
    out.append("the date ");
    out.append(dates[variant]->view());
    out.append(" in the key");
}

// The products that are called most, for keys that were derived for another one.
inline constexpr std::string_view services[] = {"faceid", "cvm", "sts", "cam", "vpc",    "clb", "cdb", "cbs",
                                                "ocr",    "tts", "asr", "sms", "ses",    "scf", "tke", "cls",
                                                "tcb",    "tag", "kms", "ssm", "dnspod", "iai", "tmt", "hunyuan"};

inline std::string_view service_of(const examined_request& examined, std::size_t variant) {
    if (variant == 0) return examined.facts.service;
    if (variant == 1) return service_label(examined.request.value_of("host"));
    return services[variant - 2];
}
inline cause change_service(attempt& tried, const examined_request& examined, std::size_t variant) {
    tried.service = service_of(examined, variant);
    return tried.service.empty() ? cause::unknown : cause::service;
}
inline void describe_service(any_sink& out, const examined_request& examined, std::size_t variant) {
    out.append("the service ");
    write_quoted(out, examined.facts, {{service_of(examined, variant)}});
    out.append(" in the key");
}

inline constexpr std::string_view terminators[] = {"tc3_request", "aws4_request", "tc3-request", ""};

inline cause change_terminator(attempt& tried, const examined_request&, std::size_t variant) {
    tried.terminator = terminators[variant];
    return cause::terminator;
}
inline void describe_terminator(any_sink& out, const examined_request& examined, std::size_t variant) {
    write_quoted(out, examined.facts, {{terminators[variant]}});
    out.append(" at the end of the key derivation");
}

inline constexpr std::string_view algorithms[] = {"TC3-HMAC-SHA256", "AWS4-HMAC-SHA256", "HmacSHA256", ""};

inline cause change_algorithm(attempt& tried, const examined_request&, std::size_t variant) {
    tried.algorithm = algorithms[variant];
    return cause::algorithm_name;
}
inline void describe_algorithm(any_sink& out, const examined_request& examined, std::size_t variant) {
    out.append("the algorithm ");
    write_quoted(out, examined.facts, {{algorithms[variant]}});
    out.append(" in the string to sign");
}

// ---- key --------------------------------------------------------------------------------------------------------------------------

struct key_edit {
    cause why;
    std::string_view before, after;
    std::string_view text;
};

// What a key becomes that is not set.
inline constexpr std::string_view words_for_nothing[] = {"", "undefined", "null", "None"};

inline constexpr key_edit key_edits[] = {
    {cause::key_blanks, "", "\n", "a line feed after the secret key"},
    {cause::key_blanks, "", " ", "a blank after the secret key"},
    {cause::key_blanks, "", "\r\n", "CR LF after the secret key"},
    {cause::key_blanks, "", "\r", "CR after the secret key"},
    {cause::key_blanks, "", "\t", "a tab after the secret key"},
    {cause::key_blanks, " ", "", "a blank before the secret key"},
    {cause::key_blanks, " ", " ", "blanks around the secret key"},
    {cause::key_quotes, "\"", "\"", "double quotes around the secret key"},
    {cause::key_quotes, "'", "'", "single quotes around the secret key"},
};

inline cause change_key(attempt& tried, const examined_request& examined, std::size_t variant) {
    const std::string_view key = examined.credential.secret_key;
    const key_edit& edit = key_edits[variant];
    tried.secret_key = {{edit.before, key, edit.after}};
    return edit.why;
}
inline void describe_key(any_sink& out, const examined_request&, std::size_t variant) { out.append(key_edits[variant].text); }

inline cause empty_key(attempt& tried, const examined_request&, std::size_t variant) {
    tried.secret_key = {{words_for_nothing[variant]}};
    return cause::key_empty;
}
inline void describe_empty(any_sink& out, const examined_request& examined, std::size_t variant) {
    if (variant == 0) return out.append("an empty secret key");
    write_quoted(out, examined.facts, {{words_for_nothing[variant]}});
    out.append(" as the secret key");
}

inline constexpr std::string_view prefixes[] = {"", "TC3TC3", "AWS4", "tc3"};
inline cause change_prefix(attempt& tried, const examined_request&, std::size_t variant) {
    tried.prefix = prefixes[variant];
    return cause::key_prefix;
}
inline void describe_prefix(any_sink& out, const examined_request& examined, std::size_t variant) {
    write_quoted(out, examined.facts, {{prefixes[variant]}});
    out.append(" before the secret key");
}

inline cause swap_key(attempt& tried, const examined_request& examined, std::size_t variant) {
    tried.secret_key = {{variant == 0 ? examined.credential.secret_id : examined.declared.secret_id}};
    return cause::key_swapped;
}
inline void describe_swapped(any_sink& out, const examined_request&, std::size_t) { out.append("the secret id as the secret key"); }

inline cause decode_key(attempt& tried, const examined_request&, std::size_t variant) {
    tried.key = static_cast<key_form>(variant + 1);
    return cause::key_decoded;
}
inline void describe_decoded(any_sink& out, const examined_request&, std::size_t variant) {
    out.append(variant == 0 ? "the secret key decoded from base64" : "the secret key decoded from hexadecimal digits");
}

inline cause change_credential(attempt& tried, const examined_request& examined, std::size_t variant) {
    if (variant >= examined.facts.other_credentials.size()) return cause::unknown;
    tried.secret_key = {{examined.facts.other_credentials[variant].secret_key}};
    return cause::key_of_other_credential;
}
inline void describe_credential(any_sink& out, const examined_request&, std::size_t) { out.append("the secret key of another credential"); }

inline cause change_derivation(attempt& tried, const examined_request&, std::size_t variant) {
    tried.derivation = static_cast<derivation_form>(variant + 1);
    const bool is_hex = tried.derivation == derivation_form::hex_digests || tried.derivation == derivation_form::hex_signing_key;
    if (is_hex) return cause::digest_form;
    return tried.derivation == derivation_form::cut_digests ? cause::digest_cut : cause::key_derivation;
}
inline void describe_derivation(any_sink& out, const examined_request&, std::size_t variant) {
    constexpr std::string_view forms[] = {"the digits of each digest as the next key",
                                          "the digits of the signing key as the key",
                                          "each digest up to its first zero byte as the next key",
                                          "key and message exchanged in the key derivation",
                                          "no service in the key derivation",
                                          "no date in the key derivation",
                                          "the region in the key derivation",
                                          "the secret key in place of the signing key",
                                          "\"TC3\" and the secret key in place of the signing key"};
    out.append(forms[variant]);
}

inline constexpr accident all_accidents[] = {
    {changed_part::content_type, 1, 1, read_last_type, describe_last_type},
    {changed_part::host, 1, 1, read_last_host, describe_last_host},
    {changed_part::content_type, count_of(charsets) + count_of(content_types), count_of(charsets) + count_of(content_types),
     change_content_type, describe_content_type},
    {changed_part::content_type, 1, 1, drop_content_type, describe_dropped},
    {changed_part::host, host_variants, host_variants_in_pairs, change_host, describe_host},
    {changed_part::body, body_forms - 1, body_forms - 1, change_body, describe_body},
    {changed_part::query, static_cast<std::size_t>(query_form::last) - 1, static_cast<std::size_t>(query_form::last) - 1, change_query,
     describe_query},
    {changed_part::query_order, pair_orders - 1, 1, reorder_query, describe_order},
    {changed_part::body, 1, 1, move_query, describe_moved},
    {changed_part::secret_key, count_of(key_edits), count_of(key_edits), change_key, describe_key},
    {changed_part::prefix, count_of(prefixes), count_of(prefixes), change_prefix, describe_prefix},
    {changed_part::date, 3, 3, change_date, describe_date},
    {changed_part::timestamp, count_of(fractions) + 1, count_of(fractions) + 1, change_timestamp_unit, describe_timestamp_unit},
    {changed_part::method, count_of(methods), count_of(methods), change_method, describe_method},
    {changed_part::path, static_cast<std::size_t>(path_form::last) - 1, static_cast<std::size_t>(path_form::last) - 1, change_path,
     describe_path},
    {changed_part::layout, static_cast<std::size_t>(line_form::last) - 1, static_cast<std::size_t>(line_form::last) - 1, change_lines,
     describe_lines},
    {changed_part::line_ends, 4, 4, change_line_ends, describe_line_ends},
    {changed_part::names, static_cast<std::size_t>(name_form::last) - 1, static_cast<std::size_t>(name_form::last) - 1, change_names,
     describe_names},
    {changed_part::values, 2, 2, change_values, describe_values},
    {changed_part::header, header_variants, header_variants, change_header, describe_header},
    {changed_part::secret_key, 2, 2, swap_key, describe_swapped},
    {changed_part::secret_key, count_of(words_for_nothing), count_of(words_for_nothing), empty_key, describe_empty},
    {changed_part::secret_key, most_others, most_others, change_credential, describe_credential},
    {changed_part::secret_key, static_cast<std::size_t>(key_form::last) - 1, static_cast<std::size_t>(key_form::last) - 1, decode_key,
     describe_decoded},
    {changed_part::service, 2 + count_of(services), 2, change_service, describe_service},
    {changed_part::terminator, count_of(terminators), count_of(terminators), change_terminator, describe_terminator},
    {changed_part::algorithm, count_of(algorithms), count_of(algorithms), change_algorithm, describe_algorithm},
    {changed_part::payload_hash, static_cast<std::size_t>(digest_form::last) - 1, static_cast<std::size_t>(digest_form::last) - 1,
     change_payload_hash, describe_payload_hash},
    {changed_part::canonical_hash, static_cast<std::size_t>(digest_form::hashed_again) - 1,
     static_cast<std::size_t>(digest_form::hashed_again) - 1, change_canonical_hash, describe_canonical_hash},
    {changed_part::derivation, static_cast<std::size_t>(derivation_form::last) - 1, static_cast<std::size_t>(derivation_form::last) - 1,
     change_derivation, describe_derivation},
    {changed_part::end, static_cast<std::size_t>(end_form::last) - 1, static_cast<std::size_t>(end_form::last) - 1, change_end,
     describe_end},
};

/// Reads the seconds of a timestamp that can be in milliseconds or have a fraction. Returns false if it is no time.
[[nodiscard]] inline bool read_any_timestamp(std::string_view text, unix_time& time) noexcept {
    if (read_timestamp(text, time)) return true;
    constexpr std::size_t digits_of_seconds = 10;
    const std::string_view seconds = slice(text, 0, digits_of_seconds);
    if (seconds.size() == digits_of_seconds && read_timestamp(seconds, time)) return true;
    time = {};
    return false;
}

/// Returns the time of the service when it rejected a request.
[[nodiscard]] inline std::optional<unix_time> service_time_of(const known_facts& facts) noexcept {
    if (facts.service_time) return facts.service_time;
    const bool can_have_one = facts.error_code.empty() || facts.error_code == "AuthFailure.SignatureExpire";
    return can_have_one ? time_in_message(facts.error_message) : std::nullopt;
}

/// Returns what is signed for the body of a request by its headers.
[[nodiscard]] inline body_change declared_body(const sent_request& request) {
    if (request.value_of("x-tc-content-sha256") == unsigned_payload) return body_change::unsigned_payload;
    if (!ascii::equal_lower(request.value_of("transfer-encoding"), "chunked")) return body_change::none;
    counting_sink counted;
    sink_adapter counting(counted);
    return write_body(counting, request.body, {}, {.change = body_change::joined_chunks, .style = {}}) ? body_change::joined_chunks
                                                                                                       : body_change::none;
}

/// Returns the credential whose id a request declares; without one, the credential that should have signed.
[[nodiscard]] inline credential_view credential_of(const known_facts& facts, std::string_view declared_id) noexcept {
    for (const credential_view& other : facts.other_credentials) {
        if (other.secret_id == declared_id && declared_id != facts.credential.secret_id) return other;
    }
    // Exchanged: the id signed.
    if (declared_id == facts.credential.secret_key && !declared_id.empty()) {
        return {.secret_id = facts.credential.secret_key, .secret_key = facts.credential.secret_id, .token = facts.credential.token};
    }
    return facts.credential;
}

}  // namespace doctor_detail

TC3_FUNCTION examined_request::examined_request(const sent_request& sent, const known_facts& known,
                                                const declared_authorization& authorization) noexcept
    : request(sent),
      facts(known),
      declared(authorization),
      credential(doctor_detail::credential_of(known, authorization.secret_id)),
      service_time(doctor_detail::service_time_of(known)),
      has_time(doctor_detail::read_any_timestamp(sent.value_of("x-tc-timestamp"), time)),
      body(doctor_detail::declared_body(sent)) {
    constexpr std::int64_t day = 86400;
    today = utc_date(time);
    yesterday = utc_date({time.seconds - day});
    tomorrow = utc_date({time.seconds + day});
}

TC3_FUNCTION attempt examined_request::as_declared() const noexcept {
    attempt tried;
    tried.method = request.method;
    tried.content_type = {{request.value_of("content-type")}};
    tried.host = {{request.value_of("host")}};
    tried.body = static_cast<std::uint8_t>(body);
    tried.algorithm = declared.algorithm;
    tried.timestamp = {{request.value_of("x-tc-timestamp")}};
    tried.scope = declared.scope;
    tried.secret_key = {{credential.secret_key}};
    tried.date = declared.date;
    tried.service = declared.service;
    tried.terminator = declared.terminator;
    return tried;
}

TC3_FUNCTION std::span<const accident> accidents() noexcept { return doctor_detail::all_accidents; }

}  // namespace tc3::inline TC3_NAMESPACE::signing::doctor

#endif  // TC3_BODIES
