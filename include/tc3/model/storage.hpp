// SPDX-License-Identifier: MIT
// How text, lists and memory are kept in a struct: what a storage must have, and the functions that reach its types. owning.hpp and
// borrowed.hpp are the two storages of tc3.
//
// A storage is a struct of types. A described struct that is a template over it, as all of faceid/ are, works with any storage:
//
//     struct game_storage {
//         using text = game_string;     // a type with text_traits
//         using binary = game_string;   // tc3::binary, tc3::binary_view or a text type, which then holds unchecked base64
//         template <class T> using optional = std::optional<T>;   // has value_type, has_value(), operator* and emplace(); T may be a list
//         template <class T> using list = game_array<T>;          // a type with list_traits
//         template <class T> using nested = tc3::box<T>;          // an optional of T, where T may be incomplete
//         using state = game_arena;     // only if values need memory from somewhere: an allocator, a workspace
//     };
//
// - All types are default-constructible, and their default is "unset": empty text, empty list, no value.
// - `optional` and `nested` need no traits if they have value_type, has_value(), operator* and emplace(). Otherwise specialise value_codec
//   (codec.hpp), as borrowed.hpp does for nested_view.
// - With `state`, pass a state to each call that reads: parse_response(response, state). Traits get it from the state_ref.
// - Test your storage with tests/contract/storage_contract.hpp.
#pragma once

#include <tc3/core/fixed_text.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/core/workspace.hpp>
#include <tc3/json/read.hpp>
#include <tc3/model/field_path.hpp>
#include <tc3/model/state_ref.hpp>

#include <cstddef>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE {

/// How a text type is read and filled. Specialise it for a string type of your own. If its text is UTF-8 in one piece:
///
///     static std::string_view view(const Text&);
///
/// If it is not, as UTF-16:
///
///     static bool empty(const Text&);
///     static bool write(any_sink& out, const Text&);  // writes UTF-8, in pieces of whole characters; false: the text is invalid
///
/// In both cases:
///
///     static bool assign(state_ref, Text&, const json::string_token&);   // replaces the text; false: no memory
///
/// Only if assign() may let the text refer to the document of the token:
///
///     static void keep(state_ref, Text&, std::string_view);   // replaces the text by a copy; leaves it empty if there is no memory
template <class Text>
struct text_traits;

/// How a list type is read and filled. Specialise it for an array type of your own:
///
///     using value_type = ...;
///     static std::size_t size(const List&);
///     static const value_type& at(const List&, std::size_t position);   // or a value
///     class builder {
///         builder(state_ref, List&);   // replaces the list
///         void add(value_type&&);        // appends an element
///         value_type& add_empty();       // optional: appends an element without a value, to be read in place
///         bool finish();                 // called after the last add(), unless reading failed; false: no memory for some element
///     };
///
/// Lists nest: the builder of an inner list is made and finished between two calls of add() of the outer one, or after add_empty(), whose
/// reference must stay valid until the next call.
template <class List>
struct list_traits;

/// Text that is UTF-8 in one piece.
template <class Text>
concept text_in_one_piece = requires(const Text& text) { text_traits<Text>::view(text); };

template <class Text>
concept text_type = text_in_one_piece<Text> || requires(const Text& text) { text_traits<Text>::empty(text); };

template <class List>
concept list_type = requires { typename list_traits<List>::value_type; };

/// A storage whose values need a state, such as a workspace.
template <class Storage>
concept stateful_storage = requires { typename Storage::state; };

struct owning;

/// The storage of a struct: the parameter of a template over a storage, else `owning`.
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

/// The types of the members of a struct over a storage, as short names: `tc3::optional_text<Storage> zone_id;`.
template <class Storage>
using text_of = typename Storage::text;
template <class Storage>
using binary_of = typename Storage::binary;
template <class Storage, class T>
using optional_of = typename Storage::template optional<T>;
template <class Storage, class T>
using list_of = typename Storage::template list<T>;
template <class Storage, class T>
using nested_of = typename Storage::template nested<T>;
template <class Storage>
using optional_text = optional_of<Storage, text_of<Storage>>;
template <class Storage>
using optional_binary = optional_of<Storage, binary_of<Storage>>;
/// A list that is unset, or set and then sent even if it is empty: `input.tags.emplace()` is sent as `[]`. In braces the list has braces of
/// its own: `{.tags = {{"a", "b"}}}`.
template <class Storage, class T>
using optional_list = optional_of<Storage, list_of<Storage, T>>;

/// Returns whether a text is empty.
template <text_type Text>
[[nodiscard]] constexpr bool is_empty_text(const Text& text) noexcept {
    if constexpr (text_in_one_piece<Text>) {
        return text_traits<Text>::view(text).empty();
    } else {
        return text_traits<Text>::empty(text);
    }
}

/// Writes a text as UTF-8. Returns false if the text is invalid; part of it may have been written.
template <sink S, text_type Text>
constexpr bool write_text(S& out, const Text& text) {
    if constexpr (text_in_one_piece<Text>) {
        out.append(text_traits<Text>::view(text));
        return true;
    } else {
        any_sink_of<S> to(out);
        return text_traits<Text>::write(to, text);
    }
}

/// The longest text that with_view() copies: a field_path. Error codes are shorter.
inline constexpr std::size_t longest_copied_text = field_path::longest;

/// Returns `use(view)` with a view of a text. Text that is not UTF-8 in one piece is copied first, at most longest_copied_text bytes of it;
/// invalid text becomes "".
///
/// Lifetime: the view is valid during the call of `use`.
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

/// Returns whether a text that may be lost should be stored: whether it fits into the workspace, if the storage has one. Also true in a
/// workspace that has run out before, which counts the size that all texts need.
[[nodiscard]] inline bool has_room(state_ref state, std::size_t size) noexcept {
    const workspace* space = state.get<workspace>();
    return space == nullptr || !space->complete() || space->available() >= size;
}

/// Fills `target` with a copy of `text`. The text may be destroyed before the target.
template <text_type Text>
void keep_text(state_ref state, Text& target, std::string_view text) {
    if constexpr (requires { text_traits<Text>::keep(state, target, text); }) {
        text_traits<Text>::keep(state, target, text);
    } else {
        static_cast<void>(text_traits<Text>::assign(state, target, json::string_token::plain(text)));
    }
}

}  // namespace tc3::inline TC3_NAMESPACE
