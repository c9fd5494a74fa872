// SPDX-License-Identifier: MIT
// The service's side for tests: takes a raw HTTP request, looks at all that the service looks at, and answers as it does (SPEC 1.7, 5.1).
#pragma once

#include <tc3/core/ascii.hpp>
#include <tc3/model/action.hpp>
#include <tc3/signing/scope.hpp>
#include <tc3/testing/decision.hpp>
#include <tc3/testing/rate_limit.hpp>
#include <tc3/testing/raw_response.hpp>
#include <tc3/testing/read_input.hpp>
#include <tc3/testing/received_message.hpp>
#include <tc3/testing/reply.hpp>
#include <tc3/testing/request_ids.hpp>
#include <tc3/testing/write_envelope.hpp>
#include <tc3/transport/concept.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tc3::inline v0_1::testing {

/// Which requests an action takes.
enum class signing_rule : std::uint8_t {
    signed_only,
    signed_or_skipped,  ///< `Authorization: SKIP` too: for the few actions that need no credential
};

/// Answers inputs of one type: `handler(input)` returns the answer, an error, or another thing that a reply is made from. Copyable.
template <class Handler, class Input>
concept input_handler = std::copy_constructible<Handler> && std::invocable<Handler&, const Input&> &&
                        std::convertible_to<std::invoke_result_t<Handler&, const Input&>, reply<Input>>;

/// Answers requests whose parameters the emulator does not look into. Returns the members of the answer as a JSON object, "{}" for none.
using message_handler = std::function<any_reply(const received_message&)>;

/// One service, or several, in memory. Reads no clock and no randomness but those it is given; keeps nothing of a request but last() and
/// how many there were. Not for more than one thread at a time. It is itself a transport: `tc3::call(service, input, profile, now)`.
///
///     testing::emulator service([] { return tc3::unix_time{1700000000}; }, [] { return std::string("token-1"); });
///     service.add_credential("id", "key");
///     service.serve<my::input>([](const my::input& asked) { return my::answer{.text = asked.text}; });
class emulator {
public:
    using time_source = std::function<unix_time()>;
    using text_source = std::function<std::string()>;

    /// `tokens` makes the tokens that handlers hand out, see next_token(). A policy of another make than the signer's makes the two
    /// independent; it must be copyable.
    template <class Policy = crypto::builtin_policy>
        requires crypto::sha256_policy<Policy> && std::copy_constructible<Policy>
    emulator(time_source now, text_source tokens, Policy policy = Policy{})
        : now_(std::move(now)), tokens_(std::move(tokens)), verify_(make_verifier(std::move(policy))) {}

    // Handlers may refer to it.
    emulator(const emulator&) = delete;
    emulator& operator=(const emulator&) = delete;

    /// Request ids of your own instead of counted ones.
    void use_request_ids(text_source ids) { request_ids_ = std::move(ids); }

    /// Lets a key sign. With a token it is a temporary one. An id that is known already changes its key.
    void add_credential(std::string_view secret_id, std::string_view secret_key, std::string_view token = {});

    /// Says which service a host is. A host without a port stands for all its ports. serve() adds the host of the action itself.
    void add_host(std::string_view host, std::string_view service);

    /// Whether calls beyond an action's calls_per_second are refused, counted for each key that signs. Unless this says so or not, they are
    /// as soon as the clock has moved since the first call: one that stands still is a test's, and has no seconds to count in. Actions of
    /// your own have no limit unless they state one.
    void limit_calls(bool limited) noexcept { limits_calls_ = limited; }

    /// Serves a typed action: parameters are read by the input's table, strictly; an input without members needs no table.
    /// `service.serve<my::input>(handler)`.
    template <described_action Input, input_handler<Input> Handler>
    void serve(Handler handler, signing_rule rule = signing_rule::signed_only);

    /// Serves an action known only at run time, its parameters unread: any content type will do.
    void serve(const action& what, message_handler handler, signing_rule rule = signing_rule::signed_only);

    /// Takes the bytes of one whole request and answers. Never fails: what is wrong with the request is in the answer and in last().
    /// Errors of the service come with status 200, bytes that are not HTTP get 400.
    http_response receive(std::string_view raw_http_request);

    /// The same as a transport: writes the request as it would go over a socket, and receives it.
    result<http_response, transport_error> operator()(const http::request_view& request);

    /// What became of the last request.
    [[nodiscard]] const decision& last() const& noexcept TC3_LIFETIMEBOUND { return last_; }

    /// The next of the tokens, for handlers.
    [[nodiscard]] std::string next_token() { return tokens_(); }
    /// Its clock, for handlers.
    [[nodiscard]] unix_time now() { return now_(); }

private:
    using find_key = std::function<std::string_view(std::string_view secret_id)>;
    using verifier = std::function<result<signing::verified_request, signing::rejection>(const signing::received_request&,
                                                                                         const signing::verify_options&, const find_key&)>;
    using outcome = result<std::string, detail::rejected>;  // the members of an answer

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
        std::function<outcome(const received_message&)> run;
    };

    template <class Policy>
    [[nodiscard]] static verifier make_verifier(Policy policy) {
        return [policy = std::move(policy)](const auto& request, const auto& options, const find_key& find) mutable {
            return signing::verify_authorization(request, options, find, policy);
        };
    }

    void add_action(const action& what, bool reads_parameters, signing_rule rule, std::function<outcome(const received_message&)> run);
    [[nodiscard]] const host_entry* find_host(std::string_view host) const noexcept;
    [[nodiscard]] const credential* find_credential(std::string_view secret_id) const noexcept;
    [[nodiscard]] const served_action* find_action(std::string_view service, std::string_view name) const noexcept;
    [[nodiscard]] const served_action* find_version(const served_action& action, std::string_view version) const noexcept;

    [[nodiscard]] outcome output(const received_message& message);
    [[nodiscard]] result<void, detail::rejected> authorize(const received_message& message, std::string_view service);
    [[nodiscard]] bool admit(const served_action& action);
    [[nodiscard]] outcome run(const served_action& action, const received_message& message);
    [[nodiscard]] http_response reject(message_error error);

    time_source now_;
    text_source tokens_;
    text_source request_ids_ = counted_request_ids{};
    verifier verify_;
    std::vector<credential> credentials_;
    std::vector<host_entry> hosts_;
    std::deque<served_action> actions_;  // none moves while its handler runs, though that may serve more
    detail::call_counter calls_;
    std::optional<unix_time> first_call_;
    std::optional<bool> limits_calls_;
    decision last_;
};

// ---- what it serves --------------------------------------------------------------------------------------------------------------

inline void emulator::add_credential(std::string_view secret_id, std::string_view secret_key, std::string_view token) {
    for (credential& known : credentials_) {
        if (known.secret_id != secret_id) continue;
        known.secret_key = secret_key;
        known.token = token;
        return;
    }
    credentials_.push_back({std::string(secret_id), secret_key, token});
}

inline void emulator::add_host(std::string_view host, std::string_view service) {
    hosts_.push_back({std::string(host), std::string(service)});
}

template <described_action Input, input_handler<Input> Handler>
void emulator::serve(Handler handler, signing_rule rule) {
    const auto run = [handler = std::move(handler)](const received_message& message) mutable -> outcome {
        Input asked{};
        auto read = detail::read_input(message, detail::input_slot::of(asked));
        if (!read) return unexpected(std::move(read).error());
        return reply<Input>(handler(std::as_const(asked))).said();
    };
    add_action(action_of<Input>, true, rule, run);
}

inline void emulator::serve(const action& what, message_handler handler, signing_rule rule) {
    add_action(what, false, rule,
               [handler = std::move(handler)](const received_message& message) -> outcome { return handler(message).said(); });
}

inline void emulator::add_action(const action& what, bool reads_parameters, signing_rule rule,
                                 std::function<outcome(const received_message&)> run) {
    const std::string_view service = what.service.empty() ? signing::service_of_host(what.host).value_or("") : what.service;
    add_host(what.host.empty() ? std::string(service) + ".tencentcloudapi.com" : std::string(what.host), service);
    actions_.push_back({.service = std::string(service),
                        .version = std::string(what.version),
                        .name = std::string(what.name),
                        .calls_per_second = what.calls_per_second,
                        .needs_region = what.needs_region,
                        .reads_parameters = reads_parameters,
                        .rule = rule,
                        .run = std::move(run)});
}

namespace detail {

/// A host without its port; all of it where what follows the last colon is none.
[[nodiscard]] constexpr std::string_view without_port(std::string_view host) noexcept {
    const std::size_t colon = host.rfind(':');
    if (colon == std::string_view::npos) return host;
    const std::string_view port = host.substr(colon + 1);
    const bool digits = !port.empty() && ascii::find_not(port, ascii::is_digit) == std::string_view::npos;
    return digits ? host.substr(0, colon) : host;
}

}  // namespace detail

// The last one counts, here and below, so that a test can serve something anew.

inline const emulator::host_entry* emulator::find_host(std::string_view host) const noexcept {
    const std::string_view without_port = detail::without_port(host);
    const host_entry* found = nullptr;
    for (const host_entry& known : hosts_) {
        if (ascii::equal_lower(known.host, host)) found = &known;
    }
    for (const host_entry& known : hosts_) {
        if (found == nullptr && ascii::equal_lower(known.host, without_port)) found = &known;
    }
    return found;
}

inline const credential* emulator::find_credential(std::string_view secret_id) const noexcept {
    for (const credential& known : credentials_) {
        if (known.secret_id == secret_id) return &known;
    }
    return nullptr;
}

inline const emulator::served_action* emulator::find_action(std::string_view service, std::string_view name) const noexcept {
    const served_action* found = nullptr;
    for (const served_action& known : actions_) {
        if (known.service == service && known.name == name) found = &known;
    }
    return found;
}

inline const emulator::served_action* emulator::find_version(const served_action& action, std::string_view version) const noexcept {
    const served_action* found = nullptr;
    for (const served_action& known : actions_) {
        if (known.service == action.service && known.name == action.name && known.version == version) found = &known;
    }
    return found;
}

// ---- one request -----------------------------------------------------------------------------------------------------------------

inline http_response emulator::receive(std::string_view raw_http_request) {
    last_ = {};
    // A large body is the service's to refuse, not HTTP's; and so is another method.
    const auto message = received_message::parse(raw_http_request, {.body = (std::numeric_limits<std::size_t>::max)()});
    if (!message && message.error() != message_error::method) return reject(message.error());

    const std::string request_id = request_ids_();
    auto members = message ? output(*message) : outcome(detail::reject(rejection::method));
    auto body = members ? detail::wrap_members(*members, request_id) : std::move(members);
    if (body) return {.body = *std::move(body)};
    last_.rejection = body.error().why;
    last_.code = body.error().error.code;
    return {.body = detail::wrap_error(body.error().error, request_id)};
}

inline result<http_response, transport_error> emulator::operator()(const http::request_view& request) {
    std::string bytes;
    http::write_head(bytes, request);
    bytes.append(request.body);
    return receive(bytes);
}

inline emulator::outcome emulator::output(const received_message& message) {
    const host_entry* host = find_host(message.host);
    if (host == nullptr) return detail::reject(rejection::host);
    last_.action = message.value_of("X-TC-Action");

    const served_action* named = find_action(host->service, last_.action);
    const bool may_skip = named != nullptr && named->rule == signing_rule::signed_or_skipped;
    if (!may_skip || message.value_of("Authorization") != signing::skip_authorization) {
        if (auto authorized = authorize(message, host->service); !authorized) return unexpected(std::move(authorized).error());
    }
    if (named == nullptr) return detail::reject(rejection::action);
    const served_action* action = find_version(*named, message.value_of("X-TC-Version"));
    if (action == nullptr) return detail::reject(rejection::version);
    if (!admit(*action)) return detail::reject(rejection::rate);
    return run(*action, message);
}

inline result<void, detail::rejected> emulator::authorize(const received_message& message, std::string_view service) {
    const unix_time now = now_();
    const std::string_view token = message.value_of("X-TC-Token");
    rejection token_rejection = rejection::none;
    // The token is looked at with the id, before the signature. To the verifier a key with a wrong token is not known.
    const auto find = [&](std::string_view secret_id) -> std::string_view {
        const credential* known = find_credential(secret_id);
        if (known == nullptr) return {};
        if (known->token.view() != token) token_rejection = token.empty() ? rejection::missing_token : rejection::token;
        return token_rejection == rejection::none ? known->secret_key.view() : std::string_view{};
    };
    const signing::received_request request{
        .method = message.method, .canonical_uri = message.path, .query = message.query, .headers = message.headers, .body = message.body};
    const auto verified = verify_(request, {.now = now, .service = service}, find);
    if (verified) {
        last_.secret_id = verified->secret_id;
        return {};
    }
    if (token_rejection != rejection::none) return detail::reject(token_rejection);
    std::string server_time;
    if (verified.error() == signing::rejection::skew) {
        server_time.append(" ");
        write_decimal(server_time, now.seconds);
    }
    return detail::reject(rejection_of(verified.error()), server_time);
}

/// What was refused before, as for a wrong signature, does not count.
inline bool emulator::admit(const served_action& action) {
    if (action.calls_per_second == 0) return true;
    const unix_time now = now_();
    if (!first_call_) first_call_ = now;
    const bool within = calls_.admit(last_.secret_id, action.service + "." + action.name, action.calls_per_second, now);
    return within || !limits_calls_.value_or(now != *first_call_);
}

inline emulator::outcome emulator::run(const served_action& action, const received_message& message) {
    if (action.needs_region && message.value_of("X-TC-Region").empty()) return detail::reject(rejection::region);
    if (action.reads_parameters && !detail::has_parameter_type(message)) return detail::reject(rejection::content_type);
    if (message.body.size() > largest_body || message.query.size() > largest_query) return detail::reject(rejection::size);
    return action.run(message);
}

inline http_response emulator::reject(message_error error) {
    last_.rejection = rejection::malformed_http;
    return {.status = 400, .content_type = "text/plain", .body = std::string(describe(error)) + "\n"};
}

}  // namespace tc3::inline v0_1::testing
