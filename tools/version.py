#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Prints the version of tc3, which include/tc3/version.hpp defines. For meson.build.

    python3 tools/version.py            print it
    python3 tools/version.py --write    write it into the files of tools/packaging/ that must contain it
    python3 tools/version.py --check    fail if one of them has another version
"""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
PACKAGING = ROOT / "tools" / "packaging"

# The places that hold the version, as an expression whose second group is the version. Other files there read the header.
PLACES = {
    "idf_component.yml": r'(^version: ")([^"]*)',
    "library.json": r'(^  "version": ")([^"]*)',
    "tc3.wrap": r"(\btc3-)(\d[\d.]*?)(?=\.tar\.gz$|$)",
    "vcpkg/tc3/vcpkg.json": r'(^  "version": ")([^"]*)',
}


def main():
    text = (ROOT / "include" / "tc3" / "version.hpp").read_text(encoding="utf-8")
    version = re.search(r'#define TC3_VERSION_STRING "(.+)"', text).group(1)
    if sys.argv[1:] == []:
        print(version)
        return 0
    if sys.argv[1:] not in (["--write"], ["--check"]):
        print("usage: version.py [--write | --check]", file=sys.stderr)
        return 2
    stale = [name for name in PLACES if not update(name, version, write=sys.argv[1] == "--write")]
    for name in stale:
        print(f"tools/packaging/{name} has another version than include/tc3/version.hpp: {version}", file=sys.stderr)
    if stale:
        print("Run: python3 tools/version.py --write", file=sys.stderr)
    return 1 if stale else 0


def update(name, version, write):
    """Returns whether the file has the version, or writes it."""
    file = PACKAGING / name
    text = file.read_text(encoding="utf-8")
    updated, places = re.subn(PLACES[name], lambda found: found.group(1) + version, text, flags=re.MULTILINE)
    if places == 0:
        return False
    if write and updated != text:
        file.write_text(updated, encoding="utf-8")
        print(f"tools/packaging/{name}")
    return write or updated == text


if __name__ == "__main__":
    sys.exit(main())
