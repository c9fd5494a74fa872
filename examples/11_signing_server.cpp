// SPDX-License-Identifier: MIT
// An app that calls the service without the secret key: it prepares the request, your server makes the signature, and the app attaches it
// and sends. How the app reaches your server is up to you; tc3 only has the two halves, prepare_request and attach.
//
//     c++ -std=c++20 -Isingle_include examples/11_signing_server.cpp -o example && ./example
#include <tc3/tc3.hpp>
#include <tc3/testing.hpp>

#include <charconv>
#include <cstdint>
#include <ctime>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace faceid = tc3::faceid;
namespace signing = tc3::signing;

constexpr std::string_view example_id = "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE";  // the manual's example: no account has it
constexpr std::string_view example_key = "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE";     // on the server only

tc3::unix_time now() { return {std::time(nullptr)}; }

// ---- on your server: require TLS and a login -----------------------------------------------------------------------------------

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
    const auto [next, code] = std::from_chars(text.data(), end, time.seconds);
    return code == std::errc{} && next == end && time.in_range();
}

bool is_about_now(tc3::unix_time time) {
    constexpr std::int64_t tolerance = 300;  // seconds, as at the service
    return time.seconds >= now().seconds - tolerance && time.seconds <= now().seconds + tolerance;
}

bool is_hash(std::string_view text) {
    tc3::crypto::sha_256_digest digest;
    return tc3::from_hex(text, digest);
}

/// Returns the signature in hex for a current request to faceid, and an empty string for anything else.
///
/// The server cannot see which action it signs: the string to sign has only a hash of the request. To allow some actions and not others,
/// make the whole request on the server.
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
    const auto signature = signing::sign(*key, string_to_sign);
    if (!signature) return {};
    const auto hex = signature->hex();
    return {hex.data(), hex.size()};
}

// ---- in the app: the id, not the key -------------------------------------------------------------------------------------------

class app {
public:
    explicit app(tc3::testing::emulator& service) : service_(service) {}

    /// Prepares a request. Returns the string to sign for the server, or an empty string if the request cannot be made.
    std::string prepare() {
        const tc3::client_profile_view profile{.credential = {.secret_id = example_id}, .region = "ap-singapore"};
        auto prepared = tc3::prepare_request(faceid::apply_liveness_token{}, profile, now());
        if (!prepared) {
            std::cout << to_string(prepared.error()) << '\n';
            return {};
        }
        prepared_ = *std::move(prepared);
        return std::string(prepared_->string_to_sign());
    }

    /// Sends the prepared request, once, with the signature from the server.
    void send(std::string_view hex) {
        const auto signature = signing::signature::from_hex(hex);
        if (!signature || !prepared_) return;
        auto request = attach(*std::move(prepared_), *signature);
        prepared_.reset();

        const auto http = [this](tc3::completion call) {  // your HTTP library
            const auto response = service_(call.request());
            response ? call.complete(*response) : call.fail(response.error());
        };
        tc3::send_async<faceid::apply_liveness_token>(http, std::move(request), [this](const auto& result) {
            accepted_ = result.has_value();
            std::cout << (result ? "accepted, request id " + result->request_id.value_or("none") : to_string(result.error())) << '\n';
        });
    }

    [[nodiscard]] bool accepted() const { return accepted_; }

private:
    tc3::testing::emulator& service_;
    std::optional<tc3::prepared_request> prepared_;  // between prepare() and send()
    bool accepted_ = false;
};

// ---- both together -------------------------------------------------------------------------------------------------------------

int main() {
    tc3::testing::emulator service(now, [] { return "emulated-sdk-token-1"; });
    service.add_credential(example_id, example_key);
    tc3::testing::serve_faceid(service);

    app client(service);
    const std::string string_to_sign = client.prepare();
    if (string_to_sign.empty()) return 1;
    std::cout << "the app asks the signing server to sign:\n" << string_to_sign << "\n\n";
    const std::string signature = sign_on_server(string_to_sign);
    std::cout << "the server returns " << signature.substr(0, 8) << "...\n";
    client.send(signature);

    std::string for_another_service = string_to_sign;
    for_another_service.replace(for_another_service.find("faceid"), 6, "cvm");
    const bool refused = sign_on_server(for_another_service).empty();
    std::cout << "a request to another service is " << (refused ? "not signed" : "signed") << '\n';
    return client.accepted() && refused ? 0 : 1;
}
