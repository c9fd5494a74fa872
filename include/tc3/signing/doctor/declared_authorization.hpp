// SPDX-License-Identifier: MIT
// The Authorization header of a request as its client wrote it, right or wrong.
#pragma once

#include <tc3/core/ascii.hpp>
#include <tc3/core/text_scanner.hpp>

#include <cstddef>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::signing::doctor {

/// The parts of an Authorization header. A part that is not found is empty.
///
/// Lifetime: refers to the header.
struct declared_authorization {
    std::string_view algorithm;
    std::string_view secret_id;
    std::string_view scope;  ///< all after the secret id: "2023-11-14/cvm/tc3_request"
    std::string_view date, service, terminator;
    std::string_view signed_headers;
    std::string_view signature;

    constexpr explicit declared_authorization(std::string_view header) noexcept
        : algorithm(text_scanner(header).take_part(" ")),
          signed_headers(value_of(header, "SignedHeaders=")),
          signature(value_of(header, "Signature=")) {
        text_scanner credential(value_of(header, "Credential="));
        secret_id = credential.take_part("/");
        scope = credential.rest();
        text_scanner words(scope);
        date = words.take_part("/");
        service = words.take_part("/");
        terminator = words.rest();
    }

private:
    /// Returns the text between a name and the next comma or name, without blanks at its ends.
    [[nodiscard]] static constexpr std::string_view value_of(std::string_view header, std::string_view name) noexcept {
        text_scanner text(header);
        if (!text.take_until(name)) return {};
        std::string_view value = text.take_part(",");
        for (const std::string_view next : {" Credential=", " SignedHeaders=", " Signature="}) value = text_scanner(value).take_part(next);
        return ascii::trim(value);
    }
};

}  // namespace tc3::inline TC3_NAMESPACE::signing::doctor
