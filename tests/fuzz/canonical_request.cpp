// SPDX-License-Identifier: MIT
// The canonical request of any method, URI, query and headers: a request that passes validate() has exactly the expected lines, and no part
// adds a line. The input is "POST|/|query|name|value|name|value...".
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
    request_parts parts;
    parts.method = input.next() == "GET" ? tc3::http::method::get : tc3::http::method::post;
    parts.canonical_uri = input.next();
    parts.query = input.next();
    while (!input.empty()) {
        const std::string_view name = input.next();
        headers.push_back({name, input.next(), name.ends_with('*')});
    }
    parts.headers = headers;
    return parts;
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

std::string hex(const tc3::crypto::sha_256_digest& digest) {
    const auto digits = tc3::to_hex(digest);
    return {digits.data(), digits.size()};
}

void check_lines(const std::string& text, const request_parts& parts) {
    const auto lines = lines_of(text);
    const std::size_t count = parts.headers.size();
    require(lines.size() == count + 6, "every header and every other part is one line");
    require(lines[0] == "GET" || lines[0] == "POST", "the first line is the method");
    require(lines[1] == parts.canonical_uri && lines[2] == parts.query, "URI and query are unchanged");
    std::string names;
    for (const std::string_view line : std::vector(lines.begin() + 3, lines.end() - 3)) {
        names.append(names.empty() ? "" : ";").append(line.substr(0, line.find(':')));
    }
    require(lines[count + 3].empty() && lines[count + 4] == names, "the list has the names of the header lines");
    require(lines[count + 5] == hex(parts.hashed_payload), "the last line is the hash of the payload");
    for (const char c : text)
        require(!reference::is_control(c) || c == '\n' || c == '\t', "there are no control characters except line feeds and tabs");
}

void check_hash(const std::string& text, const request_parts& parts) {
    tc3::crypto::builtin_policy policy;
    const auto hash = tc3::signing::hash_canonical_request(parts, policy);
    const auto expected = tc3::crypto::sha_256_of(text, policy);
    require(hash && expected && *hash == *expected, "the hash is that of the written text");
    std::string list;
    tc3::signing::write_signed_headers(list, parts.headers);
    require(text.find("\n\n" + list + "\n") != std::string::npos, "write_signed_headers() writes the list of the text");
}

std::string printable(std::string_view text) {
    std::string line;
    tc3::write_printable(line, text);
    return line;
}

/// The masked text has the same lines without the values of the query and of sensitive headers.
void check_masking(const std::string& text, const request_parts& parts) {
    std::string masked;
    tc3::signing::write_masked_canonical_request(masked, parts);
    const auto masked_lines = lines_of(masked);
    const auto lines = lines_of(text);
    require(masked_lines.size() == lines.size(), "a masked request has as many lines");
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i == 2) continue;
        const std::string_view name = lines[i].substr(0, lines[i].find(':'));
        bool hidden = false;
        for (std::size_t header = 0; header < parts.headers.size(); ++header) {
            const tc3::http::header& field = parts.headers[header];
            hidden = hidden || (tc3::http::is_sensitive(field) && reference::lower(reference::trimmed(field.name)) == name);
        }
        const bool is_header = i > 2 && i + 3 < lines.size();
        require(masked_lines[i] == (is_header && hidden ? std::string(name) + ":****" : printable(lines[i])),
                "sensitive values are masked, all other lines are printed");
    }
    require((masked_lines[2].find("****") == std::string_view::npos) == lines[2].empty(), "the query is masked unless it is empty");
}

void check_packing(const request_parts& parts) {
    std::string packed;
    for (std::size_t i = 0; i < parts.headers.size(); ++i) tc3::http::header_list::pack(packed, parts.headers[i]);
    std::size_t count = 0;
    for (const header unpacked : tc3::http::header_list(packed)) {
        require(count < parts.headers.size(), "no header is added");
        const header& sent = parts.headers[count++];
        require(unpacked.name == sent.name && unpacked.value == sent.value, "a packed header keeps name and value");
        require(unpacked.sensitive == tc3::http::is_sensitive(sent), "a packed header keeps its mark");
    }
    require(count == parts.headers.size(), "no header is lost");
}

}  // namespace

void fuzz::run(std::string_view input) {
    std::vector<header> headers;
    request_parts request = take_request(fuzz::parts(input), headers);
    request.hashed_payload = *tc3::signing::payload_hash(input);

    const auto valid = tc3::signing::validate(request);
    require(valid.has_value() == reference::is_signable(request.canonical_uri, request.query, headers),
            "validate() accepts what the reference can sign");
    if (!valid) return;

    std::string text;
    tc3::signing::write_canonical_request(text, request);
    const auto map = reference::canonical_headers(headers);
    require(text == reference::canonical_head(request.method, request.canonical_uri, request.query, map) + hex(request.hashed_payload),
            "the canonical request is that of the reference");
    check_lines(text, request);
    check_hash(text, request);
    check_masking(text, request);
    check_packing(request);
}
