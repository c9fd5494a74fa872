# SPDX-License-Identifier: MIT
"""Makes text for comments: one paragraph that neither a compiler nor clang-format misreads, in lines of limited width."""

import html
import re
import textwrap
import unicodedata

COLUMNS = 140
LONGEST_WORD = 60  # characters without a place to break a line; each may be two columns wide

_TAGS = ("a abbr b big blockquote br center code dd del details div dl dt em font h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre s "
         "section small span strong sub summary sup table tbody td tfoot th thead tr tt u ul").split()
_TAG = re.compile(rf"</?(?:{'|'.join(_TAGS)}|dx-[a-z-]+)(?:\s[^<>]*)?/?>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
_EMPHASIS = re.compile(r"\*\*|__(?=\S)|(?<=\S)__|```\w*|^\s*(?:[#>]+|[*+-])\s+|\|(?:\s*:?-+:?\s*\|)+", re.MULTILINE)
# Every field of an output may be unset: a sentence about null is noise.
_MAY_BE_NULL = re.compile(r"(?:Note:?\s*)?(?:This|The) (?:field|parameter) may return `?null`?[^.]*(?:\.|$)"
                          r"|(?:注意：)?此?字段可能返回\s*`?null`?[^。]*(?:。|$)", re.IGNORECASE)
# Punctuation that followed markup.
_LOST_STOP = re.compile(r" ([.,;:])(?= |$)")
# Scripts without blanks between words may be broken anywhere.
_WIDE = "\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6"
_LONG_WORD = re.compile(rf"([^ {_WIDE}]{{{LONGEST_WORD}}})[^ {_WIDE}]+")
# At the end of a line, a backslash or its trigraph would join the next line to the comment.
_CONTINUES = re.compile(rf"[^ {_WIDE}]*(?:\\|\?\?/)(?=[ {_WIDE}]|$)")
_PIECE = re.compile(rf" ?(?:[{_WIDE}]|[^ {_WIDE}]+)")


def plain(text, longest):
    """Returns one paragraph of at most about `longest` characters, without markup and invisible characters."""
    text = html.unescape(_TAG.sub(" ", text))
    text = _EMPHASIS.sub(" ", _LINK.sub(r"\1", text))
    text = _MAY_BE_NULL.sub(" ", visible(text))
    text = _LONG_WORD.sub(r"\1...", _LOST_STOP.sub(r"\1", " ".join(text.split())))
    return _CONTINUES.sub(r'"\g<0>"', shortened(text, longest))


def visible(text):
    """Removes controls and marks of direction, and replaces every kind of blank by one blank."""
    kept = []
    for char in text:
        category = unicodedata.category(char)
        if category[0] == "Z" or category == "Cc":
            kept.append(" ")
        elif category[0] != "C":
            kept.append(char)
    return "".join(kept)


def shortened(text, longest):
    """Cuts a text after a sentence that ends in its second half, else after a word."""
    if len(text) <= longest:
        return text
    text = text[:longest]
    end = max(text.rfind(mark) for mark in (". ", "。", "；", "; "))
    if end > longest // 2:
        return text[: end + 1].rstrip(";；") + (" ..." if text[end] in ";；" else "")
    return (text.rpartition(" ")[0] or text) + " ..."


def wrapped(text, columns):
    """Returns lines of at most so many columns. A character outside ASCII counts as two, so that clang-format finds no line too long."""
    if text.isascii():
        return textwrap.wrap(text, columns, break_long_words=False, break_on_hyphens=False)
    lines = [""]
    for piece in _PIECE.findall(text):
        if lines[-1] and width(lines[-1] + piece) > columns:
            lines.append("")
        lines[-1] += piece if lines[-1] else piece.lstrip()
    return lines


def width(text):
    return sum(1 if char.isascii() else 2 for char in text)
