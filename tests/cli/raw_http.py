# SPDX-License-Identifier: MIT
"""HTTP by hand, for tests that need bytes which no HTTP library sends: the program under test, raw connections, replies.

    with Server(PROGRAM, "idle=1000") as server, server.connect() as client:
        client.send(b"GET / HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n")
        reply = client.read_reply()
"""

import dataclasses
import socket
import subprocess
import threading

SECONDS = 30  # far more than anything here takes


@dataclasses.dataclass
class Reply:
    status: int
    headers: list
    body: bytes

    def get(self, name):
        return next((value for known, value in self.headers if known.lower() == name.lower()), None)


class Connection:
    """A socket that reads replies by Content-Length."""

    def __init__(self, sock):
        self.socket = sock
        self.received = b""

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.socket.close()

    def send(self, data):
        self.socket.sendall(data)
        return self

    def end_sending(self):
        self.socket.shutdown(socket.SHUT_WR)
        return self

    def read_more(self):
        """Reads some bytes. Returns False at the end of the connection."""
        try:
            data = self.socket.recv(65536)
        except ConnectionResetError:
            data = b""
        self.received += data
        return bool(data)

    def read_to_end(self):
        while self.read_more():
            pass
        received, self.received = self.received, b""
        return received

    def take(self, size):
        while len(self.received) < size:
            if not self.read_more():
                raise EOFError(f"the connection ended after {self.received[:200]!r}, {size} bytes were expected")
        taken, self.received = self.received[:size], self.received[size:]
        return taken

    def read_head(self):
        while b"\r\n\r\n" not in self.received:
            if not self.read_more():
                raise EOFError(f"the connection ended after {self.received[:200]!r}")
        return self.take(self.received.index(b"\r\n\r\n") + 4)

    def read_reply(self, to_head_request=False):
        first, *lines = self.read_head().decode("latin-1").split("\r\n")[:-2]
        assert first.startswith("HTTP/1.1 "), first[:200]
        headers = [tuple(line.split(": ", 1)) for line in lines]
        reply = Reply(int(first.split(" ")[1]), headers, b"")
        if not to_head_request and reply.status >= 200:
            reply.body = self.take(int(reply.get("Content-Length") or 0))
        return reply

    def exchange(self, data):
        return self.send(data).read_reply()


class Server:
    """The program, started with arguments of the form name=value."""

    def __init__(self, program, *arguments):
        self.command = [program, *arguments]
        self.errors = []

    def __enter__(self):
        self.process = subprocess.Popen(self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        host, _, port = self.process.stdout.readline().split()[-1].rpartition("/")[2].rpartition(":")
        self.address = (host.strip("[]"), int(port))
        self.reader = threading.Thread(target=lambda: self.errors.extend(self.process.stderr))
        self.reader.start()
        return self

    def __exit__(self, *error):
        self.process.stdin.close()
        try:
            self.status = self.process.wait(SECONDS)
        finally:
            self.process.kill()
            self.reader.join()
            self.process.stdout.close()
            self.process.stderr.close()
        if error == (None, None, None):
            assert self.status == 0, f"status {self.status}: {''.join(self.errors)[-4000:]}"

    def connect(self, context=None, name=None):
        sock = socket.create_connection(self.address, SECONDS)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return Connection(context.wrap_socket(sock, server_hostname=name) if context else sock)

    def exchange(self, data):
        with self.connect() as client:
            return client.exchange(data)

    def memory(self):
        """Returns the memory that the program has now, in bytes."""
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as status:
            return next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmRSS:"))


def request(target="/", *headers, method="GET", body=b"", version="HTTP/1.1"):
    """Returns the bytes of a request with Host and, if it has a body, Content-Length."""
    lines = [f"{method} {target} {version}", "Host: a.example", *headers]
    if body:
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + body
