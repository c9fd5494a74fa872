#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Each header compiles alone, and included twice, without a warning.

    headers_test.py [--together | --reverse] include|single_include COMPILER FLAG...

`--together` compiles all headers in one unit, twice: for flags that no header tests for. `--reverse` does so in reverse order: a header
that needs another one's include fails then, or in the usual order.
Adapters whose library is not installed are listed and skipped.
"""

import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


def main():
    option = sys.argv[1] if sys.argv[1].startswith("--") else None
    include, *compile_command = sys.argv[2:] if option else sys.argv[1:]
    command = [*compile_command, "-I", str(ROOT / include), "-fsyntax-only", "-x", "c++", "-"]
    headers = sorted(file.relative_to(ROOT / include).as_posix() for file in (ROOT / include).glob("tc3/**/*.hpp"))
    if option == "--together":
        return all_together(command, ROOT / include, headers)
    if option == "--reverse":
        return all_together(command, ROOT / include, headers[::-1])
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        failed = sum(pool.map(lambda header: fails(command, ROOT / include, header), headers))
    print(f"{len(headers)} headers, {failed} failed")
    return 1 if failed or not headers else 0


def all_together(command, include, headers):
    present = []
    for header in headers:
        missing = missing_library(command, include / header)
        if missing:
            print(f"{header}: left out, {missing} is not installed")
        else:
            present.append(header)
    done = compile_text(command, "".join(f"#include <{header}>\n" for header in 2 * present))
    print(f"{len(headers)} headers together, {'failed' if done.returncode else '0 failed'}\n{done.stderr}")
    return 1 if done.returncode or not present else 0


def fails(command, include, header):
    missing = missing_library(command, include / header)
    if missing:
        print(f"{header}: skipped, {missing} is not installed")
        return False
    done = compile_text(command, f"#include <{header}>\n#include <{header}>\n")
    if done.returncode != 0:
        print(f"{header} does not compile alone and twice:\n{done.stderr}")
    return done.returncode != 0


def missing_library(command, file):
    """Returns the first include with a folder in its name, such as <openssl/evp.h>, that the compiler cannot find."""
    for name in re.findall(r"^#include (<(?!tc3/)[^>]*/[^>]*>)", file.read_text(encoding="utf-8"), re.MULTILINE):
        if compile_text(command, f"#if !__has_include({name})\n#error\n#endif\n").returncode != 0:
            return name
    return None


def compile_text(command, text):
    return subprocess.run(command, input=text, text=True, capture_output=True, check=False)


if __name__ == "__main__":
    sys.exit(main())
