// SPDX-License-Identifier: MIT
// The JSON writer: nlohmann-json reads every text that it writes as the same document, and the reader of tc3 accepts it.
//
// The input is a script with a letter for each value:  { [ open, } ] close;  t f n;  s TEXT| a string;  b BYTES| base64;  d, i, u and 8
// bytes a double, an int64, a uint64. Each value in an object follows its name, TEXT|.
#include "nlohmann.hpp"
#include "reference.hpp"
#include "target.hpp"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

using fuzz::require;
using nlohmann_json = nlohmann::json;

namespace {

/// Writes with tc3 and builds the same document with nlohmann-json.
class script {
public:
    script(std::string_view text, std::string& out) noexcept : rest_(text), out_(out) {}

    /// Writes one value; null after the end of the script.
    nlohmann_json value(std::size_t depth) {
        switch (take_letter()) {
            case '{': return object(depth);
            case '[': return array(depth);
            case 's': return string();
            case 'b': return base64();
            case 'd': return real();
            case 'i': return integer(static_cast<std::int64_t>(take_bits()));
            case 'u': return integer(take_bits());
            case 't': out_.boolean(true); return true;
            case 'f': out_.boolean(false); return false;
            default: out_.null(); return nullptr;
        }
    }
    /// Returns whether the writer has an error if and only if the script had a value outside JSON.
    [[nodiscard]] bool has_expected_state() const noexcept { return out_.ok() != has_invalid_value_; }

private:
    nlohmann_json object(std::size_t depth) {
        nlohmann_json members = nlohmann_json::object();
        out_.begin_object();
        while (!ends('}') && depth < deepest) {
            std::string name = take_name();
            while (members.contains(name)) name += '.';  // nlohmann-json keeps one member of each name
            out_.name(name);
            members[name] = value(depth + 1);
        }
        out_.end_object();
        return members;
    }
    nlohmann_json array(std::size_t depth) {
        nlohmann_json elements = nlohmann_json::array();
        out_.begin_array();
        while (!ends(']') && depth < deepest) elements.push_back(value(depth + 1));
        out_.end_array();
        return elements;
    }
    nlohmann_json string() {
        const std::string_view text = take_text();
        out_.string(text);
        has_invalid_value_ = has_invalid_value_ || !reference::is_utf8(text);
        return reference::is_utf8(text) ? std::string(text) : std::string();
    }
    nlohmann_json base64() {
        const std::string_view bytes = take_text();
        out_.base64(bytes);
        return reference::base64(bytes);
    }
    nlohmann_json real() {
        const double number = std::bit_cast<double>(take_bits());
        out_.number(number);
        const bool finite = number - number == 0;
        has_invalid_value_ = has_invalid_value_ || !finite;
        if (!finite) return nullptr;
        check_round_trip(number);
        return number;
    }
    template <class Integer>
    nlohmann_json integer(Integer number) {
        out_.number(number);
        return number;
    }

    static void check_round_trip(double number) {
        std::string text;
        tc3::json::write_double(text, number);
        const auto bits = std::bit_cast<std::uint64_t>(number);
        require(std::bit_cast<std::uint64_t>(std::strtod(text.c_str(), nullptr)) == bits, "strtod reads the same double");
        const auto read = tc3::json::to_double(text);
        require(read && std::bit_cast<std::uint64_t>(*read) == bits, "to_double() reads the same double");
        require(text.size() <= 25, "a double has at most 25 characters");
    }

    /// Takes a name. One that is not UTF-8 is encoded, because only string() tests that.
    std::string take_name() {
        const std::string_view text = take_text();
        return reference::is_utf8(text) ? std::string(text) : reference::percent(text);
    }
    char take_letter() noexcept {
        if (rest_.empty()) return 'n';
        const char letter = rest_.front();
        rest_.remove_prefix(1);
        return letter;
    }
    std::string_view take_text() noexcept {
        fuzz::parts split(rest_);
        const std::string_view text = split.next();
        rest_ = split.rest();
        return text;
    }
    std::uint64_t take_bits() noexcept {
        std::uint64_t bits = 0;
        for (int i = 0; i < 8; ++i) bits = bits * 256 + static_cast<unsigned char>(take_letter());
        return bits;
    }
    bool ends(char bracket) noexcept {
        const bool is_end = rest_.empty() || rest_.front() == bracket;
        if (is_end && !rest_.empty()) rest_.remove_prefix(1);
        return is_end;
    }

    static constexpr std::size_t deepest = 60;

    std::string_view rest_;
    tc3::json::writer<std::string> out_;
    bool has_invalid_value_ = false;
};

}  // namespace

void fuzz::run(std::string_view input) {
    std::string text;
    script run(input, text);
    const nlohmann_json expected = run.value(0);
    require(run.has_expected_state(), "the writer has an error if and only if it was given a value outside JSON");
    require(tc3::json::validate(text).has_value(), "the written text is a document");
    const nlohmann_json read = reference::nlohmann_parse(text);
    require(!read.is_discarded() && read == expected, "nlohmann-json reads the same document");
}
