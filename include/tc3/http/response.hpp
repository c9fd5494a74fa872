// SPDX-License-Identifier: MIT
// The least that tc3 needs of an HTTP response, for transports that have no type of their own.
#pragma once

#include <cstdint>
#include <string>

namespace tc3::inline v0_1::http {

struct response {
    std::int32_t status = 0;  ///< as received: 200 for answers and for errors of the service alike
    std::string body;         ///< whole, with any Content-Encoding undone
};

}  // namespace tc3::inline v0_1::http
