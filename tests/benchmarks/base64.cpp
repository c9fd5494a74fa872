// SPDX-License-Identifier: MIT
// Base64 of 1 MB in memory of the caller.
#include "peers.hpp"
#include "portable.hpp"
#include "sections.hpp"
#include <tc3/core/sink.hpp>
#include <tc3/encoding/base64.hpp>

#include <memory>
#include <span>
#include <string>

namespace bench {

namespace {

constexpr std::size_t byte_count = 999'999;  // without padding, so that all libraries return the same size

/// Adds a case that writes into memory of its own, whose text is then compared.
template <class Convert>
void add(suite& cases, std::string name, const std::string& expected, Convert convert) {
    const auto memory = std::make_shared<std::string>(expected.size() + 64, '\0');
    const auto size = std::make_shared<std::size_t>();
    cases.add(std::move(name), [=] { *size = convert(*memory); }, [=] { return memory->substr(0, *size) == expected; });
}

suite encoders(const std::string& bytes, const std::string& text) {
    suite cases("base64, encode 1 MB", bytes.size());
    add(cases, "OpenSSL", text, [&bytes](std::string& to) { return openssl_encode_base64(bytes, to.data()); });
    add(cases, "tc3, to memory", text, [&bytes](std::string& to) {
        tc3::buffer_sink out{std::span<char>(to)};
        tc3::write_base64(out, bytes);
        return out.view().size();
    });
    add(cases, "tc3, to a string", text, [&bytes](std::string& to) {
        to.clear();
        tc3::write_base64(to, bytes);
        return to.size();
    });
    add(cases, "tc3, portable", text, [&bytes](std::string& to) { return portable::encode_base64(bytes, to); });
    return cases;
}

suite decoders(const std::string& bytes, const std::string& text) {
    suite cases("base64, decode 1 MB", text.size());
    add(cases, "OpenSSL", bytes, [&text](std::string& to) { return openssl_decode_base64(text, to.data()); });
    add(cases, "tc3", bytes, [&text](std::string& to) { return tc3::decode_base64(text, to).value_or(0); });
    add(cases, "tc3, portable", bytes, [&text](std::string& to) { return portable::decode_base64(text, to); });
    return cases;
}

}  // namespace

section_report measure_base64(double seconds) {
    const std::string bytes = random_bytes(byte_count);
    std::string text((byte_count + 2) / 3 * 4 + 1, '\0');
    text.resize(openssl_encode_base64(bytes, text.data()));

    section_report report;
    const auto add_goals = [&report](const suite& done, const std::string& what, std::string_view with_instructions) {
        const auto speed = [&done](std::string_view name) { return 1 / done.ratio(name, "OpenSSL"); };
        report.goals.push_back({7, "base64, " + what, "x OpenSSL speed", speed(with_instructions), 4, 7, true});
        report.goals.push_back({7, "base64, " + what + ", portable", "x OpenSSL speed", speed("tc3, portable"), 1, no_aim, true});
    };
    add_goals(report.measure(encoders(bytes, text), seconds), "encode", "tc3, to memory");
    add_goals(report.measure(decoders(bytes, text), seconds), "decode", "tc3");
    return report;
}

}  // namespace bench
