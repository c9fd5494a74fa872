#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs Tencent Cloud's official SDKs against the service for tests, unmodified, and prints a table of what each does.

    run.py TC3 [--node DIR] [--python DIR] [--go DIR] [--php DIR] [--cpp DIR] [--api-json FILE] [--work DIR]

TC3 is the program that tools/cli/build.sh builds. Each DIR holds the SDK:

    --node     a folder with node_modules/tencentcloud-sdk-nodejs-intl-en; npm installs it there if it is missing
    --python   a copy of github.com/TencentCloud/tencentcloud-sdk-python-intl-en
    --go       a copy of github.com/TencentCloud/tencentcloud-sdk-go-intl-en
    --php      a copy of github.com/TencentCloud/tencentcloud-sdk-php-intl-en
    --cpp      a copy of github.com/TencentCloud/tencentcloud-sdk-cpp-intl-en

--api-json is tccli/services/cvm/v20170312/api.json of github.com/TencentCloud/tencentcloud-cli-intl-en; without it no second product is
called. What is compiled, and the logs of the service, are kept in the folder of --work; without it, in a temporary one.

SDKs that are not given or cannot run here are skipped with the reason. Exit status: 0, 1 after a failure, 77 if nothing ran.
"""

import argparse
import contextlib
import pathlib
import sys
import tempfile

import behaviours
import sdk
from service import running_service

WIDTH = 150  # of what was seen
NOTHING_RAN = 77


def main():
    options = read_options()
    with contextlib.ExitStack() as stack:
        work = pathlib.Path(options.work or stack.enter_context(tempfile.TemporaryDirectory()))
        work.mkdir(parents=True, exist_ok=True)
        products = [options.api_json] if options.api_json else []
        over_http = stack.enter_context(running_service(options.program, products, work / "serve.log"))
        over_tls = stack.enter_context(running_service(options.program, [], work / "serve-tls.log", str(work / "ca.pem")))
        rows = [row for name in sdk.ALL for row in run_sdk(name, options, work, over_http, over_tls)]
    return status_of(rows)


def read_options():
    parser = argparse.ArgumentParser(description="Runs Tencent Cloud's official SDKs against tc3 serve.")
    parser.add_argument("program", help="the program tc3")
    for name in sdk.ALL:
        parser.add_argument(f"--{name}", type=pathlib.Path, metavar="DIR", help=f"folder with the {name} SDK")
    parser.add_argument("--api-json", metavar="FILE", help="api.json of cvm")
    parser.add_argument("--work", metavar="DIR", help="folder for what is compiled, and for logs")
    return parser.parse_args()


def run_sdk(name, options, work, over_http, over_tls):
    """Yields a row for each behaviour: passed, failed or not possible."""
    try:
        made = sdk.prepare(name, getattr(options, name), work)
    except sdk.Skipped as reason:
        print_row(name, "", "all", "skipped", str(reason))
        return
    checks = [(over_http, each) for each in behaviours.OVER_HTTP.items()]
    checks += [(over_http, each) for each in behaviours.WITH_CVM.items() if options.api_json]
    checks += [(over_tls, each) for each in behaviours.OVER_TLS.items()]
    for service, (title, behaviour) in checks:
        result, seen = run_behaviour(behaviour, behaviours.Caller(made, service))
        print_row(made.name, made.version, title, result, seen)
        yield result


def run_behaviour(behaviour, caller):
    try:
        return "passed", behaviour(caller)
    except behaviours.NotPossible as reason:
        return "not possible", str(reason)
    except AssertionError as error:
        return "FAILED", str(error)


def print_row(name, version, title, result, seen):
    seen = " ".join(seen.split())
    seen = seen if len(seen) <= WIDTH or result == "FAILED" else seen[: WIDTH - 3] + "..."
    print(f"| {name} | {version} | {title} | {result} | {seen} |", flush=True)


def status_of(rows):
    counts = {result: rows.count(result) for result in ("passed", "not possible", "FAILED")}
    print(", ".join(f"{count} {result}" for result, count in counts.items()))
    if not counts["passed"] and not counts["FAILED"]:
        return NOTHING_RAN
    return 1 if counts["FAILED"] else 0


if __name__ == "__main__":
    sys.exit(main())
