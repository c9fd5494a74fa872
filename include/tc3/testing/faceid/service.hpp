// SPDX-License-Identifier: MIT
// How the emulator plays eKYC: what is right is answered by a script, by the session behind a token, or with a full answer.
#pragma once

#include <tc3/faceid/faceid.hpp>
#include <tc3/testing/emulator.hpp>
#include <tc3/testing/faceid/passed.hpp>
#include <tc3/testing/faceid/rules.hpp>
#include <tc3/testing/faceid/sessions.hpp>
#include <tc3/testing/faceid/uploads.hpp>
#include <tc3/testing/read_input.hpp>
#include <tc3/testing/reply.hpp>

#include <concepts>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tc3::inline v0_1::testing::detail {

// ---- flows: one action hands out a token, another one asks what came of it -------------------------------------------------------

/// What is known of a session by the action that asks for it.
struct flow {
    std::int64_t readable_seconds;       ///< from the token on
    std::string_view unfinished = "{}";  ///< the answer while there is no outcome; without a field where the manual names no code for it
    std::string_view lost = unfinished;  ///< the answer where the app did not start in time
};

struct no_flow {};
template <class Input>
inline constexpr no_flow flow_of{};
template <>
inline constexpr flow flow_of<faceid::get_liveness_result>{.readable_seconds = 7200};
template <>
inline constexpr flow flow_of<faceid::get_face_id_result_intl>{.readable_seconds = std::int64_t{72} * 3600,
                                                               .unfinished = R"({"Result":"-999","Description":"not finished"})"};
template <>
inline constexpr flow flow_of<faceid::get_sdk_verification_result>{.readable_seconds = std::int64_t{72} * 3600};
template <>
inline constexpr flow flow_of<faceid::get_web_verification_result_intl>{.readable_seconds = std::int64_t{72} * 3600,
                                                                        .unfinished = R"({"ErrorCode":17,"ErrorMsg":"not finished"})",
                                                                        .lost = R"({"ErrorCode":15,"ErrorMsg":"token expired"})"};
template <>
inline constexpr flow flow_of<faceid::get_wx_nfc_result>{.readable_seconds = 600};

/// An input by a token that another action handed out.
template <class Input>
concept asks_for_session = std::same_as<std::remove_cvref_t<decltype(flow_of<Input>)>, flow>;

template <asks_for_session Input>
[[nodiscard]] const std::string& token_of(const Input& asked) noexcept {
    if constexpr (requires { asked.sdk_token; }) {
        return asked.sdk_token;
    } else if constexpr (requires { asked.biz_token; }) {
        return asked.biz_token;
    } else {
        return asked.nfc_token;
    }
}

// ---- the service -----------------------------------------------------------------------------------------------------------------

/// What all actions share. It answers inputs that their tables found right.
class faceid_service {
public:
    explicit faceid_service(emulator& service) noexcept : service_(service) {}

    [[nodiscard]] script& script_of(std::string_view action) {
        for (entry& known : scripts_) {
            if (known.action == action) return known.replies;
        }
        return scripts_.emplace_back(entry{action, {}}).replies;
    }
    [[nodiscard]] session_list& sessions() noexcept { return sessions_; }
    [[nodiscard]] upload_list& uploads() noexcept { return uploads_; }
    [[nodiscard]] unix_time now() { return service_.now(); }
    void wait_for_apps(bool wait) noexcept { waits_ = wait; }

    /// A request that is refused for what it holds, or for its token or files, uses up no reply of a script.
    template <class Input>
    [[nodiscard]] any_reply output(const Input& asked) {
        if (auto right = judge(asked); !right) return unexpected(std::move(right).error());
        constexpr std::string_view action = action_of<Input>.name;
        if constexpr (asks_for_session<Input>) {
            return ask_session(action, flow_of<Input>, token_of(asked));
        } else {
            if (auto there = get_files(asked); !there) return unexpected(std::move(there).error());
            any_reply next = script_of(action).next();
            return next.is_usual() ? usual(asked) : next;
        }
    }

private:
    struct entry {
        std::string_view action;  // a name in action_of
        script replies;
    };

    // ---- sessions

    template <asks_for_session Asking>
    [[nodiscard]] std::string begin(const std::optional<std::string>& extra = {}) {
        constexpr std::string_view action = action_of<Asking>.name;
        session fresh{.token = service_.next_token(),
                      .asked_by = std::string(action),
                      .begun = now(),
                      .readable_seconds = flow_of<Asking>.readable_seconds,
                      .state = waits_ ? session_state::waiting : session_state::finished,
                      .extra = extra.value_or(""),
                      .script = script_of(action)};
        std::string token = fresh.token;
        sessions_.begin(std::move(fresh));
        return token;
    }

    [[nodiscard]] any_reply ask_session(std::string_view action, const flow& rules, std::string_view token) {
        const bool of_chip = action == action_of<faceid::get_wx_nfc_result>.name;  // it has one code for both
        session* found = sessions_.find(token, action);
        if (found == nullptr) {
            return service_error{of_chip ? "FailedOperation.InvalidTokenParameter" : "InvalidParameterValue.BizTokenIllegal",
                                 "no session of this action was begun with this token"};
        }
        if (found->age(now()) >= found->readable_seconds) {
            return service_error{of_chip ? "FailedOperation.InvalidTokenParameter" : "InvalidParameterValue.BizTokenExpired",
                                 "the session of this token was begun too long ago"};
        }
        if (found->state == session_state::waiting) return std::string(found->is_lost(now()) ? rules.lost : rules.unfinished);
        any_reply next = found->script.next();
        if (!next.is_usual()) return next;
        if (found->state == session_state::started) return std::string(rules.unfinished);
        return full_answer_with_extra(action, found->extra);
    }

    // ---- what actions say by themselves

    /// The extra that was sent along, where the answer has one and one was sent.
    [[nodiscard]] static any_reply full_answer_with_extra(std::string_view action, std::string_view extra) {
        if (extra.empty()) return full_output(action);
        return full_output(action, {{"Extra", extra}});
    }

    template <class Input>
    [[nodiscard]] static any_reply usual(const Input&) {
        return full_output(action_of<Input>.name);
    }
    [[nodiscard]] static any_reply usual(const faceid::image_recognition_v2& asked) {
        return full_answer_with_extra("ImageRecognitionV2", asked.extra.value_or(""));
    }
    [[nodiscard]] any_reply usual(const faceid::apply_liveness_token&) {
        return full_output("ApplyLivenessToken", {{"SdkToken", begin<faceid::get_liveness_result>()}});
    }
    [[nodiscard]] any_reply usual(const faceid::get_face_id_token_intl& asked) {
        return full_output("GetFaceIdTokenIntl", {{"SdkToken", begin<faceid::get_face_id_result_intl>(asked.extra)}});
    }
    [[nodiscard]] any_reply usual(const faceid::apply_sdk_verification_token& asked) {
        return full_output("ApplySdkVerificationToken", {{"SdkToken", begin<faceid::get_sdk_verification_result>(asked.extra)}});
    }
    [[nodiscard]] any_reply usual(const faceid::apply_web_verification_biz_token_intl& asked) {
        const std::string token = begin<faceid::get_web_verification_result_intl>(asked.extra);
        const std::string page = "https://emulator.invalid/web?token=" + token;
        return full_output("ApplyWebVerificationBizTokenIntl", {{"BizToken", token}, {"VerificationURL", page}, {"VerificationUrl", page}});
    }
    [[nodiscard]] any_reply usual(const faceid::get_nfc_token&) {
        return full_output("GetNFCToken", {{"Token", begin<faceid::get_wx_nfc_result>()}});
    }
    [[nodiscard]] any_reply usual(const faceid::create_upload_url& asked) {
        const upload& granted = uploads_.grant(asked.target_action, now(), !waits_);
        fixed_text<20> end;
        write_decimal(end, granted.granted.seconds + upload::lifetime_seconds);
        return full_output(
            "CreateUploadUrl",
            {{"UploadUrl", granted.upload_url}, {"ResourceUrl", granted.resource_url}, {"ExpiredTimestamp", end.view(), false}});
    }

    // ---- files

    template <class Input>
    [[nodiscard]] static result<void, rejected> get_files(const Input&) {
        return {};
    }
    [[nodiscard]] result<void, rejected> get_files(const faceid::generate_reflect_sequence& asked) {
        return get_file("GenerateReflectSequence", asked.device_data_url, asked.device_data_md5);
    }
    [[nodiscard]] result<void, rejected> get_files(const faceid::detect_reflect_liveness_and_compare& asked) {
        auto live = get_file("DetectReflectLivenessAndCompare", asked.live_data_url, asked.live_data_md5);
        return live ? get_file("DetectReflectLivenessAndCompare", asked.image_url, asked.image_md5) : live;
    }
    [[nodiscard]] result<void, rejected> get_files(const faceid::video_liveness_compare& asked) {
        auto image = get_file("VideoLivenessCompare", asked.image_url, asked.image_md5);
        return image ? get_file("VideoLivenessCompare", asked.video_url, asked.video_md5) : image;
    }
    [[nodiscard]] result<void, rejected> get_file(std::string_view action, const std::string& url, const std::string& md5) {
        const std::string_view error = uploads_.error_of(url, md5, action, now());
        if (error.empty()) return {};
        return unexpected(rejected{rejection::none, {"FailedOperation.DownLoadError", url + ": " + std::string(error)}});
    }

    emulator& service_;
    std::vector<entry> scripts_;
    session_list sessions_;
    upload_list uploads_;
    bool waits_ = false;
};

// ---- its actions -----------------------------------------------------------------------------------------------------------------

/// The manual promises InvalidParameter for FaceInputType where other closed sets have InvalidParameterValue.
template <class Input>
[[nodiscard]] any_reply ask(faceid_service& service, const received_message& message) {
    if (!has_parameter_type(message)) return reject(rejection::content_type);
    Input asked{};
    input_slot slot = input_slot::of(asked);
    if constexpr (std::same_as<Input, faceid::detect_ai_fake_faces>) slot.typed_by_its_set = "FaceInputType";
    if (auto read = read_input(message, slot); !read) return unexpected(std::move(read).error());
    return service.output(asked);
}

/// An action and what answers its requests: one plain function for each, so that std::function is made for one type alone.
struct faceid_action {
    action what;
    any_reply (*output)(faceid_service& service, const received_message& message);
};

template <class... Inputs>
inline constexpr faceid_action faceid_actions[] = {{action_of<Inputs>, &ask<Inputs>}...};

}  // namespace tc3::inline v0_1::testing::detail
