#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-direction.py BUILD: what each room can see, read from the compiler's own command lines.

A room sees its own folder and rooms above it; only edit/ sees what writes; the rooms down to cli/ see no GTK.
"""
import json, os, re, sys

ROOMS = ['base', 'store', 'model', 'rules', 'layout', 'edit', 'paint', 'exchange', 'publish', 'share', 'cli',
         'canvas', 'views', 'window']
build = sys.argv[1]
bad, seen = [], set()

for entry in json.load(open(os.path.join(build, 'compile_commands.json'))):
    source = os.path.normpath(os.path.join(entry['directory'], entry['file']))
    found = re.search(r'/src/(\w+)/[^/]+\.c$', source)
    if not found or found[1] not in ROOMS or '/tests/' in source:
        continue
    room = found[1]
    seen.add(room)
    command = entry['command']
    for folder in re.findall(r'-(?:I|isystem)\s*(\S+)', command):
        path = os.path.normpath(os.path.join(entry['directory'], folder))
        inside = re.search(r'/src/(\w+)(/\w+)?$', path)
        if inside and inside[1] in ROOMS and ROOMS.index(inside[1]) > ROOMS.index(room):
            bad.append(f'{room}/ sees {inside[1]}/, which is below it')
        if inside and inside[1] == 'store' and inside[2] == '/write' and room not in ('store', 'edit'):
            bad.append(f'{room}/ sees what writes')
    if ROOMS.index(room) <= ROOMS.index('cli') and re.search(r'/gtk-4\.0|/libadwaita-1', command):
        bad.append(f'{room}/ sees GTK')

missing = [room for room in ROOMS if room not in seen]
for line in sorted(set(bad)) + [f'{room}/ was not compiled' for room in missing]:
    print(line)
sys.exit(1 if bad or missing else 0)
