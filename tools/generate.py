#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes the headers of a product from a description of its API.

    python3 tools/generate.py
        writes include/tc3/faceid/, the answers of the emulator, and for tests a list of all actions, from tools/faceid.json

    python3 tools/generate.py --api-json FILE --namespace cvm --out DIR
        writes DIR/cvm/ from the api.json of any product, as Tencent's command line
        ships it (tccli/services/cvm/v20170312/api.json). A program compiled with
        -I DIR and tc3 then says

            #include <cvm/describe_zones.hpp>
            tc3::make_request(cvm::describe_zones{}, profile, time)

With --check nothing is written: the exit code says whether the headers are up to date. Only headers that say they were made by this
program are written over or removed.
"""

import argparse
import json
import pathlib
import re
import sys

from generator import cloud_api, facts
from generator.cpp import Headers
from generator.error_codes import BadErrorCode
from generator.full_answers import Answers
from generator.names import KEYWORDS, NameCollision
from generator.rules import BadFacts
from generator.test_lists import test_lists

ROOT = pathlib.Path(__file__).resolve().parent.parent
FACTS = "tools/faceid.json"
MADE_BY = "Made by tools/generate.py"
OWN_FOLDERS = ("", "types", "retired")  # what this program writes within the folder of a product
LISTED_FOLDERS = ("", "types", "advice")  # what the list of all headers includes
IDENTIFIER = re.compile(r"[a-z_][a-z0-9_]{0,199}")  # files are named so: some file systems take no more than 255 bytes
VERSION_OF_TC3 = re.compile(r"v[0-9]+_[0-9]+")


def is_ours(path):
    """The statement stands in the comment at the top, whose lines are wrapped."""
    head = " ".join(line.lstrip("/ ") for line in path.read_text(encoding="utf-8", errors="replace").splitlines()[:8])
    return MADE_BY in head


def made_before(folder):
    headers = (path for each in OWN_FOLDERS for path in (folder / each).glob("*.hpp") if path.is_file())
    return {path.relative_to(folder).as_posix() for path in headers if is_ours(path)}


def differing(folder, files):
    """Names of headers that are missing, different or left over."""
    changed = {name for name, text in files.items() if not (folder / name).is_file() or (folder / name).read_bytes() != text.encode()}
    return sorted(changed | (made_before(folder) - files.keys()))


def with_list(folder, headers, files):
    """Adds the list of all headers: those of these files, and those that stand in the folder and were written by hand."""
    headers_there = (path for each in LISTED_FOLDERS for path in (folder / each).glob("*.hpp") if path.is_file())
    by_hand = {path.relative_to(folder).as_posix() for path in headers_there if not is_ours(path)}
    name = f"{headers.place.last}.hpp"
    listed = (by_hand | {each for each in files if not each.startswith("retired/")}) - {name}
    return {**files, name: headers.list_of(listed)}


def expect_writable(folder, files):
    """So that either all is written, or nothing."""
    for name, text in files.items():
        path = folder / name
        text.encode()  # a UnicodeError here, if anywhere
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


def check(made):
    changed = [folder / name for folder, files in made.items() for name in differing(folder, files)]
    for path in changed:
        print(f"{path.relative_to(ROOT) if path.is_relative_to(ROOT) else path} is not what tools/generate.py writes")
    sys.exit(1 if changed else 0)


def read_json(path):
    try:
        return json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
    except RecursionError:
        sys.exit(f"{path} can't be read: it is nested too deeply")
    except (OSError, ValueError) as fault:
        sys.exit(f"{path} can't be read: {fault}")


def read_names(path):
    names = read_json(path)
    if not isinstance(names, dict):
        sys.exit(f"{path} must be a JSON object of names")
    for wire_name, name in names.items():
        if not isinstance(name, str) or not IDENTIFIER.fullmatch(name):
            sys.exit(f"{path}: {name!r}, for {wire_name!r}, is no name in lower_snake_case")
    return names


def expect_usable(namespace):
    """A namespace that C++ takes, and that belongs to nobody else."""
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
    unused = [f"{options.names} names {entry}, which the description has not" for entry in sorted(headers.names.unused)]
    for notice in product.notices + unused:
        print(f"note: {notice}", file=sys.stderr)
    return headers, pathlib.Path(options.out)


def stop_for_names(collision):
    table = json.dumps(collision.entries, indent=4)
    sys.exit(f"names collide:\n{collision}\nName one of each pair in a file for --names; this table would do:\n{table}")


def parse_options():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--check", action="store_true", help="write nothing; fail if a header is not up to date")
    api = options.add_argument_group("headers of any product")
    api.add_argument("--api-json", metavar="FILE", help="the description: actions, objects and metadata of one version of a product")
    api.add_argument("--out", metavar="DIR", help="where the headers go, in a folder named as the namespace; DIR is the include path")
    api.add_argument("--namespace", default="", help="the C++ namespace, such as cvm or mycompany::cvm; unset: the product's short name")
    api.add_argument("--service", default="", help="the service that requests are signed for; unset: the product's short name")
    api.add_argument("--host", default="", help="where requests go; unset: <service>.tencentcloudapi.com")
    api.add_argument("--no-region", action="store_true", help="the product has no regions: requests need no X-TC-Region")
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
        folder = base / headers.place.folder
        files = with_list(folder, headers, headers.all())
        made = {folder: files}
        if not options.api_json:
            made[ROOT / "tests" / "support"] = test_lists(headers)
            answers = Answers(read_json(ROOT / FACTS), FACTS).header()
            made[ROOT / "include" / "tc3" / "testing" / "faceid"] = {"outputs.hpp": answers}
    except NameCollision as collision:
        stop_for_names(collision)
    except cloud_api.Unreadable as fault:
        sys.exit(f"{options.api_json}: {fault}")
    except (BadErrorCode, BadFacts) as fault:
        sys.exit(f"{FACTS}: {fault}")
    if options.check:
        check(made)
    for folder, files in made.items():
        expect_writable(folder, files)
    for folder, files in made.items():
        write(folder, files)
        print(f"{len(files)} headers in {folder}")


def main():
    options = parse_options()
    try:
        run(options)
    except RecursionError:
        sys.exit("the description is nested too deeply")
    except (OSError, UnicodeError) as fault:
        sys.exit(str(fault))


if __name__ == "__main__":
    main()
