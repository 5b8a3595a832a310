#!/bin/sh
# Borders that the compiler cannot see.
set -u
cd "$1"
bad=0
complain() {
    [ -z "$2" ] && return
    printf '%s:\n%s\n' "$1" "$2"
    bad=1
}

complain "SQLite is spoken to in store/ only" "$(grep -rl '<sqlite3\.h>' src | grep -v '^src/store/')"
complain "Files are included by name; the build decides which can be seen" "$(grep -rnE '#include "[^"]*/' src)"
complain "GTK is for the rooms from canvas/ on" "$(grep -rlE '<(gtk/gtk|adwaita)\.h>' src | grep -vE '^src/(canvas|views|window|main\.c)')"
complain "Rows are written in edit/ only" "$(grep -rl '"lijn-transaction\.h"' src | grep -vE '^src/(store|edit)/')"
complain "Every source names its licence" "$(grep -rLE 'SPDX-License-Identifier: GPL-3\.0-or-later' src --include='*.[ch]')"
complain "Left open in the code" "$(grep -rnE '\b(TODO|FIXME|XXX|HACK)\b' src ui tests --include='*.[ch]' --include='*.ui' --include='*.build')"
complain "Lines over 110 columns" "$(grep -rnE '^.{111}' src tests --include='*.[ch]' | cut -c 1-60)"
complain "A public header without documentation" "$(for h in src/*/*.h; do grep -q '/\*' "$h" || echo "$h"; done)"
exit $bad
