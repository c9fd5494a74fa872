#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""With an older language or compiler, or with headers of both trees, the first error says what to do, whichever header a program includes.
The entry headers give no other error.

    requirements_test.py COMPILER FLAG...
"""

import concurrent.futures
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

ERROR = re.compile(r'error: (?:#error )?"?(.*?)"?$', re.MULTILINE)
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

    def test_a_single_header_and_any_other_begin_with_that_error(self):
        for header in ("tc3/signing/verify_authorization.hpp", "tc3/faceid/apply_liveness_token.hpp"):
            with self.subTest(header):
                text = f"#include <tc3/tc3.hpp>\n#include <{header}>\n"
                options = ["-std=c++20", "-I", ROOT / "single_include", "-I", ROOT / "include"]
                self.assertEqual(first_error(options, text), BOTH_TREES)

    def test_the_first_error_of_every_header_is_what_it_requires(self):
        texts = {file.relative_to(ROOT / "include").as_posix(): file.read_text(encoding="utf-8") for file in (ROOT / "include").glob("tc3/**/*.hpp")}
        self.assertGreaterEqual(len(texts), 200)
        lowest = [header for header, text in texts.items() if not re.search(r"#include <tc3/(?!requirements.hpp)", text)]
        # The macro is what a single header leaves: to read all of one before each header takes minutes. All other headers begin with these.
        for message, options, headers in [
            (LANGUAGE, ["-std=c++17"], sorted(texts)),
            (BOTH_TREES, ["-std=c++20", "-DTC3_FROM_SINGLE_INCLUDE"], sorted(lowest)),
        ]:
            with concurrent.futures.ThreadPoolExecutor(2) as pool:
                errors = pool.map(lambda header: first_error([*options, "-I", ROOT / "include"], f"#include <{header}>\n"), headers)
            self.assertEqual({header: error for header, error in zip(headers, errors) if error != message}, {}, options)

    def assert_refused(self, message, options, text):
        self.assertEqual(self.errors(options, text), [message])

    @staticmethod
    def errors(options, text):
        """Returns the errors of the compiler for a unit, without file names."""
        done = subprocess.run(command_with(options), input=text, text=True, capture_output=True, check=False)
        return ERROR.findall(done.stderr)


def first_error(options, text):
    """Returns the first error of the compiler for a unit, or None. Ends the compiler then: clang reads on after a fatal error."""
    with subprocess.Popen(command_with([*options, "-Wfatal-errors"]), stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as compiler:
        compiler.stdin.write(text)
        compiler.stdin.close()
        error = next(filter(None, map(ERROR.search, compiler.stderr)), None)
        compiler.kill()
    return error.group(1) if error else None


def command_with(options):
    return [str(word) for word in [*COMPILER, *options, "-fsyntax-only", "-x", "c++", "-"]]


def entry_headers(tree):
    """Returns the headers that programs include first. Adapters whose library is not installed come no further than their requirements."""
    if tree == "single_include":
        found = (ROOT / tree).glob("tc3/**/*.hpp")
    else:
        entries = [ROOT / tree / "tc3" / name for name in ("tc3.hpp", "signing/diagnose.hpp", "testing.hpp")]
        found = [*entries, *(ROOT / tree / "tc3/adapters").glob("*.hpp")]
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
