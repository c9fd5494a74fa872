#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The figures and plots of docs/performance.md are those of the kept results, and the functions that render them are correct.
Nothing is measured."""

import json
import pathlib
import sys
import unittest
import xml.etree.ElementTree

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "tests" / "benchmarks"))

import compile_time  # noqa: E402
import document  # noqa: E402
import plots  # noqa: E402


class Page(unittest.TestCase):
    def setUp(self):
        self.page = document.PAGE.read_text(encoding="utf-8")
        self.results = json.loads(document.RESULTS.read_text(encoding="utf-8"))

    def test_has_the_kept_results(self):
        self.assertEqual(self.page, document.page_with(self.page, self.results), "sh tests/run.sh --bench writes this part")

    def test_has_a_place_for_results(self):
        self.assertEqual((self.page.count(document.BEGIN), self.page.count(document.END)), (1, 1))

    def test_plots_are_those_of_the_kept_results(self):
        kept = {file.name: file.read_text(encoding="utf-8") for file in document.FOLDER.glob("*.svg")}
        self.assertEqual(kept, document.files(self.results))

    def test_all_goals_are_there(self):
        self.assertEqual({goal["number"] for goal in document.goals_of(self.results)}, set(range(1, 14)))


class Goals(unittest.TestCase):
    def verdict(self, figure, at_least=False):
        return document.verdict({"figure": figure, "must": 2, "at_least": at_least})

    def test_a_figure_at_its_limit_is_met(self):
        self.assertEqual((self.verdict(2), self.verdict(2, at_least=True)), ("met", "met"))

    def test_a_figure_beyond_its_limit_is_missed(self):
        self.assertEqual((self.verdict(2.01), self.verdict(1.99, at_least=True)), ("missed", "missed"))

    def test_a_figure_that_was_not_measured_is_no_success(self):
        self.assertEqual(self.verdict(None), "absent")


class Figures(unittest.TestCase):
    def test_times_have_about_three_digits(self):
        times = [(0.5, "0.500 ns"), (193.4, "193 ns"), (3234, "3.23 \N{MICRO SIGN}s"), (45.6e6, "45.6 ms"), (1.5e9, "1.50 s")]
        self.assertEqual([plots.time_text(time) for time, _ in times], [text for _, text in times])

    def test_decades_enclose_all_values(self):
        self.assertEqual([list(plots.decades([15, 999])), list(plots.decades([10, 100]))], [[1, 2, 3], [1, 2]])

    def test_plots_are_well_formed(self):
        for plot in (plots.bars("a < b", [("tc3", 5, plots.OWN)]), plots.log_lines("a & b", "bytes", [("line", [1, 10], [20, 300])])):
            self.assertTrue(xml.etree.ElementTree.fromstring(plot).tag.endswith("svg"))

    def test_ratios_are_those_of_the_same_round(self):
        self.assertEqual(compile_time.median_ratio({compile_time.BASELINE: [1, 10, 2], "call": [2, 30, 4]}, "call"), 2)


if __name__ == "__main__":
    unittest.main()
