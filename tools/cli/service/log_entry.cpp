// SPDX-License-Identifier: MIT
#include "service/log_entry.hpp"

#include "json_value.hpp"
#include <tc3/encoding/line_sink.hpp>

#include <cstdio>
#include <string_view>
#include <utility>
#include <vector>

namespace tc3_cli {

namespace {

constexpr std::int64_t seconds_per_day = 86400;

std::string time_of_day(tc3::unix_time time) {
    const auto second = static_cast<int>(time.seconds % seconds_per_day);
    char text[16];
    std::snprintf(text, sizeof text, "%02d:%02d:%02d", second / 3600, second / 60 % 60, second % 60);
    return text;
}

std::string milliseconds(std::chrono::microseconds duration) {
    char text[32];
    std::snprintf(text, sizeof text, "%.1f ms", static_cast<double>(duration.count()) / 1000);
    return text;
}

/// Returns text as one printable line. What is long is cut: a client can send a name of 60,000 bytes, and the log keeps many entries.
std::string printable(std::string_view text) {
    constexpr std::size_t longest = 600;
    std::string written;
    tc3::write_printable(written, text.substr(0, longest));
    if (text.size() > longest) written.append("...");
    return written;
}

void add_word(std::string& line, std::string_view word) {
    if (!word.empty()) line.append(" ").append(printable(word));
}

std::string outcome_of(const log_entry& entry) {
    if (!entry.code.empty()) return entry.code;
    return entry.status == 200 ? "OK" : std::to_string(entry.status);
}

}  // namespace

std::string to_line(const log_entry& entry) {
    std::string line = time_of_day(entry.time);
    add_word(line, entry.method);
    add_word(line, entry.path);
    add_word(line, entry.service);
    add_word(line, entry.action);
    add_word(line, outcome_of(entry));
    if (!entry.cause.empty()) add_word(line, "(" + entry.cause + ")");
    add_word(line, milliseconds(entry.duration));
    if (!entry.reason.empty()) line.append(":");
    add_word(line, entry.reason);
    if (!entry.fault.empty()) line.append(" [").append(entry.fault).append("]");
    if (!entry.deviation.empty()) line.append(" [").append(printable(entry.deviation)).append("]");
    return line;
}

std::string to_json(const log_entry& entry) {
    std::vector<json_value::member> members{
        {"time", json_value::number(std::to_string(entry.time.seconds))},
        {"method", json_value(printable(entry.method))},
        {"status", json_value::number(std::to_string(entry.status))},
        {"bytes", json_value::number(std::to_string(entry.bytes))},
        {"microseconds", json_value::number(std::to_string(entry.duration.count()))},
    };
    const std::pair<const char*, const std::string*> texts[] = {
        {"path", &entry.path},     {"service", &entry.service}, {"action", &entry.action},
        {"region", &entry.region}, {"code", &entry.code},       {"cause", &entry.cause},
        {"reason", &entry.reason}, {"fault", &entry.fault},     {"deviation", &entry.deviation},
    };
    for (const auto& [name, text] : texts) {
        if (!text->empty()) members.emplace_back(name, json_value(printable(*text)));
    }
    std::string json;
    write_json(json, json_value::object(std::move(members)));
    return json;
}

}  // namespace tc3_cli
