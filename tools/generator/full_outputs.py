# SPDX-License-Identifier: MIT
"""Writes the usual outputs of an emulator: for each action the JSON of a person who passed, with all fields.

Fields with warnings about a person or a document are present and empty.
"""

import json

from generator.text import COLUMNS
from generator.writer import MADE_BY, Writer

ADDRESS = "https://emulator.invalid/"  # resolves to nothing (RFC 2606)
EMPTY_FILE = "d41d8cd98f00b204e9800998ecf8427e"

# Fields with warnings, and those that are empty where IsEdit is false.
EMPTY = {"AttackRiskDetailList", "EditDetails", "LivenessInfoTag", "RetrievalLivenessExtraInfo", "WarnCardInfos", "Warnings"}

# Values by the name of a field, where one chosen by its type would make no sense.
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

# Values of texts by a word in the summary of the field; the first word that is found decides.
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
    ("number", "A123456(0)"),  # a wrong check digit, so that it belongs to nobody
    ("url", ADDRESS),
]


class FullOutputs:
    """The header for a product, from its table of facts."""

    def __init__(self, facts, source):
        self.facts = facts
        self.source = source

    def header(self):
        namespace = f"tc3::inline TC3_NAMESPACE::testing::{self.facts['namespace']}_detail"
        current = [action for action in self.facts["actions"] if "retired" not in action]
        out = Writer()
        out.begin(f"Outputs of {self.facts['product']} for a person who passed, with all fields except RequestId; fields with warnings are "
                  f"empty. {MADE_BY} from {self.source}.")
        out.line("#include <tc3/config.hpp>")
        out.line()
        out.line("#include <string_view>")
        out.line()
        out.open_namespace(namespace)
        out.comment("The JSON of a data type, or of the output of an action. A string \"@Address\" is replaced by the data type Address. The line "
                    "ends are not part of the JSON.")
        out.line("struct named_text {")
        out.line("    std::string_view name;")
        out.line("    std::string_view text;")
        out.line("};")
        out.line()
        out.comment("The data types within outputs.")
        self._write_table(out, "type_texts", self.types_of(current), "fields")
        out.comment("The outputs, each with the name of its action.")
        self._write_table(out, "output_texts", current, "response")
        out.comment("The actions that the service took offline.")
        out.line("inline constexpr std::string_view retired_actions[] = {")
        for action in self.facts["actions"]:
            if "retired" in action:
                out.line(f"    \"{action['name']}\",")
        out.line("};")
        out.line()
        out.close_namespace(namespace)
        return out.text()

    def types_of(self, actions):
        """Returns the data types that outputs of these actions hold."""
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

    def _write_table(self, out, name, structs, key):
        """Writes an array of named objects. `key` is where a struct has its fields."""
        out.line(f"inline constexpr named_text {name}[] = {{")
        for struct in structs:
            fields = [each for each in struct[key] if key == "fields" or each["name"] != "RequestId"]
            for line in (f"    {{\"{struct['name']}\", R\"json(", *self.object(fields), ")json\"},"):
                out.line(line)
        out.line("};")
        out.line()

    def object(self, fields):
        """Returns the lines of a JSON object, broken only between members."""
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
        """Returns a value for a field, or for an element of its list."""
        if "values" in field:
            return passing(self.facts["value_sets"][field["values"]])
        if field["name"] in BY_NAME:
            return BY_NAME[field["name"]]
        plain = {"bool": False, "int64": 1, "uint64": 1, "float64": 95.5}
        return plain[kind] if kind in plain else text(field)


def passing(value_set):
    """Returns the value that means passed; for a set without one, the first value that is not empty."""
    if value_set.get("passed"):
        return value_set["passed"][0]
    return next(each["value"] for each in value_set["values"] if each["value"] != "")


def text(field):
    special = {"base64": "AAECAw==", "url": ADDRESS + field["name"], "md5-hex": EMPTY_FILE, "json-string": "{}"}
    if field.get("encoding") in special:
        return special[field["encoding"]]
    summary = field["summary"].lower()
    return next((value for word, value in BY_SUMMARY if word.lower() in summary), field["name"])


def compact(value):
    return json.dumps(value, separators=(",", ":"))
