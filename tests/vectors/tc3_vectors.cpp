// SPDX-License-Identifier: MIT
// Compares the signatures of tc3 with vectors that other software made: tc3-vectors FILE...
// Only normative vectors are checked. The program is built once for each crypto policy; see backend.hpp.
#include "vector_file.hpp"

#include <algorithm>

namespace {

using vectors::backend;
using vectors::json;
using vectors::vector_report;
namespace http = tc3::http;
namespace signing = tc3::signing;

// ---- parts that all kinds of vectors share -------------------------------------------------------------------------------------

std::string text_or_empty(const json& object, const char* name) {
    const auto member = object.find(name);
    return member == object.end() || member->is_null() ? "" : member->get<std::string>();
}

// The input of a vector. `headers` refers to `header_texts`.
struct sign_input {
    std::string secret_id, secret_key, token, service, host, path, query, payload;
    http::method method = http::method::post;
    tc3::unix_time time;
    bool unsigned_payload = false;
    std::vector<std::pair<std::string, std::string>> header_texts;
    std::vector<http::header> headers;

    explicit sign_input(const json& input)
        : secret_id(input.at("secret_id")),
          secret_key(input.at("secret_key")),
          token(text_or_empty(input, "token")),
          service(input.at("service")),
          host(input.at("host")),
          path(input.at("path")),
          query(text_or_empty(input, "query")),
          payload(input.at("payload").is_null() ? "" : vectors::bytes_of(input.at("payload"))),
          method(input.at("method") == "GET" ? http::method::get : http::method::post),
          time{input.at("timestamp")},
          unsigned_payload(input.at("unsigned_payload")) {
        for (const json& field : input.at("headers")) header_texts.emplace_back(field.at(0), field.at(1));
        for (const auto& [name, value] : header_texts) headers.push_back({name, value});
    }

    [[nodiscard]] std::string_view hashed_text() const {
        if (unsigned_payload) return signing::unsigned_payload;
        return method == http::method::get ? std::string_view() : std::string_view(payload);
    }
    [[nodiscard]] signing::request_parts parts() const {
        backend policy;
        return {.method = method,
                .canonical_uri = path,
                .query = query,
                .headers = headers,
                .hashed_payload = *signing::payload_hash(hashed_text(), policy)};
    }
};

// The intermediate values of a signature, by the names in the files.
using steps = std::vector<std::pair<std::string, std::string>>;

// ---- kind "sign": the signing functions, step by step --------------------------------------------------------------------------

template <class Value>
std::string written(const Value& value) {
    std::string text;
    value.write(text);
    return text;
}

// Returns nothing, after an entry in the report, if tc3 rejects the input.
std::optional<steps> sign_in_steps(const sign_input& input, vector_report& report) {
    backend policy;
    const signing::request_parts parts = input.parts();
    const auto request = signing::make_signer_input(parts, input.service, input.time, policy);
    if (!request) {
        report.fail("make_signer_input", vectors::to_text(request.error()));
        return std::nullopt;
    }
    const auto key = signing::derive_signing_key({input.secret_id, input.secret_key}, request->scope, policy);
    if (!key) {
        report.fail("derive_signing_key", vectors::to_text(key.error()));
        return std::nullopt;
    }
    const auto value = signing::authorization(parts, input.time, *key, input.secret_id, policy);
    if (!value) {
        report.fail("authorization", vectors::to_text(value.error()));
        return std::nullopt;
    }

    std::string canonical_request;
    std::string signed_headers;
    signing::write_canonical_request(canonical_request, parts);
    signing::write_signed_headers(signed_headers, parts.headers);
    return steps{
        {"hashed_payload", vectors::hex(parts.hashed_payload)},
        {"canonical_request", canonical_request},
        {"hashed_canonical_request", vectors::hex(*signing::hash_canonical_request(parts, policy))},
        {"date", std::string(request->scope.date().view())},
        {"credential_scope", written(request->scope)},
        {"string_to_sign", std::string(request->string_to_sign.view())},
        {"signed_headers", signed_headers},
        {"signature", vectors::hex(value->signature.bytes)},
        {"authorization", written(*value)},
        {"secret_signing", vectors::hex(key->bytes())},
    };
}

void compare_steps(const steps& actual, const json& expected, vector_report& report) {
    for (const auto& [name, value] : actual) {
        if (expected.contains(name)) report.equal(name, expected.at(name), value);
    }
}

// Returns the two keys between secret key and signing key. tc3 does not expose them, so they are computed with its HMAC.
steps intermediate_keys(const sign_input& input) {
    backend policy;
    const tc3::utc_date date(input.time);
    tc3::crypto::hmac_key key;
    if (!key.assign("TC3", input.secret_key, policy)) return {};
    const auto secret_date = tc3::crypto::hmac_sha_256(key, date.view(), policy);
    key.assign(*secret_date);
    const auto secret_service = tc3::crypto::hmac_sha_256(key, input.service, policy);
    return {{"secret_date", vectors::hex(*secret_date)}, {"secret_service", vectors::hex(*secret_service)}};
}

void check_sign(const json& vector, vector_report& report) {
    const sign_input input(vector.at("input"));
    const json& expected = vector.at("expected");
    const auto actual = sign_in_steps(input, report);
    if (!actual) return;
    compare_steps(*actual, expected, report);
    if (!expected.contains("derived_keys_hex")) return;
    compare_steps(*actual, expected.at("derived_keys_hex"), report);
    compare_steps(intermediate_keys(input), expected.at("derived_keys_hex"), report);
}

// ---- requests of api/, for the other two kinds ---------------------------------------------------------------------------------

tc3::client_profile_view profile_of(const sign_input& input) {
    tc3::client_profile_view profile;
    profile.credential = {input.secret_id, input.secret_key, input.token};
    profile.service = input.service;
    profile.host = input.host;
    return profile;
}

std::string header_of(const json& headers, std::string_view name) {
    for (const json& field : headers) {
        if (tc3::ascii::equal_lower(field.at(0).get<std::string>(), name)) return field.at(1);
    }
    return {};
}

// ---- kind "params": the query string of a GET request and its signature --------------------------------------------------------

// Writes the JSON text of the parameters. Members such as "__repeat__" describe values that would be too long or impossible in the file.
void write_params(std::string& out, const json& value) {
    if (value.is_object() && value.contains("__repeat__")) {
        const json& repeat = value.at("__repeat__");
        std::string text;
        for (std::size_t left = repeat.at("count"); left > 0; --left) text += repeat.at("char").get<std::string>();
        out += json(text).dump();
    } else if (value.is_object() && value.contains("__base64__")) {
        out += json(vectors::decode_base64(value.at("__base64__"))).dump();
    } else if (value.is_object() && value.contains("__bigint__")) {
        out += value.at("__bigint__").get<std::string>();
    } else if (value.is_structured()) {
        out += value.is_object() ? '{' : '[';
        bool first = true;
        for (const auto& item : value.items()) {
            if (!std::exchange(first, false)) out += ',';
            if (value.is_object()) out += json(item.key()).dump() + ":";
            write_params(out, item.value());
        }
        out += value.is_object() ? '}' : ']';
    } else {
        out += value.dump();
    }
}

std::string percent_decoded(std::string_view text, vector_report& report) {
    std::string decoded;
    if (!tc3::decode_percent(decoded, text)) report.fail("query", "malformed escape in " + std::string(text));
    return decoded;
}

// Returns the decoded pairs of a query string as one sorted text.
std::string pairs_of_query(std::string_view query, vector_report& report) {
    json pairs = json::array();
    while (!query.empty()) {
        const std::string_view pair = query.substr(0, query.find('&'));
        query.remove_prefix((std::min)(pair.size() + 1, query.size()));
        const std::string_view key = pair.substr(0, pair.find('='));
        if (key.size() == pair.size()) report.fail("query", "key without '=': " + std::string(pair));
        pairs.push_back({percent_decoded(key, report), percent_decoded(pair.substr((std::min)(key.size() + 1, pair.size())), report)});
    }
    std::sort(pairs.begin(), pairs.end());
    return pairs.dump();
}

void check_signature_of_query(sign_input input, const std::string& query, const json& expected, vector_report& report) {
    input.query = query;
    if (const auto actual = sign_in_steps(input, report)) compare_steps(*actual, expected, report);
}

void check_params(const json& vector, vector_report& report) {
    const sign_input input(vector.at("input"));
    const json& expected = vector.at("expected");
    std::string params;
    write_params(params, vector.at("input").at("params"));

    const tc3::action action{.service = input.service, .version = "2017-03-12", .name = "Any", .needs_region = false};
    backend policy;
    const auto request = tc3::make_request({action, params}, profile_of(input), input.time, {.method = http::method::get, .hash = policy});
    if (!request) return report.fail("make_request", tc3::to_string(request.error()));
    const std::string_view target = request->view().target;
    const std::string query(target.substr((std::min)(target.find('?') + 1, target.size())));
    const std::string authorization(request->view().headers.value_of("authorization"));

    json flattened = expected.at("flattened_sorted");
    std::sort(flattened.begin(), flattened.end());
    report.equal("flattened", flattened.dump(), pairs_of_query(query, report));
    report.equal("method", "GET", std::string(http::name_of(request->view().method)));
    report.equal("body", "", std::string(request->view().body));

    // The signature must belong to the query string of tc3: always by the steps, and by the file if it lists that query.
    check_signature_of_query(input, query, {{"authorization", authorization}}, report);
    for (const json& accepted : expected.at("accepted")) {
        check_signature_of_query(input, accepted.at("query"), {{"signature", accepted.at("signature")}}, report);
        if (query == accepted.at("query").get<std::string>())
            report.equal("signature", accepted.at("signature"), authorization.substr(authorization.size() - 64));
    }
    check_signature_of_query(
        input, expected.at("query_rfc3986_sorted"),
        {{"signature", expected.at("signature_rfc3986_sorted")}, {"authorization", expected.at("authorization_rfc3986_sorted")}}, report);
}

// ---- kind "http": a request that an SDK sent -----------------------------------------------------------------------------------

// Returns the X-TC-* headers of a list, except X-TC-RequestClient, as lower-case sorted lines.
std::string common_headers(const std::vector<std::pair<std::string, std::string>>& headers) {
    std::vector<std::string> lines;
    for (const auto& [name, value] : headers) {
        std::string lower;
        for (const char c : name) lower += tc3::ascii::to_lower(c);
        if (lower.starts_with("x-tc-") && lower != "x-tc-requestclient") lines.push_back(lower + ": " + value);
    }
    std::sort(lines.begin(), lines.end());
    std::string text;
    for (const std::string& line : lines) text += line + "\n";
    return text;
}

std::vector<std::pair<std::string, std::string>> headers_in(const http::header_list& list) {
    std::vector<std::pair<std::string, std::string>> headers;
    for (const http::header field : list) headers.emplace_back(field.name, field.value);
    return headers;
}

void check_http(const json& vector, vector_report& report) {
    const json& source = vector.at("input");
    const json& expected = vector.at("expected");
    const sign_input input(source);
    const std::string region = text_or_empty(source, "region");
    const std::string language = text_or_empty(source, "language");
    const std::string version = source.at("version");
    const std::string name = source.at("action");
    const std::string content_type = header_of(source.at("headers"), "content-type");
    const std::string trace_id = header_of(expected.at("headers"), "x-tc-traceid");  // random, so it is only in the expected request

    tc3::client_profile_view profile = profile_of(input);
    profile.region = region;
    profile.language = language;
    tc3::request_options options;
    options.method = input.method;
    options.path = input.path;
    options.unsigned_payload = input.unsigned_payload;
    options.sign_action = !header_of(source.at("headers"), "x-tc-action").empty();
    options.skip_authorization = expected.at("authorization") == "SKIP";
    options.trace_id = trace_id;
    const tc3::action action{.service = input.service, .version = version, .name = name, .needs_region = false};
    const tc3::request_content content{.body = input.payload, .content_type = content_type, .query = input.query};
    backend policy;
    options.hash = policy;
    const auto request = tc3::make_request({action, content}, profile, input.time, options);
    if (!request) return report.fail("make_request", tc3::to_string(request.error()));

    const http::request_view view = request->view();
    std::string target = expected.at("target");
    if (expected.at("query") == "" && target.ends_with('?')) target.pop_back();  // a bare '?' is not signed; tc3 does not send it
    std::vector<std::pair<std::string, std::string>> wire_headers;
    for (const json& field : expected.at("headers")) wire_headers.emplace_back(field.at(0), field.at(1));
    report.equal("method", source.at("method"), std::string(http::name_of(view.method)));
    report.equal("target", target, std::string(view.target));
    report.equal("host", input.host, std::string(view.host));
    report.equal("body", input.payload, std::string(view.body));
    report.equal("Content-Type", content_type, std::string(view.headers.value_of("content-type")));
    report.equal("X-TC-* headers", common_headers(wire_headers), common_headers(headers_in(view.headers)));
    report.equal("Authorization", expected.at("authorization"), std::string(view.headers.value_of("authorization")));

    if (options.skip_authorization) return;
    if (const auto actual = sign_in_steps(input, report)) compare_steps(*actual, expected, report);
}

// ---- all vectors ---------------------------------------------------------------------------------------------------------------

bool is_in_scope(const json& vector) { return vector.value("normative", false); }

void check_vector(const json& vector, vector_report& report) {
    const std::string kind = vector.at("kind");
    if (kind == "sign") return check_sign(vector, report);
    if (kind == "params") return check_params(vector, report);
    if (kind == "http") return check_http(vector, report);
    report.fail("kind", "unknown kind " + kind);
}

}  // namespace

int main(int count, char** arguments) {
    return vectors::run(std::vector<std::string>(arguments + 1, arguments + count), "tc3-vectors", is_in_scope, check_vector);
}
