// SPDX-License-Identifier: MIT
// The JSON reader with any bytes: reading and skipping give the same result, and no view points outside the text.
#include "../support/random.hpp"
#include "reference.hpp"
#include "target.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace json = tc3::json;
using fuzz::require;

namespace {

struct end_state {
    tc3::error error;
    std::size_t end = 0;
    friend bool operator==(const end_state&, const end_state&) = default;
};

end_state end_state_of(const json::reader& in) { return {in.error(), in.position()}; }

enum class strategy { read_all, skip_some };

/// Reads a whole text value by value, and checks every token.
class walk {
public:
    walk(std::string_view text, json::limits bounds, strategy chosen) noexcept : text_(text), in_(text, bounds), strategy_(chosen) {}

    end_state run() {
        pass_value();
        in_.finish();
        return end_state_of(in_);
    }

private:
    void pass_value() {
        const std::size_t start = in_.position();
        if (strategy_ == strategy::skip_some && start % 3 == 1) {
            in_.skip_value();
        } else {
            read_value();
        }
        if (!in_.ok()) return;
        const std::string_view value = in_.since(start);
        require(!value.empty() && fuzz::is_inside(value, text_) && value.data() == text_.data() + start,
                "since() is the text of the value");
    }

    void read_value() {
        const std::size_t start = in_.position();
        json::string_token text;
        json::number_token number;
        bool boolean = false;
        switch (in_.peek()) {
            case json::kind::none: require(!in_.ok(), "peek() returns none only after an error"); return;
            case json::kind::object:
                in_.begin_object();
                while (in_.next_member(text)) {
                    check_token(text);
                    pass_value();
                }
                return;
            case json::kind::array:
                in_.begin_array();
                while (in_.next_element()) pass_value();
                return;
            case json::kind::string:
                if (in_.read_string(text)) check_token(text);
                break;
            case json::kind::number:
                if (in_.read_number(number)) check_token(number);
                break;
            case json::kind::boolean: in_.read_boolean(boolean); break;
            case json::kind::null: in_.read_null(); break;
        }
        if (in_.ok()) require(json::validate(in_.since(start)).has_value(), "a value that was read is a document");
    }

    void check_token(const json::string_token& token) const {
        const std::string_view raw = token.raw();
        require(raw.data() > text_.data() && raw.data() + raw.size() < text_.data() + text_.size(), "a string is inside the text");
        require(raw.data()[-1] == '"' && raw.data()[raw.size()] == '"', "a string is between quotes");
        const bool escapes = raw.find('\\') != std::string_view::npos;
        require(token.is_encoded() == escapes, "is_encoded() returns whether there is a backslash");

        std::string decoded = fuzz::text_of(token);
        require(token.size() == decoded.size(), "size() is the size of the decoded text");
        require(reference::is_utf8(decoded), "a decoded string is UTF-8");
        require(escapes || decoded == raw, "a string without escapes is decoded to itself");
        require(token == std::string_view(decoded), "a token equals its decoded text");
        decoded += 'x';
        require(!(token == std::string_view(decoded)), "a token does not equal a longer text");
        decoded.pop_back();
        if (decoded.empty()) return;
        decoded[text_.size() % decoded.size()] ^= 1;
        require(!(token == std::string_view(decoded)), "a token does not equal another text of its size");
    }

    void check_token(const json::number_token& token) const {
        require(fuzz::is_inside(token.text(), text_) && !token.text().empty(), "a number is inside the text");
        require(json::is_number(token.text()), "the text of a number is a number");
        const auto is_expected = [](tc3::errc code) { return code == tc3::errc::wrong_type || code == tc3::errc::out_of_range; };
        const auto whole = token.to_int64();
        const auto magnitude = token.to_uint64();
        const auto real = json::to_double(token.text());
        require(whole || is_expected(whole.error().code), "to_int64() fails with wrong_type or out_of_range");
        require(magnitude || is_expected(magnitude.error().code), "to_uint64() fails with wrong_type or out_of_range");
        require(real || real.error().code == tc3::errc::out_of_range, "to_double() fails only with out_of_range");
    }

    std::string_view text_;
    json::reader in_;
    strategy strategy_;
};

end_state skip(std::string_view text, json::limits bounds) {
    json::reader in(text, bounds);
    in.skip_value();
    in.finish();
    return end_state_of(in);
}

void check_reading_and_skipping(std::string_view text, json::limits bounds) {
    const end_state skipped = skip(text, bounds);
    require(walk(text, bounds, strategy::read_all).run() == skipped, "reading and skipping agree");
    require(walk(text, bounds, strategy::skip_some).run() == skipped, "reading and skipping some values agree");
    require(skipped.end <= text.size(), "the position is inside the text");
    const auto valid = json::validate(text, bounds);
    require(valid.has_value() == (skipped.error.code == tc3::errc::none), "validate() accepts the same texts");
    if (valid) {
        require(skipped.end == text.size(), "a document ends at the end of its text");
        require(skip(std::string(text) + " \n", bounds).error.code == tc3::errc::none, "blanks may follow");
        require(skip(std::string(text) + ",", bounds).error.code == tc3::errc::trailing_characters, "nothing else may follow");
        return;
    }
    require(valid.error() == skipped.error, "validate() returns the same error");
    require(valid.error().part == "body" && valid.error().position <= text.size(), "an error is inside the text");
    require(valid.error().code != tc3::errc::unexpected_end || valid.error().position == text.size(),
            "unexpected_end is at the end of the text");
}

/// A limit of depth has no effect on texts within it.
void check_depth_limit(std::string_view text, std::size_t depth) {
    const end_state unlimited = skip(text, {.depth = json::limits::deepest});
    const end_state limited = skip(text, {.depth = depth});
    if (limited.error.code == tc3::errc::too_deep) {
        require(limited.error.limit == depth, "the error has the limit");
        require(unlimited.error.code == tc3::errc::none || unlimited.error.position >= limited.error.position,
                "too_deep is not found after another error");
    } else {
        require(limited == unlimited, "a limit that is not exceeded has no effect");
    }
}

/// Calls mostly the function that fits the next value, and sometimes another one.
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

void check_any_order_of_calls(std::string_view text) {
    support::random_input random(fuzz::hash_of(text));
    json::reader in(text);
    for (std::size_t i = 0; i < 40; ++i) {
        const end_state before = end_state_of(in);
        call(in, random);
        require(in.position() >= before.end && in.position() <= text.size(), "the position never goes back or leaves the text");
        if (before.error.code != tc3::errc::none) require(end_state_of(in) == before, "nothing changes after an error");
    }
    in.fail(tc3::errc::not_allowed, 0);
    require(!in.ok(), "fail() ends the reader");
}

}  // namespace

void fuzz::run(std::string_view input) {
    check_reading_and_skipping(input, {});
    const std::size_t depth = hash_of(input) % 5;
    check_reading_and_skipping(input, {.depth = depth});
    check_depth_limit(input, depth);
    check_any_order_of_calls(input);
}
