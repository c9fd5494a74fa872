# SPDX-License-Identifier: MIT
"""Writes what the library knows about an action: its address, its output, where the output states an outcome, the life of a session."""

from generator.text import COLUMNS
from generator.writer import quoted


def write_action(out, action, naming):
    """Writes `action_of` and `output_of`, in namespace tc3."""
    space = naming.namespace.from_tc3
    type_of_input = f"{space}::basic_{naming.struct(action.request)}<Storage>"
    facts = [f".service = {space}::service", f".version = {space}::version", f".name = {quoted(action.wire_name)}", f".host = {space}::host"]
    if not action.needs_region:
        facts.append(".needs_region = false")
    if action.calls_per_second:
        facts.append(f".calls_per_second = {action.calls_per_second}")
    if action.repeat != "not_documented":
        facts.append(f".repeat = repeat_safety::{action.repeat}")
    out.line("template <class Storage>")
    _write_parts(out, f"inline constexpr action action_of<{type_of_input}>{{", facts)
    out.line()
    out.line("template <class Storage>")
    out.line(f"struct output_of<{type_of_input}> {{")
    out.line(f"    using type = {space}::basic_{naming.struct(action.response)}<Storage>;")
    out.line("};")
    out.line()


def write_outcome_source(out, action, values, naming):
    """Writes where an output states its outcome, in the namespace of the product. `values` are its codes."""
    output = f"basic_{naming.struct(action.response)}<Storage>"
    member = f"{output}::{naming.member(action.response, action.outcome.field)}"
    parts = [f".passed = {values.name}::passed_codes"]
    if action.outcome.pending is not None:
        parts.append(f".pending = {quoted(str(action.outcome.pending))}")
    parts.append(f".meanings = {values.name}::all")
    if values.error_codes:
        parts.append(".others = describe")
    out.line("template <class Storage>")
    name, value = f"inline constexpr auto outcome_source_of<{output}> =", f"outcome_source<&{member}>{{"
    if len(f"{name} {value}") <= COLUMNS:
        _write_parts(out, f"{name} {value}", parts)
    else:
        out.line(name)
        _write_parts(out, value, parts, indent="    ")
    out.line()


def write_session_life(out, action, naming):
    """Writes how long the sessions live that an action reads, in the namespace of the product."""
    life = action.session
    out.line("template <class Storage>")
    _write_parts(out, f"inline constexpr session_life session_life_of<basic_{naming.struct(action.request)}<Storage>>{{",
                 [f".start_within = {life.start_within}", f".readable_for = {life.readable_for}"])
    out.line()


def _write_parts(out, begin, parts, indent=""):
    out.line(indent + begin)
    for part in parts:
        out.line(f"{indent}    {part},")
    out.line(f"{indent}}};")
