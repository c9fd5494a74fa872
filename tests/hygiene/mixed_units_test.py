#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Units of one program that are compiled with different options work together, in any order of the linker's input: it keeps one of
the inline functions that they share. So do two versions of tc3, and shared libraries that contain tc3.

    mixed_units_test.py COMPILER FLAG...
"""

import pathlib
import re
import shutil
import sys
import tempfile
import unittest

from building import ROOT, compile_units, run, works

COMPILER = []
OPTIONS = {
    "baseline": ["-O0", "-march=x86-64"],
    "fast": ["-O3", "-march=native", "-ffast-math"],
    "small": ["-Os", "-std=c++23", "-DTC3_ASSERT(x)=((x)?static_cast<void>(0):__builtin_trap())"],
    "without_exceptions": ["-O2", "-fno-exceptions", "-fno-rtti", "-funsigned-char"],
}
# Each unit has its own copy of the functions of the probe, which the linker would merge.
UNIT = """#include <tc3/testing.hpp>
#define probe probe_NAME
#include "probe.hpp"
int run_NAME();
const void* function_of_NAME();
int run_NAME() { return probe::run(); }
const void* function_of_NAME() { return reinterpret_cast<const void*>(&tc3::json::validate); }
"""


class MixedUnits(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def test_units_with_different_options_link_in_both_orders_and_run(self):
        options = {name: flags for name, flags in OPTIONS.items() if accepts(flags)}
        self.assertGreaterEqual(len(options), 2)
        units = {name: ([*COMPILER, *flags, *TC3], unit(name)) for name, flags in options.items()}
        units["main"] = (COMPILER, main_of(options, "all_equal"))
        objects = list(compile_units(self.folder, units).values())
        for order in (objects, objects[::-1]):
            self.link_and_run(order)
        print(f"{len(options)} units in two orders: {', '.join(options)}")

    def test_a_portable_unit_does_not_share_functions_with_others(self):
        units = {"usual": ([*COMPILER, *TC3], unit("usual")), "portable": ([*COMPILER, "-DTC3_PORTABLE", *TC3], unit("portable"))}
        units["main"] = (COMPILER, main_of(["usual", "portable"], "all_different"))
        objects = compile_units(self.folder, units)
        symbols = {name: run(["nm", "-C", "--defined-only", objects[name]]) for name in ("usual", "portable")}
        self.assertEqual(shared_names(symbols["usual"], symbols["portable"]), [])
        for order in (list(objects.values()), list(objects.values())[::-1]):
            self.link_and_run(order)

    def test_two_versions_in_one_program_use_their_own_functions(self):
        other = self.folder / "other"
        shutil.copytree(ROOT / "include", other)
        for header in other.glob("tc3/**/*.hpp"):
            text = header.read_text(encoding="utf-8")
            header.write_text(re.sub(r"\b(TC3_NAMESPACE v)\d+_\d+", r"\g<1>99_0", text), encoding="utf-8")
        units = {"this": ([*COMPILER, *TC3], unit("this")), "other": ([*COMPILER, "-I", other], unit("other"))}
        units["main"] = (COMPILER, main_of(["this", "other"], "all_different"))
        objects = list(compile_units(self.folder, units).values())
        for order in (objects, objects[::-1]):
            self.link_and_run(order)

    def test_shared_libraries_with_any_visibility_work_in_one_program(self):
        visibilities = ("default", "hidden")
        units = {name: ([*COMPILER, *TC3, "-fPIC", f"-fvisibility={name}", '-DEXPORTED=__attribute__((visibility("default")))'],
                        unit(name).replace("int run", "EXPORTED int run").replace("const void* f", "EXPORTED const void* f"))
                 for name in visibilities}
        units["program"] = ([*COMPILER, *TC3], unit("program"))
        units["main"] = (COMPILER, main_of([*visibilities, "program"], "any"))
        objects = compile_units(self.folder, units)
        libraries = [self.folder / f"lib{name}.so" for name in visibilities]
        for name, library in zip(visibilities, libraries):
            run([*COMPILER, "-shared", objects[name], "-o", library])
        for order in (libraries, libraries[::-1]):
            self.link_and_run([objects["main"], objects["program"], *order, f"-Wl,-rpath,{self.folder}"])

    def link_and_run(self, parts):
        program = self.folder / "program"
        run([*COMPILER, *parts, "-o", program])
        run([program])


def shared_names(*listings):
    """Returns the names of tc3 that each listing of nm defines."""
    names = [{line.split(None, 2)[2] for line in listing.splitlines() if "tc3::" in line} for listing in listings]
    return sorted(set.intersection(*names))


def accepts(flags):
    return works([*COMPILER, *flags, "-fsyntax-only", "-x", "c++", "-"], "int main() { return 0; }\n")


def unit(name):
    return UNIT.replace("NAME", name)


def main_of(names, relation):
    """Returns a main that runs all units and compares the addresses of one function: of one version the linker keeps one."""
    declarations = "".join(f"int run_{name}();\nconst void* function_of_{name}();\n" for name in names)
    calls = " + ".join(f"run_{name}()" for name in names)
    first, *others = names
    equal = " && ".join(f"function_of_{first}() == function_of_{name}()" for name in others)
    condition = {"all_equal": equal, "all_different": f"!({equal})", "any": "true"}[relation]
    return f"{declarations}int main() {{ return {calls} != 0 ? 1 : {condition} ? 0 : 2; }}\n"


if __name__ == "__main__":
    COMPILER = sys.argv[1:]
    TC3 = ["-I", ROOT / "include"]
    unittest.main(argv=sys.argv[:1])
