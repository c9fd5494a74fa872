// SPDX-License-Identifier: MIT
// Writes an exchange as a line with masked values, and reads it.
#include "record/exchange.hpp"

#include "json_value.hpp"
#include "record/mask.hpp"
#include <tc3/core/ascii.hpp>
#include <tc3/json/number.hpp>

#include <algorithm>
#include <utility>

namespace tc3_cli {

namespace {

// ---- writing ---------------------------------------------------------------------------------------------------------------------

/// Returns whether a text can be the name of a service, version, action or region. What it is in a request is up to the client.
[[nodiscard]] bool is_name(std::string_view text) noexcept {
    constexpr std::size_t longest_name = 64;
    const auto fits = [](char c) { return tc3::ascii::is_alphanumeric(c) || tc3::ascii::contains("-_.", c); };
    return text.size() <= longest_name && std::all_of(text.begin(), text.end(), fits);
}

[[nodiscard]] json_value parse_or_null(std::string_view text) {
    auto value = json_value::parse(text);
    return value ? std::move(*value) : json_value();
}

// ---- reading ---------------------------------------------------------------------------------------------------------------------

[[nodiscard]] std::string named(std::string_view name) { return std::string("\"").append(name).append("\""); }

/// Reads members of the object of a line. The first error is kept.
class member_reader {
public:
    explicit member_reader(const json_value& object) noexcept : object_(object) {}

    [[nodiscard]] std::string read_text(std::string_view name) {
        const json_value& value = read(name);
        if (!value.is(json_kind::string)) fail_type(name, value, "a text");
        return value.text();
    }

    [[nodiscard]] int read_status() {
        const json_value& value = read("status");
        const auto number = tc3::json::to_int64(value.text());
        const bool is_status = value.is(json_kind::number) && number && *number >= 100 && *number <= 599;
        if (!is_status) fail("\"status\" is not a number from 100 to 599");
        return is_status ? static_cast<int>(*number) : 0;
    }

    /// Returns the JSON of an object, or the characters of a text, which need not be JSON.
    [[nodiscard]] std::string read_body(std::string_view name) {
        const json_value& value = read(name);
        if (value.is(json_kind::string)) return value.text();
        if (!value.is(json_kind::object)) fail_type(name, value, "an object");
        return write_json(value);
    }

    [[nodiscard]] const std::string& error() const noexcept { return error_; }

private:
    [[nodiscard]] const json_value& read(std::string_view name) {
        static const json_value none;
        const json_value* value = object_.find(name);
        if (value == nullptr) fail("has no member " + named(name));
        return value != nullptr ? *value : none;
    }
    void fail_type(std::string_view name, const json_value& value, std::string_view expected) {
        fail(named(name).append(" is ").append(describe(value.kind())).append(", not ").append(expected));
    }
    void fail(std::string error) {
        if (error_.empty()) error_ = std::move(error);
    }

    const json_value& object_;
    std::string error_;
};

}  // namespace

// ---- public face -----------------------------------------------------------------------------------------------------------------

tc3::result<std::string, std::string> write_exchange(const exchange& exchange) {
    const bool has_names = is_name(exchange.service) && is_name(exchange.version) && is_name(exchange.action) && is_name(exchange.region);
    if (!has_names) return tc3::unexpected(std::string("the service, version, action or region is no name; the exchange is not recorded"));

    const action_tables* tables = find_action_tables(exchange.service, exchange.action);
    std::string line;
    write_json(line, json_value::object({
                         {"service", exchange.service},
                         {"version", exchange.version},
                         {"action", exchange.action},
                         {"region", exchange.region},
                         {"input", mask_input(parse_or_null(exchange.input), tables)},
                         {"status", json_value::number(exchange.status)},
                         {"output", mask_output(parse_or_null(exchange.output), tables)},
                     }));
    if (line.size() <= longest_line) return line;
    return tc3::unexpected("the line of " + exchange.action + " would have " + std::to_string(line.size()) + " bytes, the limit is " +
                           std::to_string(longest_line) + "; the exchange is not recorded");
}

tc3::result<exchange, std::string> read_exchange(std::string_view line) {
    if (line.size() > longest_line) return tc3::unexpected("is longer than " + std::to_string(longest_line) + " bytes");
    const auto object = json_value::parse(line);
    if (!object) return tc3::unexpected("is not JSON: " + object.error());
    if (!object->is(json_kind::object)) return tc3::unexpected("is " + std::string(describe(object->kind())) + ", not an object");

    member_reader in(*object);
    exchange read{.service = in.read_text("service"),
                  .version = in.read_text("version"),
                  .action = in.read_text("action"),
                  .region = in.read_text("region"),
                  .input = in.read_body("input"),
                  .status = in.read_status(),
                  .output = in.read_body("output")};
    if (!in.error().empty()) return tc3::unexpected(in.error());
    return read;
}

}  // namespace tc3_cli
