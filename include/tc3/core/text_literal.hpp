// SPDX-License-Identifier: MIT
// "text"sv in tc3's own namespace: a text whose size is known, where a bare literal would be counted at run time.
#pragma once

#include <string_view>

namespace tc3::inline v0_1 {

using std::string_view_literals::operator""sv;

}  // namespace tc3::inline v0_1
