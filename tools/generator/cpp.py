# SPDX-License-Identifier: MIT
"""Writes the headers of a product: one for each action, one for each family of data types, lists of values, and the list of it all."""

import textwrap

from generator.error_codes import write_error_codes
from generator.facts import sentence
from generator.names import Names, NameCollision

COLUMNS = 140

SCALARS = {
    "string": "typename Storage::text",
    "binary": "typename Storage::binary",
    "bool": "bool",
    "int64": "std::int64_t",
    "uint64": "std::uint64_t",
    "float64": "double",
}

# Names of a product's namespace that its hand-written headers have.
HAND_WRITTEN = {"service", "version", "host", "outcome", "outcome_info", "outcome_state", "result_code", "describe", "retry_advice", "polling"}
HAND_WRITTEN |= {"error_code", "error_codes", "next_attempt", "retry_plan"}


class Writer:
    """Lines of one header."""

    def __init__(self):
        self.lines = []

    def line(self, text=""):
        self.lines.append(text)

    def comment(self, text, mark="///", indent=""):
        prefix = f"{indent}{mark} "
        for line in textwrap.wrap(text, COLUMNS - len(prefix), break_long_words=False, break_on_hyphens=False):
            self.line(prefix + line)

    def text(self):
        return "\n".join(self.lines) + "\n"


def quoted(value):
    """A C++ string literal. A '?' can't begin a trigraph in C++20."""
    out = ""
    for char in value:
        if char in '"\\':
            out += "\\" + char
        elif 0x20 <= ord(char) < 0x7F:
            out += char
        else:
            out += "".join(f"\\{byte:03o}" for byte in char.encode())
    return f'"{out}"'


def literal_of(value):
    return quoted(value) if isinstance(value, str) else str(value)


def joined(remarks):
    return " ".join(sentence(remark) for remark in remarks if remark)


class Headers:
    """All headers of a product: a dictionary from path to text, by all()."""

    def __init__(self, product, source):
        self.product = product
        self.source = source  # the name of the file with the facts, for readers
        self.names = Names(product.names)
        self.header_of_struct = {struct.wire_name: family.name for family in product.families for struct in family.structs}
        self.users = self._users_of_value_sets()
        self._expect_unique_names()

    def all(self):
        files = {}
        for family in self.product.families:
            if family.structs:
                files[f"{family.name}.hpp"] = self.family(family)
        for action in self.product.actions:
            folder = "retired/" if action.retired else ""
            files[f"{folder}{self.names.identifier(action.wire_name)}.hpp"] = self.action(action)
        if self._shared_sets():
            files["values.hpp"] = self.values()
        if self.product.error_codes:
            out = Writer()
            write_error_codes(out, self.product, self.source)
            files["error_codes.hpp"] = out.text()
        files["fwd.hpp"] = self.names_only()
        return files

    def list_of(self, headers):
        """The header that includes all others."""
        out = Writer()
        out.line("// SPDX-License-Identifier: MIT")
        about = f"All actions of {self.product.title}: a list of includes, nothing else."
        if any(action.retired for action in self.product.actions):
            about += " Those that were taken offline are in retired/."
        out.comment(f"{about} Made by tools/generate.py.", "//")
        out.line("#pragma once")
        out.line()
        for header in sorted(headers):
            out.line(f"#include <tc3/{self.product.namespace}/{header}>")
        return out.text()

    # ---- what belongs where -----------------------------------------------------------------------------------------------------

    def _headers(self):
        for family in self.product.families:
            yield family.name, family.structs
        for action in self.product.actions:
            yield action.wire_name, [action.request, action.response]

    def _users_of_value_sets(self):
        users = {}
        for header, structs in self._headers():
            for struct in structs:
                for each in struct.fields:
                    if each.values:
                        users.setdefault(each.values, {}).setdefault(header, []).append((struct, each))
        return users

    def _shared_sets(self):
        return [each for each in self.product.value_sets.values() if len(self.users.get(each.name, {})) != 1]

    def _own_sets(self, header):
        return [each for each in self.product.value_sets.values() if list(self.users.get(each.name, {})) == [header]]

    def _expect_unique_names(self):
        taken = dict.fromkeys(HAND_WRITTEN, "a hand-written header")
        # The table of exceptions is part of what must be unique: structs, their answers, sets of values, headers.
        wanted = [(self._struct_name(struct), struct.wire_name) for _, structs in self._headers() for struct in structs]
        wanted += [(name, f"the values {name}") for name in self.product.value_sets]
        for name, what in wanted:
            if name in taken:
                raise NameCollision(f"{taken[name]} and {what} would both be {name}; name one in the table of exceptions")
            taken[name] = what
        for _, structs in self._headers():
            for struct in structs:
                self.names.identifiers([each.wire_name for each in struct.fields], struct.wire_name)
        headers = [family.name for family in self.product.families if family.structs]
        headers += [self.names.identifier(action.wire_name) for action in self.product.actions]
        for name in headers:
            if headers.count(name) > 1:
                raise NameCollision(f"two headers would be {name}.hpp; name an action in the table of exceptions")

    def _struct_name(self, struct):
        if struct.wire_name.endswith("Answer") and any(action.response is struct for action in self.product.actions):
            return self.names.identifier(struct.wire_name[: -len("Answer")]) + "_answer"
        return self.names.identifier(struct.wire_name)

    # ---- one header -------------------------------------------------------------------------------------------------------------

    def action(self, action):
        structs = [action.request, action.response]
        out = self._begin(f"{action.wire_name}: {action.summary[0].lower()}{action.summary[1:]}.", structs, action)
        for each in self._own_sets(action.wire_name):
            self._value_set(out, each)
        self._struct(out, action.request, f"The question. {joined(action.remarks)}")
        about = "The answer. Every field is optional: a null, and a field that is not there, leave it unset."
        if action.outcome:
            about += f" What it says of its own matter, in {self._member(action.outcome.field)}: `faceid::outcome(answer)`.".replace(
                "faceid::", f"{self.product.namespace}::")
        self._struct(out, action.response, about)
        name = self._struct_name(action.request)
        deprecated = ""
        if action.retired:
            deprecated = f' [[deprecated("{action.wire_name} was taken offline on {action.retired}")]]'
        for alias in (name, f"{name}_answer"):
            one_line = f"using {alias}{deprecated} = basic_{alias}<owning>;"
            for line in [one_line] if len(one_line) <= COLUMNS else [f"using {alias}{deprecated} =", f"    basic_{alias}<owning>;"]:
                out.line(line)
        out.line()
        if action.outcome:
            self._outcome(out, action)
        self._between(out)
        self._action_traits(out, action)
        for struct in structs:
            self._table(out, struct)
        return self._end(out)

    def family(self, family):
        out = self._begin(family.summary, family.structs)
        for each in self._own_sets(family.name):
            self._value_set(out, each)
        structs = self._in_order(family.structs)
        for struct in structs:
            self._struct(out, struct, sentence(struct.summary))
        for struct in structs:
            name = self._struct_name(struct)
            out.line(f"using {name} = basic_{name}<owning>;")
        out.line()
        self._between(out)
        for struct in structs:
            self._table(out, struct)
        return self._end(out)

    def values(self):
        out = self._begin("Values that more than one header needs: literals for each, and tables of what codes mean.", [])
        for each in self._shared_sets():
            self._value_set(out, each)
        out.line(f"}}  // namespace tc3::inline v0_1::{self.product.namespace}")
        return out.text()

    def names_only(self):
        out = Writer()
        out.line("// SPDX-License-Identifier: MIT")
        out.comment(f"Names of {self.product.title} without definitions, for headers that only mention them. Made by tools/generate.py.", "//")
        out.line("#pragma once")
        out.line()
        out.line(f"namespace tc3::inline v0_1::{self.product.namespace} {{")
        out.line()
        retired = [struct for action in self.product.actions if action.retired for struct in (action.request, action.response)]
        for name in sorted(self._struct_name(struct) for _, structs in self._headers() for struct in structs if struct not in retired):
            out.line("template <class Storage>")
            out.line(f"struct basic_{name};")
        out.line()
        out.line(f"}}  // namespace tc3::inline v0_1::{self.product.namespace}")
        return out.text()

    def _begin(self, about, structs, action=None):
        out = Writer()
        out.line("// SPDX-License-Identifier: MIT")
        out.comment(f"{sentence(about)} Made by tools/generate.py from {self.source}; manual: {self.product.page}", "//")
        out.line("#pragma once")
        out.line()
        ours, standard = self._includes(structs, action)
        for path in sorted(ours):
            out.line(f"#include <tc3/{path}>")
        if standard:
            out.line()
        for path in sorted(standard):
            out.line(f"#include <{path}>")
        out.line()
        out.line(f"namespace tc3::inline v0_1::{self.product.namespace} {{")
        out.line()
        return out

    def _between(self, out):
        out.line(f"}}  // namespace tc3::inline v0_1::{self.product.namespace}")
        out.line()
        out.line("namespace tc3::inline v0_1 {")
        out.line()

    @staticmethod
    def _end(out):
        out.line("}  // namespace tc3::inline v0_1")
        return out.text()

    def _includes(self, structs, action):
        here = f"{self.product.namespace}/"
        ours, standard = set(), set()
        sets = [self.product.value_sets[each.values] for struct in structs for each in struct.fields if each.values]
        if not structs:
            sets = self._shared_sets()
        if structs:
            ours |= {"api/codec.hpp", "api/storage.hpp"}
            standard.add("cstddef")
        if action:
            ours |= {"api/action.hpp", here + "service.hpp"}
            if action.outcome:
                ours.add(here + "outcome.hpp")
                if any(each.error_codes for each in sets):
                    ours.add(here + "describe.hpp")
        for each in sets:
            ours |= self._includes_of_set(each, structs)
            if structs and len(self.users[each.name]) != 1:
                continue
            if each.result:
                standard.add("string_view")
            if each.type != "string":
                standard.add("cstdint")
        for struct in structs:
            for each in struct.fields:
                if each.ref in self.header_of_struct:
                    header = self.header_of_struct[each.ref]
                    if not any(struct in family.structs for family in self.product.families if family.name == header):
                        ours.add(f"{here}{header}.hpp")
                if "int64" in (each.type + each.ref):
                    standard.add("cstdint")
        return ours, standard

    def _includes_of_set(self, each, structs):
        if structs and len(self.users[each.name]) != 1:
            return {f"{self.product.namespace}/values.hpp"}
        needed = {f"{self.product.namespace}/result_code.hpp"} if each.result else set()
        return needed | ({"core/literal.hpp"} if each.type == "string" or not each.open else set())

    # ---- values -----------------------------------------------------------------------------------------------------------------

    def _value_set(self, out, values):
        if len(self.users.get(values.name, {})) == 1:
            users = [f"{self._struct_name(struct)}::{self._member(each.wire_name)}" for struct, each in
                     next(iter(self.users[values.name].values()))]
            out.comment(f"Values of {', '.join(users)}{'; more may come' if values.open else ''}.")
        else:
            wire = sorted({f"{struct.wire_name}.{each.wire_name}" for uses in self.users.get(values.name, {}).values() for struct, each in uses})
            wire = [name.replace("Answer.", ".") for name in wire]
            out.comment(f"Values of {', '.join(wire)}{'; more may come' if values.open else ''}.")
        out.line(f"namespace {values.name} {{")
        declarations = [self._value(values, each) for each in values.values]
        column = max(len(each) for each in declarations) + 2
        beside = all(column + len(f"///< {each.meaning}") <= COLUMNS for each in values.values)
        for declaration, each in zip(declarations, values.values):
            if beside:
                out.line(f"{declaration}{' ' * (column - len(declaration))}///< {each.meaning}")
            else:
                out.comment(sentence(each.meaning))
                out.line(declaration)
        self._array(out, values)
        out.line(f"}}  // namespace {values.name}")
        out.line()

    @staticmethod
    def _value(values, each):
        if values.type == "string":
            return f"inline constexpr literal {each.name}{{{quoted(each.value)}}};"
        return f"inline constexpr std::{values.type}_t {each.name} = {each.value};"

    def _array(self, out, values):
        if values.result:
            out.line("inline constexpr result_code all[] = {")
            for each in values.values:
                billed = {True: "billing::billed", False: "billing::free", None: "billing::unknown"}[each.billed]
                row = f"{quoted(str(each.value))}, {quoted(each.meaning)}, {billed}"
                if each.category != "verification_outcome":
                    row += f", error_category::{each.category}"
                out.line(f"    {{{row}}},")
            out.line("};")
            self._list(out, "inline constexpr std::string_view passes[] = {", [quoted(str(value)) for value in values.passed], "};")
        elif not values.open:
            names = [each.name if values.type == "string" else f'literal{{"{each.value}"}}' for each in values.values]
            self._list(out, "inline constexpr literal all[] = {", names, "};")

    @staticmethod
    def _list(out, begin, items, end):
        """On one line where there is room."""
        one_line = begin + ", ".join(items) + end
        if len(one_line) <= COLUMNS:
            out.line(one_line)
            return
        out.line(begin)
        filled = "    " + ", ".join(items) + ","
        for item in [filled] if len(filled) <= COLUMNS else [f"    {item}," for item in items]:
            out.line(item)
        out.line(end)

    # ---- structs ----------------------------------------------------------------------------------------------------------------

    def _in_order(self, structs):
        """Those that others hold come first. What holds itself stays where it is: a template may."""
        by_name = {struct.wire_name: struct for struct in structs}
        ordered, begun = [], set()

        def visit(struct):
            if struct.wire_name in begun:
                return
            begun.add(struct.wire_name)
            for each in struct.fields:
                if each.ref in by_name:
                    visit(by_name[each.ref])
            ordered.append(struct)

        for struct in structs:
            visit(struct)
        return ordered

    def _member(self, wire_name):
        return self.names.identifier(wire_name)

    def _struct(self, out, struct, about):
        out.comment(about)
        out.line("template <class Storage>")
        name = f"basic_{self._struct_name(struct)}"
        if not struct.fields:
            out.line(f"struct {name} {{}};")
            out.line()
            return
        out.line(f"struct {name} {{")
        for each in struct.fields:
            remarks = [each.summary, *each.remarks]
            if each.values:
                remarks.insert(1, f"values in namespace {each.values}")
            out.comment(joined(remarks), indent="    ")
            out.line(f"    {self._type(each)} {self._member(each.wire_name)} = {{}};")
        out.line("};")
        out.line()

    def _type(self, each):
        if each.type == "object":
            return f"typename Storage::template nested<{self._struct_type(each.ref)}>"
        if each.type == "array":
            element = SCALARS.get(each.ref) or self._struct_type(each.ref)
            return f"typename Storage::template list<{element}>"
        if each.required and each.type in ("string", "binary"):
            return SCALARS[each.type]
        return f"typename Storage::template optional<{SCALARS[each.type]}>"

    def _struct_type(self, wire_name):
        return f"basic_{self.names.identifier(wire_name)}<Storage>"

    # ---- what tc3 knows of them ---------------------------------------------------------------------------------------------------

    def _outcome(self, out, action):
        answer = f"basic_{self._struct_name(action.response)}<Storage>"
        field = next(each for each in action.response.fields if each.wire_name == action.outcome.field)
        space = field.values
        rule = [f".passed = {space}::passes"]
        if action.outcome.pending is not None:
            rule.append(f".pending = {quoted(str(action.outcome.pending))}")
        rule.append(f".meanings = {space}::all")
        if self.product.value_sets[space].error_codes:
            rule.append(".others = describe")
        out.line("template <class Storage>")
        out.line(f"inline constexpr auto outcome_rule_of<{answer}> = [] {{")
        out.line(f"    using self = {answer};")
        out.line(f"    return outcome_in<&self::{self._member(field.wire_name)}>({{{', '.join(rule)}}});")
        out.line("}();")
        out.line()

    def _action_traits(self, out, action):
        space = self.product.namespace
        question = f"{space}::basic_{self._struct_name(action.request)}<Storage>"
        facts = [f".service = {space}::service", f".version = {space}::version", f".name = {quoted(action.wire_name)}", f".host = {space}::host"]
        if not action.needs_region:
            facts.append(".needs_region = false")
        if action.calls_per_second:
            facts.append(f".calls_per_second = {action.calls_per_second}")
        if action.repeat != "not_documented":
            facts.append(f".repeat = repeat_safety::{action.repeat}")
        out.line("template <class Storage>")
        out.line(f"inline constexpr action action_of<{question}>{{")
        for fact in facts:
            out.line(f"    {fact},")
        out.line("};")
        out.line()
        out.line("template <class Storage>")
        out.line(f"struct answer_of<{question}> {{")
        out.line(f"    using type = {space}::basic_{self._struct_name(action.response)}<Storage>;")
        out.line("};")
        out.line()

    def _table(self, out, struct):
        if not struct.fields:
            return
        out.line("template <class Storage>")
        out.line(f"inline constexpr auto fields_of<{self.product.namespace}::basic_{self._struct_name(struct)}<Storage>> = [] {{")
        out.line(f"    using self = {self.product.namespace}::basic_{self._struct_name(struct)}<Storage>;")
        out.line("    return field_list{")
        for each in struct.fields:
            self._row(out, each)
        out.line("    };")
        out.line("}();")
        out.line()

    def _row(self, out, each):
        member = self._member(each.wire_name)
        row = [f"field_at<decltype(self::{member})>({quoted(each.wire_name)}, offsetof(self, {member}))"]
        if each.required:
            row.append(".required()")
        if each.mark:
            row.append(f".marked(sensitivity::{each.mark})")
        if each.length:
            row.append(".limited(text_size<{}, {}>)".format(*each.length))
        elif each.range:
            row.append(".limited(between<{}, {}>)".format(*each.range))
        elif each.values and not self.product.value_sets[each.values].open:
            row.append(f".limited(one_of<{self.product.namespace}::{each.values}::all>)")
        indent = " " * 8
        one_line = indent + "".join(row) + ","
        out.line(one_line if len(one_line) <= COLUMNS else indent + f"\n{indent}    ".join(row) + ",")
