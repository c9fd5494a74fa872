// SPDX-License-Identifier: MIT
// The credential scope `<date>/<service>/tc3_request`: the day and service that a signature is good for (SPEC 1.3).
#pragma once

#include <tc3/core/ascii.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/fixed_text.hpp>
#include <tc3/core/result.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/core/slice.hpp>
#include <tc3/core/unix_time.hpp>
#include <tc3/validation/text_rule.hpp>

#include <cstddef>
#include <string_view>

namespace tc3::inline v0_1::signing {

inline constexpr std::string_view algorithm = "TC3-HMAC-SHA256";
inline constexpr std::string_view scope_terminator = "tc3_request";

/// The longest service name: it is a label of the host name, and DNS ends a label at 63 bytes.
inline constexpr std::size_t longest_service = 63;

namespace detail {

[[nodiscard]] constexpr bool is_service_character(char c) noexcept { return ascii::is_alphanumeric(c) || c == '-'; }

inline constexpr text_rule service_rule{.where = part::service, .required = true, .allowed = is_service_character};

constexpr void examine_scope(first_fault& rules, const std::string_view& service, unix_time time) noexcept {
    if (!time.in_range()) rules.add(errc::out_of_range, part::timestamp);
    rules.expect_at_most(part::service, service.size(), longest_service);
    rules.examine(service_rule, service);
}

}  // namespace detail

namespace detail {

TC3_NOINLINE constexpr void write_lower(any_sink& out, const std::string_view& text) {
    std::string_view rest = text;
    while (!rest.empty()) {
        char piece[32];
        std::size_t size = 0;
        for (; size < sizeof piece && size < rest.size(); ++size) piece[size] = ascii::to_lower(rest[size]);
        out.append(std::string_view(piece, size));
        rest.remove_prefix(size);
    }
}

}  // namespace detail

/// Writes a text in lower case, as far as it is ASCII.
template <sink S>
constexpr void write_lower(S& out, const std::string_view& text) {
    any_sink_of<S> to(out);
    detail::write_lower(to, text);
}

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
        first_fault rules;
        detail::examine_scope(rules, service, time);
        return rules.outcome([&] { return of_valid(service, time); });
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

namespace detail {

/// The size of the service that a host begins with, 0 where it names none.
[[nodiscard]] constexpr std::size_t size_of_service(const std::string_view& host) noexcept {
    const std::size_t dot = ascii::find(host, '.');
    if (dot == std::string_view::npos) return 0;
    const bool number = ascii::find_not(host, ascii::is_digit) == dot;  // as in an address
    return number ? 0 : dot;
}

}  // namespace detail

/// The service that a host names: what stands before its first dot. Refuses a host without a dot, and an address, rather than sign a guess.
[[nodiscard]] constexpr result<std::string_view, error> service_of_host(std::string_view host TC3_LIFETIMEBOUND) noexcept {
    const std::string_view label = slice(host, 0, detail::size_of_service(host));
    if (label.empty()) return unexpected(error{.code = errc::missing, .where = part::service});
    return label;
}

}  // namespace tc3::inline v0_1::signing
