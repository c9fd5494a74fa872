// SPDX-License-Identifier: MIT
// The Authorization header as text: what is read can be written again byte for byte, and what is written is read.
// The input is a header; or "id|service|header;names", parts to write one from.
#include "reference.hpp"
#include "target.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

using fuzz::require;
namespace signing = tc3::signing;

namespace {

std::string hex(const signing::signature& made) {
    const auto digits = made.hex();
    return {digits.data(), digits.size()};
}

std::string header_of(const signing::parsed_authorization& parsed) {
    return "TC3-HMAC-SHA256 Credential=" + std::string(parsed.secret_id) + "/" + std::string(parsed.date) + "/" +
           std::string(parsed.service) + "/tc3_request, SignedHeaders=" + std::string(parsed.signed_headers) +
           ", Signature=" + hex(parsed.signature);
}

void is_read_strictly(std::string_view text) {
    const auto parsed = signing::parse_authorization(text);
    if (!parsed) {
        require(parsed.error().code == tc3::errc::malformed, "a header is refused as malformed");
        return;
    }
    for (const std::string_view part : {parsed->secret_id, parsed->date, parsed->service, parsed->signed_headers}) {
        require(fuzz::lies_in(part, text), "each part lies in the header");
    }
    require(header_of(*parsed) == text, "a header has no other parts");
    require(tc3::validate_secret_id(parsed->secret_id).has_value(), "the secret id can be one");
    require(!parsed->service.empty(), "a service is named");
}

/// Any id, service and names that can be signed with.
void is_read_as_written(fuzz::parts input, std::string_view whole) {
    const std::string_view id = input.next();
    const std::string_view service = input.next();
    const tc3::unix_time time{static_cast<std::int64_t>(fuzz::mixed_bits(whole) % 253402300800)};
    std::vector<tc3::http::header> headers;
    for (std::string_view names = input.next(); !names.empty();) {
        const std::string_view name = names.substr(0, names.find(';'));
        names.remove_prefix(name.size() < names.size() ? name.size() + 1 : name.size());
        headers.push_back({name, "value"});
    }
    const signing::request_parts parts{.headers = headers};
    const auto prepared = signing::make_signing_request(parts, service, time);
    if (!prepared) return;
    const signing::signature made{*signing::payload_hash(whole)};
    const auto value = signing::make_authorization(*prepared, id, made);
    require(value.has_value() == tc3::validate_secret_id(id).has_value(), "a header is refused for its id alone");
    if (!value) return;

    const std::string text = fuzz::written(*value);
    require(text.size() == value->size(), "size() is the size");
    require(text.find_first_of("\r\n") == std::string::npos && text.find('\0') == std::string::npos, "a header is one line");
    const auto parsed = signing::parse_authorization(text);
    require(parsed.has_value(), "what was written can be read");
    std::string list;
    signing::write_signed_headers(list, headers);
    require(parsed->secret_id == id && parsed->signed_headers == list, "id and names come back");
    require(parsed->service == prepared->scope.service() && parsed->date == prepared->scope.date().view(), "so does the scope");
    require(parsed->signature.bytes == made.bytes, "so does the signature");
}

}  // namespace

void fuzz::run(std::string_view input) {
    is_read_strictly(input);
    is_read_as_written(fuzz::parts(input), input);
    // All but the form of the signature is there already.
    is_read_strictly("TC3-HMAC-SHA256 Credential=" + std::string(input) + ", Signature=" + std::string(64, 'a'));
}
