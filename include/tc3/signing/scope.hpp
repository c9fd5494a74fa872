// SPDX-License-Identifier: MIT
// The credential scope `<date>/<service>/tc3_request`: the day and service that a signature is good for (SPEC 1.3).
#pragma once

#include <tc3/core/ascii.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/fixed_text.hpp>
#include <tc3/core/result.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/core/unix_time.hpp>

#include <cstddef>
#include <string_view>

namespace tc3::inline v0_1::signing {

inline constexpr std::string_view algorithm = "TC3-HMAC-SHA256";
inline constexpr std::string_view scope_terminator = "tc3_request";

/// The longest service name: it is a label of the host name, and DNS ends a label at 63 bytes.
inline constexpr std::size_t longest_service = 63;

/// A day and a service. Holds both, so it may outlive what it was made from.
class credential_scope {
public:
    constexpr credential_scope() noexcept = default;

    /// Refuses a time out of range and a service that is empty or holds more than letters, digits and '-'. Letters are lower-cased,
    /// as the server refuses others (SPEC 3.2).
    [[nodiscard]] static constexpr result<credential_scope, error> make(std::string_view service, unix_time time) noexcept {
        if (!time.in_range()) return unexpected(error{.code = errc::out_of_range, .where = part::timestamp});
        if (service.empty()) return unexpected(error{.code = errc::missing, .where = part::service});
        if (service.size() > longest_service) {
            return unexpected(error{.code = errc::too_large, .where = part::service, .at = service.size(), .limit = longest_service});
        }
        const std::size_t at = ascii::find_not(service, [](char c) { return ascii::is_alphanumeric(c) || c == '-'; });
        if (at != std::string_view::npos) return unexpected(error{.code = errc::forbidden_character, .where = part::service, .at = at});
        return credential_scope(service, utc_date(time));
    }

    [[nodiscard]] constexpr const utc_date& date() const& noexcept TC3_LIFETIMEBOUND { return date_; }
    const utc_date& date() const&& = delete;
    [[nodiscard]] constexpr std::string_view service() const& noexcept TC3_LIFETIMEBOUND { return service_.view(); }
    std::string_view service() const&& = delete;

    template <sink S>
    constexpr void write(S& out) const {
        out.append(date_.view());
        out.append("/");
        out.append(service_.view());
        out.append("/");
        out.append(scope_terminator);
    }

    friend constexpr bool operator==(const credential_scope&, const credential_scope&) noexcept = default;

private:
    constexpr credential_scope(std::string_view service, const utc_date& date) noexcept : date_(date) {
        for (const char c : service) write_char(service_, ascii::to_lower(c));
    }

    utc_date date_;
    fixed_text<longest_service> service_;
};

/// The service that a host names: what stands before its first dot. Refuses a host without a dot, and an address, rather than sign a guess.
[[nodiscard]] constexpr result<std::string_view, error> service_of_host(std::string_view host TC3_LIFETIMEBOUND) noexcept {
    const std::size_t dot = host.find('.');
    const std::string_view label = host.substr(0, dot);
    const bool number = ascii::find_not(label, ascii::is_digit) == std::string_view::npos;  // an empty label too
    if (dot == std::string_view::npos || number) return unexpected(error{.code = errc::missing, .where = part::service});
    return label;
}

}  // namespace tc3::inline v0_1::signing
