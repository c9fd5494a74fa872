// SPDX-License-Identifier: MIT
// The documents that OCR reads: a struct for each kind of card, and two structs that hold one of them. Made by tools/generate.py from
// tools/faceid.json.
// Source: https://www.tencentcloud.com/document/product/1061
#pragma once

#include <tc3/core/literal.hpp>
#include <tc3/model/codec.hpp>
#include <tc3/model/storage.hpp>

#include <cstddef>

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Values of general_card::sex. The service may add more.
namespace general_card_sex {
inline constexpr literal male{"M"};    ///< male
inline constexpr literal female{"F"};  ///< female
inline constexpr literal other{"X"};   ///< other
}  // namespace general_card_sex

/// Values of hk_id_card::permanent, normal_hk_id_card::permanent. The service may add more.
namespace hk_permanent {
inline constexpr literal not_permanent{"0"};  ///< not permanent
inline constexpr literal permanent{"1"};      ///< permanent
inline constexpr literal unknown{"-1"};       ///< unknown
}  // namespace hk_permanent

/// Values of international_id_passport::sex. The service may add more.
namespace passport_sex {
inline constexpr literal female{"F"};  ///< female
inline constexpr literal male{"M"};    ///< male
}  // namespace passport_sex

/// Values of ml_id_card::type, normal_ml_id_card::type. The service may add more.
namespace ml_id_card_type {
inline constexpr literal my_kad{"MyKad"};          ///< ID card
inline constexpr literal my_pr{"MyPR"};            ///< permanent resident
inline constexpr literal my_tentera{"MyTentera"};  ///< military
inline constexpr literal my_kas{"MyKAS"};          ///< temporary
inline constexpr literal polis{"POLIS"};           ///< police
inline constexpr literal ikad{"IKAD"};             ///< labour
inline constexpr literal my_kid{"MyKid"};          ///< child
}  // namespace ml_id_card_type

/// Values of normal_hk_id_card::hk_id_version. The service may add more.
namespace hk_id_card_edition {
inline constexpr literal edition_2003{"HKID-2003"};  ///< 2003 edition
inline constexpr literal edition_2018{"HKID-2018"};  ///< 2018 edition
}  // namespace hk_id_card_edition

/// The address on a foreign document, split into parts.
template <class Storage>
struct basic_address {
    /// Country. Personal data.
    optional_text<Storage> country = {};
    /// Postal code. Personal data.
    optional_text<Storage> postal_code = {};
    /// State or province. Personal data.
    optional_text<Storage> subdivision = {};
    /// City. Personal data.
    optional_text<Storage> city = {};
    /// Full address in one line. Personal data.
    optional_text<Storage> formatted_address = {};
    /// Address line 1. Personal data.
    optional_text<Storage> line_one = {};
    /// Address line 2. Personal data.
    optional_text<Storage> line_two = {};
    /// Address line 3. Personal data.
    optional_text<Storage> line_three = {};
    /// Address line 4. Personal data.
    optional_text<Storage> line_four = {};
    /// Address line 5. Personal data.
    optional_text<Storage> line_five = {};
};

/// The fields that OCR reads from a document of this kind.
template <class Storage>
struct basic_bangladesh_id_card {
    /// Family name. Personal data.
    optional_text<Storage> last_name = {};
    /// Given name. Personal data.
    optional_text<Storage> first_name = {};
    /// Document number. Personal data.
    optional_text<Storage> license_number = {};
    /// Age as text; '0' means unknown. Personal data.
    optional_text<Storage> age = {};
    /// Birth date. Personal data.
    optional_text<Storage> birthday = {};
    /// Issuing country. Personal data.
    optional_text<Storage> issued_country = {};
};

/// The fields that OCR reads from a document of this kind.
template <class Storage>
struct basic_hk_id_card {
    /// Name in Chinese. Personal data.
    optional_text<Storage> cn_name = {};
    /// Name in Latin letters. Personal data.
    optional_text<Storage> en_name = {};
    /// Telex code of the Chinese name. Personal data.
    optional_text<Storage> telex_code = {};
    /// Sex. May hold more than one script. Personal data.
    optional_text<Storage> sex = {};
    /// Birth date. DD-MM-YYYY: "01-01-2001". Personal data.
    optional_text<Storage> birthday = {};
    /// Permanent resident flag. See hk_permanent above. Personal data.
    optional_text<Storage> permanent = {};
    /// Document number. Personal data.
    optional_text<Storage> id_num = {};
    /// Symbols under the birth date. Personal data.
    optional_text<Storage> symbol = {};
    /// First issue date. Personal data.
    optional_text<Storage> first_issue_date = {};
    /// Current issue date. Personal data.
    optional_text<Storage> current_issue_date = {};
};

/// The fields that OCR reads from a document of this kind.
template <class Storage>
struct basic_ml_id_card {
    /// Name. Personal data.
    optional_text<Storage> name = {};
    /// Document number. Personal data.
    optional_text<Storage> id = {};
    /// Sex. Personal data.
    optional_text<Storage> sex = {};
    /// Address. Personal data.
    optional_text<Storage> address = {};
    /// Card kind. See ml_id_card_type above.
    optional_text<Storage> type = {};
    /// Birth date. Only for IKAD and MyKad. Personal data.
    optional_text<Storage> birthday = {};
};

/// The fields that OCR reads from a document of this kind.
template <class Storage>
struct basic_philippines_vote_id {
    /// Voter number. Personal data.
    optional_text<Storage> vin = {};
    /// Given name. Personal data.
    optional_text<Storage> first_name = {};
    /// Family name. Personal data.
    optional_text<Storage> last_name = {};
    /// Birth date. Personal data.
    optional_text<Storage> birthday = {};
    /// Civil status. Personal data.
    optional_text<Storage> civil_status = {};
    /// Nationality. Personal data.
    optional_text<Storage> citizenship = {};
    /// Address. Personal data.
    optional_text<Storage> address = {};
    /// Precinct. Personal data.
    optional_text<Storage> precinct_no = {};
};

/// The fields that OCR reads from a document of this kind.
template <class Storage>
struct basic_indonesia_id_card {
    /// Document number (NIK). Personal data.
    optional_text<Storage> nik = {};
    /// Name. Personal data.
    optional_text<Storage> nama = {};
    /// Birth place and date. Personal data.
    optional_text<Storage> tempat_tgl_lahir = {};
    /// Sex. Personal data.
    optional_text<Storage> jenis_kelamin = {};
    /// Blood type. Personal data.
    optional_text<Storage> gol_darah = {};
    /// Address. Personal data.
    optional_text<Storage> alamat = {};
    /// Street (RT/RW). Personal data.
    optional_text<Storage> rtrw = {};
    /// Village. Personal data.
    optional_text<Storage> kel_desa = {};
    /// District. Personal data.
    optional_text<Storage> kecamatan = {};
    /// Religion. Personal data.
    optional_text<Storage> agama = {};
    /// Marital status. Personal data.
    optional_text<Storage> status_perkawinan = {};
    /// Occupation. Personal data.
    optional_text<Storage> perkerjaan = {};
    /// Nationality. Personal data.
    optional_text<Storage> kewarganegaraan = {};
    /// Valid-until date. Personal data.
    optional_text<Storage> berlaku_hingga = {};
    /// Issue date. Personal data.
    optional_text<Storage> issued_date = {};
    /// Province. Personal data.
    optional_text<Storage> provinsi = {};
    /// City. Personal data.
    optional_text<Storage> kota = {};
};

/// The fields that OCR reads from a document of this kind.
template <class Storage>
struct basic_philippines_driving_license {
    /// Name. Personal data.
    optional_text<Storage> name = {};
    /// Family name. Personal data.
    optional_text<Storage> last_name = {};
    /// Given name. Personal data.
    optional_text<Storage> first_name = {};
    /// Middle name. Personal data.
    optional_text<Storage> middle_name = {};
    /// Nationality. Personal data.
    optional_text<Storage> nationality = {};
    /// Sex. Personal data.
    optional_text<Storage> sex = {};
    /// Address. Personal data.
    optional_text<Storage> address = {};
    /// Document number. Personal data.
    optional_text<Storage> license_no = {};
    /// Expiry date. Personal data.
    optional_text<Storage> expires_date = {};
    /// Agency code. Personal data.
    optional_text<Storage> agency_code = {};
    /// Birth date. Personal data.
    optional_text<Storage> birthday = {};
};

/// The fields that OCR reads from a document of this kind.
template <class Storage>
struct basic_philippines_tin_id {
    /// Document number. Personal data.
    optional_text<Storage> license_number = {};
    /// Full name. Personal data.
    optional_text<Storage> full_name = {};
    /// Address. Personal data.
    optional_text<Storage> address = {};
    /// Birth date. Personal data.
    optional_text<Storage> birthday = {};
    /// Issue date. Personal data.
    optional_text<Storage> issue_date = {};
};

/// The fields that OCR reads from a document of this kind.
template <class Storage>
struct basic_philippines_sss_id {
    /// Document number. Personal data.
    optional_text<Storage> license_number = {};
    /// Full name. Personal data.
    optional_text<Storage> full_name = {};
    /// Birth date. Personal data.
    optional_text<Storage> birthday = {};
};

/// The fields that OCR reads from a document of this kind.
template <class Storage>
struct basic_philippines_umid {
    /// Family name. Personal data.
    optional_text<Storage> surname = {};
    /// Middle name. Personal data.
    optional_text<Storage> middle_name = {};
    /// Given name. Personal data.
    optional_text<Storage> given_name = {};
    /// Sex. Personal data.
    optional_text<Storage> sex = {};
    /// Birth date. Personal data.
    optional_text<Storage> birthday = {};
    /// Address. Personal data.
    optional_text<Storage> address = {};
    /// Common reference number. Personal data.
    optional_text<Storage> crn = {};
};

/// The fields that OCR reads from a document of this kind.
template <class Storage>
struct basic_international_id_passport {
    /// Document number. Personal data.
    optional_text<Storage> license_number = {};
    /// Full name. Personal data.
    optional_text<Storage> full_name = {};
    /// Family name. Personal data.
    optional_text<Storage> surname = {};
    /// Given name. Personal data.
    optional_text<Storage> given_name = {};
    /// Birth date. Personal data.
    optional_text<Storage> birthday = {};
    /// Sex. See passport_sex above. Personal data.
    optional_text<Storage> sex = {};
    /// Expiry date. Personal data.
    optional_text<Storage> date_of_expiration = {};
    /// Issuing country. Personal data.
    optional_text<Storage> issuing_country = {};
    /// Nationality code. Personal data.
    optional_text<Storage> nationality_code = {};
    /// MRZ line 1. Personal data.
    optional_text<Storage> passport_code_first = {};
    /// MRZ line 2. Personal data.
    optional_text<Storage> passport_code_second = {};
};

/// The fields that OCR reads from a document of this kind.
template <class Storage>
struct basic_general_card {
    /// Document number. Personal data.
    optional_text<Storage> license_number = {};
    /// Personal number (passports). Personal data.
    optional_text<Storage> personal_number = {};
    /// MRZ line 1. Personal data.
    optional_text<Storage> passport_code_first = {};
    /// MRZ line 2. Personal data.
    optional_text<Storage> passport_code_second = {};
    /// Expiry date. YYYY-MM-DD or YYYY/MM/DD. Personal data.
    optional_text<Storage> expiration_date = {};
    /// Valid-until date. YYYY-MM-DD or YYYY/MM/DD. Personal data.
    optional_text<Storage> due_date = {};
    /// Issue date. YYYY-MM-DD or YYYY/MM/DD. Personal data.
    optional_text<Storage> issued_date = {};
    /// Issuing authority. Personal data.
    optional_text<Storage> issued_authority = {};
    /// Issuing country. ISO 3166 code. Personal data.
    optional_text<Storage> issued_country = {};
    /// Full name. Personal data.
    optional_text<Storage> full_name = {};
    /// Given name. Personal data.
    optional_text<Storage> first_name = {};
    /// Family name. Personal data.
    optional_text<Storage> last_name = {};
    /// Sex. See general_card_sex above. Personal data.
    optional_text<Storage> sex = {};
    /// Age as text; '0' means unknown. Personal data.
    optional_text<Storage> age = {};
    /// Birth date. Personal data.
    optional_text<Storage> birthday = {};
    /// Birth place. Personal data.
    optional_text<Storage> birth_place = {};
    /// Nationality. ISO 3166 code. Personal data.
    optional_text<Storage> nationality = {};
    /// Registration or telex number. Personal data.
    optional_text<Storage> registration_number = {};
    /// Address. Personal data.
    nested_of<Storage, basic_address<Storage>> address = {};
    /// Full name in local script. Personal data.
    optional_text<Storage> full_name_local = {};
    /// Given name in local script. Personal data.
    optional_text<Storage> first_name_local = {};
    /// Family name in local script. Personal data.
    optional_text<Storage> last_name_local = {};
};

/// The fields that OCR reads from a document of this kind.
template <class Storage>
struct basic_indonesia_driving_license {
    /// Family name. Personal data.
    optional_text<Storage> last_name = {};
    /// Given name. Personal data.
    optional_text<Storage> first_name = {};
    /// Document number. Personal data.
    optional_text<Storage> license_number = {};
    /// Birth date. Personal data.
    optional_text<Storage> birthday = {};
    /// Address. Personal data.
    optional_text<Storage> address = {};
    /// Expiry date. Personal data.
    optional_text<Storage> expiration_date = {};
    /// Issue date. Personal data.
    optional_text<Storage> issued_date = {};
    /// Issuing country. Personal data.
    optional_text<Storage> issued_country = {};
};

/// The fields that OCR reads from a document of this kind.
template <class Storage>
struct basic_thailand_id_card {
    /// Family name. Personal data.
    optional_text<Storage> last_name = {};
    /// Given name. Personal data.
    optional_text<Storage> first_name = {};
    /// Document number. Personal data.
    optional_text<Storage> license_number = {};
    /// Birth date. Personal data.
    optional_text<Storage> date_of_birth = {};
    /// Expiry date. Personal data.
    optional_text<Storage> date_of_expiry = {};
    /// Issue date. Personal data.
    optional_text<Storage> date_of_issue = {};
    /// Issuing country. Personal data.
    optional_text<Storage> issued_country = {};
};

/// The fields that OCR reads from a document of this kind.
template <class Storage>
struct basic_singapore_id_card {
    /// Name in Chinese (old). Disabled by the service, although the manual still describes it. Personal data.
    optional_text<Storage> ch_name = {};
    /// Name in Chinese. Personal data.
    optional_text<Storage> chinese_name = {};
    /// Name in Latin letters. Disabled by the service, although the manual still describes it. Personal data.
    optional_text<Storage> en_name = {};
    /// Full name. Personal data.
    optional_text<Storage> full_name = {};
    /// Document number. Disabled by the service, although the manual still describes it. Personal data.
    optional_text<Storage> id = {};
    /// Document number. Personal data.
    optional_text<Storage> license_number = {};
    /// Sex. Personal data.
    optional_text<Storage> sex = {};
    /// Birth country (old). Disabled by the service, although the manual still describes it. Personal data.
    optional_text<Storage> country_of_birth = {};
    /// Nationality. Personal data.
    optional_text<Storage> nationality = {};
    /// Birth date. Personal data.
    optional_text<Storage> birthday = {};
    /// Address. Personal data.
    optional_text<Storage> address = {};
    /// Ethnic group (back). Personal data.
    optional_text<Storage> race = {};
    /// NRIC number (back). Personal data.
    optional_text<Storage> nric_code = {};
    /// Postal code. Personal data.
    optional_text<Storage> post_code = {};
    /// Expiry date. Personal data.
    optional_text<Storage> date_of_expiration = {};
    /// Issue date. Personal data.
    optional_text<Storage> date_of_issue = {};
};

/// The fields that OCR reads from a document of this kind.
template <class Storage>
struct basic_macao_id_card {
    /// Given name. Personal data.
    optional_text<Storage> first_name = {};
    /// Family name. Personal data.
    optional_text<Storage> last_name = {};
    /// Birth date. Personal data.
    optional_text<Storage> birthday = {};
    /// Expiry date. Personal data.
    optional_text<Storage> expiration_date = {};
    /// Document number. Personal data.
    optional_text<Storage> license_number = {};
    /// Sex. Personal data.
    optional_text<Storage> sex = {};
    /// Age as text; '0' means unknown. Personal data.
    optional_text<Storage> age = {};
    /// Issuing country. Personal data.
    optional_text<Storage> issued_country = {};
    /// MRZ line 1. Personal data.
    optional_text<Storage> field1 = {};
    /// MRZ line 2. Personal data.
    optional_text<Storage> field2 = {};
};

/// The fields that OCR reads from a document of this kind.
template <class Storage>
struct basic_taiwan_id_card {
    /// Full name. Personal data.
    optional_text<Storage> full_name = {};
    /// Document number. Personal data.
    optional_text<Storage> license_number = {};
    /// Sex. Personal data.
    optional_text<Storage> sex = {};
    /// Issuing country. Personal data.
    optional_text<Storage> issued_country = {};
    /// Registration or telex number. Personal data.
    optional_text<Storage> registration_number = {};
};

/// The fields that OCR reads from a document of this kind.
template <class Storage>
struct basic_japan_id_card {
    /// Full name. Personal data.
    optional_text<Storage> full_name = {};
    /// Document number. Personal data.
    optional_text<Storage> license_number = {};
    /// Age as text; '0' means unknown. Personal data.
    optional_text<Storage> age = {};
    /// Birth date. Personal data.
    optional_text<Storage> birthday = {};
    /// Expiry date. Personal data.
    optional_text<Storage> expiration_date = {};
    /// Full address in one line. Personal data.
    optional_text<Storage> formatted_address = {};
};

/// The fields that OCR reads from a document of this kind.
template <class Storage>
struct basic_nigeria_id_card {
    /// Family name. Personal data.
    optional_text<Storage> last_name = {};
    /// Given name. Personal data.
    optional_text<Storage> first_name = {};
    /// Document number. Personal data.
    optional_text<Storage> license_number = {};
    /// Age as text; '0' means unknown. Personal data.
    optional_text<Storage> age = {};
    /// Birth date. Personal data.
    optional_text<Storage> birthday = {};
    /// Issuing country. Personal data.
    optional_text<Storage> issued_country = {};
    /// Sex. Personal data.
    optional_text<Storage> sex = {};
};

/// The fields that OCR reads from a document of this kind.
template <class Storage>
struct basic_nigeria_driving_license {
    /// Family name. Personal data.
    optional_text<Storage> last_name = {};
    /// Given name. Personal data.
    optional_text<Storage> first_name = {};
    /// Document number. Personal data.
    optional_text<Storage> license_number = {};
    /// Age as text; '0' means unknown. Personal data.
    optional_text<Storage> age = {};
    /// Birth date. Personal data.
    optional_text<Storage> birthday = {};
    /// Issuing country. Personal data.
    optional_text<Storage> issued_country = {};
    /// Expiry date. Personal data.
    optional_text<Storage> expiration_date = {};
    /// Issue date. Personal data.
    optional_text<Storage> issued_date = {};
    /// Sex. Personal data.
    optional_text<Storage> sex = {};
};

/// The fields that OCR reads from a document of this kind.
template <class Storage>
struct basic_pakistan_id_card {
    /// Family name. Personal data.
    optional_text<Storage> last_name = {};
    /// Given name. Personal data.
    optional_text<Storage> first_name = {};
    /// Document number. Personal data.
    optional_text<Storage> license_number = {};
    /// Age as text; '0' means unknown. Personal data.
    optional_text<Storage> age = {};
    /// Birth date. Personal data.
    optional_text<Storage> birthday = {};
    /// Issuing country. Personal data.
    optional_text<Storage> issued_country = {};
};

/// The fields that OCR reads from a document of this kind.
template <class Storage>
struct basic_pakistan_driving_license {
    /// Family name. Personal data.
    optional_text<Storage> last_name = {};
    /// Given name. Personal data.
    optional_text<Storage> first_name = {};
    /// Document number. Personal data.
    optional_text<Storage> license_number = {};
    /// Age as text; '0' means unknown. Personal data.
    optional_text<Storage> age = {};
    /// Birth date. Personal data.
    optional_text<Storage> birthday = {};
    /// Issuing country. Personal data.
    optional_text<Storage> issued_country = {};
};

/// OCR result with old field names; at most one member is set.
template <class Storage>
struct basic_card_info {
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_hk_id_card<Storage>> hk_id_card = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_ml_id_card<Storage>> ml_id_card = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_philippines_vote_id<Storage>> philippines_vote_id = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_indonesia_id_card<Storage>> indonesia_id_card = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_philippines_driving_license<Storage>> philippines_driving_license = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_philippines_tin_id<Storage>> philippines_tin_id = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_philippines_sss_id<Storage>> philippines_sss_id = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_philippines_umid<Storage>> philippines_umid = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_international_id_passport<Storage>> international_id_passport = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_general_card<Storage>> general_card = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_indonesia_driving_license<Storage>> indonesia_driving_license = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_thailand_id_card<Storage>> thailand_id_card = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_singapore_id_card<Storage>> singapore_id_card = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_macao_id_card<Storage>> macao_id_card = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_taiwan_id_card<Storage>> taiwan_id_card = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_japan_id_card<Storage>> japan_id_card = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_bangladesh_id_card<Storage>> bangladesh_id_card = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_nigeria_id_card<Storage>> nigeria_id_card = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_nigeria_driving_license<Storage>> nigeria_driving_license = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_pakistan_id_card<Storage>> pakistan_id_card = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_pakistan_driving_license<Storage>> pakistan_driving_license = {};
};

/// The fields that OCR reads from a document of this kind.
template <class Storage>
struct basic_hmt_permit {
    /// Name. Personal data.
    optional_text<Storage> name = {};
    /// Name in Latin letters. Personal data.
    optional_text<Storage> english_name = {};
    /// Document number. Personal data.
    optional_text<Storage> number = {};
    /// Sex. Personal data.
    optional_text<Storage> sex = {};
    /// Validity period. Personal data.
    optional_text<Storage> valid_date = {};
    /// Issuing authority. Personal data.
    optional_text<Storage> issue_authority = {};
    /// Place of issue. Personal data.
    optional_text<Storage> issue_address = {};
    /// Birth date. Personal data.
    optional_text<Storage> birthday = {};
};

/// The fields that OCR reads from a document of this kind.
template <class Storage>
struct basic_mainland_id_card {
    /// Full name. Personal data.
    optional_text<Storage> full_name = {};
    /// Sex. Personal data.
    optional_text<Storage> sex = {};
    /// Ethnic group. Personal data.
    optional_text<Storage> nation = {};
    /// Birth date. Without leading zeros: "1966/11/2". Personal data.
    optional_text<Storage> birthday = {};
    /// Address. Disabled by the service, although the manual still describes it. Personal data.
    optional_text<Storage> address = {};
    /// Document number. Personal data.
    optional_text<Storage> license_number = {};
    /// Full address in one line. Personal data.
    optional_text<Storage> formatted_address = {};
    /// Issuing authority. Personal data.
    optional_text<Storage> authority = {};
    /// Validity period. YYYY.MM.DD-YYYY.MM.DD, or a word that means permanent. Personal data.
    optional_text<Storage> valid_date = {};
};

/// The fields that OCR reads from a document of this kind.
template <class Storage>
struct basic_normal_hk_id_card {
    /// Name in Chinese. Personal data.
    optional_text<Storage> chinese_name = {};
    /// Full name. Personal data.
    optional_text<Storage> full_name = {};
    /// Registration or telex number. Personal data.
    optional_text<Storage> registration_number = {};
    /// Sex. May hold more than one script. Personal data.
    optional_text<Storage> sex = {};
    /// Birth date. DD-MM-YYYY: "01-01-2001". Personal data.
    optional_text<Storage> birthday = {};
    /// Permanent resident flag. See hk_permanent above. Personal data.
    optional_text<Storage> permanent = {};
    /// Document number. Personal data.
    optional_text<Storage> license_number = {};
    /// Symbols under the birth date. Personal data.
    optional_text<Storage> symbol = {};
    /// Issue date. Personal data.
    optional_text<Storage> issued_date = {};
    /// Current issue date. Personal data.
    optional_text<Storage> current_issue_date = {};
    /// Card edition. See hk_id_card_edition above.
    optional_text<Storage> hk_id_version = {};
};

/// The fields that OCR reads from a document of this kind.
template <class Storage>
struct basic_normal_ml_id_card {
    /// Full name. Personal data.
    optional_text<Storage> full_name = {};
    /// Document number. Personal data.
    optional_text<Storage> license_number = {};
    /// Sex. Personal data.
    optional_text<Storage> sex = {};
    /// Full address in one line. Personal data.
    optional_text<Storage> formatted_address = {};
    /// Card kind. See ml_id_card_type above.
    optional_text<Storage> type = {};
    /// Birth date. Only for IKAD and MyKad. Personal data.
    optional_text<Storage> birthday = {};
};

/// The fields that OCR reads from a document of this kind.
template <class Storage>
struct basic_normal_indonesia_id_card {
    /// Document number. Personal data.
    optional_text<Storage> license_number = {};
    /// Full name. Personal data.
    optional_text<Storage> full_name = {};
    /// Birth date. Personal data.
    optional_text<Storage> birthday = {};
    /// Sex. Personal data.
    optional_text<Storage> sex = {};
    /// Blood type. Personal data.
    optional_text<Storage> blood_type = {};
    /// Full address in one line. Personal data.
    optional_text<Storage> formatted_address = {};
    /// Street. Personal data.
    optional_text<Storage> street = {};
    /// Village. Personal data.
    optional_text<Storage> village = {};
    /// District. Personal data.
    optional_text<Storage> area = {};
    /// Religion. Personal data.
    optional_text<Storage> religion = {};
    /// Marital status. Personal data.
    optional_text<Storage> marital_status = {};
    /// Occupation. Personal data.
    optional_text<Storage> occupation = {};
    /// Nationality. Personal data.
    optional_text<Storage> nationality = {};
    /// Valid-until date. Personal data.
    optional_text<Storage> due_date = {};
    /// Issue date. Personal data.
    optional_text<Storage> issued_date = {};
    /// Province. Personal data.
    optional_text<Storage> province = {};
    /// City. Personal data.
    optional_text<Storage> city = {};
};

/// The fields that OCR reads from a document of this kind.
template <class Storage>
struct basic_normal_thailand_id_card {
    /// Document number. Personal data.
    optional_text<Storage> license_number = {};
    /// Full name. Personal data.
    optional_text<Storage> full_name = {};
    /// Family name. FirstName and LastName look swapped in the manual's sample. Personal data.
    optional_text<Storage> last_name = {};
    /// Given name. FirstName and LastName look swapped in the manual's sample. Personal data.
    optional_text<Storage> first_name = {};
    /// Birth date. Personal data.
    optional_text<Storage> birthday = {};
    /// Full address in one line. Personal data.
    optional_text<Storage> formatted_address = {};
    /// Expiry date. Personal data.
    optional_text<Storage> expiration_date = {};
    /// Issue date. Personal data.
    optional_text<Storage> issued_date = {};
    /// Registration or telex number. Personal data.
    optional_text<Storage> registration_number = {};
    /// Religion. Personal data.
    optional_text<Storage> religion = {};
    /// Birth date, Thai text. Personal data.
    optional_text<Storage> thai_birthday = {};
    /// Expiry date, Thai text. Personal data.
    optional_text<Storage> thai_expiration_date = {};
    /// Issue date, Thai text. Personal data.
    optional_text<Storage> thai_issue_date = {};
};

/// OCR result with unified field names; at most one member is set.
template <class Storage>
struct basic_normal_card_info {
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_normal_hk_id_card<Storage>> hk_id_card = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_normal_ml_id_card<Storage>> ml_id_card = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_philippines_vote_id<Storage>> philippines_vote_id = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_normal_indonesia_id_card<Storage>> indonesia_id_card = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_philippines_driving_license<Storage>> philippines_driving_license = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_philippines_tin_id<Storage>> philippines_tin_id = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_philippines_sss_id<Storage>> philippines_sss_id = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_philippines_umid<Storage>> philippines_umid = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_international_id_passport<Storage>> international_id_passport = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_general_card<Storage>> general_card = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_indonesia_driving_license<Storage>> indonesia_driving_license = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_normal_thailand_id_card<Storage>> thailand_id_card = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_singapore_id_card<Storage>> singapore_id_card = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_macao_id_card<Storage>> macao_id_card = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_mainland_id_card<Storage>> mainland_id_card = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_japan_id_card<Storage>> japan_id_card = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_taiwan_id_card<Storage>> taiwan_id_card = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_hmt_permit<Storage>> hmt_permit_card = {};
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

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
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

}  // namespace tc3::inline TC3_NAMESPACE
