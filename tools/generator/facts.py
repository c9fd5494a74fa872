# SPDX-License-Identifier: MIT
"""Reads a table of facts in the format of tools/faceid.json."""

from generator.model import Action, ErrorCode, Family, Field, LiteralLists, Outcome, Product, Session, Struct, Value, ValueSet
from generator.rules import expect_sound

REPEAT = {
    "harmless": "Safe to repeat",
    "may_bill_again": "Not safe to repeat: if the response was lost, a second call may be billed again and counts against the daily quota",
    "not_documented": "The manual does not say whether a second call is safe",
}

MARKS = {"secret": "Secret", "personal": "Personal data", "biometric": "Biometric data"}

UNITS = ((86400, "day"), (3600, "hour"), (60, "minute"), (1, "second"))


def read_product(facts):
    expect_sound(facts)
    actions = {each["name"]: each for each in facts["actions"]}
    return Product(
        namespace="tc3::" + facts["namespace"],
        service=facts["service"],
        version=facts["version"],
        host=facts["host"],
        title=facts["product"],
        page=facts["page"],
        as_of=facts["as_of"],
        names=facts["names"],
        actions=[read_action(each, actions, facts["page"]) for each in facts["actions"]],
        families=read_families(facts),
        value_sets={name: read_value_set(name, each) for name, each in facts["value_sets"].items()},
        literal_lists=[LiteralLists(name, each["summary"], each["lists"]) for name, each in facts["literal_lists"].items()],
        error_codes=[read_error_code(each) for each in facts["error_codes"]],
    )


# ---- actions ----------------------------------------------------------------------------------------------------------------------


def read_action(facts, actions, page):
    """`actions` are the facts of all actions by name, `page` is that of the product."""
    name = facts["name"]
    begun = read_session(actions.get(facts.get("result_action"), {}))  # the session whose token the output holds
    session = read_session(facts)                                      # the session whose token the input holds
    request = Struct(name, "", [read_field(each) for each in facts["request"]])
    response = Struct(name, "", [read_field(each) for each in facts["response"]])
    if begun:
        token_of(response).remarks[:0] = [f"Start the session within {duration(begun.start_within)}",
                                          f"The result is readable for {duration(begun.readable_for)}"]
    if session:
        token_of(request).remarks[:0] = [f"Valid for {duration(session.readable_for)}"]
    return Action(
        wire_name=name,
        summary=facts["summary"],
        request=request,
        response=response,
        page=f"{page}/{facts['page']}" if "page" in facts else "",
        calls_per_second=facts.get("calls_per_second", 0),
        needs_region=facts["needs_region"],
        repeat=facts["repeat"],
        retired="retired" in facts,
        warning=f"{name} was taken offline on {facts['retired']}" if "retired" in facts else "",
        outcome=read_outcome(facts.get("outcome")),
        session=session,
        remarks=action_remarks(facts),
    )


def action_remarks(facts):
    rate = facts.get("calls_per_second", 0)
    remarks = [f"At most {rate} calls per second" if rate else "The manual states no rate limit"]
    if facts.get("regions"):
        remarks.append(f"Requires a region: {', '.join(facts['regions'])}")
    else:
        remarks.append("Requires a region" if facts["needs_region"] else "Requires no region")
    remarks.append(REPEAT[facts["repeat"]])
    remarks += facts.get("rules", [])
    if facts.get("mainland_china_data"):
        remarks.append("Uses data sources of mainland China")
    if "result_action" in facts:
        remarks.append(f"Read the result with {facts['result_action']}")
    if "note" in facts:
        remarks.append(facts["note"])
    return remarks


def read_outcome(facts):
    return Outcome(facts["field"], facts.get("pending"), facts.get("note", "")) if facts else None


def read_session(facts):
    session = facts.get("session")
    return Session(session["start_within"], session["readable_for"]) if session else None


def token_of(struct):
    """Returns the field with the token of a session."""
    return next(each for each in struct.fields if each.wire_name.endswith("Token"))


def duration(seconds):
    """Returns a time in the largest unit that divides it: "10 minutes"."""
    size, unit = next(each for each in UNITS if seconds % each[0] == 0)
    return f"{seconds // size} {unit}{'' if seconds == size else 's'}"


# ---- fields -----------------------------------------------------------------------------------------------------------------------


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
        remarks.append(f"Required if {facts['required_when']}")
    if "default" in facts:
        remarks.append(f"If unset, the service uses {in_words(facts['default'])}")
    if "range" in facts:
        remarks.append("From {} to {}".format(*facts["range"]))
    if "length" in facts:
        remarks.append(length_in_words(facts))
    if "limits" in facts:
        remarks.append(facts["limits"])
    if facts.get("encoding") == "url" and facts["mark"] == "secret":
        remarks.append("Pre-signed: anyone who has the URL can use it")
    if facts.get("encoding") == "md5-hex":
        remarks.append("32 hex digits")
    if "lifetime" in facts:
        remarks.append(facts["lifetime"])
    if facts.get("deprecated"):
        remarks.append("Disabled by the service, although the manual still describes it")
    if "note" in facts:
        remarks.append(facts["note"])
    remarks.append(MARKS.get(facts["mark"], ""))
    return [remark for remark in remarks if remark]


def in_words(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    return f'"{value}"' if isinstance(value, str) else str(value)


def length_in_words(facts):
    least, most = facts["length"]
    unit = "of base64" if facts.get("encoding") == "base64" else "bytes"
    size = f"{most // 1048576} MB" if most >= 1048576 else f"{most}"
    if least == most:
        return f"{size} {unit}"
    return f"At most {size} {unit}" if least == 0 else f"{least} to {size} {unit}"


# ---- values and data types --------------------------------------------------------------------------------------------------------


def read_value_set(name, facts):
    usual = "verification_outcome"
    values = [Value(each["value"], each["name"], each["meaning"], each.get("billed"), each.get("category", usual)) for each in facts["values"]]
    return ValueSet(
        name=name,
        type=facts["type"],
        values=values,
        open=facts["open"],
        result="passed" in facts,
        passed=facts.get("passed", []),
        error_codes=facts.get("error_codes", False),
        either_sign=facts.get("either_sign", False),
        note=facts.get("note", ""),
    )


def read_families(facts):
    families = {name: Family(f"types/{name}", summary, []) for name, summary in facts["headers"].items()}
    for each in facts["types"]:
        fields = [read_field(field) for field in each["fields"]]
        families[each["header"]].structs.append(Struct(each["name"], each["summary"], fields))
    return list(families.values())


def read_error_code(facts):
    return ErrorCode(
        code=facts["code"],
        meaning=facts["meaning"],
        category=facts["category"],
        retry=facts["retry"],
        repeats=facts.get("repeats"),
        first_wait=facts.get("first_wait"),
        prefix_trap=facts.get("prefix_trap", False),
    )
