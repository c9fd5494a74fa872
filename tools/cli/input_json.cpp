// SPDX-License-Identifier: MIT
#include "input_json.hpp"

#include <tc3/testing/query_form.hpp>

namespace tc3_cli {

std::string input_json(tc3::http::method method, std::string_view query, std::string_view body) {
    if (method == tc3::http::method::post) return std::string(body);
    auto form = tc3::testing::query_form::parse(query);
    if (!form) return "{}";
    auto json = form->json();
    return json ? *std::move(json) : "{}";
}

}  // namespace tc3_cli
