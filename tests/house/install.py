#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is installed, into an empty folder: install.py BUILD-FOLDER

The files are those of the list below and no others, and the programs run from where they lie.
Says TAP.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

FILES = """
bin/makker
bin/makkerctl
share/applications/dk.makker.Makker.desktop
share/bash-completion/completions/makkerctl
share/glib-2.0/schemas/dk.makker.Makker.gschema.xml
share/icons/hicolor/scalable/apps/dk.makker.Makker.svg
share/icons/hicolor/symbolic/apps/dk.makker.Makker-symbolic.svg
share/locale/da/LC_MESSAGES/makker.mo
share/man/man1/makkerctl.1
share/metainfo/dk.makker.Makker.metainfo.xml
share/mime/packages/dk.makker.Makker.xml
""".split()


def run(*command, env=None):
    return subprocess.run(command, check=False, capture_output=True, text=True, env=env)


def environment(prefix):
    """Nothing of the build folder helps."""
    env = {name: value for name, value in os.environ.items()
           if not name.startswith(("MAKKER_", "GSETTINGS_", "XDG_"))}
    return env | {"XDG_DATA_DIRS": f"{prefix}/share:/usr/share", "XDG_DATA_HOME": f"{prefix}/data",
                  "XDG_RUNTIME_DIR": str(prefix)}


def begins_a_store(prefix, env):
    key = prefix / "key"
    key.write_text("en opdigtet sætning\n", encoding="utf-8")
    done = run(prefix / "bin/makkerctl", "--passphrase-file", key, "--format", "json", "--data-dir",
               prefix / "store", "init", "--role", "buddy", "--name", "Per", env=env)
    return done.returncode == 0 and "gendannelsesnoegle" in json.loads(done.stdout)


def main():
    with tempfile.TemporaryDirectory(prefix="makker-install-") as folder:
        done = run("meson", "install", "-C", sys.argv[1], "--no-rebuild", "--quiet", "--destdir", folder)
        prefix = next(Path(folder).glob("**/bin"), Path(folder)).parent
        found = sorted(str(path.relative_to(prefix)) for path in prefix.rglob("*") if path.is_file())
        for name in sorted(set(found) ^ set(FILES)):
            print(f"# {'not listed' if name in found else 'not installed'}: {name}")
        env = environment(prefix)
        checks = {
            "it can be installed": done.returncode == 0,
            "the files are those of the list": found == sorted(FILES),
            "the program runs from there": "makker" in run(prefix / "bin/makker", "--version", env=env).stdout,
            "the command line begins a store from there": begins_a_store(prefix, env),
        }
    print(f"1..{len(checks)}")
    for number, (name, holds) in enumerate(checks.items(), 1):
        print(f"{'ok' if holds else 'not ok'} {number} - {name}")


main()
