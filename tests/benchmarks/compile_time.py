#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What tc3 costs a compiler: the processor time of small programs, against one that only includes what nearly all programs do.

    compile_time.py include|single_include [COMPILER FLAG...]      (without a compiler: g++ -O2)

The programs are compiled in turn, for several rounds, so that a busy machine slows all of them alike.
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


def call(question):
    """Asks a question over a transport that is elsewhere."""
    return f"""{UMBRELLA}
tc3::result<tc3::http::response, tc3::transport_error> http(const tc3::http::request_view& request);

tc3::outcome_of<{question}> ask(const {question}& question, const tc3::client_profile& profile, tc3::unix_time now) {{
    return tc3::call(http, question, profile, now);
}}
"""


def parse(question):
    """Reads an answer."""
    return f"""{UMBRELLA}
tc3::outcome_of<{question}> read(const tc3::http::response& response) {{ return tc3::parse_response<{question}>(response); }}
"""


# The first is what the others are compared with.
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
    """The seconds, user and system, that one compilation takes."""
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
