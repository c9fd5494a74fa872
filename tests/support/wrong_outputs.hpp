// SPDX-License-Identifier: MIT
// Responses to apply_liveness_token without an output, and the failure for each. It is the same in every storage.
#pragma once

#include <tc3/tc3.hpp>

#include <cstddef>
#include <string_view>

namespace support {

using std::string_view_literals::operator""sv;

/// An error of the service with status 200, and the message of the failure.
struct service_error_case {
    std::string_view body;
    std::string_view code, message, request_id;
    std::string_view line;
};
inline constexpr service_error_case service_error_cases[] = {
    {R"({"Response":{"Error":{"Code":"AuthFailure.SignatureFailure","Message":"no"},"RequestId":"7-d"}})", "AuthFailure.SignatureFailure",
     "no", "7-d", "service: AuthFailure.SignatureFailure: no (request id 7-d)"},
    {R"({"Response":{"RequestId":"7-d","Error":{"Message":"no","Code":"InternalError"}}})", "InternalError", "no", "7-d",
     "service: InternalError: no (request id 7-d)"},
    {R"({"Response":{"Error":{"Code":"InternalError","Message":"no"}}})", "InternalError", "no", "", "service: InternalError: no"},
    {R"({"Response":{"Error":{"Code":"InternalError"},"RequestID":"7-d"}})", "InternalError", "", "7-d",
     "service: InternalError (request id 7-d)"},
    {R"({"Response":{"SdkToken":"t","Error":{"Code":"A","Message":null,"New":1},"RequestId":"1"}})", "A", "", "1",
     "service: A (request id 1)"},
    {R"({"Response":{"Error":{}}})", "", "", "", "service: an error without a code"},
    // The error of the service takes precedence over a field that is wrong.
    {R"({"Response":{"SdkToken":7,"Error":{"Code":"A","Message":"m"},"RequestId":"1"}})", "A", "m", "1", "service: A: m (request id 1)"},
    // An error is one in any form.
    {R"({"Response":{"Error":"no","RequestId":"1"}})", "", "", "1", "service: an error without a code (request id 1)"},
    {R"({"Response":{"Error":[]}})", "", "", "", "service: an error without a code"},
    {R"({"Response":{"Error":{"Code":4100,"Message":"m"},"RequestId":"1"}})", "4100", "m", "1", "service: 4100: m (request id 1)"},
    {R"({"Response":{"Error":{"Code":"A","Message":5},"RequestId":6}})", "A", "5", "6", "service: A: 5 (request id 6)"},
    {R"({"Response":{"Error":{"Message":{},"Code":"A"}}})", "A", "", "", "service: A"},
    {R"({"Response":{"RequestId":[],"Error":{"Code":"A","Message":"m"}}})", "A", "m", "", "service: A: m"},
    {R"({"Response":{"RequestId":"1","RequestId":"1","Error":{"Code":"A","Message":"m"}}})", "A", "m", "", "service: A: m"},
    {R"({"Response":{"Error":{"Code":"A"},"Error":{"Code":"B"},"RequestId":"1"}})", "", "", "1",
     "service: an error without a code (request id 1)"},
    {R"({"Response":{"Error":null,"Error":{"Code":"B"},"RequestId":"1"}})", "", "", "1", "service: an error without a code (request id 1)"},
};

/// A body with status 200 that is no output: code and position of the error, its field, and the request id that is found.
struct no_output_case {
    std::string_view body;
    tc3::errc code;
    std::size_t position;
    std::string_view field;
    std::string_view request_id;
};
inline constexpr std::size_t nowhere = tc3::error::no_position;

/// No output for any reader.
inline constexpr no_output_case no_output_cases[] = {
    {"", tc3::errc::missing, nowhere, "", ""},
    {" \n", tc3::errc::missing, nowhere, "", ""},
    {"<html><body>It works!</body></html>", tc3::errc::html_page, nowhere, "", ""},
    {"null", tc3::errc::wrong_type, 0, "", ""},
    {"[]", tc3::errc::wrong_type, 0, "", ""},
    {"\"Response\"", tc3::errc::wrong_type, 0, "", ""},
    {"{}", tc3::errc::missing, 2, "Response", ""},
    {R"({"response":{}})", tc3::errc::missing, 15, "Response", ""},
    {R"({"Response":null})", tc3::errc::wrong_type, 12, "Response", ""},
    {R"({"Response":[]})", tc3::errc::wrong_type, 12, "Response", ""},
    {R"({"Response":"x"})", tc3::errc::wrong_type, 12, "Response", ""},
    {R"({"Response":{},"Response":{}})", tc3::errc::duplicate, 26, "Response", ""},
    {R"({"Response":{}}{})", tc3::errc::trailing_characters, 15, "", ""},
    {"{\"Response\":{}}\0"sv, tc3::errc::trailing_characters, 15, "", ""},
    {R"({"Response":{"New":01}})", tc3::errc::bad_number, 19, "", ""},
    {R"({"Response":{"SdkToken":"t"},})", tc3::errc::unexpected_character, 29, "", ""},
    {R"({"Response":{"SdkToken":"t",}})", tc3::errc::unexpected_character, 28, "", ""},
    {R"({"Response":{'SdkToken':'t'}})", tc3::errc::unexpected_character, 13, "", ""},
    {R"({"Response":{"SdkToken":"\x"}})", tc3::errc::bad_escape, 25, "SdkToken", ""},
};

/// No output for strict reading: a member is not as described.
inline constexpr no_output_case refused_cases[] = {
    {"\xef\xbb\xbf{\"Response\":{}}", tc3::errc::byte_order_mark, nowhere, "", ""},
    {R"({"Response":{"SdkToken":1,"RequestId":"7-d"}})", tc3::errc::wrong_type, 24, "SdkToken", "7-d"},
    {R"({"Response":{"SdkToken":12345678901234567890}})", tc3::errc::wrong_type, 24, "SdkToken", ""},
    {R"({"Response":{"SdkToken":["t"]}})", tc3::errc::wrong_type, 24, "SdkToken", ""},
    {R"({"Response":{"SdkToken":"a","SdkToken":"b","RequestId":"7-d"}})", tc3::errc::duplicate, 39, "SdkToken", "7-d"},
    {R"({"Response":{"RequestId":"a","RequestId":"b"}})", tc3::errc::duplicate, 41, "RequestId", ""},
    {R"({"Response":{"RequestId":7}})", tc3::errc::wrong_type, 25, "RequestId", "7"},
    {"{\"Response\":{\"SdkToken\":\"a\xff\",\"RequestId\":\"7-d\"}}", tc3::errc::invalid_utf8, 26, "SdkToken", "7-d"},
    {R"({"Response":{"SdkToken":"\ud83d"}})", tc3::errc::lone_surrogate, 25, "SdkToken", ""},
    {R"({"Response":{"SdkToken":"\ude00\ud83d"}})", tc3::errc::lone_surrogate, 25, "SdkToken", ""},
    {R"({"Response":{"New":"\ude00"}})", tc3::errc::lone_surrogate, 20, "", ""},
};

/// Statuses of gateways and proxies.
inline constexpr int other_statuses[] = {-1, 0, 199, 201, 204, 301, 403, 413, 429, 500, 502, 999};
/// An error of the service that may come with one of them.
inline constexpr std::string_view error_envelope =
    R"({"Response":{"Error":{"Code":"InternalError","Message":"Later."},"RequestId":"7-d"}})";
/// Other bodies that may come with them.
inline constexpr std::string_view gateway_bodies[] = {""sv, "<html>502 Bad Gateway</html>"sv, "{"sv, "{\"Response\":null}"sv, "\xff\0"sv};

}  // namespace support
