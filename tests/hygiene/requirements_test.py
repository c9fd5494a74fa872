#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""With an older language or compiler, or with headers of both trees, the entry headers give one error, which says what to do.

    requirements_test.py COMPILER FLAG...
"""

import pathlib
import re
import shutil
import subprocess
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
TREES = ("include", "single_include")

LANGUAGE = "tc3 needs C++20: compile with -std=c++20 (MSVC: /std:c++20)"
GCC = "tc3 needs GCC 11 or later: compile with a newer g++"
CLANG = "tc3 needs clang 14 or later: compile with a newer clang++"
BOTH_TREES = "tc3 is included from include/ and from single_include/: keep one of these folders on the include path and remove the other"

# The macros that compilers define, and what tc3 must say about them. Words before "=" are undefined first.
GCC_MACROS = {
    "__GNUC__=11": None,
    "__GNUC__=10": GCC,
    "__GNUC__=10 __cplusplus=201709L": GCC,  # -std=c++20 of GCC 10
    "__GNUC__=4 __INTEL_COMPILER=2021": None,
    "__GNUC__=7 __NVCOMPILER=1": None,
    "__GNUC__=8 __EDG__=1": None,
    "__cplusplus=201703L": LANGUAGE,
    "__cplusplus=199711L _MSVC_LANG=201703L": LANGUAGE,  # MSVC without /Zc:__cplusplus
    "__cplusplus=199711L _MSVC_LANG=202002L": None,
}
CLANG_MACROS = {
    "__clang_major__=14": None,
    "__clang_major__=13": CLANG,
    "__clang_major__=13 __cplusplus=201703L": CLANG,
    "__clang_major__=13 _MSVC_LANG=202002L": CLANG,  # clang-cl
    "__clang_major__=12 __apple_build_version__=12000032": None,
    "__clang_major__=13 __INTEL_LLVM_COMPILER=20210400": None,
    "__cplusplus=201703L": LANGUAGE,
}

COMPILER = []


class Requirements(unittest.TestCase):
    def test_each_entry_header_names_the_language_that_it_needs(self):
        for tree in TREES:
            self.assertGreaterEqual(len(entry_headers(tree)), 7)
            for header in entry_headers(tree):
                for language in ("c++14", "c++17", "gnu++17") if header == "tc3/tc3.hpp" else ("c++17",):
                    with self.subTest(f"{tree}/{header}, {language}"):
                        self.assert_refused(LANGUAGE, [f"-std={language}", "-I", ROOT / tree], f"#include <{header}>\n")

    def test_all_entry_headers_together_give_one_error(self):
        for tree in TREES:
            with self.subTest(tree):
                self.assert_refused(LANGUAGE, ["-std=c++17", "-I", ROOT / tree], includes(entry_headers(tree)))

    def test_an_old_compiler_or_language_is_refused_by_its_macros(self):
        for macros, message in (CLANG_MACROS if is_clang() else GCC_MACROS).items():
            for tree in TREES:
                with self.subTest(f"{macros}, {tree}"):
                    options = [word for macro in macros.split() for word in (f"-U{macro.partition('=')[0]}", f"-D{macro}")]
                    self.assertEqual(self.errors(["-std=c++20", *options], requirements(tree)), [message] if message else [])

    def test_headers_of_both_trees_give_one_error(self):
        for first, second in (TREES, TREES[::-1]):
            for header in ("tc3/tc3.hpp", "tc3/testing.hpp"):
                with self.subTest(f"{first}, then {second}/{header}"):
                    text = f'#include <tc3/tc3.hpp>\n#include "{ROOT / second / header}"\n#include <tc3/adapters/std_chrono.hpp>\n'
                    self.assert_refused(BOTH_TREES, ["-std=c++20", "-I", ROOT / first, "-I", ROOT / second], text)

    def assert_refused(self, message, options, text):
        self.assertEqual(self.errors(options, text), [message])

    def errors(self, options, text):
        """Returns the errors of the compiler for a unit, without file names."""
        command = [*COMPILER, *options, "-fsyntax-only", "-x", "c++", "-"]
        done = subprocess.run([str(word) for word in command], input=text, text=True, capture_output=True, check=False)
        return re.findall(r'error: (?:#error )?"?(.*?)"?$', done.stderr, re.MULTILINE)


def entry_headers(tree):
    """Returns the headers that programs include first. Adapters whose library is not installed come no further than their requirements."""
    if tree == "single_include":
        found = (ROOT / tree).glob("tc3/**/*.hpp")
    else:
        found = [ROOT / tree / "tc3/tc3.hpp", ROOT / tree / "tc3/testing.hpp", *(ROOT / tree / "tc3/adapters").glob("*.hpp")]
    return sorted(file.relative_to(ROOT / tree).as_posix() for file in found)


def requirements(tree):
    """Returns what checks the requirements, alone: with other macros of the compiler its own headers do not compile."""
    if tree == "include":
        return (ROOT / "include/tc3/requirements.hpp").read_text(encoding="utf-8").replace("#pragma once\n", "")
    return (ROOT / "single_include/tc3/tc3.hpp").read_text(encoding="utf-8").partition("#ifndef TC3_REFUSED")[0] + "#endif\n"


def includes(headers):
    return "".join(f"#include <{header}>\n" for header in headers)


def is_clang():
    done = subprocess.run([*COMPILER, "-dM", "-E", "-x", "c++", "-"], input="", text=True, capture_output=True, check=True)
    return "__clang__" in done.stdout


if __name__ == "__main__":
    COMPILER = [word for word in sys.argv[1:] if not word.startswith(("-std=", "-Werror"))] or [shutil.which("c++")]
    unittest.main(argv=sys.argv[:1])
