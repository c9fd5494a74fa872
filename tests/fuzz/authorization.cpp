// SPDX-License-Identifier: MIT
// The Authorization header: a header that is read can be written with the same bytes, and a header that is written can be read.
// The input is a header, or "id|service|header;names", the parts of a header to write.
#include "reference.hpp"
#include "target.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

using fuzz::require;
namespace signing = tc3::signing;

namespace {

std::string hex(const signing::signature& signature) {
    const auto digits = signature.hex();
    return {digits.data(), digits.size()};
}

std::string header_of(const signing::parsed_authorization& parsed) {
    return "TC3-HMAC-SHA256 Credential=" + std::string(parsed.secret_id) + "/" + std::string(parsed.date) + "/" +
           std::string(parsed.service) + "/tc3_request, SignedHeaders=" + std::string(parsed.signed_headers) +
           ", Signature=" + hex(parsed.signature);
}

void check_reading(std::string_view text) {
    const auto parsed = signing::parse_authorization(text);
    if (!parsed) {
        require(parsed.error().code == tc3::errc::malformed, "the error of a header is malformed");
        return;
    }
    for (const std::string_view part : {parsed->secret_id, parsed->date, parsed->service, parsed->signed_headers}) {
        require(fuzz::is_inside(part, text), "each part is a view of the header");
    }
    require(header_of(*parsed) == text, "a header has no bytes outside its parts");
    require(tc3::validate_secret_id(parsed->secret_id).has_value(), "the secret id is valid");
    require(!parsed->service.empty(), "the service is not empty");
}

/// Writes a header from the parts in the input, if these are valid, and reads it.
void check_writing(fuzz::parts input, std::string_view whole) {
    const std::string_view id = input.next();
    const std::string_view service = input.next();
    const tc3::unix_time time{static_cast<std::int64_t>(fuzz::hash_of(whole) % 253402300800)};
    std::vector<tc3::http::header> headers;
    for (std::string_view names = input.next(); !names.empty();) {
        const std::string_view name = names.substr(0, names.find(';'));
        names.remove_prefix(name.size() < names.size() ? name.size() + 1 : name.size());
        headers.push_back({name, "value"});
    }
    const signing::request_parts parts{.headers = headers};
    const auto request = signing::make_signer_input(parts, service, time);
    if (!request) return;
    const signing::signature signature{*signing::payload_hash(whole)};
    const auto value = signing::make_authorization(*request, id, signature);
    require(value.has_value() == tc3::validate_secret_id(id).has_value(), "an invalid id is the only error");
    if (!value) return;

    const std::string text = fuzz::text_of(*value);
    require(text.size() == value->size(), "size() is the size of the text");
    require(text.find_first_of("\r\n") == std::string::npos && text.find('\0') == std::string::npos, "a header is one line");
    const auto parsed = signing::parse_authorization(text);
    require(parsed.has_value(), "a written header can be read");
    std::string list;
    signing::write_signed_headers(list, headers);
    require(parsed->secret_id == id && parsed->signed_headers == list, "secret id and header names are read as they were written");
    require(parsed->service == request->scope.service() && parsed->date == request->scope.date().view(),
            "the scope is read as it was written");
    require(parsed->signature.bytes == signature.bytes, "the signature is read as it was written");
}

}  // namespace

void fuzz::run(std::string_view input) {
    check_reading(input);
    check_writing(fuzz::parts(input), input);
    // Valid outside the credential, so that the fuzzer gets past the first checks.
    check_reading("TC3-HMAC-SHA256 Credential=" + std::string(input) + ", Signature=" + std::string(64, 'a'));
}
