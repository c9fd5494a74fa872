// SPDX-License-Identifier: MIT
// All of eKYC in the emulator, and the test's control over it: scripts, and what the apps and browsers of the sessions do.
#pragma once

#include <tc3/config.hpp>
#include <tc3/faceid/faceid.hpp>
#include <tc3/model/action.hpp>
#include <tc3/testing/decision.hpp>
#include <tc3/testing/emulator.hpp>
#include <tc3/testing/faceid/outputs.hpp>
#include <tc3/testing/faceid/service.hpp>
#include <tc3/testing/faceid/sessions.hpp>
#include <tc3/testing/received_message.hpp>
#include <tc3/testing/reply.hpp>

#include <memory>
#include <string_view>
#include <utility>
#include <vector>

namespace tc3::inline TC3_NAMESPACE::testing {

/// The control of a test over eKYC in an emulator.
///
/// Without any call the emulator replies as if every person passed: a session has its result as soon as its token is returned, and a file
/// exists as soon as its address is. To control that, use it in this order:
/// 1. Make an emulator, add a key, and call serve_faceid(), which returns the scenario.
/// 2. wait_for_apps(), if the test plays the app; reply_with(), if it wants other replies.
/// 3. Let the program begin a session, and take the token from its output.
/// 4. start() and finish() the session with the token, or let it fail() or expire(), or start_with() replies of its own; upload() files.
/// 5. Let the program ask for the result.
///
///     tc3::testing::emulator service(clock, tokens);
///     service.add_credential("id", "key");
///     auto scenario = tc3::testing::serve_faceid(service);
///     scenario.wait_for_apps();
///     const auto session = tc3::call(service, faceid::apply_liveness_token{}, profile, now);
///     scenario.start(*session->sdk_token);
///     scenario.finish(*session->sdk_token);
///     const auto output = tc3::call(service, faceid::get_liveness_result{*session->sdk_token}, profile, now);  // passed
///
/// Sessions begin with their token and expire by the emulator's clock, as the manual states for each action.
///
/// Lifetime: a handle, whose copies control the same service. The emulator keeps the service alive, so the scenario may be destroyed first;
/// it must not be used after the emulator is destroyed.
class faceid_scenario {
public:
    // Copies only: a handle that was moved from stays usable.
    faceid_scenario(const faceid_scenario&) = default;
    faceid_scenario& operator=(const faceid_scenario&) = default;
    ~faceid_scenario() = default;

    /// Replaces the replies of an action: one for each call, of which the last one repeats. An empty list restores the replies without a
    /// script. Inputs that are rejected for their parameters, token or files use up no reply.
    ///
    /// For an action that returns the result of a session, the script applies to each session that begins from now on, from its first
    /// reply. For an action that returns a token, a scripted output begins no session.
    ///
    ///     scenario.reply_with<faceid::detect_ai_fake_faces>({testing::service_error{"FailedOperation.CoveredFace"}, testing::as_usual});
    template <has_action Input>
    void reply_with(const std::vector<reply<Input>>& replies) {
        service_->script_of(action_of<Input>.name) = reply_script(replies);
    }

    /// Starts the app of a session, as start() does, and replaces the replies for this session. Returns false if no session of the action
    /// has the token, or if it is too late to start it.
    template <faceid_detail::asks_for_session Input>
    bool start_with(std::string_view token, const std::vector<reply<Input>>& replies) {
        faceid_detail::session* session = service_->sessions().find(token, action_of<Input>.name);
        reply_script script(replies);  // first: a session must not start with other replies
        if (session == nullptr || !session->start(service_->now())) return false;
        session->script = std::move(script);
        return true;
    }

    /// Sets whether sessions and upload addresses from now on wait for start(), finish() and upload(). By default they do not.
    void wait_for_apps(bool wait = true) { service_->wait_for_apps(wait); }

    /// Starts the app of a session. Until finish() the session has no result, unless it is scripted. Safe to repeat. Returns false if no
    /// session has the token, or if it has waited for 10 minutes: such a session never gets a result.
    bool start(std::string_view token);
    /// Finishes the app of a session: the person passed, or the result is the scripted one. Safe to repeat. Returns false if no session has
    /// the token, or if it has not started.
    bool finish(std::string_view token);
    /// Finishes the app of a session as finish() does, but the person did not pass: the liveness check failed, or the chip of the document
    /// could not be read.
    bool fail(std::string_view token);
    /// Lets a session expire now: its token is then rejected as an expired one. Safe to repeat. Returns false if no session has the token.
    bool expire(std::string_view token);

    /// Sets the beginning of the addresses that CreateUploadUrl returns from now on, such as "http://127.0.0.1:8080", for a server with a
    /// file store: "http://127.0.0.1:8080/upload/1" takes the bytes, and "http://127.0.0.1:8080/file/1" is their address for the other
    /// actions. Pass the bytes to upload(), too. By default, and with an empty `base_url`, the addresses lead nowhere.
    void upload_to(std::string_view base_url) { service_->uploads().upload_to(base_url); }
    /// Uploads a file to an `upload_url`. The action that reads the file then expects its MD5; a file that exists without upload() is
    /// accepted with any MD5. Returns false if no upload has that address: CreateUploadUrl did not return it, or it was removed, 2 hours
    /// after its expiry.
    bool upload(std::string_view upload_url, std::string_view bytes) { return service_->uploads().put(upload_url, bytes); }

private:
    friend faceid_scenario serve_faceid(emulator& emulator);
    explicit faceid_scenario(std::shared_ptr<faceid_detail::faceid_service> service) noexcept : service_(std::move(service)) {}

    std::shared_ptr<faceid_detail::faceid_service> service_;
};

/// Adds all actions of eKYC to an emulator, with their parameters, rules and calls per second (see emulator::limit_calls). The tokens of
/// sessions are those of emulator::next_token() and should differ. Actions that the service took offline return ActionOffline.
///
///     auto scenario = tc3::testing::serve_faceid(service);
///     scenario.reply_with<faceid::get_liveness_result>({faceid::get_liveness_result_output{.result = "1005"}});
///
/// Lifetime: the scenario refers to the emulator.
faceid_scenario serve_faceid(emulator& emulator);

}  // namespace tc3::inline TC3_NAMESPACE::testing

#if defined(TC3_BODIES)

namespace tc3::inline TC3_NAMESPACE::testing {

TC3_FUNCTION bool faceid_scenario::start(std::string_view token) {
    faceid_detail::session* session = service_->sessions().find(token);
    return session != nullptr && session->start(service_->now());
}

TC3_FUNCTION bool faceid_scenario::finish(std::string_view token) {
    faceid_detail::session* session = service_->sessions().find(token);
    return session != nullptr && session->end(faceid_detail::session_state::finished);
}

TC3_FUNCTION bool faceid_scenario::fail(std::string_view token) {
    faceid_detail::session* session = service_->sessions().find(token);
    return session != nullptr && session->end(faceid_detail::session_state::failed);
}

TC3_FUNCTION bool faceid_scenario::expire(std::string_view token) {
    faceid_detail::session* session = service_->sessions().find(token);
    if (session == nullptr) return false;
    session->expire(service_->now());
    return true;
}

TC3_FUNCTION faceid_scenario serve_faceid(emulator& emulator) {
    using namespace faceid;
    constexpr auto& handlers = faceid_detail::faceid_handlers<
        // sessions in an app: liveness, liveness and face, liveness and document
        apply_liveness_token, get_liveness_result, get_face_id_token_intl, get_face_id_result_intl, apply_sdk_verification_token,
        get_sdk_verification_result,
        // sessions in a browser, and with a chip reader
        apply_web_verification_biz_token_intl, get_web_verification_result_intl, get_nfc_token, get_wx_nfc_result,
        // faces, from uploaded files
        create_upload_url, generate_reflect_sequence, detect_reflect_liveness_and_compare, video_liveness_compare,
        // faces, in one call
        compare_face_liveness, liveness_compare, detect_ai_fake_faces, image_recognition, image_recognition_v2, check_id_card_information,
        // names and numbers
        id_card_ocr_verification, id_card_verification, check_id_name_date, bank_card_verification, bank_card_2e_verification,
        bank_card_4e_verification, check_bank_card_information, phone_verification, mobile_status, mobile_network_time_verification>;

    const auto state = std::make_shared<faceid_detail::faceid_service>(emulator);
    std::vector<untyped_action> actions;
    for (const faceid_detail::faceid_handler& each : handlers) {
        // Untyped, since handle() reads the input itself: FaceInputType needs a rule of its own there.
        actions.push_back(
            {each.action, [state, handle = each.handle](const received_message& message) { return handle(*state, message); }});
    }
    for (const std::string_view name : faceid_detail::retired_actions) {
        actions.push_back({{faceid::service, faceid::version, name, faceid::host},
                           [](const received_message&) { return service_error{"ActionOffline", "the action was taken offline"}; }});
    }
    emulator.serve(std::move(actions));
    return faceid_scenario(state);
}

}  // namespace tc3::inline TC3_NAMESPACE::testing

#endif  // TC3_BODIES
