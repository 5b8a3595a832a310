#!/bin/sh
# Installs what is missing and runs every test: once as built, with warnings as errors, and once more under
# AddressSanitizer and UBSan. Exit status 0 when all pass.
set -eu
cd "$(dirname "$0")"
. ./.setup.sh

packages=
needed_to_build
needed_to_test
install_missing

# run FOLDER OPTION...: runs the tests built in FOLDER and adds to the count.
passed=0 failed=0 skipped=0
run() {
    folder=$1
    shift
    meson test -C "$folder" --no-rebuild --print-errorlogs "$@" >"$folder/test.txt" 2>&1 || true
    cat "$folder/test.txt"
    count() { sed -n "s/^$1: *\([0-9]*\).*/\1/p" "$folder/test.txt" | tail -n 1 | grep . || echo 0; }
    ok=$(count Ok)
    [ "$ok" -gt 0 ] || { say "No test ran in $folder."; failed=$((failed + 1)); }
    passed=$((passed + ok + $(count 'Expected Fail')))
    failed=$((failed + $(count Fail) + $(count Timeout) + $(count 'Unexpected Pass')))
    skipped=$((skipped + $(count Skipped)))
}

# No test fails because the machine is slow: only one that hangs runs out of time.
build build-test -Dwerror=true
run build-test --timeout-multiplier 4

# Leaks that lie in libraries, not in us, are listed and explained in the file.
export LSAN_OPTIONS="suppressions=$PWD/tests/lsan.supp:print_suppressions=0"
export ASAN_OPTIONS=detect_leaks=1:strict_string_checks=1:detect_stack_use_after_return=1
export UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1
build build-asan -Dwerror=true -Db_sanitize=address,undefined -Db_lundef=false
run build-asan --no-suite style --timeout-multiplier 10

say "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ]
