# SPDX-License-Identifier: MIT
"""Writes a header of answers for emulators: for each action one that says yes and has all fields, as the text of its JSON.

Of a person that passed there is nothing to warn of: the fields that would do so are there and empty.
"""

import json
import textwrap

COLUMNS = 140
PLACE = "https://emulator.invalid/"  # leads nowhere (RFC 2606)
EMPTY_FILE = "d41d8cd98f00b204e9800998ecf8427e"

# What speaks against a person or a document, and what goes with an IsEdit that is false.
EMPTY = {"AttackRiskDetailList", "EditDetails", "LivenessInfoTag", "RetrievalLivenessExtraInfo", "WarnCardInfos", "Warnings"}

# By the name of a field, where its type alone would give a value that makes no sense.
BY_NAME = {
    "IsPass": True,
    "Size": 0,
    "ChargeCount": 1,
    "ExpiredTimestamp": 1700007200,
    "ReqTimestamp": 1700000000123,
    "SimilarityScore": 0.75,
    "Age": "34",
    "EncryptList": "EncryptionBody",
    "Iv": "0123456789abcdef",
    "AccountBank": "Example Bank",
    "Range": "[24,+)",
    "Description": "Success",
    "ErrorMsg": "Success",
    "LiveErrorMsg": "Success",
    "LivenessErrorMsg": "Success",
    "CompareErrorMsg": "Success",
}

# By a word in what the facts say of a field; the first that is found counts.
BY_SUMMARY = [
    ("validity start, YYYYMMDD", "20200131"),
    ("validity end, YYYYMMDD", "20400131"),
    ("YYYYMMDD", "19900131"),
    ("expiry date", "2040-01-31"),
    ("valid-until date", "2040-01-31"),
    ("issue date", "2020-01-31"),
    ("symbols", "***AZ"),
    ("birth place and date", "EXAMPLE TOWN, 31-01-1990"),
    ("date", "1990-01-31"),
    ("telex code of", "7115 5019 3781"),
    ("name in Chinese", "\u9673\u7f8e\u73b2"),
    ("validity period", "2020.01.31-2040.01.31"),
    ("sex", "F"),
    ("country", "HKG"),
    ("nationality", "HKG"),
    ("family name", "CHAN"),
    ("given name", "MEI LING"),
    ("middle name", "MEI"),
    ("name", "CHAN MEI LING"),
    ("address", "1 Example Road"),
    ("number", "A123456(0)"),  # a wrong check digit: nobody's
    ("url", PLACE),
]


class Answers:
    """The header of a product, from its table of facts."""

    def __init__(self, facts, source):
        self.facts = facts
        self.source = source

    def header(self):
        space = self.facts["namespace"]
        lines = [
            "// SPDX-License-Identifier: MIT",
            *wrapped(f"Answers of {self.facts['product']} that say yes and have all fields, but RequestId; empty are those that would accuse. "
                     f"Made by tools/generate.py from {self.source}."),
            "#pragma once",
            "",
            "#include <string_view>",
            "",
            "namespace tc3::inline v0_1::testing::detail {",
            "",
            "/// The text of a JSON object. A member \"@Address\" stands for the text of that name; ends of line are for readers of this file.",
            "struct named_text {",
            "    std::string_view name;",
            "    std::string_view text;",
            "};",
            "",
        ]
        current = [action for action in self.facts["actions"] if "retired" not in action]
        lines += self.table(f"{space}_types", self.types_of(current), "fields")
        lines += self.table(f"{space}_outputs", current, "response")
        lines += [f"inline constexpr std::string_view {space}_retired[] = {{"]
        lines += [f"    \"{action['name']}\"," for action in self.facts["actions"] if "retired" in action]
        lines += ["};", "", "}  // namespace tc3::inline v0_1::testing::detail"]
        return "\n".join(lines) + "\n"

    def types_of(self, actions):
        """Those that answers are made of."""
        structs = {struct["name"]: struct for struct in self.facts["types"]}
        met, waiting = set(), [each for action in actions for each in action["response"]]
        while waiting:
            field = waiting.pop()
            if field["name"] in EMPTY:
                continue
            name = field.get("ref") or field.get("element")
            if name in structs and name not in met:
                met.add(name)
                waiting += structs[name]["fields"]
        return [struct for struct in self.facts["types"] if struct["name"] in met]

    def table(self, name, structs, fields):
        lines = [f"inline constexpr named_text {name}[] = {{"]
        for struct in structs:
            members = [each for each in struct[fields] if fields == "fields" or each["name"] != "RequestId"]
            lines += [f"    {{\"{struct['name']}\", R\"json(", *self.object(members), ")json\"},"]
        return [*lines, "};", ""]

    def object(self, fields):
        """Lines of members, broken only between them."""
        members = [f"{json.dumps(each['name'])}:{compact(self.value(each))}" for each in fields]
        lines, line = [], "{"
        for position, member in enumerate(members):
            member += "}" if position + 1 == len(members) else ","
            if len(line) + len(member) > COLUMNS:
                lines.append(line)
                line = ""
            line += member
        return [*lines, line if members else "{}"]

    def value(self, field):
        if field["name"] in EMPTY:
            return [] if field["type"] == "array" else ""
        if field["type"] == "object":
            return "@" + field["ref"]
        if field["type"] != "array":
            return self.scalar(field, field["type"])
        element = field.get("ref") or field["element"]
        scalar = element in ("string", "int64", "uint64", "bool", "float64")
        return [self.scalar(field, element) if scalar else "@" + element]

    def scalar(self, field, kind):
        if "values" in field:
            return passing(self.facts["value_sets"][field["values"]])
        if field["name"] in BY_NAME:
            return BY_NAME[field["name"]]
        plain = {"bool": False, "int64": 1, "uint64": 1, "float64": 95.5}
        return plain[kind] if kind in plain else text(field)


def passing(value_set):
    """The value that means yes; of sets that know none, the first that is not empty."""
    if value_set.get("passed"):
        return value_set["passed"][0]
    return next(each["value"] for each in value_set["values"] if each["value"] != "")


def text(field):
    special = {"base64": "AAECAw==", "url": PLACE + field["name"], "md5-hex": EMPTY_FILE, "json-string": "{}"}
    if field.get("encoding") in special:
        return special[field["encoding"]]
    summary = field["summary"].lower()
    return next((value for word, value in BY_SUMMARY if word.lower() in summary), field["name"])


def compact(value):
    return json.dumps(value, separators=(",", ":"))


def wrapped(comment):
    return [f"// {line}" for line in textwrap.wrap(comment, COLUMNS - 3, break_long_words=False, break_on_hyphens=False)]
