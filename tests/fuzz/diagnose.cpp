// SPDX-License-Identifier: MIT
// The diagnosis of a signed request that is changed: its text holds no secret and is printable, and what the server accepts has no certain
// cause. The input is a list of changes, "=Host:other.com|b{}|fcAuthFailure.SignatureExpire":
//
//   mTEXT      sets the method         =NAME:VALUE   sets a header          xAB        sets byte A of Authorization to B
//   uTEXT      sets the target         +NAME:VALUE   adds a header          s          signs what there is so far
//   bTEXT      sets the body           -NAME         removes a header       rBYTES     the bytes of the whole request
//   fcTEXT     the error code          fmTEXT        the error message      ftNUMBER   the time of the service
//   fi         an unknown secret id    fk            the token is known     fs         the service is not known
//   fhTEXT     another host            fvN:VALUE     another header         fa         signatures are computed
//   fp         pairs of accidents are tried, too, which takes long
#include "target.hpp"
#include <tc3/signing/diagnose.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using fuzz::require;
namespace signing = tc3::signing;

namespace {

constexpr std::string_view secret_id = "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE";
constexpr std::string_view secret_key = "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE";
constexpr std::string_view other_id = "AKIDx7pQ2mT4vB9kLw3nR6sD1cF8EXAMPLE0";
constexpr std::string_view other_key = "Hj3kL9mN2pQ7rS5tV8wX1yZ4EXAMPLE0";
constexpr std::string_view token = "Zq8/xW+vN3~kR7pL0=mT5";
constexpr tc3::unix_time sent_at{1551113065};

struct message {
    std::string method = "POST";
    std::string target = "/";
    std::string body = "{\"Limit\":1}";
    std::vector<std::pair<std::string, std::string>> headers = {{"Content-Type", "application/json"},
                                                                {"Host", "cvm.tencentcloudapi.com"},
                                                                {"X-TC-Action", "DescribeInstances"},
                                                                {"X-TC-Timestamp", "1551113065"}};
    std::string raw;

    [[nodiscard]] std::vector<tc3::http::header> views() const {
        std::vector<tc3::http::header> all;
        for (const auto& [name, value] : headers) all.push_back({name, value});
        return all;
    }
    std::string* find(std::string_view name) {
        for (auto& [known, value] : headers) {
            if (known == name) return &value;
        }
        return nullptr;
    }
    void set(const std::string& name, const std::string& value) {
        if (std::string* known = find(name)) {
            *known = value;
        } else {
            headers.emplace_back(name, value);
        }
    }
    void remove(std::string_view name) {
        std::erase_if(headers, [&](const auto& header) { return header.first == name; });
    }
};

struct facts {
    std::string code, text, host, header_name, header_value;
    std::int64_t time = 0;
    bool has_time = false, knows_id = true, knows_token = false, knows_service = true, has_search = false, has_pairs = false;
};

void sign(message& sent) {
    sent.remove("Authorization");
    const auto headers = sent.views();
    const auto target = tc3::http::split_target(sent.target);
    const bool is_get = sent.method == "GET";
    const signing::request_parts parts{.method = is_get ? tc3::http::method::get : tc3::http::method::post,
                                       .canonical_uri = target.path,
                                       .query = target.query,
                                       .headers = headers,
                                       .hashed_payload = *signing::payload_hash(is_get ? "" : sent.body)};
    const auto value = signing::authorization(parts, "cvm", sent_at, {secret_id, secret_key});
    if (value) sent.set("Authorization", fuzz::text_of(*value));
}

void change_fact(facts& known, std::string_view change) {
    if (change.empty()) return;
    const std::string text(change.substr(1));
    const std::size_t colon = text.find(':');
    switch (change.front()) {
        case 'c': known.code = text; break;
        case 'm': known.text = text; break;
        case 'h': known.host = text; break;
        case 'i': known.knows_id = false; break;
        case 'k': known.knows_token = true; break;
        case 's': known.knows_service = false; break;
        case 'a': known.has_search = true; break;
        case 'p': known.has_search = known.has_pairs = true; break;
        case 'v':
            known.header_name = text.substr(0, colon);
            known.header_value = colon == std::string::npos ? "" : text.substr(colon + 1);
            break;
        case 't':
            known.time = text.size() > 18 ? INT64_MIN : std::strtoll(text.c_str(), nullptr, 10);
            known.has_time = true;
            break;
        default: break;
    }
}

void apply_change(message& sent, facts& known, std::string_view change) {
    if (change.empty()) return;
    const std::string text(change.substr(1));
    const std::size_t colon = text.find(':');
    const std::string name = text.substr(0, colon);
    const std::string value = colon == std::string::npos ? "" : text.substr(colon + 1);
    switch (change.front()) {
        case 'm': sent.method = text; break;
        case 'u': sent.target = text; break;
        case 'b': sent.body = text; break;
        case '=': sent.set(name, value); break;
        case '+': sent.headers.emplace_back(name, value); break;
        case '-': sent.remove(text); break;
        case 's': sign(sent); break;
        case 'r': sent.raw = text; break;
        case 'f': change_fact(known, text); break;
        case 'x': {
            std::string* authorization = sent.find("Authorization");
            if (text.size() < 2 || authorization == nullptr || authorization->empty()) break;
            (*authorization)[static_cast<unsigned char>(text[0]) % authorization->size()] = text[1];
            break;
        }
        default: break;
    }
}

bool has_part_of(std::string_view text, std::string_view secret) {
    for (std::size_t i = 0; i + 8 <= secret.size(); ++i) {
        if (text.find(secret.substr(i, 8)) != std::string_view::npos) return true;
    }
    return false;
}

void check_text(const signing::diagnosis& found, const tc3::credential_view& known) {
    std::string text;
    signing::write_diagnosis(text, found);
    for (const std::string_view secret : {known.secret_key, other_key, known.token})
        require(!has_part_of(text, secret), "a diagnosis shows no secret");
    require(tc3::find_invalid_utf8(text) == std::string_view::npos, "a diagnosis is UTF-8");
    require(std::count(text.begin(), text.end(), '\n') == static_cast<std::ptrdiff_t>(std::max<std::size_t>(1, found.findings().size())),
            "each finding is one line");
    for (const signing::finding& each : found.findings()) {
        std::string evidence;
        tc3::write_printable(evidence, each.evidence.view());
        require(evidence == each.evidence.view(), "evidence is printable");
        require(signing::to_string(each.cause) != "", "each cause has a name");
    }
    require(found.signatures() <= signing::most_diagnosed_signatures, "no more signatures than documented");
    require(found.findings().size() <= signing::most_findings, "no more findings than documented");
}

bool is_accepted(const signing::sent_request& sent) {
    if (sent.method != "GET" && sent.method != "POST") return false;
    const auto target = tc3::http::split_target(sent.target);
    const signing::received_request received{.method = sent.method == "GET" ? tc3::http::method::get : tc3::http::method::post,
                                             .canonical_uri = target.path,
                                             .query = target.query,
                                             .headers = sent.headers,
                                             .body = sent.body};
    const signing::verify_options options{.now = sent_at, .service = "cvm"};
    const auto find_key = [](std::string_view id) { return id == secret_id ? secret_key : std::string_view(); };
    return signing::verify_authorization(received, options, find_key).has_value();
}

/// Returns whether a cause is of what the server does not check: the token and sizes.
bool is_unchecked(const signing::sent_request& sent, const signing::finding& found) {
    const auto is_token = [](const tc3::http::header& header) { return tc3::http::are_same_name(header.name, "x-tc-token"); };
    const bool has_tokens = std::count_if(sent.headers.begin(), sent.headers.end(), is_token) > 1;
    return found.cause == signing::cause::token_missing || found.cause == signing::cause::token_differs ||
           found.cause == signing::cause::token_unexpected || (found.cause == signing::cause::header_twice && has_tokens);
}

void check(const signing::sent_request& sent, const facts& known) {
    const tc3::http::header other_headers[] = {{known.header_name, known.header_value}};
    const std::string_view other_hosts[] = {known.host};
    const tc3::credential_view others[] = {{other_id, other_key, {}}};
    const bool accepted = is_accepted(sent);
    const bool has_key = accepted || known.has_search;
    signing::known_facts facts{.credential = {.secret_id = known.knows_id ? secret_id : std::string_view(),
                                              .secret_key = has_key ? secret_key : std::string_view(),
                                              .token = known.knows_token ? token : std::string_view()},
                               .service = known.knows_service ? "cvm" : std::string_view(),
                               .error_code = known.code,
                               .error_message = known.text,
                               .other_credentials = others,
                               .other_hosts = other_hosts,
                               .other_headers = other_headers};
    if (known.has_time) facts.service_time = tc3::unix_time{known.time};
    const signing::diagnosis found = signing::diagnose(sent, facts);
    check_text(found, facts.credential);
    require(!found.empty() || has_key, "without a key nothing is found right");
    if (!accepted || known.has_time || !known.text.empty()) return;
    for (const signing::finding& each : found.findings()) {
        require(!each.is_certain || is_unchecked(sent, each), "an accepted request has no certain cause");
        require(!known.code.empty() || is_unchecked(sent, each), "an accepted request has no cause, unless the service names one");
    }
}

}  // namespace

void fuzz::run(std::string_view input) {
    message sent;
    facts known;
    sign(sent);
    for (parts changes(input); !changes.empty();) {
        const bool is_raw = changes.rest().front() == 'r';
        const std::string_view change = is_raw ? changes.rest() : changes.next();
        apply_change(sent, known, change);
        if (is_raw) break;
    }
    // Pairs are not tried for a request with a large head.
    if (!known.has_pairs) sent.headers.emplace_back("X-Large", std::string(20000, 'x'));
    const auto headers = sent.views();
    check({.method = sent.method, .target = sent.target, .headers = headers, .body = sent.body}, known);
    if (sent.raw.empty()) return;
    const exact_copy bytes(sent.raw);
    const signing::raw_request raw(bytes.view());
    check(raw.view(), known);
}
