#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Merges test sources into a few translation units, which share what each of them would instantiate again.

    merge.py SOURCE... -- OUTPUT...

Each output includes neighbours of the list. A source that declares a name of its group moves to the nearest group without that name, so that
sources need not agree on names. -Dmerged_tests=false compiles each source alone.
"""

import pathlib
import re
import sys

NOT_CODE = re.compile(r'//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"\w*|(?<!\w)\'(?:\\.|[^\'\\])+\'|^[ \t]*#(?:\\\n|[^\n])*', re.DOTALL | re.MULTILINE)
NAMESPACE = re.compile(r"\bnamespace[\w:\s]*$")
# Sources of one group may share these, if they mean the same.
BORROWED = re.compile(r"\busing\s+(?P<used>[\w:]*::(?P<name>\w+))\s*;|\bnamespace\s+(?P<alias>\w+)\s*=\s*(?P<aliased>[\w:]+)\s*;")
SHARED = re.compile(r"\b(?:using\s+namespace\s+[\w:]+|namespace\s+\w+\s*=\s*[\w:]+|using\s+[\w:]*::\w+)\s*;|\bnamespace\b[\w:\s]*\{")
TYPE = re.compile(r"\b(?:struct|class|union|enum|concept|using)\s+(?:class\s+)?(\w+)(?=\s*[:;{=](?!:)|\s+final\b)")
VALUE = re.compile(r"(?<=[\w>&*]\s)(\w+)\s*(?:\(|=(?!=)|\{|\[|;)")
SHADOW = '#pragma GCC diagnostic ignored "-Wshadow"  // a local name may be a global one of another source\n'
WORDS = {"TEST_CASE", "TEST_CASE_TEMPLATE", "alignas", "decltype", "noexcept", "requires", "sizeof", "static_assert"}


def main():
    split = sys.argv.index("--")
    sources = [pathlib.Path(name).resolve() for name in sys.argv[1:split]]
    outputs = [pathlib.Path(name) for name in sys.argv[split + 1 :]]
    for output, group in zip(outputs, groups_of(sources, len(outputs))):
        text = SHADOW + "".join(f'#include "{source.as_posix()}"\n' for source in group)
        if not output.is_file() or output.read_text(encoding="utf-8") != text:
            output.write_text(text, encoding="utf-8")


def groups_of(sources, count):
    texts = {source: source.read_text(encoding="utf-8") for source in sources}
    total = sum(len(text) for text in texts.values())
    groups = [[] for _ in range(count)]
    declared, borrowed = [set() for _ in range(count)], [{} for _ in range(count)]
    before = 0
    for source, text in texts.items():
        own, shared = names_in(text)
        wanted = before * count // total
        free = [
            group
            for group in range(count)
            if not own & (declared[group] | borrowed[group].keys())
            and not shared.keys() & declared[group]
            and all(borrowed[group].get(name, meaning) == meaning for name, meaning in shared.items())
        ]
        if not free:
            sys.exit(f"{source}: each group has one of these names: {sorted(own | shared.keys())}")
        group = min(free, key=lambda group: abs(group - wanted))
        groups[group].append(source)
        declared[group] |= own
        borrowed[group].update(shared)
        before += len(text)
    return groups


def names_in(text):
    """The names that a source declares outside of functions and types, and what it calls names of other namespaces."""
    outside = outside_of_bodies(NOT_CODE.sub(" ", text))
    shared = {match["name"] or match["alias"]: match["used"] or match["aliased"] for match in BORROWED.finditer(outside)}
    outside = SHARED.sub(" ", outside)
    return {match.group(1) for pattern in (TYPE, VALUE) for match in pattern.finditer(outside)} - WORDS, shared


def outside_of_bodies(text):
    kept, inside = [], 0  # how deep in braces that are not of a namespace
    for piece in re.split(r"([{}])", text):
        if piece == "{" and (inside or not NAMESPACE.search("".join(kept[-1:]))):
            inside += 1
            kept += ["{"] if inside == 1 else []
        elif piece == "}" and inside:
            inside -= 1
        elif not inside:
            kept.append(piece)
    return "".join(kept)


if __name__ == "__main__":
    main()
