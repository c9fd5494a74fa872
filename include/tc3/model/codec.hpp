// SPDX-License-Identifier: MIT
// The kinds of field of the API, each with its form in JSON: text, numbers, booleans, base64, structs, optionals and lists.
//
// A member of an object that is null or absent leaves its field unchanged, and so unset in a new struct. A value that cannot be read leaves
// it unset. What can be read is up to the rules of the decoder: lenient_reading.hpp and strict_reading.hpp have those of a client. The
// table shows which fields are unset:
//
//     kind                        reads null in a list as   is unset
//     text                        ""                        if it is empty
//     optional text               no value                  if it has no value; "" is written
//     number, bool                0, false                  never
//     binary                      empty                     if it is empty
//     struct                      a struct without values   never
//     optional, box, nested_view  no value                  if it has no value
//     list                        an empty list             if it is empty
//     optional list               no value                  if it has no value; an empty list is written
//
// An unset field is left out if it is optional, and an error if it is required; an unset element of a list is written as null. A value that
// cannot be read is an error for a field that is never unset.
#pragma once

#include <tc3/core/error.hpp>
#include <tc3/core/processor.hpp>
#include <tc3/core/text_literal.hpp>
#include <tc3/json/number.hpp>
#include <tc3/model/binary.hpp>
#include <tc3/model/decoder.hpp>
#include <tc3/model/encoder.hpp>
#include <tc3/model/fields.hpp>
#include <tc3/model/owning.hpp>
#include <tc3/model/storage.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace tc3::inline TC3_NAMESPACE {

/// How a type is written as JSON and read from it. Specialise it for a type of your own:
///
///     static bool is_set(const T&);            // false: an optional field is left out of its object
///     static void write(encoder&, const T&);   // writes one value
///     static void read(decoder&, T&);          // reads one value, which is never null
///
/// If a value of the type can be unset, add the member below. After an error of the decoder, also of one that was there before, read() must
/// then leave the value unset: lenient reading goes on.
///
///     static constexpr bool can_be_unset = true;
template <class T>
struct value_codec;

/// Writes a described struct as a JSON object. Errors: those of encoder.
template <described Struct>
void write_struct(encoder& out, const Struct& value) {
    out.write_object(writing_table_of<Struct>(), &value);
}

/// Reads a described struct from a JSON object. The decoder must have the state of the struct's storage, if that has one.
///
/// Errors: those of decoder.
template <described Struct>
void read_struct(decoder& in, Struct& value) {
    in.read_object(reading_table_of<Struct>(), &value);
}

// ---- the kinds of field --------------------------------------------------------------------------------------------------------

template <text_type Text>
struct value_codec<Text> {
    static constexpr bool can_be_unset = true;
    static bool is_set(const Text& value) noexcept { return !is_empty_text(value); }
    static void write(encoder& out, const Text& value) {
        if constexpr (text_in_one_piece<Text>) {
            out.write_string(text_traits<Text>::view(value));
        } else {
            out.write_pieces([&value](any_sink& pieces) { return text_traits<Text>::write(pieces, value); });
        }
    }
    static void read(decoder& in, Text& value) {
        if constexpr (has_wide_registers) {
            const std::size_t start = in.json().position();
            std::string_view text;
            if (in.read_plain_string(text)) {
                if (!text_traits<Text>::assign(in.state(), value, json::string_token::plain(text)))
                    fail(in, value, errc::not_stored, start);
                return;
            }
        }
        read_scalar(in, value);
    }

private:
    static void read_scalar(decoder& in, Text& value) {
        const std::size_t start = in.json().position();
        json::string_token token;
        if (in.read_scalar(json::kind::string, token)) {
            store(in, value, token, start);
        } else {
            value = Text{};
        }
    }
    static void store(decoder& in, Text& value, const json::string_token& token, std::size_t start) {
        // A repaired text that does not fit is lost, and the call goes on. Any other text must fit.
        const bool fits = !token.is_damaged() || has_room(in.state(), token.size());
        if (fits && text_traits<Text>::assign(in.state(), value, token)) return;
        fail(in, value, fits ? errc::not_stored : errc::buffer_too_small, start);
    }
    static void fail(decoder& in, Text& value, errc code, std::size_t start) {
        in.json().fail(code, start);
        value = Text{};
    }
};

/// Text that stays in the document: for reading only.
template <>
struct value_codec<json::string_token> {
    static constexpr bool can_be_unset = true;
    static bool is_set(const json::string_token&) noexcept { return true; }
    static void read(decoder& in, json::string_token& value) {
        if (!in.read_scalar(json::kind::string, value)) value = {};
    }
};

template <>
struct value_codec<bool> {
    static bool is_set(bool) noexcept { return true; }
    static void write(encoder& out, bool value) { out.json().boolean(value); }
    static void read(decoder& in, bool& value) {
        const std::size_t start = in.json().position();
        json::string_token token;
        if (!in.read_scalar(json::kind::boolean, token)) return;
        const bool is_true = token == "true"sv || token == "1"sv;
        if (is_true || token == "false"sv || token == "0"sv) {
            value = is_true;
        } else {
            in.json().fail(errc::wrong_type, start);
        }
    }
};

namespace model_detail {

/// Returns the code for digits that are no number of the field's type. Malformed digits can only come from text, which is another type.
[[nodiscard]] inline errc error_of_digits(errc code) noexcept { return code == errc::bad_number ? errc::wrong_type : code; }

}  // namespace model_detail

template <json::integer Integer>
struct value_codec<Integer> {
    static bool is_set(Integer) noexcept { return true; }
    static void write(encoder& out, Integer value) { out.json().number(value); }
    static void read(decoder& in, Integer& value) {
        if constexpr (has_wide_registers) {
            if (in.read_plain_number(value)) return;
        }
        read_scalar(in, value);
    }

private:
    TC3_NOINLINE static void read_scalar(decoder& in, Integer& value) {
        const std::size_t start = in.json().position();
        json::string_token digits;
        if (!in.read_scalar(json::kind::number, digits)) return;
        if constexpr (std::is_signed_v<Integer>) {
            assign(in, value, json::to_int64(digits.raw()), start);
        } else {
            assign(in, value, json::to_uint64(digits.raw()), start);
        }
    }
    template <class Wide>
    static void assign(decoder& in, Integer& value, const result<Wide, error>& wide, std::size_t start) {
        using limits = std::numeric_limits<Integer>;
        if (!wide) {
            in.json().fail(model_detail::error_of_digits(wide.error().code), start);
        } else if (*wide < (limits::min)() || *wide > (limits::max)()) {
            in.json().fail(errc::out_of_range, start);
        } else {
            value = static_cast<Integer>(*wide);
        }
    }
};

template <>
struct value_codec<double> {
    static bool is_set(double) noexcept { return true; }
    static void write(encoder& out, double value);
    static void read(decoder& in, double& value) {
        if constexpr (has_wide_registers) {
            if (in.read_plain_number(value)) return;
        }
        read_scalar(in, value);
    }

private:
    static void read_scalar(decoder& in, double& value);
};

template <>
struct value_codec<binary> {
    static constexpr bool can_be_unset = true;
    static bool is_set(const binary& value) noexcept { return !value.empty(); }
    static void write(encoder& out, const binary& value) { out.write_binary(value.view()); }
    static void read(decoder& in, binary& value) {
        const std::size_t start = in.json().position();
        std::string text;
        value_codec<std::string>::read(in, text);
        in.check_base64(text, start);
        value = binary::base64(std::move(text));
    }
};

template <described Struct>
struct value_codec<Struct> {
    static bool is_set(const Struct&) noexcept { return true; }
    static void write(encoder& out, const Struct& value) { write_struct(out, value); }
    static void read(decoder& in, Struct& value) { read_struct(in, value); }
};

/// A type that holds one value or none, as std::optional and box do.
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

    static constexpr bool can_be_unset = true;
    static bool is_set(const Optional& value) { return value.has_value(); }
    static void write(encoder& out, const Optional& value) {
        if (value.has_value()) {
            inner::write(out, *value);
        } else {
            out.json().null();  // an element of a list, which keeps its place
        }
    }
    static void read(decoder& in, Optional& value) {
        if constexpr (has_wide_registers && std::same_as<typename Optional::value_type, std::string>) {
            // Made with its text, which is faster than an assignment to an empty one.
            std::string_view text;
            if (in.read_plain_string(text)) return static_cast<void>(value.emplace(text));
        }
        inner::read(in, value.emplace());
        if (!in.ok()) value = Optional{};
    }
};

template <list_type List>
struct value_codec<List> {
    using traits = list_traits<List>;
    using element = typename traits::value_type;
    using inner = value_codec<element>;

    static constexpr bool can_be_unset = true;
    static bool is_set(const List& values) noexcept { return traits::size(values) != 0; }
    static void write(encoder& out, const List& values) {
        out.begin_array();
        for (std::size_t i = 0; i < traits::size(values) && out.may_write_element(i, traits::size(values)); ++i) {
            const field_path::step position(out.path(), i);
            inner::write(out, traits::at(values, i));
            if (!out.ok()) out.path().keep();
        }
        out.end_array();
    }
    static void read(decoder& in, List& values) {
        read_elements(in, values);
        if (!in.ok()) values = List{};
    }

private:
    static void read_elements(decoder& in, List& values) {
        const std::size_t start = in.json().position();
        const bool has_elements = in.begin_array();
        if (!in.ok()) return;
        typename traits::builder list(in.state(), values);
        std::size_t i = 0;
        while (has_elements && in.json().next_element() && in.count_element()) {
            const std::size_t added = add_plain_numbers(in, list);
            i += added;
            if (added != 0) continue;
            const field_path::step position(in.path(), i++);
            add_element(in, list);
            if (!in.ok()) return in.path().keep();
        }
        if (in.ok() && !list.finish()) in.json().fail(errc::not_stored, start);
    }
    /// Adds elements as long as they are plain numbers. Returns how many there were.
    static std::size_t add_plain_numbers([[maybe_unused]] decoder& in, [[maybe_unused]] typename traits::builder& list) {
        constexpr bool has_numbers = std::same_as<element, double> || json::integer<element>;
        if constexpr (has_wide_registers && has_numbers) {
            return in.read_plain_elements<element>([&list](element number) { list.add(std::move(number)); });
        } else {
            return 0;
        }
    }
    static void add_element(decoder& in, typename traits::builder& list) {
        if constexpr (requires { list.add_empty(); }) {
            read_element(in, list.add_empty());
        } else {
            element value{};
            read_element(in, value);
            if (in.ok()) list.add(std::move(value));
        }
    }
    static void read_element(decoder& in, element& value) {
        if (in.json().peek() == json::kind::null) {
            in.json().read_null();
        } else {
            inner::read(in, value);
        }
    }
};

/// A type that a field can have.
template <class Member>
concept has_codec = requires(const Member& value) { value_codec<Member>::is_set(value); };

/// Whether a field of the type can be unset: see value_codec.
template <class Member>
inline constexpr bool may_be_unset = false;
template <class Member>
    requires requires { value_codec<Member>::can_be_unset; }
inline constexpr bool may_be_unset<Member> = value_codec<Member>::can_be_unset;

// ---- access to the members of a struct -----------------------------------------------------------------------------------------

namespace model_detail {

/// Access by pointer to member. The functions take the address of the object: the offset of such a row is 0.
template <auto Member, class Owner>
struct through_pointer {
    using type = typename member_traits<Member>::type;
    static_assert(
        has_codec<type>,
        "a member is a text, integer, double, bool, binary, described struct, optional or list: else specialise tc3::value_codec");

    static constexpr bool can_be_unset = may_be_unset<type>;
    static bool is_set(const void* object) { return value_codec<type>::is_set(static_cast<const Owner*>(object)->*Member); }
    static void write(encoder& out, const void* object) { value_codec<type>::write(out, static_cast<const Owner*>(object)->*Member); }
    static void read(decoder& in, void* object) { value_codec<type>::read(in, static_cast<Owner*>(object)->*Member); }
};

/// Access by offset. The functions take the address of the member.
template <class Type>
struct at_offset {
    using type = Type;
    static_assert(
        has_codec<Type>,
        "a member is a text, integer, double, bool, binary, described struct, optional or list: else specialise tc3::value_codec");

    static constexpr bool can_be_unset = may_be_unset<Type>;
    static bool is_set(const void* member) { return value_codec<Type>::is_set(*static_cast<const Type*>(member)); }
    static void write(encoder& out, const void* member) { value_codec<Type>::write(out, *static_cast<const Type*>(member)); }
    static void read(decoder& in, void* member) { value_codec<Type>::read(in, *static_cast<Type*>(member)); }
};

}  // namespace model_detail

}  // namespace tc3::inline TC3_NAMESPACE

#if defined(TC3_BODIES)

namespace tc3::inline TC3_NAMESPACE {

TC3_FUNCTION void value_codec<double>::write(encoder& out, double value) { out.json().number(value); }

TC3_NOINLINE TC3_FUNCTION void value_codec<double>::read_scalar(decoder& in, double& value) {
    const std::size_t start = in.json().position();
    json::string_token digits;
    if (!in.read_scalar(json::kind::number, digits)) return;
    const auto number = json::to_double(digits.raw());
    if (number) {
        value = *number;
    } else {
        in.json().fail(model_detail::error_of_digits(number.error().code), start);
    }
}

}  // namespace tc3::inline TC3_NAMESPACE

#endif  // TC3_BODIES
