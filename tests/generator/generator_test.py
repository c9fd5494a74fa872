#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Tests tools/generate.py: the headers of a product compile, are reproducible, and carry its inputs and outputs.

    generator_test.py COMPILER FLAG...
"""

import concurrent.futures
import copy
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

from make_description import BREAKING_TEXTS, ODD_NAMES, make, message, scalar, struct

ROOT = pathlib.Path(__file__).resolve().parents[2]
GENERATOR = ROOT / "tools" / "generate.py"
sys.path.insert(0, str(ROOT / "tools"))

from generator.facts import read_product  # noqa: E402
from generator.headers import Headers  # noqa: E402
from generator.names import Names  # noqa: E402
from generator.rules import BadFacts  # noqa: E402
from generator.text import plain, width, wrapped  # noqa: E402
from generator.writer import quoted  # noqa: E402

COMPILER = []
LIBRARY = ["--namespace", "shop::library", "--service", "books", "--host", "library.example.com"]


class Folder(unittest.TestCase):
    """Each test has a folder of its own."""

    maxDiff = None

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="tc3-generator-"))
        self.addCleanup(shutil.rmtree, self.folder)

    def generate(self, description, *arguments, out="out"):
        file = self.folder / "api.json"
        file.write_text(json.dumps(description), encoding="utf-8")
        command = [sys.executable, str(GENERATOR), "--api-json", str(file), "--out", str(self.folder / out), *arguments]
        return subprocess.run(command, text=True, capture_output=True, check=False)

    def generated(self, description, *arguments, out="out"):
        process = self.generate(description, *arguments, out=out)
        self.assertEqual(process.returncode, 0, process.stderr)
        base = self.folder / out
        return {path.relative_to(base).as_posix(): path.read_text(encoding="utf-8") for path in base.rglob("*.hpp")}

    def rejected(self, description, *arguments):
        """Returns the message on stderr, which has no traceback."""
        process = self.generate(description, *arguments)
        self.assertNotEqual(process.returncode, 0)
        self.assertFalse((self.folder / "out").exists(), "nothing is written")
        self.assertNotIn("Traceback", process.stderr)
        return process.stderr

    def names_file(self, table):
        file = self.folder / "names.json"
        file.write_text(json.dumps(table), encoding="utf-8")
        return str(file)


class Compiled(Folder):
    def setUp(self):
        super().setUp()
        if not COMPILER:
            self.skipTest("no compiler was given")

    def compile(self, text, *flags):
        command = [*COMPILER, "-I", str(ROOT / "include"), "-I", str(self.folder / "out"), *flags, "-x", "c++", "-"]
        return subprocess.run(command, input=text, text=True, capture_output=True, check=False).stderr

    def test_each_header_compiles_alone_in_both_storages(self):
        headers = self.generated(make(), *LIBRARY)
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            errors = pool.map(lambda each: self.compile(user_of(*each, "shop::library"), "-fsyntax-only"), sorted(headers.items()))
        self.assertEqual([error for error in errors if error], [])

    def test_an_output_that_is_a_data_type_and_trigraphs_compile(self):
        description = make()
        response = description["objects"]["CountBooksResponse"]["members"]
        response += [scalar("Why??/", "string"), {**scalar("Inner", "object"), "type": "object", "member": "CountBooksResponse"}]
        headers = self.generated(description, *LIBRARY)
        header = "shop/library/count_books.hpp"
        text = user_of(header, headers[header], "shop::library")
        self.assertEqual(self.compile(text, "-fsyntax-only", "-Wall"), "")

    def test_a_product_can_live_inside_the_library(self):
        headers = self.generated(make(), "--namespace", "tc3::library")
        self.assertIn("namespace tc3::inline TC3_NAMESPACE::library {", headers["tc3/library/service.hpp"])
        text = user_of("tc3/library/lend_book.hpp", headers["tc3/library/lend_book.hpp"], "tc3::library")
        self.assertEqual(self.compile(text, "-fsyntax-only"), "")

    def test_a_program_sends_and_reads_each_kind_of_field(self):
        self.generated(make(), *LIBRARY)
        program = self.folder / "program"
        text = (ROOT / "tests/generator/program.cpp").read_text(encoding="utf-8")
        self.assertEqual(self.compile(text, "-o", str(program)), "")
        process = subprocess.run([str(program)], text=True, capture_output=True, check=False)
        self.assertEqual((process.stdout, process.returncode), ("", 0))

    def test_the_use_of_a_deprecated_action_is_a_warning(self):
        self.generated(make(), *LIBRARY)
        message = self.compile("#include <shop/library/sell_book.hpp>\nshop::library::sell_book input;\n", "-fsyntax-only")
        self.assertIn("deprecated by the service", message)


def user_of(header, text, space):
    """Returns a program that includes a header twice and uses all its types."""
    lines = [f"#include <{header}>"] * 2 + ["#include <tc3/model/borrowed.hpp>"]
    for name in re.findall(r"^using (\w+)(?: \[\[.*\]\])? =", text, re.MULTILINE):
        for storage in ("owning", "borrowed"):
            struct_type = f"::{space}::basic_{name}<tc3::{storage}>"
            lines.append(f"inline {struct_type} {name}_{storage}() {{ return {{}}; }}")
            lines.append(f"inline tc3::writing_table table_of_{name}_{storage}() {{ return tc3::writing_table_of<{struct_type}>(); }}")
    return "\n".join(lines) + "\n"


class Output(Folder):
    def test_the_order_of_the_description_does_not_matter(self):
        first = self.generated(make(), *LIBRARY)
        reordered = make()
        reordered["objects"] = dict(reversed(reordered["objects"].items()))
        reordered["actions"] = dict(reversed(reordered["actions"].items()))
        self.assertEqual(self.generated(reordered, *LIBRARY, out="again"), first)

    def test_the_headers_are_formatted(self):
        formatter = shutil.which("clang-format-19")
        if not formatter:
            self.skipTest("no clang-format-19")
        headers = self.generated(make(), *LIBRARY)
        paths = [str(self.folder / "out" / name) for name in headers]
        process = subprocess.run([formatter, f"--style=file:{ROOT / '.clang-format'}", "--dry-run", "-Werror", *paths],
                              text=True, capture_output=True, check=False)
        self.assertEqual(process.stderr, "")

    def test_the_headers_of_ekyc_are_up_to_date(self):
        process = subprocess.run([sys.executable, str(ROOT / "tools" / "generate.py"), "--check"], text=True, capture_output=True, check=False)
        self.assertEqual(process.stdout + process.stderr, "")
        self.assertEqual(process.returncode, 0)

    def test_check_names_headers_that_are_out_of_date(self):
        self.generated(make(), *LIBRARY)
        self.assertEqual(self.generate(make(), *LIBRARY, "--check").returncode, 0)
        changed = make()
        changed["actions"].pop("SellBook")
        process = self.generate(changed, *LIBRARY, "--check")
        self.assertEqual(process.returncode, 1)
        self.assertIn("sell_book.hpp", process.stdout)

    def test_check_compares_bytes(self):
        self.generated(make(), *LIBRARY)
        header = self.folder / "out/shop/library/fwd.hpp"
        header.write_bytes(header.read_bytes().replace(b"\n", b"\r\n"))
        self.assertIn("fwd.hpp", self.generate(make(), *LIBRARY, "--check").stdout)

    def test_left_over_headers_are_removed_and_hand_written_ones_stay(self):
        self.generated(make(), *LIBRARY)
        by_hand = self.folder / "out/shop/library/by_hand.hpp"
        by_hand.write_text("// Mine.\n", encoding="utf-8")
        changed = make()
        changed["actions"].pop("SellBook")
        headers = self.generated(changed, *LIBRARY)
        self.assertNotIn("shop/library/sell_book.hpp", headers)
        self.assertIn("shop/library/by_hand.hpp", headers)
        self.assertIn("#include <shop/library/by_hand.hpp>", headers["shop/library/library.hpp"])

    def test_a_hand_written_header_is_not_overwritten(self):
        mine = self.folder / "out/shop/library/lend_book.hpp"
        mine.parent.mkdir(parents=True)
        mine.write_text("// Mine.\n", encoding="utf-8")
        self.assertIn("lend_book.hpp was not made by this program", self.generate(make(), *LIBRARY).stderr)
        self.assertEqual([path.name for path in mine.parent.iterdir()], ["lend_book.hpp"])

    def test_a_hand_written_header_in_one_folder_stops_all_folders(self):
        copy_of_root = self.folder / "copy"
        shutil.copytree(ROOT / "tools", copy_of_root / "tools")
        mine = copy_of_root / "tests/support/faceid_actions.hpp"
        mine.parent.mkdir(parents=True)
        mine.write_text("// Mine.\n", encoding="utf-8")
        command = [sys.executable, str(copy_of_root / "tools/generate.py")]
        process = subprocess.run(command, text=True, capture_output=True, check=False)
        self.assertIn("nothing is written", process.stderr)
        self.assertFalse((copy_of_root / "include").exists())

    def test_folders_and_files_in_the_way_are_reported(self):
        for place, content in (("out", "file"), ("out/library/types", "file"), ("out/library/fwd.hpp", "folder")):
            with self.subTest(place):
                path = self.folder / place
                path.parent.mkdir(parents=True, exist_ok=True)
                path.mkdir() if content == "folder" else path.write_text("", encoding="utf-8")
                process = self.generate(make())
                self.assertRegex(process.stderr, "^note: .*\n.* is (not )?a folder; nothing is written\n$")
                self.assertEqual([each.name for each in (self.folder / "out").rglob("*") if each.is_file() and each != path], [])
                path.rmdir() if content == "folder" else path.unlink()

    def test_other_files_in_the_folder_are_left_alone(self):
        folder = self.folder / "out/library"
        (folder / "folder.hpp").mkdir(parents=True)
        (folder / "by_hand.hpp").write_bytes("// Für mich.\n".encode("latin-1"))
        process = self.generate(make())
        self.assertEqual(process.returncode, 0, process.stderr)
        listed = (folder / "library.hpp").read_text(encoding="utf-8")
        self.assertIn("by_hand.hpp", listed)
        self.assertNotIn("folder.hpp", listed)

    def test_actions_that_share_their_objects_are_two_actions(self):
        description = make()
        description["actions"]["BurnBook"].update(input="CountBooksRequest", output="CountBooksResponse")
        names = self.generated(description)["library/fwd.hpp"]
        self.assertIn("struct basic_count_books;", names)
        self.assertIn("struct basic_count_books_output;", names)
        self.assertNotIn("burn_book", names)

    def test_a_long_cycle_of_structs_works(self):
        description = make()
        size = 3000
        for i in range(size):
            description["objects"][f"Ring{i}"] = struct({**scalar("Next", "object"), "type": "object", "member": f"Ring{(i + 1) % size}"})
        description["objects"]["CountBooksResponse"]["members"].append({**scalar("Ring", "object"), "type": "object", "member": "Ring0"})
        self.assertIn(f"struct basic_ring{size - 1} {{", self.generated(description)["library/types/ring0.hpp"])

    def test_an_action_includes_only_what_it_reaches(self):
        headers = self.generated(make(), *LIBRARY)
        self.assertNotIn("types/", headers["shop/library/count_books.hpp"])
        self.assertNotIn("shop/library/types/unused.hpp", headers)

    def test_structs_that_hold_each_other_share_a_header(self):
        headers = self.generated(make(), *LIBRARY)
        self.assertIn("struct basic_work {", headers["shop/library/types/author.hpp"])
        self.assertNotIn("shop/library/types/work.hpp", headers)

    def test_no_file_has_the_name_of_a_device(self):
        self.assertIn("shop/library/types/aux_.hpp", self.generated(make(), *LIBRARY))

    def test_a_member_that_avoids_a_macro_says_so(self):
        header = self.generated(make(), *LIBRARY)["shop/library/types/oddity.hpp"]
        self.assertRegex(header, r"The name ends in _ because small is a macro of some hosts\.\n[^\n]* small_ = ")
        self.assertNotIn("because new ", header)

    def test_retired_actions_have_their_own_folder(self):
        headers = self.generated(make(), *LIBRARY)
        self.assertIn("shop/library/retired/burn_book.hpp", headers)
        self.assertNotIn("burn_book", headers["shop/library/library.hpp"])

    def test_only_fields_of_inputs_are_required(self):
        headers = self.generated(make(), *LIBRARY)
        self.assertIn('("Reader", offsetof(self, reader)).required()', headers["shop/library/lend_book.hpp"])
        self.assertIn('("Label", offsetof(self, label)).required()', headers["shop/library/types/shelf.hpp"])
        self.assertEqual(headers["shop/library/lend_book.hpp"].count(".required()"), 2)

    def test_service_version_and_host_come_from_the_description(self):
        header = self.generated(make())["library/service.hpp"]
        for line in ('service = "library"', 'version = "2031-05-06"', 'host = "library.tencentcloudapi.com"', "namespace library {"):
            self.assertIn(line, header)

    def test_a_product_without_regions_needs_none(self):
        self.assertIn(".needs_region = false", self.generated(make(), "--no-region")["library/lend_book.hpp"])

    def test_bytes_in_an_input_cause_a_note(self):
        self.assertIn("LendBookRequest.Cover is bytes", self.generate(make(), *LIBRARY).stderr)


class Rejections(Folder):
    def test_all_collisions_are_reported_with_a_table_that_solves_them(self):
        description = make()
        description["objects"]["Shelf"]["members"] += [scalar("HostID", "string"), scalar("HostId", "string")]
        description["objects"]["LendBook"] = struct(scalar("Title", "string"))
        description["objects"]["BasicShelf"] = struct(scalar("Title", "string"))
        more = [{**scalar(name, "object"), "type": "object", "member": name} for name in ("LendBook", "BasicShelf")]
        description["objects"]["LendBookResponse"]["members"] += more
        message_text = self.rejected(description)
        for part in ("Shelf.HostID and Shelf.HostId would both be host_id",
                     "the input of LendBook and the data type LendBook would both be lend_book",
                     "both be basic_shelf"):
            self.assertIn(part, message_text)
        table = json.loads(message_text[message_text.index("{"):])
        self.generated(description, "--names", self.names_file(table))

    def test_a_name_can_be_given_for_one_struct_or_for_all(self):
        table = {"Shelf.Label": "inscription", "Title": "heading", "objects.Book": "volume", "actions.LendBook": "borrow_book"}
        headers = self.generated(make(), "--names", self.names_file(table))
        self.assertIn('(self::inscription)>("Label"', headers["library/types/shelf.hpp"])
        self.assertIn('(self::heading)>("Title"', headers["library/types/volume.hpp"])
        self.assertIn('.name = "LendBook"', headers["library/borrow_book.hpp"])

    def test_an_unused_name_causes_a_note(self):
        process = self.generate(make(), "--names", self.names_file({"Shelf.Lable": "inscription", "Label": "inscription"}))
        self.assertEqual(re.findall(r"names (\S+), which", process.stderr), ["Shelf.Lable"])

    def test_headers_that_collide_are_reported(self):
        description = make()
        description["actions"]["Fwd"] = description["actions"]["CountBooks"]
        self.assertIn("would both be fwd.hpp", self.rejected(description))

    def test_invalid_names_are_reported(self):
        for table in ({"Label": "Not A Name"}, {"Label": 1}, ["Label"]):
            self.assertIn("names.json", self.rejected(make(), "--names", self.names_file(table)))

    def test_a_name_without_a_letter_is_reported(self):
        description = make()
        description["objects"]["Shelf"]["members"].append(scalar("名", "string"))
        self.assertIn("'名' in Shelf", self.rejected(description))

    def test_taken_and_invalid_namespaces_are_rejected(self):
        taken = ("std", "tc3", "tc3::faceid", "tc3::detail", "tc3::v0_1", "shop::types")
        for namespace in (*taken, "class", "Shop", "a:b", "a::", "2a", "n" * 300):
            self.assertIn("--namespace", self.rejected(make(), "--namespace", namespace), namespace)

    def test_a_file_that_is_not_a_description_is_rejected(self):
        for description in ([], {}, {"actions": {}, "objects": {}}, {"actions": [], "objects": {}, "metadata": {}}):
            self.assertRegex(self.rejected(description), "api.json: .* has no ")

    def test_a_wrong_type_in_a_description_is_reported(self):
        nothing = (None, 1, "text", [])
        for path, values in (
            (("objects", "Shelf"), nothing),
            (("objects", "Shelf", "members"), ({}, "text", 1, [None], [[]], ["text"])),
            (("objects", "Shelf", "document"), (1, [], {})),
            (("objects", "Shelf", "members", 0), nothing),
            (("objects", "Shelf", "members", 0, "member"), ({}, [], 1)),
            (("objects", "Shelf", "members", 0, "type"), ({}, [], 1, None)),
            (("objects", "Shelf", "members", 0, "name"), ({}, [], 1, None)),
            (("objects", "Shelf", "members", 0, "document"), (1, [], {})),
            (("actions", "LendBook"), nothing),
            (("actions", "LendBook", "status"), ([], {}, 1)),
            (("actions", "LendBook", "name"), ([], {}, 1)),
            (("actions", "LendBook", "document"), ([], {}, 1)),
            (("actions", "LendBook", "input"), ([], {}, 1)),
        ):
            for value in values:
                with self.subTest(path=path, value=value):
                    description = make()
                    within = description
                    for key in path[:-1]:
                        within = within[key]
                    within[path[-1]] = value
                    self.assertRegex(self.rejected(description), r"api\.json: .*(LendBook|Shelf).* (must be|has no) ")

    def test_names_that_can_not_be_written_are_reported(self):
        for name in ("Lone\ud83d", "Two words", "Two\nLines", "Turned\u202e", "N" * 121, "路" * 41):
            member_named, object_named, action_named, version_named = make(), make(), make(), make()
            member_named["objects"]["Shelf"]["members"].append(scalar(name, "string"))
            object_named["objects"][name] = struct()
            action_named["actions"][name] = action_named["actions"]["CountBooks"]
            version_named["metadata"]["apiVersion"] = name
            for description in (member_named, object_named, action_named, version_named):
                self.assertRegex(self.rejected(description), "api.json: .* has (the|a) name ")

    def test_a_member_that_occurs_twice_is_reported(self):
        description = make()
        description["objects"]["Shelf"]["members"].append(scalar("Label", "string"))
        self.assertIn("objects.Shelf.Label occurs twice", self.rejected(description))

    def test_too_deep_nesting_is_reported(self):
        (self.folder / "api.json").write_text("[" * 200000, encoding="utf-8")
        command = [sys.executable, str(GENERATOR), "--api-json", str(self.folder / "api.json"), "--out", str(self.folder / "out")]
        process = subprocess.run(command, text=True, capture_output=True, check=False)
        self.assertRegex(process.stderr, r"^.*api\.json can't be read: .*\n$")

    def test_unknown_types_are_reported(self):
        for members, reason in (
            ([scalar("Odd", "matrix")], None),
            ([{**scalar("Odd", "string"), "type": "matrix", "member": "matrix"}], "has the unknown type 'matrix'"),
            ([{**scalar("Odd", "string"), "type": "object", "member": "Missing"}], "holds 'Missing'"),
            ([{**scalar("Odd", "string"), "type": "list", "member": "list"}], "is a list of 'list'"),
            ([{"type": "string"}], "has no name"),
        ):
            description = copy.deepcopy(make())
            description["objects"]["LendBookRequest"] = message(*members)
            if reason:
                self.assertIn(reason, self.rejected(description))
        description = make()
        description["objects"].pop("LendBookResponse")
        self.assertIn("LendBookResponse, which is not among the objects", self.rejected(description))


class Facts(unittest.TestCase):
    """The rules for the facts about eKYC; each test breaks one."""

    def setUp(self):
        self.facts = json.loads((ROOT / "tools/faceid.json").read_text(encoding="utf-8"))
        self.actions = {each["name"]: each for each in self.facts["actions"]}

    def rejected(self):
        with self.assertRaises(BadFacts) as raised:
            read_product(self.facts)
        return str(raised.exception)

    def rejected_with(self, owner, name, **changes):
        """Returns the message after a change of the field `name`; None removes a key."""
        self.setUp()
        owners = {each["name"]: each["fields"] for each in self.facts["types"]}
        owners |= {each["name"]: each["request"] + each["response"] for each in self.facts["actions"]}
        field = next(each for each in owners[owner] if each["name"] == name)
        for key, value in changes.items():
            if value is None:
                field.pop(key)
            else:
                field[key] = value
        return self.rejected()

    def test_each_field_has_a_mark(self):
        self.assertIn("LivenessCompare.Sim needs a \"mark\"", self.rejected_with("LivenessCompare", "Sim", mark=None))
        self.assertIn("LivenessCompare.Sim needs a \"mark\"", self.rejected_with("LivenessCompare", "Sim", mark="public"))

    def test_fields_that_may_identify_people_are_not_open(self):
        for where, name in (("LivenessCompare", "ImageBase64"), ("LivenessCompare", "BestFrameList"), ("HMTPermit", "EnglishName")):
            self.assertIn(f"{where}.{name} is ", self.rejected_with(where, name, mark="open"))
        self.assertIn("MLIDCard.Type is a text on a card", self.rejected_with("MLIDCard", "Type", open_because=None))

    def test_tokens_are_secret(self):
        for mark in ("open", "personal"):
            self.assertIn("must be \"secret\"", self.rejected_with("GetFaceIdResultIntl", "SdkToken", mark=mark))

    def test_whether_a_repeat_is_safe_follows_from_the_kind_of_the_action(self):
        kinds = set()
        for action in self.facts["actions"]:
            kinds.add(action["kind"])
            for repeat in {"harmless", "may_bill_again", "not_documented"} - {action["repeat"]}:
                others = [each for each in self.facts["actions"] if each is not action]
                changed = {**self.facts, "actions": [{**action, "repeat": repeat}, *others]}
                if action["kind"] == "session_step":
                    read_product(changed)
                else:
                    self.assertRaises(BadFacts, read_product, changed)
        self.assertEqual(kinds, {"direct_check", "result_query", "session_start", "session_step", "upload_grant"})

    def test_a_session_has_a_result_action_with_its_life(self):
        self.actions["GetLivenessResult"].pop("session")
        self.assertIn("ApplyLivenessToken starts a session", self.rejected())
        for life in ({"start_within": 0, "readable_for": 7200}, {"start_within": 7201, "readable_for": 7200}):
            self.actions["GetLivenessResult"]["session"] = life
            self.assertIn("GetLivenessResult", self.rejected())

    def test_only_a_result_query_has_a_session(self):
        self.actions["IdCardVerification"]["session"] = {"start_within": 600, "readable_for": 7200}
        self.assertIn("IdCardVerification", self.rejected())

    def test_values_with_either_sign_are_negative_integers(self):
        warnings = self.facts["value_sets"]["card_warning"]
        read_product(self.facts)
        for changes in ({"type": "string"}, {"values": [*warnings["values"], {"value": 9101, "name": "again", "meaning": "again"}]}):
            self.facts["value_sets"]["card_warning"] = {**warnings, **changes}
            self.assertIn("card_warning: values with \"either_sign\"", self.rejected())

    def test_a_page_is_a_number(self):
        for page in ("42", 0, -1, 1.5, True):
            self.actions["GetLivenessResult"]["page"] = page
            self.assertIn("GetLivenessResult has a \"page\"", self.rejected())


class HeadersOfFacts(unittest.TestCase):
    """What the headers of eKYC take from its facts."""

    def headers(self, **changes):
        """Returns the headers after changes of GetLivenessResult."""
        facts = json.loads((ROOT / "tools/faceid.json").read_text(encoding="utf-8"))
        next(each for each in facts["actions"] if each["name"] == "GetLivenessResult").update(changes)
        return Headers(read_product(facts), "facts.json").all()

    def test_an_action_without_a_page_cites_the_page_of_the_product(self):
        header = self.headers()["get_liveness_result.hpp"]
        self.assertEqual(header.count("/// Source: https://www.tencentcloud.com/document/product/1061\n"), 2)

    def test_an_action_cites_its_own_page(self):
        headers = self.headers(page=12345)
        self.assertEqual(headers["get_liveness_result.hpp"].count("/// Source: https://www.tencentcloud.com/document/product/1061/12345\n"), 2)
        self.assertNotIn("12345", headers["apply_liveness_token.hpp"])

    def test_the_life_of_a_session_is_in_code_and_comments(self):
        headers = self.headers(session={"start_within": 86400, "readable_for": 90061})
        self.assertIn("    .start_within = 86400,\n    .readable_for = 90061,\n", headers["get_liveness_result.hpp"])
        self.assertIn("Valid for 90061 seconds.", headers["get_liveness_result.hpp"])
        self.assertIn("Start the session within 1 day.", headers["apply_liveness_token.hpp"])


class NamesAndTexts(unittest.TestCase):
    def test_a_literal_has_no_trigraph(self):
        self.assertEqual(quoted("a??/b???"), r'"a?\?/b?\?\?"')

    def test_odd_names(self):
        self.assertEqual({name: Names().identifier(name) for name in ODD_NAMES}, ODD_NAMES)

    def test_a_text_becomes_one_paragraph(self):
        for text, expected in (
            ("a<br>b &amp; c", "a b & c"),
            ("see [the page](https://example.com/x) **now**", "see the page now"),
            ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
            ("a\u202eb\u200b c\x00d\u2028e", "ab c d e"),
            ("- one\n- two", "one two"),
            ("Kept. This field may return null, when nobody knows. Kept too.", "Kept. Kept too."),
        ):
            self.assertEqual(plain(text, 400), expected)

    def test_a_text_is_bounded(self):
        for text in BREAKING_TEXTS:
            self.assertLess(len(plain(text, 400)), 500)
        self.assertEqual(plain("One sentence. Another one", 20), "One sentence.")
        self.assertEqual(plain("many words without an end", 12), "many words ...")

    def test_no_line_is_too_long_or_joins_the_next(self):
        for text in BREAKING_TEXTS + ["C:\\ " * 50, "路\\径 " * 80, "a??/ " * 90, "é" * 900]:
            for columns in (40, 136):
                for line in wrapped(plain(text, 400), columns):
                    self.assertLessEqual(width(line), max(columns, 130), line)
                    self.assertFalse(line.endswith("\\") or line.endswith("??/"), line)
                    self.assertTrue(line.isprintable())


if __name__ == "__main__":
    COMPILER = sys.argv[1:]
    unittest.main(argv=sys.argv[:1])
