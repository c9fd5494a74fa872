# SPDX-License-Identifier: MIT
"""A proxy that sends every connection to one port of this machine, whatever host the client names.

It removes the request CONNECT, which clients send before they begin TLS, and passes all other bytes on unchanged.
"""

import contextlib
import socket
import socketserver
import threading

SECONDS = 30


class Connection(socketserver.BaseRequestHandler):
    def handle(self):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.server.port), SECONDS) as service:
            self.request.settimeout(SECONDS)
            if self.request.recv(7, socket.MSG_PEEK | socket.MSG_WAITALL) == b"CONNECT":
                read_head(self.request)
                self.request.sendall(b"HTTP/1.1 200 Connected\r\n\r\n")
            threading.Thread(target=pass_on, args=(service, self.request), daemon=True).start()
            pass_on(self.request, service)


def read_head(connection):
    head = b""
    while not head.endswith(b"\r\n\r\n"):
        head += connection.recv(1) or b"\r\n\r\n"


def pass_on(source, target):
    with contextlib.suppress(OSError):
        while data := source.recv(65536):
            target.sendall(data)
    with contextlib.suppress(OSError):
        target.shutdown(socket.SHUT_WR)


@contextlib.contextmanager
def relay_to(port):
    """Yields the address of the proxy."""
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Connection) as relay:
        relay.daemon_threads = True
        relay.port = port
        threading.Thread(target=relay.serve_forever, daemon=True).start()
        yield f"127.0.0.1:{relay.server_address[1]}"
        relay.shutdown()
