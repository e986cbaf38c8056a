#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A leader's Friday: three files are fetched at once, one of them bad; what is sent is looked at and
sent, without what stays here; and the authority's receipt comes back."""

import os
import sys
import tempfile

sys.dont_write_bytecode = True
from beginning import ctl, first_run, unlock  # noqa: E402
import contract  # noqa: E402
import desk  # noqa: E402

FRIDAY = "2026-12-04T11:05:00+01:00"
AUTHORITY = "Jobcenter Eksempelby"
SENTENCE = "Mia viste den nye rundt"
CARD = {"antalKlip": 10, "gyldigFra": "2026-09-07", "gyldigTil": "2027-03-06",
        "ydelser": [{"kode": "SAMTALE", "navn": "Samtale", "klip": 2}]}
HOTLINE = {"navn": "Akut-telefonen", "funktion": "Vagttelefon", "organisation": "Eksempelby",
           "telefon": "70101099", "prioritet": 1, "aabningstider": []}


def write(path, data):
    with open(path, "wb") as file:
        file.write(data)
    return path


def on_thursday(leader, folder, authority):
    """There is something to send."""
    first_run(leader, folder, authority)
    leader.press("Er her")
    leader.press_in("Hvornår møder Mia?", "Ikke nu")
    leader.find("dialog", "Check-in: Mia")
    leader.write("Det lykkedes", SENTENCE)
    leader.press("Gem")
    leader.expect("Gemt")
    leader.quit()


def fetch_three(leader, folder, authority):
    """What is wrong with one keeps nothing of the others away, and is said."""
    files = [write(os.path.join(folder, "klippekort.json"),
                   authority.package([authority.make("klippekort", CARD)])),
             write(os.path.join(folder, "ferieplan.json"), b"Uge 29 til 31"),
             write(os.path.join(folder, "vagttelefon.json"),
                   authority.package([authority.make("kontakt", HOTLINE)]))]
    leader.start("--data-dir", os.path.join(folder, "makker"), "--now", FRIDAY, *files)
    unlock(leader)
    leader.find("dialog", "Hentede pakker")
    leader.expect("Hentet. Nummer 2 fra %s." % AUTHORITY)
    leader.expect("Hentet. Nummer 3 fra %s." % AUTHORITY)
    leader.expect("Afvist.")
    leader.press("Luk", last=True)
    leader.expect_gone("Hentede pakker")


def preview_and_send(leader, out):
    leader.open_row("Send og hent", part=True)
    leader.expect("En fil blev ikke hentet")
    leader.expect("1 check-in og 3 kvitteringer til %s" % AUTHORITY)
    leader.open_row("Se hvad der sendes", part=True)
    leader.find("dialog", "Det sendes")
    leader.expect("Fremmøde")
    assert not leader.sees(SENTENCE), "what stays here is about to be sent"
    leader.keyboard.press("Escape")
    leader.expect_gone("Det sendes")
    leader.press("Send…")
    leader.choose_file("Send til en mappe", out, "Send hertil")
    leader.expect("1 pakke til %s" % AUTHORITY)
    leader.press("Luk", last=True)
    leader.expect("Pakke 1 til %s" % AUTHORITY)


def take_the_receipt(leader, folder, authority, out):
    names = os.listdir(out)
    assert len(names) == 1, names
    with open(os.path.join(out, names[0]), "rb") as file:
        package = file.read()
    assert SENTENCE.encode() not in package, "what stays here was sent"
    assert authority.take(package, accept=True)[0].status == "modtaget"
    path = write(os.path.join(folder, "kvittering.json"), authority.package())
    leader.press("Hent…")
    leader.choose_file("Hent pakker", path, "Hent")
    leader.find("dialog", "Hentede pakker")
    leader.expect("Hentet. Nummer 4 fra %s." % AUTHORITY)
    leader.press("Luk", last=True)
    leader.expect_gone("Sendt, venter på kvittering")
    leader.quit()


def a_friday(leader):
    authority = contract.Authority(receiver_cvr=None)
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, "ud")
        os.mkdir(out)
        on_thursday(leader, folder, authority)
        fetch_three(leader, folder, authority)
        preview_and_send(leader, out)
        take_the_receipt(leader, folder, authority, out)
        states = [record["tilstand"] for record in ctl(folder, "list", "checkin")]
        assert states == ["modtaget"], states


desk.run({"/journeys/a-leaders-friday": a_friday})
