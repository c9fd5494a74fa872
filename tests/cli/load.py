#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Measures a server under load: requests per second, latency and memory.

    load.py [OPTION...] HOST:PORT
    load.py [OPTION...] --start PROGRAM [ARGUMENT...]      starts a server whose first line of output ends with its address

Each connection sends its next request when it has the reply to the last one. With --signed the requests are signed with the example
credential of the manual, again each second, and the replies are counted by their error code; --action, --api-version and --body say what
is called.
"""

import argparse
import collections
import multiprocessing
import os
import selectors
import socket
import ssl
import sys
import time

from raw_http import Server

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "signature_mistakes"))
import signer  # noqa: E402

CREDENTIAL = signer.Credential("AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE", "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE")


def read_arguments():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--connections", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--processes", type=int, default=1, help="of the load generator")
    parser.add_argument("--new-connections", action="store_true", help="a connection for each request")
    parser.add_argument("--tls", metavar="PEM", help="the certificate authority of the server")
    parser.add_argument("--host", default="", help="the Host header, if it is not the address")
    parser.add_argument("--pid", type=int, help="the process of the server, to read its memory")
    parser.add_argument("--target", default="/")
    parser.add_argument("--body", default="{}")
    parser.add_argument("--body-size", type=int, help="a body of so many bytes, in place of --body")
    parser.add_argument("--signed", action="store_true")
    parser.add_argument("--action", default="ApplyLivenessToken")
    parser.add_argument("--api-version", default="2018-03-01")
    parser.add_argument("--service", default="faceid", help="the service of the credential scope")
    parser.add_argument("--region", default="ap-singapore")
    parser.add_argument("--start", nargs=argparse.REMAINDER, default=[])
    parser.add_argument("address", nargs="?", default="")
    return parser.parse_args()


class Requests:
    """Returns the bytes to send. A signed request is signed once a second."""

    def __init__(self, options, address):
        self.options = options
        self.host = options.host or "%s:%d" % address
        self.body = b"x" * options.body_size if options.body_size is not None else options.body.encode()
        self.made_at = None
        self.bytes = b""

    def next(self):
        now = int(time.time())
        if self.made_at is None or (self.options.signed and now != self.made_at):
            self.made_at = now
            self.bytes = self.make(now)
        return self.bytes

    def make(self, now):
        request = signer.Request(path=self.options.target, body=self.body)
        request.headers = [("Host", self.host), ("Content-Type", "application/json; charset=utf-8")]
        if self.options.signed:
            request.headers += [("X-TC-Action", self.options.action), ("X-TC-Version", self.options.api_version),
                                ("X-TC-Region", self.options.region), ("X-TC-Timestamp", str(now))]
            signer.sign(request, CREDENTIAL, service=self.options.service)
        return request.bytes()


class Client:
    """A connection that has sent a request and waits for its reply."""

    def __init__(self, address, context, requests):
        self.address, self.context, self.requests = address, context, requests
        self.connect()

    def connect(self):
        self.socket = socket.create_connection(self.address)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if self.context:
            self.socket = self.context.wrap_socket(self.socket, server_hostname=self.address[0])
        self.received = b""

    def send(self):
        self.sent_at = time.perf_counter()
        self.socket.sendall(self.requests.next())

    def read(self):
        """Returns status and body of the reply, or None as long as it is not complete."""
        while True:
            data = self.socket.recv(1 << 18)
            if not data:
                raise ConnectionError("the server closed the connection")
            self.received += data
            if not (self.context and self.socket.pending()):
                break
        head, end, body = self.received.partition(b"\r\n\r\n")
        if not end:
            return None
        at = head.lower().find(b"content-length: ")
        if at >= 0 and len(body) < int(head[at + 16:].partition(b"\r\n")[0]):
            return None
        self.received = b""
        return head[9:12].decode(), body


def outcome_of(status, body):
    """Returns a short text for a reply, such as "200" or "200 AuthFailure.SignatureFailure"."""
    code = body.partition(b'"Error"')[2].partition(b'"Code"')[2].partition(b'"')[2].partition(b'"')[0]
    return f"{status} {code.decode()}".strip()


def run_clients(address, options, count, queue):
    context = ssl.create_default_context(cafile=options.tls) if options.tls else None
    requests = Requests(options, address)
    selector = selectors.DefaultSelector()
    outcomes, latencies = collections.Counter(), []
    for _ in range(count):
        client = Client(address, context, requests)
        selector.register(client.socket, selectors.EVENT_READ, client)
        client.send()
    begin = time.perf_counter()
    while time.perf_counter() - begin < options.seconds:
        for key, _ in selector.select(timeout=0.1):
            client = key.data
            reply = client.read()
            if reply is None:
                continue
            latencies.append(time.perf_counter() - client.sent_at)
            outcomes[outcome_of(*reply) if options.signed else reply[0]] += 1
            if options.new_connections:
                selector.unregister(client.socket)
                client.socket.close()
                client.connect()
                selector.register(client.socket, selectors.EVENT_READ, client)
            client.send()
    queue.put((outcomes, latencies, time.perf_counter() - begin))


def memory_of(pid):
    """Returns the memory of a process now and at its peak, in MB."""
    sizes = {}
    with open(f"/proc/{pid}/status", encoding="ascii") as status:
        for line in status:
            name, _, value = line.partition(":")
            if name in ("VmRSS", "VmHWM"):
                sizes[name] = int(value.split()[0]) / 1024
    return sizes["VmRSS"], sizes["VmHWM"]


def measure(address, pid, options):
    queue = multiprocessing.Queue()
    share = max(1, options.connections // options.processes)
    workers = [multiprocessing.Process(target=run_clients, args=(address, options, share, queue)) for _ in range(options.processes)]
    for worker in workers:
        worker.start()
    results = [queue.get() for _ in workers]
    for worker in workers:
        worker.join()

    outcomes = sum((outcome for outcome, _, _ in results), collections.Counter())
    latencies = sorted(latency for _, part, _ in results for latency in part)
    rate = sum(len(part) / seconds for _, part, seconds in results)
    at = lambda share: latencies[min(len(latencies) - 1, int(len(latencies) * share))] * 1000  # noqa: E731
    print(f"{share * options.processes} connections, {options.seconds:g} s: {rate:.0f} requests/s")
    print(f"latency: p50 {at(0.5):.2f} ms, p99 {at(0.99):.2f} ms, longest {latencies[-1] * 1000:.2f} ms")
    print("replies: " + ", ".join(f"{outcome}: {count}" for outcome, count in outcomes.most_common()))
    if pid:
        print("memory of the server: %.1f MB, at most %.1f MB" % memory_of(pid))


def main():
    options = read_arguments()
    if options.start:
        with Server(*options.start) as server:
            measure(server.address, server.process.pid, options)
        return
    host, _, port = options.address.rpartition(":")
    measure((host.strip("[]"), int(port)), options.pid, options)


if __name__ == "__main__":
    main()
