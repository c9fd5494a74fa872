# SPDX-License-Identifier: MIT
"""The names of a product in C++: of namespaces, structs, members and headers. Two that would be equal are an error."""

from generator.names import NameCollision, Names, Scope, file_name

# Names that the hand-written headers of faceid declare.
HAND_WRITTEN = {"service", "version", "host", "outcome", "outcome_info", "outcome_state", "outcome_source", "outcome_source_of", "result_code",
                "describe", "retry_advice", "retry_plan", "polling_schedule", "session_life", "session_life_of", "error_code_info", "error_codes",
                "next_attempt"}

# Names that a struct of another product can't have: those of its service.hpp, and namespaces that its headers mention.
TAKEN = {"service", "version", "host", "std", "tc3"}


class Namespace:
    """The namespace of a product. One that begins with tc3:: is inside the library and has its version."""

    def __init__(self, name):
        self.in_library = name.startswith("tc3::")
        inside = name.removeprefix("tc3::")
        self.folder = name.replace("::", "/")                                       # of its headers, for #include
        self.last = name.rpartition("::")[2]
        self.definition = f"tc3::inline TC3_NAMESPACE::{inside}" if self.in_library else name
        self.from_tc3 = inside if self.in_library else f"::{name}"                  # as namespace tc3 refers to it
        self.to_tc3 = "" if self.in_library else "::tc3::"                          # before a name of namespace tc3


class Naming:
    """Translates the names of one product."""

    def __init__(self, product):
        self.product = product
        self.names = Names(product.names)
        self.namespace = Namespace(product.namespace)
        self._structs = self._name_structs()
        self._check()

    def struct(self, struct):
        """Returns the name of a struct; its template is `basic_` and this name."""
        return self._structs[id(struct)]

    def member(self, struct, wire_name):
        return self.names.identifier(wire_name, struct.wire_name)

    def header(self, action):
        return f"{'retired/' if action.retired else ''}{file_name(self.struct(action.request))}.hpp"

    def held_struct(self, wire_name, owner):
        """Returns the type of a struct that a field of `owner` holds."""
        return self._seen_from(owner, f"basic_{self._not_taken(self.names.identifier(wire_name, 'objects'))}", self.namespace.from_tc3) + "<Storage>"

    def library(self, name, owner):
        """Returns a name of namespace tc3 as it is written within `owner`."""
        return f"{self.namespace.to_tc3}{name}" if self.namespace.to_tc3 else self._seen_from(owner, name, "tc3")

    def _seen_from(self, owner, name, namespace):
        # A member with the name of a type would change the meaning of the name within the struct.
        is_hidden = any(self.member(owner, each.wire_name) == name for each in owner.fields)
        return f"{namespace}::{name}" if is_hidden else name

    def _name_structs(self):
        """Returns the names by identity: an input, its output and a data type may share a wire name."""
        found = {}
        for action in self.product.actions:
            name = self._not_taken(self.names.identifier(action.wire_name, "actions"))
            found[id(action.request)] = name
            found[id(action.response)] = f"{name}_output"
        for family in self.product.families:
            for struct in family.structs:
                found[id(struct)] = self._not_taken(self.names.identifier(struct.wire_name, "objects"))
        return found

    def _not_taken(self, name):
        return name + "_" if self.product.whole and name in TAKEN else name

    # ---- collisions ---------------------------------------------------------------------------------------------------------------

    def _check(self):
        structs = [struct for action in self.product.actions for struct in (action.request, action.response)]
        structs += [struct for family in self.product.families for struct in family.structs]
        scopes = [self._scope_of_types(), self._scope_of_headers(), *map(self._scope_of_members, structs)]
        reasons = [reason for scope in scopes for reason in scope.reasons]
        if reasons:
            raise NameCollision(reasons, {entry: name for scope in scopes for entry, name in scope.entries.items()})

    def _scope_of_types(self):
        scope = Scope()
        for name in () if self.product.whole else HAND_WRITTEN:
            scope.take(name, "a hand-written header")
        for action in self.product.actions:
            self._take_struct(scope, action.request, f"the input of {action.wire_name}", f"actions.{action.wire_name}", "action")
            self._take_struct(scope, action.response, f"the output of {action.wire_name}", f"actions.{action.wire_name}", "action")
        for family in self.product.families:
            for struct in family.structs:
                self._take_struct(scope, struct, f"the data type {struct.wire_name}", f"objects.{struct.wire_name}", "data")
        for name in self.product.value_sets:
            scope.take(name, f"the values {name}")
        return scope

    def _take_struct(self, scope, struct, owner, entry, suffix):
        name = self.struct(struct)
        if scope.take(name, owner, entry, f"{name}_{suffix}"):
            scope.take(f"basic_{name}", f"the template of {owner}", entry, f"{name}_{suffix}")

    def _scope_of_headers(self):
        scope = Scope()
        for name in ("fwd", "service", "values", self.namespace.last):
            scope.take(f"{name}.hpp", "a header that every product has")
        for family in self.product.families:
            if family.structs:
                first = family.structs[0].wire_name
                scope.take(f"{family.name}.hpp", f"the header of {first}", f"objects.{first}")
        for action in self.product.actions:
            header = self.header(action).removeprefix("retired/")
            scope.take(header, f"the header of {action.wire_name}", f"actions.{action.wire_name}", f"{self.struct(action.request)}_action")
        return scope

    def _scope_of_members(self, struct):
        scope = Scope()
        for each in struct.fields:
            entry = f"{struct.wire_name}.{each.wire_name}"
            scope.take(self.member(struct, each.wire_name), entry, entry)
        return scope
