#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The floors of include/tc3: an include goes down or stays in its folder, and the library's face needs no expensive header."""

import pathlib
import re
import unittest

INCLUDE = pathlib.Path(__file__).resolve().parents[2] / "include"

# From the ground up. A folder `x/` holds x.hpp beside it too. Folders on one floor know nothing of each other.
FLOORS = [
    ["fwd.hpp", "version.hpp", "config.hpp"],
    ["core/"],
    ["encoding/"],
    ["json/", "crypto/", "http/"],
    ["validation/"],
    ["signing/", "model/"],
    ["api/"],
    ["transport/", "faceid/"],
    ["tc3.hpp"],
    ["testing/"],
    ["adapters/"],
]

# Actions that the service took offline: for those who still read their answers.
RETIRED = "faceid/retired/"

# Beyond the umbrella these are fine: who includes an adapter asks for its cost.
FREE_FOLDERS = ["testing/", "adapters/"]

# Expensive to compile, bound to exceptions, locales, clocks or threads, or a door to the outside.
BANNED = set(
    """
    algorithm any atomic chrono codecvt condition_variable coroutine deque exception execution expected filesystem format forward_list
    fstream functional future iomanip ios iosfwd iostream istream list locale map mutex numbers numeric ostream print queue random
    ranges ratio regex scoped_allocator semaphore set shared_mutex source_location sstream stack stacktrace stdexcept stop_token
    streambuf strstream syncstream system_error thread typeindex typeinfo unordered_map unordered_set valarray
    cassert cerrno cfenv clocale csetjmp csignal cstdio cstdlib ctime cuchar cwchar cwctype
    assert.h errno.h locale.h setjmp.h signal.h stdio.h stdlib.h time.h unistd.h
    """.split()
)


class Floors(unittest.TestCase):
    def setUp(self):
        self.headers = {file.relative_to(INCLUDE / "tc3").as_posix(): file for file in INCLUDE.glob("tc3/**/*") if file.is_file()}
        self.assertTrue(self.headers)

    def test_every_header_has_a_floor(self):
        self.assertEqual([path for path in self.headers if floor_of(path) is None], [])

    def test_an_include_goes_down_or_stays_in_its_folder(self):
        wrong = []
        for path, line, included in self.includes():
            if not included.startswith("tc3/"):
                continue
            below = included.removeprefix("tc3/")
            if not may_include(path, below):
                wrong.append(f"include/tc3/{path}:{line}: <{included}> is not below")
        self.assertEqual(wrong, [])

    def test_the_library_includes_no_expensive_header(self):
        wrong = [
            f"include/tc3/{path}:{line}: <{included}>"
            for path, line, included in self.includes()
            if included in BANNED and place_of(path) not in FREE_FOLDERS
        ]
        self.assertEqual(wrong, [])

    def test_the_library_includes_nothing_but_the_standard_library(self):
        wrong = [
            f"include/tc3/{path}:{line}: <{included}>"
            for path, line, included in self.includes()
            if "/" in included and not included.startswith("tc3/") and place_of(path) not in FREE_FOLDERS
        ]
        self.assertEqual(wrong, [])

    def test_the_umbrella_is_only_a_list(self):
        if "tc3.hpp" not in self.headers:
            self.skipTest("no umbrella")
        for number, line in enumerate(lines_of(self.headers["tc3.hpp"]), 1):
            self.assertRegex(line, r"^(//.*|#pragma once|#include <tc3/.*>( *//.*)?|)$", f"include/tc3/tc3.hpp:{number}")

    def test_the_umbrella_holds_every_header_below_it(self):
        if "tc3.hpp" not in self.headers:
            self.skipTest("no umbrella")
        reached = self.reached_from("tc3.hpp")
        below = {path for path in self.headers if floor_of(path) < floor_of("tc3.hpp") and not path.startswith(RETIRED)}
        self.assertEqual(sorted(below - reached), [])

    def test_the_umbrella_holds_no_action_that_was_taken_offline(self):
        retired = {path for path in self.headers if path.startswith(RETIRED)}
        self.assertEqual(sorted(retired & self.reached_from("tc3.hpp")), [])

    def includes(self):
        for path, file in sorted(self.headers.items()):
            for number, line in enumerate(lines_of(file), 1):
                found = re.match(r'\s*#\s*include\s*[<"]([^>"]+)[>"]', line)
                if found:
                    yield path, number, found.group(1)

    def reached_from(self, path):
        graph = {}
        for source, _, included in self.includes():
            graph.setdefault(source, []).append(included.removeprefix("tc3/"))
        reached, waiting = set(), [path]
        while waiting:
            here = waiting.pop()
            if here not in reached:
                reached.add(here)
                waiting += graph.get(here, [])
        return reached


class Rule(unittest.TestCase):
    def test_down_is_allowed(self):
        self.assertTrue(may_include("signing/signer.hpp", "core/sink.hpp"))

    def test_up_is_refused(self):
        self.assertFalse(may_include("core/sink.hpp", "signing/signer.hpp"))

    def test_the_own_folder_is_allowed(self):
        self.assertTrue(may_include("json/read.hpp", "json/number.hpp"))
        self.assertTrue(may_include("testing.hpp", "testing/emulator.hpp"))

    def test_a_neighbour_is_refused(self):
        self.assertFalse(may_include("json/read.hpp", "http/message.hpp"))

    def test_the_unknown_is_refused(self):
        self.assertFalse(may_include("json/read.hpp", "elsewhere/thing.hpp"))


def may_include(path, below):
    if floor_of(path) is None or floor_of(below) is None:
        return False
    if floor_of(below) == 0 or place_of(below) == place_of(path):
        return True
    return floor_of(below) < floor_of(path)


def floor_of(path):
    return next((number for number, places in enumerate(FLOORS) if place_of(path) in places), None)


def place_of(path):
    """The entry of FLOORS that a header belongs to: its folder, or itself at the top."""
    folder, slash, _ = path.partition("/")
    if slash:
        return folder + "/"
    beside = path.removesuffix(".hpp") + "/"
    return beside if any(beside in places for places in FLOORS) else path


def lines_of(file):
    return file.read_text(encoding="utf-8").splitlines()


if __name__ == "__main__":
    unittest.main()
