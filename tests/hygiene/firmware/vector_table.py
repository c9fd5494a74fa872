# SPDX-License-Identifier: MIT
"""The signing vectors as a table of C++."""

import base64
import json

from programs import ROOT


def write(file):
    """Writes the table, and returns how many vectors there are in it."""
    taken = [one for one in vectors() if hashed_text(one["input"]) is not None]
    parts = [header_list(number, one["input"]) for number, one in enumerate(taken)]
    rows = [row(number, one) for number, one in enumerate(taken)]
    file.write_text("".join(parts) + "constexpr vector vector_table[] = {\n" + "".join(rows) + "};\n", encoding="ascii")
    return len(taken)


def vectors():
    everything = json.loads((ROOT / "tests/vectors/public.json").read_text(encoding="utf-8"))["vectors"]
    return [one for one in everything if one["kind"] == "sign" and one["normative"]]


def header_list(number, given):
    items = "".join(f"{{{literal(name)}, {literal(value)}}}, " for name, value in given["headers"])
    return f"constexpr tc3::http::header headers_{number}[] = {{{items}}};\n"


def row(number, one):
    given = one["input"]
    credential = f"{{{literal(given['secret_id'])}, {literal(given['secret_key'])}}}"
    method = f"tc3::http::method::{given['method'].lower()}"
    texts = [literal(given["path"]), literal(given["query"] or ""), f"headers_{number}", literal(hashed_text(given))]
    rest = [credential, literal(given["service"]), f"{{{given['timestamp']}}}", literal(one["expected"]["authorization"])]
    return f"    {{{', '.join([literal(one['id']), method, *texts, *rest])}}},\n"


def hashed_text(given):
    """What is hashed as the body, or None for bodies that are too large for the board."""
    if given["unsigned_payload"]:
        return "UNSIGNED-PAYLOAD"
    if given["method"] == "GET" or given["payload"] is None:
        return ""
    read = {"utf8": lambda payload: payload["data"], "base64": lambda payload: base64.b64decode(payload["data"])}
    return read.get(given["payload"]["encoding"], lambda _: None)(given["payload"])


def literal(text):
    """A std::string_view of these bytes: each that is not a letter or digit as three octal digits."""
    data = text.encode() if isinstance(text, str) else text
    inside = "".join(chr(byte) if chr(byte).isalnum() and byte < 128 else f"\\{byte:03o}" for byte in data)
    return f'{{"{inside}", {len(data)}}}'
