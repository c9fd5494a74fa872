#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Starts examples/emulator_server.cpp as a shell and as a program do.

    emulator_server_test.py SERVER
"""

import contextlib
import signal
import subprocess
import sys
import time
import unittest
import urllib.request

SECONDS = 60
SECRET_ID = "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE"
SERVER = []


class EmulatorServer(unittest.TestCase):
    def test_runs_in_the_background_until_a_signal(self):
        with start(stdin=subprocess.DEVNULL) as server:
            address = address_of(server)
            for _ in range(2):
                self.assertIn(b"AuthFailure.InvalidAuthorization", post(address))
            server.terminate()
            self.assertEqual(server.wait(SECONDS), -signal.SIGTERM)

    def test_prints_one_line_for_each_rejected_request(self):
        wrong = f"TC3-HMAC-SHA256 Credential={SECRET_ID}/{time.strftime('%Y-%m-%d', time.gmtime())}/faceid/tc3_request, "
        wrong += f"SignedHeaders=content-type;host, Signature={64 * '0'}"
        with start(stdin=subprocess.DEVNULL) as server:
            address = address_of(server)
            post(address, {"X-TC-Action": "ApplyLivenessToken", "X-TC-Timestamp": str(int(time.time())), "Authorization": wrong})
            post(address, {"X-TC-Action": "Other"})
            server.terminate()
            signature, unsigned = server.communicate(timeout=SECONDS)[1].splitlines()
        self.assertIn("emulator_server: ApplyLivenessToken: service: AuthFailure.SignatureFailure: the signature is not that of this request", signature)
        self.assertIn("emulator_server: Other: service: AuthFailure.InvalidAuthorization: the Authorization header is missing", unsigned)

    def test_ends_with_its_standard_input_if_told_so(self):
        with start("--until-stdin-closes", stdin=subprocess.PIPE) as server:
            self.assertIn(b"AuthFailure.InvalidAuthorization", post(address_of(server)))
            server.stdin.close()
            self.assertEqual(server.wait(SECONDS), 0)

    def test_takes_the_port_that_it_is_given(self):
        with start(stdin=subprocess.DEVNULL) as first:
            address = address_of(first)
            port = address.partition(":")[2]
            with start(port, stdin=subprocess.DEVNULL) as second:
                self.assertEqual(second.communicate(timeout=SECONDS), ("", f"emulator_server: port {port} is not free\n"))
                self.assertEqual(second.returncode, 1)
            first.terminate()
            first.wait(SECONDS)
            with start(port, stdin=subprocess.DEVNULL) as third:
                self.assertEqual(address_of(third), address)
                third.terminate()

    def test_refuses_other_arguments(self):
        for argument in ("--help", "port", "65536", "-1", "80 "):
            with self.subTest(argument), start(argument, stdin=subprocess.DEVNULL) as server:
                self.assertEqual(server.communicate(timeout=SECONDS), ("", "usage: emulator_server [--until-stdin-closes] [PORT]\n"))
                self.assertEqual(server.returncode, 2)


@contextlib.contextmanager
def start(*arguments, stdin):
    with subprocess.Popen([*SERVER, *arguments], stdin=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as server:
        try:
            yield server
        finally:
            server.kill()


def address_of(server):
    return server.stdout.readline().split()[-1]


def post(address, headers=None):
    """Returns the body of the response to a POST request with an empty object."""
    request = urllib.request.Request(f"http://{address}/", b"{}", {"Content-Type": "application/json", **(headers or {})})
    with urllib.request.urlopen(request, timeout=SECONDS) as response:
        return response.read()


if __name__ == "__main__":
    SERVER = sys.argv[1:]
    unittest.main(argv=sys.argv[:1])
