#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Checks the signer of the catalogue against published signatures, and that each mistake is one."""

import collections
import unittest

import catalogue
from signer import Credential, Request, sign

# What the service refuses although the signature is right, or accepts no matter what was signed.
SIGNED_RIGHTLY = {"clock", "token_missing", "token_differs", "token_unexpected", "secret_id_unknown", "other_site", "request_too_large"}


def signature(request):
    return request.get("authorization").rpartition("Signature=")[2]


class Signer(unittest.TestCase):
    # The manual, "Signature v3": the example of each page. docs/tc3-signing.md 1.6 has the keys.
    KEYS = Credential("AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE", "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE")

    def test_signs_the_post_request_of_the_manual(self):
        body = rb'{"Limit": 1, "Filters": [{"Values": ["\u672a\u547d\u540d"], "Name": "instance-name"}]}'
        headers = [("Content-Type", "application/json; charset=utf-8"), ("Host", "cvm.tencentcloudapi.com"), ("X-TC-Timestamp", "1551113065")]
        request = sign(Request(headers=headers, body=body), self.KEYS)
        self.assertEqual(signature(request), "72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168")

    def test_signs_the_get_request_of_the_manual(self):
        headers = [("Content-Type", "application/x-www-form-urlencoded"), ("Host", "cvm.tencentcloudapi.com"), ("X-TC-Timestamp", "1539084154")]
        request = sign(Request("GET", "/", "Limit=10&Offset=0", headers), self.KEYS)
        self.assertEqual(signature(request), "5da7a33f6993f0614b047e5df4582db9e9bf4672ba50567dba16c6ccf174c474")


class Catalogue(unittest.TestCase):
    def test_has_enough_mistakes_of_each_kind(self):
        counts = collections.Counter(each.kind for each in catalogue.MISTAKES)
        for kind, least in {"single": 60, "other": 12, "pair": 10, "combination": 80, "unknowable": 10, "right": 8}.items():
            self.assertGreaterEqual(counts[kind], least, kind)

    def test_names_are_unique(self):
        names = [each.name for each in catalogue.MISTAKES]
        self.assertEqual(len(set(names)), len(names))

    def test_each_request_is_wrong_unless_it_is_right(self):
        for each in catalogue.MISTAKES:
            if SIGNED_RIGHTLY.isdisjoint(each.causes):
                with self.subTest(each.name):
                    sent = each.make()
                    right = resigned(sent, each.credential)
                    self.assertEqual(sent.get("authorization") == right, each.kind == "right")


def resigned(sent, credential):
    """Returns the Authorization header that the manual asks for, with the signed headers that the request declares; None if it allows none."""
    request = sent.changed().remove("authorization")
    names = sent.get("authorization").partition("SignedHeaders=")[2].partition(",")[0].split(";")
    timestamp = request.get("x-tc-timestamp")
    if not {"content-type", "host"}.issubset(names) or not (timestamp.isdigit() and len(timestamp) == 10):
        return None
    replaced = {"names": names, "service": {"2018-03-01": "faceid", "2017-03-12": "cvm"}[request.get("x-tc-version")]}
    if request.get("x-tc-content-sha256") == "UNSIGNED-PAYLOAD":
        replaced["body"] = b"UNSIGNED-PAYLOAD"
    return sign(request, credential, **replaced).get("authorization")


if __name__ == "__main__":
    unittest.main()
