# SPDX-License-Identifier: MIT
"""The list of equivalent mutants: changes that no test can notice, because the behaviour stays the same."""

import re

ENTRY = re.compile(r"(\S+): `([^`]+)` -> `([^`]*)`: (\S.*)")


class Equivalents:
    """The entries of a file. Blank lines and lines that begin with '#' are comments."""

    def __init__(self, text):
        self.reasons, self.malformed = {}, []
        for number, line in enumerate(text.splitlines(), 1):
            if not line.strip() or line.startswith("#"):
                continue
            if entry := ENTRY.fullmatch(line):
                self.reasons[entry.groups()[:3]] = entry.group(4)
            else:
                self.malformed.append(f"line {number}: {line}")

    def __contains__(self, mutant):
        return (mutant.path, without_comment(mutant.before), without_comment(mutant.after)) in self.reasons

    def stale(self, mutants):
        """Returns the entries that are no longer a possible change of the tree."""
        possible = {(mutant.path, without_comment(mutant.before), without_comment(mutant.after)) for mutant in mutants}
        return [f"{path}: `{before}` -> `{after}`" for path, before, after in self.reasons if (path, before, after) not in possible]


def without_comment(line):
    return re.sub(r"\s*//.*", "", line)
