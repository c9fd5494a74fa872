// SPDX-License-Identifier: MIT
// Inputs with every kind of field, described as a user describes a type. Each is its own output type.
#pragma once

#include <tc3/tc3.hpp>

#include <cstddef>
#include <cstdint>
#include <string>

namespace support {

template <class Storage>
struct basic_item {
    typename Storage::template optional<typename Storage::text> name = {};
    typename Storage::template optional<std::int64_t> number = {};
};

template <class Storage>
struct basic_every_kind {
    template <class T>
    using optional = typename Storage::template optional<T>;
    template <class T>
    using list = typename Storage::template list<T>;
    using text_type = typename Storage::text;
    using item = basic_item<Storage>;

    optional<text_type> needed = {};
    optional<text_type> text = {};
    optional<std::int64_t> signed_number = {};
    optional<std::uint64_t> unsigned_number = {};
    optional<bool> flag = {};
    optional<double> score = {};
    typename Storage::template nested<item> nested = {};
    list<text_type> texts = {};
    list<std::int64_t> numbers = {};
    list<item> items = {};
    typename Storage::binary image = {};
    optional<text_type> json = {};              ///< text that happens to be JSON
    optional<text_type> default_ = {};          ///< wire name "default", a keyword of C++
    optional<text_type> verification_url = {};  ///< two wire names that differ in case only, as in an output of eKYC
    optional<text_type> verification_url_old = {};
};

using item = basic_item<tc3::owning>;
using every_kind = basic_every_kind<tc3::owning>;

/// Lists of lists, nested structs of the same type, and optional elements of lists.
template <class Storage>
struct basic_deep {
    template <class T>
    using optional = typename Storage::template optional<T>;
    template <class T>
    using list = typename Storage::template list<T>;
    template <class T>
    using nested = typename Storage::template nested<T>;
    using text_type = typename Storage::text;

    nested<basic_deep> child = {};
    list<nested<basic_deep>> children = {};
    list<list<text_type>> grid = {};
    list<optional<text_type>> maybe = {};
    list<bool> flags = {};
    optional<list<std::int64_t>> maybe_numbers = {};
    list<typename Storage::binary> images = {};
    text_type plain = {};
};

using deep = basic_deep<tc3::owning>;

// ---- comparison across storages ------------------------------------------------------------------------------------------------------

template <tc3::text_type Text>
std::string text_of(const Text& text) {
    std::string copy;
    static_cast<void>(tc3::write_text(copy, text));
    return copy;
}

template <class A, class B>
bool same(const A& a, const B& b);

template <class A, class B>
bool same(const basic_item<A>& a, const basic_item<B>& b) {
    return same(a.name, b.name) && same(a.number, b.number);
}

template <class A, class B>
bool same(const basic_every_kind<A>& a, const basic_every_kind<B>& b) {
    return same(a.needed, b.needed) && same(a.text, b.text) && same(a.signed_number, b.signed_number) &&
           same(a.unsigned_number, b.unsigned_number) && same(a.flag, b.flag) && same(a.score, b.score) && same(a.nested, b.nested) &&
           same(a.texts, b.texts) && same(a.numbers, b.numbers) && same(a.items, b.items) && same(a.image, b.image) &&
           same(a.json, b.json) && same(a.default_, b.default_) && same(a.verification_url, b.verification_url) &&
           same(a.verification_url_old, b.verification_url_old);
}

template <class A, class B>
bool same(const basic_deep<A>& a, const basic_deep<B>& b) {
    return same(a.child, b.child) && same(a.children, b.children) && same(a.grid, b.grid) && same(a.maybe, b.maybe) &&
           same(a.flags, b.flags) && same(a.maybe_numbers, b.maybe_numbers) && same(a.images, b.images) && same(a.plain, b.plain);
}

/// Compares two values of one kind of field. The kind follows from the operations of `a`.
template <class A, class B>
bool same(const A& a, const B& b) {
    if constexpr (requires { a.is_base64(); }) {
        if constexpr (requires { b.is_base64(); }) {
            return a.data() == b.data() && (a.empty() || a.is_base64() == b.is_base64());
        } else {
            return a.data() == text_of(b);
        }
    } else if constexpr (tc3::text_type<A>) {
        return text_of(a) == text_of(b);
    } else if constexpr (tc3::list_type<A>) {
        bool equal = tc3::list_traits<A>::size(a) == tc3::list_traits<B>::size(b);
        for (std::size_t i = 0; equal && i < tc3::list_traits<A>::size(a); ++i) {
            equal = same(tc3::list_traits<A>::at(a, i), tc3::list_traits<B>::at(b, i));
        }
        return equal;
    } else if constexpr (requires { a.has_value(); }) {
        return a.has_value() == b.has_value() && (!a.has_value() || same(*a, *b));
    } else {
        return a == b;
    }
}

inline bool operator==(const item& a, const item& b) { return same(a, b); }
inline bool operator==(const every_kind& a, const every_kind& b) { return same(a, b); }

}  // namespace support

template <class Storage>
inline constexpr auto tc3::fields_of<support::basic_item<Storage>> = tc3::field_table(
    tc3::field_of<&support::basic_item<Storage>::name>("Name"), tc3::field_of<&support::basic_item<Storage>::number>("Number"));

template <class Storage>
inline constexpr tc3::action tc3::action_of<support::basic_every_kind<Storage>>{"kinds", "2020-02-20", "EveryKind"};

template <class Storage>
struct tc3::output_of<support::basic_every_kind<Storage>> {
    using type = support::basic_every_kind<Storage>;
};

template <class Storage>
inline constexpr auto tc3::fields_of<support::basic_every_kind<Storage>> = tc3::field_table(
    tc3::field_of<&support::basic_every_kind<Storage>::needed>("Needed").required(),
    tc3::field_of<&support::basic_every_kind<Storage>::text>("Text"),
    tc3::field_of<&support::basic_every_kind<Storage>::signed_number>("Signed"),
    tc3::field_of<&support::basic_every_kind<Storage>::unsigned_number>("Unsigned"),
    tc3::field_of<&support::basic_every_kind<Storage>::flag>("Flag"), tc3::field_of<&support::basic_every_kind<Storage>::score>("Score"),
    tc3::field_of<&support::basic_every_kind<Storage>::nested>("Nested"),
    tc3::field_of<&support::basic_every_kind<Storage>::texts>("Texts"),
    tc3::field_of<&support::basic_every_kind<Storage>::numbers>("Numbers"),
    tc3::field_of<&support::basic_every_kind<Storage>::items>("Items"), tc3::field_of<&support::basic_every_kind<Storage>::image>("Image"),
    tc3::field_of<&support::basic_every_kind<Storage>::json>("Json"),
    tc3::field_of<&support::basic_every_kind<Storage>::default_>("default"),
    tc3::field_of<&support::basic_every_kind<Storage>::verification_url>("VerificationURL"),
    tc3::field_of<&support::basic_every_kind<Storage>::verification_url_old>("VerificationUrl"));

template <class Storage>
inline constexpr tc3::action tc3::action_of<support::basic_deep<Storage>>{"kinds", "2020-02-20", "Deep"};

template <class Storage>
struct tc3::output_of<support::basic_deep<Storage>> {
    using type = support::basic_deep<Storage>;
};

template <class Storage>
inline constexpr auto tc3::fields_of<support::basic_deep<Storage>> = tc3::field_table(
    tc3::field_of<&support::basic_deep<Storage>::child>("Child"), tc3::field_of<&support::basic_deep<Storage>::children>("Children"),
    tc3::field_of<&support::basic_deep<Storage>::grid>("Grid"), tc3::field_of<&support::basic_deep<Storage>::maybe>("Maybe"),
    tc3::field_of<&support::basic_deep<Storage>::flags>("Flags"),
    tc3::field_of<&support::basic_deep<Storage>::maybe_numbers>("MaybeNumbers"),
    tc3::field_of<&support::basic_deep<Storage>::images>("Images"), tc3::field_of<&support::basic_deep<Storage>::plain>("Plain"));
