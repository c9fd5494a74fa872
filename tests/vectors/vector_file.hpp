// SPDX-License-Identifier: MIT
// What the vector programs share: reading a file of vectors, making the bytes of a payload, and keeping the score.
#pragma once

#include "backend.hpp"
#include <tc3/tc3.hpp>

#include <nlohmann/json.hpp>

#include <cstddef>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vectors {

// Members stay in the order of the file.
using json = nlohmann::ordered_json;

/// What the programs exit with; 77 is how Meson and others are told "skipped".
enum exit_status : int { all_passed = 0, some_failed = 1, unreadable = 2, skipped = 77 };

/// One vector under test. Remembers what differed; nothing that differed means passed.
class attempt {
public:
    void equal(std::string_view what, const std::string& expected, const std::string& actual) {
        if (expected != actual) findings_.push_back({std::string(what), expected, actual, ""});
    }
    void fail(std::string_view what, const std::string& why) { findings_.push_back({std::string(what), "", "", why}); }

    [[nodiscard]] bool passed() const { return findings_.empty(); }
    void print(std::ostream& out, const std::string& id) const {
        for (const finding& each : findings_) {
            out << id << ": " << each.what;
            if (each.why.empty()) {
                out << "\n    expected " << quoted(each.expected) << "\n    actual   " << quoted(each.actual) << "\n";
            } else {
                out << ": " << each.why << "\n";
            }
        }
    }

private:
    struct finding {
        std::string what;
        std::string expected;
        std::string actual;
        std::string why;  // in words, where there is nothing to compare
    };

    // On one line, with its control characters visible and its length bounded.
    static std::string quoted(const std::string& text) {
        constexpr std::size_t longest = 1000;
        const std::string shown = json(text).dump(-1, ' ', true, json::error_handler_t::replace);
        return shown.size() <= longest ? shown : shown.substr(0, longest) + "... (" + std::to_string(text.size()) + " bytes)";
    }

    std::vector<finding> findings_;
};

/// The bytes of a `payload` or `body`, made as its encoding says. Throws if they are not the ones that the file describes.
inline std::string bytes_of(const json& payload);

/// Runs `judge(vector, attempt)` on each vector of each file that `is_judged(vector)` accepts, and prints failures and the score.
template <class IsJudged, class Judge>
int run(const std::vector<std::string>& files, std::string_view format, IsJudged is_judged, Judge judge);

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
    if (bytes.size() != payload.at("length").get<std::size_t>())
        throw std::runtime_error("a payload has another length than the file says");
    backend policy;
    if (hex(*tc3::signing::payload_hash(bytes, policy)) != payload.at("sha256").get<std::string>()) {
        throw std::runtime_error("a payload has another SHA-256 than the file says");
    }
    return bytes;
}

inline bool is_surrogate(std::string_view text, std::string_view first_digits) {
    return text.size() >= 6 && text.starts_with("\\u") && (text[2] == 'd' || text[2] == 'D') &&
           first_digits.find(text[3]) != std::string_view::npos;
}

/// The text with U+FFFD for halves of surrogate pairs. The files record what SDKs made of such, and no strict reader takes them.
inline std::string without_lone_surrogates(std::string text) {
    constexpr std::string_view high = "89abAB";
    constexpr std::string_view low = "cdefCDEF";
    const std::string_view view = text;
    for (std::size_t at = text.find('\\'); at < text.size(); at = text.find('\\', at)) {
        const bool pair = is_surrogate(view.substr(at), high) && is_surrogate(view.substr(at + 6), low);
        if (!pair && is_surrogate(view.substr(at), "89abABcdefCDEF")) text.replace(at, 6, "\\ufffd");
        at += pair ? 12 : 2;
    }
    return text;
}

/// The vectors of a file, or nothing, with a word on standard error, if it can't be read or is of another format.
inline std::optional<json> load(const std::string& file, std::string_view format) {
    std::ifstream in(file, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    const json document = json::parse(without_lone_surrogates(std::move(text)), nullptr, false);
    if (!in || !document.is_object() || document.value("format", "") != format || document.value("format_version", 0) != 1 ||
        !document.contains("vectors")) {
        std::cerr << file << ": not a readable file of format " << format << ", version 1\n";
        return std::nullopt;
    }
    return document.at("vectors");
}

template <class IsJudged, class Judge>
int run(const std::vector<std::string>& files, std::string_view format, IsJudged is_judged, Judge judge) {
    std::size_t passed = 0;
    std::size_t failed = 0;
    std::size_t left_out = 0;
    bool all_read = !files.empty();
    for (const std::string& file : files) {
        const std::optional<json> vectors = load(file, format);
        all_read = all_read && vectors.has_value();
        for (const json& vector : vectors.value_or(json::array())) {
            if (!is_judged(vector)) {
                ++left_out;
                continue;
            }
            attempt one;
            try {
                judge(vector, one);
            } catch (const std::exception& problem) {
                one.fail("the vector itself", problem.what());
            }
            one.print(std::cout, vector.value("id", "a vector without id"));
            ++(one.passed() ? passed : failed);
        }
    }
    std::cout << passed << " passed, " << failed << " failed, " << left_out << " skipped\n";
    if (!all_read) return unreadable;
    return failed == 0 ? all_passed : some_failed;
}

}  // namespace vectors
