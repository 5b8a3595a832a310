#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the dynamic section of a program, and those of all the libraries that it needs, and fails when a
display is among them."""

import os
import struct
import subprocess
import sys

FORBIDDEN = ('libgtk-', 'libadwaita-', 'libgdk', 'libwayland', 'libportal-gtk')
PT_LOAD, PT_DYNAMIC = 1, 2
DT_NEEDED, DT_STRTAB = 1, 5


def needed(path):
    """The names in the DT_NEEDED entries of the ELF file at path."""
    with open(path, 'rb') as file:
        data = file.read()
    if data[:4] != b'\x7fELF' or data[4] != 2 or data[5] != 1:
        raise SystemExit(f'{path} is not a 64-bit little-endian ELF file')
    offset, = struct.unpack_from('<Q', data, 32)
    size, count = struct.unpack_from('<HH', data, 54)
    loads, dynamic = [], None
    for i in range(count):
        kind, _, start, address, _, length, _, _ = struct.unpack_from('<IIQQQQQQ', data, offset + i * size)
        if kind == PT_LOAD:
            loads.append((address, start, length))
        elif kind == PT_DYNAMIC:
            dynamic = start, length
    if dynamic is None:
        return []

    def place(address):
        for base, start, length in loads:
            if base <= address < base + length:
                return address - base + start
        raise SystemExit(f'{path}: address {address:#x} is in no segment')

    entries = [struct.unpack_from('<QQ', data, dynamic[0] + i) for i in range(0, dynamic[1], 16)]
    strings = place(next(value for tag, value in entries if tag == DT_STRTAB))
    names = []
    for tag, value in entries:
        if tag == DT_NEEDED:
            begin = strings + value
            names.append(data[begin:data.index(b'\0', begin)].decode())
    return names


def resolve(program):
    """Where the loader finds each library of the program."""
    found = {}
    for line in subprocess.run(['ldd', program], capture_output=True, text=True, check=True).stdout.splitlines():
        name, arrow, rest = line.strip().partition(' => ')
        if arrow:
            found[name] = rest.split(' (')[0]
    return found


def main():
    program = sys.argv[1]
    places = resolve(program)
    direct = needed(program)
    if not any(name.startswith('libsqlite3') for name in direct):
        raise SystemExit(f'the dynamic section was not read: {direct}')
    waiting, seen, bad = [program], {program}, []
    while waiting:
        path = waiting.pop()
        for name in needed(path):
            if name.startswith(FORBIDDEN):
                bad.append(f'{path} needs {name}')
            place = places.get(name)
            # What the sanitizers bring along needs nothing of ours.
            if place and place not in seen and os.path.exists(place):
                seen.add(place)
                waiting.append(place)
    if bad:
        raise SystemExit('\n'.join(bad))
    print(f'{len(seen)} files, none of them needs a display')


main()
