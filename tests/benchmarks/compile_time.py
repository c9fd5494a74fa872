#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Measures compile time: processor time of small programs, compared with one that includes only common standard headers.

    compile_time.py include|single_include [COMPILER FLAG...]      (without a compiler: g++ -O2)

The programs are compiled in turn, for several rounds, so that other load on the machine affects all of them.
"""

import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
ROUNDS = 5

STANDARD = "".join(f"#include <{name}>\n" for name in ("string", "vector", "span", "optional", "charconv"))
UMBRELLA = STANDARD + "#include <tc3/tc3.hpp>\n"


def call(input_type):
    """Returns a program that calls an action with a transport of another translation unit."""
    return f"""{UMBRELLA}
tc3::result<tc3::http::response, tc3::transport_error> http(const tc3::http::request_view& request);

tc3::call_result<{input_type}> run(const {input_type}& input, const tc3::client_profile& profile, tc3::unix_time now) {{
    return tc3::call(http, input, profile, now);
}}
"""


def parse(input_type):
    """Returns a program that reads an output."""
    return f"""{UMBRELLA}
tc3::call_result<{input_type}> read(const tc3::http::response& response) {{ return tc3::parse_response<{input_type}>(response); }}
"""


# The others are compared with the first.
PROGRAMS = {
    "standard headers": STANDARD,
    "tc3/tc3.hpp": UMBRELLA,
    "call: ApplyLivenessToken": call("tc3::faceid::apply_liveness_token"),
    "parse: GetLivenessResult": parse("tc3::faceid::get_liveness_result"),
    "parse: GetSdkVerificationResult": parse("tc3::faceid::get_sdk_verification_result"),
}


def main():
    include, *compiler = sys.argv[1:] or ["include"]
    command = [*(compiler or ["g++", "-O2"]), "-std=c++20", "-I", str(ROOT / include), "-c"]
    with tempfile.TemporaryDirectory() as folder:
        files = {name: pathlib.Path(folder) / f"{number}.cpp" for number, name in enumerate(PROGRAMS)}
        for name, file in files.items():
            file.write_text(PROGRAMS[name], encoding="utf-8")
            processor_time(command, file)  # fills the caches of the machine
        rounds = [{name: processor_time(command, file) for name, file in files.items()} for _ in range(ROUNDS)]
    print_table({name: statistics.median(times[name] for times in rounds) for name in PROGRAMS})


def processor_time(command, file):
    """Returns the seconds of user and system time of one compilation."""
    before = os.times()
    subprocess.run([*command, file, "-o", file.with_suffix(".o")], check=True)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def print_table(seconds):
    first = next(iter(seconds.values()))
    print(f"{'program':34}{'seconds':>8}{'ratio':>8}")
    for name, time in seconds.items():
        print(f"{name:34}{time:>8.2f}{time / first:>8.2f}")


if __name__ == "__main__":
    main()
