#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""tc3 on an emulated board of each Cortex-M core: the signing vectors and the programs of the README give the expected text, link
nothing that a firmware has no room for, and use no FPU. docs/platforms.md has the cost of the programs.

    boards_test.py include|single_include [CORE...]      cores as in boards.py, by default all
"""

import pathlib
import re
import subprocess
import sys
import tempfile
import unittest
import unittest.mock

import absent
import bench
import vector_table
from boards import BOARDS
from cost_tables import CostTable
from programs import ROOT, expected_text

PROGRAMS = ("authorization", "exchange")
PAGE = "docs/platforms.md"
COLUMNS = ("text", "stack", "static RAM")


class Boards(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.trials = [Trial(on_board) for on_board in BENCHES]
        print_table(cls.trials)

    def test_vectors_and_programs_pass(self):
        for trial in self.trials:
            with self.subTest(trial.board.core):
                self.assertEqual(trial.failed, 0, "\n".join(trial.messages))
                self.assertGreater(trial.passed, 100)

    def test_the_page_has_the_measured_figures(self):
        table, version = CostTable(PAGE, "Bare metal", COLUMNS), bench.compiler_version()
        if not table.is_for(version):
            self.skipTest(f"the figures of {PAGE} are for another compiler than {version}")
        wrong = [line for trial in self.trials for row in trial.rows() if (line := table.differing(*row))]
        self.assertEqual(len(wrong), 0, "\n".join([f"{PAGE} should have these rows:", *wrong]))


class Page(unittest.TestCase):
    def setUp(self):
        self.table = CostTable(PAGE, "Bare metal", COLUMNS)

    def test_has_a_row_for_each_program_on_each_board(self):
        self.assertEqual(self.table.names(), {(board.machine, board.core, program) for board in BOARDS for program in PROGRAMS})

    def test_has_the_number_of_the_vectors(self):
        expected = f"{len(vector_table.selected())} of the {len(vector_table.vectors())} normative signing vectors"
        self.assertIn(expected, " ".join(self.table.section.split()))


class Trial:
    """The vectors and the programs on one board. Goes on after a failure, so that the numbers of passed and failed are complete."""

    def __init__(self, on_board):
        self.board, self.bench = on_board.board, on_board
        self.passed, self.failed, self.messages, self.measured = 0, 0, [], {}
        self.attempt(self.bench.write_vectors(), self.sign_vectors)
        for name in PROGRAMS:
            self.attempt(1, lambda name=name: self.run_program(name))

    def attempt(self, count, function):
        """Counts what passed of `count`. A function returns how many passed and a message, which is shown if it is fewer."""
        try:
            passed, message = function()
        except AssertionError as error:
            passed, message = 0, str(error)
        self.passed += passed
        self.failed += count - passed
        if passed != count:
            self.messages.append(message)

    def sign_vectors(self):
        text = self.bench.sign_vectors()
        found = re.search(r"(\d+) signatures as expected\n$", text)
        return int(found.group(1)) if found else 0, text

    def run_program(self, name):
        image = self.bench.build(name)
        text = self.bench.emulate(image)[1]
        if text != expected_text(name) + "\n":
            return 0, f"{name} wrote {text}"
        if found := absent.found_in(bench.symbols(image)) or bench.fpu_instructions(image):
            return 0, f"{name} has {found}"
        self.measured[name] = self.bench.measure(image)
        return 1, ""

    def rows(self):
        """Yields the names and the figures of each row of the table."""
        for program, figures in self.measured.items():
            yield (self.board.machine, self.board.core, program), figures

    def summary(self):
        return f"{self.board.core}: {self.passed} passed, {self.failed} failed (vectors, {len(PROGRAMS)} programs)"


class Emulation(unittest.TestCase):
    """The emulated boards behave like the cores where the tests above depend on it."""

    def test_a_program_that_calculates_with_the_fpu_runs_and_is_found(self):
        for on_board in BENCHES:
            with self.subTest(on_board.board.core):
                image = on_board.build("floating_point")
                self.assertEqual(on_board.emulate(image)[1], "6\n")
                self.assertEqual(bool(bench.fpu_instructions(image)), on_board.board.has_fpu)

    def test_an_unaligned_word_is_an_error_on_a_core_without_such_access(self):
        for on_board in BENCHES:
            with self.subTest(on_board.board.core):
                image = on_board.build("unaligned")
                if on_board.board.has_unaligned_access:
                    self.assertEqual(on_board.emulate(image)[1], "0\n")
                else:
                    self.assertRaisesRegex(AssertionError, "ended with status 99", on_board.emulate, image)

    def test_a_program_that_does_not_end_is_a_failure(self):
        endless = subprocess.TimeoutExpired(bench.QEMU, bench.TIME_LIMIT)
        with unittest.mock.patch.object(bench, "run", side_effect=endless):
            self.assertRaisesRegex(AssertionError, "^endless.elf took more than 120 s$", BENCHES[0].emulate, pathlib.Path("endless.elf"))


def print_table(trials):
    print(f"{'board':14}{'core':16}{'program':16}{'text':>8}{'stack':>8}{'static RAM':>12}")
    for names, figures in (row for trial in trials for row in trial.rows()):
        texts = "".join(f"{name:{width}}" for name, width in zip(names, (14, 16, 16)))
        print(texts + "".join(f"{figures[column]:>{width}}" for column, width in zip(COLUMNS, (8, 8, 12))))
    sys.stdout.flush()


def selected(cores):
    if unknown := set(cores) - {board.core for board in BOARDS}:
        sys.exit(f"no such core: {', '.join(sorted(unknown))}; there are {', '.join(board.core for board in BOARDS)}")
    return [board for board in BOARDS if not cores or board.core in cores]


def main():
    result = unittest.main(argv=sys.argv[:1], exit=False).result
    for trial in getattr(Boards, "trials", []):
        print(trial.summary())
    return 0 if result.wasSuccessful() else 1


if __name__ == "__main__":
    SELECTED = selected(sys.argv[2:])
    if missing := bench.missing_parts(SELECTED):
        print("skipped, not installed:", ", ".join(missing))
        sys.exit(bench.SKIPPED)
    with tempfile.TemporaryDirectory() as FOLDER:
        BENCHES = [bench.Bench(board, ROOT / (sys.argv[1:] or ["include"])[0], pathlib.Path(FOLDER)) for board in SELECTED]
        sys.exit(main())
