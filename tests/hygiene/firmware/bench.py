# SPDX-License-Identifier: MIT
"""Builds programs for an emulated board, runs and measures them."""

import functools
import re
import shutil
import subprocess

import absent
import vector_table
from programs import FLAGS, HERE, run

PREFIX = "arm-none-eabi-"
COMPILER = PREFIX + "g++"
QEMU = "qemu-system-arm"
TIME_LIMIT = 120  # in seconds, for a program in the emulator
SKIPPED = 77


class Bench:
    """A board, the headers that are tested, and a folder for images."""

    def __init__(self, board, include, folder):
        self.board, self.include, self.folder = board, include, folder
        self.compile = [COMPILER, *board.flags, "-mthumb", "--specs=nosys.specs"]

    def build(self, name, *more):
        image = self.folder / f"{self.board.core}-{name}.elf"
        sources = [HERE / source for source in ("start.cpp", "cortex_main.cpp", f"{name}.cpp")]
        flags = [*FLAGS, "--specs=nano.specs", "-nostartfiles", *self.memory(), "-I", self.include, *more]
        self.link(image, [*flags, *sources, f"-Wl,-Map={image.with_suffix('.map')}"])
        return image

    def link(self, image, arguments):
        done = run([*self.compile, *arguments, "-o", image])
        if done.returncode != 0:
            raise AssertionError(f"{image.name} was not built:\n{done.stdout}")

    def memory(self):
        """Returns the options of the linker for the memory of the board."""
        regions = {"code": self.board.code, "data": self.board.data}
        symbols = [f"{name}_{field}={value}" for name, region in regions.items() for field, value in region._asdict().items()]
        return [*(f"-Wl,--defsym={symbol}" for symbol in symbols), "-T", HERE / "board.ld"]

    def emulate(self, image):
        """Runs an image. Returns the bytes of stack that it used and its text."""
        emulator = [QEMU, "-M", self.board.machine, "-semihosting-config", "enable=on,target=native", "-nographic"]
        try:
            done = run([*emulator, "-kernel", image], timeout=TIME_LIMIT, stdin=subprocess.DEVNULL)
        except subprocess.TimeoutExpired as error:
            raise AssertionError(f"{image.name} took more than {TIME_LIMIT} s") from error
        found = re.fullmatch(r"stack (\d+)\n(.*)", done.stdout, re.DOTALL)
        if done.returncode != 0 or not found:
            raise AssertionError(f"{image.name} ended with status {done.returncode}: {done.stdout}")
        return int(found.group(1)), found.group(2)

    @functools.cached_property
    def empty(self):
        """The sections of the empty program, which are the cost of the harness."""
        return sections(self.build("empty"))

    def measure(self, image):
        """Returns the cost of a program: what its image has more than that of the empty program, and the stack that it uses."""
        added = {what: size - self.empty[what] for what, size in sections(image).items()}
        return {"text": added["text"], "stack": self.emulate(image)[0], "static RAM": added["static RAM"]}

    def write_vectors(self):
        """Writes the test vectors for sign_vectors(). Returns how many there are."""
        return vector_table.write(self.folder / "vector_table.inc")

    def sign_vectors(self):
        """Signs the test vectors on the board. Returns the text of the program: those that differ, and how many are as expected."""
        return self.emulate(self.build("vectors", "-I", self.folder))[1]


def sections(image):
    text, data, bss = run([PREFIX + "size", image]).stdout.splitlines()[1].split()[:3]
    return {"text": int(text), "static RAM": int(data) + int(bss)}


def symbols(image):
    return absent.defined(run([PREFIX + "nm", "-P", image]).stdout)


def fpu_instructions(image):
    return absent.fpu_instructions(run([PREFIX + "objdump", "-d", image]).stdout)


def archive_members(image):
    """Returns the first part of the map: the members of libraries that were linked, and what refers to them."""
    return image.with_suffix(".map").read_text(encoding="utf-8").partition("\nDiscarded input sections")[0]


def compiler_version():
    return run([COMPILER, "-dumpfullversion"]).stdout


def missing_parts(boards):
    """Returns what is not installed: tools, the standard library, which is a separate package, or a board of the emulator."""
    missing = [tool for tool in (COMPILER, QEMU) if shutil.which(tool) is None]
    if COMPILER not in missing and not has_standard_library():
        missing.append("the libstdc++ of " + COMPILER)
    if QEMU not in missing:
        machines = run([QEMU, "-M", "help"]).stdout
        missing += [f"the board {board.machine} of {QEMU}" for board in boards if f"\n{board.machine} " not in machines]
    return missing


def has_standard_library():
    probe = [COMPILER, "-mthumb", "--specs=nano.specs", "-std=c++20", "-fsyntax-only", "-x", "c++", "-"]
    return run(probe, input="#include <string_view>").returncode == 0
