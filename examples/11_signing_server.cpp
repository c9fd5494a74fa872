// SPDX-License-Identifier: MIT
// A client that ships must not hold the secret key. Here it prepares the request, a server of yours makes the signature, and when that has
// arrived, the client puts it in and sends. Whatever it takes to reach the server happens between two calls of tc3, in your own code.
#include <tc3/tc3.hpp>
#include <tc3/testing.hpp>

#include <charconv>
#include <cstdint>
#include <ctime>
#include <iostream>
#include <string>
#include <string_view>
#include <utility>

namespace faceid = tc3::faceid;
namespace signing = tc3::signing;

constexpr std::string_view example_id = "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE";  // the manual's example, good for nothing else
constexpr std::string_view example_key = "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE";     // known to the server alone

tc3::unix_time now() { return {std::time(nullptr)}; }

// ---- on your server, behind TLS and a login ------------------------------------------------------------------------------------

std::string_view take_line(std::string_view& text) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(line.size() < text.size() ? line.size() + 1 : line.size());
    return line;
}

std::string text_of(const signing::credential_scope& scope) {
    std::string text;
    scope.write(text);
    return text;
}

bool read_time(std::string_view text, tc3::unix_time& time) {
    const char* end = text.data() + text.size();
    return std::from_chars(text.data(), end, time.seconds).ptr == end && time.in_range();
}

bool is_about_now(tc3::unix_time time) {
    constexpr std::int64_t tolerance = 300;  // seconds: the service's own
    return time.seconds >= now().seconds - tolerance && time.seconds <= now().seconds + tolerance;
}

bool is_hash(std::string_view text) {
    tc3::crypto::sha256_digest digest;
    return tc3::from_hex(text, digest);
}

/// 64 hex digits for a request to faceid, now; nothing for all else. Nobody can see the action behind the hash in a string to sign: a
/// server that must limit the action makes the whole request itself.
std::string sign_on_server(std::string_view string_to_sign) {
    std::string_view rest = string_to_sign;
    if (take_line(rest) != signing::algorithm) return {};
    tc3::unix_time time;
    if (!read_time(take_line(rest), time) || !is_about_now(time)) return {};
    const auto scope = signing::credential_scope::make(faceid::service, time);
    if (!scope || take_line(rest) != text_of(*scope)) return {};
    if (!is_hash(rest)) return {};

    const auto key = signing::derive_signing_key({example_id, example_key}, *scope);
    if (!key) return {};
    const auto made = signing::sign(*key, string_to_sign);
    if (!made) return {};
    const auto hex = made->hex();
    return {hex.data(), hex.size()};
}

// ---- in the app: an id, no key -------------------------------------------------------------------------------------------------

class app {
public:
    explicit app(tc3::testing::emulator& service) : service_(service) {}

    /// The first half. What the server gets to see; empty if the request can't be made.
    std::string begin() {
        const tc3::client_profile_view profile{.credential = {.secret_id = example_id}, .region = "ap-singapore"};
        prepared_ = tc3::prepare_request(faceid::apply_liveness_token{}, profile, now());
        return prepared_ ? std::string(prepared_->string_to_sign()) : std::string();
    }
    /// The second half, when the signature arrives.
    void go_on(std::string_view hex) {
        const auto signature = signing::signature::from_hex(hex);
        if (!signature || !prepared_) return;
        auto request = attach(*std::move(prepared_), *signature);
        prepared_ = tc3::unexpected(tc3::failure{});                                                   // it is sent once
        const auto http = [this](tc3::completion call) { call.complete(*service_(call.request())); };  // your HTTP
        tc3::send_async<faceid::apply_liveness_token>(http, std::move(request), [this](const auto& outcome) {
            accepted_ = outcome.has_value();
            std::cout << (outcome ? "accepted, request id " + outcome->request_id.value_or("none") : to_string(outcome.error())) << '\n';
        });
    }
    [[nodiscard]] bool accepted() const { return accepted_; }

private:
    tc3::testing::emulator& service_;
    tc3::result<tc3::prepared_request, tc3::failure> prepared_ = tc3::unexpected(tc3::failure{});
    bool accepted_ = false;
};

int main() {
    tc3::testing::emulator service(now, [] { return "emulated-sdk-token-1"; });
    service.add_credential(example_id, example_key);
    serve_faceid(service);

    app client(service);
    const std::string to_sign = client.begin();
    if (to_sign.empty()) return 1;
    std::cout << "to the signing server:\n" << to_sign << "\n\n";
    const std::string signature = sign_on_server(to_sign);
    std::cout << "from the signing server: " << signature.substr(0, 8) << "...\n";
    client.go_on(signature);

    std::string for_machines = to_sign;
    for_machines.replace(for_machines.find("faceid"), 6, "cvm");
    const bool refused = sign_on_server(for_machines).empty();
    std::cout << "and for another service: " << (refused ? "refused" : "signed!") << '\n';
    return client.accepted() && refused ? 0 : 1;
}
