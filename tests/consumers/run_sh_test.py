#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs examples/run.sh from another folder, with and without a compiler and a credential.

CXX names the compiler.
"""

import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

SCRIPT = pathlib.Path(__file__).resolve().parents[2] / "examples" / "run.sh"


class RunScript(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.environment = {name: value for name, value in os.environ.items() if not name.startswith("TENCENTCLOUD_")}

    def run_script(self, *arguments, **environment):
        return subprocess.run(
            ["/bin/sh", SCRIPT, *arguments],
            cwd=self.folder,
            env={**self.environment, **environment},
            capture_output=True,
            text=True,
            check=False,
        )

    def assert_fails_with_one_sentence(self, done, code, words):
        self.assertEqual((done.returncode, done.stdout), (code, ""))
        self.assertEqual(done.stderr.count("\n"), 1, done.stderr)
        self.assertIn(words, done.stderr)

    def test_prints_request_and_response(self):
        done = self.run_script(TMPDIR=str(self.folder))
        self.assertEqual((done.returncode, done.stderr), (0, ""), done.stdout)
        for line in ["POST / HTTP/1.1", "X-TC-Action: ApplyLivenessToken", '{"SecureLevel":"4"}', "--- response"]:
            self.assertIn(line + "\n", done.stdout)
        self.assertRegex(done.stdout, r"^compiling examples/01_apply_liveness_token.cpp with .+\n")
        self.assertRegex(done.stdout, r"SDK token:  \d\d characters")
        self.assertEqual(list(self.folder.iterdir()), [], "it must remove its files")

    def test_prints_no_signature_and_no_key(self):
        done = self.run_script()
        self.assertIn("Authorization: ****\n", done.stdout)
        for secret in ["Signature=", "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE"]:
            self.assertNotIn(secret, done.stdout)

    def test_an_unknown_option_is_an_error(self):
        self.assert_fails_with_one_sentence(self.run_script("--alive"), 2, "usage: ")
        self.assert_fails_with_one_sentence(self.run_script("--live", "more"), 2, "usage: ")

    def test_live_names_the_missing_variable(self):
        self.assert_fails_with_one_sentence(self.run_script("--live"), 1, "TENCENTCLOUD_SECRET_ID")
        self.assert_fails_with_one_sentence(self.run_script("--live", TENCENTCLOUD_SECRET_ID="id"), 1, "TENCENTCLOUD_SECRET_KEY")

    def test_the_error_names_a_compiler_that_does_not_work(self):
        self.assert_fails_with_one_sentence(self.run_script(CXX="no-such-compiler"), 1, "no-such-compiler")
        self.assert_fails_with_one_sentence(self.run_script(CXX="false"), 1, "'false'")

    def test_without_compiler_and_package_manager_the_error_is_one_sentence(self):
        self.link("cat", "dirname", "id", "mktemp", "rm")
        self.assert_fails_with_one_sentence(self.run_script(PATH=str(self.folder), CXX=""), 1, "no C++20 compiler")

    def test_a_missing_compiler_is_installed(self):
        self.link("as", "cat", "chmod", "cp", "dirname", "ld", "mktemp", "rm")
        compiler = shutil.which(os.environ.get("CXX", "c++").split()[0])
        self.fake("id", "echo 0")
        self.fake("apt-get", f'echo "$@" >>"{self.folder}/apt-get-calls"; printf "#!/bin/sh\nexec {compiler} \"\$@\"\n" >"{self.folder}/g++"',
                  f'chmod +x "{self.folder}/g++"')
        done = self.run_script(PATH=str(self.folder), CXX="")
        self.assertEqual((done.returncode, done.stderr), (0, ""), done.stdout)
        self.assertTrue(done.stdout.startswith("installing: g++\ncompiling "), done.stdout)
        self.assertEqual((self.folder / "apt-get-calls").read_text(), "update\ninstall -y --no-install-recommends g++\n")

    def link(self, *tools):
        for tool in tools:
            (self.folder / tool).symlink_to(shutil.which(tool))

    def fake(self, name, *lines):
        file = self.folder / name
        file.write_text("\n".join(["#!/bin/sh", *lines, ""]), encoding="utf-8")
        file.chmod(0o755)


if __name__ == "__main__":
    unittest.main()
