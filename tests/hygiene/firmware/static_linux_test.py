#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What tc3 costs in a static program on Linux, compared with a program that does nothing. The README has the same figures.

    static_linux_test.py include|single_include COMPILER...
"""

import pathlib
import platform
import sys
import tempfile
import unittest

import cost_tables
from programs import FLAGS, HERE, ROOT, expected_text, run

SKIPPED = 77
LIMITS = {"authorization": 19 * 1024, "exchange": 46 * 1024}


class StaticLinux(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        empty = build(cls.folder, "empty")
        cls.programs = {name: build(cls.folder, name) for name in LIMITS}
        cls.grown = {name: growth(program, empty) for name, program in cls.programs.items()}
        print(f"{'program':16}{'text+data':>12}{'file':>8}{'limit':>8}")
        for name, figures in cls.grown.items():
            print(f"{name:16}{figures['loaded']:>12}{figures['file']:>8}{LIMITS[name]:>8}", flush=True)

    def test_programs_stay_within_their_limit(self):
        if not is_compiler_of_the_readme():
            self.skipTest("the limits are for another compiler")
        for name, figures in self.grown.items():
            for what, figure in figures.items():
                with self.subTest(name, what=what):
                    self.assertLessEqual(figure, LIMITS[name])

    def test_programs_write_the_expected_text(self):
        for name, program in self.programs.items():
            with self.subTest(name):
                done = run([program])
                self.assertEqual((done.returncode, done.stdout), (0, expected_text(name)))

    def test_the_readme_has_the_measured_figures(self):
        if not is_compiler_of_the_readme():
            self.skipTest("the figures of the README are for another compiler")
        figures = {name: {"linux": figures["loaded"]} for name, figures in self.grown.items()}
        wrong = [line for name, figure in figures.items() if (line := cost_tables.README.differing((name,), figure))]
        self.assertFalse(wrong, "\n".join(["the README should have these rows:", *wrong]))


def build(folder, name):
    program = folder / name
    done = run([*COMPILER, *FLAGS, "-static", "-s", "-I", INCLUDE, HERE / "linux_main.cpp", HERE / f"{name}.cpp", "-o", program])
    if done.returncode != 0:
        raise AssertionError(f"{name} was not built:\n{done.stdout}")
    return program


def growth(program, empty):
    return {what: size - sizes(empty)[what] for what, size in sizes(program).items()}


def sizes(program):
    text, data = run(["size", program]).stdout.splitlines()[1].split()[:2]
    return {"loaded": int(text) + int(data), "file": program.stat().st_size}


def is_compiler_of_the_readme():
    is_gcc = "Free Software Foundation" in run([*COMPILER, "--version"]).stdout
    return is_gcc and cost_tables.README.is_for(run([*COMPILER, "-dumpfullversion"]).stdout)


def missing():
    """Returns why this cannot be measured here, or None."""
    if (platform.system(), platform.machine()) != ("Linux", "x86_64"):
        return "the limit is that of Linux on x86-64"
    with tempfile.TemporaryDirectory() as folder:
        done = run([*COMPILER, "-static", "-x", "c++", "-", "-o", pathlib.Path(folder) / "program"], input="int main() {}")
    return "no static C library" if done.returncode != 0 else None


if __name__ == "__main__":
    INCLUDE = ROOT / (sys.argv[1:] or ["include"])[0]
    COMPILER = sys.argv[2:] or ["g++"]
    if reason := missing():
        print("skipped:", reason)
        sys.exit(SKIPPED)
    unittest.main(argv=sys.argv[:1])
