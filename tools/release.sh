#!/bin/sh
# SPDX-License-Identifier: MIT
# Makes the files of a release.
#
#     sh tools/release.sh TAG FOLDER [URL]       from a tag, which is "v" and the version
#     sh tools/release.sh --head FOLDER [URL]    from the current commit, as a trial
#
# Creates FOLDER with the archive tc3-VERSION.tar.gz, the single headers tc3.hpp, testing.hpp and diagnose.hpp, tc3.wrap for Meson, and SHA256SUMS. The
# same commit gives the same bytes. The archive is the tree, with the files that registries of packages want at the top. URL is the address
# that FOLDER gets; without it, tc3.wrap takes the archive from subprojects/packagefiles/.
# Exit status: 0; 1 if the work tree has changes, TAG is not that of the version, or a generated file is stale; 2 for a wrong call.
set -eu

# Registries want these at the top of the archive. The tree has them in tools/packaging/.
top_files="idf_component.yml library.json"

main() {
    [ $# -eq 2 ] || [ $# -eq 3 ] || usage
    source=$1 folder=$2 url=${3-}
    url=${url%/}
    [ ! -e "$folder" ] || refuse "$folder exists"
    mkdir -p "$(dirname "$folder")"
    folder=$(cd "$(dirname "$folder")" && pwd)/$(basename "$folder")
    cd "$(dirname "$0")/.."

    scratch=$(mktemp -d)
    trap 'rm -rf "$scratch"' EXIT
    mkdir "$scratch/tree" "$scratch/files"
    find_commit
    extract
    check_tree
    write_archive
    write_other_files
    mv "$scratch/files" "$folder"
    echo "tc3 $version: $folder"
}

usage() {
    echo "usage: sh tools/release.sh (TAG | --head) FOLDER [URL]" >&2
    exit 2
}

refuse() {
    echo "release: $*" >&2
    exit 1
}

find_commit() {
    [ -z "$(git status --porcelain)" ] || refuse "the work tree has changes"
    name="refs/tags/$source"
    [ "$source" != --head ] || name=HEAD
    commit=$(git rev-parse --verify --quiet "$name^{commit}") || refuse "there is no tag $source"
}

# What is checked is the commit, not the work tree: a tag may be older.
extract() {
    git archive --format=tar -o "$scratch/tree.tar" "$commit"
    tar -xf "$scratch/tree.tar" -C "$scratch/tree"
    version=$(python3 "$scratch/tree/tools/version.py")
}

check_tree() {
    [ "$source" = --head ] || [ "$source" = "v$version" ] || refuse "the tag is $source, the version is $version"
    for check in version.py generate.py amalgamate.py; do
        python3 "$scratch/tree/tools/$check" --check >&2 || refuse "a file of $source is stale"
    done
}

# Git makes the archive of a commit with the time of that commit. This one has the files at the top, too, and belongs to no branch.
write_archive() {
    archive=tc3-$version.tar.gz
    export GIT_INDEX_FILE="$scratch/index"
    git read-tree "$commit"
    for file in $top_files; do
        git update-index --add --cacheinfo "100644,$(git rev-parse "$commit:tools/packaging/$file"),$file"
    done
    time="$(git show -s --format=%ct "$commit") +0000"
    packed=$(
        GIT_AUTHOR_NAME=tc3 GIT_AUTHOR_EMAIL='' GIT_AUTHOR_DATE=$time GIT_COMMITTER_NAME=tc3 GIT_COMMITTER_EMAIL='' GIT_COMMITTER_DATE=$time \
            git commit-tree -m "tc3 $version" "$(git write-tree)"
    )
    git -c tar.umask=0022 archive --format=tar --prefix="tc3-$version/" -o "$scratch/packed.tar" "$packed"
    gzip -9n <"$scratch/packed.tar" >"$scratch/files/$archive"
}

write_other_files() {
    headers="$scratch/tree/single_include/tc3"
    cp "$headers/tc3.hpp" "$headers/testing.hpp" "$headers/signing/diagnose.hpp" "$scratch/files"
    cd "$scratch/files"
    hash=$(sha256 "$archive" | cut -d ' ' -f 1)
    awk -v url="$url" -v file="$archive" -v hash="$hash" '
        { print }
        /^source_filename/ && url != "" { print "source_url = " url "/" file }
        /^source_filename/ { print "source_hash = " hash }
    ' "$scratch/tree/tools/packaging/tc3.wrap" >tc3.wrap
    sha256 "$archive" diagnose.hpp tc3.hpp tc3.wrap testing.hpp >SHA256SUMS
}

sha256() {
    if command -v sha256sum >/dev/null; then sha256sum "$@"; else shasum -a 256 "$@"; fi
}

main "$@"
