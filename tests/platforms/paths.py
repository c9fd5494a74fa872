# SPDX-License-Identifier: MIT
"""Where things are."""

import pathlib

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
FIRMWARE = ROOT / "tests/hygiene/firmware"
