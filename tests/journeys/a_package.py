#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Material for the buddies comes in a signed package, by the command line, and is read in the window:
a text, a PDF and a film, which is played in place and over the whole screen, with the keys alone."""

import base64
import hashlib
import os
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
from beginning import NOW, PASSPHRASE, contract, ctl, first_run, unlock  # noqa: E402
import desk  # noqa: E402
from desk import Atspi  # noqa: E402

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "exchange"))
import sealed  # noqa: E402

TEXT = "## Velkommen i kantinen\n\nVi spiser klokken halv tolv. **Sæt dig bare ned.**\n"
SCREEN = (1280, 800)


def material(authority, title, form, data):
    content = data.decode() if form == "markdown" else base64.b64encode(data).decode()
    return authority.make("materiale", {
        "titel": title, "sprog": "da", "format": form, "indhold": content,
        "sha256": hashlib.sha256(data).hexdigest()})


def materials(authority, folder):
    subprocess.run([os.environ["MAKKER_MATERIALS"], folder], check=True)
    return [material(authority, "Om kantinen", "markdown", TEXT.encode()),
            material(authority, "Hæftet", "pdf", sealed.read(os.path.join(folder, "haefte.pdf"))),
            material(authority, "Filmen", "video", sealed.read(os.path.join(folder, "film.webm")))]


def send(folder, authority):
    """Signed and sealed by an authority that the workplace knows the certificate of."""
    own = os.path.join(folder, "egen.pem")
    end = sealed.End(folder, "myndighed", sealed.EC)
    ctl(folder, "identity", "--certificate", own)
    ctl(folder, "trust", authority.id, end.certificate)
    package = authority.package(materials(authority, folder))
    path = sealed.write(os.path.join(folder, "materiale.json.p7m"), end.seal(package, own))
    assert ctl(folder, "import", path)[0]["status"] == "modtaget"


def open_material(buddy, title):
    buddy.open_row("Træning", part=True)
    buddy.expect("Fra Jobcenter Eksempelby")
    buddy.open_row(title)
    buddy.find("heading", title)


def read_text(buddy):
    open_material(buddy, "Om kantinen")
    buddy.find("heading", "Velkommen i kantinen")
    buddy.expect("Vi spiser klokken halv tolv. Sæt dig bare ned.")


def read_pdf(buddy):
    open_material(buddy, "Hæftet")
    buddy.expect("Side 1 af 12")
    # What stands on the page, for whoever can't see it.
    buddy.wait(lambda: any("Velkommen som buddy, side 1" in node.get_description()
                           for node in buddy.everything()), "the words of the first page")
    buddy.keyboard.press("Control+g")
    buddy.write("Side", "9")
    buddy.keyboard.press("Return")
    buddy.expect("Side 9 af 12")


# The film

CONTROLS = {"Pause", "Sted i filmen", "Hastighed: Normal", "Undertekster", "Lydstyrke",
            "Forlad fuld skærm"}


def fills_the_screen(buddy):
    """Whether the window does, and whether the rest of it is away."""
    frame = next(iter(desk.children(buddy.application())))
    size = Atspi.Component.get_extents(frame, Atspi.CoordType.WINDOW)
    return (size.width, size.height) == SCREEN and not buddy.sees("Træning")


def place(buddy):
    """Where the film is, in seconds."""
    return next(Atspi.Value.get_current_value(node) for node in buddy.everything()
                if desk.names(node) == "Sted i filmen")


def tab_through(buddy):
    """What the keyboard comes to on its way around."""
    found = set()
    for _ in range(2 * len(CONTROLS)):
        buddy.keyboard.press("Tab")
        found.add(desk.names(buddy.focused()))
    return found


def begin_film(buddy):
    open_material(buddy, "Filmen")
    # It was signed, so that nobody is asked.
    buddy.find("button", "Afspil")
    buddy.keyboard.press("space")
    buddy.expect("Linje 2: velkommen som buddy")


def steer(buddy):
    """It plays on over the whole screen, and is steered by keys, and by what the keyboard comes to."""
    buddy.keyboard.press("F11")
    buddy.wait(lambda: fills_the_screen(buddy), "the film over the whole screen")
    buddy.find("button", "Pause")
    buddy.keyboard.press("c")
    buddy.expect_gone("Linje")
    buddy.keyboard.press("c")
    buddy.expect("Linje")
    found = tab_through(buddy)
    assert found >= CONTROLS, CONTROLS - found
    buddy.tab_to("button", "Pause")
    buddy.keyboard.press("space")
    buddy.find("button", "Afspil")
    before = place(buddy)
    buddy.keyboard.press("Right")
    buddy.wait(lambda: abs(place(buddy) - before - 10) < 1, "ten seconds on")
    buddy.keyboard.press("Left")
    buddy.wait(lambda: abs(place(buddy) - before) < 1, "ten seconds back")


def leave(buddy):
    """Escape leaves the full screen, and then the page, as it does everywhere."""
    buddy.keyboard.press("Escape")
    buddy.wait(lambda: not fills_the_screen(buddy), "the page of the film")
    buddy.find("button", "Fuld skærm")
    buddy.keyboard.press("Escape")
    buddy.expect("Fra Jobcenter Eksempelby")


def lock(buddy):
    """Nothing of it is left on the screen."""
    open_material(buddy, "Filmen")
    buddy.find("button", "Afspil")
    buddy.keyboard.press("F11")
    buddy.wait(lambda: fills_the_screen(buddy), "the film over the whole screen")
    buddy.keyboard.press("Control+l")
    buddy.find("text", "Adgangskode")
    buddy.wait(lambda: not fills_the_screen(buddy), "the usual window")
    assert not buddy.sees("Afspil")


def what_a_package_brings(buddy):
    authority = contract.Authority(receiver_cvr=None)
    with tempfile.TemporaryDirectory() as folder:
        store = first_run(buddy, folder, authority)
        buddy.quit()
        send(folder, authority)
        buddy.start("--data-dir", store, "--now", NOW)
        unlock(buddy)
        read_text(buddy)
        read_pdf(buddy)
        begin_film(buddy)
        steer(buddy)
        leave(buddy)
        lock(buddy)
        buddy.quit()


desk.run({"/journeys/what-a-package-brings": what_a_package_brings})
