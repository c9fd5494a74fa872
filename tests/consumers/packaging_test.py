#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Uses the files of tools/packaging/ as their package managers would: with the tool if it is installed, for vcpkg and ESP-IDF with
substitutes for the CMake functions of the tool.
"""

import os
import shutil
import unittest

from projects import PROJECTS, ROOT, SMALL_PROGRAM, TestWithFolder, build_with_cmake, needs, run

PACKAGING = ROOT / "tools" / "packaging"


class Packaging(TestWithFolder):
    @needs("cmake")
    def test_vcpkg_port_with_substitutes(self):
        prefix = self.folder / "packages"
        port = PACKAGING / "vcpkg" / "tc3" / "portfile.cmake"
        run("cmake", f"-DPORTFILE={port}", f"-DCURRENT_PACKAGES_DIR={prefix}", f"-DBUILD={self.folder / 'build'}", "-P", PROJECTS / "vcpkg_substitutes.cmake")
        self.assertEqual({entry.name for entry in prefix.iterdir()}, {"include", "share"})
        self.assertEqual((prefix / "share" / "tc3" / "copyright").read_bytes(), (ROOT / "LICENSE").read_bytes())
        build_with_cmake(self.small_project("cmake_package"), f"-DCMAKE_PREFIX_PATH={prefix}")

    @needs("cmake")
    def test_esp_idf_component_with_substitutes(self):
        project = self.small_project("esp_idf_substitutes")
        # ESP-IDF first reads the file in script mode, to learn what the component requires.
        output = run("cmake", "-DESP_PLATFORM=1", f"-Dtc3_root={ROOT}", "-P", project / "requirements.cmake")
        self.assertEqual(output, "-- registered: include\n")
        build_with_cmake(project, f"-Dtc3_root={ROOT}")

    @needs("vcpkg")
    @unittest.skipUnless("VCPKG_ROOT" in os.environ, "VCPKG_ROOT is not set")
    def test_vcpkg(self):
        folders = [f"--x-{name}-root={self.folder / name}" for name in ("buildtrees", "packages", "install")]
        run("vcpkg", "install", "tc3", "--classic", "--binarysource=clear", f"--overlay-ports={PACKAGING / 'vcpkg'}", *folders)
        (prefix,) = (folder for folder in (self.folder / "install").iterdir() if (folder / "share" / "tc3").is_dir())
        build_with_cmake(self.small_project("cmake_package"), f"-DCMAKE_PREFIX_PATH={prefix}")

    @needs("conan")
    def test_conan(self):
        recipe = self.folder / "tree" / "tools" / "packaging" / "conan"
        shutil.copytree(PACKAGING / "conan", recipe)
        shutil.copytree(ROOT / "include", self.folder / "tree" / "include")
        shutil.copy(ROOT / "LICENSE", self.folder / "tree")
        environment = {**os.environ, "CONAN_HOME": str(self.folder / "home")}
        run("conan", "profile", "detect", env=environment)
        run("conan", "create", recipe, "-s", "compiler.cppstd=20", env=environment)

    @needs("xmake")
    def test_xmake(self):
        (self.folder / "main.cpp").write_text(SMALL_PROGRAM, encoding="utf-8")
        (self.folder / "xmake.lua").write_text(
            f"""includes("{PACKAGING / 'xmake.lua'}")
add_requires("tc3")
target("consumer")
    set_kind("binary")
    set_languages("c++20")
    add_files("main.cpp")
    add_packages("tc3")
""",
            encoding="utf-8",
        )
        environment = {**os.environ, "XMAKE_GLOBALDIR": str(self.folder), "XMAKE_ROOT": "y"}
        run("xmake", "global", "--network=private", cwd=self.folder, env=environment)  # fetches no list of packages
        run("xmake", "--yes", cwd=self.folder, env=environment)
        run("xmake", "run", cwd=self.folder, env=environment)


if __name__ == "__main__":
    unittest.main()
