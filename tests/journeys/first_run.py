#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A leader's first morning: from an empty folder to the first check-in, and a lock in mid-sentence."""

import sys
import tempfile

sys.dont_write_bytecode = True
from beginning import first_run, unlock  # noqa: E402
import desk  # noqa: E402

SENTENCE = "Mia viste selv den nye rundt, og"


def to_first_check_in(leader):
    with tempfile.TemporaryDirectory() as folder:
        first_run(leader, folder)
        leader.press("Er her")
        leader.press_in("Hvornår møder Mia?", "Ikke nu")
        leader.find("dialog", "Check-in: Mia")
        leader.press("Gem")
        leader.expect("Gemt")
        leader.expect("Er her.")
        leader.quit()


def lock_in_mid_sentence(leader):
    with tempfile.TemporaryDirectory() as folder:
        first_run(leader, folder)
        leader.press("Er her")
        leader.press_in("Hvornår møder Mia?", "Ikke nu")
        leader.find("dialog", "Check-in: Mia")
        leader.write("Det lykkedes", SENTENCE)
        leader.keyboard.press("Control+l")
        leader.expect("Makker er låst")
        for secret in ("Mia", "Anna", SENTENCE):
            if leader.sees(secret):
                raise AssertionError("behind the lock there stands something")
        unlock(leader)
        leader.find("dialog", "Check-in: Mia")
        leader.expect(SENTENCE)
        leader.press("Gem")
        leader.expect("Gemt")
        leader.quit()


desk.run({"/journeys/first-run-to-first-check-in": to_first_check_in,
          "/journeys/lock-in-mid-sentence": lock_in_mid_sentence})
