// SPDX-License-Identifier: MIT
// The table of a struct's fields: wire name, member, presence, sensitivity. It stands outside the struct, and everything that reads,
// writes or checks a struct reads this one table.
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

namespace tc3::inline v0_1 {

class encoder;
class decoder;

enum class presence : std::uint8_t { optional, required };

/// How a program that prints a field should treat it. write_redacted() shows `open` fields and masks all others; a field without a mark
/// counts as personal.
enum class sensitivity : std::uint8_t { unmarked, open, personal, biometric, secret };

/// What a server refuses beyond a wrong type. A client sends what it is given, so that a new value works with an old client.
struct value_limits {
    std::span<const literal> allowed = {};  ///< the closed set of a text, or of a whole number in decimal digits; empty: any
    std::int64_t least = (std::numeric_limits<std::int64_t>::min)();  ///< of a whole number, both ends allowed
    std::int64_t most = (std::numeric_limits<std::int64_t>::max)();
    std::size_t shortest = 0;  ///< of a text, in bytes; of bytes, in characters of base64
    std::size_t longest = (std::numeric_limits<std::size_t>::max)();
};

/// Limits for field::limited. For lists they are those of each element.
template <const auto& Values>
inline constexpr value_limits one_of{.allowed = Values};
template <std::int64_t Least, std::int64_t Most>
inline constexpr value_limits between{.least = Least, .most = Most};
template <std::size_t Shortest, std::size_t Longest>
inline constexpr value_limits text_size{.shortest = Shortest, .longest = Longest};

/// What is known of one field. Made by field_of, refined by the functions that return a changed copy.
struct field {
    std::string_view wire_name;
    tc3::presence presence = presence::optional;
    tc3::sensitivity sensitivity = sensitivity::unmarked;
    std::uint32_t offset = 0;  ///< of the member, where the row was made from one
    const value_limits* limits = nullptr;
};

/// A field with the way to its member. `Access` has static functions `is_set`, `write` and `read`.
template <class Access>
struct member_field : field {
    /// A request without it is refused before it is sent.
    [[nodiscard]] constexpr member_field required() const noexcept {
        member_field changed = *this;
        changed.presence = presence::required;
        return changed;
    }
    [[nodiscard]] constexpr member_field marked(tc3::sensitivity mark) const noexcept {
        member_field changed = *this;
        changed.sensitivity = mark;
        return changed;
    }
    /// `.limited(one_of<colour::all>)`, `.limited(between<1, 5>)`, `.limited(text_size<0, 1000>)`.
    [[nodiscard]] constexpr member_field limited(const value_limits& to TC3_LIFETIMEBOUND) const noexcept {
        member_field changed = *this;
        changed.limits = &to;
        return changed;
    }
    member_field limited(value_limits&&) const = delete;
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

/// Ways to a member, defined in codec.hpp.
template <auto Member, class Owner>
struct through_pointer;
template <class Type>
struct at_offset;

}  // namespace model_detail

/// One row: `field_of<&zone::zone_id>("ZoneId")`. A member that a struct inherits needs the struct beside it:
/// `field_of<&zone::zone_id, my_zone>("ZoneId")`.
template <auto Member, class Owner = typename model_detail::member_traits<Member>::object>
[[nodiscard]] constexpr member_field<model_detail::through_pointer<Member, Owner>> field_of(std::string_view wire_name) noexcept {
    return {{.wire_name = wire_name}};
}

/// The same for tables that a program writes: `field_at_offset<decltype(zone::zone_id)>("ZoneId", offsetof(zone, zone_id))`. All members of
/// a type share their code, which makes large structs small; nothing sees whether type and offset are those of one member.
template <class Type>
[[nodiscard]] constexpr member_field<model_detail::at_offset<Type>> field_at_offset(std::string_view wire_name,
                                                                                    std::size_t offset) noexcept {
    return {{.wire_name = wire_name, .offset = static_cast<std::uint32_t>(offset)}};
}

/// The table itself: `field_table(row, row)`, or `field_table{row, row}` with a comma behind each.
template <class... Accesses>
class field_table {
public:
    static_assert(sizeof...(Accesses) <= 256, "a table holds at most 256 fields");

    constexpr field_table(member_field<Accesses>... rows) noexcept : rows_{rows...} {}  // NOLINT: a list of one is a list

    [[nodiscard]] static constexpr std::size_t size() noexcept { return sizeof...(Accesses); }
    [[nodiscard]] static constexpr bool empty() noexcept { return size() == 0; }
    [[nodiscard]] constexpr const field& operator[](std::size_t position) const noexcept { return rows_[position]; }
    [[nodiscard]] constexpr const field* begin() const noexcept { return rows_.data(); }
    [[nodiscard]] constexpr const field* end() const noexcept { return rows_.data() + size(); }

    /// The same rows with the functions that one direction needs, made by `Row::template of<Access>(facts)`.
    template <class Row>
    [[nodiscard]] constexpr std::array<Row, sizeof...(Accesses)> rows_for() const noexcept {
        std::size_t next = 0;
        return {Row::template of<Accesses>(rows_[next++])...};
    }

private:
    std::array<field, sizeof...(Accesses)> rows_;
};

/// The fields of a struct, by a specialisation:
/// `template <> inline constexpr auto tc3::fields_of<zone> = tc3::field_table(tc3::field_of<&zone::zone_id>("ZoneId"));`
template <class Struct>
inline constexpr model_detail::no_fields fields_of{};

/// A struct with a table.
template <class T>
concept described = !std::same_as<std::remove_cvref_t<decltype(fields_of<T>)>, model_detail::no_fields>;

// ---- the table of one direction ----------------------------------------------------------------------------------------------------
// A program that only asks needs no code that writes answers or reads inputs: so what is linked is a table for reading, or one for
// writing.

/// A row for reading. Functions take the object that the member is in, plus the offset.
struct reading_row {
    std::string_view wire_name;
    void (*read)(decoder& in, void* member);
    const value_limits* limits;
    std::uint32_t offset;
    tc3::presence presence;

    template <class Access>
    [[nodiscard]] static constexpr reading_row of(const field& facts) noexcept {
        return {facts.wire_name, &Access::read, facts.limits, facts.offset, facts.presence};
    }
};

/// A row for writing.
struct writing_row {
    std::string_view wire_name;
    bool (*is_set)(const void* member);
    void (*write)(encoder& out, const void* member);
    std::uint32_t offset;
    tc3::presence presence;
    tc3::sensitivity sensitivity;

    template <class Access>
    [[nodiscard]] static constexpr writing_row of(const field& facts) noexcept {
        return {facts.wire_name, &Access::is_set, &Access::write, facts.offset, facts.presence, facts.sensitivity};
    }
};

using reading_table = std::span<const reading_row>;
using writing_table = std::span<const writing_row>;

namespace model_detail {

/// A pointer to the member of another struct would reach beyond the object. Rows made from offsets name no struct.
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

/// The table of a struct, looked over at compile time. One without members needs none.
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

template <class Struct>
[[nodiscard]] constexpr reading_table reading_table_of() noexcept {
    return model_detail::table_of<Struct, reading_row>();
}

template <class Struct>
[[nodiscard]] constexpr writing_table writing_table_of() noexcept {
    return model_detail::table_of<Struct, writing_row>();
}

}  // namespace tc3::inline v0_1
