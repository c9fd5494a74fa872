#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Tests tc3 on other processors, systems and compilers, and prints a line for each target.

    platforms.py TARGET...     the vectors, the unit tests and an example on these targets
    platforms.py --all         on all targets
    platforms.py --rotation    vectors and example alone, on the targets whose turn it is: by the number of commits, all within fifteen
    platforms.py --list        prints the targets

Installs what is missing when it may (root, apt-get). A target that cannot be built here is skipped with its reason. Exit status: 0 when
all passed, 1 when one failed, 77 when none failed but one was skipped. build-platforms/ has a log of each target, and `counts`: how many
targets passed, failed and were skipped.
"""

import os
import pathlib
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
PASSED, FAILED, WRONG_USE, SKIPPED = 0, 1, 2, 77


def main():
    arguments = sys.argv[1:]
    if arguments == ["--list"]:
        for target in TARGETS:
            print(f"{target.name:18}{target.where}")
        return PASSED
    rotation = arguments == ["--rotation"]
    chosen = TARGETS if arguments == ["--all"] else on_turn(number_of_commits()) if rotation else named(arguments)
    if not chosen:
        return WRONG_USE
    FOLDER.mkdir(exist_ok=True)
    results = [test(target, with_unit_tests=not rotation) for target in chosen]
    if len(results) > 1:
        print("\n" + "\n".join(result.line for result in results))
    failed, skipped = sum(result.failed for result in results), sum(result.skipped for result in results)
    (FOLDER / "counts").write_text(f"{len(results) - failed - skipped} {failed} {skipped}\n", encoding="utf-8")
    return FAILED if failed else SKIPPED if skipped else PASSED


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


def number_of_commits():
    """Counts the commits; where there is no history, the days, so that a target is not the only one forever."""
    done = subprocess.run(["git", "-C", ROOT, "rev-list", "--count", "HEAD"], capture_output=True, text=True, check=False)
    count = int(done.stdout) if done.returncode == 0 else 0
    return count if count > 1 else int(time.time() // 86400)


# --- one target ------------------------------------------------------------------------------------------------------


class Result:
    """What came of one target: a line of the table."""

    def __init__(self, target):
        self.name, self.began = target.name, time.monotonic()
        self.line, self.failed, self.skipped = "", False, False

    def end(self, text):
        self.line = f"{self.name}: {text} [{time.monotonic() - self.began:.0f} s]"
        print(self.line, flush=True)
        return self


def test(target, with_unit_tests):
    print(f"    {target.name}: {target.where}", flush=True)
    result = Result(target)
    install(target)
    if lacking := missing(target):
        result.skipped = True
        return result.end(f"skipped, not installed: {', '.join(lacking)}")
    try:
        counts = run_script(target) if target.script else Programs(target, FOLDER / target.name).run(with_unit_tests)
    except Skipped as reason:
        result.skipped = True
        return result.end(f"skipped, {reason}")
    except Failure as failure:
        result.failed = True
        print(f"--- {target.name}\n{failure}\n---", flush=True)
        return result.end(f"FAILED: {first_error(str(failure))}")
    result.failed = counts.failed > 0
    print("".join(counts.details), end="")
    return result.end(f"{counts.passed} passed, {counts.failed} failed ({', '.join(counts.parts)})")


def first_error(text):
    lines = text.splitlines()
    return next((line for line in lines if "error: " in line), lines[0])[:150]


def run_script(target):
    both = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    done = subprocess.run([sys.executable, *target.script], **both, text=True, cwd=ROOT, check=False)
    (FOLDER / f"{target.name}.log").write_text(done.stdout, encoding="utf-8")
    if done.returncode == SKIPPED:
        raise Skipped(done.stdout.strip().removeprefix("skipped, "))
    found = re.search(rf"^{re.escape(target.name)}: (\d+) passed, (\d+) failed \((.*)\)$", done.stdout, re.MULTILINE)
    if done.returncode != 0 or not found:
        raise Failure(f"{' '.join(target.script)} ended with status {done.returncode}\n{done.stdout[-4000:]}")
    counts = Counts()
    counts.add(int(found.group(1)), int(found.group(2)), found.group(3))
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


def install(target):
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        return
    packages = [package for package in target.packages if not is_installed(package)]
    if not packages:
        return
    with (FOLDER / "install.log").open("a", encoding="utf-8") as log:
        if not install_packages(packages, log):
            run_logged(["apt-get", "update"], log)
            install_packages(packages, log)


def install_packages(packages, log):
    return run_logged(["apt-get", "install", "-y", "--no-install-recommends", *packages], log)


def run_logged(words, log):
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(words, stdout=log, stderr=log, stdin=subprocess.DEVNULL, env=environment, check=False).returncode == 0


def is_installed(package):
    done = subprocess.run(["dpkg-query", "-W", "-f", "${db:Status-Status}\n", package], capture_output=True, text=True, check=False)
    return "installed" in done.stdout.split()


if __name__ == "__main__":
    sys.exit(main())
