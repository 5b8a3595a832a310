#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# encode.sh ENCODER SIZE FOLDER SVG…: makes FOLDER/NAME-SIZE.png of each NAME.svg, as GTK reads symbolic icons fastest.
set -eu

encoder=$1 size=$2 folder=$3
shift 3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for svg; do
    name=$(basename "$svg" .svg)
    "$encoder" -o "$work" "$svg" "${size}x$size"
    mv "$work/$name.symbolic.png" "$folder/$name-$size.png"
done
