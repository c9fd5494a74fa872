// SPDX-License-Identifier: MIT
// Reads, runs and writes a scenario.
#include "scenario/scenario.hpp"

#include "scenario/member_reader.hpp"

#include <string>
#include <utility>

namespace tc3_cli {

namespace {

constexpr whole_number_rule clock_offset{"a number of seconds, at most fifty years", -largest_clock_offset, largest_clock_offset};
constexpr whole_number_rule number_of_calls{"a number of calls, at least 1", 1};

constexpr std::string_view scenario_members[] = {"rules", "clock_offset_seconds", "calls_per_second", "sessions", "temporary_credential"};
constexpr std::string_view session_courses[] = {"pass", "wait", "fail", "expire"};  // in the order of session_course
constexpr std::string_view credential_states[] = {"valid", "expired"};

tc3::result<json_value, std::string> parse_json(std::string_view json, std::string_view noun) {
    auto value = json_value::parse(json);
    if (value) return value;
    return tc3::unexpected(std::string("the ").append(noun).append(" is not JSON: ").append(value.error()));
}

scenario_settings read_settings(member_reader& members) {
    scenario_settings settings;
    settings.clock_offset_seconds = members.whole_number("clock_offset_seconds", clock_offset).value_or(0);
    settings.calls_per_second = members.whole_number("calls_per_second", number_of_calls);
    settings.sessions = static_cast<session_course>(members.one_of("sessions", session_courses).value_or(0));
    settings.is_temporary_credential_expired = members.one_of("temporary_credential", credential_states) == std::size_t{1};
    return settings;
}

std::vector<rule> read_rules(member_reader& members) {
    std::vector<rule> rules;
    const json_value* list = members.value("rules", json_kind::array, "an array of rules");
    if (list == nullptr) return rules;
    for (const json_value& each : list->elements()) {
        auto read = rule::read(each, "rules[" + std::to_string(rules.size()) + "]");
        if (!read) {
            members.fail(std::move(read).error());
            return rules;
        }
        rules.push_back(*std::move(read));
    }
    return rules;
}

std::vector<json_value::member> to_members(const scenario_settings& settings) {
    std::vector<json_value::member> members;
    if (settings.clock_offset_seconds != 0) {
        members.emplace_back("clock_offset_seconds", json_value::number(settings.clock_offset_seconds));
    }
    if (settings.calls_per_second) {
        members.emplace_back("calls_per_second", json_value::number(*settings.calls_per_second));
    }
    if (settings.sessions != session_course::pass) {
        const std::string_view course = session_courses[static_cast<std::size_t>(settings.sessions)];
        members.emplace_back("sessions", course);
    }
    if (settings.is_temporary_credential_expired) members.emplace_back("temporary_credential", "expired");
    return members;
}

bool is_for(const rule& rule, const accepted_request& request) {
    return (rule.service.empty() || rule.service == request.service) && (rule.action.empty() || rule.action == request.action);
}

/// Counts a request that a rule is for. Returns whether the rule applies to it.
bool is_due(rule& rule) {
    if (rule.after == 0) return true;
    --rule.after;
    return false;
}

/// Uses a rule up by one request.
void use(rule& rule) {
    rule.after = rule.every - 1;
    if (rule.times) --*rule.times;
}

fault error_fault(std::string code, std::string message) {
    fault rejected;
    rejected.error = tc3::testing::service_error{std::move(code), std::move(message)};
    return rejected;
}

}  // namespace

tc3::result<scenario, std::string> scenario::parse(std::string_view json) {
    const auto value = parse_json(json, "scenario");
    if (!value) return tc3::unexpected(value.error());
    member_reader members(*value, {}, "scenario", scenario_members);
    scenario read;
    read.settings_ = read_settings(members);
    read.rules_ = read_rules(members);
    if (auto valid = members.result(); !valid) return tc3::unexpected(std::move(valid).error());
    return read;
}

tc3::result<void, std::string> scenario::add_rule(std::string_view json) {
    const auto value = parse_json(json, "rule");
    if (!value) return tc3::unexpected(value.error());
    auto read = rule::read(*value, {});
    if (!read) return tc3::unexpected(std::move(read).error());
    rules_.push_back(*std::move(read));
    return {};
}

tc3::result<void, std::string> scenario::set_clock_offset(std::int64_t seconds) {
    if (seconds < clock_offset.smallest || seconds > clock_offset.largest) {
        return tc3::unexpected(std::string("the clock offset must be ").append(clock_offset.words));
    }
    settings_.clock_offset_seconds = seconds;
    return {};
}

fault scenario::next(const accepted_request& request) {
    if (settings_.is_temporary_credential_expired && request.has_token) {
        return error_fault("AuthFailure.TokenFailure", "the temporary credential has expired in the scenario of the test service");
    }
    if (exceeds_limit(request)) {
        return error_fault("RequestLimitExceeded", "the scenario of the test service allows " +
                                                       std::to_string(*settings_.calls_per_second) +
                                                       " calls of an action within one second");
    }
    return apply_rules(request);
}

bool scenario::exceeds_limit(const accepted_request& request) {
    if (!settings_.calls_per_second) return false;
    if (counted_second_ != request.now) calls_.clear();
    counted_second_ = request.now;
    std::int64_t& calls = calls_[{std::string(request.service), std::string(request.action)}];
    if (calls == *settings_.calls_per_second) return true;
    ++calls;
    return false;
}

fault scenario::apply_rules(const accepted_request& request) {
    auto applied = rules_.end();
    // All rules count the request, so that "after" has the same meaning whichever rules come first.
    for (auto each = rules_.begin(); each != rules_.end(); ++each) {
        if (is_for(*each, request) && is_due(*each) && applied == rules_.end()) applied = each;
    }
    if (applied == rules_.end()) return {};
    fault result = applied->fault;
    use(*applied);
    if (applied->times == 0) rules_.erase(applied);
    return result;
}

std::string scenario::to_json() const {
    std::vector<json_value> rules;
    for (const rule& each : rules_) rules.push_back(each.to_json());
    std::vector<json_value::member> members = to_members(settings_);
    members.insert(members.begin(), {"rules", json_value::array(std::move(rules))});
    return write_json(json_value::object(std::move(members)));
}

}  // namespace tc3_cli
