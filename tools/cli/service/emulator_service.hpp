// SPDX-License-Identifier: MIT
// The service that `tc3 serve` runs: the emulator with all its products, faults, files, a record of exchanges and a log.
#pragma once

#include "admin/admin.hpp"
#include "files/file_store.hpp"
#include "http/http_server.hpp"
#include "product/api_json.hpp"
#include "record/recording.hpp"
#include "scenario/scenario.hpp"
#include "service/diagnosis_budget.hpp"
#include "service/log_entry.hpp"
#include "service/service_clock.hpp"
#include <tc3/core/result.hpp>
#include <tc3/signing/sent_request.hpp>
#include <tc3/testing/emulator.hpp>
#include <tc3/testing/faceid/scenario.hpp>
#include <tc3/testing/received_message.hpp>
#include <tc3/testing/reply.hpp>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tc3_cli {

/// How a emulator_service is set up.
struct emulator_service_options {
    std::vector<test_credential> credentials;
    std::vector<std::string> more_hosts;                   ///< names of this server, besides localhost
    std::vector<std::shared_ptr<const product>> products;  ///< besides eKYC
    scenario faults;
    std::optional<recorder> record;
    std::optional<replayer> replay;
    std::function<void(const log_entry& entry)> on_log;  ///< is called for each request, one at a time
    std::function<void(const std::string& sentence)>
        on_problem;  ///< is called when an exchange cannot be recorded, or a rule never applies
};

/// The service. Use it in any number of threads: requests are handled one at a time.
class emulator_service {
public:
    explicit emulator_service(emulator_service_options options);
    emulator_service(const emulator_service&) = delete;
    emulator_service& operator=(const emulator_service&) = delete;

    /// Sets the address of this server, with which the addresses of uploads begin: "http://127.0.0.1:8080".
    void upload_to(const std::string& base_url);

    /// Responds to a request of a client: `GET /health`, a file, or an action.
    [[nodiscard]] http_reply respond(const http_exchange_request& request);

    // What the calls of the admin port do.
    [[nodiscard]] std::string scenario_json();
    [[nodiscard]] tc3::result<void, std::string> replace_scenario(std::string_view json);
    [[nodiscard]] tc3::result<void, std::string> add_rule(std::string_view json);
    [[nodiscard]] tc3::result<void, std::string> set_clock_offset(std::int64_t seconds);
    [[nodiscard]] bool move_session(std::string_view token, session_step step);
    /// Returns the last entries of the log as JSON objects, the oldest first.
    [[nodiscard]] std::vector<std::string> last_requests();

private:
    /// What is known about the request that is being handled.
    struct current_request {
        std::string service;
        std::string version;
        std::string deviation;
        bool is_accepted = false;      ///< whether signature, action and version are right
        bool may_be_diagnosed = true;  ///< whether there is time to find the cause of a rejection
        tc3_cli::fault fault;
        std::vector<std::string> begun_sessions;  ///< their tokens
    };

    [[nodiscard]] tc3::testing::faceid_scenario serve_all();

    // All of these need the lock.
    [[nodiscard]] std::optional<tc3::testing::host_service> find_service(const tc3::testing::received_message& message);
    [[nodiscard]] std::optional<tc3::testing::any_reply> intercept(const tc3::testing::received_message& message);
    [[nodiscard]] tc3::testing::any_reply replay(const tc3::testing::received_message& message);
    void record_exchange(const tc3::signing::sent_request& sent, const tc3::testing::emulator_response& response);
    void fill_entry(log_entry& entry, const tc3::signing::sent_request& sent, const tc3::testing::emulator_response& response) const;
    [[nodiscard]] tc3::testing::emulator_response receive(const std::string& bytes);
    [[nodiscard]] std::string issue_token();
    void settle_sessions();
    void choose_upload_address(std::string_view host);
    void apply_settings();
    void report_rule(const rule& rule) const;
    void report_rules() const;

    // These take it.
    [[nodiscard]] http_reply respond_to_action(const std::string& bytes, const tc3::signing::sent_request& sent, log_entry& entry);
    [[nodiscard]] bool keep_upload(std::string_view target, std::string_view bytes);
    void log(const log_entry& entry);

    std::mutex one_at_a_time_;
    service_clock clock_;
    emulator_service_options options_;
    tc3::testing::emulator emulator_;
    tc3::testing::faceid_scenario faceid_;
    file_store files_;
    current_request current_;
    diagnosis_budget diagnoses_;
    std::uint64_t issued_tokens_ = 0;
    std::vector<std::string> base_urls_;  ///< with which the addresses of uploads begin; the first is that of upload_to()

    std::mutex log_mutex_;
    std::deque<std::string> last_requests_;
};

}  // namespace tc3_cli
