#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A program pays for what it uses: object sizes of programs with one action, with all of them, and with the largest output.

    cost_test.py INCLUDE_FOLDER COMPILER FLAG...
"""

import pathlib
import subprocess
import sys
import tempfile
import unittest

INCLUDE = pathlib.Path(__file__).resolve().parents[2] / sys.argv[1]
COMPILER = sys.argv[2:]
KB = 1024

CALL = """
struct reply { int status; std::string body; };
tc3::result<reply, tc3::transport_error> send(const tc3::http::request_view& request);
bool run(const tc3::client_profile& profile) {
    const auto output = tc3::call(send, tc3::faceid::apply_liveness_token{.secure_level = "4"}, profile, tc3::unix_time{1700000000});
    return output && output->sdk_token;
}
"""

ONE_ACTION = "#include <tc3/transport/call.hpp>\n#include <tc3/faceid/apply_liveness_token.hpp>\n" + CALL
ALL_ACTIONS = "#include <tc3/tc3.hpp>\n" + CALL

LARGEST_OUTPUT = """
#include <tc3/tc3.hpp>
using input = tc3::faceid::get_sdk_verification_result;
tc3::call_result<input> read(std::string_view body) { return tc3::parse_body<input>(body); }
"""


def size_of(source, *flags):
    """Returns the bytes of code and constants, and of initialised data, in the object file of one source."""
    with tempfile.TemporaryDirectory() as folder:
        object_file = pathlib.Path(folder) / "program.o"
        command = [*COMPILER, "-std=c++20", f"-I{INCLUDE}", *flags, "-x", "c++", "-", "-c", "-o", str(object_file)]
        done = subprocess.run(command, input=source, text=True, capture_output=True, check=False)
        if done.returncode != 0:
            raise AssertionError(done.stderr)
        row = subprocess.run(["size", str(object_file)], text=True, capture_output=True, check=True).stdout.splitlines()[1].split()
        return int(row[0]), int(row[1])


class Cost(unittest.TestCase):
    def test_one_action_costs_the_same_with_the_umbrella(self):
        for flags in (["-O2"], ["-Os"]):
            alone, among_all = sum(size_of(ONE_ACTION, *flags)), sum(size_of(ALL_ACTIONS, *flags))
            print(f"one action, {flags[0]}: {alone} bytes with its own header, {among_all} with the umbrella")
            self.assertLessEqual(abs(among_all - alone), alone // 50)

    def test_an_unused_umbrella_costs_nothing(self):
        code, data = size_of("#include <tc3/tc3.hpp>\nint nothing() { return 0; }\n", "-O2")
        bare_code, bare_data = size_of("int nothing() { return 0; }\n", "-O2")
        self.assertEqual((code, data), (bare_code, bare_data))

    @unittest.skipIf("clang" in subprocess.run([*COMPILER, "--version"], text=True, capture_output=True, check=True).stdout,
                     "the limit is for GCC")
    def test_the_largest_output_takes_less_than_48_kb_of_code(self):
        code, data = size_of(LARGEST_OUTPUT, "-Os")
        print(f"GetSdkVerificationResult, output read, -Os: {code} bytes of code and constants, {data} of tables")
        self.assertLessEqual(code, 48 * KB)


class Warnings(unittest.TestCase):
    def test_the_debug_mode_of_libstdcxx_gives_no_warning(self):
        # Its std::vector has no standard layout, and compilers warn about offsetof in structs that contain one.
        size_of(LARGEST_OUTPUT, "-O0", "-D_GLIBCXX_DEBUG", "-Wall", "-Wextra", "-Wpedantic", "-Werror")


if __name__ == "__main__":
    sys.argv[1:] = []
    unittest.main(verbosity=2)
