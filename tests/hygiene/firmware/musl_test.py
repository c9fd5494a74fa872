#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""tc3 with the headers and the library of musl: the signing vectors and the programs of the README give the expected text.

    musl_test.py include|single_include

Debian has no C++ library for musl, so the headers of libstdc++ are used and nothing of its library is linked.
"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import vector_table
from programs import FLAGS, HERE, ROOT, expected_text, run

COMPILER = "g++-12"
PROGRAMS = ("authorization", "exchange")
MUSL = pathlib.Path("/usr/include/x86_64-linux-musl")
SKIPPED = 77

# What these headers expect of glibc.
OF_GLIBC = ("-D__GLIBC_PREREQ(major,minor)=0", "-D__locale_t=locale_t")


def main():
    include = ROOT / (sys.argv[1:] or ["include"])[0]
    with tempfile.TemporaryDirectory() as folder:
        trial = Trial(include, pathlib.Path(folder))
        trial.sign_vectors()
        for name in PROGRAMS:
            trial.count(1, int(trial.output_of(name) == expected_text(name)), name)
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
        must_succeed(["musl-gcc", "-static", *objects, "-o", program])
        return run([program]).stdout

    def count(self, all_of_them, passed, message):
        self.passed += passed
        self.failed += all_of_them - passed
        if passed != all_of_them:
            print(message)


def header_folders():
    """The headers of libstdc++, of musl in place of those of glibc, and of the compiler."""
    listing = subprocess.run([COMPILER, "-E", "-v", "-x", "c++", "/dev/null"], capture_output=True, text=True, check=True).stderr
    folders = re.search(r"^#include <\.\.\.> .*?\n(.*?)^End of search list", listing, re.MULTILINE | re.DOTALL).group(1).split()
    own = [folder for folder in folders if "/c++/" in folder]
    return [*own, str(MUSL), *(folder for folder in folders if "/gcc/" in folder)]


def must_succeed(command):
    done = run(command)
    if done.returncode != 0:
        sys.exit(f"not built: {' '.join(str(word) for word in command)}\n{done.stdout}")


if __name__ == "__main__":
    if missing := [tool for tool in (COMPILER, "musl-gcc") if shutil.which(tool) is None]:
        print("skipped, not installed:", ", ".join(missing))
        sys.exit(SKIPPED)
    sys.exit(main())
