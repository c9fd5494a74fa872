// SPDX-License-Identifier: MIT
// make_request() of ApplyLivenessToken: checks, JSON, head and signature.
#include "account.hpp"
#include "by_hand.hpp"
#include "peers.hpp"
#include "sections.hpp"
#include <tc3/adapters/openssl.hpp>
#include <tc3/tc3.hpp>

#include <array>
#include <memory>
#include <string>

namespace bench {

namespace {

namespace faceid = tc3::faceid;

constexpr std::string_view body = R"({"SecureLevel":"4"})";

/// Returns everything that is sent.
template <class Request>
std::string text_of(const Request& request) {
    std::string text;
    write_head(text, request);
    text += request.body;
    return text;
}

/// Returns whether a request has the body and the signature that OpenSSL makes by hand.
template <class Request>
bool is_signed(const Request& request) {
    static const std::string header = authorization_by_hand<openssl_one_shot>(
        {credential.secret_id, credential.secret_key, service, host, tc3::json_content_type, body, "1551113065", "2019-02-25"});
    return request.body == body && text_of(request).find("Authorization: " + header + "\r\n") != std::string::npos;
}

/// What a request needs that lives longer than its options.
template <class Policy>
struct signing_means {
    Policy policy;
    tc3::signing::basic_day_key<tc3::signing::no_lock, Policy&> signer{{}, policy};
};

/// Adds a case of make_request(). `options_of(means)` returns its options.
template <class Policy, class OptionsOf>
void add_owning(suite& cases, std::string name, OptionsOf options_of) {
    const auto means = std::make_shared<signing_means<Policy>>();
    const auto make = [=] {
        return tc3::make_request(faceid::apply_liveness_token{.secure_level = "4"}, profile(), now, options_of(*means));
    };
    cases.add(
        std::move(name), [=] { keep(make()); },
        [=] {
            const auto request = make();
            return request && (options_of(*means).skip_authorization || is_signed(request->view()));
        });
}

/// Adds a case of make_request_into().
template <class OptionsOf>
void add_borrowed(suite& cases, std::string name, OptionsOf options_of) {
    struct memory_for_request {
        std::array<char, 4096> memory;
        tc3::http::request_view request;
    };
    const auto means = std::make_shared<signing_means<tc3::crypto::builtin_policy>>();
    const auto space = std::make_shared<memory_for_request>();
    cases.add(
        std::move(name),
        [=] {
            tc3::workspace workspace(space->memory);
            const faceid::basic_apply_liveness_token<tc3::borrowed> input{.secure_level = "4"};
            const auto request = tc3::make_request_into(input, profile(), now, options_of(*means), workspace);
            space->request = request ? *request : tc3::http::request_view{};
        },
        [=] { return is_signed(space->request); });
}

constexpr auto usual = [](auto&) { return tc3::request_options{}; };
constexpr auto kept_key = [](auto& means) { return tc3::request_options{.signer = means.signer}; };
constexpr auto with_policy = [](auto& means) { return tc3::request_options{.hash = means.policy}; };
constexpr auto kept_key_with_policy = [](auto& means) { return tc3::request_options{.hash = means.policy, .signer = means.signer}; };

}  // namespace

section_report measure_call(double seconds) {
    using builtin = tc3::crypto::builtin_policy;
    using openssl = tc3::adapters::openssl_policy;

    suite cases("make_request, ApplyLivenessToken");
    add_chain_of_seven(cases);
    add_owning<builtin>(cases, "make_request, key kept", kept_key);
    add_owning<builtin>(cases, "make_request, new day", usual);
    add_borrowed(cases, "make_request_into, key kept", kept_key);
    add_borrowed(cases, "make_request_into, new day", usual);
    add_owning<openssl>(cases, "make_request (OpenSSL), key kept", kept_key_with_policy);
    add_owning<openssl>(cases, "make_request (OpenSSL), new day", with_policy);
    add_owning<builtin>(cases, "unsigned", [](auto&) { return tc3::request_options{.skip_authorization = true}; });

    section_report report;
    const suite& done = report.measure(std::move(cases), seconds);
    const auto allocations = [&done](const char* name) { return static_cast<double>(done.find(name).heap.allocations); };
    const auto time = [&done](const char* name) { return done.ratio(name, chain_of_seven); };
    report.goals = {
        {4, "make_request, key kept", "x 7 compressions", time("make_request, key kept"), 4.0, 2.2},
        {4, "make_request, new day", "x 7 compressions", time("make_request, new day"), 7.0, 4.5},
        {4, "make_request", "allocations", allocations("make_request, new day"), 1},
        {4, "make_request_into", "allocations", allocations("make_request_into, new day"), 0},
    };
    return report;
}

}  // namespace bench
