#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# with-display.sh COMMAND…: runs COMMAND where a window can be opened, and gives its exit status.
#
# With DISPLAY set, on that display; else on an Xvfb of its own (LIJN_SCREEN: its size, 1600x1000x24).
# Either way with a session bus and user folders of its own, and with GTK drawing in software, so that
# a test neither sees nor touches what is the user's.
set -eu

command -v dbus-run-session >/dev/null || { echo "dbus-run-session is missing" >&2; exit 77; }

folder=$(mktemp -d)
server=
finish ()
{
  status=$?
  trap - EXIT INT TERM HUP
  if [ -n "$server" ]; then
    kill "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
  fi
  rm -rf "$folder"
  exit "$status"
}
trap finish EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

if [ -z "${DISPLAY:-}" ]; then
  command -v Xvfb >/dev/null || { echo "Xvfb is missing" >&2; exit 77; }
  mkfifo "$folder/number"
  # The server writes the display it has found free, once it answers.
  Xvfb -displayfd 3 -screen 0 "${LIJN_SCREEN:-1600x1000x24}" -nolisten tcp -noreset \
    3>"$folder/number" >/dev/null 2>&1 &
  server=$!
  read -r number <"$folder/number" || { echo "Xvfb did not start" >&2; exit 1; }
  export DISPLAY=":$number"
fi

mkdir -m 700 "$folder/home" "$folder/runtime"
export HOME="$folder/home" XDG_RUNTIME_DIR="$folder/runtime"
export XDG_CONFIG_HOME="$HOME/.config" XDG_DATA_HOME="$HOME/.local/share"
export XDG_STATE_HOME="$HOME/.local/state" XDG_CACHE_HOME="${LIJN_CACHE_HOME:-$HOME/.cache}"
export GDK_BACKEND=x11 GSK_RENDERER="${GSK_RENDERER:-cairo}" LIBGL_ALWAYS_SOFTWARE=1
# Cairo needs no OpenGL; its driver would only be loaded, and leak.
[ "$GSK_RENDERER" != cairo ] || export GDK_DEBUG=gl-disable
unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS

# What the bus and the services that it starts have to say is not the command's output.
dbus-run-session -- sh -c 'exec "$@" >&3 2>&4 3>&- 4>&-' sh "$@" 3>&1 4>&2 >/dev/null 2>&1
