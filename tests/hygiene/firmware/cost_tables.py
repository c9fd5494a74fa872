# SPDX-License-Identifier: MIT
"""The cost tables of the documentation, to compare them with measured values."""

import os
import re

from programs import HERE, ROOT

# Figures are for one compiler, which the section of the table names.
COMPILER = re.compile(r"\bGCC (\d+)\b")
ROW = re.compile(r"^((?:\| [^|]*`[^|]*)+\|)([\d, |]+)\|$", re.MULTILINE)


class CostTable:
    """A table in a section of a page. A row begins with names in back quotes, the last of which is that of a program; figures follow."""

    def __init__(self, page, section, columns):
        self.page, self.columns = page, columns
        text = (ROOT / page).read_text(encoding="utf-8")
        found = re.search(rf"^## {section}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
        self.section = found.group(1) if found else ""

    def is_for(self, version):
        """Returns whether the figures are for a compiler of this version."""
        named = COMPILER.search(self.section)
        return named is None or version.split(".")[0] == named.group(1)

    def differing(self, names, measured):
        """Returns the row that the page should have for these names, or None if its row is right. `measured` has figures by column."""
        rows = {names_in(head): (head, self.figures(cells)) for head, cells in ROW.findall(self.section)}
        head, stated = rows.get(names, (self.new_head(names), {}))
        if all(column in stated and is_near(stated[column], figure) for column, figure in measured.items()):
            return None
        expected = stated | measured
        return head + "".join(f" {expected.get(column, 0):,} |" for column in self.columns)

    def names(self):
        """Returns the names of each row."""
        return {names_in(head) for head, _ in ROW.findall(self.section)}

    def new_head(self, names):
        *others, program = names
        source = os.path.relpath(HERE / f"{program}.cpp", (ROOT / self.page).parent)
        return "".join(f"| `{name}` " for name in others) + f"| [`{program}`]({source}) |"

    def figures(self, cells):
        return dict(zip(self.columns, (int(cell.replace(",", "")) for cell in cells.split("|") if cell.strip())))


def names_in(head):
    return tuple(re.findall(r"`([^`]+)`", head))


def is_near(stated, measured):
    return abs(stated - measured) <= max(16, measured / 50)


README = CostTable("README.md", "Performance", ["text", "stack", "static RAM", "linux"])
