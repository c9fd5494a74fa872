// SPDX-License-Identifier: MIT
// The kinds of field that the API has, each with its way to JSON and back: text, numbers, booleans, bytes, structs, optionals, lists.
#pragma once

#include <tc3/json/number.hpp>
#include <tc3/model/binary.hpp>
#include <tc3/model/decoder.hpp>
#include <tc3/model/encoder.hpp>
#include <tc3/model/fields.hpp>
#include <tc3/model/storage.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace tc3::inline v0_1 {

/// How values of a type go to JSON and back. Specialised below for the kinds of field that the API has.
template <class T>
struct value_codec;

/// Writes one described struct as a JSON object.
template <described Struct>
void write_struct(encoder& out, const Struct& value) {
    out.write_object(writing_table_of<Struct>(), &value);
}

/// Reads one described struct from a JSON object. The decoder must have the state of the struct's storage, if that has one.
template <described Struct>
void read_struct(decoder& in, Struct& value) {
    in.read_object(reading_table_of<Struct>(), &value);
}

// ---- the kinds of field --------------------------------------------------------------------------------------------------------

/// Text that stands alone counts as unset when it is empty; in an optional, "" is a value.
template <text_type Text>
struct value_codec<Text> {
    static bool is_set(const Text& value) noexcept { return !is_empty_text(value); }
    static void write(encoder& out, const Text& value) {
        if constexpr (text_in_one_piece<Text>) {
            out.write_string(text_traits<Text>::view(value));
        } else {
            out.write_text([&value](sink_ref pieces) { return text_traits<Text>::write(pieces, value); });
        }
    }
    static void read(decoder& in, Text& value) {
        const std::size_t at = in.json().position();
        json::string_token token;
        if (!in.json().read_string(token)) return;
        if (!text_traits<Text>::assign(in.storage(), value, token)) in.json().fail(errc::not_stored, at);
    }
};

/// Text that is left where it stands: read only.
template <>
struct value_codec<json::string_token> {
    static bool is_set(const json::string_token&) noexcept { return true; }
    static void read(decoder& in, json::string_token& value) { in.json().read_string(value); }
};

template <>
struct value_codec<bool> {
    static bool is_set(bool) noexcept { return true; }
    static void write(encoder& out, bool value) { out.json().boolean(value); }
    static void read(decoder& in, bool& value) { in.json().read_boolean(value); }
};

namespace model_detail {

/// The digits of a number. The service has sent numbers as text ("Sim":"89.88"): both spellings are read.
[[nodiscard]] inline std::string_view read_digits(decoder& in) {
    if (in.json().peek() == json::kind::string && !in.is_strict()) {
        json::string_token token;
        return in.json().read_string(token) ? token.raw() : std::string_view{};
    }
    json::number_token token;
    return in.json().read_number(token) ? token.text() : std::string_view{};
}

template <class T>
inline constexpr bool is_number = std::is_arithmetic_v<T> && !std::is_same_v<T, bool>;

/// Text that is no number is one of another type.
[[nodiscard]] inline errc error_of_number(errc error) noexcept { return error == errc::bad_number ? errc::wrong_type : error; }

/// Where the service has no number it has sent "" too: passes one.
[[nodiscard]] inline bool pass_empty_text(decoder& in) {
    if (in.json().peek() != json::kind::string || in.is_strict()) return false;
    json::reader ahead = in.json();
    json::string_token token;
    if (!ahead.read_string(token) || token.size() != 0) return false;
    return in.json().read_string(token);
}

}  // namespace model_detail

template <json::integer Integer>
struct value_codec<Integer> {
    static bool is_set(Integer) noexcept { return true; }
    static void write(encoder& out, Integer value) { out.json().number(value); }
    static void read(decoder& in, Integer& value) {
        const std::size_t at = in.json().position();
        const std::string_view digits = model_detail::read_digits(in);
        if (!in.ok()) return;
        if constexpr (std::is_signed_v<Integer>) {
            assign(in, value, json::to_int64(digits), at);
        } else {
            assign(in, value, json::to_uint64(digits), at);
        }
    }

private:
    template <class Wide>
    static void assign(decoder& in, Integer& value, const result<Wide, error>& wide, std::size_t at) {
        using limits = std::numeric_limits<Integer>;
        if (!wide) {
            in.json().fail(model_detail::error_of_number(wide.error().code), at);
        } else if (*wide < (limits::min)() || *wide > (limits::max)()) {
            in.json().fail(errc::out_of_range, at);
        } else {
            value = static_cast<Integer>(*wide);
        }
    }
};

template <>
struct value_codec<double> {
    static bool is_set(double) noexcept { return true; }
    static void write(encoder& out, double value) { out.json().number(value); }
    static void read(decoder& in, double& value) {
        const std::size_t at = in.json().position();
        const std::string_view digits = model_detail::read_digits(in);
        if (!in.ok()) return;
        const auto read = json::to_double(digits);
        if (read) {
            value = *read;
        } else {
            in.json().fail(model_detail::error_of_number(read.error().code), at);
        }
    }
};

namespace model_detail {

inline void write_binary(encoder& out, binary_view value) {
    if (out.rules() != nullptr) return out.rules()->write_binary(out, value);
    if (value.is_base64()) {
        out.json().string(value.data());
    } else {
        out.json().base64(value.data());
    }
}

}  // namespace model_detail

template <>
struct value_codec<binary> {
    static bool is_set(const binary& value) noexcept { return !value.empty(); }
    static void write(encoder& out, const binary& value) { model_detail::write_binary(out, value.view()); }
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
    static bool is_set(const Optional& value) { return value.has_value(); }
    static void write(encoder& out, const Optional& value) {
        if (value.has_value()) {
            inner::write(out, *value);
        } else {
            out.json().null();  // within a list, where a place can't be left out
        }
    }
    static void read(decoder& in, Optional& value) {
        if constexpr (model_detail::is_number<typename Optional::value_type>) {
            if (model_detail::pass_empty_text(in)) return;
        }
        if constexpr (described<typename Optional::value_type>) {
            in.read_object(reading_table_of<typename Optional::value_type>(), &value.emplace());
        } else {
            inner::read(in, value.emplace());
        }
    }
};

/// A list; an empty one counts as unset. An element that is null becomes a fresh value: the others keep their places.
template <list_type List>
struct value_codec<List> {
    using traits = list_traits<List>;
    using element = typename traits::value_type;
    using inner = value_codec<element>;

    static bool is_set(const List& values) noexcept { return traits::size(values) != 0; }
    static void write(encoder& out, const List& values) {
        out.json().begin_array();
        for (std::size_t i = 0; i < traits::size(values) && out.wants_element(i, traits::size(values)); ++i) {
            const std::size_t before = out.path().enter(i);
            inner::write(out, traits::at(values, i));
            if (out.ok()) out.path().leave(before);
        }
        out.json().end_array();
    }
    static void read(decoder& in, List& values) {
        const std::size_t at = in.json().position();
        if (!in.json().begin_array()) return;
        typename traits::builder list(in.storage(), values);
        for (std::size_t i = 0; in.json().next_element() && in.count_element(); ++i) {
            const std::size_t before = in.path().enter(i);
            element value{};
            read_element(in, value);
            if (!in.ok()) return;
            list.add(std::move(value));
            in.path().leave(before);
        }
        if (in.ok() && !list.finish()) in.json().fail(errc::not_stored, at);
    }

private:
    static void read_element(decoder& in, element& value) {
        if constexpr (model_detail::is_number<element>) {
            if (model_detail::pass_empty_text(in)) return;
        }
        if (in.json().peek() == json::kind::null) {
            in.json().read_null();
        } else {
            inner::read(in, value);
        }
    }
};

/// A kind of field that tc3 knows.
template <class Member>
concept has_codec = requires(const Member& value) { value_codec<Member>::is_set(value); };

namespace model_detail {

/// The way to a member by its pointer: functions take the object itself.
template <auto Member, class Owner>
struct through_pointer {
    using type = typename member_traits<Member>::type;
    static_assert(has_codec<type>, "no kind of field has this type: see codec.hpp, or specialise tc3::value_codec for it");

    static bool is_set(const void* object) { return value_codec<type>::is_set(static_cast<const Owner*>(object)->*Member); }
    static void write(encoder& out, const void* object) { value_codec<type>::write(out, static_cast<const Owner*>(object)->*Member); }
    static void read(decoder& in, void* object) { value_codec<type>::read(in, static_cast<Owner*>(object)->*Member); }
};

/// The way to a member that stands at an offset: functions take the member.
template <class Type>
struct at_offset {
    static_assert(has_codec<Type>, "no kind of field has this type: see codec.hpp, or specialise tc3::value_codec for it");

    static bool is_set(const void* member) { return value_codec<Type>::is_set(*static_cast<const Type*>(member)); }
    static void write(encoder& out, const void* member) { value_codec<Type>::write(out, *static_cast<const Type*>(member)); }
    static void read(decoder& in, void* member) { value_codec<Type>::read(in, *static_cast<Type*>(member)); }
};

}  // namespace model_detail

}  // namespace tc3::inline v0_1
