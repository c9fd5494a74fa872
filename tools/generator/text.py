# SPDX-License-Identifier: MIT
"""Text for comments: of any description one paragraph that no compiler and no formatter stumbles over, and lines of a width."""

import html
import re
import textwrap
import unicodedata

COLUMNS = 140
LONGEST_WORD = 60  # of characters that no line may break; each may be two columns wide

_TAGS = ("a abbr b big blockquote br center code dd del details div dl dt em font h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre s "
         "section small span strong sub summary sup table tbody td tfoot th thead tr tt u ul").split()
_TAG = re.compile(rf"</?(?:{'|'.join(_TAGS)}|dx-[a-z-]+)(?:\s[^<>]*)?/?>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
_EMPHASIS = re.compile(r"\*\*|__(?=\S)|(?<=\S)__|```\w*|^\s*(?:[#>]+|[*+-])\s+|\|(?:\s*:?-+:?\s*\|)+", re.MULTILINE)
# A sentence that a null may come says nothing: every field of an answer may be unset.
_MAY_BE_NULL = re.compile(r"(?:Note:?\s*)?(?:This|The) (?:field|parameter) may return `?null`?[^.]*(?:\.|$)"
                          r"|(?:注意：)?此?字段可能返回\s*`?null`?[^。]*(?:。|$)", re.IGNORECASE)
# A full stop that markup stood before.
_LOST_STOP = re.compile(r" ([.,;:])(?= |$)")
# Text without blanks between words may be broken anywhere.
_WIDE = "\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6"
_LONG_WORD = re.compile(rf"([^ {_WIDE}]{{{LONGEST_WORD}}})[^ {_WIDE}]+")
# At the end of a line these would join the next one to the comment.
_CONTINUES = re.compile(rf"[^ {_WIDE}]*(?:\\|\?\?/)(?=[ {_WIDE}]|$)")
_PIECE = re.compile(rf" ?(?:[{_WIDE}]|[^ {_WIDE}]+)")


def plain(text, longest):
    """One paragraph of at most about `longest` characters, without markup and without characters that can't be seen."""
    text = html.unescape(_TAG.sub(" ", text))
    text = _EMPHASIS.sub(" ", _LINK.sub(r"\1", text))
    text = _MAY_BE_NULL.sub(" ", seen(text))
    text = _LONG_WORD.sub(r"\1...", _LOST_STOP.sub(r"\1", " ".join(text.split())))
    return _CONTINUES.sub(r'"\g<0>"', shortened(text, longest))


def seen(text):
    """Without controls and marks of direction; every kind of blank is a blank."""
    kept = []
    for char in text:
        category = unicodedata.category(char)
        if category[0] == "Z" or category == "Cc":
            kept.append(" ")
        elif category[0] != "C":
            kept.append(char)
    return "".join(kept)


def shortened(text, longest):
    """Cut behind a sentence where one ends in the second half, else behind a word."""
    if len(text) <= longest:
        return text
    text = text[:longest]
    end = max(text.rfind(mark) for mark in (". ", "。", "；", "; "))
    if end > longest // 2:
        return text[: end + 1].rstrip(";；") + (" ..." if text[end] in ";；" else "")
    return (text.rpartition(" ")[0] or text) + " ..."


def wrapped(text, columns):
    """Lines of at most so many columns. Whatever is not ASCII counts as two: no formatter finds a line longer than this does."""
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
