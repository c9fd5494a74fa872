# SPDX-License-Identifier: MIT
"""What a linked image must not contain, recognised by the names of symbols and of instructions."""

import re

FORBIDDEN = {
    "operator new and delete": r"_Zn[wa]\w+|_Zd[la]\w+",
    "a heap": r"_?(malloc|calloc|realloc|free)(_r)?|_?sbrk(_r)?",
    "exceptions": r"__cxa_(throw|rethrow|allocate_exception|begin_catch|end_catch|get_globals|end_cleanup)\w*|__gxx_personality\w*|"
    r"_Unwind_\w+|___Unwind_\w+|__aeabi_unwind_\w+|__gnu_unwind\w*",
    "std::__throw_": r"_ZSt\d+__throw_\w+",
    "functions of the library that end the program": r"_ZSt9terminatev|_ZN10__cxxabiv111__terminate\w*|abort|__cxa_pure_virtual",
    "RTTI and virtual tables": r"_ZT[ISV]\w+|__dynamic_cast",
    "streams": r"_ZNK?St8ios_base\w*|_ZNK?S[iod][^t]\w*|_ZNK?St\w*(stream|streambuf)\w*|_ZSt[34](cin|cout|cerr|clog)",
    "output of C": r"_?v?(f|s|sn|as)?i?printf(_r)?|_?f?(puts|write|open)(_r)?|__sinit",
    "locales": r"_ZNK?St6locale\w*|\w*setlocale\w*|__global_locale|__ctype_\w+|\w*localeconv\w*",
    "guards of static variables": r"__cxa_guard_\w+|_ZGV\w+",
    "destructors at exit": r"__cxa_atexit|__aeabi_atexit|atexit|__register_exitproc",
    "arithmetic of double": r"__aeabi_(c?d\w+|(i|ui|l|ul|f)2d)|__\w+df\d?|__\w+df[sd]i",
    "arithmetic of float": r"__aeabi_(c?f\w+|(i|ui|l|ul|d)2f)|__\w+sf\d?|__\w+sf[sd]i",
}


def found_in(symbols):
    """Returns the forbidden things among symbols, each with the symbols that show it."""
    found = {thing: [symbol for symbol in symbols if re.fullmatch(pattern, symbol)] for thing, pattern in FORBIDDEN.items()}
    return {thing: names for thing, names in found.items() if names}


def fpu_instructions(disassembly):
    """Returns the instructions of an FPU or a vector unit, whose names begin with a v, in the output of `objdump -d`."""
    return re.findall(r"^ *[0-9a-f]+:\t[0-9a-f ]+\t(v[\w.]+)", disassembly, re.MULTILINE)


def defined(listing):
    """Returns the names that `nm -P` lists as defined."""
    rows = [line.split() for line in listing.splitlines()]
    return sorted(row[0] for row in rows if len(row) > 1 and row[1] not in "Uwv")
