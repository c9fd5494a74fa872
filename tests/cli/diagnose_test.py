#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Tests `tc3 diagnose` as a user runs it.

    diagnose_test.py PROGRAM
"""

import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "signature_mistakes"))
import signer  # noqa: E402

PROGRAM = []
SECONDS = 60
CREDENTIAL = signer.Credential("AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE", "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE")
EXPIRED = (b'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nDate: Tue, 14 Nov 2023 23:13:20 GMT\r\n\r\n'
           b'{"Response":{"Error":{"Code":"AuthFailure.SignatureExpire","Message":"The signature has expired."},"RequestId":"7d4f"}}')


class Diagnose(unittest.TestCase):
    def test_finds_nothing_wrong_with_a_right_request(self):
        ended = diagnose(signed().bytes())
        self.assertEqual(ended.returncode, 0)
        self.assertTrue(ended.stdout.startswith(b"The signature fits, and nothing else is wrong with the request."), ended.stdout)

    def test_names_the_cause_of_a_wrong_signature(self):
        ended = diagnose(signed().set("Content-Type", "application/json; charset=utf-8").bytes())
        self.assertEqual(ended.returncode, 1)
        self.assertTrue(ended.stdout.startswith(b"content_type: Another Content-Type was signed than sent. Certain: "), ended.stdout)

    def test_reads_time_and_error_from_the_response(self):
        with tempfile.TemporaryDirectory() as folder:
            response = pathlib.Path(folder) / "response"
            response.write_bytes(EXPIRED)
            ended = diagnose(signed().bytes(), "--response", str(response))
        self.assertEqual(ended.returncode, 1)
        self.assertTrue(ended.stdout.startswith(b"clock: "), ended.stdout)

    def test_takes_the_time_of_the_service(self):
        self.assertTrue(diagnose(signed().bytes(), "--time", "1700003600").stdout.startswith(b"clock: "))
        self.assertEqual(diagnose(signed().bytes(), "--time", "1700000000").returncode, 0)

    def test_knows_hosts_of_proxies(self):
        sent = signed(host="gateway.example").set("Host", "faceid.tencentcloudapi.com").bytes()
        ended = diagnose(sent, "--service", "faceid", "--other-host", "gateway.example")
        self.assertTrue(ended.stdout.startswith(b"host: "), ended.stdout)

    def test_shows_the_steps_without_a_secret(self):
        ended = diagnose(signed().bytes(), "--steps")
        self.assertIn(b"canonical request\n  POST\n  /\n", ended.stdout)
        self.assertNotIn(CREDENTIAL.secret_key.encode(), ended.stdout)

    def test_asks_for_a_key_when_it_has_none(self):
        ended = diagnose(signed().bytes(), environment={})
        self.assertTrue(ended.stdout.startswith(b"key_not_given: "), ended.stdout)
        self.assertIn(b"TENCENTCLOUD_SECRET_ID and TENCENTCLOUD_SECRET_KEY", ended.stdout)

    def test_reads_a_file_and_explains_why_it_cannot(self):
        with tempfile.TemporaryDirectory() as folder:
            request = pathlib.Path(folder) / "request"
            request.write_bytes(signed().bytes())
            self.assertEqual(diagnose(b"", str(request)).returncode, 0)
            ended = diagnose(b"", str(request) + ".absent")
        self.assertEqual(ended.returncode, 2)
        self.assertIn(b"request.absent: cannot be opened: No such file", ended.stderr)

    def test_survives_bytes_that_are_no_request(self):
        for given in (b"", b"\n", b"\0" * 1000, b"POST", bytes(range(256))):
            with self.subTest(given[:8]):
                ended = diagnose(given)
                self.assertEqual((ended.returncode, ended.stderr), (1, b""))


def signed(host="faceid.tencentcloudapi.com"):
    headers = [("Host", host), ("Content-Type", "application/json"), ("X-TC-Action", "ApplyLivenessToken"),
               ("X-TC-Version", "2018-03-01"), ("X-TC-Timestamp", "1700000000")]
    sent = signer.Request(headers=headers, body=b"{}")
    signer.sign(sent, CREDENTIAL, service="faceid")
    return sent


def diagnose(request, *options, environment=None):
    known = {"TENCENTCLOUD_SECRET_ID": CREDENTIAL.secret_id, "TENCENTCLOUD_SECRET_KEY": CREDENTIAL.secret_key}
    unset = {name: value for name, value in os.environ.items() if not name.startswith("TENCENTCLOUD_")}
    return subprocess.run([*PROGRAM, "diagnose", *options], input=request, capture_output=True, timeout=SECONDS, check=False,
                          env=unset | (known if environment is None else environment))


if __name__ == "__main__":
    PROGRAM = sys.argv[1:]
    unittest.main(argv=sys.argv[:1])
