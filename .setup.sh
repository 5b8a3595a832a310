# Read by run.sh and test.sh: finds what is missing on this machine, installs it where that can be done, and builds.
# Nothing here assumes root, a display or a network unless something is missing.

say() { printf '%s\n' "$*"; }

# A package, and how to see without a package manager that what it brings is there.
has_command() { command -v "$1" >/dev/null 2>&1; }
has_library() { pkg-config --exists "$1" 2>/dev/null; }
has_file() { for found in "$@"; do [ -e "$found" ] && return 0; done; return 1; }

# missing PACKAGE CHECK...: adds PACKAGE to $packages when CHECK fails.
missing() {
    package=$1
    shift
    "$@" || packages="$packages $package"
}

needed_to_build() {
    missing gcc has_command cc
    missing libc6-dev has_file /usr/include/stdlib.h
    missing pkg-config has_command pkg-config
    missing meson has_command meson
    missing ninja-build has_command ninja
    missing gettext has_command msgfmt
    missing libglib2.0-dev-bin has_command glib-compile-resources
    missing libgtk-4-bin has_command gtk4-encode-symbolic-svg
    missing libgtk-4-dev has_library gtk4
    missing libadwaita-1-dev has_library libadwaita-1
    missing libsqlite3-dev has_library sqlite3
    missing libxml2-dev has_library libxml-2.0
    missing libportal-gtk4-dev has_library libportal-gtk4
    missing fonts-inter has_file /usr/share/fonts/opentype/inter /usr/share/fonts/truetype/inter
    missing fonts-cantarell has_file /usr/share/fonts/opentype/cantarell /usr/share/fonts/*/*/Cantarell*
    missing librsvg2-common has_file /usr/lib/*/gdk-pixbuf-2.0/*/loaders/*svg*
    missing adwaita-icon-theme has_file /usr/share/icons/Adwaita/index.theme
    missing hicolor-icon-theme has_file /usr/share/icons/hicolor/index.theme
    missing xdg-utils has_command xdg-email
    missing desktop-file-utils has_command update-desktop-database
    missing shared-mime-info has_command update-mime-database
}

needed_to_test() {
    missing xvfb has_command Xvfb
    missing xauth has_command xauth
    missing xdotool has_command xdotool
    missing dbus has_command dbus-run-session
    missing at-spi2-core has_file /usr/libexec/at-spi-bus-launcher
    missing python3 has_file /usr/bin/python3
    missing python3-gi has_file /usr/lib/python3/dist-packages/gi/__init__.py
    missing gir1.2-atspi-2.0 has_file /usr/lib/*/girepository-1.0/Atspi-2.0.typelib
    missing clang-format has_command clang-format
    missing appstream has_command appstreamcli
    missing libxml2-utils has_command xmllint
    missing poppler-utils has_command pdftotext
    missing binutils has_command readelf
    missing libasan8 has_file /usr/lib/gcc/*/*/libasan.so
    missing libubsan1 has_file /usr/lib/gcc/*/*/libubsan.so
}

# Installs $packages, or says how.
install_missing() {
    [ -n "$packages" ] || return 0
    if ! has_command apt-get; then
        say "These are missing. Install them (the names are Debian's) and run this again:"
        say " $packages"
        exit 1
    fi
    as_root=
    if [ "$(id -u)" != 0 ]; then
        has_command sudo || {
            say "These are missing, and installing them needs an administrator. Ask one to run:"
            say "  apt-get install --no-install-recommends$packages"
            exit 1
        }
        as_root=sudo
    fi
    say "Installing:$packages"
    $as_root apt-get update -qq || say "The list of packages could not be renewed; trying with the one that is here."
    # shellcheck disable=SC2086 # a list of names
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages >/dev/null || {
        say "Installing failed. See above, mend it, and run this again."
        exit 1
    }
}

# build FOLDER OPTION...: configures once, then compiles what changed.
build() {
    folder=$1
    shift
    if [ ! -f "$folder/build.ninja" ]; then
        say "Configuring $folder …"
        mkdir -p "$folder"
        meson setup "$folder" "$@" >"$folder/setup.txt" 2>&1 || { cat "$folder/setup.txt"; exit 1; }
    fi
    ninja -C "$folder" >"$folder/build.txt" 2>&1 || { cat "$folder/build.txt"; exit 1; }
}
