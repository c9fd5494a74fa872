# SPDX-License-Identifier: MIT
"""Builds the unit tests against a changed header and runs them, the ones that are most likely to notice first."""

import concurrent.futures
import contextlib
import pathlib
import re
import resource
import subprocess
import sys
from dataclasses import dataclass

FLAGS = ["-std=c++20", "-O0", "-w", "-DTC3_TESTS_WITHOUT_OPENSSL"]
COMPILE_SECONDS = 300
TIMEOUT = "the program did not end"
RUN_SECONDS = 60
RUN_ALL_SECONDS = 600
MEMORY_BYTES = 4 << 30  # of a test: a changed loop may append without end
# Programs that notice what no unit test can: memory that is not wiped, memory of the heap, and more of it than announced.
PROGRAMS = {
    "tests/vectors/tc3_vectors.cpp": ([], ["tests/vectors/public.json"]),
    "tests/hygiene/wiped_memory.cpp": (["-O2"], []),
    "tests/hygiene/no_heap.cpp": ([], []),
    "tests/hygiene/bounded_memory.cpp": ([], []),
}
UNITS = 10  # the units into which all tests are merged; as many as tests/meson.build has, where no names clash

INCLUDED = re.compile(r"^#include <tc3/([\w/]+\.hpp)>", re.MULTILINE)
# A test that is a constant expression fails when it is compiled.
FAILED_ASSERTION = re.compile(r"/tests/[^\n]*: error: [^\n]*(?:static assertion|constant expression|non-constant)")
FAILED_SOURCE = re.compile(r"/tests/((?:unit|contract)/[\w/]+_test\.cpp)[:(]\d+")


class NotBuilt(Exception):
    """A tree whose tests do not build or do not pass without any change."""


@dataclass
class Worker:
    """A copy of the headers, in which one mutant at a time is tried."""

    folder: pathlib.Path

    @property
    def include(self):
        return self.folder / "include"

    @contextlib.contextmanager
    def changed(self, mutant):
        header = self.include / "tc3" / mutant.path
        original = header.read_text(encoding="utf-8")
        header.write_text(mutant.apply(original), encoding="utf-8")
        try:
            yield
        finally:
            header.write_text(original, encoding="utf-8")


@dataclass
class Result:
    mutant: object
    state: str  # "killed", "survived" or "not compiled"
    by: str = ""  # what killed it: a test file, with "compiling" or "timeout" if that is how
    seconds: float = 0.0


class Tests:
    """A copy of the tests, and what is built of them."""

    def __init__(self, root, folder, compiler):
        self.root, self.folder, self.compiler = root, folder, compiler
        self.sources = listed_sources(root)
        self.includers = includers(root / "include" / "tc3")

    def build_main(self):
        self.build([self.root / "tests/main.cpp"], 1)

    def build_all(self, jobs):
        """Builds all tests from the unchanged headers and runs them."""
        self.merged = [self.folder / f"unit-{number}.cpp" for number in range(1, UNITS + 1)]
        subprocess.run([sys.executable, self.root / "tests/merge.py", *self.sources, "--", *self.merged], check=True)
        self.build(self.merged, jobs)
        if printed := self.run([self.main, *self.units], self.folder / "all", seconds=RUN_ALL_SECONDS):
            raise NotBuilt(printed)

    def build(self, sources, jobs):
        with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
            for error in filter(None, pool.map(lambda source: self.compile(source, self.root / "include", self.folder), sources)):
                raise NotBuilt(error)

    @property
    def main(self):
        return self.folder / "main.o"

    @property
    def units(self):
        return [self.folder / f"{source.stem}.o" for source in self.merged]

    # ---- one mutant

    def try_nearest(self, mutant, worker):
        """Tries the tests that mirror the header."""
        with worker.changed(mutant):
            for source in self.tests_near(mutant.path):
                if result := self.failure_of(mutant, source, worker):
                    return result
        return Result(mutant, "survived")

    def try_linked(self, mutant, worker):
        """Links the tests that mirror the header before all tests, and tries those that fail then.

        Of each inline function the linker keeps the first copy: that of the mutant. Units may differ in a constant, so a failure only counts
        if the test that failed also fails when it is built against the mutant.
        """
        near = self.tests_near(mutant.path)
        with worker.changed(mutant):
            for source in near:
                self.compile(source, worker.include, worker.folder)
            objects = [worker.folder / f"{source.stem}.o" for source in near]
            printed = self.run([*objects, self.main, *self.units], worker.folder / "all", seconds=RUN_ALL_SECONDS)
            failed = FAILED_SOURCE.findall(printed or "")
            for source in self.sources:
                if self.name(source) in failed and source not in near and (result := self.failure_of(mutant, source, worker)):
                    return result
        return Result(mutant, "survived")

    def try_everything(self, mutant, worker):
        """Builds all tests against a mutant, and PROGRAMS."""
        with worker.changed(mutant):
            for source in self.merged:
                if result := self.failure_of(mutant, source, worker):
                    return result
            for name, (flags, arguments) in PROGRAMS.items():
                source = self.root / name
                if error := self.compile(source, worker.include, worker.folder, flags):
                    return result_of_compiler(mutant, source.name, error)
                if self.run([worker.folder / f"{source.stem}.o"], worker.folder / "one", [self.root / argument for argument in arguments]):
                    return Result(mutant, "killed", source.name)
        return Result(mutant, "survived")

    def failure_of(self, mutant, source, worker):
        """Builds one test against a mutant and runs it. Returns None if it passes."""
        if error := self.compile(source, worker.include, worker.folder):
            return result_of_compiler(mutant, self.name(source), error)
        printed = self.run([self.main, worker.folder / f"{source.stem}.o"], worker.folder / "one")
        if printed is None:
            return None
        return Result(mutant, "killed", f"timeout of {self.name(source)}" if printed == TIMEOUT else self.name(source))

    # ---- which tests

    def tests_near(self, path):
        """Returns the tests that mirror a header, or those of the nearest headers that include it."""
        headers, known = [path], {path}
        while headers:
            if found := [source for header in headers for source in self.mirrors(header)]:
                return found[:3]
            headers = sorted({user for header in headers for user in self.includers.get(header, ())} - known)
            headers = [header for header in headers if header.split("/")[0] == path.split("/")[0]] or headers
            known.update(headers)
        return []

    def mirrors(self, header):
        name = f"/tests/unit/{header.removesuffix('.hpp')}"
        exact = [source for source in self.sources if source.as_posix().endswith(f"{name}_test.cpp")]
        return exact + [source for source in self.sources if f"{name}_" in source.as_posix() and source not in exact]

    def name(self, source):
        tests = self.root / "tests"
        return source.relative_to(tests).as_posix() if source.is_relative_to(tests) else source.stem

    # ---- building and running

    def compile(self, source, include, folder, flags=()):
        """Compiles a source. Returns None, or the messages of the compiler."""
        define = f'-DTC3_SOURCE_ROOT="{self.root.as_posix()}"'
        words = [*self.compiler, *FLAGS, *flags, define, "-I", include, "-c", source, "-o", folder / f"{source.stem}.o"]
        try:
            done = subprocess.run(words, capture_output=True, text=True, errors="replace", timeout=COMPILE_SECONDS, check=False)
        except subprocess.TimeoutExpired:
            return "the compiler did not end"
        return None if done.returncode == 0 else done.stderr or "the compiler failed"

    def run(self, objects, program, arguments=("--no-intro", "--no-colors", "--abort-after=1"), seconds=RUN_SECONDS):
        """Links objects and runs the program. Returns None if it succeeds, else what it printed."""
        both = {"capture_output": True, "text": True, "errors": "replace", "check": False}
        linked = subprocess.run([*self.compiler, *objects, "-pthread", "-o", program], **both)
        if linked.returncode != 0:
            return linked.stderr
        try:
            done = subprocess.run([program, *arguments], timeout=seconds, preexec_fn=limit_memory, **both)
        except subprocess.TimeoutExpired:
            return TIMEOUT
        return None if done.returncode == 0 else done.stdout or "the program crashed"


def result_of_compiler(mutant, name, error):
    if FAILED_ASSERTION.search(error):
        return Result(mutant, "killed", f"compiling {name}")
    return Result(mutant, "not compiled")


def limit_memory():
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def listed_sources(root):
    """Returns the unit tests that tests/meson.build lists, in its order."""
    text = (root / "tests/meson.build").read_text(encoding="utf-8")
    listed = re.search(r"^unit_sources = files\((.*?)^\)", text, re.MULTILINE | re.DOTALL).group(1)
    return [root / "tests" / name for name in re.findall(r"'([^']+_test\.cpp)'", listed)]


def includers(headers):
    """Returns for each header those that include it; the umbrellas, which include everything, are left out."""
    users = {}
    for header in sorted(headers.glob("*/**/*.hpp")):
        for included in INCLUDED.findall(header.read_text(encoding="utf-8")):
            users.setdefault(included, set()).add(header.relative_to(headers).as_posix())
    return users
