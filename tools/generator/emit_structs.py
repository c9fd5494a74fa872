# SPDX-License-Identifier: MIT
"""Writes the structs of a product and their field tables."""

from generator.layout import VALUES
from generator.names import HOST_MACROS
from generator.text import COLUMNS
from generator.writer import quoted, sentences

# Types of fields as aliases of tc3/model/storage.hpp: always set, or optional.
REQUIRED = {"string": "text_of", "binary": "binary_of"}
OPTIONAL = {"string": "optional_text", "binary": "optional_binary"}
NUMBERS = {"bool": "bool", "int64": "std::int64_t", "uint64": "std::uint64_t", "float64": "double"}


class StructWriter:
    """Writes the structs of one product to a header."""

    def __init__(self, product, layout):
        self.product = product
        self.layout = layout
        self.naming = layout.naming

    # ---- declarations -------------------------------------------------------------------------------------------------------------

    def declare(self, out, struct):
        out.line("template <class Storage>")
        out.line(f"struct basic_{self.naming.struct(struct)};")

    def define(self, out, struct, about, page=""):
        out.comment(about)
        if page:
            out.line("///")
            out.comment(f"Source: {page}")
        out.line("template <class Storage>")
        name = f"basic_{self.naming.struct(struct)}"
        if not struct.fields:
            out.line(f"struct {name} {{}};")
            out.line()
            return
        out.line(f"struct {name} {{")
        for each in struct.fields:
            out.comment(self._about_field(each, struct), indent="    ")
            out.broken(self._type(each, struct), f"{self.naming.member(struct, each.wire_name)} = {{}};", indent="    ")
        out.line("};")
        out.line()

    def alias(self, out, struct, warning=""):
        """Writes the name of a struct with `owning` storage. Its use causes `warning`, unless that is empty."""
        name = self.naming.struct(struct)
        deprecated = f" [[deprecated({quoted(warning)})]]" if warning else ""
        out.broken(f"using {name}{deprecated} =", f"basic_{name}<{self.naming.namespace.to_tc3}owning>;")

    def _about_field(self, field, owner):
        remarks = [field.summary, *field.remarks]
        name = self.naming.member(owner, field.wire_name).removesuffix("_")
        if name in HOST_MACROS:
            remarks.append(f"The name ends in _ because {name} is a macro of some hosts")
        if field.values:
            place = f"in {VALUES}" if self.layout.is_shared(self.product.value_sets[field.values]) else "above"
            remarks.insert(1, f"See {field.values} {place}")
        return sentences(remarks)

    def _type(self, field, owner):
        if field.type == "object":
            return self._alias("nested_of", owner, self.naming.held_struct(field.ref, owner))
        if field.type == "array":
            return self._alias("optional_list", owner, self._element(field.ref, owner))
        if field.type in NUMBERS:
            return self._alias("optional_of", owner, NUMBERS[field.type])
        return self._alias((REQUIRED if field.required else OPTIONAL)[field.type], owner)

    def _element(self, kind, owner):
        if kind in REQUIRED:
            return self._alias(REQUIRED[kind], owner)
        return NUMBERS.get(kind) or self.naming.held_struct(kind, owner)

    def _alias(self, name, owner, *arguments):
        return f"{self.naming.library(name, owner)}<{', '.join(['Storage', *arguments])}>"

    # ---- field tables -------------------------------------------------------------------------------------------------------------

    def write_table(self, out, struct):
        name = f"{self.naming.namespace.from_tc3}::basic_{self.naming.struct(struct)}<Storage>"
        out.line("template <class Storage>")
        if not struct.fields:
            out.line(f"inline constexpr auto fields_of<{name}> = field_table();")
            out.line()
            return
        out.line(f"inline constexpr auto fields_of<{name}> = [] {{")
        out.line(f"    using self = {name};")
        out.line("    return field_table{")
        for each in struct.fields:
            self._write_row(out, struct, each)
        out.line("    };")
        out.line("}();")
        out.line()

    def _write_row(self, out, struct, field):
        indent = " " * 8
        parts = self._refinements(field)
        head = self._row_head(self.naming.member(struct, field.wire_name), field.wire_name, indent, ends_line=not parts)
        one_line = indent + head + "".join(parts) + ","
        out.line(one_line if len(one_line) <= COLUMNS else indent + f"\n{indent}    ".join([head, *parts]) + ",")

    @staticmethod
    def _row_head(member, wire_name, indent, ends_line):
        """Returns the call that makes a row, broken as clang-format breaks it."""
        call, name, offset = f"field_at_offset<decltype(self::{member})>(", f"{quoted(wire_name)},", f"offsetof(self, {member}))"
        room = COLUMNS - len(indent) - ends_line
        if len(f"{call}{name} {offset}") <= room:
            return f"{call}{name} {offset}"
        if len(f"{call}{offset}") <= room:
            return f"{call}{name}\n{indent}{' ' * len(call)}{offset}"
        return f"{call}\n{indent}    {name} {offset}"

    def _refinements(self, field):
        parts = []
        if field.required:
            parts.append(".required()")
        if field.leniency:
            parts.append(f".{field.leniency}()")
        if field.mark:
            parts.append(f".marked(sensitivity::{field.mark})")
        if field.length:
            parts.append(".limited(text_size<{}, {}>)".format(*field.length))
        elif field.range:
            parts.append(".limited(between<{}, {}>)".format(*field.range))
        elif field.values and not self.product.value_sets[field.values].open:
            parts.append(f".limited(one_of<{self.naming.namespace.from_tc3}::{field.values}::all>)")
        return parts
