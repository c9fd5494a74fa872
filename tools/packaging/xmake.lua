-- SPDX-License-Identifier: MIT
-- A package of the tree that this file is a part of: includes("tools/packaging/xmake.lua"), then add_requires("tc3").
package("tc3")
    set_kind("library", {headeronly = true})
    set_description("Tencent Cloud API 3.0: signing, JSON and eKYC models, header-only")
    set_license("MIT")
    set_sourcedir(path.join(os.scriptdir(), "..", ".."))

    on_install(function (package)
        os.cp("include", package:installdir())
    end)

    on_test(function (package)
        assert(package:has_cxxincludes("tc3/tc3.hpp", {configs = {languages = "c++20"}}))
    end)
package_end()
