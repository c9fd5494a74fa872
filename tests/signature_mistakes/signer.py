# SPDX-License-Identifier: MIT
"""A small TC3 signer that can sign wrongly. It uses nothing of tc3, so that the mistakes that it makes are not those of tc3.

    request = Request(headers=[...], body=b"{}")
    sign(request, credential)                                     as the manual says
    sign(request, credential, date="2023-11-15")                  with one step replaced by a value
    sign(request, credential, body=lambda steps: b"")             or by a function of the steps
"""

import copy
import dataclasses
import hashlib
import hmac
import time


@dataclasses.dataclass(frozen=True)
class Credential:
    secret_id: str
    secret_key: str
    token: str = ""


@dataclasses.dataclass
class Request:
    """A request as it is sent. The Authorization header is added by sign()."""

    method: str = "POST"
    path: str = "/"
    query: str = ""
    headers: list = dataclasses.field(default_factory=list)
    body: bytes = b""

    def get(self, name):
        return next((value for known, value in self.headers if known.lower() == name.lower()), "")

    def set(self, name, value):
        """Replaces the value of a header, or adds the header."""
        names = [known.lower() for known, _ in self.headers]
        if name.lower() in names:
            self.headers[names.index(name.lower())] = (self.headers[names.index(name.lower())][0], value)
        else:
            self.headers.append((name, value))
        return self

    def remove(self, name):
        self.headers = [(known, value) for known, value in self.headers if known.lower() != name.lower()]
        return self

    def changed(self, **members):
        """Returns a copy with other members: what was sent after it was signed, or was signed before it was sent."""
        return dataclasses.replace(copy.deepcopy(self), **members)

    def bytes(self):
        target = self.path + ("?" + self.query if self.query else "")
        lines = [f"{self.method} {target} HTTP/1.1", *(f"{name}: {value}" for name, value in self.headers)]
        if self.method == "POST":
            lines.append(f"Content-Length: {len(self.body)}")
        return "\r\n".join([*lines, "", ""]).encode("latin-1") + self.body


class Steps:
    """The steps of a signature, each a method that a caller can replace."""

    def __init__(self, request, credential):
        self.request = request
        self.credential = credential

    # --- what is signed -----------------------------------------------------------------------------------------------

    def method(self):
        return self.request.method

    def uri(self):
        return self.request.path

    def query(self):
        return self.request.query

    def names(self):
        return ["content-type", "host"]

    def values(self):
        """Returns the pairs of name and value, in the order of the canonical request."""
        return [(name, self.value(name)) for name in sorted(self.names())]

    def value(self, name):
        """Returns a value as SDKs sign it: all in lower case, but for Content-Type."""
        value = self.request.get(name).strip()
        return value if name == "content-type" else value.lower()

    def header_lines(self):
        return "".join(f"{name}:{value}\n" for name, value in self.values())

    def signed_headers(self):
        return ";".join(sorted(self.names()))

    def body(self):
        return self.request.body

    def payload_hash(self):
        return hashlib.sha256(self.body()).hexdigest()

    def canonical_request(self):
        parts = [self.method(), self.uri(), self.query(), self.header_lines(), self.signed_headers(), self.payload_hash()]
        return "\n".join(parts)

    def canonical_hash(self):
        return hashlib.sha256(self.canonical_request().encode()).hexdigest()

    # --- the string to sign -------------------------------------------------------------------------------------------

    def timestamp(self):
        return self.request.get("x-tc-timestamp")

    def date(self):
        return time.strftime("%Y-%m-%d", time.gmtime(int(self.request.get("x-tc-timestamp"))))

    def service(self):
        return self.request.get("host").split(".")[0]

    def terminator(self):
        return "tc3_request"

    def scope(self):
        return f"{self.date()}/{self.service()}/{self.terminator()}"

    def algorithm(self):
        return "TC3-HMAC-SHA256"

    def string_to_sign(self):
        return "\n".join([self.algorithm(), self.timestamp(), self.scope(), self.canonical_hash()])

    # --- the key and the signature ------------------------------------------------------------------------------------

    def secret_key(self):
        return self.credential.secret_key.encode()

    def first_key(self):
        return b"TC3" + self.secret_key()

    def words(self):
        """Returns the words from which the key is derived, one after another."""
        return [self.date(), self.service(), self.terminator()]

    def hmac(self, key, message):
        return hmac.new(key, message, hashlib.sha256).digest()

    def between(self, digest):
        """Returns the key of the next step of a derivation."""
        return digest

    def signing_key(self):
        key = self.first_key()
        for word in self.words():
            key = self.between(self.hmac(key, word.encode()))
        return key

    def digest(self):
        return self.hmac(self.signing_key(), self.string_to_sign().encode())

    def signature(self):
        return self.digest().hex()

    # --- the header ---------------------------------------------------------------------------------------------------

    def secret_id(self):
        return self.credential.secret_id

    def authorization(self):
        credential = f"{self.secret_id()}/{self.scope()}"
        return f"{self.algorithm()} Credential={credential}, SignedHeaders={self.signed_headers()}, Signature={self.signature()}"


def sign(request, credential, **replaced):
    """Adds the Authorization header to a request and returns it. Each keyword replaces one of the Steps."""
    steps = Steps(request, credential)
    for name, step in replaced.items():
        if not hasattr(Steps, name):
            raise AttributeError(name)
        setattr(steps, name, bound(steps, step))
    request.headers.append(("Authorization", steps.authorization()))
    return request


def bound(steps, step):
    """Returns a step as a method: the step is a value, or a function of the steps and of its own arguments."""
    if callable(step):
        return lambda *arguments: step(steps, *arguments)
    return lambda *arguments: step
