# SPDX-License-Identifier: MIT
"""The section `size`: what the two programs of the README cost on each emulated board and in a static program on Linux. The tests in
tests/hygiene/firmware/ build and measure the same, and compare with README.md and docs/platforms.md."""

import pathlib
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "tests" / "hygiene" / "firmware"))

import bench  # noqa: E402
import static_linux_test as static_linux  # noqa: E402
from boards import BOARDS, CORTEX_M3  # noqa: E402

# Each program with its title, and for the Cortex-M3 what must be kept and what is aimed at.
PROGRAMS = {
    "authorization": ("Cortex-M3, signature", {"text": (4700, 3500), "stack": (900, 640)}),
    "exchange": ("Cortex-M3, call", {"text": (15500, 12500), "stack": (1650, None)}),
}
FIGURES = ("text", "stack", "static RAM")
WORDS = {"text": "flash", "stack": "stack"}


def measure(compiler, include="include"):
    """Returns the section's report, without the figures for which a tool is missing."""
    sizes = on_boards(include) + on_linux(compiler, include)
    of_goal = {size["program"]: size for size in sizes if size["machine"] == CORTEX_M3.core}
    goals = []
    for name, (title, limits) in PROGRAMS.items():
        for what, (must, aim) in limits.items():
            goals.append({"number": 13, "what": f"{title}, {WORDS[what]}", "unit": "bytes", "figure": of_goal.get(name, {}).get(what),
                          "must": must, "aim": aim, "at_least": False})
    return {"suites": [], "goals": goals, "series": [], "sizes": sizes}


def on_boards(include):
    if missing := bench.missing_parts(BOARDS):
        print("not measured on boards, missing:", ", ".join(missing))
        return []
    sizes = []
    with tempfile.TemporaryDirectory() as folder:
        for board in BOARDS:
            on_board = bench.Bench(board, ROOT / include, pathlib.Path(folder))
            sizes += [{"machine": board.core, "program": name, **on_board.measure(on_board.build(name))} for name in PROGRAMS]
    return sizes


def on_linux(compiler, include):
    static_linux.COMPILER, static_linux.INCLUDE = compiler, ROOT / include
    if reason := static_linux.missing():
        print("not measured on Linux:", reason)
        return []
    with tempfile.TemporaryDirectory() as folder:
        empty, *programs = (static_linux.build(pathlib.Path(folder), name) for name in ("empty", *PROGRAMS))
        grown = [static_linux.growth(program, empty)["loaded"] for program in programs]
    return [{"machine": "Linux x86-64, static", "program": name, "text": size} for name, size in zip(PROGRAMS, grown)]
