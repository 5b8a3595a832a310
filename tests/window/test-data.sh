#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# test-data.sh BUILD SOURCE: what the desktop reads of the program is as the desktop wants it. Prints TAP; a check whose
# tool is not there is skipped.
build=$1
source=$2
number=0
failed=0

# check NAME TOOL ARGUMENT…
check ()
{
  name=$1
  shift
  number=$((number + 1))
  if ! command -v "$1" >/dev/null; then
    echo "ok $number $name # SKIP $1 is missing"
  elif told=$("$@" 2>&1); then
    echo "ok $number $name"
  else
    failed=1
    echo "not ok $number $name"
    echo "$told" | sed 's/^/# /'
  fi
}

every_icon_is_there ()
{
  missing=0
  for icon in $(grep -rhoE 'lijn-[a-z-]+-symbolic' "$source/src" "$source/ui" --include='*.c' --include='*.ui' | sort -u); do
    if [ ! -f "$source/icons/hicolor/scalable/actions/$icon.svg" ] ||
       ! grep -q "$icon.svg" "$source/ui/waslijn.gresource.xml"; then
      echo "$icon"
      missing=1
    fi
  done
  return $missing
}

echo 1..6
check 'the desktop entry is valid' desktop-file-validate "$build/ui/org.waslijn.Waslijn.desktop"
check 'the description for software centres is valid' \
  appstreamcli validate --no-net "$build/ui/org.waslijn.Waslijn.metainfo.xml"
check 'the settings schema is valid' glib-compile-schemas --strict --dry-run "$source/ui"
check 'templates, MIME type and icons are well-formed' \
  xmllint --noout "$source"/ui/*.ui "$source"/ui/*.xml "$build/ui/org.waslijn.Waslijn.xml" \
  "$source"/icons/hicolor/*/*/*.svg
check 'the shortcuts window is valid' gtk4-builder-tool validate "$source/ui/shortcuts.ui"
check 'every icon that is named is there' every_icon_is_there
exit $failed
