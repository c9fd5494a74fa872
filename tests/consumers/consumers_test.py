#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Builds and runs a project outside this tree in every supported way to use tc3.

CXX names the compiler. A way whose tool is not installed is skipped.
"""

import os
import pathlib
import shlex
import shutil
import tempfile
import unittest

from projects import (
    CXX,
    PROJECTS,
    ROOT,
    TestWithFolder,
    build_with_cmake,
    build_with_meson,
    expected_files,
    install_with_cmake,
    installed_files,
    needs,
    run,
)


class Consumers(TestWithFolder):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        folder = pathlib.Path(folder.name)
        run("meson", "setup", folder / "build", ROOT, f"--prefix={folder / 'configured'}", "-Dtests=disabled", "-Dexamples=disabled", "-Dwerror=true")
        run("meson", "install", "-C", folder / "build")
        # What is installed can be moved.
        cls.prefix = (folder / "configured").rename(folder / "prefix")
        cls.prefixes = {"Meson": cls.prefix}
        if shutil.which("cmake"):
            cls.prefixes["CMake"] = folder / "cmake prefix"
            install_with_cmake(ROOT, folder / "cmake build", cls.prefixes["CMake"])

    def project(self, name=None):
        """Writes a program, with the build files of a folder beside this script. Returns its folder."""
        if name:
            shutil.copytree(PROJECTS / name, self.folder, dirs_exist_ok=True)
        shutil.copy(ROOT / "tests" / "hygiene" / "probe.hpp", self.folder)
        (self.folder / "main.cpp").write_text('#include "probe.hpp"\nint main() { return probe::run(); }\n', encoding="utf-8")
        return self.folder

    def test_meson_subproject(self):
        project = self.project("meson_subproject")
        (project / "subprojects").mkdir()
        (project / "subprojects" / "tc3").symlink_to(ROOT, target_is_directory=True)
        build_with_meson(project)

    @needs("cmake")
    def test_cmake_subdirectory(self):
        build_with_cmake(self.project("cmake_subdirectory"), f"-Dtc3_root={ROOT}")

    @needs("cmake")
    def test_cmake_subdirectory_installs_nothing_with_tc3_install_off(self):
        project = self.small_project("cmake_subdirectory")
        install_with_cmake(project, project / "build", project / "prefix", f"-Dtc3_root={ROOT}", "-DTC3_INSTALL=OFF")
        self.assertEqual(installed_files(project / "prefix"), set())

    @needs("cmake")
    def test_cmake_package(self):
        build_with_cmake(self.project("cmake_package"), f"-DCMAKE_PREFIX_PATH={self.prefix}")

    @needs("cmake")
    def test_cmake_package_that_cmake_installed(self):
        build_with_cmake(self.small_project("cmake_package"), f"-DCMAKE_PREFIX_PATH={self.prefixes['CMake']}")

    @needs("cmake")
    def test_cmake_package_of_another_version_is_not_found(self):
        expected = {"": 1, "0.1": 1, "0.1.0": 1, "0.1.9": 0, "0.2": 0, "1": 0, "0.1.0 EXACT": 1, "0.1 EXACT": 1, "0.1.1 EXACT": 0}
        ranges = {"0.1...0.3": 1, "0.1...<0.2": 1, "0.0.9...0.1.0": 1, "0.0.9...<0.1.0": 0, "0.2...0.3": 0, "0.0.1...0.0.9": 0}
        wanted = ";".join([*expected, *ranges])
        for installer, prefix in self.prefixes.items():
            with self.subTest(installer):
                output = run("cmake", "-S", PROJECTS / "cmake_versions", "-B", self.folder / installer, f"-DCMAKE_PREFIX_PATH={prefix}", f"-Dwanted={wanted}")
                found = [line.removeprefix("-- found: ") for line in output.splitlines() if line.startswith("-- found: ")]
                self.assertEqual(found, [f"{version}: {fits}" for version, fits in {**expected, **ranges}.items()])

    # A library that fetches tc3, links it publicly and exports its own targets; and a program that finds this library.
    @needs("cmake")
    def test_cmake_export_of_a_library_that_links_tc3(self):
        library = self.small_project("cmake_export")
        prefix = self.folder / "prefix"
        install_with_cmake(library, library / "build", prefix, f"-Dtc3_root={ROOT}")
        self.assertEqual(expected_files() - installed_files(prefix), set())
        build_with_cmake(self.small_project("cmake_export_user"), f"-DCMAKE_PREFIX_PATH={prefix}")

    @needs("cmake")
    def test_cmake_installs_into_absolute_folders(self):
        headers, data, prefix = self.folder / "headers", self.folder / "data", self.folder / "prefix"
        options = [f"-DCMAKE_INSTALL_INCLUDEDIR={headers}", f"-DCMAKE_INSTALL_DATADIR={data}"]
        install_with_cmake(ROOT, self.folder / "build", prefix, *options)
        self.assertEqual(installed_files(prefix), set())
        self.assertIn(f'INTERFACE_INCLUDE_DIRECTORIES "{headers}"', (data / "cmake" / "tc3" / "tc3Config.cmake").read_text(encoding="utf-8"))
        self.assertIn(f"includedir={headers}\n", (data / "pkgconfig" / "tc3.pc").read_text(encoding="utf-8"))

    @needs("pkg-config")
    def test_pkg_config(self):
        project = self.project()
        flags = self.flags_of_pkg_config(self.prefix)
        run(*CXX, project / "main.cpp", *flags, "-o", project / "consumer")
        run(project / "consumer")

    @needs("pkg-config")
    def test_pkg_config_names_the_folder_to_which_tc3_was_moved(self):
        for installer, prefix in self.prefixes.items():
            with self.subTest(installer):
                (flag,) = self.flags_of_pkg_config(prefix)
                self.assertEqual(pathlib.Path(flag.removeprefix("-I")).resolve(), (prefix / "include").resolve())

    def flags_of_pkg_config(self, prefix):
        environment = {**os.environ, "PKG_CONFIG_PATH": str(prefix / "share" / "pkgconfig")}
        return shlex.split(run("pkg-config", "--cflags", "--libs", "tc3", env=environment))

    def test_one_file_copied(self):
        project = self.project()
        (project / "tc3").mkdir()
        shutil.copy(self.prefix / "share" / "tc3" / "single_include" / "tc3" / "tc3.hpp", project / "tc3")
        run(*CXX, project / "main.cpp", "-I", project, "-o", project / "consumer")
        run(project / "consumer")

    def test_nothing_else_is_installed(self):
        for installer, prefix in self.prefixes.items():
            with self.subTest(installer):
                self.assertEqual(installed_files(prefix), expected_files())


if __name__ == "__main__":
    unittest.main()
