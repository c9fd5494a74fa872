# SPDX-License-Identifier: MIT
"""The flags, inputs and expected texts of the programs."""

import hashlib
import hmac
import pathlib
import re
import subprocess
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]

FLAGS = (
    "-std=c++20 -Os -ffunction-sections -fdata-sections -fno-exceptions -fno-rtti -Wl,--gc-sections "
    "-Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wold-style-cast -Wundef -Werror"
).split()

CONSTANT = re.compile(r'^inline constexpr [\w:]+ (\w+) = (?:R"\((.*)\)"|"(.*)"|(\d+));$', re.MULTILINE)
INPUT = {name: raw or text or number for name, raw, text, number in CONSTANT.findall((HERE / "inputs.hpp").read_text(encoding="utf-8"))}

SDK_TOKEN = "a token of one session"  # in the response of exchange.hpp


def run(command, **more):
    """Runs a command. Its standard output and its errors are in one text."""
    words = [str(word) for word in command]
    return subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False, **more)


def expected_text(name):
    """Returns the text that a program writes on success: the Authorization header, and the token that it read."""
    return {
        "authorization": authorization(hashlib.sha256),
        "exchange": f"{authorization(hashlib.sha256)}\n{SDK_TOKEN}",
        "exchange_strict": f"{authorization(hashlib.sha256)}\n{SDK_TOKEN}",
        "exchange_own_hash": f"{authorization(ToyHash)}\n{SDK_TOKEN}",
        "exchange_own_signer": f"{authorization(hashlib.sha256, lambda to_sign: ToyHash(to_sign).hexdigest())}\n{SDK_TOKEN}",
    }[name]


class ToyHash:
    """The function of toy_hash.hpp as a module of hmac takes it."""

    digest_size = 32
    block_size = 64

    def __init__(self, data=b""):
        self.sums, self.count = [0] * self.digest_size, 0
        self.update(data)

    def update(self, data):
        for byte in data:
            place = self.count % self.digest_size
            self.sums[place] = (self.sums[place] * 31 + byte) % 256
            self.count += 1

    def copy(self):
        other = ToyHash()
        other.sums, other.count = list(self.sums), self.count
        return other

    def digest(self):
        return bytes(self.sums)

    def hexdigest(self):
        return self.digest().hex()


def authorization(hash_class, sign=None):
    """Computes the header of docs/tc3-signing.md 1. `sign` makes the signature of a string to sign, instead of the secret key."""
    def hex_hash(text):
        return hash_class(text.encode()).hexdigest()

    names = "content-type;host"
    request = f"POST\n/\n\ncontent-type:application/json\nhost:{INPUT['host']}\n\n{names}\n{hex_hash(INPUT['body'])}"
    scope = time.strftime("%Y-%m-%d", time.gmtime(int(INPUT["now"]))) + "/faceid/tc3_request"
    to_sign = f"TC3-HMAC-SHA256\n{INPUT['now']}\n{scope}\n{hex_hash(request)}"
    signature = sign(to_sign.encode()) if sign else sign_with_key(scope, to_sign, hash_class)
    return f"TC3-HMAC-SHA256 Credential={INPUT['secret_id']}/{scope}, SignedHeaders={names}, Signature={signature}"


def sign_with_key(scope, to_sign, hash_class):
    key = b"TC3" + INPUT["secret_key"].encode()
    for step in [*scope.split("/"), to_sign]:
        key = hmac.new(key, step.encode(), hash_class).digest()
    return key.hex()
