# SPDX-License-Identifier: MIT
"""Writes lists of a product's actions and data types, for tests that run over all of them."""

from generator.writer import MADE_BY, Writer


def test_lists(headers):
    """Returns a dictionary from file name to text, for tests/support/."""
    return {f"{headers.namespace.last}_actions.hpp": _actions(headers.product, headers.naming)}


def _actions(product, naming):
    current = [action for action in product.actions if not action.retired]
    retired = [action for action in product.actions if action.retired]
    types = [struct for family in product.families for struct in family.structs]

    out = Writer()
    out.begin(f"Runs a function template over all actions and data types of {product.title}, in the order of the facts. {MADE_BY}.")
    for header in sorted(naming.header(action) for action in retired):
        out.line(f"#include <tc3/{naming.namespace.last}/{header}>")
    out.line("#include <tc3/tc3.hpp>")
    out.line()
    out.open_namespace("support")
    _write_loop(out, "Calls `use.operator()<Input>()` for each action: `for_each_action<tc3::owning>([]<class Input>() { ... })`.",
                "for_each_action", [(action.request, "") for action in current], naming)
    if retired:
        _write_loop(out, "Calls `use.operator()<Input>()` for each action that was taken offline.",
                    "for_each_retired_action", [(action.request, "") for action in retired], naming)
    _write_loop(out, "Calls `use.operator()<Struct>(wire_name)` for each data type. A type may come before those that it holds.",
                "for_each_type", [(struct, f'"{struct.wire_name}"') for struct in types], naming)
    out.close_namespace("support")
    return out.text()


def _write_loop(out, about, function, calls, naming):
    """Writes a function with a call for each pair of struct and argument."""
    out.comment(about)
    out.line("template <class Storage, class Use>")
    out.line(f"void {function}(Use use) {{")
    for struct, argument in calls:
        out.line(f"    use.template operator()<tc3::{naming.namespace.from_tc3}::basic_{naming.struct(struct)}<Storage>>({argument});")
    out.line("}")
    out.line()
