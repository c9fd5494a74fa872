# SPDX-License-Identifier: MIT
"""Writes the headers of a product: one for each action, one for each family of data types, lists of values, and the list of it all."""

from generator.error_codes import write_error_codes
from generator.facts import sentence
from generator.names import NameCollision, Names, Scope, file_name
from generator.text import COLUMNS, wrapped

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

# Names that no struct of a whole product can have: those of its service.hpp, and namespaces that its headers speak of.
SPOKEN_FOR = {"service", "version", "host", "std", "tc3"}


class Writer:
    """Lines of one header."""

    def __init__(self):
        self.lines = []

    def line(self, text=""):
        self.lines.append(text)

    def begin(self, about):
        """What stands at the top of every header."""
        self.line("// SPDX-License-Identifier: MIT")
        self.comment(about, "//")
        self.line("#pragma once")
        self.line()

    def comment(self, text, mark="///", indent=""):
        prefix = f"{indent}{mark} "
        for line in wrapped(text, COLUMNS - len(prefix)):
            self.line(prefix + line)

    def text(self):
        return "\n".join(self.lines) + "\n"


def quoted(value):
    """A C++ string literal. Compilers warn of what was a trigraph before C++20."""
    out = ""
    for char in value:
        if char in '"\\' or (char == "?" and out.endswith("?")):
            out += "\\" + char
        elif 0x20 <= ord(char) < 0x7F:
            out += char
        else:
            out += "".join(f"\\{byte:03o}" for byte in char.encode())
    return f'"{out}"'


def joined(remarks):
    return " ".join(sentence(remark) for remark in remarks if remark)


def in_sentence(text):
    """As it goes on behind a colon: "Get the token" begins small, "IP addresses" does not."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


class Place:
    """Where a product's names and headers are. A namespace that begins with tc3:: is inside the library, with its version."""

    def __init__(self, namespace):
        inside = namespace.startswith("tc3::")
        within = namespace.removeprefix("tc3::")
        self.folder = namespace.replace("::", "/")  # what its headers are included from
        self.last = namespace.rpartition("::")[2]
        self.opened = f"tc3::inline v0_1::{within}" if inside else namespace
        self.seen = within if inside else f"::{namespace}"  # from namespace tc3
        self.library = "" if inside else "::tc3::"  # namespace tc3 from here


class Headers:
    """All headers of a product: a dictionary from path to text, by all()."""

    def __init__(self, product, source):
        self.product = product
        self.source = source  # the name of the file with the facts, for readers
        self.names = Names(product.names)
        self.place = Place(product.namespace)
        self.struct_names = self._names_of_structs()
        self.header_of_struct = {struct.wire_name: family.name for family in product.families for struct in family.structs}
        self.users = self._users_of_value_sets()
        self._expect_unique_names()

    def all(self):
        files = {}
        for family in self.product.families:
            if family.structs:
                files[f"{family.name}.hpp"] = self.family(family)
        for action in self.product.actions:
            files[self._path(action)] = self.action(action)
        if self._shared_sets():
            files["types/values.hpp"] = self.values()
        for each in self.product.literal_lists:
            files[f"types/{each.name}.hpp"] = self.literal_lists(each)
        if self.product.error_codes:
            out = Writer()
            write_error_codes(out, self.product, self.source)
            files["types/error_codes.hpp"] = out.text()
        files["fwd.hpp"] = self.names_only()
        if self.product.whole:
            files["service.hpp"] = self.service()
        return files

    def _path(self, action):
        return f"{'retired/' if action.retired else ''}{file_name(self.struct_names[id(action.request)])}.hpp"

    def list_of(self, headers):
        """The header that includes all others."""
        about = f"All actions of {self.product.title}: a list of includes, nothing else."
        if any(action.retired for action in self.product.actions):
            about += " Those that were taken offline are in retired/."
        out = Writer()
        out.begin(f"{about} Made by tools/generate.py.")
        for header in sorted(headers):
            out.line(f"#include <{self.place.folder}/{header}>")
        return out.text()

    def service(self):
        out = Writer()
        out.begin(f"{self.product.title}: the words that address the service. Made by tools/generate.py from {self.source}.")
        out.line("#include <string_view>")
        out.line()
        out.line(f"namespace {self.place.opened} {{")
        out.line()
        for name in ("service", "version", "host"):
            out.line(f"inline constexpr std::string_view {name} = {quoted(getattr(self.product, name))};")
        out.line()
        out.line(f"}}  // namespace {self.place.opened}")
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

    def _names_of_structs(self):
        """By identity, as a question, its answer and a data type may have one wire name."""
        names = {}
        for action in self.product.actions:
            name = self._free(self.names.identifier(action.wire_name, "actions"))
            names[id(action.request)] = name
            names[id(action.response)] = f"{name}_output"
        for family in self.product.families:
            for struct in family.structs:
                names[id(struct)] = self._free(self.names.identifier(struct.wire_name, "objects"))
        return names

    def _free(self, name):
        return name + "_" if self.product.whole and name in SPOKEN_FOR else name

    def _expect_unique_names(self):
        scopes = [self._scope_of_types(), self._scope_of_headers()]
        scopes += [self._scope_of_members(struct) for _, structs in self._headers() for struct in structs]
        reasons = [reason for scope in scopes for reason in scope.reasons]
        if reasons:
            raise NameCollision(reasons, {key: name for scope in scopes for key, name in scope.entries.items()})

    def _scope_of_types(self):
        """Structs, the templates that they are made of, sets of values."""
        scope = Scope()
        for name in () if self.product.whole else HAND_WRITTEN:
            scope.take(name, "a hand-written header")
        for action in self.product.actions:
            for struct in (action.request, action.response):
                name = self.struct_names[id(struct)]
                what = f"the {'question' if struct is action.request else 'answer'} of {action.wire_name}"
                self._take_struct(scope, name, what, f"actions.{action.wire_name}", f"{name}_action")
        for family in self.product.families:
            for struct in family.structs:
                name = self.struct_names[id(struct)]
                self._take_struct(scope, name, f"the data type {struct.wire_name}", f"objects.{struct.wire_name}", f"{name}_data")
        for name in self.product.value_sets:
            scope.take(name, f"the values {name}")
        return scope

    @staticmethod
    def _take_struct(scope, name, what, entry, instead):
        if scope.take(name, what, entry, instead):
            scope.take(f"basic_{name}", f"the template of {what}", entry, instead)

    def _scope_of_headers(self):
        scope = Scope()
        for name in ("fwd", "service", "values", self.place.last):
            scope.take(f"{name}.hpp", "a header that every product has")
        for family in self.product.families:
            if family.structs:
                scope.take(f"{family.name}.hpp", f"the header of {family.structs[0].wire_name}", f"objects.{family.structs[0].wire_name}")
        for action in self.product.actions:
            name = self.struct_names[id(action.request)]
            scope.take(self._path(action).removeprefix("retired/"), f"the header of {action.wire_name}", f"actions.{action.wire_name}",
                       f"{name}_action")
        return scope

    def _scope_of_members(self, struct):
        scope = Scope()
        for each in struct.fields:
            scope.take(self._member(struct, each.wire_name), f"{struct.wire_name}.{each.wire_name}", f"{struct.wire_name}.{each.wire_name}")
        return scope

    def _struct_name(self, struct):
        return self.struct_names[id(struct)]

    # ---- one header -------------------------------------------------------------------------------------------------------------

    def action(self, action):
        structs = [action.request, action.response]
        out = self._begin(f"{action.wire_name}: {in_sentence(action.summary)}", structs, action)
        for each in self._own_sets(action.wire_name):
            self._value_set(out, each)
        self._struct(out, action.request, f"The question. {joined(action.remarks)}")
        about = "The answer. Every field is optional: a null, a field that is not there, and \"\" for a number leave it unset."
        if action.outcome:
            field = self._member(action.response, action.outcome.field)
            about += f" What it says of its own matter, in {field}: `{self.place.last}::outcome(answer)`."
            about += f" {sentence(action.outcome.note)}" if action.outcome.note else ""
        self._struct(out, action.response, about)
        name = self._struct_name(action.request)
        deprecated = f" [[deprecated({quoted(action.warning)})]]" if action.warning else ""
        for alias in (name, f"{name}_output"):
            self._alias(out, alias, deprecated)
        out.line()
        if action.outcome:
            self._outcome(out, action)
        self._between(out)
        self._action_traits(out, action)
        for struct in structs:
            if struct.fields or struct is action.response:  # a question without parameters needs no table
                self._table(out, struct)
        return self._end(out)

    def family(self, family):
        out = self._begin(family.summary, family.structs)
        for each in self._own_sets(family.name):
            self._value_set(out, each)
        structs = self._in_order(family.structs)
        self._named_early(out, structs)
        for struct in structs:
            self._struct(out, struct, sentence(struct.summary))
        for struct in structs:
            self._alias(out, self._struct_name(struct))
        out.line()
        self._look_at_circular(out, structs)
        self._between(out)
        for struct in structs:
            self._table(out, struct)
        return self._end(out)

    def _alias(self, out, name, deprecated=""):
        begin, value = f"using {name}{deprecated} =", f"basic_{name}<{self.place.library}owning>;"
        for line in [f"{begin} {value}"] if len(f"{begin} {value}") <= COLUMNS else [begin, f"    {value}"]:
            out.line(line)

    def _named_early(self, out, structs):
        """Declares the structs that are held before they can be defined, since they hold each other."""
        defined, early = set(), set()
        for struct in structs:
            defined.add(struct.wire_name)
            early |= {each.ref for each in struct.fields} - defined
        for struct in structs:
            if struct.wire_name in early:
                out.line("template <class Storage>")
                out.line(f"struct basic_{self._struct_name(struct)};")
                out.line()

    def _look_at_circular(self, out, structs):
        held = {struct.wire_name: {each.ref for each in struct.fields} for struct in structs}
        for struct in structs:
            reached, waiting = set(), [struct.wire_name]
            while waiting:
                new = held.get(waiting.pop(), set()) - reached
                reached |= new
                waiting += new
            if struct.wire_name in reached:
                out.comment("It holds itself: g++ 12 breaks down over a list of these in braces, unless it has looked at one before.", "//")
                out.line(f"static_assert(requires {{ {self._struct_name(struct)}{{}}; }});")
                out.line()

    def values(self):
        out = self._begin("Values that more than one header needs: literals for each, and tables of what codes mean.", [])
        for each in self._shared_sets():
            self._value_set(out, each)
        out.line(f"}}  // namespace {self.place.opened}")
        return out.text()

    def literal_lists(self, what):
        out = Writer()
        out.begin(f"{what.summary} Made by tools/generate.py from {self.source}; manual: {self.product.page}")
        out.line("#include <tc3/core/literal.hpp>")
        out.line()
        out.line(f"namespace {self.place.opened}::{what.name} {{")
        out.line()
        out.line("// clang-format off")
        for name, texts in what.lists.items():
            self._list(out, f"inline constexpr literal {name}[] = {{", [f"literal{{{quoted(text)}}}" for text in texts], "};")
        out.line("// clang-format on")
        out.line()
        out.line(f"}}  // namespace {self.place.opened}::{what.name}")
        return out.text()

    def names_only(self):
        out = Writer()
        out.begin(f"Names of {self.product.title} without definitions, for headers that only mention them. Made by tools/generate.py.")
        out.line(f"namespace {self.place.opened} {{")
        out.line()
        retired = [struct for action in self.product.actions if action.retired for struct in (action.request, action.response)]
        for name in sorted(self._struct_name(struct) for _, structs in self._headers() for struct in structs if struct not in retired):
            out.line("template <class Storage>")
            out.line(f"struct basic_{name};")
        out.line()
        out.line(f"}}  // namespace {self.place.opened}")
        return out.text()

    def _begin(self, about, structs, action=None):
        manual = f"; manual: {self.product.page}" if self.product.page else "."
        out = Writer()
        out.begin(f"{sentence(about)} Made by tools/generate.py from {self.source}{manual}")
        ours, standard = self._includes(structs, action)
        library = {path for path in ours if path.startswith("tc3/")}
        for group in (library, ours - library, standard):
            for path in sorted(group):
                out.line(f"#include <{path}>")
            if group:
                out.line()
        out.line(f"namespace {self.place.opened} {{")
        out.line()
        return out

    def _between(self, out):
        out.line(f"}}  // namespace {self.place.opened}")
        out.line()
        out.line("namespace tc3::inline v0_1 {")
        out.line()
        out.line("TC3_OFFSETS_BEGIN")
        out.line()

    @staticmethod
    def _end(out):
        out.line("TC3_OFFSETS_END")
        out.line()
        out.line("}  // namespace tc3::inline v0_1")
        return out.text()

    def _includes(self, structs, action):
        here = f"{self.place.folder}/"
        ours, standard = set(), set()
        sets = [self.product.value_sets[each.values] for struct in structs for each in struct.fields if each.values]
        if not structs:
            sets = self._shared_sets()
        if structs:
            ours |= {"tc3/model/codec.hpp", "tc3/model/storage.hpp"}
            standard.add("cstddef")
        if action:
            ours |= {"tc3/model/action.hpp", here + "service.hpp"}
            if action.outcome:
                ours.add(here + "advice/outcome.hpp")
                if any(each.error_codes for each in sets):
                    ours.add(here + "advice/describe.hpp")
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
            return {f"{self.place.folder}/types/values.hpp"}
        needed = {f"{self.place.folder}/types/result_code.hpp"} if each.result else set()
        return needed | ({"tc3/core/literal.hpp"} if each.type == "string" or not each.open else set())

    # ---- values -----------------------------------------------------------------------------------------------------------------

    def _value_set(self, out, values):
        if len(self.users.get(values.name, {})) == 1:
            users = [f"{self._struct_name(struct)}::{self._member(struct, each.wire_name)}" for struct, each in
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
        # Each with those that must come before it and have not been looked at; None: not begun. Any depth, so there is no recursion.
        waiting = [(struct, None) for struct in reversed(structs)]
        while waiting:
            struct, held = waiting.pop()
            if held is None:
                if struct.wire_name in begun:
                    continue
                begun.add(struct.wire_name)
                held = iter([by_name[each.ref] for each in struct.fields if each.ref in by_name])
            following = next(held, None)
            if following is None:
                ordered.append(struct)
            else:
                waiting += [(struct, held), (following, None)]
        return ordered

    def _member(self, struct, wire_name):
        return self.names.identifier(wire_name, struct.wire_name)

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
                remarks.insert(1, f"see namespace {each.values}")
            out.comment(joined(remarks), indent="    ")
            self._declaration(out, self._type(each, struct), self._member(struct, each.wire_name))
        out.line("};")
        out.line()

    @staticmethod
    def _declaration(out, kind, name):
        one_line = f"    {kind} {name} = {{}};"
        for line in [one_line] if len(one_line) <= COLUMNS else [f"    {kind}", f"        {name} = {{}};"]:
            out.line(line)

    def _type(self, each, owner):
        if each.type == "object":
            return f"typename Storage::template nested<{self._struct_type(each.ref, owner)}>"
        if each.type == "array":
            element = SCALARS.get(each.ref) or self._struct_type(each.ref, owner)
            return f"typename Storage::template list<{element}>"
        if each.required and each.type in ("string", "binary"):
            return SCALARS[each.type]
        return f"typename Storage::template optional<{SCALARS[each.type]}>"

    def _struct_type(self, wire_name, owner):
        name = f"basic_{self._free(self.names.identifier(wire_name, 'objects'))}"
        # A member of that name would change what the name means within the struct.
        hidden = any(self._member(owner, each.wire_name) == name for each in owner.fields)
        return f"{self.place.seen + '::' if hidden else ''}{name}<Storage>"

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
        out.line(f"    return outcome_in<&self::{self._member(action.response, field.wire_name)}>({{{', '.join(rule)}}});")
        out.line("}();")
        out.line()

    def _action_traits(self, out, action):
        space = self.place.seen
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
        out.line(f"struct output_of<{question}> {{")
        out.line(f"    using type = {space}::basic_{self._struct_name(action.response)}<Storage>;")
        out.line("};")
        out.line()

    def _table(self, out, struct):
        name = f"{self.place.seen}::basic_{self._struct_name(struct)}<Storage>"
        out.line("template <class Storage>")
        if not struct.fields:
            out.line(f"inline constexpr auto fields_of<{name}> = field_table();")
            out.line()
            return
        out.line(f"inline constexpr auto fields_of<{name}> = [] {{")
        out.line(f"    using self = {name};")
        out.line("    return field_table{")
        for each in struct.fields:
            self._row(out, struct, each)
        out.line("    };")
        out.line("}();")
        out.line()

    def _row(self, out, struct, each):
        member = self._member(struct, each.wire_name)
        head = f"field_at_offset<decltype(self::{member})>("
        row = [f"{head}{quoted(each.wire_name)}, offsetof(self, {member}))"]
        indent = " " * 8
        if len(indent + row[0]) + (not each.mark) > COLUMNS:
            offset = f"offsetof(self, {member}))"
            row = [f"{head}{quoted(each.wire_name)},\n{' ' * len(indent + head)}{offset}"]
            if len(indent + head + offset) + (not each.mark) > COLUMNS:
                row = [f"{head}\n{indent}    {quoted(each.wire_name)}, {offset}"]
        if each.required:
            row.append(".required()")
        if each.mark:
            row.append(f".marked(sensitivity::{each.mark})")
        if each.length:
            row.append(".limited(text_size<{}, {}>)".format(*each.length))
        elif each.range:
            row.append(".limited(between<{}, {}>)".format(*each.range))
        elif each.values and not self.product.value_sets[each.values].open:
            row.append(f".limited(one_of<{self.place.seen}::{each.values}::all>)")
        one_line = indent + "".join(row) + ","
        out.line(one_line if len(one_line) <= COLUMNS else indent + f"\n{indent}    ".join(row) + ",")
