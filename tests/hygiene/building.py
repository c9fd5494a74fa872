# SPDX-License-Identifier: MIT
"""Compiles units, links them and runs the program, for the tests whose units differ."""

import concurrent.futures
import os
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
HYGIENE = ROOT / "tests/hygiene"


class BuildError(AssertionError):
    """A compiler, linker or program that failed, with the beginning of what it wrote."""


def run(command, text=None):
    done = subprocess.run([str(word) for word in command], input=text, text=True, capture_output=True, check=False)
    if done.returncode != 0:
        raise BuildError(f"exit status {done.returncode}: {' '.join(map(str, command))}\n{(done.stderr + done.stdout)[:4000]}")
    return done.stdout


def works(command, text=None):
    try:
        run(command, text)
    except (BuildError, OSError):
        return False
    return True


def has_headers(command, headers):
    """Returns whether a compiler finds all these headers, names with their brackets."""
    lines = [f"#if !__has_include({header})\n#error\n#endif" for header in headers]
    return works([*command, "-fsyntax-only", "-x", "c++", "-"], "\n".join(lines) + "\n")


def compile_units(folder, units):
    """Compiles units, a dictionary from name to (command, text), several at a time. Returns the object file of each."""
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        jobs = {name: pool.submit(compile_unit, folder, name, *unit) for name, unit in units.items()}
    errors = [str(job.exception()) for job in jobs.values() if job.exception()]
    if errors:
        raise BuildError("\n".join(errors))
    return {name: job.result() for name, job in jobs.items()}


def compile_unit(folder, name, command, text):
    source, unit = folder / f"{name}.cpp", folder / f"{name}.o"
    source.write_text(text, encoding="utf-8")
    run([*command, "-I", HYGIENE, "-c", source, "-o", unit])
    return unit
