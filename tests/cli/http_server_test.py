#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What the HTTP server hands to its handler, and how it delivers replies.

    http_server_test.py PROGRAM        the program of http_server_program.cpp
"""

import base64
import gzip
import hashlib
import os
import socket
import ssl
import subprocess
import sys
import tempfile
import time
import unittest

from raw_http import SECONDS, Server, request

PROGRAM = []


def start(*arguments):
    return Server(PROGRAM[0], *arguments)


class OfOneServer(unittest.TestCase):
    """Tests that share a server with the default options."""

    @classmethod
    def setUpClass(cls):
        cls.server = cls.enterClassContext(start())

    def assert_echoed(self, data):
        reply = self.server.exchange(data)
        self.assertEqual((reply.status, reply.body), (200, data))


class Bytes(OfOneServer):
    """The handler of the program replies with the bytes that it was given."""

    def test_keeps_percent_signs_in_header_values(self):
        self.assert_echoed(request("/a%20b%2F?x=%41&y=%zz", "X-A: %41%", "Authorization: TC3 a%2Fb"))

    def test_keeps_the_order_the_case_and_the_copies_of_headers(self):
        self.assert_echoed(request("/", "x-b: 1", "X-A: 2", "X-B: 3", "x-b:4", "Host: b"))

    def test_keeps_blanks_around_values(self):
        self.assert_echoed(request("/", "X-A:   a \t b  ", "X-B:", "X-C:\t\tc\t", "X-D:d  "))

    def test_keeps_bytes_beyond_ascii(self):
        self.assert_echoed(request("/\xe9", "X-A: \xff\x80"))

    def test_keeps_every_byte_of_a_body(self):
        self.assert_echoed(request("/", method="POST", body=bytes(range(256)) * 3 + b"\r\n\r\n\n"))

    def test_keeps_a_gzip_body(self):
        body = gzip.compress(b"{}" * 100)
        self.assert_echoed(request("/", "Content-Encoding: gzip", method="POST", body=body))
        self.assert_echoed(request("/", "Content-Encoding: gzip", method="POST", body=body[:-9] + b"broken"))

    def test_keeps_a_multipart_body(self):
        body = b'--b\r\nContent-Disposition: form-data; name="x"\r\n\r\n1\r\n--b--\r\n'
        self.assert_echoed(request("/", 'Content-Type: multipart/form-data; boundary="b"', method="POST", body=body))
        self.assert_echoed(request("/", "Content-Type: multipart/form-data", method="POST", body=b"no part"))

    def test_keeps_a_form_body(self):
        body = b"a=%20+&" * 5000
        self.assert_echoed(request("/", "Content-Type: application/x-www-form-urlencoded", method="POST", body=body))

    def test_takes_every_method_with_and_without_a_body(self):
        for method in ["GET", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "get", "M-SEARCH"]:
            self.assert_echoed(request("/x", method=method))
            self.assert_echoed(request("/x", method=method, body=b"body"))

    def test_takes_every_form_of_target(self):
        for target in ["*", "http://a.example/x?y", "x", "//", "/" + "a" * 33000, "/?" + "q=%25&" * 5000]:
            self.assert_echoed(request(target))

    def test_takes_a_request_that_arrives_byte_by_byte(self):
        data = request("/", "X-A: b", method="POST", body=b"12345")
        with self.server.connect() as client:
            for index in range(len(data)):
                client.send(data[index:index + 1])
            self.assertEqual(client.read_reply().body, data)

    def test_takes_http_1_0(self):
        data = request("/", version="HTTP/1.0")
        with self.server.connect() as client:
            reply = client.exchange(data)
            self.assertEqual((reply.body, reply.get("Connection")), (data, "close"))
            self.assertEqual(client.read_to_end(), b"")

    def test_names_the_client(self):
        with self.server.connect() as client:
            reply = client.exchange(request())
            self.assertEqual(reply.get("X-Peer"), "127.0.0.1:%d" % client.socket.getsockname()[1])
            self.assertIsNone(reply.get("X-TLS"))


class Chunks(OfOneServer):
    HEAD = b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: Chunked\r\nX-A: %41\r\n\r\n"
    JOINED = b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\nX-A: %41\r\n\r\nabc\r\ndefg"

    def test_are_joined(self):
        for chunks in [b"3\r\nabc\r\n6\r\n\r\ndefg\r\n0\r\n\r\n", b"9;a=b\r\nabc\r\ndefg\r\n000\r\nTrailer: x\r\nY: z\r\n\r\n",
                       b"".join(b"1\r\n%c\r\n" % byte for byte in b"abc\r\ndefg") + b"0\r\n\r\n"]:
            with self.server.connect() as client:
                for _ in range(2):  # the second one shows that the first one was read to its end
                    self.assertEqual(client.exchange(self.HEAD + chunks).body, self.JOINED)

    def test_may_arrive_byte_by_byte_and_be_followed_by_another_request(self):
        with self.server.connect() as client:
            client.send(self.HEAD)
            for byte in b"3\r\nabc\r\n6\r\n\r\ndefg\r\n0\r\n\r\n":
                client.send(bytes([byte]))
            self.assertEqual(client.read_reply().body, self.JOINED)
            client.send(self.HEAD + b"9\r\nabc\r\ndefg\r\n0\r\n\r\n" + request("/next"))
            self.assertEqual(client.read_reply().body, self.JOINED)
            self.assertEqual(client.read_reply().body, request("/next"))

    def test_may_be_empty_and_arrive_byte_by_byte(self):
        with self.server.connect() as client:
            client.send(self.HEAD)
            for byte in b"0\r\n\r\n":
                client.send(bytes([byte]))
                time.sleep(0.01)
            self.assertEqual(client.read_reply().body, self.JOINED.replace(b"9", b"0").partition(b"abc")[0])

    def test_may_be_large(self):
        content = os.urandom(100_000)
        with self.server.connect() as client:
            client.send(self.HEAD)
            for _ in range(50):
                client.send(b"%x\r\n%s\r\n" % (len(content), content))
            body = client.send(b"0\r\n\r\n").read_reply().body
        self.assertEqual(body.partition(b"\r\n\r\n")[2], content * 50)

    def test_that_are_malformed_get_status_400(self):
        for chunks in [b"x\r\n\r\n", b"\r\n\r\n\r\n", b"-1\r\na", b"0x1\r\na\r\n0\r\n\r\n", b"1\r\nab\r\n0\r\n\r\n", b"g\r\n\r\n",
                       b"1" + b"0" * 100_000, b"+1\r\na", b"3\nabc\r\n0\r\n\r\n"]:
            self.assertEqual(self.server.exchange(self.HEAD + chunks).status, 400, chunks)

    def test_that_are_larger_than_the_limit_get_status_413(self):
        for size in [b"f42401", b"ffffffffffffffff"]:
            self.assertEqual(self.server.exchange(self.HEAD + size + b"\r\n").status, 413, size)
        self.assertEqual(self.server.exchange(self.HEAD + b"1" + b"0" * 17 + b"\r\n").status, 400)


class Connections(OfOneServer):
    def test_are_kept_for_any_number_of_requests(self):
        with self.server.connect() as client:
            for number in range(200):
                data = request(f"/{number}", method="POST", body=b"x" * number)
                reply = client.exchange(data)
                self.assertEqual((reply.body, reply.get("Connection")), (data, "keep-alive"))

    def test_take_requests_that_do_not_wait_for_a_reply(self):
        requests = [request(f"/{number}", method="POST", body=b"x" * number * 100) for number in range(100)]
        with self.server.connect() as client:
            client.send(b"".join(requests))
            for data in requests:
                self.assertEqual(client.read_reply().body, data)

    def test_take_line_ends_before_a_request(self):
        with self.server.connect() as client:
            for _ in range(3):
                self.assertEqual(client.exchange(b"\r\n\n\r\n" + request("/a")).body, request("/a"))

    def test_are_closed_when_the_client_asks_for_it(self):
        for header in ["Connection: close", "connection: Upgrade, CLOSE"]:
            with self.server.connect() as client:
                reply = client.exchange(request("/", header))
                self.assertEqual(reply.get("Connection"), "close")
                self.assertEqual(client.read_to_end(), b"")

    def test_are_closed_when_the_handler_asks_for_it(self):
        with self.server.connect() as client:
            reply = client.exchange(request("/close"))
            self.assertEqual([value for name, value in reply.headers if name == "Connection"], ["close"])
            self.assertEqual(client.read_to_end(), b"")

    def test_of_http_1_0_are_kept_when_the_client_asks_for_it(self):
        with self.server.connect() as client:
            for _ in range(2):
                reply = client.exchange(request("/", "Connection: Keep-Alive", version="HTTP/1.0"))
                self.assertEqual(reply.get("Connection"), "keep-alive")

    def test_whose_client_has_ended_its_side_get_their_replies(self):
        with self.server.connect() as client:
            client.send(request("/1") + request("/2")).end_sending()
            self.assertEqual(client.read_reply().body, request("/1"))
            self.assertEqual(client.read_reply().body, request("/2"))
            self.assertEqual(client.read_to_end(), b"")

    def test_that_end_within_a_request_get_status_400(self):
        for data in [b"GET / HT", request("/", "X: y")[:-2], request("/", method="POST", body=b"12345")[:-1]]:
            with self.server.connect() as client:
                reply = client.send(data).end_sending().read_reply()
                self.assertEqual((reply.status, reply.body), (400, b"The connection ends before the request does.\n"))

    def test_get_100_continue_before_their_body(self):
        data = request("/", "Expect: 100-Continue", method="POST", body=b"body")
        with self.server.connect() as client:
            client.send(data[:-4])
            self.assertEqual(client.read_reply().status, 100)
            self.assertEqual(client.exchange(b"body").body, data)

    def test_get_100_continue_before_their_chunks(self):
        with self.server.connect() as client:
            client.send(b"POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nTransfer-Encoding: chunked\r\n\r\n")
            self.assertEqual(client.read_reply().status, 100)
            reply = client.exchange(b"4\r\nbody\r\n0\r\n\r\n")
            self.assertTrue(reply.body.endswith(b"Content-Length: 4\r\n\r\nbody"), reply.body)

    def test_get_no_100_continue_when_the_body_is_there_or_refused(self):
        data = request("/", "Expect: 100-continue", method="POST", body=b"body")
        self.assertEqual(self.server.exchange(data).body, data)
        with self.server.connect() as client:
            client.send(data[:-3])
            time.sleep(0.1)  # so that the server reads the beginning of the body alone
            self.assertEqual(client.exchange(data[-3:]).body, data)
        self.assertEqual(self.server.exchange(request("/", "Expect: 100-continue", "Content-Length: 16000001", method="POST")).status, 413)


class Replies(OfOneServer):
    def test_to_head_have_the_size_of_the_body_but_no_body(self):
        with self.server.connect() as client:
            reply = client.send(request("/big?1000", method="HEAD")).read_reply(to_head_request=True)
            self.assertEqual(reply.get("Content-Length"), "1000")
            self.assertEqual(client.exchange(request("/next")).body, request("/next"))

    def test_of_statuses_without_a_body_have_none(self):
        with self.server.connect() as client:
            for status in [204, 304]:
                self.assertEqual(client.exchange(request(f"/status?{status}")).get("Content-Length"), None)
            self.assertEqual(client.exchange(request("/next")).body, request("/next"))

    def test_have_any_status(self):
        for status in [200, 404, 500, 502, 599, 777]:
            self.assertEqual(self.server.exchange(request(f"/status?{status}")).status, status)

    def test_may_be_large(self):
        self.assertEqual(self.server.exchange(request("/big?20000000")).body, b"x" * 20_000_000)

    def test_that_are_lost_close_the_connection_without_a_byte(self):
        with self.server.connect() as client:
            self.assertEqual(client.send(request("/lost")).read_to_end(), b"")

    def test_that_are_cut_end_within_their_body(self):
        for size in [0, 10, 60]:
            with self.server.connect() as client:
                head, _, body = client.send(request(f"/cut?{size}")).read_to_end().partition(b"\r\n\r\n")
                self.assertIn(b"Content-Length: %d\r\nConnection: keep-alive" % len(request(f"/cut?{size}")), head)
                self.assertEqual(body, request(f"/cut?{size}")[:size])

    def test_that_are_cut_after_their_end_are_whole_and_the_connection_ends(self):
        with self.server.connect() as client:
            self.assertEqual(client.exchange(request("/cut?5000")).body, request("/cut?5000"))
            self.assertEqual(client.read_to_end(), b"")

    def test_are_delayed_by_at_least_the_delay(self):
        begin = time.monotonic()
        self.assertEqual(self.server.exchange(request("/delay?300")).status, 200)
        self.assertGreaterEqual(time.monotonic() - begin, 0.3)

    def test_of_a_handler_that_throws_have_status_500_and_the_connection_goes_on(self):
        with self.server.connect() as client:
            self.assertEqual(client.exchange(request("/throw")).status, 500)
            self.assertEqual(client.exchange(request("/next")).body, request("/next"))

    def test_have_no_header_within_a_header(self):
        self.assertEqual(self.server.exchange(request("/line-end")).get("X-Text"), "a  X-Injected: b")


class Malformed(OfOneServer):
    CASES = [
        (b"GET /\r\n\r\n", 400, "bad target"),
        (b"GET / HTTP/1.1 \r\n\r\n", 400, "bad version"),
        (b"GET / XTTP/1.1\r\n\r\n", 400, "bad version"),
        (b"GET  HTTP/1.1\r\n\r\n", 400, "bad target"),
        (b"G@T / HTTP/1.1\r\n\r\n", 400, "bad method"),
        (b"GET /a b HTTP/1.1\r\n\r\n", 400, "bad version"),
        (b"GET /\x01 HTTP/1.1\r\n\r\n", 400, "bad target"),
        (b"GET / HTTP/2.0\r\n\r\n", 400, "bad version"),
        (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400, "bad version"),
        (b"GET / HTTP/1.1\nHost: a\n\n", 400, "bad version"),
        (request("/", "no colon"), 400, "bad field"),
        (request("/", "Name : x"), 400, "bad field"),
        (request("/", ": x"), 400, "bad field"),
        (request("/", "A: b", " folded"), 400, "one line"),
        (request("/", "A: \0"), 400, "bad value"),
        (request("/", "A: b\nC: d"), 400, "bad"),
        (request("/", "Content-Length: x"), 400, "bad Content-Length"),
        (request("/", "Content-Length: -1"), 400, "bad Content-Length"),
        (request("/", "Content-Length: +1"), 400, "bad Content-Length"),
        (request("/", "Content-Length: 1, 2"), 400, "bad Content-Length"),
        (request("/", "Content-Length: 99999999999999999999999"), 400, "bad Content-Length"),
        (request("/", "Content-Length: 18446744073709551615"), 413, "larger"),
        (request("/", "Content-Length: 1", "Content-Length: 2"), 400, "bad Content-Length"),
        (request("/", "Content-Length: 1", "Transfer-Encoding: chunked"), 400, "bad Transfer-Encoding"),
        (request("/", "Transfer-Encoding: chunked", "Content-Length: 1"), 400, "bad Content-Length"),
        (request("/", "Transfer-Encoding: chunked", "Transfer-Encoding: chunked"), 400, "bad Transfer-Encoding"),
        (request("/", "Transfer-Encoding: gzip, chunked"), 501, "chunked"),
        (request("/", "Transfer-Encoding: gzip"), 501, "chunked"),
        (request("/", "Transfer-Encoding: "), 501, "chunked"),
        (request("/", "Transfer-Encoding: ", "Transfer-Encoding: chunked"), 501, "chunked"),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 400, "http, not https"),
        (b"\x00" * 100, 400, "bad method"),
        (b"{}", 400, "bad method"),
    ]

    def test_requests_get_a_status_and_one_sentence_and_the_connection_ends(self):
        for data, status, word in self.CASES:
            with self.subTest(data=data), self.server.connect() as client:
                reply = client.exchange(data)
                self.assertEqual((reply.status, reply.get("Connection"), reply.get("Content-Type")), (status, "close", "text/plain"))
                self.assertRegex(reply.body.decode(), r"\A[A-Z][^\n]*\.\n\Z")
                self.assertIn(word, reply.body.decode())
                self.assertEqual(client.read_to_end(), b"")

    def test_requests_are_reported(self):
        with start() as server:
            server.exchange(b"GET /\r\n\r\n")
        self.assertEqual(server.errors, ["400 The request is not valid HTTP/1.1: bad target.\n"])


class Limits(unittest.TestCase):
    def test_hold_for_the_head(self):
        with start("max_head=1000") as server:
            fits = request("/", "X: " + "x" * (1000 - len(request("/", "X: "))))
            self.assertEqual(len(fits), 1000)
            self.assertEqual(server.exchange(fits).body, fits)
            self.assertEqual(server.exchange(fits.replace(b"X: ", b"X: x")).status, 431)
            self.assertEqual(server.exchange(b"x" * 1001).status, 431)

    def test_hold_for_the_body(self):
        with start("max_body=1000") as server:
            self.assertEqual(server.exchange(request("/", method="POST", body=b"x" * 1000)).status, 200)
            self.assertEqual(server.exchange(request("/", method="POST", body=b"x" * 1001)).status, 413)
            chunked = b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1f4\r\n" + b"x" * 500 + b"\r\n1f4\r\n" + b"x" * 500 + b"\r\n"
            self.assertEqual(server.exchange(chunked + b"0\r\n\r\n").status, 200)
            self.assertEqual(server.exchange(chunked + b"1\r\n").status, 413)

    def test_let_a_client_read_the_reply_while_it_still_sends(self):
        with start() as server, server.connect() as client:
            client.send(request("/", "Content-Length: 20000000", method="POST"))
            for _ in range(200):
                client.send(b"x" * 100_000)
            self.assertEqual(client.read_reply().status, 413)

    def test_hold_for_the_memory_of_requests_and_replies(self):
        head = b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n"
        for data in [request("/", "Content-Length: 2000000", method="POST") + b"x" * 1_100_000,  # does not wait for the rest
                     head + b"fffff\r\n" + b"x" * 600_000, request("/big?1000001")]:
            with start("max_memory=1000000") as server:
                self.assertEqual(server.exchange(request("/", method="POST", body=b"x" * 400_000)).status, 200)
                self.assertEqual(server.exchange(data).status, 503)
                self.assertEqual(server.exchange(request("/next")).status, 200)

    def test_hold_for_memory_that_is_given_back(self):
        with start("max_memory=1000000") as server, server.connect() as client:
            for _ in range(5):
                for data in [b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n493e0\r\n" + b"x" * 300_000 + b"\r\n0\r\n\r\n",
                             request("/", method="POST", body=b"x" * 400_000), request("/big?900000")]:
                    self.assertEqual(client.exchange(data).status, 200)

    def test_hold_for_the_time_of_a_request(self):
        with start("request=200") as server:
            for data in [b"G", request("/", "Content-Length: 5")]:
                reply = server.exchange(data)
                self.assertEqual((reply.status, reply.body), (408, b"The request did not arrive in time.\n"))

    def test_hold_for_the_time_between_requests(self):
        with start("idle=200") as server, server.connect() as client, server.connect() as silent:
            self.assertEqual(client.exchange(request()).status, 200)
            self.assertEqual(client.read_to_end(), b"")
            self.assertEqual(silent.read_to_end(), b"")


class Stopping(unittest.TestCase):
    def test_ends_connections_that_wait_and_delays(self):
        with start() as server:
            waiting = [server.connect() for _ in range(20)]
            waiting[0].send(b"GET / HT")
            waiting[1].send(request("/delay?60000"))
            waiting[2].exchange(request())
            begin = time.monotonic()
        self.assertLess(time.monotonic() - begin, 20)  # of 60
        for client in waiting:
            with client:
                client.read_to_end()

    def test_sends_the_reply_that_is_being_made(self):
        with start() as server, server.connect() as client:
            reply = client.exchange(request("/stop"))
            self.assertEqual((reply.body, reply.get("Connection")), (request("/stop"), "close"))
            self.assertEqual(server.process.stdout.readline(), "stopped\n")

    def test_ends_a_connection_that_does_not_read_its_reply(self):
        with start() as server, server.connect() as client:
            client.send(request("/big?100000000"))
            client.take(1)
            begin = time.monotonic()
        self.assertLess(time.monotonic() - begin, 20)

    def test_is_possible_at_any_moment(self):
        for _ in range(20):
            with start():
                pass


class Addresses(unittest.TestCase):
    def test_may_be_of_ipv6(self):
        with start("address=::1") as server:
            self.assertEqual(server.address[0], "::1")
            self.assertRegex(server.exchange(request()).get("X-Peer"), r"\A\[::1\]:\d+\Z")

    def test_are_not_shared_with_another_server(self):
        with start() as server:
            second = subprocess.run([PROGRAM[0], f"port={server.address[1]}"], stdin=subprocess.DEVNULL, capture_output=True, text=True,
                                    timeout=SECONDS, check=False)
            self.assertEqual(second.returncode, 2)
            self.assertIn(f"cannot listen on 127.0.0.1, port {server.address[1]}: Address already in use; choose another", second.stderr)

    def test_are_free_again_after_the_end(self):
        with start() as server, server.connect() as client:
            client.exchange(request())
        with start(f"port={server.address[1]}") as again:
            self.assertEqual(again.exchange(request()).status, 200)

    def test_that_are_not_this_machine_s_are_rejected(self):
        failed = subprocess.run([PROGRAM[0], "address=203.0.113.1"], stdin=subprocess.DEVNULL, capture_output=True, text=True,
                                timeout=SECONDS, check=False)
        self.assertIn("cannot listen on 203.0.113.1, port 0: Cannot assign requested address", failed.stderr)


class Tls(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = cls.enterClassContext(tempfile.TemporaryDirectory())
        cls.pem = os.path.join(folder, "authority.pem")
        cls.server = cls.enterClassContext(start(f"tls={cls.pem}", "host=*.example.org", "request=2000", "idle=2000"))
        cls.context = ssl.create_default_context(cafile=cls.pem)
        cls.context.verify_flags |= ssl.VERIFY_X509_STRICT
        cls.context.options &= ~getattr(ssl, "OP_IGNORE_UNEXPECTED_EOF", 1 << 7)  # of OpenSSL 3, which Python sets

    def exchange(self, data, name="localhost"):
        with self.server.connect(self.context, name) as client:
            return client.exchange(data)

    def test_certificate_is_for_every_host_of_the_service(self):
        for name in ["127.0.0.1", "localhost", "faceid.localhost", "FACEID.localhost", "faceid.tencentcloudapi.com", "a.example.org",
                     "faceid.intl.tencentcloudapi.com", "faceid.ap-singapore.tencentcloudapi.com", "a.b.example.org"]:
            reply = self.exchange(request(), name)
            self.assertEqual((reply.body, reply.get("X-TLS")), (request(), "yes"), name)

    def test_certificate_is_for_no_other_host(self):
        for name in ["example.com", "tencentcloudapi.com", "127.0.0.2", "xlocalhost", "a_b.example.com"]:
            with self.assertRaises(ssl.SSLCertVerificationError):
                self.exchange(request(), name)

    def test_certificate_is_trusted_by_nobody_else(self):
        with self.assertRaises(ssl.SSLCertVerificationError):
            self.server.connect(ssl.create_default_context(), "localhost")

    def test_written_certificate_has_no_key(self):
        with open(self.pem, encoding="ascii") as file:
            text = file.read()
        self.assertEqual(text.count("-----BEGIN "), 1)
        self.assertTrue(text.startswith("-----BEGIN CERTIFICATE-----"))

    def test_any_number_of_names_can_be_asked_for(self):
        for number in [*range(300), 7]:
            self.assertEqual(self.exchange(request(), f"name-{number}.localhost").status, 200)

    def test_names_that_are_not_host_names_are_rejected(self):
        for name in ["a,DNS:b", "a b", "", "*", "*.", "a..b", "1.2.3", "x:y", "@section"]:
            failed = subprocess.run([PROGRAM[0], f"tls={self.pem}.unused", f"host={name}"], stdin=subprocess.DEVNULL, capture_output=True,
                                    text=True, timeout=SECONDS, check=False)
            self.assertEqual(failed.stderr, f'http_server_program: "{name}" is neither a host name nor an IP address\n')

    def test_serves_requests_of_every_size_over_one_connection(self):
        with self.server.connect(self.context, "localhost") as client:
            for size in [1, 1000, 16384, 100_000, 5_000_000]:
                data = request("/", method="POST", body=os.urandom(size))
                self.assertEqual(client.exchange(data).body, data)

    def test_serves_tls_1_2(self):
        context = ssl.create_default_context(cafile=self.pem)
        context.maximum_version = ssl.TLSVersion.TLSv1_2
        with self.server.connect(context, "localhost") as client:
            self.assertEqual(client.socket.version(), "TLSv1.2")
            self.assertEqual(client.exchange(request()).body, request())

    def test_loses_and_cuts_replies_without_the_end_of_tls(self):
        for target, received in [("/lost", b""), ("/cut?3", b"GET")]:
            with self.server.connect(self.context, "localhost") as client:
                client.socket.suppress_ragged_eofs = False
                client.send(request(target))
                data = b""
                with self.assertRaises(ssl.SSLError):  # an SSLEOFError in some versions of Python
                    while piece := client.socket.recv(1):
                        data += piece
                self.assertEqual(data.partition(b"\r\n\r\n")[2], received)

    def test_ends_whole_replies_with_the_end_of_tls(self):
        with self.server.connect(self.context, "localhost") as client:
            client.socket.suppress_ragged_eofs = False
            client.send(request("/close"))
            self.assertTrue(client.read_to_end().endswith(request("/close")))

    def test_sends_status_408(self):
        with self.server.connect(self.context, "localhost") as client:
            self.assertEqual(client.exchange(b"GET / HT").status, 408)

    def test_tells_clients_that_speak_plain_http(self):
        reply = self.server.exchange(request())
        self.assertEqual((reply.status, reply.body), (400, b"The server speaks TLS: the address of a request must begin with https.\n"))

    def test_drops_clients_that_do_not_finish_the_handshake(self):
        for data in [b"", b"\x16\x03\x01\x02\x00\x01", b"\xff" * 100]:
            with self.server.connect() as client:
                client.send(data).read_to_end()


class Tunnels(unittest.TestCase):
    """Clients that have the server as their proxy."""

    CONNECT = request("faceid.tencentcloudapi.com:443", method="CONNECT")
    NAME = "faceid.tencentcloudapi.com"

    @classmethod
    def setUpClass(cls):
        folder = cls.enterClassContext(tempfile.TemporaryDirectory())
        pem = os.path.join(folder, "authority.pem")
        cls.plain = cls.enterClassContext(start())
        cls.server = cls.enterClassContext(start(f"tls={pem}"))
        cls.context = ssl.create_default_context(cafile=pem)

    def open(self, server):
        client = self.enterContext(server.connect())
        self.assertEqual(client.send(self.CONNECT).read_head().split(b" ")[:2], [b"HTTP/1.1", b"200"])
        return client

    def test_lead_to_a_server_of_plain_http(self):
        client = self.open(self.plain)
        for target in ["/1", "/2"]:
            self.assertEqual(client.exchange(request(target)).body, request(target))

    def test_lead_to_a_server_of_tls(self):
        client = self.open(self.server)
        client.socket = self.context.wrap_socket(client.socket, server_hostname=self.NAME)
        for target in ["/1", "/2"]:
            reply = client.exchange(request(target))
            self.assertEqual((reply.body, reply.get("X-TLS")), (request(target), "yes"))

    def test_to_a_server_of_tls_take_plain_http(self):
        reply = self.open(self.server).exchange(request())
        self.assertEqual((reply.body, reply.get("X-TLS")), (request(), None))

    def test_take_what_is_sent_before_they_are_open(self):
        with self.server.connect() as client:
            received, sent = ssl.MemoryBIO(), ssl.MemoryBIO()
            tls = self.context.wrap_bio(received, sent, server_hostname=self.NAME)
            with self.assertRaises(ssl.SSLWantReadError):
                tls.do_handshake()
            client.send(self.CONNECT + sent.read()).read_head()
            while tls.version() is None or not tls.cipher():
                if not client.received:
                    client.read_more()
                received.write(client.take(len(client.received)))
                try:
                    tls.do_handshake()
                except ssl.SSLWantReadError:
                    continue
            self.assertEqual(tls.getpeercert()["subject"], ((("commonName", "tc3 serve"),),))
        with self.plain.connect() as client:
            client.send(self.CONNECT + request("/1")).read_head()
            self.assertEqual(client.read_reply().body, request("/1"))

    def test_to_a_server_without_a_certificate_reject_tls(self):
        reply = self.open(self.plain).exchange(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03")
        self.assertEqual((reply.status, b"http, not https" in reply.body), (400, True))

    def test_can_be_opened_on_a_connection_that_was_used(self):
        with self.plain.connect() as client:
            self.assertEqual(client.exchange(request()).status, 200)
            client.send(self.CONNECT).read_head()
            self.assertEqual(client.exchange(request("/x")).body, request("/x"))


class Files(OfOneServer):
    def test_are_uploaded_and_downloaded(self):
        body = os.urandom(3_000_000)
        md5 = base64.b64encode(hashlib.md5(body).digest()).decode()
        put = request("/upload/7", f"Content-MD5: {md5}", "Content-Type: image/jpeg", method="PUT", body=body)
        self.assertEqual(self.server.exchange(put).get("ETag"), f'"{hashlib.md5(body).hexdigest()}"')
        reply = self.server.exchange(request("/file/7"))
        self.assertEqual((reply.body, reply.get("Content-Type")), (body, "image/jpeg"))

    def test_that_do_not_exist_get_status_404(self):
        reply = self.server.exchange(request("/file/8"))
        self.assertEqual((reply.status, reply.get("Content-Type")), (404, "application/xml"))


class BrokenConnections(unittest.TestCase):
    def test_do_not_end_the_process(self):
        with start() as server:
            for _ in range(20):
                with server.connect() as client:
                    client.send(request("/big?10000000"))
                    client.take(1)
                    client.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")  # close() resets the connection
            self.assertEqual(server.exchange(request()).status, 200)


if __name__ == "__main__":
    PROGRAM.append(sys.argv.pop(1))
    unittest.main()
