#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""No symbol of SQLCipher leaves a program: symbols.py PROGRAM ...

A library that the program loads would otherwise be given our SQLite for its
own, or we its. Says TAP.
"""

import subprocess
import sys


def exported(program):
    lines = subprocess.run(
        ["nm", "--dynamic", "--defined-only", program],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    return [line.split()[-1] for line in lines]


def main():
    programs = sys.argv[1:]
    print(f"1..{len(programs)}")
    for number, program in enumerate(programs, 1):
        leaked = [name for name in exported(program) if name.startswith(("sqlite3", "mk_"))]
        print(f"{'not ok' if leaked else 'ok'} {number} {program} exports none of its libraries")
        for name in leaked:
            print(f"# {name}")


main()
