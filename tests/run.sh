#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs the tests of tc3, and the checks of style.
#
#     sh tests/run.sh          everything: several compilers, sanitizers, the single header, fuzzing
#     sh tests/run.sh quick    unit tests, vectors, README, firmware and the scripts that read the tree, with one compiler
#     sh tests/run.sh --platforms [TARGET...]
#                              other compilers, processors and systems, each test alone, headers of hosts, and analysers: about 100
#                              minutes; or these targets alone, which `python3 tests/platforms/platforms.py --list` names
#     sh tests/run.sh --bench [SECTION...]
#                              speed, compile time and size beside other libraries, each goal with its figure: about four minutes, best on
#                              an idle machine; writes docs/performance.md unless sections are named (sha256 base64 sign call parse body
#                              scale compile size)
#
#     sh tests/run.sh --sdks [OPTION...]
#                              official SDKs of other languages against `tc3 serve`: those whose folders the options of
#                              tests/sdks/run.py name, or the Node SDK from npm
#
# Installs what is missing when it may (root, apt-get); else names it and does what is possible. Prints a line for each step when it
# is done, and every 20 seconds how far it is. What fails shows the end of its log; all logs are kept in build-logs/. The last line
# counts the tests of Meson and the other stages. --platforms prints a line for each target, and keeps its logs in build-platforms/.
# Exit status: 0, 1 after a failure, 2 for a wrong option; 77 if --platforms had to skip something.
set -eu
cd "$(dirname "$0")/.."

main() {
    mode=${1:-all}
    case $mode in
        all | quick) [ $# -le 1 ] || usage ;;
        --platforms | --bench | --sdks) shift ;;
        *) usage ;;
    esac
    targets=$*
    # shellcheck disable=SC2086 # a word each
    [ $mode != --bench ] || ! have python3 || python3 tests/benchmarks/run.py --check $targets || exit 2
    # shellcheck disable=SC2086 # a word each
    [ -z "$targets" ] || [ $mode != --platforms ] || ! have python3 || python3 tests/platforms/platforms.py --check $targets || exit 2
    passed=0 failed=0 skipped=0
    began=$(date +%s)
    logs=build-logs
    mkdir -p $logs

    install_missing
    require_tools
    case $mode in
        quick)
            stage_quick
            left_out
            ;;
        --platforms)
            if [ -z "$targets" ]; then
                stage_clang
                stage_hosts
            fi
            stage_platforms
            ;;
        --bench) stage_bench ;;
        --sdks) stage_sdks "$@" ;;
        all)
            stage_debug
            stage_sanitizers
            stage_optimised
            stage_headers
            stage_format
            stage_tidy
            stage_rotation
            stage_fuzzing
            ;;
    esac
    summary
}

usage() {
    echo "usage: sh tests/run.sh [quick | --platforms [TARGET...] | --bench [SECTION...] | --sdks [OPTION...]]" >&2
    exit 2
}

# --- the stages ------------------------------------------------------------------------------------------------------

# The unit tests are compiled in a few large units. -Og runs them ten times as fast as -O0 and compiles in the same time.
debug_options="-Ddebug=false -Doptimization=g -Dmerged_tests=true"
debug_flags="-g1 -D_GLIBCXX_ASSERTIONS"

stage_quick() {
    # shellcheck disable=SC2086 # words
    meson_stage "quick" build-quick "${CXX:-g++}" quick-programs "--suite quick" \
        $debug_options -Dtested=include "-Dcpp_args=$debug_flags"
}

left_out() {
    cat <<TEXT

left out of quick, run by "sh tests/run.sh":
    vectors with other crypto policies, std::expected, contract of transports, examples, consumers, fuzz corpora, other hygiene tests
    clang 19 with libc++ and sanitizers; optimised, on the single header
    all headers with every compiler; clang-format; clang-tidy; other platforms; fuzzing
TEXT
}

# Everything, on the headers.
stage_debug() {
    # shellcheck disable=SC2086 # words
    meson_stage "debug" build "${CXX:-g++}" all "" $debug_options -Dtested=include "-Dcpp_args=$debug_flags"
}

# What no compiler touches is tested once, in the stage before. So are the consumers, which take minutes.
once="--no-suite tree --no-suite consumers"

stage_sanitizers() {
    needs "sanitizers" "clang 19, libc++ and its sanitizers" have_libcxx || return 0
    # Here bodies are compiled once for all programs; the other stages are header-only. cpp-httplib is built on the other standard library.
    # stage_headers compiles all headers with this library, in one unit.
    meson_stage "sanitizers" build-sanitizers clang++-19 all "$once --no-suite headers" \
        -Db_sanitize=address,undefined -Db_lundef=false -Dtested=include -Dmerged_tests=true -Dseparate_bodies=true -Dhttplib=disabled \
        -Dcli=disabled \
        "-Dcpp_args=-stdlib=libc++ -fno-sanitize-recover=all -gline-tables-only" -Dcpp_link_args=-stdlib=libc++ -Ddebug=false
}

# The one stage that compiles each test alone: a test that forgets an include, or shadows a name, fails here.
stage_clang() {
    needs "clang" "clang++" have clang++ || return 0
    meson_stage "clang" build-clang clang++ all "$once --no-suite headers" -Dtested=include -Dmerged_tests=false -Ddebug=false
}

# Everything once more, on the single header.
stage_optimised() {
    # -Wrestrict of g++ 12 is mistaken about std::string there (GCC bug 105651). Clang knows no such warning.
    case $(${CXX:-g++} --version) in
        *clang*) fewer_warnings= ;;
        *) fewer_warnings=-Wno-restrict ;;
    esac
    # What depends on the compiler only was tested in the first stage.
    meson_stage "optimised" build-optimised "${CXX:-g++}" all "$once --no-suite compiler" \
        --buildtype=release -Dtested=single_include -Dmerged_tests=true -Dcli=disabled "-Dcpp_args=$fewer_warnings"
}

# What the README promises of compilers and flags, where no stage above does it. All headers go into one unit: that each compiles alone
# depends on the standard library, and the stages above have tested both.
stage_headers() {
    stage "all headers, every compiler" check_headers
    sed -n 's/^left out: /    left out: /p' "$(log_of "all headers, every compiler")"
}

# Without exceptions and RTTI the headers go into one unit: none of them asks about these.
check_headers() {
    outcome=0
    for compiler in g++ clang++ clang++-19 "clang++-19 -stdlib=libc++"; do
        for flags in "" -funsigned-char "-fno-exceptions -fno-rtti"; do
            # shellcheck disable=SC2086 # words
            all_headers $compiler $flags
        done
    done
    if grep -rnE '__cpp_exceptions|__EXCEPTIONS|__cpp_rtti|__GXX_RTTI' include; then
        echo "a header asks about exceptions or RTTI: compile each alone without them"
        outcome=1
    fi
    return $outcome
}

# all_headers COMPILER OPTION...: left out when the compiler or its standard library is missing.
all_headers() {
    if echo "#include <version>" | "$@" -std=c++20 -fsyntax-only -x c++ - 2>/dev/null; then
        echo "$*:"
        python3 tests/hygiene/headers_test.py --together include "$@" -std=c++20 -Wall -Wextra -Wpedantic -Wconversion -Werror || outcome=1
    else
        echo "left out: $*, which is not installed"
    fi
}

stage_format() {
    needs "clang-format" "clang-format-19" have clang-format-19 || return 0
    stage "clang-format" check_format
}

check_format() {
    find include tests examples tools \( -name '*.hpp' -o -name '*.cpp' \) -exec clang-format-19 --dry-run -Werror {} +
}

# One program that includes everything covers all headers.
stage_tidy() {
    needs "clang-tidy" "clang-tidy-19" have clang-tidy-19 || return 0
    stage "clang-tidy" clang-tidy-19 --quiet tests/hygiene/no_exceptions.cpp -- -std=c++20 -Iinclude -fno-exceptions -fno-rtti
}

# The targets whose turn it is, without their unit tests: all targets take their turn within fifteen commits.
stage_rotation() {
    title="platforms, by rotation"
    count_targets step "$title" unless_skipped python3 tests/platforms/platforms.py --rotation
    sed 's/^/    /' build-platforms/table
}

# unless_skipped COMMAND...: what is skipped, by exit status 77, is no failure. Its output says so.
unless_skipped() {
    "$@" || [ $? -eq 77 ]
}

stage_platforms() {
    # shellcheck disable=SC2086 # a word each
    count_targets python3 tests/platforms/platforms.py ${targets:---all}
}

# count_targets COMMAND...: a command that ends before any target is one failure.
count_targets() {
    failed_before=$failed
    mkdir -p build-platforms
    echo "0 1 0" >build-platforms/counts
    : >build-platforms/table
    "$@" || true
    read -r passed_here failed_here skipped_here <build-platforms/counts
    passed=$((passed + passed_here)) failed=$((failed_before + failed_here)) skipped=$((skipped + skipped_here))
}

# Headers of hosts before and after tc3, and analysers. A stage that has to leave something out is skipped.
stage_hosts() {
    strict_stage "macros of hosts" macro_clash_test.py
    strict_stage "headers of hosts" preludes_test.py "${CXX:-g++}" -std=c++20 -Wall -Wextra -Wpedantic -Werror
    strict_stage "analysers" analysis_test.py
}

# strict_stage TITLE SCRIPT ARGUMENT...: prints what the script has left out.
strict_stage() {
    title=$1 script=$2
    shift 2
    passed_before=$passed
    stage "$title" unless_skipped python3 "tests/hygiene/$script" --strict "$@"
    sed -n 's/^left out: /    left out: /p' "$(log_of "$title")"
    if [ $passed -gt $passed_before ] && grep -q '^left out: ' "$(log_of "$title")"; then
        passed=$passed_before skipped=$((skipped + 1))
    fi
}

# Every target for ten seconds, two at a time.
stage_fuzzing() {
    needs "fuzzing" "clang 19, libc++ and its sanitizers" have_libcxx || return 0
    stage "fuzzing" env CXX=clang++-19 sh tests/fuzz/run.sh 10
}

# The libraries that tc3 is compared with must all be there. A goal that is missed is no failure.
stage_bench() {
    step "bench: configure" configure build-bench "${CXX:-g++}" --buildtype=plain -Dtested=include -Dexamples=disabled \
        -Dbenchmarks=enabled -Dopenssl=enabled -Dmbedtls=enabled || return 0
    step "bench: build" ninja -C build-bench tests/tc3-bench || return 0
    # shellcheck disable=SC2086 # a word each
    if CXX="${CXX:-g++}" python3 tests/benchmarks/run.py --program build-bench/tests/tc3-bench --results build-bench/results.json $targets; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
    fi
}

# Prints a row for each SDK and behaviour. Without options the Node SDK is installed by npm.
stage_sdks() {
    step "sdks: build" sh tools/cli/build.sh || return 0
    [ $# -gt 0 ] || set -- --node build-cli/node
    status=0
    python3 tests/sdks/run.py build-cli/tc3 "$@" || status=$?
    case $status in
        0) passed=$((passed + 1)) ;;
        77) skipped=$((skipped + 1)) ;;
        *) failed=$((failed + 1)) ;;
    esac
}

# --- running a stage -------------------------------------------------------------------------------------------------

# meson_stage NAME FOLDER COMPILER TARGET SUITES OPTION...: configures, builds the target, runs the suites, counts the tests.
meson_stage() {
    name=$1 folder=$2 compiler=$3 target=$4 suites=$5
    shift 5
    step "$name: configure" configure "$folder" "$compiler" -Dbenchmarks=disabled "$@" || return 0
    step "$name: build" ninja -C "$folder" -k 0 "$target" || return 0
    rm -f "$folder/meson-logs/testlog.json"
    failed_before=$failed
    # shellcheck disable=SC2086 # words
    step "$name: run" meson test -C "$folder" --no-rebuild --print-errorlogs $suites || true
    failed=$failed_before  # the report counts the tests that failed
    python3 tests/report.py "$name" "$folder" $logs/counts
    read -r passed_here failed_here skipped_here <$logs/counts
    passed=$((passed + passed_here)) failed=$((failed + failed_here)) skipped=$((skipped + skipped_here))
}

configure() {
    folder=$1 compiler=$2
    shift 2
    # Meson keeps the compiler of an existing folder, whatever CXX says.
    if [ "$(cat "$folder/compiler" 2>/dev/null)" = "$compiler" ]; then
        meson setup --reconfigure "$folder" "$@"
    else
        rm -rf "$folder"
        CXX=$compiler meson setup "$folder" "$@"
        echo "$compiler" >"$folder/compiler"
    fi
}

# stage NAME COMMAND...: one step that counts when it passes, too.
stage() {
    if step "$@"; then passed=$((passed + 1)); fi
}

# step TITLE COMMAND...: prints a line with the seconds; the end of the log when it fails.
step() {
    title=$1
    shift
    file=$(log_of "$title")
    begin=$(date +%s)
    : >"$file"
    ticker &
    ticking=$!
    status=0
    "$@" >"$file" 2>&1 || status=$?
    kill $ticking 2>/dev/null || true
    wait $ticking 2>/dev/null || true
    seconds=$(($(date +%s) - begin))
    if [ $status -eq 0 ]; then
        row "$title" "$(steps_done "$file")$seconds s"
    else
        failed=$((failed + 1))
        row "$title" "FAILED after $seconds s, see $file"
        what_failed "$file"
    fi
    return $status
}

# A failed build goes on to its end: the errors are above it, each below a line "FAILED".
what_failed() {
    if grep -q '^FAILED: ' "$1"; then
        grep -A 15 '^FAILED: ' "$1" | cut -c 1-300 | head -n 120
    else
        tail -n 60 "$1"
    fi
}

# Every 20 seconds, the last step of the log, as long as this script lives.
ticker() {
    waited=0
    while sleep 1 && kill -0 $$ 2>/dev/null; do
        waited=$((waited + 1))
        if [ $((waited % 20)) -eq 0 ]; then
            echo "    $title: $waited s, $(tail -n 1 "$file" | cut -c 1-90)"
        fi
    done
}

# "96 steps, " of a log of ninja.
steps_done() {
    sed -n 's|^\[\([0-9]*\)/\1\] .*|\1 steps, |p' "$1" | tail -n 1
}

# needs NAME TOOLS COMMAND...: whether the command succeeds; if not, the stage NAME counts as skipped.
needs() {
    title=$1 tools=$2
    shift 2
    if "$@"; then return 0; fi
    skipped=$((skipped + 1))
    row "$title" "skipped: $tools not installed"
    return 1
}

log_of() {
    echo "$logs/$(echo "$1" | tr -c 'a-z0-9\n' '-').log"
}

row() {
    awk -v title="$1 " -v text="$2" 'BEGIN { while (length(title) < 48) title = title "."; print title, text }'
}

summary() {
    echo
    echo "$(($(date +%s) - began)) s"
    echo "$passed passed, $failed failed, $skipped skipped"
    [ $failed -eq 0 ] || exit 1
    # A platform that was not tested must be visible in the exit status.
    if [ "$mode" = --platforms ] && [ $skipped -gt 0 ]; then exit 77; fi
}

# --- tools -----------------------------------------------------------------------------------------------------------

have() {
    command -v "$1" >/dev/null 2>&1
}

have_header() {
    printf '#if !__has_include(<%s>)\n#error\n#endif\n' "$1" | g++ -std=c++20 -fsyntax-only -x c++ - 2>/dev/null
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
    have_header CLI/CLI.hpp || echo libcli11-dev
    have_header boost/beast.hpp || echo libboost-dev
    have_header mbedtls/sha256.h || echo libmbedtls-dev
    have cmake || echo cmake
    have_arm_library || echo gcc-arm-none-eabi libstdc++-arm-none-eabi-newlib libnewlib-arm-none-eabi
    have qemu-system-arm || echo qemu-system-arm
    case $mode in
        quick | --sdks) return ;;
        --bench)
            have_header sodium.h || echo libsodium-dev
            have_header cryptopp/sha.h || echo libcrypto++-dev
            have_header simdjson.h || echo libsimdjson-dev
            return
            ;;
        --platforms)
            [ -z "$targets" ] || return 0
            packages_of_hosts
            ;;
    esac
    have clang++ || echo clang
    have_libcxx || echo clang-19 libc++-19-dev libc++abi-19-dev libclang-rt-19-dev
    have clang-format-19 || echo clang-format-19
    have clang-tidy-19 || echo clang-tidy-19
}

# Packages whose headers define macros. Each target installs what it needs itself.
packages_of_hosts() {
    have_header X11/Xlib.h || echo libx11-dev
    have_header term.h || echo libncurses-dev
    have_header nettle/sha2.h || echo nettle-dev
    for package in zlib1g-dev tcl-dev tk-dev libglib2.0-dev qtbase5-dev qt6-base-dev liblwip-dev arduino-core-avr g++-mingw-w64-x86-64-posix; do
        dpkg-query -W "$package" >/dev/null 2>&1 || echo "$package"
    done
    have cppcheck || echo cppcheck
}

install_missing() {
    packages=$(missing_packages | tr '\n' ' ')
    packages=${packages% }
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
