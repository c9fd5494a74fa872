// SPDX-License-Identifier: MIT
// A struct as JSON, or the error and the field at which writing it failed.
#pragma once

#include <tc3/tc3.hpp>

#include <string>

namespace support {

/// Returns the JSON of a described struct, or "<error> <path>".
template <tc3::described Struct>
std::string json_of(const Struct& value) {
    std::string text;
    tc3::sink_adapter to(text);
    tc3::encoder out(to);
    tc3::write_struct(out, value);
    return out.ok() ? text : std::string(tc3::describe(out.error().code)) + " " + std::string(out.path().view());
}

}  // namespace support
