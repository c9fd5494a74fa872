// SPDX-License-Identifier: MIT
// The eKYC service in the emulator: all its actions, the sessions behind its tokens, and what a test wants of them.
#pragma once

#include <tc3/testing/emulator.hpp>
#include <tc3/testing/faceid/passed.hpp>
#include <tc3/testing/faceid/service.hpp>
#include <tc3/testing/reply.hpp>

#include <memory>
#include <string_view>
#include <utility>
#include <vector>

namespace tc3::inline v0_1::testing {

/// What the service says, and what the apps and browsers of its sessions do. A handle: copies are of the same. The emulator must outlive
/// its use. Sessions begin with their tokens, and can be asked for as long as the manual says, from then on and by the emulator's clock.
class faceid_scenario {
public:
    // Moved from, it is still a handle of the same.
    faceid_scenario(const faceid_scenario&) = default;
    faceid_scenario& operator=(const faceid_scenario&) = default;
    ~faceid_scenario() = default;

    /// What an action says from now on: one reply for each call, the last one stays; without any, what it says by itself, which is that
    /// all is well. For an action that asks for a session: one reply for each time that a session is asked for, of every session begun from
    /// now on. A scripted reply of an action that hands out tokens begins no session. A request that is refused for its parameters, token
    /// or files never reaches a script.
    ///
    ///     scenario.reply_with<faceid::detect_ai_fake_faces>({testing::service_error{"FailedOperation.CoveredFace"}, testing::as_usual});
    template <described_action Input>
    void reply_with(const std::vector<reply<Input>>& replies) {
        service_->script_of(action_of<Input>.name) = detail::script(replies);
    }

    /// The same for one session that was begun already, from the first reply on. Its app counts as started. False where the token is of no
    /// such session, or where it is too late to start it.
    template <detail::asks_for_session Input>
    bool reply_with(std::string_view token, const std::vector<reply<Input>>& replies) {
        detail::session* found = service_->sessions().find(token, action_of<Input>.name);
        if (found == nullptr || !found->start(service_->now())) return false;
        found->script = detail::script(replies);
        return true;
    }

    /// By itself the emulator takes apps for infinitely fast: a session has passed when its token is out, and a file is there when its
    /// address is. From this call on, new sessions and addresses wait for start(), finish() and upload().
    void wait_for_apps(bool wait = true) { service_->wait_for_apps(wait); }

    /// The app of a session starts. Until it finishes, the session has no outcome, or what a script says. False where no session has the
    /// token, or where it was begun 10 minutes ago or earlier: it never has an outcome then.
    bool start(std::string_view token) {
        detail::session* found = service_->sessions().find(token);
        return found != nullptr && found->start(service_->now());
    }
    /// The app of a session has finished: the session has passed, or what a script says. False where it has not started.
    bool finish(std::string_view token) {
        detail::session* found = service_->sessions().find(token);
        return found != nullptr && found->finish();
    }
    /// The app puts a file at an `upload_url`. The action that gets it expects its MD5 then; of a file that was there by itself, any. False
    /// where CreateUploadUrl handed out no such address.
    bool upload(std::string_view upload_url, std::string_view bytes) { return service_->uploads().put(upload_url, bytes); }

private:
    friend faceid_scenario serve_faceid(emulator& service);
    explicit faceid_scenario(std::shared_ptr<detail::faceid_service> service) noexcept : service_(std::move(service)) {}

    std::shared_ptr<detail::faceid_service> service_;
};

/// Serves all actions of eKYC by their tables, rules and calls per second: see emulator::limit_calls. Tokens are the emulator's
/// next_token(), which should differ. Actions that were taken offline answer ActionOffline.
///
///     auto scenario = testing::serve_faceid(service);
///     scenario.reply_with<faceid::get_liveness_result>({faceid::get_liveness_result_output{.result = "1005"}});
inline faceid_scenario serve_faceid(emulator& service) {
    using namespace faceid;
    constexpr auto& actions = detail::faceid_actions<
        // sessions of an app: liveness alone, with a face, with a document
        apply_liveness_token, get_liveness_result, get_face_id_token_intl, get_face_id_result_intl, apply_sdk_verification_token,
        get_sdk_verification_result,
        // of a browser, and of a reader of chips
        apply_web_verification_biz_token_intl, get_web_verification_result_intl, get_nfc_token, get_wx_nfc_result,
        // faces, from files
        create_upload_url, generate_reflect_sequence, detect_reflect_liveness_and_compare, video_liveness_compare,
        // faces, in one call
        compare_face_liveness, liveness_compare, detect_ai_fake_faces, image_recognition, image_recognition_v2, check_id_card_information,
        // names and numbers
        id_card_ocr_verification, id_card_verification, check_id_name_date, bank_card_verification, bank_card_2e_verification,
        bank_card_4e_verification, check_bank_card_information, phone_verification, mobile_status, mobile_network_time_verification>;

    const auto made = std::make_shared<detail::faceid_service>(service);
    for (const detail::faceid_action& each : actions) {
        service.serve(each.what, [made, output = each.output](const received_message& message) { return output(*made, message); });
    }
    for (const std::string_view name : detail::faceid_retired) {
        service.serve({faceid::service, version, name, host},
                      [](const received_message&) { return service_error{"ActionOffline", "the action was taken offline"}; });
    }
    return faceid_scenario(made);
}

}  // namespace tc3::inline v0_1::testing
