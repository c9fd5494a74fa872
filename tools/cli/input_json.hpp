// SPDX-License-Identifier: MIT
// The parameters of a request as JSON, whichever way they were sent.
#pragma once

#include <tc3/http/message.hpp>

#include <string>
#include <string_view>

namespace tc3_cli {

/// Returns the body of a POST, or the query of a GET as the JSON object that a POST would have sent. A query that cannot be read gives "{}".
[[nodiscard]] std::string input_json(tc3::http::method method, std::string_view query, std::string_view body);

}  // namespace tc3_cli
