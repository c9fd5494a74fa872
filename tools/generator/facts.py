# SPDX-License-Identifier: MIT
"""Reads a table of facts as tc3 keeps them (tools/faceid.json)."""

from generator.model import Action, ErrorCode, Family, Field, LiteralLists, Outcome, Product, Struct, Value, ValueSet
from generator.rules import expect_sound

REPEAT = {
    "harmless": "Asking twice does no harm.",
    "may_bill_again": "Not idempotent: a repeat after a lost answer may be billed twice and uses daily quota.",
    "not_documented": "Whether asking twice does harm is not documented.",
}


def sentence(text):
    """Upper-case first letter, full stop at the end."""
    text = text.strip()
    if not text:
        return ""
    text = text[0].upper() + text[1:] if text[:2].islower() or text[:2].strip().islower() else text
    return text if text[-1] in ".!?。！？" else text + "."


def read_field(facts):
    field_type = facts["type"]
    ref = facts.get("ref") or facts.get("element") or ""
    if facts.get("encoding") == "base64":
        if field_type == "string":
            field_type = "binary"
        else:
            ref = "binary"
    return Field(
        wire_name=facts["name"],
        type=field_type,
        ref=ref,
        summary=facts["summary"],
        required=facts.get("required", False),
        values=facts.get("values", ""),
        mark=facts["mark"],
        range=tuple(facts.get("range", ())),
        length=tuple(facts.get("length", ())),
        remarks=field_remarks(facts),
    )


def field_remarks(facts):
    remarks = []
    if facts.get("required"):
        remarks.append("Required")
    if "required_when" in facts:
        remarks.append(f"Needed when {facts['required_when'].replace('==', 'is')}")
    if "default" in facts:
        remarks.append(f"Default: {spoken(facts['default'])}")
    if "range" in facts:
        remarks.append("{} to {}".format(*facts["range"]))
    if "length" in facts:
        remarks.append(spoken_length(facts))
    if "limits" in facts:
        remarks.append(facts["limits"])
    if facts.get("encoding") == "url":
        remarks.append("Signed in advance: whoever has it can read the file" if facts["mark"] == "secret" else "")
    if facts.get("encoding") == "md5-hex":
        remarks.append("32 hex digits")
    if "lifetime" in facts:
        remarks.append(facts["lifetime"])
    if facts.get("deprecated"):
        remarks.append("Switched off in the API, still described")
    if "note" in facts:
        remarks.append(facts["note"])
    remarks.append({"secret": "Secret", "personal": "Personal", "biometric": "Biometric"}.get(facts["mark"], ""))
    return [remark for remark in remarks if remark]


def spoken(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    return f'"{value}"' if isinstance(value, str) else str(value)


def spoken_length(facts):
    least, most = facts["length"]
    unit = "of base64" if facts.get("encoding") == "base64" else "bytes"
    size = f"{most // 1048576} MB" if most >= 1048576 else f"{most}"
    if least == most:
        return f"{size} {unit}"
    return f"At most {size} {unit}" if least == 0 else f"{least} to {size} {unit}"


def read_struct(name, summary, fields):
    return Struct(name, summary, [read_field(each) for each in fields])


def read_outcome(facts):
    return Outcome(facts["field"], facts.get("pending"), facts.get("note", "")) if facts else None


def read_action(facts):
    name = facts["name"]
    rate = facts.get("calls_per_second", 0)
    remarks = [f"{rate} calls a second" if rate else "No limit of calls is stated"]
    remarks.append("Needs a region" if facts["needs_region"] else "Needs no region")
    if "regions" in facts:
        remarks[-1] += ", one of " + ", ".join(facts["regions"])
    remarks.append(REPEAT[facts["repeat"]])
    remarks += facts.get("rules", [])
    if facts.get("mainland_china_data"):
        remarks.append("Looks into data of mainland China")
    if "result_action" in facts:
        remarks.append(f"What came of it: {facts['result_action']}")
    if "note" in facts:
        remarks.append(facts["note"])
    return Action(
        wire_name=name,
        summary=facts["summary"],
        request=read_struct(name, "", facts["request"]),
        response=read_struct(name + "Answer", "", facts["response"]),
        calls_per_second=rate,
        needs_region=facts["needs_region"],
        repeat=facts["repeat"],
        retired="retired" in facts,
        warning=f"{name} was taken offline on {facts['retired']}" if "retired" in facts else "",
        outcome=read_outcome(facts.get("outcome")),
        remarks=[remark for remark in remarks if remark],
    )


def read_value_set(name, facts):
    decision = "verification_outcome"
    values = [
        Value(each["value"], each["name"], each["meaning"], each.get("billed"), each.get("category", decision)) for each in facts["values"]
    ]
    return ValueSet(name, facts["type"], values, facts["open"], "passed" in facts, facts.get("passed", []), facts.get("error_codes", False))


def read_families(facts):
    families = {name: Family(f"types/{name}", summary, []) for name, summary in facts["headers"].items()}
    for each in facts["types"]:
        families[each["header"]].structs.append(read_struct(each["name"], each["summary"], each["fields"]))
    return list(families.values())


def read_product(facts):
    expect_sound(facts)
    return Product(
        namespace="tc3::" + facts["namespace"],
        service=facts["service"],
        version=facts["version"],
        host=facts["host"],
        title=facts["product"],
        page=facts["page"],
        names=facts["names"],
        actions=[read_action(each) for each in facts["actions"]],
        families=read_families(facts),
        value_sets={name: read_value_set(name, each) for name, each in facts["value_sets"].items()},
        literal_lists=[LiteralLists(name, each["summary"], each["lists"]) for name, each in facts["literal_lists"].items()],
        error_codes=[
            ErrorCode(
                each["code"],
                each["meaning"],
                each["category"],
                each["retry"],
                each.get("repeats"),
                each.get("first_wait"),
                each.get("prefix_trap", False),
            )
            for each in facts["error_codes"]
        ],
    )
