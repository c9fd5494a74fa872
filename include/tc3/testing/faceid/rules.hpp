// SPDX-License-Identifier: MIT
// What eKYC asks of parameters beyond the table of each: rules between two of them, and forms that a table can't say.
#pragma once

#include <tc3/core/ascii.hpp>
#include <tc3/faceid/faceid.hpp>
#include <tc3/testing/decision.hpp>
#include <tc3/testing/received_message.hpp>

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace tc3::inline v0_1::testing::detail {

/// Whether an input that its table found right breaks a rule of its action. This one is for all that have no rules.
template <class Input>
[[nodiscard]] result<void, rejected> judge(const Input&) {
    return {};
}

// ---- in which words rules are written --------------------------------------------------------------------------------------------

/// A rule as it was found: broken or not, and how.
struct ruling {
    rejection why = rejection::none;
    std::string_view more = {};
};

[[nodiscard]] constexpr ruling missing_if(bool broken, std::string_view more) noexcept {
    return broken ? ruling{rejection::missing_parameter, more} : ruling{};
}
[[nodiscard]] constexpr ruling wrong_if(bool broken, std::string_view more) noexcept {
    return broken ? ruling{rejection::parameter_value, more} : ruling{};
}

/// The first one that is broken.
[[nodiscard]] inline result<void, rejected> first_broken(std::initializer_list<ruling> rulings) {
    for (const ruling& each : rulings) {
        if (each.why != rejection::none) return reject(each.why, ": " + std::string(each.more));
    }
    return {};
}

/// A parameter that is there and not empty.
template <class Optional>
[[nodiscard]] bool is_given(const Optional& value) {
    if constexpr (requires { value->empty(); }) {
        return value.has_value() && !value->empty();
    } else {
        return value.has_value();
    }
}

/// An optional text, "" where it is unset.
template <class Optional>
[[nodiscard]] std::string_view text_of(const Optional& value) {
    return value.has_value() ? std::string_view(*value) : std::string_view{};
}

[[nodiscard]] constexpr bool is_one_of(std::string_view text, std::initializer_list<std::string_view> words) noexcept {
    for (const std::string_view word : words) {
        if (text == word) return true;
    }
    return false;
}

/// One or two words with a comma between them.
[[nodiscard]] constexpr bool is_one_or_two_of(std::string_view text, std::initializer_list<std::string_view> words) noexcept {
    const std::size_t comma = text.find(',');
    if (!is_one_of(text.substr(0, comma), words)) return false;
    return comma == std::string_view::npos || is_one_of(text.substr(comma + 1), words);
}

[[nodiscard]] constexpr bool are_motions(std::string_view text) noexcept {
    return is_one_or_two_of(text, {"blink", "mouth", "nod", "shake"});
}

/// A scheme, a host and a path, all of it in visible ASCII.
[[nodiscard]] constexpr bool is_absolute_url(std::string_view url) noexcept {
    if (ascii::find_not(url, ascii::is_visible) != std::string_view::npos) return false;
    const std::string_view scheme = take_part(url, "://");
    const std::string_view host = url.substr(0, url.find('/'));
    return !scheme.empty() && ascii::find_not(scheme, ascii::is_token) == std::string_view::npos && !host.empty() &&
           host.size() < url.size();
}

/// Without a key, an initial vector and what they are for, nothing can be decrypted.
[[nodiscard]] inline result<void, rejected> judge_encryption(const box<faceid::encryption>& sent) {
    if (!sent) return {};
    return first_broken({
        missing_if(sent->encrypt_list.empty(), "Encryption.EncryptList"),
        missing_if(!is_given(sent->ciphertext_blob), "Encryption.CiphertextBlob"),
        missing_if(!is_given(sent->iv), "Encryption.Iv"),
    });
}

/// Names of fields that were sent encrypted must be among those that may be.
[[nodiscard]] inline result<void, rejected> judge_encryption(const box<faceid::encryption>& sent,
                                                             std::initializer_list<std::string_view> encryptable) {
    auto whole = judge_encryption(sent);
    if (!whole || !sent) return whole;
    for (const std::string& name : sent->encrypt_list) {
        if (!is_one_of(name, encryptable)) {
            return unexpected(
                rejected{rejection::parameter, {"InvalidParameter.UnsupportEncryptField", "Encryption.EncryptList: " + name}});
        }
    }
    return {};
}

/// ValidateData for the kinds of liveness check of LivenessCompare and VideoLivenessCompare.
template <class Input>
[[nodiscard]] result<void, rejected> judge_validate_data(const Input& asked) {
    const std::string_view kind = asked.liveness_type;
    const std::string_view data = text_of(asked.validate_data);
    const bool four_digits = data.size() == 4 && ascii::find_not(data, ascii::is_digit) == std::string_view::npos;
    return first_broken({
        missing_if(kind != "SILENT" && data.empty(), "ValidateData, for LivenessType is LIP or ACTION"),
        wrong_if(kind == "LIP" && !four_digits, "ValidateData is not four digits"),
        wrong_if(kind == "ACTION" && !is_one_of(data, {"1,2", "2,1"}), "ValidateData is neither 1,2 nor 2,1"),
        wrong_if(kind == "SILENT" && !data.empty(), "ValidateData, for LivenessType is SILENT"),
    });
}

// ---- the actions in which a session begins ---------------------------------------------------------------------------------------

[[nodiscard]] inline result<void, rejected> judge(const faceid::apply_sdk_verification_token& asked) {
    const auto level = asked.security_level.value_or(4);
    return first_broken({
        missing_if(asked.check_mode == 2 && !is_given(asked.compare_image), "CompareImage, for CheckMode is 2"),
        wrong_if(is_given(asked.action_list) && level != 2 && level != 4, "ActionList, for SecurityLevel is neither 2 nor 4"),
        wrong_if(is_given(asked.action_list) && !are_motions(text_of(asked.action_list)), "ActionList"),
        wrong_if(asked.allow_upload_photo == true && asked.enable_forgery_detection_images == true,
                 "AllowUploadPhoto, for EnableForgeryDetectionImages is true"),
    });
}

[[nodiscard]] inline result<void, rejected> judge(const faceid::apply_web_verification_biz_token_intl& asked) {
    const faceid::web_verification_config_intl config = asked.config ? *asked.config : faceid::web_verification_config_intl{};
    const auto level = config.security_level.value_or(3);
    const bool compares = config.check_mode.value_or(2) == 2 && !is_given(asked.rule_id);  // a rule may say otherwise
    return first_broken({
        wrong_if(!is_absolute_url(asked.redirect_url), "RedirectURL is not an absolute URL with a path"),
        missing_if(compares && !is_given(asked.compare_image_base64), "CompareImageBase64, for Config.CheckMode is 2"),
        wrong_if(is_given(config.action_list) && level != 2 && level != 4 && level != 5,
                 "Config.ActionList, for Config.SecurityLevel is none of 2, 4 and 5"),
        wrong_if(is_given(config.action_list) && !are_motions(text_of(config.action_list)), "Config.ActionList"),
    });
}

[[nodiscard]] inline result<void, rejected> judge(const faceid::get_face_id_token_intl& asked) {
    const bool has_motions = !asked.secure_level || is_one_of(*asked.secure_level, {"2", "4"});
    return first_broken({
        missing_if(text_of(asked.check_mode) == "compare" && !is_given(asked.image), "Image, for CheckMode is compare"),
        wrong_if(is_given(asked.action_list) && !has_motions, "ActionList, for SecureLevel is neither 2 nor 4"),
        wrong_if(is_given(asked.action_list) && !are_motions(text_of(asked.action_list)), "ActionList"),
    });
}

[[nodiscard]] inline result<void, rejected> judge(const faceid::create_upload_url& asked) {
    const bool takes_files =
        is_one_of(asked.target_action, {"GenerateReflectSequence", "DetectReflectLivenessAndCompare", "VideoLivenessCompare"});
    return first_broken({wrong_if(!takes_files, "TargetAction names no action that takes uploaded files")});
}

// ---- checks of a face ------------------------------------------------------------------------------------------------------------

[[nodiscard]] inline result<void, rejected> judge(const faceid::compare_face_liveness& asked) {
    const std::string_view data = text_of(asked.validate_data);
    const bool moves = asked.liveness_type == "ACTION";
    return first_broken({
        missing_if(moves && data.empty(), "ValidateData, for LivenessType is ACTION"),
        wrong_if(moves && !is_one_or_two_of(data, {"1", "2", "3", "4"}), "ValidateData is not one or two of 1, 2, 3 and 4"),
        wrong_if(!moves && !data.empty(), "ValidateData, for LivenessType is SILENT"),
    });
}

[[nodiscard]] inline result<void, rejected> judge(const faceid::video_liveness_compare& asked) { return judge_validate_data(asked); }

[[nodiscard]] inline result<void, rejected> judge(const faceid::liveness_compare& asked) {
    auto files = first_broken({
        missing_if(!is_given(asked.image_base64) && !is_given(asked.image_url), "ImageBase64 or ImageUrl"),
        missing_if(!is_given(asked.video_base64) && !is_given(asked.video_url), "VideoBase64 or VideoUrl"),
    });
    return files ? judge_validate_data(asked) : files;
}

[[nodiscard]] inline result<void, rejected> judge(const faceid::detect_ai_fake_faces& asked) {
    const bool encrypted = asked.encryption.has_value() || is_given(asked.encrypted_body);
    auto parts = first_broken({
        missing_if(encrypted && !asked.encryption, "Encryption, for there is an EncryptedBody"),
        missing_if(encrypted && !is_given(asked.encrypted_body), "EncryptedBody, for there is an Encryption"),
        missing_if(!encrypted && !is_given(asked.face_input), "FaceInput"),
        missing_if(!encrypted && !asked.face_input_type, "FaceInputType"),
    });
    return parts ? judge_encryption(asked.encryption) : parts;
}

// ---- checks of what a register knows ---------------------------------------------------------------------------------------------

[[nodiscard]] inline result<void, rejected> judge(const faceid::check_id_card_information& asked) {
    auto image = first_broken({missing_if(!is_given(asked.image_base64) && !is_given(asked.image_url), "ImageBase64 or ImageUrl")});
    return image ? judge_encryption(asked.encryption) : image;
}

[[nodiscard]] inline result<void, rejected> judge(const faceid::id_card_ocr_verification& asked) {
    const bool has_image = is_given(asked.image_base64) || is_given(asked.image_url);
    auto person = first_broken({
        missing_if(!has_image && !is_given(asked.id_card), "IdCard, for there is no image"),
        missing_if(!has_image && !is_given(asked.name), "Name, for there is no image"),
    });
    return person ? judge_encryption(asked.encryption, {"Name", "IdCard"}) : person;
}

[[nodiscard]] inline result<void, rejected> judge(const faceid::phone_verification& asked) {
    const bool encrypted = is_given(asked.ciphertext_blob) || !asked.encrypt_list.empty() || is_given(asked.iv);
    return first_broken({
        missing_if(encrypted && !is_given(asked.ciphertext_blob), "CiphertextBlob, for something is encrypted"),
        missing_if(encrypted && asked.encrypt_list.empty(), "EncryptList, for something is encrypted"),
        missing_if(encrypted && !is_given(asked.iv), "Iv, for something is encrypted"),
    });
}

[[nodiscard]] inline result<void, rejected> judge(const faceid::bank_card_2e_verification& asked) {
    return judge_encryption(asked.encryption, {"Name", "BankCard"});
}
[[nodiscard]] inline result<void, rejected> judge(const faceid::bank_card_4e_verification& asked) {
    return judge_encryption(asked.encryption, {"Name", "IdCard", "Phone", "BankCard"});
}
[[nodiscard]] inline result<void, rejected> judge(const faceid::bank_card_verification& asked) {
    return judge_encryption(asked.encryption, {"Name", "IdCard", "BankCard"});
}
[[nodiscard]] inline result<void, rejected> judge(const faceid::check_bank_card_information& asked) {
    return judge_encryption(asked.encryption, {"BankCard"});
}
[[nodiscard]] inline result<void, rejected> judge(const faceid::check_id_name_date& asked) {
    return judge_encryption(asked.encryption, {"Name", "IdCard"});
}
[[nodiscard]] inline result<void, rejected> judge(const faceid::id_card_verification& asked) {
    return judge_encryption(asked.encryption, {"Name", "IdCard"});
}
[[nodiscard]] inline result<void, rejected> judge(const faceid::image_recognition& asked) {
    return judge_encryption(asked.encryption, {"Name", "IdCard"});
}
[[nodiscard]] inline result<void, rejected> judge(const faceid::image_recognition_v2& asked) {
    return judge_encryption(asked.encryption, {"Name", "IdCard"});
}
[[nodiscard]] inline result<void, rejected> judge(const faceid::mobile_network_time_verification& asked) {
    return judge_encryption(asked.encryption, {"Mobile"});
}
[[nodiscard]] inline result<void, rejected> judge(const faceid::mobile_status& asked) {
    return judge_encryption(asked.encryption, {"Mobile"});
}

}  // namespace tc3::inline v0_1::testing::detail
