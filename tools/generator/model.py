# SPDX-License-Identifier: MIT
"""What the headers of a product are made from, whatever the format of its description."""

from dataclasses import dataclass, field


@dataclass
class Value:
    """One value of a set."""
    value: object          # text or whole number
    name: str              # its C++ name
    meaning: str
    billed: bool | None = None
    category: str = "verification_outcome"  # an error_category: why the code does not mean passed


@dataclass
class ValueSet:
    name: str              # the C++ namespace
    type: str              # string, int64, uint64
    values: list
    open: bool = True      # whether the service may add more
    result: bool = False   # codes that state an outcome
    passed: list = field(default_factory=list)  # the codes that mean passed
    error_codes: bool = False  # the product's error codes occur as values too
    either_sign: bool = False  # of negative numbers: the service sends them with or without the minus sign
    note: str = ""         # a sentence for the reader


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
    leniency: str = ""     # once, exact; empty: as any field


@dataclass(eq=False)  # compared by identity: two structs with equal members are two structs
class Struct:
    wire_name: str
    summary: str
    fields: list


@dataclass
class Outcome:
    """Where an output states its outcome."""
    field: str             # a wire name; its set of values has the codes
    pending: object = None  # the code that means pending
    note: str = ""


@dataclass
class Session:
    """How long the sessions live that an action reads, in seconds after their token was issued."""
    start_within: int
    readable_for: int


@dataclass
class Action:
    wire_name: str
    summary: str
    request: Struct
    response: Struct
    page: str = ""         # its page of the manual; empty: that of the product
    calls_per_second: int = 0
    needs_region: bool = True
    repeat: str = "not_documented"
    retired: bool = False  # taken offline: its header is in retired/
    warning: str = ""      # the warning of compilers where it is used
    outcome: Outcome | None = None
    session: Session | None = None
    remarks: list = field(default_factory=list)

    def __post_init__(self):
        for each in self.response.fields:
            if self.outcome and each.wire_name == self.outcome.field:
                each.leniency = "exact"  # what decides is not guessed
            elif each.wire_name == "RequestId":
                each.leniency = "once"


@dataclass
class LiteralLists:
    """Lists of texts that belong together, each with a name."""
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
    repeats: int | None = None     # at most so many in a row; None: the default of faceid::error_code_info
    first_wait: int | None = None  # seconds; None: likewise
    prefix_trap: bool = False      # the part before the dot wrongly suggests an error of the service


@dataclass
class Product:
    namespace: str         # in full, "mycompany::cvm"; one that begins with "tc3::" is inside the library
    service: str
    version: str
    host: str
    title: str             # the name for readers
    page: str              # the page of its manual
    names: dict            # exceptions to the rule of names.py
    actions: list
    families: list
    value_sets: dict       # by name
    as_of: str = ""        # the date of the description, for readers
    error_codes: list = field(default_factory=list)
    literal_lists: list = field(default_factory=list)
    whole: bool = False    # no header is written by hand: service.hpp is generated, too
    notices: list = field(default_factory=list)  # messages for the user of the generator
