#!/bin/sh
# SPDX-License-Identifier: MIT
# Compiles one example against the single header and runs it: asks eKYC for a liveness token, prints what was sent and what came back.
#
#     sh examples/run.sh           asks an emulator in the same process: no account, no network
#     sh examples/run.sh --live    asks the real service; the credential comes from TENCENTCLOUD_SECRET_ID, TENCENTCLOUD_SECRET_KEY
#                                  and, with temporary keys, TENCENTCLOUD_TOKEN; the region from TENCENTCLOUD_REGION
#
# CXX names the compiler. A compiler, or libcurl for --live, is installed where it is missing and that is possible (root, apt-get).
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)

main() {
    case $# in 0) live=false ;; 1) live=true ;; *) usage ;; esac
    if $live; then
        [ "$1" = --live ] || usage
        require_credential
    fi
    folder=$(mktemp -d)
    trap 'rm -rf "$folder"' EXIT
    trap 'exit 130' INT TERM

    find_compiler
    flags=
    if $live; then find_libcurl; fi
    compile
    if $live; then "$folder/example" --live; else "$folder/example"; fi
}

usage() {
    echo "usage: sh examples/run.sh [--live]" >&2
    exit 2
}

fail() {
    echo "examples/run.sh: $*" >&2
    exit 1
}

require_credential() {
    [ -n "${TENCENTCLOUD_SECRET_ID:-}" ] || fail "--live needs a credential: TENCENTCLOUD_SECRET_ID is not set"
    [ -n "${TENCENTCLOUD_SECRET_KEY:-}" ] || fail "--live needs a credential: TENCENTCLOUD_SECRET_KEY is not set"
}

# --- the compiler ----------------------------------------------------------------------------------------------------

find_compiler() {
    if [ -n "${CXX:-}" ]; then
        compiler=$CXX
        speaks_cxx20 || fail "CXX is '$CXX', which does not compile C++20 here"
        return 0
    fi
    pick_compiler && return 0
    install g++ || fail "no C++20 compiler found, and apt-get could not install one: install g++ 12 or newer, or set CXX"
    pick_compiler || fail "the g++ of this system is too old for C++20: install g++ 12 or newer, or set CXX"
}

pick_compiler() {
    for compiler in c++ g++ clang++; do
        if speaks_cxx20; then return 0; fi
    done
    return 1
}

# Whether compiler, standard library and linker handle C++20.
speaks_cxx20() {
    cat >"$folder/probe.cpp" <<'PROBE'
#include <concepts>
#include <span>
#include <string>
#if __cplusplus < 202002L
#error C++20 is wanted
#endif
int main() { return std::string().empty() ? 0 : 1; }
PROBE
    build probe
}

# build NAME FLAG...: CXX may hold flags of its own.
build() {
    name=$1
    shift
    # shellcheck disable=SC2086 # words
    $compiler -std=c++20 -o "$folder/$name" "$folder/$name.cpp" "$@" >"$folder/log" 2>&1
}

# --- libcurl ---------------------------------------------------------------------------------------------------------

find_libcurl() {
    has_libcurl && return 0
    install libcurl4-openssl-dev ca-certificates || fail "--live needs libcurl, and apt-get could not install it: install its headers"
    has_libcurl || fail "--live needs libcurl, which does not compile or link here"
}

has_libcurl() {
    flags=$(curl-config --cflags --libs 2>/dev/null || echo -lcurl)
    printf '#include <curl/curl.h>\nint main() { return curl_easy_init() == nullptr ? 1 : 0; }\n' >"$folder/probe.cpp"
    # shellcheck disable=SC2086 # words
    build probe $flags
}

# --- the example -----------------------------------------------------------------------------------------------------

compile() {
    if $live; then flags="-DWITH_LIBCURL $flags"; fi
    cp "$root/examples/01_apply_liveness_token.cpp" "$folder/example.cpp"
    echo "compiling examples/01_apply_liveness_token.cpp with $compiler"
    # shellcheck disable=SC2086 # words
    build example "-I$root/single_include" "-I$root/examples" $flags && return 0
    tail -n 20 "$folder/log" >&2
    fail "the example does not compile with '$compiler'"
}

# install PACKAGE...
install() {
    [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null 2>&1 || return 1
    echo "installing: $*"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update >"$folder/log" 2>&1 || true
    apt-get install -y --no-install-recommends "$@" >>"$folder/log" 2>&1
}

main "$@"
