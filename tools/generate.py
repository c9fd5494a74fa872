#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes the headers of a product from a description of its API.

    python3 tools/generate.py
        writes include/tc3/faceid/, the outputs of the emulator and a list of all actions for tests, from tools/faceid.json

    python3 tools/generate.py --api-json FILE --namespace cvm --out DIR
        writes DIR/cvm/ from the api.json of any product, as Tencent's command line
        ships it (tccli/services/cvm/v20170312/api.json). A program compiled with
        -I DIR and tc3 then contains

            #include <cvm/describe_zones.hpp>
            tc3::make_request(cvm::describe_zones{}, profile, time)

With --check nothing is written, and the exit code is 1 if a header is not up to date. Only headers with the mark "Made by
tools/generate.py" are overwritten or removed.
"""

import argparse
import json
import pathlib
import re
import sys

from generator import cloud_api, facts
from generator.error_codes import BadErrorCode
from generator.full_outputs import FullOutputs
from generator.headers import Headers
from generator.names import KEYWORDS, NameCollision
from generator.rules import BadFacts
from generator.test_lists import test_lists
from generator.writer import MADE_BY

ROOT = pathlib.Path(__file__).resolve().parent.parent
FACTS = "tools/faceid.json"
OWN_FOLDERS = ("", "types", "retired")  # folders of a product that this program writes
LISTED_FOLDERS = ("", "types", "advice")  # folders whose headers the list of all headers includes
IDENTIFIER = re.compile(r"[a-z_][a-z0-9_]{0,199}")  # names files, too: some file systems take at most 255 bytes
VERSION_OF_TC3 = re.compile(r"v[0-9]+_[0-9]+")


def is_ours(path):
    """Returns whether the comment at the top of a header, whose lines are wrapped, has the mark of this program."""
    head = " ".join(line.lstrip("/ ") for line in path.read_text(encoding="utf-8", errors="replace").splitlines()[:8])
    return MADE_BY in head


def made_before(folder):
    headers = (path for each in OWN_FOLDERS for path in (folder / each).glob("*.hpp") if path.is_file())
    return {path.relative_to(folder).as_posix() for path in headers if is_ours(path)}


def differing(folder, files):
    """Returns the names of headers that are missing, different or left over."""
    changed = {name for name, text in files.items() if not (folder / name).is_file() or (folder / name).read_bytes() != text.encode()}
    return sorted(changed | (made_before(folder) - files.keys()))


def with_list(folder, headers, files):
    """Adds the header that lists all others: the generated ones, and those in the folder that were written by hand."""
    present = (path for each in LISTED_FOLDERS for path in (folder / each).glob("*.hpp") if path.is_file())
    by_hand = {path.relative_to(folder).as_posix() for path in present if not is_ours(path)}
    name = f"{headers.namespace.last}.hpp"
    listed = (by_hand | {each for each in files if not each.startswith("retired/")}) - {name}
    return {**files, name: headers.list_of(listed)}


def expect_writable(folder, files):
    """Exits if one file can't be written, so that either all are written or none."""
    for name, text in files.items():
        path = folder / name
        text.encode()  # raises UnicodeError before a file is written
        if path.is_dir():
            sys.exit(f"{path} is a folder; nothing is written")
        if path.is_file() and not is_ours(path):
            sys.exit(f"{path} was not made by this program; nothing is written")
    for parent in sorted({parent for name in files for parent in (folder / name).parents}):
        if parent.exists() and not parent.is_dir():
            sys.exit(f"{parent} is not a folder; nothing is written")


def write(folder, files):
    for name in made_before(folder) - files.keys():
        (folder / name).unlink()
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def check(folders):
    changed = [folder / name for folder, files in folders.items() for name in differing(folder, files)]
    for path in changed:
        print(f"{path.relative_to(ROOT) if path.is_relative_to(ROOT) else path} is out of date; run tools/generate.py")
    sys.exit(1 if changed else 0)


def read_json(path):
    try:
        return json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
    except RecursionError:
        sys.exit(f"{path} can't be read: it is nested too deeply")
    except (OSError, ValueError) as error:
        sys.exit(f"{path} can't be read: {error}")


def read_names(path):
    names = read_json(path)
    if not isinstance(names, dict):
        sys.exit(f"{path} must be a JSON object of names")
    for wire_name, name in names.items():
        if not isinstance(name, str) or not IDENTIFIER.fullmatch(name):
            sys.exit(f"{path}: {name!r}, for {wire_name!r}, is not a name in lower_snake_case")
    return names


def expect_usable(namespace):
    """Exits if a namespace is not valid in C++, or is that of the library or of the standard library."""
    words = namespace.split("::")
    for word in words:
        if not IDENTIFIER.fullmatch(word) or word in KEYWORDS:
            sys.exit(f"{namespace!r} can't be a namespace; choose one with --namespace, such as cvm or mycompany::cvm")
    if words[0] == "std" or words == ["tc3"] or words[-1] in OWN_FOLDERS:
        sys.exit(f"the namespace {namespace} is taken; choose another with --namespace")
    if words[0] == "tc3" and (words[1] == "detail" or VERSION_OF_TC3.fullmatch(words[1]) or (ROOT / "include" / "tc3" / words[1]).exists()):
        sys.exit(f"the namespace {namespace} is tc3's own; choose another with --namespace")


def headers_of_facts():
    return Headers(facts.read_product(read_json(ROOT / FACTS)), FACTS), ROOT / "include"


def headers_of_api(options):
    product = cloud_api.read_product(
        read_json(options.api_json),
        namespace=options.namespace,
        service=options.service,
        host=options.host,
        names=read_names(options.names) if options.names else {},
        needs_region=not options.no_region,
    )
    expect_usable(product.namespace)
    headers = Headers(product, f"the description of {product.title}")
    unused = [f"{options.names} names {entry}, which the description does not have" for entry in sorted(headers.naming.names.unused)]
    for notice in product.notices + unused:
        print(f"note: {notice}", file=sys.stderr)
    return headers, pathlib.Path(options.out)


def stop_for_names(collision):
    table = json.dumps(collision.entries, indent=4)
    sys.exit(f"names collide:\n{collision}\nRename one of each pair in a file for --names, such as this one:\n{table}")


def parse_options():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--check", action="store_true", help="write nothing; fail if a header is not up to date")
    api = options.add_argument_group("headers of any product")
    api.add_argument("--api-json", metavar="FILE", help="the description: actions, objects and metadata of one version of a product")
    api.add_argument("--out", metavar="DIR", help="the include path: headers go to a folder in it that is named as the namespace")
    api.add_argument("--namespace", default="", help="the C++ namespace, such as cvm or mycompany::cvm; unset: the product's short name")
    api.add_argument("--service", default="", help="the service in the credential scope; unset: the product's short name")
    api.add_argument("--host", default="", help="the host of requests; unset: <service>.tencentcloudapi.com")
    api.add_argument("--no-region", action="store_true", help="requests need no X-TC-Region")
    api.add_argument("--names", metavar="FILE", help='JSON: "Name", "Struct.Member", "objects.Name" or "actions.Name" -> the C++ name')
    given = options.parse_args()
    if bool(given.api_json) != bool(given.out):
        options.error("--api-json and --out go together")
    if not given.api_json and (given.namespace or given.service or given.host or given.names or given.no_region):
        options.error("these options need --api-json")
    return given


def run(options):
    try:
        headers, base = headers_of_api(options) if options.api_json else headers_of_facts()
        folder = base / headers.namespace.folder
        files = with_list(folder, headers, headers.all())
        folders = {folder: files}
        if not options.api_json:
            folders[ROOT / "tests" / "support"] = test_lists(headers)
            outputs = FullOutputs(read_json(ROOT / FACTS), FACTS).header()
            folders[ROOT / "include" / "tc3" / "testing" / "faceid"] = {"outputs.hpp": outputs}
    except NameCollision as collision:
        stop_for_names(collision)
    except cloud_api.Unreadable as error:
        sys.exit(f"{options.api_json}: {error}")
    except (BadErrorCode, BadFacts) as error:
        sys.exit(f"{FACTS}: {error}")
    if options.check:
        check(folders)
    for folder, files in folders.items():
        expect_writable(folder, files)
    for folder, files in folders.items():
        write(folder, files)
        print(f"{len(files)} headers in {folder}")


def main():
    options = parse_options()
    try:
        run(options)
    except RecursionError:
        sys.exit("the description is nested too deeply")
    except (OSError, UnicodeError) as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
