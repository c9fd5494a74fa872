// SPDX-License-Identifier: MIT
// Reads any struct from JSON by its table. A plain function over untyped tables: it exists once in a program, however many structs there
// are.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/bit_set.hpp>
#include <tc3/json/read.hpp>
#include <tc3/model/field_path.hpp>
#include <tc3/model/fields.hpp>
#include <tc3/model/storage_ref.hpp>

#include <cstddef>
#include <span>
#include <string_view>

namespace tc3::inline v0_1 {

/// One struct that takes members of an object. An object may be read into several: the envelope and the answer share one.
struct object_part {
    reading_table fields;
    void* object;
};

namespace model_detail {

/// One bit for each field of the tables of an object. What lies beyond its room counts as neither met nor required.
class field_set {
public:
    static constexpr std::size_t room = 320;  // a table of 256 and the envelope around it

    /// False when it was in already.
    constexpr bool insert(std::size_t index) noexcept {
        if (index >= room) return true;
        const bool fresh = !contains(index);
        bits_.assign(index, true);
        return fresh;
    }
    [[nodiscard]] constexpr bool contains(std::size_t index) const noexcept { return index >= room || bits_.contains(index); }

private:
    bit_set<room> bits_;
};

}  // namespace model_detail

class decoder;

/// What is the server's to check, and nothing that an answer must fail for: see server_rules.hpp. A program without a server in it links
/// none of it.
struct decoder_rules {
    void (*on_unknown_member)(decoder& in, const json::string_token& name);       ///< a member that no table knows
    void (*check_value)(decoder& in, const reading_row& row, std::size_t start);  ///< a value that was read, and where it began
    void (*check_object)(decoder& in, std::span<const object_part> parts,         ///< an object, all read
                         const model_detail::field_set& filled);
};

/// Reads any struct. Members that are null or absent stay unset; a repeated known member and a wrong type are faults. Members that no table
/// knows are skipped, and nothing is required, unless there are rules that say otherwise.
class decoder {
public:
    /// All arguments must outlive the decoder: the text, the state of the storage that is read into, the rules.
    explicit decoder(std::string_view text, storage_ref storage = {}, const decoder_rules* rules = nullptr) noexcept
        : json_(text), storage_(storage), rules_(rules) {}
    decoder(std::string_view text, const decoder_rules& rules) noexcept : decoder(text, {}, &rules) {}
    decoder(const decoder&) = delete;
    decoder& operator=(const decoder&) = delete;

    void read_object(std::span<const object_part> parts);
    void read_object(reading_table fields, void* object) {
        const object_part whole{fields, object};
        read_object({&whole, 1});
    }

    [[nodiscard]] json::reader& json() noexcept TC3_LIFETIMEBOUND { return json_; }
    [[nodiscard]] const json::reader& json() const noexcept TC3_LIFETIMEBOUND { return json_; }
    [[nodiscard]] field_path& path() noexcept TC3_LIFETIMEBOUND { return path_; }
    [[nodiscard]] const field_path& path() const noexcept TC3_LIFETIMEBOUND { return path_; }
    [[nodiscard]] storage_ref storage() const noexcept { return storage_; }
    [[nodiscard]] bool ok() const noexcept { return json_.ok(); }
    /// Counts an element of a list. False, and a fault, when there are too many: an element of two bytes can take hundreds in memory.
    bool count_element() {
        if (++elements_ <= most_elements) return true;
        return json_.fail(errc::too_many, elements_, most_elements);
    }
    /// How many elements all lists of a document may have together.
    static constexpr std::size_t most_elements = 100'000;

    /// Whether a server reads: what the service does to clients is not for clients to do.
    [[nodiscard]] bool is_strict() const noexcept { return rules_ != nullptr; }

private:
    struct target {
        const reading_row* row = nullptr;
        void* object = nullptr;
        std::size_t index = 0;  // over all parts
    };
    [[nodiscard]] static target find(std::span<const object_part> parts, const json::string_token& name) noexcept;
    void pass_unknown(const json::string_token& name);
    /// False for null, which leaves the member unset.
    bool read_member(const target& to);

    json::reader json_;
    field_path path_;
    storage_ref storage_;
    const decoder_rules* rules_;
    std::size_t elements_ = 0;
};

inline void decoder::read_object(std::span<const object_part> parts) {
    model_detail::field_set met;
    model_detail::field_set filled;
    if (!json_.begin_object()) return;
    json::string_token name;
    while (json_.next_member(name)) {
        const target to = find(parts, name);
        if (to.row == nullptr) {
            pass_unknown(name);
            continue;
        }
        const std::size_t before = path_.enter(to.row->wire_name);
        if (!met.insert(to.index)) json_.fail(errc::duplicate, json_.position());
        if (ok() && read_member(to)) filled.insert(to.index);
        if (!ok()) return;
        path_.leave(before);
    }
    if (ok() && rules_ != nullptr) rules_->check_object(*this, parts, filled);
}

inline void decoder::pass_unknown(const json::string_token& name) {
    if (rules_ != nullptr) rules_->on_unknown_member(*this, name);
    if (ok()) json_.skip_value();
}

inline decoder::target decoder::find(std::span<const object_part> parts, const json::string_token& name) noexcept {
    std::size_t index = 0;
    for (const object_part& part : parts) {
        for (const reading_row& row : part.fields) {
            if (name == row.wire_name) return {&row, part.object, index};
            ++index;
        }
    }
    return {};
}

inline bool decoder::read_member(const target& to) {
    if (json_.peek() == json::kind::null) {
        json_.read_null();
        return false;
    }
    const std::size_t start = json_.position();
    to.row->read(*this, static_cast<char*>(to.object) + to.row->offset);
    if (ok() && rules_ != nullptr) rules_->check_value(*this, *to.row, start);
    return ok();
}

}  // namespace tc3::inline v0_1
