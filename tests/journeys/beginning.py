# SPDX-License-Identifier: GPL-3.0-or-later
"""A leader's first run with a start package, from which other journeys go on."""

import json
import os
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "counterpart"))
import contract  # noqa: E402

PASSPHRASE = "en opdigtet saetning"
NOW = "2026-12-03T11:05:00+01:00"


def start_package(folder, authority, more=()):
    """As an authority sends it: one placement, and what else there is."""
    path = os.path.join(folder, "startpakke.json")
    placement = authority.make("forloeb", {
        "kandidat": {"alias": "Mia"}, "sagsreference": "EKS-000001",
        "stilling": "Medarbejder i varemodtagelsen", "startDato": "2026-11-02",
        "maalMinutterPrMaaned": 1800,
        "jobformidler": {"navn": "Jobformidler 1", "telefon": "70101010"}})
    with open(path, "wb") as file:
        file.write(authority.package([placement] + list(more)))
    return path


def first_run(leader, folder, authority=None, more=(), at_code=None):
    """Goes through the first run, a start package being opened from the file manager; at_code is
    done while the recovery code is shown."""
    store = os.path.join(folder, "makker")
    package = start_package(folder, authority or contract.Authority(receiver_cvr=None), more)
    leader.start("--data-dir", store, "--now", NOW, package)
    leader.write("Dit navn", "Anna")
    leader.press("Videre")
    leader.tick("Åbner med en adgangskode")
    leader.write("Adgangskode", PASSPHRASE)
    leader.write("Koden igen", PASSPHRASE)
    leader.press("Videre")
    if at_code is not None:
        at_code(leader)
    leader.tick("Jeg har den på papir eller i en fil")
    leader.press("Videre")
    leader.press("Ja, hent")
    leader.press("Luk", last=True)
    leader.find("heading", "Torsdag den 3. december")
    return store


def unlock(person):
    person.write("Adgangskode", PASSPHRASE)
    person.keyboard.press("Return")


def ctl(folder, *arguments):
    """What makkerctl says of the store in a folder, as JSON."""
    key = os.path.join(folder, "kode")
    with open(key, "w") as file:
        file.write(PASSPHRASE)
    said = subprocess.run([os.environ["MAKKER_CTL"], "--data-dir", os.path.join(folder, "makker"),
                           "--passphrase-file", key, "--format", "json"] + list(arguments),
                          check=True, stdout=subprocess.PIPE)
    return json.loads(said.stdout)
