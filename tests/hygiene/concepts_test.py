#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The compiler names the member that a policy or signer lacks, and the reason why a completion cannot keep a handler.

    concepts_test.py COMPILER FLAG...
"""

import pathlib
import subprocess
import sys
import unittest

INCLUDE = pathlib.Path(__file__).resolve().parents[2] / "include"

PREFIX = """
#include <tc3/crypto/sha256.hpp>
#include <tc3/faceid/apply_liveness_token.hpp>
#include <tc3/signing/explain.hpp>
#include <tc3/signing/payload_hash.hpp>
#include <tc3/transport/call_async.hpp>
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
    "has_sign": "tc3::result<signing::signature, tc3::error> sign(const signing::signer_input&) { return signing::signature(); }",
}
SIGNER_USE = """struct subject { %s }; void use(std::string& out, const signing::request_parts& parts, subject& signer) {
    (void)signing::explain(out, parts, "cvm", tc3::unix_time{}, signer);
}"""

HANDLER_USE = """struct subject { %s }; void use(subject& handler, const tc3::client_profile_view& profile) {
    tc3::call_async([](tc3::completion) {}, tc3::faceid::apply_liveness_token{}, profile, tc3::unix_time{}, std::move(handler));
}"""
TAKES_RESULT = "void operator()(const tc3::call_result<tc3::faceid::apply_liveness_token>&) {}"

compiler = []


class Concepts(unittest.TestCase):
    def test_names_the_member_that_a_policy_lacks(self):
        self.assert_each_member_is_required(POLICY_USE, POLICY_MEMBERS)

    def test_names_the_member_that_a_signer_lacks(self):
        self.assert_each_member_is_required(SIGNER_USE, SIGNER_MEMBERS)

    def test_rejects_a_policy_that_returns_no_status(self):
        silent = dict(POLICY_MEMBERS, has_sha256_update="void sha256_update(tc3::bytes_view) {}")
        self.assertIn("has_sha256_update", self.compile(POLICY_USE, silent.values()))

    def test_accepts_a_handler_of_the_largest_size(self):
        self.assertEqual(self.compile(HANDLER_USE, [TAKES_RESULT, "char captured[tc3::completion::handler_size];"]), "")

    def test_says_why_a_handler_cannot_be_kept(self):
        for member, reason in {
            "char captured[tc3::completion::handler_size + 1];": "captures too much",
            "alignas(2 * alignof(std::max_align_t)) char captured;": "alignment of what the handler captures is too large",
            "subject(subject&&) noexcept(false);": "may throw when it is moved",
        }.items():
            with self.subTest(member):
                self.assertIn(reason, self.compile(HANDLER_USE, [TAKES_RESULT, member]))

    def test_rejects_a_handler_that_does_not_take_the_result(self):
        self.assertIn("handler_of", self.compile(HANDLER_USE, ["void operator()(int) {}"]))

    def assert_each_member_is_required(self, use, members):
        self.assertEqual(self.compile(use, members.values()), "")
        for missing in members:
            with self.subTest(missing=missing):
                message = self.compile(use, [text for name, text in members.items() if name != missing])
                self.assertIn(missing, message)

    def compile(self, use, members):
        """Returns the messages of the compiler; empty if it accepts the program."""
        command = [*compiler, "-I", str(INCLUDE), "-fsyntax-only", "-x", "c++", "-"]
        text = PREFIX + use % " ".join(members)
        done = subprocess.run(command, input=text, text=True, capture_output=True, check=False)
        return done.stderr if done.returncode != 0 else ""


if __name__ == "__main__":
    compiler = sys.argv[1:] or ["c++", "-std=c++20"]
    unittest.main(argv=sys.argv[:1])
