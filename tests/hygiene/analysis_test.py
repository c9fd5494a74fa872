#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Analysers find nothing in the headers: all warnings of Clang, the static analyser of GCC, and Cppcheck.

    analysis_test.py [--strict]

False findings are listed here, with the reason. An analyser that is not installed is left out; with --strict the exit status is then 77.
"""

import concurrent.futures
import os
import re
import shutil
import subprocess
import sys
import unittest

from building import ROOT, has_headers
from left_out import leave_out, run_tests

CLANG = ["clang++-19", "-std=c++20", "-I", "include", "-fsyntax-only", "-ferror-limit=0"]
GCC = ["g++", "-std=c++20", "-I", "include", "-O1", "-c", "-o", "/dev/null"]
CPPCHECK = ["cppcheck", "--quiet", "--std=c++20", "--language=c++", "--enable=warning,performance,portability", "--template={file}: {message} [{id}]"]

# Warnings of Clang that are not wanted, and why.
CLANG_WITHOUT = {
    "c++98-compat": "this is C++20",
    "c++98-compat-pedantic": "this is C++20",
    "pre-c++14-compat": "this is C++20",
    "pre-c++17-compat": "this is C++20",
    "pre-c++20-compat-pedantic": "this is C++20",
    "c++20-compat": "names what C++20 added",
    "padded": "a layout without padding is no aim",
    "switch-default": "a switch over all enumerators has no default, so that -Wswitch finds a new one",
    "switch-enum": "a default covers the enumerators that need nothing",
    "unsafe-buffer-usage": "pointers with sizes are the interface of sinks and tables; sanitizers and fuzzing check them",
    "unsafe-buffer-usage-in-container": "as above, for std::span of a pointer and a size",
}
# Findings that are not wanted: a part of the line, and why.
CLANG_EXCEPTIONS = {}
GCC_EXCEPTIONS = {
    r"crypto/sha_256_x86.hpp:.* use of uninitialized value": "a message fills its blocks by words, which the analyser does not follow",
}

# Cppcheck 2.10 knows C++20 in part.
CPPCHECK_EXCEPTIONS = {
    "core/result.hpp: .* is not used. [ignoredReturnValue]": "a destructor returns nothing",
    "encoding/utf16.hpp: .* write_utf8() is not used. [ignoredReturnValue]": "the overload that is called returns nothing",
    "api/body_form.hpp: .* 'size' .* [arrayIndexThenCheck]": "another text is indexed than the one that is checked",
    "api/envelope.hpp: .* [uninitMemberVar]": "the list of initializers sets them",
    "api/request_builder.hpp: .* [uninitMemberVar]": "references that the list of initializers binds",
    "faceid/advice/next_attempt.hpp: .* [shiftTooManyBits]": "std::uint64_t{} has 64 bits",
    "http/request.hpp: .* 'text' .* [passedByValue]": "the parameter is moved from",
    "api/make_request.hpp: .* 'text' .* [passedByValue]": "the parameter is moved from",
    "model/binary.hpp: .* 'text' .* [passedByValue]": "the parameter is moved from",
    "model/box.hpp: .* [noCopyConstructor]": "it has a copy constructor",
    "model/field_path.hpp: .* 'field_path::text_' .* [uninitMemberVar]": "written before it is read, with its size",
    "model/fields.hpp: .* 'rows' .* [passedByValue]": "a pack of small rows, at compile time",
    "signing/doctor/accident.hpp: .* 'examined_request::.* [uninitMemberVar]": "references that the list of initializers binds",
    "signing/doctor/recomputation.hpp: .* 'recomputation::.* [uninitMemberVar]": "references that the list of initializers binds",
    "testing/faceid/service.hpp: .* 'requires', .* [identicalConditionAfterEarlyExit]": "it takes `requires` for the name of a variable",
    "testing/faceid/uploads.hpp: Reference to temporary returned. [returnTempReference]": "emplace_back() returns the element",
    "testing/reply.hpp: .* 'members'. [accessMoved]": "each branch of a conditional moves from it, and only one is evaluated",
    "testing/rate_limit.hpp: Reference to temporary returned. [returnTempReference]": "emplace_back() returns the element",
    "transport/concept.hpp: .* [constStatement]": "an expression of a concept",
}

# Findings that end the analysis of a header: no exception covers them.
NOT_ANALYSED = r"\[(syntaxError|internalAstError|internalError|cppcheckError|unknownMacro|preprocessorErrorDirective)\]$"

# Instantiates templates of signing and JSON.
PROGRAM = '#include "tests/hygiene/probe.hpp"\nint main() { return probe::run(); }\n'


class Analysis(unittest.TestCase):
    maxDiff = None

    def test_clang_warns_of_nothing(self):
        require(CLANG)
        flags = ["-Weverything", *(f"-Wno-{name}" for name in CLANG_WITHOUT)]
        self.assert_only(CLANG_EXCEPTIONS, warnings_of([*CLANG, *flags], all_headers(CLANG) + PROGRAM))

    def test_the_analyser_of_gcc_finds_nothing(self):
        require(GCC)
        self.assert_only(GCC_EXCEPTIONS, warnings_of([*GCC, "-fanalyzer"], all_headers(GCC) + PROGRAM))

    def test_cppcheck_analyses_all_headers_and_finds_nothing(self):
        require(CPPCHECK)
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            found = dict(zip(headers(), pool.map(findings_of_cppcheck, headers())))
        stopped = {name: lines for name, lines in found.items() if any(re.search(NOT_ANALYSED, line) for line in lines)}
        print(f"cppcheck: {len(found) - len(stopped)} of {len(found)} headers analysed")
        self.assertEqual(stopped, {}, "not analysed")
        findings = sorted({line for lines in found.values() for line in lines})
        self.assert_only({re.escape(text).replace(r"\.\*", ".*"): why for text, why in CPPCHECK_EXCEPTIONS.items()}, findings)

    def assert_only(self, exceptions, findings):
        """Fails on a finding without an exception. An exception without a finding may be that of another version of the tool."""
        self.assertEqual([line for line in findings if not any(re.search(text, line) for text in exceptions)], [])


class Runner(unittest.TestCase):
    def test_a_compiler_that_fails_without_a_warning_is_an_error(self):
        with self.assertRaisesRegex(AssertionError, "internal compiler error"):
            warnings_of([sys.executable, "-c", "import sys; sys.exit('internal compiler error')"], "")


def require(command):
    """Skips the test if the analyser is not installed."""
    if not shutil.which(command[0]):
        leave_out(command[0], "it is not installed")
        raise unittest.SkipTest(f"{command[0]} is not installed")


def headers():
    return sorted(file.relative_to(ROOT).as_posix() for file in (ROOT / "include").glob("tc3/**/*.hpp"))


def all_headers(compiler):
    """Returns a text that includes all headers whose libraries are installed."""
    names = [header.removeprefix("include/") for header in headers()]
    usable = [name for name in names if has_headers(compiler[:2], libraries_of(name))]
    for name in sorted(set(names) - set(usable)):
        leave_out(f"{name} for {compiler[0]}", "its library is not installed")
    return "".join(f"#include <{name}>\n" for name in usable)


def libraries_of(header):
    text = (ROOT / "include" / header).read_text(encoding="utf-8")
    return re.findall(r"^#include (<(?!tc3/)[^>]*/[^>]*>)", text, re.MULTILINE)


def warnings_of(command, text):
    messages = messages_of([*command, "-x", "c++", "-"], text)
    return sorted(set(re.findall(r"^\S*: warning: .*", messages, re.MULTILINE)))


def findings_of_cppcheck(header):
    macros = ["-D__GNUC__=12", "-DOPENSSL_VERSION_NUMBER=0x30000000L", "-UTC3_CONFIG_HEADER", "-U_MSC_VER", "-U__clang__"]
    return sorted(set(line for line in messages_of([*CPPCHECK, *macros, "-I", "include", header]).splitlines() if re.search(r"\[\w+\]$", line)))


def messages_of(command, text=None):
    done = subprocess.run(command, input=text, text=True, capture_output=True, check=False, cwd=ROOT)
    if done.returncode != 0:
        raise AssertionError(f"exit status {done.returncode}: {' '.join(command)}\n{done.stderr[-4000:]}")
    return done.stderr


if __name__ == "__main__":
    run_tests(sys.argv[1:])
