# SPDX-License-Identifier: MIT
"""The official SDKs: what each needs, how its client is built, and how it makes a call."""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

SECONDS = 60
HERE = pathlib.Path(__file__).resolve().parent
NODE_PACKAGE = "tencentcloud-sdk-nodejs-intl-en"
GO_PACKAGE = "github.com/tencentcloud/tencentcloud-sdk-go-intl-en"


class Skipped(Exception):
    """Why an SDK cannot run here."""


class Sdk:
    """A program that makes one call: it reads a job and prints {"output": ...}, {"error": ...} or {"unsupported": reason}, all as JSON."""

    def __init__(self, name, version, command, environment=None, trust=None):
        self.name = name
        self.version = version
        self._command = command
        self._environment = environment or {}
        self._trust = trust or (lambda ca_file: ([], {}))  # arguments and environment with which the SDK trusts a certificate

    def call(self, job, proxy=""):
        arguments, trusting = self._trust(job["ca_file"]) if job["ca_file"] else ([], {})
        environment = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
        environment.update(self._environment, **trusting)
        if proxy:
            environment.update(http_proxy=proxy, https_proxy=proxy)
        command = [self._command[0], *arguments, *self._command[1:]]
        done = subprocess.run(command, input=json.dumps(job), env=environment, capture_output=True, text=True, timeout=SECONDS, check=False)
        try:
            return json.loads(done.stdout)
        except ValueError:
            raise AssertionError(f"the client failed: {(done.stderr or done.stdout).strip()[-300:]}") from None


# --- each SDK --------------------------------------------------------------------------------------------------------


def node(folder, _work):
    need("node")
    package = folder / "node_modules" / NODE_PACKAGE
    if not package.is_dir():
        need("npm")
        run(["npm", "install", "--no-save", "--prefix", str(folder), NODE_PACKAGE])
    version = json.loads((package / "package.json").read_text())["version"]
    environment = {"NODE_PATH": str(folder / "node_modules")}
    return Sdk("Node", version, ["node", str(HERE / "node_client.js")], environment, lambda ca_file: ([], {"NODE_EXTRA_CA_CERTS": ca_file}))


def python(folder, _work):
    check = subprocess.run([sys.executable, "-c", "import requests, certifi"], capture_output=True, check=False)
    if check.returncode != 0:
        raise Skipped("the Python package requests is missing (Debian: python3-requests)")
    version = first_match(folder / "tencentcloud" / "__init__.py", r"__version__ = '(.*)'")
    return Sdk("Python", version, [sys.executable, str(HERE / "python_client.py")], {"PYTHONPATH": str(folder)})


def go(folder, work):
    need("go")
    version = first_match(folder / "tencentcloud" / "common" / "http" / "request.go", r"SDK_GO_([\d.]+)")
    package = work / "go" / "src" / GO_PACKAGE  # the repository is no module: it has no go.mod
    package.parent.mkdir(parents=True, exist_ok=True)
    package.unlink(missing_ok=True)
    package.symlink_to(folder)
    program = work / "go" / "go_client"
    environment = {"GO111MODULE": "off", "GOPATH": str(work / "go"), "GOCACHE": str(work / "go" / "cache")}
    run(["go", "build", "-o", str(program), str(HERE / "go_client.go")], environment)
    return Sdk("Go", version, [str(program)], trust=lambda ca_file: ([], {"SSL_CERT_FILE": ca_file}))


def php(folder, _work):
    need("php")
    if "curl" not in subprocess.run(["php", "-m"], capture_output=True, text=True, check=False).stdout.split():
        raise Skipped("PHP has no curl (Debian: php-curl)")
    version = first_match(folder / "src" / "TencentCloud" / "Common" / "AbstractClient.php", r"SDK_PHP_([\d.]+)")
    environment = {"TENCENTCLOUD_PHP_SDK": str(folder)}
    return Sdk("PHP", version, ["php", str(HERE / "php_client.php")], environment, lambda ca_file: (["-d", f"curl.cainfo={ca_file}"], {}))


def cpp(folder, work):
    for tool in ("cmake", "make", "g++"):
        need(tool)
    build = work / "cpp"
    # The SDK includes less than it uses, and GCC 12 does not compile it as it is.
    flags = ["-w", "-include", "vector", "-include", "mutex", "-include", "unordered_map"]
    options = ["-DBUILD_MODULES=faceid", "-DBUILD_SHARED_LIBS=OFF", f"-DCMAKE_CXX_FLAGS={' '.join(flags)}"]
    run(["cmake", "-S", str(folder), "-B", str(build), *options])
    run(["cmake", "--build", str(build), "--target", "faceid"])
    includes = [f"-I{folder / part}" for part in ("core/include", "core/include/tencentcloud/core/utils", "faceid/include")]
    libraries = [str(build / "lib" / f"libtencentcloud-sdk-cpp-intl-en-{part}.a") for part in ("faceid", "core")]
    program = build / "cpp_client"
    run(["g++", "-std=c++11", *flags, *includes, str(HERE / "cpp_client.cpp"), *libraries, "-lcurl", "-lcrypto", "-luuid", "-pthread",
         "-o", str(program)])
    return Sdk("C++", (folder / "VERSION").read_text().strip(), [str(program)])


ALL = {"node": node, "python": python, "go": go, "php": php, "cpp": cpp}


def prepare(name, folder, work):
    """Returns the SDK in a folder. Raises Skipped with the reason if it cannot run here."""
    if folder is None:
        raise Skipped(f"not given: --{name} DIR")
    try:
        return ALL[name](folder.resolve(), work.resolve())
    except OSError as error:
        raise Skipped(f"{error.strerror}: {error.filename}") from None


def need(tool):
    if shutil.which(tool) is None:
        raise Skipped(f"{tool} is missing")


def run(command, environment=None):
    done = subprocess.run(command, env={**os.environ, **(environment or {})}, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        last_lines = (done.stderr or done.stdout).strip().splitlines()[-3:]
        raise Skipped(f"{command[0]} failed: {' / '.join(last_lines)}")


def first_match(file, pattern):
    found = re.search(pattern, file.read_text())
    return found[1] if found else "unknown version"
