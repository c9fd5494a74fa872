// SPDX-License-Identifier: MIT
// The address of eKYC (international): service, version and host of all its actions.
#pragma once

#include <tc3/config.hpp>

#include <string_view>

namespace tc3::inline TC3_NAMESPACE::faceid {

inline constexpr std::string_view service = "faceid";
inline constexpr std::string_view version = "2018-03-01";
inline constexpr std::string_view host = "faceid.intl.tencentcloudapi.com";

}  // namespace tc3::inline TC3_NAMESPACE::faceid
