#!/bin/sh
# SPDX-License-Identifier: MIT
# Line and branch coverage of include/ by all tests except hygiene and consumers, as totals. Needs g++ and gcovr. Fails below 99 % of
# the lines and 92 % of the branches.
#
#     sh tests/coverage.sh            the totals
#     sh tests/coverage.sh --lines    and what each header lacks
set -eu
cd "$(dirname "$0")/.."

case ${1:-} in
    --lines) report= ;;
    '') report="-o build-logs/coverage.txt" ;;
    *) echo "usage: sh tests/coverage.sh [--lines]" >&2 && exit 2 ;;
esac

folder=build-coverage
mkdir -p build-logs
log=build-logs/coverage.log
run_tests() {
    if [ ! -f $folder/build.ninja ]; then
        CXX=g++ meson setup $folder -Db_coverage=true -Doptimization=g -Dtested=include -Dmerged_tests=true || return 1
    fi
    find $folder -name '*.gcda' -exec rm {} +
    ninja -C $folder && meson test -C $folder --no-rebuild --no-suite hygiene --no-suite consumers
}

if ! run_tests >$log 2>&1; then
    tail -n 40 $log
    exit 1
fi

# Branches that only an exception takes are the compiler's, not ours.
# shellcheck disable=SC2086 # one option of two words
gcovr --root . --filter 'include/' --exclude-throw-branches --exclude-unreachable-branches \
    --fail-under-line 99 --fail-under-branch 92 --print-summary $report $folder
