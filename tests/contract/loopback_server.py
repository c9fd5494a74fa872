#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The other end of transport_contract.hpp: answers each request with the very bytes that came in.

    loopback_server.py          tells its address on the first line of output, ends when its input is closed

Targets that begin otherwise than usual get another answer:

    /status/NNN   that status; with 3xx a Location: /redirected
    /binary/N     N bytes, 0 to 255 over and over
    /count        how many requests came in so far, this one included
    /cut-short    an answer that ends before its Content-Length
    /close        no answer: the connection is closed

Bytes are read from the socket: an HTTP library would tidy up what is to be proved. Connections are kept open.
"""

import itertools
import socketserver
import sys
import threading

requests = itertools.count(1)


class Connection(socketserver.StreamRequestHandler):
    timeout = 10  # seconds without a byte

    def handle(self):
        try:
            while answer := self.answer_next():
                self.wfile.write(answer)
        except OSError:
            pass  # the client is gone, or sends less than it announced

    def answer_next(self):
        """The bytes to send for the next request; none when the connection is to be closed."""
        head = self.read_head()
        if not head:
            return b""
        number = next(requests)
        received = head + self.rfile.read(content_length(head))
        target = head.split(b" ")[1].decode("latin-1")
        if target.startswith("/close"):
            return b""
        if target.startswith("/cut-short"):
            self.wfile.write(response(200, bytes(1000))[:-900])
            return b""
        if target.startswith("/count"):
            return response(200, str(number).encode())
        if target.startswith("/binary/"):
            return response(200, bytes(byte % 256 for byte in range(int(target.removeprefix("/binary/")))))
        status = int(target.removeprefix("/status/")[:3]) if target.startswith("/status/") else 200
        return response(status, received)

    def read_head(self):
        head = b""
        while not head.endswith(b"\r\n\r\n"):
            line = self.rfile.readline(65536)
            if not line:
                return b""
            head += line
        return head


def content_length(head):
    for line in head.split(b"\r\n")[1:]:
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            return int(value)
    return 0


def response(status, body):
    lines = [f"HTTP/1.1 {status} Status", "Content-Type: application/octet-stream", f"Content-Length: {len(body)}"]
    if 300 <= status < 400:
        lines.append("Location: /redirected")
    return "\r\n".join([*lines, "", ""]).encode() + body


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 64


def main():
    with Server(("127.0.0.1", 0), Connection) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        print(f"listening on 127.0.0.1:{server.server_address[1]}", flush=True)
        sys.stdin.read()  # whoever started this closes the pipe, or dies
        server.shutdown()


if __name__ == "__main__":
    main()
