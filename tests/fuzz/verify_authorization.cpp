// SPDX-License-Identifier: MIT
// A signed request that is changed on its way to the server: it is accepted if and only if everything that was signed arrives unchanged.
// The input is a list of changes, "=Host:other.com|b{}|x\x10a":
//
//   m          the other method                  =NAME:VALUE   sets a header        aTEXT   sets the Authorization header
//   uTEXT      sets the URI                      +NAME:VALUE   adds a header        xAB     sets its byte A (modulo its size) to B
//   qTEXT      sets the query                    -NAME         removes a header     kNUMBER sets the server's clock
//   bTEXT      sets the body
#include "reference_request.hpp"
#include "target.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string>
#include <string_view>
#include <vector>

using fuzz::require;
namespace signing = tc3::signing;

namespace {

constexpr std::string_view secret_id = "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE";
constexpr std::string_view secret_key = "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE";
constexpr std::string_view other_key = "Gu5t9xGARNpq86cd98joQYCN3ExAMPLE";
constexpr std::string_view service = "cvm";
constexpr tc3::unix_time sent_at{1551113065};
constexpr std::string_view sent_at_text = "1551113065";
constexpr std::int64_t longest_skew = 300;

struct header {
    std::string name, value;
};

/// Returns the size of the first name in a list with ';' between names.
std::size_t first_size(std::string_view list) { return std::min(list.find(';'), list.size()); }

struct message {
    tc3::http::method method = tc3::http::method::post;
    std::string uri = "/";
    std::string query;
    std::string body = "{\"Limit\":1}";
    std::vector<header> headers = {
        {"Content-Type", "application/json"}, {"Host", "cvm.tencentcloudapi.com"}, {"X-TC-Action", "DescribeInstances"}};
    std::int64_t clock = sent_at.seconds;

    [[nodiscard]] std::vector<tc3::http::header> views() const {
        std::vector<tc3::http::header> all;
        for (const header& field : headers) all.push_back({field.name, field.value});
        return all;
    }
    /// Returns the headers in a list of names, "host;x-tc-action".
    [[nodiscard]] std::vector<tc3::http::header> views_in(std::string_view list) const {
        std::set<std::string> names;
        for (std::size_t start = 0; start <= list.size(); start += first_size(list.substr(start)) + 1) {
            names.emplace(list.substr(start, first_size(list.substr(start))));
        }
        std::vector<tc3::http::header> listed = views();
        std::erase_if(listed,
                      [&](const tc3::http::header& field) { return !names.contains(reference::lower(reference::trimmed(field.name))); });
        return listed;
    }
    /// Returns the number of headers with a lower-case name.
    [[nodiscard]] std::size_t count(std::string_view name) const {
        const auto has_name = [&](const header& field) { return reference::lower(reference::trimmed(field.name)) == name; };
        return static_cast<std::size_t>(std::count_if(headers.begin(), headers.end(), has_name));
    }
    [[nodiscard]] std::string value_of(std::string_view name) const {
        for (const header& field : headers) {
            if (reference::lower(reference::trimmed(field.name)) == name) return field.value;
        }
        return {};
    }
    void set(const std::string& name, const std::string& value) {
        for (header& field : headers) {
            if (field.name != name) continue;
            field.value = value;
            return;
        }
        headers.push_back({name, value});
    }
    void remove(std::string_view name) {
        std::erase_if(headers, [&](const header& field) { return field.name == name; });
    }
};

/// Returns the Authorization header of a message, or an empty string if it cannot be signed.
std::string sign_with(std::string_view key, const message& sent) {
    const auto headers = sent.views();
    const bool is_get = sent.method == tc3::http::method::get;
    const signing::request_parts parts{.method = sent.method,
                                       .canonical_uri = sent.uri,
                                       .query = sent.query,
                                       .headers = headers,
                                       .hashed_payload = *signing::payload_hash(is_get ? "" : sent.body)};
    const auto value = signing::authorization(parts, service, sent_at, {secret_id, key});
    return value ? fuzz::text_of(*value) : std::string();
}

tc3::result<signing::verified_request, signing::rejection> verify(const message& received, std::string_view known_id = secret_id) {
    const auto headers = received.views();
    const signing::received_request request{
        .method = received.method, .canonical_uri = received.uri, .query = received.query, .headers = headers, .body = received.body};
    const signing::verify_options options{.now = {received.clock}, .service = service, .longest_skew = longest_skew};
    const auto find_key = [known_id](std::string_view id) { return id == known_id ? secret_key : std::string_view(); };
    return signing::verify_authorization(request, options, find_key);
}

void apply_change(message& request, std::string_view change) {
    if (change.empty()) return;
    const std::string text(change.substr(1));
    const std::size_t colon = text.find(':');
    const std::string name = text.substr(0, colon);
    const std::string value = colon == std::string::npos ? "" : text.substr(colon + 1);
    switch (change.front()) {
        case 'm': request.method = request.method == tc3::http::method::get ? tc3::http::method::post : tc3::http::method::get; break;
        case 'u': request.uri = text; break;
        case 'q': request.query = text; break;
        case 'b': request.body = text; break;
        case '=': request.set(name, value); break;
        case '+': request.headers.push_back({name, value}); break;
        case '-': request.remove(text); break;
        case 'a': request.set("Authorization", text); break;
        case 'x': {
            std::string authorization = request.value_of("authorization");
            if (text.size() < 2 || authorization.empty()) break;
            authorization[static_cast<unsigned char>(text[0]) % authorization.size()] = text[1];
            request.set("Authorization", authorization);
            break;
        }
        case 'k': request.clock = text.size() > 18 ? INT64_MIN : std::strtoll(text.c_str(), nullptr, 10); break;
        default: break;
    }
}

/// Returns the canonical request without the hash of the body, with the headers of a list.
std::string head_of(const message& request, std::string_view list) {
    const auto headers = request.views_in(list);
    return reference::canonical_head(request.method, request.uri, request.query, reference::canonical_headers(headers));
}

std::string_view signed_headers_in(std::string_view authorization) {
    constexpr std::string_view begin = "SignedHeaders=";
    const std::size_t position = authorization.find(begin);
    if (position == std::string_view::npos) return {};
    authorization.remove_prefix(position + begin.size());
    return authorization.substr(0, authorization.find(", Signature="));
}

message sent_message() {
    message sent;
    sent.set("Authorization", sign_with(secret_key, sent));
    sent.set("X-TC-Timestamp", std::string(sent_at_text));
    return sent;
}

/// Returns whether everything that was signed arrived unchanged, once, and in time.
bool arrived_unchanged(const message& received, const message& sent) {
    const std::string_view list = "content-type;host;x-tc-action";
    for (const char* name : {"authorization", "x-tc-timestamp", "content-type", "host", "x-tc-action"}) {
        if (received.count(name) != 1) return false;
    }
    const bool in_time = received.clock >= sent_at.seconds - longest_skew && received.clock <= sent_at.seconds + longest_skew;
    return in_time && received.value_of("authorization") == sent.value_of("authorization") &&
           received.value_of("x-tc-timestamp") == sent_at_text && head_of(received, list) == head_of(sent, list) &&
           received.body == sent.body;
}

void check_changed_request(const message& received, const message& sent) {
    const auto verified = verify(received);
    if (!verified) {
        // X-TC-Content-SHA256 may be wrong for a right body.
        require(!arrived_unchanged(received, sent) || received.count("x-tc-content-sha256") != 0, "an unchanged request is accepted");
        require(verified.error() != signing::rejection::crypto_failed, "the crypto policy never fails");
        return;
    }
    require(arrived_unchanged(received, sent), "an accepted request arrived unchanged");
    const std::string authorization = received.value_of("authorization");
    require(head_of(received, signed_headers_in(authorization)) == head_of(sent, signed_headers_in(authorization)),
            "the headers in the signed list arrived unchanged");
    require(verified->secret_id == secret_id && verified->service == service && verified->timestamp == sent_at,
            "an accepted request has the secret id, service and time of the signature");
    require(verify(received, "AKIDother").error() == signing::rejection::unknown_key_id, "a request with an unknown secret id is rejected");
}

/// Signs the changed message: it is accepted with the right key and rejected with another one.
void check_signing_key(message changed) {
    changed.remove("Authorization");
    changed.set("X-TC-Timestamp", std::string(sent_at_text));
    changed.clock = sent_at.seconds;
    const bool can_be_verified = changed.count("authorization") == 0 && changed.count("x-tc-content-sha256") == 0 &&
                                 changed.headers.size() <= signing::most_signed_headers;
    const std::string right_signature = sign_with(secret_key, changed);
    const std::string wrong_signature = sign_with(other_key, changed);
    require(right_signature.empty() == wrong_signature.empty(), "whether a message can be signed does not depend on the key");
    if (!can_be_verified || right_signature.empty()) return;

    changed.headers.push_back({"authorization", right_signature});
    const auto verified = verify(changed);
    if (changed.method == tc3::http::method::get && !changed.body.empty()) {
        require(!verified && verified.error() == signing::rejection::payload, "a body of a GET request, which is not signed, is rejected");
        return;
    }
    require(verified.has_value(), "a request signed with the right key is accepted");
    changed.headers.back().value = wrong_signature;
    const auto rejected = verify(changed);
    require(!rejected && rejected.error() == signing::rejection::signature, "a request signed with another key is rejected");
}

}  // namespace

void fuzz::run(std::string_view input) {
    static const message sent = sent_message();
    require(verify(sent).has_value(), "the original request is accepted");
    message received = sent;
    for (parts changes(input); !changes.empty();) apply_change(received, changes.next());
    check_changed_request(received, sent);
    check_signing_key(received);
}
