# SPDX-License-Identifier: MIT
"""The boards that QEMU emulates, one for each core."""

import typing


class Region(typing.NamedTuple):
    origin: int
    length: int


class Board(typing.NamedTuple):
    core: str
    flags: tuple  # of the compiler
    machine: str  # the name that QEMU has for the board
    code: Region
    data: Region

    @property
    def has_fpu(self):
        return HARD_FLOAT in self.flags

    @property
    def has_unaligned_access(self):
        return not self.core.startswith("cortex-m0")


KIB = 1024
MIB = 1024 * KIB
HARD_FLOAT = "-mfloat-abi=hard"

CORTEX_M3 = Board("cortex-m3", ("-mcpu=cortex-m3",), "mps2-an385", Region(0, 4 * MIB), Region(0x20000000, 64 * KIB))

BOARDS = (
    # An nRF51 with a Cortex-M0, which executes the same instructions. QEMU has no board with a Cortex-M0+.
    Board("cortex-m0plus", ("-mcpu=cortex-m0plus",), "microbit", Region(0, 256 * KIB), Region(0x20000000, 16 * KIB)),
    CORTEX_M3,
    Board("cortex-m4f", ("-mcpu=cortex-m4", HARD_FLOAT), "mps2-an386", Region(0, 4 * MIB), Region(0x20000000, 64 * KIB)),
    Board("cortex-m7", ("-mcpu=cortex-m7", HARD_FLOAT), "mps2-an500", Region(0, 4 * MIB), Region(0x20000000, 64 * KIB)),
    # Starts in the secure state, with the vector table at 0x10000000. Bit 28 of an address selects the secure view of a memory.
    Board("cortex-m33", ("-mcpu=cortex-m33", HARD_FLOAT), "mps2-an505", Region(0x10000000, 4 * MIB), Region(0x38000000, 64 * KIB)),
    # The tightly coupled memories, for instructions and for data.
    Board("cortex-m55", ("-mcpu=cortex-m55", HARD_FLOAT), "mps3-an547", Region(0, 512 * KIB), Region(0x20000000, 512 * KIB)),
)
