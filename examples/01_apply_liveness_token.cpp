// SPDX-License-Identifier: MIT
// Calls one action of eKYC, ApplyLivenessToken, and prints the request and the response. `sh examples/run.sh` compiles and runs it.
//
//     c++ -std=c++20 -Isingle_include examples/01_apply_liveness_token.cpp -o example
//     ./example            calls an emulator in this process: no account, no network
//
//     c++ -std=c++20 -Isingle_include -DWITH_LIBCURL examples/01_apply_liveness_token.cpp -lcurl -o example
//     ./example --live     calls the real service. Environment: TENCENTCLOUD_SECRET_ID, TENCENTCLOUD_SECRET_KEY; for temporary keys
//                          TENCENTCLOUD_TOKEN; optionally TENCENTCLOUD_REGION, by default ap-singapore
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
    write_masked_head(head, request);  // the whole Authorization header is masked as ****
    std::cout << head << request.body << "\n\n";
}

void print_output(const faceid::apply_liveness_token_output& output) {
    const std::size_t size = output.sdk_token.value_or("").size();
    std::cout << "SDK token:  " << size << " characters\n"
              << "request id: " << output.request_id.value_or("none") << '\n';
}

// Anyone who has a real token can run its session: send it to the app, and print it nowhere.
enum class body { shown, hidden };

// `http` is any callable that takes a request and returns a response or an error.
template <tc3::transport Http>
int call_and_print(std::string_view server, Http& http, const tc3::client_profile& profile, body response_body) {
    const auto printing_http = [&](const tc3::http::request_view& request) {
        std::cout << "--- request to " << server << '\n';
        print_request(request);
        auto response = http(request);
        std::cout << "--- response\n";
        if (response) std::cout << "status " << response->status << ", " << response->body.size() << " bytes\n";
        if (response && response_body == body::shown) std::cout << response->body << "\n\n";
        return response;
    };
    const faceid::apply_liveness_token input{.secure_level = faceid::secure_level::motion_and_light};
    const auto result = tc3::call(printing_http, input, profile, {std::time(nullptr)});
    if (!result) {
        std::cout << to_string(result.error()) << '\n';
        return 1;
    }
    print_output(*result);
    return result->sdk_token ? 0 : 1;
}

// ---- with the emulator ---------------------------------------------------------------------------------------------------------

int call_emulator() {
    const std::string secret_id = "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE";  // the manual's example: no account has it
    const std::string secret_key = "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE";

    // The emulator computes the signature of every request itself. It rejects a wrong one with the error of the service.
    tc3::testing::emulator service([] { return tc3::unix_time{std::time(nullptr)}; }, [] { return "emulated-sdk-token-1"; });
    service.add_credential(secret_id, secret_key);
    tc3::testing::serve_faceid(service);
    const tc3::client_profile profile{.credential = {secret_id, secret_key}, .region = "ap-singapore"};
    return call_and_print("the emulator in this process", service, profile, body::shown);  // an emulated token is no secret
}

// ---- with the real service -----------------------------------------------------------------------------------------------------

#ifdef WITH_LIBCURL
std::string environment(const char* name, const char* fallback = "") {
    const char* value = std::getenv(name);
    return value != nullptr && *value != '\0' ? value : fallback;
}

int call_service() {
    const tc3::client_profile profile{
        .credential = {environment("TENCENTCLOUD_SECRET_ID"), environment("TENCENTCLOUD_SECRET_KEY"), environment("TENCENTCLOUD_TOKEN")},
        .region = environment("TENCENTCLOUD_REGION", "ap-singapore"),
    };
    curl_global_init(CURL_GLOBAL_DEFAULT);
    examples::libcurl_transport http;
    return call_and_print("the service", http, profile, body::hidden);
}
#else
int call_service() {
    std::cerr << "built without libcurl: compile with -DWITH_LIBCURL and link with -lcurl\n";
    return 2;
}
#endif

int main(int count, char** arguments) {
    const std::string_view option = count > 1 ? arguments[1] : "";
    if (option == "--live") return call_service();
    if (option.empty()) return call_emulator();
    std::cerr << "usage: 01_apply_liveness_token [--live]\n";
    return 2;
}
