#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Programs whose bodies are compiled once: with TC3_DECLARATIONS all units but one have declarations only, and one defines
TC3_IMPLEMENTATION. On the headers and on the single header.

    separate_units_test.py COMPILER FLAG...
"""

import pathlib
import sys
import tempfile
import unittest

from building import ROOT, BuildError, compile_units, run

COMPILER = []
DECLARATIONS = ["-DTC3_DECLARATIONS"]
PORTABLE = ["-DTC3_PORTABLE"]
TREES = {"include": ([], DECLARATIONS, PORTABLE, DECLARATIONS + PORTABLE), "single_include": ([], DECLARATIONS)}

# A program may have this warning as an error.
IMPLEMENTATION_OPTIONS = ["-Wmissing-declarations", "-Werror"]
IMPLEMENTATION = "#define TC3_IMPLEMENTATION\n#include <tc3/tc3.hpp>\n#include <tc3/testing.hpp>\n"

# A typed call, a call with JSON, an own action, a borrowed output, a line of a log, and the emulator that serves them.
CALLS = """#include <tc3/tc3.hpp>
#include <tc3/testing.hpp>
#include <string>
struct own_input { std::string text; };
struct own_output { std::string request_id; double score; };
template <> inline constexpr tc3::action tc3::action_of<own_input>{.service = "cvm", .version = "2017-03-12", .name = "Own", .needs_region = false};
template <> inline constexpr auto tc3::fields_of<own_input> = tc3::field_table(tc3::field_of<&own_input::text>("Text"));
template <> struct tc3::output_of<own_input> { using type = own_output; };
template <> inline constexpr auto tc3::fields_of<own_output> = tc3::field_table(tc3::field_of<&own_output::request_id>("RequestId"), tc3::field_of<&own_output::score>("Score"));
std::string all_calls();
std::string all_calls() {
    constexpr tc3::unix_time now{1551113065};
    tc3::testing::emulator service([] { return tc3::unix_time{1551113065}; }, [] { return "token-1"; });
    service.add_credential("AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE", "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE");
    const auto scenario = tc3::testing::serve_faceid(service);
    const tc3::client_profile profile{.credential = {"AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE", "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE"},
                                      .region = "ap-singapore"};
    const tc3::faceid::apply_liveness_token input{.secure_level = "4"};
    const auto token = tc3::call(service, input, profile, now);
    if (!token) return tc3::to_string(token.error());
    const auto own = tc3::call(service, own_input{"a"}, profile, now);
    if (own) return "an action that the service does not know";
    char memory[2000];
    tc3::workspace space(memory);
    const std::string body = R"({"Response":{"SdkToken":"token","RequestId":"id"}})";
    const auto borrowed = tc3::parse_body<tc3::faceid::basic_apply_liveness_token<tc3::borrowed>>(body, space);
    if (!borrowed) return "not read";
    return *token->sdk_token + ", " + std::string(tc3::name_of(own.error().stage)) + ", " +
           std::string(*borrowed->sdk_token) + ", " + tc3::to_redacted_string(input);
}
"""
EXPECTED = 'token-1, service, token, {"SecureLevel":"4"}'
MAIN = f"""#include <cstdio>
#include <string>
std::string all_calls();
int main() {{
    const std::string text = all_calls();
    std::puts(text.c_str());
    return text == R"({EXPECTED})" ? 0 : 1;
}}
"""

# Two units that pass a type of tc3 to each other.
TAKES = "#include <tc3/tc3.hpp>\nint take(const tc3::failure& failed);\nint take(const tc3::failure& failed) { return failed.status; }\n"
PASSES = "#include <tc3/tc3.hpp>\nint take(const tc3::failure& failed);\nint main() { return take(tc3::failure{}); }\n"


class SeparateUnits(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def test_a_program_with_one_implementation_does_the_same_as_header_only(self):
        for tree, ways in TREES.items():
            for options in ways:
                with self.subTest(tree=tree, options=options):
                    units = {"calls": (options, CALLS), "main": ([], MAIN)}
                    if DECLARATIONS[0] in options:
                        units["implementation"] = (options + IMPLEMENTATION_OPTIONS, IMPLEMENTATION)
                    self.link(self.compile(tree, units))
                    self.assertEqual(run([self.folder / "program"]), EXPECTED + "\n")

    def test_an_own_struct_uses_the_compiled_reader_of_numbers(self):
        names = run(["nm", "-C", *self.compile("include", {"calls": (["-O2", *DECLARATIONS], CALLS)})])
        self.assertIn("own_output", names)
        self.assertNotIn("round_ratio", names)

    def test_declarations_without_an_implementation_do_not_link_and_the_message_names_it(self):
        self.assert_does_not_link("TC3_IMPLEMENTATION", {"calls": (DECLARATIONS, CALLS), "main": ([], MAIN)})

    def test_a_header_only_unit_is_no_implementation(self):
        units = {"calls": (DECLARATIONS, CALLS), "main": ([], MAIN), "header_only": ([], CALLS.replace("all_calls", "other_calls"))}
        self.assert_does_not_link("TC3_IMPLEMENTATION", units)

    def test_units_of_both_ways_cannot_pass_a_type_to_each_other(self):
        units = {"takes": ([], TAKES), "passes": (DECLARATIONS, PASSES), "implementation": (DECLARATIONS, IMPLEMENTATION)}
        self.assert_does_not_link("take(tc3::", units)

    def test_units_with_and_without_kernels_cannot_pass_a_type_to_each_other(self):
        self.assert_does_not_link("take(tc3::", {"takes": ([], TAKES), "passes": (PORTABLE, PASSES)})

    def assert_does_not_link(self, message, units):
        for tree in TREES:
            with self.subTest(tree=tree):
                objects = self.compile(tree, units)
                with self.assertRaises(BuildError) as failed:
                    self.link(objects)
                self.assertIn(message, str(failed.exception))

    def compile(self, tree, units):
        commands = {name: ([*COMPILER, *options, "-I", ROOT / tree], text) for name, (options, text) in units.items()}
        return compile_units(self.folder, commands).values()

    def link(self, objects):
        run([*COMPILER, *objects, "-o", self.folder / "program"])


if __name__ == "__main__":
    COMPILER = sys.argv[1:]
    unittest.main(argv=sys.argv[:1])
