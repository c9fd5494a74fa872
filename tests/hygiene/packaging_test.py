#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The files of tools/packaging/ have the version of the headers, can be parsed, and refer to files that exist.

No tool of a package manager is needed: tests/consumers/packaging_test.py runs those that are installed.
"""

import configparser
import importlib.util
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import types
import unittest
from unittest import mock

ROOT = pathlib.Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "tools" / "packaging"
VERSION_SCRIPT = ROOT / "tools" / "version.py"
VERSION = subprocess.run([sys.executable, VERSION_SCRIPT], capture_output=True, text=True, check=True).stdout.strip()
DESCRIPTION = "Tencent Cloud API 3.0: signing, JSON and eKYC models, header-only"


def text_of(name):
    return (PACKAGING / name).read_text(encoding="utf-8")


class Version(unittest.TestCase):
    def test_every_file_has_the_version_of_the_headers(self):
        done = subprocess.run([sys.executable, VERSION_SCRIPT, "--check"], capture_output=True, text=True, check=False)
        self.assertEqual((done.returncode, done.stderr), (0, ""))

    def test_another_version_of_the_headers_is_noticed_and_written(self):
        with tempfile.TemporaryDirectory() as folder:
            copy = pathlib.Path(folder)
            shutil.copytree(ROOT / "tools", copy / "tools", ignore=shutil.ignore_patterns("__pycache__"))
            header = copy / "include" / "tc3" / "version.hpp"
            header.parent.mkdir(parents=True)
            header.write_text('#define TC3_VERSION_STRING "12.34.56"\n', encoding="utf-8")

            def version_py(*options):
                return subprocess.run([sys.executable, copy / "tools" / "version.py", *options], capture_output=True, text=True, check=False)

            self.assertEqual(version_py().stdout, "12.34.56\n")
            self.assertEqual(version_py("--check").returncode, 1)
            self.assertEqual(version_py("--check").stderr.count("has another version"), 4)
            self.assertEqual(version_py("--write").returncode, 0)
            self.assertEqual(version_py("--check").returncode, 0)
            files = [file for file in (copy / "tools" / "packaging").glob("**/*") if file.is_file()]
            self.assertEqual([file.name for file in files if VERSION in file.read_text(encoding="utf-8")], [], "a place that version.py forgets")

    def test_the_parts_of_the_version_are_those_of_its_text(self):
        text = (ROOT / "include" / "tc3" / "version.hpp").read_text(encoding="utf-8")
        self.assertEqual(".".join(re.findall(r"#define TC3_VERSION_(?:MAJOR|MINOR|PATCH) (\d+)", text)), VERSION)


class Files(unittest.TestCase):
    def test_vcpkg_manifest(self):
        manifest = json.loads(text_of("vcpkg/tc3/vcpkg.json"))
        self.assertEqual((manifest["name"], manifest["version"], manifest["license"]), ("tc3", VERSION, "MIT"))
        self.assertEqual(manifest["dependencies"], [{"name": name, "host": True} for name in ("vcpkg-cmake", "vcpkg-cmake-config")])

    def test_platformio_manifest(self):
        manifest = json.loads(text_of("library.json"))
        self.assertEqual((manifest["name"], manifest["version"], manifest["license"]), ("tc3", VERSION, "MIT"))
        for header in manifest["headers"]:
            self.assertTrue((ROOT / manifest["build"]["includeDir"] / header).is_file(), header)
        # PlatformIO compiles every source under srcDir.
        sources = [file for file in (ROOT / manifest["build"]["srcDir"]).glob("**/*") if file.is_file() and file.suffix != ".hpp"]
        self.assertEqual(sources, [])
        for pattern in set(manifest["export"]["include"]) - {"library.json"}:
            self.assertTrue(list(ROOT.glob(pattern)), pattern)

    def test_esp_idf_manifest(self):
        values = dict(re.findall(r'^(\w+): "(.*)"$', text_of("idf_component.yml"), re.MULTILINE))
        self.assertEqual(values, {"version": VERSION, "description": DESCRIPTION, "license": "MIT"})
        for pattern in re.findall(r'^    - "(.*)"$', text_of("idf_component.yml"), re.MULTILINE):
            self.assertTrue(list(ROOT.glob(pattern)), pattern)

    def test_meson_wrap(self):
        wrap = configparser.ConfigParser()
        wrap.read_string(text_of("tc3.wrap"))
        self.assertEqual(dict(wrap["wrap-file"]), {"directory": f"tc3-{VERSION}", "source_filename": f"tc3-{VERSION}.tar.gz"})
        self.assertEqual(dict(wrap["provide"]), {"dependency_names": "tc3"})

    def test_every_description_is_that_of_the_project(self):
        for name in ["vcpkg/tc3/vcpkg.json", "conan/conanfile.py", "xmake.lua", "library.json", "idf_component.yml"]:
            self.assertIn(f'"{DESCRIPTION}"', text_of(name), name)

    def test_the_readme_lists_every_file(self):
        readme = text_of("README.md")
        for file in PACKAGING.iterdir():
            if file.name not in ("README.md", "__pycache__"):
                self.assertIn(f"`{file.name}", readme)


class Conan(unittest.TestCase):
    """Runs the recipe with a substitute for the few names of Conan that it uses."""

    def test_the_recipe_packages_headers_and_licence(self):
        with tempfile.TemporaryDirectory() as folder, mock.patch.dict(sys.modules, substitute_for_conan()):
            folder = pathlib.Path(folder)
            recipe = load_module(PACKAGING / "conan" / "conanfile.py").Tc3Conan()
            recipe.recipe_folder = str(PACKAGING / "conan")
            recipe.export_sources_folder = recipe.source_folder = str(folder / "sources")
            recipe.package_folder = str(folder / "package")
            recipe.set_version()
            recipe.export_sources()
            recipe.package()
            packed = {file.relative_to(folder / "package").as_posix() for file in (folder / "package").glob("**/*") if file.is_file()}
        self.assertEqual(recipe.version, VERSION)
        self.assertEqual(packed, {file.relative_to(ROOT).as_posix() for file in (ROOT / "include").glob("**/*.hpp")} | {"licenses/LICENSE"})

    def test_the_test_package_can_be_compiled(self):
        file = PACKAGING / "conan" / "test_package" / "conanfile.py"
        compile(file.read_text(encoding="utf-8"), file, "exec")


def substitute_for_conan():
    def copy(_, pattern, source, target):
        for file in pathlib.Path(source).glob(f"**/{pattern}" if "*" in pattern else pattern):
            destination = pathlib.Path(target) / file.relative_to(source)
            destination.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, destination)

    def module(**names):
        made = types.ModuleType("substitute")
        vars(made).update(names)
        return made

    return {
        "conan": module(ConanFile=object),
        "conan.tools": module(),
        "conan.tools.build": module(check_min_cppstd=None),
        "conan.tools.files": module(copy=copy, load=lambda _, path: pathlib.Path(path).read_text(encoding="utf-8")),
    }


def load_module(file):
    spec = importlib.util.spec_from_file_location(file.stem, file)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    unittest.main()
