#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A leader's first morning: from an empty folder to the first check-in, and a lock in mid-sentence."""

import os
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "counterpart"))
import contract  # noqa: E402
import desk  # noqa: E402

PASSPHRASE = "en opdigtet saetning"
NOW = "2026-12-03T11:05:00+01:00"
SENTENCE = "Mia viste selv den nye rundt, og"


def start_package(folder):
    """As an authority sends it: one placement."""
    authority = contract.Authority(receiver_cvr=None)
    path = os.path.join(folder, "startpakke.json")
    placement = authority.make("forloeb", {
        "kandidat": {"alias": "Mia"}, "sagsreference": "EKS-000001",
        "stilling": "Medarbejder i varemodtagelsen", "startDato": "2026-11-02",
        "maalMinutterPrMaaned": 1800,
        "jobformidler": {"navn": "Jobformidler 1", "telefon": "70101010"}})
    with open(path, "wb") as file:
        file.write(authority.package([placement]))
    return path


def first_run(leader, folder):
    """Goes through the first run, a start package being opened from the file manager."""
    store = os.path.join(folder, "makker")
    leader.start("--data-dir", store, "--now", NOW, start_package(folder))
    leader.write("Dit navn", "Anna")
    leader.press("Videre")
    leader.tick("Åbner med en adgangskode")
    leader.write("Adgangskode, mindst 8 tegn", PASSPHRASE)
    leader.write("Adgangskoden igen", PASSPHRASE)
    leader.press("Videre")
    leader.tick("Jeg har den på papir eller i en fil")
    leader.press("Videre")
    leader.press("Ja, hent")
    leader.press("Luk", last=True)
    leader.find("heading", "Torsdag den 3. december")
    return store


def to_first_check_in(leader):
    with tempfile.TemporaryDirectory() as folder:
        first_run(leader, folder)
        leader.press("Er her")
        leader.enter("button", "Ikke nu")
        leader.find("dialog", "Check-in: Mia")
        leader.press("Gem")
        leader.expect("Gemt")
        leader.expect("Er her.")
        leader.quit()


def lock_in_mid_sentence(leader):
    with tempfile.TemporaryDirectory() as folder:
        first_run(leader, folder)
        leader.press("Er her")
        leader.enter("button", "Ikke nu")
        leader.find("dialog", "Check-in: Mia")
        leader.write("Det lykkedes", SENTENCE)
        leader.keyboard.press("Control+l")
        leader.expect("Makker er låst")
        for secret in ("Mia", "Anna", SENTENCE):
            if leader.sees(secret):
                raise AssertionError("behind the lock there stands something")
        leader.write("Adgangskode", PASSPHRASE)
        leader.keyboard.press("Return")
        leader.find("dialog", "Check-in: Mia")
        leader.expect(SENTENCE)
        leader.press("Gem")
        leader.expect("Gemt")
        leader.quit()


desk.run({"/journeys/first-run-to-first-check-in": to_first_check_in,
          "/journeys/lock-in-mid-sentence": lock_in_mid_sentence})
