#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Everyday mistakes in signatures, each as a request that the service refuses, with the cause that a diagnosis should name.

    catalogue.py        prints them as JSON: {"mistakes": [{"name", "kind", "cause", "request" (hex), "credential", ...}]}

Kinds:
    single      one mistake, of those that are known from issues of SDKs
    other       one mistake, of another sort
    pair        two mistakes at once; the cause is that of either
    combination two mistakes at once, made by combinations.py; not listed in the docs
    unknowable  a mistake that cannot be found from the request: the cause is "unknown"
    right       no mistake: there is no cause
"""

import base64
import dataclasses
import gzip
import hashlib
import hmac
import json
import sys
import time
from hashlib import sha256

from combinations import combinations
from signer import Credential, Request, sign

KEYS = Credential("AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE", "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE")
OTHER_KEYS = Credential("AKIDx7pQ2mT4vB9kLw3nR6sD1cF8EXAMPLE0", "Hj3kL9mN2pQ7rS5tV8wX1yZ4EXAMPLE0")
TEMPORARY_KEYS = Credential("AKIDtmp9Xc2vB5nM8qW1eR4tY7uI0EXAMPLE", "Zq8wE5rT2yU9iO6pA3sD7fG1EXAMPLE0", "temporary-token-of-the-test")
OLD_TEMPORARY_KEYS = Credential("AKIDtmp1Xc2vB5nM8qW1eR4tY7uI0EXAMPLE", "Yq8wE5rT2yU9iO6pA3sD7fG1EXAMPLE0", "earlier-token-of-the-test")
# 1700006400 is 00:00 of 2023-11-15 in UTC: an hour before, the local date of UTC+8 is another one.
EVENING = 1700002800
NOON = 1699963200


@dataclasses.dataclass
class Mistake:
    name: str
    kind: str
    causes: tuple  # the names of enumerators; any of them may be named first
    make: object  # a function that returns the request
    credential: Credential = KEYS
    evidence: str = ""  # a part of what the diagnosis says
    time: int = 0  # the server's clock; 0 for the time of the request
    hosts: tuple = ()  # other hosts that the caller knows
    others: tuple = ()  # other credentials that the caller has
    response: str = ""  # the error code that the service returned
    message: str = ""  # and its message
    headers: tuple = ()  # pairs of name and value that the caller knows: other values of headers


MISTAKES = []


def mistake(causes, kind="single", **details):
    """Adds a mistake: a function that makes its request, and whose documentation is the name of the mistake."""

    def add(make):
        listed = (causes,) if isinstance(causes, str) else tuple(causes)
        MISTAKES.append(Mistake(make.__doc__, kind, listed, make, **details))
        return make

    return add


# --- requests ---------------------------------------------------------------------------------------------------------

INPUT = {"SecurityLevel": "2", "RedirectUrl": "https://example.com/done?id=7", "Extra": "José", "Limit": 3}
COMPACT = json.dumps(INPUT, ensure_ascii=False, separators=(",", ":")).encode()


def post(body=COMPACT, timestamp=NOON, action="ApplyLivenessToken", host="faceid.tencentcloudapi.com", content_type="application/json", **members):
    headers = [("Content-Type", content_type), ("Host", host), ("X-TC-Action", action), ("X-TC-Version", "2018-03-01"), ("X-TC-Timestamp", str(timestamp)), ("X-TC-Region", "ap-singapore")]
    return Request(headers=headers, body=body, **members)


def get(query="Limit=10&Offset=0", timestamp=NOON, host="cvm.tencentcloudapi.com"):
    headers = [("Content-Type", "application/x-www-form-urlencoded"), ("Host", host), ("X-TC-Action", "DescribeInstances"), ("X-TC-Version", "2017-03-12"), ("X-TC-Timestamp", str(timestamp)), ("X-TC-Region", "ap-guangzhou")]
    return Request("GET", "/", query, headers)


def signed_then(change, request=None, credential=KEYS, **replaced):
    """Signs a request rightly and changes it before it is sent."""
    request = sign(request or post(), credential, **replaced)
    change(request)
    return request


def signed_as(request, headers=None, service=None, **members):
    """Returns `request` with the signature of a copy that has other headers or other members."""
    copy = request.changed(**members)
    for name, value in (headers or {}).items():
        copy.set(name, value)
    replaced = {"service": service} if service else {}
    return request.set("Authorization", sign(copy, KEYS, **replaced).get("authorization"))


def signed_body(body, request=None):
    return signed_as(request or post(), body=body)


# --- nothing is wrong -------------------------------------------------------------------------------------------------


@mistake((), "right")
def _():
    """a JSON request"""
    return sign(post(), KEYS)


@mistake((), "right")
def _():
    """a GET request with a query"""
    return sign(get("Limit=10&Name=a%20b&Zone=ap-guangzhou-1"), KEYS)


@mistake((), "right", credential=TEMPORARY_KEYS)
def _():
    """temporary keys, the token in its header"""
    return sign(post().set("X-TC-Token", TEMPORARY_KEYS.token), TEMPORARY_KEYS)


@mistake((), "right")
def _():
    """a charset that is signed and sent"""
    return sign(post(content_type="application/json; charset=utf-8"), KEYS)


@mistake((), "right")
def _():
    """X-TC-Action among the signed headers"""
    return sign(post(), KEYS, names=["content-type", "host", "x-tc-action"])


@mistake((), "right")
def _():
    """an unsigned payload"""
    return sign(post().set("X-TC-Content-SHA256", "UNSIGNED-PAYLOAD"), KEYS, body=b"UNSIGNED-PAYLOAD")


@mistake((), "right")
def _():
    """an hour before midnight in UTC"""
    return sign(post(timestamp=EVENING), KEYS)


@mistake((), "right")
def _():
    """a body of 300 KB"""
    return sign(post(b'{"ImageBase64":"' + base64.b64encode(bytes(range(256)) * 900) + b'"}'), KEYS)


@mistake((), "right")
def _():
    """a compressed body that is signed as it is sent"""
    return sign(post(gzip.compress(COMPACT, mtime=0), content_type="application/octet-stream"), KEYS)


@mistake((), "right")
def _():
    """the last second of a day"""
    return sign(post(timestamp=1700006399), KEYS)


# --- Content-Type -----------------------------------------------------------------------------------------------------


def sent_type(content_type):
    return signed_then(lambda request: request.set("Content-Type", content_type))


@mistake("content_type", evidence="application/json`")
def _():
    """Content-Type: the HTTP client adds a charset"""
    return sent_type("application/json; charset=utf-8")


@mistake("content_type", evidence="application/json; charset=utf-8`")
def _():
    """Content-Type: the HTTP client removes the charset"""
    return signed_then(lambda request: request.set("Content-Type", "application/json"), post(content_type="application/json; charset=utf-8"))


@mistake("content_type")
def _():
    """Content-Type: the HTTP client writes the charset in capitals"""
    return signed_then(lambda request: request.set("Content-Type", "application/json; charset=UTF-8"), post(content_type="application/json; charset=utf-8"))


@mistake("content_type")
def _():
    """Content-Type: the blank before the charset is removed"""
    return signed_then(lambda request: request.set("Content-Type", "application/json;charset=utf-8"), post(content_type="application/json; charset=utf-8"))


@mistake("content_type")
def _():
    """Content-Type: the HTTP client sends its default type"""
    return sent_type("application/x-www-form-urlencoded")


@mistake("content_type")
def _():
    """Content-Type: text/plain is sent, application/json is signed"""
    return sent_type("text/plain;charset=UTF-8")


@mistake("content_type")
def _():
    """Content-Type: the HTTP client drops it"""
    return signed_then(lambda request: request.remove("Content-Type"), get())


@mistake("content_type")
def _():
    """Content-Type: an empty one is signed"""
    return signed_as(post(), headers={"Content-Type": ""})


@mistake("content_type")
def _():
    """Content-Type: multipart is signed without its boundary"""
    body = b'--xyz\r\nContent-Disposition: form-data; name="Limit"\r\n\r\n3\r\n--xyz--\r\n'
    return signed_as(post(body, content_type="multipart/form-data; boundary=xyz"), headers={"Content-Type": "multipart/form-data"})


@mistake("header_twice", "other", evidence="Content-Type")
def _():
    """Content-Type: sent twice, the second one is signed"""
    request = signed_as(post(content_type="application/json; charset=utf-8"), headers={"Content-Type": "application/json"})
    request.headers.append(("Content-Type", "application/json"))
    return request


# --- Host -------------------------------------------------------------------------------------------------------------


@mistake("host", evidence="faceid.tencentcloudapi.com`")
def _():
    """Host: the HTTP client adds the port"""
    return signed_then(lambda request: request.set("Host", "faceid.tencentcloudapi.com:443"))


@mistake("host", evidence="faceid.tencentcloudapi.com:8443`")
def _():
    """Host: signed with a port, sent without"""
    return signed_as(post(), headers={"Host": "faceid.tencentcloudapi.com:8443"})


@mistake("host", evidence="faceid.tencentcloudapi.com`", hosts=("gateway.example.com",))
def _():
    """Host: a proxy replaces it by its own name"""
    return signed_then(lambda request: request.set("Host", "gateway.example.com"))


@mistake("host", evidence="gateway.example.com`", hosts=("gateway.example.com",))
def _():
    """Host: the name of the gateway is signed, that of the service sent"""
    return signed_as(post(), headers={"Host": "gateway.example.com"}, service="faceid")


@mistake("host", evidence="faceid.ap-guangzhou.tencentcloudapi.com`")
def _():
    """Host: the regional host is signed, the common one sent"""
    return signed_as(post(), headers={"Host": "faceid.ap-guangzhou.tencentcloudapi.com"})


@mistake("host", evidence="faceid.intl.tencentcloudapi.com`")
def _():
    """Host: the international host is signed, the common one sent"""
    return signed_as(post(), headers={"Host": "faceid.intl.tencentcloudapi.com"})


@mistake("host", "other", evidence="https://faceid.tencentcloudapi.com`")
def _():
    """Host: it is signed with https:// before it"""
    return signed_as(post(), headers={"Host": "https://faceid.tencentcloudapi.com"}, service="faceid")


@mistake("host", "other", evidence="faceid.tencentcloudapi.com/`")
def _():
    """Host: it is signed with a slash after it"""
    return signed_as(post(), headers={"Host": "faceid.tencentcloudapi.com/"}, service="faceid")


# --- body -------------------------------------------------------------------------------------------------------------


@mistake("body_line_end")
def _():
    """body: a line feed is added after signing"""
    return signed_body(COMPACT, post(COMPACT + b"\n"))


@mistake("body_line_end")
def _():
    """body: a line feed is signed and not sent"""
    return signed_body(COMPACT + b"\n")


@mistake("body_line_end")
def _():
    """body: line feeds become CR LF after signing"""
    text = json.dumps(INPUT, indent=2).encode()
    return signed_body(text, post(text.replace(b"\n", b"\r\n")))


@mistake("body_line_end")
def _():
    """body: CR LF is signed, line feeds are sent"""
    text = json.dumps(INPUT, indent=2).encode()
    return signed_body(text.replace(b"\n", b"\r\n"), post(text))


@mistake("body_byte_order_mark")
def _():
    """body: a byte order mark is sent and not signed"""
    return signed_body(COMPACT, post(b"\xef\xbb\xbf" + COMPACT))


@mistake("body_byte_order_mark")
def _():
    """body: a byte order mark is signed and not sent"""
    return signed_body(b"\xef\xbb\xbf" + COMPACT)


@mistake("body_serialized_again")
def _():
    """body: compact JSON is signed, JSON with blanks is sent"""
    return signed_body(COMPACT, post(json.dumps(INPUT, ensure_ascii=False).encode()))


@mistake("body_serialized_again")
def _():
    """body: JSON with blanks is signed, compact JSON is sent"""
    return signed_body(json.dumps(INPUT, ensure_ascii=False).encode())


@mistake("body_serialized_again")
def _():
    """body: JSON in ASCII is signed, UTF-8 is sent"""
    return signed_body(json.dumps(INPUT, separators=(",", ":")).encode())


@mistake("body_serialized_again")
def _():
    """body: UTF-8 is signed, JSON in ASCII is sent"""
    return signed_body(COMPACT, post(json.dumps(INPUT, separators=(",", ":")).encode()))


@mistake("body_serialized_again")
def _():
    """body: json.dumps() of Python is signed, compact UTF-8 is sent"""
    return signed_body(json.dumps(INPUT).encode())


@mistake("body_serialized_again")
def _():
    """body: members sorted by name are signed"""
    return signed_body(json.dumps(INPUT, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode())


@mistake("body_serialized_again")
def _():
    """body: json_encode() of PHP, which escapes slashes, is signed"""
    return signed_body(json.dumps(INPUT, separators=(",", ":")).replace("/", "\\/").encode())


@mistake("body_serialized_again")
def _():
    """body: indented JSON is signed, compact JSON is sent"""
    return signed_body(json.dumps(INPUT, ensure_ascii=False, indent=2).encode())


@mistake("body_empty")
def _():
    """body: an empty body is signed, {} is sent"""
    return signed_body(b"", post(b"{}"))


@mistake("body_empty")
def _():
    """body: {} is signed, an empty body is sent"""
    return signed_body(b"{}", post(b""))


@mistake("body_encoded_twice")
def _():
    """body: JSON is signed, that JSON as a JSON string is sent"""
    return signed_body(COMPACT, post(json.dumps(COMPACT.decode(), ensure_ascii=False).encode()))


@mistake("body_encoded_twice")
def _():
    """body: JSON as a JSON string is signed, the JSON is sent"""
    return signed_body(json.dumps(COMPACT.decode(), ensure_ascii=False).encode())


@mistake("body_compressed")
def _():
    """body: the HTTP client compresses it after signing"""
    return signed_body(COMPACT, post(gzip.compress(COMPACT, mtime=0)).set("Content-Encoding", "gzip"))


@mistake("body_empty", "other")
def _():
    """body: the hash of nothing is signed with a body, as for GET"""
    return signed_body(b"")


@mistake("body_unsigned", "other")
def _():
    """body: UNSIGNED-PAYLOAD is signed, and its header is not sent"""
    return sign(post(), KEYS, body=b"UNSIGNED-PAYLOAD")


@mistake("body_character_set", "other")
def _():
    """body: UTF-16 is signed, UTF-8 is sent"""
    return signed_body(COMPACT.decode().encode("utf-16-le"))


@mistake("body_character_set", "other")
def _():
    """body: Latin-1 is signed, UTF-8 is sent"""
    return signed_body(COMPACT.decode().encode("latin-1"))


@mistake("body_serialized_again", "other")
def _():
    """body: JSON of Go, which escapes < and &, is signed"""
    body = b'{"Url":"https://example.com/?a=1&b=<2>"}'
    return signed_body(body.replace(b"&", b"\\u0026").replace(b"<", b"\\u003c").replace(b">", b"\\u003e"), post(body))


def escaped(text, characters, digits):
    """Returns a text with some characters, and in capitals all beyond ASCII, as JSON escapes by number."""
    by_number = lambda c: c in characters or (digits == "X" and ord(c) > 126)
    return "".join(f"\\u{ord(c):04{digits}}" if by_number(c) else c for c in text)


@mistake("body_serialized_again", "other")
def _():
    """body: JSON of System.Text.Json of .NET is signed, which escapes + and all beyond ASCII in capitals"""
    name = "José +1 <b>"
    signed = '{"Name":"' + escaped(name, "+<>&'`", "X") + '"}'
    return signed_body(signed.encode(), post(json.dumps({"Name": name}, ensure_ascii=False).encode()))


@mistake("body_serialized_again", "other")
def _():
    """body: JSON of Gson of Java is signed, which escapes = and '"""
    url = "https://example.com/?id='7'&x=é"
    signed = '{"Url":"' + escaped(url, "<>&='", "x") + '"}'
    return signed_body(signed.encode(), post(json.dumps({"Url": url}, ensure_ascii=False, separators=(",", ":")).encode()))


@mistake("body_serialized_again", "other", evidence="[object Object]")
def _():
    """body: an object of JavaScript is signed as a text"""
    return signed_body(b"[object Object]")


# --- query, method, path ----------------------------------------------------------------------------------------------


def signed_query(signed, sent):
    return signed_as(get(sent), query=signed)


@mistake("query_encoding")
def _():
    """query: %20 is signed, + is sent"""
    return signed_query("Name=a%20b&Limit=1", "Name=a+b&Limit=1")


@mistake("query_encoding")
def _():
    """query: + is signed, %20 is sent"""
    return signed_query("Name=a+b&Limit=1", "Name=a%20b&Limit=1")


@mistake("query_encoding")
def _():
    """query: ~ and * are sent encoded"""
    return signed_query("Name=a~b*c", "Name=a%7Eb%2Ac")


@mistake("query_encoding")
def _():
    """query: hex digits in lower case are signed"""
    return signed_query("Name=a%2fb%3ac", "Name=a%2Fb%3Ac")


@mistake("query_encoding")
def _():
    """query: the decoded text is signed"""
    return signed_query("Name=a/b:c&Limit=1", "Name=a%2Fb%3Ac&Limit=1")


@mistake("query_encoding", "other")
def _():
    """query: it is encoded twice in the signed text"""
    return signed_query("Name=a%252Fb", "Name=a%2Fb")


@mistake("query_order")
def _():
    """query: a sorted copy is signed, as for SigV4"""
    return signed_query("Limit=10&Name=x&Zone=y", "Zone=y&Limit=10&Name=x")


@mistake("query_order")
def _():
    """query: the HTTP client sorts it after signing"""
    return signed_query("Zone=y&Limit=10&Name=x", "Limit=10&Name=x&Zone=y")


@mistake("query_place")
def _():
    """query: it is signed as the body of the GET request"""
    return signed_as(get("Limit=10&Offset=0"), query="", body=b"Limit=10&Offset=0")


@mistake("query_place")
def _():
    """query: an empty query is signed"""
    return signed_query("", "Limit=10&Offset=0")


@mistake("method")
def _():
    """method: GET is signed, POST is sent"""
    return signed_as(post(), method="GET")


@mistake("method")
def _():
    """method: written in lower case"""
    return sign(post(), KEYS, method="post")


@mistake("path")
def _():
    """path: an empty one is signed"""
    return sign(post(), KEYS, uri="")


@mistake("path")
def _():
    """path: a slash is added on the way"""
    return signed_as(post(path="/v1/"), path="/v1")


@mistake("path", "other")
def _():
    """path: the whole address is signed"""
    return sign(post(), KEYS, uri="https://faceid.tencentcloudapi.com/")


@mistake("path", "other")
def _():
    """path: it is signed with the query"""
    return sign(get(), KEYS, uri=lambda steps: f"/?{steps.request.query}")


@mistake("path", "other")
def _():
    """path: a proxy puts a prefix before it"""
    return signed_then(lambda request: setattr(request, "path", "/proxy/faceid/"))


# --- time -------------------------------------------------------------------------------------------------------------


def local_date(hours, timestamp):
    return time.strftime("%Y-%m-%d", time.gmtime(timestamp + hours * 3600))


@mistake("date_of_local_time")
def _():
    """date: that of UTC+8, after midnight there"""
    return sign(post(timestamp=EVENING), KEYS, date=local_date(8, EVENING))


@mistake("date_of_local_time")
def _():
    """date: that of UTC-5, before midnight there"""
    return sign(post(timestamp=EVENING + 2 * 3600), KEYS, date=local_date(-5, EVENING + 2 * 3600))


@mistake("date_of_local_time")
def _():
    """date: local in the key, UTC in the scope"""
    return sign(post(timestamp=EVENING), KEYS, words=[local_date(8, EVENING), "faceid", "tc3_request"])


@mistake("date_of_other_reading")
def _():
    """date: read before midnight, the time after it"""
    midnight = 1700006400
    return sign(post(timestamp=midnight + 1), KEYS, date=local_date(0, midnight - 1))


@mistake("timestamp_unit")
def _():
    """timestamp: milliseconds in header and string to sign"""
    milliseconds = str(NOON * 1000 + 123)
    return sign(post().set("X-TC-Timestamp", milliseconds), KEYS, date=local_date(0, NOON))


@mistake("timestamp_unit")
def _():
    """timestamp: milliseconds in the string to sign only"""
    return sign(post(), KEYS, timestamp=str(NOON * 1000))


@mistake("timestamp_unit")
def _():
    """timestamp: a fraction in the string to sign"""
    return sign(post(), KEYS, timestamp=f"{NOON}.0")


@mistake("timestamp_unit")
def _():
    """timestamp: a fraction in header and string to sign"""
    return sign(post().set("X-TC-Timestamp", f"{NOON}.25"), KEYS, date=local_date(0, NOON))


@mistake("timestamp_differs")
def _():
    """timestamp: the header is of a second later than the string to sign"""
    return sign(post(), KEYS, timestamp=str(NOON - 1))


@mistake("timestamp_differs")
def _():
    """timestamp: the request is sent 90 seconds later with a new header"""
    return signed_then(lambda request: request.set("X-TC-Timestamp", str(NOON + 90)))


@mistake("clock", time=NOON + 3600, response="AuthFailure.SignatureExpire")
def _():
    """time: the clock is an hour slow"""
    return sign(post(), KEYS)


@mistake("clock", time=NOON - 400)
def _():
    """time: the clock is 400 seconds fast"""
    return sign(post(), KEYS)


@mistake("date_form", "other")
def _():
    """date: without dashes, as for SigV4"""
    return sign(post(), KEYS, date=time.strftime("%Y%m%d", time.gmtime(NOON)))


@mistake("clock", response="AuthFailure.SignatureExpire", message=f"... to avoid a deviation between `Timestamp` and the server time {NOON + 3600}.", evidence="3600 seconds slow")
def _():
    """time: the clock is an hour slow, and only the message has the time of the service"""
    return sign(post(), KEYS)


@mistake("timestamp_missing", "other")
def _():
    """timestamp: a proxy removes its header"""
    return signed_then(lambda request: request.remove("X-TC-Timestamp"))


@mistake("date_form", "other")
def _():
    """date: its month is counted from 0"""
    return sign(post(), KEYS, date="2023-10-14")


@mistake("date_of_other_reading", "other")
def _():
    """date: a process keeps that of its start, three days before"""
    return sign(post(), KEYS, date=local_date(-72, NOON))


@mistake("date_of_other_reading", "other")
def _():
    """date: read after midnight, the time before it"""
    midnight = 1700006400
    return sign(post(timestamp=midnight - 1), KEYS, date=local_date(0, midnight + 1))


# --- scope and algorithm ----------------------------------------------------------------------------------------------


@mistake("service")
def _():
    """service: the first label of a gateway's host"""
    return sign(post(host="api.example.com"), KEYS)


@mistake("service")
def _():
    """service: with capitals, from an endpoint with capitals"""
    return sign(get(host="CVM.tencentcloudapi.com"), KEYS)


@mistake("service")
def _():
    """service: that of another product"""
    return sign(post(), KEYS, service="cvm")


@mistake("service")
def _():
    """service: right in the scope, another one in the key"""
    return sign(post(), KEYS, words=[local_date(0, NOON), "cvm", "tc3_request"])


@mistake("terminator")
def _():
    """scope: it ends with aws4_request"""
    return sign(post(), KEYS, terminator="aws4_request")


@mistake("terminator")
def _():
    """scope: the key is derived with aws4_request"""
    return sign(post(), KEYS, words=[local_date(0, NOON), "faceid", "aws4_request"])


@mistake("scope_form", "other")
def _():
    """scope: it has a region, as for SigV4"""
    words = [local_date(0, NOON), "ap-singapore", "faceid", "tc3_request"]
    return sign(post(), KEYS, scope="/".join(words), words=words)


@mistake("algorithm_name")
def _():
    """algorithm: another name in the string to sign"""
    return sign(post(), KEYS, string_to_sign=lambda steps: "\n".join(["AWS4-HMAC-SHA256", steps.timestamp(), steps.scope(), steps.canonical_hash()]))


@mistake("algorithm_name")
def _():
    """algorithm: HmacSHA256 of version 1 in the header"""
    return sign(post(), KEYS, algorithm="HmacSHA256")


# --- key --------------------------------------------------------------------------------------------------------------


def with_key(change):
    return sign(post(), KEYS, secret_key=change(KEYS.secret_key))


@mistake("key_blanks")
def _():
    """key: a blank after it"""
    return with_key(lambda key: key.encode() + b" ")


@mistake("key_blanks")
def _():
    """key: a line feed after it, from a file"""
    return with_key(lambda key: key.encode() + b"\n")


@mistake("key_blanks")
def _():
    """key: CR LF after it, from a file of Windows"""
    return with_key(lambda key: key.encode() + b"\r\n")


@mistake("key_quotes")
def _():
    """key: in double quotes, from an environment file"""
    return with_key(lambda key: f'"{key}"'.encode())


@mistake("key_swapped")
def _():
    """key: id and key are swapped"""
    return sign(post(), Credential(KEYS.secret_key, KEYS.secret_id))


@mistake("key_swapped")
def _():
    """key: the id is used as the key"""
    return with_key(lambda key: KEYS.secret_id.encode())


@mistake("key_prefix")
def _():
    """key: without "TC3" before it"""
    return sign(post(), KEYS, first_key=KEYS.secret_key.encode())


@mistake("key_prefix")
def _():
    """key: "TC3" twice before it"""
    return with_key(lambda key: b"TC3" + key.encode())


@mistake("key_prefix")
def _():
    """key: "AWS4" before it"""
    return sign(post(), KEYS, first_key=b"AWS4" + KEYS.secret_key.encode())


@mistake("key_decoded")
def _():
    """key: decoded from base64"""
    return with_key(lambda key: base64.b64decode(key))


HEX_KEYS = Credential("AKIDhexhexhexhexhexhexhexhexEXAMPLE0", "00112233445566778899aabbccddeeff")


@mistake("key_decoded", credential=HEX_KEYS)
def _():
    """key: decoded from hexadecimal digits"""
    return sign(post(), HEX_KEYS, secret_key=bytes.fromhex(HEX_KEYS.secret_key))


@mistake("key_of_other_credential", others=(OTHER_KEYS,))
def _():
    """key: that of another credential"""
    return sign(post(), KEYS, secret_key=OTHER_KEYS.secret_key.encode())


@mistake("credential_differs", others=(OTHER_KEYS,))
def _():
    """key: id and key are those of another credential"""
    return sign(post(), OTHER_KEYS)


@mistake("key_derivation", "other")
def _():
    """key: the key of a step and its message are exchanged"""
    return sign(post(), KEYS, signing_key=exchanged)


def exchanged(steps):
    key = steps.first_key()
    for word in steps.words():
        key = steps.hmac(word.encode(), key)
    return key


@mistake("key_derivation", "other")
def _():
    """key: the secret key signs, no key is derived"""
    return sign(post(), KEYS, signing_key=lambda steps: steps.secret_key())


@mistake("key_derivation", "other")
def _():
    """key: the step of the service is left out"""
    return sign(post(), KEYS, words=[local_date(0, NOON), "tc3_request"])


@mistake("key_empty", "other")
def _():
    """key: empty, from a variable that is not set"""
    return with_key(lambda key: b"")


@mistake("key_empty", "other")
def _():
    """key: the word undefined, from a variable that is not set"""
    return with_key(lambda key: b"undefined")


# --- digests ----------------------------------------------------------------------------------------------------------


@mistake("digest_upper_case")
def _():
    """digest: the signature in upper-case hex"""
    return sign(post(), KEYS, signature=lambda steps: steps.digest().hex().upper())


@mistake("digest_upper_case")
def _():
    """digest: the payload hash in upper-case hex"""
    return sign(post(), KEYS, payload_hash=lambda steps: sha256(steps.body()).hexdigest().upper())


@mistake("digest_upper_case")
def _():
    """digest: the hash of the canonical request in upper-case hex"""
    return sign(post(), KEYS, canonical_hash=lambda steps: sha256(steps.canonical_request().encode()).hexdigest().upper())


@mistake("digest_form")
def _():
    """digest: keys are passed on as hex in place of bytes"""
    return sign(post(), KEYS, between=lambda steps, digest: digest.hex().encode())


@mistake("digest_form", "other")
def _():
    """digest: the signature in base64"""
    return sign(post(), KEYS, signature=lambda steps: base64.b64encode(steps.digest()).decode())


@mistake("digest_form")
def _():
    """digest: the hash of the canonical request as bytes"""
    def raw(steps):
        before = "\n".join([steps.algorithm(), steps.timestamp(), steps.scope(), ""])
        return before.encode() + sha256(steps.canonical_request().encode()).digest()

    return sign(post(), KEYS, digest=lambda steps: steps.hmac(steps.signing_key(), raw(steps)))


def first_that_differs(**wrong):
    """Returns the first request after noon for which a wrong step makes another signature."""
    for timestamp in range(NOON, NOON + 3600):
        request = sign(post(timestamp=timestamp), KEYS, **wrong)
        if request.get("authorization") != sign(post(timestamp=timestamp), KEYS).get("authorization"):
            return request
    raise ValueError(wrong)


@mistake("digest_cut")
def _():
    """digest: the signature ends at its first zero byte"""
    return first_that_differs(signature=lambda steps: steps.digest().split(b"\0")[0].hex())


# A secret key with which one of the derived keys has a zero byte.
ZERO_KEYS = Credential("AKIDzerozerozerozerozerozerozEXAMPLE", "Gu5t9xGARNpq86cd98joQYC0000EXAMPLE")


@mistake("digest_cut", credential=ZERO_KEYS)
def _():
    """digest: keys of the derivation end at their first zero byte"""
    return sign(post(), ZERO_KEYS, between=lambda steps, digest: digest.split(b"\0")[0])


@mistake("digest_zeros")
def _():
    """digest: bytes of the signature as hex without leading zeros"""
    return first_that_differs(signature=lambda steps: "".join(f"{byte:x}" for byte in steps.digest()))


@mistake("digest_zeros")
def _():
    """digest: bytes of the payload hash as hex without leading zeros"""
    return sign(post(), KEYS, payload_hash=lambda steps: "".join(f"{byte:x}" for byte in sha256(steps.body()).digest()))


@mistake("signature_cut", "other")
def _():
    """digest: the last digit of the signature is lost"""
    return sign(post(), KEYS, signature=lambda steps: steps.digest().hex()[:-1])


@mistake("payload_hash", "other")
def _():
    """digest: the payload is hashed twice"""
    return sign(post(), KEYS, payload_hash=lambda steps: sha256(sha256(steps.body()).hexdigest().encode()).hexdigest())


@mistake("digest_form", "other")
def _():
    """digest: only the last key is used as hex in place of bytes"""
    return sign(post(), KEYS, digest=lambda steps: steps.hmac(steps.signing_key().hex().encode(), steps.string_to_sign().encode()))


# --- the canonical request --------------------------------------------------------------------------------------------


def with_canonical(change):
    def canonical(steps):
        parts = [steps.method(), steps.uri(), steps.query(), steps.header_lines(), steps.signed_headers(), steps.payload_hash()]
        return change(parts)

    return sign(post(), KEYS, canonical_request=canonical)


@mistake("canonical_lines")
def _():
    """canonical request: no empty line after the headers"""
    return with_canonical(lambda parts: "\n".join([*parts[:3], parts[3].rstrip("\n"), *parts[4:]]))


@mistake("canonical_lines")
def _():
    """canonical request: a line feed at its end"""
    return with_canonical(lambda parts: "\n".join(parts) + "\n")


@mistake("canonical_lines")
def _():
    """canonical request: no line for the empty query"""
    return with_canonical(lambda parts: "\n".join([*parts[:2], *parts[3:]]))


@mistake("canonical_lines", "other")
def _():
    """canonical request: CR LF between its lines"""
    return with_canonical(lambda parts: "\n".join(parts).replace("\n", "\r\n"))


@mistake("canonical_lines", "other")
def _():
    """canonical request: a blank after the colon of headers"""
    return sign(post(), KEYS, header_lines=lambda steps: "".join(f"{name}: {value}\n" for name, value in steps.values()))


def in_lines(line_end, string_to_sign=False):
    """Signs with another line end in the canonical request, and in the string to sign too."""
    replaced = {"canonical_hash": lambda steps: sha256(steps.canonical_request().replace("\n", line_end).encode()).hexdigest()}
    if string_to_sign:
        lines = lambda steps: line_end.join([steps.algorithm(), steps.timestamp(), steps.scope(), steps.canonical_hash()])
        replaced["string_to_sign"] = lines
    return sign(post(), KEYS, **replaced)


@mistake("canonical_lines", "other")
def _():
    """canonical request: a backslash and n in place of each line feed"""
    return in_lines("\\n")


@mistake(("canonical_lines", "string_to_sign_form"), "other")
def _():
    """canonical request and string to sign: a backslash and n in place of each line feed, from single quotes"""
    return in_lines("\\n", string_to_sign=True)


@mistake(("canonical_lines", "string_to_sign_form"), "other")
def _():
    """canonical request and string to sign: CR LF between their lines"""
    return in_lines("\r\n", string_to_sign=True)


@mistake("canonical_value_case")
def _():
    """canonical request: the value of X-TC-Action keeps its capitals"""
    return sign(post(), KEYS, names=["content-type", "host", "x-tc-action"], value=lambda steps, name: steps.request.get(name))


@mistake(("canonical_value_case", "content_type"))
def _():
    """canonical request: the boundary in Content-Type is signed in lower case"""
    body = b'--Xyz\r\nContent-Disposition: form-data; name="Limit"\r\n\r\n3\r\n--Xyz--\r\n'
    request = post(body, content_type="multipart/form-data; boundary=Xyz")
    return sign(request, KEYS, value=lambda steps, name: steps.request.get(name).lower())


@mistake(("canonical_value_case", "host"))
def _():
    """canonical request: Host keeps its capitals"""
    request = post(host="Faceid.TencentCloudAPI.com")
    return sign(request, KEYS, value=lambda steps, name: steps.request.get(name), service="faceid")


def in_order(*names):
    return lambda steps: [(name, steps.value(name)) for name in names]


@mistake("header_order")
def _():
    """canonical request: headers unsorted, in list and lines"""
    return sign(post(), KEYS, values=in_order("host", "content-type"), signed_headers="host;content-type")


@mistake("header_order")
def _():
    """canonical request: headers sorted by a locale, x_a before x-a"""
    names = ["content-type", "host", "x_trace", "x-tc-action"]
    return sign(post().set("x_trace", "7"), KEYS, values=in_order(*names), signed_headers=";".join(names))


@mistake("header_order", "other")
def _():
    """canonical request: lines unsorted, the list sorted"""
    return sign(post(), KEYS, values=in_order("host", "content-type"))


@mistake("signed_headers_case")
def _():
    """canonical request: names in capitals, in list and lines"""
    return sign(post(), KEYS, values=in_order("Content-Type", "Host"), signed_headers="Content-Type;Host")


@mistake("signed_headers_case")
def _():
    """canonical request: names in capitals in the list only"""
    return sign(post(), KEYS, signed_headers="Content-Type;Host")


@mistake("header_removed")
def _():
    """headers: a signed header is removed on the way"""
    return signed_then(lambda request: request.remove("X-TC-TraceId"), post().set("X-TC-TraceId", "7d5c"), names=["content-type", "host", "x-tc-traceid"])


@mistake("header_changed", "other")
def _():
    """headers: X-TC-Action is signed, and another one is sent"""
    return signed_then(lambda request: request.set("X-TC-Action", "applylivenesstoken2"), names=["content-type", "host", "x-tc-action"])


@mistake("header_not_signed", "other")
def _():
    """headers: Host is missing from the signed headers"""
    return sign(post(), KEYS, names=["content-type"])


@mistake("authorization_form", "other")
def _():
    """Authorization: a comma is missing"""
    return signed_then(lambda request: request.set("Authorization", request.get("authorization").replace(", Signed", " Signed")))


@mistake("string_to_sign_form", "other")
def _():
    """string to sign: the canonical request itself in place of its hash"""
    return sign(post(), KEYS, canonical_hash=lambda steps: steps.canonical_request())


@mistake("string_to_sign_form", "other")
def _():
    """string to sign: a line feed at its end"""
    return sign(post(), KEYS, string_to_sign=lambda steps: "\n".join([steps.algorithm(), steps.timestamp(), steps.scope(), steps.canonical_hash(), ""]))


@mistake("header_changed", "other", headers=(("X-TC-Action", "GetLivenessResult"), ("X-TC-Action", "ApplyLivenessToken")), evidence="X-TC-Action `ApplyLivenessToken`")
def _():
    """headers: X-TC-Action is signed, and another one is sent of those that the program calls"""
    return signed_then(lambda request: request.set("X-TC-Action", "GetLivenessResult"), names=["content-type", "host", "x-tc-action"])


@mistake("authorization_form", "other")
def _():
    """Authorization: a blank in the list of signed headers"""
    return signed_then(lambda request: request.set("Authorization", request.get("authorization").replace("type;host", "type; host")))


@mistake("authorization_form", "other")
def _():
    """Authorization: the names of its parts in lower case"""
    return signed_then(lambda request: request.set("Authorization", request.get("authorization").replace("SignedHeaders=", "signedheaders=")))


# --- token and version 1 ----------------------------------------------------------------------------------------------


@mistake("token_missing", credential=TEMPORARY_KEYS, response="AuthFailure.SecretIdNotFound")
def _():
    """token: not sent with temporary keys"""
    return sign(post(), TEMPORARY_KEYS)


@mistake("token_differs", credential=TEMPORARY_KEYS, response="AuthFailure.TokenFailure")
def _():
    """token: that of other keys"""
    return sign(post().set("X-TC-Token", "token-of-other-keys"), TEMPORARY_KEYS)


@mistake("token_unexpected", response="AuthFailure.TokenFailure")
def _():
    """token: sent with permanent keys"""
    return sign(post().set("X-TC-Token", TEMPORARY_KEYS.token), KEYS)


@mistake(("header_changed", "token_differs"), credential=TEMPORARY_KEYS)
def _():
    """token: signed, and another one is sent"""
    return signed_then(
        lambda request: request.set("X-TC-Token", "token-of-other-keys"),
        post().set("X-TC-Token", TEMPORARY_KEYS.token),
        TEMPORARY_KEYS,
        names=["content-type", "host", "x-tc-token"],
    )


@mistake("signature_version_1")
def _():
    """version 1: the parameters and the signature are in the query"""
    parameters = f"Action=DescribeInstances&Nonce=7&Region=ap-guangzhou&SecretId={KEYS.secret_id}&SignatureMethod=HmacSHA256"
    return get(f"{parameters}&Timestamp={NOON}&Version=2017-03-12&Signature=EliP9YW3pW28FpsEdkXt%2F%2BWcGeI%3D")


@mistake("signature_version_1")
def _():
    """version 1: the parameters and the signature are in the body"""
    parameters = f"Action=ApplyLivenessToken&Nonce=7&SecretId={KEYS.secret_id}&SignatureMethod=HmacSHA1&Timestamp={NOON}"
    return post(f"{parameters}&Version=2018-03-01&Signature=EliP9YW3pW28FpsEdkXt%2F%2BWcGeI%3D".encode(), content_type="application/x-www-form-urlencoded")


@mistake(("header_removed", "token_missing"), "other", credential=TEMPORARY_KEYS)
def _():
    """token: signed, and removed on the way"""
    return signed_then(
        lambda request: request.remove("X-TC-Token"), post().set("X-TC-Token", TEMPORARY_KEYS.token), TEMPORARY_KEYS, names=["content-type", "host", "x-tc-token"]
    )


@mistake("header_changed", "other", credential=TEMPORARY_KEYS, others=(OLD_TEMPORARY_KEYS,))
def _():
    """token: that before the last renewal is signed, the new one is sent"""
    return signed_then(
        lambda request: request.set("X-TC-Token", TEMPORARY_KEYS.token),
        post().set("X-TC-Token", OLD_TEMPORARY_KEYS.token),
        TEMPORARY_KEYS,
        names=["content-type", "host", "x-tc-token"],
    )


@mistake(
    ("signature_version_1", "request_too_large"),
    response="AuthFailure.SignatureFailure",
    message="The credentials could not be validated because the request exceeds the request size limit of the old signature method.",
)
def _():
    """version 1: a body of more than 1 MB, which the service reports as a wrong signature"""
    parameters = f"Action=ApplyLivenessToken&Nonce=7&SecretId={KEYS.secret_id}&SignatureMethod=HmacSHA256&Timestamp={NOON}&Image={'A' * 1_100_000}"
    return post(f"{parameters}&Version=2018-03-01&Signature=EliP9YW3pW28FpsEdkXt%2F%2BWcGeI%3D".encode(), content_type="application/x-www-form-urlencoded")


# --- what the service says --------------------------------------------------------------------------------------------


@mistake("secret_id_unknown", response="AuthFailure.SecretIdNotFound")
def _():
    """service: the secret id is unknown"""
    return sign(post(), KEYS)


@mistake("other_site", response="AuthFailure.SecretIdNotFound")
def _():
    """service: an international host does not know the keys of the other site"""
    return sign(post(host="faceid.intl.tencentcloudapi.com"), KEYS)


@mistake("request_too_large", response="RequestSizeLimitExceeded")
def _():
    """service: the query is too large"""
    return sign(get("Filter=" + 33_000 * "a"), KEYS)


@mistake("other_site", response="AuthFailure.SecretIdNotFound")
def _():
    """service: a host of China does not know the keys of the international site"""
    return sign(post(host="faceid.tencentcloudapi.com.cn"), KEYS)


@mistake("request_too_large", response="AuthFailure.SignatureFailure", message="... because of exceeding request size limit ...")
def _():
    """service: it reports a large request as a wrong signature"""
    return sign(post(), KEYS)


@mistake("token_differs", response="AuthFailure.TokenFailure")
def _():
    """service: it does not take the token, and the request has the one of the keys"""
    return sign(post(), KEYS)


# --- two mistakes -----------------------------------------------------------------------------------------------------


@mistake(("content_type", "body_line_end"), "pair")
def _():
    """pair: charset added and line feed added"""
    return signed_as(post(COMPACT + b"\n", content_type="application/json; charset=utf-8"), body=COMPACT, headers={"Content-Type": "application/json"})


@mistake(("content_type", "host"), "pair")
def _():
    """pair: charset added and port added"""
    return signed_then(lambda request: request.set("Content-Type", "application/json; charset=utf-8").set("Host", "faceid.tencentcloudapi.com:443"))


@mistake(("date_of_local_time", "content_type"), "pair")
def _():
    """pair: local date and charset added"""
    return signed_then(lambda request: request.set("Content-Type", "application/json; charset=utf-8"), post(timestamp=EVENING), date=local_date(8, EVENING))


@mistake(("key_blanks", "content_type"), "pair")
def _():
    """pair: line feed after the key and charset added"""
    return signed_then(lambda request: request.set("Content-Type", "application/json; charset=utf-8"), secret_key=KEYS.secret_key.encode() + b"\n")


@mistake(("key_prefix", "date_of_local_time"), "pair")
def _():
    """pair: no "TC3" before the key and local date"""
    return sign(post(timestamp=EVENING), KEYS, first_key=KEYS.secret_key.encode(), date=local_date(8, EVENING))


@mistake(("body_serialized_again", "host"), "pair")
def _():
    """pair: JSON with blanks is signed and a port is added"""
    return signed_as(post(host="faceid.tencentcloudapi.com:443"), body=json.dumps(INPUT).encode(), headers={"Host": "faceid.tencentcloudapi.com"})


@mistake(("digest_upper_case", "content_type"), "pair")
def _():
    """pair: upper-case signature and charset added"""
    return signed_then(lambda request: request.set("Content-Type", "application/json; charset=utf-8"), signature=lambda steps: steps.digest().hex().upper())


@mistake(("query_order", "query_encoding"), "pair")
def _():
    """pair: a sorted copy with + is signed"""
    return signed_query("Limit=1&Name=a+b", "Name=a%20b&Limit=1")


@mistake(("method", "body_empty"), "pair")
def _():
    """pair: GET with an empty body is signed"""
    return signed_as(post(), method="GET", body=b"")


@mistake(("canonical_lines", "key_prefix"), "pair")
def _():
    """pair: no empty line after the headers and no "TC3" before the key"""
    canonical = lambda steps: "\n".join([steps.method(), steps.uri(), steps.query(), steps.header_lines() + steps.signed_headers(), steps.payload_hash()])
    return sign(post(), KEYS, canonical_request=canonical, first_key=KEYS.secret_key.encode())


@mistake(("timestamp_differs", "host"), "pair")
def _():
    """pair: a new timestamp and a port"""
    return signed_then(lambda request: request.set("X-TC-Timestamp", str(NOON + 2)).set("Host", "faceid.tencentcloudapi.com:443"))


@mistake(("service", "content_type"), "pair")
def _():
    """pair: another service and charset added"""
    return signed_then(lambda request: request.set("Content-Type", "application/json; charset=utf-8"), service="cvm")


@mistake(("key_empty", "content_type"), "pair")
def _():
    """pair: an empty key and charset added"""
    return signed_then(lambda request: request.set("Content-Type", "application/json; charset=utf-8"), secret_key=b"")


@mistake(("method", "date_of_local_time", "date_of_other_reading"), "pair")
def _():
    """pair: GET is signed, with a local date in the key"""
    return sign(post(timestamp=EVENING), KEYS, method="GET", words=[local_date(8, EVENING), "faceid", "tc3_request"])


@mistake(("digest_form", "content_type"), "pair")
def _():
    """pair: the last key as hex and charset added"""
    signed = sign(post(), KEYS, digest=lambda steps: steps.hmac(steps.signing_key().hex().encode(), steps.string_to_sign().encode()))
    return signed.set("Content-Type", "application/json; charset=utf-8")


@mistake(("host", "body_serialized_again"), "pair")
def _():
    """pair: https:// before the host, and JSON of Python is signed"""
    return signed_as(post(), headers={"Host": "https://faceid.tencentcloudapi.com"}, body=json.dumps(INPUT).encode(), service="faceid")


for number, (names, possible, combined) in enumerate(combinations(post(timestamp=EVENING), KEYS, OTHER_KEYS), 1):
    name = f"combination {number}: {names}"
    MISTAKES.append(Mistake(name, "combination", possible, combined, hosts=("gateway.example.com",), others=(OTHER_KEYS,)))


# --- what nobody can know ---------------------------------------------------------------------------------------------


@mistake("unknown", "unknowable")
def _():
    """unknown: a wrong secret key"""
    return with_key(lambda key: b"kX9mP2qR7sT4uV1wY6zA3bC8dE5fG0hJ")


@mistake("unknown", "unknowable")
def _():
    """unknown: one character of the key is mistyped"""
    return with_key(lambda key: key.replace("9", "q").encode())


@mistake("unknown", "unknowable")
def _():
    """unknown: a value in the body is replaced after signing"""
    return signed_body(COMPACT.replace(b"done", b"over"))


@mistake("unknown", "unknowable")
def _():
    """unknown: half of the body is lost"""
    return signed_body(COMPACT + COMPACT)


@mistake("unknown", "unknowable")
def _():
    """unknown: a host that is not in any list is signed"""
    return signed_as(post(), headers={"Host": "internal-gateway-7.example.org"}, service="faceid")


@mistake("unknown", "unknowable")
def _():
    """unknown: a parameter is added to the query after signing"""
    return signed_query("Limit=10", "Limit=10&Session=4711")


@mistake("unknown", "unknowable")
def _():
    """unknown: the body is signed as GBK"""
    return signed_body('{"Name":"张三"}'.encode("gbk"), post('{"Name":"张三"}'.encode()))


@mistake("unknown", "unknowable")
def _():
    """unknown: HMAC with SHA-512, cut"""
    return sign(post(), KEYS, hmac=lambda steps, key, message: hmac.new(key, message, hashlib.sha512).digest()[:32])


@mistake("unknown", "unknowable")
def _():
    """unknown: digits of the signature are exchanged"""
    return sign(post(), KEYS, signature=lambda steps: steps.digest().hex()[::-1])


@mistake("unknown", "unknowable")
def _():
    """unknown: the type of the body was a type of a program's own"""
    return signed_as(post(), headers={"Content-Type": "application/vnd.example+json; version=7"})


@mistake("unknown", "unknowable")
def _():
    """unknown: a number of the body is written in another way"""
    return signed_body(COMPACT.replace(b":3}", b":3.00}"))



def main():
    json.dump({"mistakes": [as_json(each) for each in MISTAKES]}, sys.stdout, indent=1)


def as_json(each):
    return {
        "name": each.name,
        "kind": each.kind,
        "causes": each.causes,
        "request": each.make().bytes().hex(),
        "credential": dataclasses.asdict(each.credential),
        "evidence": each.evidence,
        "time": each.time,
        "hosts": each.hosts,
        "others": [dataclasses.asdict(other) for other in each.others],
        "response": each.response,
        "message": each.message,
        "headers": each.headers,
    }


if __name__ == "__main__":
    main()
