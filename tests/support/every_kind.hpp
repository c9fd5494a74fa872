// SPDX-License-Identifier: MIT
// A question that has every kind of field, described as a user would describe a type of his own. Its answer has the same fields.
#pragma once

#include <tc3/tc3.hpp>

#include <cstdint>
#include <vector>

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
    optional<text_type> json = {};              ///< text that is JSON itself, and stays text
    optional<text_type> default_ = {};          ///< a keyword of C++ on the wire
    optional<text_type> verification_url = {};  ///< two fields that differ in case alone, as an answer of eKYC has them
    optional<text_type> verification_url_old = {};
};

using item = basic_item<tc3::owning>;
using every_kind = basic_every_kind<tc3::owning>;

inline bool operator==(const item& a, const item& b) { return a.name == b.name && a.number == b.number; }

template <class T>
bool same_box(const tc3::box<T>& a, const tc3::box<T>& b) {
    return a.has_value() == b.has_value() && (!a.has_value() || *a == *b);
}

inline bool same_binary(const tc3::binary& a, const tc3::binary& b) {
    return a.empty() == b.empty() && (a.empty() || a.is_base64() == b.is_base64()) && a.data() == b.data();
}

inline bool operator==(const every_kind& a, const every_kind& b) {
    return a.needed == b.needed && a.text == b.text && a.signed_number == b.signed_number && a.unsigned_number == b.unsigned_number &&
           a.flag == b.flag && a.score == b.score && same_box(a.nested, b.nested) && a.texts == b.texts && a.numbers == b.numbers &&
           a.items == b.items && same_binary(a.image, b.image) && a.json == b.json && a.default_ == b.default_ &&
           a.verification_url == b.verification_url && a.verification_url_old == b.verification_url_old;
}

}  // namespace support

template <class Storage>
inline constexpr auto tc3::fields_of<support::basic_item<Storage>> = tc3::field_list(
    tc3::field_of<&support::basic_item<Storage>::name>("Name"), tc3::field_of<&support::basic_item<Storage>::number>("Number"));

template <class Storage>
inline constexpr tc3::action tc3::action_of<support::basic_every_kind<Storage>>{"kinds", "2020-02-20", "EveryKind"};

template <class Storage>
struct tc3::answer_of<support::basic_every_kind<Storage>> {
    using type = support::basic_every_kind<Storage>;
};

template <class Storage>
inline constexpr auto tc3::fields_of<support::basic_every_kind<Storage>> = tc3::field_list(
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
