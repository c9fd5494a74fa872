#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""README and docs are correct: their C++ compiles without a warning, their programs run, their links lead to files.

    readme_test.py COMPILER FLAG...

A block of C++ is a whole program, or the line before it says what it is: `<!-- compiled as: statements -->` or `declarations`.
"""

import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGES = {page: page.read_text(encoding="utf-8") for page in [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]}
BLOCK = re.compile(r"^(?:<!-- compiled as: (\w+) -->\n)?```cpp\n(.*?)^```$", re.MULTILINE | re.DOTALL)

HEADERS = """
#include <tc3/signing/diagnose.hpp>
#include <tc3/testing.hpp>
#include <tc3/tc3.hpp>
#include <cstdint>
#include <functional>
#include <list>
#include <memory>
#include <optional>
#include <string>
#include <span>
#include <string_view>
#include <utility>
"""

# What the statements take for granted: a profile, an input, and an HTTP library.
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
void begin(const tc3::http::request_view& request, std::function<void(const response&)> when_done);
response wait_for(const tc3::http::request_view& request);
tc3::result<response, tc3::transport_error> send(const tc3::http::request_view& request);
tc3::result<tc3::http::response_view, tc3::transport_error> exchange(const tc3::http::request_view& request, std::span<char> memory);
void log(std::string_view text);
void start_session(const std::optional<std::string>& token);
void report_size(std::size_t bytes);
}  // namespace my_http
namespace faceid = tc3::faceid;
"""
)

STATEMENTS = """
void readme%d([[maybe_unused]] const tc3::client_profile& profile, [[maybe_unused]] tc3::unix_time now,
             [[maybe_unused]] const faceid::apply_liveness_token& input);
void readme%d([[maybe_unused]] const tc3::client_profile& profile, [[maybe_unused]] tc3::unix_time now,
             [[maybe_unused]] const faceid::apply_liveness_token& input) {
%s}
"""

SYNTAX_ONLY = ["-fsyntax-only", "-Wno-unused-variable", "-Wno-unused-but-set-variable"]


def statements(*texts):
    return CONTEXT + "".join(STATEMENTS % (number, number, text) for number, text in enumerate(texts))


SOURCE_OF = {
    "statements": statements,
    "declarations": lambda text: HEADERS + text,
}


def leads_somewhere(page, link):
    path, _, heading = link.partition("#")
    target = (page.parent / path).resolve() if path else page
    return target.exists() and (not heading or heading in headings_of(target.read_text(encoding="utf-8")))


def section_of(page, title):
    return page.partition(f"## {title}\n")[2].partition("\n## ")[0]


def headings_of(text):
    """As links write them: in lower case, with `-` for blanks and without punctuation."""
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in re.findall(r"^#+ (.*)", text, re.MULTILINE)}


class Readme(unittest.TestCase):
    def setUp(self):
        self.blocks = [(kind, text) for page in PAGES.values() for kind, text in BLOCK.findall(page)]

    def test_every_block_is_marked(self):
        for page, text in PAGES.items():
            self.assertEqual(len(BLOCK.findall(text)), text.count("```cpp"), f"{page.name}: a block does not end, or its mark is elsewhere")

    def test_programs_compile_and_run(self):
        programs = [text for kind, text in self.blocks if not kind]
        self.assertTrue(programs)
        for text in programs:
            with self.subTest(text), tempfile.TemporaryDirectory() as folder:
                self.assertIn("int main(", text, "not a program: mark it")
                program = pathlib.Path(folder) / "program"
                done = self.compile(text, "-o", program)
                self.assertEqual(done.returncode, 0, done.stderr)
                done = subprocess.run([program], capture_output=True, text=True, check=False)
                self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_fragments_compile(self):
        fragments = [(kind, text) for kind, text in self.blocks if kind]
        self.assertTrue(fragments)
        # All statements in one unit, because the headers take most of the time; one by one only to find the wrong one.
        together = statements(*(text for kind, text in fragments if kind == "statements"))
        statements_compile = self.compile(together, *SYNTAX_ONLY).returncode == 0
        for kind, text in fragments:
            if kind == "statements" and statements_compile:
                continue
            with self.subTest(text):
                done = self.compile(SOURCE_OF[kind](text), *SYNTAX_ONLY)
                self.assertEqual(done.returncode, 0, done.stderr)

    def test_links_lead_to_files_and_headings(self):
        for page, text in PAGES.items():
            links = re.findall(r"\]\(([^)]*)\)", re.sub(r"```.*?```", "", text, flags=re.DOTALL))
            broken = [link for link in links if ":" not in link and not leads_somewhere(page, link)]
            self.assertEqual(broken, [], page.name)

    def test_the_standard_headers_are_those_that_the_library_includes(self):
        header = (ROOT / "single_include/tc3/tc3.hpp").read_text(encoding="utf-8")
        section = section_of(PAGES[ROOT / "docs/platforms.md"], "Macros of hosts")
        paragraph = next(text for text in section.split("\n\n") if text.startswith("If a macro breaks the standard library"))
        self.assertEqual(sorted(re.findall(r"`<(\w+)>`", paragraph)), sorted(set(re.findall(r"#include <([a-z_]+)>", header))))

    def test_every_folder_of_the_library_is_explained(self):
        folders = {path.name for path in (ROOT / "include" / "tc3").iterdir() if path.is_dir()}
        self.assertEqual(set(re.findall(r"^\| `(\w+)/` \|", PAGES[ROOT / "docs/architecture.md"], re.MULTILINE)), folders)

    @staticmethod
    def compile(source, *flags):
        command = [*COMPILE, "-I", ROOT / "include", *flags, "-x", "c++", "-"]
        return subprocess.run(command, input=source, text=True, capture_output=True, check=False)


if __name__ == "__main__":
    COMPILE = sys.argv[1:]
    unittest.main(argv=sys.argv[:1])
