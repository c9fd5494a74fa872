#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Every test and example is built: each source is listed in a build file above it."""

import pathlib
import re
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD_FILES = ["meson.build", "CMakeLists.txt"]


class TestList(unittest.TestCase):
    def test_every_source_is_in_a_build_file(self):
        sources = [*(ROOT / "tests").glob("**/*.cpp"), *(ROOT / "examples").glob("**/*.cpp")]
        self.assertTrue(sources)
        forgotten = [source.relative_to(ROOT).as_posix() for source in sources if not is_listed(source)]
        self.assertEqual(sorted(forgotten), [], "add these to the nearest meson.build")

    def test_every_hygiene_script_is_in_the_build_file(self):
        text = (ROOT / "tests/hygiene/meson.build").read_text(encoding="utf-8")
        names = [file.name.removesuffix("_test.py") for file in (ROOT / "tests/hygiene").glob("*_test.py")]
        self.assertEqual([name for name in names if not re.search(rf"'{name}(_test\.py)?'", text)], [])

    def test_every_fuzz_target_that_is_built_is_fuzzed(self):
        built = re.search(r"fuzz_targets = \{(.*?)\n\}", (ROOT / "tests/fuzz/meson.build").read_text(encoding="utf-8"), re.DOTALL).group(1)
        fuzzed = (ROOT / "tests/fuzz/run.sh").read_text(encoding="utf-8")
        self.assertEqual([name for name in re.findall(r"'(\w+)':", built) if not re.search(rf"\b{name}\b", fuzzed)], [])


def is_listed(source):
    for folder in source.parents[: source.parents.index(ROOT) + 1]:
        for build_file in BUILD_FILES:
            file = folder / build_file
            name = source.relative_to(folder).with_suffix("").as_posix()
            if file.is_file() and re.search(rf"['\s/]{re.escape(name)}(\.cpp)?['\s)]", file.read_text(encoding="utf-8")):
                return True
    return False


if __name__ == "__main__":
    unittest.main()
