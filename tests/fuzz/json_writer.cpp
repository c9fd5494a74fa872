// SPDX-License-Identifier: MIT
// The JSON writer: whatever it is told to write, nlohmann-json reads it back as the same document, and tc3's reader takes it.
//
// The input is a script, a letter a value:  { [ open, } ] close;  t f n;  s TEXT| a string;  b BYTES| base64;  d, i, u and 8 bytes a
// double, an int64, a uint64. Within an object TEXT| comes first, the name.
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

    /// Writes one value; null where the script has ended.
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
    [[nodiscard]] bool fits() const noexcept { return out_.ok() != faulty_; }

private:
    nlohmann_json object(std::size_t depth) {
        nlohmann_json made = nlohmann_json::object();
        out_.begin_object();
        while (!ends('}') && depth < deepest) {
            std::string name = written_text();
            while (made.contains(name)) name += '.';  // nlohmann-json keeps one of each
            out_.name(name);
            made[name] = value(depth + 1);
        }
        out_.end_object();
        return made;
    }
    nlohmann_json array(std::size_t depth) {
        nlohmann_json made = nlohmann_json::array();
        out_.begin_array();
        while (!ends(']') && depth < deepest) made.push_back(value(depth + 1));
        out_.end_array();
        return made;
    }
    nlohmann_json string() {
        const std::string_view text = take_text();
        out_.string(text);
        faulty_ = faulty_ || !reference::is_utf8(text);
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
        faulty_ = faulty_ || !finite;
        if (!finite) return nullptr;
        comes_back(number);
        return number;
    }
    template <class Integer>
    nlohmann_json integer(Integer number) {
        out_.number(number);
        return number;
    }

    static void comes_back(double number) {
        std::string text;
        tc3::json::write_double(text, number);
        const auto bits = std::bit_cast<std::uint64_t>(number);
        require(std::bit_cast<std::uint64_t>(std::strtod(text.c_str(), nullptr)) == bits, "strtod reads a double back, bit for bit");
        const auto read = tc3::json::to_double(text);
        require(read && std::bit_cast<std::uint64_t>(*read) == bits, "so does tc3");
        require(text.size() <= 25, "a double has at most 25 characters");
    }

    /// A name that both can have: what is not UTF-8 is the affair of string().
    std::string written_text() {
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
        const bool there = rest_.empty() || rest_.front() == bracket;
        if (there && !rest_.empty()) rest_.remove_prefix(1);
        return there;
    }

    static constexpr std::size_t deepest = 60;

    std::string_view rest_;
    tc3::json::writer<std::string> out_;
    bool faulty_ = false;
};

}  // namespace

void fuzz::run(std::string_view input) {
    std::string text;
    script run(input, text);
    const nlohmann_json expected = run.value(0);
    require(run.fits(), "the writer has a fault where it was given what JSON can't hold, and only there");
    require(tc3::json::validate(text).has_value(), "what was written is a document");
    const nlohmann_json read = reference::nlohmann_parse(text);
    require(!read.is_discarded() && read == expected, "nlohmann-json reads what was written");
}
