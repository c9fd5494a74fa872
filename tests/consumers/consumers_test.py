#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Builds and runs a project outside this tree in every supported way to use tc3.

CXX names the compiler. A way whose tool is not installed is skipped.
"""

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


def needs(tool):
    return unittest.skipUnless(shutil.which(tool), f"{tool} is not installed")


class Consumers(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.prefix = pathlib.Path(folder.name) / "prefix"
        build = pathlib.Path(folder.name) / "build"
        run("meson", "setup", build, ROOT, f"--prefix={cls.prefix}", "-Dtests=disabled", "-Dexamples=disabled", "-Dwerror=true")
        run("meson", "install", "-C", build)

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def project(self, name=None):
        """Writes a program, with the build files of a folder beside this script. Returns its folder."""
        if name:
            shutil.copytree(PROJECTS / name, self.folder, dirs_exist_ok=True)
        shutil.copy(ROOT / "tests" / "hygiene" / "probe.hpp", self.folder)
        (self.folder / "main.cpp").write_text('#include "probe.hpp"\nint main() { return probe::run(); }\n', encoding="utf-8")
        return self.folder

    def build_with_cmake(self, project, *options):
        run("cmake", "-S", project, "-B", project / "build", *options)
        run("cmake", "--build", project / "build")
        run(project / "build" / "consumer")

    def test_meson_subproject(self):
        project = self.project("meson_subproject")
        (project / "subprojects").mkdir()
        (project / "subprojects" / "tc3").symlink_to(ROOT, target_is_directory=True)
        run("meson", "setup", project / "build", project)
        run("ninja", "-C", project / "build")
        run(project / "build" / "consumer")

    @needs("cmake")
    def test_cmake_subdirectory(self):
        self.build_with_cmake(self.project("cmake_subdirectory"), f"-Dtc3_root={ROOT}")

    @needs("cmake")
    def test_cmake_package(self):
        self.build_with_cmake(self.project("cmake_package"), f"-DCMAKE_PREFIX_PATH={self.prefix}")

    @needs("cmake")
    def test_cmake_package_of_another_version_is_not_found(self):
        project = self.project("cmake_package")
        file = project / "CMakeLists.txt"
        for version, fits in [("0.1", True), ("0.1.0", True), ("0.1.9", False), ("0.2", False), ("1", False), ("", True)]:
            with self.subTest(version):
                file.write_text(file.read_text().replace("find_package(tc3 0.1 ", f"find_package(tc3 {version} "), encoding="utf-8")
                configure = ["cmake", "-S", project, "-B", project / f"build{version}", f"-DCMAKE_PREFIX_PATH={self.prefix}"]
                self.assertEqual(subprocess.run(configure, capture_output=True, check=False).returncode == 0, fits)
                shutil.copy(PROJECTS / "cmake_package" / "CMakeLists.txt", file)

    @needs("pkg-config")
    def test_pkg_config(self):
        project = self.project()
        environment = {**os.environ, "PKG_CONFIG_PATH": str(self.prefix / "share" / "pkgconfig")}
        flags = run("pkg-config", "--cflags", "--libs", "tc3", env=environment).split()
        self.assertEqual(flags, [f"-I{self.prefix}/include"])
        run(*CXX, project / "main.cpp", *flags, "-o", project / "consumer")
        run(project / "consumer")

    def test_one_file_copied(self):
        project = self.project()
        (project / "tc3").mkdir()
        shutil.copy(self.prefix / "share" / "tc3" / "single_include" / "tc3" / "tc3.hpp", project / "tc3")
        run(*CXX, project / "main.cpp", "-I", project, "-o", project / "consumer")
        run(project / "consumer")

    def test_nothing_else_is_installed(self):
        installed = {file.relative_to(self.prefix).as_posix() for file in self.prefix.glob("**/*") if file.is_file()}
        expected = {"share/pkgconfig/tc3.pc", "share/cmake/tc3/tc3Config.cmake", "share/cmake/tc3/tc3ConfigVersion.cmake"}
        expected |= {file.relative_to(ROOT).as_posix() for file in (ROOT / "include").glob("**/*.hpp")}
        expected |= {"share/tc3/" + file.relative_to(ROOT).as_posix() for file in (ROOT / "single_include").glob("**/*.hpp")}
        self.assertEqual(installed, expected)


def run(*command, **options):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False, **options)
    if done.returncode != 0:
        raise AssertionError(f"{' '.join(map(str, command))} returned {done.returncode}\n{done.stdout}\n{done.stderr}")
    return done.stdout


if __name__ == "__main__":
    unittest.main()
