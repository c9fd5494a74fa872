// SPDX-License-Identifier: MIT
// The canonical request of any method, URI, query and headers: what passes validate() has exactly the lines that it should, and nothing
// in it starts a line of its own. The input is "POST|/|query|name|value|name|value...".
#include "reference_request.hpp"
#include "target.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

using fuzz::require;
using tc3::http::header;
using tc3::signing::request_parts;

namespace {

request_parts take_request(fuzz::parts input, std::vector<header>& headers) {
    request_parts made;
    made.method = input.next() == "GET" ? tc3::http::method::get : tc3::http::method::post;
    made.canonical_uri = input.next();
    made.query = input.next();
    while (!input.empty()) {
        const std::string_view name = input.next();
        headers.push_back({name, input.next(), name.ends_with('*')});
    }
    made.headers = headers;
    return made;
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    for (;;) {
        const std::size_t end = text.find('\n');
        lines.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return lines;
        text.remove_prefix(end + 1);
    }
}

std::string hex(const tc3::crypto::sha256_digest& digest) {
    const auto digits = tc3::to_hex(digest);
    return {digits.data(), digits.size()};
}

/// Each part is found again where it belongs.
void reads_back(const std::string& text, const request_parts& parts) {
    const auto lines = lines_of(text);
    const std::size_t count = parts.headers.size();
    require(lines.size() == count + 6, "a header is one line, and so is each other part");
    require(lines[0] == "GET" || lines[0] == "POST", "the method comes first");
    require(lines[1] == parts.canonical_uri && lines[2] == parts.query, "URI and query stand as they are");
    std::string names;
    for (const std::string_view line : std::vector(lines.begin() + 3, lines.end() - 3)) {
        names.append(names.empty() ? "" : ";").append(line.substr(0, line.find(':')));
    }
    require(lines[count + 3].empty() && lines[count + 4] == names, "the list names the lines above");
    require(lines[count + 5] == hex(parts.hashed_payload), "the hash of the payload ends it");
    for (const char c : text) require(!reference::is_control(c) || c == '\n' || c == '\t', "there is no other line end, and no NUL");
}

void is_written_once(const std::string& text, const request_parts& parts) {
    tc3::crypto::builtin_policy policy;
    const auto hashed = tc3::signing::hash_canonical_request(parts, policy);
    const auto expected = tc3::crypto::sha256_of(text, policy);
    require(hashed && expected && *hashed == *expected, "what is hashed is what is written");
    std::string list;
    tc3::signing::write_signed_headers(list, parts.headers);
    require(text.find("\n\n" + list + "\n") != std::string::npos, "the list of headers is the one in the text");
}

/// The same lines, with nothing of the query's values and of what is sensitive.
void masks(const std::string& text, const request_parts& parts) {
    std::string masked;
    tc3::signing::write_masked_canonical_request(masked, parts);
    const auto shown = lines_of(masked);
    const auto lines = lines_of(text);
    require(shown.size() == lines.size(), "a masked request has the same lines");
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i == 2) continue;
        const std::string_view name = lines[i].substr(0, lines[i].find(':'));
        bool hidden = false;
        for (std::size_t header = 0; header < parts.headers.size(); ++header) {
            const tc3::http::header& field = parts.headers[header];
            hidden = hidden || (tc3::http::is_sensitive(field) && reference::lower(reference::trimmed(field.name)) == name);
        }
        const bool is_header = i > 2 && i + 3 < lines.size();
        require(shown[i] == (is_header && hidden ? std::string(name) + ":****" : std::string(lines[i])), "sensitive values are masked");
    }
    require((shown[2].find("****") == std::string_view::npos) == lines[2].empty(), "so is the query");
}

/// Packed headers come apart as they were.
void packs(const request_parts& parts) {
    std::string packed;
    for (std::size_t i = 0; i < parts.headers.size(); ++i) tc3::http::header_list::pack(packed, parts.headers[i]);
    std::size_t at = 0;
    for (const header field : tc3::http::header_list(packed)) {
        require(at < parts.headers.size(), "no header is added");
        const header& sent = parts.headers[at++];
        require(field.name == sent.name && field.value == sent.value, "a header comes back");
        require(field.sensitive == tc3::http::is_sensitive(sent), "with its mark");
    }
    require(at == parts.headers.size(), "no header is lost");
}

}  // namespace

void fuzz::run(std::string_view input) {
    std::vector<header> headers;
    request_parts request = take_request(fuzz::parts(input), headers);
    request.hashed_payload = *tc3::signing::payload_hash(input);

    const auto valid = tc3::signing::validate(request);
    require(valid.has_value() == reference::is_signable(request.canonical_uri, request.query, headers), "the reference signs the same");
    if (!valid) return;

    std::string text;
    tc3::signing::write_canonical_request(text, request);
    const auto map = reference::canonical_headers(headers);
    require(text == reference::canonical_head(request.method, request.canonical_uri, request.query, map) + hex(request.hashed_payload),
            "the canonical request is that of the reference");
    reads_back(text, request);
    is_written_once(text, request);
    masks(text, request);
    packs(request);
}
