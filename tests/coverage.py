#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Prints how many lines and branches of include/ some program reached: coverage.py [--files] [--lines] COUNTS PROGRAM...

llvm-cov compares programs function by function and leaves out those that differ, as inline functions of two programs do. So each
program is exported alone, and the counts are united here: by place in the source, over all programs and instances of a template.

Functions that are in no program, because they run at compile time only, are left out: nothing counts there.

Exit status: 0, or 1 below the least percentages.
"""

import argparse
import collections
import functools
import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
HEADERS = ROOT / "include"
LEAST = {"lines": 99, "branches": 92}  # percent


def main():
    parser = argparse.ArgumentParser(description="Prints how many lines and branches of include/ some program reached.")
    parser.add_argument("--files", action="store_true", help="print the figures of each header, too")
    parser.add_argument("--lines", action="store_true", help="print the lines and branches that no program reached")
    parser.add_argument("counts", help="a file of llvm-profdata merge")
    parser.add_argument("programs", nargs="+")
    arguments = parser.parse_args()

    reached = collections.defaultdict(bool)  # (header, what, place) -> whether some program reached it
    in_programs = set()  # (header, line) of functions in programs
    for program in arguments.programs:
        export = exported(arguments.counts, program)
        for header in filter(is_header, export["files"]):
            for what, place, is_reached in [*lines_of(header["segments"]), *branches_of(header["branches"])]:
                reached[name_of(header["filename"]), what, place] |= is_reached
        in_programs |= lines_in_program(export["functions"], symbols_of(program))
    reached = {key: is_reached for key, is_reached in reached.items() if (key[0], key[2][0]) in in_programs and has_code(key)}

    if arguments.lines:
        print_missed(reached)
    if arguments.files:
        for name in sorted({name for name, _, _ in reached}):
            print(f"{name}:", ", ".join(f"{what} {percent:.1f} %" for what, percent, _, _ in figures(reached, name)))
    for what, percent, count, total in figures(reached):
        print(f"{what}: {percent:.1f} % ({count} of {total}), at least {LEAST[what]} %")
    return 0 if all(percent >= LEAST[what] for what, percent, _, _ in figures(reached)) else 1


def exported(counts, program):
    command = ["llvm-cov-19", "export", f"-instr-profile={counts}", program]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)["data"][0]


def symbols_of(program):
    """The mangled names of the functions that have a counter in the program, and are not local to a unit."""
    result = subprocess.run(["llvm-nm-19", "--format=just-symbols", program], capture_output=True, text=True, check=True)
    return {symbol.removeprefix("__profc_") for symbol in result.stdout.split() if symbol.startswith("__profc_")}


def lines_in_program(functions, symbols):
    """The (header, line) of all functions with machine code. One without has no counter, and is described as a single region."""
    lines = set()
    for function in functions:
        file = {"filename": function["filenames"][0]}
        if is_header(file) and (function["count"] > 0 or len(function["regions"]) > 1 or function["name"] in symbols):
            first, last = function["regions"][0][0], function["regions"][0][2]
            lines.update((name_of(file["filename"]), line) for line in range(first, last + 1))
    return lines


def is_header(file):
    return pathlib.Path(file["filename"]).is_relative_to(HEADERS)


def name_of(filename):
    return pathlib.Path(filename).relative_to(ROOT).as_posix()


def lines_of(segments):
    """Yields ("lines", place, whether it was reached) for each line that has code.

    A segment is [line, column, count, has a count, begins a region, is a gap] and reaches to the next one. A line has the largest
    count of the regions that begin in it and of the segment that reaches into it.
    """
    before = None  # the last segment of an earlier line
    by_line = collections.defaultdict(list)
    for segment in segments:
        by_line[segment[0]].append(segment)
    for line in range(segments[0][0], segments[-1][0] + 1) if segments else []:
        here = by_line.get(line, [])
        counts = [count for _, _, count, has_count, begins, is_gap in here if has_count and begins and not is_gap]
        is_skipped = bool(here) and not here[0][3] and here[0][4]
        if before and before[3]:
            counts.append(before[2])
        if counts and not is_skipped:
            yield "lines", (line,), max(counts) > 0
        before = here[-1] if here else before


def branches_of(branches):
    """Yields ("branches", place and which way, whether it was taken) for both ways of each condition."""
    for line, column, last_line, last_column, taken, not_taken, *_ in branches:
        yield "branches", (line, column, last_line, last_column, True), taken > 0
        yield "branches", (line, column, last_line, last_column, False), not_taken > 0


@functools.cache
def text_of(name):
    return (ROOT / name).read_text(encoding="utf-8").splitlines()


def has_code(key):
    """Not so for lines that only lie in a region: blank ones, comments and directives."""
    name, _, place = key
    text = text_of(name)[place[0] - 1].strip()
    return text != "" and not text.startswith(("//", "#"))


def print_missed(reached):
    for name, what, place in sorted(key for key, is_reached in reached.items() if not is_reached):
        text = text_of(name)[place[0] - 1]
        if what == "branches":
            condition = text[place[1] - 1 : place[3] - 1 if place[2] == place[0] else None]
            print(f"{name}:{place[0]}: never {'true' if place[4] else 'false'}: {condition}")
        else:
            print(f"{name}:{place[0]}: {text.strip()}")


def figures(reached, name=None):
    """(what, percent, how many were reached, how many there are) for lines and branches, of all headers or of one."""
    for what in LEAST:
        places = [is_reached for (header, kind, _), is_reached in reached.items() if kind == what and name in (None, header)]
        yield what, 100 * sum(places) / max(1, len(places)), sum(places), len(places)


if __name__ == "__main__":
    sys.exit(main())
