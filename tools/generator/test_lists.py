# SPDX-License-Identifier: MIT
"""Writes lists of a product's actions and data types, for tests that go through all of them."""

from generator.cpp import Writer


def test_lists(headers):
    """A dictionary from file name to text, for tests/support/."""
    product = headers.product
    space = product.namespace.rpartition("::")[2]
    return {f"{space}_actions.hpp": _actions(product, space, headers.names)}


def _actions(product, space, names):
    serving = [action.wire_name for action in product.actions if not action.retired]
    retired = [action.wire_name for action in product.actions if action.retired]
    types = [struct.wire_name for family in product.families for struct in family.structs]

    out = Writer()
    out.begin(f"Goes through all actions and data types of {product.title}, in the order of the facts. Made by tools/generate.py.")
    for header in sorted(f"{space}/retired/{names.identifier(name)}.hpp" for name in retired):
        out.line(f"#include <tc3/{header}>")
    out.line("#include <tc3/tc3.hpp>")
    out.line()
    out.line("namespace support {")
    out.line()

    def calls(title, function, wire_names, argument):
        out.comment(title)
        out.line("template <class Storage, class Use>")
        out.line(f"void {function}(Use use) {{")
        for name in wire_names:
            struct = f"tc3::{space}::basic_{names.identifier(name)}<Storage>"
            out.line(f"    use.template operator()<{struct}>({argument(name)});")
        out.line("}")
        out.line()

    calls("Calls `use.operator()<Question>()` for each action: `for_each_action<tc3::owning>([]<class Question>() { ... })`.",
          "for_each_action", serving, lambda name: "")
    if retired:
        calls("The same for those that were taken offline.", "for_each_retired_action", retired, lambda name: "")
    calls("Calls `use.operator()<Struct>(wire_name)` for each data type. Those that others hold need not come first.",
          "for_each_type", types, lambda name: f'"{name}"')
    out.line("}  // namespace support")
    return out.text()
