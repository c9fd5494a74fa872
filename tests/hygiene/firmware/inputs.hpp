// SPDX-License-Identifier: MIT
// The inputs of the programs, one constant a line. The scripts read this file to compute the expected output.
#pragma once

#include <cstdint>
#include <string_view>

namespace inputs {

inline constexpr std::string_view secret_id = "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE";
inline constexpr std::string_view secret_key = "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE";
inline constexpr std::string_view region = "ap-singapore";
inline constexpr std::string_view host = "faceid.intl.tencentcloudapi.com";
inline constexpr std::string_view body = R"({"SecureLevel":"4"})";
inline constexpr std::int64_t now = 1660021600;

}  // namespace inputs
