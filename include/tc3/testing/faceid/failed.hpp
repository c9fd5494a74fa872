// SPDX-License-Identifier: MIT
// Outputs of eKYC for a person who did not pass, of the actions that return the result of a session.
#pragma once

#include <tc3/config.hpp>
#include <tc3/testing/faceid/outputs.hpp>

#include <string_view>

namespace tc3::inline TC3_NAMESPACE::testing::faceid_detail {

/// The outputs, each with the name of its action, in the form of output_texts. The liveness check failed, so nothing was compared; the chip
/// of the document could not be read. Extra is that of the session.
inline constexpr named_text failed_texts[] = {
    {"GetLivenessResult", R"json(
{"Result":"1005","Description":"Liveness check failed","BestFrame":"@FileInfo","Video":"@FileInfo"}
)json"},
    {"GetFaceIdResultIntl", R"json(
{"Result":"1005","Description":"Liveness check failed","BestFrame":"AAECAw==","Video":"AAECAw==","ActionVideo":"AAECAw==","Similarity":0,
"Extra":"","DeviceInfoLevel":"1","LivenessInfoTag":["03"]}
)json"},
    {"GetSdkVerificationResult", R"json(
{"Result":"1005","Description":"Liveness check failed","ChargeCount":1,"CardVerifyResults":["@CardVerifyResult"],
"CompareResults":[{"ErrorCode":"1005","ErrorMsg":"Liveness check failed","LiveData":"@FileInfo","LiveVideo":"@FileInfo",
"ActionVideo":"@FileInfo","LiveErrorCode":"1005","LiveErrorMsg":"Liveness check failed","BestFrame":"@FileInfo","ProfileImage":"@FileInfo",
"CompareErrorCode":"","CompareErrorMsg":"","Sim":0,"IsNeedCharge":true,"CardInfoInputJson":"@FileInfo","RequestId":"RequestId",
"LivenessInfoTag":["03"]}],"Extra":"","DeviceInfoLevel":"1"}
)json"},
    {"GetWebVerificationResultIntl", R"json(
{"ErrorCode":1005,"ErrorMsg":"Liveness check failed","VerificationDetailList":[{"ErrorCode":1005,"ErrorMsg":"Liveness check failed",
"LivenessErrorCode":1005,"LivenessErrorMsg":"Liveness check failed",
"ReqTimestamp":1700000000123,"Similarity":0,"Seq":"Seq","LivenessInfoTag":[]}],"VideoBase64":"AAECAw==","BestFrameBase64":"AAECAw==",
"OCRResult":["@OCRResult"],"Extra":""}
)json"},
    {"GetWxNFCResult", R"json(
{"ResultCode":"-1","IdNum":"","Name":"","Picture":"","IdCardFrontImg":"","IdCardBackImg":"","BirthDate":"","BeginTime":"","EndTime":"",
"Address":"","Nation":"","Sex":"","IdType":"","EnName":"","SigningOrganization":"","OtherIdNum":"","Nationality":"","PersonalNumber":"",
"CheckMRTD":""}
)json"},
};

}  // namespace tc3::inline TC3_NAMESPACE::testing::faceid_detail
