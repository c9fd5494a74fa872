# SPDX-License-Identifier: MIT
"""Writes the table of a product's error codes."""

import json

from generator.text import COLUMNS


class BadErrorCode(Exception):
    """A code that stands twice, or advice that contradicts itself."""


def write_error_codes(out, product, source):
    """The whole header, into a cpp.Writer."""
    name = product.namespace.rpartition("::")[2]
    space = f"tc3::inline v0_1::{name}"
    out.begin(f"The error codes of {product.title}, sorted. Made by tools/generate.py from {source}; manual: {product.page}")
    out.line(f"#include <tc3/{name}/types/error_code.hpp>")
    out.line()
    out.line(f"namespace {space} {{")
    out.line()
    out.comment("All that are known, in the order of their bytes: describe() finds them.")
    out.line("inline constexpr error_code error_codes[] = {")
    for each in in_order(product.error_codes):
        row(out, each)
    out.line("};")
    out.line()
    out.line(f"}}  // namespace {space}")


def in_order(codes):
    names = [each.code for each in codes]
    for each in codes:
        if names.count(each.code) > 1:
            raise BadErrorCode(f"{each.code} stands there twice")
        if each.prefix_trap and each.retry != "never":
            raise BadErrorCode(f"{each.code} is a trap for those who go by its prefix, and says to ask again")
    return sorted(codes, key=lambda each: each.code.encode())


def row(out, each):
    facts = [json.dumps(each.code), json.dumps(each.meaning), f"error_category::{each.category}"]
    if each.retry != "never":
        facts.append(f"retry::{each.retry}")
    if each.repeats is not None or each.first_wait is not None:
        facts.append(str(3 if each.repeats is None else each.repeats))
    if each.first_wait is not None:
        facts.append(str(each.first_wait))
    line = "    {" + facts[0]
    for place, fact in enumerate(facts[1:], 2):
        end = "}," if place == len(facts) else ","
        if len(f"{line}, {fact}{end}") <= COLUMNS:
            line += f", {fact}"
        else:
            out.line(line + ",")
            line = "     " + fact
    out.line(line + "},")
