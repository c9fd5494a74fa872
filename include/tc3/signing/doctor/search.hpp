// SPDX-License-Identifier: MIT
// Searches for the accidents with which a signature fits.
#pragma once

#include <tc3/signing/doctor/accident.hpp>
#include <tc3/signing/doctor/finding.hpp>

namespace tc3::inline TC3_NAMESPACE::signing::doctor {

/// Adds the accidents with which the signature of a request fits: none, one or two. Adds cause::unknown if there are none, unless a cause
/// was found before.
void search(diagnosis& found, const examined_request& examined);

}  // namespace tc3::inline TC3_NAMESPACE::signing::doctor

#if defined(TC3_BODIES)

#include <tc3/core/fixed_text.hpp>
#include <tc3/signing/doctor/inspection.hpp>
#include <tc3/signing/doctor/recomputation.hpp>

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
        const bool fits = fits_without() || fits_with_one() || fits_with_other_time() || fits_with_two();
        found_.set_signatures(signatures_.count());
        if (!fits && found_.empty()) found_.add({});
    }

private:
    // So few digits of a signature fit to a wrong attempt by chance.
    static constexpr std::size_t fewest_digits = 16;

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
    [[nodiscard]] bool fits_with_other_time() { return find_time(examined_.as_declared(), 300, cause::unknown, {}); }
    [[nodiscard]] bool fits_with_time_near(const attempt& once, cause why, const tried_accident& first) {
        return find_time(once, 3, why, first);
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
        add_finding(found_, why, true, [&](any_sink& out) {
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
