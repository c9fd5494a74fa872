#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What tc3 costs on a Cortex-M3: programs on an emulated board stay within their limits, link nothing that a firmware has no room
for, and sign correctly. The README has the same figures.

    firmware_test.py include|single_include
"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

import absent
import readme_costs
import vector_table
from programs import FLAGS, HERE, ROOT, expected_text, run

PREFIX = "arm-none-eabi-"
QEMU = "qemu-system-arm"
COMPILE = [PREFIX + "g++", "-mcpu=cortex-m3", "-mthumb", "--specs=nosys.specs"]
BOARD = ["--specs=nano.specs", "-nostartfiles", "-T", HERE / "mps2_an385.ld", HERE / "start.cpp", HERE / "cortex_main.cpp"]
EMULATE = [QEMU, "-M", "mps2-an385", "-semihosting-config", "enable=on,target=native", "-nographic", "-kernel"]
SKIPPED = 77

# In bytes, slightly above the measured values, so that growth is noticed. Text is code and constants, less those of the empty program.
LIMITS = {
    "authorization": {"text": 5632, "stack": 1088, "static RAM": 0},
    "exchange": {"text": 16896, "stack": 1808, "static RAM": 0},
    "exchange_own_hash": {"text": 16000, "stack": 1728, "static RAM": 0},
    "exchange_own_signer": {"text": 16640, "stack": 1984, "static RAM": 0},
}
IN_README = ("authorization", "exchange")


class Firmware(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        cls.empty = sections(build(cls.folder, "empty"))
        cls.images = {name: build(cls.folder, name) for name in LIMITS}
        cls.measured = {name: measure(image, cls.empty) for name, image in cls.images.items()}
        print_table(cls.measured)

    def test_programs_stay_within_their_limits(self):
        for name, limits in LIMITS.items():
            for what, limit in limits.items():
                with self.subTest(name, what=what):
                    self.assertLessEqual(self.measured[name][what], limit)

    def test_programs_write_the_expected_text(self):
        for name, image in self.images.items():
            with self.subTest(name):
                self.assertEqual(emulate(image)[1], expected_text(name) + "\n")

    def test_images_contain_nothing_forbidden(self):
        for name, image in self.images.items():
            with self.subTest(name):
                self.assertEqual(absent.found_in(symbols(image)), {}, archive_members(image))

    def test_the_readme_has_the_measured_figures(self):
        version = run([PREFIX + "g++", "-dumpfullversion"]).stdout
        if not readme_costs.is_for(version):
            self.skipTest(f"the figures of the README are for another compiler than {version}")
        wrong = [line for name in IN_README if (line := readme_costs.differing(name, self.measured[name]))]
        self.assertFalse(wrong, "\n".join(["the README should have these rows:", *wrong]))

    def test_vectors_get_the_expected_signatures(self):
        count = vector_table.write(self.folder / "vector_table.inc")
        self.assertGreater(count, 100)
        _, text = emulate(build(self.folder, "vectors", "-I", self.folder))
        self.assertEqual(text, f"{count} signatures as expected\n")


class Symbols(unittest.TestCase):
    def test_finds_everything_forbidden_in_a_program_that_has_it(self):
        with tempfile.TemporaryDirectory() as folder:
            image = pathlib.Path(folder) / "forbidden.elf"
            link(image, [*COMPILE, "-std=c++20", "-Os", "-Wl,--gc-sections", HERE / "forbidden.cpp"])
            self.assertEqual(set(absent.found_in(symbols(image))), set(absent.FORBIDDEN))

    def test_allows_harmless_symbols(self):
        harmless = ["memcpy", "strlen", "__aeabi_uldivmod", "__udivmoddi4", "_ZNKSt17basic_string_viewIcE4findEc", "reset"]
        self.assertEqual(absent.found_in(harmless), {})


def missing_parts():
    """Returns what is not installed: tools, or the standard library, which is a separate package."""
    missing = [tool for tool in (COMPILE[0], QEMU) if shutil.which(tool) is None]
    if COMPILE[0] in missing:
        return missing
    probe = [*COMPILE, "--specs=nano.specs", "-std=c++20", "-fsyntax-only", "-x", "c++", "-"]
    done = subprocess.run(probe, input="#include <string_view>", text=True, capture_output=True, check=False)
    return missing if done.returncode == 0 else [*missing, "the libstdc++ of " + COMPILE[0]]


def build(folder, name, *more):
    image = folder / f"{name}.elf"
    link(image, [*COMPILE, *FLAGS, "-I", INCLUDE, *more, *BOARD, HERE / f"{name}.cpp", f"-Wl,-Map={image.with_suffix('.map')}"])
    return image


def link(image, command):
    done = run([*command, "-o", image])
    if done.returncode != 0:
        raise AssertionError(f"{image.name} was not built:\n{done.stdout}")


def measure(image, empty):
    added = {what: size - empty[what] for what, size in sections(image).items()}
    return {"text": added["text"], "stack": emulate(image)[0], "static RAM": added["static RAM"]}


def sections(image):
    text, data, bss = run([PREFIX + "size", image]).stdout.splitlines()[1].split()[:3]
    return {"text": int(text), "static RAM": int(data) + int(bss)}


def emulate(image):
    """Runs an image. Returns the bytes of stack that it used and its text."""
    done = run([*EMULATE, image], timeout=120, stdin=subprocess.DEVNULL)
    found = re.fullmatch(r"stack (\d+)\n(.*)", done.stdout, re.DOTALL)
    if done.returncode != 0 or not found:
        raise AssertionError(f"{image.name} ended with status {done.returncode}: {done.stdout}")
    return int(found.group(1)), found.group(2)


def symbols(image):
    return absent.defined(run([PREFIX + "nm", "-P", image]).stdout)


def archive_members(image):
    """Returns the first part of the map: the members of libraries that were linked, and what refers to them."""
    return image.with_suffix(".map").read_text(encoding="utf-8").partition("\nDiscarded input sections")[0]


def print_table(measured):
    print(f"{'program':20}{'text':>8}{'limit':>8}{'stack':>8}{'limit':>8}{'static RAM':>12}{'limit':>8}")
    for name, figures in measured.items():
        cells = [str(number) for what, limit in LIMITS[name].items() for number in (figures[what], limit)]
        print(f"{name:20}" + "".join(f"{cell:>{width}}" for cell, width in zip(cells, (8, 8, 8, 8, 12, 8))))
    sys.stdout.flush()


if __name__ == "__main__":
    if missing := missing_parts():
        print("skipped, not installed:", *missing)
        sys.exit(SKIPPED)
    INCLUDE = ROOT / (sys.argv[1:] or ["include"])[0]
    unittest.main(argv=sys.argv[:1])
