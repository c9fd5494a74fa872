# SPDX-License-Identifier: MIT
"""Translates names of the wire to names in C++.

A word begins at an upper-case letter after a lower-case letter or a digit, and at the last of several upper-case letters if a lower-case
letter follows it. Digits belong to the word before them. "ImageMd5" is image_md5, "IdCardOCRVerification" is id_card_ocr_verification, "MD5"
is md5. Two cases come before this rule: the plural of an abbreviation ("InstanceIDs" is instance_ids), and words with capitals inside
("IPv6", "DDoS"). All other exceptions are in the table of the product.
"""

import re

# Keywords of C++20, and macros of the C headers.
KEYWORDS = frozenset("""
alignas alignof and and_eq asm auto bitand bitor bool break case catch char char8_t char16_t char32_t class co_await co_return co_yield
compl concept const const_cast consteval constexpr constinit continue decltype default delete do double dynamic_cast else enum explicit
export extern false float for friend goto if inline int long mutable namespace new noexcept not not_eq nullptr operator or or_eq private
protected public register reinterpret_cast requires return short signed sizeof static static_assert static_cast struct switch template
this thread_local throw true try typedef typeid typename union unsigned using virtual void volatile wchar_t while xor xor_eq
errno assert stdin stdout stderr
""".split())

# Lower-case names that hosts define as macros (tests/hygiene/hostile_macros.hpp, Windows, Objective-C, curses, Mbed TLS).
HOST_MACROS = frozenset("""
check verify near far small interface emit slots signals foreach major minor min max abs round unix linux hyper pascal cdecl nil
lines columns md5 sha256
""".split())

# Names that no file can have on Windows, with any extension.
DEVICES = frozenset({"aux", "con", "nul", "prn"} | {f"{port}{number}" for port in ("com", "lpt") for number in range(10)})

_WORD = re.compile(r"(?:[A-Z]+(?![a-z])|[A-Z]?[a-z]+|(?=[0-9]))(?:[0-9]+[a-z]*)*")
_OWN_CAPITALS = re.compile(r"(?:IPv[46]|DDo[Ss]|IoT|OAuth|MySQL|NoSQL|PostgreSQL|[IPS]aaS|K8[Ss]|CKafka)(?![a-z])")
_PLURAL_ABBREVIATION = re.compile(r"[A-Z]{2,}s(?![a-z])")


class NameCollision(Exception):
    """Names of the wire that would be equal in C++, or that give no name. `entries` for the table of exceptions would solve it."""

    def __init__(self, reasons, entries):
        super().__init__("\n".join(reasons))
        self.entries = entries


def split_words(name):
    """Returns the words of a name in lower case: "IdCardOCRVerification" gives id, card, ocr, verification."""
    for exception in (_OWN_CAPITALS, _PLURAL_ABBREVIATION):
        name = exception.sub(lambda found: found.group().capitalize(), name)
    # The last letter of "OCRV" in "OCRVerification" begins a word.
    spaced = re.sub(r"([A-Z]+)([A-Z][a-z])", r"\1 \2", name)
    return [word.lower() for word in _WORD.findall(spaced) if word]


def usable(name):
    """Returns the name, with an underscore at the end if C++ or a host has taken it."""
    if name in KEYWORDS or name in HOST_MACROS:
        return name + "_"
    return "n" + name if name[:1].isdigit() else name


def file_name(name):
    return name + "_" if name in DEVICES else name


class Names:
    """Translates with the exceptions of one product, "Name" or "Scope.Name". `unused` holds those that no name needed."""

    def __init__(self, exceptions=None):
        self._exceptions = exceptions or {}
        self.unused = set(self._exceptions)

    def identifier(self, wire_name, scope=""):
        entry = f"{scope}.{wire_name}" if f"{scope}.{wire_name}" in self._exceptions else wire_name
        exception = self._exceptions.get(entry)
        self.unused.discard(entry)
        words = split_words(wire_name)
        if not exception and not words:
            reason = f"{wire_name!r}{' in ' + scope if scope else ''} has no letter or digit of ASCII to make a name from"
            raise NameCollision([reason], {f"{scope}.{wire_name}" if scope else wire_name: "a_name"})
        return usable(exception or "_".join(words))


class Scope:
    """Names that must differ. Collects all collisions, so that one message can list them."""

    def __init__(self):
        self._taken = {}
        self.reasons = []
        self.entries = {}

    def take(self, name, owner, entry="", instead=""):
        """Returns whether the name was free. `entry` is its key in the table of exceptions, `instead` a name that would be free."""
        free = name not in self._taken
        if not free:
            self.reasons.append(f"{self._taken[name]} and {owner} would both be {name}")
            if entry:
                self.entries[entry] = instead or f"{name}_2"
        self._taken.setdefault(name, owner)
        return free
