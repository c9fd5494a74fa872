#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs a client against a server of its own, over real HTTP on this machine.

    over_http.py SERVER CLIENT [ARGUMENT...]

The server tells its address on its first line and ends when its input does; the client gets `http://ADDRESS` as its last argument.
"""

import subprocess
import sys

SECONDS = 60


def main():
    server_program, *client = sys.argv[1:]
    with subprocess.Popen([server_program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        try:
            address = server.stdout.readline().split()[-1]
            status = subprocess.run([*client, f"http://{address}"], timeout=SECONDS, check=False).returncode
        finally:
            server.stdin.close()
        return status or server.wait(SECONDS)


if __name__ == "__main__":
    sys.exit(main())
