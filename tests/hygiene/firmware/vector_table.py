# SPDX-License-Identifier: MIT
"""Writes the signing vectors as a C++ table."""

import base64
import json

from programs import ROOT


def write(file):
    """Writes the table. Returns the number of its vectors."""
    chosen = selected()
    parts = [header_list(number, vector["input"]) for number, vector in enumerate(chosen)]
    rows = [row(number, vector) for number, vector in enumerate(chosen)]
    file.write_text("".join(parts) + "constexpr signing_vector vector_table[] = {\n" + "".join(rows) + "};\n", encoding="ascii")
    return len(chosen)


def selected():
    """Returns the vectors of the table: all but those whose body is generated, which are too large for it."""
    return [vector for vector in vectors() if hashed_text(vector["input"]) is not None]


def vectors():
    everything = json.loads((ROOT / "tests/vectors/public.json").read_text(encoding="utf-8"))["vectors"]
    return [vector for vector in everything if vector["kind"] == "sign" and vector["normative"]]


def header_list(number, given):
    items = "".join(f"{{{literal(name)}, {literal(value)}}}, " for name, value in given["headers"])
    return f"constexpr tc3::http::header headers_{number}[] = {{{items}}};\n"


def row(number, vector):
    given = vector["input"]
    credential = f"{{{literal(given['secret_id'])}, {literal(given['secret_key'])}}}"
    method = f"tc3::http::method::{given['method'].lower()}"
    texts = [literal(given["path"]), literal(given["query"] or ""), f"headers_{number}", literal(hashed_text(given))]
    rest = [credential, literal(given["service"]), f"{{{given['timestamp']}}}", literal(vector["expected"]["authorization"])]
    return f"    {{{', '.join([literal(vector['id']), method, *texts, *rest])}}},\n"


def hashed_text(given):
    """Returns the text that is hashed as the body, or None for bodies that are too large for the board."""
    if given["unsigned_payload"]:
        return "UNSIGNED-PAYLOAD"
    if given["method"] == "GET" or given["payload"] is None:
        return ""
    read = {"utf8": lambda payload: payload["data"], "base64": lambda payload: base64.b64decode(payload["data"])}
    return read.get(given["payload"]["encoding"], lambda _: None)(given["payload"])


def literal(text):
    """Returns the initializer of a std::string_view; bytes other than letters and digits are escaped as three octal digits."""
    data = text.encode() if isinstance(text, str) else text
    inside = "".join(chr(byte) if chr(byte).isalnum() and byte < 128 else f"\\{byte:03o}" for byte in data)
    return f'{{"{inside}", {len(data)}}}'
