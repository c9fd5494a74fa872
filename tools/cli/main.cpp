// SPDX-License-Identifier: MIT
// The program tc3: a service to test against, and the causes of rejected signatures.
#include "commands/diagnose.hpp"
#include "commands/serve.hpp"
#include <tc3/version.hpp>

#include <CLI/CLI.hpp>

#include <exception>
#include <iostream>
#include <string>

namespace {

constexpr int usage_status = 2;

int run(CLI::App& app, int count, char** words) {
    int status = 0;
    tc3_cli::add_serve(app, status);
    tc3_cli::add_diagnose(app, status);
    try {
        app.parse(count, words);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : usage_status;
    }
    return status;
}

}  // namespace

int main(int count, char** words) {
    CLI::App app("Tests clients of Tencent Cloud API 3.0 without an account.", "tc3");
    app.set_version_flag("--version", "tc3 " TC3_VERSION_STRING);
    app.require_subcommand(1);
    try {
        return run(app, count, words);
    } catch (const std::exception& error) {
        std::cerr << "tc3: " << error.what() << "\n";
        return 1;
    }
}
