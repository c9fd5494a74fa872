// SPDX-License-Identifier: MIT
// The rule that one part of a request must follow, as a constant.
#pragma once

#include <tc3/core/error.hpp>
#include <tc3/validation/character_class.hpp>

namespace tc3::inline TC3_NAMESPACE {

/// What one part of a request must be. first_error::check_text() applies it.
struct text_rule {
    part_name part;                ///< the name of the part in an error: "host"
    bool required = false;         ///< the text must not be empty
    bool trimmed = false;          ///< the text must not begin or end with a blank, a line end, a no-break space or a byte order mark
    bool utf8 = false;             ///< the text must be well-formed UTF-8
    character_class allowed = {};  ///< every character must be in this class
};

}  // namespace tc3::inline TC3_NAMESPACE
