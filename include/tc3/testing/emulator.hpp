// SPDX-License-Identifier: MIT
// The service in memory, for tests: checks a raw HTTP request as the service does, and responds with its output or its error code
// (docs/tc3-signing.md 1.7 and 5.1).
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/ascii.hpp>
#include <tc3/core/result.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/core/unix_time.hpp>
#include <tc3/crypto/sha_256.hpp>
#include <tc3/http/date.hpp>
#include <tc3/http/message.hpp>
#include <tc3/model/action.hpp>
#include <tc3/signing/credential.hpp>
#include <tc3/signing/scope.hpp>
#include <tc3/signing/verify_authorization.hpp>
#include <tc3/testing/decision.hpp>
#include <tc3/testing/emulator_response.hpp>
#include <tc3/testing/rate_limit.hpp>
#include <tc3/testing/read_input.hpp>
#include <tc3/testing/received_message.hpp>
#include <tc3/testing/rejection_finding.hpp>
#include <tc3/testing/reply.hpp>
#include <tc3/testing/request_ids.hpp>
#include <tc3/testing/write_envelope.hpp>
#include <tc3/transport/concept.hpp>
#include <tc3/validation/address_rules.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tc3::inline TC3_NAMESPACE::testing {

/// The requests that an action accepts.
enum class signing_rule : std::uint8_t {
    signed_only,        ///< signed requests
    signed_or_skipped,  ///< signed requests and those with `Authorization: SKIP`, for the few actions that need no credential
};

/// A copyable callable for inputs of one type. `handler(input)` returns an output, a service_error, or another type that converts to
/// `reply<Input>`.
template <class Handler, class Input>
concept input_handler = std::copy_constructible<Handler> && std::invocable<Handler&, const Input&> &&
                        std::convertible_to<std::invoke_result_t<Handler&, const Input&>, reply<Input>>;

/// A callable for requests whose parameters the emulator does not read. It returns the members of the output as a JSON object, "{}" for
/// none, or a service_error.
using message_handler = std::function<any_reply(const received_message&)>;

/// An action that is known only at run time, and its handler.
struct untyped_action {
    tc3::action action;
    message_handler handler;
    signing_rule rule = signing_rule::signed_only;
};

/// A service by which the emulator handles a request.
struct host_service {
    std::string service;             ///< the service whose actions the host has: "faceid"
    std::string scope_service = {};  ///< the service that the credential scope must name; empty: `service`
    std::string signed_host = {};    ///< a Host that may have been signed in place of the one that was sent; empty: no other
};

/// Returns the service of the host of a request, or nothing if the host is unknown. Where the host is an address, X-TC-Action, X-TC-Version
/// and the credential scope can decide. Nothing of the request has been verified.
using host_finder = std::function<std::optional<host_service>(const received_message&)>;

/// Returns a reply in place of the action's, or nothing to let the action reply.
using interceptor = std::function<std::optional<any_reply>(const received_message&)>;

/// An emulator of one or more services. It has no clock, no randomness and no sockets of its own, so each run gives the same responses.
///
/// Use it in this order:
/// 1. Construct it with two callables: the clock, which returns the server time as tc3::unix_time, and the source of tokens, which returns
///    the text of a new session token each time a handler calls next_token(). For services without sessions, `[] { return ""; }` will do.
/// 2. Add the keys that may sign: add_credential().
/// 3. Add actions: serve() for your own, serve_faceid() for all of eKYC. Optionally add_host() or find_hosts_with(), intercept_with(),
///    limit_calls() and use_request_ids().
/// 4. Call it: it is a transport, tc3::call(service, input, profile, now). With a server of your own, pass raw bytes to receive().
/// 5. See last() for the decision on the last request, if a call failed.
///
///     const auto clock = [] { return tc3::unix_time{1700000000}; };
///     const auto tokens = [count = 0]() mutable { return "token-" + std::to_string(++count); };
///     tc3::testing::emulator service(clock, tokens);
///     service.add_credential("id", "key");
///     service.serve<my::input>([](const my::input& input) { return my::output{.text = input.text}; });
///     const auto output = tc3::call(service, my::input{.text = "a"}, profile, tc3::unix_time{1700000000});
///
/// Use it in one thread at a time.
///
/// Errors: if memory runs out, std::bad_alloc leaves the function. The emulator is then as before, except for what a request had already
/// done in receive().
/// Lifetime: all arguments are copied. Handlers may refer to the emulator, so it can be neither copied nor moved.
class emulator {
public:
    using time_source = std::function<unix_time()>;
    using text_source = std::function<std::string()>;

    /// Makes an emulator without keys and actions. `policy` verifies signatures; another implementation than the client's makes the two
    /// sides independent.
    template <crypto::sha_256_policy Policy = crypto::builtin_policy>
        requires std::copy_constructible<Policy>
    emulator(time_source now, text_source tokens, Policy policy = Policy{})
        : now_(std::move(now)), tokens_(std::move(tokens)), verify_(make_verifier(std::move(policy))) {}

    emulator(const emulator&) = delete;
    emulator& operator=(const emulator&) = delete;

    /// Adds a key that may sign, a temporary one if it has a token. Replaces the key and token of a known id.
    void add_credential(std::string_view secret_id, std::string_view secret_key, std::string_view token = {});

    /// Adds a host of a service, or replaces its service. A host without a port matches every port. serve() adds the host of its action.
    void add_host(std::string_view host, std::string_view service);

    /// Sets a function that finds the services of hosts that were not added; an empty one finds none. Replaces the previous function.
    void find_hosts_with(host_finder finder) { find_unknown_host_ = std::move(finder); }

    /// Returns the services that have an action of a version, each once, in the order of serve(). An empty version matches all.
    [[nodiscard]] std::vector<std::string> services_of(std::string_view action, std::string_view version = {}) const;

    /// Sets a function that can reply to requests in place of their actions, for faults; an empty one replies to none. Replaces the
    /// previous function.
    ///
    /// It is asked about each request with a right signature, and a known action and version, that is within the limit of calls. The
    /// parameters have not been checked. If it replies with anything but as_usual, the action has no effect: it begins no session and
    /// uses up no reply.
    void intercept_with(interceptor intercept) { intercept_ = std::move(intercept); }

    /// Adds a typed action: `service.serve<my::input>(handler)`. The field table of the input decides which parameters are valid; unknown
    /// ones are rejected. An input without members needs no table. A later handler of the same action and version replaces this one.
    template <has_action Input, input_handler<Input> Handler>
    void serve(Handler handler, signing_rule rule = signing_rule::signed_only);

    /// Adds an action that is known only at run time. Its Content-Type and parameters are not checked.
    void serve(const tc3::action& action, message_handler handler, signing_rule rule = signing_rule::signed_only);
    /// Adds several such actions: all of them, or none if memory runs out.
    void serve(std::vector<untyped_action> actions);

    /// Sets whether calls over an action's `calls_per_second` are rejected; each key has its own count. By default limits apply once the
    /// clock has advanced; a fixed test clock disables them. Actions without a stated limit have none.
    void limit_calls(bool limited) noexcept { limits_calls_ = limited; }

    /// Sets whether the signature doctor is asked about rejected requests; it is by default. Without it a test or a server that gets many
    /// wrong signatures is faster: see receive().
    void diagnose_rejections(bool diagnosed) noexcept { diagnoses_ = diagnosed; }

    /// Replaces the counted request ids. `ids` returns a new request id for each response.
    void use_request_ids(text_source ids) { request_ids_ = std::move(ids); }

    /// Responds to the bytes of one complete request. The response has the Date of the emulator's clock.
    ///
    /// If the signature, the time, the token or the secret id is rejected, last() has the first finding of signing::diagnose(), and the
    /// message ends with it. The doctor knows the keys and hosts of the emulator, and is not asked about secret ids that it does not know.
    ///
    /// Errors: the response contains them, and last() the reason: an error of the service with status 200, or status 400 for bytes that are
    /// not HTTP. If memory runs out, the request may have been handled, as if its response was lost: it may have begun a session or used up
    /// a reply. last() is then unchanged.
    /// Cost: the body is hashed twice. A rejected signature costs up to 100 ms more, which the doctor takes to search for the cause.
    emulator_response receive(std::string_view raw_http_request);

    /// Responds to a request, as a transport. The request is written as for a socket and passed to receive(). Never returns an error.
    result<emulator_response, transport_error> operator()(const http::request_view& request);

    /// Returns the decision on the last request.
    [[nodiscard]] const decision& last() const& noexcept TC3_LIFETIMEBOUND { return last_; }

    /// Returns a new token, for handlers.
    [[nodiscard]] std::string next_token() { return tokens_(); }
    /// Returns the server time, for handlers.
    [[nodiscard]] unix_time now() { return now_(); }

private:
    using key_finder = std::function<std::string_view(std::string_view secret_id)>;
    using verifier = std::function<result<signing::verified_request, signing::rejection>(
        const signing::received_request&, const signing::verify_options&, const key_finder&)>;
    using action_runner = std::function<written_output(const received_message&)>;

    struct host_entry {
        std::string host;
        std::string service;
    };
    struct served_action {
        std::string service, version, name;
        std::uint16_t calls_per_second;
        bool needs_region;
        bool reads_parameters;
        signing_rule rule;
        action_runner run;
    };
    /// Hosts and actions, in lists: take() cannot fail, and a handler may call serve() while an action is running.
    struct entries {
        std::list<host_entry> hosts;
        std::list<served_action> actions;

        void add_host(std::string_view host, std::string_view service);
        void add_action(const tc3::action& action, bool reads_parameters, signing_rule rule, action_runner run);
        void add(const tc3::action& action, message_handler handler, signing_rule rule);
        void take(entries& others) noexcept;
    };
    /// Empties the last decision, and puts it back when it is destroyed, unless keep() was called.
    class decision_rollback;

    template <class Policy>
    [[nodiscard]] static verifier make_verifier(Policy policy) {
        return [kept = std::move(policy)](const auto& request, const auto& options, const key_finder& find_key) mutable {
            return signing::verify_authorization(request, options, find_key, kept);
        };
    }

    void add_action(const tc3::action& action, bool reads_parameters, signing_rule rule, action_runner run);
    [[nodiscard]] emulator_response respond(std::string_view raw_http_request);
    [[nodiscard]] const host_entry* find_host(std::string_view host) const noexcept;
    /// Returns the service of a host that was added, or of one that the host finder knows.
    [[nodiscard]] std::optional<host_service> find_service(const received_message& message) const;
    [[nodiscard]] const credential* find_credential(std::string_view secret_id) const noexcept;
    [[nodiscard]] const served_action* find_action(std::string_view service, std::string_view name) const noexcept;
    [[nodiscard]] const served_action* find_version(const served_action& action, std::string_view version) const noexcept;

    /// Checks a request up to its parameters, and lets its action read those.
    [[nodiscard]] written_output handle(const received_message& message);
    /// Verifies token and signature.
    [[nodiscard]] result<void, rejected_request> authorize(const received_message& message, const host_service& host);
    /// Rejects a request for its signature, time, token or secret id, with the doctor's finding in last() and in the message.
    [[nodiscard]] unexpected<rejected_request> reject_with_finding(rejection reason, const received_message& message,
                                                                   const host_service& host, unix_time now);
    [[nodiscard]] std::optional<signing::finding> find_cause(rejection reason, const received_message& message, const host_service& host,
                                                             unix_time now) const;
    /// Keeps the texts that the emulator computes for a signature in last().
    void keep_signed_texts(const signing::received_request& request);
    /// Counts an authorized call. Returns whether it is within the limit of its action, or limits do not apply.
    [[nodiscard]] bool admit(const served_action& action);
    [[nodiscard]] written_output run(const served_action& action, const received_message& message);
    [[nodiscard]] emulator_response respond_to_malformed(message_error error);

    time_source now_;
    text_source tokens_;
    text_source request_ids_ = counted_request_ids{};
    verifier verify_;
    host_finder find_unknown_host_;
    interceptor intercept_;
    std::vector<credential> credentials_;
    entries entries_;
    detail::call_counter calls_;
    std::optional<unix_time> first_call_;
    std::optional<bool> limits_calls_;
    bool diagnoses_ = true;
    decision last_;
};

namespace detail {

/// Returns a valid address without its port. If the last colon is not followed by digits alone, it is one of an IPv6 address.
[[nodiscard]] constexpr std::string_view without_port(std::string_view host) noexcept {
    const std::size_t colon = host.rfind(':');
    if (colon == std::string_view::npos) return host;
    const std::string_view port = host.substr(colon + 1);
    const bool is_number = !port.empty() && ascii::find_not(port, ascii::is_digit) == std::string_view::npos;
    return is_number ? host.substr(0, colon) : host;
}

/// Returns the last entry for which `matches(entry)` is true, or null. The last one, because a later entry replaces an earlier one.
template <class Entries, class Matches>
[[nodiscard]] const typename Entries::value_type* find_last(const Entries& entries, Matches matches) noexcept {
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
        if (matches(*entry)) return &*entry;
    }
    return nullptr;
}

/// Returns headers with another value of Host.
///
/// Lifetime: refers to both arguments.
[[nodiscard]] inline std::vector<http::header> with_host(const std::vector<http::header>& headers, std::string_view host) {
    std::vector<http::header> changed = headers;
    for (http::header& each : changed) {
        if (ascii::equal_lower(each.name, "host")) each.value = host;
    }
    return changed;
}

}  // namespace detail

template <has_action Input, input_handler<Input> Handler>
void emulator::serve(Handler handler, signing_rule rule) {
    const auto run = [kept = std::move(handler)](const received_message& message) mutable -> written_output {
        Input input{};
        auto read = read_input(message, input_target::of(input));
        if (!read) return unexpected(std::move(read).error());
        return reply<Input>(kept(std::as_const(input))).written();
    };
    add_action(action_of<Input>, true, rule, run);
}

// ---- one request -----------------------------------------------------------------------------------------------------------------

class emulator::decision_rollback {
public:
    explicit decision_rollback(decision& target) noexcept : target_(target), before_(std::exchange(target, {})) {}
    decision_rollback(const decision_rollback&) = delete;
    decision_rollback& operator=(const decision_rollback&) = delete;
    ~decision_rollback() {
        if (!kept_) target_ = std::move(before_);
    }
    void keep() noexcept { kept_ = true; }

private:
    decision& target_;
    decision before_;
    bool kept_ = false;
};

}  // namespace tc3::inline TC3_NAMESPACE::testing

#if defined(TC3_BODIES)

#include <tc3/signing/explain.hpp>

#include <algorithm>

namespace tc3::inline TC3_NAMESPACE::testing {

// ---- keys, hosts and actions -----------------------------------------------------------------------------------------------------

TC3_FUNCTION void emulator::add_credential(std::string_view secret_id, std::string_view secret_key, std::string_view token) {
    credential fresh{std::string(secret_id), secret_key, token};  // first: a new key must not stay beside an old token
    for (credential& known : credentials_) {
        if (known.secret_id != secret_id) continue;
        known = std::move(fresh);
        return;
    }
    credentials_.push_back(std::move(fresh));
}

TC3_FUNCTION void emulator::add_host(std::string_view host, std::string_view service) { entries_.add_host(host, service); }

TC3_FUNCTION void emulator::serve(const tc3::action& action, message_handler handler, signing_rule rule) {
    entries fresh;
    fresh.add(action, std::move(handler), rule);
    entries_.take(fresh);
}

TC3_FUNCTION void emulator::serve(std::vector<untyped_action> actions) {
    entries fresh;
    for (untyped_action& each : actions) fresh.add(each.action, std::move(each.handler), each.rule);
    entries_.take(fresh);
}

TC3_FUNCTION void emulator::add_action(const tc3::action& action, bool reads_parameters, signing_rule rule, action_runner run) {
    entries fresh;
    fresh.add_action(action, reads_parameters, rule, std::move(run));
    entries_.take(fresh);
}

TC3_FUNCTION void emulator::entries::add_host(std::string_view host, std::string_view service) {
    // The actions of a product have one host.
    if (!hosts.empty() && hosts.back().host == host && hosts.back().service == service) return;
    hosts.push_back({std::string(host), std::string(service)});
}

TC3_FUNCTION void emulator::entries::add_action(const tc3::action& action, bool reads_parameters, signing_rule rule, action_runner run) {
    const std::string_view service = action.service.empty() ? signing::service_label(action.host) : action.service;
    add_host(action.host.empty() ? std::string(service).append(default_domain) : std::string(action.host), service);
    actions.push_back({.service = std::string(service),
                       .version = std::string(action.version),
                       .name = std::string(action.name),
                       .calls_per_second = action.calls_per_second,
                       .needs_region = action.needs_region,
                       .reads_parameters = reads_parameters,
                       .rule = rule,
                       .run = std::move(run)});
}

TC3_FUNCTION void emulator::entries::add(const tc3::action& action, message_handler handler, signing_rule rule) {
    const auto run = [kept = std::move(handler)](const received_message& message) -> written_output { return kept(message).written(); };
    add_action(action, false, rule, run);
}

TC3_FUNCTION void emulator::entries::take(entries& others) noexcept {
    hosts.splice(hosts.end(), others.hosts);
    actions.splice(actions.end(), others.actions);
}

TC3_FUNCTION const emulator::host_entry* emulator::find_host(std::string_view host) const noexcept {
    if (!validate_address(host)) return nullptr;
    const auto find = [this](std::string_view name) {
        return detail::find_last(entries_.hosts, [name](const host_entry& entry) { return ascii::equal_lower(entry.host, name); });
    };
    const host_entry* entry = find(host);
    return entry != nullptr ? entry : find(detail::without_port(host));
}

TC3_FUNCTION std::optional<host_service> emulator::find_service(const received_message& message) const {
    if (const host_entry* known = find_host(message.host)) return host_service{known->service, known->service};
    auto found = find_unknown_host_ ? find_unknown_host_(message) : std::nullopt;
    if (found && found->scope_service.empty()) found->scope_service = found->service;
    return found;
}

TC3_FUNCTION std::vector<std::string> emulator::services_of(std::string_view action, std::string_view version) const {
    std::vector<std::string> services;
    for (const served_action& each : entries_.actions) {
        const bool has_it = each.name == action && (version.empty() || each.version == version);
        if (has_it && std::find(services.begin(), services.end(), each.service) == services.end()) services.push_back(each.service);
    }
    return services;
}

TC3_FUNCTION const credential* emulator::find_credential(std::string_view secret_id) const noexcept {
    return detail::find_last(credentials_, [secret_id](const credential& entry) { return entry.secret_id == secret_id; });
}

TC3_FUNCTION const emulator::served_action* emulator::find_action(std::string_view service, std::string_view name) const noexcept {
    return detail::find_last(entries_.actions,
                             [service, name](const served_action& entry) { return entry.service == service && entry.name == name; });
}

TC3_FUNCTION const emulator::served_action* emulator::find_version(const served_action& action, std::string_view version) const noexcept {
    return detail::find_last(entries_.actions, [&action, version](const served_action& entry) {
        return entry.service == action.service && entry.name == action.name && entry.version == version;
    });
}

TC3_FUNCTION emulator_response emulator::receive(std::string_view raw_http_request) {
    decision_rollback rollback(last_);
    emulator_response response = respond(raw_http_request);
    http::write_date(response.date, now_());
    rollback.keep();
    return response;
}

TC3_FUNCTION emulator_response emulator::respond(std::string_view raw_http_request) {
    // HTTP allows any method and any size of body; the service rejects some of them with an error code. So neither gets status 400.
    const auto message = received_message::parse(raw_http_request, {.body = (std::numeric_limits<std::size_t>::max)()});
    if (!message && message.error() != message_error::method) return respond_to_malformed(message.error());

    const std::string request_id = request_ids_();
    auto output = message ? handle(*message) : written_output(reject(rejection::method));
    auto body = output ? detail::write_output_body(*output, request_id) : std::move(output);
    if (body) return {.body = *std::move(body)};
    const rejected_request& rejected = body.error();
    last_.rejection = rejected.reason;
    last_.code = rejected.error.code;
    return {.body = detail::write_error_body(rejected.error, request_id)};
}

TC3_FUNCTION result<emulator_response, transport_error> emulator::operator()(const http::request_view& request) {
    std::string bytes;
    http::write_head(bytes, request);
    bytes.append(request.body);
    return receive(bytes);
}

TC3_FUNCTION written_output emulator::handle(const received_message& message) {
    const auto host = find_service(message);
    if (!host) return reject(rejection::host);
    last_.action = message.value_of("X-TC-Action");

    const served_action* named = find_action(host->service, last_.action);
    const bool may_skip = named != nullptr && named->rule == signing_rule::signed_or_skipped;
    if (!may_skip || message.value_of("Authorization") != signing::skip_authorization) {
        if (auto authorized = authorize(message, *host); !authorized) return unexpected(std::move(authorized).error());
    }
    if (named == nullptr) return reject(rejection::action);
    const served_action* action = find_version(*named, message.value_of("X-TC-Version"));
    if (action == nullptr) return reject(rejection::version);
    if (!admit(*action)) return reject(rejection::rate);
    if (const auto reply = intercept_ ? intercept_(message) : std::nullopt; reply && !reply->is_as_usual()) return reply->written();
    return run(*action, message);
}

TC3_FUNCTION result<void, rejected_request> emulator::authorize(const received_message& message, const host_service& host) {
    const unix_time now = now_();
    const std::string_view token = message.value_of("X-TC-Token");
    testing::rejection token_rejection = testing::rejection::none;
    // The service checks the token together with the secret id, before the signature. For the verifier, a key with a wrong token is
    // therefore an unknown key; token_rejection keeps the reason.
    const auto find_key = [&](std::string_view secret_id) -> std::string_view {
        const credential* known = find_credential(secret_id);
        if (known == nullptr) return {};
        if (known->token.view() != token) token_rejection = token.empty() ? testing::rejection::missing_token : testing::rejection::token;
        return token_rejection == testing::rejection::none ? known->secret_key.view() : std::string_view{};
    };
    const signing::received_request request{
        .method = message.method, .canonical_uri = message.path, .query = message.query, .headers = message.headers, .body = message.body};
    keep_signed_texts(request);
    const signing::verify_options options{.now = now, .service = host.scope_service};
    auto verified = verify_(request, options, find_key);
    if (!verified && verified.error() == signing::rejection::signature && !host.signed_host.empty()) {
        const auto headers = detail::with_host(message.headers, host.signed_host);
        signing::received_request other = request;
        other.headers = headers;
        if (const auto verified_other = verify_(other, options, find_key)) {
            verified = verified_other;
            last_.signed_host = host.signed_host;
        }
    }
    if (!verified) {
        const bool is_token = token_rejection != testing::rejection::none;
        return reject_with_finding(is_token ? token_rejection : rejection_of(verified.error()), message, host, now);
    }
    last_.secret_id = verified->secret_id;
    return {};
}

TC3_FUNCTION void emulator::keep_signed_texts(const signing::received_request& request) {
    // A request without them is rejected, or its policy failed.
    static_cast<void>(signing::write_signed_texts(last_.canonical_request, last_.string_to_sign, request));
}

TC3_FUNCTION unexpected<rejected_request> emulator::reject_with_finding(rejection reason, const received_message& message,
                                                                        const host_service& host, unix_time now) {
    std::string details;
    if (reason == rejection::skew) {
        details = " ";
        write_decimal(details, now.seconds);
    }
    if (diagnoses_ && reason != rejection::crypto_failed) last_.finding = find_cause(reason, message, host, now);
    // Where no more is known of a secret id than that it is unknown, the message says so already.
    if (last_.finding && last_.finding->cause != signing::cause::secret_id_unknown) {
        details.append(". ").append(detail::describe(*last_.finding));
    }
    return reject(reason, details);
}

TC3_FUNCTION std::optional<signing::finding> emulator::find_cause(rejection reason, const received_message& message,
                                                                  const host_service& host, unix_time now) const {
    std::vector<credential_view> credentials;
    credentials.reserve(credentials_.size());
    for (const credential& each : credentials_) credentials.push_back(each.view());
    std::vector<std::string_view> hosts;
    for (const host_entry& each : entries_.hosts) {
        const bool is_new = std::find(hosts.begin(), hosts.end(), each.host) == hosts.end();
        if (is_new && each.service == host.service) hosts.emplace_back(each.host);
    }
    const detail::emulator_facts facts{credentials, hosts, host.scope_service, now};
    auto found = detail::find_cause(message, facts);
    if (found && found->cause == signing::cause::host && !host.signed_host.empty()) {
        // This other Host is accepted: something else is wrong.
        received_message as_signed = message;
        const auto headers = detail::with_host(message.headers, host.signed_host);
        as_signed.headers = headers;
        if (const auto other = detail::find_cause(as_signed, facts)) found = other;
    }
    if (found || reason != rejection::unknown_key_id) return found;
    return signing::finding{.cause = signing::cause::secret_id_unknown, .is_certain = true, .evidence = {}};
}

TC3_FUNCTION bool emulator::admit(const served_action& action) {
    if (action.calls_per_second == 0) return true;
    const unix_time now = now_();
    const bool is_within = calls_.admit(last_.secret_id, action.service + "." + action.name, action.calls_per_second, now);
    if (!first_call_) first_call_ = now;
    return is_within || !limits_calls_.value_or(now != *first_call_);
}

TC3_FUNCTION written_output emulator::run(const served_action& action, const received_message& message) {
    if (action.needs_region && message.value_of("X-TC-Region").empty()) return reject(rejection::region);
    if (action.reads_parameters && !has_parameter_content_type(message)) return reject(rejection::content_type);
    if (message.body.size() > largest_body || message.query.size() > largest_query) return reject(rejection::size);
    return action.run(message);
}

TC3_FUNCTION emulator_response emulator::respond_to_malformed(message_error error) {
    last_.rejection = rejection::malformed_http;
    return {.status = 400, .content_type = "text/plain", .body = std::string(describe(error)) + "\n"};
}

}  // namespace tc3::inline TC3_NAMESPACE::testing

#endif  // TC3_BODIES
