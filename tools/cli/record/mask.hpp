// SPDX-License-Identifier: MIT
// Masks personal values of inputs and outputs by the marks of the field tables, so that a recording can be kept and shared.
#pragma once

#include "json_value.hpp"
#include "record/action_tables.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace tc3_cli {

// What is kept:
//
// - scalars of fields that are marked `sensitivity::open`, unless they are base64 or longer than `longest_open_text`;
// - RequestId, if it is an identifier, and the Code of an Error; the Message of an Error if it is one of the fixed texts of tc3, which
//   hold nothing of an input;
// - null, "" and the sizes of lists, which say no more than that there is a value;
// - of an action without a table: booleans and numbers of at most four digits, such as counts and ports. Longer numbers may be a phone
//   number or an account.
//
// All else is masked, with everything nested in it: fields with another mark or without one, members that the table does not have, objects
// where the table has none. A masked value keeps a type that a client can decode: "****", base64 of it, 0, false. The described type
// decides; without one, the type in the text. A name that is no identifier is masked too, since it may be a value.
//
// Masking a masked value changes nothing: a client that got "****" as a token and sends it is recognised.

/// The longest open text that is kept, in bytes.
inline constexpr std::size_t longest_open_text = 1024;

/// Returns an input, masked by a table; null for an action without one.
[[nodiscard]] json_value mask_input(const json_value& input, const action_tables* tables);

/// Returns the body of a response, {"Response":{...}}, masked by the table of its output; null for an action without one.
[[nodiscard]] json_value mask_output(const json_value& body, const action_tables* tables);

/// Returns the text that two inputs share if a replay takes them for the same: masked, members in the order of their names, numbers and
/// booleans as text, since a query has no types. An input that is not JSON is masked as a whole.
[[nodiscard]] std::string matching_key(std::string_view input, const action_tables* tables);

}  // namespace tc3_cli
