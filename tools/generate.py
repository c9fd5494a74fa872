#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes the headers of a product from a table of facts, and for tests a list of what it has.

    python3 tools/generate.py            writes include/tc3/faceid/ and tests/support/faceid_actions.hpp from tools/faceid.json
    python3 tools/generate.py --check    says whether they are up to date

Only headers that say they were made by this program are written over or removed.
"""

import argparse
import json
import pathlib
import sys

from generator.cpp import Headers
from generator.facts import read_product
from generator.names import NameCollision
from generator.test_lists import test_lists

ROOT = pathlib.Path(__file__).resolve().parent.parent
MADE_BY = "Made by tools/generate.py"


def is_ours(path):
    """The statement stands in the comment at the top, whose lines are wrapped."""
    head = " ".join(line.lstrip("/ ") for line in path.read_text(encoding="utf-8").splitlines()[:6])
    return MADE_BY in head


def made_before(folder):
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*.hpp") if is_ours(path)}


def differing(folder, files):
    """Names of headers that are missing, different or left over."""
    changed = {name for name, text in files.items() if not (folder / name).is_file() or (folder / name).read_text(encoding="utf-8") != text}
    return sorted(changed | (made_before(folder) - files.keys()))


def with_list(folder, headers, files):
    """Adds the list of all headers: those of these files, and those that stand in the folder and were written by hand."""
    by_hand = {path.name for path in folder.glob("*.hpp") if not is_ours(path)}
    name = f"{headers.product.namespace}.hpp"
    listed = (by_hand | {each for each in files if "/" not in each}) - {name}
    return {**files, name: headers.list_of(listed)}


def write(folder, files):
    for name in made_before(folder) - files.keys():
        (folder / name).unlink()
    for name, text in files.items():
        path = folder / name
        if path.is_file() and not is_ours(path):
            sys.exit(f"{path} was written by hand; it is left as it is")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--check", action="store_true", help="write nothing; fail if a header is not up to date")
    options = arguments.parse_args()

    source = ROOT / "tools" / "faceid.json"
    folder = ROOT / "include" / "tc3" / "faceid"
    try:
        headers = Headers(read_product(json.loads(source.read_text(encoding="utf-8"))), "tools/faceid.json")
        made = {folder: with_list(folder, headers, headers.all()), ROOT / "tests" / "support": test_lists(headers)}
    except NameCollision as collision:
        sys.exit(f"names collide: {collision}")
    if not options.check:
        for folder, files in made.items():
            write(folder, files)
        return
    changed = [(folder / name).relative_to(ROOT) for folder, files in made.items() for name in differing(folder, files)]
    for path in changed:
        print(f"{path} is not what tools/generate.py writes")
    sys.exit(1 if changed else 0)


if __name__ == "__main__":
    main()
