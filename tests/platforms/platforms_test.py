#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""platforms.py and tests/run.sh, where something is missing or wrong: a line for each target, and an exit status."""

import contextlib
import io
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from unittest import mock

import platforms
from paths import ROOT


class Platforms(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.tools = self.folder / "tools"
        self.tools.mkdir()

    def run_targets(self, *arguments):
        """Runs with the tools of this test alone. Returns the status, and the lines for targets or of an error."""
        output = io.StringIO()
        with (
            mock.patch.dict("os.environ", {"PATH": str(self.tools)}),
            mock.patch.object(platforms, "FOLDER", self.folder / "build"),
            mock.patch.object(sys, "argv", ["platforms.py", *arguments]),
            contextlib.redirect_stdout(output),
            contextlib.redirect_stderr(output),
        ):
            status = platforms.main()
        lines = [line.partition(" [")[0] for line in output.getvalue().splitlines()]
        return status, [line for line in lines if re.match(r"(s390x|musl|unknown target): ", line)]

    def tool(self, name, script):
        file = self.tools / name
        file.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        file.chmod(0o755)

    def test_a_missing_compiler_skips_its_target(self):
        status, lines = self.run_targets("s390x")
        self.assertEqual((status, lines), (77, ["s390x: skipped, not installed: s390x-linux-gnu-g++, qemu-s390x"]))

    def test_packages_that_cannot_be_installed_skip_their_target(self):
        self.tool("apt-get", "echo \"E: no network: $*\"; exit 100")
        self.tool("dpkg-query", "exit 1")
        with mock.patch("os.geteuid", return_value=0):
            status, lines = self.run_targets("musl")
        self.assertEqual((status, lines), (77, ["musl: skipped, not installed: g++-12, musl-gcc"]))
        install = "E: no network: install -y --no-install-recommends g++-12 musl-tools\n"
        self.assertEqual((self.folder / "build/install.log").read_text(encoding="utf-8"), install + "E: no network: update\n" + install)

    def test_a_program_that_the_emulator_does_not_run_is_a_failure(self):
        self.tool("qemu-s390x", "echo 'unknown instruction'; exit 132")
        self.tool("s390x-linux-gnu-g++", "exit 0")
        status, lines = self.run_targets("s390x")
        self.assertEqual((status, lines), (1, ["s390x: 0 passed, 1 failed (FAILED); error: a program that returns 7 ended with status 132"]))

    def test_programs_that_print_nothing_are_failures(self):
        self.tool("qemu-s390x", "exit 7")
        self.tool("s390x-linux-gnu-g++", "exit 0")
        self.tool("python3", f'exec {sys.executable} "$@"')
        status, lines = self.run_targets("s390x")
        parts = "vectors FAILED, vectors FAILED, unit cases FAILED, example FAILED, example FAILED"
        self.assertEqual((status, lines[-1]), (1, f"s390x: 0 passed, 5 failed ({parts}); error: vectors-include ended with status 7"))

    def test_what_is_not_reached_in_time_is_skipped(self):
        self.tool("qemu-s390x", "exit 7")
        self.tool("s390x-linux-gnu-g++", "exit 0")
        with mock.patch.object(platforms, "ROTATION_SECONDS", -1), mock.patch.object(platforms, "on_turn", lambda _: platforms.named(["s390x"])):
            self.assertEqual(self.run_targets("--rotation"), (77, ["s390x: skipped, no time was left"]))

    def test_after_a_failure_the_next_target_runs(self):
        self.tool("qemu-s390x", "exit 7")
        self.tool("s390x-linux-gnu-g++", 'case "$*" in *-fsyntax-only*) ;; *) echo "error: this compiler is broken"; exit 1 ;; esac')
        status, lines = self.run_targets("s390x", "musl")
        failed = "s390x: 0 passed, 1 failed (FAILED); error: this compiler is broken"
        skipped = "musl: skipped, not installed: g++-12, musl-gcc"
        self.assertEqual((status, lines[-2:]), (1, [failed, skipped]))
        self.assertEqual((self.folder / "build/counts").read_text(encoding="utf-8"), "0 1 1\n")

    def test_an_unknown_target_is_an_error_of_one_line(self):
        status, lines = self.run_targets("vax")
        self.assertEqual((status, len(lines)), (2, 1))
        self.assertTrue(lines[0].startswith("unknown target: vax; known are gcc-11, "), lines)

    def test_each_target_has_its_turn_within_fifteen_commits(self):
        for first in (0, 7, 1000):
            turns = [target.name for number in range(first, first + 15) for target in platforms.on_turn(number)]
            self.assertEqual(sorted(turns), sorted(target.name for target in platforms.TARGETS))

    @unittest.skipUnless(shutil.which("git"), "git is not installed")
    def test_a_merge_takes_one_turn(self):
        repository = self.folder / "repository"
        for words in (
            ["init", "-q", "-b", "main", str(repository)],
            *(["commit", "-q", "--allow-empty", "-m", name] for name in ("one", "two")),
            ["checkout", "-q", "-b", "other"],
            *(["commit", "-q", "--allow-empty", "-m", name] for name in ("three", "four", "five")),
            ["checkout", "-q", "main"],
            ["merge", "-q", "--no-ff", "-m", "merge", "other"],
        ):
            where = [] if words[0] == "init" else ["-C", repository]
            subprocess.run(["git", *where, "-c", "user.name=a", "-c", "user.email=a@example.com", *words], check=True)
        self.assertEqual(platforms.number_of_commits(repository), 3)

    def test_a_history_that_is_not_there_takes_the_days(self):
        self.assertGreater(platforms.number_of_commits(self.folder), 20000)

    def test_an_unknown_target_of_run_sh_is_an_error_of_one_line(self):
        done = subprocess.run(["sh", ROOT / "tests/run.sh", "--platforms", "vax"], capture_output=True, text=True, check=False)
        self.assertEqual((done.returncode, done.stdout, done.stderr.count("\n")), (2, "", 1))

    def test_an_unknown_option_of_run_sh_is_an_error_of_one_line(self):
        for words in (["--platform"], ["quick", "more"], ["all", "more"]):
            done = subprocess.run(["sh", ROOT / "tests/run.sh", *words], capture_output=True, text=True, check=False)
            self.assertEqual((done.returncode, done.stdout), (2, ""))
            self.assertEqual(done.stderr, "usage: sh tests/run.sh [quick | --platforms [TARGET...] | --bench [SECTION...] | --sdks [OPTION...]]\n")


if __name__ == "__main__":
    unittest.main()
