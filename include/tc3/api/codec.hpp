// SPDX-License-Identifier: MIT
// Structs to JSON and back by their tables. The two object loops are plain functions over untyped tables: they exist once in a program,
// however many structs there are.
#pragma once

#include <tc3/api/field_path.hpp>
#include <tc3/api/fields.hpp>
#include <tc3/api/storage.hpp>
#include <tc3/core/ascii.hpp>
#include <tc3/json/number.hpp>
#include <tc3/json/read.hpp>
#include <tc3/json/write.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace tc3::inline v0_1 {

/// Writes a question. Unset optional fields are left out; a required one that is unset, or text that is not UTF-8, is a fault.
class encoder {
public:
    explicit encoder(sink_ref out) noexcept : target_(out), json_(target_) {}
    encoder(const encoder&) = delete;
    encoder& operator=(const encoder&) = delete;

    void write_object(field_table fields, const void* object);

    [[nodiscard]] json::writer<sink_ref>& json() noexcept TC3_LIFETIMEBOUND { return json_; }
    [[nodiscard]] field_path& path() noexcept TC3_LIFETIMEBOUND { return path_; }
    /// Records the first fault; the path stays where it happened.
    void fail(const tc3::error& fault) noexcept {
        if (ok()) fault_ = fault;
    }
    [[nodiscard]] bool ok() const noexcept { return fault_.code == errc::none && json_.ok(); }
    [[nodiscard]] tc3::error fault() const noexcept { return fault_.code != errc::none ? fault_ : json_.fault(); }

private:
    sink_ref target_;
    json::writer<sink_ref> json_;
    field_path path_;
    tc3::error fault_;
};

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
    static constexpr std::size_t room = 512;

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
    explicit decoder(std::string_view text, strictness rules = strictness::client, json::limits limits = {}) noexcept
        : json_(text, limits), rules_(rules) {}
    decoder(const decoder&) = delete;
    decoder& operator=(const decoder&) = delete;

    void read_object(std::span<const object_part> parts);

    [[nodiscard]] json::reader& json() noexcept TC3_LIFETIMEBOUND { return json_; }
    [[nodiscard]] field_path& path() noexcept TC3_LIFETIMEBOUND { return path_; }
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
    strictness rules_;
};

/// How a text type is filled from JSON and seen as text. Specialise it for an engine's own string.
template <class Text>
struct text_traits;

/// How values of a type go to JSON and back. Specialised below for the kinds of field that the API has.
template <class T>
struct value_codec;

template <class T>
concept text_type = requires { text_traits<T>::is_text; };

/// Writes one described struct as a JSON object.
template <described Struct>
void write_struct(encoder& out, const Struct& value) {
    out.write_object(fields_of<Struct>, &value);
}

/// Reads one described struct from a JSON object.
template <described Struct>
void read_struct(decoder& in, Struct& value) {
    const object_part part{fields_of<Struct>, &value};
    in.read_object({&part, 1});
}

template <>
struct text_traits<std::string> {
    static constexpr bool is_text = true;
    [[nodiscard]] static std::string_view view(const std::string& text) noexcept { return text; }
    static void assign(decoder&, std::string& text, const json::string_token& token) {
        text.clear();
        text.reserve(token.size());
        token.write(text);
    }
};

// ---- the two loops -------------------------------------------------------------------------------------------------------------

inline void encoder::write_object(field_table fields, const void* object) {
    json_.begin_object();
    for (const field& row : fields) {
        if (!ok()) return;
        const std::size_t before = path_.enter(row.wire_name);
        // The accessor only adds an offset; it is shared with the reader, which needs a mutable member.
        const void* member = row.member(const_cast<void*>(object));
        if (row.type->is_set(member)) {
            json_.name(row.wire_name);
            row.type->write(*this, member);
        } else if (row.presence == presence::required) {
            fail({.code = errc::missing, .where = part::field});
        }
        if (ok()) path_.leave(before);
    }
    json_.end_object();
}

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
    const bool plain = text.size() <= 64 && ascii::find_not(text, ascii::is_visible) == std::string_view::npos;
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

inline void decoder::expect_allowed(const field& row) {
    json::reader ahead = json_;
    json::string_token value;
    if (!ahead.read_string(value)) return;  // another type: the read itself will say so
    for (const literal allowed : row.allowed) {
        if (value == allowed.view()) return;
    }
    json_.fail(errc::not_allowed, json_.position());
}

// ---- the kinds of field --------------------------------------------------------------------------------------------------------

template <text_type Text>
struct value_codec<Text> {
    static bool is_set(const Text&) noexcept { return true; }
    static void write(encoder& out, const Text& value) { out.json().string(text_traits<Text>::view(value)); }
    static void read(decoder& in, Text& value) {
        json::string_token token;
        if (in.json().read_string(token)) text_traits<Text>::assign(in, value, token);
    }
};

template <>
struct value_codec<bool> {
    static bool is_set(bool) noexcept { return true; }
    static void write(encoder& out, bool value) { out.json().boolean(value); }
    static void read(decoder& in, bool& value) { in.json().read_boolean(value); }
};

template <std::integral Integer>
struct value_codec<Integer> {
    static bool is_set(Integer) noexcept { return true; }
    static void write(encoder& out, Integer value) { out.json().number(value); }
    static void read(decoder& in, Integer& value) {
        const std::size_t at = in.json().position();
        json::number_token token;
        if (!in.json().read_number(token)) return;
        if constexpr (std::is_signed_v<Integer>) {
            assign(in, value, token.to_int64(), at);
        } else {
            assign(in, value, token.to_uint64(), at);
        }
    }

private:
    template <class Wide>
    static void assign(decoder& in, Integer& value, const result<Wide, error>& wide, std::size_t at) {
        using limits = std::numeric_limits<Integer>;
        if (!wide) {
            in.json().fail(wide.error().code, at);
        } else if (*wide < (limits::min)() || *wide > (limits::max)()) {
            in.json().fail(errc::out_of_range, at);
        } else {
            value = static_cast<Integer>(*wide);
        }
    }
};

/// The service has sent numbers as text ("Sim":"89.88"): both spellings are read.
template <>
struct value_codec<double> {
    static bool is_set(double) noexcept { return true; }
    static void write(encoder& out, double value) { out.json().number(value); }
    static void read(decoder& in, double& value) {
        const std::size_t at = in.json().position();
        const std::string_view text = token_text(in);
        if (!in.ok()) return;
        const auto read = json::to_double(text);
        if (read) {
            value = *read;
        } else {
            in.json().fail(read.error().code == errc::bad_number ? errc::wrong_type : read.error().code, at);
        }
    }

private:
    static std::string_view token_text(decoder& in) {
        if (in.json().peek() == json::kind::string) {
            json::string_token token;
            return in.json().read_string(token) ? token.raw() : std::string_view{};
        }
        json::number_token token;
        return in.json().read_number(token) ? token.text() : std::string_view{};
    }
};

template <>
struct value_codec<binary> {
    static bool is_set(const binary& value) noexcept { return !value.empty(); }
    static void write(encoder& out, const binary& value) {
        if (value.is_base64()) {
            out.json().string(value.data());
        } else {
            out.json().base64(value.data());
        }
    }
    static void read(decoder& in, binary& value) {
        std::string text;
        value_codec<std::string>::read(in, text);
        value = binary::base64(std::move(text));
    }
};

template <described Struct>
struct value_codec<Struct> {
    static bool is_set(const Struct&) noexcept { return true; }
    static void write(encoder& out, const Struct& value) { write_struct(out, value); }
    static void read(decoder& in, Struct& value) { read_struct(in, value); }
};

/// std::optional and box alike: what holds one value or none.
template <class T>
concept optional_like = requires(T& value) {
    typename T::value_type;
    value.has_value();
    *value;
    value.emplace();
};

template <optional_like Optional>
struct value_codec<Optional> {
    using inner = value_codec<typename Optional::value_type>;
    static bool is_set(const Optional& value) { return value.has_value() && inner::is_set(*value); }
    static void write(encoder& out, const Optional& value) { inner::write(out, *value); }
    static void read(decoder& in, Optional& value) { inner::read(in, value.emplace()); }
};

/// A list; an empty one counts as unset. An element that is null becomes a fresh value.
template <class T>
struct value_codec<std::vector<T>> {
    using inner = value_codec<T>;
    static bool is_set(const std::vector<T>& values) noexcept { return !values.empty(); }
    static void write(encoder& out, const std::vector<T>& values) {
        out.json().begin_array();
        for (std::size_t i = 0; i < values.size() && out.ok(); ++i) {
            const std::size_t before = out.path().enter(i);
            inner::write(out, values[i]);
            if (out.ok()) out.path().leave(before);
        }
        out.json().end_array();
    }
    static void read(decoder& in, std::vector<T>& values) {
        values.clear();
        if (!in.json().begin_array()) return;
        while (in.json().next_element()) {
            const std::size_t before = in.path().enter(values.size());
            T& value = values.emplace_back();
            if (in.json().peek() == json::kind::null) {
                in.json().read_null();
            } else {
                inner::read(in, value);
            }
            if (!in.ok()) return;
            in.path().leave(before);
        }
    }
};

namespace detail {

template <class Member>
inline constexpr codec codec_for{
    .is_set = [](const void* value) { return value_codec<Member>::is_set(*static_cast<const Member*>(value)); },
    .write = [](encoder& out, const void* value) { value_codec<Member>::write(out, *static_cast<const Member*>(value)); },
    .read = [](decoder& in, void* value) { value_codec<Member>::read(in, *static_cast<Member*>(value)); },
};

}  // namespace detail

template <class Member>
constexpr const codec* codec_of() noexcept {
    return &detail::codec_for<Member>;
}

}  // namespace tc3::inline v0_1
