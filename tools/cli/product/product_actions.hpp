// SPDX-License-Identifier: MIT
// The actions of a product for the emulator.
#pragma once

#include "product/api_json.hpp"
#include <tc3/testing/emulator.hpp>

#include <memory>
#include <vector>

namespace tc3_cli {

/// Makes one action of the emulator for each action of a product.
///
/// An action checks Content-Type and parameters: see check_object(). A query has no types, so a number in it may be text. The output is the
/// product's example if there is a valid one, with the ids that the input names; else it is made of plausible values. A request for a later
/// page gets empty lists. No action requires a region, because descriptions do not state which ones do.
/// Lifetime: the actions refer to the texts of the product until the emulator has copied them; the handlers keep the product.
[[nodiscard]] std::vector<tc3::testing::untyped_action> actions_of(const std::shared_ptr<const product>& product);

}  // namespace tc3_cli
