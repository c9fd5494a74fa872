// SPDX-License-Identifier: MIT
// The main job: asks eKYC for the token of a liveness session (ApplyLivenessToken), and prints what was sent and what came back.
//
//     01_apply_liveness_token           asks an emulator in this process: no account, no network
//     01_apply_liveness_token --live    asks the real service over libcurl, if built with -DWITH_LIBCURL; the credential comes from
//                                       TENCENTCLOUD_SECRET_ID, TENCENTCLOUD_SECRET_KEY and, with temporary keys, TENCENTCLOUD_TOKEN,
//                                       the region from TENCENTCLOUD_REGION (ap-singapore without it)
//
// `sh examples/run.sh` compiles and runs it.
#include <tc3/tc3.hpp>
#include <tc3/testing.hpp>
#ifdef WITH_LIBCURL
#include "support/libcurl_transport.hpp"
#endif

#include <cstddef>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <string>
#include <string_view>

namespace faceid = tc3::faceid;

// ---- the call ------------------------------------------------------------------------------------------------------------------

void print_request(const tc3::http::request_view& request) {
    std::string head;
    write_masked_head(head, request);
    std::cout << head << request.body << "\n\n";
}

void print_output(const faceid::apply_liveness_token_output& output) {
    const std::size_t size = output.sdk_token.value_or("").size();
    std::cout << "SDK token:  " << size << " characters\n"
              << "request id: " << output.request_id.value_or("none") << '\n';
}

// Whoever has a token can run its session: a real one goes to the app, not to a screen or a log.
enum class body { shown, hidden };

// `http` is any callable that takes a request and returns a response or an error.
template <tc3::transport Http>
int ask(std::string_view whom, Http& http, const tc3::client_profile& profile, body output_body) {
    const auto shown_http = [&](const tc3::http::request_view& request) {
        std::cout << "--- sent to " << whom << '\n';
        print_request(request);
        auto response = http(request);
        std::cout << "--- came back\n";
        if (response) std::cout << "status " << response->status << ", " << response->body.size() << " bytes\n";
        if (response && output_body == body::shown) std::cout << response->body << "\n\n";
        return response;
    };
    const faceid::apply_liveness_token input{.secure_level = faceid::secure_level::motion_and_light};
    const auto output = tc3::call(shown_http, input, profile, {std::time(nullptr)});
    if (!output) {
        std::cout << to_string(output.error()) << '\n';
        return 1;
    }
    print_output(*output);
    return output->sdk_token ? 0 : 1;
}

// ---- over the emulator ---------------------------------------------------------------------------------------------------------

int ask_emulator() {
    const std::string id = "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE";  // the manual's example, good for nothing else
    const std::string key = "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE";

    // It computes the signature of what it receives anew. Where that differs, it answers with an error, as the service does.
    tc3::testing::emulator service([] { return tc3::unix_time{std::time(nullptr)}; }, [] { return "emulated-sdk-token-1"; });
    service.add_credential(id, key);
    serve_faceid(service);
    const tc3::client_profile profile{.credential = {id, key}, .region = "ap-singapore"};
    return ask("the emulator in this process", service, profile, body::shown);  // harmless: no service knows an emulated token
}

// ---- over the network ----------------------------------------------------------------------------------------------------------

#ifdef WITH_LIBCURL
std::string variable(const char* name, const char* otherwise = "") {
    const char* value = std::getenv(name);
    return value != nullptr && *value != '\0' ? value : otherwise;
}

int ask_service() {
    const tc3::client_profile profile{
        .credential = {variable("TENCENTCLOUD_SECRET_ID"), variable("TENCENTCLOUD_SECRET_KEY"), variable("TENCENTCLOUD_TOKEN")},
        .region = variable("TENCENTCLOUD_REGION", "ap-singapore"),
    };
    curl_global_init(CURL_GLOBAL_DEFAULT);
    examples::libcurl_transport http;
    return ask("the service", http, profile, body::hidden);
}
#else
int ask_service() {
    std::cerr << "built without libcurl: compile with -DWITH_LIBCURL and link with -lcurl\n";
    return 2;
}
#endif

int main(int count, char** arguments) {
    const std::string_view option = count > 1 ? arguments[1] : "";
    if (option == "--live") return ask_service();
    if (option.empty()) return ask_emulator();
    std::cerr << "usage: 01_apply_liveness_token [--live]\n";
    return 2;
}
