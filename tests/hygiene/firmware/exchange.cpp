// SPDX-License-Identifier: MIT
// A whole exchange: a typed input written and signed, sent over a transport that answers at once, and its answer read. All in memory
// of the caller's.
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

constexpr std::string_view output_of_the_service =
    R"({"Response":{"Unknown":[1,{"Deep":null}],"SdkToken":"a token of one \u0073ession","RequestId":"7e4a-31"}})";

}  // namespace

std::size_t program(const surroundings& at) {
    namespace faceid = tc3::faceid;
    tc3::buffer_sink said(at.text);
    const auto transport = [&said](const tc3::http::request_view& request, std::span<char>) -> tc3::result<response, error> {
        said.append(request.headers.value_of("Authorization"));
        said.append("\n");
        return response{200, output_of_the_service};
    };
    const faceid::basic_apply_liveness_token<tc3::borrowed> input{.secure_level = "4"};
    const auto output = tc3::call_into(transport, input, at.profile, at.now, at.memory);
    if (!output || !output->sdk_token) return 0;
    said.append(*output->sdk_token);
    return said.complete() ? said.needed() : 0;
}
