# SPDX-License-Identifier: MIT
"""The targets that tc3 is tested on: how each is compiled and run."""

import dataclasses

from paths import HERE

# Words that a target may use in its commands. platforms.py replaces them.
BUILD = "{build}"  # the folder of the target


@dataclasses.dataclass(frozen=True)
class Target:
    """One row of the table. A target with a `script` runs that instead of the programs."""

    name: str
    where: str  # for people
    packages: tuple[str, ...] = ()  # of Debian
    compiler: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    link: tuple[str, ...] = ()
    runner: tuple[str, ...] = ()  # what runs a program: an emulator
    optimisation: str = "-Og"  # runs the unit tests ten times as fast as -O0 and compiles in the same time
    suffix: str = ""  # of a program's file
    sources: tuple[str, ...] = ()  # that each program needs besides its own
    environment: dict[str, str] = dataclasses.field(default_factory=dict)
    script: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()  # programs that must be there besides the compiler and the runner
    foreign: str = ""  # the architecture of dpkg that its packages need


def native(name, where, compiler, standard, *flags, packages=(), link=()):
    return Target(name, where, packages, (compiler,), (f"-std={standard}", *flags), link=link)


def linux(name, where, triple, emulator):
    """A Linux of another processor: Debian's cross compiler, linked statically, under an emulator unless the kernel runs it."""
    packages = (f"g++-{triple}", *(("qemu-user",) if emulator else ()))
    runner = (f"qemu-{emulator}",) if emulator else ()
    return Target(name, where, packages, (f"{triple}-g++",), ("-std=c++20",), ("-static",), runner)


def windows(name, where, triple, packages, **more):
    # std::filesystem and threads come from mingw's library in its flavour for POSIX threads.
    return Target(
        name, where, (f"g++-mingw-w64-{triple.partition('-')[0].replace('_', '-')}-posix", *packages), (f"{triple}-g++-posix",),
        ("-std=c++20", *WINDOWS_FLAGS), ("-static",), ("wine",), suffix=".exe", environment={"WINEDEBUG": "-all", "WINEPREFIX": BUILD + "/wine"}, **more
    )  # fmt: skip


# An object of more than 65,535 sections needs its own format.
WINDOWS_FLAGS = ("-Wa,-mbig-obj", "-include", str(HERE / "windows_headers.hpp"))

# What doctest needs where there are no exceptions, signals and streams of files.
WASI_FLAGS = ("-DDOCTEST_CONFIG_NO_EXCEPTIONS_BUT_WITH_ALL_ASSERTS", "-D_WASI_EMULATED_SIGNAL", "-include", str(HERE / "wasi_streams.hpp"))

MSVC_FLAGS = ("-fms-extensions", "-fms-compatibility", "-fms-compatibility-version=19.38", "-fdelayed-template-parsing")


def board(name, where):
    script = (str(HERE.parent / "hygiene/firmware/boards_test.py"), "include", name)
    packages = ("gcc-arm-none-eabi", "libstdc++-arm-none-eabi-newlib", "libnewlib-arm-none-eabi", "qemu-system-arm")
    return Target(name, where, packages, script=script, needs=("arm-none-eabi-g++", "qemu-system-arm"))


TARGETS = (
    native("gcc-11", "g++ 11, C++20", "g++-11", "c++20", packages=("g++-11",)),
    native("gcc-12-c++23", "g++ 12, C++23", "g++-12", "c++2b", packages=("g++-12",)),
    native("clang-14", "clang 14, libstdc++, C++20", "clang++-14", "c++20", packages=("clang-14",)),
    native("clang-16-c++23", "clang 16, libstdc++, C++23", "clang++-16", "c++2b", packages=("clang-16",)),
    native("clang-19-c++26", "clang 19, libstdc++, C++26", "clang++-19", "c++2c", packages=("clang-19",)),
    native(
        "clang-19-libc++", "clang 19, libc++, C++23", "clang++-19", "c++23", "-stdlib=libc++",
        packages=("clang-19", "libc++-19-dev", "libc++abi-19-dev"), link=("-stdlib=libc++",),
    ),  # fmt: skip
    native("glibcxx-debug", "g++ 12, containers and iterators that check", "g++-12", "c++20", "-D_GLIBCXX_DEBUG", "-D_GLIBCXX_DEBUG_PEDANTIC"),
    native("undefined", "g++ 12, -fsanitize=undefined", "g++-12", "c++20", "-fsanitize=undefined", "-fno-sanitize-recover=all", link=("-fsanitize=undefined",)),
    native("fast-math", "g++ 12, -O2 -ffast-math", "g++-12", "c++20", "-O2", "-ffast-math"),
    native("short-enums", "g++ 12, -fshort-enums", "g++-12", "c++20", "-fshort-enums"),
    native("unsigned-char", "g++ 12, -funsigned-char", "g++-12", "c++20", "-funsigned-char"),
    native("msvc-mode", "clang 19 as MSVC: _MSC_VER set, its extensions, late parsing of templates", "clang++-19", "c++20", *MSVC_FLAGS, packages=("clang-19",)),
    Target(
        "musl", "Linux with musl, no C++ library: vectors and the two programs of the README", ("g++-12", "musl-tools"),
        script=(str(HERE.parent / "hygiene/firmware/musl_test.py"), "include"), needs=("g++-12", "musl-gcc"),
    ),  # fmt: skip
    linux("i686", "Linux, 32 bits, x87 arithmetic", "i686-linux-gnu", "i386"),
    linux("aarch64", "Linux, ARM, 64 bits", "aarch64-linux-gnu", "aarch64"),
    linux("armhf", "Linux, ARM, 32 bits", "arm-linux-gnueabihf", "arm"),
    linux("riscv64", "Linux, RISC-V, 64 bits", "riscv64-linux-gnu", "riscv64"),
    linux("s390x", "Linux, big endian, 64 bits", "s390x-linux-gnu", "s390x"),
    windows("windows-x86_64", "Windows, 64 bits, under wine", "x86_64-w64-mingw32", ("wine", "wine64")),
    windows("windows-i686", "Windows, 32 bits, under wine", "i686-w64-mingw32", ("wine", "wine32:i386"), foreign="i386"),
    Target(
        "emscripten", "WebAssembly, emscripten, under node", ("emscripten", "nodejs"), ("em++",),
        ("-std=c++20", "-fexceptions"), ("-sALLOW_MEMORY_GROWTH=1", "-sNODERAWFS=1", "-fexceptions", "-sSTACK_SIZE=5MB"),
        ("node", "--no-experimental-fetch"), "-O1", ".js",
        environment={"NODE_PATH": "/usr/share/nodejs"},
    ),  # fmt: skip
    Target(
        "wasi", "WebAssembly, clang 19 and wasi-libc, under node, no exceptions",
        ("clang-19", "lld-19", "wasi-libc", "libc++-19-dev-wasm32", "libc++abi-19-dev-wasm32", "libclang-rt-19-dev-wasm32", "nodejs"), ("clang++-19",),
        ("--target=wasm32-wasi", "-std=c++20", *WASI_FLAGS), ("--target=wasm32-wasi", "-lwasi-emulated-signal", "-Wl,-z,stack-size=4194304"),
        ("node", "--no-warnings", str(HERE / "wasi.mjs")), "-O1", ".wasm", sources=(str(HERE / "wasi_exceptions.cpp"),),
    ),  # fmt: skip
    board("cortex-m0plus", "Cortex-M0+"),
    board("cortex-m3", "Cortex-M3"),
    board("cortex-m4f", "Cortex-M4, hard float"),
    board("cortex-m7", "Cortex-M7, hard float"),
    board("cortex-m33", "Cortex-M33"),
    board("cortex-m55", "Cortex-M55"),
)
