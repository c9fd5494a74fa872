#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Prints the version of tc3, which stands in include/tc3/version.hpp and nowhere else. For meson.build."""

import pathlib
import re

HEADER = pathlib.Path(__file__).resolve().parent.parent / "include" / "tc3" / "version.hpp"

print(re.search(r'#define TC3_VERSION_STRING "(.+)"', HEADER.read_text(encoding="utf-8")).group(1))
