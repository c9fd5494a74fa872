// SPDX-License-Identifier: MIT
// A signed request on its way to the server, and whatever may happen to it there: it is accepted if, and only if, all that was signed
// arrives. The input is a list of changes, "=Host:other.com|b{}|x\x10a":
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

/// The size of the first name in a list joined by ';'.
std::size_t first_size(std::string_view list) { return std::min(list.find(';'), list.size()); }

struct message {
    tc3::http::method method = tc3::http::method::post;
    std::string uri = "/";
    std::string query;
    std::string body = "{\"Limit\":1}";
    std::vector<header> headers = {
        {"Content-Type", "application/json"}, {"Host", "cvm.tencentcloudapi.com"}, {"X-TC-Action", "DescribeInstances"}};
    std::int64_t clock = sent_at.seconds;

    /// Views of the headers, of all or of those in a list "host;x-tc-action".
    [[nodiscard]] std::vector<tc3::http::header> views() const {
        std::vector<tc3::http::header> made;
        for (const header& field : headers) made.push_back({field.name, field.value});
        return made;
    }
    [[nodiscard]] std::vector<tc3::http::header> views_in(std::string_view list) const {
        std::set<std::string> names;
        for (std::size_t at = 0; at <= list.size(); at += first_size(list.substr(at)) + 1) {
            names.emplace(list.substr(at, first_size(list.substr(at))));
        }
        std::vector<tc3::http::header> made = views();
        std::erase_if(made,
                      [&](const tc3::http::header& field) { return !names.contains(reference::lower(reference::trimmed(field.name))); });
        return made;
    }
    /// How many headers have a name, which is lower-case; the value of one of them.
    [[nodiscard]] std::size_t count(std::string_view name) const {
        const auto fits = [&](const header& field) { return reference::lower(reference::trimmed(field.name)) == name; };
        return static_cast<std::size_t>(std::count_if(headers.begin(), headers.end(), fits));
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

/// The header that a signer makes; empty if the message can't be signed.
std::string signed_with(std::string_view key, const message& sent) {
    const auto headers = sent.views();
    const bool is_get = sent.method == tc3::http::method::get;
    const signing::request_parts parts{.method = sent.method,
                                       .canonical_uri = sent.uri,
                                       .query = sent.query,
                                       .headers = headers,
                                       .hashed_payload = *signing::payload_hash(is_get ? "" : sent.body)};
    const auto made = signing::authorization(parts, service, sent_at, {secret_id, key});
    return made ? fuzz::written(*made) : std::string();
}

tc3::result<signing::verified_request, signing::rejection> verify(const message& received, std::string_view known_id = secret_id) {
    const auto headers = received.views();
    const signing::received_request request{
        .method = received.method, .canonical_uri = received.uri, .query = received.query, .headers = headers, .body = received.body};
    const signing::verify_options options{.now = {received.clock}, .service = service, .longest_skew = longest_skew};
    const auto find_key = [known_id](std::string_view id) { return id == known_id ? secret_key : std::string_view(); };
    return signing::verify_authorization(request, options, find_key);
}

void change(message& request, std::string_view what) {
    if (what.empty()) return;
    const std::string text(what.substr(1));
    const std::size_t colon = text.find(':');
    const std::string name = text.substr(0, colon);
    const std::string value = colon == std::string::npos ? "" : text.substr(colon + 1);
    switch (what.front()) {
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

/// All that is signed but for the body, by the list of a header.
std::string head_of(const message& request, std::string_view list) {
    const auto headers = request.views_in(list);
    return reference::canonical_head(request.method, request.uri, request.query, reference::canonical_headers(headers));
}

std::string_view list_in(std::string_view authorization) {
    constexpr std::string_view begin = "SignedHeaders=";
    const std::size_t at = authorization.find(begin);
    if (at == std::string_view::npos) return {};
    authorization.remove_prefix(at + begin.size());
    return authorization.substr(0, authorization.find(", Signature="));
}

message sent_message() {
    message sent;
    sent.set("Authorization", signed_with(secret_key, sent));
    sent.set("X-TC-Timestamp", std::string(sent_at_text));
    return sent;
}

/// Whether what was signed arrived, whole, once, in time.
bool arrived(const message& received, const message& sent) {
    const std::string_view list = "content-type;host;x-tc-action";
    for (const char* name : {"authorization", "x-tc-timestamp", "content-type", "host", "x-tc-action"}) {
        if (received.count(name) != 1) return false;
    }
    const bool in_time = received.clock >= sent_at.seconds - longest_skew && received.clock <= sent_at.seconds + longest_skew;
    return in_time && received.value_of("authorization") == sent.value_of("authorization") &&
           received.value_of("x-tc-timestamp") == sent_at_text && head_of(received, list) == head_of(sent, list) &&
           received.body == sent.body;
}

void is_accepted_only_as_it_was_sent(const message& received, const message& sent) {
    const auto verified = verify(received);
    if (!verified) {
        // What is declared of the body may be wrong though the body is right.
        require(!arrived(received, sent) || received.count("x-tc-content-sha256") != 0, "what arrives as it was sent is accepted");
        require(verified.error() != signing::rejection::crypto_failed, "no engine failed");
        return;
    }
    require(arrived(received, sent), "what is accepted arrived as it was sent");
    const std::string authorization = received.value_of("authorization");
    require(head_of(received, list_in(authorization)) == head_of(sent, list_in(authorization)), "by its own list of headers too");
    require(verified->secret_id == secret_id && verified->service == service && verified->timestamp == sent_at, "who signed is told");
    require(verify(received, "AKIDother").error() == signing::rejection::unknown_key_id, "an id must be known");
}

/// Signs the changed message itself: with the key it passes, with another it does not.
void is_accepted_with_the_key_alone(message changed) {
    changed.remove("Authorization");
    changed.set("X-TC-Timestamp", std::string(sent_at_text));
    changed.clock = sent_at.seconds;
    const bool plain = changed.count("authorization") == 0 && changed.count("x-tc-content-sha256") == 0 &&
                       changed.headers.size() <= signing::most_signed_headers;
    const std::string good = signed_with(secret_key, changed);
    const std::string bad = signed_with(other_key, changed);
    require(good.empty() == bad.empty(), "whether a message can be signed does not depend on the key");
    if (!plain || good.empty()) return;

    changed.headers.push_back({"authorization", good});
    const auto verified = verify(changed);
    if (changed.method == tc3::http::method::get && !changed.body.empty()) {
        require(!verified && verified.error() == signing::rejection::payload, "a body that GET does not sign is refused");
        return;
    }
    require(verified.has_value(), "what was signed is accepted");
    changed.headers.back().value = bad;
    const auto refused = verify(changed);
    require(!refused && refused.error() == signing::rejection::signature, "what another key signed is not");
}

}  // namespace

void fuzz::run(std::string_view input) {
    static const message sent = sent_message();
    require(verify(sent).has_value(), "what was sent is accepted");
    message received = sent;
    for (parts changes(input); !changes.empty();) change(received, changes.next());
    is_accepted_only_as_it_was_sent(received, sent);
    is_accepted_with_the_key_alone(received);
}
