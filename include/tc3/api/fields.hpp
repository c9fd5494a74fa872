// SPDX-License-Identifier: MIT
// The table of a struct's fields: wire name, member, presence, sensitivity. It stands outside the struct, and everything that reads,
// writes or checks a struct reads this one table.
#pragma once

#include <tc3/api/storage_ref.hpp>
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

/// How a program that prints a field should treat it. tc3 prints none. Fields without a mark count as personal.
enum class sensitivity : std::uint8_t { unmarked, open, personal, biometric, secret };

/// How values of one C++ type go to JSON and back: three functions over an untyped pointer, one set for each type in use.
struct codec {
    bool (*is_set)(const void* value);
    void (*write)(encoder& out, const void* value);
    void (*read)(decoder& in, void* value);
};

/// The codec of a member type; codec.hpp makes them.
template <class Member>
[[nodiscard]] constexpr const codec* codec_of() noexcept;

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

/// One field. Made by field_of, refined by the functions that return a changed copy.
struct field {
    std::string_view wire_name;
    void* (*member)(void* object) noexcept;
    const codec* type;
    const void* owner;  ///< stands for the struct that the member belongs to: see table_of()
    tc3::presence presence = presence::optional;
    tc3::sensitivity sensitivity = sensitivity::unmarked;
    const value_limits* limits = nullptr;

    /// A request without it is refused before it is sent.
    [[nodiscard]] constexpr field required() const noexcept {
        field changed = *this;
        changed.presence = presence::required;
        return changed;
    }
    [[nodiscard]] constexpr field marked(tc3::sensitivity mark) const noexcept {
        field changed = *this;
        changed.sensitivity = mark;
        return changed;
    }
    /// `.limited(one_of<colour::all>)`, `.limited(between<1, 5>)`, `.limited(text_size<0, 1000>)`.
    [[nodiscard]] constexpr field limited(const value_limits& to TC3_LIFETIMEBOUND) const noexcept {
        field changed = *this;
        changed.limits = &to;
        return changed;
    }
    field limited(value_limits&&) const = delete;
};

using field_table = std::span<const field>;

namespace detail {

struct no_fields {};

template <auto Member>
struct member_traits;

template <class Object, class Type, Type Object::* Member>
struct member_traits<Member> {
    using object = Object;
    using type = Type;
};

template <auto Member, class Owner>
[[nodiscard]] inline void* member_of(void* object) noexcept {
    return &(static_cast<Owner*>(object)->*Member);
}

}  // namespace detail

/// One row: `field_of<&zone::zone_id>("ZoneId")`. A member that a struct inherits needs the struct beside it:
/// `field_of<&zone::zone_id, my_zone>("ZoneId")`.
template <auto Member, class Owner = typename detail::member_traits<Member>::object>
[[nodiscard]] constexpr field field_of(std::string_view wire_name) noexcept {
    using member = typename detail::member_traits<Member>::type;
    return field{.wire_name = wire_name,
                 .member = &detail::member_of<Member, Owner>,
                 .type = codec_of<member>(),
                 .owner = &detail::type_mark<Owner>};
}

/// The table itself, of at most 256 fields.
template <std::same_as<field>... Fields>
[[nodiscard]] constexpr std::array<field, sizeof...(Fields)> field_list(Fields... fields) noexcept {
    static_assert(sizeof...(Fields) <= 256, "a table holds at most 256 fields");
    return {fields...};
}

/// The same for a long one: `field_list({row, row})`.
template <std::size_t Size>
[[nodiscard]] constexpr std::array<field, Size> field_list(const field (&rows)[Size]) noexcept {
    static_assert(Size <= 256, "a table holds at most 256 fields");
    return std::to_array(rows);
}

/// The fields of a struct, by a specialisation:
/// `template <> inline constexpr auto tc3::fields_of<zone> = tc3::field_list(tc3::field_of<&zone::zone_id>("ZoneId"));`
template <class Struct>
inline constexpr detail::no_fields fields_of{};

/// A struct with a table.
template <class T>
concept described = !std::same_as<std::remove_cvref_t<decltype(fields_of<T>)>, detail::no_fields>;

namespace detail {

/// Rows address members by the offset in their owner: one of another struct would reach beyond the object.
[[nodiscard]] constexpr bool all_belong_to(field_table fields, const void* owner) noexcept {
    for (const field& row : fields) {
        if (row.owner != owner) return false;
    }
    return true;
}

}  // namespace detail

/// The table of a struct, looked over at compile time.
template <described Struct>
[[nodiscard]] constexpr field_table table_of() noexcept {
    static_assert(detail::all_belong_to(fields_of<Struct>, &detail::type_mark<Struct>),
                  "a row of fields_of belongs to another struct: an inherited member is written field_of<&base::member, derived>");
    return fields_of<Struct>;
}

/// The table of a question: one without parameters needs none.
template <class Question>
[[nodiscard]] constexpr field_table question_fields() noexcept {
    if constexpr (described<Question>) {
        return table_of<Question>();
    } else {
        static_assert(std::is_empty_v<Question>, "this question has members but no table: specialise tc3::fields_of for it");
        return {};
    }
}

}  // namespace tc3::inline v0_1
