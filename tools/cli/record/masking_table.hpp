// SPDX-License-Identifier: MIT
// The field table of a struct as the masking of JSON needs it: names, marks, types, and the tables of nested structs.
#pragma once

#include <tc3/tc3.hpp>

#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>

namespace tc3_cli {

/// The described type of a field; of a list, that of its elements.
enum class value_kind : std::uint8_t { text, base64, number, boolean, object };

struct masking_row;
using masking_table = std::span<const masking_row>;

namespace masking_detail {

/// What masking needs of a C++ type. Optionals, boxes and lists are as the values that they hold.
template <class Type>
struct value_type_of;

}  // namespace masking_detail

/// A row of a masking_table.
struct masking_row {
    std::string_view wire_name;
    bool is_open = false;
    value_kind kind = value_kind::text;
    masking_table (*nested)() noexcept = nullptr;  ///< returns the table of the objects; null if `kind` is another one

    /// Makes a row from one of a tc3::field_table: see field_table::rows_for().
    template <class Access>
    [[nodiscard]] static constexpr masking_row of(const tc3::field& from) noexcept {
        using value = masking_detail::value_type_of<typename Access::type>;
        return {from.wire_name, from.sensitivity == tc3::sensitivity::open, value::kind, value::nested};
    }
};

/// Returns the masking table of a described struct. An empty struct needs no field table.
template <class Struct>
[[nodiscard]] masking_table masking_table_of() noexcept {
    if constexpr (tc3::described<Struct>) {
        static constexpr auto rows = tc3::fields_of<Struct>.template rows_for<masking_row>();
        return rows;
    } else {
        static_assert(std::is_empty_v<Struct>, "this struct has members but no field table");
        return {};
    }
}

namespace masking_detail {

/// A value without nested fields.
template <value_kind Kind>
struct scalar_type {
    static constexpr value_kind kind = Kind;
    static constexpr masking_table (*nested)() noexcept = nullptr;
};

template <tc3::text_type Text>
struct value_type_of<Text> : scalar_type<value_kind::text> {};

template <>
struct value_type_of<tc3::binary> : scalar_type<value_kind::base64> {};

template <>
struct value_type_of<bool> : scalar_type<value_kind::boolean> {};

template <>
struct value_type_of<double> : scalar_type<value_kind::number> {};

template <tc3::json::integer Integer>
struct value_type_of<Integer> : scalar_type<value_kind::number> {};

template <tc3::described Struct>
struct value_type_of<Struct> {
    static constexpr value_kind kind = value_kind::object;
    static constexpr masking_table (*nested)() noexcept = &masking_table_of<Struct>;
};

template <tc3::optional_like Optional>
struct value_type_of<Optional> : value_type_of<typename Optional::value_type> {};

template <tc3::list_type List>
struct value_type_of<List> : value_type_of<typename tc3::list_traits<List>::value_type> {};

}  // namespace masking_detail

}  // namespace tc3_cli
