// SPDX-License-Identifier: MIT
// The suffix of "text"sv in the namespace of tc3. Such a literal has its size at compile time; a plain one may need strlen.
#pragma once

#include <tc3/config.hpp>

#include <string_view>

namespace tc3::inline TC3_NAMESPACE {

using std::string_view_literals::operator""sv;

}  // namespace tc3::inline TC3_NAMESPACE
