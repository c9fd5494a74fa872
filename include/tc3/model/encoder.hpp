// SPDX-License-Identifier: MIT
// Writes any struct as JSON by its table. Not a template over structs: a program has one copy of this code, whatever it writes.
//
// An encoder without rules writes inputs, as a client sends them. Rules replace how values are written: redact.hpp has those of a log line.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/encoding/base64_forms.hpp>
#include <tc3/json/read.hpp>
#include <tc3/json/write.hpp>
#include <tc3/model/binary.hpp>
#include <tc3/model/field_path.hpp>
#include <tc3/model/fields.hpp>

#include <cstddef>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE {

class encoder;

/// A text of any type that can write itself in pieces of whole characters.
///
/// Lifetime: refers to the text.
struct piecewise_text {
    void* text;
    bool (*write)(void* text, any_sink& pieces);  ///< returns false if the text is invalid
};

/// How an encoder writes values that are not sent. A program that writes no log lines links none of it.
struct encoder_rules {
    void (*write_object)(encoder& out, writing_table fields, const void* object);
    void (*write_string)(encoder& out, std::string_view text);
    void (*write_pieces)(encoder& out, const piecewise_text& text);
    void (*write_binary)(encoder& out, const binary_view& value);
    bool (*may_write_element)(encoder& out, std::size_t position, std::size_t size);  ///< false: the list ends before this element
};

/// Writes structs and values as JSON to a sink. Unset optional fields are left out.
///
/// Errors: missing for an unset required field; invalid_utf8 or lone_surrogate for invalid text; those of find_base64_error() for base64
/// text; out_of_range for a number that is not finite; too_deep for structs and lists nested deeper than a reader accepts. path() names the
/// field.
class encoder {
public:
    /// Lifetime: refers to `out` and to `rules`.
    explicit encoder(any_sink& out, const encoder_rules* rules = nullptr) noexcept : json_(out), rules_(rules) {}
    encoder(const encoder&) = delete;
    encoder& operator=(const encoder&) = delete;

    /// Writes the object that `fields` is the table of.
    void write_object(writing_table fields, const void* object) {
        if (rules_ != nullptr) return rules_->write_object(*this, fields, object);
        write_object_as_sent(fields, object);
    }
    /// Writes an object as write_object() does without rules.
    void write_object_as_sent(writing_table fields, const void* object);

    /// Writes a text in one piece.
    void write_string(std::string_view text);

    /// Writes a text in pieces of whole characters. `write_to(any_sink&)` writes them and returns false if the text is invalid.
    template <class Write>
    void write_pieces(Write write_to) {
        if (rules_ != nullptr) {
            const auto write = [](void* text, any_sink& pieces) { return (*static_cast<Write*>(text))(pieces); };
            return rules_->write_pieces(*this, {&write_to, write});
        }
        write_pieces_as_sent(write_to);
    }
    /// Writes a text in pieces as write_pieces() does without rules.
    template <class Write>
    void write_pieces_as_sent(Write write_to) {
        string_pieces target{json_};
        sink_adapter pieces(target);
        json_.begin_string();
        const bool is_valid = write_to(pieces);
        json_.end_string();
        if (!is_valid) fail(errc::lone_surrogate);
    }

    /// Writes bytes as a string of base64. Text that is not base64 is an error, and not written.
    void write_binary(const binary_view& value) {
        if (rules_ != nullptr) return rules_->write_binary(*this, value);
        if (!value.is_base64()) return json_.base64(value.data());
        tc3::error wrong = find_base64_error(value.data());
        wrong.part = "field";
        if (wrong.code == errc::none) return json_.string(value.data());
        fail(wrong);
    }

    /// Begins an array, which is a level of nesting like an object.
    void begin_array() {
        enter_level();
        json_.begin_array();
    }
    void end_array() {
        json_.end_array();
        --depth_;
    }

    /// Returns whether to write the next element of a list of `size` elements.
    [[nodiscard]] bool may_write_element(std::size_t position, std::size_t size) {
        return rules_ != nullptr ? rules_->may_write_element(*this, position, size) : ok();
    }

    [[nodiscard]] json::writer<any_sink>& json() noexcept TC3_LIFETIMEBOUND { return json_; }
    [[nodiscard]] field_path& path() noexcept TC3_LIFETIMEBOUND { return path_; }
    /// Keeps an error if it is the first.
    void fail(const tc3::error& error) noexcept {
        if (ok()) error_ = error;
    }
    /// Keeps an error of a field if it is the first.
    TC3_NOINLINE_IF_SMALL void fail(errc code, std::size_t limit = 0) noexcept { fail({.code = code, .part = "field", .limit = limit}); }
    /// Removes the error, so that writing continues. For text that is not sent.
    void forget_error() noexcept {
        error_ = {};
        json_.forget_error();
        path_.forget();
    }
    [[nodiscard]] bool ok() const noexcept { return error_.code == errc::none && json_.ok(); }
    /// Returns the error; its code is errc::none while ok().
    [[nodiscard]] tc3::error error() const noexcept { return error_.code != errc::none ? error_ : json_.error(); }

private:
    struct string_pieces {
        json::writer<any_sink>& json;
        void append(std::string_view piece) { json.string_piece(piece); }
    };

    static constexpr std::size_t deepest = json::limits{}.depth;  // a reader with default limits accepts it

    void enter_level() noexcept {
        if (++depth_ > deepest) fail(errc::too_deep, deepest);
    }

    std::size_t depth_ = 0;
    json::writer<any_sink> json_;
    field_path path_;
    tc3::error error_;
    const encoder_rules* rules_;
};

}  // namespace tc3::inline TC3_NAMESPACE

#if defined(TC3_BODIES)

namespace tc3::inline TC3_NAMESPACE {

TC3_FUNCTION void encoder::write_string(std::string_view text) {
    if (rules_ != nullptr) return rules_->write_string(*this, text);
    json_.string(text);
}

TC3_FUNCTION void encoder::write_object_as_sent(writing_table fields, const void* object) {
    enter_level();
    json_.begin_object();
    for (const writing_row& row : fields) {
        if (!ok()) return;
        const field_path::step field(path_, row.wire_name);
        if (row.is_set(object)) {
            json_.name(row.wire_name);
            row.write(*this, object);
        } else if (row.presence == presence::required) {
            fail(errc::missing);
        }
        if (!ok()) path_.keep();
    }
    json_.end_object();
    --depth_;
}

}  // namespace tc3::inline TC3_NAMESPACE

#endif  // TC3_BODIES
