#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A machine is gone: on the new one the backup is brought in with the recovery code from the paper,
everything is there, and the authority gets it all again in a new epoch."""

import os
import re
import shutil
import sys
import tempfile

sys.dont_write_bytecode = True
from beginning import NOW, contract, ctl, first_run  # noqa: E402
import desk  # noqa: E402

# It is shown in two lines.
CODE = re.compile(r"\b[0-9A-Z]{4}(?:-\s?[0-9A-Z]{4}){7}\b")
SENTENCE = "Mia viste den nye rundt"


def write_down(paper):
    """What a person does with the code while it is shown."""
    def look(leader):
        found = leader.wait(lambda: next(
            (match for match in (CODE.search(text)
                                 for node in leader.everything()
                                 for text in (desk.names(node), desk.text_of(node))) if match),
            None), "the recovery code")
        paper.append("".join(found.group().split()))
    return look


def send(folder, authority):
    """All that is to be sent goes to the authority, which takes it; which epoch it was in."""
    out = tempfile.mkdtemp(dir=folder)
    files = ctl(folder, "export", out)
    for file in files:
        with open(os.path.join(out, os.path.basename(file["fil"])), "rb") as package:
            data = package.read()
        assert authority.take(data, accept=not authority.partners)[0].status == "modtaget"
    assert len(files) == 1, files
    return contract.read_package(data)["epoke"]


def on_the_old_machine(leader, folder, disk, authority):
    """Writes, and has its backups on another disk; the code is on paper."""
    paper = []
    first_run(leader, folder, authority, at_code=write_down(paper))
    leader.press("Er her")
    leader.press_in("Hvornår møder Mia?", "Ikke nu")
    leader.find("dialog", "Check-in: Mia")
    leader.write("Det lykkedes", SENTENCE)
    leader.press("Gem")
    leader.expect("Gemt")
    leader.keyboard.press("Control+,")
    leader.find("dialog", "Indstillinger")
    leader.press("Kopi", kind="tab")
    leader.find("button", "Vælg en mappe…")
    leader.keyboard.press("Alt+m")
    leader.choose_file("Mappe til sikkerhedskopier", disk, "Vælg")
    leader.wait(lambda: backups(disk) and leader.sees("Den sidste gode er fra"), "a backup")
    leader.keyboard.press("Escape")
    leader.expect_gone("Den sidste gode er fra")
    leader.quit()
    return paper[0]


def backups(disk):
    return [os.path.join(disk, name) for name in os.listdir(disk) if name.endswith(".makkerkopi")]


def on_the_new_machine(leader, folder, backup, code):
    leader.start("--data-dir", os.path.join(folder, "makker"), "--now", NOW)
    leader.press("Hent en sikkerhedskopi ind…")
    leader.press("Sikkerhedskopi")
    leader.choose_file("Vælg en sikkerhedskopi", backup, "Åbn")
    leader.write("Din kode", code)
    leader.press("Hent ind")
    leader.expect("Sikkerhedskopien er hentet ind")
    leader.expect("1 forløb og 1 check-in")
    leader.press("Fortsæt")
    leader.find("heading", "Torsdag den 3. december")
    leader.expect("Er her.")
    leader.expect(SENTENCE)
    leader.quit()


def a_new_machine(leader):
    authority = contract.Authority(receiver_cvr=None)
    with tempfile.TemporaryDirectory() as place:
        old, disk, new = (os.path.join(place, name) for name in ("gammel", "disk", "ny"))
        for folder in old, disk, new:
            os.mkdir(folder)
        code = on_the_old_machine(leader, old, disk, authority)
        epoch = send(old, authority)
        shutil.rmtree(old)
        on_the_new_machine(leader, new, backups(disk)[0], code)
        assert send(new, authority) != epoch
        living = [id for id, record in authority.records.items()
                  if record.type == "checkin" and record.living()]
        assert living == [record["id"] for record in ctl(new, "list", "checkin")], living


desk.run({"/journeys/a-restore-on-a-new-machine": a_new_machine})
