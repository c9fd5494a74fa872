#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs all tests of tc3 with several compilers, and the checks of style.
#
#     sh tests/run.sh          everything
#     sh tests/run.sh quick    one compiler only
#
# Installs what is missing when it may (root, apt-get); else names it and does what is possible. What goes well is quiet; what fails
# shows the end of its log, and all logs are kept in build-logs/. The last line counts the tests of Meson and the stages.
set -eu
cd "$(dirname "$0")/.."

main() {
    case ${1:-all} in
        all) quick=false ;;
        quick) quick=true ;;
        *) echo "usage: sh tests/run.sh [quick]" >&2 && exit 2 ;;
    esac
    passed=0 failed=0 skipped=0
    logs=build-logs
    table=$logs/table
    mkdir -p $logs
    : >$table

    install_missing
    require_tools
    stage_debug
    if ! $quick; then
        stage_sanitizers
        stage_clang
        stage_optimised
        stage_headers
        stage_format
        stage_tidy
        stage_fuzzing
    fi
    summary
}

# --- the stages ------------------------------------------------------------------------------------------------------

# Everything, on the headers and on the single header, in build/ as a developer has it.
stage_debug() {
    meson_stage "debug" build "${CXX:-g++}" -Dcpp_args=-D_GLIBCXX_ASSERTIONS
}

stage_sanitizers() {
    needs "clang 19, libc++, sanitizers" have_libcxx || return 0
    # cpp-httplib is a library built on the other standard library.
    meson_stage "clang 19, libc++, sanitizers" build-sanitizers clang++-19 \
        -Db_sanitize=address,undefined -Db_lundef=false -Dsingle_header_tests=false -Dhttplib=disabled \
        "-Dcpp_args=-stdlib=libc++ -fno-sanitize-recover=all -gline-tables-only" -Dcpp_link_args=-stdlib=libc++ -Ddebug=false
}

stage_clang() {
    needs "clang" have clang++ || return 0
    meson_stage "clang" build-clang clang++ -Dsingle_header_tests=false -Ddebug=false
}

stage_optimised() {
    # -Wrestrict of g++ 12 is mistaken about std::string there (GCC bug 105651). Clang knows no such warning.
    case $(${CXX:-g++} --version) in
        *clang*) fewer_warnings= ;;
        *) fewer_warnings=-Wno-restrict ;;
    esac
    meson_stage "optimised" build-optimised "${CXX:-g++}" \
        --buildtype=release -Dsingle_header_tests=false "-Dcpp_args=$fewer_warnings"
}

# What the README promises of compilers and flags, where no stage above does it. No program is built: a minute or two.
stage_headers() {
    stage "every header, every compiler" check_headers
}

check_headers() {
    outcome=0
    each_header clang++-19
    each_header g++ -funsigned-char
    for compiler in g++ clang++ clang++-19 "clang++-19 -stdlib=libc++"; do
        # shellcheck disable=SC2086 # words
        each_header $compiler -fno-exceptions -fno-rtti
    done
    return $outcome
}

# each_header COMPILER OPTION...: left out when the compiler or its standard library is missing.
each_header() {
    echo "$*:"
    if echo "#include <version>" | "$@" -std=c++20 -fsyntax-only -x c++ - 2>/dev/null; then
        python3 tests/hygiene/headers_test.py include "$@" -std=c++20 -Wall -Wextra -Wpedantic -Wconversion -Werror || outcome=1
    else
        echo "left out, it is missing"
    fi
}

stage_format() {
    needs "clang-format" have clang-format-19 || return 0
    stage "clang-format" check_format
}

check_format() {
    find include tests examples \( -name '*.hpp' -o -name '*.cpp' \) -exec clang-format-19 --dry-run -Werror {} +
}

# One program that includes everything stands for all headers.
stage_tidy() {
    needs "clang-tidy" have clang-tidy-19 || return 0
    stage "clang-tidy" clang-tidy-19 --quiet tests/hygiene/no_exceptions.cpp -- -std=c++20 -Iinclude -fno-exceptions -fno-rtti
}

# Every target for half a minute, two at a time.
stage_fuzzing() {
    needs "fuzzing" have_libcxx || return 0
    stage "fuzzing" env CXX=clang++-19 sh tests/fuzz/run.sh 30
}

# --- running a stage -------------------------------------------------------------------------------------------------

# meson_stage NAME FOLDER COMPILER OPTION...: configures (once), builds, runs all tests, counts them.
meson_stage() {
    name=$1 folder=$2
    shift 2
    stage "$name" configure_build_test "$folder" "$@"
    log=$(log_of "$name")
    count=$(($(counted "Ok" "$log") + $(counted "Expected Fail" "$log")))
    passed=$((passed + count))
    failed=$((failed + $(counted "Fail" "$log") + $(counted "Unexpected Pass" "$log") + $(counted "Timeout" "$log")))
    skipped=$((skipped + $(counted "Skipped" "$log")))
}

configure_build_test() {
    folder=$1 compiler=$2
    shift 2
    if [ ! -f "$folder/build.ninja" ]; then
        CXX=$compiler meson setup "$folder" "$@" || return 1
    fi
    # What no compiler touches is tested once.
    [ "$folder" = build ] && others= || others="--no-suite tree --no-suite consumers"
    # shellcheck disable=SC2086 # words
    ninja -C "$folder" -k 0 && meson test -C "$folder" --no-rebuild --print-errorlogs $others
}

# A count of Meson's summary, or 0.
counted() {
    sed -n "s/^$1: *\([0-9][0-9]*\).*/\1/p" "$2" | tail -n 1 | grep . || echo 0
}

# stage NAME COMMAND...: quiet when it succeeds.
stage() {
    title=$1
    shift
    file=$(log_of "$title")
    begin=$(date +%s)
    echo "$title ..."
    if "$@" >"$file" 2>&1; then
        passed=$((passed + 1))
        row "$title" passed "$(($(date +%s) - begin)) s"
    else
        failed=$((failed + 1))
        row "$title" FAILED "see $file"
        tail -n 60 "$file"
    fi
}

# needs NAME COMMAND...: whether the command succeeds; if not, the stage NAME counts as skipped.
needs() {
    title=$1
    shift
    if "$@"; then return 0; fi
    skipped=$((skipped + 1))
    row "$title" skipped "tools missing"
    return 1
}

log_of() {
    echo "$logs/$(echo "$1" | tr -c 'a-z0-9\n' '-').log"
}

row() {
    printf '%-32s %-8s %s\n' "$1" "$2" "$3" >>$table
}

summary() {
    echo
    cat $table
    echo
    echo "$passed passed, $failed failed, $skipped skipped"
    [ $failed -eq 0 ]
}

# --- tools -----------------------------------------------------------------------------------------------------------

have() {
    command -v "$1" >/dev/null 2>&1
}

have_header() {
    echo "#include <$1>" | g++ -std=c++20 -fsyntax-only -x c++ - 2>/dev/null
}

# The standard library of the bare ARM, apart from its compiler.
have_arm_library() {
    echo "#include <string_view>" | arm-none-eabi-g++ -std=c++20 --specs=nano.specs -fsyntax-only -x c++ - 2>/dev/null
}

# libc++ and the sanitizers' own library, both apart from the compiler.
have_libcxx() {
    have clang++-19 &&
        echo '#include <string>
              int main() { std::string text; return static_cast<int>(text.size()); }' |
        clang++-19 -std=c++20 -stdlib=libc++ -fsanitize=address,undefined -x c++ -o $logs/libcxx - 2>/dev/null
}

# The Debian packages that are missing, a word each.
missing_packages() {
    have g++ || echo g++
    have meson || echo meson
    have ninja || echo ninja-build
    have pkg-config || echo pkg-config
    have python3 || echo python3
    have_header doctest/doctest.h || echo doctest-dev
    have_header nlohmann/json.hpp || echo nlohmann-json3-dev
    have_header openssl/evp.h || echo libssl-dev
    have_header curl/curl.h || echo libcurl4-openssl-dev
    have_header httplib.h || echo libcpp-httplib-dev
    have_header mbedtls/sha256.h || echo libmbedtls-dev
    have cmake || echo cmake
    have_arm_library || echo gcc-arm-none-eabi libstdc++-arm-none-eabi-newlib libnewlib-arm-none-eabi
    have qemu-system-arm || echo qemu-system-arm
    if $quick; then return; fi
    have clang++ || echo clang
    have_libcxx || echo clang-19 libc++-19-dev libc++abi-19-dev libclang-rt-19-dev
    have clang-format-19 || echo clang-format-19
    have clang-tidy-19 || echo clang-tidy-19
}

install_missing() {
    packages=$(missing_packages | tr '\n' ' ')
    [ -n "$packages" ] || return 0
    if [ "$(id -u)" -ne 0 ] || ! have apt-get; then
        echo "missing, in the names of Debian: $packages"
        return 0
    fi
    echo "installing: $packages"
    {
        export DEBIAN_FRONTEND=noninteractive
        apt-get update || { sleep 5 && apt-get update; } || true
        # shellcheck disable=SC2086 # a word each
        apt-get install -y --no-install-recommends $packages || install_one_by_one
    } >$logs/install.log 2>&1
    packages=$(missing_packages | tr '\n' ' ')
    [ -z "$packages" ] || echo "still missing: $packages (see $logs/install.log)"
}

# One unknown package must not keep the others out.
install_one_by_one() {
    for package in $packages; do
        apt-get install -y --no-install-recommends "$package" || true
    done
}

require_tools() {
    lacking=
    for tool in g++ meson ninja python3; do
        have $tool || lacking="$lacking $tool"
    done
    have_header doctest/doctest.h || lacking="$lacking doctest"
    have_header nlohmann/json.hpp || lacking="$lacking nlohmann-json"
    [ -z "$lacking" ] || {
        echo "these must be there to run any test:$lacking" >&2
        echo "0 passed, 1 failed, 0 skipped"
        exit 1
    }
}

main "$@"
