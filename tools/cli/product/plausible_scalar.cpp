// SPDX-License-Identifier: MIT
// Values by example, name and type.
#include "product/plausible_scalar.hpp"

#include <tc3/core/ascii.hpp>
#include <tc3/json/number.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>

namespace tc3_cli {

namespace ascii = tc3::ascii;
namespace json = tc3::json;

namespace {

// ---- examples --------------------------------------------------------------------------------------------------------------------

/// Returns whether a text has a form, in which '0' is any digit.
[[nodiscard]] bool has_form(std::string_view text, std::string_view form) {
    return std::equal(text.begin(), text.end(), form.begin(), form.end(),
                      [](char c, char expected) { return expected == '0' ? ascii::is_digit(c) : c == expected; });
}

[[nodiscard]] bool is_iso_date_time(std::string_view text) {
    constexpr std::string_view form = "0000-00-00T00:00:00";
    const std::string_view zone = text.substr(std::min(text.size(), form.size()));
    return has_form(text.substr(0, form.size()), form) && (zone == "Z" || has_form(zone, "+00:00"));
}

/// Returns whether an example is a value and not the note that there is none. Placeholders in Chinese are not ASCII.
[[nodiscard]] bool is_useful_text(std::string_view text) {
    constexpr std::size_t longest = 200;
    constexpr std::string_view placeholders[] = {"-", "/", "\"\"", "''", "null", "NULL", "None", "none", "N/A", "[]", "{}"};
    const bool is_printable = ascii::find_not(text, [](char c) { return c >= ' ' && c <= '~'; }) == std::string_view::npos;
    const bool is_placeholder = std::find(std::begin(placeholders), std::end(placeholders), text) != std::end(placeholders);
    return !text.empty() && text.size() <= longest && is_printable && !is_placeholder && ascii::trim(text) == text;
}

[[nodiscard]] bool is_example_of_text(value_type type, std::string_view text) {
    switch (type) {
        case value_type::date: return has_form(text, "0000-00-00");
        case value_type::date_time: return has_form(text, "0000-00-00 00:00:00");
        case value_type::iso_date_time: return is_iso_date_time(text);
        case value_type::text: return is_useful_text(text);
        default: return false;
    }
}

[[nodiscard]] std::optional<json_value> read_boolean(std::string_view text) {
    if (ascii::equal_lower(text, "true")) return json_value(true);
    if (ascii::equal_lower(text, "false")) return json_value(false);
    return std::nullopt;
}

/// Reads an example, if it is one of the type.
[[nodiscard]] std::optional<json_value> read_example(value_type type, const std::string& text) {
    if (type == value_type::boolean) return read_boolean(text);
    const bool is_number = (type == value_type::integer && json::to_int64(text)) ||
                           (type == value_type::unsigned_integer && json::to_uint64(text)) ||
                           (type == value_type::real && json::is_number(text) && json::to_double(text));
    if (is_number) return json_value::number(text);
    if (is_example_of_text(type, text)) return json_value(text);
    return std::nullopt;
}

/// Reads the first element of an example of a list: `["a"]`, or `a`, as some descriptions have it.
[[nodiscard]] std::optional<json_value> read_element_example(value_type type, const std::string& text) {
    if (!text.starts_with('[')) return read_example(type, text);
    const auto list = json_value::parse(text);
    if (!list || list->elements().empty()) return std::nullopt;
    const json_value& first = list->elements().front();
    const bool is_text = type != value_type::integer && type != value_type::unsigned_integer && type != value_type::real;
    const bool has_type = first.is(is_text ? json_kind::string : json_kind::number);
    return has_type ? read_example(type, first.text()) : std::nullopt;
}

// ---- names -----------------------------------------------------------------------------------------------------------------------

[[nodiscard]] bool ends_with(std::string_view name, std::initializer_list<std::string_view> endings) {
    return std::any_of(endings.begin(), endings.end(), [name](std::string_view ending) { return name.ends_with(ending); });
}

[[nodiscard]] std::string lower(std::string_view text) {
    std::string lowered(text);
    std::transform(lowered.begin(), lowered.end(), lowered.begin(), [](char c) { return ascii::to_lower(c); });
    return lowered;
}

/// Returns eight letters and digits that depend on the texts only (FNV-1a).
[[nodiscard]] std::string make_id(std::string_view service, std::string_view name) {
    constexpr std::string_view digits = "0123456789abcdefghijklmnopqrstuv";
    std::uint64_t hash = 14695981039346656037U;
    for (const std::string_view text : {service, name}) {
        for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
    }
    std::string id;
    for (int count = 0; count < 8; ++count, hash >>= 5U) id.push_back(digits[hash & 31U]);
    return id;
}

[[nodiscard]] std::string make_text(std::string_view service, std::string_view name, bool is_list) {
    if (is_list && name.ends_with("s")) name.remove_suffix(1);  // one of InstanceIds is an InstanceId
    if (name.ends_with("Id") || name.ends_with("ID")) {
        const std::string prefix = lower(name.substr(0, name.size() - 2));
        return (prefix.empty() ? lower(service) : prefix) + "-" + make_id(service, name);
    }
    if (ends_with(name, {"Time", "At"})) return "2024-01-02 03:04:05";
    if (ends_with(name, {"Date", "Day"})) return "2024-01-02";
    if (ends_with(name, {"Timestamp"})) return "1704164645";
    if (ends_with(name, {"Ip", "IP", "Ipv4"})) return "192.0.2.1";
    if (ends_with(name, {"Ipv6", "IPv6"})) return "2001:db8::1";
    if (ends_with(name, {"CidrBlock", "Cidr"})) return "192.0.2.0/24";
    if (ends_with(name, {"Url", "URL", "Uri", "Address", "Link"})) return "https://example.com/" + lower(name);
    if (ends_with(name, {"Domain", "Host"})) return "example.com";
    if (ends_with(name, {"Email", "Mail"})) return "name@example.com";
    if (ends_with(name, {"Region"})) return "ap-singapore";
    if (ends_with(name, {"Zone"})) return "ap-singapore-1";
    if (ends_with(name, {"Status", "State"})) return "NORMAL";
    if (ends_with(name, {"Uin", "AppId", "Port"})) return "1";
    return lower(name);
}

[[nodiscard]] const char* make_digits(std::string_view name) {
    if (ends_with(name, {"Timestamp", "Time"})) return "1704164645";
    if (ends_with(name, {"Port"})) return "443";
    if (ends_with(name, {"Offset", "Status", "State", "ErrCode", "ErrorCode"})) return "0";
    if (ends_with(name, {"Limit", "PageSize"})) return "20";
    return "1";
}

[[nodiscard]] json_value make_by_name(std::string_view service, const object_member& member) {
    switch (member.type) {
        case value_type::date: return "2024-01-02";
        case value_type::date_time: return "2024-01-02 03:04:05";
        case value_type::iso_date_time: return "2024-01-02T03:04:05+00:00";
        case value_type::binary: return "dGVzdA==";
        case value_type::integer:
        case value_type::unsigned_integer: return json_value::number(make_digits(member.name));
        case value_type::real: return json_value::number("0.5");
        case value_type::boolean: return false;
        case value_type::object: return json_value::object();
        case value_type::text:
        case value_type::any: break;
    }
    return make_text(service, member.name, member.is_list);
}

}  // namespace

json_value make_plausible_scalar(std::string_view service, const object_member& member) {
    auto example = member.is_list ? read_element_example(member.type, member.example) : read_example(member.type, member.example);
    return example ? *std::move(example) : make_by_name(service, member);
}

}  // namespace tc3_cli
