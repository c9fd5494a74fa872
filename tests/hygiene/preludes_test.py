#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""tc3 compiles before and after the headers of real hosts. Each of these units works in a program of its own, and all work in one.

    preludes_test.py [--strict] COMPILER FLAG...

Hosts whose headers are not installed are left out; with --strict the exit status is then 77. Those without a package are in hosts/.
"""

import pathlib
import re
import sys
import tempfile
import unittest

from building import ROOT, compile_units, has_headers, run
from left_out import STRICT, leave_out, run_tests

COMPILER = []
MINGW = ["x86_64-w64-mingw32-g++-posix", "-std=c++20"]

# Headers of each host, and the folders below /usr/include where they are.
HOSTS = {
    "x11": (["<X11/Xlib.h>", "<X11/Xutil.h>", "<X11/Xatom.h>", "<X11/keysym.h>"], []),
    "curses": (["<curses.h>", "<term.h>", "<form.h>", "<menu.h>", "<panel.h>", "<eti.h>"], []),
    "cursesw": (["<cursesw.h>"], []),
    "zlib": (["<zlib.h>"], []),
    "nettle": (["<nettle/sha2.h>", "<nettle/hmac.h>", "<nettle/md5.h>", "<nettle/base64.h>", "<nettle/dsa-compat.h>"], []),
    "mbedtls": (["<mbedtls/compat-1.3.h>", "<mbedtls/sha256.h>", "<mbedtls/md5.h>"], []),
    "openssl": (["<openssl/ssl.h>", "<openssl/evp.h>", "<openssl/err.h>", "<openssl/x509v3.h>", "<openssl/sha.h>"], []),
    "system": (["<sys/param.h>", "<sys/sysmacros.h>", "<sys/socket.h>", "<netdb.h>", "<termios.h>", "<syslog.h>", "<complex.h>"], []),
    "glib": (["<glib.h>"], ["glib-2.0", "../lib/*/glib-2.0/include"]),
    "qt5": (["<QtCore/QtCore>"], ["*/qt5", "*/qt5/QtCore"]),
    "qt6": (["<QtCore/QtCore>"], ["*/qt6", "*/qt6/QtCore"]),
}
# Qt needs -fPIC; mbedtls/compat-1.3.h warns that it is deprecated.
FLAGS = ["-fPIC", "-Wno-cpp"]
# For what the headers of Qt refer to. Left out by the linker where they do not.
QT_LIBRARIES = [f"-lQt{version}Core" for version in (5, 6) if list(pathlib.Path("/usr/lib").glob(f"*/libQt{version}Core.so"))]
WINDOWS = ["<winsock2.h>", "<ws2tcpip.h>", "<windows.h>", "<winhttp.h>", "<wincrypt.h>", "<bcrypt.h>", "<shellapi.h>", "<objbase.h>"]

# Hosts without a package. Their headers expect that the standard library is there already, as they define its names.
WRITTEN = {"arduino": '"hosts/arduino.hpp"', "unreal": '"hosts/unreal.hpp"', "renamed": '"hosts/renamed_names.hpp"'}

# In its own program a unit runs its own inline functions. In one program the linker keeps those of one unit.
TC3 = '#include <tc3/testing.hpp>\n#define probe probe_NAME\n#include "probe.hpp"\n'
FUNCTION = "int NAME();\nint NAME() { return probe::run(); }\n"


class Preludes(unittest.TestCase):
    def test_units_with_host_headers_before_and_after_tc3_run_alone_and_together(self):
        hosts = dict(native_hosts())
        self.assertTrue(hosts)
        with tempfile.TemporaryDirectory() as folder:
            objects = compile_all(pathlib.Path(folder), COMPILER, hosts)
            for units in [*([unit] for unit in objects), list(objects)]:
                with self.subTest(units[0] if len(units) == 1 else "all"):
                    run([link(pathlib.Path(folder), COMPILER, {unit: objects[unit] for unit in units}, QT_LIBRARIES)])
        print(f"{len(objects)} units of {len(hosts)} hosts, each in its own program and all in one")

    def test_units_with_the_headers_of_windows_before_and_after_tc3_link(self):
        present = [header for header in WINDOWS if has_headers(MINGW, [header])]
        if not present:
            leave_out("windows", "mingw-w64 is not installed")
            return
        with tempfile.TemporaryDirectory() as folder:
            compiler = [*MINGW, "-I", ROOT / "include"]
            link(pathlib.Path(folder), compiler, compile_all(pathlib.Path(folder), compiler, {"windows": ([], includes(present))}), [])
        print(f"2 units with {len(present)} headers of Windows in one program")


def native_hosts():
    """Yields the name of each host that is there, with the flags and the text that include its headers."""
    for name, (headers, folders) in HOSTS.items():
        found = [path for folder in folders for path in pathlib.Path("/usr/include").glob(folder)]
        flags = [word for path in found for word in ("-isystem", path)]
        if len(found) == len(folders) and has_headers([*COMPILER, *flags], headers):
            yield name, (flags, includes(headers))
        else:
            leave_out(name, f"{headers[0]} is not installed")
    for name, header in WRITTEN.items():
        yield name, ([], includes([*standard_headers(), header]))


def compile_all(folder, compiler, hosts):
    """Returns the object files of two units for each host, which all sign and parse."""
    units = {}
    for name, (flags, prelude) in hosts.items():
        for order, text in {"before": prelude + TC3, "after": TC3 + prelude}.items():
            unit = f"{name}_{order}"
            units[unit] = ([*compiler, *FLAGS, *flags], (text + FUNCTION).replace("NAME", unit))
    return compile_units(folder, units)


def link(folder, compiler, objects, libraries):
    """Returns a program that runs the units with these object files."""
    main = "".join(f"int {unit}();\n" for unit in objects) + f"int main() {{ return {' + '.join(f'{unit}()' for unit in objects)}; }}\n"
    run([*compiler, "-x", "c++", "-", "-x", "none", *objects.values(), *libraries, "-o", folder / "program"], main)
    return folder / "program"


def standard_headers():
    """Returns the headers of the standard library that tc3 includes."""
    text = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "include").glob("tc3/**/*.hpp"))
    return sorted(set(re.findall(r"^#include (<[a-z_]+>)$", text, re.MULTILINE)) - {"<expected>"})


def includes(headers):
    return "".join(f"#include {header}\n" for header in headers)


if __name__ == "__main__":
    COMPILER = [*(word for word in sys.argv[1:] if word != STRICT), "-I", ROOT / "include"]
    run_tests()
