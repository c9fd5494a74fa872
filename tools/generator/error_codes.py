# SPDX-License-Identifier: MIT
"""Writes the table of a product's error codes."""

from generator.text import COLUMNS
from generator.writer import MADE_BY, quoted

# What faceid::error_code_info has by default.
USUAL_REPEATS = 3


class BadErrorCode(Exception):
    """A code that occurs twice, or advice that contradicts itself."""


def write_error_codes(out, product, source):
    """Writes the whole header."""
    name = product.namespace.rpartition("::")[2]
    space = f"tc3::inline TC3_NAMESPACE::{name}"
    out.begin(f"The error codes of {product.title}. {MADE_BY} from {source}.", product.page)
    out.line(f"#include <tc3/{name}/types/error_code.hpp>")
    out.line()
    out.open_namespace(space)
    out.comment("All known codes, sorted by their bytes, as describe() requires.")
    out.line("inline constexpr error_code_info error_codes[] = {")
    for each in _in_order(product.error_codes):
        _write_row(out, each)
    out.line("};")
    out.line()
    out.close_namespace(space)


def _in_order(codes):
    names = [each.code for each in codes]
    for each in codes:
        if names.count(each.code) > 1:
            raise BadErrorCode(f"{each.code} occurs twice")
        if each.prefix_trap and each.retry != "never":
            raise BadErrorCode(f"{each.code} looks like an error of the service and is none: its \"retry\" must be \"never\"")
    return sorted(codes, key=lambda each: each.code.encode())


def _write_row(out, code):
    parts = [quoted(code.code), quoted(code.meaning), f"error_category::{code.category}"]
    if code.retry != "never":
        parts.append(f"retry::{code.retry}")
    if code.repeats is not None or code.first_wait is not None:
        parts.append(str(USUAL_REPEATS if code.repeats is None else code.repeats))
    if code.first_wait is not None:
        parts.append(str(code.first_wait))
    line = "    {" + parts[0]
    for place, part in enumerate(parts[1:], 2):
        end = "}," if place == len(parts) else ","
        if len(f"{line}, {part}{end}") <= COLUMNS:
            line += f", {part}"
        else:
            out.line(line + ",")
            line = "     " + part
    out.line(line + "},")
