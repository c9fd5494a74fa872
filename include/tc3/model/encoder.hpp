// SPDX-License-Identifier: MIT
// Writes any struct as JSON by its table. A plain function over untyped tables: it exists once in a program, however many structs there
// are.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/core/text_literal.hpp>
#include <tc3/json/write.hpp>
#include <tc3/model/field_path.hpp>
#include <tc3/model/fields.hpp>

#include <cstddef>
#include <string_view>

namespace tc3::inline v0_1 {

class binary_view;
class encoder;

/// A text that comes in pieces of whole characters, on its way through code that knows no types.
struct text_source {
    void* text;
    bool (*write)(void* text, sink_ref pieces);  ///< false: it is no valid text
};

/// How values are written where they do not go to a service: see redact.hpp. A program that only asks links none of it.
struct encoder_rules {
    void (*write_object)(encoder& out, writing_table fields, const void* object);
    void (*write_string)(encoder& out, std::string_view text);
    void (*write_pieces)(encoder& out, const text_source& text);
    void (*write_binary)(encoder& out, const binary_view& value);
    bool (*wants_element)(encoder& out, std::size_t position, std::size_t size);  ///< false: this one and those behind it are left out
};

/// Writes an input. Unset optional fields are left out; a required one that is unset, text that is not UTF-8, or structs nested deeper
/// than a reader takes, are faults, unless there are rules that say otherwise.
class encoder {
public:
    /// Both arguments must outlive the encoder.
    explicit encoder(sink_ref out, const encoder_rules* rules = nullptr) noexcept : target_(out), json_(target_), rules_(rules) {}
    encoder(const encoder&) = delete;
    encoder& operator=(const encoder&) = delete;

    void write_object(writing_table fields, const void* object);

    /// Writes a text that stands in one piece.
    void write_string(std::string_view text) {
        if (rules_ != nullptr) return rules_->write_string(*this, text);
        json_.string(text);
    }

    /// Writes a text that comes in pieces of whole characters: `write_to(sink_ref)` hands them over, and says whether they are all.
    template <class Write>
    void write_text(Write write_to) {
        if (rules_ != nullptr) {
            const auto write = [](void* text, sink_ref to) { return (*static_cast<Write*>(text))(to); };
            return rules_->write_pieces(*this, {&write_to, write});
        }
        text_pieces pieces{json_};
        json_.begin_string();
        const bool complete = write_to(sink_ref(pieces));
        json_.end_string();
        if (!complete) fail({.code = errc::lone_surrogate, .part = "field"});
    }

    /// Asked before each element of a list.
    [[nodiscard]] bool wants_element(std::size_t position, std::size_t size) {
        return rules_ != nullptr ? rules_->wants_element(*this, position, size) : ok();
    }

    [[nodiscard]] const encoder_rules* rules() const noexcept { return rules_; }
    [[nodiscard]] json::writer<sink_ref>& json() noexcept TC3_LIFETIMEBOUND { return json_; }
    [[nodiscard]] field_path& path() noexcept TC3_LIFETIMEBOUND { return path_; }
    /// Records the first fault; the path stays where it happened.
    void fail(const tc3::error& error) noexcept {
        if (ok()) error_ = error;
    }
    /// Goes on as if nothing had failed: for what is never sent.
    void forget_error() noexcept {
        error_ = {};
        json_.forget_error();
    }
    [[nodiscard]] bool ok() const noexcept { return error_.code == errc::none && json_.ok(); }
    [[nodiscard]] tc3::error error() const noexcept { return error_.code != errc::none ? error_ : json_.error(); }

private:
    struct text_pieces {
        json::writer<sink_ref>& json;
        void append(std::string_view piece) { json.string_piece(piece); }
    };

    static constexpr std::size_t deepest = 64;

    sink_ref target_;
    std::size_t depth_ = 0;
    json::writer<sink_ref> json_;
    field_path path_;
    tc3::error error_;
    const encoder_rules* rules_;
};

inline void encoder::write_object(writing_table fields, const void* object) {
    if (rules_ != nullptr) return rules_->write_object(*this, fields, object);
    if (++depth_ > deepest) return fail({.code = errc::too_deep, .part = "field", .limit = deepest});
    json_.begin_object();
    for (const writing_row& row : fields) {
        if (!ok()) return;
        const std::size_t before = path_.enter(row.wire_name);
        const void* member = static_cast<const char*>(object) + row.offset;
        if (row.is_set(member)) {
            json_.name(row.wire_name);
            row.write(*this, member);
        } else if (row.presence == presence::required) {
            fail({.code = errc::missing, .part = "field"});
        }
        if (ok()) path_.leave(before);
    }
    json_.end_object();
    --depth_;
}

}  // namespace tc3::inline v0_1
