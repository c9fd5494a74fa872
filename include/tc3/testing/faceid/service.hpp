// SPDX-License-Identifier: MIT
// The eKYC service within the emulator. It replies to a valid input from a script, from the session of its token, or with passed().
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/fixed_text.hpp>
#include <tc3/core/result.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/core/unix_time.hpp>
#include <tc3/faceid/faceid.hpp>
#include <tc3/model/action.hpp>
#include <tc3/testing/decision.hpp>
#include <tc3/testing/emulator.hpp>
#include <tc3/testing/faceid/failed.hpp>
#include <tc3/testing/faceid/passed.hpp>
#include <tc3/testing/faceid/rules.hpp>
#include <tc3/testing/faceid/sessions.hpp>
#include <tc3/testing/faceid/uploads.hpp>
#include <tc3/testing/read_input.hpp>
#include <tc3/testing/received_message.hpp>
#include <tc3/testing/reply.hpp>

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace tc3::inline TC3_NAMESPACE::testing::faceid_detail {

// ---- flows: one action returns a token, another one the result of its session ----------------------------------------------------

/// The replies of an action that returns the result of a session, apart from the result.
struct flow {
    std::string_view unfinished = "{}";  ///< the output without a result yet; empty where the manual names no code for it
    std::string_view lost = unfinished;  ///< the output of a session whose app did not start in time
    std::string_view unknown_token_code = "InvalidParameterValue.BizTokenIllegal";
    std::string_view expired_token_code = "InvalidParameterValue.BizTokenExpired";
};

/// The flow of an input that asks for the result of a session.
template <class Input>
inline constexpr flow flow_of{};
template <>
inline constexpr flow flow_of<faceid::get_face_id_result_intl>{.unfinished = R"({"Result":"-999","Description":"not finished"})"};
template <>
inline constexpr flow flow_of<faceid::get_web_verification_result_intl>{.unfinished = R"({"ErrorCode":17,"ErrorMsg":"not finished"})",
                                                                        .lost = R"({"ErrorCode":15,"ErrorMsg":"token expired"})"};
template <>
inline constexpr flow flow_of<faceid::get_wx_nfc_result>{.unknown_token_code = "FailedOperation.InvalidTokenParameter",
                                                         .expired_token_code = "FailedOperation.InvalidTokenParameter"};

/// An input that asks for the result of a session by its token.
template <class Input>
concept asks_for_session = requires { faceid::session_life_of<Input>.readable_for; };

template <asks_for_session Input>
[[nodiscard]] const std::string& token_of(const Input& input) noexcept {
    if constexpr (requires { input.sdk_token; }) {
        return input.sdk_token;
    } else if constexpr (requires { input.biz_token; }) {
        return input.biz_token;
    } else {
        return input.nfc_token;
    }
}

// ---- the service -----------------------------------------------------------------------------------------------------------------

/// The state that all actions of eKYC share.
///
/// Lifetime: refers to the emulator.
class faceid_service {
public:
    explicit faceid_service(emulator& emulator) noexcept : emulator_(emulator) {}

    /// Returns the script of an action, to be read or replaced.
    ///
    /// Lifetime: valid until the next call with another action. `action` is kept: it must be a constant, as the names in action_of are.
    [[nodiscard]] reply_script& script_of(std::string_view action);
    [[nodiscard]] session_list& sessions() noexcept { return sessions_; }
    [[nodiscard]] upload_list& uploads() noexcept { return uploads_; }
    [[nodiscard]] unix_time now() { return emulator_.now(); }
    void wait_for_apps(bool wait) noexcept { waits_ = wait; }

    /// Replies to an input that its table has found valid. An input that is rejected for its rules, token or files uses up no scripted
    /// reply.
    template <class Input>
    [[nodiscard]] any_reply respond(const Input& input) {
        if (auto valid = validate_input(input); !valid) return unexpected(std::move(valid).error());
        constexpr std::string_view action = action_of<Input>.name;
        if constexpr (asks_for_session<Input>) {
            return respond_from_session(action, flow_of<Input>, token_of(input));
        } else {
            if (auto valid = validate_files(input); !valid) return unexpected(std::move(valid).error());
            any_reply next = script_of(action).next();
            return next.is_as_usual() ? respond_as_usual(input) : next;
        }
    }

private:
    struct entry {
        std::string_view action;
        reply_script script;
    };

    // ---- sessions

    /// Begins a session whose result `ResultInput` asks for. Returns its token.
    template <asks_for_session ResultInput>
    [[nodiscard]] std::string begin_session(const std::optional<std::string>& extra = {}) {
        constexpr std::string_view action = action_of<ResultInput>.name;
        session fresh{.token = emulator_.next_token(),
                      .result_action = std::string(action),
                      .begun = now(),
                      .life = faceid::session_life_of<ResultInput>,
                      .state = waits_ ? session_state::waiting : session_state::finished,
                      .extra = extra.value_or(""),
                      .script = script_of(action)};
        std::string token = fresh.token;
        sessions_.begin(std::move(fresh));
        return token;
    }

    [[nodiscard]] any_reply respond_from_session(std::string_view action, const flow& flow, std::string_view token);

    // ---- replies without a script

    /// Returns the output of a session whose person passed, or did not.
    [[nodiscard]] static any_reply result_of(std::string_view action, const session& session);

    /// Returns the output with the Extra of the input, if that has one.
    [[nodiscard]] static any_reply passed_with_extra(std::string_view action, std::string_view extra);

    template <class Input>
    [[nodiscard]] static any_reply respond_as_usual(const Input&) {
        return passed_members(action_of<Input>.name);
    }
    [[nodiscard]] static any_reply respond_as_usual(const faceid::image_recognition_v2& input);
    [[nodiscard]] any_reply respond_as_usual(const faceid::apply_liveness_token&);
    [[nodiscard]] any_reply respond_as_usual(const faceid::get_face_id_token_intl& input);
    [[nodiscard]] any_reply respond_as_usual(const faceid::apply_sdk_verification_token& input);
    [[nodiscard]] any_reply respond_as_usual(const faceid::apply_web_verification_biz_token_intl& input);
    [[nodiscard]] any_reply respond_as_usual(const faceid::get_nfc_token&);
    [[nodiscard]] any_reply respond_as_usual(const faceid::create_upload_url& input);

    // ---- files

    template <class Input>
    [[nodiscard]] static result<void, rejected_request> validate_files(const Input&) {
        return {};
    }
    [[nodiscard]] result<void, rejected_request> validate_files(const faceid::generate_reflect_sequence& input);
    [[nodiscard]] result<void, rejected_request> validate_files(const faceid::detect_reflect_liveness_and_compare& input);
    [[nodiscard]] result<void, rejected_request> validate_files(const faceid::video_liveness_compare& input);
    [[nodiscard]] result<void, rejected_request> validate_file(std::string_view action, const std::string& url,
                                                               const std::string& checksum);

    emulator& emulator_;
    std::vector<entry> scripts_;
    session_list sessions_;
    upload_list uploads_;
    bool waits_ = false;
};

// ---- its actions -----------------------------------------------------------------------------------------------------------------

/// Reads the input of a request and replies to it.
template <class Input>
[[nodiscard]] any_reply handle(faceid_service& service, const received_message& message) {
    if (!has_parameter_content_type(message)) return reject(rejection::content_type);
    Input input{};
    input_target target = input_target::of(input);
    // The manual gives InvalidParameter for FaceInputType, and InvalidParameterValue for all other closed sets.
    if constexpr (std::same_as<Input, faceid::detect_ai_fake_faces>) target.closed_set_as_type = "FaceInputType";
    if (auto read = read_input(message, target); !read) return unexpected(std::move(read).error());
    return service.respond(input);
}

/// An action and its handler. A plain function for each action, so that serve_faceid() instantiates std::function once for all of them.
struct faceid_handler {
    tc3::action action;
    any_reply (*handle)(faceid_service& service, const received_message& message);
};

template <class... Inputs>
inline constexpr faceid_handler faceid_handlers[] = {{action_of<Inputs>, &handle<Inputs>}...};

}  // namespace tc3::inline TC3_NAMESPACE::testing::faceid_detail

#if defined(TC3_BODIES)

namespace tc3::inline TC3_NAMESPACE::testing::faceid_detail {

// ---- the service: scripts and sessions -------------------------------------------------------------------------------------------

TC3_FUNCTION reply_script& faceid_service::script_of(std::string_view action) {
    for (entry& known : scripts_) {
        if (known.action == action) return known.script;
    }
    return scripts_.emplace_back(entry{action, {}}).script;
}

TC3_FUNCTION any_reply faceid_service::respond_from_session(std::string_view action, const flow& flow, std::string_view token) {
    session* session = sessions_.find(token, action);
    if (session == nullptr) {
        return service_error{std::string(flow.unknown_token_code), "no session of this action has this token"};
    }
    if (session->age(now()) >= session->life.readable_for) {
        return service_error{std::string(flow.expired_token_code), "the session of this token has expired"};
    }
    if (session->state == session_state::waiting) return std::string(session->is_lost(now()) ? flow.lost : flow.unfinished);
    any_reply next = session->script.next();
    if (!next.is_as_usual()) return next;
    if (session->state == session_state::started) return std::string(flow.unfinished);
    return result_of(action, *session);
}

// ---- the service: replies without a script ---------------------------------------------------------------------------------------

TC3_FUNCTION any_reply faceid_service::result_of(std::string_view action, const session& session) {
    if (session.state != session_state::failed) return passed_with_extra(action, session.extra);
    return changed_members(expanded(find_text(failed_texts, action)), {{"Extra", session.extra}});
}

TC3_FUNCTION any_reply faceid_service::passed_with_extra(std::string_view action, std::string_view extra) {
    if (extra.empty()) return passed_members(action);
    return passed_members_with(action, {{"Extra", extra}});
}

TC3_FUNCTION any_reply faceid_service::respond_as_usual(const faceid::image_recognition_v2& input) {
    return passed_with_extra("ImageRecognitionV2", input.extra.value_or(""));
}

TC3_FUNCTION any_reply faceid_service::respond_as_usual(const faceid::apply_liveness_token&) {
    return passed_members_with("ApplyLivenessToken", {{"SdkToken", begin_session<faceid::get_liveness_result>()}});
}

TC3_FUNCTION any_reply faceid_service::respond_as_usual(const faceid::get_face_id_token_intl& input) {
    return passed_members_with("GetFaceIdTokenIntl", {{"SdkToken", begin_session<faceid::get_face_id_result_intl>(input.extra)}});
}

TC3_FUNCTION any_reply faceid_service::respond_as_usual(const faceid::apply_sdk_verification_token& input) {
    return passed_members_with("ApplySdkVerificationToken",
                               {{"SdkToken", begin_session<faceid::get_sdk_verification_result>(input.extra)}});
}

TC3_FUNCTION any_reply faceid_service::respond_as_usual(const faceid::apply_web_verification_biz_token_intl& input) {
    const std::string token = begin_session<faceid::get_web_verification_result_intl>(input.extra);
    const std::string url = "https://emulator.invalid/web?token=" + token;
    return passed_members_with("ApplyWebVerificationBizTokenIntl",
                               {{"BizToken", token}, {"VerificationURL", url}, {"VerificationUrl", url}});
}

TC3_FUNCTION any_reply faceid_service::respond_as_usual(const faceid::get_nfc_token&) {
    return passed_members_with("GetNFCToken", {{"Token", begin_session<faceid::get_wx_nfc_result>()}});
}

TC3_FUNCTION any_reply faceid_service::respond_as_usual(const faceid::create_upload_url& input) {
    const upload& created = uploads_.create(input.target_action, now(), !waits_);
    fixed_text<20> expiry;
    write_decimal(expiry, created.created.seconds + upload::lifetime_seconds);
    return passed_members_with(
        "CreateUploadUrl",
        {{"UploadUrl", created.upload_url}, {"ResourceUrl", created.resource_url}, {"ExpiredTimestamp", expiry.view(), false}});
}

// ---- the service: files ----------------------------------------------------------------------------------------------------------

TC3_FUNCTION result<void, rejected_request> faceid_service::validate_files(const faceid::generate_reflect_sequence& input) {
    return validate_file("GenerateReflectSequence", input.device_data_url, input.device_data_md5);
}

TC3_FUNCTION result<void, rejected_request> faceid_service::validate_files(const faceid::detect_reflect_liveness_and_compare& input) {
    auto live = validate_file("DetectReflectLivenessAndCompare", input.live_data_url, input.live_data_md5);
    return live ? validate_file("DetectReflectLivenessAndCompare", input.image_url, input.image_md5) : live;
}

TC3_FUNCTION result<void, rejected_request> faceid_service::validate_files(const faceid::video_liveness_compare& input) {
    auto image = validate_file("VideoLivenessCompare", input.image_url, input.image_md5);
    return image ? validate_file("VideoLivenessCompare", input.video_url, input.video_md5) : image;
}

TC3_FUNCTION result<void, rejected_request> faceid_service::validate_file(std::string_view action, const std::string& url,
                                                                          const std::string& checksum) {
    const std::string_view error = uploads_.find_error(url, checksum, action, now());
    if (error.empty()) return {};
    return unexpected(rejected_request{rejection::none, {"FailedOperation.DownLoadError", url + ": " + std::string(error)}});
}

}  // namespace tc3::inline TC3_NAMESPACE::testing::faceid_detail

#endif  // TC3_BODIES
