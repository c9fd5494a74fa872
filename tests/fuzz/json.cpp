// SPDX-License-Identifier: MIT
// The JSON reader over any bytes: whichever way a text is walked, the outcome is the same, and nothing points outside it.
#include "../support/random.hpp"
#include "reference.hpp"
#include "target.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace json = tc3::json;
using fuzz::require;

namespace {

struct outcome {
    tc3::error error;
    std::size_t end = 0;
    friend bool operator==(const outcome&, const outcome&) = default;
};

outcome call_result(const json::reader& in) { return {in.error(), in.position()}; }

enum class manner { read_all, skip_some };

/// Reads a whole text value by value and looks at every token.
class walk {
public:
    walk(std::string_view text, json::limits bounds, manner how) noexcept : text_(text), in_(text, bounds), how_(how) {}

    outcome run() {
        pass_value();
        in_.finish();
        return call_result(in_);
    }

private:
    void pass_value() {
        const std::size_t start = in_.position();
        if (how_ == manner::skip_some && start % 3 == 1) {
            in_.skip_value();
        } else {
            read_value();
        }
        if (!in_.ok()) return;
        const std::string_view value = in_.since(start);
        require(!value.empty() && fuzz::lies_in(value, text_) && value.data() == text_.data() + start, "a value stands where it was read");
    }

    void read_value() {
        const std::size_t start = in_.position();
        json::string_token text;
        json::number_token number;
        bool boolean = false;
        switch (in_.peek()) {
            case json::kind::none: require(!in_.ok(), "no value is due without a fault"); return;
            case json::kind::object:
                in_.begin_object();
                while (in_.next_member(text)) {
                    look_at(text);
                    pass_value();
                }
                return;
            case json::kind::array:
                in_.begin_array();
                while (in_.next_element()) pass_value();
                return;
            case json::kind::string:
                if (in_.read_string(text)) look_at(text);
                break;
            case json::kind::number:
                if (in_.read_number(number)) look_at(number);
                break;
            case json::kind::boolean: in_.read_boolean(boolean); break;
            case json::kind::null: in_.read_null(); break;
        }
        if (in_.ok()) require(json::validate(in_.since(start)).has_value(), "what was read as a value is a document by itself");
    }

    void look_at(const json::string_token& token) const {
        const std::string_view raw = token.raw();
        require(raw.data() > text_.data() && raw.data() + raw.size() < text_.data() + text_.size(), "a string lies in the text");
        require(raw.data()[-1] == '"' && raw.data()[raw.size()] == '"', "a string lies between quotes");
        const bool escapes = raw.find('\\') != std::string_view::npos;
        require(token.has_escapes() == escapes, "has_escapes() says whether there is a backslash");

        std::string decoded = fuzz::written(token);
        require(token.size() == decoded.size(), "size() is the size of what write() writes");
        require(reference::is_utf8(decoded), "a decoded string is UTF-8");
        require(escapes || decoded == raw, "a string without escapes is its own text");
        require(token == std::string_view(decoded), "a token equals its text");
        decoded += 'x';
        require(!(token == std::string_view(decoded)), "a token does not equal a longer text");
        decoded.pop_back();
        if (decoded.empty()) return;
        decoded[text_.size() % decoded.size()] ^= 1;
        require(!(token == std::string_view(decoded)), "a token does not equal another text of its size");
    }

    void look_at(const json::number_token& token) const {
        require(fuzz::lies_in(token.text(), text_) && !token.text().empty(), "a number lies in the text");
        require(json::is_number(token.text()), "a number is one");
        const auto is_expected = [](tc3::errc code) { return code == tc3::errc::wrong_type || code == tc3::errc::out_of_range; };
        const auto whole = token.to_int64();
        const auto magnitude = token.to_uint64();
        const auto real = json::to_double(token.text());
        require(whole || is_expected(whole.error().code), "a number is refused as an integer for one of two reasons");
        require(magnitude || is_expected(magnitude.error().code), "a number is refused as an unsigned for one of two reasons");
        require(real || real.error().code == tc3::errc::out_of_range, "a number is refused as a double for its size alone");
    }

    std::string_view text_;
    json::reader in_;
    manner how_;
};

outcome skip(std::string_view text, json::limits bounds) {
    json::reader in(text, bounds);
    in.skip_value();
    in.finish();
    return call_result(in);
}

void every_way_has_one_outcome(std::string_view text, json::limits bounds) {
    const outcome skipped = skip(text, bounds);
    require(walk(text, bounds, manner::read_all).run() == skipped, "reading and skipping agree");
    require(walk(text, bounds, manner::skip_some).run() == skipped, "reading and skipping by turns agree");
    require(skipped.end <= text.size(), "the position lies in the text");
    const auto valid = json::validate(text, bounds);
    require(valid.has_value() == (skipped.error.code == tc3::errc::none), "validate() agrees");
    if (valid) {
        require(skipped.end == text.size(), "a document ends with its text");
        require(skip(std::string(text) + " \n", bounds).error.code == tc3::errc::none, "blanks may follow");
        require(skip(std::string(text) + ",", bounds).error.code == tc3::errc::trailing_characters, "nothing else may follow");
        return;
    }
    require(valid.error() == skipped.error, "validate() tells the same fault");
    require(valid.error().part == "body" && valid.error().position <= text.size(), "a fault lies in the text");
    require(valid.error().code != tc3::errc::unexpected_end || valid.error().position == text.size(),
            "what ends too early ends at the end");
}

/// Whether the limit is hit or not: a text within it is judged as without.
void a_limit_changes_nothing_but_what_is_deeper(std::string_view text, std::size_t depth) {
    const outcome free = skip(text, {.depth = json::limits::deepest});
    const outcome limited = skip(text, {.depth = depth});
    if (limited.error.code == tc3::errc::too_deep) {
        require(limited.error.limit == depth, "the limit is told");
        require(free.error.code == tc3::errc::none || free.error.position >= limited.error.position, "too deep is found at its place");
    } else {
        require(limited == free, "a limit that is not hit changes nothing");
    }
}

/// Mostly the call that is due, now and then any other.
void call(json::reader& in, support::random_input& random) {
    json::string_token text;
    json::number_token number;
    bool boolean = false;
    json::reader ahead = in;
    auto choice = random.number(0, 40);
    if (choice > 9) {
        const json::kind due = ahead.peek();
        choice = due == json::kind::none ? random.number(1, 2) : 2 + static_cast<std::uint64_t>(due);
    }
    switch (choice) {
        case 0: in.peek(); break;
        case 1: in.next_member(text); break;
        case 2: in.next_element(); break;
        case 3: in.begin_object(); break;
        case 4: in.begin_array(); break;
        case 5: in.read_string(text); break;
        case 6: in.read_number(number); break;
        case 7: in.read_boolean(boolean); break;
        case 8: in.read_null(); break;
        default: in.skip_value(); break;
    }
}

void any_order_of_calls_is_safe(std::string_view text) {
    support::random_input random(fuzz::mixed_bits(text));
    json::reader in(text);
    for (std::size_t i = 0; i < 40; ++i) {
        const outcome before = call_result(in);
        call(in, random);
        require(in.position() >= before.end && in.position() <= text.size(), "the position goes on, and stays in the text");
        if (before.error.code != tc3::errc::none) require(call_result(in) == before, "after a fault nothing changes");
    }
    in.fail(tc3::errc::not_allowed, 0);
    require(!in.ok(), "a fault of the caller's counts");
}

}  // namespace

void fuzz::run(std::string_view input) {
    every_way_has_one_outcome(input, {});
    const std::size_t depth = mixed_bits(input) % 5;
    every_way_has_one_outcome(input, {.depth = depth});
    a_limit_changes_nothing_but_what_is_deeper(input, depth);
    any_order_of_calls_is_safe(input);
}
