// SPDX-License-Identifier: MIT
// Computes the signature of an attempt, and compares it with the one that was sent.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/bit_set.hpp>
#include <tc3/crypto/policy.hpp>
#include <tc3/signing/doctor/attempt.hpp>
#include <tc3/signing/doctor/declared_authorization.hpp>
#include <tc3/signing/doctor/finding.hpp>
#include <tc3/signing/parse_authorization.hpp>
#include <tc3/signing/sent_request.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::signing::doctor {

/// How the digest of a signature was written into the Authorization header.
enum class signature_form : std::uint8_t {
    hex,
    upper_hex,
    base64,
    cut_at_zero,    // only the bytes before the first zero
    without_zeros,  // one digit for a byte below 16
    first_digits,   // some of its digits, from the first
    other,          // not this digest
};

/// A request as it was sent, and the signatures that attempts give for it.
///
/// Lifetime: refers to the request.
class recomputation {
public:
    recomputation(const sent_request& request, const declared_authorization& declared) noexcept;

    /// Computes the signature of an attempt, and returns how the one that was sent is written from it; `other` if it is not.
    [[nodiscard]] signature_form compare(const attempt& tried);

    /// Returns how many signatures were computed.
    [[nodiscard]] std::size_t count() const noexcept { return count_; }

private:
    [[nodiscard]] bool hash_body(std::size_t form);
    void write_path(any_sink& out, path_form form) const;
    void write_value(any_sink& out, const attempt& tried, std::string_view name) const;
    void write_header(any_sink& out, const attempt& tried, std::string_view name) const;
    void write_headers(any_sink& out, const attempt& tried) const;
    void write_names(any_sink& out, name_form form) const;
    void write_lines(any_sink& out, const attempt& tried) const;
    void write_canonical_request(any_sink& out, const attempt& tried) const;
    void write_string_to_sign(any_sink& out, const attempt& tried) const;
    [[nodiscard]] bool sign(crypto::sha_256_digest& signature, const attempt& tried) const;

    const sent_request& request_;
    const declared_authorization& declared_;
    http::target_parts target_;
    std::array<std::string_view, most_signed_headers> listed_{};  // the signed names, as listed
    std::array<std::string_view, most_signed_headers> sorted_{};
    std::size_t names_ = 0;
    std::array<crypto::sha_256_digest, body_forms> body_digests_{};
    bit_set<body_forms> is_hashed_, has_form_;
    std::size_t count_ = 0;
};

}  // namespace tc3::inline TC3_NAMESPACE::signing::doctor

#if defined(TC3_BODIES)

#include <tc3/core/ascii.hpp>
#include <tc3/core/secret.hpp>
#include <tc3/core/text_scanner.hpp>
#include <tc3/core/write_lower.hpp>
#include <tc3/crypto/hmac.hpp>
#include <tc3/crypto/sha_256.hpp>
#include <tc3/encoding/base64.hpp>
#include <tc3/encoding/hex.hpp>
#include <tc3/signing/payload_hash.hpp>

#include <cstring>

namespace tc3::inline TC3_NAMESPACE::signing::doctor {

namespace doctor_detail {

/// A key of a derivation: up to 512 bytes of a secret, or a digest. The destructor wipes it.
class key_bytes {
public:
    key_bytes() noexcept = default;
    key_bytes(const key_bytes&) = delete;
    key_bytes& operator=(const key_bytes&) = delete;
    ~key_bytes() { wipe(bytes_.data(), bytes_.size()); }

    void append(std::string_view text) noexcept {
        const std::size_t room = bytes_.size() - size_;
        const std::size_t count = text.size() < room ? text.size() : room;
        if (count > 0) std::memcpy(bytes_.data() + size_, text.data(), count);
        size_ += count;
    }
    void clear() noexcept { size_ = 0; }
    /// Writes each of up to 256 bytes as two hexadecimal digits.
    void to_hex() noexcept {
        for (std::size_t i = size_; i-- > 0;) {
            const auto byte = static_cast<unsigned char>(bytes_[i]);
            bytes_[2 * i + 1] = hex_digit(byte);
            bytes_[2 * i] = hex_digit(byte >> 4U);
        }
        size_ *= 2;
    }
    [[nodiscard]] std::string_view view() const noexcept { return {bytes_.data(), size_}; }

private:
    std::array<char, 512> bytes_;
    std::size_t size_ = 0;
};

/// The first key of a derivation: the prefix and the secret key, or what it decodes to.
[[nodiscard]] inline bool set_first_key(key_bytes& key, const attempt& tried) {
    key_bytes text;
    sink_adapter to_text(text);
    tried.secret_key.write(to_text);
    if (tried.derivation != derivation_form::none) key.append(tried.prefix);
    if (tried.key == key_form::text) {
        key.append(text.view());
        return true;
    }
    std::array<char, 512> decoded;
    std::size_t size = 0;
    if (tried.key == key_form::from_base64) {
        const auto count = decode_base64(text.view(), decoded);
        size = count ? *count : 0;
    } else {
        size = text.view().size() / 2;
        std::array<std::uint8_t, 256> bytes{};
        if (size == 0 || !from_hex(text.view(), {bytes.data(), size})) size = 0;
        if (size > 0) std::memcpy(decoded.data(), bytes.data(), size);
        wipe(bytes);
    }
    key.append({decoded.data(), size});
    wipe(decoded.data(), decoded.size());
    return size != 0;
}

/// Writes a digest as text in a form.
inline void write_digest_as(any_sink& out, const crypto::sha_256_digest& digest, digest_form form) {
    const auto digits = to_hex(digest);
    if (form == digest_form::hashed_again) {
        const auto again = payload_hash(std::string_view(digits.data(), digits.size()));
        if (again) write_hex(out, bytes_view(*again));
        return;
    }
    for (std::size_t i = 0; i < digest.size(); ++i) {
        char two[2] = {digits[2 * i], digits[2 * i + 1]};
        switch (form) {
            case digest_form::upper_hex:
                for (char& digit : two) digit = static_cast<char>(ascii::is_lower(digit) ? digit - 'a' + 'A' : digit);
                out.append(std::string_view(two, 2));
                break;
            case digest_form::bytes: write_char(out, static_cast<char>(digest[i])); break;
            case digest_form::without_zeros: out.append(std::string_view(two, 2).substr(two[0] == '0' ? 1 : 0)); break;
            default: out.append(std::string_view(two, 2)); break;
        }
    }
}

/// Writes the HMAC of a word under a key, or the reverse. Returns false if the policy failed.
[[nodiscard]] inline bool derive(key_bytes& key, std::string_view word, derivation_form form, crypto::builtin_policy& policy) {
    crypto::hmac_key hmac_key;
    crypto::sha_256_digest digest;
    const bool exchanged = form == derivation_form::exchanged;
    const std::string_view message = exchanged ? key.view() : word;
    if (!hmac_key.assign({}, exchanged ? word : key.view(), policy)) return false;
    if (!crypto::hmac_sha_256_into(digest, hmac_key, message, policy)) return false;
    key.clear();
    if (form == derivation_form::hex_digests) {
        const auto digits = to_hex(digest);
        key.append({digits.data(), digits.size()});
    } else {
        std::size_t size = digest.size();
        for (std::size_t i = 0; form == derivation_form::cut_digests && i < size; ++i) {
            if (digest[i] == 0) size = i;
        }
        char text[sizeof digest];
        std::memcpy(text, digest.data(), sizeof text);
        key.append({text, size});
        wipe(text, sizeof text);
    }
    wipe(digest);
    return true;
}

/// Writes each line feed as another line end.
class line_end_sink final : public any_sink {
public:
    line_end_sink(any_sink& out, std::string_view line_end) noexcept : any_sink(append_to), out_(out), line_end_(line_end) {}

private:
    static void append_to(any_sink& self, const std::string_view& text) {
        line_end_sink& to = static_cast<line_end_sink&>(self);
        for (text_scanner rest(text); !rest.empty();) {
            const std::string_view line = rest.take_while([](char c) { return c != '\n'; });
            if (!line.empty()) to.out_.append(line);
            if (rest.skip("\n")) to.out_.append(to.line_end_);
        }
    }

    any_sink& out_;
    std::string_view line_end_;
};

/// Writes what `write(out)` writes, with the line ends of a form.
template <class Write>
void write_with_line_ends(any_sink& out, line_end form, Write write) {
    if (form == line_end::line_feed) return write(out);
    line_end_sink converted(out, form == line_end::cr_lf ? "\r\n" : "\\n");
    write(converted);
}

/// Returns how `sent` is written from a digest.
[[nodiscard]] inline signature_form form_of(std::string_view sent, const crypto::sha_256_digest& digest) {
    const auto is_equal_to = [sent](auto write) {
        fixed_text<72> text;
        sink_adapter out(text);
        write(out);
        return text.view() == sent;
    };
    const auto digits = to_hex(digest);
    const std::string_view hex(digits.data(), digits.size());
    if (sent == hex) return signature_form::hex;
    if (is_equal_to([&](any_sink& out) { write_digest_as(out, digest, digest_form::upper_hex); })) return signature_form::upper_hex;
    if (is_equal_to([&](any_sink& out) { write_digest_as(out, digest, digest_form::without_zeros); })) return signature_form::without_zeros;
    if (is_equal_to(
            [&](any_sink& out) { write_base64(out, std::string_view(reinterpret_cast<const char*>(digest.data()), digest.size())); })) {
        return signature_form::base64;
    }
    if (!hex.starts_with(sent)) return signature_form::other;
    return sent.size() % 2 == 0 && digest[sent.size() / 2] == 0 ? signature_form::cut_at_zero : signature_form::first_digits;
}

}  // namespace doctor_detail

TC3_FUNCTION recomputation::recomputation(const sent_request& request, const declared_authorization& declared) noexcept
    : request_(request), declared_(declared), target_(http::split_target(request.target)) {
    for (text_scanner names(declared.signed_headers); !names.empty() && names_ < listed_.size();) listed_[names_++] = names.take_part(";");
    for (std::size_t i = 0; i < names_; ++i) {
        std::size_t place = i;
        for (; place > 0 && http::compare_names(listed_[i], sorted_[place - 1]) < 0; --place) sorted_[place] = sorted_[place - 1];
        sorted_[place] = listed_[i];
    }
}

TC3_FUNCTION bool recomputation::hash_body(std::size_t form) {
    if (is_hashed_.contains(form)) return has_form_.contains(form);
    is_hashed_.assign(form, true);
    const body_form changed = body_form_of(form);
    const bool is_frequent = !changed.style.sorts_members && changed.style.escaped_by_number.empty();
    constexpr std::size_t largest_body_of_rare_styles = std::size_t{1024} * 1024;
    if (!is_frequent && request_.body.size() > largest_body_of_rare_styles) return false;
    crypto::builtin_policy policy;
    crypto::hash_sink hash(policy);
    has_form_.assign(form, write_body(hash, request_.body, target_.query, changed) && hash.finish_into(body_digests_[form]));
    return has_form_.contains(form);
}

TC3_FUNCTION void recomputation::write_path(any_sink& out, path_form form) const {
    const std::string_view path = target_.path;
    switch (form) {
        case path_form::root: return out.append("/");
        case path_form::empty: return;
        case path_form::without_last_slash: return out.append(path.substr(0, path.size() - (path.ends_with('/') ? 1 : 0)));
        case path_form::with_last_slash: out.append(path); return out.append(path.ends_with('/') ? "" : "/");
        case path_form::with_host:
            out.append("https://");
            out.append(request_.value_of("host"));
            return out.append(path);
        case path_form::with_query: return out.append(request_.target);
        default: return out.append(path);
    }
}

TC3_FUNCTION void recomputation::write_value(any_sink& out, const attempt& tried, std::string_view name) const {
    const bool is_type = http::are_same_name(name, "content-type");
    const bool is_lower = tried.values == value_form::right ? !is_type : tried.values == value_form::all_lower;
    const auto write = [&](any_sink& to) {
        const bool is_other = !tried.other_header.name.empty() && http::are_same_name(name, tried.other_header.name);
        if (is_other) return to.append(ascii::trim(tried.other_header.value));
        if (is_type) return tried.content_type.write(to);
        if (http::are_same_name(name, "host")) return tried.host.write(to);
        to.append(request_.value_of(name));
    };
    if (!is_lower) return write(out);
    lower_sink lower(out);
    sink_adapter to_lower(lower);
    write(to_lower);
}

TC3_FUNCTION void recomputation::write_header(any_sink& out, const attempt& tried, std::string_view name) const {
    if (!tried.has_content_type && http::are_same_name(name, "content-type")) return;
    if (tried.names == name_form::as_listed) {
        out.append(name);
    } else {
        write_lower(out, name);
    }
    out.append(tried.layout == line_form::blank_after_colon ? ": " : ":");
    write_value(out, tried, name);
    out.append("\n");
}

TC3_FUNCTION void recomputation::write_headers(any_sink& out, const attempt& tried) const {
    const bool as_listed = tried.names == name_form::as_listed || tried.names == name_form::lower_case_as_listed;
    for (std::size_t i = 0; i < names_; ++i) {
        const std::size_t place = tried.names == name_form::lines_reversed ? names_ - 1 - i : i;
        write_header(out, tried, as_listed ? listed_[place] : sorted_[place]);
    }
}

TC3_FUNCTION void recomputation::write_names(any_sink& out, name_form form) const {
    if (form == name_form::as_listed || form == name_form::only_list_as_listed) return out.append(declared_.signed_headers);
    for (std::size_t i = 0; i < names_; ++i) {
        if (i > 0) out.append(";");
        write_lower(out, form == name_form::lower_case_as_listed ? listed_[i] : sorted_[i]);
    }
}

TC3_FUNCTION void recomputation::write_lines(any_sink& out, const attempt& tried) const {
    out.append(tried.method);
    out.append("\n");
    write_path(out, tried.path);
    out.append("\n");
    write_query(out, target_.query, tried.query, tried.query_order);
    if (tried.layout != line_form::no_query_line || !target_.query.empty()) out.append("\n");
    write_headers(out, tried);
    if (tried.layout != line_form::no_empty_line) out.append("\n");
    write_names(out, tried.names);
    out.append("\n");
    doctor_detail::write_digest_as(out, body_digests_[tried.body], tried.payload_hash);
    if (tried.layout == line_form::line_feed_at_end) out.append("\n");
}

TC3_FUNCTION void recomputation::write_canonical_request(any_sink& out, const attempt& tried) const {
    doctor_detail::write_with_line_ends(out, tried.line_ends, [&](any_sink& to) { write_lines(to, tried); });
}

TC3_FUNCTION void recomputation::write_string_to_sign(any_sink& out, const attempt& tried) const {
    const line_end form = tried.has_line_ends_in_both ? tried.line_ends : line_end::line_feed;
    doctor_detail::write_with_line_ends(out, form, [&](any_sink& to) {
        to.append(tried.algorithm);
        to.append("\n");
        tried.timestamp.write(to);
        to.append("\n");
        to.append(tried.scope);
        to.append("\n");
    });
    if (tried.end == end_form::canonical_request_for_hash) return write_canonical_request(out, tried);

    crypto::builtin_policy policy;
    crypto::hash_sink hash(policy);
    write_canonical_request(hash, tried);
    crypto::sha_256_digest digest{};
    static_cast<void>(hash.finish_into(digest));  // the built-in policy does not fail
    doctor_detail::write_digest_as(out, digest, tried.canonical_hash);
    if (tried.end == end_form::line_feed) out.append("\n");
}

TC3_FUNCTION bool recomputation::sign(crypto::sha_256_digest& signature, const attempt& tried) const {
    crypto::builtin_policy policy;
    doctor_detail::key_bytes key;
    if (!doctor_detail::set_first_key(key, tried)) return false;
    const auto derive = [&](std::string_view word) { return doctor_detail::derive(key, word, tried.derivation, policy); };
    if (tried.derivation < derivation_form::none) {
        if (tried.derivation != derivation_form::without_date && !derive(tried.date)) return false;
        if (tried.derivation == derivation_form::with_region && !derive(request_.value_of("x-tc-region"))) return false;
        if (tried.derivation != derivation_form::without_service && !derive(tried.service)) return false;
        if (!derive(tried.terminator)) return false;
    }
    if (tried.derivation == derivation_form::hex_signing_key) key.to_hex();
    crypto::hmac_key hmac_key;
    return hmac_key.assign({}, key.view(), policy) &&
           crypto::hmac_sha_256_of<0>(signature, hmac_key, policy, [&](any_sink& out) { write_string_to_sign(out, tried); });
}

TC3_FUNCTION signature_form recomputation::compare(const attempt& tried) {
    if (count_ == most_diagnosed_signatures || !hash_body(tried.body)) return signature_form::other;
    ++count_;
    crypto::sha_256_digest signature{};
    return sign(signature, tried) ? doctor_detail::form_of(declared_.signature, signature) : signature_form::other;
}

}  // namespace tc3::inline TC3_NAMESPACE::signing::doctor

#endif  // TC3_BODIES
