#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A buddy takes the first module of the course: begins, is called away in the middle, comes back to
the same place, answers the questions, and takes a card and the course sheet to the printer."""

import os
import sys
import tempfile

sys.dont_write_bytecode = True
from beginning import NOW, first_run, unlock  # noqa: E402
import desk  # noqa: E402
from desk import Atspi  # noqa: E402

LESSONS = os.path.join(os.environ["MAKKER_SOURCE"], "resources", "training", "da")


def first(name, mark):
    """The beginning of the first line behind a mark in a lesson, and of the line below it."""
    with open(os.path.join(LESSONS, name + ".md"), encoding="utf-8") as file:
        lines = file.read().split(mark, 1)[1].split("\n")
    return lines[0][:40], lines[1].lstrip("> ")[:40]


TASK = first("modul-1-proev", "- [ ] ")[0]
RIGHT, REASON = first("modul-1-quiz", "- [x] ")


def place(buddy):
    """How far down the page is, by its scroll bar."""
    values = [Atspi.Value.get_current_value(node) for node in buddy.everything()
              if node.get_role() == Atspi.Role.SCROLL_BAR and desk.is_showing(node)]
    return max(values, default=0)


def sit_down(buddy, name, is_new):
    """Somebody else than whose machine it is reads."""
    buddy.open_row("Træning", part=True)
    buddy.enter("button", "Hvem læser?")
    buddy.find("text", "Et andet navn")
    # Its name is the question alone, also while the answers stand in it.
    buddy.find("button", "Hvem læser?")
    if is_new:
        buddy.write("Et andet navn", name)
        buddy.press("Tilføj")
    else:
        buddy.open_row(name)
    buddy.expect("Din træning, %s" % name)


def begin_and_leave(buddy):
    """Reads until the first thing to try, ticks it, and closes the program there."""
    buddy.press("Begynd")
    buddy.find("heading", "1. Rollen som buddy")
    buddy.tab_to("check", TASK, part=True)
    buddy.keyboard.press("space")
    buddy.wait(lambda: place(buddy) > 0, "the middle of the page")
    left = place(buddy)
    buddy.quit()
    return left


def come_back(buddy, store, left):
    buddy.start("--data-dir", store, "--now", NOW)
    unlock(buddy)
    sit_down(buddy, "Åse", False)
    buddy.expect("Du var midt i »Rollen som buddy«.")
    buddy.press("Læs videre")
    buddy.find("heading", "1. Rollen som buddy")
    buddy.wait(lambda: abs(place(buddy) - left) < 0.02 * left, "the place where it was left")
    task = buddy.find("check", TASK, part=True)
    assert task.get_state_set().contains(Atspi.StateType.CHECKED)


def answer_and_print(buddy):
    buddy.tab_to("check", RIGHT, part=True)
    buddy.keyboard.press("space")
    buddy.expect(REASON)
    buddy.press("Udskriv kortet…")
    buddy.find("dialog", "Lommekort")
    buddy.expect("Side 1 af 1")
    buddy.keyboard.press("Escape")
    buddy.expect_gone("Side 1 af 1")
    buddy.tick("Jeg har gennemgået det")


def take_the_sheet(buddy):
    buddy.open_row("Træning", part=True)
    buddy.expect("1 af 8 gennemgået.")
    buddy.open_row("Kurset indtil nu", part=True)
    buddy.find("dialog", "Kurset indtil nu")
    buddy.expect("Side 1 af 1")
    buddy.keyboard.press("Escape")
    buddy.expect_gone("Side 1 af 1")
    buddy.quit()


def the_first_module(buddy):
    with tempfile.TemporaryDirectory() as folder:
        store = first_run(buddy, folder)
        sit_down(buddy, "Åse", True)
        left = begin_and_leave(buddy)
        come_back(buddy, store, left)
        answer_and_print(buddy)
        take_the_sheet(buddy)
        assert os.path.isdir(store)


desk.run({"/journeys/the-first-module-is-taken": the_first_module})
