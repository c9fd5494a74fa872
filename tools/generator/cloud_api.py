# SPDX-License-Identifier: MIT
"""Reads the description of a product as Tencent's command line ships it: one api.json with actions, objects and metadata.

The description has no sensitivity, range or set of values of a field. So each field is unmarked and takes any value.
"""

import json
from collections import Counter

from generator.model import Action, Family, Field, Product, Struct
from generator.names import Names, file_name
from generator.text import plain

USUAL_DOMAIN = "tencentcloudapi.com"

# In bytes. The name of a header may be twice as long, and some file systems take no more than 255.
LONGEST_NAME = 120

# The longest texts, in characters: of the first line of a header, of a struct or field, of an action.
TITLE, NOTE, ABOUT = 100, 400, 600

KINDS = {
    "string": "string",
    "datetime": "string",
    "datetime_iso": "string",
    "date": "string",
    "timestamp": "string",
    "timestamp_iso": "string",
    "int": "int64",
    "integer": "int64",
    "int64": "int64",
    "uint": "uint64",
    "uint64": "uint64",
    "float": "float64",
    "double": "float64",
    "bool": "bool",
    "boolean": "bool",
    "binary": "binary",
}

REMARKS = {
    "datetime": "A date and time",
    "datetime_iso": "A date and time in the form of ISO 8601",
    "date": "A date",
    "timestamp": "A date and time",
    "timestamp_iso": "A date and time in the form of ISO 8601",
    "binary": "Bytes, sent as base64",
}

# Every output of API 3.0 has this field.
REQUEST_ID = "Request id, assigned by the service; quote it when you contact support"

WARNINGS = {"offline": "taken offline by the service", "deprecated": "deprecated by the service"}

# Most descriptions of an action begin with this.
PREAMBLE = "This API is used to "


class Unreadable(Exception):
    """A description that is not in the format, or uses something that C++ lacks."""


def read_product(api, namespace="", service="", host="", names=None, needs_region=True):
    """Returns the model of a description. An empty argument is taken from the description."""
    return _Reader(api).product(namespace, service, host, names or {}, needs_region)


class _Reader:
    def __init__(self, api):
        self.actions = expect(api, "actions", dict, "the description")
        self.objects = expect(api, "objects", dict, "the description")
        self.metadata = expect(api, "metadata", dict, "the description")
        expect_shape(self.actions, self.objects)
        self.held = {name: self._held_by(name) for name in self.objects}
        self.inputs = [self._struct_of(name, "input") for name in self.actions]
        self.outputs = [self._struct_of(name, "output") for name in self.actions]
        self.sent = self._reached_from(self.inputs)
        self.received = self._reached_from(self.outputs)
        self.notices = []

    def product(self, namespace, service, host, names, needs_region):
        service = expect_name(service or expect(self.metadata, "serviceShortName", str, "metadata"), "the short name of the service")
        version = expect_name(expect(self.metadata, "apiVersion", str, "metadata"), "the version of the API")
        host = expect_name(host or f"{service}.{USUAL_DOMAIN}", "the host")
        return Product(
            namespace=namespace or service,
            service=service,
            version=version,
            host=host,
            title=f"{service} {version}",
            page="",
            names=names,
            actions=[self._action(name, needs_region) for name in sorted(self.actions)],
            families=[self._family(group, Names(names)) for group in self._groups()],
            value_sets={},
            whole=True,
            notices=self.notices,
        )

    # ---- what holds what --------------------------------------------------------------------------------------------------------

    def _struct_of(self, action, direction):
        name = expect(self.actions[action], direction, str, f"actions.{action}")
        if name not in self.objects:
            raise Unreadable(f"actions.{action}.{direction} is {name}, which is not among the objects")
        return name

    def _members(self, name):
        return self.objects[name].get("members") or []

    def _held_by(self, name):
        """Returns the objects that this one holds, also in lists."""
        return {each.get("member") for each in self._members(name) if each.get("type") in ("object", "list")} & self.objects.keys()

    def _reached_from(self, names):
        """Returns the objects that these hold, directly or through others."""
        return reached(names, self.held)

    def _groups(self):
        """Returns the objects in use. Objects that hold each other are one group, since one header must declare them."""
        holders = {name: set() for name in self.objects}
        for name, held in self.held.items():
            for each in held:
                holders[each].add(name)
        groups, grouped = [], set()
        for name in sorted(self.sent | self.received):
            if name not in grouped:
                groups.append(sorted({name} | (reached([name], self.held) & reached([name], holders))))
                grouped.update(groups[-1])
        return groups

    # ---- the model --------------------------------------------------------------------------------------------------------------

    def _family(self, group, names):
        structs = [self._struct(name, name in self.sent) for name in group]
        about = f"{group[0]}, a data type" if len(group) == 1 else f"{', '.join(group)}: data types that hold each other"
        return Family(f"types/{file_name(names.identifier(group[0], 'objects'))}", about, structs)

    def _action(self, name, needs_region):
        facts = self.actions[name]
        about = plain(facts.get("document") or "", ABOUT).removeprefix(PREAMBLE)
        title = plain(facts.get("name") or "", TITLE).rstrip(".") or name
        warning = WARNINGS.get(facts.get("status"), "")
        return Action(
            wire_name=name,
            summary=title if title != name else "an action",
            request=self._struct(facts["input"], sent=True),
            response=self._struct(facts["output"], sent=False),
            needs_region=needs_region,
            retired=facts.get("status") == "offline",
            warning=warning,
            remarks=[warning, about],
        )

    def _struct(self, name, sent):
        fields = [self._field(name, each, sent) for each in self._members(name)]
        for wire_name, times in Counter(each.wire_name for each in fields).items():
            if times > 1:
                raise Unreadable(f"objects.{name}.{wire_name} occurs twice")
        return Struct(name, plain(self.objects[name].get("document") or "", NOTE) or f"{name} of the API", fields)

    def _field(self, owner, facts, sent):
        name = expect_name(expect(facts, "name", str, f"a member of objects.{owner}"), f"a member of objects.{owner}")
        kind, ref, described = self._kind(f"objects.{owner}.{name}", facts)
        required = sent and facts.get("required") is True
        if described == "binary" and sent:
            self.notices.append(f"{owner}.{name} is bytes: tc3 sends base64 in JSON, but the service may require multipart/form-data")
        remarks = [
            REMARKS.get(described, ""),
            "Required" if required else "",
            "Disabled by the service, although the manual still describes it" if facts.get("disabled") is True else "",
        ]
        is_request_id = name == "RequestId" and owner in self.outputs
        return Field(
            wire_name=name,
            type=kind,
            ref=ref,
            summary=REQUEST_ID if is_request_id else plain(facts.get("document") or "", NOTE),
            required=required,
            mark="open" if is_request_id else "",
            remarks=remarks,
        )

    def _kind(self, where, facts):
        """Returns the type, the element or struct, and the type as the description names it."""
        kind, member = expect(facts, "type", str, where), facts.get("member") or ""
        if kind == "object":
            if member not in self.objects:
                raise Unreadable(f"{where} holds {member!r}, which is not among the objects")
            return "object", member, ""
        if kind == "list":
            if member in KINDS:
                return "array", KINDS[member], member
            if member not in self.objects:
                raise Unreadable(f"{where} is a list of {member!r}: neither a known type nor among the objects")
            return "array", member, ""
        described = member if member in KINDS else kind
        if described not in KINDS:
            raise Unreadable(f"{where} has the unknown type {kind!r}")
        return KINDS[described], "", described


def reached(names, held):
    """Returns the names that these lead to, by a table from each name to the next."""
    met, waiting = set(), list(names)
    while waiting:
        new = held[waiting.pop()] - met
        met |= new
        waiting += new
    return met


def expect_shape(actions, objects):
    """Raises Unreadable for a value of another JSON type than the format has."""
    for name, each in actions.items():
        where = f"actions.{name}"
        expect_name(name, "an action")
        expect_kind(each, dict, where)
        for key in ("name", "document", "status"):
            expect_kind(each.get(key), str | None, f"{where}.{key}")
    for name, each in objects.items():
        where = f"objects.{name}"
        expect_name(name, "an object")
        expect_kind(each, dict, where)
        expect_kind(each.get("document"), str | None, f"{where}.document")
        expect_kind(each.get("members"), list | None, f"{where}.members")
        for member in each.get("members") or []:
            expect_kind(member, dict, f"a member of {where}")
            for key in ("member", "document"):
                expect_kind(member.get(key), str | None, f"{key!r} of a member of {where}")


def expect_kind(value, kind, where):
    if not isinstance(value, kind):
        wanted = {dict: "an object", list | None: "a list", str | None: "a text"}[kind]
        raise Unreadable(f"{where} must be {wanted}, and is {json.dumps(value)[:40]}")


def expect_name(name, owner):
    """Raises Unreadable for a name that can't be part of a comment, a literal and a file name."""
    if len(name.encode(errors="replace")) > LONGEST_NAME:
        raise Unreadable(f"{owner} has a name of more than {LONGEST_NAME} bytes: {name[:20]!a}...")
    if not name.isprintable() or " " in name:
        raise Unreadable(f"{owner} has the name {name!a}, with a blank or an invisible character")
    return name


def expect(facts, key, kind, where):
    value = facts.get(key) if isinstance(facts, dict) else None
    if not isinstance(value, kind) or value == "":
        raise Unreadable(f"{where} has no {key}")
    return value
