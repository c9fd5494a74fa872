# SPDX-License-Identifier: MIT
"""Pairs of mistakes, each of two different parts of a signature. Of the several hundred that there are, some are taken.

    combinations(post(timestamp=evening), keys, other_keys)     yields (names, causes, function that returns the request)
"""

import dataclasses
import itertools
import json
import time
from hashlib import sha256

from signer import sign

DATES = ("date_of_local_time", "date_of_other_reading")
# Every so many pairs one is taken: no divisor of the number of mistakes, so that each mistake is.
STEP = 7


@dataclasses.dataclass
class Part:
    """A mistake in one part of a signature: what is signed in place of what is sent, and the steps that are wrong."""

    name: str
    causes: tuple
    members: dict = dataclasses.field(default_factory=dict)
    headers: dict = dataclasses.field(default_factory=dict)
    steps: dict = dataclasses.field(default_factory=dict)


def combinations(request, keys, other_keys):
    pairs = [pair for pair in itertools.combinations(parts_of(request, keys, other_keys), 2) if can_be_combined(*pair)]
    for first, second in pairs[::STEP]:
        names = f"{first.name} ({first.causes[0]}) and {second.name} ({second.causes[0]})"
        yield names, (*first.causes, *second.causes), lambda pair=(first, second): signed_with(request, keys, pair)


def can_be_combined(first, second):
    names = {first.name, second.name}
    # The words of a key that are given replace its date, service and end.
    replaces_words = "words" in {**first.steps, **second.steps}
    return len(names) == 2 and not (replaces_words and names & {"service", "end of the scope"})


def signed_with(request, keys, parts):
    """Returns the request with the signature of a copy that has the mistakes of some parts."""
    members, headers, steps = {}, {}, {"service": "faceid"}
    for part in parts:
        members |= part.members
        headers |= part.headers
        steps |= part.steps
    copy = request.changed(**members)
    for name, value in headers.items():
        copy.set(name, value)
    return request.changed().set("Authorization", sign(copy, keys, **steps).get("authorization"))


def parts_of(request, keys, other_keys):
    timestamp = int(request.get("x-tc-timestamp"))
    local_date = time.strftime("%Y-%m-%d", time.gmtime(timestamp + 8 * 3600))
    as_object = json.loads(request.body)
    text = request.body.decode()
    yield from (
        Part("Content-Type", ("content_type",), headers={"Content-Type": value})
        for value in ("application/json; charset=utf-8", "text/plain", "application/json;charset=UTF-8", "")
    )
    yield from (
        Part("Host", ("host",), headers={"Host": value})
        for value in ("faceid.tencentcloudapi.com:443", "https://faceid.tencentcloudapi.com", "gateway.example.com")
    )
    yield from (
        Part("body", (cause,), members={"body": body})
        for cause, body in {
            "body_line_end": request.body + b"\n",
            "body_serialized_again": json.dumps(as_object).encode(),
            "body_empty": b"",
            "body_byte_order_mark": b"\xef\xbb\xbf" + request.body,
            "body_unsigned": b"UNSIGNED-PAYLOAD",
            "body_encoded_twice": json.dumps(text, ensure_ascii=False).encode(),
        }.items()
    )
    yield from (Part("method", ("method",), members={"method": value}) for value in ("GET", "post"))
    yield Part("path", ("path",), members={"path": ""})
    yield Part("date", DATES, steps={"date": local_date})
    yield Part("date", DATES, steps={"words": [local_date, "faceid", "tc3_request"]})
    yield Part("timestamp", ("timestamp_unit",), steps={"timestamp": f"{timestamp}000"})
    yield Part("timestamp", ("timestamp_differs",), steps={"timestamp": str(timestamp - 1)})
    yield from (
        Part("secret key", (cause,), steps={"secret_key": value})
        for cause, value in {
            "key_blanks": keys.secret_key.encode() + b"\n",
            "key_quotes": b'"' + keys.secret_key.encode() + b'"',
            "key_empty": b"",
            "key_swapped": keys.secret_id.encode(),
            "key_of_other_credential": other_keys.secret_key.encode(),
        }.items()
    )
    yield Part("prefix of the key", ("key_prefix",), steps={"first_key": lambda steps: steps.secret_key()})
    yield Part("prefix of the key", ("key_prefix",), steps={"first_key": lambda steps: b"AWS4" + steps.secret_key()})
    yield Part("end of the scope", ("terminator",), steps={"terminator": "aws4_request"})
    yield Part("service", ("service",), steps={"service": "cvm"})
    yield Part("algorithm", ("algorithm_name",), steps={"algorithm": "AWS4-HMAC-SHA256"})
    yield from steps_of_digests()


def steps_of_digests():
    def without_empty_line(steps):
        return "\n".join([steps.method(), steps.uri(), steps.query(), steps.header_lines() + steps.signed_headers(), steps.payload_hash()])

    def with_line_feed(steps):
        return "\n".join([steps.algorithm(), steps.timestamp(), steps.scope(), steps.canonical_hash(), ""])

    def in_reverse(steps):
        return [(name, steps.value(name)) for name in ("host", "content-type")]

    yield Part("lines", ("canonical_lines",), steps={"canonical_request": without_empty_line})
    yield Part("headers", ("header_order",), steps={"values": in_reverse, "signed_headers": "host;content-type"})
    yield Part("headers", ("signed_headers_case",), steps={"signed_headers": "Content-Type;Host"})
    yield Part("string to sign", ("string_to_sign_form",), steps={"string_to_sign": with_line_feed})
    yield Part("payload hash", ("digest_upper_case",), steps={"payload_hash": lambda steps: sha256(steps.body()).hexdigest().upper()})
    yield Part("keys", ("digest_form",), steps={"between": lambda steps, digest: digest.hex().encode()})
    yield Part("signature", ("digest_upper_case",), steps={"signature": lambda steps: steps.digest().hex().upper()})
    yield Part("signature", ("signature_cut",), steps={"signature": lambda steps: steps.digest().hex()[:-1]})
