#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Analysers find nothing in the headers: all warnings of Clang, the static analyser of GCC, and Cppcheck.

    analysis_test.py

What they are wrong about is listed here, with the reason. An analyser that is not installed is left out.
"""

import concurrent.futures
import os
import re
import shutil
import subprocess
import unittest

from building import ROOT, has_headers

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
GCC_EXCEPTIONS = {}

# Cppcheck 2.10 knows C++20 in part.
CPPCHECK_EXCEPTIONS = {
    "adapters/openssl.hpp: .* [preprocessorErrorDirective]": "it does not see the version of OpenSSL",
    "core/result.hpp: .* is not used. [ignoredReturnValue]": "a destructor returns nothing",
    "encoding/utf16.hpp: .* write_utf8() is not used. [ignoredReturnValue]": "the overload that is called returns nothing",
    "encoding/base64.hpp: syntax error [syntaxError]": "it cannot parse a lambda that initialises a constant",
    "crypto/policy.hpp: .* [internalAstError]": "it cannot parse a requires-expression",
    "model/state_ref.hpp: .* [internalAstError]": "it cannot parse a requires-clause",
    "http/request.hpp: .* 'text' .* [passedByValue]": "the parameter is moved from",
    "model/fields.hpp: .* 'rows' .* [passedByValue]": "a pack of small rows, at compile time",
    "testing/faceid/uploads.hpp: Reference to temporary returned. [returnTempReference]": "emplace_back() returns the element",
    "testing/rate_limit.hpp: Reference to temporary returned. [returnTempReference]": "emplace_back() returns the element",
}


class Analysis(unittest.TestCase):
    def test_clang_warns_of_nothing(self):
        if not shutil.which(CLANG[0]):
            self.skipTest("clang++-19 is not installed")
        flags = ["-Weverything", *(f"-Wno-{name}" for name in CLANG_WITHOUT)]
        self.assert_only(CLANG_EXCEPTIONS, warnings_of([*CLANG, *flags], all_headers(CLANG)))

    def test_the_analyser_of_gcc_finds_nothing(self):
        if not shutil.which(GCC[0]):
            self.skipTest("g++ is not installed")
        self.assert_only(GCC_EXCEPTIONS, warnings_of([*GCC, "-fanalyzer"], all_headers(GCC) + '#include "tests/hygiene/probe.hpp"\n'
                                                     "int main() { return probe::run(); }\n"))

    def test_cppcheck_finds_nothing(self):
        if not shutil.which(CPPCHECK[0]):
            self.skipTest("cppcheck is not installed")
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            findings = [line for lines in pool.map(findings_of_cppcheck, headers()) for line in lines]
        self.assert_only({re.escape(text).replace(r"\.\*", ".*"): why for text, why in CPPCHECK_EXCEPTIONS.items()}, findings)

    def assert_only(self, exceptions, findings):
        """Fails on a finding without an exception. An exception without a finding may be that of another version of the tool."""
        self.assertEqual([line for line in findings if not any(re.search(text, line) for text in exceptions)], [])


def headers():
    return sorted(file.relative_to(ROOT).as_posix() for file in (ROOT / "include").glob("tc3/**/*.hpp"))


def all_headers(compiler):
    """Returns a text that includes all headers whose libraries are installed."""
    return "".join(f"#include <{name}>\n" for name in (header.removeprefix("include/") for header in headers())
                   if has_headers(compiler[:2], libraries_of(name)))


def libraries_of(header):
    text = (ROOT / "include" / header).read_text(encoding="utf-8")
    return re.findall(r"^#include (<(?!tc3/)[^>]*/[^>]*>)", text, re.MULTILINE)


def warnings_of(command, text):
    done = subprocess.run([*command, "-x", "c++", "-"], input=text, text=True, capture_output=True, check=False, cwd=ROOT)
    return sorted(set(re.findall(r"^\S*: (?:warning|error|fatal error): .*", done.stderr, re.MULTILINE)))


def findings_of_cppcheck(header):
    macros = ["-D__GNUC__=12", "-UTC3_CONFIG_HEADER", "-U_MSC_VER", "-U__clang__"]
    done = subprocess.run([*CPPCHECK, *macros, "-I", "include", header], text=True, capture_output=True, check=False, cwd=ROOT)
    return sorted(set(line for line in done.stderr.splitlines() if re.search(r"\[\w+\]$", line)))


if __name__ == "__main__":
    unittest.main()
