#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A buddy with two minutes: somebody is here, that is written, and taken back."""

import sys

sys.dont_write_bytecode = True
import desk  # noqa: E402


def two_taps(buddy):
    buddy.start("--demo", "--now", "2026-12-03T11:05:00+01:00")
    buddy.press("Er her")
    buddy.find("dialog", "Check-in: Mia")
    buddy.press("Gem")
    buddy.expect("Gemt")
    buddy.expect("Er her.")
    buddy.quit()


def by_the_keyboard(buddy):
    buddy.start("--demo", "--now", "2026-12-03T11:05:00+01:00")
    buddy.press("Er her")
    buddy.write("Det lykkedes", "Mia viste den nye, hvor pallerne står")
    buddy.keyboard.press("Control+Return")
    buddy.expect("Gemt")
    buddy.expect("Mia viste den nye, hvor pallerne står")
    buddy.quit()


desk.run({"/journeys/a-check-in-is-two-taps": two_taps,
          "/journeys/a-check-in-by-the-keyboard": by_the_keyboard})
