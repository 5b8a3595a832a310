#!/bin/sh
# Installs what is missing, builds, and opens the example project; with no display, exports it to PDF and says where.
# Arguments are passed on to waslijn: `sh run.sh FILE.waslijn`.
set -eu
cd "$(dirname "$0")"
. ./.setup.sh

packages=
needed_to_build
install_missing
build build

# The program as built, not installed: its settings, translations and icons are here.
here=$PWD/build
export GSETTINGS_SCHEMA_DIR="$here/ui" LIJN_LOCALEDIR="$here/po"

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    [ $# -gt 0 ] || set -- --example
    exec "$here/src/waslijn" "$@"
fi

rm -f "$here/example.waslijn"
"$here/src/cli/waslijn-cli" new "$here/example.waslijn" --template claims
"$here/src/cli/waslijn-cli" export "$here/example.waslijn" "$here/example.pdf"
say "There is no display here. The example project is in $here/example.waslijn, printed in $here/example.pdf"
