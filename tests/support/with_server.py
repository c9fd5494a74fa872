#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs a program with the address of a server that lives as long as the program does.

    with_server.py SERVER PROGRAM

The server prints its address, 127.0.0.1:PORT, on a line of its output, and ends when its input does. The program gets
http://127.0.0.1:PORT.
"""

import re
import subprocess
import sys


def main():
    server, program = sys.argv[1:]
    with subprocess.Popen([server], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as running:
        address = address_in(running.stdout)
        if not address:
            return 1
        return subprocess.run([program, f"http://{address}"], timeout=30, check=False).returncode


def address_in(lines):
    for line in lines:
        if found := re.search(r"127\.0\.0\.1:\d+", line):
            return found.group()
    print("the server ended without an address", file=sys.stderr)
    return None


if __name__ == "__main__":
    sys.exit(main())
