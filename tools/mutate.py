#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Changes one place of a header at a time and says whether the unit tests notice it.

    python3 tools/mutate.py                            400 mutants of all floors, the same ones every time
    python3 tools/mutate.py --seed 2 --count 100       other ones
    python3 tools/mutate.py --floor json               all mutants in one floor
    python3 tools/mutate.py --list                     prints the mutants, builds nothing

A mutant is one change: another operator, a constant plus or minus one, a negated condition, a dropped `!`, true for false, a removed
statement. Comments, directives, static_assert, constraints and generated headers are not changed. Mutants are drawn from the places of
each floor in proportion to their number, at least --least of each. One that does not compile is replaced by the next.

A mutant is killed if a test fails, does not end, or does not compile because of a static_assert. First each mutant is tried with the tests
that mirror its header. What survives is linked before all other tests, and those that fail then are tried; with --thorough, all tests are
built against what is left. A mutant that changes no behaviour is listed in tools/mutants/equivalent.txt.

The work is done in a temporary folder, on a copy of the tree. CXX names the compiler; clang++ is the fastest here. Exit status: 0 if
95 % of all mutants and 90 % of each floor are killed, 1 if not or if an entry of the list is wrong, 2 if the unchanged tests fail.
"""

import argparse
import concurrent.futures
import os
import pathlib
import queue
import random
import shlex
import shutil
import sys
import tempfile
import time

from mutants.equivalent import Equivalents
from mutants.places import is_generated, mutants_of
from mutants.trials import NotBuilt, Tests, Worker

ROOT = pathlib.Path(__file__).resolve().parent.parent
FLOORS = ["core", "encoding", "json", "crypto", "http", "validation", "signing", "model", "api", "transport", "faceid", "testing"]
LEAST_OF_ALL, LEAST_OF_FLOOR = 95, 90  # percent


def main():
    arguments = parse_arguments()
    equivalents = Equivalents((ROOT / "tools/mutants/equivalent.txt").read_text(encoding="utf-8"))
    places = places_by_floor(ROOT / "include/tc3")
    wrong = [*equivalents.malformed, *equivalents.stale([mutant for floor in places.values() for mutant in floor])]
    draws = {floor: drawn(places[floor], arguments.seed) for floor in arguments.floor or FLOORS}
    counts = shares({floor: len(draws[floor]) for floor in draws}, arguments.count, arguments.least)
    if arguments.list:
        for floor, count in counts.items():
            print_mutants(draws[floor][:count])
        return 0
    with tempfile.TemporaryDirectory(prefix="tc3-mutants-") as folder:
        try:
            results = try_all(draws, counts, pathlib.Path(folder), arguments, equivalents)
        except NotBuilt as error:
            print(f"mutate: the unchanged tests fail\n{error}", file=sys.stderr)
            return 2
    return report(results, places, equivalents, wrong)


def parse_arguments():
    parser = argparse.ArgumentParser(description="Changes one place of a header at a time and says whether the unit tests notice it.")
    parser.add_argument("--seed", type=int, default=1, help="another seed draws other mutants")
    parser.add_argument("--count", type=int, default=400, help="how many mutants of all floors together")
    parser.add_argument("--least", type=int, default=15, help="how many mutants of each floor at least")
    parser.add_argument("--floor", action="append", choices=FLOORS, help="only this floor; may be given more than once")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="how many mutants at a time")
    parser.add_argument("--thorough", action="store_true", help="build all tests against a mutant before it counts as survived")
    parser.add_argument("--list", action="store_true", help="print the mutants, build nothing")
    return parser.parse_args()


# ---- choosing


def places_by_floor(headers):
    places = {floor: [] for floor in FLOORS}
    for header in sorted(headers.glob("*/**/*.hpp")):
        path, source = header.relative_to(headers).as_posix(), header.read_text(encoding="utf-8")
        if path.split("/")[0] in places and not is_generated(source):
            places[path.split("/")[0]] += mutants_of(path, source)
    return places


def drawn(mutants, seed):
    """Returns the mutants in an order that depends on the seed and on nothing else."""
    order = list(mutants)
    random.Random(seed).shuffle(order)
    return order


def shares(numbers, count, least):
    """Divides `count` in proportion to numbers, with at least `least` for each, or all there are."""
    rest, shared = dict(numbers), {}
    while too_small := [name for name in rest if (count - sum(shared.values())) * rest[name] < least * sum(rest.values())]:
        for name in too_small:
            shared[name] = min(least, rest.pop(name))
    left, total = count - sum(shared.values()), sum(rest.values())
    return {name: shared[name] if name in shared else min(number, round(left * number / total)) for name, number in numbers.items()}


# ---- trying


def try_all(draws, counts, folder, arguments, equivalents):
    """Tries each mutant against few tests first, and what survives against more."""
    tests = copied_tests(folder)
    tests.build_main()
    workers = queue.SimpleQueue()
    for number in range(arguments.jobs):
        workers.put(new_worker(folder / f"worker-{number}"))

    def timed(attempt, mutant):
        worker = workers.get()
        began = time.monotonic()
        try:
            result = attempt(mutant, worker)
        finally:
            workers.put(worker)
        result.seconds = time.monotonic() - began
        say(f"{result.seconds:4.0f} s  {result.state:12}  {mutant.path}:{mutant.line}  {mutant.kind}  {result.by}")
        return result

    with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
        results = []
        for floor, order in draws.items():
            results += tried(order, counts[floor], lambda mutants: list(pool.map(lambda mutant: timed(tests.try_nearest, mutant), mutants)))
        say(f"{sum(result.seconds for result in results) / max(1, len(results)):.1f} s for a mutant, on average")
        say("building all tests")
        tests.build_all(arguments.jobs)
        for attempt in [tests.try_linked, *([tests.try_everything] if arguments.thorough else [])]:
            left = [result for result in results if result.state == "survived" and result.mutant not in equivalents]
            results = [result for result in results if result not in left]
            results += pool.map(lambda result: timed(attempt, result.mutant), left)
    return results


def copied_tests(folder):
    for name in ("include", "tests", "tools"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    built = folder / "built"
    built.mkdir()
    return Tests(folder, built, shlex.split(os.environ.get("CXX", "clang++")))


def new_worker(folder):
    shutil.copytree(ROOT / "include", folder / "include")
    return Worker(folder)


def tried(order, count, attempt_all):
    """Tries mutants in their order until `count` of them have compiled."""
    results, next_one = [], 0
    while (missing := count - sum(result.state != "not compiled" for result in results)) > 0 and next_one < len(order):
        results += attempt_all(order[next_one : next_one + missing])
        next_one += missing
    return results


# ---- reporting


def report(results, places, equivalents, wrong):
    survivors = [result.mutant for result in results if result.state == "survived" and result.mutant not in equivalents]
    wrong += [f"{place(result.mutant)} is killed by {result.by}" for result in results if result.state == "killed" and result.mutant in equivalents]
    print(f"\n{'floor':12}{'places':>8}{'killed':>8}{'survived':>10}{'equivalent':>12}{'not compiled':>14}{'score':>8}")
    scores = {}
    for floor in [*FLOORS, "all"]:
        of_floor = [result for result in results if floor in (result.mutant.floor, "all")]
        if of_floor:
            number = len(places[floor]) if floor in places else sum(map(len, places.values()))
            scores[floor] = print_row(floor, number, of_floor, equivalents)
    print()
    print_killers(results)
    if survivors:
        print(f"\n{len(survivors)} survived:")
        print_mutants(survivors)
    for line in wrong:
        print(f"tools/mutants/equivalent.txt: {line}")
    reached = scores.get("all", 100) >= LEAST_OF_ALL and all(score >= LEAST_OF_FLOOR for score in scores.values())
    return 0 if reached and not wrong else 1


def print_row(floor, places, results, equivalents):
    killed = sum(result.state == "killed" for result in results)
    equivalent = sum(result.state == "survived" and result.mutant in equivalents for result in results)
    survived = sum(result.state == "survived" for result in results) - equivalent
    not_compiled = sum(result.state == "not compiled" for result in results)
    score = 100 * killed / max(1, killed + survived)
    print(f"{floor:12}{places:8}{killed:8}{survived:10}{equivalent:12}{not_compiled:14}{score:7.1f}%")
    return score


def print_killers(results):
    killed = [result.by for result in results if result.state == "killed"]
    compiling = sum(by.startswith("compiling ") for by in killed)
    timeouts = sum(by.startswith("timeout ") for by in killed)
    print(f"killed by a failed test: {len(killed) - compiling - timeouts}, by a static_assert of a test: {compiling}, by a timeout: {timeouts}")


def print_mutants(mutants):
    for mutant in sorted(mutants, key=lambda mutant: (mutant.path, mutant.line)):
        print(f"{place(mutant)}: {mutant.kind}\n    - {mutant.before}\n    + {mutant.after}")


def place(mutant):
    return f"include/tc3/{mutant.path}:{mutant.line}"


def say(text):
    print(text, flush=True)


if __name__ == "__main__":
    sys.exit(main())
