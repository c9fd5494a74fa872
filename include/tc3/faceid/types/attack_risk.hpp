// SPDX-License-Identifier: MIT
// The findings of AI Face Shield. Made by tools/generate.py from tools/faceid.json.
// Source: https://www.tencentcloud.com/document/product/1061
#pragma once

#include <tc3/core/literal.hpp>
#include <tc3/model/codec.hpp>
#include <tc3/model/storage.hpp>

#include <cstddef>

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Values of attack_risk_detail::type. The service may add more.
namespace attack_type {
inline constexpr literal suspected_spoofing_attack{"SuspectedSpoofingAttack"};        ///< re-photographing
inline constexpr literal suspected_synthesis_image{"SuspectedSynthesisImage"};        ///< synthetic image
inline constexpr literal suspected_synthesis_video{"SuspectedSynthesisVideo"};        ///< synthetic video
inline constexpr literal suspected_anomaly_attack{"SuspectedAnomalyAttack"};          ///< facial features not genuine
inline constexpr literal suspected_adversarial_attack{"SuspectedAdversarialAttack"};  ///< adversarial sample
inline constexpr literal suspected_black_industry{"SuspectedBlackIndustry"};          ///< mass fraud template
inline constexpr literal suspected_watermark{"SuspectedWatermark"};                   ///< watermark
}  // namespace attack_type

/// Values of retrieval_liveness_extra_info::hit_group. The service may add more.
namespace hit_group {
inline constexpr literal common{"Common"};        ///< public library
inline constexpr literal auto_clustered{"Auto"};  ///< auto-clustered library
inline constexpr literal owner{"Owner"};          ///< customer library
}  // namespace hit_group

/// One attack trace.
template <class Storage>
struct basic_attack_risk_detail {
    /// Kind of trace. See attack_type above.
    optional_text<Storage> type = {};
};

/// A match with an attack template.
template <class Storage>
struct basic_retrieval_liveness_extra_info {
    /// Template library. See hit_group above.
    optional_text<Storage> hit_group = {};
    /// Distance to the template; below 0.6 means attack. 0 to 2; the default threshold is 0.6.
    optional_of<Storage, double> similarity_score = {};
    /// Template id.
    optional_text<Storage> hit_template = {};
};

/// Extra output of DetectAIFakeFaces.
template <class Storage>
struct basic_extra_info {
    /// Best-matching attack template.
    optional_list<Storage, basic_retrieval_liveness_extra_info<Storage>> retrieval_liveness_extra_info = {};
};

using attack_risk_detail = basic_attack_risk_detail<owning>;
using retrieval_liveness_extra_info = basic_retrieval_liveness_extra_info<owning>;
using extra_info = basic_extra_info<owning>;

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_attack_risk_detail<Storage>> = [] {
    using self = faceid::basic_attack_risk_detail<Storage>;
    return field_table{
        field_at_offset<decltype(self::type)>("Type", offsetof(self, type)).marked(sensitivity::open),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_retrieval_liveness_extra_info<Storage>> = [] {
    using self = faceid::basic_retrieval_liveness_extra_info<Storage>;
    return field_table{
        field_at_offset<decltype(self::hit_group)>("HitGroup", offsetof(self, hit_group)).marked(sensitivity::open),
        field_at_offset<decltype(self::similarity_score)>("SimilarityScore", offsetof(self, similarity_score)).marked(sensitivity::open),
        field_at_offset<decltype(self::hit_template)>("HitTemplate", offsetof(self, hit_template)).marked(sensitivity::open),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_extra_info<Storage>> = [] {
    using self = faceid::basic_extra_info<Storage>;
    return field_table{
        field_at_offset<decltype(self::retrieval_liveness_extra_info)>("RetrievalLivenessExtraInfo",
                                                                       offsetof(self, retrieval_liveness_extra_info))
            .marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline TC3_NAMESPACE
