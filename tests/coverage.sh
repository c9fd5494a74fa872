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
least_lines=99
least_branches=92

folder=build-coverage
counts=$folder/counts
merged=$folder/counts.profdata
mkdir -p build-logs
log=build-logs/coverage.log

run_tests() {
    if [ ! -f $folder/build.ninja ]; then
        flags="-fprofile-instr-generate -fcoverage-mapping"
        CXX=clang++-19 meson setup $folder -Ddebug=false -Doptimization=g -Dtested=include -Dmerged_tests=true \
            "-Dcpp_args=$flags" "-Dcpp_link_args=$flags" || return 1
    fi
    rm -rf $counts
    ninja -C $folder || return 1
    LLVM_PROFILE_FILE="$PWD/$counts/%m.profraw" meson test -C $folder --no-rebuild --no-suite hygiene --no-suite consumers || return 1
    llvm-profdata-19 merge -o $merged $counts/*.profraw
}

if ! run_tests >$log 2>&1; then
    tail -n 40 $log
    exit 1
fi

# Each program that counted, as options of llvm-cov.
programs() {
    find $folder/tests $folder/examples -type f -perm -u+x ! -name '*.so' ! -name '*.py' | sed 's/^/-object /'
}

# shellcheck disable=SC2046 # two words for each program
case $shown in
    --files) llvm-cov-19 report -instr-profile=$merged --show-functions=false --show-branch-summary $(programs) -sources include ;;
    --lines) llvm-cov-19 show -instr-profile=$merged --show-branches=count --show-instantiations=false $(programs) -sources include ;;
esac
# shellcheck disable=SC2046
llvm-cov-19 export -summary-only -instr-profile=$merged $(programs) -sources include 2>/dev/null |
    python3 -c '
import json, sys
totals = json.load(sys.stdin)["data"][0]["totals"]
reached = True
for what, least in zip(("lines", "branches"), map(float, sys.argv[1:])):
    count, covered = totals[what]["count"], totals[what]["covered"]
    percent = 100 * covered / count
    print(f"{what}: {percent:.1f} % ({covered} of {count}), at least {least:.0f} %")
    reached = reached and percent >= least
sys.exit(0 if reached else 1)' $least_lines $least_branches
