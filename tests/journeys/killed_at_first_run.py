#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A first run that is killed at every step, and goes on there when the program is started again."""

import os
import sys
import tempfile
import time

sys.dont_write_bytecode = True
from beginning import NOW, PASSPHRASE, start_package, unlock  # noqa: E402
import contract  # noqa: E402
import desk  # noqa: E402

# How long after the press that makes the store it is killed, in seconds.
MOMENTS = (0.0, 0.05, 0.15, 0.4, 1.0)


def begin(buddy, store):
    buddy.start("--data-dir", store, "--now", NOW)


def again(buddy, store):
    buddy.kill()
    begin(buddy, store)


def say_who(buddy):
    buddy.write("Dit navn", "Per")
    buddy.press("Videre")


def lock(buddy):
    buddy.tick("Åbner med en adgangskode")
    buddy.write("Adgangskode", PASSPHRASE)
    buddy.write("Koden igen", PASSPHRASE)
    buddy.press("Videre")


def at_each_step(buddy):
    with tempfile.TemporaryDirectory() as folder:
        store = os.path.join(folder, "makker")
        begin(buddy, store)
        buddy.write("Dit navn", "Per")
        again(buddy, store)
        # Nothing was made before the lock was chosen.
        say_who(buddy)
        buddy.find("check", "Åbner med en adgangskode")
        again(buddy, store)
        say_who(buddy)
        lock(buddy)
        buddy.find("check", "Jeg har den på papir eller i en fil")
        again(buddy, store)
        # The code is shown until it is kept.
        unlock(buddy)
        buddy.tick("Jeg har den på papir eller i en fil")
        buddy.press("Videre")
        buddy.find("button", "Vælg startpakke…")
        again(buddy, store)
        # The start package is asked for until there is one.
        unlock(buddy)
        buddy.find("button", "Vælg startpakke…")
        buddy.kill()
        package = start_package(folder, contract.Authority(receiver_cvr=None))
        buddy.start("--data-dir", store, "--now", NOW, package)
        unlock(buddy)
        buddy.find("button", "Ja, hent")
        again(buddy, store)
        unlock(buddy)
        buddy.find("button", "Vælg startpakke…")
        buddy.press("Jeg har den ikke endnu")
        buddy.quit()


def while_the_store_is_made(buddy):
    """Either it is there and opens, or it is not and is made: never something between."""
    for moment in MOMENTS:
        with tempfile.TemporaryDirectory() as folder:
            store = os.path.join(folder, "makker")
            begin(buddy, store)
            say_who(buddy)
            lock(buddy)
            time.sleep(moment)
            again(buddy, store)
            buddy.wait(lambda: buddy.sees("Dit navn") or buddy.sees("Makker er låst"),
                       "a way to go on")
            if buddy.sees("Dit navn"):
                say_who(buddy)
                lock(buddy)
            else:
                unlock(buddy)
            buddy.tick("Jeg har den på papir eller i en fil")
            buddy.press("Videre")
            buddy.find("button", "Vælg startpakke…")
            buddy.quit()


desk.run({"/journeys/killed-at-each-step-of-the-first-run": at_each_step,
          "/journeys/killed-while-the-store-is-made": while_the_store_is_made})
