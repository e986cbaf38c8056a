#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is above cannot be included from below: layers.py BUILD-FOLDER

Takes the command that compiles a source of each layer, and tries it on a line
that includes a header. Says TAP.
"""

import json
import os
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

# Each with a header of its own to be included, and the layers below it.
LAYERS = {
    "core": ("mk-locale.h", ()),
    "store": ("mk-store-error.h", ("core",)),
    "exchange": ("mk-preview.h", ("core", "store")),
    "paper": ("mk-paper.h", ("core",)),
    "app": ("shell/mk-window.h", ("core", "store", "exchange", "paper")),
}


def command_of(build, layer):
    """The command for a source of the layer, without its input and outputs."""
    commands = json.loads((build / "compile_commands.json").read_text())
    for entry in commands:
        if entry["output"].startswith(f"src/{layer}/libmakker-{layer}.a.p/"):
            words = shlex.split(entry["command"])
            for option in ("-o", "-MF", "-MQ"):
                place = words.index(option)
                del words[place : place + 2]
            return words[: words.index("-c")]
    return None


def can_include(build, command, header):
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "try.c")
        source.write_text(f'#include "{header}"\nextern int unused;\n')
        done = subprocess.run(
            [*command, "-fsyntax-only", str(source)],
            cwd=build,
            env={**os.environ, "LC_ALL": "C"},
            capture_output=True,
            text=True,
            check=False,
        )
    if done.returncode != 0 and "No such file" not in done.stderr:
        raise RuntimeError(done.stderr)
    return done.returncode == 0


def outcomes(build):
    for layer, (_, below) in LAYERS.items():
        command = command_of(build, layer)
        if command is None:
            yield True, f"{layer} has no source yet", " # SKIP"
            continue
        for other, (header, _) in LAYERS.items():
            wanted = other == layer or other in below
            word = "can" if wanted else "cannot"
            was = can_include(build, command, header)
            yield was == wanted, f"{layer} {word} include {header}", ""
            if not wanted:
                path = f"{other}/{header}"
                yield not can_include(build, command, path), f"{layer} cannot include {path}", ""


def main():
    number = 0
    for number, (is_good, name, note) in enumerate(outcomes(Path(sys.argv[1])), 1):
        print(f"{'ok' if is_good else 'not ok'} {number} {name}{note}")
    print(f"1..{number}")


main()
