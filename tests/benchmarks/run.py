#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs the benchmarks and prints each goal with its figure: what `sh tests/run.sh --bench` calls.

    run.py --program PROGRAM [--results FILE] [--seconds S] [SECTION...]
    run.py --check [SECTION...]      checks the names alone

PROGRAM is tc3-bench, FILE gets the figures, S is the time for each group of cases. CXX names the compiler of the section `compile`.
Without SECTION all are run, and docs/performance.md with its plots is written. A goal that is missed is no error.
"""

import argparse
import datetime
import json
import os
import pathlib
import platform
import re
import subprocess
import sys
import tempfile

import compile_time
import document
import firmware_size

TIMED = ("sha256", "base64", "sign", "call", "parse", "body", "scale")
SECTIONS = (*TIMED, "compile", "size")


def main():
    arguments = parse_arguments()
    if arguments.check:
        return
    compiler = os.environ.get("CXX", "g++").split()
    chosen = arguments.sections or SECTIONS
    results = {"date": datetime.date.today().isoformat(), **machine(), "compiler": version_of(compiler)}
    results |= run_program(arguments.program, arguments.seconds, [name for name in chosen if name in TIMED])
    if "compile" in chosen:
        results["sections"]["compile"] = compile_time.measure(compiler)
        print_compile_times(results["sections"]["compile"])
    if "size" in chosen:
        results["sections"]["size"] = firmware_size.measure(compiler)
        print_sizes(results["sections"]["size"]["sizes"])
    print_goals(document.goals_of(results))

    text = json.dumps(results, indent=1) + "\n"
    if arguments.results:
        arguments.results.write_text(text, encoding="utf-8")
    if set(chosen) == set(SECTIONS):
        write_page(results, text)
        print(f"\nwritten: {document.PAGE.relative_to(document.ROOT)} and {document.FOLDER.relative_to(document.ROOT)}/")


def parse_arguments():
    parser = argparse.ArgumentParser(usage="run.py --program PROGRAM [--results FILE] [--seconds S] [SECTION...]")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--program", type=pathlib.Path)
    parser.add_argument("--results", type=pathlib.Path)
    parser.add_argument("--seconds", default="2")
    parser.add_argument("sections", nargs="*")
    arguments = parser.parse_args()
    if unknown := [name for name in arguments.sections if name not in SECTIONS]:
        parser.error(f"no such section: {' '.join(unknown)} (there are: {' '.join(SECTIONS)})")
    if not arguments.check and arguments.program is None:
        parser.error("--program is missing")
    return arguments


def run_program(program, seconds, sections):
    """Returns the JSON of tc3-bench, which prints its tables meanwhile. Each section has a process and so a heap of its own."""
    merged = {"peers": {}, "sha_instructions": None, "sections": {}}
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "results.json"
        for section in sections:
            done = subprocess.run([program.resolve(), "--json", file, "--seconds", seconds, "--no-goals", section], check=False)
            if done.returncode != 0:
                sys.exit(1)
            results = json.loads(file.read_text(encoding="utf-8"))
            merged = {**results, "sections": merged["sections"] | results["sections"]}
    return merged


def machine():
    return {"processor": processor(), "processors": os.cpu_count(), "system": f"{platform.system()} {platform.machine()}"}


def processor():
    try:
        found = re.search(r"^model name\s*: (.*)$", pathlib.Path("/proc/cpuinfo").read_text(encoding="utf-8"), re.MULTILINE)
    except OSError:
        found = None
    return found.group(1) if found else platform.processor()


def version_of(compiler):
    return subprocess.run([*compiler, "--version"], capture_output=True, text=True, check=True).stdout.splitlines()[0]


def print_compile_times(section):
    print("\n=== compile")
    for suite in section["suites"]:
        print(f"\n{suite['title']:35}{'median':>9}{'lowest':>9}{'highest':>9}{'ratio':>7}")
        for case in suite["cases"]:
            seconds = "".join(f"{case[what] / 1e9:>7.2f} s" for what in ("ns", "p10", "p90"))
            print(f"  {case['name']:33}{seconds}{case['ratio']:7.2f}")


def print_sizes(sizes):
    print("\n=== size\n")
    print(f"{'growth in bytes, -Os':26}{'program':15}" + "".join(f"{figure:>12}" for figure in firmware_size.FIGURES))
    for size in sizes:
        figures = "".join(f"{document.size_text(size, figure):>12}" for figure in firmware_size.FIGURES)
        print(f"  {size['machine']:24}{size['program']:15}{figures}")


def print_goals(goals):
    print(f"\n=== goals\n\n # {'goal':27}figure  must (aim)")
    for goal in goals:
        aim = "" if goal["aim"] is None else f" ({goal['aim']:,g})"
        limits = f"{'>=' if goal['at_least'] else '<='} {goal['must']:,g}{aim}"
        figure = f"{goal['number']:2} {goal['what']:27}{document.figure_text(goal):>6}"
        print(f"{figure}  {limits:18} {goal['unit']:16} {document.verdict(goal)}")
    verdicts = [document.verdict(goal) for goal in goals]
    print("\n" + ", ".join(f"{verdicts.count(word)} {word}" for word in ("met", "missed", "absent") if word in verdicts))


def write_page(results, text):
    document.FOLDER.mkdir(exist_ok=True)
    for old in document.FOLDER.glob("*.svg"):
        old.unlink()
    document.RESULTS.write_text(text, encoding="utf-8")
    for name, plot in document.files(results).items():
        (document.FOLDER / name).write_text(plot, encoding="utf-8")
    document.PAGE.write_text(document.page_with(document.PAGE.read_text(encoding="utf-8"), results), encoding="utf-8")


if __name__ == "__main__":
    main()
