# SPDX-License-Identifier: MIT
"""From names on the wire to names in C++.

The rule: a word begins at an upper-case letter behind a lower-case letter or a digit, and at the last of several upper-case letters when a
lower-case letter follows it. Digits stay with the word before them. "ImageMd5" is image_md5, "IdCardOCRVerification" is
id_card_ocr_verification, "MD5" is md5. What the rule gets wrong stands in a table beside the facts, whole names only.
"""

import re

# Keywords of C++20, and names that may not be used in a program (macros of the standard library's C headers).
KEYWORDS = frozenset("""
alignas alignof and and_eq asm auto bitand bitor bool break case catch char char8_t char16_t char32_t class co_await co_return co_yield
compl concept const const_cast consteval constexpr constinit continue decltype default delete do double dynamic_cast else enum explicit
export extern false float for friend goto if inline int long mutable namespace new noexcept not not_eq nullptr operator or or_eq private
protected public register reinterpret_cast requires return short signed sizeof static static_assert static_cast struct switch template
this thread_local throw true try typedef typeid typename union unsigned using virtual void volatile wchar_t while xor xor_eq
errno assert stdin stdout stderr
""".split())

# Names that hosts define as macros (tests/hygiene/hostile_macros.hpp), lower-case ones only, for ours are.
HOST_MACROS = frozenset("check verify near far small interface emit slots signals foreach major minor min max abs round unix linux".split())

_WORD = re.compile(r"[A-Z]+(?![a-z])[0-9]*|[A-Z]?[a-z]+[0-9]*|[0-9]+")


class NameCollision(Exception):
    """Two names on the wire that would be one in C++."""


def split_words(name):
    """The words of a name in lower case: "IdCardOCRVerification" gives id, card, ocr, verification."""
    # An upper-case run followed by a lower-case letter gives its last letter away: "OCRVerification".
    spaced = re.sub(r"([A-Z]+)([A-Z][a-z])", r"\1 \2", name)
    return [word.lower() for word in _WORD.findall(spaced)]


def usable(name):
    """The name itself, or with a trailing underscore where C++ or a host has taken it."""
    if name in KEYWORDS or name in HOST_MACROS:
        return name + "_"
    return "n" + name if name[:1].isdigit() else name


class Names:
    """Translates, with the exceptions of one product."""

    def __init__(self, exceptions=None):
        self._exceptions = exceptions or {}

    def identifier(self, wire_name):
        exception = self._exceptions.get(wire_name)
        words = split_words(wire_name)
        if not exception and not words:
            raise NameCollision(f"{wire_name!r} has no letter to make a name from; name it in the table of exceptions")
        return usable(exception or "_".join(words))

    def identifiers(self, wire_names, where):
        """Of members of one scope. Stops where two would be the same."""
        taken = {}
        for wire_name in wire_names:
            name = self.identifier(wire_name)
            if name in taken:
                raise NameCollision(f"{where}: {taken[name]!r} and {wire_name!r} would both be {name}; name one in the table of exceptions")
            taken[name] = wire_name
        return list(taken)
