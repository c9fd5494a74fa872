# SPDX-License-Identifier: MIT
"""Lines of a C++ header, and the texts that stand in them."""

from generator.text import COLUMNS, wrapped

MADE_BY = "Made by tools/generate.py"  # marks a header that the generator may overwrite


class Writer:
    """Collects the lines of one header."""

    def __init__(self):
        self.lines = []

    def line(self, text=""):
        self.lines.append(text)

    def begin(self, about, page=""):
        """Writes what every header begins with. `about` is for readers, `page` is the source in the manual."""
        self.line("// SPDX-License-Identifier: MIT")
        self.comment(about, "//")
        if page:
            self.comment(f"Source: {page}", "//")
        self.line("#pragma once")
        self.line()

    def comment(self, text, mark="///", indent=""):
        prefix = f"{indent}{mark} "
        for line in wrapped(text, COLUMNS - len(prefix)):
            self.line(prefix + line)

    def open_namespace(self, name):
        self.line(f"namespace {name} {{")
        self.line()

    def close_namespace(self, name):
        self.line(f"}}  // namespace {name}")

    def list(self, begin, items, end):
        """Writes a list on one line if there is room, else on one line of its own, else with a line for each item."""
        one_line = begin + ", ".join(items) + end
        if len(one_line) <= COLUMNS:
            self.line(one_line)
            return
        self.line(begin)
        filled = "    " + ", ".join(items) + ","
        for line in [filled] if len(filled) <= COLUMNS else [f"    {item}," for item in items]:
            self.line(line)
        self.line(end)

    def broken(self, first, second, indent=""):
        """Writes `first second` on one line if there is room, else on two."""
        one_line = f"{indent}{first} {second}"
        for line in [one_line] if len(one_line) <= COLUMNS else [indent + first, f"{indent}    {second}"]:
            self.line(line)

    def text(self):
        return "\n".join(self.lines) + "\n"


def quoted(value):
    """Returns a C++ string literal. A second '?' in a row is escaped, since compilers warn about trigraphs."""
    out = ""
    for char in value:
        if char in '"\\' or (char == "?" and out.endswith("?")):
            out += "\\" + char
        elif 0x20 <= ord(char) < 0x7F:
            out += char
        else:
            out += "".join(f"\\{byte:03o}" for byte in char.encode())
    return f'"{out}"'


def sentence(text):
    """Returns a text with an upper-case first letter and a full stop."""
    text = text.strip()
    if not text:
        return ""
    text = text[0].upper() + text[1:] if text[:2].islower() or text[:2].strip().islower() else text
    return text if text[-1] in ".!?。！？" else text + "."


def sentences(texts):
    return " ".join(sentence(text) for text in texts if text)


def after_colon(text):
    """Returns a text with a lower-case first letter, unless it begins with an abbreviation."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
