// SPDX-License-Identifier: MIT
// The names that ApplySdkVerificationToken.CardOcrDisplayFields may contain: an array for each value of sdk_id_card_type. Made by
// tools/generate.py from tools/faceid.json.
// Source: https://www.tencentcloud.com/document/product/1061
#pragma once

#include <tc3/core/literal.hpp>

namespace tc3::inline TC3_NAMESPACE::faceid::ocr_display_fields {

// clang-format off
inline constexpr literal hk_id_card[] = {
    literal{"ChineseName"},
    literal{"FullName"},
    literal{"LicenseNumber"},
    literal{"Birthday"},
    literal{"Sex"},
    literal{"IssuedDate"},
    literal{"Permanent"},
    literal{"Symbol"},
    literal{"CurrentIssueDate"},
};
inline constexpr literal ml_id_card[] = {
    literal{"FullName"}, literal{"LicenseNumber"}, literal{"Sex"}, literal{"Birthday"}, literal{"Type"}, literal{"FormattedAddress"},
};
inline constexpr literal indonesia_id_card[] = {
    literal{"LicenseNumber"},
    literal{"FullName"},
    literal{"Sex"},
    literal{"Birthday"},
    literal{"FormattedAddress"},
    literal{"Nationality"},
    literal{"DueDate"},
    literal{"IssuedDate"},
    literal{"Street"},
    literal{"Village"},
    literal{"Area"},
    literal{"Province"},
    literal{"City"},
    literal{"MaritalStatus"},
    literal{"BloodType"},
    literal{"Religion"},
    literal{"Occupation"},
};
inline constexpr literal philippines_vote_id[] = {literal{"FirstName"}, literal{"LastName"}, literal{"Birthday"}};
inline constexpr literal philippines_driving_license[] = {
    literal{"LastName"}, literal{"FirstName"}, literal{"MiddleName"}, literal{"Sex"}, literal{"Birthday"},
};
inline constexpr literal philippines_tin_id[] = {literal{"LicenseNumber"}, literal{"FullName"}, literal{"Birthday"}};
inline constexpr literal philippines_sss_id[] = {literal{"LicenseNumber"}, literal{"FullName"}, literal{"Birthday"}};
inline constexpr literal philippines_umid[] = {
    literal{"Surname"}, literal{"MiddleName"}, literal{"GivenName"}, literal{"Sex"}, literal{"Birthday"},
};
inline constexpr literal passport[] = {
    literal{"LicenseNumber"},
    literal{"FullName"},
    literal{"Surname"},
    literal{"GivenName"},
    literal{"Birthday"},
    literal{"Sex"},
    literal{"DateOfExpiration"},
    literal{"IssuingCountry"},
};
inline constexpr literal thailand_id_card[] = {
    literal{"FullName"},
    literal{"LastName"},
    literal{"FirstName"},
    literal{"FormattedAddress"},
    literal{"LicenseNumber"},
    literal{"Birthday"},
    literal{"ExpirationDate"},
    literal{"IssuedDate"},
    literal{"RegistrationNumber"},
    literal{"Religion"},
    literal{"ThaiBirthday"},
    literal{"ThaiExpirationDate"},
    literal{"ThaiIssueDate"},
};
inline constexpr literal mainland_id_card[] = {
    literal{"LicenseNumber"}, literal{"FullName"}, literal{"Sex"}, literal{"Nation"}, literal{"Birthday"}, literal{"FormattedAddress"},
};
inline constexpr literal singapore_id_card[] = {
    literal{"ChineseName"},
    literal{"Sex"},
    literal{"Birthday"},
    literal{"LicenseNumber"},
    literal{"Nationality"},
    literal{"FullName"},
    literal{"Address"},
};
inline constexpr literal hmt_permit[] = {
    literal{"Name"}, literal{"EnglishName"}, literal{"Sex"}, literal{"Number"}, literal{"ValidDate"}, literal{"Birthday"},
};
// clang-format on

}  // namespace tc3::inline TC3_NAMESPACE::faceid::ocr_display_fields
