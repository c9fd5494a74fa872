// SPDX-License-Identifier: MIT
#include "commands/serve.hpp"

#include "admin/admin.hpp"
#include "http/certificate.hpp"
#include "http/http_server.hpp"
#include "product/api_json.hpp"
#include "product/load_products.hpp"
#include "read_file.hpp"
#include "record/recording.hpp"
#include "scenario/scenario.hpp"
#include "service/emulator_service.hpp"
#include "service/line_writer.hpp"
#include "service/log_entry.hpp"
#include "service/service_clock.hpp"

#include <CLI/CLI.hpp>

#include <atomic>
#include <csignal>
#include <fstream>
#include <iostream>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace tc3_cli {

namespace {

/// The manual's example: no account has it.
const test_credential example_credential{"AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE", "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE", ""};

struct serve_options {
    std::string address = "127.0.0.1";
    int port = 0;
    int admin_port = 0;
    bool tls = false;
    std::string certificate_file;
    std::vector<std::string> more_hosts;
    std::vector<std::string> api_json_files;
    std::vector<std::string> credentials;
    std::string scenario_file;
    std::string record_file;
    std::string replay_file;
    bool log = false;
    bool until_stdin_closes = false;
};

/// Why the service cannot start: one sentence.
struct start_error {
    std::string sentence;
};

/// Returns the value of a result, or throws its error as a start_error.
template <class T>
T value_of(tc3::result<T, std::string> result, const std::string& context = {}) {
    if (!result) throw start_error{context + result.error()};
    return *std::move(result);
}

// ---- from options to values ------------------------------------------------------------------------------------------------------

/// Reads "ID:KEY" or "ID:KEY:TOKEN".
test_credential read_credential(const std::string& text) {
    const std::size_t first = text.find(':');
    const std::size_t second = first == std::string::npos ? first : text.find(':', first + 1);
    test_credential read{text.substr(0, first), {}, {}};
    if (first != std::string::npos) read.secret_key = text.substr(first + 1, second - first - 1);
    if (second != std::string::npos) read.token = text.substr(second + 1);
    if (read.secret_id.empty() || read.secret_key.empty()) throw start_error{"--credential must be ID:KEY or ID:KEY:TOKEN"};
    return read;
}

std::vector<test_credential> read_credentials(const serve_options& options) {
    std::vector<test_credential> credentials{example_credential};
    for (const std::string& text : options.credentials) credentials.push_back(read_credential(text));
    return credentials;
}

product_list read_products(const serve_options& options) {
    loaded_products loaded = value_of(load_products(options.api_json_files));
    for (const std::string& message : loaded.messages) std::cerr << "tc3 serve: " << message << "\n";
    return std::move(loaded.products);
}

emulator_service_options read_service_options(const serve_options& options, line_writer& log) {
    emulator_service_options service;
    service.credentials = read_credentials(options);
    service.products = read_products(options);
    if (!options.scenario_file.empty()) {
        service.faults = value_of(scenario::parse(value_of(read_file(options.scenario_file))), options.scenario_file + ": ");
    }
    if (!options.record_file.empty()) service.record = value_of(recorder::open(options.record_file));
    if (!options.replay_file.empty()) service.replay = value_of(replayer::load(options.replay_file));
    service.more_hosts = options.more_hosts;
    service.on_log = [logs_all = options.log, &log](const log_entry& entry) {
        const bool is_notable = entry.status != 200 || !entry.code.empty() || !entry.deviation.empty();
        if (logs_all || is_notable) log.write(to_line(entry));
    };
    service.on_problem = [&log](const std::string& sentence) { log.write("tc3 serve: " + sentence); };
    return service;
}

admin_actions actions_on(emulator_service& service, std::string certificate) {
    return {
        .scenario = [&service] { return service.scenario_json(); },
        .replace_scenario = [&service](std::string_view json) { return service.replace_scenario(json); },
        .add_rule = [&service](std::string_view json) { return service.add_rule(json); },
        .machine_time = [] { return service_clock::machine_time(); },
        .set_clock_offset = [&service](std::int64_t seconds) { return service.set_clock_offset(seconds); },
        .move_session = [&service](std::string_view token, session_step step) { return service.move_session(token, step); },
        .requests = [&service] { return service.last_requests(); },
        .credential = [] { return example_credential; },
        .certificate = [kept = std::move(certificate)] { return kept; },
    };
}

// ---- running ---------------------------------------------------------------------------------------------------------------------

std::atomic<http_server*> stopped_by_signal = nullptr;

void stop_server(int /*signal*/) {
    if (http_server* server = stopped_by_signal) server->stop();
}

std::string url_of(const http_server_options& options, int port) {
    const bool is_ipv6 = options.address.find(':') != std::string::npos;
    const std::string host = is_ipv6 ? "[" + options.address + "]" : options.address;
    return (options.tls ? "https://" : "http://") + host + ":" + std::to_string(port);
}

std::string names_of(const product_list& products) {
    std::string names = "faceid 2018-03-01";
    for (const auto& each : products) names += "; " + describe(*each);
    return names;
}

void print_start(const std::string& url, const std::string& admin_url, const std::string& products) {
    std::string text = "listening on " + url + "\nadmin calls on " + admin_url + "\n";
    text += "secret id " + example_credential.secret_id + ", secret key " + example_credential.secret_key + "\n";
    text += "products: " + products;
    std::cout << text << std::endl;  // flushed: a client may wait for the first line
}

void stop_when_stdin_closes() {
    std::cin.ignore((std::numeric_limits<std::streamsize>::max)());
    stop_server(0);  // nothing, if a signal has ended the server before
}

void write_certificate(const std::string& file, const std::string& pem) {
    std::ofstream out(file, std::ios::binary);
    out << pem << std::flush;
    if (!out) throw start_error{file + ": cannot be written"};
}

void serve(const serve_options& options) {
    http_server_options main_options;
    main_options.address = options.address;
    main_options.port = options.port;
    http_server_options admin_options;
    admin_options.port = options.admin_port;
    std::string pem;
    if (options.tls) {
        main_options.tls = value_of(certificate::make(options.more_hosts));
        pem = main_options.tls->pem();
        if (!options.certificate_file.empty()) write_certificate(options.certificate_file, pem);
    }
    line_writer log;
    main_options.on_unreadable = [&log](std::string_view peer, int status, std::string_view reason) {
        log.write(std::string(peer) + ": " + std::to_string(status) + ": " + std::string(reason));
    };
    emulator_service_options service_options = read_service_options(options, log);
    const std::string products = names_of(service_options.products);
    emulator_service service(std::move(service_options));
    const admin admin_calls(actions_on(service, pem));

    http_server server(main_options, [&service](const http_exchange_request& request) { return service.respond(request); });
    http_server admin_server(admin_options, [&admin_calls](const http_exchange_request& request) { return admin_calls.handle(request); });
    const std::string url = url_of(main_options, value_of(server.bind()));
    const std::string admin_url = url_of(admin_options, value_of(admin_server.bind()));
    service.upload_to(url);
    stopped_by_signal = &server;
    std::signal(SIGINT, stop_server);
    std::signal(SIGTERM, stop_server);
#if defined(SIGPIPE)
    std::signal(SIGPIPE, SIG_IGN);  // a log that nobody reads any more does not end the service
#endif
    print_start(url, admin_url, products);

    std::thread admin_thread([&admin_server] { admin_server.serve(); });
    if (options.until_stdin_closes) std::thread(stop_when_stdin_closes).detach();
    server.serve();
    admin_server.stop();
    admin_thread.join();
    stopped_by_signal = nullptr;
}

}  // namespace

void add_serve(CLI::App& app, int& status) {
    CLI::App* command = app.add_subcommand("serve", "Run a service on this machine, for tests of clients in any language.");
    command->footer(
        "Clients reach it at its address, at localhost, at SERVICE.localhost, or through a proxy setting at any host of Tencent Cloud.\n"
        "It checks signatures and parameters as the service does, and names the cause of each rejected signature.");
    const auto options = std::make_shared<serve_options>();
    const auto port = CLI::Range(0, 65535);
    const auto add = [&](const char* name, auto& value, const char* type, const char* description) {
        return command->add_option(name, value, description)->type_name(type);
    };
    add("--port", options->port, "PORT", "Port; 0, the default, for a free one")->check(port);
    add("--admin-port", options->admin_port, "PORT", "Port of the admin calls; 0, the default, for a free one")->check(port);
    add("--address", options->address, "ADDRESS", "Address to listen on; 127.0.0.1 by default")
        ->check(CLI::Validator([](const std::string& text) { return text.empty() ? std::string("is empty") : std::string(); }, ""));
    add("--host", options->more_hosts, "HOST", "Further host name of this server, for requests and certificates");
    CLI::Option* tls = command->add_flag("--tls", options->tls, "Serve TLS, with a certificate that is made at start");
    add("--certificate", options->certificate_file, "FILE", "With --tls: file to write the certificate to, which clients must trust")
        ->needs(tls);
    add("--api-json", options->api_json_files, "FILE", "Description of a further product, as Tencent Cloud publishes it");
    add("--credential", options->credentials, "ID:KEY[:TOKEN]", "Further credential, with a token if it is a temporary one");
    add("--scenario", options->scenario_file, "FILE", "Faults and sessions, as JSON");
    CLI::Option* record = add("--record", options->record_file, "FILE", "File to append exchanges to, personal values masked");
    add("--replay", options->replay_file, "FILE", "Recorded file to respond from, not with --record")->excludes(record);
    command->add_flag("--log", options->log, "Print a line for each request, not only for rejected ones");
    command->add_flag("--until-stdin-closes", options->until_stdin_closes, "End when standard input is closed");
    command->callback([options, &status] {
        try {
            serve(*options);
        } catch (const start_error& error) {
            std::cerr << "tc3 serve: " << error.sentence << "\n";
            status = 1;
        }
    });
}

}  // namespace tc3_cli
