#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Prints what `meson test` did: a line for each suite with its counts and seconds, a reason for each test that was skipped.

    report.py TITLE BUILD_FOLDER COUNTS

Writes the numbers of tests that passed, failed and were skipped to the file COUNTS.
"""

import json
import pathlib
import re
import sys

SUITES = ["unit", "contract", "vectors", "examples", "consumers", "fuzz", "hygiene"]
PASSED = ("OK", "EXPECTEDFAIL")
CASES = [r"^\[doctest\] test cases: +(\d+)", r"^(\d+) passed, \d+ failed", r"^Ran (\d+) tests?", r"^(\d+) headers, "]


def main():
    title, folder, counts = sys.argv[1:]
    log = pathlib.Path(folder) / "meson-logs" / "testlog.json"
    tests = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()] if log.is_file() else []
    by_suite = {}
    for test in tests:
        by_suite.setdefault(suite_of(test), []).append(test)
    for suite in sorted(by_suite):
        print(line(f"{title}: {suite}", by_suite[suite]))
    for test in tests:
        if test["result"] == "SKIP":
            print(f"    skipped: {name_of(test)}: {reason(test)}")
        elif test["result"] not in PASSED:
            print(f"    {test['result']}: {name_of(test)}")
        elif cases := skipped_cases(test):
            print(f"    skipped: {cases} cases of {name_of(test)}")
    if not tests:
        print(f"    FAIL: {title} ran no test")
    passed = sum(test["result"] in PASSED for test in tests)
    skipped = sum(test["result"] == "SKIP" for test in tests)
    failed = len(tests) - passed - skipped if tests else 1
    pathlib.Path(counts).write_text(f"{passed} {failed} {skipped}\n", encoding="utf-8")


def line(title, tests):
    failed = sum(test["result"] not in (*PASSED, "SKIP") for test in tests)
    cases = sum(cases_of(test) for test in tests)
    seconds = sum(test["duration"] for test in tests)
    parts = [f"{len(tests)} {'test' if len(tests) == 1 else 'tests'}", *([f"{cases} cases"] if cases else []), f"{failed} failed", f"{seconds:.0f} s"]
    return f"{title} ".ljust(48, ".") + " " + ", ".join(parts)


# Meson names a test `project:suite+suite / name`.
def suite_of(test):
    words = set(re.split(r"[+:]", test["name"].partition(" / ")[0]))
    suite = next((suite for suite in SUITES if suite in words), "others")
    return ("single header, " if "single_header" in words else "") + suite


def name_of(test):
    return test["name"].rpartition(" / ")[2]


def output_of(test):
    return test.get("stdout", "") + "\n" + test.get("stderr", "")


def cases_of(test):
    return sum(int(count) for pattern in CASES for count in re.findall(pattern, output_of(test), re.MULTILINE))


def skipped_cases(test):
    return sum(int(count) for count in re.findall(r"^OK \(skipped=(\d+)\)$", output_of(test), re.MULTILINE))


def reason(test):
    lines = [text.strip() for text in output_of(test).splitlines() if text.strip()]
    return lines[-1] if lines else "it gives no reason"


if __name__ == "__main__":
    main()
