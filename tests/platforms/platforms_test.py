#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""platforms.py and tests/run.sh, where something is missing or wrong: a line for each target, and an exit status."""

import contextlib
import io
import pathlib
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
        """Runs with the tools of this test alone. Returns the status and the lines that begin with the name of a target."""
        output = io.StringIO()
        with (
            mock.patch.dict("os.environ", {"PATH": str(self.tools)}),
            mock.patch.object(platforms, "FOLDER", self.folder / "build"),
            mock.patch.object(sys, "argv", ["platforms.py", *arguments]),
            contextlib.redirect_stdout(output),
            contextlib.redirect_stderr(output),
        ):
            status = platforms.main()
        return status, [line.partition(" [")[0] for line in output.getvalue().splitlines() if not line.startswith((" ", "-"))]

    def tool(self, name, script):
        file = self.tools / name
        file.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        file.chmod(0o755)

    def test_a_missing_compiler_skips_its_target(self):
        status, lines = self.run_targets("s390x")
        self.assertEqual((status, lines), (77, ["s390x: skipped, not installed: s390x-linux-gnu-g++, qemu-s390x"]))

    def test_packages_that_cannot_be_installed_skip_their_target(self):
        self.tool("apt-get", "echo 'E: no network'; exit 100")
        self.tool("dpkg-query", "exit 1")
        status, lines = self.run_targets("musl")
        self.assertEqual((status, lines), (77, ["musl: skipped, not installed: g++-12, musl-gcc"]))

    def test_after_a_failure_the_next_target_runs(self):
        self.tool("qemu-s390x", "exit 7")
        self.tool("s390x-linux-gnu-g++", 'case "$*" in *-fsyntax-only*) ;; *) echo "error: this compiler is broken"; exit 1 ;; esac')
        status, lines = self.run_targets("s390x", "musl")
        failed, skipped = "s390x: FAILED: error: this compiler is broken", "musl: skipped, not installed: g++-12, musl-gcc"
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

    def test_an_unknown_option_of_run_sh_is_an_error_of_one_line(self):
        for words in (["--platform"], ["quick", "more"], ["all", "more"]):
            done = subprocess.run(["sh", ROOT / "tests/run.sh", *words], capture_output=True, text=True, check=False)
            self.assertEqual((done.returncode, done.stdout), (2, ""))
            self.assertEqual(done.stderr, "usage: sh tests/run.sh [quick | --platforms [TARGET...]]\n")


if __name__ == "__main__":
    unittest.main()
