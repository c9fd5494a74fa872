// SPDX-License-Identifier: MIT
// The rules of eKYC for parameters that field tables cannot express: rules between two parameters, and forms of a text.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/ascii.hpp>
#include <tc3/core/result.hpp>
#include <tc3/core/text_scanner.hpp>
#include <tc3/faceid/faceid.hpp>
#include <tc3/model/box.hpp>
#include <tc3/testing/decision.hpp>

#include <initializer_list>
#include <string>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::testing::faceid_detail {

/// Validates an input, which its table has found valid, against the rules of its action. The overloads below are the actions with rules;
/// this one is for all others.
///
/// Errors: the first rule that is broken, with the parameter and the condition in the message.
template <class Input>
[[nodiscard]] result<void, rejected_request> validate_input(const Input&) {
    return {};
}

// actions that begin a session
[[nodiscard]] result<void, rejected_request> validate_input(const faceid::apply_sdk_verification_token& input);
[[nodiscard]] result<void, rejected_request> validate_input(const faceid::apply_web_verification_biz_token_intl& input);
[[nodiscard]] result<void, rejected_request> validate_input(const faceid::get_face_id_token_intl& input);
[[nodiscard]] result<void, rejected_request> validate_input(const faceid::create_upload_url& input);

// checks of a face
[[nodiscard]] result<void, rejected_request> validate_input(const faceid::compare_face_liveness& input);
[[nodiscard]] result<void, rejected_request> validate_input(const faceid::video_liveness_compare& input);
[[nodiscard]] result<void, rejected_request> validate_input(const faceid::liveness_compare& input);
[[nodiscard]] result<void, rejected_request> validate_input(const faceid::detect_ai_fake_faces& input);

// checks against a register
[[nodiscard]] result<void, rejected_request> validate_input(const faceid::check_id_card_information& input);
[[nodiscard]] result<void, rejected_request> validate_input(const faceid::id_card_ocr_verification& input);
[[nodiscard]] result<void, rejected_request> validate_input(const faceid::phone_verification& input);
[[nodiscard]] result<void, rejected_request> validate_input(const faceid::bank_card_2e_verification& input);
[[nodiscard]] result<void, rejected_request> validate_input(const faceid::bank_card_4e_verification& input);
[[nodiscard]] result<void, rejected_request> validate_input(const faceid::bank_card_verification& input);
[[nodiscard]] result<void, rejected_request> validate_input(const faceid::check_bank_card_information& input);
[[nodiscard]] result<void, rejected_request> validate_input(const faceid::check_id_name_date& input);
[[nodiscard]] result<void, rejected_request> validate_input(const faceid::id_card_verification& input);
[[nodiscard]] result<void, rejected_request> validate_input(const faceid::image_recognition& input);
[[nodiscard]] result<void, rejected_request> validate_input(const faceid::image_recognition_v2& input);
[[nodiscard]] result<void, rejected_request> validate_input(const faceid::mobile_network_time_verification& input);
[[nodiscard]] result<void, rejected_request> validate_input(const faceid::mobile_status& input);

// ---- the parts of a rule ---------------------------------------------------------------------------------------------------------

/// The result of one rule.
struct rule_result {
    rejection reason = rejection::none;  ///< `none` if the rule is kept
    std::string_view parameter = {};     ///< the parameter and, after it, the condition
};

[[nodiscard]] constexpr rule_result missing_if(bool is_broken, std::string_view parameter) noexcept {
    return is_broken ? rule_result{rejection::missing_parameter, parameter} : rule_result{};
}
[[nodiscard]] constexpr rule_result wrong_if(bool is_broken, std::string_view parameter) noexcept {
    return is_broken ? rule_result{rejection::parameter_value, parameter} : rule_result{};
}

/// Returns the first rule that is broken as a rejection.
[[nodiscard]] result<void, rejected_request> reject_first(std::initializer_list<rule_result> rules);

/// Returns whether an optional parameter is set and, if it is a text, bytes or a list, not empty.
template <class Optional>
[[nodiscard]] bool is_given(const Optional& value) {
    if constexpr (requires { value->empty(); }) {
        return value.has_value() && !value->empty();
    } else {
        return value.has_value();
    }
}

/// Returns an optional text; "" if it is unset.
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

/// Returns whether a text is one of the words, or two of them with a comma between.
[[nodiscard]] constexpr bool is_one_or_two_of(std::string_view text, std::initializer_list<std::string_view> words) noexcept {
    text_scanner list(text);
    if (const auto first = list.take_until(",")) return is_one_of(*first, words) && is_one_of(list.rest(), words);
    return is_one_of(text, words);
}

/// Returns whether a text is a valid ActionList.
[[nodiscard]] constexpr bool are_motions(std::string_view text) noexcept {
    return is_one_or_two_of(text, {"blink", "mouth", "nod", "shake"});
}

/// Returns whether a text is a URL with scheme, host and path, all of it visible ASCII.
[[nodiscard]] constexpr bool is_absolute_url(std::string_view url) noexcept {
    if (ascii::find_not(url, ascii::is_visible) != std::string_view::npos) return false;
    text_scanner rest(url);
    const auto scheme = rest.take_until("://");
    if (!scheme || scheme->empty() || ascii::find_not(*scheme, ascii::is_token) != std::string_view::npos) return false;
    const auto host = rest.take_until("/");
    return host && !host->empty();
}

/// Validates ValidateData of LivenessCompare and VideoLivenessCompare, whose form depends on LivenessType.
template <class Input>
[[nodiscard]] result<void, rejected_request> validate_liveness_data(const Input& input) {
    const std::string_view kind = input.liveness_type;
    const std::string_view data = text_of(input.validate_data);
    const bool four_digits = data.size() == 4 && ascii::find_not(data, ascii::is_digit) == std::string_view::npos;
    return reject_first({
        missing_if(kind != "SILENT" && data.empty(), "ValidateData, because LivenessType is LIP or ACTION"),
        wrong_if(kind == "LIP" && !four_digits, "ValidateData is not four digits"),
        wrong_if(kind == "ACTION" && !is_one_of(data, {"1,2", "2,1"}), "ValidateData is neither 1,2 nor 2,1"),
        wrong_if(kind == "SILENT" && !data.empty(), "ValidateData, because LivenessType is SILENT"),
    });
}

}  // namespace tc3::inline TC3_NAMESPACE::testing::faceid_detail

#if defined(TC3_BODIES)

namespace tc3::inline TC3_NAMESPACE::testing::faceid_detail {

// ---- rules of several actions ----------------------------------------------------------------------------------------------------

TC3_FUNCTION result<void, rejected_request> reject_first(std::initializer_list<rule_result> rules) {
    for (const rule_result& each : rules) {
        if (each.reason != rejection::none) return reject(each.reason, ": " + std::string(each.parameter));
    }
    return {};
}

/// Validates that key, initial vector and names of the encrypted fields are not empty; the table has found them present.
[[nodiscard]] inline result<void, rejected_request> validate_encryption(const box<faceid::encryption>& encryption) {
    if (!encryption) return {};
    return reject_first({
        missing_if(!is_given(encryption->encrypt_list), "Encryption.EncryptList"),
        missing_if(encryption->ciphertext_blob.empty(), "Encryption.CiphertextBlob"),
        missing_if(encryption->iv.empty(), "Encryption.Iv"),
    });
}

/// Validates an encryption of fields, all of which must be among `encryptable`.
[[nodiscard]] inline result<void, rejected_request> validate_encryption(const box<faceid::encryption>& encryption,
                                                                              std::initializer_list<std::string_view> encryptable) {
    auto complete = validate_encryption(encryption);
    if (!complete || !encryption) return complete;
    const auto& names = encryption->encrypt_list;
    if (!names) return complete;
    for (const std::string& name : *names) {
        if (!is_one_of(name, encryptable)) {
            return unexpected(
                rejected_request{rejection::parameter, {"InvalidParameter.UnsupportEncryptField", "Encryption.EncryptList: " + name}});
        }
    }
    return {};
}

// ---- actions that begin a session ------------------------------------------------------------------------------------------------

TC3_FUNCTION result<void, rejected_request> validate_input(const faceid::apply_sdk_verification_token& input) {
    const auto level = input.security_level.value_or(4);
    return reject_first({
        missing_if(input.check_mode == 2 && !is_given(input.compare_image), "CompareImage, because CheckMode is 2"),
        wrong_if(is_given(input.action_list) && level != 2 && level != 4, "ActionList, because SecurityLevel is neither 2 nor 4"),
        wrong_if(is_given(input.action_list) && !are_motions(text_of(input.action_list)), "ActionList"),
        wrong_if(input.allow_upload_photo == true && input.enable_forgery_detection_images == true,
                 "AllowUploadPhoto, because EnableForgeryDetectionImages is true"),
    });
}

TC3_FUNCTION result<void, rejected_request> validate_input(const faceid::apply_web_verification_biz_token_intl& input) {
    const faceid::web_verification_config_intl config = input.config ? *input.config : faceid::web_verification_config_intl{};
    const auto level = config.security_level.value_or(3);
    const bool compares = config.check_mode.value_or(2) == 2 && !is_given(input.rule_id);  // a rule may set another mode
    return reject_first({
        wrong_if(!is_absolute_url(input.redirect_url), "RedirectURL is not an absolute URL with a path"),
        missing_if(compares && !is_given(input.compare_image_base64), "CompareImageBase64, because Config.CheckMode is 2"),
        wrong_if(is_given(config.action_list) && level != 2 && level != 4 && level != 5,
                 "Config.ActionList, because Config.SecurityLevel is none of 2, 4 and 5"),
        wrong_if(is_given(config.action_list) && !are_motions(text_of(config.action_list)), "Config.ActionList"),
    });
}

TC3_FUNCTION result<void, rejected_request> validate_input(const faceid::get_face_id_token_intl& input) {
    const bool has_motions = !input.secure_level || is_one_of(*input.secure_level, {"2", "4"});
    return reject_first({
        missing_if(text_of(input.check_mode) == "compare" && !is_given(input.image), "Image, because CheckMode is compare"),
        wrong_if(is_given(input.action_list) && !has_motions, "ActionList, because SecureLevel is neither 2 nor 4"),
        wrong_if(is_given(input.action_list) && !are_motions(text_of(input.action_list)), "ActionList"),
    });
}

TC3_FUNCTION result<void, rejected_request> validate_input(const faceid::create_upload_url& input) {
    const bool takes_files =
        is_one_of(input.target_action, {"GenerateReflectSequence", "DetectReflectLivenessAndCompare", "VideoLivenessCompare"});
    return reject_first({wrong_if(!takes_files, "TargetAction names no action that takes uploaded files")});
}

// ---- checks of a face ------------------------------------------------------------------------------------------------------------

TC3_FUNCTION result<void, rejected_request> validate_input(const faceid::compare_face_liveness& input) {
    const std::string_view data = text_of(input.validate_data);
    const bool moves = input.liveness_type == "ACTION";
    return reject_first({
        missing_if(moves && data.empty(), "ValidateData, because LivenessType is ACTION"),
        wrong_if(moves && !is_one_or_two_of(data, {"1", "2", "3", "4"}), "ValidateData is not one or two of 1, 2, 3 and 4"),
        wrong_if(!moves && !data.empty(), "ValidateData, because LivenessType is SILENT"),
    });
}

TC3_FUNCTION result<void, rejected_request> validate_input(const faceid::video_liveness_compare& input) {
    return validate_liveness_data(input);
}

TC3_FUNCTION result<void, rejected_request> validate_input(const faceid::liveness_compare& input) {
    auto files = reject_first({
        missing_if(!is_given(input.image_base64) && !is_given(input.image_url), "ImageBase64 or ImageUrl"),
        missing_if(!is_given(input.video_base64) && !is_given(input.video_url), "VideoBase64 or VideoUrl"),
    });
    return files ? validate_liveness_data(input) : files;
}

TC3_FUNCTION result<void, rejected_request> validate_input(const faceid::detect_ai_fake_faces& input) {
    const bool encrypted = input.encryption.has_value() || is_given(input.encrypted_body);
    auto parts = reject_first({
        missing_if(encrypted && !input.encryption, "Encryption, because there is an EncryptedBody"),
        missing_if(encrypted && !is_given(input.encrypted_body), "EncryptedBody, because there is an Encryption"),
        missing_if(!encrypted && !is_given(input.face_input), "FaceInput"),
        missing_if(!encrypted && !input.face_input_type, "FaceInputType"),
    });
    return parts ? validate_encryption(input.encryption) : parts;
}

// ---- checks against a register ---------------------------------------------------------------------------------------------------

TC3_FUNCTION result<void, rejected_request> validate_input(const faceid::check_id_card_information& input) {
    auto image = reject_first({missing_if(!is_given(input.image_base64) && !is_given(input.image_url), "ImageBase64 or ImageUrl")});
    return image ? validate_encryption(input.encryption) : image;
}

TC3_FUNCTION result<void, rejected_request> validate_input(const faceid::id_card_ocr_verification& input) {
    const bool has_image = is_given(input.image_base64) || is_given(input.image_url);
    auto person = reject_first({
        missing_if(!has_image && !is_given(input.id_card), "IdCard, because there is no image"),
        missing_if(!has_image && !is_given(input.name), "Name, because there is no image"),
    });
    return person ? validate_encryption(input.encryption, {"Name", "IdCard"}) : person;
}

TC3_FUNCTION result<void, rejected_request> validate_input(const faceid::phone_verification& input) {
    const bool encrypted = is_given(input.ciphertext_blob) || is_given(input.encrypt_list) || is_given(input.iv);
    return reject_first({
        missing_if(encrypted && !is_given(input.ciphertext_blob), "CiphertextBlob, because something is encrypted"),
        missing_if(encrypted && !is_given(input.encrypt_list), "EncryptList, because something is encrypted"),
        missing_if(encrypted && !is_given(input.iv), "Iv, because something is encrypted"),
    });
}

TC3_FUNCTION result<void, rejected_request> validate_input(const faceid::bank_card_2e_verification& input) {
    return validate_encryption(input.encryption, {"Name", "BankCard"});
}

TC3_FUNCTION result<void, rejected_request> validate_input(const faceid::bank_card_4e_verification& input) {
    return validate_encryption(input.encryption, {"Name", "IdCard", "Phone", "BankCard"});
}

TC3_FUNCTION result<void, rejected_request> validate_input(const faceid::bank_card_verification& input) {
    return validate_encryption(input.encryption, {"Name", "IdCard", "BankCard"});
}

TC3_FUNCTION result<void, rejected_request> validate_input(const faceid::check_bank_card_information& input) {
    return validate_encryption(input.encryption, {"BankCard"});
}

TC3_FUNCTION result<void, rejected_request> validate_input(const faceid::check_id_name_date& input) {
    return validate_encryption(input.encryption, {"Name", "IdCard"});
}

TC3_FUNCTION result<void, rejected_request> validate_input(const faceid::id_card_verification& input) {
    return validate_encryption(input.encryption, {"Name", "IdCard"});
}

TC3_FUNCTION result<void, rejected_request> validate_input(const faceid::image_recognition& input) {
    return validate_encryption(input.encryption, {"Name", "IdCard"});
}

TC3_FUNCTION result<void, rejected_request> validate_input(const faceid::image_recognition_v2& input) {
    return validate_encryption(input.encryption, {"Name", "IdCard"});
}

TC3_FUNCTION result<void, rejected_request> validate_input(const faceid::mobile_network_time_verification& input) {
    return validate_encryption(input.encryption, {"Mobile"});
}

TC3_FUNCTION result<void, rejected_request> validate_input(const faceid::mobile_status& input) {
    return validate_encryption(input.encryption, {"Mobile"});
}

}  // namespace tc3::inline TC3_NAMESPACE::testing::faceid_detail

#endif  // TC3_BODIES
