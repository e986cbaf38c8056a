#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual and the completion know every verb: manual.py MAKKERCTL SOURCE-FOLDER

The usage of the program is the measure for both. Says TAP.
"""

import re
import subprocess
import sys
from pathlib import Path

OFFER = """source "$1"; COMP_WORDS=("${@:2}"); COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
_makkerctl "$2"; printf '%s\\n' "${COMPREPLY[@]}\""""


def usage_of(ctl):
    """Each verb with its options, and under no name those that all share."""
    said = subprocess.run([ctl, "--help"], check=True, capture_output=True, text=True).stdout
    shared, *lines = said.splitlines()
    options = {line.split()[0]: re.findall(r"--[a-z-]+", line) for line in lines}
    return options | {"": re.findall(r"--[a-z-]+", shared)}


def offered(ctl, script, *words):
    done = subprocess.run(["bash", "-c", OFFER, "bash", script, ctl, *words], check=True,
                          capture_output=True, text=True)
    return set(done.stdout.split())


def in_manual(page):
    """Each verb of the manual, with the options in its heading."""
    headings = re.findall(r"^\.It Cm ([a-z-]+)(.*)", page, re.MULTILINE)
    options = {verb: ["--" + one for one in re.findall(r"Fl -([a-z-]+)", rest)] for verb, rest in headings}
    return options | {"": ["--" + one for one in re.findall(r"^\.It Fl -([a-z-]+)", page, re.MULTILINE)]}


def main():
    ctl, source = sys.argv[1], Path(sys.argv[2])
    manual = source / "data" / "man" / "makkerctl.1"
    script = str(source / "data" / "completion" / "makkerctl")
    usage = usage_of(ctl)
    verbs = set(usage) - {""}
    types = {path.name.split(".")[0] for path in (source / "data" / "schema").glob("*.schema.json")} - {"pakke"}
    lint = subprocess.run(["mandoc", "-T", "lint", "-W", "warning", manual], capture_output=True, check=False)
    checks = {
        "the manual has every verb with its options": in_manual(manual.read_text()) == usage,
        "the manual is well formed": lint.returncode == 0 and not lint.stdout,
        "every verb is offered": offered(ctl, script, "") == verbs,
        "an option is offered behind its verb": all(
            offered(ctl, script, verb, "--") == set(usage[verb] + usage[""]) for verb in verbs),
        "a verb is found behind options": "save" in offered(ctl, script, "--format", "json", "sa"),
        "every type is offered": offered(ctl, script, "list", "") == types,
    }
    print(f"1..{len(checks)}")
    for number, (name, holds) in enumerate(checks.items(), 1):
        print(f"{'ok' if holds else 'not ok'} {number} - {name}")


main()
