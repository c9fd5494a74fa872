#!/bin/sh
# SPDX-License-Identifier: MIT
# Builds the program tc3, if that was not done yet, and starts `tc3 serve`: a service on this machine, for clients in any language.
#
#     sh examples/emulator.sh                   on a free port, which it prints, with the credential to use
#     sh examples/emulator.sh --port 8080 --log
#     sh examples/emulator.sh --help            all options
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
program=$(sh "$root/tools/cli/build.sh")
exec "$root/$program" serve "$@"
