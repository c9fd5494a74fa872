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

SDK_TOKEN = "a token of one session"  # in the response of exchange.cpp


def run(command, **more):
    """Runs a command. Its standard output and its errors are in one text."""
    words = [str(word) for word in command]
    return subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False, **more)


def expected_text(name):
    """Returns the text that a program writes on success: the Authorization header, and the token that it read."""
    return {"authorization": authorization(), "exchange": f"{authorization()}\n{SDK_TOKEN}"}[name]


def authorization():
    """Computes the header of docs/tc3-signing.md 1 with the hashes of Python."""
    names = "content-type;host"
    request = f"POST\n/\n\ncontent-type:application/json\nhost:{INPUT['host']}\n\n{names}\n{sha256(INPUT['body'])}"
    scope = time.strftime("%Y-%m-%d", time.gmtime(int(INPUT["now"]))) + "/faceid/tc3_request"
    to_sign = f"TC3-HMAC-SHA256\n{INPUT['now']}\n{scope}\n{sha256(request)}"
    key = b"TC3" + INPUT["secret_key"].encode()
    for step in scope.split("/"):
        key = hmac.digest(key, step.encode(), "sha256")
    signature = hmac.digest(key, to_sign.encode(), "sha256").hex()
    return f"TC3-HMAC-SHA256 Credential={INPUT['secret_id']}/{scope}, SignedHeaders={names}, Signature={signature}"


def sha256(text):
    return hashlib.sha256(text.encode()).hexdigest()
