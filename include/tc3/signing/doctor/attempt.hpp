// SPDX-License-Identifier: MIT
// A signature as a client may have computed it: each step as the manual says, or in one of the ways in which clients get it wrong.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/core/slice.hpp>
#include <tc3/crypto/policy.hpp>
#include <tc3/signing/doctor/body_form.hpp>
#include <tc3/signing/doctor/query_form.hpp>
#include <tc3/signing/sent_request.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::signing::doctor {

/// A text that consists of up to four pieces, so that a changed value needs no memory.
///
/// Lifetime: refers to the pieces.
struct joined_text {
    std::string_view pieces[4] = {};

    [[nodiscard]] constexpr bool empty() const noexcept {
        for (const std::string_view piece : pieces) {
            if (!piece.empty()) return false;
        }
        return true;
    }
    constexpr void write(any_sink& out) const {
        for (const std::string_view piece : pieces) out.append(piece);
    }
};

/// How the path is signed.
enum class path_form : std::uint8_t { as_sent, root, empty, without_last_slash, with_last_slash, with_host, with_query, last };

/// How a digest is passed on as text.
enum class digest_form : std::uint8_t { hex, upper_hex, bytes, without_zeros, hashed_again, last };

/// How the lines of the canonical request are written.
enum class line_form : std::uint8_t {
    right,
    no_empty_line,  // after the headers
    line_feed_at_end,
    no_query_line,      // if the query is empty
    blank_after_colon,  // of headers
    last,
};

/// What ends the lines of the canonical request.
enum class line_end : std::uint8_t { line_feed, cr_lf, backslash_and_n };

/// How the values of signed headers are written.
enum class value_form : std::uint8_t { right, all_verbatim, all_lower, last };

/// The order of the header lines and of the list of names, and how the names are written.
enum class name_form : std::uint8_t {
    sorted,                // in lower case
    as_listed,             // lines and list as SignedHeaders declares them
    lower_case_as_listed,  // in its order
    only_list_as_listed,   // the lines sorted
    lines_reversed,        // the list sorted
    last,
};

/// How the signing key is derived.
enum class derivation_form : std::uint8_t {
    right,
    hex_digests,      // the digits of each digest as the next key
    hex_signing_key,  // the digits of the last one
    cut_digests,      // each digest up to its first zero byte as the next key
    exchanged,        // the word as the key, and the key as the message
    without_service,
    without_date,
    with_region,       // between date and service
    none,              // the secret key signs
    none_with_prefix,  // "TC3" and the secret key sign
    last,
};

/// How the secret key becomes the first key.
enum class key_form : std::uint8_t { text, from_base64, from_hex, last };

/// What follows "TC3" scope and hash in the string to sign.
enum class end_form : std::uint8_t { right, line_feed, canonical_request_for_hash, last };

/// A signature that a client may have computed.
///
/// Lifetime: refers to the request and to the credential.
struct attempt {  // NOLINT: padding, for members in the order of the steps
    // canonical request
    std::string_view method;
    path_form path = path_form::as_sent;
    query_form query = query_form::as_sent;
    pair_order query_order = pairs_as_sent;
    joined_text content_type, host;
    bool has_content_type = true;  // whether there is a line for it
    http::header other_header;     // another value of a header; without a name, none
    value_form values = value_form::right;
    name_form names = name_form::sorted;
    line_form layout = line_form::right;
    line_end line_ends = line_end::line_feed;
    bool has_line_ends_in_both = false;  // in the string to sign as well
    std::uint8_t body = 0;               ///< see body_form_of()
    digest_form payload_hash = digest_form::hex;
    // string to sign
    std::string_view algorithm;
    joined_text timestamp;
    std::string_view scope;
    digest_form canonical_hash = digest_form::hex;
    end_form end = end_form::right;
    // signing key
    std::string_view prefix = "TC3";
    joined_text secret_key;
    key_form key = key_form::text;
    std::string_view date, service, terminator;
    derivation_form derivation = derivation_form::right;
};

}  // namespace tc3::inline TC3_NAMESPACE::signing::doctor
