// SPDX-License-Identifier: MIT
// The credential scope `<date>/<service>/tc3_request`: the day and service that a signature is good for (SPEC 1.3).
#pragma once

#include <tc3/core/ascii.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/fixed_text.hpp>
#include <tc3/core/result.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/core/slice.hpp>
#include <tc3/core/text_literal.hpp>
#include <tc3/core/unix_time.hpp>
#include <tc3/core/write_lower.hpp>
#include <tc3/validation/first_error.hpp>
#include <tc3/validation/scope_rules.hpp>

#include <cstddef>
#include <string_view>

namespace tc3::inline v0_1::signing {

inline constexpr std::string_view algorithm = "TC3-HMAC-SHA256";
inline constexpr std::string_view scope_terminator = "tc3_request";

/// A scope whose texts live elsewhere. Letters of the service are lower-cased where it is written, as the server refuses others (SPEC 3.2).
struct scope_view {
    std::string_view date;
    std::string_view service;

    template <sink S>
    constexpr void write(S& out) const {
        out.append(date);
        out.append("/");
        write_lower(out, service);
        out.append("/");
        out.append(scope_terminator);
    }
};

/// A day and a service. Holds both, so it may outlive what it was made from.
class credential_scope {
public:
    constexpr credential_scope() noexcept = default;

    /// Refuses a time out of range and a service that is empty or holds more than letters, digits and '-'. Letters are lower-cased.
    [[nodiscard]] static constexpr result<credential_scope, error> make(std::string_view service, unix_time time) noexcept {
        first_error errors;
        check_scope(errors, service, time);
        return errors.to_result([&] { return of_valid(service, time); });
    }
    /// The same of a service and a time that make() is known to take. Others give a scope that the server refuses.
    [[nodiscard]] static constexpr credential_scope of_valid(std::string_view service, unix_time time) noexcept {
        return credential_scope(service, time);
    }

    [[nodiscard]] constexpr const utc_date& date() const& noexcept TC3_LIFETIMEBOUND { return date_; }
    const utc_date& date() const&& = delete;
    [[nodiscard]] constexpr std::string_view service() const& noexcept TC3_LIFETIMEBOUND { return service_.view(); }
    std::string_view service() const&& = delete;

    [[nodiscard]] constexpr scope_view view() const& noexcept TC3_LIFETIMEBOUND { return {date_.view(), service_.view()}; }
    scope_view view() const&& = delete;

    template <sink S>
    constexpr void write(S& out) const {
        view().write(out);
    }

    friend constexpr bool operator==(const credential_scope&, const credential_scope&) noexcept = default;

private:
    constexpr credential_scope(std::string_view service, unix_time time) noexcept : date_(time), service_(service, ascii::to_lower) {}

    utc_date date_;
    fixed_text<longest_service> service_;
};

/// Validates that a signing key with the scope `of_key` may sign a request with the scope `of_request`.
///
/// Errors: wrong_scope, of "timestamp" for another day and of "service" for another service.
[[nodiscard]] constexpr result<void, error> validate_scope(const credential_scope& of_key, const credential_scope& of_request) noexcept {
    if (of_key.date() != of_request.date()) return unexpected(error{.code = errc::wrong_scope, .part = "timestamp"});
    if (of_key != of_request) return unexpected(error{.code = errc::wrong_scope, .part = "service"});
    return {};
}

/// Returns the service that a host names, the label before its first dot. Returns "" for a host without a dot and for an IPv4 address.
[[nodiscard]] constexpr std::string_view service_label(std::string_view host TC3_LIFETIMEBOUND) noexcept {
    const std::size_t dot = ascii::find(host, '.');
    if (dot == std::string_view::npos) return {};
    const bool is_address = ascii::find_not(host, ascii::is_digit) == dot;
    return slice(host, 0, is_address ? 0 : dot);
}

/// The service that a host names: what stands before its first dot. Refuses a host without a dot, and an address, rather than sign a guess.
[[nodiscard]] constexpr result<std::string_view, error> service_of_host(std::string_view host TC3_LIFETIMEBOUND) noexcept {
    const std::string_view label = service_label(host);
    if (label.empty()) return unexpected(error{.code = errc::missing, .part = "service"});
    return label;
}

}  // namespace tc3::inline v0_1::signing
