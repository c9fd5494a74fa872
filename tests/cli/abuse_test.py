#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Clients that are slow, silent, greedy or wrong: the HTTP server serves the others meanwhile, and uses no more memory than it may.

    abuse_test.py PROGRAM        the program of http_server_program.cpp
"""

import contextlib
import random
import re
import resource
import socket
import ssl
import sys
import threading
import unittest

from raw_http import Server, request

PROGRAM = []
MANY = 500
MEGABYTE = 1_000_000


def start(*arguments):
    return Server(PROGRAM[0], *arguments)


def is_instrumented():
    """Returns whether a sanitizer is in the program, which keeps freed memory."""
    with open(PROGRAM[0], "rb") as file:
        return re.search(rb"__[at]san_init", file.read()) is not None


class Abuse(unittest.TestCase):
    def setUp(self):
        self.clients = self.enterContext(contextlib.ExitStack())

    def connect(self, server, count):
        return [self.clients.enter_context(server.connect()) for _ in range(count)]

    def assert_serves(self, server, times=20):
        """Checks that a normal client is served, on new connections and on a kept one."""
        with server.connect() as kept:
            for number in range(times):
                data = request(f"/{number}", method="POST", body=b"x" * number * 100)
                self.assertEqual(server.exchange(data).body, data)
                self.assertEqual(kept.exchange(data).body, data)

    def assert_memory(self, server, limit):
        if not is_instrumented():
            self.assertLess(server.memory(), limit)

    def test_silent_connections(self):
        with start() as server:
            self.connect(server, MANY)
            self.assert_serves(server)

    def test_more_silent_connections_than_the_server_has(self):
        with start("max_connections=100") as server:
            silent = self.connect(server, MANY)
            self.assert_serves(server)  # at the cost of the silent ones
            self.assertEqual(silent[0].read_to_end(), b"")

    def test_connections_that_are_used_are_not_ended_for_others(self):
        with start("max_connections=10") as server:
            users = self.connect(server, 10)
            replies = []

            def use(client):
                for delay in [1500, 1, 1, 1, 1500]:
                    replies.append(client.exchange(request(f"/delay?{delay}")).status)

            threads = [threading.Thread(target=use, args=[client]) for client in users]
            for thread in threads:
                thread.start()
            self.connect(server, 50)
            for thread in threads:
                thread.join()
            self.assertEqual(replies, [200] * 50)

    def test_heads_that_arrive_slowly(self):
        with start("request=3000") as server:
            slow = self.connect(server, MANY)
            for client in slow:
                client.send(b"GET / HTTP/1.1\r\nHost: a\r\n")
            self.assert_serves(server)
            for number in range(5):
                for client in slow:
                    with contextlib.suppress(OSError):
                        client.send(b"X-%d: a\r\n" % number)
                self.assert_serves(server, times=3)
            for client in slow:  # a byte now and then does not extend the time
                self.assertIn(client.read_to_end()[:12], [b"HTTP/1.1 408", b""])

    def test_a_byte_now_and_then_does_not_extend_the_time(self):
        with start("request=1000") as server, server.connect() as client:
            client.socket.settimeout(0.05)
            client.send(b"GET / HTTP/1.1\r\nX: ")
            received = b""
            while not received:
                client.send(b"x")
                with contextlib.suppress(TimeoutError):
                    received = client.socket.recv(12)
            self.assertEqual(received, b"HTTP/1.1 408")

    def test_bodies_that_arrive_slowly(self):
        with start("request=3000") as server:
            slow = self.connect(server, MANY)
            for index, client in enumerate(slow):
                coding = "Content-Length: 1000" if index % 2 else "Transfer-Encoding: chunked"
                client.send(request("/", coding, method="POST") + b"3e8\r\nabc")
            self.assert_serves(server)
            for client in slow:
                self.assertEqual(client.read_reply().status, 408)

    def test_replies_that_are_read_slowly(self):
        with start("write=1000", f"max_memory={200 * MEGABYTE}") as server:
            slow = self.connect(server, 50)
            for client in slow:
                client.send(request(f"/big?{10 * MEGABYTE}"))
            self.assert_serves(server)
            while True:  # until replies that nobody reads have given their memory back
                reply = server.exchange(request(f"/big?{10 * MEGABYTE}"))
                if reply.status == 200:
                    break
                self.assertEqual(reply.status, 503)
            self.assert_serves(server)
            self.assert_memory(server, 400 * MEGABYTE)

    def test_a_large_reply_that_uses_up_the_memory(self):
        with start(f"max_memory={20 * MEGABYTE}") as server, server.connect() as client:
            client.send(request(f"/big?{20 * MEGABYTE - 100}")).take(1)  # the system's buffers are smaller: the server keeps the rest
            self.assertEqual(server.exchange(request("/", method="POST", body=b"x" * 100_000)).status, 503)
            self.assert_serves(server)

    def test_handshakes_that_are_not_finished(self):
        with start("tls=/dev/null") as server:
            for index, client in enumerate(self.connect(server, MANY)):
                client.send([b"", b"\x16", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"][index % 3])
            context = ssl.create_default_context()
            context.check_hostname = False
            context.verify_mode = ssl.CERT_NONE
            for _ in range(20):
                with server.connect(context, "localhost") as client:
                    self.assertEqual(client.exchange(request()).body, request())

    def test_clients_that_send_without_end(self):
        endless = [b"A" * 100_000, b"X: y\r\n" * 20_000, b"\r\n" * 50_000]
        starts = [b"", b"GET / HTTP/1.1\r\n", b"GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1;",
                  b"GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n", b"GET / HTTP/1.1\r\nContent-Length: 99999999999\r\n\r\n"]
        with start("request=2000") as server:
            def send(begin, data):
                with server.connect() as client, contextlib.suppress(OSError):
                    client.send(begin)
                    for _ in range(1000):
                        client.send(data)

            threads = [threading.Thread(target=send, args=[begin, data]) for begin in starts for data in endless]
            for thread in threads:
                thread.start()
            self.assert_serves(server)
            for thread in threads:
                thread.join()
            self.assert_serves(server)
            self.assert_memory(server, 200 * MEGABYTE)

    def test_many_large_bodies_at_once(self):
        with start(f"max_memory={50 * MEGABYTE}", "request=20000") as server:
            statuses = []

            def upload():
                with server.connect() as client, contextlib.suppress(OSError, EOFError):
                    with contextlib.suppress(OSError):
                        client.send(request("/status?200", method="POST", body=b"x" * 10 * MEGABYTE))
                    statuses.append(client.read_reply().status)

            threads = [threading.Thread(target=upload) for _ in range(30)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            self.assertLessEqual(set(statuses), {200, 503})
            self.assert_serves(server)
            self.assert_memory(server, 200 * MEGABYTE)

    def test_connections_that_come_and_go(self):
        with start() as server:
            for number in range(3000):
                with server.connect() as client:
                    if number % 3 == 1:
                        client.send(b"GET / HT")
                    if number % 3 == 2:
                        client.send(request())
                    if number % 2:
                        client.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")  # close() resets the connection
            self.assert_serves(server)
            self.assert_memory(server, 100 * MEGABYTE)

    def test_garbage(self):
        generator = random.Random(1)
        with start("request=5000") as server:
            for _ in range(500):
                with server.connect() as client:
                    data = generator.randbytes(generator.choice([1, 10, 100, 1000, 100_000]))
                    with contextlib.suppress(OSError):
                        client.send(data).end_sending()
                    received = client.read_to_end()
                    self.assertIn(received[:9], [b"HTTP/1.1 ", b""])
                    self.assertNotIn(received[9:10], [b"5"])
            self.assert_serves(server)

    def test_changed_requests(self):
        """A request is either rejected, or it is handed over byte for byte."""
        generator = random.Random(2)
        originals = [
            request("/a?b=%20", "X-A: b", "Connection: keep-alive", method="POST", body=b"0123456789"),
            request("/", "Transfer-Encoding: chunked", method="POST") + b"3\r\nabc\r\n2;x\r\nde\r\n0\r\nA: b\r\n\r\n",
            request("/", "Expect: 100-continue", method="PUT", body=b"x"), request("/1") + request("/2"),
        ]
        texts = [b"\r\n", b"\n", b"\0", b" ", b":", b"\t", b"%", b"Content-Length: 1\r\n", b"Transfer-Encoding: chunked\r\n", b"\r\n\r\n",
                 b"99999999999999999999", b"-", b"HTTP/1.0", b"HTTP/1.1", b"\xff", b"GET / HTTP/1.1\r\n"]
        with start("request=5000") as server:
            for _ in range(3000):
                data = bytearray(generator.choice(originals))
                for _ in range(generator.randint(1, 4)):
                    at = generator.randrange(len(data))
                    data[at:at + generator.randint(0, 5)] = generator.choice([generator.choice(texts), generator.randbytes(1), b""])
                self.assert_handed_over_or_rejected(server, bytes(data))
            self.assert_serves(server)

    def assert_handed_over_or_rejected(self, server, data):
        with server.connect() as client:
            with contextlib.suppress(OSError):
                client.send(data).end_sending()
            received = client.read_to_end().replace(b"HTTP/1.1 100 Continue\r\n\r\n", b"")
        rest = data.lstrip(b"\r\n")
        while received:
            head, _, received = received.partition(b"\r\n\r\n")
            size = int(head.lower().partition(b"content-length: ")[2].split(b"\r\n")[0])
            body, received = received[:size], received[size:]
            if not head.startswith(b"HTTP/1.1 200"):
                self.assertRegex(head, rb"\AHTTP/1.1 (400|408|413|417|431|501|505) ")
                self.assertEqual(received, b"")
                return
            if rest.startswith(b"HEAD"):
                return
            if b"transfer-encoding" not in rest.lower():
                self.assertTrue(rest.startswith(body), (data, body))
                rest = rest[len(body):].lstrip(b"\r\n")


if __name__ == "__main__":
    PROGRAM.append(sys.argv.pop(1))
    resource.setrlimit(resource.RLIMIT_NOFILE, (resource.getrlimit(resource.RLIMIT_NOFILE)[1],) * 2)
    unittest.main()
