# SPDX-License-Identifier: MIT
"""The targets that tc3 is tested on: how each is compiled and run."""

import dataclasses

from paths import FIRMWARE, HERE

BUILD = "{build}"  # in a word of a target: the folder that it is built in


@dataclasses.dataclass(frozen=True)
class Target:
    """One row of the table. A target with a `script` runs that, and nothing is compiled here."""

    name: str
    where: str  # for people
    packages: tuple[str, ...]  # of Debian
    compiler: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    link: tuple[str, ...] = ()
    runner: tuple[str, ...] = ()  # what runs a program: an emulator
    optimisation: str = "-Og"  # runs the unit tests ten times as fast as -O0 and compiles in the same time
    suffix: str = ""  # of a program's file
    sources: tuple[str, ...] = ()  # that each program needs besides its own
    environment: dict[str, str] = dataclasses.field(default_factory=dict)
    unless_run: str = ""  # why this machine may not run the programs; without a reason, that is a failure
    script: tuple[str, ...] = ()
    tools: tuple[str, ...] = ()  # that the script runs


# --- Linux on this processor -----------------------------------------------------------------------------------------


def gcc(name, where, *flags, version="12", standard="c++20", **more):
    compiler = f"g++-{version}"
    return Target(name, where, (compiler,), (compiler,), (f"-std={standard}", *flags), **more)


def clang(name, where, *flags, version, standard="c++20", packages=(), **more):
    packages = (f"clang-{version}", *packages)
    return Target(name, where, packages, (f"clang++-{version}",), (f"-std={standard}", *flags), **more)


UNDEFINED = "-fsanitize=undefined"
LIBCXX, LIBCXX_PACKAGES = "-stdlib=libc++", ("libc++-19-dev", "libc++abi-19-dev")

# So that the branches for MSVC are compiled and run once. Clang then leaves out macros that libstdc++ and glibc need.
MSVC_FLAGS = (
    *("-fms-extensions", "-fms-compatibility", "-fms-compatibility-version=19.38"),
    *("-fdelayed-template-parsing", "-Wno-delayed-template-parsing-in-cxx20"),
    *("-U__OPTIMIZE__", "-D__STRICT_ANSI__", "-D__GXX_WEAK__=1", "-D__GCC_ATOMIC_TEST_AND_SET_TRUEVAL=1"),
    *(f"-D__GCC_ATOMIC_{name}_LOCK_FREE=2" for name in "BOOL CHAR CHAR8_T CHAR16_T CHAR32_T WCHAR_T SHORT INT LONG LLONG POINTER".split()),
)

NATIVE = (
    gcc("gcc-11", "g++ 11, C++20", version="11"),
    gcc("gcc-12-c++23", "g++ 12, C++23", standard="c++2b"),
    clang("clang-14", "clang 14, libstdc++, C++20", version="14"),
    clang("clang-16-c++23", "clang 16, libstdc++, C++23", version="16", standard="c++2b"),
    clang("clang-19-c++26", "clang 19, libstdc++, C++26", version="19", standard="c++2c"),
    clang("clang-19-libc++", "clang 19, libc++, C++23", LIBCXX, version="19", standard="c++23", packages=LIBCXX_PACKAGES, link=(LIBCXX,)),
    gcc("glibcxx-debug", "g++ 12, containers and iterators that check", "-D_GLIBCXX_DEBUG", "-D_GLIBCXX_DEBUG_PEDANTIC"),
    gcc("undefined", "g++ 12, undefined behaviour ends a program", UNDEFINED, "-fno-sanitize-recover=all", link=(UNDEFINED,)),
    gcc("fast-math", "g++ 12, inexact arithmetic of doubles", "-ffast-math", optimisation="-O2"),
    # With libc++: the trees of libstdc++ have an enum that its library takes for 4 bytes.
    clang("short-enums", "clang 19, small enums", "-fshort-enums", LIBCXX, version="19", packages=LIBCXX_PACKAGES, link=(LIBCXX,)),
    gcc("unsigned-char", "g++ 12, char without a sign", "-funsigned-char"),
    clang("msvc-mode", "clang 19 as MSVC: _MSC_VER, its extensions, templates parsed late", *MSVC_FLAGS, version="19"),
    Target(
        "musl",
        "musl without a C++ library: signing vectors and two programs",
        ("g++-12", "musl-tools"),
        script=(str(FIRMWARE / "musl_test.py"), "include"),
        tools=("g++-12", "musl-gcc"),
    ),
)

# --- other processors and systems ------------------------------------------------------------------------------------


def linux(name, where, triple, emulator):
    """Debian's cross compiler, linked statically, under an emulator."""
    packages = (f"g++-{triple}", "qemu-user")
    return Target(name, where, packages, (f"{triple}-g++",), ("-std=c++20",), ("-static",), (f"qemu-{emulator}",))


LINUX = (
    linux("i686", "Linux, 32 bits, x87 arithmetic", "i686-linux-gnu", "i386"),
    linux("aarch64", "Linux, ARM, 64 bits", "aarch64-linux-gnu", "aarch64"),
    linux("armhf", "Linux, ARM, 32 bits", "arm-linux-gnueabihf", "arm"),
    linux("riscv64", "Linux, RISC-V, 64 bits", "riscv64-linux-gnu", "riscv64"),
    linux("s390x", "Linux, big endian, 64 bits", "s390x-linux-gnu", "s390x"),
)


def windows(name, where, processor, unless_run=""):
    return Target(
        name,
        where,
        (f"g++-mingw-w64-{processor.replace('_', '-')}-posix", "wine", "wine64"),
        (f"{processor}-w64-mingw32-g++-posix",),  # std::thread is in the library for POSIX threads alone
        # An object of more than 65,535 sections needs a format of its own.
        ("-std=c++20", "-Wa,-mbig-obj", "-include", str(HERE / "windows_headers.hpp")),
        ("-static",),
        ("wine",),
        suffix=".exe",
        environment={"WINEDEBUG": "-all", "WINEPREFIX": BUILD + "/wine"},
        unless_run=unless_run,
    )


WINDOWS = (
    windows("windows-x86_64", "Windows, 64 bits, under wine", "x86_64"),
    windows("windows-i686", "Windows, 32 bits, under wine", "i686", "wine runs no program of 32 bits here: it needs wine32:i386"),
)

# What doctest needs where there are no exceptions, signals and streams of files.
WASI_FLAGS = ("-DDOCTEST_CONFIG_NO_EXCEPTIONS_BUT_WITH_ALL_ASSERTS", "-D_WASI_EMULATED_SIGNAL", "-include", str(HERE / "wasi_streams.hpp"))

WEBASSEMBLY = (
    Target(
        "emscripten",
        "WebAssembly, emscripten, under node",
        ("emscripten", "nodejs"),
        ("em++",),
        ("-std=c++20", "-fexceptions"),
        ("-fexceptions", "-sALLOW_MEMORY_GROWTH=1", "-sNODERAWFS=1", "-sTOTAL_STACK=4MB"),
        ("node", "--no-experimental-fetch"),  # this version of emscripten takes a node with fetch for a browser
        optimisation="-O1",
        suffix=".js",
        environment={"NODE_PATH": "/usr/share/nodejs"},
    ),
    Target(
        "wasi",
        "WebAssembly, clang 19 and wasi-libc, under node, no exceptions",
        ("clang-19", "lld-19", "wasi-libc", "libc++-19-dev-wasm32", "libc++abi-19-dev-wasm32", "libclang-rt-19-dev-wasm32", "nodejs"),
        ("clang++-19",),
        ("--target=wasm32-wasi", "-std=c++20", *WASI_FLAGS),
        ("--target=wasm32-wasi", "-lwasi-emulated-signal", "-Wl,-z,stack-size=4194304"),
        ("node", "--no-warnings", "--single-threaded", str(HERE / "wasi.mjs")),  # with threads, node 20 may crash when it ends
        optimisation="-O1",
        suffix=".wasm",
        sources=(str(HERE / "wasi_runtime.cpp"),),
    ),
)

# --- bare metal ------------------------------------------------------------------------------------------------------


def board(core, where):
    return Target(
        core,
        f"{where}: signing vectors and two programs",
        ("gcc-arm-none-eabi", "libstdc++-arm-none-eabi-newlib", "libnewlib-arm-none-eabi", "qemu-system-arm"),
        script=(str(FIRMWARE / "boards_test.py"), "include", core),
        tools=("arm-none-eabi-g++", "qemu-system-arm"),
    )


BOARDS = (
    board("cortex-m0plus", "Cortex-M0+"),
    board("cortex-m3", "Cortex-M3"),
    board("cortex-m4f", "Cortex-M4, hard float"),
    board("cortex-m7", "Cortex-M7, hard float"),
    board("cortex-m33", "Cortex-M33, hard float"),
    board("cortex-m55", "Cortex-M55, hard float"),
)

TARGETS = (*NATIVE, *LINUX, *WINDOWS, *WEBASSEMBLY, *BOARDS)
