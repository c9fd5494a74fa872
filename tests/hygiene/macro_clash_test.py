#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""No identifier of the headers is a macro of a host.

    macro_clash_test.py [--strict]

All #define lines of the packages below that are installed are compared with every identifier outside comments and literals, names of the
standard library and keywords too. So are the names in host_macros.txt. What is inside #if counts: another host may meet the condition.
A package that is not installed is left out; with --strict the exit status is then 77.
"""

import fnmatch
import functools
import pathlib
import re
import sys
import unittest

from left_out import leave_out, run_tests

ROOT = pathlib.Path(__file__).resolve().parents[2]
KNOWN = ROOT / "tests/hygiene/host_macros.txt"

# The headers of each package, below /usr: folders and files.
PACKAGES = {
    "X11": ["include/X11"],
    "Qt 5": ["include/*/qt5", "include/qt5"],
    "Qt 6": ["include/*/qt6", "include/qt6"],
    "OpenSSL": ["include/openssl", "include/*/openssl"],
    "Mbed TLS": ["include/mbedtls", "include/psa"],
    "nettle": ["include/nettle"],
    "ncurses": ["include/*curses*", *(f"include/{name}.h" for name in ("eti", "form", "menu", "panel", "term", "termcap", "tic", "unctrl"))],
    "zlib": ["include/zconf.h", "include/zlib.h"],
    "Tcl and Tk": ["include/tcl8*", "include/tcl.h", "include/tk.h"],
    "glibc": [*(f"include/{name}.h" for name in ("errno", "fcntl", "netdb", "signal", "stdio", "stdlib", "string", "time", "unistd")),
              *("include/sys", "include/bits", "include/netinet", "include/*/sys", "include/*/bits")],
    "mingw-w64": ["share/mingw-w64/include"],
    "newlib": ["include/newlib/*.h", "include/newlib/sys", "include/newlib/machine", "include/newlib/ssp"],
    "glib": ["include/glib-2.0"],
    "lwIP": ["include/lwip"],
    "Arduino": ["share/arduino/hardware/arduino/avr/cores", "share/arduino/hardware/arduino/avr/libraries"],
}

# Macros of the libraries of adapters/, which use them, and of compilers.
OWN_MACROS = re.compile(r"(OPENSSL|OSSL|MBEDTLS|PSA|TC3)_\w+|__\w+__")

# Clashes that do no harm: the end of the header's path as a pattern, the names, and why.
ONLY_IN_C = "the header defines the keyword for C or for compilers before C++11 only"
RENAMED = "whole names that get a name each: units with and without them link, see hosts/renamed_names.hpp and preludes_test.py"
EXCEPTIONS = [
    ("mbedtls/*.h", "inline", ONLY_IN_C),
    ("psa/crypto_platform.h", "inline", ONLY_IN_C),
    ("glib/gmacros.h", "inline", ONLY_IN_C),
    ("curses.h", "bool", ONLY_IN_C),
    ("curses.h", "box clear move", "at its end the header undefines them in C++: names of the standard library"),
    ("cursesw.h", "box clear move", "only if curses.h has left them defined"),
    ("zconf.h", "const", ONLY_IN_C),
    ("tcl8*/tcl.h", "const", ONLY_IN_C),
    ("tcl8*/tk.h", "offsetof", "only where the standard library lacks it"),
    ("share/mingw-w64/include/assert.h", "static_assert", ONLY_IN_C),
    ("newlib/assert.h", "static_assert", ONLY_IN_C),
    ("sys/cdefs.h", "const inline volatile", ONLY_IN_C),
    ("sys/_intsup.h", "char int long unsigned", "undefined again in the header: it counts the widths of types"),
    ("sys/_types.h", "unsigned", "undefined again in the header"),
    ("ssp/string.h", "memcpy memset", "<cstring> undefines them"),
    ("QtCore/qcompilerdetection.h", "for", "for Visual C++ 6 only"),
    ("share/mingw-w64/include/stddef.h", "offsetof", "the standard library's own macro"),
    ("share/mingw-w64/include/_mingw.h", "__forceinline", "a keyword of Visual C++, which tc3 uses there only"),
    ("share/mingw-w64/include/winnt.h", "memcpy", "of the resource compiler and ARM's old compiler only"),
    ("share/mingw-w64/include/pthread.h", "close open read rename send", "only with __WINPTRHEAD_ENABLE_WRAP_API, which breaks the streams, too"),
    ("X11/Xw32defs.h", "close open random read write", RENAMED),
    ("zconf.h", "Byte compress", RENAMED),
    ("include/fcntl.h", "open", RENAMED),
    ("include/time.h", "time", RENAMED),
    ("tclOOInt.h", "Object", RENAMED),
    ("lwip/sockets.h", "close read send write", "istream::read and ostream::write do not compile either: C++ needs LWIP_COMPAT_SOCKETS 2 or 0"),
    (KNOWN.name, "box clear move", "see curses.h"),
    (KNOWN.name, "close read send write", "see lwip/sockets.h"),
]

# An identifier, and the "(" that would call a function-like macro. All other text that may hold a name comes before it.
TOKEN = re.compile(
    r"""//[^\n]*|/\*.*?\*/|^[ ]*\#[ ]*include[^\n]*|R"([^(\s]*)\(.*?\)\1"|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)+'|\d(?:'?[\w.])*"""
    r"""|([A-Za-z_]\w*)(\s*\()?""",
    re.DOTALL | re.MULTILINE,
)
DEFINE = re.compile(r"^[ \t]*#[ \t]*define[ \t]+(\w+)(\()?", re.MULTILINE)


class MacroClash(unittest.TestCase):
    def test_no_header_of_an_installed_package_defines_an_identifier(self):
        compared = 0
        for package, patterns in PACKAGES.items():
            headers = headers_of(patterns)
            compared += len(headers)
            if headers:
                print(f"{package}: {len(headers)} headers")
            else:
                leave_out(package, "it is not installed")
            with self.subTest(package):
                self.assertEqual(sorted({clash for header in headers for clash in clashes(header, macros_of(header))}), [])
        print(f"{len(identifiers())} identifiers, {compared} headers of hosts, {len(known_macros())} known names")

    def test_no_known_macro_of_a_host_is_an_identifier(self):
        self.assertGreater(len(known_macros()), 500)
        self.assertEqual(sorted(clashes(KNOWN, known_macros())), [])

    def test_every_exception_of_a_known_macro_is_needed(self):
        used = {clash.rpartition(": ")[2] for clash in clashes(KNOWN, known_macros(), exceptions=[])}
        excepted = {name for end, names, _ in EXCEPTIONS if end == KNOWN.name for name in names.split()}
        self.assertEqual(excepted - used, set(), "no longer clashes")  # a package of another version may lack a macro


class Scanner(unittest.TestCase):
    def test_finds_identifiers_outside_of_comments_and_literals(self):
        text = "#include <unix.h>\nint near = 0x1'000U; // far\n/* far */ f(\"far\", 'x', R\"(far)\", (std::min)(1, 2)); // far"
        self.assertEqual({name: is_called for name, is_called in names_in(text)},
                         {"int": False, "near": False, "f": True, "std": False, "min": False})

    def test_finds_macros_with_and_without_parameters(self):
        self.assertEqual(defined_in("#define a\n  # define b(x) x\n#define c (1)\n//#define d\n"), {("a", False), ("b", True), ("c", False)})

    def test_a_function_like_macro_clashes_only_with_a_call(self):
        self.assertIn("x: write", set(clashes(pathlib.Path("x"), {("write", True)}, exceptions=[])))
        self.assertEqual(set(clashes(pathlib.Path("x"), {("min", True), ("tc3", True)}, exceptions=[])), set())
        self.assertEqual(set(clashes(pathlib.Path("x"), {("tc3", False)}, exceptions=[])), {"x: tc3"})


def clashes(file, macros, exceptions=None):
    """Yields "header: name" of each macro that would change the text of tc3."""
    excepted = {name for end, names, _ in (EXCEPTIONS if exceptions is None else exceptions) if is_at(file.as_posix(), end)
                for name in names.split()}
    for name, takes_arguments in macros:
        if name in identifiers() and (not takes_arguments or identifiers()[name]):
            if name not in excepted and not OWN_MACROS.fullmatch(name):
                yield f"{file.as_posix()}: {name}"


def is_at(path, end):
    return fnmatch.fnmatch(path, "*" + end)


@functools.cache
def identifiers():
    """Returns each identifier of both header trees, and whether a "(" ever follows it."""
    found = {}
    for tree in ("include", "single_include"):
        for header in (ROOT / tree).glob("tc3/**/*.hpp"):
            for name, is_called in names_in(header.read_text(encoding="utf-8")):
                found[name] = found.get(name, False) or is_called
    return found


def names_in(text):
    for match in TOKEN.finditer(text):
        if match.group(2):
            yield match.group(2), match.group(3) is not None


@functools.cache
def known_macros():
    lines = [line for line in KNOWN.read_text(encoding="utf-8").splitlines() if not line.startswith(("#", "["))]
    return {(word.removesuffix("()"), word.endswith("()")) for word in " ".join(lines).split()}


@functools.cache
def macros_of(header):
    return defined_in(header.read_text(encoding="utf-8", errors="replace"))


def defined_in(text):
    return {(match.group(1), match.group(2) is not None) for match in DEFINE.finditer(text)}


def headers_of(patterns):
    places = [place for pattern in patterns for place in sorted(pathlib.Path("/usr").glob(pattern))]
    files = [file for place in places for file in ([place] if place.is_file() else sorted(place.rglob("*"))) if file.is_file()]
    return [file for file in files if file.suffix not in (".c", ".cpp")]  # Qt has headers without an extension


if __name__ == "__main__":
    run_tests(sys.argv[1:])
