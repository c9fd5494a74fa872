// SPDX-License-Identifier: MIT
// Compares the JSON reader with nlohmann-json, and numbers with strtod and with decimal arithmetic on text.
#include "nlohmann.hpp"
#include "target.hpp"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace json = tc3::json;
using fuzz::require;
using reference::verdict;

namespace {

/// Compares with strtod, which is exact in every C library that tc3 is tested with.
void check_double(const std::string& text) {
    const double expected = std::strtod(text.c_str(), nullptr);
    const auto real = json::to_double(text);
    const bool finite = expected - expected == 0;
    require(real.has_value() == finite, "a double is out of range if and only if it is for strtod");
    if (real) require(std::bit_cast<std::uint64_t>(*real) == std::bit_cast<std::uint64_t>(expected), "a double equals that of strtod");
    if (!real) require(real.error().code == tc3::errc::out_of_range, "the error of a double is out_of_range");
    if (!real) return;
    std::string shortest;
    json::write_double(shortest, *real);
    require(std::bit_cast<std::uint64_t>(std::strtod(shortest.c_str(), nullptr)) == std::bit_cast<std::uint64_t>(*real),
            "the written text of a double is read as the same double");
}

/// Limits an exponent to a million, which has the same effect as a larger one: inputs are shorter than that.
long bounded_exponent(const std::string& text) {
    const long value = std::strtol(text.c_str(), nullptr, 10);
    return value > 1000000 ? 1000000 : value < -1000000 ? -1000000 : value;
}

/// Returns an integer as a sign and digits, "0", "-12"; else "fraction", or "huge" if it has too many digits for any type.
std::string whole_digits(std::string_view text) {
    const bool negative = text.front() == '-';
    text.remove_prefix(negative ? 1 : 0);
    const std::size_t mark = text.find_first_of("eE");
    const long exponent = mark == std::string_view::npos ? 0 : bounded_exponent(std::string(text.substr(mark + 1)));
    std::string digits(text.substr(0, mark));
    const std::size_t point = digits.find('.');
    long places = point == std::string::npos ? 0 : static_cast<long>(digits.size() - point - 1);
    if (point != std::string::npos) digits.erase(point, 1);
    while (digits.ends_with('0')) {
        digits.pop_back();
        --places;
    }
    while (digits.starts_with('0')) digits.erase(0, 1);
    if (digits.empty()) return "0";
    if (exponent < places) return "fraction";
    if (exponent - places > 100 || digits.size() > 100) return "huge";
    digits.append(static_cast<std::size_t>(exponent - places), '0');
    return (negative ? "-" : "") + digits;
}

/// Returns whether the magnitude of whole digits is at most `limit`.
bool is_within(std::string_view digits, std::string_view limit) {
    if (digits.starts_with('-')) digits.remove_prefix(1);
    return digits.size() < limit.size() || (digits.size() == limit.size() && digits <= limit);
}

template <class Integer>
void check_integer(const tc3::result<Integer, tc3::error>& found, const std::string& digits, bool fits) {
    if (digits == "fraction") {
        require(!found && found.error().code == tc3::errc::wrong_type, "the error of a fraction is wrong_type");
    } else if (!fits) {
        require(!found && found.error().code == tc3::errc::out_of_range, "the error of an integer that does not fit is out_of_range");
    } else {
        require(found && std::to_string(*found) == digits, "an integer is exact");
    }
}

void check_number(const std::string& text) {
    check_double(text);
    const std::string digits = whole_digits(text);
    const bool negative = digits.starts_with('-');
    check_integer(json::to_int64(text), digits,
                  digits != "huge" && is_within(digits, negative ? "9223372036854775808" : "9223372036854775807"));
    check_integer(json::to_uint64(text), digits, digits != "huge" && !negative && is_within(digits, "18446744073709551615"));
}

/// Reads a document with tc3 and logs the events of nlohmann-json, where an integer is a number without point or exponent that fits 64
/// bits.
class tc3_events {
public:
    explicit tc3_events(std::string_view text) noexcept : in_(text) {}

    void read() {
        read_value();
        in_.finish();
    }
    [[nodiscard]] const tc3::error& error() const noexcept { return in_.error(); }
    [[nodiscard]] const std::string& text() const noexcept { return log_.text(); }
    /// Returns whether a number was read that is too large for a double.
    [[nodiscard]] bool has_huge_number() const noexcept { return huge_; }

private:
    void read_value() {
        json::string_token text;
        json::number_token number;
        bool boolean = false;
        switch (in_.peek()) {
            case json::kind::none: return;
            case json::kind::object: read_object(); return;
            case json::kind::array: read_array(); return;
            case json::kind::string:
                if (in_.read_string(text)) log_.string(fuzz::text_of(text));
                return;
            case json::kind::number:
                if (in_.read_number(number)) log_number(std::string(number.text()));
                return;
            case json::kind::boolean:
                if (in_.read_boolean(boolean)) log_.boolean(boolean);
                return;
            case json::kind::null:
                if (in_.read_null()) log_.null();
                return;
        }
    }
    void read_object() {
        if (!in_.begin_object()) return;
        log_.bracket('{');
        json::string_token name;
        while (in_.next_member(name)) {
            log_.name(fuzz::text_of(name));
            read_value();
        }
        if (in_.ok()) log_.bracket('}');
    }
    void read_array() {
        if (!in_.begin_array()) return;
        log_.bracket('[');
        while (in_.next_element()) read_value();
        if (in_.ok()) log_.bracket(']');
    }
    void log_number(const std::string& text) {
        check_number(text);
        const bool spelled_whole = text.find_first_of(".eE") == std::string::npos;
        const auto whole = json::to_int64(text);
        const auto magnitude = json::to_uint64(text);
        const auto real = json::to_double(text);
        huge_ = huge_ || !real;
        if (huge_) return;  // nlohmann-json stops here
        if (spelled_whole && whole) return log_.number(*whole);
        if (spelled_whole && magnitude) return log_.number(*magnitude);
        log_.number(*real);
    }

    json::reader in_;
    reference::event_log log_;
    bool huge_ = false;
};

bool is_prefix_of_other(std::string_view a, std::string_view b) { return a.starts_with(b) || b.starts_with(a); }

/// Returns whether the input has one of the differences in the table of nlohmann.hpp.
bool may_differ(std::string_view input, const tc3_events& ours, verdict theirs) {
    const tc3::error& error = ours.error();
    if (error.code == tc3::errc::too_deep || input.starts_with("\xef\xbb\xbf")) return true;
    if (theirs == verdict::number_too_large) return ours.has_huge_number();
    return theirs == verdict::accepted && error.position < input.size() && input[error.position] == '\0';
}

}  // namespace

void fuzz::run(std::string_view input) {
    tc3_events ours(input);
    ours.read();
    reference::nlohmann_events theirs;
    const verdict other = theirs.read(input);

    const bool accepted = ours.error().code == tc3::errc::none;
    if (!may_differ(input, ours, other)) require(accepted == (other == verdict::accepted), "both accept the same texts");
    if (input.starts_with("\xef\xbb\xbf")) return;
    if (accepted && other == verdict::accepted) {
        require(ours.text() == theirs.text(), "both read the same values");
    } else if (!ours.has_huge_number()) {
        require(is_prefix_of_other(ours.text(), theirs.text()), "both read the same values until one of them stops");
    }
}
