#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""tc3 with the headers and the library of musl: the signing vectors and the programs of the README give the expected text.

    musl_test.py include|single_include

Debian has no C++ library for musl, so the headers of libstdc++ are used and nothing of its library is linked.
"""

import os
import pathlib
import re
import shutil
import sys
import tempfile

import vector_table
from programs import FLAGS, HERE, ROOT, expected_text, run

COMPILER = "g++-12"
MUSL = "musl-gcc"
PROGRAMS = ("authorization", "exchange")
SKIPPED = 77

# What these headers expect of glibc.
OF_GLIBC = ("-D__GLIBC_PREREQ(major,minor)=0", "-D__locale_t=locale_t")


def main():
    include = ROOT / (sys.argv[1:] or ["include"])[0]
    with tempfile.TemporaryDirectory() as folder:
        trial = Trial(include, pathlib.Path(folder))
        trial.sign_vectors()
        for name in PROGRAMS:
            text = trial.output_of(name)
            trial.count(1, int(text == expected_text(name)), f"{name} wrote {text}")
    print(f"musl: {trial.passed} passed, {trial.failed} failed (vectors, {len(PROGRAMS)} programs)")
    return 0 if trial.failed == 0 and trial.passed > 100 else 1


class Trial:
    def __init__(self, include, folder):
        self.folder = folder
        headers = [option for path in header_folders() for option in ("-isystem", path)]
        self.compile = [COMPILER, *FLAGS, "-nostdinc", "-nostdinc++", *headers, *OF_GLIBC, "-I", include, "-I", folder]
        self.passed, self.failed = 0, 0

    def sign_vectors(self):
        expected = vector_table.write(self.folder / "vector_table.inc")
        text = self.output_of("vectors")
        found = re.search(r"(\d+) signatures as expected$", text)
        self.count(expected, int(found.group(1)) if found else 0, text)

    def output_of(self, name):
        program, objects = self.folder / name, [self.folder / f"{name}.o", self.folder / "linux_main.o"]
        for file in objects:
            must_succeed([*self.compile, "-c", HERE / f"{file.stem}.cpp", "-o", file])
        must_succeed([MUSL, "-static", *objects, "-o", program])
        return must_succeed([program])

    def count(self, all_of_them, passed, message):
        self.passed += passed
        self.failed += all_of_them - passed
        if passed != all_of_them:
            print(message)


def header_folders():
    """Returns the folders of libstdc++, of musl in place of glibc, and of the compiler."""
    folders = searched_by(COMPILER, "c++")
    return [*(path for path in folders if "/c++/" in path), *musl_folders(), *(path for path in folders if "/gcc/" in path)]


def musl_folders():
    """Returns the folders that have the headers of musl; the others of its compiler are those of GCC."""
    return [path for path in searched_by(MUSL, "c") if pathlib.Path(path, "stdio.h").is_file()]


def searched_by(compiler, language):
    """Returns the existing folders where a compiler looks for headers."""
    in_english = os.environ | {"LC_ALL": "C"}
    listing = run([compiler, "-E", "-v", "-x", language, "/dev/null", "-o", "/dev/null"], env=in_english).stdout
    found = re.search(r"^#include <\.\.\.> .*?\n(.*?)^End of search list", listing, re.MULTILINE | re.DOTALL)
    return found.group(1).split() if found else []


def must_succeed(command):
    """Runs a command. Returns its text."""
    done = run(command)
    if done.returncode != 0:
        sys.exit(f"ended with status {done.returncode}: {' '.join(str(word) for word in command)}\n{done.stdout}")
    return done.stdout


def missing_parts():
    tools = [tool for tool in (COMPILER, MUSL) if shutil.which(tool) is None]
    return tools or ([] if musl_folders() else [f"the headers of {MUSL}"])


if __name__ == "__main__":
    if missing := missing_parts():
        print("skipped, not installed:", ", ".join(missing))
        sys.exit(SKIPPED)
    sys.exit(main())
