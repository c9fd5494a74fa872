# SPDX-License-Identifier: MIT
"""The section `size`: what two programs of tests/hygiene/firmware/ cost on a Cortex-M3."""

import pathlib
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "tests" / "hygiene" / "firmware"))

import bench  # noqa: E402
from boards import CORTEX_M3  # noqa: E402

# Each program with its title, and for each figure what must be kept and what is aimed at.
PROGRAMS = {
    "authorization": ("Cortex-M3, signature", {"text": (4700, 3500), "stack": (900, 640)}),
    "exchange": ("Cortex-M3, call", {"text": (15500, 12500), "stack": (1650, None)}),
}
WORDS = {"text": "flash", "stack": "stack"}


def measure(include="include"):
    """Returns the section's report, without figures if a tool is missing."""
    missing = bench.missing_parts([CORTEX_M3])
    if missing:
        print("not measured: missing", ", ".join(missing))
    with tempfile.TemporaryDirectory() as folder:
        board = bench.Bench(CORTEX_M3, ROOT / include, pathlib.Path(folder))
        measured = {} if missing else {name: board.measure(board.build(name)) for name in PROGRAMS}
    goals = []
    for name, (title, limits) in PROGRAMS.items():
        for what, (must, aim) in limits.items():
            goals.append({"number": 13, "what": f"{title}, {WORDS[what]}", "unit": "bytes", "figure": measured.get(name, {}).get(what),
                          "must": must, "aim": aim, "at_least": False})
    return {"suites": [], "goals": goals, "series": []}
