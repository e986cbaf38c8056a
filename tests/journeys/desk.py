# SPDX-License-Identifier: GPL-3.0-or-later
"""A person at the desk: finds things by their Danish names, presses them, and types.

Everything goes through the accessibility tree and the keyboard; nothing knows a coordinate. What
is looked for is waited for, and what never comes fails with what was there instead.

Where MAKKER_JOURNEY_BY is "keys", what a screen reader would press is gone to and pressed by the
keyboard alone.
"""

import contextlib
import os
import signal
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

PATIENCE = 30.0
STEP = 0.05
MOST_TABS = 80
# What goes on within a group that Tab goes to as one.
ARROWS = {"item": "Down", "tab": "Right"}
# The button that ends a dialog, which keys pass by: for them it is Escape.
CLOSE = "Luk"
BY_KEYS = os.environ.get("MAKKER_JOURNEY_BY") == "keys"
# What stands in a field that hides what is typed.
HIDDEN = "●"

ROLES = {
    "button": (Atspi.Role.BUTTON, Atspi.Role.TOGGLE_BUTTON),
    "check": (Atspi.Role.CHECK_BOX, Atspi.Role.SWITCH, Atspi.Role.RADIO_BUTTON,
              Atspi.Role.TOGGLE_BUTTON),
    "row": (Atspi.Role.LIST_ITEM, Atspi.Role.TABLE_ROW, Atspi.Role.TABLE_CELL, Atspi.Role.TREE_ITEM),
    "text": (Atspi.Role.TEXT, Atspi.Role.ENTRY, Atspi.Role.PASSWORD_TEXT, Atspi.Role.SPIN_BUTTON),
    "tab": (Atspi.Role.PAGE_TAB,),
    "heading": (Atspi.Role.HEADING,),
    "dialog": (Atspi.Role.DIALOG, Atspi.Role.ALERT),
    "item": (Atspi.Role.MENU_ITEM, Atspi.Role.CHECK_MENU_ITEM, Atspi.Role.RADIO_MENU_ITEM),
}


class Missing(AssertionError):
    pass


def children(node):
    for index in range(node.get_child_count()):
        with contextlib.suppress(GLib.Error):
            child = node.get_child_at_index(index)
            if child is not None:
                yield child


def walk(node):
    """The node and all that is in it; what goes away meanwhile is passed over."""
    with contextlib.suppress(GLib.Error):
        yield node
        for child in children(node):
            yield from walk(child)


def is_showing(node):
    states = node.get_state_set()
    return states.contains(Atspi.StateType.SHOWING) or states.contains(Atspi.StateType.VISIBLE)


def names(node):
    with contextlib.suppress(GLib.Error):
        return (node.get_name() or "").replace("\u00a0", " ")
    return ""


def text_of(node):
    with contextlib.suppress(GLib.Error, TypeError):
        return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))
    return ""


class Keyboard:
    """Keys as the compositor gives them to whatever has the focus."""

    BUS = "org.gnome.Mutter.RemoteDesktop"

    def __init__(self):
        bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        self.call = lambda path, interface, method, args=None: bus.call_sync(
            self.BUS, path, interface, method, args, None, Gio.DBusCallFlags.NONE, 10000, None)
        path = "/org/gnome/Mutter/RemoteDesktop"
        self.session = self.call(path, self.BUS, "CreateSession").unpack()[0]
        self.call(self.session, self.BUS + ".Session", "Start")

    def _key(self, keysym, down):
        self.call(self.session, self.BUS + ".Session", "NotifyKeyboardKeysym",
                  GLib.Variant("(ub)", (keysym, down)))

    SYMS = {"Return": 0xff0d, "Escape": 0xff1b, "Tab": 0xff09, "space": 0x20, "Down": 0xff54,
            "Up": 0xff52, "Left": 0xff51, "Right": 0xff53, "BackSpace": 0xff08, "Delete": 0xffff,
            "Home": 0xff50, "End": 0xff57, "F1": 0xffbe, "F10": 0xffc7, "F11": 0xffc8, "Control": 0xffe3,
            "Shift": 0xffe1, "Alt": 0xffe9}

    def _sym(self, key):
        return self.SYMS[key] if key in self.SYMS else ord(key)

    def press(self, keys):
        """Such as "Control+n" or "Return"."""
        syms = [self._sym(key) for key in keys.split("+")]
        for sym in syms:
            self._key(sym, True)
        # For keys that are up again, the compositor opens nothing.
        if len(syms) > 1:
            time.sleep(STEP)
        for sym in reversed(syms):
            self._key(sym, False)
        time.sleep(STEP)

    def type(self, text):
        for letter in text:
            code = ord(letter)
            sym = code if code < 0x100 else 0x01000000 + code
            self._key(sym, True)
            self._key(sym, False)
            time.sleep(0.01)


class Desk:
    def __init__(self, program):
        self.program = program
        self.process = None
        self.keyboard = Keyboard()

    def start(self, *arguments):
        self.process = subprocess.Popen([self.program] + list(arguments),
                                        env=dict(os.environ, G_DEBUG="fatal-warnings"))
        self.wait(lambda: self.application(), "the window of the program")
        # The session has no keyboard, and no window the focus, before the first key.
        self.wait(self._is_active, "the focus on the window")

    def _is_active(self):
        self.keyboard.press("Shift")
        return any(node.get_state_set().contains(Atspi.StateType.ACTIVE)
                   for node in children(self.application()))

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.process = None

    def quit(self):
        self.keyboard.press("Control+q")
        status = self.process.wait(PATIENCE)
        if status != 0:
            raise AssertionError("the program ended with %s" % status)
        self.process = None

    def end(self):
        if self.process is not None and self.process.poll() is None:
            self.process.kill()
            self.process.wait()

    def application(self):
        desktop = Atspi.get_desktop(0)
        desktop.clear_cache()
        for application in children(desktop):
            with contextlib.suppress(GLib.Error):
                if (application.get_process_id() == self.process.pid
                        and application.get_child_count() > 0):
                    return application
        return None

    # Looking

    def wait(self, condition, what):
        end = time.monotonic() + PATIENCE
        while True:
            with contextlib.suppress(GLib.Error):
                found = condition()
                if found:
                    return found
            if self.process is not None and self.process.poll() is not None:
                raise Missing("the program ended while waiting for %s" % what)
            if time.monotonic() > end:
                raise Missing("%s did not come; there is:\n%s" % (what, self.describe()))
            time.sleep(STEP)

    def everything(self):
        application = self.application()
        return walk(application) if application is not None else iter(())

    def describe(self):
        lines = []
        for node in self.everything():
            name = names(node)
            if name:
                with contextlib.suppress(GLib.Error):
                    lines.append("%s “%s”" % (node.get_role_name(), name))
        return "\n".join(lines)

    def _matches(self, node, kind, name, part):
        # What goes away while it is looked at is not what is looked for.
        with contextlib.suppress(GLib.Error):
            if node.get_role() not in ROLES[kind]:
                return False
            found = names(node)
            return (name in found if part else found == name) and is_showing(node)
        return False

    def find(self, kind, name, part=False):
        """Something of that kind with that name, or with it in its name."""
        return self.wait(lambda: next((node for node in self.everything()
                                       if self._matches(node, kind, name, part)), None),
                         "%s “%s”" % (kind, name))

    def sees(self, text):
        """Whether a name or a text anywhere holds it now."""
        return any(text in names(node) or text in text_of(node) for node in self.everything())

    def expect(self, text):
        self.wait(lambda: self.sees(text), "“%s”" % text)

    def expect_gone(self, text):
        self.wait(lambda: not self.sees(text), "the end of “%s”" % text)

    # Doing

    def press(self, name, kind="button", part=False, last=False):
        """As a screen reader presses it; of several the last, where a dialog stands over the page,
        which has the keyboard too."""
        return self._press(name, kind, part, last, BY_KEYS)

    def _press(self, name, kind, part, last, by_keys):
        def pressable():
            found = [node for node in self.everything()
                     if self._matches(node, kind, name, part)
                     and node.get_state_set().contains(Atspi.StateType.SENSITIVE)]
            return found and found[-1 if last else 0]

        node = self.wait(pressable, "“%s” to be pressed" % name)
        if by_keys:
            return self._press_by_keys(kind, name, part)
        if Atspi.Action.get_n_actions(node) == 0 or not Atspi.Action.do_action(node, 0):
            raise AssertionError("“%s” can't be pressed" % name)
        return node

    def _press_by_keys(self, kind, name, part):
        if name == CLOSE:
            return self.keyboard.press("Escape")
        if kind == "tab":
            self._tab_to_any("tab")
        node = self.tab_to(kind, name, part, key=ARROWS.get(kind, "Tab"))
        self.keyboard.press("space" if kind == "check" else "Return")
        return node

    def press_in(self, title, name):
        """As a screen reader presses something in a dialog, once the dialog has taken the focus."""
        def has_focus():
            dialog = next((node for node in self.everything()
                           if self._matches(node, "dialog", title, False)), None)
            return dialog is not None and any(
                node.get_state_set().contains(Atspi.StateType.FOCUSED) for node in walk(dialog))

        self.wait(has_focus, "the focus in “%s”" % title)
        self.press(name, last=True)

    def enter(self, kind, name):
        """Goes there by the keyboard and presses Enter."""
        self.tab_to(kind, name)
        self.keyboard.press("Return")

    def tick(self, name):
        """Chooses something by the keyboard, unless it is chosen already."""
        node = self.find("check", name)
        if not node.get_state_set().contains(Atspi.StateType.CHECKED):
            self.tab_to("check", name)
            self.keyboard.press("space")
            self.wait(lambda: node.get_state_set().contains(Atspi.StateType.CHECKED),
                      "“%s” to be chosen" % name)

    def focused(self):
        """The innermost thing that has the focus."""
        found = None
        for node in self.everything():
            with contextlib.suppress(GLib.Error):
                if node.get_state_set().contains(Atspi.StateType.FOCUSED):
                    found = node
        return found

    def tab_to(self, kind, name, part=False, key="Tab"):
        """Goes there by the keyboard alone."""
        self.find(kind, name, part)
        for _ in range(MOST_TABS):
            node = self.focused()
            if node is not None and self._matches(node, kind, name, part):
                return node
            self.keyboard.press(key)
        raise Missing("the keyboard never came to %s “%s”; it is at “%s”"
                      % (kind, name, names(node) if node is not None else ""))

    def _tab_to_any(self, kind):
        for _ in range(MOST_TABS):
            node = self.focused()
            if node is not None and self._matches(node, kind, "", True):
                return
            self.keyboard.press("Tab")
        raise Missing("the keyboard never came to any %s" % kind)

    def open_row(self, name, part=False):
        """Rows have no action; they take the focus, and Enter."""
        self.tab_to("row", name, part)
        self.keyboard.press("Return")

    def write(self, name, text, part=False):
        """Types into a field, letter by letter; what the session's keyboard lacks, such as å, comes
        as from an input method."""
        node = self.tab_to("text", name, part)
        for end, letter in enumerate(text, 1):
            if ord(letter) < 0x80:
                self.keyboard.type(letter)
            else:
                place = text_of(node).index(text[:end - 1]) + end - 1
                Atspi.EditableText.insert_text(node, place, letter, len(letter.encode()))
                self._wait_for_text(node, text[:end])
                self.keyboard.press("End")
            if ord(text[end:end + 1] or "\x80") >= 0x80:
                self._wait_for_text(node, text[:end])
        return node

    def choose_file(self, title, path, accept):
        """Types a path into the dialog that asks for a file or a folder, as one may without a mouse;
        it is the desktop's, so that it is pressed in the one way always."""
        dialog = self.find("dialog", title)
        self.wait(lambda: any(node.get_state_set().contains(Atspi.StateType.FOCUSED)
                              for node in walk(dialog)), "the focus in “%s”" % title)
        self.keyboard.press("Control+l")
        field = self.wait(lambda: next((node for node in walk(dialog)
                                        if node.get_role() in ROLES["text"] and is_showing(node)),
                                       None), "where a path is typed")
        Atspi.EditableText.set_text_contents(field, path)
        self._wait_for_text(field, path)
        self._press(accept, "button", False, True, False)
        self.expect_gone(title)

    def _wait_for_text(self, node, text):
        try:
            self.wait(lambda: text in text_of(node) or text_of(node) == HIDDEN * len(text), "text")
        except Missing as problem:
            raise Missing("instead of “%s” there stands “%s”" % (text, text_of(node))) from problem


def run(journeys):
    """Goes each journey in a session of its own program, and says TAP."""
    program = os.environ["MAKKER_PROGRAM"]
    print("1..%d" % len(journeys))
    failed = False
    for number, (name, journey) in enumerate(journeys.items(), 1):
        desk = Desk(program)
        try:
            journey(desk)
            print("ok %d - %s" % (number, name), flush=True)
        except Exception as problem:  # A journey that breaks off in any way has failed.
            failed = True
            for line in str(problem).split("\n"):
                print("# %s" % line)
            print("not ok %d - %s" % (number, name), flush=True)
        finally:
            desk.end()
    sys.exit(1 if failed else 0)
