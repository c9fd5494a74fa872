// SPDX-License-Identifier: MIT
// Outputs of eKYC for a person who passed, with all fields except RequestId; fields with warnings are empty. Made by tools/generate.py from
// tools/faceid.json.
#pragma once

#include <tc3/config.hpp>

#include <string_view>

namespace tc3::inline TC3_NAMESPACE::testing::faceid_detail {

/// The JSON of a data type, or of the output of an action. A string "@Address" is replaced by the data type Address. The line ends are not
/// part of the JSON.
struct named_text {
    std::string_view name;
    std::string_view text;
};

/// The data types within outputs.
inline constexpr named_text type_texts[] = {
    {"Address", R"json(
{"Country":"HKG","PostalCode":"PostalCode","Subdivision":"Subdivision","City":"City","FormattedAddress":"1 Example Road",
"LineOne":"1 Example Road","LineTwo":"1 Example Road","LineThree":"1 Example Road","LineFour":"1 Example Road","LineFive":"1 Example Road"}
)json"},
    {"BangladeshIDCard", R"json(
{"LastName":"CHAN","FirstName":"MEI LING","LicenseNumber":"A123456(0)","Age":"34","Birthday":"1990-01-31","IssuedCountry":"HKG"}
)json"},
    {"CardInfo", R"json(
{"HKIDCard":"@HKIDCard","MLIDCard":"@MLIDCard","PhilippinesVoteID":"@PhilippinesVoteID","IndonesiaIDCard":"@IndonesiaIDCard",
"PhilippinesDrivingLicense":"@PhilippinesDrivingLicense","PhilippinesTinID":"@PhilippinesTinID","PhilippinesSSSID":"@PhilippinesSSSID",
"PhilippinesUMID":"@PhilippinesUMID","InternationalIDPassport":"@InternationalIDPassport","GeneralCard":"@GeneralCard",
"IndonesiaDrivingLicense":"@IndonesiaDrivingLicense","ThailandIDCard":"@ThailandIDCard","SingaporeIDCard":"@SingaporeIDCard",
"MacaoIDCard":"@MacaoIDCard","TaiWanIDCard":"@TaiWanIDCard","JapanIDCard":"@JapanIDCard","BangladeshIDCard":"@BangladeshIDCard",
"NigeriaIDCard":"@NigeriaIDCard","NigeriaDrivingLicense":"@NigeriaDrivingLicense","PakistanIDCard":"@PakistanIDCard",
"PakistanDrivingLicense":"@PakistanDrivingLicense"}
)json"},
    {"CardVerifyResult", R"json(
{"IsPass":true,"IsEdit":false,"CardVideo":"@FileInfo","CardImage":"@FileInfo","CardInfoOcrJson":"@FileInfo","RequestId":"RequestId",
"CardInfo":"@CardInfo","NormalCardInfo":"@NormalCardInfo","WarnCardInfos":[],"EditDetails":[]}
)json"},
    {"CompareResult", R"json(
{"ErrorCode":"0","ErrorMsg":"Success","LiveData":"@FileInfo","LiveVideo":"@FileInfo","ActionVideo":"@FileInfo","LiveErrorCode":"0",
"LiveErrorMsg":"Success","BestFrame":"@FileInfo","ProfileImage":"@FileInfo","CompareErrorCode":"0","CompareErrorMsg":"Success","Sim":95.5,
"IsNeedCharge":false,"CardInfoInputJson":"@FileInfo","RequestId":"RequestId","LivenessInfoTag":[]}
)json"},
    {"Encryption", R"json(
{"EncryptList":["EncryptionBody"],"CiphertextBlob":"AAECAw==","Iv":"0123456789abcdef","Algorithm":"AES-256-CBC","TagList":["AAECAw=="]}
)json"},
    {"ExtraInfo", R"json(
{"RetrievalLivenessExtraInfo":[]}
)json"},
    {"FileInfo", R"json(
{"Url":"https://emulator.invalid/Url","MD5":"d41d8cd98f00b204e9800998ecf8427e","Size":0}
)json"},
    {"GeneralCard", R"json(
{"LicenseNumber":"A123456(0)","PersonalNumber":"A123456(0)","PassportCodeFirst":"PassportCodeFirst",
"PassportCodeSecond":"PassportCodeSecond","ExpirationDate":"2040-01-31","DueDate":"2040-01-31","IssuedDate":"2020-01-31",
"IssuedAuthority":"IssuedAuthority","IssuedCountry":"HKG","FullName":"CHAN MEI LING","FirstName":"MEI LING","LastName":"CHAN","Sex":"M",
"Age":"34","Birthday":"1990-01-31","BirthPlace":"BirthPlace","Nationality":"HKG","RegistrationNumber":"A123456(0)","Address":"@Address",
"FullNameLocal":"CHAN MEI LING","FirstNameLocal":"MEI LING","LastNameLocal":"CHAN"}
)json"},
    {"HKIDCard", R"json(
{"CnName":"\u9673\u7f8e\u73b2","EnName":"CHAN MEI LING","TelexCode":"7115 5019 3781","Sex":"F","Birthday":"1990-01-31","Permanent":"0",
"IdNum":"A123456(0)","Symbol":"***AZ","FirstIssueDate":"2020-01-31","CurrentIssueDate":"2020-01-31"}
)json"},
    {"HMTPermit", R"json(
{"Name":"CHAN MEI LING","EnglishName":"CHAN MEI LING","Number":"A123456(0)","Sex":"F","ValidDate":"2020.01.31-2040.01.31",
"IssueAuthority":"IssueAuthority","IssueAddress":"IssueAddress","Birthday":"1990-01-31"}
)json"},
    {"IndonesiaDrivingLicense", R"json(
{"LastName":"CHAN","FirstName":"MEI LING","LicenseNumber":"A123456(0)","Birthday":"1990-01-31","Address":"1 Example Road",
"ExpirationDate":"2040-01-31","IssuedDate":"2020-01-31","IssuedCountry":"HKG"}
)json"},
    {"IndonesiaIDCard", R"json(
{"NIK":"A123456(0)","Nama":"CHAN MEI LING","TempatTglLahir":"EXAMPLE TOWN, 31-01-1990","JenisKelamin":"F","GolDarah":"GolDarah",
"Alamat":"1 Example Road","RTRW":"RTRW","KelDesa":"KelDesa","Kecamatan":"Kecamatan","Agama":"Agama","StatusPerkawinan":"StatusPerkawinan",
"Perkerjaan":"Perkerjaan","KewargaNegaraan":"HKG","BerlakuHingga":"2040-01-31","IssuedDate":"2020-01-31","Provinsi":"Provinsi",
"Kota":"Kota"}
)json"},
    {"InternationalIDPassport", R"json(
{"LicenseNumber":"A123456(0)","FullName":"CHAN MEI LING","Surname":"CHAN","GivenName":"MEI LING","Birthday":"1990-01-31","Sex":"F",
"DateOfExpiration":"2040-01-31","IssuingCountry":"HKG","NationalityCode":"HKG","PassportCodeFirst":"PassportCodeFirst",
"PassportCodeSecond":"PassportCodeSecond"}
)json"},
    {"JapanIDCard", R"json(
{"FullName":"CHAN MEI LING","LicenseNumber":"A123456(0)","Age":"34","Birthday":"1990-01-31","ExpirationDate":"2040-01-31",
"FormattedAddress":"1 Example Road"}
)json"},
    {"MLIDCard", R"json(
{"Name":"CHAN MEI LING","ID":"A123456(0)","Sex":"F","Address":"1 Example Road","Type":"MyKad","Birthday":"1990-01-31"}
)json"},
    {"MacaoIDCard", R"json(
{"FirstName":"MEI LING","LastName":"CHAN","Birthday":"1990-01-31","ExpirationDate":"2040-01-31","LicenseNumber":"A123456(0)","Sex":"F",
"Age":"34","IssuedCountry":"HKG","Field1":"Field1","Field2":"Field2"}
)json"},
    {"MainlandIDCard", R"json(
{"FullName":"CHAN MEI LING","Sex":"F","Nation":"Nation","Birthday":"1990-01-31","Address":"1 Example Road","LicenseNumber":"A123456(0)",
"FormattedAddress":"1 Example Road","Authority":"Authority","ValidDate":"2020.01.31-2040.01.31"}
)json"},
    {"NigeriaDrivingLicense", R"json(
{"LastName":"CHAN","FirstName":"MEI LING","LicenseNumber":"A123456(0)","Age":"34","Birthday":"1990-01-31","IssuedCountry":"HKG",
"ExpirationDate":"2040-01-31","IssuedDate":"2020-01-31","Sex":"F"}
)json"},
    {"NigeriaIDCard", R"json(
{"LastName":"CHAN","FirstName":"MEI LING","LicenseNumber":"A123456(0)","Age":"34","Birthday":"1990-01-31","IssuedCountry":"HKG","Sex":"F"}
)json"},
    {"NormalCardInfo", R"json(
{"HKIDCard":"@NormalHKIDCard","MLIDCard":"@NormalMLIDCard","PhilippinesVoteID":"@PhilippinesVoteID",
"IndonesiaIDCard":"@NormalIndonesiaIDCard","PhilippinesDrivingLicense":"@PhilippinesDrivingLicense","PhilippinesTinID":"@PhilippinesTinID",
"PhilippinesSSSID":"@PhilippinesSSSID","PhilippinesUMID":"@PhilippinesUMID","InternationalIDPassport":"@InternationalIDPassport",
"GeneralCard":"@GeneralCard","IndonesiaDrivingLicense":"@IndonesiaDrivingLicense","ThailandIDCard":"@NormalThailandIDCard",
"SingaporeIDCard":"@SingaporeIDCard","MacaoIDCard":"@MacaoIDCard","MainlandIDCard":"@MainlandIDCard","JapanIDCard":"@JapanIDCard",
"TaiWanIDCard":"@TaiWanIDCard","HMTPermitCard":"@HMTPermit"}
)json"},
    {"NormalHKIDCard", R"json(
{"ChineseName":"\u9673\u7f8e\u73b2","FullName":"CHAN MEI LING","RegistrationNumber":"A123456(0)","Sex":"F","Birthday":"1990-01-31",
"Permanent":"0","LicenseNumber":"A123456(0)","Symbol":"***AZ","IssuedDate":"2020-01-31","CurrentIssueDate":"2020-01-31",
"HKIDVersion":"HKID-2003"}
)json"},
    {"NormalIndonesiaIDCard", R"json(
{"LicenseNumber":"A123456(0)","FullName":"CHAN MEI LING","Birthday":"1990-01-31","Sex":"F","BloodType":"BloodType",
"FormattedAddress":"1 Example Road","Street":"Street","Village":"Village","Area":"Area","Religion":"Religion",
"MaritalStatus":"MaritalStatus","Occupation":"Occupation","Nationality":"HKG","DueDate":"2040-01-31","IssuedDate":"2020-01-31",
"Province":"Province","City":"City"}
)json"},
    {"NormalMLIDCard", R"json(
{"FullName":"CHAN MEI LING","LicenseNumber":"A123456(0)","Sex":"F","FormattedAddress":"1 Example Road","Type":"MyKad",
"Birthday":"1990-01-31"}
)json"},
    {"NormalThailandIDCard", R"json(
{"LicenseNumber":"A123456(0)","FullName":"CHAN MEI LING","LastName":"CHAN","FirstName":"MEI LING","Birthday":"1990-01-31",
"FormattedAddress":"1 Example Road","ExpirationDate":"2040-01-31","IssuedDate":"2020-01-31","RegistrationNumber":"A123456(0)",
"Religion":"Religion","ThaiBirthday":"1990-01-31","ThaiExpirationDate":"2040-01-31","ThaiIssueDate":"2020-01-31"}
)json"},
    {"OCRResult", R"json(
{"IsPass":true,"CardImageBase64":"AAECAw==","CardInfo":"@CardInfo","NormalCardInfo":"@NormalCardInfo","RequestId":"RequestId",
"CardCutImageBase64":"AAECAw==","CardBackCutImageBase64":"AAECAw==","WarnCardInfos":[],"OriginalCardInfo":"{}","HeadImageBase64":"AAECAw==",
"CardBackImageBase64":"AAECAw=="}
)json"},
    {"PakistanDrivingLicense", R"json(
{"LastName":"CHAN","FirstName":"MEI LING","LicenseNumber":"A123456(0)","Age":"34","Birthday":"1990-01-31","IssuedCountry":"HKG"}
)json"},
    {"PakistanIDCard", R"json(
{"LastName":"CHAN","FirstName":"MEI LING","LicenseNumber":"A123456(0)","Age":"34","Birthday":"1990-01-31","IssuedCountry":"HKG"}
)json"},
    {"PhilippinesDrivingLicense", R"json(
{"Name":"CHAN MEI LING","LastName":"CHAN","FirstName":"MEI LING","MiddleName":"MEI","Nationality":"HKG","Sex":"F",
"Address":"1 Example Road","LicenseNo":"A123456(0)","ExpiresDate":"2040-01-31","AgencyCode":"AgencyCode","Birthday":"1990-01-31"}
)json"},
    {"PhilippinesSSSID", R"json(
{"LicenseNumber":"A123456(0)","FullName":"CHAN MEI LING","Birthday":"1990-01-31"}
)json"},
    {"PhilippinesTinID", R"json(
{"LicenseNumber":"A123456(0)","FullName":"CHAN MEI LING","Address":"1 Example Road","Birthday":"1990-01-31","IssueDate":"2020-01-31"}
)json"},
    {"PhilippinesUMID", R"json(
{"Surname":"CHAN","MiddleName":"MEI","GivenName":"MEI LING","Sex":"F","Birthday":"1990-01-31","Address":"1 Example Road","CRN":"A123456(0)"}
)json"},
    {"PhilippinesVoteID", R"json(
{"VIN":"A123456(0)","FirstName":"MEI LING","LastName":"CHAN","Birthday":"1990-01-31","CivilStatus":"CivilStatus","Citizenship":"HKG",
"Address":"1 Example Road","PrecinctNo":"PrecinctNo"}
)json"},
    {"SingaporeIDCard", R"json(
{"ChName":"\u9673\u7f8e\u73b2","ChineseName":"\u9673\u7f8e\u73b2","EnName":"CHAN MEI LING","FullName":"CHAN MEI LING","ID":"A123456(0)",
"LicenseNumber":"A123456(0)","Sex":"F","CountryOfBirth":"HKG","Nationality":"HKG","Birthday":"1990-01-31","Address":"1 Example Road",
"Race":"Race","NRICCode":"A123456(0)","PostCode":"PostCode","DateOfExpiration":"2040-01-31","DateOfIssue":"2020-01-31"}
)json"},
    {"TaiWanIDCard", R"json(
{"FullName":"CHAN MEI LING","LicenseNumber":"A123456(0)","Sex":"F","IssuedCountry":"HKG","RegistrationNumber":"A123456(0)"}
)json"},
    {"ThailandIDCard", R"json(
{"LastName":"CHAN","FirstName":"MEI LING","LicenseNumber":"A123456(0)","DateOfBirth":"1990-01-31","DateOfExpiry":"2040-01-31",
"DateOfIssue":"2020-01-31","IssuedCountry":"HKG"}
)json"},
    {"VerificationDetail", R"json(
{"ErrorCode":0,"ErrorMsg":"Success","LivenessErrorCode":0,"LivenessErrorMsg":"Success","CompareErrorCode":0,"CompareErrorMsg":"Success",
"ReqTimestamp":1700000000123,"Similarity":95.5,"Seq":"Seq","LivenessInfoTag":[]}
)json"},
};

/// The outputs, each with the name of its action.
inline constexpr named_text output_texts[] = {
    {"ApplyLivenessToken", R"json(
{"SdkToken":"SdkToken"}
)json"},
    {"ApplySdkVerificationToken", R"json(
{"SdkToken":"SdkToken","ServerParamInfo":"ServerParamInfo"}
)json"},
    {"ApplyWebVerificationBizTokenIntl", R"json(
{"VerificationUrl":"https://emulator.invalid/","BizToken":"BizToken","VerificationURL":"https://emulator.invalid/"}
)json"},
    {"BankCard2EVerification", R"json(
{"Result":"0","Description":"Success"}
)json"},
    {"BankCard4EVerification", R"json(
{"Result":"0","Description":"Success"}
)json"},
    {"BankCardVerification", R"json(
{"Result":"0","Description":"Success"}
)json"},
    {"CheckBankCardInformation", R"json(
{"Result":"0","Description":"Success","AccountBank":"Example Bank","AccountType":1}
)json"},
    {"CheckIdCardInformation", R"json(
{"Sim":95.5,"Result":"Success","Description":"Success","Name":"CHAN MEI LING","Sex":"F","Nation":"Nation","Birth":"1990-01-31",
"Address":"1 Example Road","IdNum":"A123456(0)","Portrait":"AAECAw==","Warnings":"","Quality":95.5,"Encryption":"@Encryption",
"EncryptedBody":"AAECAw=="}
)json"},
    {"CheckIdNameDate", R"json(
{"Result":"0","Description":"Success"}
)json"},
    {"CompareFaceLiveness", R"json(
{"Result":"Success","Description":"Success","Sim":95.5,"BestFrameBase64":"AAECAw=="}
)json"},
    {"CreateUploadUrl", R"json(
{"UploadUrl":"https://emulator.invalid/UploadUrl","ResourceUrl":"https://emulator.invalid/ResourceUrl","ExpiredTimestamp":1700007200}
)json"},
    {"DetectAIFakeFaces", R"json(
{"AttackRiskLevel":"Low","AttackRiskDetailList":[],"ExtraInfo":"@ExtraInfo"}
)json"},
    {"DetectReflectLivenessAndCompare", R"json(
{"BestFrameUrl":"https://emulator.invalid/BestFrameUrl","BestFrameMd5":"d41d8cd98f00b204e9800998ecf8427e","Result":"Success",
"Description":"Success","Sim":95.5}
)json"},
    {"GenerateReflectSequence", R"json(
{"ReflectSequenceUrl":"https://emulator.invalid/ReflectSequenceUrl","ReflectSequenceMd5":"d41d8cd98f00b204e9800998ecf8427e"}
)json"},
    {"GetFaceIdResultIntl", R"json(
{"Result":"0","Description":"Success","BestFrame":"AAECAw==","Video":"AAECAw==","ActionVideo":"AAECAw==","Similarity":95.5,"Extra":"Extra",
"DeviceInfoLevel":"1","LivenessInfoTag":[]}
)json"},
    {"GetFaceIdTokenIntl", R"json(
{"SdkToken":"SdkToken"}
)json"},
    {"GetLivenessResult", R"json(
{"Result":"0","Description":"Success","BestFrame":"@FileInfo","Video":"@FileInfo"}
)json"},
    {"GetNFCToken", R"json(
{"Token":"Token"}
)json"},
    {"GetSdkVerificationResult", R"json(
{"Result":"0","Description":"Success","ChargeCount":1,"CardVerifyResults":["@CardVerifyResult"],"CompareResults":["@CompareResult"],
"Extra":"Extra","DeviceInfoLevel":"1"}
)json"},
    {"GetWebVerificationResultIntl", R"json(
{"ErrorCode":0,"ErrorMsg":"Success","VerificationDetailList":["@VerificationDetail"],"VideoBase64":"AAECAw==","BestFrameBase64":"AAECAw==",
"OCRResult":["@OCRResult"],"Extra":"Extra"}
)json"},
    {"GetWxNFCResult", R"json(
{"ResultCode":"0","IdNum":"A123456(0)","Name":"CHAN MEI LING","Picture":"AAECAw==","IdCardFrontImg":"AAECAw==","IdCardBackImg":"AAECAw==",
"BirthDate":"19900131","BeginTime":"20200131","EndTime":"20400131","Address":"1 Example Road","Nation":"Nation","Sex":"F","IdType":"01",
"EnName":"CHAN MEI LING","SigningOrganization":"SigningOrganization","OtherIdNum":"A123456(0)","Nationality":"HKG",
"PersonalNumber":"PersonalNumber","CheckMRTD":"{}"}
)json"},
    {"IdCardOCRVerification", R"json(
{"Result":"0","Description":"Success","Name":"CHAN MEI LING","IdCard":"A123456(0)","Sex":"F","Nation":"Nation","Birth":"1990-01-31",
"Address":"1 Example Road"}
)json"},
    {"IdCardVerification", R"json(
{"Result":"0","Description":"Success"}
)json"},
    {"ImageRecognition", R"json(
{"Sim":95.5,"Result":"Success","Description":"Success"}
)json"},
    {"ImageRecognitionV2", R"json(
{"Sim":95.5,"Result":"Success","Description":"Success","Extra":"Extra"}
)json"},
    {"LivenessCompare", R"json(
{"BestFrameBase64":"AAECAw==","Sim":95.5,"Result":"Success","Description":"Success","BestFrameList":["AAECAw=="]}
)json"},
    {"MobileNetworkTimeVerification", R"json(
{"Result":"0","Description":"Success","Range":"[24,+)"}
)json"},
    {"MobileStatus", R"json(
{"Result":"0","Description":"Success","StatusCode":0}
)json"},
    {"PhoneVerification", R"json(
{"Result":"0","Description":"Success","Isp":"mobile"}
)json"},
    {"VideoLivenessCompare", R"json(
{"Sim":95.5,"Result":"Success","Description":"Success","BestFrame":"@FileInfo"}
)json"},
};

/// The actions that the service took offline.
inline constexpr std::string_view retired_actions[] = {
    "ApplyCardVerification",
    "GetCardVerificationResult",
    "ApplyWebVerificationToken",
    "GetWebVerificationResult",
};

}  // namespace tc3::inline TC3_NAMESPACE::testing::faceid_detail
