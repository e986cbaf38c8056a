#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A file manager finds the program for its packages: desktop.py BUILD-FOLDER

What is installed names one type of file, for which the program says that it
opens files, and whose pattern fits the contract's names. Says TAP.
"""

import fnmatch
import json
import sys
import xml.etree.ElementTree as ElementTree
from configparser import RawConfigParser
from pathlib import Path

NAME = "makker-3b83fa44-d9398bd6-000012.json"
OTHER = "ferieplan.json"
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"


def installed(build, folder):
    """The one file that is installed in that folder, where the build has it."""
    files = json.loads((build / "meson-info" / "intro-installed.json").read_text())
    found = [Path(source) for source, target in files.items() if folder in target]
    assert len(found) == 1, f"{folder}: {found}"
    return found[0]


def main():
    build = Path(sys.argv[1])
    mime = ElementTree.parse(installed(build, "/mime/packages/")).getroot()
    kind = mime.find(f"{MIME}mime-type")
    patterns = [glob.get("pattern") for glob in kind.findall(f"{MIME}glob")]
    desktop = RawConfigParser(strict=True)
    desktop.optionxform = str
    desktop.read(installed(build, "/applications/"), encoding="utf-8")
    entry = desktop["Desktop Entry"]
    checks = {
        "the desktop file names the type of packages": kind.get("type") in entry["MimeType"].split(";"),
        "the desktop file takes files": entry["Exec"].endswith(" %F"),
        "the pattern fits a package": any(fnmatch.fnmatchcase(NAME, one) for one in patterns),
        "the pattern fits no other file": not any(fnmatch.fnmatchcase(OTHER, one) for one in patterns),
        "the type is JSON": kind.find(f"{MIME}sub-class-of").get("type") == "application/json",
    }
    print(f"1..{len(checks)}")
    for number, (name, holds) in enumerate(checks.items(), 1):
        print(f"{'ok' if holds else 'not ok'} {number} - {name}")


main()
