#!/bin/sh
# Every string that a person can see is translated into Dutch: none missing, none fuzzy, formats equal; and every file that
# holds one is listed in po/POTFILES.
set -eu
cd "$1"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

found=$({
    grep -rlE '\b(_|N_|C_|NC_|ngettext|g_dngettext) ?\(("|$)' src --include='*.[ch]' || true
    grep -rl 'translatable="' ui --include='*.ui' || true
} | sort)
printf '%s\n' "$found" >"$work/found"
grep -vE '^#|^$' po/POTFILES | grep -E '^(src|ui/.*\.ui)' | sort >"$work/listed"
diff "$work/listed" "$work/found" || { echo "po/POTFILES and the sources differ (< listed, > found)"; exit 1; }

grep -vE '^#|^$' po/POTFILES >"$work/files"
xgettext --from-code=UTF-8 --add-comments --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 \
    --keyword=ngettext:1,2 --keyword=g_dngettext:2,3 -f "$work/files" -o "$work/all.pot" 2>"$work/xgettext.txt" || { cat "$work/xgettext.txt"; exit 1; }
for language in $(cat po/LINGUAS); do
    msgfmt --check -o /dev/null "po/$language.po"
    msgmerge --quiet --no-fuzzy-matching "po/$language.po" "$work/all.pot" -o "$work/$language.po"
    msgattrib --untranslated --no-obsolete "$work/$language.po" -o "$work/missing.po"
    msgattrib --only-fuzzy --no-obsolete "$work/$language.po" -o "$work/fuzzy.po"
    if [ -s "$work/missing.po" ] || [ -s "$work/fuzzy.po" ]; then
        echo "Not translated into $language:"
        grep -h '^msgid' "$work/missing.po" "$work/fuzzy.po" 2>/dev/null | grep -v 'msgid ""$'
        exit 1
    fi
done
