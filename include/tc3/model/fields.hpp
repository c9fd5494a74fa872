// SPDX-License-Identifier: MIT
// The field table of a struct: wire name, member, presence, sensitivity and limits of each field. The table is outside its struct, and all
// code that reads, writes or checks the struct uses it.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/literal.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string_view>
#include <type_traits>

namespace tc3::inline TC3_NAMESPACE {

class encoder;
class decoder;

/// Whether a field may be left out of a request.
enum class presence : std::uint8_t { optional, required };

/// How sensitive a field is in a log. write_redacted() shows `open` fields and masks all others. Treat `unmarked` as personal.
enum class sensitivity : std::uint8_t { unmarked, open, personal, biometric, secret };

/// What lenient reading may do with a field (lenient_reading.hpp).
enum class leniency : std::uint8_t {
    full,   ///< converts a value of another type; of a repeated name the first value counts
    once,   ///< converts a value of another type; a repeated name leaves the field unset
    exact,  ///< takes only the described type, and text that is not damaged: for what decides something
};

/// The values that a server accepts (server_rules.hpp). A client does not check them, so that an old client can send a new value.
struct value_limits {
    std::span<const literal> allowed = {};  ///< all values of a text, or of an integer in decimal; empty: any value
    std::int64_t least = (std::numeric_limits<std::int64_t>::min)();  ///< smallest integer
    std::int64_t most = (std::numeric_limits<std::int64_t>::max)();   ///< largest integer
    std::size_t shortest = 0;                                         ///< smallest size: bytes of a text, characters of base64
    std::size_t longest = (std::numeric_limits<std::size_t>::max)();  ///< largest size
};

/// Limits for member_field::limited(). For a list they apply to each element.
template <const auto& Values>
inline constexpr value_limits one_of{.allowed = Values};
template <std::int64_t Least, std::int64_t Most>
inline constexpr value_limits between{.least = Least, .most = Most};
template <std::size_t Shortest, std::size_t Longest>
inline constexpr value_limits text_size{.shortest = Shortest, .longest = Longest};

/// The properties of one field that do not depend on its type.
struct field {
    std::string_view wire_name;
    tc3::presence presence = presence::optional;
    tc3::sensitivity sensitivity = sensitivity::unmarked;
    tc3::leniency leniency = leniency::full;
    std::uint32_t offset = 0;  ///< of the member in its struct, for a row of field_at_offset(); else 0
    const value_limits* limits = nullptr;
};

/// A row of a field table, returned by field_of() and field_at_offset(). `Access` has static functions `is_set`, `write` and `read`, and
/// `type`, the type of the member.
template <class Access>
struct member_field : field {
    /// Returns a copy for a required field: a request without it is not sent.
    [[nodiscard]] constexpr member_field required() const noexcept {
        member_field changed = *this;
        changed.presence = presence::required;
        return changed;
    }
    /// Returns a copy with a sensitivity.
    [[nodiscard]] constexpr member_field marked(tc3::sensitivity mark) const noexcept {
        member_field changed = *this;
        changed.sensitivity = mark;
        return changed;
    }
    /// Returns a copy for a field whose name must not be repeated, as a request id: a repeated one leaves it unset.
    [[nodiscard]] constexpr member_field once() const noexcept { return with(leniency::once); }
    /// Returns a copy for a field that decides something, as those that faceid::outcome() reads: a value that is not exactly as described
    /// leaves it unset.
    [[nodiscard]] constexpr member_field exact() const noexcept { return with(leniency::exact); }
    /// Returns a copy with limits: `.limited(one_of<colour::all>)`, `.limited(between<1, 5>)`, `.limited(text_size<0, 1000>)`.
    ///
    /// Lifetime: refers to `accepted`.
    [[nodiscard]] constexpr member_field limited(const value_limits& accepted TC3_LIFETIMEBOUND) const noexcept {
        member_field changed = *this;
        changed.limits = &accepted;
        return changed;
    }
    member_field limited(value_limits&&) const = delete;

private:
    [[nodiscard]] constexpr member_field with(tc3::leniency allowed) const noexcept {
        member_field changed = *this;
        changed.leniency = allowed;
        return changed;
    }
};

namespace model_detail {

struct no_fields {};

template <auto Member>
struct member_traits;

template <class Object, class Type, Type Object::* Member>
struct member_traits<Member> {
    using object = Object;
    using type = Type;
};

/// Access to a member by pointer to member, and by offset. Defined in codec.hpp.
template <auto Member, class Owner>
struct through_pointer;
template <class Type>
struct at_offset;

}  // namespace model_detail

/// Returns a row for a member: `field_of<&zone::zone_id>("ZoneId")`. An inherited member needs the struct too:
/// `field_of<&zone::zone_id, my_zone>("ZoneId")`.
template <auto Member, class Owner = typename model_detail::member_traits<Member>::object>
[[nodiscard]] constexpr member_field<model_detail::through_pointer<Member, Owner>> field_of(std::string_view wire_name) noexcept {
    return {{.wire_name = wire_name}};
}

/// Returns a row for a member at an offset, for generated tables:
/// `field_at_offset<decltype(zone::zone_id)>("ZoneId", offsetof(zone, zone_id))`. `Type` and `offset` must be those of one member; nothing
/// checks this.
///
/// Cost: less code than field_of(), whose functions exist once for each member: here all members of one type share them.
template <class Type>
[[nodiscard]] constexpr member_field<model_detail::at_offset<Type>> field_at_offset(std::string_view wire_name,
                                                                                    std::size_t offset) noexcept {
    return {{.wire_name = wire_name, .offset = static_cast<std::uint32_t>(offset)}};
}

/// A field table: `field_table(row, row)`, or `field_table{row, row,}` where a comma may follow the last row. Each wire name may be in one
/// row only.
template <class... Accesses>
class field_table {
public:
    static_assert(sizeof...(Accesses) <= 256, "a table holds at most 256 fields");

    constexpr field_table(member_field<Accesses>... rows) noexcept : rows_{rows...} {}  // NOLINT: implicit, a row is a table of one row

    [[nodiscard]] static constexpr std::size_t size() noexcept { return sizeof...(Accesses); }
    [[nodiscard]] static constexpr bool empty() noexcept { return size() == 0; }
    [[nodiscard]] constexpr const field& operator[](std::size_t position) const noexcept { return rows_[position]; }
    [[nodiscard]] constexpr const field* begin() const noexcept { return rows_.data(); }
    [[nodiscard]] constexpr const field* end() const noexcept { return rows_.data() + size(); }

    /// Returns the rows for one direction: reading_row or writing_row. A row of your own has the same static function `of<Access>(field)`.
    template <class Row>
    [[nodiscard]] constexpr std::array<Row, sizeof...(Accesses)> rows_for() const noexcept {
        std::size_t next = 0;
        return {Row::template of<Accesses>(rows_[next++])...};
    }

private:
    std::array<field, sizeof...(Accesses)> rows_;
};
template <class... Accesses>
field_table(member_field<Accesses>...) -> field_table<Accesses...>;

/// The field table of a struct. Specialise it to describe a struct:
///
///     template <> inline constexpr auto tc3::fields_of<zone> = tc3::field_table(tc3::field_of<&zone::zone_id>("ZoneId"));
template <class Struct>
inline constexpr model_detail::no_fields fields_of{};

/// A struct with a field table.
template <class T>
concept described = !std::same_as<std::remove_cvref_t<decltype(fields_of<T>)>, model_detail::no_fields>;

namespace model_detail {

template <class Access, class Wanted>
[[nodiscard]] constexpr bool is_exact_unless_other(const field& row) noexcept {
    return !std::is_same_v<Access, Wanted> || row.leniency == leniency::exact;
}

template <class Wanted, class... Accesses>
[[nodiscard]] constexpr bool all_are_exact(const field_table<Accesses...>& table) noexcept {
    std::size_t next = 0;
    return (is_exact_unless_other<Accesses, Wanted>(table[next++]) && ...);
}

}  // namespace model_detail

/// Returns whether a member is read exactly: false if its row of field_of() lacks exact(). A row of field_at_offset() names no member, and
/// is not checked.
template <auto Member, class Struct>
[[nodiscard]] constexpr bool is_read_exactly() noexcept {
    if constexpr (described<Struct>) {
        return model_detail::all_are_exact<model_detail::through_pointer<Member, Struct>>(fields_of<Struct>);
    } else {
        return true;
    }
}

// ---- tables for one direction ------------------------------------------------------------------------------------------------------
// A client writes inputs and reads outputs. With one table for each direction it does not link the code that reads inputs and writes
// outputs. The offset of a row of field_of() is 0: its functions take the address of the object.

namespace model_detail {

[[nodiscard]] constexpr bool is_plain_name(std::string_view name) noexcept {
    for (const char c : name) {
        if (c <= ' ' || c > '~' || c == '"' || c == '\\') return false;
    }
    return true;
}

}  // namespace model_detail

/// A row of a table for reading.
struct reading_row {
    std::string_view wire_name;
    void (*read_at)(decoder& in, void* address);  ///< `address` is that of the object plus `offset`
    const value_limits* limits;
    std::uint32_t offset;
    tc3::presence presence;
    tc3::leniency leniency;
    bool can_be_unset;    ///< see value_codec
    bool has_plain_name;  ///< whether the name needs no escape in JSON and is ASCII

    /// Reads the field of an object.
    void read(decoder& in, void* object) const { read_at(in, static_cast<char*>(object) + offset); }

    template <class Access>
    [[nodiscard]] static constexpr reading_row of(const field& from) noexcept {
        return {from.wire_name, &Access::read, from.limits,          from.offset,
                from.presence,  from.leniency, Access::can_be_unset, model_detail::is_plain_name(from.wire_name)};
    }
};

/// A row of a table for writing.
struct writing_row {
    std::string_view wire_name;
    bool (*is_set_at)(const void* address);               ///< `address` is that of the object plus `offset`
    void (*write_at)(encoder& out, const void* address);  ///< `address` as for is_set_at
    std::uint32_t offset;
    tc3::presence presence;
    tc3::sensitivity sensitivity;

    /// Returns whether the field of an object is set.
    [[nodiscard]] bool is_set(const void* object) const { return is_set_at(static_cast<const char*>(object) + offset); }
    /// Writes the field of an object.
    void write(encoder& out, const void* object) const { write_at(out, static_cast<const char*>(object) + offset); }

    template <class Access>
    [[nodiscard]] static constexpr writing_row of(const field& from) noexcept {
        return {from.wire_name, &Access::is_set, &Access::write, from.offset, from.presence, from.sensitivity};
    }
};

using reading_table = std::span<const reading_row>;
using writing_table = std::span<const writing_row>;

namespace model_detail {

/// Whether an access fits a struct. A pointer to a member of another struct would reach beyond the object; an offset names no struct.
template <class Access, class Struct>
inline constexpr bool may_belong_to = true;
template <auto Member, class Owner, class Struct>
inline constexpr bool may_belong_to<through_pointer<Member, Owner>, Struct> = std::is_same_v<Owner, Struct>;

template <class Struct, class... Accesses>
[[nodiscard]] constexpr bool all_belong_to(const field_table<Accesses...>&) noexcept {
    return (may_belong_to<Accesses, Struct> && ...);
}

template <class Struct, class Row>
inline constexpr auto rows_of = fields_of<Struct>.template rows_for<Row>();

/// Returns the table of a struct for one direction. An empty struct needs no field table.
template <class Struct, class Row>
[[nodiscard]] constexpr std::span<const Row> table_of() noexcept {
    if constexpr (described<Struct>) {
        static_assert(all_belong_to<Struct>(fields_of<Struct>),
                      "a row of fields_of belongs to another struct: an inherited member is written field_of<&base::member, derived>");
        return rows_of<Struct, Row>;
    } else {
        static_assert(std::is_empty_v<Struct>, "this struct has members but no table: specialise tc3::fields_of for it");
        return {};
    }
}

}  // namespace model_detail

/// Returns the table for reading a struct.
template <class Struct>
[[nodiscard]] reading_table reading_table_of() noexcept {
    return model_detail::table_of<Struct, reading_row>();
}

/// Returns the table for writing a struct.
template <class Struct>
[[nodiscard]] writing_table writing_table_of() noexcept {
    return model_detail::table_of<Struct, writing_row>();
}

}  // namespace tc3::inline TC3_NAMESPACE
