# SPDX-License-Identifier: MIT
"""What must be true of a table of facts, whoever wrote it: a field that is marked wrongly would show in logs, an action in bills."""

MARKS = ("open", "personal", "biometric", "secret")

# What asking twice does, by the kind of the action. Of the kind session_step nothing is known.
REPEAT_OF_KIND = {
    "direct_check": "may_bill_again",
    "result_query": "harmless",
    "session_start": "harmless",
    "upload_grant": "harmless",
}


class BadFacts(Exception):
    """Facts that break a rule."""


def expect_sound(facts):
    for each in facts["actions"]:
        expect_known_repeat(each)
        for field in each["request"] + each["response"]:
            expect_marked(each["name"], field, family="")
    for each in facts["types"]:
        for field in each["fields"]:
            expect_marked(each["name"], field, each["header"])


def expect_known_repeat(action):
    repeat = REPEAT_OF_KIND.get(action["kind"], action["repeat"])
    if action["repeat"] != repeat:
        raise BadFacts(f"{action['name']} is of the kind {action['kind']}: \"repeat\" must be \"{repeat}\"")


def expect_marked(owner, field, family):
    where, mark = f"{owner}.{field['name']}", field.get("mark")
    if mark not in MARKS:
        raise BadFacts(f"{where} needs a \"mark\": one of {', '.join(MARKS)}")
    if field["name"].endswith("Token") and mark != "secret":
        raise BadFacts(f"{where} is a token: its \"mark\" must be \"secret\"")
    if mark == "open" and tells_of_people(field, family) and not field.get("open_because"):
        raise BadFacts(f"{where} is {what_it_is(field)}: it can't have the mark \"open\", unless \"open_because\" says why nobody is hurt")


def tells_of_people(field, family):
    return field.get("encoding") == "base64" or (family == "cards" and field["type"] == "string")


def what_it_is(field):
    return "base64" if field.get("encoding") == "base64" else "a text on a card"
