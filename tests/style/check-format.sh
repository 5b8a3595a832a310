#!/bin/sh
# Every C file is as clang-format would write it.
set -eu
command -v clang-format >/dev/null || { echo "clang-format is not installed"; exit 77; }
cd "$1"
find src tests -name '*.[ch]' -print0 | xargs -0 clang-format --dry-run --Werror
