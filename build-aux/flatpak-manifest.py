#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes what flatpak-builder builds: flatpak-manifest.py ROOT [RUNTIME BRANCH]

Reads the manifest of the checkout as JSON from standard input and writes it to
standard output, with the checkout as an absolute path. With a runtime made from
the development base, that one stands in it, and the modules are left out whose
"x-unless" is here already, a module of pkg-config or a program; they are named
on standard error.
"""

import json
import shutil
import subprocess
import sys


def is_here(name):
    found = subprocess.run(["pkg-config", "--exists", name], check=False)
    return found.returncode == 0 or shutil.which(name) is not None


def build_on(manifest, runtime, branch):
    manifest |= {"runtime": runtime, "sdk": runtime, "runtime-version": branch}
    left_out = [one for one in manifest["modules"] if "x-unless" in one and is_here(one["x-unless"])]
    manifest["modules"] = [one for one in manifest["modules"] if one not in left_out]
    print("Left out:", ", ".join(one["name"] for one in left_out), file=sys.stderr)


def main():
    root, *runtime = sys.argv[1:]
    manifest = json.load(sys.stdin)
    for module in manifest["modules"]:
        for source in module["sources"]:
            if source["type"] == "dir":
                source["path"] = root
    if runtime:
        build_on(manifest, *runtime)
    json.dump(manifest, sys.stdout, indent=2)


main()
