#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""tools/faceid.json agrees with the catalogue of the API that it was made from, where that stands beside a checkout.

    facts_test.py CATALOGUE

Exits 77 ("skipped") where there is no such file.
"""

import json
import pathlib
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
OURS = json.loads((ROOT / "tools" / "faceid.json").read_text(encoding="utf-8"))
CATALOGUE = pathlib.Path(sys.argv[1])

# From the mildest to the strictest.
STRICTNESS = ["open", "personal", "biometric", "secret"]
MARK_OF = {"pii": "personal", "financial": "personal", "biometric": "biometric", "secret": "secret", "key-material": "secret", "opaque": "secret"}


def strictest(sensitivity):
    return max((MARK_OF[each] for each in sensitivity), key=STRICTNESS.index, default="open")


class Agreement(unittest.TestCase):
    def setUp(self):
        self.theirs = json.loads(CATALOGUE.read_text(encoding="utf-8"))

    def pairs_of_fields(self):
        """Our field and theirs, by place, for all actions and types."""
        ours = {action["name"]: action for action in OURS["actions"]}
        for action in self.theirs["actions"] + self.theirs["removed_actions"]:
            for side in ("request", "response"):
                yield from self.pairs(f"{action['name']}.{side}", ours[action["name"]][side], action[side]["fields"])
        types = {each["name"]: each for each in OURS["types"]}
        for each in self.theirs["data_types"]:
            yield from self.pairs(each["name"], types[each["name"]]["fields"], each["fields"])

    def pairs(self, where, ours, theirs):
        self.assertEqual([each["name"] for each in ours], [each["name"] for each in theirs], where)
        for mine, other in zip(ours, theirs):
            yield f"{where}.{mine['name']}", mine, other

    def test_nothing_is_missing(self):
        self.assertEqual(len(OURS["actions"]), len(self.theirs["actions"]) + len(self.theirs["removed_actions"]))
        self.assertEqual(len(OURS["types"]), len(self.theirs["data_types"]))
        ours = {each["code"] for each in OURS["error_codes"]}
        for table in ("product", "common", "removed_with_actions"):
            for each in self.theirs["error_codes"][table]:
                self.assertIn(each["code"], ours)

    def test_fields_have_the_same_type_and_presence(self):
        for where, mine, other in self.pairs_of_fields():
            self.assertEqual(mine["type"], other["type"], where)
            self.assertEqual(mine.get("ref"), other.get("ref"), where)
            element = other.get("element", {})
            self.assertEqual(mine.get("element"), element.get("ref") or element.get("type"), where)
            self.assertEqual(mine.get("required", False), other.get("required", False), where)

    def test_no_field_is_marked_milder(self):
        for where, mine, other in self.pairs_of_fields():
            least = strictest(other.get("sensitivity", []))
            self.assertGreaterEqual(STRICTNESS.index(mine.get("mark", "open")), STRICTNESS.index(least), where)

    def test_enumerated_values_are_all_there(self):
        for where, mine, other in self.pairs_of_fields():
            known = {str(each["value"]) for each in OURS["value_sets"][mine["values"]]["values"]} if "values" in mine else set()
            wanted = {str(each["value"]) for each in other.get("enum", [])}
            self.assertEqual(wanted - known, set(), where)

    def test_actions_have_the_same_limits(self):
        ours = {action["name"]: action for action in OURS["actions"]}
        for action in self.theirs["actions"] + self.theirs["removed_actions"]:
            mine = ours[action["name"]]
            self.assertEqual(mine.get("calls_per_second"), action["rate_limit_per_second"], action["name"])
            self.assertEqual(mine["needs_region"], action["region"]["required"], action["name"])
            self.assertEqual(mine["repeat"] == "harmless", action["repeat_safety"].startswith("safe"), action["name"])
            self.assertEqual("retired" in mine, action["status"] == "removed", action["name"])


if __name__ == "__main__":
    if not CATALOGUE.is_file():
        print(f"there is no {CATALOGUE.name}")
        sys.exit(77)
    sys.argv[1:] = []
    unittest.main(verbosity=0)
