#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A bad day: a check-in says that help is needed, help is asked for, and stands on the card."""

import sys

sys.dont_write_bytecode = True
import desk  # noqa: E402


def help_is_asked_for(buddy):
    buddy.start("--demo", "--now", "2026-12-03T11:05:00+01:00")
    buddy.press("Er her")
    buddy.find("dialog", "Check-in: Mia")
    buddy.tick("Vi har brug for hjælp")
    buddy.press("Gem")
    buddy.expect("Er der brug for hjælp?")
    buddy.press("Bed om hjælp", last=True)
    buddy.find("dialog", "Bed om hjælp")
    buddy.write("Beskrivelse", "Kom og tal med os om morgenerne")
    buddy.press("Send", last=True)
    buddy.expect("Klar: Det kommer med i den næste pakke")
    buddy.open_row("Klippekort", part=True)
    buddy.expect("6 af 10 klip tilbage, 2 brugt, 2 reserveret.")
    buddy.expect("Klar til at sende")
    buddy.quit()


desk.run({"/journeys/help-is-asked-for-on-a-bad-day": help_is_asked_for})
