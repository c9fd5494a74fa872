// SPDX-License-Identifier: MIT
// The documents that OCR reads: a struct for each kind of card, and the two that hold one of them. Made by tools/generate.py from
// tools/faceid.json; manual: https://www.tencentcloud.com/document/product/1061
#pragma once

#include <tc3/core/literal.hpp>
#include <tc3/model/codec.hpp>
#include <tc3/model/storage.hpp>

#include <cstddef>

namespace tc3::inline v0_1::faceid {

/// Values of general_card::sex; more may come.
namespace general_card_sex {
inline constexpr literal male{"M"};    ///< male
inline constexpr literal female{"F"};  ///< female
inline constexpr literal other{"X"};   ///< other
}  // namespace general_card_sex

/// Values of hk_id_card::permanent, normal_hk_id_card::permanent; more may come.
namespace hk_permanent {
inline constexpr literal not_permanent{"0"};  ///< not permanent
inline constexpr literal permanent{"1"};      ///< permanent
inline constexpr literal unknown{"-1"};       ///< unknown
}  // namespace hk_permanent

/// Values of international_id_passport::sex; more may come.
namespace passport_sex {
inline constexpr literal female{"F"};  ///< female
inline constexpr literal male{"M"};    ///< male
}  // namespace passport_sex

/// Values of ml_id_card::type, normal_ml_id_card::type; more may come.
namespace ml_id_card_type {
inline constexpr literal my_kad{"MyKad"};          ///< ID card
inline constexpr literal my_pr{"MyPR"};            ///< permanent resident
inline constexpr literal my_tentera{"MyTentera"};  ///< military
inline constexpr literal my_kas{"MyKAS"};          ///< temporary
inline constexpr literal polis{"POLIS"};           ///< police
inline constexpr literal ikad{"IKAD"};             ///< labour
inline constexpr literal my_kid{"MyKid"};          ///< child
}  // namespace ml_id_card_type

/// Values of normal_hk_id_card::hk_id_version; more may come.
namespace hk_id_card_edition {
inline constexpr literal edition_2003{"HKID-2003"};  ///< 2003 edition
inline constexpr literal edition_2018{"HKID-2018"};  ///< 2018 edition
}  // namespace hk_id_card_edition

/// Split address of a foreign document.
template <class Storage>
struct basic_address {
    /// Country. Personal.
    typename Storage::template optional<typename Storage::text> country = {};
    /// Postal code. Personal.
    typename Storage::template optional<typename Storage::text> postal_code = {};
    /// State or province. Personal.
    typename Storage::template optional<typename Storage::text> subdivision = {};
    /// City. Personal.
    typename Storage::template optional<typename Storage::text> city = {};
    /// Full address in one line. Personal.
    typename Storage::template optional<typename Storage::text> formatted_address = {};
    /// Address line 1. Personal.
    typename Storage::template optional<typename Storage::text> line_one = {};
    /// Address line 2. Personal.
    typename Storage::template optional<typename Storage::text> line_two = {};
    /// Address line 3. Personal.
    typename Storage::template optional<typename Storage::text> line_three = {};
    /// Address line 4. Personal.
    typename Storage::template optional<typename Storage::text> line_four = {};
    /// Address line 5. Personal.
    typename Storage::template optional<typename Storage::text> line_five = {};
};

/// OCR fields of one document kind.
template <class Storage>
struct basic_bangladesh_id_card {
    /// Family name. Personal.
    typename Storage::template optional<typename Storage::text> last_name = {};
    /// Given name. Personal.
    typename Storage::template optional<typename Storage::text> first_name = {};
    /// Document number. Personal.
    typename Storage::template optional<typename Storage::text> license_number = {};
    /// Age as text; '0' means unknown. Personal.
    typename Storage::template optional<typename Storage::text> age = {};
    /// Birth date. Personal.
    typename Storage::template optional<typename Storage::text> birthday = {};
    /// Issuing country. Personal.
    typename Storage::template optional<typename Storage::text> issued_country = {};
};

/// OCR fields of one document kind.
template <class Storage>
struct basic_hk_id_card {
    /// Name in Chinese. Personal.
    typename Storage::template optional<typename Storage::text> cn_name = {};
    /// Name in Latin letters. Personal.
    typename Storage::template optional<typename Storage::text> en_name = {};
    /// Telex code of the Chinese name. Personal.
    typename Storage::template optional<typename Storage::text> telex_code = {};
    /// Sex. May hold more than one script. Personal.
    typename Storage::template optional<typename Storage::text> sex = {};
    /// Birth date. DD-MM-YYYY, as "01-01-2001". Personal.
    typename Storage::template optional<typename Storage::text> birthday = {};
    /// Permanent resident flag. See namespace hk_permanent. Personal.
    typename Storage::template optional<typename Storage::text> permanent = {};
    /// Document number. Personal.
    typename Storage::template optional<typename Storage::text> id_num = {};
    /// Symbols under the birth date. Personal.
    typename Storage::template optional<typename Storage::text> symbol = {};
    /// First issue date. Personal.
    typename Storage::template optional<typename Storage::text> first_issue_date = {};
    /// Current issue date. Personal.
    typename Storage::template optional<typename Storage::text> current_issue_date = {};
};

/// OCR fields of one document kind.
template <class Storage>
struct basic_ml_id_card {
    /// Name. Personal.
    typename Storage::template optional<typename Storage::text> name = {};
    /// Document number. Personal.
    typename Storage::template optional<typename Storage::text> id = {};
    /// Sex. Personal.
    typename Storage::template optional<typename Storage::text> sex = {};
    /// Address. Personal.
    typename Storage::template optional<typename Storage::text> address = {};
    /// Card kind. See namespace ml_id_card_type.
    typename Storage::template optional<typename Storage::text> type = {};
    /// Birth date. Only for IKAD and MyKad. Personal.
    typename Storage::template optional<typename Storage::text> birthday = {};
};

/// OCR fields of one document kind.
template <class Storage>
struct basic_philippines_vote_id {
    /// Voter number. Personal.
    typename Storage::template optional<typename Storage::text> vin = {};
    /// Given name. Personal.
    typename Storage::template optional<typename Storage::text> first_name = {};
    /// Family name. Personal.
    typename Storage::template optional<typename Storage::text> last_name = {};
    /// Birth date. Personal.
    typename Storage::template optional<typename Storage::text> birthday = {};
    /// Civil status. Personal.
    typename Storage::template optional<typename Storage::text> civil_status = {};
    /// Nationality. Personal.
    typename Storage::template optional<typename Storage::text> citizenship = {};
    /// Address. Personal.
    typename Storage::template optional<typename Storage::text> address = {};
    /// Precinct. Personal.
    typename Storage::template optional<typename Storage::text> precinct_no = {};
};

/// OCR fields of one document kind.
template <class Storage>
struct basic_indonesia_id_card {
    /// Document number (NIK). Personal.
    typename Storage::template optional<typename Storage::text> nik = {};
    /// Name. Personal.
    typename Storage::template optional<typename Storage::text> nama = {};
    /// Birth place and date. Personal.
    typename Storage::template optional<typename Storage::text> tempat_tgl_lahir = {};
    /// Sex. Personal.
    typename Storage::template optional<typename Storage::text> jenis_kelamin = {};
    /// Blood type. Personal.
    typename Storage::template optional<typename Storage::text> gol_darah = {};
    /// Address. Personal.
    typename Storage::template optional<typename Storage::text> alamat = {};
    /// Street (RT/RW). Personal.
    typename Storage::template optional<typename Storage::text> rtrw = {};
    /// Village. Personal.
    typename Storage::template optional<typename Storage::text> kel_desa = {};
    /// District. Personal.
    typename Storage::template optional<typename Storage::text> kecamatan = {};
    /// Religion. Personal.
    typename Storage::template optional<typename Storage::text> agama = {};
    /// Marital status. Personal.
    typename Storage::template optional<typename Storage::text> status_perkawinan = {};
    /// Occupation. Personal.
    typename Storage::template optional<typename Storage::text> perkerjaan = {};
    /// Nationality. Personal.
    typename Storage::template optional<typename Storage::text> kewarganegaraan = {};
    /// Valid-until date. Personal.
    typename Storage::template optional<typename Storage::text> berlaku_hingga = {};
    /// Issue date. Personal.
    typename Storage::template optional<typename Storage::text> issued_date = {};
    /// Province. Personal.
    typename Storage::template optional<typename Storage::text> provinsi = {};
    /// City. Personal.
    typename Storage::template optional<typename Storage::text> kota = {};
};

/// OCR fields of one document kind.
template <class Storage>
struct basic_philippines_driving_license {
    /// Name. Personal.
    typename Storage::template optional<typename Storage::text> name = {};
    /// Family name. Personal.
    typename Storage::template optional<typename Storage::text> last_name = {};
    /// Given name. Personal.
    typename Storage::template optional<typename Storage::text> first_name = {};
    /// Middle name. Personal.
    typename Storage::template optional<typename Storage::text> middle_name = {};
    /// Nationality. Personal.
    typename Storage::template optional<typename Storage::text> nationality = {};
    /// Sex. Personal.
    typename Storage::template optional<typename Storage::text> sex = {};
    /// Address. Personal.
    typename Storage::template optional<typename Storage::text> address = {};
    /// Document number. Personal.
    typename Storage::template optional<typename Storage::text> license_no = {};
    /// Expiry date. Personal.
    typename Storage::template optional<typename Storage::text> expires_date = {};
    /// Agency code. Personal.
    typename Storage::template optional<typename Storage::text> agency_code = {};
    /// Birth date. Personal.
    typename Storage::template optional<typename Storage::text> birthday = {};
};

/// OCR fields of one document kind.
template <class Storage>
struct basic_philippines_tin_id {
    /// Document number. Personal.
    typename Storage::template optional<typename Storage::text> license_number = {};
    /// Full name. Personal.
    typename Storage::template optional<typename Storage::text> full_name = {};
    /// Address. Personal.
    typename Storage::template optional<typename Storage::text> address = {};
    /// Birth date. Personal.
    typename Storage::template optional<typename Storage::text> birthday = {};
    /// Issue date. Personal.
    typename Storage::template optional<typename Storage::text> issue_date = {};
};

/// OCR fields of one document kind.
template <class Storage>
struct basic_philippines_sss_id {
    /// Document number. Personal.
    typename Storage::template optional<typename Storage::text> license_number = {};
    /// Full name. Personal.
    typename Storage::template optional<typename Storage::text> full_name = {};
    /// Birth date. Personal.
    typename Storage::template optional<typename Storage::text> birthday = {};
};

/// OCR fields of one document kind.
template <class Storage>
struct basic_philippines_umid {
    /// Family name. Personal.
    typename Storage::template optional<typename Storage::text> surname = {};
    /// Middle name. Personal.
    typename Storage::template optional<typename Storage::text> middle_name = {};
    /// Given name. Personal.
    typename Storage::template optional<typename Storage::text> given_name = {};
    /// Sex. Personal.
    typename Storage::template optional<typename Storage::text> sex = {};
    /// Birth date. Personal.
    typename Storage::template optional<typename Storage::text> birthday = {};
    /// Address. Personal.
    typename Storage::template optional<typename Storage::text> address = {};
    /// Common reference number. Personal.
    typename Storage::template optional<typename Storage::text> crn = {};
};

/// OCR fields of one document kind.
template <class Storage>
struct basic_international_id_passport {
    /// Document number. Personal.
    typename Storage::template optional<typename Storage::text> license_number = {};
    /// Full name. Personal.
    typename Storage::template optional<typename Storage::text> full_name = {};
    /// Family name. Personal.
    typename Storage::template optional<typename Storage::text> surname = {};
    /// Given name. Personal.
    typename Storage::template optional<typename Storage::text> given_name = {};
    /// Birth date. Personal.
    typename Storage::template optional<typename Storage::text> birthday = {};
    /// Sex. See namespace passport_sex. Personal.
    typename Storage::template optional<typename Storage::text> sex = {};
    /// Expiry date. Personal.
    typename Storage::template optional<typename Storage::text> date_of_expiration = {};
    /// Issuing country. Personal.
    typename Storage::template optional<typename Storage::text> issuing_country = {};
    /// Nationality code. Personal.
    typename Storage::template optional<typename Storage::text> nationality_code = {};
    /// MRZ line 1. Personal.
    typename Storage::template optional<typename Storage::text> passport_code_first = {};
    /// MRZ line 2. Personal.
    typename Storage::template optional<typename Storage::text> passport_code_second = {};
};

/// OCR fields of one document kind.
template <class Storage>
struct basic_general_card {
    /// Document number. Personal.
    typename Storage::template optional<typename Storage::text> license_number = {};
    /// Personal number (passports). Personal.
    typename Storage::template optional<typename Storage::text> personal_number = {};
    /// MRZ line 1. Personal.
    typename Storage::template optional<typename Storage::text> passport_code_first = {};
    /// MRZ line 2. Personal.
    typename Storage::template optional<typename Storage::text> passport_code_second = {};
    /// Expiry date. YYYY-MM-DD or YYYY/MM/DD. Personal.
    typename Storage::template optional<typename Storage::text> expiration_date = {};
    /// Valid-until date. YYYY-MM-DD or YYYY/MM/DD. Personal.
    typename Storage::template optional<typename Storage::text> due_date = {};
    /// Issue date. YYYY-MM-DD or YYYY/MM/DD. Personal.
    typename Storage::template optional<typename Storage::text> issued_date = {};
    /// Issuing authority. Personal.
    typename Storage::template optional<typename Storage::text> issued_authority = {};
    /// Issuing country. ISO 3166 code. Personal.
    typename Storage::template optional<typename Storage::text> issued_country = {};
    /// Full name. Personal.
    typename Storage::template optional<typename Storage::text> full_name = {};
    /// Given name. Personal.
    typename Storage::template optional<typename Storage::text> first_name = {};
    /// Family name. Personal.
    typename Storage::template optional<typename Storage::text> last_name = {};
    /// Sex. See namespace general_card_sex. Personal.
    typename Storage::template optional<typename Storage::text> sex = {};
    /// Age as text; '0' means unknown. Personal.
    typename Storage::template optional<typename Storage::text> age = {};
    /// Birth date. Personal.
    typename Storage::template optional<typename Storage::text> birthday = {};
    /// Birth place. Personal.
    typename Storage::template optional<typename Storage::text> birth_place = {};
    /// Nationality. ISO 3166 code. Personal.
    typename Storage::template optional<typename Storage::text> nationality = {};
    /// Registration or telex number. Personal.
    typename Storage::template optional<typename Storage::text> registration_number = {};
    /// Address. Personal.
    typename Storage::template nested<basic_address<Storage>> address = {};
    /// Full name in local script. Personal.
    typename Storage::template optional<typename Storage::text> full_name_local = {};
    /// Given name in local script. Personal.
    typename Storage::template optional<typename Storage::text> first_name_local = {};
    /// Family name in local script. Personal.
    typename Storage::template optional<typename Storage::text> last_name_local = {};
};

/// OCR fields of one document kind.
template <class Storage>
struct basic_indonesia_driving_license {
    /// Family name. Personal.
    typename Storage::template optional<typename Storage::text> last_name = {};
    /// Given name. Personal.
    typename Storage::template optional<typename Storage::text> first_name = {};
    /// Document number. Personal.
    typename Storage::template optional<typename Storage::text> license_number = {};
    /// Birth date. Personal.
    typename Storage::template optional<typename Storage::text> birthday = {};
    /// Address. Personal.
    typename Storage::template optional<typename Storage::text> address = {};
    /// Expiry date. Personal.
    typename Storage::template optional<typename Storage::text> expiration_date = {};
    /// Issue date. Personal.
    typename Storage::template optional<typename Storage::text> issued_date = {};
    /// Issuing country. Personal.
    typename Storage::template optional<typename Storage::text> issued_country = {};
};

/// OCR fields of one document kind.
template <class Storage>
struct basic_thailand_id_card {
    /// Family name. Personal.
    typename Storage::template optional<typename Storage::text> last_name = {};
    /// Given name. Personal.
    typename Storage::template optional<typename Storage::text> first_name = {};
    /// Document number. Personal.
    typename Storage::template optional<typename Storage::text> license_number = {};
    /// Birth date. Personal.
    typename Storage::template optional<typename Storage::text> date_of_birth = {};
    /// Expiry date. Personal.
    typename Storage::template optional<typename Storage::text> date_of_expiry = {};
    /// Issue date. Personal.
    typename Storage::template optional<typename Storage::text> date_of_issue = {};
    /// Issuing country. Personal.
    typename Storage::template optional<typename Storage::text> issued_country = {};
};

/// OCR fields of one document kind.
template <class Storage>
struct basic_singapore_id_card {
    /// Name in Chinese (old). Switched off in the API, still described. Personal.
    typename Storage::template optional<typename Storage::text> ch_name = {};
    /// Name in Chinese. Personal.
    typename Storage::template optional<typename Storage::text> chinese_name = {};
    /// Name in Latin letters. Switched off in the API, still described. Personal.
    typename Storage::template optional<typename Storage::text> en_name = {};
    /// Full name. Personal.
    typename Storage::template optional<typename Storage::text> full_name = {};
    /// Document number. Switched off in the API, still described. Personal.
    typename Storage::template optional<typename Storage::text> id = {};
    /// Document number. Personal.
    typename Storage::template optional<typename Storage::text> license_number = {};
    /// Sex. Personal.
    typename Storage::template optional<typename Storage::text> sex = {};
    /// Birth country (old). Switched off in the API, still described. Personal.
    typename Storage::template optional<typename Storage::text> country_of_birth = {};
    /// Nationality. Personal.
    typename Storage::template optional<typename Storage::text> nationality = {};
    /// Birth date. Personal.
    typename Storage::template optional<typename Storage::text> birthday = {};
    /// Address. Personal.
    typename Storage::template optional<typename Storage::text> address = {};
    /// Ethnic group (back). Personal.
    typename Storage::template optional<typename Storage::text> race = {};
    /// NRIC number (back). Personal.
    typename Storage::template optional<typename Storage::text> nric_code = {};
    /// Postal code. Personal.
    typename Storage::template optional<typename Storage::text> post_code = {};
    /// Expiry date. Personal.
    typename Storage::template optional<typename Storage::text> date_of_expiration = {};
    /// Issue date. Personal.
    typename Storage::template optional<typename Storage::text> date_of_issue = {};
};

/// OCR fields of one document kind.
template <class Storage>
struct basic_macao_id_card {
    /// Given name. Personal.
    typename Storage::template optional<typename Storage::text> first_name = {};
    /// Family name. Personal.
    typename Storage::template optional<typename Storage::text> last_name = {};
    /// Birth date. Personal.
    typename Storage::template optional<typename Storage::text> birthday = {};
    /// Expiry date. Personal.
    typename Storage::template optional<typename Storage::text> expiration_date = {};
    /// Document number. Personal.
    typename Storage::template optional<typename Storage::text> license_number = {};
    /// Sex. Personal.
    typename Storage::template optional<typename Storage::text> sex = {};
    /// Age as text; '0' means unknown. Personal.
    typename Storage::template optional<typename Storage::text> age = {};
    /// Issuing country. Personal.
    typename Storage::template optional<typename Storage::text> issued_country = {};
    /// MRZ line 1. Personal.
    typename Storage::template optional<typename Storage::text> field1 = {};
    /// MRZ line 2. Personal.
    typename Storage::template optional<typename Storage::text> field2 = {};
};

/// OCR fields of one document kind.
template <class Storage>
struct basic_taiwan_id_card {
    /// Full name. Personal.
    typename Storage::template optional<typename Storage::text> full_name = {};
    /// Document number. Personal.
    typename Storage::template optional<typename Storage::text> license_number = {};
    /// Sex. Personal.
    typename Storage::template optional<typename Storage::text> sex = {};
    /// Issuing country. Personal.
    typename Storage::template optional<typename Storage::text> issued_country = {};
    /// Registration or telex number. Personal.
    typename Storage::template optional<typename Storage::text> registration_number = {};
};

/// OCR fields of one document kind.
template <class Storage>
struct basic_japan_id_card {
    /// Full name. Personal.
    typename Storage::template optional<typename Storage::text> full_name = {};
    /// Document number. Personal.
    typename Storage::template optional<typename Storage::text> license_number = {};
    /// Age as text; '0' means unknown. Personal.
    typename Storage::template optional<typename Storage::text> age = {};
    /// Birth date. Personal.
    typename Storage::template optional<typename Storage::text> birthday = {};
    /// Expiry date. Personal.
    typename Storage::template optional<typename Storage::text> expiration_date = {};
    /// Full address in one line. Personal.
    typename Storage::template optional<typename Storage::text> formatted_address = {};
};

/// OCR fields of one document kind.
template <class Storage>
struct basic_nigeria_id_card {
    /// Family name. Personal.
    typename Storage::template optional<typename Storage::text> last_name = {};
    /// Given name. Personal.
    typename Storage::template optional<typename Storage::text> first_name = {};
    /// Document number. Personal.
    typename Storage::template optional<typename Storage::text> license_number = {};
    /// Age as text; '0' means unknown. Personal.
    typename Storage::template optional<typename Storage::text> age = {};
    /// Birth date. Personal.
    typename Storage::template optional<typename Storage::text> birthday = {};
    /// Issuing country. Personal.
    typename Storage::template optional<typename Storage::text> issued_country = {};
    /// Sex. Personal.
    typename Storage::template optional<typename Storage::text> sex = {};
};

/// OCR fields of one document kind.
template <class Storage>
struct basic_nigeria_driving_license {
    /// Family name. Personal.
    typename Storage::template optional<typename Storage::text> last_name = {};
    /// Given name. Personal.
    typename Storage::template optional<typename Storage::text> first_name = {};
    /// Document number. Personal.
    typename Storage::template optional<typename Storage::text> license_number = {};
    /// Age as text; '0' means unknown. Personal.
    typename Storage::template optional<typename Storage::text> age = {};
    /// Birth date. Personal.
    typename Storage::template optional<typename Storage::text> birthday = {};
    /// Issuing country. Personal.
    typename Storage::template optional<typename Storage::text> issued_country = {};
    /// Expiry date. Personal.
    typename Storage::template optional<typename Storage::text> expiration_date = {};
    /// Issue date. Personal.
    typename Storage::template optional<typename Storage::text> issued_date = {};
    /// Sex. Personal.
    typename Storage::template optional<typename Storage::text> sex = {};
};

/// OCR fields of one document kind.
template <class Storage>
struct basic_pakistan_id_card {
    /// Family name. Personal.
    typename Storage::template optional<typename Storage::text> last_name = {};
    /// Given name. Personal.
    typename Storage::template optional<typename Storage::text> first_name = {};
    /// Document number. Personal.
    typename Storage::template optional<typename Storage::text> license_number = {};
    /// Age as text; '0' means unknown. Personal.
    typename Storage::template optional<typename Storage::text> age = {};
    /// Birth date. Personal.
    typename Storage::template optional<typename Storage::text> birthday = {};
    /// Issuing country. Personal.
    typename Storage::template optional<typename Storage::text> issued_country = {};
};

/// OCR fields of one document kind.
template <class Storage>
struct basic_pakistan_driving_license {
    /// Family name. Personal.
    typename Storage::template optional<typename Storage::text> last_name = {};
    /// Given name. Personal.
    typename Storage::template optional<typename Storage::text> first_name = {};
    /// Document number. Personal.
    typename Storage::template optional<typename Storage::text> license_number = {};
    /// Age as text; '0' means unknown. Personal.
    typename Storage::template optional<typename Storage::text> age = {};
    /// Birth date. Personal.
    typename Storage::template optional<typename Storage::text> birthday = {};
    /// Issuing country. Personal.
    typename Storage::template optional<typename Storage::text> issued_country = {};
};

/// Union-like OCR struct, old field names; at most one member is set.
template <class Storage>
struct basic_card_info {
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_hk_id_card<Storage>> hk_id_card = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_ml_id_card<Storage>> ml_id_card = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_philippines_vote_id<Storage>> philippines_vote_id = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_indonesia_id_card<Storage>> indonesia_id_card = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_philippines_driving_license<Storage>> philippines_driving_license = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_philippines_tin_id<Storage>> philippines_tin_id = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_philippines_sss_id<Storage>> philippines_sss_id = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_philippines_umid<Storage>> philippines_umid = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_international_id_passport<Storage>> international_id_passport = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_general_card<Storage>> general_card = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_indonesia_driving_license<Storage>> indonesia_driving_license = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_thailand_id_card<Storage>> thailand_id_card = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_singapore_id_card<Storage>> singapore_id_card = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_macao_id_card<Storage>> macao_id_card = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_taiwan_id_card<Storage>> taiwan_id_card = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_japan_id_card<Storage>> japan_id_card = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_bangladesh_id_card<Storage>> bangladesh_id_card = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_nigeria_id_card<Storage>> nigeria_id_card = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_nigeria_driving_license<Storage>> nigeria_driving_license = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_pakistan_id_card<Storage>> pakistan_id_card = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_pakistan_driving_license<Storage>> pakistan_driving_license = {};
};

/// OCR fields of one document kind.
template <class Storage>
struct basic_hmt_permit {
    /// Name. Personal.
    typename Storage::template optional<typename Storage::text> name = {};
    /// Name in Latin letters. Personal.
    typename Storage::template optional<typename Storage::text> english_name = {};
    /// Document number. Personal.
    typename Storage::template optional<typename Storage::text> number = {};
    /// Sex. Personal.
    typename Storage::template optional<typename Storage::text> sex = {};
    /// Validity period. Personal.
    typename Storage::template optional<typename Storage::text> valid_date = {};
    /// Issuing authority. Personal.
    typename Storage::template optional<typename Storage::text> issue_authority = {};
    /// Place of issue. Personal.
    typename Storage::template optional<typename Storage::text> issue_address = {};
    /// Birth date. Personal.
    typename Storage::template optional<typename Storage::text> birthday = {};
};

/// OCR fields of one document kind.
template <class Storage>
struct basic_mainland_id_card {
    /// Full name. Personal.
    typename Storage::template optional<typename Storage::text> full_name = {};
    /// Sex. Personal.
    typename Storage::template optional<typename Storage::text> sex = {};
    /// Ethnic group. Personal.
    typename Storage::template optional<typename Storage::text> nation = {};
    /// Birth date. Digits without leading zeros, as "1966/11/2". Personal.
    typename Storage::template optional<typename Storage::text> birthday = {};
    /// Address. Switched off in the API, still described. Personal.
    typename Storage::template optional<typename Storage::text> address = {};
    /// Document number. Personal.
    typename Storage::template optional<typename Storage::text> license_number = {};
    /// Full address in one line. Personal.
    typename Storage::template optional<typename Storage::text> formatted_address = {};
    /// Issuing authority. Personal.
    typename Storage::template optional<typename Storage::text> authority = {};
    /// Validity period. YYYY.MM.DD-YYYY.MM.DD, or a word for permanent. Personal.
    typename Storage::template optional<typename Storage::text> valid_date = {};
};

/// OCR fields of one document kind.
template <class Storage>
struct basic_normal_hk_id_card {
    /// Name in Chinese. Personal.
    typename Storage::template optional<typename Storage::text> chinese_name = {};
    /// Full name. Personal.
    typename Storage::template optional<typename Storage::text> full_name = {};
    /// Registration or telex number. Personal.
    typename Storage::template optional<typename Storage::text> registration_number = {};
    /// Sex. May hold more than one script. Personal.
    typename Storage::template optional<typename Storage::text> sex = {};
    /// Birth date. DD-MM-YYYY, as "01-01-2001". Personal.
    typename Storage::template optional<typename Storage::text> birthday = {};
    /// Permanent resident flag. See namespace hk_permanent. Personal.
    typename Storage::template optional<typename Storage::text> permanent = {};
    /// Document number. Personal.
    typename Storage::template optional<typename Storage::text> license_number = {};
    /// Symbols under the birth date. Personal.
    typename Storage::template optional<typename Storage::text> symbol = {};
    /// Issue date. Personal.
    typename Storage::template optional<typename Storage::text> issued_date = {};
    /// Current issue date. Personal.
    typename Storage::template optional<typename Storage::text> current_issue_date = {};
    /// Card edition. See namespace hk_id_card_edition.
    typename Storage::template optional<typename Storage::text> hk_id_version = {};
};

/// OCR fields of one document kind.
template <class Storage>
struct basic_normal_ml_id_card {
    /// Full name. Personal.
    typename Storage::template optional<typename Storage::text> full_name = {};
    /// Document number. Personal.
    typename Storage::template optional<typename Storage::text> license_number = {};
    /// Sex. Personal.
    typename Storage::template optional<typename Storage::text> sex = {};
    /// Full address in one line. Personal.
    typename Storage::template optional<typename Storage::text> formatted_address = {};
    /// Card kind. See namespace ml_id_card_type.
    typename Storage::template optional<typename Storage::text> type = {};
    /// Birth date. Only for IKAD and MyKad. Personal.
    typename Storage::template optional<typename Storage::text> birthday = {};
};

/// OCR fields of one document kind.
template <class Storage>
struct basic_normal_indonesia_id_card {
    /// Document number. Personal.
    typename Storage::template optional<typename Storage::text> license_number = {};
    /// Full name. Personal.
    typename Storage::template optional<typename Storage::text> full_name = {};
    /// Birth date. Personal.
    typename Storage::template optional<typename Storage::text> birthday = {};
    /// Sex. Personal.
    typename Storage::template optional<typename Storage::text> sex = {};
    /// Blood type. Personal.
    typename Storage::template optional<typename Storage::text> blood_type = {};
    /// Full address in one line. Personal.
    typename Storage::template optional<typename Storage::text> formatted_address = {};
    /// Street. Personal.
    typename Storage::template optional<typename Storage::text> street = {};
    /// Village. Personal.
    typename Storage::template optional<typename Storage::text> village = {};
    /// District. Personal.
    typename Storage::template optional<typename Storage::text> area = {};
    /// Religion. Personal.
    typename Storage::template optional<typename Storage::text> religion = {};
    /// Marital status. Personal.
    typename Storage::template optional<typename Storage::text> marital_status = {};
    /// Occupation. Personal.
    typename Storage::template optional<typename Storage::text> occupation = {};
    /// Nationality. Personal.
    typename Storage::template optional<typename Storage::text> nationality = {};
    /// Valid-until date. Personal.
    typename Storage::template optional<typename Storage::text> due_date = {};
    /// Issue date. Personal.
    typename Storage::template optional<typename Storage::text> issued_date = {};
    /// Province. Personal.
    typename Storage::template optional<typename Storage::text> province = {};
    /// City. Personal.
    typename Storage::template optional<typename Storage::text> city = {};
};

/// OCR fields of one document kind.
template <class Storage>
struct basic_normal_thailand_id_card {
    /// Document number. Personal.
    typename Storage::template optional<typename Storage::text> license_number = {};
    /// Full name. Personal.
    typename Storage::template optional<typename Storage::text> full_name = {};
    /// Family name. FirstName and LastName look swapped in the manual's sample. Personal.
    typename Storage::template optional<typename Storage::text> last_name = {};
    /// Given name. FirstName and LastName look swapped in the manual's sample. Personal.
    typename Storage::template optional<typename Storage::text> first_name = {};
    /// Birth date. Personal.
    typename Storage::template optional<typename Storage::text> birthday = {};
    /// Full address in one line. Personal.
    typename Storage::template optional<typename Storage::text> formatted_address = {};
    /// Expiry date. Personal.
    typename Storage::template optional<typename Storage::text> expiration_date = {};
    /// Issue date. Personal.
    typename Storage::template optional<typename Storage::text> issued_date = {};
    /// Registration or telex number. Personal.
    typename Storage::template optional<typename Storage::text> registration_number = {};
    /// Religion. Personal.
    typename Storage::template optional<typename Storage::text> religion = {};
    /// Birth date, Thai text. Personal.
    typename Storage::template optional<typename Storage::text> thai_birthday = {};
    /// Expiry date, Thai text. Personal.
    typename Storage::template optional<typename Storage::text> thai_expiration_date = {};
    /// Issue date, Thai text. Personal.
    typename Storage::template optional<typename Storage::text> thai_issue_date = {};
};

/// Union-like OCR struct, unified field names; at most one member is set.
template <class Storage>
struct basic_normal_card_info {
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_normal_hk_id_card<Storage>> hk_id_card = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_normal_ml_id_card<Storage>> ml_id_card = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_philippines_vote_id<Storage>> philippines_vote_id = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_normal_indonesia_id_card<Storage>> indonesia_id_card = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_philippines_driving_license<Storage>> philippines_driving_license = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_philippines_tin_id<Storage>> philippines_tin_id = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_philippines_sss_id<Storage>> philippines_sss_id = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_philippines_umid<Storage>> philippines_umid = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_international_id_passport<Storage>> international_id_passport = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_general_card<Storage>> general_card = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_indonesia_driving_license<Storage>> indonesia_driving_license = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_normal_thailand_id_card<Storage>> thailand_id_card = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_singapore_id_card<Storage>> singapore_id_card = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_macao_id_card<Storage>> macao_id_card = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_mainland_id_card<Storage>> mainland_id_card = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_japan_id_card<Storage>> japan_id_card = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_taiwan_id_card<Storage>> taiwan_id_card = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_hmt_permit<Storage>> hmt_permit_card = {};
};

using address = basic_address<owning>;
using bangladesh_id_card = basic_bangladesh_id_card<owning>;
using hk_id_card = basic_hk_id_card<owning>;
using ml_id_card = basic_ml_id_card<owning>;
using philippines_vote_id = basic_philippines_vote_id<owning>;
using indonesia_id_card = basic_indonesia_id_card<owning>;
using philippines_driving_license = basic_philippines_driving_license<owning>;
using philippines_tin_id = basic_philippines_tin_id<owning>;
using philippines_sss_id = basic_philippines_sss_id<owning>;
using philippines_umid = basic_philippines_umid<owning>;
using international_id_passport = basic_international_id_passport<owning>;
using general_card = basic_general_card<owning>;
using indonesia_driving_license = basic_indonesia_driving_license<owning>;
using thailand_id_card = basic_thailand_id_card<owning>;
using singapore_id_card = basic_singapore_id_card<owning>;
using macao_id_card = basic_macao_id_card<owning>;
using taiwan_id_card = basic_taiwan_id_card<owning>;
using japan_id_card = basic_japan_id_card<owning>;
using nigeria_id_card = basic_nigeria_id_card<owning>;
using nigeria_driving_license = basic_nigeria_driving_license<owning>;
using pakistan_id_card = basic_pakistan_id_card<owning>;
using pakistan_driving_license = basic_pakistan_driving_license<owning>;
using card_info = basic_card_info<owning>;
using hmt_permit = basic_hmt_permit<owning>;
using mainland_id_card = basic_mainland_id_card<owning>;
using normal_hk_id_card = basic_normal_hk_id_card<owning>;
using normal_ml_id_card = basic_normal_ml_id_card<owning>;
using normal_indonesia_id_card = basic_normal_indonesia_id_card<owning>;
using normal_thailand_id_card = basic_normal_thailand_id_card<owning>;
using normal_card_info = basic_normal_card_info<owning>;

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_address<Storage>> = [] {
    using self = faceid::basic_address<Storage>;
    return field_table{
        field_at_offset<decltype(self::country)>("Country", offsetof(self, country)).marked(sensitivity::personal),
        field_at_offset<decltype(self::postal_code)>("PostalCode", offsetof(self, postal_code)).marked(sensitivity::personal),
        field_at_offset<decltype(self::subdivision)>("Subdivision", offsetof(self, subdivision)).marked(sensitivity::personal),
        field_at_offset<decltype(self::city)>("City", offsetof(self, city)).marked(sensitivity::personal),
        field_at_offset<decltype(self::formatted_address)>("FormattedAddress", offsetof(self, formatted_address))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::line_one)>("LineOne", offsetof(self, line_one)).marked(sensitivity::personal),
        field_at_offset<decltype(self::line_two)>("LineTwo", offsetof(self, line_two)).marked(sensitivity::personal),
        field_at_offset<decltype(self::line_three)>("LineThree", offsetof(self, line_three)).marked(sensitivity::personal),
        field_at_offset<decltype(self::line_four)>("LineFour", offsetof(self, line_four)).marked(sensitivity::personal),
        field_at_offset<decltype(self::line_five)>("LineFive", offsetof(self, line_five)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_bangladesh_id_card<Storage>> = [] {
    using self = faceid::basic_bangladesh_id_card<Storage>;
    return field_table{
        field_at_offset<decltype(self::last_name)>("LastName", offsetof(self, last_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::first_name)>("FirstName", offsetof(self, first_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::license_number)>("LicenseNumber", offsetof(self, license_number)).marked(sensitivity::personal),
        field_at_offset<decltype(self::age)>("Age", offsetof(self, age)).marked(sensitivity::personal),
        field_at_offset<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
        field_at_offset<decltype(self::issued_country)>("IssuedCountry", offsetof(self, issued_country)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_hk_id_card<Storage>> = [] {
    using self = faceid::basic_hk_id_card<Storage>;
    return field_table{
        field_at_offset<decltype(self::cn_name)>("CnName", offsetof(self, cn_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::en_name)>("EnName", offsetof(self, en_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::telex_code)>("TelexCode", offsetof(self, telex_code)).marked(sensitivity::personal),
        field_at_offset<decltype(self::sex)>("Sex", offsetof(self, sex)).marked(sensitivity::personal),
        field_at_offset<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
        field_at_offset<decltype(self::permanent)>("Permanent", offsetof(self, permanent)).marked(sensitivity::personal),
        field_at_offset<decltype(self::id_num)>("IdNum", offsetof(self, id_num)).marked(sensitivity::personal),
        field_at_offset<decltype(self::symbol)>("Symbol", offsetof(self, symbol)).marked(sensitivity::personal),
        field_at_offset<decltype(self::first_issue_date)>("FirstIssueDate", offsetof(self, first_issue_date)).marked(sensitivity::personal),
        field_at_offset<decltype(self::current_issue_date)>("CurrentIssueDate", offsetof(self, current_issue_date))
            .marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_ml_id_card<Storage>> = [] {
    using self = faceid::basic_ml_id_card<Storage>;
    return field_table{
        field_at_offset<decltype(self::name)>("Name", offsetof(self, name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::id)>("ID", offsetof(self, id)).marked(sensitivity::personal),
        field_at_offset<decltype(self::sex)>("Sex", offsetof(self, sex)).marked(sensitivity::personal),
        field_at_offset<decltype(self::address)>("Address", offsetof(self, address)).marked(sensitivity::personal),
        field_at_offset<decltype(self::type)>("Type", offsetof(self, type)).marked(sensitivity::open),
        field_at_offset<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_philippines_vote_id<Storage>> = [] {
    using self = faceid::basic_philippines_vote_id<Storage>;
    return field_table{
        field_at_offset<decltype(self::vin)>("VIN", offsetof(self, vin)).marked(sensitivity::personal),
        field_at_offset<decltype(self::first_name)>("FirstName", offsetof(self, first_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::last_name)>("LastName", offsetof(self, last_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
        field_at_offset<decltype(self::civil_status)>("CivilStatus", offsetof(self, civil_status)).marked(sensitivity::personal),
        field_at_offset<decltype(self::citizenship)>("Citizenship", offsetof(self, citizenship)).marked(sensitivity::personal),
        field_at_offset<decltype(self::address)>("Address", offsetof(self, address)).marked(sensitivity::personal),
        field_at_offset<decltype(self::precinct_no)>("PrecinctNo", offsetof(self, precinct_no)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_indonesia_id_card<Storage>> = [] {
    using self = faceid::basic_indonesia_id_card<Storage>;
    return field_table{
        field_at_offset<decltype(self::nik)>("NIK", offsetof(self, nik)).marked(sensitivity::personal),
        field_at_offset<decltype(self::nama)>("Nama", offsetof(self, nama)).marked(sensitivity::personal),
        field_at_offset<decltype(self::tempat_tgl_lahir)>("TempatTglLahir", offsetof(self, tempat_tgl_lahir)).marked(sensitivity::personal),
        field_at_offset<decltype(self::jenis_kelamin)>("JenisKelamin", offsetof(self, jenis_kelamin)).marked(sensitivity::personal),
        field_at_offset<decltype(self::gol_darah)>("GolDarah", offsetof(self, gol_darah)).marked(sensitivity::personal),
        field_at_offset<decltype(self::alamat)>("Alamat", offsetof(self, alamat)).marked(sensitivity::personal),
        field_at_offset<decltype(self::rtrw)>("RTRW", offsetof(self, rtrw)).marked(sensitivity::personal),
        field_at_offset<decltype(self::kel_desa)>("KelDesa", offsetof(self, kel_desa)).marked(sensitivity::personal),
        field_at_offset<decltype(self::kecamatan)>("Kecamatan", offsetof(self, kecamatan)).marked(sensitivity::personal),
        field_at_offset<decltype(self::agama)>("Agama", offsetof(self, agama)).marked(sensitivity::personal),
        field_at_offset<decltype(self::status_perkawinan)>("StatusPerkawinan", offsetof(self, status_perkawinan))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::perkerjaan)>("Perkerjaan", offsetof(self, perkerjaan)).marked(sensitivity::personal),
        field_at_offset<decltype(self::kewarganegaraan)>("KewargaNegaraan", offsetof(self, kewarganegaraan)).marked(sensitivity::personal),
        field_at_offset<decltype(self::berlaku_hingga)>("BerlakuHingga", offsetof(self, berlaku_hingga)).marked(sensitivity::personal),
        field_at_offset<decltype(self::issued_date)>("IssuedDate", offsetof(self, issued_date)).marked(sensitivity::personal),
        field_at_offset<decltype(self::provinsi)>("Provinsi", offsetof(self, provinsi)).marked(sensitivity::personal),
        field_at_offset<decltype(self::kota)>("Kota", offsetof(self, kota)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_philippines_driving_license<Storage>> = [] {
    using self = faceid::basic_philippines_driving_license<Storage>;
    return field_table{
        field_at_offset<decltype(self::name)>("Name", offsetof(self, name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::last_name)>("LastName", offsetof(self, last_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::first_name)>("FirstName", offsetof(self, first_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::middle_name)>("MiddleName", offsetof(self, middle_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::nationality)>("Nationality", offsetof(self, nationality)).marked(sensitivity::personal),
        field_at_offset<decltype(self::sex)>("Sex", offsetof(self, sex)).marked(sensitivity::personal),
        field_at_offset<decltype(self::address)>("Address", offsetof(self, address)).marked(sensitivity::personal),
        field_at_offset<decltype(self::license_no)>("LicenseNo", offsetof(self, license_no)).marked(sensitivity::personal),
        field_at_offset<decltype(self::expires_date)>("ExpiresDate", offsetof(self, expires_date)).marked(sensitivity::personal),
        field_at_offset<decltype(self::agency_code)>("AgencyCode", offsetof(self, agency_code)).marked(sensitivity::personal),
        field_at_offset<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_philippines_tin_id<Storage>> = [] {
    using self = faceid::basic_philippines_tin_id<Storage>;
    return field_table{
        field_at_offset<decltype(self::license_number)>("LicenseNumber", offsetof(self, license_number)).marked(sensitivity::personal),
        field_at_offset<decltype(self::full_name)>("FullName", offsetof(self, full_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::address)>("Address", offsetof(self, address)).marked(sensitivity::personal),
        field_at_offset<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
        field_at_offset<decltype(self::issue_date)>("IssueDate", offsetof(self, issue_date)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_philippines_sss_id<Storage>> = [] {
    using self = faceid::basic_philippines_sss_id<Storage>;
    return field_table{
        field_at_offset<decltype(self::license_number)>("LicenseNumber", offsetof(self, license_number)).marked(sensitivity::personal),
        field_at_offset<decltype(self::full_name)>("FullName", offsetof(self, full_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_philippines_umid<Storage>> = [] {
    using self = faceid::basic_philippines_umid<Storage>;
    return field_table{
        field_at_offset<decltype(self::surname)>("Surname", offsetof(self, surname)).marked(sensitivity::personal),
        field_at_offset<decltype(self::middle_name)>("MiddleName", offsetof(self, middle_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::given_name)>("GivenName", offsetof(self, given_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::sex)>("Sex", offsetof(self, sex)).marked(sensitivity::personal),
        field_at_offset<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
        field_at_offset<decltype(self::address)>("Address", offsetof(self, address)).marked(sensitivity::personal),
        field_at_offset<decltype(self::crn)>("CRN", offsetof(self, crn)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_international_id_passport<Storage>> = [] {
    using self = faceid::basic_international_id_passport<Storage>;
    return field_table{
        field_at_offset<decltype(self::license_number)>("LicenseNumber", offsetof(self, license_number)).marked(sensitivity::personal),
        field_at_offset<decltype(self::full_name)>("FullName", offsetof(self, full_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::surname)>("Surname", offsetof(self, surname)).marked(sensitivity::personal),
        field_at_offset<decltype(self::given_name)>("GivenName", offsetof(self, given_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
        field_at_offset<decltype(self::sex)>("Sex", offsetof(self, sex)).marked(sensitivity::personal),
        field_at_offset<decltype(self::date_of_expiration)>("DateOfExpiration", offsetof(self, date_of_expiration))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::issuing_country)>("IssuingCountry", offsetof(self, issuing_country)).marked(sensitivity::personal),
        field_at_offset<decltype(self::nationality_code)>("NationalityCode", offsetof(self, nationality_code))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::passport_code_first)>("PassportCodeFirst", offsetof(self, passport_code_first))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::passport_code_second)>("PassportCodeSecond", offsetof(self, passport_code_second))
            .marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_general_card<Storage>> = [] {
    using self = faceid::basic_general_card<Storage>;
    return field_table{
        field_at_offset<decltype(self::license_number)>("LicenseNumber", offsetof(self, license_number)).marked(sensitivity::personal),
        field_at_offset<decltype(self::personal_number)>("PersonalNumber", offsetof(self, personal_number)).marked(sensitivity::personal),
        field_at_offset<decltype(self::passport_code_first)>("PassportCodeFirst", offsetof(self, passport_code_first))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::passport_code_second)>("PassportCodeSecond", offsetof(self, passport_code_second))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::expiration_date)>("ExpirationDate", offsetof(self, expiration_date)).marked(sensitivity::personal),
        field_at_offset<decltype(self::due_date)>("DueDate", offsetof(self, due_date)).marked(sensitivity::personal),
        field_at_offset<decltype(self::issued_date)>("IssuedDate", offsetof(self, issued_date)).marked(sensitivity::personal),
        field_at_offset<decltype(self::issued_authority)>("IssuedAuthority", offsetof(self, issued_authority))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::issued_country)>("IssuedCountry", offsetof(self, issued_country)).marked(sensitivity::personal),
        field_at_offset<decltype(self::full_name)>("FullName", offsetof(self, full_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::first_name)>("FirstName", offsetof(self, first_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::last_name)>("LastName", offsetof(self, last_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::sex)>("Sex", offsetof(self, sex)).marked(sensitivity::personal),
        field_at_offset<decltype(self::age)>("Age", offsetof(self, age)).marked(sensitivity::personal),
        field_at_offset<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
        field_at_offset<decltype(self::birth_place)>("BirthPlace", offsetof(self, birth_place)).marked(sensitivity::personal),
        field_at_offset<decltype(self::nationality)>("Nationality", offsetof(self, nationality)).marked(sensitivity::personal),
        field_at_offset<decltype(self::registration_number)>("RegistrationNumber", offsetof(self, registration_number))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::address)>("Address", offsetof(self, address)).marked(sensitivity::personal),
        field_at_offset<decltype(self::full_name_local)>("FullNameLocal", offsetof(self, full_name_local)).marked(sensitivity::personal),
        field_at_offset<decltype(self::first_name_local)>("FirstNameLocal", offsetof(self, first_name_local)).marked(sensitivity::personal),
        field_at_offset<decltype(self::last_name_local)>("LastNameLocal", offsetof(self, last_name_local)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_indonesia_driving_license<Storage>> = [] {
    using self = faceid::basic_indonesia_driving_license<Storage>;
    return field_table{
        field_at_offset<decltype(self::last_name)>("LastName", offsetof(self, last_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::first_name)>("FirstName", offsetof(self, first_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::license_number)>("LicenseNumber", offsetof(self, license_number)).marked(sensitivity::personal),
        field_at_offset<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
        field_at_offset<decltype(self::address)>("Address", offsetof(self, address)).marked(sensitivity::personal),
        field_at_offset<decltype(self::expiration_date)>("ExpirationDate", offsetof(self, expiration_date)).marked(sensitivity::personal),
        field_at_offset<decltype(self::issued_date)>("IssuedDate", offsetof(self, issued_date)).marked(sensitivity::personal),
        field_at_offset<decltype(self::issued_country)>("IssuedCountry", offsetof(self, issued_country)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_thailand_id_card<Storage>> = [] {
    using self = faceid::basic_thailand_id_card<Storage>;
    return field_table{
        field_at_offset<decltype(self::last_name)>("LastName", offsetof(self, last_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::first_name)>("FirstName", offsetof(self, first_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::license_number)>("LicenseNumber", offsetof(self, license_number)).marked(sensitivity::personal),
        field_at_offset<decltype(self::date_of_birth)>("DateOfBirth", offsetof(self, date_of_birth)).marked(sensitivity::personal),
        field_at_offset<decltype(self::date_of_expiry)>("DateOfExpiry", offsetof(self, date_of_expiry)).marked(sensitivity::personal),
        field_at_offset<decltype(self::date_of_issue)>("DateOfIssue", offsetof(self, date_of_issue)).marked(sensitivity::personal),
        field_at_offset<decltype(self::issued_country)>("IssuedCountry", offsetof(self, issued_country)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_singapore_id_card<Storage>> = [] {
    using self = faceid::basic_singapore_id_card<Storage>;
    return field_table{
        field_at_offset<decltype(self::ch_name)>("ChName", offsetof(self, ch_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::chinese_name)>("ChineseName", offsetof(self, chinese_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::en_name)>("EnName", offsetof(self, en_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::full_name)>("FullName", offsetof(self, full_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::id)>("ID", offsetof(self, id)).marked(sensitivity::personal),
        field_at_offset<decltype(self::license_number)>("LicenseNumber", offsetof(self, license_number)).marked(sensitivity::personal),
        field_at_offset<decltype(self::sex)>("Sex", offsetof(self, sex)).marked(sensitivity::personal),
        field_at_offset<decltype(self::country_of_birth)>("CountryOfBirth", offsetof(self, country_of_birth)).marked(sensitivity::personal),
        field_at_offset<decltype(self::nationality)>("Nationality", offsetof(self, nationality)).marked(sensitivity::personal),
        field_at_offset<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
        field_at_offset<decltype(self::address)>("Address", offsetof(self, address)).marked(sensitivity::personal),
        field_at_offset<decltype(self::race)>("Race", offsetof(self, race)).marked(sensitivity::personal),
        field_at_offset<decltype(self::nric_code)>("NRICCode", offsetof(self, nric_code)).marked(sensitivity::personal),
        field_at_offset<decltype(self::post_code)>("PostCode", offsetof(self, post_code)).marked(sensitivity::personal),
        field_at_offset<decltype(self::date_of_expiration)>("DateOfExpiration", offsetof(self, date_of_expiration))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::date_of_issue)>("DateOfIssue", offsetof(self, date_of_issue)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_macao_id_card<Storage>> = [] {
    using self = faceid::basic_macao_id_card<Storage>;
    return field_table{
        field_at_offset<decltype(self::first_name)>("FirstName", offsetof(self, first_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::last_name)>("LastName", offsetof(self, last_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
        field_at_offset<decltype(self::expiration_date)>("ExpirationDate", offsetof(self, expiration_date)).marked(sensitivity::personal),
        field_at_offset<decltype(self::license_number)>("LicenseNumber", offsetof(self, license_number)).marked(sensitivity::personal),
        field_at_offset<decltype(self::sex)>("Sex", offsetof(self, sex)).marked(sensitivity::personal),
        field_at_offset<decltype(self::age)>("Age", offsetof(self, age)).marked(sensitivity::personal),
        field_at_offset<decltype(self::issued_country)>("IssuedCountry", offsetof(self, issued_country)).marked(sensitivity::personal),
        field_at_offset<decltype(self::field1)>("Field1", offsetof(self, field1)).marked(sensitivity::personal),
        field_at_offset<decltype(self::field2)>("Field2", offsetof(self, field2)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_taiwan_id_card<Storage>> = [] {
    using self = faceid::basic_taiwan_id_card<Storage>;
    return field_table{
        field_at_offset<decltype(self::full_name)>("FullName", offsetof(self, full_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::license_number)>("LicenseNumber", offsetof(self, license_number)).marked(sensitivity::personal),
        field_at_offset<decltype(self::sex)>("Sex", offsetof(self, sex)).marked(sensitivity::personal),
        field_at_offset<decltype(self::issued_country)>("IssuedCountry", offsetof(self, issued_country)).marked(sensitivity::personal),
        field_at_offset<decltype(self::registration_number)>("RegistrationNumber", offsetof(self, registration_number))
            .marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_japan_id_card<Storage>> = [] {
    using self = faceid::basic_japan_id_card<Storage>;
    return field_table{
        field_at_offset<decltype(self::full_name)>("FullName", offsetof(self, full_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::license_number)>("LicenseNumber", offsetof(self, license_number)).marked(sensitivity::personal),
        field_at_offset<decltype(self::age)>("Age", offsetof(self, age)).marked(sensitivity::personal),
        field_at_offset<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
        field_at_offset<decltype(self::expiration_date)>("ExpirationDate", offsetof(self, expiration_date)).marked(sensitivity::personal),
        field_at_offset<decltype(self::formatted_address)>("FormattedAddress", offsetof(self, formatted_address))
            .marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_nigeria_id_card<Storage>> = [] {
    using self = faceid::basic_nigeria_id_card<Storage>;
    return field_table{
        field_at_offset<decltype(self::last_name)>("LastName", offsetof(self, last_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::first_name)>("FirstName", offsetof(self, first_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::license_number)>("LicenseNumber", offsetof(self, license_number)).marked(sensitivity::personal),
        field_at_offset<decltype(self::age)>("Age", offsetof(self, age)).marked(sensitivity::personal),
        field_at_offset<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
        field_at_offset<decltype(self::issued_country)>("IssuedCountry", offsetof(self, issued_country)).marked(sensitivity::personal),
        field_at_offset<decltype(self::sex)>("Sex", offsetof(self, sex)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_nigeria_driving_license<Storage>> = [] {
    using self = faceid::basic_nigeria_driving_license<Storage>;
    return field_table{
        field_at_offset<decltype(self::last_name)>("LastName", offsetof(self, last_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::first_name)>("FirstName", offsetof(self, first_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::license_number)>("LicenseNumber", offsetof(self, license_number)).marked(sensitivity::personal),
        field_at_offset<decltype(self::age)>("Age", offsetof(self, age)).marked(sensitivity::personal),
        field_at_offset<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
        field_at_offset<decltype(self::issued_country)>("IssuedCountry", offsetof(self, issued_country)).marked(sensitivity::personal),
        field_at_offset<decltype(self::expiration_date)>("ExpirationDate", offsetof(self, expiration_date)).marked(sensitivity::personal),
        field_at_offset<decltype(self::issued_date)>("IssuedDate", offsetof(self, issued_date)).marked(sensitivity::personal),
        field_at_offset<decltype(self::sex)>("Sex", offsetof(self, sex)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_pakistan_id_card<Storage>> = [] {
    using self = faceid::basic_pakistan_id_card<Storage>;
    return field_table{
        field_at_offset<decltype(self::last_name)>("LastName", offsetof(self, last_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::first_name)>("FirstName", offsetof(self, first_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::license_number)>("LicenseNumber", offsetof(self, license_number)).marked(sensitivity::personal),
        field_at_offset<decltype(self::age)>("Age", offsetof(self, age)).marked(sensitivity::personal),
        field_at_offset<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
        field_at_offset<decltype(self::issued_country)>("IssuedCountry", offsetof(self, issued_country)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_pakistan_driving_license<Storage>> = [] {
    using self = faceid::basic_pakistan_driving_license<Storage>;
    return field_table{
        field_at_offset<decltype(self::last_name)>("LastName", offsetof(self, last_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::first_name)>("FirstName", offsetof(self, first_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::license_number)>("LicenseNumber", offsetof(self, license_number)).marked(sensitivity::personal),
        field_at_offset<decltype(self::age)>("Age", offsetof(self, age)).marked(sensitivity::personal),
        field_at_offset<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
        field_at_offset<decltype(self::issued_country)>("IssuedCountry", offsetof(self, issued_country)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_card_info<Storage>> = [] {
    using self = faceid::basic_card_info<Storage>;
    return field_table{
        field_at_offset<decltype(self::hk_id_card)>("HKIDCard", offsetof(self, hk_id_card)).marked(sensitivity::personal),
        field_at_offset<decltype(self::ml_id_card)>("MLIDCard", offsetof(self, ml_id_card)).marked(sensitivity::personal),
        field_at_offset<decltype(self::philippines_vote_id)>("PhilippinesVoteID", offsetof(self, philippines_vote_id))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::indonesia_id_card)>("IndonesiaIDCard", offsetof(self, indonesia_id_card))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::philippines_driving_license)>("PhilippinesDrivingLicense",
                                                                     offsetof(self, philippines_driving_license))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::philippines_tin_id)>("PhilippinesTinID", offsetof(self, philippines_tin_id))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::philippines_sss_id)>("PhilippinesSSSID", offsetof(self, philippines_sss_id))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::philippines_umid)>("PhilippinesUMID", offsetof(self, philippines_umid))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::international_id_passport)>("InternationalIDPassport", offsetof(self, international_id_passport))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::general_card)>("GeneralCard", offsetof(self, general_card)).marked(sensitivity::personal),
        field_at_offset<decltype(self::indonesia_driving_license)>("IndonesiaDrivingLicense", offsetof(self, indonesia_driving_license))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::thailand_id_card)>("ThailandIDCard", offsetof(self, thailand_id_card)).marked(sensitivity::personal),
        field_at_offset<decltype(self::singapore_id_card)>("SingaporeIDCard", offsetof(self, singapore_id_card))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::macao_id_card)>("MacaoIDCard", offsetof(self, macao_id_card)).marked(sensitivity::personal),
        field_at_offset<decltype(self::taiwan_id_card)>("TaiWanIDCard", offsetof(self, taiwan_id_card)).marked(sensitivity::personal),
        field_at_offset<decltype(self::japan_id_card)>("JapanIDCard", offsetof(self, japan_id_card)).marked(sensitivity::personal),
        field_at_offset<decltype(self::bangladesh_id_card)>("BangladeshIDCard", offsetof(self, bangladesh_id_card))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::nigeria_id_card)>("NigeriaIDCard", offsetof(self, nigeria_id_card)).marked(sensitivity::personal),
        field_at_offset<decltype(self::nigeria_driving_license)>("NigeriaDrivingLicense", offsetof(self, nigeria_driving_license))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::pakistan_id_card)>("PakistanIDCard", offsetof(self, pakistan_id_card)).marked(sensitivity::personal),
        field_at_offset<decltype(self::pakistan_driving_license)>("PakistanDrivingLicense", offsetof(self, pakistan_driving_license))
            .marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_hmt_permit<Storage>> = [] {
    using self = faceid::basic_hmt_permit<Storage>;
    return field_table{
        field_at_offset<decltype(self::name)>("Name", offsetof(self, name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::english_name)>("EnglishName", offsetof(self, english_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::number)>("Number", offsetof(self, number)).marked(sensitivity::personal),
        field_at_offset<decltype(self::sex)>("Sex", offsetof(self, sex)).marked(sensitivity::personal),
        field_at_offset<decltype(self::valid_date)>("ValidDate", offsetof(self, valid_date)).marked(sensitivity::personal),
        field_at_offset<decltype(self::issue_authority)>("IssueAuthority", offsetof(self, issue_authority)).marked(sensitivity::personal),
        field_at_offset<decltype(self::issue_address)>("IssueAddress", offsetof(self, issue_address)).marked(sensitivity::personal),
        field_at_offset<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_mainland_id_card<Storage>> = [] {
    using self = faceid::basic_mainland_id_card<Storage>;
    return field_table{
        field_at_offset<decltype(self::full_name)>("FullName", offsetof(self, full_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::sex)>("Sex", offsetof(self, sex)).marked(sensitivity::personal),
        field_at_offset<decltype(self::nation)>("Nation", offsetof(self, nation)).marked(sensitivity::personal),
        field_at_offset<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
        field_at_offset<decltype(self::address)>("Address", offsetof(self, address)).marked(sensitivity::personal),
        field_at_offset<decltype(self::license_number)>("LicenseNumber", offsetof(self, license_number)).marked(sensitivity::personal),
        field_at_offset<decltype(self::formatted_address)>("FormattedAddress", offsetof(self, formatted_address))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::authority)>("Authority", offsetof(self, authority)).marked(sensitivity::personal),
        field_at_offset<decltype(self::valid_date)>("ValidDate", offsetof(self, valid_date)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_normal_hk_id_card<Storage>> = [] {
    using self = faceid::basic_normal_hk_id_card<Storage>;
    return field_table{
        field_at_offset<decltype(self::chinese_name)>("ChineseName", offsetof(self, chinese_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::full_name)>("FullName", offsetof(self, full_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::registration_number)>("RegistrationNumber", offsetof(self, registration_number))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::sex)>("Sex", offsetof(self, sex)).marked(sensitivity::personal),
        field_at_offset<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
        field_at_offset<decltype(self::permanent)>("Permanent", offsetof(self, permanent)).marked(sensitivity::personal),
        field_at_offset<decltype(self::license_number)>("LicenseNumber", offsetof(self, license_number)).marked(sensitivity::personal),
        field_at_offset<decltype(self::symbol)>("Symbol", offsetof(self, symbol)).marked(sensitivity::personal),
        field_at_offset<decltype(self::issued_date)>("IssuedDate", offsetof(self, issued_date)).marked(sensitivity::personal),
        field_at_offset<decltype(self::current_issue_date)>("CurrentIssueDate", offsetof(self, current_issue_date))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::hk_id_version)>("HKIDVersion", offsetof(self, hk_id_version)).marked(sensitivity::open),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_normal_ml_id_card<Storage>> = [] {
    using self = faceid::basic_normal_ml_id_card<Storage>;
    return field_table{
        field_at_offset<decltype(self::full_name)>("FullName", offsetof(self, full_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::license_number)>("LicenseNumber", offsetof(self, license_number)).marked(sensitivity::personal),
        field_at_offset<decltype(self::sex)>("Sex", offsetof(self, sex)).marked(sensitivity::personal),
        field_at_offset<decltype(self::formatted_address)>("FormattedAddress", offsetof(self, formatted_address))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::type)>("Type", offsetof(self, type)).marked(sensitivity::open),
        field_at_offset<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_normal_indonesia_id_card<Storage>> = [] {
    using self = faceid::basic_normal_indonesia_id_card<Storage>;
    return field_table{
        field_at_offset<decltype(self::license_number)>("LicenseNumber", offsetof(self, license_number)).marked(sensitivity::personal),
        field_at_offset<decltype(self::full_name)>("FullName", offsetof(self, full_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
        field_at_offset<decltype(self::sex)>("Sex", offsetof(self, sex)).marked(sensitivity::personal),
        field_at_offset<decltype(self::blood_type)>("BloodType", offsetof(self, blood_type)).marked(sensitivity::personal),
        field_at_offset<decltype(self::formatted_address)>("FormattedAddress", offsetof(self, formatted_address))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::street)>("Street", offsetof(self, street)).marked(sensitivity::personal),
        field_at_offset<decltype(self::village)>("Village", offsetof(self, village)).marked(sensitivity::personal),
        field_at_offset<decltype(self::area)>("Area", offsetof(self, area)).marked(sensitivity::personal),
        field_at_offset<decltype(self::religion)>("Religion", offsetof(self, religion)).marked(sensitivity::personal),
        field_at_offset<decltype(self::marital_status)>("MaritalStatus", offsetof(self, marital_status)).marked(sensitivity::personal),
        field_at_offset<decltype(self::occupation)>("Occupation", offsetof(self, occupation)).marked(sensitivity::personal),
        field_at_offset<decltype(self::nationality)>("Nationality", offsetof(self, nationality)).marked(sensitivity::personal),
        field_at_offset<decltype(self::due_date)>("DueDate", offsetof(self, due_date)).marked(sensitivity::personal),
        field_at_offset<decltype(self::issued_date)>("IssuedDate", offsetof(self, issued_date)).marked(sensitivity::personal),
        field_at_offset<decltype(self::province)>("Province", offsetof(self, province)).marked(sensitivity::personal),
        field_at_offset<decltype(self::city)>("City", offsetof(self, city)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_normal_thailand_id_card<Storage>> = [] {
    using self = faceid::basic_normal_thailand_id_card<Storage>;
    return field_table{
        field_at_offset<decltype(self::license_number)>("LicenseNumber", offsetof(self, license_number)).marked(sensitivity::personal),
        field_at_offset<decltype(self::full_name)>("FullName", offsetof(self, full_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::last_name)>("LastName", offsetof(self, last_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::first_name)>("FirstName", offsetof(self, first_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
        field_at_offset<decltype(self::formatted_address)>("FormattedAddress", offsetof(self, formatted_address))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::expiration_date)>("ExpirationDate", offsetof(self, expiration_date)).marked(sensitivity::personal),
        field_at_offset<decltype(self::issued_date)>("IssuedDate", offsetof(self, issued_date)).marked(sensitivity::personal),
        field_at_offset<decltype(self::registration_number)>("RegistrationNumber", offsetof(self, registration_number))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::religion)>("Religion", offsetof(self, religion)).marked(sensitivity::personal),
        field_at_offset<decltype(self::thai_birthday)>("ThaiBirthday", offsetof(self, thai_birthday)).marked(sensitivity::personal),
        field_at_offset<decltype(self::thai_expiration_date)>("ThaiExpirationDate", offsetof(self, thai_expiration_date))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::thai_issue_date)>("ThaiIssueDate", offsetof(self, thai_issue_date)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_normal_card_info<Storage>> = [] {
    using self = faceid::basic_normal_card_info<Storage>;
    return field_table{
        field_at_offset<decltype(self::hk_id_card)>("HKIDCard", offsetof(self, hk_id_card)).marked(sensitivity::personal),
        field_at_offset<decltype(self::ml_id_card)>("MLIDCard", offsetof(self, ml_id_card)).marked(sensitivity::personal),
        field_at_offset<decltype(self::philippines_vote_id)>("PhilippinesVoteID", offsetof(self, philippines_vote_id))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::indonesia_id_card)>("IndonesiaIDCard", offsetof(self, indonesia_id_card))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::philippines_driving_license)>("PhilippinesDrivingLicense",
                                                                     offsetof(self, philippines_driving_license))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::philippines_tin_id)>("PhilippinesTinID", offsetof(self, philippines_tin_id))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::philippines_sss_id)>("PhilippinesSSSID", offsetof(self, philippines_sss_id))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::philippines_umid)>("PhilippinesUMID", offsetof(self, philippines_umid))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::international_id_passport)>("InternationalIDPassport", offsetof(self, international_id_passport))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::general_card)>("GeneralCard", offsetof(self, general_card)).marked(sensitivity::personal),
        field_at_offset<decltype(self::indonesia_driving_license)>("IndonesiaDrivingLicense", offsetof(self, indonesia_driving_license))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::thailand_id_card)>("ThailandIDCard", offsetof(self, thailand_id_card)).marked(sensitivity::personal),
        field_at_offset<decltype(self::singapore_id_card)>("SingaporeIDCard", offsetof(self, singapore_id_card))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::macao_id_card)>("MacaoIDCard", offsetof(self, macao_id_card)).marked(sensitivity::personal),
        field_at_offset<decltype(self::mainland_id_card)>("MainlandIDCard", offsetof(self, mainland_id_card)).marked(sensitivity::personal),
        field_at_offset<decltype(self::japan_id_card)>("JapanIDCard", offsetof(self, japan_id_card)).marked(sensitivity::personal),
        field_at_offset<decltype(self::taiwan_id_card)>("TaiWanIDCard", offsetof(self, taiwan_id_card)).marked(sensitivity::personal),
        field_at_offset<decltype(self::hmt_permit_card)>("HMTPermitCard", offsetof(self, hmt_permit_card)).marked(sensitivity::personal),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1
