# SPDX-License-Identifier: MIT
"""The service that the SDKs call: tc3 serve, over HTTP or TLS, with a proxy that leads to it."""

import contextlib
import json
import subprocess
import urllib.request

from relay import relay_to

SECONDS = 60
SECRET_ID = "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE"  # the manual's example: no account has it
SECRET_KEY = "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE"
TEMPORARY_ID, TEMPORARY_KEY, TOKEN = "AKIDtemporaryEXAMPLE", "temporaryKeyEXAMPLE", "tokenEXAMPLE"


class Service:
    def __init__(self, address, admin_address, proxy, ca_file):
        self.port = int(address.rpartition(":")[2])
        self.admin_address = admin_address
        self.proxy = proxy
        self.ca_file = ca_file
        self.scheme = "https" if ca_file else "http"

    @contextlib.contextmanager
    def scenario(self, scenario):
        self._admin("PUT", "/scenario", json.dumps(scenario).encode())
        try:
            yield
        finally:
            self._admin("DELETE", "/scenario")

    def requests(self):
        """Returns the last requests, each as the members of its line of the log."""
        return json.loads(self._admin("GET", "/requests"))

    def _admin(self, method, path, body=None):
        request = urllib.request.Request(self.admin_address + path, data=body, method=method)
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(request, timeout=SECONDS) as response:
            return response.read()


@contextlib.contextmanager
def running_service(program, api_json_files, log_file, ca_file=""):
    """Starts the program, with TLS if there is a file to write its certificate to."""
    command = [program, "serve", "--until-stdin-closes", "--credential", f"{TEMPORARY_ID}:{TEMPORARY_KEY}:{TOKEN}"]
    for file in api_json_files:
        command += ["--api-json", file]
    if ca_file:
        command += ["--tls", "--certificate", ca_file]
    with open(log_file, "w", encoding="utf-8") as log:
        server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True)
    with server:
        try:
            address = last_word(server.stdout.readline(), log_file)
            admin_address = last_word(server.stdout.readline(), log_file)
            with relay_to(int(address.rpartition(":")[2])) as proxy:
                yield Service(address, admin_address, f"http://{proxy}", ca_file)
        finally:
            server.stdin.close()
            server.wait(SECONDS)


def last_word(line, log_file):
    if not line:
        raise SystemExit(f"tc3 serve does not start: {log_file.read_text(encoding='utf-8').strip()}")
    return line.split()[-1]
