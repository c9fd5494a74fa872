// SPDX-License-Identifier: MIT
// The credential scope `<date>/<service>/tc3_request`: the UTC day and the service of a signature (docs/tc3-signing.md 1.3).
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/ascii.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/fixed_text.hpp>
#include <tc3/core/result.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/core/slice.hpp>
#include <tc3/core/unix_time.hpp>
#include <tc3/core/write_lower.hpp>
#include <tc3/validation/first_error.hpp>
#include <tc3/validation/scope_rules.hpp>

#include <cstddef>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::signing {

inline constexpr std::string_view algorithm = "TC3-HMAC-SHA256";
inline constexpr std::string_view scope_terminator = "tc3_request";

/// A view of a credential scope.
///
/// Lifetime: refers to memory of the caller.
struct scope_view {
    std::string_view date;
    std::string_view service;

    /// Writes the scope, with the service name in lower case: the servers refuse capitals (docs/tc3-signing.md 3.2).
    template <sink S>
    constexpr void write(S& out) const;
    /// Writes the scope without "/tc3_request" at its end.
    template <sink S>
    constexpr void write_beginning(S& out) const;
};

/// A credential scope that owns its text.
class credential_scope {
public:
    constexpr credential_scope() noexcept = default;

    /// Makes the scope of a service on the UTC day of `time`. The service is kept in lower case.
    ///
    /// Errors: out_of_range, of "timestamp"; missing, too_large or forbidden_character, of "service".
    [[nodiscard]] static constexpr result<credential_scope, error> make(std::string_view service, unix_time time) noexcept;
    /// Makes a scope without a check. Service and time must be valid.
    [[nodiscard]] static constexpr credential_scope of_valid(std::string_view service, unix_time time) noexcept {
        return credential_scope(service, time);
    }

    [[nodiscard]] constexpr const utc_date& date() const& noexcept TC3_LIFETIMEBOUND { return date_; }
    const utc_date& date() const&& = delete;
    [[nodiscard]] constexpr std::string_view service() const& noexcept TC3_LIFETIMEBOUND { return service_.view(); }
    std::string_view service() const&& = delete;

    /// Returns a view of this scope.
    [[nodiscard]] constexpr scope_view view() const& noexcept TC3_LIFETIMEBOUND { return {date_.view(), service_.view()}; }
    scope_view view() const&& = delete;

    /// Writes `<date>/<service>/tc3_request`.
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

/// Validates that a signing key with the scope `of_key` can sign a request with the scope `of_request`.
///
/// Errors: wrong_scope, of "timestamp" for another day, else of "service" for another service.
[[nodiscard]] constexpr result<void, error> validate_same_scope(const scope_view& of_key, const scope_view& of_request) noexcept;

/// Returns the label of a host before its first dot, or "" for a host without a dot and for a host whose first label is a number, such as
/// an IPv4 address.
///
/// Lifetime: refers to `host`.
/// Source: docs/tc3-signing.md 3.2.
[[nodiscard]] constexpr std::string_view service_label(std::string_view host TC3_LIFETIMEBOUND) noexcept;

template <sink S>
constexpr void scope_view::write_beginning(S& out) const {
    out.append(date);
    out.append("/");
    write_lower(out, service);
}

template <sink S>
constexpr void scope_view::write(S& out) const {
    write_beginning(out);
    out.append("/tc3_request");
}

constexpr result<credential_scope, error> credential_scope::make(std::string_view service, unix_time time) noexcept {
    first_error errors;
    check_scope(errors, service, time);
    return errors.to_result([&] { return of_valid(service, time); });
}

constexpr result<void, error> validate_same_scope(const scope_view& of_key, const scope_view& of_request) noexcept {
    if (!equal(of_key.date, of_request.date)) return unexpected(error{.code = errc::wrong_scope, .part = "timestamp"});
    if (!equal(of_key.service, of_request.service)) return unexpected(error{.code = errc::wrong_scope, .part = "service"});
    return {};
}

constexpr std::string_view service_label(std::string_view host) noexcept {
    const std::size_t dot = ascii::find(host, '.');
    if (dot == std::string_view::npos) return {};
    const bool is_address = ascii::find_not(host, ascii::is_digit) == dot;
    return slice(host, 0, is_address ? 0 : dot);
}

}  // namespace tc3::inline TC3_NAMESPACE::signing
