# SPDX-License-Identifier: MIT
"""Writes sets of values: a namespace with a literal for each value, and a table of all of them."""

from generator.text import COLUMNS
from generator.writer import quoted, sentence, sentences

BILLING = {True: "billing::billed", False: "billing::free", None: "billing::unknown"}


def write_values(out, values, fields):
    """`fields` names the fields that have these values."""
    out.comment(sentences([f"Values of {', '.join(fields)}", values.note, "The service may add more" if values.open else ""]))
    out.line(f"namespace {values.name} {{")
    _write_literals(out, values)
    if values.result:
        _write_results(out, values)
    elif not values.open:
        names = [each.name if values.type == "string" else f'literal{{"{each.value}"}}' for each in values.values]
        out.list("inline constexpr literal all[] = {", names, "};")
    if values.either_sign:
        _write_description(out, values)
    out.close_namespace(values.name)
    out.line()


def _write_literals(out, values):
    declarations = [_literal(values, each) for each in values.values]
    column = max(len(each) for each in declarations) + 2
    have_room = all(column + len(f"///< {each.meaning}") <= COLUMNS for each in values.values)
    for declaration, each in zip(declarations, values.values):
        if have_room:
            out.line(f"{declaration}{' ' * (column - len(declaration))}///< {each.meaning}")
        else:
            out.comment(sentence(each.meaning))
            out.line(declaration)


def _literal(values, value):
    if values.type == "string":
        return f"inline constexpr literal {value.name}{{{quoted(value.value)}}};"
    return f"inline constexpr std::{values.type}_t {value.name} = {value.value};"


def _write_results(out, values):
    out.comment("What each code means.")
    out.line("inline constexpr result_code all[] = {")
    for each in values.values:
        row = f"{quoted(str(each.value))}, {quoted(each.meaning)}, {BILLING[each.billed]}"
        if each.category != "verification_outcome":
            row += f", error_category::{each.category}"
        out.line(f"    {{{row}}},")
    out.line("};")
    out.comment("The codes that mean passed.")
    out.list("inline constexpr std::string_view passed_codes[] = {", [quoted(str(value)) for value in values.passed], "};")


def _write_description(out, values):
    """Writes functions that take a code with or without its minus sign."""
    out.comment("Returns a code with a minus sign, as the values above have it. The service may send it without one.")
    out.line(f"[[nodiscard]] constexpr std::{values.type}_t with_minus_sign(std::{values.type}_t code) noexcept {{ return code > 0 ? -code : code; }}")
    out.comment("Returns the meaning of a code, with or without its minus sign; \"\" for a code that is not known.")
    out.line(f"[[nodiscard]] constexpr std::string_view describe(std::{values.type}_t code) noexcept {{")
    out.line("    switch (with_minus_sign(code)) {")
    for each in values.values:
        out.line(f"        case {each.name}: return {quoted(each.meaning)};")
    out.line("        default: return \"\";")
    out.line("    }")
    out.line("}")


def write_literal_lists(out, lists):
    out.line("// clang-format off")
    for name, texts in lists.items():
        out.list(f"inline constexpr literal {name}[] = {{", [f"literal{{{quoted(text)}}}" for text in texts], "};")
    out.line("// clang-format on")
    out.line()
