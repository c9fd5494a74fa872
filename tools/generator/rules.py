# SPDX-License-Identifier: MIT
"""Rules for a table of facts. A wrong mark would show personal data in logs; a wrong "repeat" would show on a bill."""

MARKS = ("open", "personal", "biometric", "secret")

# Whether a second call is safe, by the kind of the action. For the kind session_step the manual does not say.
REPEAT_OF_KIND = {
    "direct_check": "may_bill_again",
    "result_query": "harmless",
    "session_start": "harmless",
    "upload_grant": "harmless",
}


class BadFacts(Exception):
    """Facts that break a rule."""


def expect_sound(facts):
    """Raises BadFacts for the first rule that is broken."""
    actions = {each["name"]: each for each in facts["actions"]}
    for each in facts["actions"]:
        expect_known_repeat(each)
        expect_page_number(each)
        expect_session(each, actions)
        for field in each["request"] + each["response"]:
            expect_marked(each["name"], field, family="")
    for each in facts["types"]:
        for field in each["fields"]:
            expect_marked(each["name"], field, each["header"])
    for name, each in facts["value_sets"].items():
        expect_one_sign(name, each)


def expect_known_repeat(action):
    repeat = REPEAT_OF_KIND.get(action["kind"], action["repeat"])
    if action["repeat"] != repeat:
        raise BadFacts(f"{action['name']} is of the kind {action['kind']}: its \"repeat\" must be \"{repeat}\"")


def expect_page_number(action):
    page = action.get("page", 1)
    if type(page) is not int or page <= 0:
        raise BadFacts(f"{action['name']} has a \"page\" that is not the number of a page of the manual")


def expect_session(action, actions):
    """Every session that an action starts has a result action, which states how long the session lives."""
    session = action.get("session")
    if session and (action["kind"] != "result_query" or not 0 < session["start_within"] <= session["readable_for"]):
        raise BadFacts(f"{action['name']}: a \"session\" is that of a result_query, with 0 < start_within <= readable_for")
    if action["kind"] != "session_start":
        return
    result_action = actions.get(action.get("result_action"), {})
    if "session" not in result_action:
        raise BadFacts(f"{action['name']} starts a session: it needs a \"result_action\" with a \"session\"")


def expect_one_sign(name, values):
    """Numbers that are sent with either sign are listed with a minus sign, so that no two of them become equal."""
    if values.get("either_sign") and not (values["type"] == "int64" and all(each["value"] < 0 for each in values["values"])):
        raise BadFacts(f"{name}: values with \"either_sign\" must be of the type int64, and negative")


def expect_marked(owner, field, family):
    name, mark = f"{owner}.{field['name']}", field.get("mark")
    if mark not in MARKS:
        raise BadFacts(f"{name} needs a \"mark\": one of {', '.join(MARKS)}")
    if field["name"].endswith("Token") and mark != "secret":
        raise BadFacts(f"{name} is a token: its \"mark\" must be \"secret\"")
    if mark == "open" and may_identify(field, family) and not field.get("open_because"):
        kind = "base64" if field.get("encoding") == "base64" else "a text on a card"
        raise BadFacts(f"{name} is {kind}: a \"mark\" of \"open\" needs a reason in \"open_because\"")


def may_identify(field, family):
    """Whether a field may identify a person."""
    return field.get("encoding") == "base64" or (family == "cards" and field["type"] == "string")
