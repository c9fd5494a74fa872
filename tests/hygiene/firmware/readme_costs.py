# SPDX-License-Identifier: MIT
"""Compares the cost table of the README with measured values."""

import re

from programs import ROOT

COLUMNS = ["text", "stack", "static RAM", "linux"]

# Figures are for one compiler, which the README names.
COMPILER = re.compile(r"\bGCC (\d+)\b")
ROW = re.compile(r"^(\| \[`(\w+)`\]\([\w/.]+\)[^|]*\|)([\d, |]+)\|$", re.MULTILINE)


def section():
    """Returns the section of the README with the table."""
    found = re.search(r"^## Performance\n(.*?)(?=^## |\Z)", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    return found.group(1) if found else ""


def is_for(version):
    """Returns whether the figures of the README are for a compiler of this version."""
    named = COMPILER.search(section())
    return named is None or version.split(".")[0] == named.group(1)


def differing(name, measured):
    """Returns the row that the README should have for a program, or None if its row is right. `measured` has figures by column."""
    rows = {row: (head, figures(cells)) for head, row, cells in ROW.findall(section())}
    head, stated = rows.get(name, (f"| [`{name}`](tests/hygiene/firmware/{name}.cpp) |", {}))
    if all(column in stated and is_near(stated[column], figure) for column, figure in measured.items()):
        return None
    expected = stated | measured
    return head + "".join(f" {expected.get(column, 0):,} |" for column in COLUMNS)


def is_near(stated, measured):
    return abs(stated - measured) <= max(16, measured / 50)


def figures(cells):
    return dict(zip(COLUMNS, (int(cell.replace(",", "")) for cell in cells.split("|") if cell.strip())))
