# SPDX-License-Identifier: MIT
"""What the headers of a product are made from, whatever format its description had."""

from dataclasses import dataclass, field


@dataclass
class Value:
    """One value of a closed or open set."""
    value: object          # text or whole number
    name: str              # its C++ name
    meaning: str
    billed: bool | None = None
    category: str = "verification_outcome"  # what kind of no a code is that doesn't mean yes: an error_category


@dataclass
class ValueSet:
    name: str              # the C++ namespace that holds them
    type: str              # string, int64, uint64
    values: list
    open: bool = True      # whether more may come
    result: bool = False   # codes of an outcome: a table of meanings goes with them
    passed: list = field(default_factory=list)  # those that mean yes
    error_codes: bool = False  # the product's error codes occur as values too


@dataclass
class Field:
    wire_name: str
    type: str              # string, binary, bool, int64, uint64, float64, object, array
    ref: str = ""          # the struct of an object; the struct or the type of an array's elements
    summary: str = ""
    required: bool = False
    values: str = ""       # the name of a ValueSet
    mark: str = ""         # open, personal, biometric, secret; empty: unknown
    range: tuple = ()      # of a number, both ends allowed
    length: tuple = ()     # of a text: bytes; of bytes: characters of base64
    remarks: list = field(default_factory=list)  # sentences for the reader


@dataclass(eq=False)  # two that say the same are still two
class Struct:
    wire_name: str
    summary: str
    fields: list


@dataclass
class Outcome:
    field: str             # wire name in the answer; its value set has the codes
    pending: object = None
    note: str = ""


@dataclass
class Action:
    wire_name: str
    summary: str
    request: Struct
    response: Struct
    calls_per_second: int = 0
    needs_region: bool = True
    repeat: str = "not_documented"
    retired: bool = False  # taken offline: its header is in retired/
    warning: str = ""      # what compilers tell those who use it
    outcome: Outcome | None = None
    remarks: list = field(default_factory=list)


@dataclass
class LiteralLists:
    """Lists of texts that go together, each under a name."""
    name: str
    summary: str
    lists: dict            # C++ name -> texts


@dataclass
class Family:
    """Data types that share a header."""
    name: str              # the header's path without ".hpp"
    summary: str
    structs: list


@dataclass
class ErrorCode:
    code: str
    meaning: str
    category: str          # an error_category
    retry: str             # a tc3::retry
    repeats: int | None = None     # at most so many in a row; else what faceid::error_code has
    first_wait: int | None = None  # seconds; likewise
    prefix_trap: bool = False      # the part before the dot promises a fault of the service, and it is none


@dataclass
class Product:
    namespace: str         # in full, "mycompany::cvm"; what begins with "tc3::" lives inside the library
    service: str
    version: str
    host: str
    title: str             # what people call it
    page: str              # where its manual is
    names: dict            # exceptions to the rule of names.py
    actions: list
    families: list
    value_sets: dict       # by name
    error_codes: list = field(default_factory=list)
    literal_lists: list = field(default_factory=list)
    whole: bool = False    # nothing was written by hand: service.hpp is made as well
    notices: list = field(default_factory=list)  # what whoever runs the generator should know
