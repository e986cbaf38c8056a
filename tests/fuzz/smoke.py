#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A fuzz target without libFuzzer: smoke.py PROGRAM TARGET ROUNDS

Gives the program the seeds of the target, in the same order every time; it
damages each of them so many times in the same ways, and says TAP.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
from seeds import write_seeds  # noqa: E402


def main():
    program, target, rounds = sys.argv[1:]
    with tempfile.TemporaryDirectory(prefix="makker-fuzz-") as folder:
        write_seeds(target, Path(folder))
        files = sorted(str(path) for path in Path(folder).iterdir())
        return subprocess.run([program, rounds, *files], check=False).returncode


sys.exit(main())
