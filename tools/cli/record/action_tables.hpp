// SPDX-License-Identifier: MIT
// The masking tables of the actions that tc3 describes: all of eKYC, those that were taken offline too.
#pragma once

#include "record/masking_table.hpp"
#include <tc3/model/action.hpp>

#include <span>
#include <string_view>

namespace tc3_cli {

/// The tables of one action.
struct action_tables {
    tc3::action action;
    masking_table input;
    masking_table output;
};

/// Returns the tables of all described actions.
[[nodiscard]] std::span<const action_tables> all_action_tables();

/// Returns the tables of an action, or null. The version is not asked for: of an unknown one, the known marks still hold.
[[nodiscard]] const action_tables* find_action_tables(std::string_view service, std::string_view action);

}  // namespace tc3_cli
