# SPDX-License-Identifier: MIT
"""Builds and runs the programs of a target: the vectors, the unit tests and an example, on both flavours of the headers."""

import concurrent.futures
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys

import targets
from paths import HERE, ROOT

VECTORS = ROOT / "tests/vectors/public.json"
PROGRAMS = {"vectors": ROOT / "tests/vectors/tc3_vectors.cpp", "example": ROOT / "examples/01_apply_liveness_token.cpp"}
FLAVOURS = ("include", "single_include")
LIBRARIES = ("doctest", "nlohmann")  # headers only, so that every compiler can use those of this machine
UNITS = 10  # merged units of the unit tests

WARNINGS = "-Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wold-style-cast -Wundef -Werror".split()
COMPILE_SECONDS, RUN_SECONDS = 1200, 1200


class Skipped(Exception):
    """A target that cannot be tested on this machine, with the reason."""


class Failure(Exception):
    """A program that was not built or did not run to its end, with the end of its log."""


class Counts:
    """How many vectors, unit cases and examples passed and failed."""

    def __init__(self):
        self.passed, self.failed, self.parts, self.details = 0, 0, [], []

    def add(self, passed, failed, what, text=""):
        """Adds to the counts. `text` is the output, which is kept if it is of a failure."""
        self.passed, self.failed = self.passed + passed, self.failed + failed
        self.parts.append(what)
        self.details += [text[-8000:]] if failed else []


class Programs:
    def __init__(self, target, folder):
        self.target, self.folder = target, folder
        self.replaced = {targets.BUILD: str(folder)}
        folder.mkdir(parents=True, exist_ok=True)
        self.log = (folder / "log").open("w", encoding="utf-8")
        link_libraries(folder / "libraries")

    def run(self, with_unit_tests):
        """Builds everything, then runs it. Returns the counts; raises Failure where a program cannot be built or does not end well."""
        counts = Counts()
        self.build(with_unit_tests)
        if not self.runs_a_program():
            raise Skipped("this machine runs no program of it; all were built")
        for flavour in FLAVOURS:
            counts.add(*self.run_vectors(flavour))
        if with_unit_tests:
            counts.add(*self.run_unit_tests())
        for flavour in FLAVOURS:
            counts.add(*self.run_example(flavour))
        return counts

    # ---- building

    def build(self, with_unit_tests):
        jobs = [(f"{name}-{flavour}", source, flavour) for flavour in FLAVOURS for name, source in PROGRAMS.items()]
        units = merged_units(self.folder) if with_unit_tests else []
        jobs += [(source.stem, source, FLAVOURS[0]) for source in units]
        jobs += [(pathlib.Path(source).stem, pathlib.Path(source), FLAVOURS[0]) for source in self.target.sources]
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            list(pool.map(lambda job: self.compile(*job), jobs))
        for flavour in FLAVOURS:
            for name in PROGRAMS:
                self.link(f"{name}-{flavour}", [f"{name}-{flavour}"])
        if units:
            self.link("unit", [source.stem for source in units])

    def compile(self, name, source, flavour):
        flags = ["-I", ROOT / flavour, "-isystem", self.folder / "libraries", *WARNINGS, self.target.optimisation, *self.target.flags]
        defines = [f'-DTC3_SOURCE_ROOT="{ROOT.as_posix()}"', "-DTC3_TESTS_WITHOUT_OPENSSL"]
        self.command([*self.target.compiler, *flags, *defines, "-c", source, "-o", self.folder / f"{name}.o"], COMPILE_SECONDS)

    def link(self, name, objects):
        objects = [*objects, *(pathlib.Path(source).stem for source in self.target.sources)]
        files = [self.folder / f"{each}.o" for each in objects]
        self.command([*self.target.compiler, *files, *self.target.link, "-o", self.program(name)], COMPILE_SECONDS)

    # ---- running

    def runs_a_program(self):
        """Some virtual machines run no 32-bit code, which wine needs for programs of 32 bits."""
        source = self.folder / "nothing.cpp"
        source.write_text("int main() { return 7; }\n", encoding="utf-8")
        self.compile("nothing", source, FLAVOURS[0])
        self.link("nothing", ["nothing"])
        return self.command([*self.target.runner, self.program("nothing")], RUN_SECONDS, may_fail=True)[1] == 7

    def run_vectors(self, flavour):
        text = self.execute(f"vectors-{flavour}", VECTORS)
        found = re.search(r"^(\d+) passed, (\d+) failed, (\d+) skipped$", text, re.MULTILINE)
        passed, failed, skipped = map(int, found.groups()) if found else (0, 0, 0)
        if passed + failed + skipped != number_of_vectors() or passed == 0:
            raise Failure(f"the vectors were not counted:\n{text[-2000:]}")
        return passed, failed, f"{passed + failed} vectors on {flavour}/", text

    def run_unit_tests(self):
        text = self.execute("unit", "--no-intro", "--no-colors")
        found = re.search(r"^\[doctest\] test cases: +\d+ \| +(\d+) passed \| +(\d+) failed", text, re.MULTILINE)
        if not found:
            raise Failure(f"the unit tests did not end:\n{text[-4000:]}")
        passed, failed = map(int, found.groups())
        return passed, failed, f"{passed + failed} unit cases", text

    def run_example(self, flavour):
        text = self.execute(f"example-{flavour}")
        if "--- response\nstatus 200" not in text or "request id: " not in text:
            raise Failure(f"the example printed something else:\n{text}")
        return 1, 0, f"example on {flavour}/"

    def execute(self, name, *arguments):
        text, status = self.command([*self.target.runner, self.program(name), *arguments], RUN_SECONDS, may_fail=True)
        text = text.replace("\r\n", "\n")
        if status != 0 and not re.search(r"\b[1-9]\d* failed", text):
            raise Failure(f"{name} ended with status {status}:\n{text[-4000:]}")
        return text

    def program(self, name):
        return self.folder / f"{name}{self.target.suffix}"

    def command(self, words, seconds, may_fail=False):
        """Runs a command. Returns its output and its status; an output of the errors, too."""
        words = [self.filled(str(word)) for word in words]
        text, status = self.output_of(words, seconds)
        self.log.write(f"$ {shlex.join(words)}\n{text}")
        self.log.flush()
        if status != 0 and not may_fail:
            raise Failure(f"{shlex.join(words)}\n{text[:6000]}")
        return text, status

    def output_of(self, words, seconds):
        environment = {**os.environ, **{name: self.filled(value) for name, value in self.target.environment.items()}}
        both = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "stdin": subprocess.DEVNULL}
        try:
            done = subprocess.run(words, **both, timeout=seconds, env=environment, check=False)
        except subprocess.TimeoutExpired as late:
            raise Failure(f"took more than {seconds} s: {shlex.join(words)}") from late
        except OSError as error:  # not a program of this machine
            return str(error), 126
        return done.stdout.decode("utf-8", "replace"), done.returncode

    def filled(self, word):
        for name, value in self.replaced.items():
            word = word.replace(name, value)
        return word


def link_libraries(folder):
    """Makes a folder with the libraries of headers alone, without the rest of this machine's headers."""
    folder.mkdir(exist_ok=True)
    for library in LIBRARIES:
        link = folder / library
        if not link.exists():
            link.symlink_to(f"/usr/include/{library}")


def merged_units(folder):
    """Returns the sources of the unit tests, merged as the tests of Meson are."""
    text = (ROOT / "tests/meson.build").read_text(encoding="utf-8")
    listed = re.search(r"^unit_sources = files\((.*?)^\)", text, re.MULTILINE | re.DOTALL).group(1)
    sources = [ROOT / "tests" / name for name in re.findall(r"'([^']+)'", listed)]
    units = [folder / f"unit-{number}.cpp" for number in range(1, UNITS + 1)]
    subprocess.run([sys.executable, ROOT / "tests/merge.py", *sources, "--", *units], check=True)
    return units


def number_of_vectors():
    return len(json.loads(VECTORS.read_text(encoding="utf-8"))["vectors"])
