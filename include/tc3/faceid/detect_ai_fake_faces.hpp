// SPDX-License-Identifier: MIT
// DetectAIFakeFaces: looks for spoofing and AI generation in an image or video of a face. Made by tools/generate.py from tools/faceid.json.
#pragma once

#include <tc3/core/literal.hpp>
#include <tc3/faceid/advice/outcome.hpp>
#include <tc3/faceid/service.hpp>
#include <tc3/faceid/types/attack_risk.hpp>
#include <tc3/faceid/types/encryption.hpp>
#include <tc3/faceid/types/result_code.hpp>
#include <tc3/model/action.hpp>
#include <tc3/model/borrowed.hpp>
#include <tc3/model/codec.hpp>
#include <tc3/model/storage.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Values of detect_ai_fake_faces::face_input_type.
namespace face_input_type {
inline constexpr std::int64_t image = 1;  ///< image
inline constexpr std::int64_t video = 2;  ///< video
inline constexpr literal all[] = {literal{"1"}, literal{"2"}};
}  // namespace face_input_type

/// Values of detect_ai_fake_faces_output::attack_risk_level. The risk that the face is spoofed. The service may add more.
namespace attack_risk_level {
inline constexpr literal low{"Low"};    ///< pass
inline constexpr literal mid{"Mid"};    ///< moderate suspicion; vendor suggests pass
inline constexpr literal high{"High"};  ///< block
/// What each code means.
inline constexpr result_code all[] = {
    {"Low", "pass", billing::unknown},
    {"Mid", "moderate suspicion; vendor suggests pass", billing::unknown},
    {"High", "block", billing::unknown},
};
/// The codes that mean passed.
inline constexpr std::string_view passed_codes[] = {"Low", "Mid"};
}  // namespace attack_risk_level

/// Parameters of DetectAIFakeFaces. At most 5 calls per second. Requires no region. Not safe to repeat: if the response was lost, a second
/// call may be billed again and counts against the daily quota. Either FaceInput and FaceInputType or Encryption and EncryptedBody are
/// required.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_detect_ai_fake_faces {
    /// Single-face image or video. Required if Encryption and EncryptedBody are not used. At most 10 MB of base64. An image (jpg, png;
    /// recommended: up to 3 MB of base64, 480x640, a face of 100x100 or more) or a video (mp4, avi, flv; recommended: up to 8 MB of base64,
    /// 2 to 5 seconds; at most 20 seconds, 25 to 30 frames per second, at most 720p). The whole request has the same limit, so less fits.
    /// Biometric data.
    optional_binary<Storage> face_input = {};
    /// Kind of FaceInput. See face_input_type above. Required if Encryption and EncryptedBody are not used.
    optional_of<Storage, std::int64_t> face_input_type = {};
    /// Algorithm and wrapped key of EncryptedBody. Its EncryptList is EncryptionBody.
    nested_of<Storage, basic_encryption<Storage>> encryption = {};
    /// Ciphertext of the JSON object {FaceInput, FaceInputType}. Biometric data.
    optional_binary<Storage> encrypted_body = {};
};

/// Output of DetectAIFakeFaces. A field that is absent or null is unset, as is a number that is sent as "". A list that is sent as [] is
/// set and empty. `faceid::outcome(output)` reads the outcome from `attack_risk_level`. Mid, a moderate suspicion, counts as passed, as the
/// vendor suggests; compare attack_risk_level to be stricter.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_detect_ai_fake_faces_output {
    /// Spoofing risk. See attack_risk_level above.
    optional_text<Storage> attack_risk_level = {};
    /// Attack traces; present for Mid and High, else empty.
    optional_list<Storage, basic_attack_risk_detail<Storage>> attack_risk_detail_list = {};
    /// Matched attack-template details.
    nested_of<Storage, basic_extra_info<Storage>> extra_info = {};
    /// Request id, assigned by the service; quote it when you contact support.
    optional_text<Storage> request_id = {};
};

using detect_ai_fake_faces = basic_detect_ai_fake_faces<owning>;
using detect_ai_fake_faces_output = basic_detect_ai_fake_faces_output<owning>;

template <class Storage>
inline constexpr auto outcome_source_of<basic_detect_ai_fake_faces_output<Storage>> =
    outcome_source<&basic_detect_ai_fake_faces_output<Storage>::attack_risk_level>{
        .passed = attack_risk_level::passed_codes,
        .meanings = attack_risk_level::all,
    };

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

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

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

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
        field_at_offset<decltype(self::attack_risk_level)>("AttackRiskLevel", offsetof(self, attack_risk_level))
            .exact()
            .marked(sensitivity::open),
        field_at_offset<decltype(self::attack_risk_detail_list)>("AttackRiskDetailList", offsetof(self, attack_risk_detail_list))
            .marked(sensitivity::open),
        field_at_offset<decltype(self::extra_info)>("ExtraInfo", offsetof(self, extra_info)).marked(sensitivity::open),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).once().marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

#if defined(TC3_INSTANTIATED)
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_detect_ai_fake_faces<owning>>() noexcept;
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_detect_ai_fake_faces<borrowed>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_detect_ai_fake_faces_output<owning>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_detect_ai_fake_faces_output<borrowed>>() noexcept;
#endif

}  // namespace tc3::inline TC3_NAMESPACE
