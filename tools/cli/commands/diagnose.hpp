// SPDX-License-Identifier: MIT
// `tc3 diagnose`: names the cause for which a service rejects a request.
#pragma once

namespace CLI {
class App;
}

namespace tc3_cli {

/// Adds the subcommand. When it was parsed, it runs and sets `status` to 0 if nothing is wrong with the request, 1 if something is, and 2
/// if a file cannot be read.
void add_diagnose(CLI::App& app, int& status);

}  // namespace tc3_cli
