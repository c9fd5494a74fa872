# SPDX-License-Identifier: MIT
"""What the tests of this folder share: commands, and small projects in temporary folders."""

import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROJECTS = ROOT / "tests" / "consumers"
CXX = [*os.environ.get("CXX", "c++").split(), "-std=c++20"]
# Meson needs Ninja, so it is installed; make may not be.
os.environ.setdefault("CMAKE_GENERATOR", "Ninja")

# Compiles in less than a second. It shows that the headers are found; the probe of tests/hygiene/ shows that they work.
SMALL_PROGRAM = """#include <tc3/encoding/hex.hpp>
int main() { return tc3::hex_digit(10) == 'a' ? 0 : 1; }
"""


def needs(tool):
    return unittest.skipUnless(shutil.which(tool), f"{tool} is not installed")


def run(*command, **options):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False, **options)
    if done.returncode != 0:
        raise AssertionError(f"{' '.join(map(str, command))} returned {done.returncode}\n{done.stdout}\n{done.stderr}")
    return done.stdout


def build_with_cmake(project, *options):
    run("cmake", "-S", project, "-B", project / "build", *options)
    run("cmake", "--build", project / "build")
    run(project / "build" / "consumer")


def build_with_meson(project):
    run("meson", "setup", project / "build", project)
    run("ninja", "-C", project / "build")
    run(project / "build" / "consumer")


def install_with_cmake(source, build, prefix, *options):
    """Installs into another folder than was configured."""
    run("cmake", "-S", source, "-B", build, f"-DCMAKE_INSTALL_PREFIX={prefix}-configured", *options)
    run("cmake", "--build", build)
    run("cmake", "--install", build, "--prefix", prefix)


def installed_files(prefix):
    return {file.relative_to(prefix).as_posix() for file in prefix.glob("**/*") if file.is_file()}


def expected_files():
    """The files that an installation of tc3 consists of."""
    files = {"share/pkgconfig/tc3.pc", "share/cmake/tc3/tc3Config.cmake", "share/cmake/tc3/tc3ConfigVersion.cmake"}
    files |= {file.relative_to(ROOT).as_posix() for file in (ROOT / "include").glob("**/*.hpp")}
    return files | {"share/tc3/" + file.relative_to(ROOT).as_posix() for file in (ROOT / "single_include").glob("**/*.hpp")}


class TestWithFolder(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def small_project(self, name):
        """Returns a copy of a folder beside this file, with the small program."""
        project = self.folder / name
        shutil.copytree(PROJECTS / name, project)
        (project / "main.cpp").write_text(SMALL_PROGRAM, encoding="utf-8")
        return project
