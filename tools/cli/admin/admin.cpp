// SPDX-License-Identifier: MIT
// The calls of the admin port, one row of a table each.
#include "admin/admin.hpp"

#include "admin/peer_check.hpp"
#include "json_value.hpp"
#include "scenario/member_reader.hpp"
#include <tc3/core/text_scanner.hpp>
#include <tc3/encoding/percent.hpp>
#include <tc3/signing/sent_request.hpp>

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tc3_cli {

namespace {

/// A call, with what its row of the table needs.
struct admin_call {
    const admin_actions& actions;
    std::string_view body;
    std::string token;  ///< of a session, from the path
};

/// A row of the table. `<token>` in a path is the token of a session.
struct admin_route {
    std::string_view method;
    std::string_view path;
    std::string_view words;
    http_reply (*respond)(const admin_call&);
};

// ---- replies ---------------------------------------------------------------------------------------------------------------------

http_reply json_text_reply(std::string json, int status = 200) {
    return {.status = status, .headers = {{"Content-Type", "application/json"}}, .body = std::move(json).append("\n")};
}

http_reply json_reply(const json_value& value, int status = 200) { return json_text_reply(write_json(value), status); }

http_reply error_reply(int status, std::string_view sentence) { return json_reply(json_value::object({{"error", sentence}}), status); }

/// Replies with the scenario as it is after a call that changes it.
http_reply scenario_reply(const admin_call& call, const tc3::result<void, std::string>& changed) {
    return changed ? json_text_reply(call.actions.scenario()) : error_reply(400, changed.error());
}

// ---- calls -----------------------------------------------------------------------------------------------------------------------

http_reply list_calls(const admin_call& call);

http_reply get_health(const admin_call&) { return json_reply(json_value::object({{"status", "ok"}})); }

http_reply get_scenario(const admin_call& call) { return json_text_reply(call.actions.scenario()); }
http_reply put_scenario(const admin_call& call) { return scenario_reply(call, call.actions.replace_scenario(call.body)); }
http_reply delete_scenario(const admin_call& call) { return scenario_reply(call, call.actions.replace_scenario("{}")); }
http_reply post_rule(const admin_call& call) { return scenario_reply(call, call.actions.add_rule(call.body)); }

constexpr std::string_view clock_members[] = {"offset_seconds", "time"};

/// Reads the offset that `{"offset_seconds": N}` or `{"time": N}` asks for.
tc3::result<std::int64_t, std::string> read_clock(std::string_view json, std::int64_t machine_seconds) {
    const auto value = json_value::parse(json);
    if (!value) return tc3::unexpected("the clock is not JSON: " + value.error());
    member_reader members(*value, {}, "clock", clock_members);
    const auto offset =
        members.whole_number("offset_seconds", {"a number of seconds", -tc3::unix_time::last_second, tc3::unix_time::last_second});
    const auto time = members.whole_number("time", {"a time in seconds since 1970", 0, tc3::unix_time::last_second});
    if (members.has("offset_seconds") == members.has("time")) members.fail({}, "needs either offset_seconds or time");
    if (auto valid = members.result(); !valid) return tc3::unexpected(std::move(valid).error());
    return offset ? *offset : *time - machine_seconds;
}

http_reply put_clock(const admin_call& call) {
    const std::int64_t machine_seconds = call.actions.machine_time().seconds;
    const auto offset = read_clock(call.body, machine_seconds);
    if (!offset) return error_reply(400, offset.error());
    if (const auto set = call.actions.set_clock_offset(*offset); !set) return error_reply(400, set.error());
    return json_reply(
        json_value::object({{"offset_seconds", json_value::number(*offset)}, {"time", json_value::number(machine_seconds + *offset)}}));
}

http_reply move_session(const admin_call& call, session_step step, std::string_view state) {
    if (!call.actions.move_session(call.token, step)) {
        return error_reply(404, "no session has this token, or its app has not started, or it is too late for this step");
    }
    return json_reply(json_value::object({{"token", call.token}, {"state", state}}));
}
http_reply start_session(const admin_call& call) { return move_session(call, session_step::start, "started"); }
http_reply finish_session(const admin_call& call) { return move_session(call, session_step::finish, "finished"); }
http_reply fail_session(const admin_call& call) { return move_session(call, session_step::fail, "failed"); }
http_reply expire_session(const admin_call& call) { return move_session(call, session_step::expire, "expired"); }

http_reply get_requests(const admin_call& call) {
    std::string array;
    for (const std::string& entry : call.actions.requests()) array.append(array.empty() ? "" : ",\n").append(entry);
    return json_text_reply("[" + array + "]");
}

http_reply get_credential(const admin_call& call) {
    const test_credential credential = call.actions.credential();
    std::vector<json_value::member> members = {{"secret_id", credential.secret_id}, {"secret_key", credential.secret_key}};
    if (!credential.token.empty()) members.emplace_back("token", credential.token);
    return json_reply(json_value::object(std::move(members)));
}

http_reply get_certificate(const admin_call& call) {
    std::string certificate = call.actions.certificate();
    if (certificate.empty()) return error_reply(404, "the service has no certificate: start it with --tls");
    return {.status = 200, .headers = {{"Content-Type", "application/x-pem-file"}}, .body = std::move(certificate)};
}

constexpr auto routes = std::to_array<admin_route>({
    {"GET", "/", "this list", list_calls},
    {"GET", "/health", "responds as soon as the service does", get_health},
    {"GET", "/credential", "the credential for clients", get_credential},
    {"GET", "/certificate", "the certificate of the service as PEM, with --tls", get_certificate},
    {"GET", "/requests", "the last entries of the request log", get_requests},
    {"GET", "/scenario", "what is left of the scenario", get_scenario},
    {"PUT", "/scenario", R"(replaces the scenario: {"rules":[{"action":"GetLivenessResult","times":1,"error":"InternalError"}]})",
     put_scenario},
    {"DELETE", "/scenario", "ends the scenario: no rules, the right time, sessions pass", delete_scenario},
    {"POST", "/rules", R"(adds a rule after the others: {"times":1,"lose_response":"after_effect"})", post_rule},
    {"PUT", "/clock", R"(sets the clock of the service: {"offset_seconds":400} or {"time":1700000000})", put_clock},
    {"POST", "/sessions/<token>/start", "starts the app of a session", start_session},
    {"POST", "/sessions/<token>/finish", "finishes a session: the person passed", finish_session},
    {"POST", "/sessions/<token>/fail", "ends a session: the person failed", fail_session},
    {"POST", "/sessions/<token>/expire", "lets the token of a session expire", expire_session},
});

http_reply list_calls(const admin_call&) {
    std::string list = "Calls of the admin port:\n\n";
    for (const admin_route& route : routes) {
        list.append(route.method).append(" ").append(route.path).append("\n    ").append(route.words).append("\n");
    }
    return {.status = 200, .headers = {{"Content-Type", "text/plain; charset=utf-8"}}, .body = std::move(list)};
}

// ---- routes ----------------------------------------------------------------------------------------------------------------------

/// Returns the token in a path, empty for a path without one; std::nullopt if the path is not that of the route.
std::optional<std::string> match_path(std::string_view pattern, std::string_view path) {
    tc3::text_scanner rest(pattern);
    const auto before = rest.take_until("<token>");
    if (!before) return pattern == path ? std::optional<std::string>("") : std::nullopt;
    if (path.size() <= before->size() + rest.rest().size()) return {};
    if (!path.starts_with(*before) || !path.ends_with(rest.rest())) return {};
    path.remove_prefix(before->size());
    path.remove_suffix(rest.rest().size());
    std::string token;
    if (path.find('/') != std::string_view::npos || !tc3::decode_percent(token, path)) return {};
    return token;
}

http_reply reply_without_route(const std::string& allowed_methods) {
    if (allowed_methods.empty()) return error_reply(404, "the admin port has no such path: GET / lists its calls");
    http_reply reply = error_reply(405, "this path has no such method, but " + allowed_methods);
    reply.headers.emplace_back("Allow", allowed_methods);
    return reply;
}

http_reply respond(const admin_actions& actions, const tc3::signing::sent_request& request) {
    const std::string_view path = request.target.substr(0, request.target.find('?'));
    std::string allowed_methods;
    for (const admin_route& route : routes) {
        auto token = match_path(route.path, path);
        if (!token) continue;
        if (route.method == request.method) return route.respond({actions, request.body, *std::move(token)});
        allowed_methods.append(allowed_methods.empty() ? "" : ", ").append(route.method);
    }
    return reply_without_route(allowed_methods);
}

}  // namespace

http_reply admin::handle(const http_exchange_request& request) const {
    const tc3::signing::raw_request raw(request.bytes);
    if (const auto safe = check_peer(raw.view()); !safe) return error_reply(403, safe.error());
    return respond(actions_, raw.view());
}

}  // namespace tc3_cli
