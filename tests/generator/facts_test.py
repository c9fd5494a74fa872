#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Compares tools/faceid.json with the catalogue of the API that it was made from, if that is beside the checkout.

    facts_test.py CATALOGUE

Exits with 77 ("skipped") if there is no such file.
"""

import json
import pathlib
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
FACTS = json.loads((ROOT / "tools" / "faceid.json").read_text(encoding="utf-8"))
CATALOGUE = pathlib.Path(sys.argv[1])

# From the mildest mark to the strictest.
STRICTNESS = ["open", "personal", "biometric", "secret"]
MARK_OF = {"pii": "personal", "financial": "personal", "biometric": "biometric", "secret": "secret", "key-material": "secret", "opaque": "secret"}


def strictest(sensitivity):
    return max((MARK_OF[each] for each in sensitivity), key=STRICTNESS.index, default="open")


class Agreement(unittest.TestCase):
    def setUp(self):
        self.catalogue = json.loads(CATALOGUE.read_text(encoding="utf-8"))

    def pairs_of_fields(self):
        """Yields name, fact and catalogue entry for each field of all actions and types."""
        facts = {action["name"]: action for action in FACTS["actions"]}
        for action in self.catalogue["actions"] + self.catalogue["removed_actions"]:
            for side in ("request", "response"):
                yield from self.pairs(f"{action['name']}.{side}", facts[action["name"]][side], action[side]["fields"])
        types = {each["name"]: each for each in FACTS["types"]}
        for each in self.catalogue["data_types"]:
            yield from self.pairs(each["name"], types[each["name"]]["fields"], each["fields"])

    def pairs(self, path, facts, catalogue):
        self.assertEqual([each["name"] for each in facts], [each["name"] for each in catalogue], path)
        for fact, other in zip(facts, catalogue):
            yield f"{path}.{fact['name']}", fact, other

    def test_nothing_is_missing(self):
        self.assertEqual(len(FACTS["actions"]), len(self.catalogue["actions"]) + len(self.catalogue["removed_actions"]))
        self.assertEqual(len(FACTS["types"]), len(self.catalogue["data_types"]))
        facts = {each["code"] for each in FACTS["error_codes"]}
        for table in ("product", "common", "removed_with_actions"):
            for each in self.catalogue["error_codes"][table]:
                self.assertIn(each["code"], facts)

    def test_fields_have_the_same_type_and_presence(self):
        for path, fact, other in self.pairs_of_fields():
            self.assertEqual(fact["type"], other["type"], path)
            self.assertEqual(fact.get("ref"), other.get("ref"), path)
            element = other.get("element", {})
            self.assertEqual(fact.get("element"), element.get("ref") or element.get("type"), path)
            # The catalogue has a key of its own for data types that an input and an output hold.
            required = other.get("required", other.get("required_in_request", False))
            self.assertEqual(fact.get("required", False), required, path)

    def test_fields_have_the_same_default_and_state(self):
        for path, fact, other in self.pairs_of_fields():
            self.assertEqual(fact.get("default"), other.get("default"), path)
            self.assertEqual(fact.get("deprecated", False), other.get("deprecated", False), path)
            self.assertEqual("required_when" in fact, "required_when" in other, path)

    def test_no_mark_is_milder_than_in_the_catalogue(self):
        for path, fact, other in self.pairs_of_fields():
            least = strictest(other.get("sensitivity", []))
            self.assertGreaterEqual(STRICTNESS.index(fact.get("mark", "open")), STRICTNESS.index(least), path)

    def test_all_enumerated_values_are_known(self):
        for path, fact, other in self.pairs_of_fields():
            known = {str(each["value"]) for each in FACTS["value_sets"][fact["values"]]["values"]} if "values" in fact else set()
            wanted = {str(each["value"]) for each in other.get("enum", [])}
            self.assertEqual(wanted - known, set(), path)

    def test_actions_have_the_same_limits(self):
        facts = {action["name"]: action for action in FACTS["actions"]}
        for action in self.catalogue["actions"] + self.catalogue["removed_actions"]:
            fact = facts[action["name"]]
            self.assertEqual(fact.get("calls_per_second"), action["rate_limit_per_second"], action["name"])
            self.assertEqual(fact["needs_region"], action["region"]["required"], action["name"])
            self.assertEqual(fact["repeat"] == "harmless", action["repeat_safety"].startswith("safe"), action["name"])
            self.assertEqual("retired" in fact, action["status"] == "removed", action["name"])


if __name__ == "__main__":
    if not CATALOGUE.is_file():
        print(f"there is no {CATALOGUE.name}")
        sys.exit(77)
    sys.argv[1:] = []
    unittest.main(verbosity=0)
