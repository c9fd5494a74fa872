#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Tests tc3 on other processors, systems and compilers, and prints a line for each target.

    platforms.py TARGET...     the vectors, the unit tests and an example on these targets
    platforms.py --all         on all targets
    platforms.py --rotation    vectors and example alone, on the one or two targets whose turn it is by the number of commits: all within
                               fifteen
    platforms.py --list        prints the targets
    platforms.py --check TARGET...    tells whether there are such targets

Installs what is missing when it may (root, apt-get). A target that cannot be built here is skipped with its reason. Exit status: 0 when
all passed, 1 when one failed, 77 when none failed but one was skipped. build-platforms/ has the logs, the closing `table`, and `counts`: how
many targets passed, failed and were skipped.
"""

import math
import os
import re
import shutil
import subprocess
import sys
import time

from paths import ROOT
from programs import Counts, Failure, Programs, Skipped
from targets import TARGETS

FOLDER = ROOT / "build-platforms"
TURNS = 15
ROTATION_SECONDS = 240  # what is not reached by then is skipped
PASSED, FAILED, WRONG_USE, SKIPPED = 0, 1, 2, 77


def main():
    arguments = sys.argv[1:]
    if arguments == ["--list"]:
        for target in TARGETS:
            print(f"{target.name:18}{target.where}")
        return PASSED
    if arguments[:1] == ["--check"]:
        return PASSED if named(arguments[1:]) else WRONG_USE
    if not (chosen := chosen_targets(arguments)):
        return WRONG_USE
    rotation = arguments == ["--rotation"]
    ends = time.monotonic() + ROTATION_SECONDS if rotation else math.inf
    FOLDER.mkdir(exist_ok=True)
    results = [test(target, ends, with_unit_tests=not rotation) for target in chosen]
    return end(results)


def chosen_targets(arguments):
    if arguments == ["--all"]:
        return TARGETS
    if arguments == ["--rotation"]:
        return on_turn(number_of_commits(ROOT))
    return named(arguments)


def end(results):
    """Writes the closing table, and how many targets passed, failed and were skipped. Returns the exit status."""
    table = "".join(f"{result.line}\n" for result in results)
    if len(results) > 1:
        print(f"\n{table}", end="")
    failed, skipped = sum(result.failed for result in results), sum(result.skipped for result in results)
    (FOLDER / "table").write_text(table, encoding="utf-8")
    (FOLDER / "counts").write_text(f"{len(results) - failed - skipped} {failed} {skipped}\n", encoding="utf-8")
    if failed:
        return FAILED
    return SKIPPED if skipped else PASSED


def named(arguments):
    known = {target.name: target for target in TARGETS}
    unknown = [name for name in arguments if name not in known]
    if unknown or not arguments:
        print(f"unknown target: {', '.join(unknown)}; known are {', '.join(known)}" if unknown else __doc__.strip(), file=sys.stderr)
        return []
    return [known[name] for name in arguments]


def on_turn(number):
    """Returns the targets of a turn. Those that install much and those that install little are far apart in the list."""
    return [target for index, target in enumerate(TARGETS) if index % TURNS == number % TURNS]


def number_of_commits(repository):
    """Counts the commits of the branch, a merge as one; the days where the history is not there, so that each target has its turn."""
    shallow = git(repository, "rev-parse", "--is-shallow-repository")
    count = git(repository, "rev-list", "--count", "--first-parent", "HEAD")
    return int(count) if shallow == "false" and count else int(time.time() // 86400)


def git(repository, *words):
    if shutil.which("git") is None:
        return ""
    return subprocess.run(["git", "-C", repository, *words], capture_output=True, text=True, check=False).stdout.strip()


# --- one target ------------------------------------------------------------------------------------------------------


class Result:
    """The result of one target: a line of the table."""

    def __init__(self, target):
        self.name, self.began = target.name, time.monotonic()
        self.line, self.failed, self.skipped = "", False, False

    def end(self, text):
        self.line = f"{self.name}: {text} [{time.monotonic() - self.began:.0f} s]"
        print(self.line, flush=True)
        return self


def test(target, ends, with_unit_tests):
    print(f"    {target.name}: {target.where}", flush=True)
    result = Result(target)
    try:
        install(target, ends)
        if lacking := missing(target):
            raise Skipped(f"not installed: {', '.join(lacking)}")
        counts = run_script(target, ends) if target.script else Programs(target, FOLDER / target.name, ends).run(with_unit_tests)
    except Skipped as reason:
        result.skipped = True
        return result.end(f"skipped, {reason}")
    except (Failure, OSError, subprocess.SubprocessError) as failure:
        counts = Counts()
        counts.add(0, 1, "FAILED", str(failure))
    result.failed = counts.failed > 0
    for text in counts.details:
        print(f"--- {target.name}\n{text[:3000]}\n...\n{text[-5000:]}\n---" if len(text) > 8000 else f"--- {target.name}\n{text}\n---")
    errors = "".join(f"; {first_error(text)}" for text in counts.details[:1])
    return result.end(f"{counts.passed} passed, {counts.failed} failed ({', '.join(counts.parts)}){errors}")


def first_error(text):
    lines = text.splitlines()
    return next((line for line in lines if "error: " in line.lower()), lines[0])[:150]


def run_script(target, ends):
    command = [sys.executable, *target.script]
    both = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    seconds = None if ends == math.inf else max(ends - time.monotonic(), 0)
    try:
        done = subprocess.run(command, **both, text=True, cwd=ROOT, timeout=seconds, check=False)
    except subprocess.TimeoutExpired as late:
        raise Skipped("no time was left") from late
    (FOLDER / f"{target.name}.log").write_text(done.stdout, encoding="utf-8")
    if done.returncode == SKIPPED:
        raise Skipped(done.stdout.strip().removeprefix("skipped, "))
    found = re.search(rf"^{re.escape(target.name)}: (\d+) passed, (\d+) failed \((.*)\)$", done.stdout, re.MULTILINE)
    if done.returncode != 0 or not found:
        raise Failure(f"error: {' '.join(target.script)} ended with status {done.returncode}\n{done.stdout}")
    counts = Counts()
    counts.add(int(found.group(1)), int(found.group(2)), found.group(3), done.stdout)
    return counts


# --- tools -----------------------------------------------------------------------------------------------------------


def missing(target):
    """Returns the programs that a target needs and that are not installed."""
    tools = [*target.compiler[:1], *target.runner[:1], *target.tools]
    lacking = [tool for tool in tools if shutil.which(tool) is None]
    return lacking or ([] if target.script else missing_library(target))


def missing_library(target):
    """The standard library of a compiler is a package of its own."""
    probe = [*target.compiler, *(flag for flag in target.flags if flag.startswith(("-std", "--target"))), "-fsyntax-only", "-x", "c++", "-"]
    done = subprocess.run(probe, input="#include <string>", text=True, capture_output=True, check=False)
    return [] if done.returncode == 0 else [f"the standard library of {' '.join(target.compiler)}"]


def install(target, ends):
    """Installs the packages of a target, where that is possible and time is left."""
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        return
    packages = [package for package in target.packages if not is_installed(package)]
    if not packages:
        return
    with (FOLDER / "install.log").open("a", encoding="utf-8") as log:
        if not install_packages(packages, log) and time.monotonic() < ends:
            run_logged(["apt-get", "update"], log)
            install_packages(packages, log)


def install_packages(packages, log):
    return run_logged(["apt-get", "install", "-y", "--no-install-recommends", *packages], log)


def run_logged(words, log):
    """Runs a command of the package manager to its end, as one that is interrupted leaves packages half installed."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(words, stdout=log, stderr=log, stdin=subprocess.DEVNULL, env=environment, check=False).returncode == 0


def is_installed(package):
    done = subprocess.run(["dpkg-query", "-W", "-f", "${db:Status-Status}\n", package], capture_output=True, text=True, check=False)
    return "installed" in done.stdout.split()


if __name__ == "__main__":
    sys.exit(main())
