#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Nothing in the repository tells of the machine it was made on, no credential lies in it but the published examples, and
the namespace is that of the version."""

import pathlib
import re
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
SKIPPED_FOLDERS = re.compile(r"(\.git|build.*|__pycache__|subprojects/.*)")

# Written in pieces, so that this file does not find itself.
MACHINE_PATHS = re.compile(r"(?<![\w.$}-])/(?:wo" r"rk|ro" r"ot|ho" r"me/\w+|Us" r"ers/\w+)/|[A-Z]:\\Us" r"ers\\")
SECRET_IDS = re.compile(r"AKID[0-9A-Za-z]{32}(?![0-9A-Za-z])")
INLINE_NAMESPACES = re.compile(r"\binline\s+v\d\w*")
PRIVATE_KEYS = re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----")

# Of the manual and of public test suites; all end in a word that no real one does.
PUBLISHED_IDS = re.compile(r"AKID[0-9A-Za-z]+EXAMPLE")


class Repository(unittest.TestCase):
    def setUp(self):
        self.files = list(text_files(ROOT))
        self.assertTrue(self.files)

    def test_no_path_of_a_build_machine(self):
        self.assertEqual(self.found(MACHINE_PATHS), [])

    def test_no_secret_id_but_published_ones(self):
        self.assertEqual([hit for hit in self.found(SECRET_IDS) if not PUBLISHED_IDS.search(hit)], [])

    def test_no_private_key(self):
        self.assertEqual(self.found(PRIVATE_KEYS), [])

    def test_the_inline_namespace_is_that_of_the_version(self):
        texts = {path: text for path, text in self.files if path.startswith("include/")}
        number = dict(re.findall(r"#define TC3_VERSION_(\w+) (\d+)$", texts["include/tc3/version.hpp"], re.MULTILINE))
        namespace = f"v{number['MAJOR']}_{number['MINOR']}"
        self.assertIn(f"inline {namespace}", texts["include/tc3/core/result.hpp"])
        self.assertEqual([hit for hit in self.found(INLINE_NAMESPACES) if not hit.endswith(f"inline {namespace}")], [])

    def found(self, pattern):
        hits = []
        for path, text in self.files:
            for number, line in enumerate(text.splitlines(), 1):
                hits += [f"{path}:{number}: {match.group()}" for match in pattern.finditer(line)]
        return hits


class Patterns(unittest.TestCase):
    def test_a_real_looking_secret_id_is_found(self):
        made_up = "AKID" + "a1B2" * 8
        self.assertTrue(SECRET_IDS.search(f'"{made_up}"'))
        self.assertFalse(PUBLISHED_IDS.search(made_up))

    def test_a_published_secret_id_passes(self):
        self.assertTrue(PUBLISHED_IDS.search("AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE"))

    def test_a_machine_path_is_found(self):
        for path in ["/ho" + "me/someone/tc3/x.hpp", "(/wo" + "rk/main/)", "C:\\Us" + "ers\\someone"]:
            self.assertTrue(MACHINE_PATHS.search(path), path)

    def test_a_relative_path_or_an_address_passes(self):
        for path in ["tests/wo" + "rk/x", "https://example.com/ho" + "me/x/", "${prefix}/ro" + "ot/"]:
            self.assertFalse(MACHINE_PATHS.search(path), path)


def text_files(folder):
    for file in sorted(folder.iterdir()):
        path = file.relative_to(ROOT).as_posix()
        if SKIPPED_FOLDERS.fullmatch(path) and file.suffix != ".wrap" or file.name == "__pycache__":
            continue
        if file.is_dir():
            yield from text_files(file)
        elif b"\0" not in (data := file.read_bytes()):
            yield path, data.decode("utf-8", errors="replace")


if __name__ == "__main__":
    unittest.main()
