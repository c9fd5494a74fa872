# SPDX-License-Identifier: MIT
"""Builds and runs the programs of a target: the vectors and an example on both flavours of the headers, and the unit tests."""

import concurrent.futures
import functools
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys
import time

import targets
from paths import ROOT

PROGRAMS = {"vectors": ROOT / "tests/vectors/tc3_vectors.cpp", "example": ROOT / "examples/01_apply_liveness_token.cpp"}
VECTORS = ROOT / "tests/vectors/public.json"
FLAVOURS = ("include", "single_include")
LIBRARIES = ("doctest", "nlohmann")  # headers only, so that every compiler can use those of this machine
UNITS = 10  # merged units of the unit tests

WARNINGS = "-Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wold-style-cast -Wundef -Werror".split()
COMMAND_SECONDS = 1200  # a command that hangs


class Skipped(Exception):
    """A target that cannot be tested on this machine, with the reason."""


class Failure(Exception):
    """A program that was not built or did not run to its end, with the end of its log."""


class Counts:
    """How many vectors, unit cases and examples passed and failed, and what failed."""

    def __init__(self):
        self.passed, self.failed, self.parts, self.details = 0, 0, [], []

    def attempt(self, part, function):
        """Adds the result of a part of the target: how many passed and failed, what they are, and a text that is kept after a failure."""
        try:
            passed, failed, what, text = function()
        except Failure as failure:
            passed, failed, what, text = 0, 1, f"{part} FAILED", str(failure)
        self.add(passed, failed, what, text)

    def add(self, passed, failed, what, text=""):
        self.passed, self.failed = self.passed + passed, self.failed + failed
        self.parts.append(what)
        self.details += [text] if failed else []


class Programs:
    """The programs of a target, in a folder. After the time `ends`, of time.monotonic(), the rest is skipped."""

    def __init__(self, target, folder, ends):
        self.target, self.folder, self.ends = target, folder, ends
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "log").write_text("", encoding="utf-8")
        link_libraries(folder / "libraries")

    def run(self, with_unit_tests):
        """Builds and runs each part. Goes on after a failure, so that the counts are complete."""
        if not self.runs_a_program():
            self.build_all(with_unit_tests)
            raise Skipped(f"{self.target.unless_run}; all programs were built")
        counts = Counts()
        for flavour in FLAVOURS:
            counts.attempt("vectors", lambda flavour=flavour: self.vectors(flavour))
        if with_unit_tests:
            counts.attempt("unit cases", self.unit_tests)
        for flavour in FLAVOURS:
            counts.attempt("example", lambda flavour=flavour: self.example(flavour))
        return counts

    # ---- the parts

    def runs_a_program(self):
        """Returns whether this machine runs what the compiler makes. Where it should, a program that does not run is a failure."""
        source = self.folder / "nothing.cpp"
        source.write_text("int main() { return 7; }\n", encoding="utf-8")
        self.build("nothing", {"nothing": source}, FLAVOURS[0])
        text, status = self.command([*self.target.runner, self.program("nothing")], may_fail=True)
        if status != 7 and not self.target.unless_run:
            raise Failure(f"error: a program that returns 7 ended with status {status}\n{text}")
        return status == 7

    def build_all(self, with_unit_tests):
        for flavour in FLAVOURS:
            for kind in PROGRAMS:
                self.build_program(kind, flavour)
        if with_unit_tests:
            self.build_unit_tests()

    def vectors(self, flavour):
        text = self.execute(self.build_program("vectors", flavour), VECTORS)
        passed, failed, _ = numbers_in(text, r"^(\d+) passed, (\d+) failed, (\d+) skipped$")
        if passed + failed != number_of_vectors():
            raise Failure(f"error: {passed + failed} of {number_of_vectors()} vectors ran\n{text}")
        return passed, failed, f"{passed + failed} vectors on {flavour}/", text

    def unit_tests(self):
        self.build_unit_tests()
        text = self.execute("unit", "--no-intro", "--no-colors")
        passed, failed, skipped = numbers_in(text, r"^\[doctest\] test cases: +\d+ \| +(\d+) passed \| +(\d+) failed \| +(\d+) skipped")
        if passed == 0 or skipped != 0:
            raise Failure(f"error: {passed} unit cases passed and {skipped} were skipped\n{text}")
        return passed, failed, f"{passed + failed} unit cases", text

    def example(self, flavour):
        text = self.execute(self.build_program("example", flavour))
        if "--- response\nstatus 200" not in text or "request id: " not in text:
            raise Failure(f"error: the example printed something else\n{text}")
        return 1, 0, f"example on {flavour}/", text

    # ---- building and running

    def build_program(self, kind, flavour):
        """Builds one of PROGRAMS. Returns its name."""
        name = f"{kind}-{flavour}"
        self.build(name, {name: PROGRAMS[kind]}, flavour)
        return name

    def build_unit_tests(self):
        self.build("unit", {unit.stem: unit for unit in merged_units(self.folder)}, FLAVOURS[0])

    def build(self, name, sources, flavour):
        """Compiles sources, by the names of their objects, as many at a time as there are processors, and links them."""
        sources = {**sources, **{pathlib.Path(source).stem: source for source in self.target.sources}}
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            objects = list(pool.map(lambda each: self.compile(*each, flavour), sources.items()))
        self.command([*self.target.compiler, *objects, *self.target.link, "-o", self.program(name)])

    def compile(self, name, source, flavour):
        file = self.folder / f"{name}.o"
        flags = ["-I", ROOT / flavour, "-isystem", self.folder / "libraries", *WARNINGS, self.target.optimisation, *self.target.flags]
        defines = [f'-DTC3_SOURCE_ROOT="{ROOT.as_posix()}"', "-DTC3_TESTS_WITHOUT_OPENSSL"]
        self.command([*self.target.compiler, *flags, *defines, "-c", source, "-o", file])
        return file

    def program(self, name):
        return self.folder / f"{name}{self.target.suffix}"

    def execute(self, name, *arguments):
        text, status = self.command([*self.target.runner, self.program(name), *arguments], may_fail=True)
        text = text.replace("\r\n", "\n")
        if status != 0 and not re.search(r"\b[1-9]\d* failed", text):
            raise Failure(f"error: {name} ended with status {status}\n{text}")
        return text

    def command(self, words, may_fail=False):
        """Runs a command. Returns its output, with the errors, and its status."""
        words = [str(word).replace(targets.BUILD, str(self.folder)) for word in words]
        text, status = self.output_of(words)
        with (self.folder / "log").open("a", encoding="utf-8") as log:
            log.write(f"$ {shlex.join(words)}\n{text}")
        if status != 0 and not may_fail:
            raise Failure(f"{shlex.join(words)}\n{text}")
        return text, status

    def output_of(self, words):
        environment = {**os.environ, **{name: value.replace(targets.BUILD, str(self.folder)) for name, value in self.target.environment.items()}}
        both = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "stdin": subprocess.DEVNULL}
        seconds = min(COMMAND_SECONDS, self.ends - time.monotonic())
        try:
            done = subprocess.run(words, **both, timeout=max(seconds, 0), env=environment, check=False)
        except subprocess.TimeoutExpired as late:
            if seconds < COMMAND_SECONDS:
                raise Skipped("no time was left") from late
            raise Failure(f"error: no end after {COMMAND_SECONDS} s\n{shlex.join(words)}") from late
        except OSError as error:  # not a program of this machine
            return str(error), 126
        return done.stdout.decode("utf-8", "replace"), done.returncode


def numbers_in(text, pattern):
    found = re.search(pattern, text, re.MULTILINE)
    if not found:
        raise Failure(f"error: no summary of the tests\n{text}")
    return map(int, found.groups())


def link_libraries(folder):
    """Makes a folder with the libraries of headers alone, without the rest of this machine's headers."""
    folder.mkdir(exist_ok=True)
    for library in LIBRARIES:
        found = [place for place in ("/usr/include", "/usr/local/include") if pathlib.Path(place, library).is_dir()]
        if not found:
            raise Skipped(f"not installed: {library}")
        (folder / library).unlink(missing_ok=True)
        (folder / library).symlink_to(pathlib.Path(found[0], library))


def merged_units(folder):
    """Returns the sources of the unit tests, merged as the tests of Meson are."""
    text = (ROOT / "tests/meson.build").read_text(encoding="utf-8")
    listed = re.search(r"^unit_sources = files\((.*?)^\)", text, re.MULTILINE | re.DOTALL)
    sources = [ROOT / "tests" / name for name in re.findall(r"'([^']+)'", listed.group(1))] if listed else []
    if not sources:
        raise Failure("error: tests/meson.build has no list of unit tests")
    sources.append(ROOT / "tests/unit/adapters/std_expected_test.cpp")  # empty before C++23
    units = [folder / f"unit-{number}.cpp" for number in range(1, UNITS + 1)]
    subprocess.run([sys.executable, ROOT / "tests/merge.py", *sources, "--", *units], check=True)
    return units


@functools.cache
def number_of_vectors():
    """The vectors that tc3 has to agree with: others record mistakes of other software."""
    return sum(vector["normative"] for vector in json.loads(VECTORS.read_text(encoding="utf-8"))["vectors"])
