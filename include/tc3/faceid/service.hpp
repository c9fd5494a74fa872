// SPDX-License-Identifier: MIT
// eKYC, international: the words that address the service.
#pragma once

#include <string_view>

namespace tc3::inline v0_1::faceid {

inline constexpr std::string_view service = "faceid";
inline constexpr std::string_view version = "2018-03-01";
inline constexpr std::string_view host = "faceid.intl.tencentcloudapi.com";

}  // namespace tc3::inline v0_1::faceid
