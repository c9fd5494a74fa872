// SPDX-License-Identifier: MIT
// Reads any struct from JSON by its table. Not a template over structs: a program has one copy of this code, whatever it reads.
//
// A decoder without rules reads outputs, as a client does: it accepts what the service may add or misspell. With the rules of
// server_rules.hpp it reads inputs as the service does.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/bit_set.hpp>
#include <tc3/core/error.hpp>
#include <tc3/json/read.hpp>
#include <tc3/model/field_path.hpp>
#include <tc3/model/fields.hpp>
#include <tc3/model/state_ref.hpp>

#include <cstddef>
#include <span>
#include <string_view>

namespace tc3::inline v0_1 {

/// One of the structs that one JSON object is read into: the members of a response belong to the envelope and to the output.
///
/// Lifetime: refers to the table and to the struct.
struct object_part {
    reading_table fields;
    void* object;
};

namespace model_detail {

/// A set of fields of an object, by their index over all parts. Indexes beyond the capacity are not stored: for
/// them both functions return true, so that neither duplicate nor missing fields are noticed.
class field_set {
public:
    static constexpr std::size_t capacity = 256 + 64;  // the largest table, and room for other parts, such as the envelope

    /// Returns whether the field is new.
    constexpr bool insert(std::size_t index) noexcept {
        if (index >= capacity) return true;
        const bool is_new = !bits_.contains(index);
        bits_.assign(index, true);
        return is_new;
    }
    /// Returns whether the field was inserted.
    [[nodiscard]] constexpr bool contains(std::size_t index) const noexcept { return index >= capacity || bits_.contains(index); }

private:
    bit_set<capacity> bits_;
};

}  // namespace model_detail

class decoder;

/// The checks of a server. A program that only reads outputs links none of it.
struct decoder_rules {
    void (*on_unknown_member)(decoder& in, const json::string_token& name);       ///< a member that no table lists
    void (*check_value)(decoder& in, const reading_row& row, std::size_t start);  ///< a value that was read from byte `start` on
    void (*check_object)(decoder& in, std::span<const object_part> parts,         ///< an object after its last member
                         const model_detail::field_set& fields_set);
    void (*check_base64)(decoder& in, std::string_view text, std::size_t start);  ///< the text of bytes, read from byte `start` on
};

/// Reads structs and values from a JSON document. A member that is null or absent leaves its field unchanged. Without rules unknown members
/// are skipped, and no field is required.
///
/// Errors: those of json::reader; wrong_type; duplicate for a member that a table lists and that occurs twice; too_many for more than
/// most_elements; not_stored if a storage has no memory. path() names the field.
class decoder {
public:
    /// The most elements that all lists of a document may have together. An element of two bytes can need hundreds of bytes in memory.
    static constexpr std::size_t most_elements = 100'000;

    /// Makes a decoder without rules if `rules` is null. `state` must refer to the state of the storage that is read into, if it has one.
    ///
    /// Lifetime: refers to all arguments.
    explicit decoder(std::string_view text TC3_LIFETIMEBOUND, state_ref state = {}, const decoder_rules* rules = nullptr) noexcept
        : json_(text), state_(state), rules_(rules) {}
    decoder(std::string_view text TC3_LIFETIMEBOUND, const decoder_rules* rules) noexcept : decoder(text, {}, rules) {}
    decoder(const decoder&) = delete;
    decoder& operator=(const decoder&) = delete;

    /// Reads the next value, an object, into several structs. A member goes to the first struct whose table lists it.
    void read_object(std::span<const object_part> parts);
    /// Reads the next value, an object, into one struct.
    void read_object(reading_table fields, void* object) {
        const object_part part{fields, object};
        read_object({&part, 1});
    }

    [[nodiscard]] json::reader& json() noexcept TC3_LIFETIMEBOUND { return json_; }
    [[nodiscard]] const json::reader& json() const noexcept TC3_LIFETIMEBOUND { return json_; }
    [[nodiscard]] field_path& path() noexcept TC3_LIFETIMEBOUND { return path_; }
    [[nodiscard]] const field_path& path() const noexcept TC3_LIFETIMEBOUND { return path_; }
    [[nodiscard]] state_ref state() const noexcept { return state_; }
    [[nodiscard]] bool ok() const noexcept { return json_.ok(); }
    /// Counts an element of a list. Returns false, with the error too_many, if there are more than most_elements.
    bool count_element() {
        if (++elements_ <= most_elements) return true;
        return json_.fail(
            {.code = errc::too_many, .part = "body", .position = json_.position(), .needed = elements_, .limit = most_elements});
    }
    /// Checks the text of bytes, which was read from byte `start` on. Only a server does so.
    void check_base64(std::string_view text, std::size_t start) {
        if (ok() && rules_ != nullptr) rules_->check_base64(*this, text, start);
    }
    /// Returns whether there are rules: a server accepts documented types only, a client also numbers in a string.
    [[nodiscard]] bool reads_as_server() const noexcept { return rules_ != nullptr; }

private:
    struct field_position {
        const reading_row* row = nullptr;  // null: no table lists the member
        void* object = nullptr;
        std::size_t index = 0;  // over all parts
    };
    [[nodiscard]] static field_position find(std::span<const object_part> parts, const json::string_token& name) noexcept;
    void skip_unknown(const json::string_token& name);
    /// Returns whether the field was set: false for null and for an error.
    bool read_field(const field_position& field);

    json::reader json_;
    field_path path_;
    state_ref state_;
    const decoder_rules* rules_;
    std::size_t elements_ = 0;
};

inline void decoder::read_object(std::span<const object_part> parts) {
    model_detail::field_set seen;
    model_detail::field_set fields_set;
    if (!json_.begin_object()) return;
    json::string_token name;
    while (json_.next_member(name)) {
        const field_position field = find(parts, name);
        if (field.row == nullptr) {
            skip_unknown(name);
            continue;
        }
        const std::size_t outer = path_.enter(field.row->wire_name);
        if (!seen.insert(field.index)) json_.fail(errc::duplicate, json_.position());
        if (ok() && read_field(field)) fields_set.insert(field.index);
        if (!ok()) return;  // the path keeps the field
        path_.return_to(outer);
    }
    if (ok() && rules_ != nullptr) rules_->check_object(*this, parts, fields_set);
}

inline void decoder::skip_unknown(const json::string_token& name) {
    if (rules_ != nullptr) rules_->on_unknown_member(*this, name);
    if (ok()) json_.skip_value();
}

inline decoder::field_position decoder::find(std::span<const object_part> parts, const json::string_token& name) noexcept {
    std::size_t index = 0;
    for (const object_part& part : parts) {
        for (const reading_row& row : part.fields) {
            if (name == row.wire_name) return {&row, part.object, index};
            ++index;
        }
    }
    return {};
}

inline bool decoder::read_field(const field_position& field) {
    if (json_.peek() == json::kind::null) {
        json_.read_null();
        return false;
    }
    const std::size_t start = json_.position();
    field.row->read(*this, field.object);
    if (ok() && rules_ != nullptr) rules_->check_value(*this, *field.row, start);
    return ok();
}

}  // namespace tc3::inline v0_1
