#!/bin/sh
# SPDX-License-Identifier: MIT
# Builds the program tc3 into build-cli/tc3 and prints its path; builds it again only when a source is newer.
#
#     sh tools/cli/build.sh
#
# CXX names the compiler. What is missing is installed where that is possible (root, apt-get): g++, Boost, CLI11, OpenSSL.
set -eu
cd "$(dirname "$0")/../.."
folder=build-cli
program=$folder/tc3
compiler=${CXX:-g++}

main() {
    if [ -x "$program" ] && [ -z "$(newer_sources)" ]; then
        echo "$program"
        return 0
    fi
    mkdir -p $folder
    install_missing
    echo "building $program with $compiler, about a minute" >&2
    compile_all || fail "the program does not compile; see $folder/log"
    # shellcheck disable=SC2046 # a word each
    $compiler -o "$program" $folder/*.o $(libraries) -pthread >>$folder/log 2>&1 || fail "the program does not link; see $folder/log"
    echo "$program"
}

newer_sources() {
    find include tools/cli \( -name '*.hpp' -o -name '*.cpp' -o -name build.sh \) -newer "$program" | head -n 1
}

# Each source in a process of its own, as many at a time as there are processors.
compile_all() {
    rm -f $folder/*.o
    export compiler folder
    find tools/cli -name '*.cpp' | xargs -P "$(getconf _NPROCESSORS_ONLN)" -I SOURCE sh -c '
        object=$(echo SOURCE | tr / -)
        $compiler -std=c++20 -O1 -DTC3_DECLARATIONS -Iinclude -Itools/cli -c SOURCE -o "$folder/$object.o"' >$folder/log 2>&1
}

libraries() {
    pkg-config --libs openssl 2>/dev/null || echo -lssl -lcrypto
}

install_missing() {
    # shellcheck disable=SC2046 # a word each
    set -- $(missing_packages)
    [ $# -gt 0 ] || return 0
    [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null 2>&1 || fail "missing, install them: $*"
    echo "installing: $*" >&2
    export DEBIAN_FRONTEND=noninteractive
    apt-get update >$folder/log 2>&1 || true
    apt-get install -y --no-install-recommends "$@" >>$folder/log 2>&1 || fail "apt-get could not install: $*; see $folder/log"
}

# The Debian packages that are missing, a word each.
missing_packages() {
    if ! command -v "$compiler" >/dev/null 2>&1; then
        echo g++ libboost-dev libcli11-dev libssl-dev
        return
    fi
    has_header boost/beast/version.hpp || echo libboost-dev
    has_header CLI/CLI.hpp || echo libcli11-dev
    has_header openssl/ssl.h || echo libssl-dev
}

has_header() {
    echo "#include <$1>" | $compiler -std=c++20 -fsyntax-only -x c++ - 2>/dev/null
}

fail() {
    echo "tools/cli/build.sh: $*" >&2
    exit 1
}

main
