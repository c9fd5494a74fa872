#!/bin/sh
# SPDX-License-Identifier: MIT
# Fuzzes each target with libFuzzer, AddressSanitizer and UndefinedBehaviorSanitizer, two at a time. Needs clang++-19.
#
#     sh tests/fuzz/run.sh               a minute each
#     sh tests/fuzz/run.sh 600           so many seconds each
#     sh tests/fuzz/run.sh 600 json      one target only
#
# Everything lies in build-fuzz/: programs, logs, findings, and the corpus, which begins with tests/fuzz/corpus/ and grows from run to
# run. A finding fails the run. It stays found when its input, cut down, is put into tests/fuzz/corpus/ under a name for what it shows.
set -eu
cd "$(dirname "$0")/../.."

# TARGET CORPUS DICTIONARY
targets() {
    cat <<TABLE
json                  json                  json
json_differential     json                  json
json_writer           json_writer           -
envelope              envelope              envelope
typed_decode          typed_decode          typed_decode
query                 query                 json
encoding              encoding              -
canonical_request     canonical_request     request
authorization         authorization         request
verify_authorization  verify_authorization  request
diagnose              diagnose              diagnose
TABLE
}

sources=tests/fuzz
folder=build-fuzz
compiler=${CXX:-clang++-19}
sanitizers="-fsanitize=fuzzer,address,undefined -fno-sanitize-recover=all"

main() {
    case ${1:-60} in
        --one)
            shift
            fuzz "$@"
            exit
            ;;
        *[!0-9]* | 0*) usage ;;
    esac
    seconds=${1:-60}
    wanted=${2:-}
    targets | grep "^$wanted\b" >/dev/null || usage
    mkdir -p $folder
    rm -f $folder/*.row
    targets | grep "^$wanted\b" | xargs -P 2 -L 1 sh $sources/run.sh --one "$seconds" || true
    summary
}

usage() {
    echo "usage: sh tests/fuzz/run.sh [seconds [target]]" >&2
    exit 2
}

# fuzz SECONDS TARGET CORPUS DICTIONARY: builds one target and runs it. Leaves its row of the table.
fuzz() {
    seconds=$1 target=$2 seeds=$sources/corpus/$3 dictionary=$4
    mkdir -p "$folder/$target/corpus" "$folder/$target/findings"
    log=$folder/$target.log
    echo "$target ..."
    if ! build >"$log" 2>&1; then
        row "-" "-" "DOES NOT COMPILE"
        tail -n 30 "$log"
    elif run >"$log" 2>&1; then
        row "$(executions)" "$(corpus_size)" passed
    else
        row "$(executions)" "$(corpus_size)" FAILED
        explain
    fi
}

build() {
    # shellcheck disable=SC2086 # words
    "$compiler" -std=c++20 -O1 -gline-tables-only -Wall -Wextra -Wpedantic -Wconversion -Werror $sanitizers \
        '-DTC3_ASSERT(x)=((x)?void():__builtin_trap())' -Iinclude $sources/"$target".cpp $sources/entry.cpp -o "$folder/$target/fuzz"
}

run() {
    cp "$seeds"/* "$folder/$target/corpus"
    set -- -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=4096 -print_final_stats=1
    [ "$dictionary" = - ] || set -- "$@" -dict=$sources/dictionaries/"$dictionary".dict
    "$folder/$target/fuzz" "$@" -artifact_prefix="$folder/$target/findings/" "$folder/$target/corpus"
}

executions() {
    sed -n 's/^stat::number_of_executed_units: *//p' "$log" | grep . || echo "-"
}

# The inputs that each reach something of their own.
corpus_size() {
    sed -n 's|.* corp: \([0-9]*\)/.*|\1|p' "$log" | tail -n 1 | grep . || echo "-"
}

# What was violated, where, and how to see it again.
explain() {
    finding=$(sed -n 's/^.*Test unit written to //p' "$log" | tail -n 1)
    {
        grep -m 1 -E '^violated:|ERROR: |runtime error' "$log" || tail -n 20 "$log"
        grep -E '^ +#[0-9]+ .* (include|tests)/|^ +#[0-9]+ .*/(include/tc3|tests/fuzz)/' "$log" | head -n 8
        [ -z "$finding" ] || echo "again: $folder/$target/fuzz $finding     (input, at most 200 bytes: $(head -c 200 "$finding" | base64 -w 0))"
    } | sed "s/^/$target: /"
}

row() {
    printf '%-22s %12s %8s  %s\n' "$target" "$1" "$2" "$3" >"$folder/$target.row"
}

summary() {
    echo
    printf '%-22s %12s %8s  %s\n' target executions corpus result
    targets | while read -r target _; do
        [ ! -f "$folder/$target.row" ] || cat "$folder/$target.row"
    done
    passed=$(cat $folder/*.row | grep -c ' passed$' || true)
    total=$(targets | grep -c "^$wanted\b")
    echo
    echo "$passed passed, $((total - passed)) failed"
    [ "$passed" -eq "$total" ]
}

main "$@"
