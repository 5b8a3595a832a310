#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole program, driven from outside: keys and pointer go in through the X server, what is seen comes back over
the accessibility bus, and the file is read with SQLite. Prints TAP.

test-window.py WASLIJN WASLIJN-CLI"""

import glob
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

WASLIJN, CLI = sys.argv[1:3]
PATIENCE = 30  # seconds; nothing that is waited for takes a tenth of it
PROJECTS = os.path.join(GLib.get_user_data_dir(), "waslijn", "projects")

# Roles of what can be pressed or typed in: each must say what it is for.
CONTROLS = {
    Atspi.Role.PUSH_BUTTON, Atspi.Role.TOGGLE_BUTTON, Atspi.Role.COMBO_BOX, Atspi.Role.CHECK_BOX, Atspi.Role.ENTRY,
    Atspi.Role.TEXT, Atspi.Role.SWITCH if hasattr(Atspi.Role, "SWITCH") else Atspi.Role.CHECK_BOX,
    Atspi.Role.MENU_ITEM, Atspi.Role.SPIN_BUTTON, Atspi.Role.SLIDER,
}


# Of LeakSanitizer: GLib leaves its first table of quarks behind when it outgrows it.
TABLE_OF_QUARKS = "Direct leak of 16384 byte(s) in 1 object(s)"


class Failure(Exception):
    pass


def run_loop():
    """Lets what came over the bus be dealt with."""
    context = GLib.MainContext.default()
    while context.iteration(False):
        pass
    time.sleep(0.02)


def wait_for(what, condition):
    """Waits until condition() gives something true, and returns it."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            result = condition()
        except (GLib.Error, sqlite3.OperationalError):
            result = None
        if result:
            return result
        run_loop()
    raise Failure("waited in vain for " + what)


def walk(node):
    """Every accessible object at and below node, with its role and name. Each question to one goes over the bus: no more
    is asked. What goes meanwhile is passed over."""
    stack = [node]
    while stack:
        node = stack.pop()
        if node is None:
            continue
        try:
            found = node, node.get_role(), node.get_name() or ""
            children = [node.get_child_at_index(i) for i in range(node.get_child_count())]
        except GLib.Error:
            continue
        yield found
        stack.extend(reversed(children))


class Program:
    """A running program."""

    running = []  # all that were started

    def __init__(self, *arguments):
        os.makedirs(GLib.get_user_data_dir(), exist_ok=True)
        self.errors = open(os.path.join(GLib.get_user_data_dir(), "errors"), "w+")
        self.process = subprocess.Popen([WASLIJN, *arguments], stderr=self.errors)
        Program.running.append(self)
        self.application = wait_for("the program on the accessibility bus", self.find_application)
        self.window = wait_for("a window", self.find_window)

    def find_application(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child is not None and child.get_process_id() == self.process.pid:
                child.set_cache_mask(Atspi.Cache.NONE)
                return child
        return None

    def find_window(self):
        count = self.application.get_child_count()
        return self.application.get_child_at_index(count - 1) if count > 0 else None

    def find_all(self, role=None, name=None, below=None, says=""):
        for node, its_role, its_name in walk(below or self.window):
            if role in (None, its_role) and name in (None, its_name) and says in its_name:
                yield node

    def find(self, role=None, name=None):
        return wait_for(f"{name or role}", lambda: next(self.find_all(role, name), None))

    def find_that(self, says, role=None):
        return wait_for(f"“{says}”", lambda: next(self.find_all(role, says=says), None))

    def key(self, *keys):
        subprocess.run(["xdotool", "key", *keys], check=True)

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "8", text], check=True)

    def enter(self, text):
        self.type(text)
        self.key("Return")

    def center(self, node):
        # Without a window manager the window is at the corner of the screen.
        extents = node.get_extents(Atspi.CoordType.WINDOW)
        return extents.x + extents.width // 2, extents.y + extents.height // 2

    def pointer(self, *steps):
        subprocess.run(["xdotool", *[str(step) for step in steps]], check=True)

    def click(self, node):
        x, y = self.center(node)
        self.pointer("mousemove", x, y, "click", 1)

    def press(self, name, role=Atspi.Role.PUSH_BUTTON):
        node = self.find(role, name)
        Atspi.Action.do_action(node, 0)

    def press_that(self, says, role=Atspi.Role.PUSH_BUTTON):
        Atspi.Action.do_action(self.find_that(says, role), 0)

    def wait_for_end(self):
        status = self.process.wait(PATIENCE)
        self.errors.seek(0)
        said = self.errors.readlines()
        told = [line for line in said if "WARNING" in line or "CRITICAL" in line]
        errors = [line for line in said if "ERROR: " in line or "runtime error" in line]
        leaks = [line for line in said if "leak of" in line]
        if len(leaks) == 1 and TABLE_OF_QUARKS in leaks[0] and len(errors) == 1:
            status = 0
        if status != 0 or told:
            raise Failure(f"the program ended with status {status}, saying: " + "".join(told))

    def close(self):
        self.key("ctrl+w")
        self.wait_for_end()

    def kill(self):
        """Ends what a failed test left behind, and tells what it said."""
        status = self.process.poll()
        if status is None:
            self.process.kill()
            self.process.wait()
        self.errors.seek(0)
        for line in [f"status {status}", *self.errors]:
            print("# the program: " + line.rstrip())


def nameless(program):
    """What can be pressed but does not say what it is for."""
    found = []
    for node, role, name in walk(program.window):
        # GTK falls back on the name of the class.
        if role in CONTROLS and (not name or name.startswith(("Gtk", "Adw", "Lijn"))):
            parent = node.get_parent()
            found.append(f"{node.get_role_name()} in {parent.get_role_name()} “{parent.get_name()}”")
    return found


def assert_named(program):
    """Each control says what it is for, once what has just come up has been filled."""
    left = []

    def all_named():
        left[:] = nameless(program)
        return not left

    try:
        wait_for("names", all_named)
    except Failure:
        raise Failure("what says nothing of itself: " + "; ".join(left)) from None


def rows(path, question):
    """What the file holds, read by another program."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as file:
        return file.execute(question).fetchall()


def elements(path):
    return rows(path, "SELECT name, x, y FROM element ORDER BY name")


def whole(path):
    """Every row of every table, but what tells when."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as file:
        return list(file.iterdump())


def test_session():
    """New project, capture three lines, drag a step, pin a friction point, undo, close, open."""
    program = Program()
    assert_named(program)
    program.click(program.find(name="Blank"))
    path = wait_for("the project's file", lambda: glob.glob(PROJECTS + "/*.waslijn"))[0]
    wait_for("the capture line to have the focus", lambda: any(
        node.get_state_set().contains(Atspi.StateType.FOCUSED) for node, *_ in walk(program.window)))

    lines = ["Customer / Claims desk: Send claim form", "Supplier / Intake: Register claim",
             "Supplier / Intake: Check cover"]
    for number, line in enumerate(lines, 1):
        program.enter(line)
        wait_for(f"line {number} on disk", lambda: len(elements(path)) == number)
    assert [name for name, *_ in elements(path)] == ["Check cover", "Register claim", "Send claim form"]
    assert rows(path, "SELECT name FROM party ORDER BY rank") == [("Customer",), ("Supplier",)]
    assert rows(path, "SELECT number FROM interface") == [(1,)], "a hand-over across the line makes interface 1"
    assert_named(program)

    # What is selected can be made to fill the map.
    program.key("ctrl+f")
    program.enter("Check")
    wait_for("the step in the inspector", lambda: next(program.find_all(name="Step"), None))
    program.key("Escape")
    program.key("ctrl+2")
    canvas = program.find_that("Check cover", Atspi.Role.PANEL)
    before = elements(path)
    x, y = program.center(canvas)
    program.pointer("mousemove", x, y, "mousedown", 1, "mousemove_relative", 30, 10, "mousemove_relative", 60, 20,
                    "mousemove_relative", 30, 10, "mouseup", 1)
    wait_for("the step at its new place", lambda: elements(path)[0] != before[0])
    after = elements(path)
    assert after[0][1] > before[0][1], "it was dragged to the right"
    assert after[1:] == before[1:], "only what is dragged moves"

    program.press("Pin a friction point here")
    wait_for("the friction point on disk", lambda: rows(path, "SELECT number FROM friction") == [(1,)])
    words = program.find(name="In the customer's words")
    program.click(words)
    program.type("We are asked twice")
    program.key("ctrl+Return")
    wait_for("the words on disk",
             lambda: rows(path, "SELECT customer_words FROM friction") == [("We are asked twice",)])
    pinned = rows(path, "SELECT e.name FROM friction f JOIN element e ON e.id = f.element")
    assert pinned == [("Check cover",)]

    # Undo takes back the words, and again the pin, and again the drag; redo gives the pin back.
    for question, expected in [("SELECT customer_words FROM friction", [("",)]),
                               ("SELECT count(*) FROM friction", [(0,)]),
                               ("SELECT name, x, y FROM element ORDER BY name", before)]:
        program.press_that("Undo: ")
        wait_for("an undo on disk", lambda: rows(path, question) == expected)
    for question, expected in [("SELECT name, x, y FROM element ORDER BY name", after),
                               ("SELECT number FROM friction", [(1,)])]:
        program.press_that("Redo: ")
        wait_for("a redo on disk", lambda: rows(path, question) == expected)
    assert_named(program)

    held = whole(path)
    program.close()
    assert whole(path) == held, "closing changes nothing"
    subprocess.run([CLI, "verify", path], check=True, stdout=subprocess.DEVNULL)

    program = Program(path)
    for name in ["Check cover", "Register claim", "Send claim form"]:
        program.key("ctrl+f", "ctrl+a")
        program.type(name)
        program.find(Atspi.Role.LIST_ITEM, name)
    program.close()
    assert whole(path) == held, "opening changes nothing"
    information = json.loads(subprocess.run([CLI, "info", path, "--json"], check=True, capture_output=True).stdout)
    counts = {key: information[key] for key in ["parties", "lanes", "maps", "elements", "interfaces",
                                                "friction_points"]}
    assert counts == {"parties": 2, "lanes": 2, "maps": 1, "elements": 3, "interfaces": 1, "friction_points": 1}, counts


def test_pages():
    """what stands beside the map: teams, persons, aims and checks say what they show, and what is done there is on disk"""
    path = os.path.join(GLib.get_user_data_dir(), "pages.waslijn")
    subprocess.run([CLI, "new", path, "--template", "claims"], check=True, stdout=subprocess.DEVNULL)
    program = Program(path)

    def go(title):
        program.click(program.find_that(title, Atspi.Role.PAGE_TAB))

    go("Teams")
    program.find_that("Complete at first receipt", Atspi.Role.LIST_ITEM)
    card = program.find_that("Measure incomplete claims for four weeks", Atspi.Role.LIST_ITEM)
    height = program.window.get_extents(Atspi.CoordType.WINDOW).height

    def is_in_sight():
        program.pointer("mousemove", program.center(card)[0], height // 2, "click", 5)
        return program.center(card)[1] < height * 0.8

    wait_for("the card to come into sight", is_in_sight)
    program.click(card)
    program.key("ctrl+Right")
    question = "SELECT status FROM action WHERE what LIKE 'Measure%'"
    wait_for("the action to be on the next column", lambda: rows(path, question) == [("doing",)])
    assert_named(program)

    go("Persons")
    program.find(Atspi.Role.TABLE_ROW, "Fleet manager")
    assert_named(program)

    go("Aims")
    for says in ["Openness: 42", "Focus: 80", "Fit: 25", "Understanding: 0.5"]:
        program.find_that(says)
    assert_named(program)

    go("Checks")
    program.find_that("“Write report” is an assumption", Atspi.Role.LABEL)
    before = rows(path, "SELECT count(*) FROM element WHERE assumed")
    findings = program.find(None, "Findings")
    Atspi.Action.do_action(next(program.find_all(Atspi.Role.PUSH_BUTTON, "Confirm", findings)), 0)
    wait_for("a remedy on disk",
             lambda: rows(path, "SELECT (SELECT count(*) FROM element WHERE assumed)"
                                " + (SELECT count(*) FROM interface WHERE assumed)") == [(3,)])
    assert before == [(3,)], before
    assert_named(program)

    program.key("ctrl+shift+a")
    program.find(Atspi.Role.PUSH_BUTTON, "Whole lane")
    program.key("Escape")
    program.close()


def test_registers():
    """the registers of interfaces and friction points: rows are found, and searching leaves those that match"""
    path = os.path.join(GLib.get_user_data_dir(), "registers.waslijn")
    os.makedirs(os.path.dirname(path), exist_ok=True)
    subprocess.run([CLI, "new", path, "--template", "claims"], check=True, stdout=subprocess.DEVNULL)
    program = Program(path)

    def go(title):
        program.click(program.find_that(title, Atspi.Role.PAGE_TAB))

    def find_row(says):
        return program.find_that(says, Atspi.Role.TABLE_ROW)

    go("Interfaces")
    find_row("Confirmation of receipt")
    find_row("Vehicle and keys")
    assert_named(program)
    program.click(program.find(None, "Search all columns"))
    program.type("receipt")
    wait_for("the others to go",
             lambda: not any(program.find_all(Atspi.Role.TABLE_ROW, says="Vehicle and keys")))
    find_row("Confirmation of receipt")

    go("Friction points")
    find_row("We hear nothing for days")
    find_row("One person knows how it all")
    assert_named(program)
    program.close()


def test_panes():
    """F6 goes round the parts of the window, and to what can be written before what removes; F8 and F9 hide and show"""
    os.makedirs(GLib.get_user_data_dir(), exist_ok=True)
    path = os.path.join(GLib.get_user_data_dir(), "panes.waslijn")
    subprocess.run([CLI, "new", path, "--template", "claims"], check=True, stdout=subprocess.DEVNULL)
    program = Program(path)

    def focus_is(name):
        wait_for(f"“{name}” to have the focus", lambda: any(
            node.get_state_set().contains(Atspi.StateType.FOCUSED) for node in program.find_all(name=name)))

    def is_down(name):
        return program.find(Atspi.Role.PUSH_BUTTON, name).get_state_set().contains(Atspi.StateType.PRESSED)

    program.click(program.find(None, "Driver"))
    program.key("F6")
    focus_is("Lane Driver")
    program.key("F6")
    focus_is("Capture line: who does what")
    program.key("F6", "End")
    program.enter("s")
    wait_for("the name typed into the inspector", lambda: rows(
        path, "SELECT count(*) FROM lane WHERE name = 'Drivers'") == [(1,)])
    program.key("F6")
    focus_is("Find in the project")
    program.key("F6")
    focus_is("Lane Drivers")

    for key, name in [("F8", "Inspector"), ("F9", "Outline")]:
        program.key(key)
        wait_for(f"{name} to go", lambda: not is_down(name))
        program.key(key)
        wait_for(f"{name} to come", lambda: is_down(name))

    # The end of the user's session closes the window as one would oneself.
    pictures = os.path.join(GLib.get_user_cache_dir(), "waslijn", "pictures", "*.png")
    before = len(glob.glob(pictures))
    program.process.terminate()
    program.wait_for_end()
    if len(glob.glob(pictures)) != before + 1:
        raise Failure("no picture was kept for the welcome page")


TESTS = [test_session, test_panes, test_pages, test_registers]


def main():
    print(f"1..{len(TESTS)}")
    failed = 0
    for number, test in enumerate(TESTS, 1):
        try:
            test()
            print(f"ok {number} {test.__doc__}", flush=True)
        except Exception as error:  # noqa: BLE001: any way to go wrong is a failure of the test
            failed += 1
            print(f"not ok {number} {test.__doc__}\n# {type(error).__name__}: {error}", flush=True)
            if os.environ.get("LIJN_TEST_PICTURE"):
                subprocess.run(["import", "-window", "root", os.environ["LIJN_TEST_PICTURE"]], check=False)
            while Program.running:
                Program.running.pop().kill()
        Program.running.clear()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
