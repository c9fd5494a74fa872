// SPDX-License-Identifier: MIT
// A whole call without a heap: writes and signs a typed input, sends it with a transport that returns a constant, and reads the output.
#pragma once

#include "program.hpp"

#include <cstdint>

namespace {

struct response {
    std::int32_t status;
    std::string_view body;
};

struct error {
    std::int32_t code;
    std::string_view message;
};

constexpr std::string_view response_body =
    R"({"Response":{"Unknown":[1,{"Deep":null}],"SdkToken":"a token of one \u0073ession","RequestId":"7e4a-31"}})";

// `reading` are response options, or nothing.
template <class... Reading>
std::size_t run_exchange(const environment& device, const tc3::request_options& options, const Reading&... reading) {
    namespace faceid = tc3::faceid;
    tc3::buffer_sink out(device.text);
    const auto transport = [&out](const tc3::http::request_view& request, std::span<char>) -> tc3::result<response, error> {
        out.append(request.headers.value_of("Authorization"));
        out.append("\n");
        return response{200, response_body};
    };
    const faceid::basic_apply_liveness_token<tc3::borrowed> input{.secure_level = "4"};
    const auto output = tc3::call_into(transport, input, device.profile, device.now, options, reading..., device.memory);
    if (!output || !output->sdk_token) return 0;
    out.append(*output->sdk_token);
    return out.complete() ? out.needed() : 0;
}

}  // namespace
