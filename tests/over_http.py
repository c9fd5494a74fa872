#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Starts a server and runs a client that connects to it, over HTTP on this machine.

    over_http.py SERVER CLIENT [ARGUMENT...]

The server gets the argument --until-stdin-closes, and ends when its standard input is closed. The first line that it prints ends with
its address. The client gets `http://ADDRESS` as its last argument.
"""

import subprocess
import sys

SECONDS = 60


def main():
    server_program, *client = sys.argv[1:]
    command = [server_program, "--until-stdin-closes"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        try:
            address = server.stdout.readline().split()[-1]
            status = subprocess.run([*client, f"http://{address}"], timeout=SECONDS, check=False).returncode
        finally:
            server.stdin.close()
        return status or server.wait(SECONDS)


if __name__ == "__main__":
    sys.exit(main())
