#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The C++ in the README and in docs/ compiles without a warning, programs run, and links lead to files.

    readme_test.py COMPILER FLAG...

A block of C++ is a whole program, unless the line before it is `<!-- compiled as: statements -->` or `<!-- compiled as: declarations -->`.
"""

import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
README = PAGES[0].read_text(encoding="utf-8")
BLOCK = re.compile(r"^(?:<!-- compiled as: (\w+) -->\n)?```cpp\n(.*?)^```$", re.MULTILINE | re.DOTALL)

HEADERS = """
#include <tc3/testing.hpp>
#include <tc3/tc3.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <span>
#include <string_view>
#include <utility>
#include <vector>
"""

# What statements use without a declaration: a profile, a time, an input, and an HTTP library.
CONTEXT = (
    HEADERS
    + """
namespace my_http {
struct response { int status; std::vector<unsigned char> body; };
struct message {
    std::string method, url, body;
    void add_header(std::string_view name, std::string_view value);
    bool send();
    std::int64_t error_number() const;
    my_http::response response() const;
};
response wait_for(const tc3::http::request_view& request);
tc3::result<response, tc3::transport_error> send(const tc3::http::request_view& request);
tc3::result<tc3::http::response_view, tc3::transport_error> exchange(const tc3::http::request_view& request, std::span<char> memory);
void log(std::string_view text);
void start_session(const std::optional<std::string>& token);
void report_size(std::size_t bytes);
}  // namespace my_http
namespace faceid = tc3::faceid;
void readme([[maybe_unused]] const tc3::client_profile& profile, [[maybe_unused]] tc3::unix_time now,
            [[maybe_unused]] const faceid::apply_liveness_token& input);
void readme([[maybe_unused]] const tc3::client_profile& profile, [[maybe_unused]] tc3::unix_time now,
            [[maybe_unused]] const faceid::apply_liveness_token& input) {
"""
)

SOURCE_OF = {
    "statements": lambda text: CONTEXT + text + "}\n",
    "declarations": lambda text: HEADERS + text,
}


class Readme(unittest.TestCase):
    def setUp(self):
        self.blocks = [(kind, text) for kind, text in BLOCK.findall(README)]
        self.assertEqual(len(self.blocks), README.count("```cpp"), "a block does not end, or its comment is not on the line before it")

    def test_programs_compile_and_run(self):
        programs = [text for kind, text in self.blocks if not kind]
        self.assertTrue(programs)
        for text in programs:
            with self.subTest(text), tempfile.TemporaryDirectory() as folder:
                self.assertIn("int main(", text, "not a program: add a comment `compiled as`")
                program = pathlib.Path(folder) / "program"
                self.compile(text, "-o", program)
                done = subprocess.run([program], capture_output=True, text=True, check=False)
                self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_fragments_compile(self):
        fragments = [(kind, text) for kind, text in self.blocks if kind]
        self.assertTrue(fragments)
        for kind, text in fragments:
            with self.subTest(text):
                self.compile(SOURCE_OF[kind](text), "-fsyntax-only", "-Wno-unused-variable", "-Wno-unused-but-set-variable")

    def test_links_lead_to_files_in_the_repository(self):
        targets = [target.partition("#")[0] for target in re.findall(r"\]\(([^)]*)\)", README)]
        self.assertEqual([target for target in targets if ":" not in target and not (ROOT / target).exists()], [])

    def test_every_folder_of_the_library_is_listed(self):
        folders = {path.name for path in (ROOT / "include" / "tc3").iterdir() if path.is_dir()}
        self.assertEqual(set(re.findall(r"^\| `(\w+)/` \|", README, re.MULTILINE)), folders)

    def compile(self, source, *flags):
        done = subprocess.run(
            [*COMPILE, "-I", ROOT / "include", *flags, "-x", "c++", "-"], input=source, text=True, capture_output=True, check=False
        )
        self.assertEqual(done.returncode, 0, done.stderr)


if __name__ == "__main__":
    COMPILE = sys.argv[1:]
    unittest.main(argv=sys.argv[:1])
