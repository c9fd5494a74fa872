# SPDX-License-Identifier: MIT
"""Which struct and which set of values goes into which header, in which order, and what a header includes."""

VALUES = "types/values.hpp"  # the sets of values that several headers need


class Layout:
    """The headers of one product. A set of values that one header uses is defined there; all others are in types/values.hpp."""

    def __init__(self, product, naming):
        self.product = product
        self.naming = naming
        self.families = {struct.wire_name: family for family in product.families for struct in family.structs}
        self.users = self._users_of_values()

    def headers(self):
        """Yields a name for each header with structs, and the structs."""
        for family in self.product.families:
            yield family.name, family.structs
        for action in self.product.actions:
            yield action.wire_name, [action.request, action.response]

    def _users_of_values(self):
        """Returns for each set of values the headers that use it, each with pairs of struct and field."""
        users = {}
        for header, structs in self.headers():
            for struct in structs:
                for each in struct.fields:
                    if each.values:
                        users.setdefault(each.values, {}).setdefault(header, []).append((struct, each))
        return users

    def is_shared(self, values):
        return len(self.users.get(values.name, {})) != 1

    def shared_values(self):
        return [each for each in self.product.value_sets.values() if self.is_shared(each)]

    def values_of(self, header):
        """Returns the sets of values that only this header uses."""
        return [each for each in self.product.value_sets.values() if list(self.users.get(each.name, {})) == [header]]

    # ---- order --------------------------------------------------------------------------------------------------------------------

    @staticmethod
    def in_order(structs):
        """Returns the structs with those that others hold first. A cycle stays in the order in which it was entered."""
        by_name = {struct.wire_name: struct for struct in structs}
        ordered, begun = [], set()
        # Each entry is a struct and an iterator over those that must come first, None at the start. A stack, since chains may be long.
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

    @staticmethod
    def declared_early(structs):
        """Returns the structs that another one holds before they are defined."""
        defined, early = set(), set()
        for struct in structs:
            defined.add(struct.wire_name)
            early |= {each.ref for each in struct.fields} - defined
        return [struct for struct in structs if struct.wire_name in early]

    @staticmethod
    def recursive(structs):
        """Returns the structs that hold themselves, directly or through others."""
        held = {struct.wire_name: {each.ref for each in struct.fields} for struct in structs}
        found = []
        for struct in structs:
            reached, waiting = set(), [struct.wire_name]
            while waiting:
                new = held.get(waiting.pop(), set()) - reached
                reached |= new
                waiting += new
            if struct.wire_name in reached:
                found.append(struct)
        return found

    # ---- includes -----------------------------------------------------------------------------------------------------------------

    def includes(self, structs, action=None):
        """Returns the includes of a header with these structs, in groups: the library, the product, the standard library."""
        needed = {"tc3/model/codec.hpp", "tc3/model/storage.hpp", "cstddef"}
        needed |= self._of_action(action) if action else set()
        for struct in structs:
            for each in struct.fields:
                needed |= self._of_field(struct, each)
        return self._grouped(needed)

    def includes_of_values(self):
        """Returns the includes of types/values.hpp."""
        return self._grouped(set().union(*map(self._of_values, self.shared_values())))

    def _grouped(self, needed):
        standard = {path for path in needed if "/" not in path}
        library = {path for path in needed if path.startswith("tc3/")}
        return [sorted(group) for group in (library, needed - library - standard, standard) if group]

    def _path(self, header):
        return f"{self.naming.namespace.folder}/{header}"

    def _of_action(self, action):
        needed = {"tc3/model/action.hpp", self._path("service.hpp")}
        if self.naming.namespace.in_library:
            needed.add("tc3/model/borrowed.hpp")  # for the instances
        if action.outcome:
            needed.add(self._path("advice/outcome.hpp"))
            if self.values_of_outcome(action).error_codes:
                needed.add(self._path("advice/describe.hpp"))
        if action.session:
            needed.add(self._path("types/session_life.hpp"))
        return needed

    def values_of_outcome(self, action):
        """Returns the codes of an output that states an outcome."""
        field = next(each for each in action.response.fields if each.wire_name == action.outcome.field)
        return self.product.value_sets[field.values]

    def _of_field(self, struct, field):
        needed = {"cstdint"} if "int64" in (field.type + field.ref) else set()
        family = self.families.get(field.ref)
        if family and struct not in family.structs:
            needed.add(self._path(f"{family.name}.hpp"))
        if field.values:
            values = self.product.value_sets[field.values]
            needed |= {self._path(VALUES)} if self.is_shared(values) else self._of_values(values)
        return needed

    def _of_values(self, values):
        """Returns what the definition of a set of values needs."""
        needed = {"cstdint"} if values.type != "string" else set()
        if values.type == "string" or not values.open:
            needed.add("tc3/core/literal.hpp")
        if values.result:
            needed |= {self._path("types/result_code.hpp"), "string_view"}
        if values.either_sign:
            needed.add("string_view")
        return needed
