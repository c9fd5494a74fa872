#!/bin/sh
# SPDX-License-Identifier: MIT
# Line and branch coverage of include/ by all tests except hygiene and consumers, as totals. Needs clang 19 and llvm 19. Fails below 99 %
# of the lines and 92 % of the branches.
#
#     sh tests/coverage.sh            the totals
#     sh tests/coverage.sh --files    and those of each header
#     sh tests/coverage.sh --lines    and the lines and branches that no test reaches
#
# The compiler counts in the source: a branch is one of the code, not of an exception, and all instances of a template count as one.
set -eu
cd "$(dirname "$0")/.."

case ${1:-} in
    '' | --files | --lines) shown=${1:-} ;;
    *) echo "usage: sh tests/coverage.sh [--files | --lines]" >&2 && exit 2 ;;
esac

folder=build-coverage
counts=$folder/counts
merged=$folder/counts.profdata
mkdir -p build-logs
log=build-logs/coverage.log
# Programs that the build itself runs count, too.
export LLVM_PROFILE_FILE="$PWD/$counts/%m.profraw"

run_tests() {
    if [ ! -f $folder/build.ninja ]; then
        flags="-fprofile-instr-generate -fcoverage-mapping"
        CXX=clang++-19 meson setup $folder -Ddebug=false -Doptimization=g -Dtested=include -Dmerged_tests=true \
            "-Dcpp_args=$flags" "-Dcpp_link_args=$flags" || return 1
    fi
    rm -rf $counts
    ninja -C $folder || return 1
    meson test -C $folder --no-rebuild --no-suite hygiene --no-suite consumers || return 1
    llvm-profdata-19 merge -o $merged $counts/*.profraw
}

if ! run_tests >$log 2>&1; then
    tail -n 40 $log
    exit 1
fi

# shellcheck disable=SC2046,SC2086 # a word for each program
python3 tests/coverage.py $shown $merged $(find $folder/tests $folder/examples -type f -perm -u+x ! -name '*.so' ! -name '*.py')
