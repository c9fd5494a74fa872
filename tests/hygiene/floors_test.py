#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The floors of include/tc3: an include goes down or stays in its folder, no floor uses the details of another one, and the
library itself needs no expensive header."""

import pathlib
import re
import unittest

INCLUDE = pathlib.Path(__file__).resolve().parents[2] / "include"

# From the ground up. A folder `x/` includes the header x.hpp beside it. Folders on one floor do not include each other.
FLOORS = [
    ["requirements.hpp", "fwd.hpp", "version.hpp", "config.hpp"],
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

# Within eKYC: types include no advice and no action, advice includes no action.
FACEID_FLOORS = [
    ["faceid/fwd.hpp", "faceid/service.hpp"],
    ["faceid/types/"],
    ["faceid/advice/"],
    ["faceid/"],
]

# The namespace for the details of each folder. testing/faceid/ has its own.
DETAILS = {
    "core/": "core_detail",
    "encoding/": "encoding_detail",
    "json/": "json::detail",
    "crypto/": "crypto::detail",
    "http/": "http::detail",
    "validation/": "validation_detail",
    "signing/doctor/": "doctor_detail",
    "signing/": "signing::detail",
    "model/": "model_detail",
    "api/": "api_detail",
    "transport/": "transport_detail",
    "faceid/": "faceid::detail",
    "testing/faceid/": "testing::faceid_detail",
    "testing/": "testing::detail",
    "adapters/": "adapters::detail",
}
DETAIL_NAMES = {name.rpartition("::")[2] for name in DETAILS.values()}
NAMESPACE_OF_A_FLOOR = {folder.removesuffix("/") for folder, name in DETAILS.items() if name == folder.replace("/", "::") + "detail"}

# Actions that the service took offline. Only programs that still read their outputs include them.
RETIRED = "faceid/retired/"

# The signature doctor, which most programs do not need.
DOCTOR = ("signing/diagnose.hpp", "signing/doctor/")

# Not in the umbrella: a program that includes an adapter or the emulator accepts what their headers cost.
FREE_FOLDERS = ["testing/", "adapters/"]

# Expensive to compile, tied to exceptions, locales, clocks or threads, or for input and output.
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

    def test_no_floor_uses_another_floors_detail(self):
        wrong = [
            f"include/tc3/{path}:{number}: {name}, but the details of this folder are in {detail_of(path)}"
            for path, file in sorted(self.headers.items())
            for number, name in foreign_details(path, lines_of(file))
        ]
        self.assertEqual(wrong, [])

    def test_faceid_types_include_no_advice_and_advice_includes_no_action(self):
        wrong = [
            f"include/tc3/{path}:{line}: <{included}> is not below"
            for path, line, included in self.includes()
            if path.startswith("faceid/") and not may_include_in_faceid(path, included.removeprefix("tc3/"))
        ]
        self.assertEqual(wrong, [])

    def test_the_library_includes_no_expensive_header(self):
        wrong = [
            f"include/tc3/{path}:{line}: <{included}> is expensive"
            for path, line, included in self.includes()
            if included in BANNED and place_of(path) not in FREE_FOLDERS
        ]
        self.assertEqual(wrong, [])

    def test_the_library_includes_only_the_standard_library(self):
        wrong = [
            f"include/tc3/{path}:{line}: <{included}> is not in the standard library"
            for path, line, included in self.includes()
            if "/" in included and not included.startswith("tc3/") and place_of(path) not in FREE_FOLDERS
        ]
        self.assertEqual(wrong, [])

    def test_the_umbrella_is_only_a_list(self):
        if "tc3.hpp" not in self.headers:
            self.skipTest("no umbrella")
        for number, line in enumerate(lines_of(self.headers["tc3.hpp"]), 1):
            self.assertRegex(line, r"^(//.*|#pragma once|#include <tc3/.*>( *//.*)?|#ifndef TC3_REFUSED|#endif  // TC3_REFUSED|)$", f"include/tc3/tc3.hpp:{number}")

    def test_the_umbrella_includes_every_header_below_it(self):
        if "tc3.hpp" not in self.headers:
            self.skipTest("no umbrella")
        reached = self.reached_from("tc3.hpp")
        below = {path for path in self.headers if floor_of(path) < floor_of("tc3.hpp") and not path.startswith((RETIRED, *DOCTOR))}
        self.assertEqual(sorted(below - reached), [])

    def test_the_umbrella_includes_no_retired_action(self):
        retired = {path for path in self.headers if path.startswith(RETIRED)}
        self.assertEqual(sorted(retired & self.reached_from("tc3.hpp")), [])

    def includes(self):
        """Yields path, line number and included name of every include."""
        for path, file in sorted(self.headers.items()):
            for number, line in enumerate(lines_of(file), 1):
                found = re.match(r'\s*#\s*include\s*[<"]([^>"]+)[>"]', line)
                if found:
                    yield path, number, found.group(1)

    def reached_from(self, path):
        """Returns the header and all headers that it includes, directly or not."""
        graph = {}
        for source, _, included in self.includes():
            graph.setdefault(source, []).append(included.removeprefix("tc3/"))
        reached, waiting = set(), [path]
        while waiting:
            current = waiting.pop()
            if current not in reached:
                reached.add(current)
                waiting += graph.get(current, [])
        return reached


class IncludeRule(unittest.TestCase):
    def test_a_lower_floor_is_allowed(self):
        self.assertTrue(may_include("signing/signer.hpp", "core/sink.hpp"))

    def test_a_higher_floor_is_refused(self):
        self.assertFalse(may_include("core/sink.hpp", "signing/signer.hpp"))

    def test_the_own_folder_is_allowed(self):
        self.assertTrue(may_include("json/read.hpp", "json/number.hpp"))
        self.assertTrue(may_include("testing.hpp", "testing/emulator.hpp"))

    def test_another_folder_of_the_same_floor_is_refused(self):
        self.assertFalse(may_include("json/read.hpp", "http/message.hpp"))

    def test_an_unknown_folder_is_refused(self):
        self.assertFalse(may_include("json/read.hpp", "elsewhere/thing.hpp"))


class FaceidRule(unittest.TestCase):
    def test_lower_sub_folders_are_allowed(self):
        self.assertTrue(may_include_in_faceid("faceid/advice/outcome.hpp", "faceid/types/result_code.hpp"))
        self.assertTrue(may_include_in_faceid("faceid/get_liveness_result.hpp", "faceid/advice/outcome.hpp"))
        self.assertTrue(may_include_in_faceid("faceid/retired/apply_card_verification.hpp", "faceid/types/cards.hpp"))
        self.assertTrue(may_include_in_faceid("faceid/types/cards.hpp", "faceid/fwd.hpp"))

    def test_the_own_sub_folder_is_allowed(self):
        self.assertTrue(may_include_in_faceid("faceid/types/ocr_result.hpp", "faceid/types/cards.hpp"))

    def test_includes_of_other_folders_are_allowed(self):
        self.assertTrue(may_include_in_faceid("faceid/types/cards.hpp", "model/fields.hpp"))
        self.assertTrue(may_include_in_faceid("faceid/types/cards.hpp", "string"))

    def test_higher_sub_folders_are_refused(self):
        self.assertFalse(may_include_in_faceid("faceid/types/cards.hpp", "faceid/advice/outcome.hpp"))
        self.assertFalse(may_include_in_faceid("faceid/types/cards.hpp", "faceid/get_liveness_result.hpp"))
        self.assertFalse(may_include_in_faceid("faceid/advice/outcome.hpp", "faceid/get_liveness_result.hpp"))
        self.assertFalse(may_include_in_faceid("faceid/advice/outcome.hpp", "faceid/retired/apply_card_verification.hpp"))


class DetailRule(unittest.TestCase):
    def assert_foreign(self, path, line, *names):
        self.assertEqual([name for _, name in foreign_details(path, [line])], list(names))

    def test_own_details_are_allowed(self):
        self.assert_foreign("core/sink.hpp", "core_detail::write(tc3::core_detail::buffer);")
        self.assert_foreign("json/read.hpp", "return detail::is_blank(json::detail::first);")
        self.assert_foreign("json/plain_run.hpp", "namespace tc3::inline TC3_NAMESPACE::json::detail {")
        self.assert_foreign("testing/faceid/rules.hpp", "namespace tc3::inline TC3_NAMESPACE::testing::faceid_detail {")
        self.assert_foreign("testing.hpp", "testing::detail::reply();")

    def test_details_of_another_floor_are_found(self):
        self.assert_foreign("api/query.hpp", "model_detail::write(out);", "model_detail")
        self.assert_foreign("api/query.hpp", "return json::detail::is_blank(c);", "json::detail")
        self.assert_foreign("signing/scope.hpp", "tc3::http::detail::write_head(out);", "http::detail")
        self.assert_foreign("json/read.hpp", "using namespace core_detail;", "core_detail")

    def test_a_detail_namespace_without_an_owner_is_found(self):
        self.assert_foreign("core/sink.hpp", "namespace detail {", "detail")
        self.assert_foreign("core/sink.hpp", "namespace sink_detail {", "sink_detail")

    def test_details_of_testing_are_not_those_of_its_faceid_folder(self):
        self.assert_foreign("testing/faceid/rules.hpp", "detail::reject(rejection::host);", "detail")
        self.assert_foreign("testing/emulator.hpp", "faceid_detail::session* session;", "faceid_detail")

    def test_the_namespace_of_another_floor_is_found(self):
        self.assert_foreign("core/sink.hpp", "namespace tc3::inline TC3_NAMESPACE::json {", "json")
        self.assert_foreign("core/ascii.hpp", "namespace tc3::inline TC3_NAMESPACE::ascii {")

    def test_comments_texts_and_other_names_are_allowed(self):
        self.assert_foreign("core/sink.hpp", "// as json::detail::is_blank does")
        self.assert_foreign("core/sink.hpp", 'out.append("json::detail::");')
        self.assert_foreign("faceid/types/cards.hpp", "basic_edit_detail<Storage> edit_detail;")


def may_include(path, below):
    if floor_of(path) is None or floor_of(below) is None:
        return False
    if floor_of(below) == 0 or place_of(below) == place_of(path):
        return True
    return floor_of(below) < floor_of(path)


def may_include_in_faceid(path, below):
    if not below.startswith("faceid/"):
        return True
    return faceid_floor_of(below) <= faceid_floor_of(path)


def foreign_details(path, lines):
    """Yields line number and name of each detail namespace that does not belong to the folder of a header."""
    for number, line in enumerate(lines, 1):
        code = re.sub(r'"(\\.|[^"\\])*"|//.*', "", line)
        declares = re.match(r"\s*(using )?namespace\b", code)
        if declares and (opened := re.search(r"\bTC3_NAMESPACE::(\w+)", code)) and opened.group(1) in NAMESPACE_OF_A_FLOOR:
            if opened.group(1) + "/" != place_of(path):
                yield number, opened.group(1)
                continue
        for found in re.finditer(r"(?:(\w+)::)?\b(\w*detail)\b(::)?", code):
            outer, name, is_qualifier = found.groups()
            if (declares or is_qualifier and name in DETAIL_NAMES) and not is_own_detail(path, outer, name):
                yield number, f"{outer}::{name}" if outer else name


def is_own_detail(path, outer, name):
    own_outer, _, own_name = detail_of(path).rpartition("::")
    return name == own_name and outer in (None, "tc3", "TC3_NAMESPACE", own_outer)


def detail_of(path):
    return next((name for folder, name in DETAILS.items() if path.startswith(folder)), DETAILS.get(place_of(path), "nothing"))


def faceid_floor_of(path):
    return next(number for number, places in enumerate(FACEID_FLOORS) if any(path.startswith(place) for place in places))


def floor_of(path):
    return next((number for number, places in enumerate(FLOORS) if place_of(path) in places), None)


def place_of(path):
    """Returns the entry of FLOORS that a header belongs to: its folder, or the header itself if it is in none."""
    folder, slash, _ = path.partition("/")
    if slash:
        return folder + "/"
    beside = path.removesuffix(".hpp") + "/"
    return beside if any(beside in places for places in FLOORS) else path


def lines_of(file):
    return file.read_text(encoding="utf-8").splitlines()


if __name__ == "__main__":
    unittest.main()
