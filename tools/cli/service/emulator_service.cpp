// SPDX-License-Identifier: MIT
#include "service/emulator_service.hpp"

#include "input_json.hpp"
#include "product/product_actions.hpp"
#include "scenario/apply_fault.hpp"
#include "service/host_rules.hpp"
#include <tc3/api/parse_response.hpp>
#include <tc3/core/ascii.hpp>
#include <tc3/http/request.hpp>
#include <tc3/signing/sent_request.hpp>

#include <algorithm>
#include <chrono>
#include <utility>

namespace tc3_cli {

namespace {

constexpr std::size_t kept_requests = 1000;

/// Returns the request with the path alone as its target. A client that takes the server for a proxy sends `POST http://HOST/ HTTP/1.1`,
/// and signs the path.
std::string with_path_as_target(std::string_view bytes) {
    std::string request(bytes);
    const std::size_t target = bytes.find(' ') + 1;
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (!bytes.substr(target).starts_with(scheme)) continue;
        const std::size_t path = bytes.find_first_of("/ \r\n", target + scheme.size());
        if (path == std::string_view::npos || bytes[path] != '/') return request;
        return request.erase(target, path - target);
    }
    return request;
}

/// The reply to a call for which the recording has no exchange.
tc3::testing::service_error nothing_recorded(std::string_view action) {
    return {"InternalError", "the recording has no exchange of " + std::string(action)};
}

/// Returns what the action returned, of the body of a recorded response.
tc3::testing::any_reply reply_of_recorded(const std::string& body) {
    const auto parsed = json_value::parse(body);
    const json_value* response = parsed ? parsed->find("Response") : nullptr;
    if (response == nullptr)
        return tc3::testing::service_error{"InternalError", "the recorded response is not JSON with a member Response"};
    const json_value* error = response->find("Error");
    if (error == nullptr) return write_json(*response);
    const auto text_of = [error](std::string_view name) {
        const json_value* member = error->find(name);
        return member == nullptr ? std::string() : member->text();
    };
    return tc3::testing::service_error{text_of("Code"), text_of("Message")};
}

}  // namespace

emulator_service::emulator_service(emulator_service_options options)
    : options_(std::move(options)),
      emulator_([this] { return clock_.now(); }, [this] { return issue_token(); }),
      faceid_(serve_all()),
      files_(
          {}, [this] { return clock_.now().seconds; },
          [this](std::string_view target, std::string_view bytes) { return keep_upload(target, bytes); }) {
    for (const test_credential& each : options_.credentials) emulator_.add_credential(each.secret_id, each.secret_key, each.token);
    emulator_.find_hosts_with([this](const tc3::testing::received_message& message) { return find_service(message); });
    emulator_.intercept_with([this](const tc3::testing::received_message& message) { return intercept(message); });
    apply_settings();
    report_rules();
}

/// Serves the products, and eKYC last: its sessions and files take the place of a description of faceid.
tc3::testing::faceid_scenario emulator_service::serve_all() {
    for (const auto& each : options_.products) emulator_.serve(actions_of(each));
    return tc3::testing::serve_faceid(emulator_);
}

void emulator_service::upload_to(const std::string& base_url) {
    const std::lock_guard lock(one_at_a_time_);
    base_urls_ = {base_url};
    faceid_.upload_to(base_url);
}

// ---- one request -----------------------------------------------------------------------------------------------------------------

http_reply emulator_service::respond(const http_exchange_request& request) {
    const auto began = std::chrono::steady_clock::now();
    const std::string bytes = with_path_as_target(request.bytes);
    const tc3::signing::raw_request parsed(bytes);
    const tc3::signing::sent_request sent = parsed.view();
    log_entry entry{.time = clock_.now(), .method = std::string(sent.method), .bytes = bytes.size()};

    http_reply reply;
    if (sent.target == "/health") {
        reply = {.headers = {{"Content-Type", "text/plain"}}, .body = "ok\n"};
        entry.path = sent.target;
    } else if (files_.has_target(sent.target)) {
        // A web page could let its own host name resolve to this machine.
        const bool is_own_host = is_plain_host(sent.value_of("host"), options_.more_hosts);
        reply = is_own_host ? files_.handle({.bytes = bytes, .peer = request.peer, .is_tls = request.is_tls})
                            : http_reply{.status = 403, .headers = {{"Content-Type", "text/plain"}}, .body = "no file has this host\n"};
        entry.path = sent.target;
    } else {
        reply = respond_to_action(bytes, sent, entry);
    }
    entry.status = reply.status;
    entry.duration = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - began);
    log(entry);
    return reply;
}

http_reply emulator_service::respond_to_action(const std::string& bytes, const tc3::signing::sent_request& sent, log_entry& entry) {
    const std::lock_guard lock(one_at_a_time_);
    current_ = {};
    const tc3::testing::emulator_response response = receive(bytes);
    settle_sessions();
    fill_entry(entry, sent, response);
    record_exchange(sent, response);
    http_reply reply{
        .status = response.status, .headers = {{"Content-Type", response.content_type}, {"Date", response.date}}, .body = response.body};
    return apply(current_.fault, std::move(reply));
}

/// Lets the emulator respond, with the cause of a rejected signature if there is time for it.
tc3::testing::emulator_response emulator_service::receive(const std::string& bytes) {
    const auto began = std::chrono::steady_clock::now();
    current_.may_be_diagnosed = diagnoses_.has_time(began);
    emulator_.diagnose_rejections(current_.may_be_diagnosed);
    tc3::testing::emulator_response response = emulator_.receive(bytes);
    if (emulator_.last().finding) diagnoses_.spend(std::chrono::steady_clock::now() - began);
    return response;
}

std::optional<tc3::testing::host_service> emulator_service::find_service(const tc3::testing::received_message& message) {
    auto found = find_host(emulator_, message, options_.more_hosts);
    if (!found) return found;
    current_.service = found->service;
    const std::string_view scope = scope_service_of(message);
    if (scope == found->scope_service && scope != found->service) {
        current_.deviation =
            "scope service \"" + found->scope_service + "\", derived from the host, in place of \"" + found->service + "\"";
    }
    // The Node SDK sends a port that it has not signed.
    const std::string_view name = without_port(message.host);
    if (name != message.host) found->signed_host = name;
    return found;
}

std::optional<tc3::testing::any_reply> emulator_service::intercept(const tc3::testing::received_message& message) {
    current_.version = message.value_of("X-TC-Version");
    current_.is_accepted = true;
    current_.fault = options_.faults.next({.service = current_.service,
                                           .action = message.value_of("X-TC-Action"),
                                           .has_token = !message.value_of("X-TC-Token").empty(),
                                           .now = clock_.now()});
    if (auto reply = reply_of(current_.fault)) return reply;
    // Recorded addresses are masked, so an upload needs a new one.
    const bool is_upload = message.value_of("X-TC-Action") == "CreateUploadUrl";
    if (is_upload) choose_upload_address(message.host);
    if (options_.replay && !is_upload) return replay(message);
    return std::nullopt;
}

tc3::testing::any_reply emulator_service::replay(const tc3::testing::received_message& message) {
    const std::string_view action = message.value_of("X-TC-Action");
    const auto found =
        options_.replay->find(current_.service, current_.version, action, input_json(message.method, message.query, message.body));
    return found ? reply_of_recorded(found->output) : tc3::testing::any_reply(nothing_recorded(action));
}

void emulator_service::record_exchange(const tc3::signing::sent_request& sent, const tc3::testing::emulator_response& response) {
    const bool is_from_service = current_.is_accepted && !reply_of(current_.fault);
    if (!options_.record || !is_from_service) return;
    const tc3::http::target_parts target = tc3::http::split_target(sent.target);
    const auto recorded = options_.record->record(
        {.service = current_.service,
         .version = current_.version,
         .action = std::string(sent.value_of("x-tc-action")),
         .region = std::string(sent.value_of("x-tc-region")),
         .input = input_json(sent.method == "GET" ? tc3::http::method::get : tc3::http::method::post, target.query, sent.body),
         .status = response.status,
         .output = response.body});
    if (!recorded && options_.on_problem) options_.on_problem(recorded.error());
}

// ---- sessions and files ----------------------------------------------------------------------------------------------------------

std::string emulator_service::issue_token() {
    std::string token = "token-" + std::to_string(++issued_tokens_);
    current_.begun_sessions.push_back(token);
    return token;
}

/// Ends the sessions that the request has begun, if the scenario wants that.
void emulator_service::settle_sessions() {
    const session_course course = options_.faults.settings().sessions;
    for (const std::string& token : current_.begun_sessions) {
        if (course == session_course::expire) faceid_.expire(token);
        if (course != session_course::fail) continue;
        faceid_.start(token);
        faceid_.fail(token);
    }
}

/// Lets the addresses of uploads begin with the host by which a client reached the server: one that listens on 0.0.0.0, or in a
/// container, does not know it. Other hosts than addresses and localhost may lead to the real service.
void emulator_service::choose_upload_address(std::string_view host) {
    constexpr std::size_t most_addresses = 100;
    if (base_urls_.empty()) return;
    const std::string& first = base_urls_.front();
    const std::string address = is_plain_host(host, options_.more_hosts) ? first.substr(0, first.find("//") + 2).append(host) : first;
    const bool is_known = std::find(base_urls_.begin(), base_urls_.end(), address) != base_urls_.end();
    const bool has_room = base_urls_.size() < most_addresses;
    faceid_.upload_to(is_known || has_room ? address : first);
    if (!is_known && has_room) base_urls_.push_back(address);
}

bool emulator_service::keep_upload(std::string_view target, std::string_view bytes) {
    const std::lock_guard lock(one_at_a_time_);
    // Each upload has a number of its own, so at most one of these addresses exists.
    const auto has_upload = [&](const std::string& base_url) { return faceid_.upload(base_url + std::string(target), bytes); };
    return std::any_of(base_urls_.begin(), base_urls_.end(), has_upload);
}

void emulator_service::apply_settings() {
    const scenario_settings& settings = options_.faults.settings();
    clock_.set_offset(settings.clock_offset_seconds);
    emulator_.limit_calls(!settings.calls_per_second);
    faceid_.wait_for_apps(settings.sessions != session_course::pass);
}

/// Reports a rule for an action that no product has: it never applies.
void emulator_service::report_rule(const rule& rule) const {
    if (rule.action.empty() || !options_.on_problem) return;
    const std::vector<std::string> services = emulator_.services_of(rule.action);
    const bool is_known =
        rule.service.empty() ? !services.empty() : std::find(services.begin(), services.end(), rule.service) != services.end();
    const std::string place = rule.service.empty() ? "" : " of the service " + rule.service;
    if (!is_known) options_.on_problem("a rule of the scenario never applies: there is no action " + rule.action + place);
}

void emulator_service::report_rules() const {
    for (const rule& each : options_.faults.rules()) report_rule(each);
}

// ---- admin calls -----------------------------------------------------------------------------------------------------------------

std::string emulator_service::scenario_json() {
    const std::lock_guard lock(one_at_a_time_);
    return options_.faults.to_json();
}

tc3::result<void, std::string> emulator_service::replace_scenario(std::string_view json) {
    auto parsed = scenario::parse(json);
    if (!parsed) return tc3::unexpected(std::move(parsed).error());
    const std::lock_guard lock(one_at_a_time_);
    options_.faults = *std::move(parsed);
    apply_settings();
    report_rules();
    return {};
}

tc3::result<void, std::string> emulator_service::add_rule(std::string_view json) {
    const std::lock_guard lock(one_at_a_time_);
    auto added = options_.faults.add_rule(json);
    if (added) report_rule(options_.faults.rules().back());
    return added;
}

tc3::result<void, std::string> emulator_service::set_clock_offset(std::int64_t seconds) {
    const std::lock_guard lock(one_at_a_time_);
    auto set = options_.faults.set_clock_offset(seconds);
    if (set) apply_settings();
    return set;
}

bool emulator_service::move_session(std::string_view token, session_step step) {
    const std::lock_guard lock(one_at_a_time_);
    switch (step) {
        case session_step::start: return faceid_.start(token);
        case session_step::finish: return faceid_.finish(token);
        case session_step::fail: return faceid_.fail(token);
        case session_step::expire: return faceid_.expire(token);
    }
    return false;
}

std::vector<std::string> emulator_service::last_requests() {
    const std::lock_guard lock(log_mutex_);
    return {last_requests_.begin(), last_requests_.end()};
}

// ---- the log ---------------------------------------------------------------------------------------------------------------------

void emulator_service::fill_entry(log_entry& entry, const tc3::signing::sent_request& sent,
                                  const tc3::testing::emulator_response& response) const {
    entry.service = current_.service;
    entry.action = sent.value_of("x-tc-action");
    entry.region = sent.value_of("x-tc-region");
    entry.fault = describe(current_.fault);
    entry.deviation = current_.deviation;
    if (!emulator_.last().signed_host.empty()) {
        entry.deviation.append(entry.deviation.empty() ? "" : ", ").append("the host was signed without its port");
    }
    if (const auto& finding = emulator_.last().finding) entry.cause = tc3::signing::to_string(finding->cause);
    if (response.status != 200) {
        entry.reason = tc3::ascii::trim(std::string_view(response.body).substr(0, response.body.find('\n')));
        return;
    }
    const auto parsed = tc3::parse_response<tc3::untyped_input>(response);
    if (parsed) return;
    entry.code = parsed.error().code;
    entry.reason = parsed.error().message;
    const bool is_undiagnosed = !current_.may_be_diagnosed && !current_.is_accepted && entry.code.starts_with("AuthFailure.");
    if (is_undiagnosed) entry.reason.append(" (the cause was not sought: too many requests are rejected)");
}

void emulator_service::log(const log_entry& entry) {
    const std::lock_guard lock(log_mutex_);
    last_requests_.push_back(to_json(entry));
    if (last_requests_.size() > kept_requests) last_requests_.pop_front();
    if (options_.on_log) options_.on_log(entry);
}

}  // namespace tc3_cli
