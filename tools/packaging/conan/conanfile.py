# SPDX-License-Identifier: MIT
"""Packages the tree that this recipe is a part of: `conan create tools/packaging/conan`. For Conan 2."""

import os
import re

from conan import ConanFile
from conan.tools.build import check_min_cppstd
from conan.tools.files import copy, load

required_conan_version = ">=2.0"


class Tc3Conan(ConanFile):
    name = "tc3"
    description = "Tencent Cloud API 3.0: signing, JSON and eKYC models, header-only"
    license = "MIT"
    topics = ("tencent-cloud", "ekyc", "signing", "header-only")
    package_type = "header-library"
    settings = "os", "arch", "compiler", "build_type"
    no_copy_source = True

    @property
    def _tree(self):
        return os.path.join(self.recipe_folder, "..", "..", "..")

    def set_version(self):
        header = load(self, os.path.join(self._tree, "include", "tc3", "version.hpp"))
        self.version = re.search(r'#define TC3_VERSION_STRING "(.+)"', header).group(1)

    def export_sources(self):
        copy(self, "*.hpp", os.path.join(self._tree, "include"), os.path.join(self.export_sources_folder, "include"))
        copy(self, "LICENSE", self._tree, self.export_sources_folder)

    def validate(self):
        check_min_cppstd(self, 20)

    def package(self):
        copy(self, "*.hpp", os.path.join(self.source_folder, "include"), os.path.join(self.package_folder, "include"))
        copy(self, "LICENSE", self.source_folder, os.path.join(self.package_folder, "licenses"))

    def package_id(self):
        self.info.clear()

    def package_info(self):
        self.cpp_info.bindirs = []
        self.cpp_info.libdirs = []
