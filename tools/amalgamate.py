#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Makes single_include/ from include/: tc3.hpp for all that the umbrella holds, and a companion for each header beyond it.

    python3 tools/amalgamate.py            write single_include/
    python3 tools/amalgamate.py --check    compare, and fail if it is not what the sources give

Each tc3 header is inlined once, after those it includes, its bodies after the declarations of all. Unconditional includes of other
headers move to the top, sorted. Each output begins with requirements.hpp, and has no more than that if a requirement is not met. The
output depends on the sources alone: no time, no path of this machine. Only the standard library of Python is needed.
"""

import argparse
import hashlib
import pathlib
import re
import sys
from dataclasses import dataclass, field

UMBRELLA = "tc3/tc3.hpp"
REQUIREMENTS = "tc3/requirements.hpp"
IF_MET, END_IF_MET = "#ifndef TC3_REFUSED", "#endif  // TC3_REFUSED"  # around all that an entry header has beyond the requirements
BODIES, END_BODIES = "#if defined(TC3_BODIES)", "#endif  // TC3_BODIES"  # around the last part of a header, with includes of its own
TREES = {"TC3_FROM_INCLUDE": "TC3_FROM_SINGLE_INCLUDE", "TC3_FROM_SINGLE_INCLUDE": "TC3_FROM_INCLUDE"}
ALLOWED_MACROS = {
    "TC3_ALWAYS_INLINE",
    "TC3_ARM_KERNELS",
    "TC3_ASSERT",
    "TC3_BODIES",
    "TC3_CONFIG_HEADER",
    "TC3_DECLARATIONS",
    "TC3_FROM_INCLUDE",
    "TC3_FUNCTION",
    "TC3_FUNCTION_NAME",
    "TC3_IMPLEMENTATION",
    "TC3_INSTANTIATED",
    "TC3_LIFETIMEBOUND",
    "TC3_NAMESPACE",
    "TC3_NOINLINE",
    "TC3_NOINLINE_IF_SMALL",
    "TC3_OFFSETS_BEGIN",
    "TC3_OFFSETS_END",
    "TC3_PORTABLE",
    "TC3_REFUSED",
    "TC3_TARGET",
    "TC3_VERSION_MAJOR",
    "TC3_VERSION_MINOR",
    "TC3_VERSION_PATCH",
    "TC3_VERSION_STRING",
    "TC3_X86_KERNELS",
}

DIRECTIVE = re.compile(r"\s*#\s*(\w+)\s*(.*)")
INCLUDED = re.compile(r"(<[^>]+>|\"[^\"]+\")")
COMMENT_OR_LITERAL = re.compile(r"""//.*|/\*.*?\*/|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)'""")


def main():
    arguments = parse_arguments()
    try:
        outputs = amalgamate(arguments.root)
    except Refusal as refusal:
        print(f"amalgamate: {refusal}", file=sys.stderr)
        return 1
    target = arguments.root / "single_include"
    if arguments.check:
        return report(differences(target, outputs))
    write(target, outputs)
    return 0


def parse_arguments():
    parser = argparse.ArgumentParser(description="Makes single_include/ from include/.")
    parser.add_argument("--check", action="store_true", help="compare with what is there, write nothing")
    parser.add_argument("--root", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parent.parent, help="the repository")
    return parser.parse_args()


class Refusal(Exception):
    """A source that may not be amalgamated, with its place."""


def refuse(path, line, why):
    raise Refusal(f"include/{path}:{line}: {why}")


# --- the outputs -----------------------------------------------------------------------------------------------------


def amalgamate(root):
    """All files of single_include/, as a dictionary from path to bytes."""
    tree = Tree(root / "include")
    licence = (root / "LICENSE").read_text(encoding="utf-8")
    version = version_of(tree)
    umbrella = tree.in_order_of_need(UMBRELLA)
    requirements = requirements_in(umbrella)

    outputs = {UMBRELLA: render(UMBRELLA, umbrella, [], requirements, licence, version)}
    owner = {header.path: UMBRELLA for header in umbrella}
    companions = companions_in(root / "include", umbrella)
    for path in companions:
        others = {UMBRELLA, *companions} - {path}
        needed = tree.in_order_of_need(path)
        used = [UMBRELLA] + [header.path for header in needed if header.path in others and header.path != UMBRELLA]
        held = {header.path for other in used for header in tree.in_order_of_need(other)}
        inlined = [header for header in needed if header.path not in held]
        claim(owner, inlined, path)
        outputs[path] = render(path, inlined, used, requirements, licence, version)
    return outputs


def requirements_in(umbrella):
    """The text that checks the requirements, with the names of the trees swapped."""
    found = [header for header in umbrella if header.path == REQUIREMENTS]
    if not found:
        refuse(UMBRELLA, 1, f"does not include <{REQUIREMENTS}>")
    return re.sub(r"\b(" + "|".join(TREES) + r")\b", lambda name: TREES[name.group()], found[0].declarations())


def companions_in(include, umbrella):
    held = {header.path for header in umbrella}
    folders = [include / "tc3" / "adapters", include / "tc3" / "faceid" / "retired"]
    entries = [include / "tc3" / name for name in ("signing/diagnose.hpp", "testing.hpp")]
    found = [*entries, *(file for folder in folders for file in sorted(folder.glob("**/*.hpp")))]
    paths = [file.relative_to(include).as_posix() for file in found if file.is_file()]
    for path in paths:
        if path in held:
            refuse(path, 1, f"{UMBRELLA} must not include it")
    return paths


def claim(owner, headers, output):
    """A header that stood in two outputs would be defined twice in a program that includes both: one must include the other."""
    for header in headers:
        if header.path in owner:
            refuse(header.path, 1, f"both {owner[header.path]} and {output} would hold it")
        owner[header.path] = output


def version_of(tree):
    text = "\n".join(tree.header("tc3/version.hpp", "tc3/version.hpp", 1).lines)
    found = re.search(r'#define TC3_VERSION_STRING "([^"]+)"', text)
    if not found:
        refuse("tc3/version.hpp", 1, "defines no TC3_VERSION_STRING")
    return found.group(1)


def render(path, headers, used, requirements, licence, version):
    guard = guard_of(path, version)
    system = sorted({include for header in headers for include in header.system_includes})
    parts = [
        preamble(path, headers, licence, version),
        f"#pragma once\n#ifndef {guard}\n#define {guard}",
        "\n".join(f"#include <{other}>" for other in used),
        f"{banner(REQUIREMENTS)}\n\n{requirements}",
        IF_MET,
        "\n".join(f"#include {include}" for include in system),
    ]
    declared = [header for header in headers if header.path != REQUIREMENTS and header.declarations()]
    parts += [f"{banner(header.path)}\n\n{header.declarations()}" for header in declared]
    if any(header.bodies() for header in headers):
        bodies = [header for header in in_order_of_bodies(headers) if header.bodies()]
        parts += [BODIES, *(f"{banner(header.path)}\n\n{header.bodies()}" for header in bodies), END_BODIES]
    parts += [END_IF_MET, f"#endif  // {guard}"]
    return ("\n\n".join(part for part in parts if part) + "\n").encode("utf-8")


def in_order_of_bodies(headers):
    """The headers, each after those that its declarations and its bodies need. Of two whose bodies need each other, either comes first."""
    paths, seen, ordered = {header.path: header for header in headers}, set(), []

    def visit(header):
        if header.path in seen:
            return
        seen.add(header.path)
        for included, _ in header.tc3_includes + header.includes_of_bodies:
            if included in paths:
                visit(paths[included])
        ordered.append(header)

    for header in headers:
        visit(header)
    return ordered


def preamble(path, headers, licence, version):
    digest = hashlib.sha256(b"".join(header.data for header in headers)).hexdigest()
    text = f"""SPDX-License-Identifier: MIT
<{path}> of tc3 {version}, made by tools/amalgamate.py from the headers under include/: edit those.
SHA-256 of these {len(headers)} headers, one after the other: {digest}

{licence}"""
    return "\n".join(f"// {line}".rstrip() for line in text.rstrip("\n").split("\n"))


def guard_of(path, version):
    """For two copies of a file in one program's tree, which #pragma once takes for two files."""
    return "TC3_SINGLE_HEADER_" + re.sub(r"\W", "_", f"{path.removeprefix('tc3/').removesuffix('.hpp')}_{version}").upper()


def banner(path):
    return f"// ---- {path} ".ljust(120, "-")


# --- the include graph -----------------------------------------------------------------------------------------------


class Tree:
    """The headers under include/, each read once."""

    def __init__(self, include):
        self.include = include
        self.headers = {}

    def header(self, path, asked_by, line):
        if path not in self.headers:
            file = self.include / path
            if not file.is_file():
                refuse(asked_by, line, f"<{path}> is not in the tree")
            self.headers[path] = read_header(path, file.read_bytes())
        return self.headers[path]

    def in_order_of_need(self, path):
        """The header and all that it includes, each once, each after those that its declarations need."""
        done, under_way = {}, []

        def visit(path, asked_by, line):
            if path in under_way:
                refuse(asked_by, line, "include cycle: " + " -> ".join([*under_way[under_way.index(path) :], path]))
            if path in done:
                return
            header = self.header(path, asked_by, line)
            under_way.append(path)
            for included, at in header.tc3_includes:
                visit(included, path, at)
            under_way.pop()
            done[path] = header

        visit(path, path, 1)
        unseen = list(done.values())
        while unseen:
            header = unseen.pop(0)
            known = set(done)
            for included, at in header.includes_of_bodies:
                visit(included, header.path, at)
            unseen += [done[path] for path in done if path not in known]
        return list(done.values())


# --- one header ------------------------------------------------------------------------------------------------------


@dataclass
class Header:
    path: str
    data: bytes
    lines: list
    tc3_includes: list = field(default_factory=list)  # (path, line), of the declarations
    includes_of_bodies: list = field(default_factory=list)  # likewise
    system_includes: list = field(default_factory=list)  # with their brackets
    dropped: set = field(default_factory=set)  # line numbers that the output does without
    first_of_bodies: int = 0  # the line number of BODIES; 0 without bodies

    def declarations(self):
        return self.text(1, self.first_of_bodies or len(self.lines) + 1)

    def bodies(self):
        return self.text(self.first_of_bodies, len(self.lines) + 1) if self.first_of_bodies else ""

    def text(self, begin, end):
        kept = "\n".join(self.lines[number - 1] for number in range(begin, end) if number not in self.dropped)
        return re.sub(r"\n{3,}", "\n\n", kept).strip("\n")


def read_header(path, data):
    header = Header(path, data, text_of(path, data).split("\n"))
    macros = {}
    depth = 0
    guarded = False
    for number, name, rest in directives(path, header.lines):
        line = header.lines[number - 1]
        if line in (IF_MET, END_IF_MET, BODIES, END_BODIES):
            header.dropped.add(number)  # render() writes them around the whole
            if line == BODIES:
                header.first_of_bodies = number
            elif line == END_BODIES:
                refuse_more_than_bodies(header, number)
        elif name in ("if", "ifdef", "ifndef"):
            depth += 1
        elif name == "endif":
            depth -= 1
        elif name == "define":
            macros[re.match(r"\w*", rest).group()] = number
        elif name == "undef":
            if macros.pop(rest.strip(), None) is None:
                refuse(path, number, f"{rest.strip()} is not defined here, and so may be the host's: no #undef")
        elif name == "include":
            read_include(header, number, rest, depth)
        elif name == "pragma" and rest.strip() == "once":
            guarded = True
            header.dropped.add(number)
    if not guarded:
        refuse(path, 1, "#pragma once is missing")
    refuse_leftover(path, macros)
    drop_licence_line(header)
    return header


def text_of(path, data):
    for number, line in enumerate(data.split(b"\n"), 1):
        if b"\t" in line:
            refuse(path, number, "a tab")
        if b"\r" in line:
            refuse(path, number, "a carriage return")
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            refuse(path, number, "not UTF-8")
    if data.startswith(b"\xef\xbb\xbf"):
        refuse(path, 1, "a byte order mark")
    return data.decode("utf-8")


def directives(path, lines):
    """Each preprocessor line as (number, name, rest), without its comments. Text inside comments and behind a backslash is none."""
    in_comment = continued = False
    for number, line in enumerate(lines, 1):
        hidden = in_comment or continued
        code, in_comment = without_comments(line, in_comment)
        found = DIRECTIVE.match(code)
        if found and not hidden and DIRECTIVE.match(line):
            yield number, found.group(1), found.group(2)
        elif not continued and code.lstrip().startswith(("#", "%:")):
            refuse(path, number, "a directive must begin its line, with # and a name")
        continued = line.endswith("\\") and not in_comment and (continued or code.strip() != "\\")


def without_comments(line, in_comment):
    """The line with a blank for each comment, and whether it ends inside one."""
    if in_comment:
        end = line.find("*/")
        if end < 0:
            return "", True
        line = line[end + 2 :]
    code = COMMENT_OR_LITERAL.sub(lambda found: " " if found.group().startswith(("//", "/*")) else found.group(), line)
    begin = COMMENT_OR_LITERAL.sub(lambda found: "x" * len(found.group()), code).find("/*")
    return (code, False) if begin < 0 else (code[:begin], True)


def read_include(header, number, rest, depth):
    found = INCLUDED.match(rest)
    name = found.group(1) if found else None
    if name and name.startswith("<tc3/"):
        if depth > 0:
            refuse(header.path, number, f"{name} is included inside #if")
        (header.includes_of_bodies if header.first_of_bodies else header.tc3_includes).append((name[1:-1], number))
    elif name and name.startswith('"'):
        refuse(header.path, number, f"{name} is not written as <tc3/...>")
    elif depth > 0:
        return  # stays where its condition is
    elif name:
        header.system_includes.append(name)
    else:
        refuse(header.path, number, "an include that can't move to the top stands outside #if")
    header.dropped.add(number)


def refuse_more_than_bodies(header, end):
    if not header.first_of_bodies:
        refuse(header.path, end, f"{END_BODIES} without {BODIES}")
    if any(line not in ("", END_IF_MET) for line in header.lines[end:]):
        refuse(header.path, end, "more follows the bodies: they must come last")


def refuse_leftover(path, macros):
    for macro, number in macros.items():
        if macro not in ALLOWED_MACROS:
            refuse(path, number, f"{macro} is left defined: #undef it, or add it to ALLOWED_MACROS in tools/amalgamate.py")


def drop_licence_line(header):
    if header.lines[0].startswith("// SPDX-License-Identifier:"):
        header.dropped.add(1)


# --- comparing and writing -------------------------------------------------------------------------------------------


def differences(target, outputs):
    present = {file.relative_to(target).as_posix() for file in target.glob("**/*") if file.is_file()}
    wrong = {path for path in present if path not in outputs or (target / path).read_bytes() != outputs[path]}
    return sorted(wrong | (set(outputs) - present))


def report(wrong):
    for path in wrong:
        print(f"single_include/{path} is not what include/ gives", file=sys.stderr)
    if wrong:
        print("Run: python3 tools/amalgamate.py", file=sys.stderr)
    return 1 if wrong else 0


def write(target, outputs):
    for path in differences(target, outputs):
        file = target / path
        if path in outputs:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(outputs[path])
        else:
            file.unlink()
        print(f"single_include/{path}")


if __name__ == "__main__":
    sys.exit(main())
