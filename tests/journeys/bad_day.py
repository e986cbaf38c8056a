#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A bad day: a check-in says that help is needed, somebody is called, help is asked for, and the
authority's answers come back to the card."""

import json
import os
import sys
import tempfile

sys.dont_write_bytecode = True
from beginning import NOW, contract, ctl, first_run, unlock  # noqa: E402
import desk  # noqa: E402

CARD = {"antalKlip": 10, "gyldigFra": "2026-09-07", "gyldigTil": "2027-03-06",
        "ydelser": [{"kode": "SAMTALE", "navn": "Samtale", "klip": 2}]}
HOTLINE = {"navn": "Akut-telefonen", "funktion": "Vagttelefon", "organisation": "Eksempelby",
           "telefon": "70101099", "prioritet": 1, "aabningstider": []}


def write_and_ask(buddy):
    """The check-in offers to call; afterwards help is asked for."""
    buddy.press("Er her")
    buddy.press_in("Hvornår møder Mia?", "Ikke nu")
    buddy.find("dialog", "Check-in: Mia")
    buddy.tick("Vi har brug for hjælp")
    buddy.press("Gem")
    buddy.expect("Er der brug for hjælp?")
    buddy.press("Ring", last=True)
    buddy.expect("70 10 10 99")
    buddy.keyboard.press("Escape")
    buddy.expect_gone("70 10 10 99")
    buddy.open_row("Klippekort", part=True)
    buddy.press("Bed om hjælp", last=True)
    buddy.find("dialog", "Bed om hjælp")
    buddy.write("Beskrivelse", "Kom og tal med os om morgenerne")
    buddy.press("Send", last=True)
    buddy.expect("Klar til at sende")
    buddy.expect("8 af 10 klip tilbage, 0 brugt, 2 reserveret.")
    buddy.quit()


def answer(folder, authority, card, *answers):
    """The request goes out, and the authority's answers come in one after the other."""
    out = os.path.join(folder, "ud")
    os.mkdir(out)
    requests = []
    for written in ctl(folder, "export", out):
        path = os.path.join(out, os.path.basename(written["fil"]))
        with open(path, "rb") as file:
            data = file.read()
        authority.take(data, accept=True)
        requests += [entry["id"] for entry in json.loads(data)["poster"]
                     if entry["type"] == "anmodning"]
    for number, (status, punches) in enumerate(answers):
        path = os.path.join(folder, "svar-%d.json" % number)
        with open(path, "wb") as file:
            file.write(authority.package([authority.answer(requests[0], card, status, punches)]))
        assert ctl(folder, "import", path)[0]["status"] == "modtaget"


def a_bad_day(buddy):
    authority = contract.Authority(receiver_cvr=None)
    with tempfile.TemporaryDirectory() as folder:
        card = authority.make("klippekort", CARD)
        first_run(buddy, folder, authority, [card, authority.make("kontakt", HOTLINE)])
        write_and_ask(buddy)
        answer(folder, authority, card["id"], ("planlagt", 0), ("leveret", 1))
        balance = ctl(folder, "balance")[0]
        figures = [balance[name] for name in ("antalKlip", "brugt", "reserveret", "tilbage")]
        assert figures == [10, 1, 0, 9], figures
        buddy.start("--data-dir", os.path.join(folder, "makker"), "--now", NOW)
        unlock(buddy)
        buddy.expect("Hjælpen er givet.")
        buddy.open_row("Klippekort", part=True)
        buddy.expect("9 af 10 klip tilbage, 1 brugt, 0 reserveret.")
        buddy.quit()


desk.run({"/journeys/help-is-asked-for-on-a-bad-day": a_bad_day})
