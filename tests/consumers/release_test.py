#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Makes releases of a copy of this tree with tools/release.sh, and uses what they contain.

CXX names the compiler. Git must be there; what needs another tool that is not installed is skipped.
"""

import hashlib
import os
import pathlib
import re
import shutil
import subprocess
import tarfile
import tempfile
import unittest

from projects import CXX, ROOT, TestWithFolder, build_with_cmake, build_with_meson, install_with_cmake, needs, run

VERSION = re.search(r'TC3_VERSION_STRING "(.+)"', (ROOT / "include" / "tc3" / "version.hpp").read_text(encoding="utf-8")).group(1)
FILES = {f"tc3-{VERSION}.tar.gz", "tc3.hpp", "testing.hpp", "diagnose.hpp", "tc3.wrap", "SHA256SUMS"}


def git(repository, *arguments):
    identity = ["-c", "user.name=test", "-c", "user.email=test@example.com", "-c", "commit.gpgSign=false", "-c", "tag.gpgSign=false"]
    return run("git", "-C", repository, *identity, *arguments)


def make_repository(folder):
    """A repository with one commit: this tree, with the changes that are not committed yet."""
    for name in git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0"):
        if name and (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message=all")


def release(repository, *arguments, **options):
    return subprocess.run(["sh", repository / "tools" / "release.sh", *arguments], capture_output=True, text=True, check=False, **options)


@unittest.skipUnless((ROOT / ".git").exists() and shutil.which("git"), "not a repository of Git")
class Release(TestWithFolder):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.repository = pathlib.Path(folder.name) / "repository"
        cls.repository.mkdir()
        make_repository(cls.repository)
        cls.files = pathlib.Path(folder.name) / "files"
        done = release(cls.repository, "--head", cls.files, f"file://{cls.files}")
        if done.returncode != 0:
            raise AssertionError(done.stderr)
        with tarfile.open(cls.files / f"tc3-{VERSION}.tar.gz") as archive:
            archive.extractall(folder.name)
        cls.tree = pathlib.Path(folder.name) / f"tc3-{VERSION}"

    def test_consists_of_these_files(self):
        self.assertEqual({file.name for file in self.files.iterdir()}, FILES)
        sums = dict(reversed(line.split()) for line in (self.files / "SHA256SUMS").read_text(encoding="ascii").splitlines())
        self.assertEqual(sums, {name: hashlib.sha256((self.files / name).read_bytes()).hexdigest() for name in FILES - {"SHA256SUMS"}})

    def test_the_archive_is_the_tree_with_two_manifests_at_the_top(self):
        tracked = set(git(self.repository, "ls-files").splitlines())
        packed = {file.relative_to(self.tree).as_posix() for file in self.tree.glob("**/*") if file.is_file()}
        self.assertEqual(packed, tracked | {"idf_component.yml", "library.json"})
        for name in packed:
            source = name if name in tracked else f"tools/packaging/{name}"
            self.assertEqual((self.tree / name).read_bytes(), (self.repository / source).read_bytes(), name)

    def test_a_tag_and_a_url_with_a_slash_give_the_same_bytes_later_and_elsewhere(self):
        clone = self.folder / "clone"
        run("git", "clone", "--quiet", self.repository, clone)
        git(clone, "tag", f"v{VERSION}")
        git(clone, "config", "tar.umask", "0077")
        (clone / "new").touch()
        git(clone, "add", "new")
        git(clone, "commit", "--quiet", "--message=new")
        environment = {**os.environ, "TZ": "Asia/Singapore", "LC_ALL": "C", "GIT_AUTHOR_NAME": "other", "GIT_COMMITTER_DATE": "2001-01-01T00:00:00"}
        done = release(clone, f"v{VERSION}", "files", f"file://{self.files}/", env=environment, umask=0o077, cwd=self.folder)
        self.assertEqual(done.returncode, 0, done.stderr)
        for name in FILES:
            self.assertEqual((self.folder / "files" / name).read_bytes(), (self.files / name).read_bytes(), name)

    def test_a_tree_that_cannot_be_released_is_refused(self):
        clone = self.folder / "clone"
        run("git", "clone", "--quiet", self.repository, clone)
        git(clone, "tag", "v9.9.9")
        self.assert_refuses(clone, "v9.9.9", f"the tag is v9.9.9, the version is {VERSION}")
        self.assert_refuses(clone, "v1.2.3", "there is no tag v1.2.3")
        (clone / "new").touch()
        self.assert_refuses(clone, "--head", "the work tree has changes")
        (clone / "new").unlink()

        for stale, words in [
            ("single_include/tc3/tc3.hpp", "Run: python3 tools/amalgamate.py"),
            ("include/tc3/faceid/apply_liveness_token.hpp", "tools/generate.py"),
            ("tools/packaging/library.json", "Run: python3 tools/version.py --write"),
        ]:
            (clone / stale).write_text("{}\n", encoding="utf-8")
            git(clone, "commit", "--quiet", "--all", "--message=stale")
            self.assert_refuses(clone, "--head", words)
            git(clone, "reset", "--quiet", "--hard", "HEAD~")

    def assert_refuses(self, repository, source, words):
        done = release(repository, source, self.folder / "files")
        self.assertEqual((done.returncode, done.stdout), (1, ""), done.stderr)
        self.assertIn(words, done.stderr)
        self.assertFalse((self.folder / "files").exists())

    def test_an_existing_folder_and_a_wrong_call_are_refused(self):
        done = release(self.repository, "--head", self.files)
        self.assertEqual((done.returncode, done.stderr), (1, f"release: {self.files} exists\n"))
        self.assertEqual(release(self.repository, "--head").returncode, 2)

    @needs("cmake")
    def test_the_archive_installs_with_cmake(self):
        prefix = self.folder / "prefix"
        install_with_cmake(self.tree, self.folder / "build", prefix)
        build_with_cmake(self.small_project("cmake_package"), f"-DCMAKE_PREFIX_PATH={prefix}")

    def test_the_wrap_fetches_the_archive(self):
        project = self.small_project("meson_subproject")
        (project / "subprojects").mkdir()
        shutil.copy(self.files / "tc3.wrap", project / "subprojects")
        build_with_meson(project)
        self.assertTrue((project / "subprojects" / "packagecache" / f"tc3-{VERSION}.tar.gz").exists())

    def test_the_wrap_of_the_tree_takes_an_archive_that_was_put_there(self):
        project = self.small_project("meson_subproject")
        (project / "subprojects" / "packagefiles").mkdir(parents=True)
        shutil.copy(self.tree / "tools" / "packaging" / "tc3.wrap", project / "subprojects")
        shutil.copy(self.files / f"tc3-{VERSION}.tar.gz", project / "subprojects" / "packagefiles")
        build_with_meson(project)

    def test_the_single_headers_compile(self):
        (self.folder / "tc3" / "signing").mkdir(parents=True)
        for name, place in [("tc3.hpp", "tc3"), ("testing.hpp", "tc3"), ("diagnose.hpp", "tc3/signing")]:
            shutil.copy(self.files / name, self.folder / place)
        (self.folder / "main.cpp").write_text("#include <tc3/testing.hpp>\n", encoding="utf-8")
        run(*CXX, "-fsyntax-only", "-I", self.folder, self.folder / "main.cpp")


if __name__ == "__main__":
    unittest.main()
