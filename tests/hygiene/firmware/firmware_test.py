#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What tc3 costs on a Cortex-M3: programs on an emulated board stay within their limits, link nothing that a firmware has no room
for, and sign correctly. The README has the same figures.

    firmware_test.py include|single_include
"""

import pathlib
import re
import sys
import tempfile
import unittest

import absent
import bench
import cost_tables
from boards import CORTEX_M3
from programs import HERE, ROOT, expected_text

# In bytes, slightly above the measured values, so that growth is noticed. Text is code and constants, less those of the empty program.
LIMITS = {
    "authorization": {"text": 4984, "stack": 880, "static RAM": 0},
    "exchange": {"text": 18044, "stack": 1644, "static RAM": 0},
    "exchange_strict": {"text": 17216, "stack": 1644, "static RAM": 0},
    "exchange_own_hash": {"text": 17160, "stack": 1636, "static RAM": 0},
    "exchange_own_signer": {"text": 17836, "stack": 1832, "static RAM": 0},
}
# The functions and constants that only lenient reading needs.
LENIENT = re.compile("leniently|lenient_reading|read_any_scalar|enter_or_skip_empty|repair_damaged_text|write_repaired|report_deviation")
IN_README = ("authorization", "exchange")


class Firmware(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.bench = bench.Bench(CORTEX_M3, INCLUDE, pathlib.Path(folder.name))
        cls.images = {name: cls.bench.build(name) for name in LIMITS}
        cls.measured = {name: cls.bench.measure(image) for name, image in cls.images.items()}
        print_table(cls.measured)

    def test_programs_stay_within_their_limits(self):
        for name, limits in LIMITS.items():
            for what, limit in limits.items():
                with self.subTest(name, what=what):
                    self.assertLessEqual(self.measured[name][what], limit)

    def test_programs_write_the_expected_text(self):
        for name, image in self.images.items():
            with self.subTest(name):
                self.assertEqual(self.bench.emulate(image)[1], expected_text(name) + "\n")

    def test_images_contain_nothing_forbidden(self):
        for name, image in self.images.items():
            with self.subTest(name):
                self.assertEqual(absent.found_in(bench.symbols(image)), {}, bench.archive_members(image))

    def test_a_program_that_reads_strictly_links_nothing_that_reads_leniently(self):
        lenient = {name: [symbol for symbol in bench.symbols(self.images[name]) if LENIENT.search(symbol)] for name in self.images}
        self.assertEqual(lenient["exchange_strict"], [])
        self.assertGreater(len(lenient["exchange"]), 4)  # else the names have changed

    def test_the_readme_has_the_measured_figures(self):
        version = bench.compiler_version()
        if not cost_tables.README.is_for(version):
            self.skipTest(f"the figures of the README are for another compiler than {version}")
        wrong = [line for name in IN_README if (line := cost_tables.README.differing((name,), self.measured[name]))]
        self.assertFalse(wrong, "\n".join(["the README should have these rows:", *wrong]))

    def test_vectors_get_the_expected_signatures(self):
        count = self.bench.write_vectors()
        self.assertGreater(count, 100)
        self.assertEqual(self.bench.sign_vectors(), f"{count} signatures as expected\n")


class Symbols(unittest.TestCase):
    def test_finds_everything_forbidden_in_a_program_that_has_it(self):
        with tempfile.TemporaryDirectory() as folder:
            image = pathlib.Path(folder) / "forbidden.elf"
            bench.Bench(CORTEX_M3, INCLUDE, image.parent).link(image, ["-std=c++20", "-Os", "-Wl,--gc-sections", HERE / "forbidden.cpp"])
            self.assertEqual(set(absent.found_in(bench.symbols(image))), set(absent.FORBIDDEN))

    def test_allows_harmless_symbols(self):
        harmless = ["memcpy", "strlen", "__aeabi_uldivmod", "__udivmoddi4", "_ZNKSt17basic_string_viewIcE4findEc", "reset"]
        self.assertEqual(absent.found_in(harmless), {})


def print_table(measured):
    print(f"{'program':20}{'text':>8}{'limit':>8}{'stack':>8}{'limit':>8}{'static RAM':>12}{'limit':>8}")
    for name, figures in measured.items():
        cells = [str(number) for what, limit in LIMITS[name].items() for number in (figures[what], limit)]
        print(f"{name:20}" + "".join(f"{cell:>{width}}" for cell, width in zip(cells, (8, 8, 8, 8, 12, 8))))
    sys.stdout.flush()


if __name__ == "__main__":
    if missing := bench.missing_parts([CORTEX_M3]):
        print("skipped, not installed:", ", ".join(missing))
        sys.exit(bench.SKIPPED)
    INCLUDE = ROOT / (sys.argv[1:] or ["include"])[0]
    unittest.main(argv=sys.argv[:1])
