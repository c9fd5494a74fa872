// SPDX-License-Identifier: MIT
// Checks JSON against an object of a product, as the service checks parameters.
#pragma once

#include "product/api_json.hpp"
#include <tc3/core/error.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace tc3_cli {

/// What is checked besides types.
struct check_rules {
    bool needs_required_members = true;
    bool accepts_unknown_members = false;
};

/// The first error in a JSON text; its code is errc::none if there is none.
struct object_error {
    tc3::error error = {};
    std::string name = {};  ///< the path of the member: "Filters[2].Name"; empty for an error of the document as a whole

    [[nodiscard]] bool ok() const noexcept { return error.code == tc3::errc::none; }
};

/// Checks that a JSON text is an object of a product, by its index. Null counts as an absent member.
///
/// Errors: those of tc3::json::reader; wrong_type, out_of_range for an integer that its type does not have, duplicate; unknown_member and
/// missing, if the rules ask for them.
[[nodiscard]] object_error check_object(std::string_view json, const product& product, std::size_t object, const check_rules& rules = {});

}  // namespace tc3_cli
