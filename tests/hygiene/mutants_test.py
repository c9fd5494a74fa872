#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""tools/mutate.py changes code and nothing else, draws the same mutants every time, and has a list of equivalent mutants that are possible."""

import pathlib
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))
sys.dont_write_bytecode = True

import mutate  # noqa: E402
from mutants.equivalent import Equivalents  # noqa: E402
from mutants.places import is_generated, mutants_of  # noqa: E402


def changes_of(line):
    """The mutants of a line in the body of a function."""
    source = f"inline void f() {{\n    {line}\n}}\n"
    return [mutant.after for mutant in mutants_of("core/f.hpp", source)]


class Places(unittest.TestCase):
    def test_each_kind_of_change(self):
        for line, changed in [
            ("return a < b;", ["return a <= b;", "return a >= b;"]),
            ("return a == b;", ["return a != b;"]),
            ("return a && b;", ["return a || b;"]),
            ("return a + b;", ["return a - b;"]),
            ("return 7;", ["return 6;", "return 8;"]),
            ("return 0U;", ["return 1U;"]),
            ("return 0x1FU;", ["return 30U;", "return 32U;"]),
            ("return true;", ["return false;"]),
            ("return !a;", ["return a;"]),
            ("errors.add(a);", [""]),
            ("held_.value.~T();", [""]),
            ("a->b = c;", [""]),
            ("++a;", [""]),
            ("return;", [""]),
            ("if (a) return b;", ["if (!(a)) return b;", "if (a) {}"]),
            ("if (!a) return b;", ["if (a) return b;", "if (!a) {}"]),
            ("if (const auto a = f(); a) g();", ["if (const auto a = f(); !(a)) g();", "if (const auto a = f(); a) {}"]),
            ("if (const auto a = f()) g();", ["if (const auto a = f()) {}"]),
        ]:
            self.assertEqual(sorted(changes_of(line)), sorted(changed), line)

    def test_what_is_not_changed(self):
        for line in [
            "return a;",
            "// return a < b;",
            "/* 1 */ return a;",
            'return "a < b" "!a";',
            "static_assert(a < 1);",
            "TC3_ASSERT(a < 1);",
            "std::array<int, 1> a;",
            "template <int a = b> f;",
            "const int a(b);",
            "int&& a(b && noexcept);",
            "static_cast<void>(a);",
            "row({1, 2, 3, 4, 5});",
        ]:
            kept = {"", "row({1, 2, 3, 4, 5});"} if line.startswith("row") else set()
            self.assertEqual(set(changes_of(line)) - kept, set(), line)
        self.assertEqual(mutants_of("core/f.hpp", "#if a < 1\nstruct s {\n    void f(a);\n    s(b);\n};\n"), [])

    def test_a_mutant_changes_its_place_and_nothing_else(self):
        source = "int f(int a) {\n    return a < 2;\n}\n"
        mutants = mutants_of("core/f.hpp", source)
        self.assertEqual([mutant.line for mutant in mutants], [2] * 4)
        self.assertEqual(mutants[0].apply(source), source.replace("<", "<="))

    def test_generated_headers_are_found(self):
        self.assertTrue(is_generated("// The outputs. Made by tools/generate.py from\n// tools/faceid.json.\n"))
        self.assertTrue(is_generated("// The outputs. Made by\n// tools/generate.py.\n"))
        self.assertFalse(is_generated("// By hand.\n"))


class Drawing(unittest.TestCase):
    def test_the_same_seed_draws_the_same_mutants(self):
        places = list(range(100))
        self.assertEqual(mutate.drawn(places, 1), mutate.drawn(places, 1))
        self.assertNotEqual(mutate.drawn(places, 1), mutate.drawn(places, 2))

    def test_shares_are_in_proportion_with_a_minimum(self):
        self.assertEqual(mutate.shares({"a": 800, "b": 200}, 100, 10), {"a": 80, "b": 20})
        self.assertEqual(mutate.shares({"a": 990, "b": 10}, 100, 10), {"a": 90, "b": 10})
        self.assertEqual(mutate.shares({"a": 990, "b": 3}, 100, 10), {"a": 97, "b": 3})

    def test_a_mutant_that_does_not_compile_is_replaced_by_the_next(self):
        class Tried:
            def __init__(self, mutant):
                self.state = "not compiled" if mutant % 2 else "killed"

        states = [result.state for result in mutate.tried([1, 2, 3, 4, 5, 6], 2, lambda mutants: list(map(Tried, mutants)))]
        self.assertEqual(states, ["not compiled", "killed", "not compiled", "killed"])

    def test_each_floor_has_mutants(self):
        places = mutate.places_by_floor(ROOT / "include/tc3")
        self.assertEqual([floor for floor, mutants in places.items() if len(mutants) < 50], [])


class EquivalentMutants(unittest.TestCase):
    def test_each_entry_is_a_possible_change(self):
        entries = Equivalents((ROOT / "tools/mutants/equivalent.txt").read_text(encoding="utf-8"))
        self.assertEqual(entries.malformed, [])
        places = mutate.places_by_floor(ROOT / "include/tc3")
        self.assertEqual(entries.stale([mutant for mutants in places.values() for mutant in mutants]), [])

    def test_an_entry_is_found_without_comment(self):
        mutant = mutants_of("core/f.hpp", "void f() {\n    return a < b;  // why\n}\n")[0]
        self.assertIn(mutant, Equivalents("# heading\n\ncore/f.hpp: `return a < b;` -> `return a <= b;`: they are never equal\n"))
        self.assertNotIn(mutant, Equivalents("core/f.hpp: `return a < b;` -> `return a >= b;`: they are never equal\n"))

    def test_an_entry_without_reason_is_malformed(self):
        self.assertEqual(len(Equivalents("core/f.hpp: `return a < b;` -> `return a <= b;`:\n").malformed), 1)


if __name__ == "__main__":
    unittest.main()
