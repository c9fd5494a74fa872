#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""For the mistakes that a new user makes, the first words of the compiler say what to do.

    mistakes_test.py COMPILER FLAG...
"""

import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

INCLUDE = pathlib.Path(__file__).resolve().parents[2] / "include"

# A program without a mistake: what all cases have, which is compiled once, and where each case adds declarations and a statement.
BEGINNING = """#include <tc3/faceid/apply_liveness_token.hpp>
#include <tc3/faceid/image_recognition.hpp>
#include <tc3/model/borrowed.hpp>
#include <tc3/transport/call.hpp>
#include <tc3/transport/call_async.hpp>
#include <tc3/transport/call_into.hpp>
#include <ctime>
#include <functional>
#include <span>
#include <string>
#include <vector>
namespace faceid = tc3::faceid;
using token = faceid::apply_liveness_token;
struct response { int status; std::string body; };
struct http { tc3::result<response, tc3::transport_error> operator()(const tc3::http::request_view&) const; };
struct http_into { tc3::result<tc3::http::response_view, tc3::transport_error> operator()(const tc3::http::request_view&, std::span<char>) const; };
struct async_http { void operator()(tc3::completion) const; };
using borrowed_token = faceid::basic_apply_liveness_token<tc3::borrowed>;
struct own_storage {
    using text = std::string;
    using binary = std::string;
    template <class T> using optional = std::optional<T>;
    template <class T> using list = std::vector<T>;
    template <class T> using nested = tc3::box<T>;
};
using own_token = faceid::basic_apply_liveness_token<own_storage>;
tc3::client_profile load_profile();
template <class Response, class Error = tc3::transport_error> tc3::result<Response, Error> send(const tc3::http::request_view&);
template <class Response> tc3::result<Response, tc3::transport_error> send_into(const tc3::http::request_view&, std::span<char>);

struct zones_input { std::string zone; };
struct zones_output { std::string name; };
inline constexpr tc3::action describe_zones{"cvm", "2017-03-12", "DescribeZones"};
template <> inline constexpr tc3::action tc3::action_of<zones_input> = describe_zones;
template <> struct tc3::output_of<zones_input> { using type = zones_output; };
template <> inline constexpr auto tc3::fields_of<zones_input> = tc3::field_table(tc3::field_of<&zones_input::zone>("Zone"));
template <> inline constexpr auto tc3::fields_of<zones_output> = tc3::field_table(tc3::field_of<&zones_output::name>("Name"));
"""
PROGRAM = """DECLARATIONS
void use(http transport, async_http async_transport, http_into transport_into, token input, borrowed_token borrowed_input,
         tc3::client_profile& profile, tc3::unix_time now, tc3::completion& done, char (&memory)[4000]) {
    STATEMENT;
}
"""
CORRECT = """(void)tc3::call(transport, input, profile, now);
    (void)tc3::call(transport, zones_input{}, profile, now);
    (void)tc3::call(transport, {describe_zones, "{}"}, profile, now);
    (void)tc3::call(transport, {describe_zones, "{}"}, profile.view(), now, {}, {});
    tc3::call_async(async_transport, input, profile, now, {}, [](const tc3::call_result<token>&) {});
    tc3::call_async(async_transport, input, profile, now, {}, {}, [](const tc3::call_result<token>&) {});
    tc3::workspace space(memory);
    (void)tc3::call_into(transport_into, borrowed_input, profile, now, {}, space);
    (void)tc3::call_into(transport_into, borrowed_input, profile, now, {}, {}, space);
    (void)tc3::call_into(transport_into, borrowed_input, profile, now, {}, memory);
    (void)tc3::call_into(transport_into, borrowed_input, profile, now, {}, {}, std::span(memory));
    tc3::credential one{"id", "key"}, other{.secret_id = one.secret_id, .secret_key = one.secret_key.copy()};
    tc3::client_profile of_one{.credential = std::move(one)}, of_other{std::move(other), "ap-singapore"};
    (void)done"""

CALL = "(void)tc3::call(%s, input, profile, now)"
CALL_OWN = "(void)tc3::call(transport, own_input{}, profile, now)"
CALL_ASYNC = "tc3::call_async(%s)"
CALL_INTO = "(void)tc3::call_into(%s)"
POLICY = "bool sha_256_begin(); bool sha_256_update(tc3::bytes_view); bool sha_256_finish(tc3::crypto::sha_256_digest&);"
STRUCT = "struct own_input { %s }; "
ACTION = "template <> inline constexpr tc3::action tc3::action_of<own_input> = describe_zones; "
OUTPUT = "template <> struct tc3::output_of<own_input> { using type = %s; }; "
FIELDS = 'template <> inline constexpr auto tc3::fields_of<own_input> = tc3::field_table(tc3::field_of<%s>("Zone"));'

# name, declarations, statement, and what the first error of the compiler says.
SENTENCES = [
    ("a temporary profile", "",
     "(void)tc3::call(transport, input, load_profile(), now)", "keep the client_profile in a variable"),
    ("a credential for the profile", "",
     "(void)tc3::call(transport, input, profile.credential, now)", "the third argument must be a client_profile"),
    ("the time before the profile", "",
     "(void)tc3::call(transport, input, now, profile)", "the third argument must be a client_profile"),
    ("the input before the transport", "",
     "(void)tc3::call(input, transport, profile, now)", "the first argument must be a transport"),
    ("a time_t for the time", "",
     "(void)tc3::call(transport, input, profile, std::time(nullptr))", "write tc3::unix_time{seconds}"),
    ("a borrowed output of call", "",
     "(void)tc3::call(transport, borrowed_input, profile, now)", "use call_into()"),
    ("an own storage of call", "",
     "(void)tc3::call(transport, own_token{}, profile, now)", "with a storage of your own use make_request() and parse_response()"),
    ("no time of call", "",
     "(void)tc3::call(transport, input, profile)", "takes the time after the profile"),

    ("a transport that takes text", "int sends(const std::string&);",
     CALL % "sends", "a callable that takes a tc3::http::request_view"),
    ("a transport that returns text", "std::string sends(const tc3::http::request_view&);",
     CALL % "sends", "must return a tc3::result or a std::expected"),
    ("a response without a status", "struct bare { std::string body; };",
     CALL % "send<bare>", "response must have a member `status`"),
    ("a response without a body", "struct bare { int status; };",
     CALL % "send<bare>", "response must have a member `body`"),
    ("an error without a code", "struct bare { std::string message; };",
     CALL % "(send<response, bare>)", "error must have a member `code`"),
    ("an error whose never_sent is a text", "struct bare { int code; std::string message, never_sent; };",
     CALL % "(send<response, bare>)", "`never_sent` of the transport's error must be a bool"),
    ("an error without a message", "struct bare { int code; };",
     CALL % "(send<response, bare>)", "error must have a member `message`"),

    ("an input without an action", STRUCT % "std::string zone;" + OUTPUT % "zones_output" + FIELDS % "&own_input::zone",
     CALL_OWN, "specialise tc3::action_of for the type"),
    ("an input without an output", STRUCT % "std::string zone;" + ACTION + FIELDS % "&own_input::zone",
     CALL_OWN, "specialise tc3::action_of and tc3::output_of"),
    ("an input without a table", STRUCT % "std::string zone;" + ACTION + OUTPUT % "zones_output",
     CALL_OWN, "specialise tc3::fields_of for it"),
    ("an output without a table", STRUCT % "std::string zone;" + ACTION + OUTPUT % "response" + FIELDS % "&own_input::zone",
     CALL_OWN, "specialise tc3::fields_of for it"),
    ("a member that is no field", STRUCT % "void* zone;" + ACTION + OUTPUT % "zones_output" + FIELDS % "&own_input::zone",
     CALL_OWN, "specialise tc3::value_codec"),
    ("a table of another struct", STRUCT % "std::string zone;" + ACTION + OUTPUT % "zones_output" + FIELDS % "&zones_input::zone",
     CALL_OWN, "a row of fields_of belongs to another struct"),
    ("parse_response of the output type", "",
     "(void)tc3::parse_response<zones_output>(response{})", "the type of an input"),

    ("a handler of another type", "",
     CALL_ASYNC % "async_transport, input, profile, now, {}, [](int) {}", "the handler must take a tc3::call_result<Input>"),
    ("a handler in place of the options", "",
     CALL_ASYNC % "async_transport, input, profile, now, [](const tc3::call_result<token>&) {}", "takes the time, options and a handler"),
    ("neither time nor options of call_async", "",
     CALL_ASYNC % "async_transport, input, profile, [](const tc3::call_result<token>&) {}", "takes the time, options and a handler"),
    ("an own storage of call_async", "",
     CALL_ASYNC % "async_transport, own_token{}, profile, now, {}, [](const auto&) {}", "with a storage of your own use make_request()"),
    ("a borrowed output of call_async", "",
     CALL_ASYNC % "async_transport, borrowed_input, profile, now, {}, [](const auto&) {}", "use call_into()"),
    ("a number for the time, with options for reading", "",
     CALL_ASYNC % "async_transport, input, profile, 1, {}, {}, [](const tc3::call_result<token>&) {}", "write tc3::unix_time{seconds}"),
    ("a transport that waits", "",
     CALL_ASYNC % "transport, input, profile, now, {}, [](const tc3::call_result<token>&) {}", "a callable that takes a tc3::completion"),
    ("a transport without memory", "",
     CALL_INTO % "transport, borrowed_input, profile, now, {}, memory", "a callable that takes (tc3::http::request_view, std::span<char>)"),
    ("a transport into memory that returns a number", "int sends(const tc3::http::request_view&, std::span<char>);",
     CALL_INTO % "sends, borrowed_input, profile, now, {}, memory", "must return a tc3::result or a std::expected"),
    ("a response that owns its body", "",
     CALL_INTO % "send_into<response>, borrowed_input, profile, now, {}, memory", "response must be a view"),
    ("an owning output of call_into", "",
     CALL_INTO % "transport_into, input, profile, now, {}, memory", "use call(), or an input with the storage tc3::borrowed"),
    ("JSON text for call_into", "",
     CALL_INTO % 'transport_into, {describe_zones, "{}"}, profile, now, {}, memory', "use call(), or an input with the storage tc3::borrowed"),
    ("an own storage of call_into", "",
     CALL_INTO % "transport_into, own_token{}, profile, now, {}, memory", "use make_request_into() and parse_response()"),
    ("a temporary profile of call_into", "",
     CALL_INTO % "transport_into, borrowed_input, load_profile(), now, {}, memory", "keep the client_profile in a variable"),
    ("a number for the time of call_into", "",
     CALL_INTO % "transport_into, borrowed_input, profile, 1, {}, memory", "write tc3::unix_time{seconds}"),
    ("no memory", "",
     CALL_INTO % "transport_into, borrowed_input, profile, now, {}", "takes the time, options and memory"),
    ("memory in place of the options", "",
     CALL_INTO % "transport_into, borrowed_input, profile, now, memory", "takes the time, options and memory"),
    ("memory that cannot be written", "",
     CALL_INTO % 'transport_into, borrowed_input, profile, now, {}, "memory"', "the last argument must be memory"),
    ("a temporary workspace, with options for reading", "",
     CALL_INTO % "transport_into, borrowed_input, profile, now, {}, {}, tc3::workspace(memory)", "the last argument must be memory"),

    ("a completion in a std::function", "",
     "std::function<void()> later = [kept = std::move(done)] { (void)kept; }", "copy"),  # the words of the standard library

    ("a temporary policy", "struct own { %s };" % POLICY,
     "(void)tc3::make_request(input, profile, now, {.hash = own()})", "keep the policy in a variable"),
    ("a storage without binary", "struct own { using text = std::string; template <class T> using optional = std::optional<T>; };",
     "faceid::basic_image_recognition<own> other", "no type named 'binary'"),
]

# The same, where the words are in the lines that belong to the first error: the compiler shows the declaration, or names a member.
NOTES = [
    ("a copy of the profile", "",
     "auto other = profile", "or use std::move"),
    ("a copy of a credential", "",
     "auto other = profile.credential", "moves only: use std::move"),
    ("a copy of a credential in a profile", "",
     "tc3::client_profile other{.credential = profile.credential}", "moves only: use std::move"),
    ("a copy of a secret", "",
     "auto other = profile.credential.secret_key", "use std::move or copy()"),
    ("a view of a temporary profile", "",
     "tc3::client_profile_view other = load_profile()", "keep the client_profile in a variable"),
    ("a copy of a completion", "",
     "auto other = done", "moves only: use std::move"),
    ("a policy that lacks a function", "struct own { %s } policy;" % POLICY.replace("bool sha_256_update(tc3::bytes_view);", ""),
     "(void)tc3::make_request(input, profile, now, {.hash = policy})", "has_sha_256_update"),
    ("a signer that lacks a function", "struct own { std::string_view secret_id() const; } signer;",
     "(void)tc3::make_request(input, profile, now, {.signer = signer})", "has_sign"),
    ("a number as a sink", "int out = 0;",
     "tc3::write_failure(out, tc3::failure())", "out.append(text)"),
    ("a number for a text", "",
     "token other{.secure_level = 4}", "'int' to 'optional_text<"),
]
LINES_OF_NOTES = 18

COMPILER = []
PROGRAM_COMMAND = []


class Mistakes(unittest.TestCase):
    def test_a_program_without_a_mistake_compiles(self):
        self.assertEqual(first_error("", CORRECT), [])

    def test_the_first_error_says_what_to_do(self):
        for name, declarations, statement, words in SENTENCES:
            with self.subTest(name):
                lines = first_error(declarations, statement)
                self.assertIn(words, lines[0] if lines else "no error")

    def test_the_lines_of_the_first_error_say_what_to_do(self):
        for name, declarations, statement, words in NOTES:
            with self.subTest(name):
                self.assertIn(words, "\n".join(first_error(declarations, statement)[:LINES_OF_NOTES]))


def setUpModule():
    """Compiles the beginning of the programs, which takes most of their time. A compiler that cannot use the result reads the text."""
    folder = tempfile.TemporaryDirectory()
    unittest.addModuleCleanup(folder.cleanup)
    beginning = pathlib.Path(folder.name) / "beginning.hpp"
    beginning.write_text(BEGINNING, encoding="utf-8")
    command = [*COMPILER, "-w", "-I", str(INCLUDE)]
    subprocess.run([*command, "-x", "c++-header", str(beginning), "-o", f"{beginning}.gch"], check=True)
    PROGRAM_COMMAND.extend([*command, "-include", str(beginning), "-fsyntax-only", "-x", "c++", "-"])


def first_error(declarations, statement):
    """Returns the lines of the compiler from the first error on, with plain quotes and without the inline namespace."""
    text = PROGRAM.replace("DECLARATIONS", declarations).replace("STATEMENT", statement)
    done = subprocess.run(PROGRAM_COMMAND, input=text, text=True, capture_output=True, check=False)
    plain = re.sub("[‘’]", "'", done.stderr).replace("tc3::v0_1::", "tc3::").replace("'tc3::optional_text<tc3::", "'optional_text<")
    lines = [line for line in plain.splitlines() if not re.match("In file included from|  +from ", line)]
    first = next((number for number, line in enumerate(lines) if "error: " in line), len(lines))
    if "--show" in sys.argv:
        print(f"{statement}\n    {lines[first] if first < len(lines) else ''}")
    return lines[first:]


if __name__ == "__main__":
    COMPILER = [word for word in sys.argv[1:] if word != "--show"] or ["c++", "-std=c++20"]
    unittest.main(argv=sys.argv[:1])
