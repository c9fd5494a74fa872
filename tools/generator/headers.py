# SPDX-License-Identifier: MIT
"""Writes the headers of a product: one for each action, one for each family of data types, shared values, and lists of all of it."""

from generator.emit_structs import StructWriter
from generator.emit_traits import write_action, write_outcome_source, write_session_life
from generator.emit_values import write_literal_lists, write_values
from generator.error_codes import write_error_codes
from generator.layout import VALUES, Layout
from generator.naming import Naming
from generator.writer import MADE_BY, Writer, after_colon, quoted, sentence, sentences

TC3 = "tc3::inline TC3_NAMESPACE"

ABOUT_OUTPUT = "A field that is absent or null is unset, as is a number that is sent as \"\"."
ABOUT_LISTS = "A list that is sent as [] is set and empty."
ABOUT_RECURSION = "Holds itself. g++ 12 fails on a list of these in braces, unless it has evaluated one before."
ABOUT_OFFSETS = "offsetof, without the warning about types that are not of standard layout (tc3/config.hpp)."


class Headers:
    """The headers of one product. all() returns a dictionary from path to text."""

    def __init__(self, product, source):
        self.product = product
        self.source = source  # the name of the file with the facts, for readers
        self.made_from = f"{MADE_BY} from {source}."
        self.naming = Naming(product)
        self.namespace = self.naming.namespace
        self.layout = Layout(product, self.naming)
        self.structs = StructWriter(product, self.layout)

    def all(self):
        files = {"fwd.hpp": self._names()}
        for family in self.product.families:
            if family.structs:
                files[f"{family.name}.hpp"] = self._family(family)
        for action in self.product.actions:
            files[self.naming.header(action)] = self._action(action)
        if self.layout.shared_values():
            files[VALUES] = self._shared_values()
        for each in self.product.literal_lists:
            files[f"types/{each.name}.hpp"] = self._literal_lists(each)
        if self.product.error_codes:
            out = Writer()
            write_error_codes(out, self.product, self.source)
            files["types/error_codes.hpp"] = out.text()
        if self.product.whole:
            files["service.hpp"] = self._service()
        return files

    # ---- headers with structs -----------------------------------------------------------------------------------------------------

    def _action(self, action):
        structs = [action.request, action.response]
        out = self._begin(f"{action.wire_name}: {after_colon(action.summary)}", self.layout.includes(structs, action))
        self._write_values(out, self.layout.values_of(action.wire_name))
        page = action.page or self.product.page
        self.structs.define(out, action.request, sentences([f"Parameters of {action.wire_name}", *action.remarks]), page)
        self.structs.define(out, action.response, self._about_output(action), page)
        for struct in structs:
            self.structs.alias(out, struct, action.warning)
        out.line()
        if action.outcome:
            write_outcome_source(out, action, self.layout.values_of_outcome(action), self.naming)
        if action.session:
            write_session_life(out, action, self.naming)
        self._enter_library(out)
        write_action(out, action, self.naming)
        # An input without fields needs no table.
        self._write_tables(out, [struct for struct in structs if struct.fields or struct is action.response])
        if self.namespace.in_library:
            self._write_instances(out, action)
        out.close_namespace(TC3)
        return out.text()

    def _about_output(self, action):
        about = [f"Output of {action.wire_name}", ABOUT_OUTPUT]
        if any(each.type == "array" for each in action.response.fields):
            about.append(ABOUT_LISTS)
        if action.outcome:
            member = self.naming.member(action.response, action.outcome.field)
            about += [f"`{self.namespace.last}::outcome(output)` reads the outcome from `{member}`", action.outcome.note]
        return sentences(about)

    def _family(self, family):
        structs = self.layout.in_order(family.structs)
        out = self._begin(family.summary, self.layout.includes(structs), self.product.page)
        self._write_values(out, self.layout.values_of(family.name))
        for struct in self.layout.declared_early(structs):
            self.structs.declare(out, struct)
            out.line()
        for struct in structs:
            self.structs.define(out, struct, sentence(struct.summary))
        for struct in structs:
            self.structs.alias(out, struct)
        out.line()
        for struct in self.layout.recursive(structs):
            out.comment(ABOUT_RECURSION, "//")
            out.line(f"static_assert(requires {{ {self.naming.struct(struct)}{{}}; }});")
            out.line()
        self._enter_library(out)
        self._write_tables(out, structs)
        out.close_namespace(TC3)
        return out.text()

    def _begin(self, about, includes, page=""):
        out = Writer()
        out.begin(f"{sentence(about)} {self.made_from}", page)
        for group in includes:
            for path in group:
                out.line(f"#include <{path}>")
            out.line()
        out.open_namespace(self.namespace.definition)
        return out

    def _enter_library(self, out):
        out.close_namespace(self.namespace.definition)
        out.line()
        out.open_namespace(TC3)

    def _write_tables(self, out, structs):
        """Writes the field tables."""
        out.comment(ABOUT_OFFSETS, "//")
        out.line("TC3_OFFSETS_BEGIN")
        out.line()
        for struct in structs:
            self.structs.write_table(out, struct)
        out.line("TC3_OFFSETS_END")
        out.line()

    def _write_instances(self, out, action):
        """Writes what TC3_IMPLEMENTATION compiles: the tables that a client uses."""
        out.line("#if defined(TC3_INSTANTIATED)")
        for direction, struct in (("writing", action.request), ("reading", action.response)):
            name = f"{self.namespace.last}::basic_{self.naming.struct(struct)}"
            for storage in ("owning", "borrowed"):
                out.line(f"TC3_INSTANTIATED {direction}_table {direction}_table_of<{name}<{storage}>>() noexcept;")
        out.line("#endif")
        out.line()

    # ---- values -------------------------------------------------------------------------------------------------------------------

    def _write_values(self, out, sets):
        for each in sets:
            write_values(out, each, self._fields_with(each))

    def _fields_with(self, values):
        """Returns the fields with these values: as members where they are in this header, else by their names in the manual."""
        uses = [use for each in self.layout.users.get(values.name, {}).values() for use in each]
        if not self.layout.is_shared(values):
            return [f"{self.naming.struct(struct)}::{self.naming.member(struct, each.wire_name)}" for struct, each in uses]
        return sorted({f"{struct.wire_name}.{each.wire_name}" for struct, each in uses})

    def _shared_values(self):
        out = self._begin("Values that several headers need: literals, and tables of what codes mean", self.layout.includes_of_values(),
                          self.product.page)
        self._write_values(out, self.layout.shared_values())
        out.close_namespace(self.namespace.definition)
        return out.text()

    def _literal_lists(self, lists):
        out = Writer()
        out.begin(f"{lists.summary} {self.made_from}", self.product.page)
        out.line("#include <tc3/core/literal.hpp>")
        out.line()
        space = f"{self.namespace.definition}::{lists.name}"
        out.open_namespace(space)
        write_literal_lists(out, lists.lists)
        out.close_namespace(space)
        return out.text()

    # ---- headers about all of a product -------------------------------------------------------------------------------------------

    def _service(self):
        out = Writer()
        out.begin(f"{self.product.title}: the address of the service. {self.made_from}")
        if self.namespace.in_library:
            out.line("#include <tc3/config.hpp>")
            out.line()
        out.line("#include <string_view>")
        out.line()
        out.open_namespace(self.namespace.definition)
        for name in ("service", "version", "host"):
            out.line(f"inline constexpr std::string_view {name} = {quoted(getattr(self.product, name))};")
        out.line()
        out.close_namespace(self.namespace.definition)
        return out.text()

    def _names(self):
        out = Writer()
        out.begin(f"Declarations of the structs of {self.product.title}, for headers that only mention them. {MADE_BY}.")
        out.line("#include <tc3/config.hpp>")
        out.line()
        out.open_namespace(self.namespace.definition)
        retired = [struct for action in self.product.actions if action.retired for struct in (action.request, action.response)]
        structs = {self.naming.struct(struct): struct for _, each in self.layout.headers() for struct in each if struct not in retired}
        for name in sorted(structs):
            self.structs.declare(out, structs[name])
        out.line()
        out.close_namespace(self.namespace.definition)
        return out.text()

    def list_of(self, headers):
        """Returns the header that includes these headers."""
        about = f"All actions of {self.product.title}{f' as of {self.product.as_of}' if self.product.as_of else ''}: a list of includes."
        if any(action.retired for action in self.product.actions):
            about += " Actions that were taken offline are in retired/."
        out = Writer()
        out.begin(f"{about} {MADE_BY}.")
        for header in sorted(headers):
            out.line(f"#include <{self.namespace.folder}/{header}>")
        return out.text()
