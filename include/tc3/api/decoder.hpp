// SPDX-License-Identifier: MIT
// Reads any struct from JSON by its table. A plain function over untyped tables: it exists once in a program, however many structs there
// are.
#pragma once

#include <tc3/api/field_path.hpp>
#include <tc3/api/fields.hpp>
#include <tc3/api/storage_ref.hpp>
#include <tc3/config.hpp>
#include <tc3/core/ascii.hpp>
#include <tc3/core/literal.hpp>
#include <tc3/json/read.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace tc3::inline v0_1 {

/// One struct that takes members of an object. An object may be read into several: the envelope and the answer share one.
struct object_part {
    field_table fields;
    void* object;
};

/// What a reader does with members that no table knows, and with the rules that are the server's to check.
enum class strictness : std::uint8_t {
    client,  ///< unknown members are skipped, nothing is required: an answer may grow
    server,  ///< unknown members, values outside a closed set and absent required fields are faults
};

namespace detail {

/// One bit for each field of the tables of an object. What lies beyond its room counts as neither met nor required.
class field_set {
public:
    static constexpr std::size_t room = 320;  // a table of 256 and the envelope around it

    /// False when it was in already.
    constexpr bool insert(std::size_t index) noexcept {
        if (index >= room) return true;
        const bool fresh = !contains(index);
        bits_[index / 64] |= std::uint64_t{1} << (index % 64);
        return fresh;
    }
    [[nodiscard]] constexpr bool contains(std::size_t index) const noexcept {
        return index >= room || (bits_[index / 64] >> (index % 64) & 1U) != 0;
    }

private:
    std::array<std::uint64_t, room / 64> bits_{};
};

}  // namespace detail

/// Reads an answer. Members that are null or absent stay unset; a repeated known member and a wrong type are faults.
class decoder {
public:
    /// The text, and the state of the storage that is read into, must outlive the decoder.
    explicit decoder(std::string_view text, strictness rules = strictness::client, storage_ref storage = {}) noexcept
        : json_(text), storage_(storage), rules_(rules) {}
    decoder(const decoder&) = delete;
    decoder& operator=(const decoder&) = delete;

    void read_object(std::span<const object_part> parts);

    [[nodiscard]] json::reader& json() noexcept TC3_LIFETIMEBOUND { return json_; }
    [[nodiscard]] field_path& path() noexcept TC3_LIFETIMEBOUND { return path_; }
    [[nodiscard]] storage_ref storage() const noexcept { return storage_; }
    [[nodiscard]] bool ok() const noexcept { return json_.ok(); }

private:
    struct target {
        const field* row = nullptr;
        void* object = nullptr;
        std::size_t index = 0;  // over all parts
    };
    [[nodiscard]] static target find(std::span<const object_part> parts, const json::string_token& name) noexcept;
    void pass_unknown(const json::string_token& name);
    /// False for null, which leaves the member unset.
    bool read_member(const target& to);
    void expect_allowed(const field& row);
    void expect_required(std::span<const object_part> parts, const detail::field_set& filled);

    json::reader json_;
    field_path path_;
    storage_ref storage_;
    strictness rules_;
};

inline void decoder::read_object(std::span<const object_part> parts) {
    detail::field_set met;
    detail::field_set filled;
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
    if (ok() && rules_ == strictness::server) expect_required(parts, filled);
}

inline void decoder::pass_unknown(const json::string_token& name) {
    if (rules_ == strictness::client) {
        json_.skip_value();
        return;
    }
    // A name from outside is repeated only if it reads like one.
    const std::string_view text = name.raw();
    const bool plain = !text.empty() && text.size() <= 64 && ascii::find_not(text, ascii::is_visible) == std::string_view::npos;
    static_cast<void>(path_.enter(plain ? text : std::string_view("a member")));
    json_.fail(errc::unknown_member, json_.position());
}

inline void decoder::expect_required(std::span<const object_part> parts, const detail::field_set& filled) {
    std::size_t index = 0;
    for (const object_part& part : parts) {
        for (const field& row : part.fields) {
            const bool absent = !filled.contains(index++);
            if (!absent || row.presence != presence::required) continue;
            static_cast<void>(path_.enter(row.wire_name));
            json_.fail(errc::missing, json_.position());
            return;
        }
    }
}

inline decoder::target decoder::find(std::span<const object_part> parts, const json::string_token& name) noexcept {
    std::size_t index = 0;
    for (const object_part& part : parts) {
        for (const field& row : part.fields) {
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
    if (rules_ == strictness::server && !to.row->allowed.empty()) expect_allowed(*to.row);
    if (ok()) to.row->type->read(*this, to.row->member(to.object));
    return ok();
}

namespace detail {

[[nodiscard]] inline bool is_one_of(const json::string_token& value, std::span<const literal> allowed) noexcept {
    for (const literal each : allowed) {
        if (value == each.view()) return true;
    }
    return false;
}

}  // namespace detail

/// Looks ahead at a text, or at each text of a list. Of other types the read itself will say that they are wrong.
inline void decoder::expect_allowed(const field& row) {
    json::reader ahead = json_;
    json::string_token value;
    if (ahead.peek() == json::kind::string) {
        if (ahead.read_string(value) && !detail::is_one_of(value, row.allowed)) json_.fail(errc::not_allowed, json_.position());
        return;
    }
    if (ahead.peek() != json::kind::array || !ahead.begin_array()) return;
    while (ahead.next_element()) {
        const std::size_t at = ahead.position();
        if (!ahead.read_string(value)) return;
        if (!detail::is_one_of(value, row.allowed)) json_.fail(errc::not_allowed, at);
    }
}

}  // namespace tc3::inline v0_1
