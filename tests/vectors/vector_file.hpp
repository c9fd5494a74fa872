// SPDX-License-Identifier: MIT
// Shared by the vector programs: reads files of vectors, makes the bytes of payloads, prints differences and totals.
#pragma once

#include "../support/read_file.hpp"
#include "backend.hpp"
#include <tc3/tc3.hpp>

#include <nlohmann/json.hpp>

#include <cstddef>
#include <cstdint>
#include <iostream>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vectors {

// Members stay in the order of the file.
using json = nlohmann::ordered_json;

/// Exit codes of the programs. Meson and others take 77 for "skipped".
enum exit_status : int { passed_codes = 0, some_failed = 1, unreadable = 2, skipped = 77 };

/// The differences that were found for one vector. A vector without differences has passed.
class vector_report {
public:
    /// Adds a difference if the two texts differ. `part` is the compared part of the vector.
    void equal(std::string_view part, const std::string& expected, const std::string& actual) {
        if (expected != actual) differences_.push_back({std::string(part), expected, actual, ""});
    }
    /// Adds a difference that is described by a message.
    void fail(std::string_view part, const std::string& message) { differences_.push_back({std::string(part), "", "", message}); }

    [[nodiscard]] bool passed() const { return differences_.empty(); }
    /// Prints each difference after the id of the vector.
    void print(std::ostream& out, const std::string& id) const {
        for (const difference& each : differences_) {
            out << id << ": " << each.part;
            if (each.message.empty()) {
                out << "\n    expected " << quoted(each.expected) << "\n    actual   " << quoted(each.actual) << "\n";
            } else {
                out << ": " << each.message << "\n";
            }
        }
    }

private:
    struct difference {
        std::string part;
        std::string expected;
        std::string actual;
        std::string message;  // set if there is nothing to compare
    };

    // Returns a text on one line, with visible control characters and limited length.
    static std::string quoted(const std::string& text) {
        constexpr std::size_t longest = 1000;
        const std::string shown = json(text).dump(-1, ' ', true, json::error_handler_t::replace);
        return shown.size() <= longest ? shown : shown.substr(0, longest) + "... (" + std::to_string(text.size()) + " bytes)";
    }

    std::vector<difference> differences_;
};

/// Returns an error in words.
inline std::string to_text(const tc3::error& error) {
    std::string text;
    tc3::write_error(text, error);
    return text;
}

/// Returns an error of a field in words.
inline std::string to_text(tc3::error error, const std::string& field) {
    error.name = field;
    return to_text(error);
}

/// Returns the bytes of a `payload` or `body`. Throws if they do not have the length and hash that the file states.
inline std::string bytes_of(const json& payload);

/// Calls `check_vector(vector, report)` for each vector for which `is_in_scope(vector)` is true, and prints the differences and the totals.
/// Returns an exit code. `format` is the format that the files must have.
template <class InScope, class CheckVector>
int run(const std::vector<std::string>& files, std::string_view format, InScope is_in_scope, CheckVector check_vector);

// ---- details -----------------------------------------------------------------------------------------------------------------------

inline std::string decode_base64(const std::string& text) {
    std::string bytes(tc3::base64_decoded_size(text), '\0');
    const auto size = tc3::decode_base64(text, bytes);
    if (!size || *size != bytes.size()) throw std::runtime_error("malformed base64");
    return bytes;
}

inline std::string lcg32(std::uint32_t seed, std::size_t length) {
    std::string bytes(length, '\0');
    for (char& byte : bytes) {
        seed = static_cast<std::uint32_t>(std::uint64_t{seed} * 1664525 + 1013904223);
        byte = static_cast<char>(seed >> 24);
    }
    return bytes;
}

inline std::string lcg32_json(std::uint32_t seed, std::size_t length) {
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    constexpr std::string_view before = "{\"Data\":\"";
    constexpr std::string_view after = "\"}";
    std::string data = lcg32(seed, length - before.size() - after.size());
    for (char& c : data) c = alphabet[static_cast<unsigned char>(c) >> 2];
    return std::string(before) + data + std::string(after);
}

inline std::string generated(const json& generator) {
    const std::string algorithm = generator.at("algo");
    if (algorithm == "lcg32") return lcg32(generator.at("seed"), generator.at("length"));
    if (algorithm == "lcg32-json") return lcg32_json(generator.at("seed"), generator.at("length"));
    if (algorithm != "repeat") throw std::runtime_error("unknown generator " + algorithm);
    std::string bytes = generator.at("prefix");
    const std::string character = generator.at("char");
    for (std::size_t left = generator.at("count"); left > 0; --left) bytes += character;
    return bytes + generator.at("suffix").get<std::string>();
}

inline std::string bytes_in(const json& payload) {
    const std::string encoding = payload.at("encoding");
    if (encoding == "utf8") return payload.at("data");
    if (encoding == "base64") return decode_base64(payload.at("data"));
    if (encoding == "generated") return generated(payload.at("generator"));
    throw std::runtime_error("unknown encoding " + encoding);
}

inline std::string hex(tc3::bytes_view bytes) {
    std::string text;
    tc3::write_hex(text, bytes);
    return text;
}

inline std::string bytes_of(const json& payload) {
    std::string bytes = bytes_in(payload);
    if (bytes.size() != payload.at("length").get<std::size_t>()) throw std::runtime_error("the payload does not have the stated length");
    backend policy;
    if (hex(*tc3::signing::payload_hash(bytes, policy)) != payload.at("sha256").get<std::string>()) {
        throw std::runtime_error("the payload does not have the stated SHA-256");
    }
    return bytes;
}

inline bool is_surrogate(std::string_view text, std::string_view first_digits) {
    return text.size() >= 6 && text.starts_with("\\u") && (text[2] == 'd' || text[2] == 'D') &&
           first_digits.find(text[3]) != std::string_view::npos;
}

/// Replaces halves of surrogate pairs by U+FFFD. The files record what SDKs make of them, but a strict JSON reader rejects them.
inline std::string without_lone_surrogates(std::string text) {
    constexpr std::string_view high = "89abAB";
    constexpr std::string_view low = "cdefCDEF";
    const std::string_view view = text;
    for (std::size_t i = text.find('\\'); i < text.size(); i = text.find('\\', i)) {
        const bool pair = is_surrogate(view.substr(i), high) && is_surrogate(view.substr(i + 6), low);
        if (!pair && is_surrogate(view.substr(i), "89abABcdefCDEF")) text.replace(i, 6, "\\ufffd");
        i += pair ? 12 : 2;
    }
    return text;
}

/// Returns the vectors of a file. Returns nothing, after a message on standard error, if the file can't be read or has another format.
inline std::optional<json> load(const std::string& file, std::string_view format) {
    const json document = json::parse(without_lone_surrogates(support::read_file(file).value_or("")), nullptr, false);
    if (!document.is_object() || document.value("format", "") != format || document.value("format_version", 0) != 1 ||
        !document.contains("vectors")) {
        std::cerr << file << ": not a readable file of format " << format << ", version 1\n";
        return std::nullopt;
    }
    return document.at("vectors");
}

template <class InScope, class CheckVector>
int run(const std::vector<std::string>& files, std::string_view format, InScope is_in_scope, CheckVector check_vector) {
    std::size_t passed = 0;
    std::size_t failed = 0;
    std::size_t skipped_vectors = 0;
    bool all_read = !files.empty();
    for (const std::string& file : files) {
        const std::optional<json> vectors = load(file, format);
        all_read = all_read && vectors.has_value();
        for (const json& vector : vectors.value_or(json::array())) {
            if (!is_in_scope(vector)) {
                ++skipped_vectors;
                continue;
            }
            vector_report report;
            try {
                check_vector(vector, report);
            } catch (const std::exception& error) {
                report.fail("unusable vector", error.what());
            }
            report.print(std::cout, vector.value("id", "vector without an id"));
            ++(report.passed() ? passed : failed);
        }
    }
    std::cout << passed << " passed, " << failed << " failed, " << skipped_vectors << " skipped\n";
    if (!all_read) return unreadable;
    return failed == 0 ? passed_codes : some_failed;
}

}  // namespace vectors
