#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Tests `tc3 serve` as clients of any language see it.

    serve_test.py PROGRAM
"""

import hashlib
import http.client
import json
import pathlib
import signal
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import service  # noqa: E402
from service import CREDENTIAL, SECONDS, signer  # noqa: E402

PROGRAM = []
DESCRIPTIONS = pathlib.Path(__file__).resolve().parent / "api_json"


class Hosts(unittest.TestCase):
    def test_answers_on_each_host_that_a_client_may_use(self):
        with serve() as running:
            for host in (f"127.0.0.1:{running.port}", f"localhost:{running.port}", f"faceid.localhost:{running.port}", "faceid.tencentcloudapi.com",
                         "faceid.intl.tencentcloudapi.com", "faceid.ap-singapore.tencentcloudapi.com", "FaceID.TencentCloudAPI.com"):
                with self.subTest(host):
                    self.assertIn("SdkToken", running.call("ApplyLivenessToken", host=host))

    def test_answers_on_names_that_it_is_given(self):
        with serve("--host", "tc3.test") as running:
            self.assertIn("SdkToken", running.call("ApplyLivenessToken", host=f"TC3.test:{running.port}"))
            self.assertEqual(running.call("ApplyLivenessToken", host="other.test")["Error"]["Code"], "NoSuchProduct")

    def test_rejects_hosts_of_others(self):
        with serve() as running:
            for host in ("example.com", "tencentcloudapi.com.example.com", "localhost.example.com"):
                with self.subTest(host):
                    self.assertEqual(running.call("ApplyLivenessToken", host=host)["Error"]["Code"], "NoSuchProduct")

    def test_accepts_a_scope_service_that_was_derived_from_the_address_and_logs_it(self):
        with serve() as running:
            self.assertIn("SdkToken", running.call("ApplyLivenessToken", scope="127"))
            local = f"localhost:{running.port}"
            for scope in ("localhost", local):
                self.assertIn("SdkToken", running.call("ApplyLivenessToken", host=local, scope=scope))
            self.assertEqual(running.call("ApplyLivenessToken", host="faceid.tencentcloudapi.com", scope="127")["Error"]["Code"],
                             "AuthFailure.SignatureFailure")
            running.stop()
        first, second, _, last = running.log.splitlines()
        self.assertIn('OK', first)
        self.assertIn('scope service "127", derived from the host, in place of "faceid"', first)
        self.assertIn('scope service "localhost", derived from the host, in place of "faceid"', second)
        self.assertNotIn("derived from the host", last)

    def test_accepts_a_host_that_was_signed_without_its_port_and_logs_it(self):
        with serve() as running:
            sent = running.request("ApplyLivenessToken", host="127.0.0.1")
            signer.sign(sent, CREDENTIAL, service="127")
            self.assertIn("SdkToken", running.send(sent.set("Host", f"127.0.0.1:{running.port}")))
            running.stop()
        self.assertIn("the host was signed without its port", running.log)

    def test_takes_the_path_of_a_request_to_a_proxy(self):
        with serve() as running:
            sent = running.request("ApplyLivenessToken", host="faceid.tencentcloudapi.com")
            signer.sign(sent, CREDENTIAL)
            head, _, body = sent.bytes().partition(b"\r\n")
            self.assertEqual(head, b"POST / HTTP/1.1")
            _, answer = running.exchange(b"POST http://faceid.tencentcloudapi.com/ HTTP/1.1\r\n" + body)
            self.assertIn("SdkToken", json.loads(answer)["Response"])


class Log(unittest.TestCase):
    def test_prints_a_line_for_each_rejected_request_with_its_cause(self):
        with serve() as running:
            running.call("ApplyLivenessToken")
            sent = running.request("ApplyLivenessToken")
            signer.sign(sent, CREDENTIAL, service="faceid")
            error = running.send(sent.set("Content-Type", "application/json; charset=utf-8"))["Error"]
            running.stop()
        self.assertEqual(error["Code"], "AuthFailure.SignatureFailure")
        self.assertIn("with Content-Type `application/json`", error["Message"])
        (line,) = running.log.splitlines()
        self.assertRegex(line, r"^\d\d:\d\d:\d\d POST faceid ApplyLivenessToken AuthFailure.SignatureFailure \(content_type\) [0-9.]+ ms: ")

    def test_prints_a_line_for_every_request_with_the_option_log(self):
        with serve("--log") as running:
            running.call("ApplyLivenessToken")
            running.stop()
        self.assertRegex(running.log, r"^\d\d:\d\d:\d\d POST faceid ApplyLivenessToken OK [0-9.]+ ms\n$")

    def test_holds_no_key_no_token_and_no_signature(self):
        with serve("--log", "--credential", "AKIDtemporary:KeyOfTheTemporaryOne:TokenOfTheTemporaryOne") as running:
            temporary = signer.Credential("AKIDtemporary", "KeyOfTheTemporaryOne")
            self.assertIn("SdkToken", running.call("ApplyLivenessToken", credential=temporary, token="TokenOfTheTemporaryOne"))
            self.assertEqual(running.call("ApplyLivenessToken", credential=temporary)["Error"]["Code"], "AuthFailure.SecretIdNotFound")
            self.assertEqual(running.call("ApplyLivenessToken", credential=temporary, token="other")["Error"]["Code"], "AuthFailure.TokenFailure")
            _, entries = running.admin("GET", "/requests")
            running.stop()
        self.assertEqual(len(entries), 3)
        for secret in ("KeyOfThe", "TokenOfThe", "Signature=", CREDENTIAL.secret_key):
            self.assertNotIn(secret, running.log + json.dumps(entries))


    def test_keeps_entries_short_and_as_objects(self):
        with serve() as running:
            running.call("A" * 30000)
            _, (entry,) = running.admin("GET", "/requests")
            running.stop()
        self.assertEqual((entry["code"], entry["method"]), ("InvalidAction", "POST"))
        self.assertLess(len(entry["action"]), 1000)
        self.assertLess(len(running.log), 1500)

    def test_serves_others_while_many_requests_are_rejected(self):
        with serve() as running:
            wrong = signer.Credential(CREDENTIAL.secret_id, "another key")
            messages = []
            deadline = time.monotonic() + SECONDS
            while time.monotonic() < deadline and (not messages or "no change that is known" in messages[-1]):
                messages.append(running.call("ApplyLivenessToken", credential=wrong)["Error"]["Message"])
            self.assertIn("SdkToken", running.call("ApplyLivenessToken"))
            running.stop()
        self.assertGreater(len(messages), 2)
        self.assertIn("(the cause was not sought: too many requests are rejected)", running.log.splitlines()[-1])


    def test_goes_on_if_nobody_reads_it(self):
        with serve("--log") as running:
            sent = running.request("A" * 600)
            signer.sign(sent, CREDENTIAL, service="faceid")
            for _ in range(300):  # more than a pipe holds
                running.send(sent)
            self.assertIn("SdkToken", running.call("ApplyLivenessToken"))


class Faults(unittest.TestCase):
    def test_reports_rules_for_actions_that_do_not_exist(self):
        rules = {"rules": [{"action": "ApplyLivenesToken", "error": "InternalError"}, {"action": "ApplyLivenessToken", "error": "InternalError"}]}
        with temporary_file(json.dumps(rules)) as file, serve("--scenario", file) as running:
            running.admin("POST", "/rules", {"service": "cvm", "action": "ApplyLivenessToken", "error": "InternalError"})
            running.stop()
        first, second = running.log.splitlines()
        self.assertEqual(first, "tc3 serve: a rule of the scenario never applies: there is no action ApplyLivenesToken")
        self.assertIn("no action ApplyLivenessToken of the service cvm", second)

    def test_follows_a_scenario_file_and_admin_calls(self):
        rules = {"rules": [{"action": "ApplyLivenessToken", "times": 1, "error": {"code": "RequestLimitExceeded", "message": "slow down"}}]}
        with temporary_file(json.dumps(rules)) as file, serve("--scenario", file) as running:
            self.assertEqual(running.call("ApplyLivenessToken")["Error"], {"Code": "RequestLimitExceeded", "Message": "slow down"})
            self.assertIn("SdkToken", running.call("ApplyLivenessToken"))
            self.assertEqual(running.admin("POST", "/rules", {"action": "ApplyLivenessToken", "times": 1, "status": 502, "html": True})[0], 200)
            response, body = running.exchange(signed(running, "ApplyLivenessToken"))
            self.assertEqual(response.status, 502)
            self.assertIn(b"<html", body.lower())
            self.assertIn("SdkToken", running.call("ApplyLivenessToken"))

    def test_loses_a_response_before_or_after_the_effect(self):
        with serve() as running:
            for moment, begins_session in (("before_effect", False), ("after_effect", True)):
                running.admin("PUT", "/scenario", {"rules": [{"times": 1, "lose_response": moment}]})
                with self.subTest(moment), self.assertRaises(http.client.RemoteDisconnected):
                    running.exchange(signed(running, "ApplyLivenessToken"))
                last = int(running.call("ApplyLivenessToken")["SdkToken"].rpartition("-")[2])
                lost_token = f"token-{last - 1}"
                answer = running.call("GetLivenessResult", {"SdkToken": lost_token}) if last > 1 else {}
                self.assertEqual(begins_session, "Result" in answer, answer)

    def test_limits_calls_by_the_scenario_in_place_of_the_limits_of_actions(self):
        with serve() as running:
            running.admin("PUT", "/scenario", {"calls_per_second": 1000})
            self.assertFalse([answer for answer in (running.call("ApplyLivenessToken") for _ in range(100)) if "Error" in answer])
            running.admin("DELETE", "/scenario")
            codes = {running.call("ApplyLivenessToken").get("Error", {}).get("Code") for _ in range(100)}
            self.assertIn("RequestLimitExceeded", codes)

    def test_skews_its_clock(self):
        with serve() as running:
            self.assertEqual(running.admin("PUT", "/clock", {"offset_seconds": 1000})[0], 200)
            self.assertEqual(running.call("ApplyLivenessToken")["Error"]["Code"], "AuthFailure.SignatureExpire")
            response, _ = running.exchange(signed(running, "ApplyLivenessToken"))
            self.assertIsNotNone(response.getheader("Date"))

    def test_moves_sessions(self):
        with serve() as running:
            running.admin("PUT", "/scenario", {"sessions": "wait"})
            token = running.call("ApplyLivenessToken")["SdkToken"]
            ask = {"SdkToken": token}
            self.assertNotIn("Result", running.call("GetLivenessResult", ask))
            self.assertEqual(running.admin("POST", f"/sessions/{token}/start")[0], 200)
            self.assertEqual(running.admin("POST", f"/sessions/{token}/finish")[0], 200)
            self.assertEqual(running.call("GetLivenessResult", ask)["Result"], "0")
            running.admin("PUT", "/scenario", {"sessions": "fail"})
            token = running.call("ApplyLivenessToken")["SdkToken"]
            self.assertNotEqual(running.call("GetLivenessResult", {"SdkToken": token})["Result"], "0")
            running.admin("PUT", "/scenario", {"sessions": "expire"})
            token = running.call("ApplyLivenessToken")["SdkToken"]
            self.assertIn("Error", running.call("GetLivenessResult", {"SdkToken": token}))


class Files(unittest.TestCase):
    def test_stores_what_is_put_to_an_upload_address(self):
        with serve() as running:
            created = running.call("CreateUploadUrl", {"TargetAction": "GenerateReflectSequence"})
            response, _ = service.exchange(running.port, "PUT", path_of(created["UploadUrl"]), b"data of a device")
            self.assertEqual(response.status, 200)
            self.assertEqual(service.exchange(running.port, "GET", path_of(created["ResourceUrl"]))[1], b"data of a device")
            asked = {"DeviceDataUrl": created["ResourceUrl"], "SecurityLevel": "1"}
            right, wrong = hashlib.md5(b"data of a device").hexdigest(), hashlib.md5(b"other").hexdigest()
            self.assertNotIn("Error", running.call("GenerateReflectSequence", {**asked, "DeviceDataMd5": right}))
            self.assertEqual(running.call("GenerateReflectSequence", {**asked, "DeviceDataMd5": wrong})["Error"]["Code"],
                             "FailedOperation.DownLoadError")


    def test_names_upload_addresses_by_the_host_of_the_client(self):
        with serve("--address", "0.0.0.0") as running:
            for host in (f"127.0.0.1:{running.port}", f"localhost:{running.port}"):
                with self.subTest(host):
                    created = running.call("CreateUploadUrl", {"TargetAction": "GenerateReflectSequence"}, host=host)
                    self.assertTrue(created["UploadUrl"].startswith(f"http://{host}/"), created)
                    self.assertEqual(service.exchange(running.port, "PUT", path_of(created["UploadUrl"]), b"data")[0].status, 200)
                    asked = {"DeviceDataUrl": created["ResourceUrl"], "SecurityLevel": "1", "DeviceDataMd5": hashlib.md5(b"data").hexdigest()}
                    self.assertNotIn("Error", running.call("GenerateReflectSequence", asked))


    def test_gives_no_file_to_a_web_page(self):
        with serve() as running:
            created = running.call("CreateUploadUrl", {"TargetAction": "GenerateReflectSequence"})
            path = path_of(created["UploadUrl"])
            self.assertEqual(service.exchange(running.port, "PUT", path, b"data", {"Host": "page.example"})[0].status, 403)
            self.assertEqual(service.exchange(running.port, "PUT", path, b"data")[0].status, 200)


class Recording(unittest.TestCase):
    def test_replays_what_it_recorded_without_personal_values(self):
        name = "CHAN MEI LING"
        check = {"IdCard": "110101199001011234", "Name": name}
        with tempfile.TemporaryDirectory() as folder:
            file = f"{folder}/recording"
            with serve("--record", file) as running:
                recorded = running.call("IdCardVerification", check)
                running.call("ApplyLivenessToken")
                running.stop()
            text = pathlib.Path(file).read_text(encoding="utf-8")
            with serve("--replay", file) as running:
                replayed = running.call("IdCardVerification", check)
                missing = running.call("GetLivenessResult", {"SdkToken": "token-1"})
        self.assertEqual(len(text.splitlines()), 2)
        self.assertNotIn(name, text)
        self.assertEqual(replayed["Result"], recorded["Result"])
        self.assertIn("no exchange of GetLivenessResult", missing["Error"]["Message"])


class Program(unittest.TestCase):
    def test_serves_tls_with_a_certificate_that_clients_can_trust(self):
        with tempfile.TemporaryDirectory() as folder:
            certificate = f"{folder}/certificate.pem"
            with serve("--tls", "--certificate", certificate) as running:
                self.assertTrue(running.url.startswith("https://"))
                self.assertIn("SdkToken", running.call("ApplyLivenessToken", tls=service.trusting(certificate)))
                self.assertEqual(running.admin("GET", "/certificate")[1], pathlib.Path(certificate).read_text(encoding="ascii"))

    def test_serves_products_of_api_json_files(self):
        files = [str(DESCRIPTIONS / name / "api.json") for name in ("garden", "kitchen")]
        with serve("--api-json", *files) as running:
            self.assertRegex(running.products, r"^products: faceid 2018-03-01; garden 2024-05-06: 6 actions; kitchen 2024-05-06: 1 action$")
            self.assertIn("SdkToken", running.call("ApplyLivenessToken"))
            for host in (f"127.0.0.1:{running.port}", "garden.tencentcloudapi.com"):
                with self.subTest(host):
                    found = running.call("DescribePlants", {"Limit": 1}, host=host, version="2024-05-06", scope="garden")
                    self.assertIn("TotalCount", found)
            wrong = running.call("DescribePlants", {"Limit": "one"}, version="2024-05-06", scope="garden")
            self.assertEqual(wrong["Error"]["Code"], "InvalidParameter")
            self.assertIn("Limit", wrong["Error"]["Message"])

    def test_is_healthy_when_it_has_printed_its_address(self):
        with serve() as running:
            response, body = running.exchange(b"GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
            self.assertEqual((response.status, body), (200, b"ok\n"))

    def test_ends_at_a_signal_and_with_its_standard_input_if_wanted(self):
        with serve() as running:
            self.assertEqual(running.stop(), 0)
        command = [*PROGRAM, "serve", "--until-stdin-closes"]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
            process.stdout.readline()
            process.stdin.close()
            self.assertEqual(process.wait(SECONDS), 0)

    def test_explains_why_it_cannot_start(self):
        with serve() as running, temporary_file('{"rules": [{"tims": 1}]}') as scenario:
            for options, sentence in ((("--port", str(running.port)), str(running.port)),
                                      (("--scenario", scenario), f"{scenario}: rules[0].tims"),
                                      (("--scenario", "/absent"), "/absent: cannot be opened"),
                                      (("--scenario", "/"), "/: is a folder, not a file"),
                                      (("--api-json", scenario), f"{scenario}: "),
                                      (("--credential", "id"), "--credential must be ID:KEY")):
                with self.subTest(options):
                    ended = run(*options)
                    self.assertEqual((ended.returncode, ended.stdout), (1, ""))
                    self.assertIn("tc3 serve: " + ("" if options[0] == "--port" else sentence), ended.stderr)
                    self.assertIn(sentence, ended.stderr)
            for options in (("--port", "65536"), ("--port", "x"), ("--replay", "a", "--record", "b"), ("--certificate", "a"), ("other",)):
                with self.subTest(options):
                    self.assertEqual(run(*options).returncode, 2)


def serve(*options):
    return service.serve(PROGRAM[0], *options)


def run(*options):
    return subprocess.run([*PROGRAM, "serve", *options], stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=SECONDS, check=False)


def signed(running, action):
    sent = running.request(action)
    signer.sign(sent, CREDENTIAL, service="faceid")
    return sent.bytes()


def path_of(url):
    return urllib.parse.urlsplit(url).path


class temporary_file:
    """A file with a text, which is deleted at the end."""

    def __init__(self, text):
        self.folder = tempfile.TemporaryDirectory()
        self.path = f"{self.folder.name}/file.json"
        pathlib.Path(self.path).write_text(text, encoding="utf-8")

    def __enter__(self):
        return self.path

    def __exit__(self, *_):
        self.folder.cleanup()


if __name__ == "__main__":
    PROGRAM = sys.argv[1:]
    unittest.main(argv=sys.argv[:1])
