// SPDX-License-Identifier: MIT
#include "commands/diagnose.hpp"

#include "read_file.hpp"
#include <tc3/api/envelope.hpp>
#include <tc3/api/parse_response.hpp>
#include <tc3/api/server_time.hpp>
#include <tc3/core/text_scanner.hpp>
#include <tc3/signing/diagnose.hpp>
#include <tc3/signing/explain.hpp>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tc3_cli {

namespace {

struct diagnose_options {
    std::string request = "-";
    std::string response;
    std::string service;
    std::int64_t service_time = -1;
    std::vector<std::string> other_hosts;
    bool steps = false;
};

/// What a response has about the error.
struct response_facts {
    std::string code;
    std::string message;
    std::optional<tc3::unix_time> service_time;
};

/// The response as tc3 parses it.
struct received_response {
    int status = 200;
    std::string body;
    std::string date;
};

/// Splits the bytes of a response. Bytes that do not begin with "HTTP/" are a body.
received_response read_response(std::string_view bytes) {
    received_response response;
    if (!bytes.starts_with("HTTP/")) {
        response.body = bytes;
        return response;
    }
    const tc3::signing::raw_request parsed(bytes);  // a status line has the same three parts: the status is the second one
    const tc3::signing::sent_request view = parsed.view();
    response.status = std::atoi(std::string(view.target).c_str());
    response.date = view.value_of("date");
    response.body = view.body;
    return response;
}

response_facts facts_of(std::string_view bytes) {
    const received_response response = read_response(bytes);
    response_facts facts;
    const auto parsed = tc3::parse_response<tc3::untyped_input>(response);
    if (parsed) return facts;
    facts.code = parsed.error().code;
    facts.message = parsed.error().message;
    facts.service_time = tc3::server_time(parsed.error(), response.date);
    return facts;
}

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string() : std::string(value);
}

void print_steps(const tc3::signing::sent_request& request) {
    std::string text;
    const auto explained = tc3::signing::explain(text, request);
    if (explained) {
        std::cout << text << "\n";
    } else {
        std::string reason;
        tc3::write_error(reason, explained.error());
        std::cout << "The steps of the signature cannot be shown: " << reason << ".\n\n";
    }
}

int diagnose(const diagnose_options& options) {
    const auto bytes = read_file(options.request);
    const auto response = options.response.empty() ? tc3::result<std::string, std::string>(std::string()) : read_file(options.response);
    for (const auto* file : {&bytes, &response}) {
        if (*file) continue;
        std::cerr << "tc3 diagnose: " << file->error() << "\n";
        return 2;
    }
    const response_facts known = facts_of(*response);
    const std::string secret_id = environment("TENCENTCLOUD_SECRET_ID");
    const std::string secret_key = environment("TENCENTCLOUD_SECRET_KEY");
    const std::string token = environment("TENCENTCLOUD_TOKEN");
    const std::vector<std::string_view> hosts(options.other_hosts.begin(), options.other_hosts.end());

    tc3::signing::known_facts facts{.credential = {secret_id, secret_key, token}, .service = options.service};
    facts.service_time = known.service_time;
    if (options.service_time >= 0) facts.service_time = tc3::unix_time{options.service_time};
    facts.error_code = known.code;
    facts.error_message = known.message;
    facts.other_hosts = hosts;

    const tc3::signing::raw_request request(*bytes);
    if (options.steps) print_steps(request.view());
    const auto found = tc3::signing::diagnose(request.view(), facts);
    std::string text;
    tc3::signing::write_diagnosis(text, found);
    std::cout << text;
    const auto needs_key = [](const tc3::signing::finding& each) { return each.cause == tc3::signing::cause::key_not_given; };
    const auto findings = found.findings();
    if (std::any_of(findings.begin(), findings.end(), needs_key)) {
        std::cout << "It is read from TENCENTCLOUD_SECRET_ID and TENCENTCLOUD_SECRET_KEY.\n";
    }
    return found.empty() ? 0 : 1;
}

}  // namespace

void add_diagnose(CLI::App& app, int& status) {
    CLI::App* command = app.add_subcommand("diagnose", "Name the cause for which a service rejects a request.");
    command->footer(
        "The credential that should have signed is read from TENCENTCLOUD_SECRET_ID, TENCENTCLOUD_SECRET_KEY and TENCENTCLOUD_TOKEN.\n"
        "Nothing is sent. No secret is printed.\n"
        "Exit status: 0 if nothing is wrong, 1 if something is, 2 if a file cannot be read or an option is wrong.");
    const auto options = std::make_shared<diagnose_options>();
    const auto add = [&](const char* name, auto& value, const char* type, const char* description) {
        return command->add_option(name, value, description)->type_name(type)->allow_extra_args(false);
    };
    add("REQUEST", options->request, "FILE", "The bytes of the HTTP request as it was sent; - or nothing for standard input");
    add("--response", options->response, "FILE", "The response: all its bytes, or its body");
    add("--service", options->service, "NAME", "Service of the request, such as faceid");
    add("--time", options->service_time, "SECONDS", "Time of the service when the request arrived, since 1970")
        ->check(CLI::NonNegativeNumber);
    add("--other-host", options->other_hosts, "HOST", "Host of a gateway or proxy between program and service; may be repeated");
    command->add_flag("--steps", options->steps, "Print canonical request and string to sign first");
    command->callback([options, &status] { status = diagnose(*options); });
}

}  // namespace tc3_cli
