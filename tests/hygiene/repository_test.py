#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The repository has no path of a build machine, no credential except published examples, and none of the words that were dropped.
The inline namespace is that of the version."""

import pathlib
import re
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
SKIPPED_FOLDERS = re.compile(r"(\.git|build.*|__pycache__|subprojects/.*)")

# Split in two, so that this file does not contain what it searches for.
MACHINE_PATHS = re.compile(r"(?<![\w.$}-])/(?:wo" r"rk|ro" r"ot|ho" r"me/\w+|Us" r"ers/\w+)/|[A-Z]:\\Us" r"ers\\")
SECRET_IDS = re.compile(r"AKID[0-9A-Za-z]{32}(?![0-9A-Za-z])")
PRIVATE_KEYS = re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----")

# Of the manual and of public test suites. No real id ends in this word.
PUBLISHED_IDS = re.compile(r"AKID[0-9A-Za-z]+EXAMPLE")

# Words that are dropped from headers and examples, with the word to use. Only words that have no other use in code.
DROPPED_WORDS = [
    (r"\banew\b", "again"),
    (r"\bSPEC \d", "docs/tc3-signing.md 1.2"),
    (r"\bfirst_fault\b", "first_error"),
    (r"\boutcome_of\b", "call_result"),
    (r"\bquestions?\b(?![_ -]marks?\b)", "input: the parameters of an action"),
    (r"\b(lost|full|whole|an|the) answers?\b", "output of an action, or response of HTTP"),
    (r"\brefusals?\b", "rejection by a server, or error"),
    (r"\b[Ww]hoever\b", "a noun, or `you`"),
    (r"\balike\b", "similar types, or nothing"),
    (r"\bas (it|they) stands?\b", "unchanged"),
]


class Repository(unittest.TestCase):
    def setUp(self):
        self.files = list(text_files(ROOT))
        self.assertTrue(self.files)

    def test_has_no_path_of_a_build_machine(self):
        self.assertEqual(self.found(MACHINE_PATHS), [])

    def test_has_only_published_secret_ids(self):
        self.assertEqual([hit for hit in self.found(SECRET_IDS) if not PUBLISHED_IDS.search(hit)], [])

    def test_has_no_private_key(self):
        self.assertEqual(self.found(PRIVATE_KEYS), [])

    def test_the_inline_namespace_is_that_of_the_version(self):
        texts = {path: text for path, text in self.files if path.startswith("include/")}
        number = dict(re.findall(r"#define TC3_VERSION_(\w+) (\d+)$", texts["include/tc3/version.hpp"], re.MULTILINE))
        namespace = f"v{number['MAJOR']}_{number['MINOR']}"
        names = re.findall(r"#define TC3_NAMESPACE (\w+)$", texts["include/tc3/config.hpp"], re.MULTILINE)
        ways = ("_portable_needs_TC3_IMPLEMENTATION", "_needs_TC3_IMPLEMENTATION", "_portable", "")
        self.assertEqual(names, [namespace + way for way in ways])
        opened = {name for text in texts.values() for name in re.findall(r"\binline (\w+)(?:::[\w:]+)? \{", text)}
        self.assertEqual(opened, {"TC3_NAMESPACE"})

    def test_headers_and_examples_have_no_dropped_word(self):
        hits = []
        for path, text in self.files:
            if path.startswith(("include/", "examples/")) and path.endswith((".hpp", ".cpp")):
                hits += [f"{path}:{line}" for line in dropped_words(text)]
        self.assertEqual(hits, [])

    def test_no_line_of_a_header_is_longer_than_140_characters(self):
        headers = [(path, text) for path, text in self.files if path.startswith("include/")]
        lines = [(path, number, line) for path, text in headers for number, line in enumerate(text.splitlines(), 1)]
        self.assertEqual([f"{path}:{number}" for path, number, line in lines if len(line) > 140], [])

    def found(self, pattern):
        hits = []
        for path, text in self.files:
            for number, line in enumerate(text.splitlines(), 1):
                hits += [f"{path}:{number}: {match.group()}" for match in pattern.finditer(line)]
        return hits


class Patterns(unittest.TestCase):
    def test_a_real_looking_secret_id_is_found(self):
        secret_id = "AKID" + "a1B2" * 8
        self.assertTrue(SECRET_IDS.search(f'"{secret_id}"'))
        self.assertFalse(PUBLISHED_IDS.search(secret_id))

    def test_a_published_secret_id_is_allowed(self):
        self.assertTrue(PUBLISHED_IDS.search("AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE"))

    def test_a_machine_path_is_found(self):
        for path in ["/ho" + "me/someone/tc3/x.hpp", "(/wo" + "rk/main/)", "C:\\Us" + "ers\\someone"]:
            self.assertTrue(MACHINE_PATHS.search(path), path)

    def test_a_relative_path_or_an_address_is_allowed(self):
        for path in ["tests/wo" + "rk/x", "https://example.com/ho" + "me/x/", "${prefix}/ro" + "ot/"]:
            self.assertFalse(MACHINE_PATHS.search(path), path)

    def test_dropped_words_are_found(self):
        texts = ["signed anew", "(SPEC 1.2)", "first_fault rules;", "tc3::outcome_of<input>", "one question", "Whoever asks", "as they stand"]
        for text in texts:
            self.assertEqual(len(list(dropped_words(text))), 1, text)

    def test_other_words_are_allowed(self):
        for text in ["a question mark", "question_mark", "faceid::outcome(output)", "the answered call", "INSPECT 1"]:
            self.assertEqual(list(dropped_words(text)), [], text)


def dropped_words(text):
    """Yields line, word and replacement of each dropped word."""
    for number, line in enumerate(text.splitlines(), 1):
        for pattern, replacement in DROPPED_WORDS:
            if found := re.search(pattern, line):
                yield f"{number}: '{found.group()}', use: {replacement}"


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
