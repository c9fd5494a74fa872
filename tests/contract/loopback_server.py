#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The server of transport_contract.hpp: the body of each response holds the bytes of the request.

    loopback_server.py [--until-stdin-closes]      prints its URL on the first line; always ends when its input is closed

Some targets get another response:

    /status/NNN   that status, for 3xx with Location: /redirected
    /binary/N     N bytes, 0 to 255 repeatedly
    /count        the number of requests so far, with this one
    /cut-short    a response that ends before its Content-Length
    /close        no response: the connection is closed
    /leaving      the address of a server that answers one request on one connection, and closes that without a word after the next

It reads bytes from the socket, because an HTTP library would normalize them. Connections stay open. It is no TLS server: a TLS
handshake gets a response in plain text.
"""

import itertools
import socket
import socketserver
import sys
import threading

TLS_HANDSHAKE = b"\x16"  # the first byte that a TLS client sends

requests = itertools.count(1)


class Connection(socketserver.StreamRequestHandler):
    timeout = 10  # seconds without a byte

    def handle(self):
        try:
            while reply := self.reply_to_next():
                self.wfile.write(reply)
        except OSError:
            pass  # the client closed the connection or sent less than its Content-Length

    def reply_to_next(self):
        """Returns the bytes to send for the next request, or no bytes to close the connection."""
        if self.rfile.peek(1)[:1] == TLS_HANDSHAKE:
            self.wfile.write(response(400, b"no TLS here"))
            return b""
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
        if target.startswith("/leaving"):
            return response(200, leaving_server().encode())
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
    lines = [f"HTTP/1.1 {status} Status", "Date: Sun, 06 Nov 1994 08:49:37 GMT", "Content-Type: application/octet-stream", f"Content-Length: {len(body)}"]
    if 300 <= status < 400:
        lines.append("Location: /redirected")
    return "\r\n".join([*lines, "", ""]).encode() + body


def leaving_server():
    """Starts a server for one connection. It no longer listens when that is closed. Returns its address."""
    listener = socket.create_server(("127.0.0.1", 0))

    def serve():
        connection, _ = listener.accept()
        with connection:
            connection.recv(65536)
            connection.sendall(response(200, b""))
            connection.recv(65536)
            listener.close()

    threading.Thread(target=serve, daemon=True).start()
    return f"127.0.0.1:{listener.getsockname()[1]}"


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 64


def main():
    with Server(("127.0.0.1", 0), Connection) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        print(f"listening on http://127.0.0.1:{server.server_address[1]}", flush=True)
        sys.stdin.read()  # until the parent process closes the pipe or ends
        server.shutdown()


if __name__ == "__main__":
    main()
