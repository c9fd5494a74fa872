// SPDX-License-Identifier: MIT
// Where the values of a struct live. Structs of the API are templates over a storage, and reach its text and its lists through traits only.
// `owning` is the storage with strings and vectors; `borrowed` has a header of its own; an engine describes its own types here.
#pragma once

#include <tc3/core/fixed_text.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/json/read.hpp>
#include <tc3/model/binary.hpp>
#include <tc3/model/box.hpp>
#include <tc3/model/storage_ref.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tc3::inline v0_1 {

/// How a type of text is seen, and filled. Specialise it for an engine's own string:
///
///     static bool empty(const Text&);
///     static bool write(sink_ref out, const Text&);   // as UTF-8, in pieces of whole characters; false: it is no valid text
///     static bool assign(storage_ref, Text&, const json::string_token&);   // from a document that may die before the text; false: no room
///
/// Text that is UTF-8 in one piece has `static std::string_view view(const Text&)` in place of the first two.
template <class Text>
struct text_traits;

/// How a type of list is seen, and filled. Specialise it for an engine's own array:
///
///     using value_type = ...;
///     static std::size_t size(const List&);
///     static const value_type& at(const List&, std::size_t);
///     struct builder { builder(storage_ref, List&); void add(value_type&&); bool finish(); };   // false: no room
template <class List>
struct list_traits;

template <class Text>
concept text_in_one_piece = requires(const Text& text) { text_traits<Text>::view(text); };

template <class Text>
concept text_type = text_in_one_piece<Text> || requires(const Text& text) { text_traits<Text>::empty(text); };

template <class List>
concept list_type = requires { typename list_traits<List>::value_type; };

template <text_type Text>
[[nodiscard]] constexpr bool is_empty_text(const Text& text) noexcept {
    if constexpr (text_in_one_piece<Text>) {
        return text_traits<Text>::view(text).empty();
    } else {
        return text_traits<Text>::empty(text);
    }
}

/// Writes a text as UTF-8. False where it is no valid text.
template <sink S, text_type Text>
constexpr bool write_text(S& out, const Text& text) {
    if constexpr (text_in_one_piece<Text>) {
        out.append(text_traits<Text>::view(text));
        return true;
    } else {
        return text_traits<Text>::write(sink_ref(out), text);
    }
}

/// The longest text that with_view() copies: longer than any error code and any path of a field.
inline constexpr std::size_t longest_copied_text = 120;

/// Returns `use(view)` with a text of any storage as a view. A text that is not UTF-8 in one piece is copied first, cut at
/// longest_copied_text; an invalid one becomes "".
template <text_type Text, class Use>
constexpr decltype(auto) with_view(const Text& text, Use use) {
    if constexpr (text_in_one_piece<Text>) {
        return use(text_traits<Text>::view(text));
    } else {
        fixed_text<longest_copied_text> copy;
        const bool is_valid = write_text(copy, text);
        return use(is_valid ? copy.view() : std::string_view());
    }
}

/// Fills a text from one that dies sooner. Traits whose assign() refers to the document have a keep() for this.
template <text_type Text>
void keep_text(storage_ref storage, Text& to, std::string_view text) {
    if constexpr (requires { text_traits<Text>::keep(storage, to, text); }) {
        text_traits<Text>::keep(storage, to, text);
    } else {
        static_cast<void>(text_traits<Text>::assign(storage, to, json::string_token::plain(text)));
    }
}

/// Values own their memory: safe by default, and independent of the text that they were read from.
struct owning {
    using text = std::string;
    using binary = tc3::binary;
    template <class T>
    using optional = std::optional<T>;
    template <class T>
    using list = std::vector<T>;
    template <class T>
    using nested = box<T>;
};

template <>
struct text_traits<std::string> {
    [[nodiscard]] static std::string_view view(const std::string& text) noexcept { return text; }
    static bool assign(storage_ref, std::string& text, const json::string_token& token) {
        text.clear();
        text.reserve(token.size());
        token.write(text);
        return true;
    }
};

template <class T>
struct list_traits<std::vector<T>> {
    using value_type = T;
    [[nodiscard]] static std::size_t size(const std::vector<T>& list) noexcept { return list.size(); }
    [[nodiscard]] static decltype(auto) at(const std::vector<T>& list, std::size_t position) noexcept { return list[position]; }

    class builder {
    public:
        builder(storage_ref, std::vector<T>& list) noexcept : list_(list) { list_.clear(); }
        void add(T&& value) { list_.push_back(std::move(value)); }
        bool finish() noexcept { return true; }

    private:
        std::vector<T>& list_;
    };
};

/// The storage of a struct: its parameter where it is a template over one, as those of tc3 are, else `owning`.
template <class Struct>
struct storage_of {
    using type = owning;
};

template <template <class> class Struct, class Storage>
    requires requires { typename Storage::text; }
struct storage_of<Struct<Storage>> {
    using type = Storage;
};

template <class Struct>
using storage_of_t = typename storage_of<Struct>::type;

/// A storage whose values need something to live in: it names its type, `using state = tc3::workspace;`.
template <class Storage>
concept stateful_storage = requires { typename Storage::state; };

}  // namespace tc3::inline v0_1
