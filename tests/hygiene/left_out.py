# SPDX-License-Identifier: MIT
"""Reports what a test leaves out because something is not installed: one line "left out: NAME, REASON" each."""

import sys
import unittest

SKIPPED = 77
STRICT = "--strict"

_names = []


def leave_out(name, reason):
    _names.append(name)
    print(f"left out: {name}, {reason}")


def run_tests(arguments=()):
    """Runs the tests of the main module with arguments of unittest. Exits with 77 if all passed, something was left out and --strict is set."""
    sys.stdout.reconfigure(line_buffering=True)
    program = unittest.main(argv=[sys.argv[0], *(word for word in arguments if word != STRICT)], exit=False)
    passed = program.result.wasSuccessful()
    sys.exit(1 if not passed else SKIPPED if _names and STRICT in sys.argv else 0)
