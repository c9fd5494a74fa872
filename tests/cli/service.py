# SPDX-License-Identifier: MIT
"""Starts `tc3 serve` and calls it, with the signer of tests/signature_mistakes: nothing of tc3 is in the client."""

import contextlib
import http.client
import json
import pathlib
import socket
import ssl
import subprocess
import sys
import time
import urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "signature_mistakes"))
import signer  # noqa: E402

SECONDS = 60
CREDENTIAL = signer.Credential("AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE", "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE")


class Service:
    """A running server: its addresses, and what it printed."""

    def __init__(self, process):
        self.process = process
        self.url = process.stdout.readline().split()[-1]
        self.admin_url = process.stdout.readline().split()[-1]
        self.credential_line = process.stdout.readline().strip()
        self.products = process.stdout.readline().strip()
        self.port = urllib.parse.urlsplit(self.url).port
        self.log = ""

    def stop(self):
        """Ends the server and returns its exit status. `log` has its log then."""
        self.process.terminate()
        self.log = self.process.communicate(timeout=SECONDS)[1]
        return self.process.returncode

    def admin(self, method, path, value=None, headers=None):
        """Returns status and JSON of an admin call."""
        port = urllib.parse.urlsplit(self.admin_url).port
        response, body = exchange(port, method, path, None if value is None else json.dumps(value), headers)
        text = body.decode()
        return response.status, json.loads(text) if "json" in response.getheader("Content-Type", "") else text

    def exchange(self, request_bytes, tls=None):
        """Sends bytes and returns all that comes back until the server closes or the response is complete."""
        with contextlib.ExitStack() as stack:
            connection = stack.enter_context(socket.create_connection(("127.0.0.1", self.port), SECONDS))
            if tls is not None:
                connection = stack.enter_context(tls.wrap_socket(connection, server_hostname="127.0.0.1"))
            connection.sendall(request_bytes)
            response = http.client.HTTPResponse(connection)
            response.begin()
            return response, response.read()

    def send(self, request, tls=None):
        """Sends a request as it is and returns the object `Response` of its response."""
        return json.loads(self.exchange(request.bytes(), tls)[1])["Response"]

    def call(self, action, parameters=None, tls=None, credential=CREDENTIAL, **changes):
        """Signs a call and returns the object `Response` of its response. `changes` are those of request()."""
        scope = changes.pop("scope", None)
        sent = self.request(action, parameters, **changes)
        signer.sign(sent, credential, **({"service": scope} if scope else {"service": "faceid"}))
        return self.send(sent, tls)

    def request(self, action, parameters=None, host=None, version="2018-03-01", token=""):
        headers = [
            ("Host", host or f"127.0.0.1:{self.port}"),
            ("Content-Type", "application/json"),
            ("X-TC-Action", action),
            ("X-TC-Version", version),
            ("X-TC-Region", "ap-singapore"),
            ("X-TC-Timestamp", str(int(time.time()))),
        ]
        if token:
            headers.append(("X-TC-Token", token))
        return signer.Request(headers=headers, body=json.dumps(parameters or {}).encode())


def exchange(port, method, path, body=None, headers=None):
    """Sends a request without a signature, and returns the response and its body."""
    with contextlib.closing(http.client.HTTPConnection("127.0.0.1", port, timeout=SECONDS)) as connection:
        connection.request(method, path, body, headers or {})
        response = connection.getresponse()
        return response, response.read()


@contextlib.contextmanager
def serve(program, *options):
    command = [program, "serve", *options]
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            yield Service(process)
        finally:
            process.kill()


def trusting(certificate_file):
    """Returns the settings of a TLS client that trusts the server's certificate alone."""
    return ssl.create_default_context(cafile=certificate_file)
