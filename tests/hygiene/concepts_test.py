#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Who hands in a policy or signer that lacks a member is told by the compiler which member that is.

    concepts_test.py COMPILER FLAG...
"""

import pathlib
import subprocess
import sys
import unittest

INCLUDE = pathlib.Path(__file__).resolve().parents[2] / "include"

PREFIX = """
#include <tc3/crypto/sha256.hpp>
#include <tc3/signing/explain.hpp>
#include <tc3/signing/payload_hash.hpp>
#include <string>
namespace signing = tc3::signing;
"""

POLICY_MEMBERS = {
    "has_sha256_begin": "bool sha256_begin() { return true; }",
    "has_sha256_update": "bool sha256_update(tc3::bytes_view) { return true; }",
    "has_sha256_finish": "bool sha256_finish(tc3::crypto::sha256_digest&) { return true; }",
}
POLICY_USE = "struct subject { %s }; void use(subject& policy) { (void)signing::payload_hash(\"\", policy); }"

SIGNER_MEMBERS = {
    "has_secret_id": 'std::string secret_id() const { return "id"; }',
    "has_sign": "tc3::result<signing::signature, tc3::error> sign(const signing::prepared&) { return signing::signature(); }",
}
SIGNER_USE = """struct subject { %s }; void use(std::string& out, const signing::request_parts& parts, subject& who) {
    (void)signing::explain(out, parts, "cvm", tc3::unix_time{}, who);
}"""

compiler = []


class Concepts(unittest.TestCase):
    def test_a_policy_that_lacks_a_member(self):
        self.each_member_is_missed(POLICY_USE, POLICY_MEMBERS)

    def test_a_signer_that_lacks_a_member(self):
        self.each_member_is_missed(SIGNER_USE, SIGNER_MEMBERS)

    def test_a_policy_that_reports_nothing(self):
        silent = dict(POLICY_MEMBERS, has_sha256_update="void sha256_update(tc3::bytes_view) {}")
        self.assertIn("has_sha256_update", self.complaint(POLICY_USE, silent.values()))

    def each_member_is_missed(self, use, members):
        self.assertEqual(self.complaint(use, members.values()), "")
        for missing in members:
            with self.subTest(missing=missing):
                complaint = self.complaint(use, [text for name, text in members.items() if name != missing])
                self.assertIn(missing, complaint)

    def complaint(self, use, members):
        """What the compiler says, empty where it accepts."""
        command = [*compiler, "-I", str(INCLUDE), "-fsyntax-only", "-x", "c++", "-"]
        text = PREFIX + use % " ".join(members)
        done = subprocess.run(command, input=text, text=True, capture_output=True, check=False)
        return done.stderr if done.returncode != 0 else ""


if __name__ == "__main__":
    compiler = sys.argv[1:] or ["c++", "-std=c++20"]
    unittest.main(argv=sys.argv[:1])
