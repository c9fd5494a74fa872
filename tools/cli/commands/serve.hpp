// SPDX-License-Identifier: MIT
// `tc3 serve`: a service on this machine, for tests of clients in any language.
#pragma once

namespace CLI {
class App;
}

namespace tc3_cli {

/// Adds the subcommand. When it was parsed, it serves until a signal ends the process, and sets `status` to 1 if it cannot start.
void add_serve(CLI::App& app, int& status);

}  // namespace tc3_cli
