#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The first lines of the compiler name the member that a policy, signer, transport or input lacks, and say why a handler cannot be kept.

    concepts_test.py COMPILER FLAG...
"""

import pathlib
import subprocess
import sys
import unittest

INCLUDE = pathlib.Path(__file__).resolve().parents[2] / "include"

PREFIX = """
#include <tc3/crypto/sha_256.hpp>
#include <tc3/faceid/advice/outcome.hpp>
#include <tc3/faceid/apply_liveness_token.hpp>
#include <tc3/signing/explain.hpp>
#include <tc3/signing/payload_hash.hpp>
#include <tc3/transport/call.hpp>
#include <tc3/transport/call_async.hpp>
#include <string>
namespace signing = tc3::signing;
"""

POLICY_MEMBERS = {
    "has_sha_256_begin": "bool sha_256_begin() { return true; }",
    "has_sha_256_update": "bool sha_256_update(tc3::bytes_view) { return true; }",
    "has_sha_256_finish": "bool sha_256_finish(tc3::crypto::sha_256_digest&) { return true; }",
}
POLICY_USE = "struct subject { %s }; void use(subject& policy) { (void)signing::payload_hash(\"\", policy); }"

SIGNER_MEMBERS = {
    "has_secret_id": 'std::string_view secret_id() const { return "id"; }',
    "has_sign": "tc3::result<signing::signature, tc3::error> sign(const signing::signer_input&) { return signing::signature(); }",
}
SIGNER_USE = """struct subject { %s }; void use(std::string& out, const signing::request_parts& parts, subject& signer) {
    (void)signing::explain(out, parts, "cvm", tc3::unix_time{}, signer);
}"""

HANDLER_USE = """struct subject { %s }; void use(subject& handler, const tc3::client_profile_view& profile) {
    tc3::call_async([](tc3::completion) {}, tc3::faceid::apply_liveness_token{}, profile, tc3::unix_time{}, {}, std::move(handler));
}"""
TAKES_RESULT = "void operator()(const tc3::call_result<tc3::faceid::apply_liveness_token>&) {}"

# A whole call, with one wrong part each time.
OPTION_USE = """struct subject { %s }; void use(subject& part, const tc3::client_profile& profile) {
    (void)tc3::make_request(tc3::faceid::apply_liveness_token{}, profile, tc3::unix_time{}, {.OPTION = part});
}"""
TRANSPORT_USE = """struct response { %s };
tc3::result<response, tc3::transport_error> send(const tc3::http::request_view&);
void use(const tc3::client_profile& profile) {
    (void)tc3::call(send, tc3::faceid::apply_liveness_token{}, profile, tc3::unix_time{});
}"""
INPUT_USE = """struct subject { %s }; void use(const tc3::client_profile& profile) {
    (void)tc3::FUNCTION subject{}, profile, tc3::unix_time{});
}"""
SEND = "call([](const tc3::http::request_view&) { return tc3::result<tc3::http::response, tc3::transport_error>({}); },"

OUTCOME_USE = """struct output { std::optional<std::string> result = {}; };
constexpr std::string_view passed[] = {"0"};
template <> inline constexpr auto tc3::fields_of<output> = tc3::field_table(tc3::field_of<&output::result>("Result")%s);
template <> inline constexpr auto tc3::faceid::outcome_source_of<output> = tc3::faceid::outcome_source<&output::result>{.passed = passed};
bool use(const output& read) { return tc3::faceid::outcome(read).passed(); }"""

# Lines of a terminal: what a programmer reads first.
FIRST_LINES = 24

compiler = []


class Concepts(unittest.TestCase):
    def test_names_the_member_that_a_policy_lacks(self):
        self.assert_each_member_is_required(POLICY_USE, POLICY_MEMBERS)

    def test_names_the_member_that_a_signer_lacks(self):
        self.assert_each_member_is_required(SIGNER_USE, SIGNER_MEMBERS)

    def test_names_the_member_that_a_policy_or_signer_in_the_options_lacks(self):
        self.assert_each_member_is_required(OPTION_USE.replace("OPTION", "hash"), POLICY_MEMBERS)
        self.assert_each_member_is_required(OPTION_USE.replace("OPTION", "signer"), SIGNER_MEMBERS)

    def test_names_the_member_that_the_response_of_a_transport_lacks(self):
        self.assert_each_member_is_required(TRANSPORT_USE, {"has_status": "int status;", "has_body": "std::string body;"})

    def test_says_what_an_input_lacks(self):
        self.assertIn("specialise tc3::action_of", self.compile(INPUT_USE.replace("FUNCTION", "make_request("), []))
        self.assertIn("specialise tc3::action_of and tc3::output_of", self.compile(INPUT_USE.replace("FUNCTION", SEND), []))

    def test_says_that_what_decides_must_be_read_exactly(self):
        self.assertEqual(self.compile(OUTCOME_USE, [".exact()"]), "")
        self.assertIn("append .exact() to its row", self.compile(OUTCOME_USE, []))

    def test_rejects_a_temporary_policy(self):
        use = OPTION_USE.replace("OPTION", "hash").replace("part}", "subject(part)}")
        self.assertIn("keep the policy in a variable", self.compile(use, POLICY_MEMBERS.values()))

    def test_rejects_a_temporary_signer(self):
        use = OPTION_USE.replace("OPTION", "signer").replace("part}", "subject(part)}")
        self.assertIn("keep the signer in a variable", self.compile(use, SIGNER_MEMBERS.values()))

    def test_rejects_a_signer_whose_id_would_be_destroyed(self):
        dying = dict(SIGNER_MEMBERS, has_secret_id='std::string secret_id() const { return "id"; }')
        self.assertIn("text_of_the_signer", self.compile(SIGNER_USE, dying.values()))

    def test_rejects_a_policy_that_returns_no_status(self):
        silent = dict(POLICY_MEMBERS, has_sha_256_update="void sha_256_update(tc3::bytes_view) {}")
        self.assertIn("has_sha_256_update", self.compile(POLICY_USE, silent.values()))

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
        """Returns the first lines of the messages of the compiler; empty if it accepts the program."""
        command = [*compiler, "-I", str(INCLUDE), "-fsyntax-only", "-x", "c++", "-"]
        text = PREFIX + use % " ".join(members)
        done = subprocess.run(command, input=text, text=True, capture_output=True, check=False)
        if done.returncode == 0:
            return ""
        return "\n".join(done.stderr.splitlines()[:FIRST_LINES])


if __name__ == "__main__":
    compiler = sys.argv[1:] or ["c++", "-std=c++20"]
    unittest.main(argv=sys.argv[:1])
