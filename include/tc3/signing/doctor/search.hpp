// SPDX-License-Identifier: MIT
// Searches for the accidents with which a signature fits.
#pragma once

#include <tc3/signing/doctor/accident.hpp>
#include <tc3/signing/doctor/finding.hpp>

namespace tc3::inline TC3_NAMESPACE::signing::doctor {

/// Adds the accidents with which the signature of a request fits: none, one or two. If it fits with none, adds what can have changed the
/// body in a way that cannot be undone, else cause::unknown, unless a cause was found before that explains it.
void search(diagnosis& found, const examined_request& examined);

}  // namespace tc3::inline TC3_NAMESPACE::signing::doctor

#if defined(TC3_BODIES)

#include <tc3/core/ascii.hpp>
#include <tc3/core/fixed_text.hpp>
#include <tc3/signing/doctor/evidence.hpp>
#include <tc3/signing/doctor/recomputation.hpp>
#include <tc3/signing/doctor/wrong_date.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::signing::doctor {

namespace doctor_detail {

/// An accident in one of its variants.
struct tried_accident {
    const accident* kind = nullptr;
    std::size_t variant = 0;
};

class searcher {
public:
    searcher(diagnosis& found, const examined_request& examined) noexcept
        : found_(found), examined_(examined), signatures_(examined.request, examined.declared) {}

    void search() {
        const std::size_t head = size_of_head();
        const bool fits = fits_without() || (head <= largest_head && (fits_with_one() || fits_with_other_time())) ||
                          (head <= largest_head_of_pairs && fits_with_two());
        found_.set_signatures(signatures_.count());
        if (fits) return;
        add_compression();
        if (!is_explained()) found_.add({});
    }

private:
    // So few digits of a signature fit to a wrong attempt by chance.
    static constexpr std::size_t fewest_digits = 16;
    // The head is hashed for each attempt: with larger ones fewer are made.
    static constexpr std::size_t largest_head = std::size_t{256} * 1024;
    static constexpr std::size_t largest_head_of_pairs = std::size_t{16} * 1024;

    /// Returns the size of the target and of all headers.
    [[nodiscard]] std::size_t size_of_head() const noexcept {
        std::size_t size = examined_.request.target.size();
        for (const http::header& header : examined_.request.headers) size += header.name.size() + header.value.size();
        return size;
    }

    void add_compression() {
        if (starts_with(examined_.request.body, "\x1F\x8B")) {
            return add_finding(found_, cause::body_compressed, false, "the body begins with the two bytes of gzip");
        }
        const std::string_view encoding = examined_.request.value_of("content-encoding");
        if (encoding.empty() || ascii::equal_lower(encoding, "identity")) return;
        add_finding(found_, cause::body_compressed, false, "the request has a Content-Encoding");
    }

    /// Returns whether a cause was found with which no signature can fit.
    [[nodiscard]] bool is_explained() const noexcept {
        for (const finding& each : found_.findings()) {
            if (explains_all(each.cause)) return true;
        }
        return false;
    }
    [[nodiscard]] static bool explains_all(cause why) noexcept {
        switch (why) {
            case cause::header_removed:
            case cause::header_twice:
            case cause::content_type:
            case cause::body_compressed:
            case cause::timestamp_missing:
            case cause::scope_form:
            case cause::algorithm_name:
            case cause::key_blanks:
            case cause::key_swapped:
            case cause::credential_differs:
            case cause::payload_hash:
            case cause::authorization_form: return true;
            default: return false;
        }
    }

    /// Returns whether the signature fits, and adds how it is written if that is wrong.
    [[nodiscard]] bool fits(const attempt& tried, bool is_base) {
        const signature_form form = signatures_.compare(tried);
        if (form == signature_form::hex) return true;
        if (form == signature_form::other) return false;
        const std::size_t digits = examined_.declared.signature.size();
        if (!is_base && digits < fewest_digits) return false;
        form_ = form;
        is_certain_ = digits >= fewest_digits;
        return true;
    }

    void add_form() {
        switch (form_) {
            case signature_form::upper_hex:
                return add_finding(found_, cause::digest_upper_case, true, "the signature fits but for the case of its digits");
            case signature_form::base64: return add_finding(found_, cause::digest_form, true, "the signature is in base64");
            case signature_form::cut_at_zero:
                return add_finding(found_, cause::digest_cut, is_certain_, "the signature fits up to its first zero byte");
            case signature_form::without_zeros:
                return add_finding(found_, cause::digest_zeros, true, "the signature fits but for zeros that are missing");
            case signature_form::first_digits:
                return add_finding(found_, cause::signature_cut, is_certain_, "the signature fits as far as it goes");
            default: return;
        }
    }

    [[nodiscard]] bool fits_without() {
        if (!fits(examined_.as_declared(), true)) return false;
        add_form();
        return true;
    }

    [[nodiscard]] bool fits_with_one() {
        for (const accident& kind : accidents()) {
            for (std::size_t variant = 0; variant < kind.variants; ++variant) {
                attempt tried = examined_.as_declared();
                const cause why = kind.apply(tried, examined_, variant);
                if (why == cause::unknown || !fits(tried, false)) continue;
                add(why, {&kind, variant}, {});
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] bool fits_with_two() {
        for (const accident& first : accidents()) {
            for (std::size_t variant = 0; variant < first.in_pairs; ++variant) {
                attempt once = examined_.as_declared();
                const cause why = first.apply(once, examined_, variant);
                if (why != cause::unknown && fits_with_another(once, why, {&first, variant})) return true;
            }
        }
        return false;
    }

    [[nodiscard]] bool fits_with_another(const attempt& once, cause first_cause, const tried_accident& first) {
        for (const accident& second : accidents()) {
            if (&second <= first.kind || second.part == first.kind->part) continue;
            for (std::size_t variant = 0; variant < second.in_pairs; ++variant) {
                attempt tried = once;
                const cause why = second.apply(tried, examined_, variant);
                if (why == cause::unknown || !fits(tried, false)) continue;
                const tried_accident other{&second, variant};
                add(first_cause, first, other);
                add(why, first, other);
                return true;
            }
        }
        return fits_with_time_near(once, first_cause, first);
    }

    /// Tries the timestamps of the seconds before and after the one that was sent.
    [[nodiscard]] bool fits_with_other_time() { return examined_.has_time && find_time(examined_.as_declared(), 300, cause::unknown, {}); }
    [[nodiscard]] bool fits_with_time_near(const attempt& once, cause why, const tried_accident& first) {
        return examined_.has_time && find_time(once, 3, why, first);
    }

    [[nodiscard]] bool find_time(const attempt& once, std::int64_t most, cause why, const tried_accident& first) {
        for (std::int64_t distance = 1; distance <= most; ++distance) {
            for (const std::int64_t difference : {-distance, distance}) {
                fixed_text<24> digits;
                write_decimal(digits, examined_.time.seconds + difference);
                attempt tried = once;
                tried.timestamp = {{digits.view()}};
                if (!fits(tried, false)) continue;
                if (why != cause::unknown) add(why, first, {});
                add_finding(found_, cause::timestamp_differs, true, [&](any_sink& out) {
                    out.append("with the timestamp ");
                    out.append(digits.view());
                    out.append(" in the string to sign the signature fits");
                });
                return true;
            }
        }
        return false;
    }

    void add(cause why, const tried_accident& first, const tried_accident& second) {
        add_finding(found_, why, !is_of_date(why), [&](any_sink& out) {
            out.append("with ");
            first.kind->describe(out, examined_, first.variant);
            if (second.kind != nullptr) {
                out.append(" and ");
                second.kind->describe(out, examined_, second.variant);
            }
            out.append(" the signature fits");
        });
        add_form();
    }

    diagnosis& found_;
    const examined_request& examined_;
    recomputation signatures_;
    signature_form form_ = signature_form::hex;
    bool is_certain_ = true;
};

}  // namespace doctor_detail

TC3_FUNCTION void search(diagnosis& found, const examined_request& examined) { doctor_detail::searcher(found, examined).search(); }

}  // namespace tc3::inline TC3_NAMESPACE::signing::doctor

#endif  // TC3_BODIES
