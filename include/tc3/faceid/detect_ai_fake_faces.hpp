// SPDX-License-Identifier: MIT
// DetectAIFakeFaces: look for spoofing and AI generation in a face image or video. Made by tools/generate.py from tools/faceid.json;
// manual: https://www.tencentcloud.com/document/product/1061
#pragma once

#include <tc3/core/literal.hpp>
#include <tc3/faceid/advice/outcome.hpp>
#include <tc3/faceid/service.hpp>
#include <tc3/faceid/types/attack_risk.hpp>
#include <tc3/faceid/types/encryption.hpp>
#include <tc3/faceid/types/result_code.hpp>
#include <tc3/model/action.hpp>
#include <tc3/model/codec.hpp>
#include <tc3/model/storage.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tc3::inline v0_1::faceid {

/// Values of detect_ai_fake_faces::face_input_type.
namespace face_input_type {
inline constexpr std::int64_t image = 1;  ///< image
inline constexpr std::int64_t video = 2;  ///< video
inline constexpr literal all[] = {literal{"1"}, literal{"2"}};
}  // namespace face_input_type

/// Values of detect_ai_fake_faces_output::attack_risk_level; more may come.
namespace attack_risk_level {
inline constexpr literal low{"Low"};    ///< pass
inline constexpr literal mid{"Mid"};    ///< moderate suspicion; vendor suggests pass
inline constexpr literal high{"High"};  ///< block
inline constexpr result_code all[] = {
    {"Low", "pass", billing::unknown},
    {"Mid", "moderate suspicion; vendor suggests pass", billing::unknown},
    {"High", "block", billing::unknown},
};
inline constexpr std::string_view passes[] = {"Low", "Mid"};
}  // namespace attack_risk_level

/// The question. 5 calls a second. Needs no region. Not idempotent: a repeat after a lost answer may be billed twice and uses daily quota.
/// Either FaceInput and FaceInputType, or Encryption and EncryptedBody.
template <class Storage>
struct basic_detect_ai_fake_faces {
    /// Single-face image or video. Needed when Encryption/EncryptedBody not used. At most 10 MB of base64. An image (jpg, png; 3 MB of
    /// base64 are recommended, 480x640, a face of 100x100 or more) or a video (mp4, avi, flv; 8 MB of base64 are recommended, 2 to 5
    /// seconds, at most 20; 25 to 30 frames a second, at most 720p). The whole request has the same limit, so less fits. Biometric.
    typename Storage::template optional<typename Storage::binary> face_input = {};
    /// Kind of FaceInput. See namespace face_input_type. Needed when Encryption/EncryptedBody not used.
    typename Storage::template optional<std::int64_t> face_input_type = {};
    /// Envelope for whole-body encryption. Its EncryptList is EncryptionBody.
    typename Storage::template nested<basic_encryption<Storage>> encryption = {};
    /// Ciphertext of the JSON object {FaceInput, FaceInputType}. Biometric.
    typename Storage::template optional<typename Storage::binary> encrypted_body = {};
};

/// The answer. Every field is optional: a null, a field that is not there, and "" for a number leave it unset. What it says of its own
/// matter, in attack_risk_level: `faceid::outcome(answer)`. Mid, a moderate suspicion, passes as the vendor suggests: who wants more looks
/// at attack_risk_level.
template <class Storage>
struct basic_detect_ai_fake_faces_output {
    /// Spoofing risk. See namespace attack_risk_level.
    typename Storage::template optional<typename Storage::text> attack_risk_level = {};
    /// Attack traces; empty array when none; filled for Mid/High.
    typename Storage::template list<basic_attack_risk_detail<Storage>> attack_risk_detail_list = {};
    /// Matched attack-template details.
    typename Storage::template nested<basic_extra_info<Storage>> extra_info = {};
    /// Server-made id of this call; keep it for support.
    typename Storage::template optional<typename Storage::text> request_id = {};
};

using detect_ai_fake_faces = basic_detect_ai_fake_faces<owning>;
using detect_ai_fake_faces_output = basic_detect_ai_fake_faces_output<owning>;

template <class Storage>
inline constexpr auto outcome_rule_of<basic_detect_ai_fake_faces_output<Storage>> = [] {
    using self = basic_detect_ai_fake_faces_output<Storage>;
    return outcome_in<&self::attack_risk_level>({.passed = attack_risk_level::passes, .meanings = attack_risk_level::all});
}();

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr action action_of<faceid::basic_detect_ai_fake_faces<Storage>>{
    .service = faceid::service,
    .version = faceid::version,
    .name = "DetectAIFakeFaces",
    .host = faceid::host,
    .needs_region = false,
    .calls_per_second = 5,
    .repeat = repeat_safety::may_bill_again,
};

template <class Storage>
struct output_of<faceid::basic_detect_ai_fake_faces<Storage>> {
    using type = faceid::basic_detect_ai_fake_faces_output<Storage>;
};

template <class Storage>
inline constexpr auto fields_of<faceid::basic_detect_ai_fake_faces<Storage>> = [] {
    using self = faceid::basic_detect_ai_fake_faces<Storage>;
    return field_table{
        field_at_offset<decltype(self::face_input)>("FaceInput", offsetof(self, face_input))
            .marked(sensitivity::biometric)
            .limited(text_size<0, 10485760>),
        field_at_offset<decltype(self::face_input_type)>("FaceInputType", offsetof(self, face_input_type))
            .marked(sensitivity::open)
            .limited(one_of<faceid::face_input_type::all>),
        field_at_offset<decltype(self::encryption)>("Encryption", offsetof(self, encryption)).marked(sensitivity::open),
        field_at_offset<decltype(self::encrypted_body)>("EncryptedBody", offsetof(self, encrypted_body)).marked(sensitivity::biometric),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_detect_ai_fake_faces_output<Storage>> = [] {
    using self = faceid::basic_detect_ai_fake_faces_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::attack_risk_level)>("AttackRiskLevel", offsetof(self, attack_risk_level)).marked(sensitivity::open),
        field_at_offset<decltype(self::attack_risk_detail_list)>("AttackRiskDetailList", offsetof(self, attack_risk_detail_list))
            .marked(sensitivity::open),
        field_at_offset<decltype(self::extra_info)>("ExtraInfo", offsetof(self, extra_info)).marked(sensitivity::open),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1
