// SPDX-License-Identifier: MIT
// Reads any struct from JSON by its table. Not a template over structs: a program has one copy of this code, whatever it reads.
//
// How strictly it reads is up to its rules: lenient_reading.hpp has those for outputs, strict_reading.hpp those for outputs that must be as
// described, server_rules.hpp those of the service.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/bit_set.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/processor.hpp>
#include <tc3/core/slice.hpp>
#include <tc3/json/read.hpp>
#include <tc3/json/repair.hpp>
#include <tc3/model/deviation_report.hpp>
#include <tc3/model/field_path.hpp>
#include <tc3/model/fields.hpp>
#include <tc3/model/state_ref.hpp>

#include <cstddef>
#include <span>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE {

/// One of the structs that one JSON object is read into: the members of a response belong to the envelope and to the output.
///
/// Lifetime: refers to the table and to the struct.
struct object_part {
    reading_table fields;
    void* object;
};

namespace model_detail {

/// Which fields of an object occurred and which were set, by their index over all parts. Indexes beyond the capacity are not stored: they
/// count as new and as set, so that neither duplicate nor missing fields are noticed.
class field_set {
public:
    static constexpr std::size_t capacity = 256 + 64;  // the largest table, and room for other parts, such as the envelope

    /// Inserts a field. Returns whether it is new.
    constexpr bool insert(std::size_t index) noexcept { return insert_bit(2 * index); }
    /// Marks a field as set.
    constexpr void set(std::size_t index) noexcept { insert_bit(2 * index + 1); }
    /// Returns whether the field was set.
    [[nodiscard]] constexpr bool is_set(std::size_t index) const noexcept { return index >= capacity || bits_.contains(2 * index + 1); }

private:
    constexpr bool insert_bit(std::size_t bit) noexcept {
        if (bit >= 2 * capacity) return true;
        const bool is_new = !bits_.contains(bit);
        bits_.assign(bit, true);
        return is_new;
    }

    bit_set<2 * capacity> bits_;
};

}  // namespace model_detail

class decoder;

/// How a decoder reads, and what it does with what is not as described. Pass lenient_reading, strict_reading or server_rules. A program
/// links the functions of those rules that it names.
struct decoder_rules {
    const json::text_repair* repair;  ///< null: damaged text is an error
    /// Reads the next value, which should be a string, number or boolean, as text.
    bool (*read_scalar)(decoder& in, json::kind expected, json::string_token& text);
    /// Enters the next value, which should be an object or array. Returns false for an error and for a value that stands for an empty one.
    /// Need not be called for a value of the expected type, which all rules enter in the same way.
    bool (*enter)(decoder& in, json::kind expected);
    /// Reads the value of a member. Returns whether the field was set: false for null and for an error.
    bool (*read_member)(decoder& in, const reading_row& row, void* object, bool is_repeated);
    /// Skips the value of a member that no table lists.
    void (*read_unknown_member)(decoder& in, const json::string_token& name);
    /// Checks an object after its last member; may be null.
    void (*check_object)(decoder& in, std::span<const object_part> parts, const model_detail::field_set& fields);
    /// Checks the text of bytes, which was read from byte `start` on; may be null.
    void (*check_base64)(decoder& in, std::string_view text, std::size_t start);
};

/// Reads structs and values from a JSON document.
///
/// Errors: those of json::reader; wrong_type; duplicate for a member that a table lists and that occurs twice; too_many for more than
/// most_elements; not_stored if a storage has no memory. Which of them occur, the rules decide. path() names the field.
class decoder {
public:
    /// The most elements that all lists of a document may have together. An element of two bytes can need hundreds of bytes in memory.
    static constexpr std::size_t most_elements = 100'000;

    /// Makes a decoder. `state` must refer to the state of the storage that is read into, if it has one. `report` may be null.
    ///
    /// Lifetime: refers to all arguments.
    decoder(std::string_view text TC3_LIFETIMEBOUND, const decoder_rules& rules TC3_LIFETIMEBOUND, state_ref state = {},
            deviation_report* report = nullptr) noexcept
        : json_(text, {}, rules.repair), state_(state), rules_(rules), report_(report) {}
    decoder(const decoder&) = delete;
    decoder& operator=(const decoder&) = delete;

    /// Reads the next value, an object, into several structs. A member goes to the first struct whose table lists it. Of several structs
    /// the second one is expected to have most members.
    void read_object(std::span<const object_part> parts);
    /// Reads the next value, an object, into one struct.
    void read_object(reading_table fields, void* object) {
        const object_part part{fields, object};
        read_object({&part, 1});
    }
    /// Reads the next value, a string, number or boolean, as text. The rules may allow another type than the expected one.
    bool read_scalar(json::kind expected, json::string_token& text) { return rules_.read_scalar(*this, expected, text); }
    /// Reads the next value if it is a string of ASCII without escapes: all rules read those in the same way. Else returns false and
    /// changes nothing: call read_scalar().
    bool read_plain_string(std::string_view& text) noexcept {
        lenient_.expected = json::kind::string;
        return json_.read_plain_string(text);
    }
    /// Reads the next value if it is a plain number that the type has, in the same way.
    template <class Number>
    bool read_plain_number(Number& value) noexcept {
        lenient_.expected = json::kind::number;
        return json_.read_plain_number(value);
    }
    /// Reads plain numbers from the next value on, an element that count_element() has counted, and counts them. See
    /// json::reader::read_plain_elements().
    template <class Number, class Take>
    std::size_t read_plain_elements(Take take) {
        lenient_.expected = json::kind::number;
        const std::size_t counted = elements_ - 1;
        const std::size_t count = json_.read_plain_elements<Number>(most_elements - counted, take);
        if (count != 0) elements_ = counted + count;
        return count;
    }
    /// Enters the next value, an array. Returns false for an error and, if the rules allow such a value, for one that stands for an empty
    /// list.
    bool begin_array() { return enter(json::kind::array); }

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
    /// Checks the text of bytes, which was read from byte `start` on, if the rules do.
    void check_base64(std::string_view text, std::size_t start) {
        if (ok() && rules_.check_base64 != nullptr) rules_.check_base64(*this, text, start);
    }
    /// Returns the report to add deviations to, or null.
    [[nodiscard]] deviation_report* report() const noexcept { return report_; }

    /// What lenient_reading keeps between two values.
    struct lenient_state {
        json::kind expected = json::kind::none;  ///< the type that was read or entered last
        bool is_exact = false;                   ///< whether the current field is read exactly
        bool is_fatal = false;                   ///< whether the error is in a field that has no unset state
    };
    [[nodiscard]] lenient_state& lenient() noexcept TC3_LIFETIMEBOUND { return lenient_; }

private:
    struct field_position {
        const reading_row* row = nullptr;  // null: no table lists the member
        void* object = nullptr;
        std::size_t index = 0;  // over all parts
    };
    [[nodiscard]] static field_position find(const std::span<const object_part>& parts, const json::string_token& name) noexcept;
    /// The part of an object whose fields usually come next, and the fields of the part before it, which go first.
    struct expected_part {
        const object_part& part;
        reading_table before;
    };
    /// Advances to the next member if it is the field that usually comes next, by its index over all parts, and is spelled as usual. Else
    /// returns false and changes nothing.
    bool next_field(const expected_part& expected, std::size_t index, field_position& field) noexcept;
    /// Advances to the next member and finds its field.
    bool next_field(const std::span<const object_part>& parts, json::string_token& name, field_position& field) noexcept;
    /// Enters the next value, which should be an object or array, as begin_array() does.
    bool enter(json::kind expected) {
        if constexpr (has_wide_registers) {
            lenient_.expected = expected;
            if (json_.begin_if(expected)) return true;
        }
        return rules_.enter(*this, expected);
    }

    json::reader json_;
    field_path path_;
    state_ref state_;
    const decoder_rules& rules_;
    deviation_report* report_;
    lenient_state lenient_;
    std::size_t elements_ = 0;
};

}  // namespace tc3::inline TC3_NAMESPACE

#if defined(TC3_BODIES)

namespace tc3::inline TC3_NAMESPACE {

TC3_FUNCTION void decoder::read_object(std::span<const object_part> parts) {
    model_detail::field_set fields;
    if (!enter(json::kind::object)) return;
    // Services send members in the order of their description.
    const bool has_several = parts.size() > 1;
    const object_part& usual = parts[has_several ? 1 : 0];
    const expected_part expected{usual, {parts[0].fields.data(), has_several ? parts[0].fields.size() : 0}};
    std::size_t next = expected.before.size();
    json::string_token name;
    field_position field;
    while ((has_wide_registers && next_field(expected, next, field)) || next_field(parts, name, field)) {
        if (field.row == nullptr) {
            rules_.read_unknown_member(*this, name);
            continue;
        }
        next = field.index + 1;
        const field_path::step step(path_, field.row->wire_name);
        const bool is_repeated = !fields.insert(field.index);
        if (rules_.read_member(*this, *field.row, field.object, is_repeated)) fields.set(field.index);
        if (!ok()) return path_.keep();
    }
    if (ok() && rules_.check_object != nullptr) rules_.check_object(*this, parts, fields);
}

TC3_FUNCTION bool decoder::next_field(const expected_part& expected, std::size_t index, field_position& field) noexcept {
    if (index - expected.before.size() >= expected.part.fields.size()) return false;
    const reading_row& row = expected.part.fields[index - expected.before.size()];
    for (const reading_row& other : expected.before) {
        if (equal(row.wire_name, other.wire_name)) return false;
    }
    if (!row.has_plain_name || !json_.next_member_named(row.wire_name)) return false;
    field = {&row, expected.part.object, index};
    return true;
}

TC3_FUNCTION bool decoder::next_field(const std::span<const object_part>& parts, json::string_token& name, field_position& field) noexcept {
    if (!json_.next_member(name)) return false;
    field = find(parts, name);
    return true;
}

TC3_FUNCTION decoder::field_position decoder::find(const std::span<const object_part>& parts, const json::string_token& name) noexcept {
    std::size_t index = 0;
    for (const object_part& part : parts) {
        for (const reading_row& row : part.fields) {
            if (name == row.wire_name) return {&row, part.object, index};
            ++index;
        }
    }
    return {};
}

}  // namespace tc3::inline TC3_NAMESPACE

#endif  // TC3_BODIES
