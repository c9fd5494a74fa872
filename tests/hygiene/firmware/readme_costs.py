# SPDX-License-Identifier: MIT
"""The table of the README that says what tc3 costs, and whether it is true."""

import re

from programs import ROOT

COLUMNS = ["text", "stack", "static RAM", "linux"]

# Another compiler makes other code. The README names the one that it speaks of.
COMPILER = re.compile(r"\bGCC (\d+)\b")
ROW = re.compile(r"^(\| \[`(\w+)`\]\([\w/.]+\)[^|]*\|)([\d, |]+)\|$", re.MULTILINE)


def section():
    found = re.search(r"^## Performance\n(.*?)(?=^## |\Z)", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    return found.group(1) if found else ""


def speaks_of(version):
    """Whether the figures of the README are those of a compiler of this version."""
    named = COMPILER.search(section())
    return named is None or version.split(".")[0] == named.group(1)


def differing(name, measured):
    """None if the README says what was measured of a program, by columns; else what it should say."""
    rows = {row: (head, figures(cells)) for head, row, cells in ROW.findall(section())}
    head, said = rows.get(name, (f"| [`{name}`](tests/hygiene/firmware/{name}.cpp) |", {}))
    if all(column in said and is_near(said[column], figure) for column, figure in measured.items()):
        return None
    should = said | measured
    return head + "".join(f" {should.get(column, 0):,} |" for column in COLUMNS)


def is_near(said, measured):
    return abs(said - measured) <= max(16, measured / 50)


def figures(cells):
    return dict(zip(COLUMNS, (int(cell.replace(",", "")) for cell in cells.split("|") if cell.strip())))
