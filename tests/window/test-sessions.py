#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two joint sessions from blank to minutes, with the keyboard, in the whole program: ratings that nobody can see on the
accessibility bus before they are revealed among them. Prints TAP.

test-sessions.py WASLIJN WASLIJN-CLI"""

import importlib.machinery
import importlib.util
import os
import subprocess
import sys
import tempfile

from gi.repository import GLib

HERE = os.path.dirname(os.path.abspath(__file__))


def load(name):
    loader = importlib.machinery.SourceFileLoader("outside", os.path.join(HERE, name))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("outside", loader))
    loader.exec_module(module)
    return module


outside = load("test-window.py")
Atspi, wait_for, rows = outside.Atspi, outside.wait_for, outside.rows

MAP = """project Claims
Customer / Claims desk: Send claim form
Supplier / Intake: Register claim => Claim form
! Customer 4 @ interface 1: We never hear whether it arrived
person Anna (Customer)
person Cees (Supplier)
"""


def texts(program):
    """All that is said of any window of the program."""
    for i in range(program.application.get_child_count()):
        for node, role, name in outside.walk(program.application.get_child_at_index(i)):
            yield name
            if role in (Atspi.Role.ENTRY, Atspi.Role.TEXT):
                try:
                    yield Atspi.Text.get_text(node, 0, -1)
                except GLib.Error:
                    pass  # it has gone meanwhile


def says(program, words):
    return any(words in text for text in texts(program))


def pressed(program):
    """The scores from 1 to 5 that show as given."""
    found = []
    for i in range(program.application.get_child_count()):
        for node, role, name in outside.walk(program.application.get_child_at_index(i)):
            states = node.get_state_set()
            if name[1:3] == ": " and (states.contains(Atspi.StateType.PRESSED) or
                                      states.contains(Atspi.StateType.CHECKED)):
                found.append(name)
    return found


def capture(program, line):
    program.key("ctrl+l")
    program.enter(line)


def rate(program, path, score, guess):
    """One party's turn, from its cover on."""
    before = rows(path, "SELECT count(*) FROM rating")[0][0]
    wait_for("the cover", lambda: says(program, "Hand the laptop to"))
    program.key("Return")
    wait_for("the question", lambda: says(program, "How well does it work for you?"))
    program.key(score)
    wait_for("the score on disk", lambda: rows(path, "SELECT count(*) FROM rating") == [(before + 1,)])
    wait_for("the guess asked", lambda: says(program, "What do you think"))
    program.key(guess)


def test_sessions():
    """two sessions from blank to minutes"""
    os.makedirs(GLib.get_user_data_dir(), exist_ok=True)
    folder = tempfile.mkdtemp(dir=GLib.get_user_data_dir())
    path = os.path.join(folder, "claims.waslijn")
    subprocess.run([outside.CLI, "new", path], check=True, stdout=subprocess.DEVNULL)
    subprocess.run([outside.CLI, "capture", path], input=MAP, text=True, check=True, stdout=subprocess.DEVNULL)

    program = outside.Program(path)
    program.find(name="Claims desk")

    # It starts on the map, with one line to tell.
    program.key("shift+F4")
    wait_for("a running session", lambda: rows(path, "SELECT status FROM session") == [("running",)])
    program.find(Atspi.Role.PUSH_BUTTON, "Session 1")
    for line in ["agenda: Walk the map; takes 30 min", "agenda: Rate; takes 10 min", "present Anna, Cees",
                 "Claims desk: Receive answer", "decided: We measure first", "parked: Foreign claims?"]:
        capture(program, line)
    wait_for("a parked remark", lambda: rows(path, "SELECT text FROM remark") == [("Foreign claims?",)])
    program.find(Atspi.Role.PUSH_BUTTON, "1 parked")
    program.find(Atspi.Role.PUSH_BUTTON, "Walk the map")

    # One key a step: the next point, who is spoken for.
    program.key("F5")
    program.find(Atspi.Role.PUSH_BUTTON, "Rate")
    program.key("F7")
    program.find(Atspi.Role.PUSH_BUTTON, "For Customer")

    # Rating, blind: what the customer answered is said nowhere while the supplier has the laptop.
    program.key("F4")
    program.press("Ratings and votes", Atspi.Role.PAGE_TAB)
    wait_for("the ratings", lambda: says(program, "Customer: 0 of 1"))
    program.key("alt+a")
    rate(program, path, "2", "4")
    wait_for("the supplier's cover", lambda: says(program, "Hand the laptop to Supplier"))
    assert not says(program, "Gap"), "nothing is told before both are in"
    assert not says(program, "expected")
    assert rows(path, "SELECT score, guess, revealed FROM rating") == [(2, 4, 0)]

    # Nor is it told to who opens the customer's page again: it is there, but it is not shown.
    program.key("Escape")
    wait_for("the window below", lambda: not says(program, "Hand the laptop"))
    program.key("alt+a")
    wait_for("the customer's cover", lambda: says(program, "Hand the laptop to Customer"))
    program.key("Return")
    wait_for("what is kept from us", lambda: says(program, "answered before"))
    assert not pressed(program)
    program.key("Right")
    wait_for("the guess", lambda: says(program, "What do you think"))
    assert not pressed(program)
    program.key("Right")
    wait_for("the supplier's cover again", lambda: says(program, "Hand the laptop to Supplier"))
    assert rows(path, "SELECT score, guess, revealed FROM rating") == [(2, 4, 0)]
    rate(program, path, "4", "4")
    wait_for("both", lambda: says(program, "Both are in"))
    assert not says(program, "Gap")
    program.key("Return")
    wait_for("the reveal", lambda: rows(path, "SELECT DISTINCT revealed FROM rating") == [(1,)])
    wait_for("the gap", lambda: says(program, "Gap 1.0"))
    program.key("Escape")

    # It ends with its minutes.
    program.key("shift+F4")
    wait_for("the end", lambda: rows(path, "SELECT status FROM session") == [("ended",)])
    for words in ["Minutes of session 1", "We measure first", "Customer: Anna", "Supplier: Cees",
                  "Receive answer", "Foreign claims?", "gap 1.0"]:
        wait_for(f"“{words}” in the minutes", lambda: says(program, words))

    # Another one, and what is undone is not in its minutes.
    program.key("shift+F4")
    wait_for("the second", lambda: rows(path, "SELECT status FROM session ORDER BY number") ==
             [("ended",), ("running",)])
    capture(program, "decided: Nonsense")
    wait_for("a decision", lambda: rows(path, "SELECT count(*) FROM decision") == [(2,)])
    program.press_that("Undo: ")
    wait_for("the undo", lambda: rows(path, "SELECT count(*) FROM decision") == [(1,)])
    capture(program, "decided: We meet again")
    wait_for("another", lambda: rows(path, "SELECT count(*) FROM decision") == [(2,)])
    program.key("shift+F4")
    wait_for("the minutes", lambda: says(program, "Minutes of session 2"))
    wait_for("the decision", lambda: says(program, "We meet again"))
    assert not says(program, "Nonsense")
    wait_for("a name for all that can be pressed", lambda: not outside.nameless(program))
    program.close()

    minutes = os.path.join(folder, "minutes.txt")
    subprocess.run([outside.CLI, "export", path, minutes, "--minutes=1"], check=True, stderr=subprocess.DEVNULL)
    with open(minutes, encoding="utf-8") as text:
        told = text.read()
    assert "- We measure first\n" in told and "We meet again" not in told, told


if __name__ == "__main__":
    outside.TESTS[:] = [test_sessions]
    sys.exit(outside.main())
