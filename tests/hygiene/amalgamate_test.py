#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Tests tools/amalgamate.py on small trees: what it writes, and what it refuses."""

import hashlib
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

TOOL = pathlib.Path(__file__).resolve().parents[2] / "tools" / "amalgamate.py"

VERSION = '#pragma once\n\n#define TC3_VERSION_STRING "1.2.3"\n'
REQUIREMENTS = """#pragma once

#if defined(TC3_FROM_SINGLE_INCLUDE)
#define TC3_REFUSED
#error "both trees"
#else
#define TC3_FROM_INCLUDE
#endif
"""
BEGIN, END = "#include <tc3/requirements.hpp>\n\n#ifndef TC3_REFUSED\n", "#endif  // TC3_REFUSED\n"
UMBRELLA = f"#pragma once\n\n{BEGIN}#include <tc3/a.hpp>\n#include <tc3/version.hpp>\n{END}"
A = (
    "// SPDX-License-Identifier: MIT\n// What a is for.\n#pragma once\n\n"
    "#include <tc3/b.hpp>\n\n#include <vector>\n#include <array>\n\nint a();\n"
)
B = "#pragma once\n\n#include <array>\n\nint b();\n"


class Amalgamation(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        self.put("LICENSE", "The Licence\n\nDo as you like.\n")
        self.put("include/tc3/version.hpp", VERSION)
        self.put("include/tc3/requirements.hpp", REQUIREMENTS)
        self.put("include/tc3/tc3.hpp", UMBRELLA)
        self.put("include/tc3/a.hpp", A)
        self.put("include/tc3/b.hpp", B)

    def put(self, path, content):
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))

    def run_tool(self, *options):
        command = [sys.executable, str(TOOL), "--root", str(self.root), *options]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    def amalgamate(self, path="tc3/tc3.hpp"):
        """Runs the tool and returns one of the files that it writes."""
        done = self.run_tool()
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return (self.root / "single_include" / path).read_bytes().decode("utf-8")

    def assert_refused(self, message):
        done = self.run_tool()
        self.assertEqual(done.returncode, 1, done.stdout)
        self.assertIn(message, done.stderr)
        self.assertFalse((self.root / "single_include").exists(), "the tool must write nothing if it fails")


class Output(Amalgamation):
    def test_the_whole_file(self):
        digest = hashlib.sha256((REQUIREMENTS + B + A + VERSION + UMBRELLA).encode()).hexdigest()
        self.assertEqual(
            self.amalgamate(),
            f"""// SPDX-License-Identifier: MIT
// <tc3/tc3.hpp> of tc3 1.2.3, made by tools/amalgamate.py from the headers under include/: edit those.
// SHA-256 of these 5 headers, one after the other: {digest}
//
// The Licence
//
// Do as you like.

#pragma once
#ifndef TC3_SINGLE_HEADER_TC3_1_2_3
#define TC3_SINGLE_HEADER_TC3_1_2_3

{banner("tc3/requirements.hpp")}

#if defined(TC3_FROM_INCLUDE)
#define TC3_REFUSED
#error "both trees"
#else
#define TC3_FROM_SINGLE_INCLUDE
#endif

#ifndef TC3_REFUSED

#include <array>
#include <vector>

{banner("tc3/b.hpp")}

int b();

{banner("tc3/a.hpp")}

// What a is for.

int a();

{banner("tc3/version.hpp")}

#define TC3_VERSION_STRING "1.2.3"

#endif  // TC3_REFUSED

#endif  // TC3_SINGLE_HEADER_TC3_1_2_3
""",
        )

    def test_the_output_does_not_depend_on_the_path_of_the_tree(self):
        first = self.amalgamate()
        self.run_tool()
        with tempfile.TemporaryDirectory() as other:
            for file in self.root.glob("**/*"):
                if file.is_file() and "single_include" not in file.parts:
                    copy = pathlib.Path(other) / file.relative_to(self.root)
                    copy.parent.mkdir(parents=True, exist_ok=True)
                    copy.write_bytes(file.read_bytes())
            self.root = pathlib.Path(other)
            self.assertEqual(self.amalgamate(), first)

    def test_includes_inside_a_condition_stay_there(self):
        text = "#ifdef TC3_CONFIG_HEADER\n#include TC3_CONFIG_HEADER\n#endif\n#if A\n#include <a>\n#endif\n"
        self.put("include/tc3/b.hpp", "#pragma once\n\n" + text)
        output = self.amalgamate()
        self.assertIn(text, output)
        self.assertEqual(output.count("#include <a>"), 1)

    def test_directives_in_comments_are_text(self):
        comment = "/*\n#include <tc3/nowhere.hpp>\n#define LEFT\n*/"
        self.put("include/tc3/b.hpp", f'#pragma once\n{comment}\nauto text = "/*";\n#include <bit>\n')
        output = self.amalgamate()
        self.assertIn(comment, output)
        self.assertIn("#include <array>\n#include <bit>\n#include <vector>\n", output)

    def test_a_macro_that_is_undefined_later_is_allowed(self):
        self.put("include/tc3/b.hpp", "#pragma once\n#define TWICE(x) \\\n    #x\nint b();\n#undef TWICE\n")
        self.assertIn("#undef TWICE", self.amalgamate())

    def test_the_bodies_of_all_headers_follow_the_declarations_of_all(self):
        bodies = "#if defined(TC3_BODIES)\n\n#include <tc3/a.hpp>\n#include <bit>\n\nint b() { return a(); }\n\n#endif  // TC3_BODIES\n"
        self.put("include/tc3/b.hpp", f"#pragma once\n\nint b();\n\n{bodies}")
        output = self.amalgamate()
        expected = f"#if defined(TC3_BODIES)\n\n{banner('tc3/b.hpp')}\n\nint b() {{ return a(); }}\n\n#endif  // TC3_BODIES\n\n#endif  // TC3_REFUSED\n"
        self.assertIn(expected, output)
        self.assertLess(output.index("int a();"), output.index("int b() {"))
        self.assertIn("#include <array>\n#include <bit>\n#include <vector>\n", output)

    def test_a_header_that_only_bodies_need_is_inlined_too(self):
        self.put("include/tc3/c.hpp", "#pragma once\n\nint c();\n")
        self.put("include/tc3/b.hpp", "#pragma once\nint b();\n#if defined(TC3_BODIES)\n#include <tc3/c.hpp>\nint b() { return c(); }\n#endif  // TC3_BODIES\n")
        output = self.amalgamate()
        self.assertLess(output.index("int c();"), output.index("int b() {"))

    def test_text_that_looks_like_a_directive_is_kept(self):
        text = "// #include <x>\n/* #include <x> */\n#define TWICE(x) \\\n    \\\n    #x\n#undef TWICE\nauto t = \"/*\"; // # /*\nint b();\n"
        self.put("include/tc3/b.hpp", "#pragma once\n" + text)
        self.assertIn(text, self.amalgamate())


class Vendored(Amalgamation):
    """Two parts of a program that each have a copy of tc3."""

    def setUp(self):
        super().setUp()
        self.put("include/tc3/b.hpp", "#pragma once\nstruct b {};\n")
        self.put("include/tc3/testing.hpp", "#pragma once\n#include <tc3/b.hpp>\nstruct emulator : b {};\n")
        self.amalgamate()

    def copy(self, folder, time):
        for path in ["tc3/tc3.hpp", "tc3/testing.hpp"]:
            self.put(f"{folder}/{path}", (self.root / "single_include" / path).read_bytes())
            os.utime(self.root / folder / path, (time, time))  # g++ treats files with the same time and content as one file

    def compile(self):
        names = [f'#include "{folder}/tc3/{name}.hpp"' for folder in ["one", "two"] for name in ["tc3", "testing"]]
        command = [*os.environ.get("CXX", "c++").split(), "-std=c++20", "-Wall", "-Wextra", "-Wundef", "-Werror"]
        command += ["-fsyntax-only", "-I", self.root, "-I", self.root / "one", "-x", "c++", "-"]
        text = "\n".join([*names, "emulator emulated;\n"])
        return subprocess.run(command, input=text, capture_output=True, text=True, check=False)

    def test_two_copies_in_one_translation_unit_compile(self):
        self.copy("one", 1)
        self.copy("two", 2)
        done = self.compile()
        self.assertEqual((done.returncode, done.stderr), (0, ""))

    def test_two_copies_without_the_guard_do_not_compile(self):
        for folder, time in [("one", 1), ("two", 2)]:
            self.copy(folder, time)
            file = self.root / folder / "tc3/tc3.hpp"
            file.write_text(file.read_text(encoding="utf-8").replace("#define TC3_SINGLE_HEADER_TC3", "#define OTHER"), encoding="utf-8")
            os.utime(file, (time, time))
        self.assertIn("struct b", self.compile().stderr)


class Companions(Amalgamation):
    def setUp(self):
        super().setUp()
        self.put("include/tc3/testing.hpp", "#pragma once\n#include <tc3/testing/inner.hpp>\n")
        self.put("include/tc3/testing/inner.hpp", "#pragma once\n#include <tc3/a.hpp>\n#include <map>\nint inner();\n")
        self.put("include/tc3/adapters/library.hpp", "#pragma once\n#include <tc3/b.hpp>\n#include <library/library.h>\nint library();\n")

    def test_a_companion_includes_the_umbrella_and_inlines_the_rest(self):
        output = self.amalgamate("tc3/testing.hpp")
        self.assertIn("#define TC3_SINGLE_HEADER_TESTING_1_2_3\n\n#include <tc3/tc3.hpp>\n\n// ---- tc3/requirements.hpp ", output)
        self.assertIn("#ifndef TC3_REFUSED\n\n#include <map>\n", output)
        self.assertIn("int inner();", output)
        self.assertNotIn("int a();", output)

    def test_each_adapter_is_a_companion(self):
        output = self.amalgamate("tc3/adapters/library.hpp")
        self.assertIn("#define TC3_SINGLE_HEADER_ADAPTERS_LIBRARY_1_2_3\n\n#include <tc3/tc3.hpp>\n\n// ---- tc3/requirements.hpp ", output)
        self.assertIn("#ifndef TC3_REFUSED\n\n#include <library/library.h>\n", output)
        self.assertIn("int library();", output)

    def test_a_companion_includes_another(self):
        self.put("include/tc3/adapters/library.hpp", "#pragma once\n#include <tc3/testing.hpp>\nint library();\n")
        output = self.amalgamate("tc3/adapters/library.hpp")
        self.assertIn("#include <tc3/tc3.hpp>\n#include <tc3/testing.hpp>\n", output)
        self.assertNotIn("int inner();", output)

    def test_a_header_in_two_companions_is_refused(self):
        self.put("include/tc3/adapters/library.hpp", "#pragma once\n#include <tc3/testing/inner.hpp>\n")
        self.assert_refused("both tc3/testing.hpp and tc3/adapters/library.hpp would hold it")

    def test_an_umbrella_that_includes_an_adapter_is_refused(self):
        self.put("include/tc3/tc3.hpp", UMBRELLA.replace(END, "#include <tc3/adapters/library.hpp>\n" + END))
        self.assert_refused("tc3/tc3.hpp must not include it")


class Refused(Amalgamation):
    CASES = [
        ("a macro left defined", "#pragma once\n#define LEFT 1\n", "include/tc3/b.hpp:2: LEFT is left defined"),
        ("a function-like macro left defined", "#pragma once\n#  define LEFT(x) x\n", "include/tc3/b.hpp:2: LEFT is left defined"),
        ("a cycle", "#pragma once\n#include <tc3/a.hpp>\n", "include/tc3/b.hpp:2: include cycle: tc3/a.hpp -> tc3/b.hpp -> tc3/a.hpp"),
        ("a header that is not there", "#pragma once\n\n#include <tc3/c.hpp>\n", "include/tc3/b.hpp:3: <tc3/c.hpp> is not in the tree"),
        ("a tc3 include inside #if", "#pragma once\n#if 1\n#include <tc3/a.hpp>\n#endif\n", "include/tc3/b.hpp:3: <tc3/a.hpp> is included inside #if"),
        ("an include in quotes", '#pragma once\n#include "c.hpp"\n', 'include/tc3/b.hpp:2: "c.hpp" is not written as <tc3/...>'),
        ("a computed include outside #if", "#pragma once\n#include HEADER\n", "include/tc3/b.hpp:2: an include that can't move"),
        ("an include after a comment", "#pragma once\n/* c */ #include <tc3/a.hpp>\n", "include/tc3/b.hpp:2: a directive must begin its line"),
        ("an include after the end of a comment", "#pragma once\n/*\n*/ #include <x>\n", "include/tc3/b.hpp:3: a directive must begin its line"),
        ("a definition after a comment", "#pragma once\n/**/#define LEFT\n", "include/tc3/b.hpp:2: a directive must begin its line"),
        ("a comment before the name", "#pragma once\n#/**/include <x>\n", "include/tc3/b.hpp:2: a directive must begin its line"),
        ("a directive in two lines", "#pragma once\n#\\\ninclude <x>\n", "include/tc3/b.hpp:2: a directive must begin its line"),
        ("a directive after a line with a backslash", "#pragma once\n\\\n#define LEFT\n", "include/tc3/b.hpp:3: LEFT is left defined"),
        ("another spelling of #", "#pragma once\n%:include <x>\n", "include/tc3/b.hpp:2: a directive must begin its line"),
        ("a comment inside an include", "#pragma once\n#if 1\n#include/**/<tc3/a.hpp>\n#endif\n", "include/tc3/b.hpp:3: <tc3/a.hpp> is included"),
        ("a host's macro undefined", "#pragma once\n#undef min\n", "include/tc3/b.hpp:2: min is not defined here"),
        ("no #pragma once", "// #pragma once\nint b();\n", "include/tc3/b.hpp:1: #pragma once is missing"),
        ("a tab", "#pragma once\n\tint b();\n", "include/tc3/b.hpp:2: a tab"),
        ("a carriage return", "#pragma once\r\n", "include/tc3/b.hpp:1: a carriage return"),
        ("a byte order mark", "\ufeff#pragma once\n", "include/tc3/b.hpp:1: a byte order mark"),
        ("bytes that are not UTF-8", b"#pragma once\n// \xff\n", "include/tc3/b.hpp:2: not UTF-8"),
    ]

    def test_errors_name_file_and_line(self):
        for name, content, message in self.CASES:
            with self.subTest(name):
                self.put("include/tc3/b.hpp", content)
                self.assert_refused(message)

    def test_a_tree_without_an_umbrella_is_refused(self):
        (self.root / "include/tc3/tc3.hpp").unlink()
        self.assert_refused("<tc3/tc3.hpp> is not in the tree")

    def test_more_than_bodies_at_the_end_is_refused(self):
        self.put("include/tc3/b.hpp", "#pragma once\n#if defined(TC3_BODIES)\n#endif  // TC3_BODIES\nint b();\n")
        self.assert_refused("include/tc3/b.hpp:3: more follows the bodies")

    def test_an_end_of_bodies_without_a_begin_is_refused(self):
        self.put("include/tc3/b.hpp", "#pragma once\n#endif  // TC3_BODIES\n")
        self.assert_refused("include/tc3/b.hpp:2: #endif  // TC3_BODIES without #if defined(TC3_BODIES)")

    def test_an_umbrella_that_does_not_check_the_requirements_is_refused(self):
        self.put("include/tc3/tc3.hpp", UMBRELLA.replace("#include <tc3/requirements.hpp>\n", ""))
        self.assert_refused("include/tc3/tc3.hpp:1: does not include <tc3/requirements.hpp>")

    def test_a_tree_without_a_version_is_refused(self):
        self.put("include/tc3/version.hpp", "#pragma once\n")
        self.assert_refused("defines no TC3_VERSION_STRING")


class Checked(Amalgamation):
    def assert_out_of_date(self, path):
        done = self.run_tool("--check")
        self.assertEqual(done.returncode, 1)
        self.assertIn(f"single_include/{path} is not what include/ gives", done.stderr)
        self.assertIn("Run: python3 tools/amalgamate.py", done.stderr)

    def test_an_up_to_date_file_passes(self):
        self.amalgamate()
        self.assertEqual(self.run_tool("--check").returncode, 0)

    def test_a_missing_file_fails(self):
        self.assert_out_of_date("tc3/tc3.hpp")

    def test_a_changed_header_fails_until_the_tool_runs(self):
        self.amalgamate()
        self.put("include/tc3/b.hpp", B + "int more();\n")
        self.assert_out_of_date("tc3/tc3.hpp")
        self.amalgamate()
        self.assertEqual(self.run_tool("--check").returncode, 0)

    def test_an_edited_file_fails(self):
        self.amalgamate()
        with open(self.root / "single_include/tc3/tc3.hpp", "a", encoding="utf-8") as file:
            file.write("// by hand\n")
        self.assert_out_of_date("tc3/tc3.hpp")

    def test_a_file_without_a_header_fails_and_is_removed(self):
        self.amalgamate()
        self.put("single_include/tc3/adapters/gone.hpp", "#pragma once\n")
        self.assert_out_of_date("tc3/adapters/gone.hpp")
        self.amalgamate()
        self.assertFalse((self.root / "single_include/tc3/adapters/gone.hpp").exists())


def banner(path):
    return f"// ---- {path} ".ljust(120, "-")


if __name__ == "__main__":
    unittest.main()
