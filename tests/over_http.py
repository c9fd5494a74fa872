#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Starts a server and runs a client that connects to it, over HTTP on this machine.

    over_http.py SERVER [ARGUMENT...] -- CLIENT [ARGUMENT...]

The server gets the argument --until-stdin-closes, and ends when its standard input is closed. The first line that it prints ends with
its URL, which the client gets as its last argument.
"""

import subprocess
import sys

SECONDS = 60


def main():
    separator = sys.argv.index("--")
    command = [*sys.argv[1:separator], "--until-stdin-closes"]
    client = sys.argv[separator + 1 :]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        try:
            url = server.stdout.readline().split()[-1]
            status = subprocess.run([*client, url], timeout=SECONDS, check=False).returncode
        finally:
            server.stdin.close()
        return status or server.wait(SECONDS)


if __name__ == "__main__":
    sys.exit(main())
